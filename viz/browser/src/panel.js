// The panel at the right (a sheet from below on a narrow screen): what is selected, and why it is there.
import { all, h } from "./dom.js";
import { evidence } from "./evidence.js";
import { rove } from "./rove.js";
import { more } from "./series.js";
import { TEXTS } from "./texts.js";
import { folded, shown, spoken } from "./values.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./acts.js").Acts} Acts */

const TIES = 14;

/**
 * Show a node: facts, links, what can be done with it, its series or employers, and its ties with their weights.
 * @param {HTMLElement} panel
 * @param {Model} model
 * @param {string} id
 * @param {Acts} acts
 */
export function showNode(panel, model, id, acts) {
  const node = /** @type {import("./model.js").AtlasNode} */ (model.node.get(id));
  const ties = model.seenTies(id);
  const heading = node.href ? h("a", { href: node.href }, node.title) : node.title;
  const scroll = panel.dataset.of === id ? panel.scrollTop : 0;
  panel.replaceChildren(
    head(kindOf(model, node), acts),
    h("h2", {}, heading),
    h("p", { class: "links" },
      node.href ? h("a", { href: node.href }, TEXTS.openPage) : null,
      node.host ? h("a", { href: node.host, rel: "noreferrer external" }, TEXTS.onHost) : null,
      h("button", { type: "button", class: "link", onclick: () => acts.focus(id) }, TEXTS.focus)),
    doings(id, acts),
    node.change ? h("p", { class: `change ${node.change}` }, TEXTS.changesAbout[node.change]) : "",
    facts(node.facts, model),
    more(node),
    h("h3", {}, TEXTS.neighbours(ties.length)),
    model.data.weight_means && ties.length ? h("p", { class: "about" }, model.data.weight_means) : "",
    h("ul", { class: "ties" }, ...ties.slice(0, TIES).map((tie) => tieRow(model, tie, id, acts))),
    ...(ties.length > TIES ? [h("p", { class: "about" }, TEXTS.moreTies(ties.length - TIES))] : []),
  );
  open(panel);
  panel.dataset.of = id;
  panel.scrollTop = scroll;
}

/** What can be done with a node, as buttons for those who do not look for a menu. @param {string} id @param {Acts} acts */
function doings(id, acts) {
  if (!acts.page.whole) return "";
  const { work } = acts.page;
  const button = (/** @type {string} */ title, /** @type {() => unknown} */ act) => h("button", { type: "button", class: "small-button", onclick: act }, title);
  return h("p", { class: "buttons" },
    acts.expanded(id) ? button(TEXTS.collapse, () => acts.collapse(id)) : acts.expandable(id) ? button(TEXTS.expand, () => acts.expand(id)) : null,
    !acts.expanded(id) && acts.partOf(id) ? button(TEXTS.intoGroup, () => acts.collapse(id)) : null,
    button(id in work.pins ? TEXTS.unpin : TEXTS.pin, () => acts.pin([id])),
    button(TEXTS.hideIt, () => acts.hide([id])));
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
    acts.page.whole ? h("p", { class: "buttons" }, h("button", { type: "button", class: "small-button", onclick: () => acts.hideEdge(id) }, TEXTS.hideIt)) : "",
    edge.change ? h("p", { class: `change ${edge.change}` }, TEXTS.weightThen(shown(edge.now ?? 0), shown(edge.before ?? 0))) : "",
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
export function open(panel) {
  for (const list of all(".ties", panel)) rove(list);
  panel.hidden = false;
  panel.dataset.of = "";
  panel.scrollTop = 0;
}

/** The first line of the panel: what is shown, and how to close it. @param {string} kind @param {Acts} acts */
export function head(kind, acts) {
  return h("div", { class: "panel-head" }, h("p", { class: "kind" }, kind), h("button", { type: "button", class: "icon close", "aria-label": TEXTS.close, title: TEXTS.close, onclick: () => acts.clear() }, "×"));
}

/** @param {Model} model @param {import("./model.js").AtlasNode} node */
function kindOf(model, node) {
  const group = model.group.get(node.legend);
  const kind = spoken(node.kind.toLowerCase());
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
    h("button", { type: "button", class: "weight", title: TEXTS.why, "aria-label": TEXTS.meaning(TEXTS.why, `${other.title}${TEXTS.comma}${shown(tie.weight)}`), onclick: () => acts.selectEdge(tie.id) }, shown(tie.weight)));
}
