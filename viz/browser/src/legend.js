// The legend: what looks alike, how many of them are shown, and a click that hides or shows them.
import { all, h, one, svg } from "./dom.js";
import { TEXTS } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").Group} Group */

/** Outlines in a box of 16 by 16, as the page's own legend draws them. @type {Record<string, [string, Record<string, unknown>]>} */
const SHAPES = {
  square: ["rect", { x: 2, y: 2, width: 12, height: 12, rx: 3.2 }],
  hexagon: ["path", { d: "M4.6 2h6.8L15 8l-3.6 6H4.6L1 8z" }],
  diamond: ["path", { d: "M8 1l7 7-7 7-7-7z" }],
  triangle: ["path", { d: "M8 1.5 15 14H1z" }],
  ellipse: ["ellipse", { cx: 8, cy: 8, rx: 7.5, ry: 5 }],
  dot: ["circle", { cx: 8, cy: 8, r: 6 }],
};

/** Whether a group's marks are outlines: what is no more. @param {Group} group */
export const isHollow = ({ id }) => id === "left";

/** @param {Group} group */
export function shape(group) {
  const { shape: name, color, faint } = group;
  const hollow = isHollow(group);
  const [tag, attributes] = SHAPES[name] ?? SHAPES.dot;
  return svg("svg", { class: faint && !hollow ? "shape faint" : "shape", viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true", fill: hollow ? "none" : color, stroke: hollow && color, "stroke-width": hollow && 2 }, svg(tag, attributes));
}

/**
 * Bring the legend up to date: its entries where they changed, else which are shown and how many.
 * @param {HTMLElement} stage
 * @param {Model} model
 * @param {(id: string) => void} toggle
 */
export function drawLegend(stage, model, toggle) {
  const list = one("[data-legend] ul", stage);
  if (!list) return;
  const ids = model.data.groups.map((group) => group.id);
  const there = all("[data-group]", list).map((button) => button.dataset.group);
  const titles = all("[data-group] span", list).map((span) => span.textContent);
  if (ids.join("\n") !== there.join("\n") || model.data.groups.some((group, i) => group.title !== titles[i])) list.replaceChildren(...model.data.groups.map((group) => entry(group, toggle)));
  const counts = amounts(model);
  for (const button of all("[data-group]", list)) {
    const id = button.dataset.group ?? "";
    const count = one("b", button);
    if (count) count.textContent = counts.get(id) ?? "";
    button.setAttribute("aria-pressed", String(!model.hidden.has(id)));
  }
  means(stage, model);
}

/** How many members each group has in words, and how many of them are drawn where these are fewer. @param {Model} model */
export function amounts(model) {
  return new Map([...counted(model)].map(([id, { members, seen }]) => [id, seen === members || model.hidden.has(id) ? shown(members) : TEXTS.ofAll(shown(seen), shown(members))]));
}

/** How many members each group has, and how many of them are drawn. A node may stand for several. @param {Model} model */
function counted(model) {
  /** @type {Map<string, { members: number, seen: number }>} */
  const counts = new Map(model.data.groups.map((group) => [group.id, { members: 0, seen: 0 }]));
  for (const node of model.nodes) {
    const count = counts.get(node.legend);
    if (!count) continue;
    count.members += node.holds ?? 1;
    count.seen += model.visible(node.id) ? (node.holds ?? 1) : 0;
  }
  // Two periods are compared whole, also where not all of it is drawn.
  for (const [id, all] of Object.entries(model.data.compared?.nodes ?? {})) Object.assign(counts.get(id) ?? {}, { members: all });
  return counts;
}

/** @param {Group} group @param {(id: string) => void} toggle */
function entry(group, toggle) {
  return h("li", {}, h("button", { type: "button", "data-group": group.id, "aria-pressed": "true", title: `${group.about} ${TEXTS.clickToHide}`.trim(), onclick: () => toggle(group.id) }, shape(group), h("span", {}, group.title), h("b", {}, shown(group.count))));
}

/** What size means, in words. @param {string} size @param {boolean} own whether each kind has its own scale */
export const measured = (size, own) => `${TEXTS.meaning(TEXTS.area, size)}${own ? TEXTS.ownScales : ""}`;

/** What size means now. @param {HTMLElement} stage @param {Model} model */
function means(stage, model) {
  const place = one("[data-area]", stage);
  const { size_means: size, own_scales: own } = model.data;
  if (place) place.textContent = size ? measured(size, own) : TEXTS.allSame;
}
