// What went wrong or is left out, said where it is seen, with what to do next.
import { h, one } from "./dom.js";
import { TEXTS } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./model.js").Model} Model */

/**
 * Say something over the picture until it is closed or something else is drawn.
 * @param {HTMLElement} stage
 * @param {string} text
 * @param {{ title: string, act: () => unknown }} [next]
 */
export function notice(stage, text, next) {
  clearNotice(stage);
  const act = () => {
    clearNotice(stage);
    next?.act();
  };
  stage.append(h("div", { class: "notice", role: "alert", "data-notice": "" }, h("p", {}, text),
    next ? h("button", { type: "button", class: "link", onclick: act }, next.title) : null,
    h("button", { type: "button", class: "icon close", "aria-label": TEXTS.close, onclick: () => clearNotice(stage) }, "×")));
}

/** @param {HTMLElement} stage */
export const clearNotice = (stage) => one("[data-notice]", stage)?.remove();

/** How many are drawn, what is left out and why, and the way to see all. @param {HTMLElement} stage @param {Model} model @param {() => unknown} showAll */
export function leftOutLine(stage, model, showAll) {
  const amounts = model.amounts();
  const { nodes, allNodes, edges, byHand, byFilter, byLegend, edgesByHand } = amounts;
  const amount = one("[data-amount]");
  const parts = one("[data-parts]");
  if (parts) parts.hidden = !model.nodes.some((node) => node.holds);
  if (amount) amount.textContent = nodes === allNodes ? TEXTS.amount(shown(nodes), shown(edges)) : TEXTS.ofAmount(shown(nodes), shown(allNodes), shown(edges));
  const line = one("[data-left-out]");
  if (!line) return;
  const reasons = [byHand && TEXTS.leftByHand(byHand), byLegend && TEXTS.leftByLegend(byLegend), byFilter && TEXTS.leftByFilter(byFilter), edgesByHand && TEXTS.edgesLeft(edgesByHand), !byFilter && model.unfit.size && TEXTS.edgesFiltered(model.unfit.size)].filter(Boolean);
  line.hidden = !reasons.length;
  line.replaceChildren(...(reasons.length ? [`${reasons.join(TEXTS.comma)}${TEXTS.stop}`, h("button", { type: "button", class: "link", onclick: showAll }, TEXTS.showAll)] : []));
}
