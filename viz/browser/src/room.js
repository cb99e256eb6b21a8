// The free room of a canvas: what stands over it, and the view that shows marks beside these.
import { fitted } from "./fit.js";

/** @typedef {import("./labels.js").Box} Box */

/** Free pixels along the edges of the canvas; more at the right, where most labels are. */
const EDGE = { left: 28, top: 28, right: 76, bottom: 28 };
export const NARROW = 760;
/** Pixels from an edge of the canvas, and from the panel, within which a mark is hardly seen or has no room for its label. */
const [NEAR, LABEL] = [24, 100];

/** What stands over the canvas: heading, legend, buttons and the panel, in pixels from the canvas's corner. @param {HTMLElement} element @param {boolean} [bare] as if there were no panel @returns {Box[]} */
export function walls(element, bare = false) {
  const stage = element.closest(".stage");
  if (!stage) return [];
  const origin = element.getBoundingClientRect();
  const texts = [...stage.querySelectorAll(".heading > :not(.doings), .heading .doings summary, .heading .doings > button, .legend ul, .scales")].map(inked);
  const solid = [...stage.querySelectorAll(bare ? ".zoom" : ".zoom, .panel:not([hidden])")].map((part) => part.getBoundingClientRect());
  return [...texts, ...solid]
    .filter((box) => box.width && box.height)
    .map((box) => ({ left: box.left - origin.left, top: box.top - origin.top, right: box.right - origin.left, bottom: box.bottom - origin.top }));
}

/** Where the panel begins: at the right of a wide screen, at the foot of a narrow one, as high as it may become. @param {HTMLElement} element */
export function panelBox(element) {
  const panel = /** @type {HTMLElement | null | undefined} */ (element.closest(".stage")?.querySelector(".panel:not([hidden])"));
  const { clientWidth: width, clientHeight: height } = element;
  if (!panel) return { left: Infinity, top: Infinity };
  if (panel.offsetWidth < width * 0.9) return { left: width - panel.offsetWidth, top: Infinity };
  const most = getComputedStyle(panel).maxHeight;
  return { left: Infinity, top: height - Math.max(panel.offsetHeight, most.endsWith("%") ? (height * parseFloat(most)) / 100 : 0) };
}

/** Whether a spot lies near the canvas's edge or under the panel. @param {HTMLElement} element @param {{ x: number, y: number }} spot */
export function outside(element, { x, y }) {
  const panel = panelBox(element);
  return x < NEAR || y < NEAR || x > Math.min(element.clientWidth - NEAR, panel.left - LABEL) || y > Math.min(element.clientHeight - NEAR, panel.top - NEAR);
}

/** Whether a mark there lies under the heading, the legend, a button or the panel. @param {HTMLElement} element @param {{ x: number, y: number }} spot */
export const covered = (element, { x, y }) => walls(element).some((wall) => x > wall.left && x < wall.right && y > wall.top && y < wall.bottom);

/**
 * The view that shows these marks in the free room, no larger than `closest`.
 * @param {HTMLElement} element
 * @param {{ x: number, y: number, r: number }[]} marks
 * @param {number} closest
 * @param {{ under: boolean, bare: boolean }} how whether marks may lie under the heading where the screen is narrow, and whether to fit
 *   as if there were no panel
 */
export function fittedView(element, marks, closest, { under, bare }) {
  const { clientWidth: width, clientHeight: height } = element;
  const panel = bare ? { left: Infinity, top: Infinity } : panelBox(element);
  const room = { left: EDGE.left, top: EDGE.top, right: Math.min(width, panel.left) - (width > NARROW ? EDGE.right : 48), bottom: Math.min(height, panel.top) - EDGE.bottom };
  const view = fitted(marks, room, under && width <= NARROW ? [] : walls(element, bare), closest);
  return { scale: view.scale, position: { x: (width / 2 - view.left) / view.scale, y: (height / 2 - view.top) / view.scale } };
}

/** A short movement, or none where the reader asked for less. */
export function gentle() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 200, easingFunction: /** @type {const} */ ("easeInOutQuad") };
}

/** The box of the text inside an element, which may be narrower than the element; of what is folded the line that is seen. @param {Element} element */
function inked(element) {
  const range = document.createRange();
  const folded = element instanceof HTMLDetailsElement && !element.open;
  range.selectNodeContents((folded && element.querySelector("summary")) || element);
  return range.getBoundingClientRect();
}
