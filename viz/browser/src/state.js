// What the address remembers after `#`: selection, hidden groups, tab, and the view's place once it was moved.

/** @typedef {{ node: string, edge: string, hide: string[], tab: string, at: [number, number, number] | null }} State */

/** @returns {State} */
export function readState() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const at = (asked.get("at") ?? "").split(",").map(Number);
  return {
    node: asked.get("node") ?? "",
    edge: asked.get("edge") ?? "",
    hide: (asked.get("hide") ?? "").split(",").filter(Boolean),
    tab: asked.get("tab") ?? "picture",
    at: at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? [at[0], at[1], at[2]] : null,
  };
}

/**
 * Write the state into the address without a step in the history.
 * @param {Partial<State>} change
 */
export function writeState(change) {
  const state = { ...readState(), ...change };
  const asked = new URLSearchParams();
  if (state.node) asked.set("node", state.node);
  if (state.edge) asked.set("edge", state.edge);
  if (state.hide.length) asked.set("hide", state.hide.join(","));
  if (state.tab !== "picture") asked.set("tab", state.tab);
  if (state.at) asked.set("at", `${state.at[0].toFixed(1)},${state.at[1].toFixed(1)},${state.at[2].toFixed(4)}`);
  const text = asked.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%40", "@");
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}
