// The table of the same data: the picture's twin for the keyboard, the screen reader and the eye that wants numbers.
import { csv } from "./csv.js";
import { h, save } from "./dom.js";
import { fileName } from "./files.js";
import { AT_ONCE, Rows } from "./table_rows.js";
import { TEXTS } from "./texts.js";
import { spoken } from "./values.js";
import { without } from "./work.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {{ key: string, title: string, about?: string, value: (row: any) => unknown, act?: (row: any) => void }} Column */
/**
 * @typedef {{ words: string, sort: string[], columns: Record<string, string> }} Asked what a reader asks of the tables: the words that
 * rows have; by which column each table is sorted, as `Developer:-commits` (`-`: from the largest); and by `Developer.commits` the
 * words of that column
 */

/** The id of the table of ties; that of a table of nodes is their kind. */
const TIES = "ties";
/** The column that says what kind of node it is. */
const KIND = "kind";

/** Tables as they come. @type {Readonly<Asked>} */
export const PLAIN = Object.freeze({ words: "", sort: [], columns: {} });

/**
 * Fill the table's tab with what is drawn: nodes, edges, filters over all and by column, and files of what is left.
 * @param {HTMLElement} place
 * @param {Model} model
 * @param {{ selectNode: (id: string) => void, selectEdge: (id: string) => void }} acts
 * @param {Asked} asked
 * @param {(asked: Asked) => void} changed
 */
export function fillTables(place, model, acts, asked, changed) {
  const ranked = model.ranked().filter((node) => model.visible(node.id));
  const kinds = [...new Set(ranked.map((node) => node.kind))];
  const wish = new Wish(asked, changed);
  const parts = [
    ...kinds.map((kind) => {
      const nodes = ranked.filter((node) => node.kind === kind);
      return section(kind, model.data.kinds[kind] ?? kind, nodeColumns(model, acts, nodes).filter((column) => column.key !== KIND), nodes, wish);
    }),
    section(TIES, TEXTS.ties, edgeColumns(model, acts), model.edges.filter((edge) => model.seen(edge)).sort((a, b) => b.weight - a.weight), wish),
  ];
  const filter = /** @type {HTMLInputElement} */ (h("input", { type: "search", id: "filter", placeholder: TEXTS.filter, value: asked.words, oninput: () => (wish.say({ words: filter.value }), parts.forEach((part) => part.filter())) }));
  const { nodes, allNodes } = model.amounts();
  place.replaceChildren(
    h("div", { class: "filter" }, h("label", { class: "hidden", for: "filter" }, TEXTS.filter), filter),
    nodes < allNodes ? h("p", { class: "note" }, TEXTS.tableOf(nodes, allNodes)) : "",
    ...parts.map((part) => part.element));
}

/** The columns of a network's nodes. @param {Model} model @param {{ selectNode: (id: string) => void }} acts @param {import("./model.js").AtlasNode[]} [nodes] @returns {Column[]} */
export function nodeColumns(model, acts, nodes = model.nodes) {
  const names = factNames(nodes);
  const measured = model.nodes.some((node) => node.measure !== null);
  return [
    { key: "title", title: names.includes("name") ? TEXTS.title : TEXTS.name, value: (n) => n.title, act: (n) => acts.selectNode(n.id) },
    { key: KIND, title: TEXTS.kind, value: (n) => spoken(n.kind.toLowerCase()) },
    ...(measured && !names.some((name) => same(nodes, name)) ? [{ key: "measure", title: measureOf(model, nodes), value: (/** @type {any} */ n) => n.measure }] : []),
    ...changeColumn(model),
    ...names.map((name) => ({ key: name, title: spoken(name), about: model.data.words[name], value: (/** @type {any} */ n) => n.facts[name] })),
  ];
}

/** Where two periods are compared: what appeared, left and stayed. @param {Model} model @returns {Column[]} */
const changeColumn = (model) => (model.data.compared ? [{ key: "change", title: TEXTS.change, value: (item) => TEXTS.changes[/** @type {"left"} */ (item.change ?? "unsure")] }] : []);

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
    { key: "from", title: TEXTS.from, value: (e) => title(e.from), act: (e) => acts.selectEdge(e.id) },
    { key: "to", title: TEXTS.to, value: (e) => title(e.to) },
    { key: "type", title: TEXTS.tie, value: (e) => spoken(e.type.toLowerCase()) },
    { key: "weight", title: model.data.weight_means || TEXTS.weight, value: (e) => e.weight },
    ...changeColumn(model),
    ...(model.data.compared ? [{ key: "now", title: TEXTS.nowWeight, value: (/** @type {any} */ e) => e.now }, { key: "before", title: TEXTS.thenWeight, value: (/** @type {any} */ e) => e.before }] : []),
    ...factNames(model.edges).map((name) => ({ key: name, title: spoken(name), about: model.data.words[name], value: (/** @type {any} */ e) => e.facts[name] })),
  ];
}

