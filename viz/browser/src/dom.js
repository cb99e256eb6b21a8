// A few helpers over the plain DOM. Text only ever enters as text, never as markup.

/**
 * A new element with attributes and children; `on…` attributes are listeners.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * A new element of a drawing with attributes and children.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== undefined && value !== false) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * The first element that matches, or null.
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement | null}
 */
export const one = (selector, within = document) => within.querySelector(selector);

/**
 * All elements that match.
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement[]}
 */
export const all = (selector, within = document) => [...within.querySelectorAll(selector)].map((e) => /** @type {HTMLElement} */ (e));

/**
 * Tell something to everyone: shown for a moment, and read out by screen readers.
 * @param {string} text
 * @param {boolean} [visible]
 */
export function say(text, visible = false) {
  const place = one("#said");
  if (!place) return;
  place.textContent = text;
  place.classList.toggle("seen", visible);
  if (visible) setTimeout(() => place.classList.remove("seen"), 2500);
}

/**
 * Copy text to the clipboard and say so.
 * @param {string} text
 * @param {string} done
 * @param {string} failed
 */
export async function copy(text, done, failed) {
  try {
    await navigator.clipboard.writeText(text);
    say(done, true);
  } catch {
    say(failed, true);
  }
}

/**
 * Hand a file to the reader.
 * @param {string} name
 * @param {Blob} content
 */
export function save(name, content) {
  const href = URL.createObjectURL(content);
  h("a", { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}
