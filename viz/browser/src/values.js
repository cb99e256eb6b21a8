// Values as people read them, the same way as viz/templating.py does on the server.
import { h } from "./dom.js";
import { LANGUAGE, NAMES, TEXTS } from "./texts.js";

/** How many items of a list are shown at once, and by how many it may be longer before the rest is folded. */
const [FEW, SLACK] = [4, 2];

/**
 * A value in words: unknown said so, thin separators from 10 000 on, in Chinese commas.
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  if (value === null || value === undefined || value === "" || value === "unknown" || (Array.isArray(value) && !value.length)) return TEXTS.unknown;
  if (typeof value === "boolean") return value ? TEXTS.yes : TEXTS.no;
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return value.map(shown).join(TEXTS.comma);
  if (typeof value === "object") return Object.entries(value).map(pair).join(TEXTS.comma);
  return String(value);
}

/** A name with its value. @param {[string, unknown]} entry */
const pair = ([name, value]) => `${termed(name)} ${shown(value)}`;

/** @param {number} value */
function number(value) {
  const places = Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  const fixed = value.toFixed(places);
  const text = Math.abs(value) < 1 && fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
  if (LANGUAGE === "zh") return text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
  return Math.abs(value) < 10_000 ? text : text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, "\u202f");
}

/**
 * A value as a list of things to put into an element: of a long list the first items, and the rest behind a word that opens.
 * @param {unknown} value
 * @returns {(string | HTMLElement)[]}
 */
export function folded(value) {
  const items = Array.isArray(value) ? value : value && typeof value === "object" ? Object.entries(value).map(pair) : [];
  if (items.length <= FEW + SLACK) return [items.length ? items.map(shown).join(TEXTS.comma) : shown(value)];
  const rest = h("details", { class: "rest" }, h("summary", {}, TEXTS.andMore(items.length - FEW)), items.slice(FEW).map(shown).join(TEXTS.comma));
  return [`${items.slice(0, FEW).map(shown).join(TEXTS.comma)} `, rest];
}

/** A sentence of the server as things to put into an element: what stands between backticks is code. @param {string} text */
export const coded = (text) => text.split("`").map((part, i) => (i % 2 ? h("code", {}, part) : part));

/**
 * A property's name in words.
 * @param {string} name
 */
export const spoken = (name) => NAMES.get(name.replaceAll(" ", "_")) ?? name.replaceAll("_", " ").replace("prs", "PRs").replace("openrank", "OpenRank");

/** One of a fixed set of values, such as `merged_prs`, in words; in English as it is. @param {string} value */
export const termed = (value) => NAMES.get(value) ?? value;

/**
 * Order of two values: numbers by size, texts by the reader's alphabet, unknown last.
 * @param {unknown} a
 * @param {unknown} b
 */
export function compare(a, b) {
  const [noA, noB] = [a, b].map((v) => v === null || v === undefined || v === "");
  if (noA || noB) return Number(noA) - Number(noB);
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), undefined, { numeric: true });
}
