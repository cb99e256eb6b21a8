// The rows of a large table: all of them are filtered and sorted, and as many are put into the page as a reader looks at.
import { h } from "./dom.js";
import { TEXTS } from "./texts.js";
import { compare, folded, shown } from "./values.js";

/** @typedef {import("./table.js").Column} Column */

/** So many rows are in the page at first, and so many more at a time. */
export const AT_ONCE = 1000;

export class Rows {
  /** @param {Column[]} columns @param {any[]} rows */
  constructor(columns, rows) {
    this.columns = columns;
    this.rows = rows;
    this.numeric = columns.map((column) => rows.some((row) => typeof column.value(row) === "number"));
    /** What the filters leave, sorted. */
    this.left = rows;
    this.most = AT_ONCE;
    /** @type {Map<any, HTMLElement>} */
    this.made = new Map();
    /** @type {Map<any, string[]>} */
    this.texts = new Map();
  }

  /** The rows that are shown. */
  shown() {
    return this.left.slice(0, this.most).map((row) => {
      const known = this.made.get(row) ?? h("tr", {}, ...this.columns.map((column, i) => cell(column, row, this.numeric[i])));
      this.made.set(row, known);
      return known;
    });
  }

  /** Leave only rows with these words, and with these parts in each column. @param {string} text @param {string[]} each */
  filter(text, each) {
    const wanted = text.trim().toLowerCase();
    const parts = each.map((part) => part.trim().toLowerCase());
    this.left = wanted || parts.some(Boolean) ? this.rows.filter((row) => this.has(row, wanted, parts)) : this.rows;
  }

  /** @param {any} row @param {string} wanted @param {string[]} parts */
  has(row, wanted, parts) {
    const texts = this.texts.get(row) ?? this.columns.map((column) => wordsOf(column.value(row)).toLowerCase());
    this.texts.set(row, texts);
    return texts.some((text) => text.includes(wanted)) && parts.every((part, i) => !part || texts[i].includes(part));
  }

  /** Sort by a column; what is unknown comes last either way. @param {number} column @param {boolean} down */
  sort(column, down) {
    const of = (/** @type {any} */ row) => {
      const value = this.columns[column].value(row);
      if (this.numeric[column]) return typeof value === "number" ? value : null;
      return value === undefined || wordsOf(value) === TEXTS.unknown ? "" : wordsOf(value);
    };
    const empty = (/** @type {unknown} */ value) => value === null || value === "";
    const keyed = this.rows.map((row) => ({ row, value: of(row) }));
    keyed.sort((a, b) => (empty(a.value) || empty(b.value) || !down ? compare(a.value, b.value) : compare(b.value, a.value)));
    this.rows = keyed.map(({ row }) => row);
  }
}

/** @param {unknown} value */
const wordsOf = (value) => (value === undefined ? "–" : shown(value));

/** @param {Column} column @param {any} row @param {boolean} numeric */
function cell(column, row, numeric) {
  const value = column.value(row);
  const words = wordsOf(value);
  const inside = column.act ? [h("button", { type: "button", class: "link", onclick: () => column.act?.(row) }, words)] : value === undefined ? [words] : folded(value);
  return h("td", { class: numeric ? "number" : words === TEXTS.unknown ? "unknown" : words.length < 25 ? "short" : null, "data-value": numeric ? (value ?? "") : null }, ...inside);
}
