// What a page says about its question, kept true where other months or more seeds are drawn than the server answered for.
import { all, one } from "./dom.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./page.js").NetworkPage} Page */

/** Links to the same answer in other forms. */
const FORMS = ".menu-body a[href], .exports a[href]";

/** Say for what the finding holds and whence the picture comes, and lead to files of what is drawn. @param {Page} page */
export function keepTrue({ work, documents, scene, model }) {
  const others = documents.base(work, scene.asked(work)) !== "";
  for (const of of all("[data-answer-of]")) {
    of.hidden = !others;
    of.textContent = others ? `${TEXTS.answerOf} ` : "";
  }
  const now = one("[data-now]");
  if (now) {
    now.hidden = !others;
    now.textContent = others ? TEXTS.shownNow(model.data.sources.join(TEXTS.comma)) : "";
  }
  for (const link of all(FORMS)) follow(/** @type {HTMLAnchorElement} */ (link), documents.values(work, scene.asked(work)), Object.keys(documents.question?.values ?? {}));
}

/** Ask a link for these values too. @param {HTMLAnchorElement} link @param {Record<string, string>} values @param {string[]} before */
function follow(link, values, before) {
  const first = (link.dataset.first ??= link.getAttribute("href") ?? "");
  if (!first.startsWith("/")) return;
  const address = new URL(first, location.href);
  for (const [name, value] of Object.entries(values)) if (!before.includes(name) || address.searchParams.has(name)) address.searchParams.set(name, value);
  link.setAttribute("href", `${address.pathname}${address.search}`);
}
