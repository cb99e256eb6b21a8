// The table beside a chart: a field above it leaves only the rows with these words; words and order are in the address.
import { chartState, keepChartState } from "./chart_state.js";
import { h, one } from "./dom.js";
import { order } from "./sort.js";
import { TEXTS } from "./texts.js";

/** @param {HTMLTableElement} table */
export function filterable(table) {
  const rows = [...table.tBodies[0].rows];
  const count = h("span", { class: "about", role: "status" });
  const field = /** @type {HTMLInputElement} */ (h("input", { type: "search", placeholder: TEXTS.filter, "aria-label": TEXTS.filter }));
  const filter = () => {
    const words = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !(row.textContent ?? "").toLowerCase().includes(words);
    count.textContent = TEXTS.rowsShown(rows.filter((row) => !row.hidden).length, rows.length);
  };
  const restore = () => {
    const { filter: words, sort } = chartState();
    const down = sort.startsWith("-");
    const head = one(`th[data-column="${CSS.escape(sort.slice(Number(down)))}"]`, table);
    if (head) order(table, head, down);
    field.value = words;
    filter();
  };
  field.addEventListener("input", () => {
    keepChartState({ filter: field.value });
    filter();
  });
  table.addEventListener("sorted", (event) => keepChartState({ sort: /** @type {CustomEvent} */ (event).detail }));
  addEventListener("hashchange", restore);
  (table.closest(".scroll") ?? table).before(h("div", { class: "filter" }, field, " ", count));
  restore();
}
