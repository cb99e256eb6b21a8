// What the address of a chart remembers after `#`: hidden groups, the month it plays at, and the tab.

/** @typedef {{ hide: string[], month: string, tab: string }} ChartState */

/** @returns {ChartState} */
export function chartState() {
  const asked = new URLSearchParams(location.hash.slice(1));
  return { hide: asked.getAll("hide"), month: asked.get("month") ?? "", tab: asked.get("tab") || "picture" };
}

/** Write a change into the address without a step in the history. @param {Partial<ChartState>} change */
export function keepChartState(change) {
  const { hide, month, tab } = { ...chartState(), ...change };
  const asked = new URLSearchParams(hide.map((name) => ["hide", name]));
  if (month) asked.set("month", month);
  if (tab !== "picture") asked.set("tab", tab);
  const text = asked.toString();
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
}
