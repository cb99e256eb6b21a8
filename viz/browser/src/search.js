// The search box: completion from the API, and from the picture on the page; keyboard first.
import { all, h, one } from "./dom.js";
import { TEXTS } from "./texts.js";

/** @typedef {{ title: string, label: string, about?: string, href?: string, act?: () => void }} Hit */

const WAIT = 120;
const MOST = 8;
const PAGES = /** @type {Record<string, (title: string, key: string) => string>} */ ({
  Repository: (title) => `/repositories/${title.split("/").map(encodeURIComponent).join("/")}`,
  Developer: (title) => `/developers/${encodeURIComponent(title)}`,
  Domain: (title, key) => `/views/landscape?${new URLSearchParams({ taxonomy: key.split("/")[0], domain: title, isolated: "true" })}`,
  Organization: (title) => `/queries/lineage?name=${encodeURIComponent(title)}`,
  Product: (title) => `/queries/lineage?name=${encodeURIComponent(title)}`,
});

/** Pictures on this page add what they hold. @type {((text: string) => Hit[])[]} */
const places = [];

// The network's bundle is a file of its own: it offers its nodes through this event.
addEventListener("ossatlas:places", (event) => places.push(/** @type {CustomEvent} */ (event).detail));

/** @param {HTMLFormElement} form */
export function searchBox(form) {
  const input = /** @type {HTMLInputElement} */ (one("input", form));
  const list = /** @type {HTMLElement} */ (one(".found", form));
  let timer = 0;
  let asked = 0;
  const close = () => show(input, list, []);
  const ask = async () => {
    const text = input.value.trim();
    const mine = (asked += 1);
    if (!text) return close();
    const here = places.flatMap((find) => find(text)).slice(0, 5);
    show(input, list, here, []);
    const there = await remote(form.dataset.search ?? "", text);
    if (mine === asked) show(input, list, here, there, text);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => keys(event, input, list, close));
  form.addEventListener("submit", (event) => {
    const first = /** @type {HTMLElement | null} */ (one('[aria-selected="true"]', list) ?? one('[role="option"]', list));
    if (!list.hidden && first) {
      event.preventDefault();
      first.click();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) setTimeout(close, 150);
  });
  addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest?.("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
    }
  });
}

/** What the API finds; nothing where it does not answer. @param {string} address @param {string} text @returns {Promise<Hit[]>} */
async function remote(address, text) {
  try {
    const answer = await fetch(`${address}?${new URLSearchParams({ q: text, limit: String(MOST) })}`, { headers: { accept: "application/json" } });
    if (!answer.ok) return [];
    const body = await answer.json();
    const rows = Array.isArray(body) ? body : (body.rows ?? body.items ?? body.results ?? []);
    return rows.map((/** @type {any} */ row) => {
      const title = String(row.title ?? row.name ?? row.login ?? "");
      const label = String(row.label ?? row.kind ?? "");
      return { title, label, about: row.about ?? "", href: row.href ?? PAGES[label]?.(title, String(row.key ?? "")) };
    }).filter((/** @type {Hit} */ hit) => hit.title && hit.href);
  } catch {
    return [];
  }
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {Hit[]} here
 * @param {Hit[]} [there]
 * @param {string} [asked]
 */
function show(input, list, here, there = [], asked = "") {
  const group = (/** @type {string} */ title, /** @type {Hit[]} */ hits) => (hits.length ? [h("li", { role: "presentation", class: "group" }, title), ...hits.map(option)] : []);
  const items = [...group(TEXTS.inPicture, here), ...group(TEXTS.everywhere, there)];
  if (asked && !items.length) items.push(h("li", { role: "presentation", class: "group" }, TEXTS.nothingFound));
  all('[role="option"]', list).forEach((item) => item.remove());
  list.replaceChildren(...items);
  all('[role="option"]', list).forEach((item, i) => (item.id = `found-${i}`));
  list.hidden = !items.length;
  input.setAttribute("aria-expanded", String(!list.hidden));
  input.removeAttribute("aria-activedescendant");
}

/** @param {Hit} hit */
function option(hit) {
  const go = () => (hit.act ? hit.act() : location.assign(hit.href ?? ""));
  return h("li", { role: "option", "aria-selected": "false", onmousedown: (/** @type {Event} */ e) => e.preventDefault(), onclick: go }, h("span", {}, hit.title), h("small", {}, hit.label === "Domain" && hit.about ? hit.about : hit.label.toLowerCase()));
}

/** @param {KeyboardEvent} event @param {HTMLInputElement} input @param {HTMLElement} list @param {() => void} close */
function keys(event, input, list, close) {
  const items = all('[role="option"]', list);
  const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (event.key === "Escape") close();
  if (!step || !items.length) return;
  event.preventDefault();
  const next = (now + step + items.length) % items.length;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === next)));
  input.setAttribute("aria-activedescendant", items[next].id);
  items[next].scrollIntoView({ block: "nearest" });
}
