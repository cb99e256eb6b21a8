// What the address of a chart remembers after `#`: hidden groups, the month it plays at, the tab, and by which words its table is
// filtered and by which column sorted (`-`: from the largest).

/** @typedef {{ hide: string[], month: string, tab: string, filter: string, sort: string }} ChartState */

/** @returns {ChartState} */
export function chartState() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const of = (/** @type {string} */ name) => asked.get(name) ?? "";
  return { hide: asked.getAll("hide"), month: of("month"), tab: of("tab") || "picture", filter: of("filter"), sort: of("sort") };
}

/** Write a change into the address without a step in the history. @param {Partial<ChartState>} change */
export function keepChartState(change) {
  const { hide, month, tab, filter, sort } = { ...chartState(), ...change };
  const asked = new URLSearchParams(location.hash.slice(1)); // the console's has its statement besides
  asked.delete("hide");
  for (const name of hide) asked.append("hide", name);
  for (const [name, value] of Object.entries({ month, tab: tab === "picture" ? "" : tab, filter, sort })) {
    if (value) asked.set(name, value);
    else asked.delete(name);
  }
  const text = asked.toString();
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}
