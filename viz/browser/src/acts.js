// What a reader does with a picture, as changes that can be taken back.
import { copy, save } from "./dom.js";
import { csvOf } from "./export.js";
import { fileName } from "./files.js";
import { PART } from "./model.js";
import { nameOf } from "./documents.js";
import { TEXTS } from "./texts.js";
import { UNTOUCHED, toggled, without } from "./work.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/** @typedef {import("./work.js").Work} Work */

export class Acts {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {string} id */
  title(id) {
    return this.page.model.node.get(id)?.title ?? id;
  }

  /** What several nodes are called together. @param {string[]} ids */
  titles(ids) {
    return ids.length === 1 ? this.title(ids[0]) : TEXTS.nodes(ids.length);
  }

  /** @param {string} id */
  selectNode(id) {
    this.page.select(id, "");
  }

  /** @param {string} id */
  selectEdge(id) {
    this.page.select("", id);
  }

  clear() {
    this.page.select("", "");
  }

  /** @param {string} id */
  focus(id) {
    this.page.picture.focus(id);
    this.page.keepPlace();
  }

  /** Whether there is a network around this node to be merged in, or it stands for others. @param {string} id */
  expandable(id) {
    const { documents, model, work } = this.page;
    const node = model.node.get(id);
    return Boolean(this.page.whole && node && (documents.question && id.startsWith(PART) ? true : documents.ego(node, work)));
  }

  /** Draw the members of a part in its place. @param {string} id */
  async openPart(id) {
    const { page } = this;
    const title = this.title(id);
    const done = await page.change(TEXTS.expanding(title), (work) => ({ opened: [...work.opened, id] }));
    if (!done) return;
    page.select("", "", true);
    page.fit();
    page.tell(TEXTS.partOpened(title, page.model.nodes.filter((node) => node.part && id.startsWith(node.part)).length));
  }

  /** The part that a node came out of; "" where it is drawn by itself anyway. @param {string} id */
  partOf(id) {
    const part = this.page.model.node.get(id)?.part ?? "";
    return this.page.work.opened.includes(part) ? part : "";
  }

  /** Draw a part as one node again. @param {string} part */
  async closePart(part) {
    const { page } = this;
    // What is left of a part has its key and a little more.
    if (!(await page.change(TEXTS.collapsing(TEXTS.itsGroup), (work) => ({ opened: work.opened.filter((id) => !id.startsWith(PART) || id.replace(/~+$/, "") !== part) })))) return;
    page.select(part, "", true);
    page.fit();
  }

  /** Whether a node's network was merged in. @param {string} id */
  expanded(id) {
    return this.page.work.opened.includes(id);
  }

  /** @param {string} id */
  async expand(id) {
    if (!this.expandable(id) || this.expanded(id)) return;
    if (id.startsWith(PART)) return this.openPart(id);
    const before = this.page.model.nodes.length;
    const done = await this.page.change(TEXTS.expanding(this.title(id)), (work) => ({ opened: [...work.opened, id] }), true);
    if (done) this.page.tell(TEXTS.expandedBy(this.title(id), this.page.model.nodes.length - before, this.cutAround(id)));
    if (done) this.page.select(id, "");
  }

  /** Whether the network around a node has more than its document. @param {string} id */
  cutAround(id) {
    const { model, documents, work } = this.page;
    const node = model.node.get(id);
    return Boolean(node && documents.at(documents.ego(node, work))?.cut);
  }

  /** What was expanded closes again; else the part that the node came out of. @param {string} id */
  collapse(id) {
    const part = this.expanded(id) ? "" : this.partOf(id);
    if (part) return this.closePart(part);
    return this.page.change(TEXTS.collapsing(this.title(id)), (work) => ({ opened: work.opened.filter((other) => other !== id) }), true);
  }

  /** A node as one more of those that the picture is about, or no longer. @param {string} id */
  async seed(id) {
    const there = this.page.work.seeds.includes(id);
    const done = await this.page.change((there ? TEXTS.unseeding : TEXTS.seeding)(this.title(id)), (work) => ({ seeds: toggled(work.seeds, id) }), true);
    if (done) this.page.tell((there ? TEXTS.unseeded : TEXTS.seeded)(this.title(id)));
  }

  /** Whether merging as a seed means something for this node: the question does not name it already. @param {string} id */
  seedable(id) {
    const { model, documents } = this.page;
    const node = model.node.get(id);
    if (!node || !this.expandable(id)) return false;
    const asked = Object.values(documents.question?.values ?? {}).flatMap((value) => value.toLowerCase().split(","));
    return !asked.includes(nameOf(node).toLowerCase());
  }

