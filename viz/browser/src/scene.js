// What is drawn, made of the work: documents, joined, placed, dressed. Nothing here touches the page.
import { dressed } from "./looks.js";
import { difference, joined } from "./merge.js";
import { earlier } from "./calendar.js";
import { placed } from "./places.js";
import { meant } from "./state.js";

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./work.js").Work} Work */
/** @typedef {import("./documents.js").Documents} Documents */

export class Scene {
  /** @param {Documents} documents */
  constructor(documents) {
    this.documents = documents;
    this.first = new Map(documents.embedded.nodes.map(({ id, x, y }) => [id, { x, y }]));
  }

  /**
   * The document that is drawn, or the addresses of the documents that it still needs.
   * @param {Work} work
   * @returns {{ data: Data, plain: Data } | { need: string[] }} `plain` has the looks of the answer
   */
  compose(work) {
    const { documents } = this;
    const seeds = this.asked(work);
    const wanted = [documents.base(work, seeds), ...(work.back ? [documents.base(earlier(work, work.back), seeds)] : [])];
    const need = wanted.filter((address) => !documents.at(address));
    if (need.length) return { need };
    const [now, then] = wanted.map((address) => /** @type {Data} */ (documents.at(address)));
    const result = this.opened(then ? difference(now, then) : now, work);
    if ("need" in result) return result;
    const plain = { ...result, nodes: placed(result, this.first, work) };
    return { plain, data: dressed(plain, work) };
  }

  /** The document with the networks of the opened nodes in it, in the order in which they were opened. @param {Data} base @param {Work} work @returns {Data | { need: string[] }} */
  opened(base, work) {
    let data = base;
    const layers = [...work.seeds.map((id) => ({ given: id, depth: 2 })), ...work.opened.map((id) => ({ given: id, depth: 1 }))];
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

  /** Load what is missing. @param {Work} work @returns {Promise<void>} */
  async fetch(work) {
    for (let found = this.compose(work); "need" in found; found = this.compose(work)) await this.documents.load(found.need);
  }
}
