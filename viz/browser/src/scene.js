// What is drawn, made of the work: documents, joined, placed, dressed. Nothing here touches the page.
import { dressed } from "./looks.js";
import { difference, joined } from "./merge.js";
import { earlier } from "./calendar.js";
import { PART } from "./model.js";
import { placed } from "./places.js";
import { meant } from "./state.js";

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./work.js").Work} Work */
/** @typedef {import("./documents.js").Documents} Documents */

export class Scene {
  /** @param {Documents} documents */
  constructor(documents) {
    this.documents = documents;
    this.first = placesOf(documents.embedded);
  }

  /**
   * The document that is drawn, or the addresses of the documents that it still needs.
   * @param {Work} work
   * @returns {{ data: Data, plain: Data } | { need: string[] }} `plain` has the looks of the answer
   */
  compose(work) {
    const { documents } = this;
    const [seeds, parts] = [this.asked(work), this.parts(work)];
    // Where the members of an open part stand, the whole time tells, so that they stand there in all months.
    const home = parts.length ? documents.base({ from: "", to: "" }, [], parts) : "";
    const before = work.back ? [earlier({ ...work, ...documents.window(work) }, work.back)] : [];
    const wanted = [home, ...[work, ...before].map((period) => documents.base(period, seeds, parts)), ...(work.back ? [work, ...before].map((period) => documents.whole(period, seeds, parts)) : [])];
    const need = [...new Set(wanted)].filter((address) => !documents.at(address));
    if (need.length) return { need };
    const [first, now, then, ...whole] = wanted.map((address) => /** @type {Data} */ (documents.at(address)));
    const result = this.opened(then ? difference(now, then, [whole[0], whole[1]]) : now, work);
    if ("need" in result) return result;
    const plain = { ...result, nodes: placed(result, home ? placesOf(first) : this.first, work) };
    return { plain, data: dressed(plain, work) };
  }

  /** The document with the networks of the opened nodes in it, in the order in which they were opened. @param {Data} base @param {Work} work @returns {Data | { need: string[] }} */
  opened(base, work) {
    let data = base;
    const layers = [...work.seeds.map((id) => ({ given: id, depth: 2 })), ...work.opened.filter((id) => !id.startsWith(PART)).map((id) => ({ given: id, depth: 1 }))];
    for (const { given, depth } of layers) {
      const id = meant(data.nodes.map((node) => node.id))(given);
      const node = data.nodes.find((one) => one.id === id);
      const address = node && !(depth === 2 && this.many(node)) ? this.documents.ego(node, work, depth) : "";
      if (!address) continue;
      const extra = this.documents.at(address);
      if (!extra) return { need: [address] };
      data = joined(data, extra, id);
    }
    return data;
  }

  /** Whether the question itself takes several of such nodes, so that a seed is one more of them. @param {import("./model.js").AtlasNode} node */
  many(node) {
    return this.documents.question?.many[node.kind] ?? "";
  }

  /** The seeds that go into the question. @param {Work} work */
  asked(work) {
    if (!work.seeds.length) return [];
    const every = [...this.documents.embedded.nodes, ...[...this.documents.kept.values()].flatMap((data) => data.nodes)];
    const id = meant(every.map((node) => node.id));
    return work.seeds.map((seed) => every.find((node) => node.id === id(seed))).filter((node) => node !== undefined).filter((node) => this.many(node));
  }

  /** The parts whose members are drawn in their place, in an order of their own: the same ones give the same picture. @param {Work} work */
  parts(work) {
    return work.opened.filter((id) => id.startsWith(PART)).sort();
  }

  /** Load what is missing. @param {Work} work @returns {Promise<void>} */
  async fetch(work) {
    for (let found = this.compose(work); "need" in found; found = this.compose(work)) await this.documents.load(found.need);
  }
}

/** @param {Data} data */
const placesOf = (data) => new Map(data.nodes.map(({ id, x, y }) => [id, { x, y }]));
