// The panel of several selected nodes, and that of what changed between two periods.
import { h, one } from "./dom.js";
import { hide, open, head } from "./panel.js";
import { TEXTS } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./acts.js").Acts} Acts */

const MOST = 60;

/** Show several nodes: what can be done with them, and who they are. @param {HTMLElement} panel @param {Model} model @param {string[]} ids @param {Acts} acts */
export function showMany(panel, model, ids, acts) {
  const nodes = model.ranked().filter((node) => ids.includes(node.id));
  const inside = model.edges.filter((edge) => model.seen(edge) && ids.includes(edge.from) && ids.includes(edge.to));
  const button = (/** @type {string} */ title, /** @type {() => unknown} */ act) => h("button", { type: "button", class: "small-button", onclick: act }, title);
  panel.replaceChildren(
    head(TEXTS.selection, acts),
    h("h2", {}, TEXTS.nodes(nodes.length)),
    h("p", { class: "about" }, TEXTS.tiesAmong(inside.length)),
    h("p", { class: "buttons" },
      button(TEXTS.hideThem, () => acts.hide(ids)), button(TEXTS.keepOnly, () => acts.keepOnly(ids)), button(TEXTS.pinOrNot, () => acts.pin(ids)),
      button(TEXTS.copyNames, () => acts.copyNames(ids)), button(TEXTS.saveSelection, () => acts.saveSelection(ids))),
    listed(nodes, (node) => shown(node.measure), acts),
  );
  open(panel);
}

/**
 * Show what appeared, left and stayed between two periods.
 * @param {HTMLElement} panel
 * @param {Model} model
 * @param {{ now: string, then: string }} periods
 * @param {Acts} acts
 */
export function showDifference(panel, model, { now, then }, acts) {
  const { compared } = model.data;
  panel.replaceChildren(
    head(TEXTS.difference, acts),
    h("h2", {}, TEXTS.periods(now, then)),
    compared?.cut ? h("p", { class: "note cut" }, TEXTS.cutDifference) : "",
    ...(/** @type {const} */ (["appeared", "left", "stayed", "unsure"])).flatMap((change) => {
      const nodes = model.ranked().filter((node) => (node.change ?? "unsure") === change);
      const [all, ties] = [compared?.nodes[change] ?? nodes.length, compared?.edges[change] ?? 0];
      if (change === "unsure" && !all) return [];
      return [h("h3", { class: `change ${change}` }, h("span", {}, TEXTS.changes[change]), h("span", { class: "about" }, TEXTS.nodesAndTies(all, ties))), listed(nodes, (node) => node.kind.toLowerCase(), acts), all > nodes.length ? h("p", { class: "about" }, TEXTS.notDrawn(shown(all - nodes.length))) : ""];
    }),
  );
  open(panel);
  one(".close", panel)?.addEventListener("click", () => hide(panel));
}

/** @param {import("./model.js").AtlasNode[]} nodes @param {(node: import("./model.js").AtlasNode) => string} says @param {Acts} acts */
function listed(nodes, says, acts) {
  const rest = nodes.length - MOST;
  return h("ul", { class: "ties" }, ...nodes.slice(0, MOST).map((node) => h("li", {}, h("button", { type: "button", class: "link", onclick: () => acts.selectNode(node.id) }, node.title), h("span", { class: "about" }, says(node)))),
    rest > 0 ? h("li", { class: "about" }, TEXTS.moreTies(rest)) : null);
}
