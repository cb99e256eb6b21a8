// The panel at the right (a sheet from below on a narrow screen): what is selected, and why it is there.
import { h } from "./dom.js";
import { TEXTS } from "./texts.js";
import { folded, shown, spoken } from "./values.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {{ selectNode: (id: string) => void, selectEdge: (id: string) => void, clear: () => void, focus: (id: string) => void }} Acts */

const TIES = 14;

/**
 * Show a node: facts, links, and its ties with their weights.
 * @param {HTMLElement} panel
 * @param {Model} model
 * @param {string} id
 * @param {Acts} acts
 */
export function showNode(panel, model, id, acts) {
  const node = /** @type {import("./model.js").AtlasNode} */ (model.node.get(id));
  const ties = (model.ties.get(id) ?? []).filter((tie) => model.visible(model.other(tie, id).id));
  const heading = node.href ? h("a", { href: node.href }, node.title) : node.title;
  panel.replaceChildren(
    head(kindOf(model, node), acts),
    h("h2", {}, heading),
    h("p", { class: "links" },
      node.href ? h("a", { href: node.href }, TEXTS.openPage) : null,
      node.host ? h("a", { href: node.host, rel: "noreferrer external" }, TEXTS.onHost) : null,
      h("button", { type: "button", class: "link", onclick: () => acts.focus(id) }, TEXTS.focus)),
    facts(node.facts, model),
    h("h3", {}, TEXTS.neighbours(ties.length)),
    model.data.weight_means && ties.length ? h("p", { class: "about" }, model.data.weight_means) : "",
    h("ul", { class: "ties" }, ...ties.slice(0, TIES).map((tie) => tieRow(model, tie, id, acts))),
    ...(ties.length > TIES ? [h("p", { class: "about" }, TEXTS.moreTies(ties.length - TIES))] : []),
  );
  open(panel);
}

/**
 * Show an edge: both ends, facts, and the evidence by period, kind and source.
 * @param {HTMLElement} panel
 * @param {Model} model
 * @param {string} id
 * @param {Acts} acts
 */
export function showEdge(panel, model, id, acts) {
  const edge = /** @type {import("./model.js").AtlasEdge} */ (model.edge.get(id));
  const end = (/** @type {string} */ key) => h("button", { type: "button", class: "link", onclick: () => acts.selectNode(key) }, model.node.get(key)?.title ?? key);
  panel.replaceChildren(
    head(spoken(edge.type.toLowerCase()), acts),
    h("h2", { class: "ends" }, end(edge.from), h("span", {}, TEXTS.between), end(edge.to)),
    model.data.types[edge.type] ? h("p", { class: "about" }, model.data.types[edge.type]) : h("span"),
    facts(Object.keys(edge.facts).length ? edge.facts : { [model.data.weight_means || TEXTS.weight]: edge.weight }, model),
    h("h3", {}, TEXTS.why),
    evidence(edge.evidence, model),
  );
  open(panel);
}

/** @param {HTMLElement} panel */
export function hide(panel) {
  panel.hidden = true;
  panel.replaceChildren();
}

/** @param {HTMLElement} panel */
function open(panel) {
  panel.hidden = false;
  panel.scrollTop = 0;
}

/** @param {string} kind @param {Acts} acts */
function head(kind, acts) {
  return h("div", { class: "panel-head" }, h("p", { class: "kind" }, kind), h("button", { type: "button", class: "icon close", "aria-label": TEXTS.close, title: TEXTS.close, onclick: acts.clear }, "×"));
}

/** @param {Model} model @param {import("./model.js").AtlasNode} node */
function kindOf(model, node) {
  const group = model.group.get(node.legend);
  const kind = node.kind.toLowerCase();
  return group && group.title !== node.title && !group.title.startsWith(kind.slice(0, 6)) ? `${kind}, ${group.title}` : kind;
}

/** @param {Record<string, unknown>} map @param {Model} model */
function facts(map, model) {
  return h("dl", { class: "facts" }, ...Object.entries(map).map(([name, value]) =>
    h("div", {}, h("dt", { title: model.data.words[name] }, spoken(name)), h("dd", shown(value) === TEXTS.unknown ? { class: "unknown" } : {}, ...folded(value)))));
}

/** @param {Model} model @param {import("./model.js").AtlasEdge} tie @param {string} id @param {Acts} acts */
function tieRow(model, tie, id, acts) {
  const other = model.other(tie, id);
  return h("li", {},
    h("button", { type: "button", class: "link", onclick: () => acts.selectNode(other.id) }, other.title),
    h("button", { type: "button", class: "weight", title: TEXTS.why, "aria-label": `${TEXTS.why}: ${other.title}, ${shown(tie.weight)}`, onclick: () => acts.selectEdge(tie.id) }, shown(tie.weight)));
}

/** @param {Record<string, unknown>[]} rows @param {Model} model */
function evidence(rows, model) {
  if (!rows.length) return h("p", { class: "about" }, TEXTS.noEvidence);
  const first = ["period", "month", "kind", "source"];
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  names.sort((a, b) => (first.indexOf(a) + 1 || 9) - (first.indexOf(b) + 1 || 9));
  const numeric = (/** @type {string} */ name) => rows.some((row) => typeof row[name] === "number");
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": TEXTS.why }, h("table", { class: "data" },
    h("thead", {}, h("tr", {}, ...names.map((name) => h("th", { scope: "col", class: numeric(name) && "number", title: model.data.words[name] }, spoken(name))))),
    h("tbody", {}, ...rows.map((row) => h("tr", {}, ...names.map((name) => h("td", { class: numeric(name) && "number" }, ...(name in row ? folded(row[name]) : ["–"]))))))));
}
