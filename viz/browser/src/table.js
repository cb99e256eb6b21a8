// The table of the same data: the picture's twin for the keyboard, the screen reader and the eye that wants numbers.
import { csv } from "./csv.js";
import { all, h, one, save } from "./dom.js";
import { fileName } from "./files.js";
import { AT_ONCE, Rows } from "./table_rows.js";
import { TEXTS } from "./texts.js";
import { spoken } from "./values.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {{ title: string, about?: string, value: (row: any) => unknown, act?: (row: any) => void }} Column */

/**
 * Fill the table's tab with what is drawn: nodes, edges, filters over all and by column, and files of what is left.
 * @param {HTMLElement} place
 * @param {Model} model
 * @param {{ selectNode: (id: string) => void, selectEdge: (id: string) => void }} acts
 */
export function fillTables(place, model, acts) {
  const ranked = model.ranked().filter((node) => model.visible(node.id));
  const kinds = [...new Set(ranked.map((node) => node.kind))];
  const parts = [
    ...kinds.map((kind) => {
      const nodes = ranked.filter((node) => node.kind === kind);
      return section(model.data.kinds[kind] ?? kind, nodeColumns(model, acts, nodes).filter((column) => column.title !== TEXTS.kind), nodes);
    }),
    section(TEXTS.ties, edgeColumns(model, acts), model.edges.filter((edge) => model.seen(edge)).sort((a, b) => b.weight - a.weight)),
  ];
  const before = /** @type {HTMLInputElement | null} */ (one("#filter", place))?.value ?? "";
  const filter = /** @type {HTMLInputElement} */ (h("input", { type: "search", id: "filter", placeholder: TEXTS.filter, oninput: () => parts.forEach((part) => part.filter(filter.value)) }));
  filter.value = before;
  const { nodes, allNodes } = model.amounts();
  place.replaceChildren(
    h("div", { class: "filter" }, h("label", { class: "hidden", for: "filter" }, TEXTS.filter), filter),
    nodes < allNodes ? h("p", { class: "note" }, TEXTS.tableOf(nodes, allNodes)) : "",
    ...parts.map((part) => part.element));
  if (before) parts.forEach((part) => part.filter(before));
}

/** The columns of a network's nodes. @param {Model} model @param {{ selectNode: (id: string) => void }} acts @param {import("./model.js").AtlasNode[]} [nodes] @returns {Column[]} */
export function nodeColumns(model, acts, nodes = model.nodes) {
  const names = factNames(nodes);
  const measured = model.nodes.some((node) => node.measure !== null);
  return [
    { title: names.includes("name") ? TEXTS.title : TEXTS.name, value: (n) => n.title, act: (n) => acts.selectNode(n.id) },
    { title: TEXTS.kind, value: (n) => spoken(n.kind.toLowerCase()) },
    ...(measured && !names.some((name) => same(nodes, name)) ? [{ title: measureOf(model, nodes), value: (/** @type {any} */ n) => n.measure }] : []),
    ...names.map((name) => ({ title: spoken(name), about: model.data.words[name], value: (/** @type {any} */ n) => n.facts[name] })),
  ];
}

/** Whether a fact says what the size says, so that one column is enough. @param {import("./model.js").AtlasNode[]} nodes @param {string} name */
const same = (nodes, name) => nodes.some((node) => node.measure !== null) && nodes.every((node) => node.facts[name] === node.measure);

/** What the size of these nodes means: of "contributions of a developer; developers of a repository" the part about their kind. @param {Model} model @param {import("./model.js").AtlasNode[]} nodes */
function measureOf(model, nodes) {
  const kinds = [...new Set(nodes.map((node) => node.kind.toLowerCase()))];
  const part = model.data.size_means.split(/[;；]/).find((words) => kinds.length === 1 && (words.trim().endsWith(kinds[0]) || words.startsWith(spoken(kinds[0]))));
  return part?.trim() || model.data.size_means || TEXTS.size;
}

/** The columns of a network's edges. @param {Model} model @param {{ selectEdge: (id: string) => void }} acts @returns {Column[]} */
export function edgeColumns(model, acts) {
  const title = (/** @type {string} */ id) => model.node.get(id)?.title;
  return [
    { title: TEXTS.from, value: (e) => title(e.from), act: (e) => acts.selectEdge(e.id) },
    { title: TEXTS.to, value: (e) => title(e.to) },
    { title: TEXTS.tie, value: (e) => spoken(e.type.toLowerCase()) },
    { title: model.data.weight_means || TEXTS.weight, value: (e) => e.weight },
    ...factNames(model.edges).map((name) => ({ title: spoken(name), about: model.data.words[name], value: (/** @type {any} */ e) => e.facts[name] })),
  ];
}

/** @param {{ facts: Record<string, unknown> }[]} items */
const factNames = (items) => [...new Set(items.flatMap((item) => Object.keys(item.facts)))];

/** @param {string} title @param {Column[]} columns @param {any[]} rows */
function section(title, columns, rows) {
  const list = new Rows(columns, rows);
  const { numeric } = list;
  const body = h("tbody", {});
  const count = h("span", { class: "about", role: "status" });
  const more = h("button", { type: "button", class: "link", onclick: () => show(list.most + AT_ONCE) });
  const heads = columns.map((column, i) => h("th", { scope: "col", class: numeric[i] && "number", title: column.about }, h("button", { type: "button", onclick: () => sort(i) }, column.title)));
  const asked = h("tr", { class: "by-column", hidden: true }, ...columns.map((column) => h("td", {}, h("input", { type: "search", "aria-label": TEXTS.filterColumn(column.title), oninput: () => filter(list.words) }))));
  const byColumn = h("button", { type: "button", class: "link", "aria-expanded": "false", onclick: () => byColumn.setAttribute("aria-expanded", String(!(asked.hidden = !asked.hidden))) }, TEXTS.byColumn);
  const file = h("button", { type: "button", class: "link", "aria-label": TEXTS.saveTable(title), onclick: () => saveTable(title, columns, list.left) }, TEXTS.csv);
  const table = h("table", { class: "data" }, h("caption", { class: "hidden" }, title), h("thead", {}, h("tr", {}, ...heads), asked), body);
  const element = h("section", {}, h("div", { class: "table-head" }, h("h2", {}, title, " ", count), byColumn, file), h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, table), h("p", {}, more));
  const show = (/** @type {number} */ most) => {
    list.most = most;
    body.replaceChildren(...list.shown());
    const hidden = list.left.length - most;
    count.textContent = TEXTS.rowsShown(list.left.length, rows.length);
    more.textContent = TEXTS.moreRows(Math.min(hidden, AT_ONCE), hidden);
    more.hidden = hidden <= 0;
  };
  const filter = (/** @type {string} */ text) => {
    list.filter(text, all("input", asked).map((input) => /** @type {HTMLInputElement} */ (input).value));
    show(AT_ONCE);
  };
  const sort = (/** @type {number} */ column) => {
    const before = heads[column].getAttribute("aria-sort");
    const down = before ? before === "ascending" : numeric[column];
    for (const head of heads) head.removeAttribute("aria-sort");
    heads[column].setAttribute("aria-sort", down ? "descending" : "ascending");
    list.sort(column, down);
    filter(list.words);
  };
  filter("");
  return { element, filter };
}

/** The rows of a table as they are shown and sorted. @param {string} title @param {Column[]} columns @param {any[]} rows */
function saveTable(title, columns, rows) {
  const text = csv([columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.value(row)))]);
  save(fileName(title.toLowerCase().replaceAll(" ", "-"), "csv"), new Blob([text], { type: "text/csv" }));
}
