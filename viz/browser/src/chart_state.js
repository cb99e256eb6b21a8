// What the address of a chart remembers after `#`: hidden groups, the month it plays at, and the tab.

/** @typedef {{ hide: string[], frame: number | null, tab: string }} ChartState */

/** @returns {ChartState} */
export function chartState() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const frame = Number.parseInt(asked.get("month") ?? "", 10);
  return { hide: asked.getAll("hide"), frame: Number.isFinite(frame) && frame >= 0 ? frame : null, tab: asked.get("tab") || "picture" };
}

/** Write a change into the address without a step in the history. @param {Partial<ChartState>} change */
export function keepChartState(change) {
  const { hide, frame, tab } = { ...chartState(), ...change };
  const asked = new URLSearchParams(hide.map((name) => ["hide", name]));
  if (frame !== null) asked.set("month", String(frame));
  if (tab !== "picture") asked.set("tab", tab);
  const text = asked.toString();
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}
