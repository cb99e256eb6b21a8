// What the search finds: names with their pages, and the way to add one to the question that the page asks.
import { json } from "./documents.js";
import { one } from "./dom.js";
import { TEXTS } from "./texts.js";

/**
 * @typedef {{ title: string, label: string, about?: string, also?: string, href?: string, act?: () => void }} Hit
 * label: kind of thing, as the schema has it; also: the other name by which it was found; act: what to do in place of opening a page.
 */

const MOST = 10;
/** An address of a repository or an account, of which the name is kept. */
const PASTED = /^(?:https?:\/\/)?(?:www\.)?github\.com\/([\w.-]+(?:\/[\w.-]+?)?)(?:\.git)?(?:[/?#].*)?$/i;
/** What may stand between two names. */
const BETWEEN = /[\s,，、;；+&]+(?:(?:and|vs\.?|versus|with|和|与|跟|对比)\s+)?/i;
/** Views of several projects, and so many of them at most. */
const [TOGETHER, MOST_TOGETHER] = [{ "overlap-network": TEXTS.overlap, compare: TEXTS.compare }, 6];
const VIEW = "View";
/** Kinds of organizations that employ people; of others it is told what they founded and host. */
const EMPLOYERS = ["company", "university"];
/** @type {Record<string, (title: string, key: string, about: string) => string>} */
const PAGES = {
  Repository: (title) => `/repositories/${title.split("/").map(encodeURIComponent).join("/")}`,
  Developer: (title) => `/developers/${encodeURIComponent(title)}`,
  Domain: (title, key) => `/views/landscape?${new URLSearchParams({ taxonomy: key.split("/")[0], domain: title, isolated: "true" })}`,
  Organization: (title, _, about) => (EMPLOYERS.includes(about) ? `/queries/organization-footprint?${new URLSearchParams({ organization: title })}` : `/queries/lineage?${new URLSearchParams({ name: title })}`),
  Product: (title) => `/queries/lineage?${new URLSearchParams({ name: title })}`,
  Country: (title) => `/queries/country-footprint?${new URLSearchParams({ country: title })}`,
};

/** What the API finds at this address. An Error says in a sentence why it does not answer. @param {string} address @param {string} text @param {Record<string, string>} [more] @returns {Promise<Hit[]>} */
export async function found(address, text, more = {}) {
  const asked = new URLSearchParams({ ...(text ? { q: text.replace(PASTED, "$1") } : {}), limit: String(MOST), ...more });
  const { rows = [] } = await json(`${address}?${asked}`);
  return rows.map(hitOf).filter((/** @type {Hit} */ hit) => hit.title && hit.href);
}

/** The views of several projects together, where the text names several. @param {string} address @param {string} text @returns {Promise<Hit[]>} */
export async function together(address, text) {
  const words = text.split(BETWEEN).filter(Boolean);
  if (words.length < 2 || words.length > MOST_TOGETHER) return [];
  const firsts = await Promise.all(words.map(async (word) => (await found(address, word, { kind: "repository", limit: "1" }))[0]?.title));
  const names = [...new Set(firsts.filter((name) => name !== undefined))];
  if (names.length < words.length) return [];
  const asked = names.map((name) => name.split("/").map(encodeURIComponent).join("/")).join(",");
  const told = names.map((name) => name.split("/").pop()).join(TEXTS.and);
  return Object.entries(TOGETHER).map(([view, what]) => ({ title: TEXTS.meaning(told, what), label: VIEW, href: `/views/${view}?repositories=${asked}` }));
}

/** @param {any} row @returns {Hit} */
function hitOf(row) {
  const [title, label, about, also] = [row.title, row.label, row.about, row.also].map((value) => String(value ?? ""));
  return { title, label, about, also, href: PAGES[label]?.(title, String(row.key ?? ""), about) };
}

/** The hits of each kind, the kind of the best hit first. @param {Hit[]} hits @returns {Map<string, Hit[]>} */
export function byKind(hits) {
  /** @type {Map<string, Hit[]>} */
  const kinds = new Map();
  for (const hit of hits) kinds.set(hit.label, [...(kinds.get(hit.label) ?? []), hit]);
  return kinds;
}

/** What adds a hit to the question of this page, where that takes several of its kind and does not name it yet. @param {Hit} hit */
export function adding(hit) {
  const field = /** @type {HTMLInputElement | null} */ (one(`.parameters [data-many="${CSS.escape(hit.label)}"]`));
  const there = field?.value.split(",").map((name) => name.trim()).filter(Boolean) ?? [];
  if (!field?.form || there.length >= Number(field.dataset.most || Infinity)) return undefined;
  if (there.some((name) => name.toLowerCase() === hit.title.toLowerCase())) return undefined;
  const { form, name } = field;
  return () => {
    const values = new URLSearchParams([...new FormData(form)].map(([key, value]) => [key, String(value)]).filter(([, value]) => value));
    values.set(name, [...there, hit.title].join(","));
    const state = new URLSearchParams(location.hash.slice(1));
    state.delete("at"); // What comes in has to be seen.
    location.assign(`${form.getAttribute("action") || location.pathname}?${values}${state.size ? `#${state}` : ""}`);
  };
}
