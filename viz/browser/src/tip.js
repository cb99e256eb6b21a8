// What a pointer over a mark reads: names and values as text, never as markup.
import { h } from "./dom.js";
import { shown, spoken, termed } from "./values.js";

const AWAY = 14;

/**
 * A tooltip for one chart, as Vega calls it.
 * @param {HTMLElement} place
 */
export function bindTip(place) {
  const tip = h("dl", { class: "tip facts", "aria-hidden": true, hidden: true });
  place.append(tip);
  return (/** @type {unknown} */ _handler, /** @type {MouseEvent} */ event, /** @type {unknown} */ _item, /** @type {unknown} */ value) => {
    tip.hidden = value === null || value === undefined || value === "";
    if (tip.hidden) return;
    tip.replaceChildren(...rows(value));
    const box = place.getBoundingClientRect();
    const left = event.clientX - box.left + place.scrollLeft;
    const right = left + AWAY + tip.offsetWidth > place.clientWidth;
    tip.style.setProperty("left", `${Math.max(0, right ? left - AWAY - tip.offsetWidth : left + AWAY)}px`);
    tip.style.setProperty("top", `${Math.max(0, Math.min(event.clientY - box.top + place.scrollTop + AWAY, place.scrollTop + place.clientHeight - tip.offsetHeight - 4))}px`);
  };
}

/** @param {unknown} value */
function rows(value) {
  if (typeof value !== "object" || value === null) return [h("div", {}, h("dd", {}, shown(value)))];
  const told = Object.entries(value).filter(([, words]) => words !== null && words !== undefined && words !== "" && words !== "null" && words !== "undefined");
  return told.map(([name, words]) => h("div", {}, h("dt", {}, spoken(name)), h("dd", {}, shown(typeof words === "string" ? termed(words) : words))));
}
