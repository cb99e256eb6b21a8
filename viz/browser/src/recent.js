// What was chosen in the search box last: kept in this browser alone, told to nobody, and cleared when asked.
import { store, stored } from "./stored.js";

/** @typedef {import("./hits.js").Hit} Hit */

const KEY = "ossatlas.recent";
const MOST = 5;

/** The entries that were chosen last, newest first. @returns {Hit[]} */
export const recent = () => /** @type {Hit[]} */ (stored(KEY, ours)).slice(0, MOST);

/** Only what leads to a page of ours: others may write into the storage. @param {any} hit */
const ours = (hit) => [hit?.title, hit?.label, hit?.href].every((text) => typeof text === "string" && text) && /^\/(?!\/)/.test(hit.href);

/** Remember an entry that has a page. @param {Hit} hit */
export function remember({ title, label, about, also, href }) {
  if (!href) return;
  store(KEY, [{ title, label, about, also, href }, ...recent().filter((other) => other.href !== href)].slice(0, MOST));
}

/** Forget all of them. */
export function forgetRecent() {
  store(KEY, []);
}
