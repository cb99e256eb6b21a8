// A list as one stop of the Tab key: arrow keys, Home and End go through its buttons.
import { all } from "./dom.js";

/** @param {HTMLElement} list */
export function rove(list) {
  const buttons = all("button", list);
  if (buttons.length < 2) return;
  const to = (/** @type {HTMLElement} */ button) => buttons.forEach((other) => (other.tabIndex = other === button ? 0 : -1));
  to(buttons[0]);
  list.addEventListener("focusin", (event) => buttons.includes(/** @type {HTMLElement} */ (event.target)) && to(/** @type {HTMLElement} */ (event.target)));
  list.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(/** @type {HTMLElement} */ (event.target));
    const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    buttons[Math.max(0, Math.min(next, buttons.length - 1))].focus();
  });
}
