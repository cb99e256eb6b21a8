// What was chosen in the search box last: kept in this browser alone, told to nobody, and cleared when asked.

/** @typedef {import("./hits.js").Hit} Hit */

const KEY = "ossatlas.recent";
const MOST = 5;

/** The entries that were chosen last, newest first. @returns {Hit[]} */
export function recent() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(ours).slice(0, MOST) : [];
  } catch {
    return []; // Storage may be forbidden, or hold something else.
  }
}

/** Only what leads to a page of ours: others may write into the storage. @param {any} hit */
const ours = (hit) => [hit?.title, hit?.label, hit?.href].every((text) => typeof text === "string" && text) && /^\/(?!\/)/.test(hit.href);

/** Remember an entry that has a page. @param {Hit} hit */
export function remember({ title, label, about, also, href }) {
  if (!href) return;
  keep([{ title, label, about, also, href }, ...recent().filter((other) => other.href !== href)].slice(0, MOST));
}

/** Forget all of them. */
export function forgetRecent() {
  keep([]);
}

/** @param {Hit[]} hits */
function keep(hits) {
  try {
    if (hits.length) localStorage.setItem(KEY, JSON.stringify(hits));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be forbidden; nothing is remembered then.
  }
}
