// Values as people read them, the same way as viz/templating.py does on the server.
import { TEXTS } from "./texts.js";

/**
 * A value in words: unknown said so, thin separators from 10 000 on.
 * @param {unknown} value
 * @returns {string}
 */
export function shown(value) {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length)) return TEXTS.unknown;
  if (typeof value === "boolean") return value ? TEXTS.yes : TEXTS.no;
  if (typeof value === "number") return number(value);
  if (Array.isArray(value)) return value.map(shown).join(", ");
  if (typeof value === "object") return Object.entries(value).map(([k, v]) => `${k} ${shown(v)}`).join(", ");
  return String(value);
}

/** @param {number} value */
function number(value) {
  const places = Number.isInteger(value) ? 0 : Math.abs(value) >= 1 ? 2 : 4;
  const fixed = value.toFixed(places);
  const text = Math.abs(value) < 1 && fixed.includes(".") ? fixed.replace(/\.?0+$/, "") : fixed;
  return Math.abs(value) < 10_000 ? text : text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, "\u202f");
}

/**
 * A property's name in words.
 * @param {string} name
 */
export const spoken = (name) => name.replaceAll("_", " ").replace("prs", "PRs").replace("openrank", "OpenRank");

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
