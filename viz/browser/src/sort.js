// Tables that sort by a click on a column's head, and say so to screen readers.
import { all, h } from "./dom.js";
import { compare } from "./values.js";

/** Make a table's columns sortable. @param {HTMLTableElement} table */
export function sortable(table) {
  all("thead th", table).forEach((head) => {
    const button = h("button", { type: "button", onclick: () => sort(table, head) }, ...head.childNodes);
    head.replaceChildren(button);
  });
}

/** @param {HTMLTableElement} table @param {HTMLElement} head */
function sort(table, head) {
  const numeric = head.classList.contains("number");
  const before = head.getAttribute("aria-sort");
  const down = before ? before === "ascending" : numeric;
  order(table, head, down);
  table.dispatchEvent(new CustomEvent("sorted", { detail: `${down ? "-" : ""}${head.dataset.column ?? ""}` }));
}

/** Sort the rows by the column of this head. @param {HTMLTableElement} table @param {HTMLElement} head @param {boolean} down from the largest */
export function order(table, head, down) {
  const numeric = head.classList.contains("number");
  const column = all("thead th", table).indexOf(head);
  all("th[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const value = (/** @type {HTMLTableRowElement} */ row) => {
    const cell = row.cells[column];
    if (!numeric) return cell.classList.contains("unknown") ? "" : (cell.textContent ?? "").trim();
    return cell.dataset.value ? Number(cell.dataset.value) : null;
  };
  const rows = [...body.rows].map((row) => ({ row, value: value(row) }));
  const empty = (/** @type {unknown} */ v) => v === null || v === "";
  rows.sort((a, b) => (empty(a.value) || empty(b.value) || !down ? compare(a.value, b.value) : compare(b.value, a.value)));
  body.append(...rows.map(({ row }) => row));
}
