// Entry of pages with charts: draws them, and lets legend, play button, tabs, table and share dialog act.
import { Chart } from "./vega.js";
import { chartState, keepChartState } from "./chart_state.js";
import { all, copy, one } from "./dom.js";
import { playable } from "./play.js";
import { lightOnPaper } from "./printing.js";
import { filterable } from "./rows.js";
import { openShare, readShared } from "./share.js";
import { bindTabs, showTab } from "./tabs.js";
import { TEXTS } from "./texts.js";

/** The tab that is shown, and in the address. @param {string} name */
function tab(name) {
  keepChartState({ tab: showTab(name) });
  document.body.dataset.showing = chartState().tab;
  dispatchEvent(new Event("resize"));
}

/** @param {HTMLElement} place @param {boolean} first */
async function start(place, first) {
  const wait = one("[data-wait]", place);
  try {
    const chart = new Chart(place);
    /** @type {any} */ (place).chart = chart;
    await chart.draw(first ? chartState() : { hide: [], month: "" });
    const player = one("[data-play]", place);
    if (player) playable(player, chart, (month) => first && keepChartState({ month }));
    for (const button of all("[data-group]", place)) button.addEventListener("click", () => toggle(chart, place, button, first));
    showHidden(chart, place);
    wait?.remove();
  } catch (error) {
    if (wait) wait.textContent = TEXTS.broken;
    throw error;
  }
}

/** @param {Chart} chart @param {HTMLElement} place @param {HTMLElement} button @param {boolean} first */
function toggle(chart, place, button, first) {
  chart.toggle(button.dataset.group ?? "");
  showHidden(chart, place);
  if (first) keepChartState({ hide: [...chart.hidden] });
}

/** @param {Chart} chart @param {HTMLElement} place */
function showHidden(chart, place) {
  for (const button of all("[data-group]", place)) button.setAttribute("aria-pressed", String(!chart.hidden.has(button.dataset.group ?? "")));
}

function share() {
  const shared = readShared();
  return shared ? openShare(shared, location.href) : copy(location.href, TEXTS.linkCopied, TEXTS.copyFailed);
}

for (const table of all("table[data-filterable]")) filterable(/** @type {HTMLTableElement} */ (table));
if (one("[data-tab]")) {
  bindTabs(tab);
  tab(chartState().tab);
  addEventListener("hashchange", () => tab(chartState().tab));
}
lightOnPaper();
one("[data-share]")?.addEventListener("click", share);
const places = all("[data-chart-place]");
for (const [at, place] of places.entries()) await start(place, at === 0);
