// A menu at a spot: what can be done with what is there. Arrow keys go through it, Escape leaves it.
import { all, h, one } from "./dom.js";

/** @typedef {{ title: string, act?: () => unknown, href?: string, key?: string, off?: boolean } | null} Item null is a line between groups */

let close_ = () => {};

/** Close the menu that is open. */
export const closeMenu = () => close_();

/**
 * Open a menu at a point of the window.
 * @param {string} label
 * @param {{ x: number, y: number }} point
 * @param {Item[]} items
 * @param {HTMLElement} home what has the focus afterwards
 */
export function openMenu(label, point, items, home) {
  closeMenu();
  const menu = h("div", { class: "menu-body context", role: "menu", "aria-label": label, tabindex: -1 }, ...items.map((item) => (item ? entry(item) : h("hr", { role: "separator" }))));
  const away = (/** @type {Event} */ event) => !menu.contains(/** @type {Node} */ (event.target)) && close_();
  close_ = () => {
    close_ = () => {};
    menu.remove();
    removeEventListener("pointerdown", away, true);
  };
  menu.addEventListener("keydown", (event) => keys(event, menu, home));
  menu.addEventListener("contextmenu", (event) => event.preventDefault());
  document.body.append(menu);
  const { offsetWidth: width, offsetHeight: height } = menu;
  menu.style.left = `${Math.max(4, Math.min(point.x, innerWidth - width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(point.y, innerHeight - height - 4))}px`;
  addEventListener("pointerdown", away, true);
  (one("[role=menuitem]:not([aria-disabled])", menu) ?? menu).focus({ preventScroll: true });

  /** @param {Exclude<Item, null>} item */
  function entry({ title, act, href, key, off }) {
    const inside = [h("span", {}, title), key ? h("kbd", { "aria-hidden": "true" }, key) : null];
    if (href) return h("a", { role: "menuitem", href, tabindex: -1, onclick: () => close_() }, ...inside);
    const run = () => {
      if (off) return;
      close_();
      home.focus({ preventScroll: true });
      act?.();
    };
    return h("button", { type: "button", role: "menuitem", tabindex: -1, "aria-disabled": off ? "true" : null, onclick: run }, ...inside);
  }
}

/** @param {KeyboardEvent} event @param {HTMLElement} menu @param {HTMLElement} home */
function keys(event, menu, home) {
  const items = all("[role=menuitem]:not([aria-disabled])", menu);
  const now = items.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = { ArrowDown: now + 1, ArrowUp: now < 0 ? -1 : now - 1, Home: 0, End: -1 }[event.key];
  if (next !== undefined) items.at(next % Math.max(items.length, 1))?.focus();
  else if (event.key === "Escape" || event.key === "Tab") {
    closeMenu();
    home.focus({ preventScroll: true });
  } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) items.find((item, i) => i !== now && item.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
  if (event.key !== "Enter" && event.key !== " ") event.preventDefault();
  event.stopPropagation();
}
