// What a page says about its question, kept true where other months or more seeds are drawn than the server answered for.
import { earlier } from "./calendar.js";
import { all, h, one } from "./dom.js";
import { fill, firstOf, inWords, tellRests } from "./rests.js";
import { TEXTS } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/** @typedef {import("./model.js").Data} Data */

/** Links to the same answer in other forms. */
const FORMS = ".menu-body a[href], .exports a[href], [data-of-catalogue] a, [data-in-console]";
/** Names of code hosts are ASCII: a Chinese word may stand right beside one. */
const [BEFORE, AFTER, SHORTEST] = ["(?<![A-Za-z0-9_/@-])", "(?![A-Za-z0-9_/-])", 3];

/** Say what was found and what the picture rests on, and lead to files, Cypher and query of what is drawn. @param {Page} page */
export function keepTrue(page) {
  const { work, documents, scene, model } = page;
  const values = documents.values(work, scene.asked(work));
  const window = documents.window(work);
  const finding = found(page, window);
  for (const place of all("[data-answer]")) fill(place, finding);
  for (const place of all("[data-finding]")) fill(place, finding && [one("[data-answer]")?.textContent ?? ""]);
  for (const place of all("[data-as-asked]")) fill(place, work.back ? [TEXTS.asAskedAlone(inWords(model.data, window, 0))] : null);
  for (const button of all("[data-of-two]")) button.hidden = !model.data.compared;
  for (const link of all(FORMS)) follow(/** @type {HTMLAnchorElement} */ (link), values, Object.keys(documents.question?.values ?? {}));
  tellCypher(page);
  tellRests(page);
}

/** Whether another answer is drawn than the one that the server wrote about. @param {Pick<Page, "work" | "documents" | "scene">} page */
const isOther = ({ work, documents, scene }) => work.back > 0 || documents.base(work, scene.asked(work)) !== "";

/** The finding of what is drawn, of both periods where two are; null where that of the page holds. @param {Page} page @param {{ from: string, to: string }} window */
function found({ work, documents, scene, model, hand }, window) {
  if (!isOther({ work, documents, scene })) return null;
  const { data } = model;
  const of = (/** @type {string} */ period, /** @type {string | undefined} */ answer) => (answer ? [h("span", { class: "finding" }, h("span", { class: "about" }, `${TEXTS.meaning(period, "")}`), ...linked(answer, data, hand))] : []);
  const place = one("[data-answer]");
  const asked = documents.base(work, scene.asked(work)) === "" && place ? firstOf(place).map((node) => node.textContent).join("") : "";
  const told = [...of(inWords(data, window, 0), data.answer ?? asked), ...(data.compared ? of(inWords(data, earlier(window, work.back), 0), data.compared.then.answer) : [])];
  return told.length || !place ? told : [h("span", { class: "about" }, `${TEXTS.answerOf} `), ...firstOf(place).map((node) => node.cloneNode(true))];
}

/** A text in which the names of what is drawn lead to their place. @param {string} text @param {Data} data @param {import("./hand.js").Hand} hand */
function linked(text, data, hand) {
  const known = new Map(data.nodes.filter(({ title }) => title.length >= SHORTEST && text.includes(title)).map((node) => [node.title, node]));
  if (!known.size) return [text];
  const names = [...known.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  return text.split(new RegExp(`${BEFORE}(${names.join("|")})${AFTER}`)).map((part) => {
    const node = known.get(part);
    return node ? h("a", { href: node.href || `#node=${node.id}`, "data-node": node.id, onclick: (/** @type {MouseEvent} */ event) => hand.lead(event, node.id) }, part) : part;
  });
}

/** The parameters of the statement as the drawn answer has them, and the query of the earlier period. @param {Page} page */
function tellCypher({ work, documents, scene }) {
  const periods = isOther({ work, documents, scene }) ? [work, ...(work.back ? [earlier(documents.window(work), work.back)] : [])] : [];
  const text = one("#cypher-both");
  const cypher = one("#cypher-text")?.textContent ?? "";
  const texts = periods.map((period) => `:params ${asCypher(documents.statement(period, scene.asked(work)))};\n${cypher};`);
  if (text) fill(text, texts.length ? [texts.join("\n\n")] : null);
  for (const place of all("[data-parameter]")) {
    const name = place.dataset.parameter ?? "";
    const [now, then = now] = periods.map((period) => documents.values(period, scene.asked(work))[name]);
    fill(place, now === documents.question?.values[name] && now === then ? null : [now === then ? shown(now) : TEXTS.periods(shown(now), shown(then))]);
  }
}

/** Parameters as the map that `:params` takes, as viz/question.py writes it. @param {Record<string, unknown>} statement */
function asCypher(statement) {
  const written = (/** @type {unknown} */ value) => (Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : JSON.stringify(value));
  return `{${Object.entries(statement).map(([name, value]) => `${name}: ${written(value)}`).join(", ")}}`;
}

/** Ask a link for these values too. @param {HTMLAnchorElement} link @param {Record<string, string>} values @param {string[]} before */
function follow(link, values, before) {
  const first = (link.dataset.first ??= link.getAttribute("href") ?? "");
  if (!first.startsWith("/")) return;
  const address = new URL(first, location.href);
  for (const [name, value] of Object.entries(values)) if (!before.includes(name) || address.searchParams.has(name)) address.searchParams.set(name, value);
  link.setAttribute("href", `${address.pathname}${address.search}`);
}

/** Links to more of the same keep what a reader changed. */
export function keepState() {
  const state = new URLSearchParams(location.hash.slice(1));
  state.delete("at"); // What comes in has to be seen.
  for (const link of all("[data-cut] a")) link.setAttribute("href", `${(link.getAttribute("href") ?? "").split("#")[0]}${state.size ? `#${state}` : ""}`);
}
