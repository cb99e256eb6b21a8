// What stands behind an edge, by month and kind: a small table with bars.
import { h, svg } from "./dom.js";
import { TEXTS } from "./texts.js";
import { folded, spoken } from "./values.js";

/** @typedef {import("./model.js").Model} Model */

const FIRST = ["period", "month", "kind", "source"];
const WIDE = 60;

/** @param {Record<string, unknown>[]} rows @param {Model} model */
export function evidence(rows, model) {
  if (!rows.length) return h("p", { class: "about" }, TEXTS.noEvidence);
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) => rows.some((row) => row[name] !== null && row[name] !== undefined));
  names.sort((a, b) => (FIRST.indexOf(a) + 1 || 9) - (FIRST.indexOf(b) + 1 || 9));
  const numeric = (/** @type {string} */ name) => rows.some((row) => typeof row[name] === "number");
  const kinds = names.filter((name) => model.data.contributions.includes(name) && numeric(name));
  // Kinds overlap (a merged pull request brings commits), so a bar is the largest of them and not their sum.
  const amount = (/** @type {Record<string, unknown>} */ row) => Math.max(0, ...kinds.map((kind) => Number(row[kind] ?? 0)));
  const top = Math.max(...rows.map(amount), 0);
  const bar = (/** @type {Record<string, unknown>} */ row) => h("td", { class: "bar-cell" }, svg("svg", { viewBox: `0 0 ${WIDE} 8`, width: WIDE, height: 8, "aria-hidden": "true" }, svg("rect", { width: top ? (WIDE * amount(row)) / top : 0, height: 8 })));
  const barred = top > 0 && rows.length > 1;
  return h("div", { class: "scroll evidence", tabindex: 0, role: "region", "aria-label": TEXTS.why }, h("table", { class: "data" },
    h("thead", {}, h("tr", {}, ...names.slice(0, 1).map(header), barred ? h("td", {}) : null, ...names.slice(1).map(header))),
    h("tbody", {}, ...rows.map((row) => h("tr", {}, ...names.slice(0, 1).map((name) => cell(row, name)), barred ? bar(row) : null, ...names.slice(1).map((name) => cell(row, name)))))));

  /** @param {string} name */
  function header(name) {
    return h("th", { scope: "col", class: numeric(name) && "number", title: model.data.words[name] }, spoken(name));
  }

  /** @param {Record<string, unknown>} row @param {string} name */
  function cell(row, name) {
    return h("td", { class: numeric(name) ? "number" : "short" }, ...(row[name] === null || row[name] === undefined ? ["–"] : folded(row[name])));
  }
}