  /** Keep nodes where they are, whatever happens; or let them go where they belong. @param {string[]} ids */
  pin(ids) {
    const { picture, work } = this.page;
    const off = ids.every((id) => id in work.pins);
    const places = Object.fromEntries(ids.map((id) => [id, placeOf(picture.place(id))]));
    return this.page.change((off ? TEXTS.unpinning : TEXTS.pinning)(this.titles(ids)), (now) => ({ pins: off ? without(now.pins, ids) : { ...now.pins, ...places }, held: without(now.held, ids) }));
  }

  /** Nodes were put somewhere: there they stay. @param {string[]} ids */
  drop(ids) {
    const { picture } = this.page;
    const places = Object.fromEntries(ids.map((id) => [id, placeOf(picture.place(id))]));
    return this.page.change(TEXTS.moving(this.titles(ids)), (work) => ({ pins: { ...work.pins, ...places }, held: without(work.held, ids) }));
  }

  /** Move the selected nodes by pixels. @param {number} x @param {number} y */
  nudge(x, y) {
    const { picture } = this.page;
    const ids = this.page.chosen();
    const { scale } = picture.view();
    const by = picture.laid({ x: x / scale, y: y / scale });
    for (const id of ids) {
      const at = picture.place(id);
      picture.put(id, { x: at.x + by.x, y: at.y + by.y });
    }
    if (ids.length) this.drop(ids);
  }

  /** @param {string[]} ids */
  hide(ids) {
    const title = this.titles(ids);
    this.page.tell(TEXTS.hidden(title));
    return this.page.change(TEXTS.hiding(title), (work) => ({ gone: [...new Set([...work.gone, ...ids])] }));
  }

  /** @param {string} id */
  hideEdge(id) {
    this.page.tell(TEXTS.edgeHidden);
    return this.page.change(TEXTS.hidingEdge, (work) => ({ cut: [...work.cut, id] }));
  }

  /** @param {string[]} ids */
  keepOnly(ids) {
    const kept = new Set(ids);
    const { model } = this.page;
    return this.page.change(TEXTS.keeping(this.titles(ids)), (work) => ({ gone: [...new Set([...work.gone, ...model.nodes.map(({ id }) => id).filter((id) => !kept.has(id))])] }));
  }

  /** Show all that was hidden by hand, by the legend and by filters. */
  showAll() {
    return this.page.change(TEXTS.showingAll, () => ({ hide: [], gone: [], cut: [], weight: 0, kinds: [], only: {} }));
  }

  /** Show one node, whatever hides it. @param {string} id */
  show(id) {
    const { model } = this.page;
    const legend = model.node.get(id)?.legend ?? "";
    if (model.visible(id)) return;
    const filtered = model.filtered.has(id) ? { weight: 0, kinds: [], only: {} } : {};
    this.page.change(TEXTS.showing(this.title(id)), (work) => ({ ...filtered, hide: work.hide.filter((group) => group !== legend), gone: work.gone.filter((other) => other !== id) }));
  }

  /** @param {string} group */
  toggle(group) {
    const { model, work } = this.page;
    const title = model.group.get(group)?.title ?? "";
    const off = !work.hide.includes(group);
    this.page.change((off ? TEXTS.hiding : TEXTS.showing)(title), (now) => ({ hide: toggled(now.hide, group) }));
    this.page.tell((off ? TEXTS.hidden : TEXTS.shown)(title));
  }

  /** Back to the picture as it came. */
  reset() {
    return this.page.change(TEXTS.resetting, () => ({ ...UNTOUCHED }));
  }

  /** @param {string[]} ids */
  copyNames(ids) {
    const { model } = this.page;
    const names = model.ranked().filter((node) => ids.includes(node.id)).map(nameOf);
    return copy(names.join("\n"), TEXTS.namesCopied(names.length), TEXTS.copyFailed);
  }

  /** @param {string} id */
  copyLink(id) {
    const node = this.page.model.node.get(id);
    return copy(node?.href ? new URL(node.href, location.href).href : location.href, TEXTS.copied, TEXTS.copyFailed);
  }

  /** The selected nodes as a table. @param {string[]} ids */
  saveSelection(ids) {
    const { model } = this.page;
    save(fileName("selection", "csv"), new Blob([csvOf(model, "nodes", model.ranked().filter((node) => ids.includes(node.id)))], { type: "text/csv" }));
  }
}

/** A place as the address has it: to a tenth. @param {{ x: number, y: number }} place @returns {[number, number]} */
const placeOf = ({ x, y }) => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
