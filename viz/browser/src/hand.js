// What the mouse, the finger and the keyboard are at in a picture: one node or edge, or several, and the menu of it.
import { one, say } from "./dom.js";
import { fold } from "./heading.js";
import { Lasso } from "./lasso.js";
import { openMenu } from "./menu.js";
import { itemsOf } from "./menus.js";
import { hide, showEdge, showNode } from "./panel.js";
import { showMany } from "./several.js";
import { TEXTS } from "./texts.js";
import { spoken } from "./values.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */

export class Hand {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** The node that the keyboard is at. */
    this.cursor = "";
    this.lasso = new Lasso(page.canvas, (line, add) => this.lassoed(line, add));
  }

  /** Let go of a selection that is no longer drawn, and bring the panel up to date. */
  settle() {
    const { picture, model } = this.page;
    const { node, edge } = picture.selected;
    if ((node && !model.visible(node)) || (edge && !(model.edge.has(edge) && model.seen(/** @type {any} */ (model.edge.get(edge)))))) this.select("", "", true);
    else if (node || edge) this.fillPanel(node, edge);
    const several = [...picture.chosen].filter((id) => model.visible(id));
    if (picture.chosen.size) this.choose(several);
  }

  /** @param {import("./gestures.js").Pick} pick */
  pick({ node, edge, add }) {
    if (node && add && this.page.whole) this.choose(this.chosen().includes(node) ? this.chosen().filter((id) => id !== node) : [...this.chosen(), node]);
    else this.select(node, node ? "" : edge);
  }

  /** A name in the answer shows its node; with a key held down it is a link like any other. @param {MouseEvent} event @param {string} id */
  lead(event, id) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !this.page.model.node.has(id)) return;
    event.preventDefault();
    this.page.acts.show(id);
    this.page.tab("picture");
    this.select(id, "");
  }

  /** The ids of what is selected: one or several. */
  chosen() {
    const { chosen, selected } = this.page.picture;
    return chosen.size ? [...chosen] : selected.node ? [selected.node] : [];
  }

  /** @param {string} node @param {string} edge @param {boolean} [still] whether the view stays */
  select(node, edge, still = false) {
    const { page } = this;
    const { picture, model } = page;
    this.cursor = node;
    if (node === picture.selected.node && edge === picture.selected.edge && (node || edge) && !picture.chosen.size && !still) return;
    // First the panel: labels keep clear of it.
    fold(page.stage);
    this.fillPanel(node, edge);
    picture.select(node, edge);
    if (node) {
      const { title, kind } = /** @type {AtlasNode} */ (model.node.get(node));
      if (!page.quiet) say(TEXTS.selected(title, spoken(kind.toLowerCase()), model.seenTies(node).length));
    }
    if (!node && !edge && !page.moved && !still) page.fit();
    else if (!still && picture.reveal()) page.settle();
    page.remember();
  }

  /** @param {string} node @param {string} edge */
  fillPanel(node, edge) {
    const { panel, model, acts } = this.page;
    if (node && model.node.has(node)) showNode(panel, model, node, acts);
    else if (edge && model.edge.has(edge)) showEdge(panel, model, edge, acts);
    else hide(panel);
  }

  /** Select several. @param {string[]} ids */
  choose(ids) {
    if (ids.length < 2) return this.select(ids[0] ?? "", "", true);
    const { page } = this;
    fold(page.stage);
    showMany(page.panel, page.model, ids, page.acts);
    page.picture.choose(ids);
    if (!page.quiet) say(TEXTS.chosen(ids.length));
    page.remember();
  }

  chooseAll() {
    const { model } = this.page;
    this.choose(model.nodes.filter((node) => model.visible(node.id)).map((node) => node.id));
  }

  /** The node that the keyboard is at joins what is selected, or leaves it. */
  addHere() {
    const [id, ids] = [this.cursor || (this.page.order?.[0] ?? ""), this.chosen()];
    if (!this.page.picture.chosen.size && ids[0] === id) this.page.picture.choose(ids);
    else this.choose(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]);
  }

  /** @param {{ x: number, y: number }[]} line @param {boolean} add */
  lassoed(line, add) {
    if (!this.page.whole) return;
    this.pressLasso(false);
    const before = this.chosen();
    if (line.length === 1) {
      const { node } = this.page.picture.under(line[0]);
      return node ? this.choose(before.includes(node) ? before.filter((id) => id !== node) : [...before, node]) : undefined;
    }
    const ids = this.page.picture.spotsWithin(line);
    if (ids.length) this.choose([...new Set([...(add ? before : []), ...ids])]);
    else this.page.tell(TEXTS.noneInside);
  }

  armLasso() {
    this.lasso.arm(!this.lasso.armed);
    this.pressLasso(this.lasso.armed);
    if (this.lasso.armed) this.page.tell(TEXTS.drawAround);
  }

  /** @param {boolean} on */
  pressLasso(on) {
    one('[data-do="lasso"]', this.page.stage)?.setAttribute("aria-pressed", String(on));
  }

  /** To the next node in the order of importance, or back. Where several are selected they stay so. @param {number} by */
  step(by) {
    const { model, picture, order } = this.page;
    const seen = (order ?? []).filter((id) => model.visible(id));
    if (!seen.length) return;
    const now = seen.indexOf(this.cursor);
    const next = seen[(now + by + seen.length + (now < 0 && by < 0 ? 1 : 0)) % seen.length];
    if (!picture.chosen.size) return this.select(next, "");
    this.cursor = next;
    picture.hover(next);
    say(`${model.node.get(next)?.title}, ${picture.chosen.has(next) ? TEXTS.inSelection : TEXTS.notInSelection}`);
  }

  /** The menu of what lies at a spot. @param {import("./gestures.js").Pick} pick */
  menu({ node, edge, x, y }) {
    const { page } = this;
    const several = page.picture.chosen.size > 1 && page.picture.chosen.has(node);
    if (node && !several) this.select(node, "", true);
    else if (edge) this.select("", edge, true);
    const { left, top } = page.canvas.getBoundingClientRect();
    const title = node ? page.acts.titles(several ? this.chosen() : [node]) : edge ? TEXTS.thisEdge : TEXTS.thisPicture;
    openMenu(title, { x: left + x, y: top + y }, itemsOf(page, several ? this.chosen() : node ? [node] : [], edge), page.canvas);
  }

  /** The menu of what is selected, for the keyboard. */
  menuHere() {
    const { picture, canvas, model } = this.page;
    const { selected } = picture;
    const edge = model.edge.get(selected.edge);
    const id = this.chosen()[0] ?? edge?.from;
    const spot = id ? picture.spot(id) : { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 };
    this.menu({ node: this.chosen()[0] ?? "", edge: selected.edge, x: spot.x + 8, y: spot.y + 8, add: false });
  }

  /** Hide what is selected. */
  hideChosen() {
    const { page } = this;
    if (page.picture.selected.edge) return page.acts.hideEdge(page.picture.selected.edge);
    return this.chosen().length ? page.acts.hide(this.chosen()) : undefined;
  }

  /** The page of a node. @param {string} id */
  open(id) {
    const node = this.page.model.node.get(id);
    if (node?.href) location.assign(node.href);
  }

  /** What an expansion brought goes with its node while that is moved. @param {string[]} ids */
  follow(ids) {
    const { model, picture, work } = this.page;
    const moved = new Set(ids);
    for (const node of model.nodes) {
      const by = node.brought && moved.has(node.brought) ? model.node.get(node.brought) : undefined;
      if (!by || moved.has(node.id) || node.id in work.pins || node.id in work.held) continue;
      const at = picture.place(by.id);
      picture.put(node.id, { x: at.x + node.x - by.x, y: at.y + node.y - by.y });
      moved.add(node.id);
    }
  }
}
