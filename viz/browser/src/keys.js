// The keys of a picture: one list that the page obeys and that its help shows.
import { h } from "./dom.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/**
 * @typedef {{ keys: string[], about: string, everywhere?: boolean, run?: (page: Page, id: string) => unknown, node?: boolean }} Key
 * `keys` as `press` writes them; `node`: only where a node is selected; `everywhere`: also outside of the canvas; without `run` the
 * key is another's and only told.
 */

const STEP = 24;
const { keys: SAYS } = TEXTS;

/** @type {Key[]} */
export const KEYS = [
  { keys: ["/"], about: SAYS.search },
  { keys: ["ArrowRight", "ArrowDown"], about: SAYS.next, run: (page) => page.hand.step(1) },
  { keys: ["ArrowLeft", "ArrowUp"], about: SAYS.previous, run: (page) => page.hand.step(-1) },
  { keys: ["Enter"], about: SAYS.panel, run: (page) => page.panel.hidden || page.panel.focus() },
  { keys: ["Escape"], about: SAYS.clear },
  { keys: ["ContextMenu", "Shift+F10", "m"], about: SAYS.menu, run: (page) => page.hand.menuHere() },
  { keys: ["e"], about: SAYS.expand, node: true, run: (page, id) => page.acts.expand(id) },
  { keys: ["c"], about: SAYS.collapse, node: true, run: (page, id) => (page.acts.expanded(id) || page.acts.partOf(id)) && page.acts.collapse(id) },
  { keys: ["s"], about: SAYS.seed, node: true, run: (page, id) => page.acts.seedable(id) && page.acts.seed(id) },
  { keys: ["p"], about: SAYS.pin, run: (page) => page.chosen().length && page.acts.pin(page.chosen()) },
  { keys: ["h", "Delete"], about: SAYS.hide, run: (page) => page.hand.hideChosen() },
  { keys: ["k"], about: SAYS.keep, run: (page) => page.chosen().length && page.acts.keepOnly(page.chosen()) },
  { keys: ["Shift+H"], about: SAYS.showAll, run: (page) => page.acts.showAll() },
  { keys: ["f"], about: SAYS.focus, node: true, run: (page, id) => page.acts.focus(id) },
  { keys: ["o"], about: SAYS.open, node: true, run: (page, id) => page.hand.open(id) },
  { keys: [" "], about: SAYS.add, run: (page) => page.hand.addHere() },
  { keys: ["Ctrl+A"], about: SAYS.all, run: (page) => page.hand.chooseAll() },
  { keys: ["Shift+ArrowRight"], about: SAYS.move, run: (page) => page.acts.nudge(STEP, 0) },
  { keys: ["Shift+ArrowLeft"], about: "", run: (page) => page.acts.nudge(-STEP, 0) },
  { keys: ["Shift+ArrowDown"], about: "", run: (page) => page.acts.nudge(0, STEP) },
  { keys: ["Shift+ArrowUp"], about: "", run: (page) => page.acts.nudge(0, -STEP) },
  { keys: ["Ctrl+ArrowRight"], about: SAYS.pan, run: (page) => page.pan(4 * STEP, 0) },
  { keys: ["Ctrl+ArrowLeft"], about: "", run: (page) => page.pan(-4 * STEP, 0) },
  { keys: ["Ctrl+ArrowDown"], about: "", run: (page) => page.pan(0, 4 * STEP) },
  { keys: ["Ctrl+ArrowUp"], about: "", run: (page) => page.pan(0, -4 * STEP) },
  { keys: ["+", "="], about: SAYS.zoomIn, run: (page) => page.zoom("in") },
  { keys: ["-"], about: SAYS.zoomOut, run: (page) => page.zoom("out") },
  { keys: ["0"], about: SAYS.fit, run: (page) => page.zoom("fit") },
  { keys: ["Ctrl+Z"], about: SAYS.undo, everywhere: true, run: (page) => page.undo() },
  { keys: ["Ctrl+Shift+Z", "Ctrl+Y"], about: SAYS.redo, everywhere: true, run: (page) => page.redo() },
  { keys: ["?"], about: SAYS.help, everywhere: true, run: () => showHelp() },
];
/** What the mouse and the finger do, for the help. */
const HANDS = Object.values(TEXTS.hands);
/** Keys that a picture in the middle of a page obeys too. */
const SMALL = new Set(["ArrowRight", "ArrowLeft", "Enter", "+", "-", "0"]);

/** How a key press is written in the list. @param {KeyboardEvent} event */
export function press(event) {
  const letter = event.key.length === 1 && /[a-z]/i.test(event.key);
  const ctrl = event.ctrlKey || event.metaKey;
  const shift = event.shiftKey && (letter || event.key.length > 1);
  return [ctrl ? "Ctrl+" : "", shift ? "Shift+" : "", letter && (ctrl || shift) ? event.key.toUpperCase() : event.key].join("");
}

/** Do what a key asks for; whether it asks for something. @param {Page} page @param {KeyboardEvent} event @param {boolean} within whether the canvas has the focus */
export function obey(page, event, within) {
  if (event.altKey || event.defaultPrevented) return;
  const pressed = press(event);
  const key = KEYS.find(({ keys, run, everywhere }) => run && keys.includes(pressed) && (within ? true : everywhere));
  if (!key || (!page.whole && !key.keys.some((name) => SMALL.has(name)))) return;
  const id = page.picture.selected.node;
  event.preventDefault();
  if (!key.node || id) key.run?.(page, id);
}

/** The list of keys in a window of its own. */
export function showHelp() {
  const close = h("button", { type: "button", class: "icon close", "aria-label": TEXTS.close, onclick: () => dialog.close() }, "×");
  const rows = [...KEYS.filter(({ about }) => about).map(({ keys, about }) => h("div", {}, h("dt", {}, ...keys.slice(0, 2).flatMap((key, i) => [i ? ` ${TEXTS.or} ` : "", h("kbd", {}, spoken(key))])), h("dd", {}, about))), ...HANDS.map(({ what, does }) => h("div", {}, h("dt", {}, what), h("dd", {}, does)))];
  const dialog = /** @type {HTMLDialogElement} */ (h("dialog", { class: "help", "aria-label": TEXTS.helpTitle }, h("div", { class: "panel-head" }, h("h2", {}, TEXTS.helpTitle), close), h("p", { class: "about" }, TEXTS.helpAbout), h("dl", { tabindex: 0, "aria-label": TEXTS.helpTitle }, ...rows)));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {string} key */
const spoken = (key) => key.replace("ArrowRight", "→").replace("ArrowLeft", "←").replace("ArrowDown", "↓").replace("ArrowUp", "↑").replace("ContextMenu", TEXTS.menuKey).replace(/^ $/, TEXTS.space);
