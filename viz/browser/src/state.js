// What the address remembers after `#`: all that a reader changed in the picture, and the view to the pixel.
import { PART } from "./model.js";
import { UNTOUCHED, without } from "./work.js";

/** @typedef {import("./work.js").Work} Work */
/** @typedef {import("./table.js").Asked} Asked */
/** @typedef {Work & { node: string, edge: string, many: string[], tab: string, table: Asked, at: [number, number, number] | null }} State */

/** Longer addresses are cut by programs that pass them on. */
const LONGEST = 2000;
const LISTS = /** @type {const} */ (["hide", "gone", "cut", "opened", "seeds", "kinds", "many"]);
const TEXTS_ = /** @type {const} */ (["node", "edge", "size", "color", "from", "to"]);
/** Names in the address where they differ from those here. @type {Record<string, string>} */
const NAMES = { cut: "edges-gone", opened: "open", seeds: "seed" };
const ONLY = "only.";
/** In front of a table's and a column's name: the words that the column is filtered by. */
const COLUMN = "column.";
/** What a place in a long list is written as: a hash instead of the key. */
const SHORT = "*";

/** @returns {State} */
export function readState() {
  const asked = new URLSearchParams(location.hash.slice(1));
  const of = (/** @type {string} */ name) => asked.get(NAMES[name] ?? name) ?? "";
  const list = (/** @type {string} */ name) => items(of(name));
  const at = of("at").split(",").map(Number);
  const state = { ...UNTOUCHED, ...Object.fromEntries(LISTS.map((name) => [name, list(name)])), ...Object.fromEntries(TEXTS_.map((name) => [name, of(name)])) };
  const number = (/** @type {string} */ name) => (Number.isFinite(Number(of(name))) ? Math.max(0, Number(of(name))) : 0);
  return /** @type {State} */ ({
    ...state, only: onlyOf(asked), pins: places(of("pins")), held: places(of("held")),
    weight: number("weight"), back: Math.round(number("back")), tab: of("tab") || "picture", table: { words: of("filter"), sort: list("sort"), columns: named(asked, COLUMN) },
    at: at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? [at[0], at[1], at[2]] : null,
  });
}

/** What the address says under names that begin so. @param {URLSearchParams} asked @param {string} begin */
const named = (asked, begin) => Object.fromEntries([...asked].filter(([name]) => name.startsWith(begin)).map(([name, text]) => [name.slice(begin.length), text]));

/** @param {URLSearchParams} asked @returns {Record<string, string[]>} */
const onlyOf = (asked) => Object.fromEntries(Object.entries(named(asked, ONLY)).map(([name, text]) => [name, items(text)]));

/**
 * Write the state into the address without a step in the history.
 * @param {State} state
 * @returns {boolean} whether all of it fits
 */
export function writeState(state) {
  const long = hash(state, (id) => id);
  const short = long.length + location.pathname.length + location.search.length < LONGEST ? long : hash(state, abridged);
  const fits = short.length + location.origin.length + location.pathname.length + location.search.length < LONGEST;
  const text = fits ? short : hash({ ...state, pins: {}, held: {}, gone: state.gone.slice(0, 60), cut: state.cut.slice(0, 20), many: state.many.slice(0, 60) }, abridged);
  history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  return fits;
}

/** @param {State} state @param {(id: string) => string} named */
function hash(state, named) {
  const asked = new URLSearchParams();
  const set = (/** @type {string} */ name, /** @type {string} */ text) => text && asked.set(NAMES[name] ?? name, text);
  for (const name of TEXTS_) set(name, state[name]);
  // What is not in the picture any more could not be found by its hash: groups, and parts that are open.
  const whole = (/** @type {string} */ name, /** @type {string} */ id) => name === "kinds" || name === "hide" || id.startsWith(PART);
  for (const name of LISTS) set(name, state[name].map((id) => escaped(whole(name, id) ? id : named(id))).join(","));
  for (const name of /** @type {const} */ (["pins", "held"])) set(name, Object.entries(state[name]).map(([id, [x, y]]) => `${escaped(named(id))},${x.toFixed(1)},${y.toFixed(1)}`).join(","));
  for (const [name, chosen] of Object.entries(state.only)) set(ONLY + name, chosen.map(escaped).join(","));
  if (state.weight) set("weight", String(state.weight));
  if (state.back) set("back", String(state.back));
  if (state.tab !== "picture") set("tab", state.tab);
  set("filter", state.table.words);
  set("sort", state.table.sort.map(escaped).join(","));
  for (const [name, text] of Object.entries(state.table.columns)) set(COLUMN + name, text);
  if (state.at) set("at", `${state.at[0].toFixed(1)},${state.at[1].toFixed(1)},${state.at[2].toFixed(4)}`);
  return asked.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%40", "@");
}

/** @param {string} text */
const escaped = (text) => text.replaceAll("%", "%25").replaceAll(",", "%2C");

/** @param {string} text */
const items = (text) => text.split(",").filter(Boolean).map((item) => item.replaceAll("%2C", ",").replaceAll("%25", "%"));

/** @param {string} text @returns {Record<string, [number, number]>} */
function places(text) {
  const parts = items(text);
  /** @type {Record<string, [number, number]>} */
  const found = {};
  for (let i = 0; i + 2 < parts.length; i += 3) if (Number.isFinite(Number(parts[i + 1])) && Number.isFinite(Number(parts[i + 2]))) found[parts[i]] = [Number(parts[i + 1]), Number(parts[i + 2])];
  return found;
}

/** A key as a hash of seven letters and digits (FNV-1a). @param {string} id */
export function abridged(id) {
  let hash_ = 0x811c9dc5;
  for (let i = 0; i < id.length; i += 1) hash_ = Math.imul(hash_ ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return SHORT + hash_.toString(36);
}

/** Who is meant by what an address says: the same key, or that whose hash it is. @param {Iterable<string>} ids */
export function meant(ids) {
  /** @type {Map<string, string> | null} */
  let short = null;
  return (/** @type {string} */ text) => {
    if (!text.startsWith(SHORT)) return text;
    short ??= new Map([...ids].map((id) => [abridged(id), id]));
    return short.get(text) ?? text;
  };
}

/** The work with keys where the address had hashes. @template {Work} T @param {T} work @param {import("./model.js").Data} data @returns {T} */
export function spelled(work, data) {
  const node = meant(data.nodes.map(({ id }) => id));
  const edge = meant(data.edges.map(({ id }) => id));
  const keys = (/** @type {Record<string, [number, number]>} */ map) => Object.fromEntries(Object.entries(map).map(([id, at]) => [node(id), at]));
  return { ...work, gone: work.gone.map(node), cut: work.cut.map(edge), opened: work.opened.map(node), seeds: work.seeds.map(node), pins: keys(work.pins), held: without(keys(work.held), Object.keys(keys(work.pins))) };
}
