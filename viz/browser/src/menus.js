// What the menus of nodes, edges and the empty canvas offer.
import { showHelp } from "./keys.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/** @typedef {import("./menu.js").Item} Item */

/** The entries for these nodes, or else this edge, or else the picture. @param {Page} page @param {string[]} nodes @param {string} edge @returns {Item[]} */
export function itemsOf(page, nodes, edge) {
  if (nodes.length === 1) return ofNode(page, nodes[0]);
  if (nodes.length) return ofSeveral(page, nodes);
  return edge ? ofEdge(page, edge) : ofPicture(page);
}

/** @param {Page} page @param {string} id @returns {Item[]} */
function ofNode({ acts, work, model }, id) {
  const [open, seed] = [acts.expanded(id), work.seeds.includes(id)];
  return [
    open ? { title: TEXTS.collapse, key: "c", act: () => acts.collapse(id) } : { title: TEXTS.expand, key: "e", act: () => acts.expand(id), off: !acts.expandable(id) },
    ...(!open && acts.partOf(id) ? [{ title: TEXTS.intoGroup, key: "c", act: () => acts.collapse(id) }] : []),
    { title: seed ? TEXTS.unseed : TEXTS.asSeed, key: "s", act: () => acts.seed(id), off: !seed && !acts.seedable(id) },
    null,
    { title: id in work.pins ? TEXTS.unpin : TEXTS.pin, key: "p", act: () => acts.pin([id]) },
    { title: TEXTS.hideIt, key: "h", act: () => acts.hide([id]) },
    { title: TEXTS.focus, key: "f", act: () => acts.focus(id) },
    null,
    { title: TEXTS.openPage, key: "o", href: model.node.get(id)?.href || undefined, off: !model.node.get(id)?.href },
    { title: TEXTS.copyName, act: () => acts.copyNames([id]) },
    { title: TEXTS.copyLink, act: () => acts.copyLink(id) },
  ];
}

/** @param {Page} page @param {string[]} ids @returns {Item[]} */
function ofSeveral({ acts, work }, ids) {
  return [
    { title: ids.every((id) => id in work.pins) ? TEXTS.unpin : TEXTS.pin, key: "p", act: () => acts.pin(ids) },
    { title: TEXTS.hideThem, key: "h", act: () => acts.hide(ids) },
    { title: TEXTS.keepOnly, key: "k", act: () => acts.keepOnly(ids) },
    null,
    { title: TEXTS.copyNames, act: () => acts.copyNames(ids) },
    { title: TEXTS.saveSelection, act: () => acts.saveSelection(ids) },
  ];
}

/** @param {Page} page @param {string} id @returns {Item[]} */
function ofEdge({ acts, panel }, id) {
  const evidence = () => {
    acts.selectEdge(id);
    panel.focus();
  };
  return [{ title: TEXTS.why, act: evidence }, { title: TEXTS.hideIt, key: "h", act: () => acts.hideEdge(id) }];
}

/** @param {Page} page @returns {Item[]} */
function ofPicture(page) {
  const { byHand, byFilter, byLegend, edgesByHand } = page.model.amounts();
  return [
    { title: TEXTS.selectAll, key: "Ctrl+A", act: () => page.hand.chooseAll() },
    { title: TEXTS.fit, key: "0", act: () => page.zoom("fit") },
    { title: TEXTS.showHidden, key: "Shift+H", act: () => page.acts.showAll(), off: !(byHand + byFilter + byLegend + edgesByHand) },
    null,
    { title: TEXTS.undo, key: "Ctrl+Z", act: () => page.undo(), off: !page.steps.past.length },
    { title: TEXTS.redo, key: "Ctrl+Shift+Z", act: () => page.redo(), off: !page.steps.future.length },
    { title: TEXTS.reset, act: () => page.acts.reset() },
    null,
    { title: TEXTS.helpTitle, key: "?", act: () => showHelp() },
  ];
}