/** @param {{ facts: Record<string, unknown> }[]} items */
const factNames = (items) => [...new Set(items.flatMap((item) => Object.keys(item.facts)))];

/** What a reader asks of the tables, while it changes. */
class Wish {
  /** @param {Asked} asked @param {(asked: Asked) => void} changed */
  constructor(asked, changed) {
    this.asked = asked;
    this.changed = changed;
  }

  /** @param {Partial<Asked>} part */
  say(part) {
    this.asked = { ...this.asked, ...part };
    this.changed(this.asked);
  }

  /** By which of these columns a table is sorted, -1 for none, and whether from the largest. @param {string} id @param {Column[]} columns */
  order(id, columns) {
    const key = this.asked.sort.find((text) => text.startsWith(`${id}:`))?.slice(id.length + 1) ?? "";
    const down = key.startsWith("-");
    return { column: columns.findIndex((column) => column.key === key.slice(Number(down))), down };
  }

  /** @param {string} id @param {Column} column @param {boolean} down */
  sortBy(id, { key }, down) {
    this.say({ sort: [...this.asked.sort.filter((text) => !text.startsWith(`${id}:`)), `${id}:${down ? "-" : ""}${key}`] });
  }

  /** The words that the columns of a table are filtered by. @param {string} id @param {Column[]} columns */
  each(id, columns) {
    return columns.map(({ key }) => this.asked.columns[`${id}.${key}`] ?? "");
  }

  /** @param {string} id @param {Column} column @param {string} text */
  filterBy(id, { key }, text) {
    const name = `${id}.${key}`;
    this.say({ columns: { ...without(this.asked.columns, [name]), ...(text ? { [name]: text } : {}) } });
  }
}

/** @param {string} id @param {string} title @param {Column[]} columns @param {any[]} rows @param {Wish} wish */
function section(id, title, columns, rows, wish) {
  const list = new Rows(columns, rows);
  const { numeric } = list;
  const body = h("tbody", {});
  const count = h("span", { class: "about", role: "status" });
  const more = h("button", { type: "button", class: "link", onclick: () => show(list.most + AT_ONCE) });
  const heads = columns.map((column, i) => h("th", { scope: "col", class: numeric[i] && "number", title: column.about }, h("button", { type: "button", onclick: () => turn(i) }, column.title)));
  const words = wish.each(id, columns);
  const open = words.some(Boolean);
  const by = h("tr", { class: "by-column", hidden: !open }, ...columns.map((column, i) => h("td", {}, h("input", { type: "search", "aria-label": TEXTS.filterColumn(column.title), value: words[i], oninput: (/** @type {any} */ event) => (wish.filterBy(id, column, event.target.value), filter()) }))));
  const byColumn = h("button", { type: "button", class: "link", "aria-expanded": String(open), onclick: () => byColumn.setAttribute("aria-expanded", String(!(by.hidden = !by.hidden))) }, TEXTS.byColumn);
  const file = h("button", { type: "button", class: "link", "aria-label": TEXTS.saveTable(title), onclick: () => saveTable(title, columns, list.left) }, TEXTS.csv);
  const table = h("table", { class: "data" }, h("caption", { class: "hidden" }, title), h("thead", {}, h("tr", {}, ...heads), by), body);
  const element = h("section", {}, h("div", { class: "table-head" }, h("h2", {}, title, " ", count), byColumn, file), h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": title }, table), h("p", {}, more));
  const show = (/** @type {number} */ most) => {
    list.most = most;
    body.replaceChildren(...list.shown());
    const hidden = list.left.length - most;
    count.textContent = TEXTS.rowsShown(list.left.length, rows.length);
    more.textContent = TEXTS.moreRows(Math.min(hidden, AT_ONCE), hidden);
    more.hidden = hidden <= 0;
  };
  const filter = () => {
    list.filter(wish.asked.words, wish.each(id, columns));
    show(AT_ONCE);
  };
  const sort = () => {
    const { column, down } = wish.order(id, columns);
    heads.forEach((head, i) => (i === column ? head.setAttribute("aria-sort", down ? "descending" : "ascending") : head.removeAttribute("aria-sort")));
    if (column >= 0) list.sort(column, down);
    filter();
  };
  const turn = (/** @type {number} */ column) => {
    const before = heads[column].getAttribute("aria-sort");
    wish.sortBy(id, columns[column], before ? before === "ascending" : numeric[column]);
    sort();
  };
  sort();
  return { element, filter };
}

/** The rows of a table as they are shown and sorted. @param {string} title @param {Column[]} columns @param {any[]} rows */
function saveTable(title, columns, rows) {
  const text = csv([columns.map((column) => column.title), ...rows.map((row) => columns.map((column) => column.value(row)))]);
  save(fileName(title.toLowerCase().replaceAll(" ", "-"), "csv"), new Blob([text], { type: "text/csv" }));
}
