// The search box: completion from the API and from the picture on the page; recent and suggested entries; keyboard first.
import { all, h, one, say } from "./dom.js";
import { adding, byKind, found, together } from "./hits.js";
import { forgetRecent, recent, remember } from "./recent.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./hits.js").Hit} Hit */
/** @typedef {{ title: string, hits: Hit[] }} Group */

/** Kinds of what is found, in words. @type {Record<string, string>} */
const KINDS = TEXTS.foundKinds;
const WAIT = 80;
const HERE = 5;
/** After so many milliseconds it is said that an answer takes its time. */
const SLOW = 300;

/** Pictures on this page add what they hold. @type {((text: string) => Hit[])[]} */
const places = [];
/** What an option stands for. @type {WeakMap<Element, Hit>} */
const hits = new WeakMap();

// The network's bundle is a file of its own: it offers its nodes through this event.
addEventListener("ossatlas:places", (event) => places.push(/** @type {CustomEvent} */ (event).detail));

/** @param {HTMLFormElement} form */
export function searchBox(form) {
  const input = /** @type {HTMLInputElement} */ (one("input", form));
  const list = /** @type {HTMLElement} */ (one(".found", form));
  const { search = "", begin = "" } = form.dataset;
  /** @type {Promise<Hit[]> | null} */
  let suggested = null;
  let timer = 0;
  let asked = 0;
  /** The text that the list answers. */
  let answered = "";
  /** Whether the list shows what there is before anything is typed. */
  let begun = false;
  const close = () => show(input, list, []);
  const groups = (/** @type {string} */ title, /** @type {Hit[]} */ some) => (some.length ? [{ title, hits: some }] : []);
  /** Before anything is typed. @param {number} mine */
  const start = async (mine) => {
    const last = () => groups(TEXTS.recent, recent().length ? [...recent(), { title: TEXTS.clearRecent, label: "", act: () => (forgetRecent(), ask()) }] : []);
    show(input, list, last());
    // Without suggestions there is nothing to say; the next time they are asked for again.
    const first = await (suggested ??= found(begin, "")).catch(() => ((suggested = null), []));
    if (mine === asked && form.contains(document.activeElement)) show(input, list, [...last(), ...groups(TEXTS.suggested, first)]);
  };
  const ask = async () => {
    const text = input.value.trim();
    const mine = (asked += 1);
    begun = !text;
    if (begun) return start(mine);
    const here = groups(TEXTS.inPicture, places.flatMap((find) => find(text)).slice(0, HERE));
    show(input, list, here);
    const slow = setTimeout(() => mine === asked && (show(input, list, here, TEXTS.searching), list.setAttribute("aria-busy", "true")), SLOW);
    try {
      const there = await found(search, text);
      const hits = there.length ? there : await together(search, text);
      if (mine !== asked) return;
      answered = text;
      show(input, list, [...here, ...[...byKind(hits)].map(([label, some]) => ({ title: KINDS[label] ?? label, hits: some }))], here.length || hits.length ? "" : TEXTS.nothingFound);
    } catch (error) {
      const why = TEXTS.searchFailed(/** @type {Error} */ (error).message);
      if (mine !== asked) return;
      show(input, list, [...here, { title: why, hits: [{ title: TEXTS.again, label: "", act: ask }] }]);
      say(why);
    } finally {
      clearTimeout(slow);
    }
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
    if (begun) close();
    asked += 1;
  });
  input.addEventListener("focus", () => input.value.trim() || ask());
  input.addEventListener("keydown", (event) => keys(event, input, list, close));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = input.value.trim();
    const chosen = () => one('[aria-selected="true"]', list);
    clearTimeout(timer);
    if (text && !chosen() && (list.hidden || answered !== text)) await ask();
    const first = text && text === answered ? one('[role="option"]', list) : null;
    if (!list.hidden && text === input.value.trim()) (chosen() ?? first)?.click();
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) setTimeout(() => form.contains(document.activeElement) || ((asked += 1), close()), 150);
  });
  addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing) return;
    event.preventDefault();
    input.focus();
  });
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {Group[]} groups
 * @param {string} [none] what to say below them
 */
export function show(input, list, groups, none = "") {
  const items = groups.flatMap(({ title, hits: some }) => [...(title ? [heading(title)] : []), ...some.map(option)]);
  if (none) items.push(heading(none));
  if (items.some((item) => one(".add", item))) items.push(heading(TEXTS.addHint));
  list.replaceChildren(...items);
  all('[role="option"]', list).forEach((item, at) => (item.id = `${list.id}-${at}`));
  list.hidden = !items.length;
  list.removeAttribute("aria-busy");
  input.setAttribute("aria-expanded", String(!list.hidden));
  input.removeAttribute("aria-activedescendant");
}

/** @param {string} text */
const heading = (text) => h("li", { role: "presentation", class: "group" }, text);

/** @param {Hit} hit */
function option(hit) {
  const add = adding(hit);
  const more = [hit.also, hit.label === "Repository" && hit.about === hit.also ? "" : hit.about].filter(Boolean).join(" · ");
  const plus = add && h("span", { class: "add", title: TEXTS.addToPicture, "aria-hidden": "true", onclick: (/** @type {Event} */ event) => (event.stopPropagation(), add()) }, "+");
  const item = h("li", { role: "option", "aria-selected": "false", class: hit.label ? "" : "quiet-option", onmousedown: (/** @type {Event} */ event) => event.preventDefault(), onclick: () => go(hit) }, h("span", {}, hit.title), h("small", {}, more), plus);
  hits.set(item, hit);
  return item;
}

/** @param {Hit} hit */
function go(hit) {
  remember(hit);
  if (hit.act) hit.act();
  else location.assign(hit.href ?? "");
}

/** @param {KeyboardEvent} event @param {HTMLInputElement} input @param {HTMLElement} list @param {() => void} close */
export function keys(event, input, list, close) {
  const items = all('[role="option"]', list);
  const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (event.key === "Escape") close();
  if (event.key === "Enter" && event.shiftKey) {
    const hit = hits.get(items[Math.max(now, 0)]);
    const add = hit && adding(hit);
    if (add) event.preventDefault();
    add?.();
  }
  if (!step || !items.length) return;
  event.preventDefault();
  const next = now < 0 && step < 0 ? items.length - 1 : (now + step + items.length) % items.length;
  items.forEach((item, at) => item.setAttribute("aria-selected", String(at === next)));
  input.setAttribute("aria-activedescendant", items[next].id);
  items[next].scrollIntoView({ block: "nearest" });
}
