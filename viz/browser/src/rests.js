// What the drawn answer rests on and what it leaves out: months and sources, gaps, and who was asked for and is not there.
import { earlier } from "./calendar.js";
import { nameOf } from "./documents.js";
import { h, one } from "./dom.js";
import { TEXTS } from "./texts.js";
import { coded, shown } from "./values.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./model.js").Coverage} Coverage */
/** @typedef {{ from: string, to: string }} Period */

/** @type {WeakMap<Element, Node[]>} */
const written = new WeakMap();

/** What the server wrote into a place. @param {HTMLElement} place */
export function firstOf(place) {
  const first = written.get(place) ?? [...place.childNodes];
  written.set(place, first);
  return first;
}

/** Put something into a place, or without it what the server wrote there. @param {HTMLElement} place @param {(Node | string)[] | null} [made] */
export function fill(place, made) {
  const first = firstOf(place);
  place.replaceChildren(...(made ?? first));
}

/** Say of the drawn answer what it rests on and leaves out. @param {Page} page */
export function tellRests({ work, documents, scene, model: { data } }) {
  const values = documents.values(work, scene.asked(work));
  tellCoverage(data, documents.window(work), work.back);
  tellCut(data);
  tellMissing(data, missing(data, documents.embedded, documents.named(values)));
}

/** The answers that are drawn, that of the later period first. @param {Data} data */
const answersOf = (data) => [data, ...(data.compared ? [data.compared.then] : [])];

/** @param {Data} data @param {Period} window @param {number} back */
function tellCoverage(data, window, back) {
  const place = one("[data-rests]");
  const known = answersOf(data).flatMap(({ coverage }) => coverage ?? []);
  if (!place) return;
  if (!place.firstElementChild) place.append(h("details", { class: "coverage" }, h("summary", {}, h("span")), h("div", { class: "coverage-body" })));
  const [line, body] = [one("summary span", place), one(".coverage-body", place)];
  const others = known.length || window.from || window.to;
  if (line) fill(line, others ? [h("b", {}, inWords(data, window, back)), data.sources.length ? `${TEXTS.comma}${TEXTS.restsOn(shown(data.sources))}` : ""] : null);
  if (body) fill(body, known.length ? bodyOf(known) : null);
  place.hidden = !line?.textContent;
}

/** The months that are drawn: of the window those that the sources cover. @param {Data} data @param {Period} window @param {number} back */
export function inWords(data, window, back) {
  const [first, last] = data.months;
  const said = (/** @type {Period} */ { from, to }) => TEXTS.window(from || first || "", to || last || TEXTS.today);
  if (back) return TEXTS.periods(said(window), said(earlier(window, back)));
  return said({ from: first && first > window.from ? first : window.from, to: last && last < window.to ? last : window.to });
}

/** The snapshots and known gaps of these. @param {Coverage[]} known */
function bodyOf(known) {
  const snapshots = new Map(known.flatMap(({ snapshots: some }) => some).map((snapshot) => [snapshot.key, snapshot]));
  const gaps = [...new Set(known.flatMap((coverage) => coverage.gaps))];
  return [
    h("ul", {}, ...[...snapshots.values()].map(snapshotOf)),
    ...(gaps.length ? [h("p", {}, TEXTS.knownGaps), h("ul", {}, ...gaps.map((gap) => h("li", {}, ...coded(gap))))] : []),
  ];
}

/** @param {Coverage["snapshots"][number]} snapshot */
function snapshotOf({ title, source, as_of: day, rows_taken: rows, address }) {
  const parts = [day && TEXTS.asOf(shown(day)), rows && TEXTS.rows(rows), address].filter(Boolean);
  return h("li", {}, h("b", {}, title || source), h("br"), parts.join(TEXTS.comma));
}

/** How many more were found than are drawn. @param {Data} data */
function tellCut({ cut, left_out: left, compared, nodes }) {
  const place = one("[data-cut]");
  const line = place && one("span", place);
  if (!place || !line) return;
  const all = Object.values(compared?.nodes ?? {}).reduce((sum, count) => sum + count, 0);
  const more = compared ? all - nodes.filter((node) => !node.brought).length : left;
  place.hidden = compared ? !more && !compared.cut : !cut;
  line.textContent = more && !compared?.cut ? TEXTS.leftOut(more) : TEXTS.cutNetwork;
}

/**
 * What is said of those who were asked for: what no source tells of them, and who is not there though nothing says why.
 * @param {Data} data
 * @param {Data} before the document of the page
 * @param {string[]} names
 */
function missing(data, before, names) {
  const there = (/** @type {Data} */ { nodes }, /** @type {string} */ name) => nodes.some((node) => nameOf(node).toLowerCase() === name.toLowerCase());
  const gaps = [...new Set(answersOf(data).flatMap((answer) => answer.gaps))].filter((gap) => names.some((name) => gap.toLowerCase().includes(name.toLowerCase())));
  const gone = names.filter((name) => !there(data, name) && there(before, name) && !gaps.some((gap) => gap.toLowerCase().includes(name.toLowerCase())));
  return [...gaps, ...gone.map((name) => TEXTS.nothingOf(name))];
}

/** @param {Data} data @param {string[]} said */
function tellMissing(data, said) {
  const place = one("[data-missing]");
  const untied = one("[data-untied]");
  if (untied) untied.hidden = said.length > 0 || data.edges.length > 0;
  place?.replaceChildren(...said.map((text) => h("li", {}, ...coded(text))));
  if (place) place.hidden = !said.length;
}
