// The share dialog: link, picture by address, Markdown, iframe, citations; every address absolute, made here.
import { h, one } from "./dom.js";
import { TEXTS } from "./texts.js";

/**
 * @typedef {{ title: string, page: string, picture: string, report: string, embed: string, cite: string, bibtex: string }} Shared
 * What the server says about the view: addresses without the host, and how to cite.
 * @typedef {{ id: string, title: string, about: string, text: string, lines: number }} Piece
 */

const FRAME = { width: 960, height: 600 };

/** What the page says about sharing, or null where it says nothing. @returns {Shared | null} */
export function readShared() {
  const source = one("[data-shared]");
  return source ? JSON.parse(source.textContent ?? "") : null;
}

/** An address with the host that the reader sees. @param {string} address @param {string} origin */
export const absolute = (address, origin) => new URL(address, origin).href;

/** An address that brackets of Markdown cannot end. @param {string} address */
const tight = (address) => address.replaceAll("(", "%28").replaceAll(")", "%29").replaceAll(" ", "%20");

/** A picture by its address, leading to the live view. @param {Shared} shared @param {string} origin */
export function markdown(shared, origin) {
  const title = shared.title.replace(/[\\`*_[\]<>|!&]/g, "\\$&");
  return `[![${title}](${tight(absolute(shared.picture, origin))})](${tight(absolute(shared.page, origin))})`;
}

/**
 * The addresses asked for these values too, such as the months that a reader chose.
 * @param {Shared} shared
 * @param {Record<string, string>} values
 * @param {number} back by how many months earlier the period is that is compared; of the addresses only that of the page can say so
 * @returns {Shared}
 */
export function askedFor(shared, values, back) {
  const asked = (/** @type {string} */ address) => {
    const { pathname, searchParams } = new URL(address, location.href);
    for (const [name, value] of Object.entries(values)) searchParams.set(name, value);
    return `${pathname}?${plain(searchParams.toString())}`;
  };
  if (!Object.keys(values).length && !back) return shared;
  const page = `${asked(shared.page)}${back ? `#back=${back}` : ""}`;
  const told = (/** @type {string} */ text) => text.split(shared.page).join(page);
  return { ...shared, page, picture: asked(shared.picture), report: asked(shared.report), embed: asked(shared.embed), cite: told(shared.cite), bibtex: told(shared.bibtex) };
}

/** A query that reads well: what may stand in an address stays as it is. @param {string} text */
const plain = (text) => text.replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%40", "@");

/** The embedded page as HTML, showing what the link restores. @param {Shared} shared @param {string} link @param {string} origin */
export function iframe(shared, link, origin) {
  const state = new URLSearchParams(new URL(link, origin).hash.slice(1));
  // A frame has a size of its own, in which the picture is fitted anew.
  state.delete("at");
  const [src, title] = [`${absolute(shared.embed, origin)}${state.size ? `#${plain(state.toString())}` : ""}`, shared.title].map(quoted);
  return `<iframe src="${src}" title="${title}" width="${FRAME.width}" height="${FRAME.height}" frameborder="0" loading="lazy"></iframe>`;
}

/** A text inside of an attribute. @param {string} text */
const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A citation with the host in front of the page's address. @param {string} text @param {Shared} shared @param {string} origin */
const cited = (text, shared, origin) => text.split(shared.page).join(absolute(shared.page, origin));

/** All that can be copied. @param {Shared} shared @param {string} link the view as it is on the screen @param {string} origin @returns {Piece[]} */
export function pieces(shared, link, origin = location.origin) {
  return [
    { id: "link", title: TEXTS.shareLink, about: TEXTS.shareLinkAbout, text: link, lines: 1 },
    { id: "markdown", title: TEXTS.shareMarkdown, about: TEXTS.shareMarkdownAbout, text: markdown(shared, origin), lines: 2 },
    { id: "embed", title: TEXTS.shareEmbed, about: TEXTS.shareEmbedAbout, text: iframe(shared, link, origin), lines: 3 },
    { id: "cite", title: TEXTS.shareCite, about: "", text: cited(shared.cite, shared, origin), lines: 3 },
    { id: "bibtex", title: TEXTS.shareBibtex, about: "", text: cited(shared.bibtex, shared, origin), lines: 6 },
  ];
}

/** Open the dialog; closing it gives the focus back. @param {Shared} shared @param {string} link */
export function openShare(shared, link) {
  const made = /** @type {HTMLDialogElement} */ (h("dialog", { class: "share", "aria-labelledby": "share-title" }));
  const shut = h("button", { type: "button", class: "icon close", "aria-label": TEXTS.close, onclick: () => made.close() }, "×");
  made.append(h("header", {}, h("h2", { id: "share-title" }, TEXTS.share), shut), ...pieces(shared, link).map(row), h("p", { class: "note" }, TEXTS.shareNote), h("p", { class: "note", role: "status" }));
  made.addEventListener("click", (event) => event.target === made && made.close());
  made.addEventListener("close", () => made.remove());
  document.body.append(made);
  made.showModal();
  /** @type {HTMLElement | null} */ (one("button[data-piece]", made))?.focus();
}

/** @param {Piece} piece */
function row({ id, title, about, text, lines }) {
  const field = h("textarea", { id: `share-${id}`, readonly: true, rows: lines, spellcheck: "false" }, text);
  field.addEventListener("focus", () => /** @type {HTMLTextAreaElement} */ (field).select());
  const button = h("button", { type: "button", class: "copy", "data-piece": id, "aria-label": TEXTS.copyThis(title), onclick: () => take(button, field, text) }, TEXTS.copy);
  return h("section", {}, h("div", {}, h("label", { for: `share-${id}` }, title), button), about ? h("p", { class: "about" }, about) : null, field);
}

/**
 * Copy, and say so on the button and to screen readers: what lies under the dialog is not read out. Where copying is
 * not allowed the text is selected, so that it can be copied by hand.
 * @param {HTMLElement} button
 * @param {HTMLElement} field
 * @param {string} text
 */
async function take(button, field, text) {
  const said = one(".share [role=status]");
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = TEXTS.copied;
    if (said) said.textContent = TEXTS.copied;
  } catch {
    field.focus();
    if (said) said.textContent = TEXTS.copyFailed;
  }
}
