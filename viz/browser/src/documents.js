// The documents that a picture is made of: the one in the page, and others of the same shape that the API gives.
import { LANGUAGE, TEXTS } from "./texts.js";

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./work.js").Work} Work */
/**
 * @typedef {{ query: string, address: string, values: Record<string, string>, months: boolean, many: Record<string, string>, named: string[], statement: Record<string, unknown>,
 *   most: Record<string, string>, activity: string, ego: string, egos: Record<string, string> }} Question
 * What was asked: the catalogue's query, the address of its view as JSON, the values given, whether it takes months, which values name something, the parameters as the Cypher sees them, by kind of node
 * its parameter for several of them, the values with which it leaves out least, the address that tells of activity by month, the address of the view around one node, and by
 * kind of node that view's parameter.
 */

const PATIENCE = 45_000;
/** How many neighbours an expansion brings at most. */
const MOST = 15;

export class Documents {
  /** @param {Question | null} question @param {Data} embedded */
  constructor(question, embedded) {
    this.question = question;
    this.embedded = embedded;
    /** @type {Map<string, Data>} */
    this.kept = new Map();
  }

  /**
   * The address of the question with this work's months, more seeds, and parts that are open; "" is the document in the page.
   * @param {Pick<Work, "from" | "to">} work
   * @param {AtlasNode[]} seeds
   * @param {string[]} [parts]
   */
  base(work, seeds, parts = []) {
    const { question } = this;
    if (!question || (!work.from && !work.to && !seeds.length && !parts.length)) return "";
    return `${question.address}?${new URLSearchParams({ ...this.values(work, seeds), ...(parts.length ? { open: parts.join(",") } : {}) })}`;
  }

  /**
   * The address of the same with as much as the question gives, where the document at hand leaves something out.
   * @param {Pick<Work, "from" | "to">} work
   * @param {AtlasNode[]} seeds
   * @param {string[]} parts
   */
  whole(work, seeds, parts) {
    const address = this.base(work, seeds, parts);
    const { question } = this;
    if (!question || !this.at(address)?.cut || !Object.keys(question.most ?? {}).length) return address;
    return `${question.address}?${new URLSearchParams({ ...this.values(work, seeds), ...question.most })}`;
  }

  /** The months that are asked for: those of the work, else those of the question. @param {Pick<Work, "from" | "to">} work */
  window({ from, to }) {
    const { from: first = "", to: last = "" } = this.question?.values ?? {};
    return from || to ? { from, to } : { from: first, to: last };
  }

  /** The names among the values of the question. @param {Record<string, string>} values */
  named(values) {
    return (this.question?.named ?? []).flatMap((name) => values[name]?.split(",") ?? []);
  }

  /** The parameters as the Cypher sees them, with this work's months and more seeds. @param {Pick<Work, "from" | "to">} work @param {AtlasNode[]} seeds @returns {Record<string, unknown>} */
  statement({ from, to }, seeds) {
    const statement = /** @type {Record<string, any>} */ ({ ...this.question?.statement });
    if (from) statement.from = from;
    if (to) statement.to = to;
    for (const { kind, id } of seeds) {
      const name = this.question?.many[kind];
      if (name) statement[name] = [...(statement[name] ?? []), id];
    }
    return statement;
  }

  /** The values of the question with this work's months and more seeds. @param {Pick<Work, "from" | "to">} work @param {AtlasNode[]} seeds */
  values({ from, to }, seeds) {
    const values = { ...this.question?.values };
    if (from) values.from = from;
    if (to) values.to = to;
    for (const node of seeds) {
      const name = this.question?.many[node.kind];
      if (name) values[name] = [values[name], nameOf(node)].filter(Boolean).join(",");
    }
    return values;
  }

  /** The address of the network around a node, or "" where its kind has none. @param {AtlasNode} node @param {Pick<Work, "from" | "to">} work @param {number} [depth] */
  ego(node, { from, to }, depth = 1) {
    const parameter = this.question?.egos[node.kind];
    if (!this.question || !parameter) return "";
    const values = new URLSearchParams({ [parameter]: nameOf(node), depth: String(depth), developers: String(MOST), repositories: String(MOST) });
    const window = { from: from || this.question.values.from, to: to || this.question.values.to };
    for (const [name, value] of Object.entries(window)) if (value) values.set(name, value);
    return `${this.question.ego}?${values}`;
  }

  /** The document at an address, where it was loaded. @param {string} address @returns {Data | undefined} */
  at(address) {
    return address ? this.kept.get(address) : this.embedded;
  }

  /** Load what is not there yet. An Error says in a sentence why not. @param {string[]} addresses */
  async load(addresses) {
    await Promise.all(addresses.map(async (address) => this.kept.set(address, await document_(address))));
  }
}

/** The address of a view's data with their words in the page's language. @param {string} address */
const inLanguage = (address) => (LANGUAGE === "en" ? address : `${address}&lang=${LANGUAGE}`);

/** @param {string} address @returns {Promise<Data>} */
async function document_(address) {
  const body = await json(inLanguage(address));
  if (!Array.isArray(body.nodes) || !Array.isArray(body.edges)) throw new Error(TEXTS.notANetwork);
  return body;
}

/** What the API answers as JSON. An Error says in a sentence what went wrong. @param {string} address @returns {Promise<any>} */
export async function json(address) {
  const answer = await fetch(address, { headers: { accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) }).catch((error) => {
    throw new Error(error.name === "TimeoutError" ? TEXTS.tooSlow : TEXTS.notReached);
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(sentences([body.detail, body.hint]) || TEXTS.answeredWith(answer.status));
  return body;
}

/** Texts as sentences. @param {(string | undefined)[]} texts */
const sentences = (texts) => texts.filter((text) => text !== undefined && text !== "").map((text) => `${text?.[0].toUpperCase()}${text?.slice(1).replace(/[.。]$/, "")}${TEXTS.stop}`).join("").trim();

/** What the API knows a node by: owner/name of a repository, whose title may be its project's; else the title. @param {AtlasNode} node */
export function nameOf(node) {
  const { name } = node.facts;
  return node.kind === "Repository" && typeof name === "string" && name.includes("/") ? name : node.title;
}
