// A field above a table that leaves only the rows with these words.
import { h } from "./dom.js";
import { TEXTS } from "./texts.js";

/** @param {HTMLTableElement} table */
export function filterable(table) {
  const rows = [...table.tBodies[0].rows];
  const count = h("span", { class: "about", role: "status" }, TEXTS.rowsShown(rows.length, rows.length));
  const field = /** @type {HTMLInputElement} */ (h("input", { type: "search", placeholder: TEXTS.filter, "aria-label": TEXTS.filter }));
  field.addEventListener("input", () => {
    const words = field.value.trim().toLowerCase();
    let left = 0;
    for (const row of rows) {
      row.hidden = !(row.textContent ?? "").toLowerCase().includes(words);
      left += Number(!row.hidden);
    }
    count.textContent = TEXTS.rowsShown(left, rows.length);
  });
  (table.closest(".scroll") ?? table).before(h("div", { class: "filter" }, field, " ", count));
}
