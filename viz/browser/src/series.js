// What the API knows of a node beyond the picture: a repository's measured series, a developer's employers with dates and sources.
import { nameOf, json } from "./documents.js";
import { h, svg } from "./dom.js";
import { TEXTS, monthly } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./model.js").AtlasNode} AtlasNode */

const API = "/api/v1";
/** Keys walk quickly over many nodes; only where one stays is more asked for. */
const STAY = 250;
const [WIDE, HIGH] = [240, 44];
/** Fewer months than this are no line. */
const ENOUGH = 3;
/** What was answered, by address. @type {Map<string, Promise<any>>} */
const answers = new Map();

/** The place of a node's series or employers, filled when the answer is there. @param {AtlasNode} node */
export function more(node) {
  const place = h("div", { class: "more-of", "aria-live": "polite" });
  const fill = { Repository: repository, Developer: developer }[node.kind];
  if (!fill || !node.href) return place;
  const known = answers.has(addressOf(node));
  setTimeout(async () => {
    if (!place.isConnected) return;
    try {
      place.replaceChildren(...(await fill(node)));
    } catch (error) {
      place.replaceChildren(h("p", { class: "about" }, TEXTS.notLoaded(/** @type {Error} */ (error).message)));
    }
  }, known ? 0 : STAY);
  return place;
}

/** @param {string} address */
function asked(address) {
  const there = answers.get(address) ?? json(address);
  answers.set(address, there);
  // What failed may be asked for again.
  there.catch(() => answers.delete(address));
  return there;
}

/** @param {AtlasNode} node */
function addressOf(node) {
  const name = nameOf(node);
  return node.kind === "Repository" ? `${API}/queries/openrank-series?${new URLSearchParams({ repositories: name })}` : `${API}/developers/${encodeURIComponent(name)}`;
}

/** @param {AtlasNode} node */
async function repository(node) {
  const { rows } = await asked(addressOf(node));
  if (!rows.length) return [];
  const kinds = new Map();
  for (const row of rows) {
    const kind = `${row.preset} ${row.source}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), row]);
  }
  return [...kinds.values()].map((/** @type {any[]} */ series) => sparkline(node, series));
}

/** @param {AtlasNode} node @param {{ month: string, openrank: number, preset: string, source: string }[]} rows */
function sparkline(node, rows) {
  const top = Math.max(...rows.map((row) => row.openrank)) || 1;
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const spot = (/** @type {number} */ value, /** @type {number} */ i) => `${((i * WIDE) / Math.max(rows.length - 1, 1)).toFixed(1)},${(HIGH - ((HIGH - 4) * value) / top - 2).toFixed(1)}`;
  const label = TEXTS.seriesLabel(first.month, last.month, shown(first.openrank), shown(last.openrank));
  const why = new URLSearchParams({ repository: nameOf(node), month: last.month });
  return h("figure", { class: "spark" },
    h("figcaption", {}, h("b", {}, `${TEXTS.openrank} ${shown(last.openrank)}`), " ", h("span", { class: "about" }, TEXTS.seriesBy(last.month, last.preset, last.source))),
    ...(rows.length >= ENOUGH ? [
      svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": label }, svg("polyline", { points: rows.map((row, i) => spot(row.openrank, i)).join(" ") })),
      h("div", { class: "axis" }, h("span", {}, monthly(first.month)), h("span", {}, monthly(last.month))),
    ] : []),
    last.source === "measure" ? h("a", { href: `/queries/openrank-explain?${why}` }, TEXTS.whyScore) : h("p", { class: "about" }, TEXTS.published(last.source), " ", h("a", { href: `/queries/openrank-series?${new URLSearchParams({ repositories: nameOf(node) })}` }, TEXTS.itsMonths)));
}

/** @param {AtlasNode} node */
async function developer(node) {
  const { profile } = await asked(addressOf(node));
  const employers = profile?.affiliations ?? [];
  const rows = employers.map((/** @type {any} */ stated) => h("li", {}, h("span", {}, stated.organization), h("span", { class: "about" }, [TEXTS.dates(stated.from, stated.to), stated.source].filter(Boolean).join(TEXTS.comma))));
  return [h("h3", {}, TEXTS.employers), rows.length ? h("ul", { class: "ties" }, ...rows) : h("p", { class: "unknown" }, TEXTS.unknown)];
}
