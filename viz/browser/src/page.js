// A picture with its page: selection, changes that can be taken back, legend, table, exports, and the address that remembers all of it.
import { Acts } from "./acts.js";
import { keepState, keepTrue } from "./asked.js";
import { Picture } from "./canvas.js";
import { Controls } from "./controls.js";
import { Documents } from "./documents.js";
import { all, copy, one, save, say } from "./dom.js";
import { csvOf, png, saved } from "./export.js";
import { fileName } from "./files.js";
import { gexf, graphml } from "./graphs.js";
import { leftOut } from "./filters.js";
import { Hand } from "./hand.js";
import { bindHeading } from "./heading.js";
import { obey, showHelp } from "./keys.js";
import { drawLegend } from "./legend.js";
import { Months } from "./months.js";
import { Model, PART } from "./model.js";
import { clearNotice, leftOutLine, notice } from "./notice.js";
import { lost } from "./places.js";
import { lightOnPaper } from "./printing.js";
import { inWords } from "./rests.js";
import { NARROW } from "./room.js";
import { Scene } from "./scene.js";
import { askedFor, openShare, readShared } from "./share.js";
import { readState, spelled, writeState } from "./state.js";
import { PLAIN, fillTables } from "./table.js";
import { bindTabs, showTab } from "./tabs.js";
import { TEXTS } from "./texts.js";
import { shown, spoken } from "./values.js";
import { Steps, UNTOUCHED } from "./work.js";

/** @typedef {import("./work.js").Work} Work */
/** @typedef {import("./state.js").State} State */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */

/** What writes the files of a comparison that the server has no part in. */
const GRAPHS = { gexf, graphml };

export class NetworkPage {
  /**
   * @param {HTMLElement} stage
   * @param {import("./model.js").Data} data
   * @param {typeof Picture} Drawn what draws it: large networks are drawn by `LargePicture`, which has the same methods
   */
  constructor(stage, data, Drawn = Picture) {
    this.stage = stage;
    this.whole = stage.hasAttribute("data-page-network");
    this.documents = new Documents(JSON.parse(one("[data-question]", stage)?.textContent ?? "null"), data);
    this.scene = new Scene(this.documents);
    this.model = new Model(data);
    /** The drawn document with the looks that the answer gave it. */
    this.plain = data;
    this.panel = /** @type {HTMLElement} */ (one("[data-panel]", stage));
    this.canvas = /** @type {HTMLElement} */ (one("[data-canvas]", stage));
    /** @type {Work} */
    this.work = UNTOUCHED;
    this.steps = new Steps();
    this.acts = new Acts(this);
    /** Whether a reader moved the view, and where it is if it is not simply all of the picture. */
    this.moved = false;
    /** @type {[number, number, number] | null} */
    this.at = null;
    this.shownTab = "picture";
    this.table = PLAIN;
    /** Whether nothing is said or written yet. */
    this.quiet = true;
    this.fitted = true;
    this.waits = 0;
    this.most = Drawn.most;
    this.picture = new Drawn(this.canvas, this.model);
    this.hand = new Hand(this);
    this.controls = this.whole ? new Controls(this) : null;
    this.months = this.whole ? new Months(this) : null;
    one("[data-wait]", stage)?.remove();
    this.bind();
    // A whole page is drawn when it is known what its address asks for: twice would take twice as long.
    this.drawn = false;
    if (!this.whole) this.draw(this.work);
    this.ready = this.restore(this.whole ? readState() : null).then(() => (this.canvas.dataset.drawn = "true"));
  }

  bind() {
    const { picture, stage } = this;
    picture.on("pick", (pick) => this.hand.pick(pick));
    picture.on("open", ({ node }) => node && (node.startsWith(PART) ? this.acts.expand(node) : this.acts.focus(node)));
    picture.on("move", (how) => (how ? this.settle() : this.keepPlace()));
    if (this.whole) picture.on("menu", (pick) => this.hand.menu(pick));
    if (this.whole) picture.on("drag", (ids) => this.hand.follow(ids));
    if (this.whole) picture.on("drop", (ids) => this.acts.drop(ids));
    for (const button of all("[data-zoom]", stage)) button.addEventListener("click", () => this.zoom(button.dataset.zoom ?? ""));
    for (const button of all("[data-group]", stage)) button.addEventListener("click", () => this.acts.toggle(button.dataset.group ?? ""));
    this.canvas.addEventListener("keydown", (event) => obey(this, event, true));
    stage.addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && this.acts.clear());
    for (const link of all(".heading a[data-node]", stage)) link.addEventListener("click", (event) => this.hand.lead(/** @type {MouseEvent} */ (event), link.dataset.node ?? ""));
    for (const part of all(".heading details:not(.ask), .legend details", stage)) part.addEventListener("toggle", () => this.keepClear());
    bindHeading(stage, () => this.keepClear());
    // vis-network scales the view with its canvas; the address says what is seen, whatever the size.
    new ResizeObserver(() => (this.at ? picture.moveTo(this.at) : picture.fit(true))).observe(this.canvas);
    dispatchEvent(new CustomEvent("ossatlas:places", { detail: (/** @type {string} */ text) => this.find(text) }));
    if (this.whole) this.bindPage();
  }

  bindPage() {
    bindTabs((name) => this.tab(name));
    // The table of a network stands below its picture.
    lightOnPaper(() => this.tabulate(), () => this.picture.dress());
    for (const button of all("[data-export]")) button.addEventListener("click", () => this.export(button.dataset.export ?? ""));
    const doings = /** @type {Record<string, () => unknown>} */ ({ undo: () => this.undo(), redo: () => this.redo(), help: showHelp, lasso: () => this.hand.armLasso() });
    for (const button of all("[data-do]", this.stage)) button.addEventListener("click", () => doings[button.dataset.do ?? ""]?.());
    one("[data-to-export]")?.addEventListener("click", () => one("[data-menu] summary[aria-label]")?.focus());
    one("[data-share]")?.addEventListener("click", () => this.share());
    addEventListener("hashchange", () => this.restore(readState()));
    addEventListener("keydown", (event) => {
      const typing = /** @type {HTMLElement} */ (event.target).closest?.("input:not([type=range], [type=checkbox], [type=button]), textarea, select, dialog, [role=menu]");
      if (!typing) obey(this, event, false);
    });
  }

  /** Show what an address says. @param {State | null} state */
  async restore(state) {
    if (state) {
      const { node, edge, many, tab, table, at, ...work } = state;
      Object.assign(this, { quiet: true, table });
      await this.become(() => work, { hold: false });
      this.moved = Boolean(at);
      this.at = at;
      if (at) this.picture.moveTo(at);
      else this.picture.fit(true);
      const ids = spelled({ ...work, gone: many }, this.model.data).gone;
      if (ids.length) this.hand.choose(ids);
      else this.select(this.model.node.has(node) ? node : "", this.model.edge.has(edge) ? edge : "", true);
      if (innerWidth <= NARROW && !this.panel.hidden) this.keepSeen(!ids.length);
      this.tab(tab);
    }
    this.quiet = false;
  }

  /**
   * Change the work, so that it can be taken back.
   * @param {string} title what the change does
   * @param {(work: Work) => Partial<Work>} patch
   * @param {boolean} [hold] whether nodes keep the places that they have now: where the change brings other data
   * @returns {Promise<boolean>} whether it was done
   */
  async change(title, patch, hold = false) {
    const before = this.work;
    const done = this.become((work) => ({ ...work, ...patch(work) }), { hold, done: () => this.steps.note(title, before) });
    return done === true || (await done);
  }

  /**
   * Draw other work. What that needs is loaded first; where it cannot be had, the old picture stays and it is said.
   * @param {(work: Work) => Work} wish
   * @param {{ hold: boolean, done?: () => void }} how
   * @returns {boolean | Promise<boolean>}
   */
  become(wish, { hold, done = () => {} }) {
    let work = wish(this.work);
    let found = this.scene.compose(work);
    if ("need" in found) return this.later(wish, { hold, done });
    if (found.data.nodes.length > Math.max(this.most, this.model.nodes.length)) {
      notice(this.stage, TEXTS.tooMany(shown(found.data.nodes.length), shown(this.most)));
      return false;
    }
    const kept = hold ? lost(this.model.nodes, found.data.nodes, work.pins) : {};
    if (Object.keys(kept).length) {
      work = { ...work, held: { ...work.held, ...kept } };
      found = this.scene.compose(work);
      if ("need" in found) return false;
    }
    this.work = spelled(work, found.data);
    done();
    this.plain = found.plain;
    this.model.take(found.data);
    this.draw(this.work);
    return true;
  }

  /** @param {(work: Work) => Work} wish @param {{ hold: boolean, done: () => void }} how */
  async later(wish, how) {
    if (!this.drawn) this.draw(this.work);
    const mine = (this.waits += 1);
    this.stage.setAttribute("aria-busy", "true");
    try {
      await this.scene.fetch(wish(this.work));
    } catch (error) {
      if (mine === this.waits) notice(this.stage, TEXTS.notLoaded(/** @type {Error} */ (error).message), { title: TEXTS.again, act: () => this.become(wish, how) });
      return false;
    } finally {
      if (mine === this.waits) this.stage.removeAttribute("aria-busy");
    }
    return mine === this.waits && this.become(wish, how);
  }

  /** Draw the present data with what the work leaves out. @param {Work} work */
  draw(work) {
    const { model, picture, stage } = this;
    this.drawn = true;
    clearNotice(stage);
    const out = leftOut(model.data, work);
    Object.assign(model, { hidden: new Set(work.hide.filter((id) => model.group.has(id))), gone: new Set(work.gone), cut: new Set(work.cut), filtered: out.nodes, unfit: out.edges });
    Object.assign(model, { pinned: new Set(Object.keys(work.pins)), seeds: new Set(work.seeds) });
    this.order = model.ranked().map((node) => node.id);
    picture.refresh();
    drawLegend(stage, model, (id) => this.acts.toggle(id));
    this.hand.settle();
    if (!this.whole) return;
    leftOutLine(stage, model, () => this.acts.showAll());
    keepTrue(this);
    for (const button of all("[data-do]", stage)) this.name(/** @type {HTMLButtonElement} */ (button));
    this.controls?.update();
    this.months?.update();
    this.refill();
    if (!model.nodes.length) notice(stage, TEXTS.nothingThen, { title: TEXTS.allMonths, act: () => this.change(TEXTS.allMonths, () => ({ from: "", to: "", back: 0 }), true) });
    if (!this.quiet) this.at ??= picture.position();
    this.remember();
    keepState();
  }

  /** What a button for undo or redo would do. @param {HTMLButtonElement} button */
  name(button) {
    const step = { undo: this.steps.past.at(-1), redo: this.steps.future.at(-1) }[button.dataset.do ?? ""];
    if (button.dataset.do !== "undo" && button.dataset.do !== "redo") return;
    button.disabled = !step;
    const words = button.dataset.do === "undo" ? TEXTS.undo : TEXTS.redo;
    button.title = step ? TEXTS.meaning(words, step.title) : words;
  }

  undo() {
    return this.back("undo");
  }

  redo() {
    return this.back("redo");
  }

  /** @param {"undo" | "redo"} way */
  async back(way) {
    const step = this.steps[way](this.work);
    if (!step) return this.tell(way === "undo" ? TEXTS.nothingToUndo : TEXTS.nothingToRedo);
    await this.become(() => step.work, { hold: false });
    this.tell((way === "undo" ? TEXTS.undone : TEXTS.redone)(step.title));
  }

  /** @param {string} text */
  tell(text) {
    say(text, this.whole);
  }

  /** The ids of what is selected: one or several. */
  chosen() {
    return this.hand.chosen();
  }

  /** @param {string} node @param {string} edge @param {boolean} [still] whether the view stays */
  select(node, edge, still = false) {
    this.hand.select(node, edge, still);
  }

  /** Write the state into the address. */
  remember() {
    if (!this.whole || this.quiet) return;
    const { selected, chosen } = this.picture;
    const fits = writeState({ ...this.work, ...selected, many: [...chosen], tab: this.shownTab, table: this.table, at: this.at });
    if (!fits && this.fitted) this.tell(TEXTS.tooLong);
    this.fitted = fits;
  }

  /** A reader moved the view: it stays so. */
  keepPlace() {
    this.moved = true;
    this.settle();
  }

  /** The view came to rest: the address has it. */
  settle() {
    if (this.quiet) return;
    this.at = this.picture.position();
    this.remember();
  }

  /** The heading or the legend has another size: all of the picture is fitted anew, a view of its own stays. */
  keepClear() {
    if (this.at || this.picture.lit) this.picture.repaint();
    else this.picture.fit();
  }

  /** On a narrow screen: what was seen where the link was made may lie under the sheet; and the heading, now shorter, moves nothing. @param {boolean} one whether one is selected */
  keepSeen(one) {
    if (one) this.picture.reveal(false);
    this.at = this.picture.position();
  }

  /** Show all of the picture. */
  fit() {
    this.picture.fit();
    this.at = this.panel?.hidden === false ? this.picture.position() : null;
  }

  /** @param {string} way */
  zoom(way) {
    if (way === "fit") {
      this.moved = false;
      this.fit();
      this.remember();
    } else {
      this.picture.zoom(way === "in" ? 1.4 : 1 / 1.4);
      this.keepPlace();
    }
  }

  /** @param {number} x @param {number} y */
  pan(x, y) {
    this.picture.pan(x, y);
    this.keepPlace();
  }

  /** Nodes of this picture for the search box. @param {string} text */
  find(text) {
    const words = text.toLowerCase();
    const hits = this.model.ranked().filter((node) => `${node.title} ${node.facts.name ?? ""}`.toLowerCase().includes(words));
    return hits.map((node) => ({
      title: node.title,
      label: node.kind,
      act: () => {
        this.acts.show(node.id);
        this.tab("picture");
        this.select(node.id, "");
        this.acts.focus(node.id);
        this.canvas.focus();
      },
    }));
  }

  /** @param {string} wanted */
  tab(wanted) {
    if (!this.whole) return;
    this.shownTab = showTab(wanted);
    this.stage.dataset.showing = this.shownTab;
    this.refill();
    this.remember();
  }

  /** Bring the table up to date where it is shown. */
  refill() {
    if (this.shownTab === "table") this.tabulate();
  }

  /** Fill the table with what is drawn, as a reader last asked for it. */
  tabulate() {
    const place = one('[data-view="table"]', this.stage);
    if (!place) return;
    fillTables(place, this.model, this.acts, this.table, (table) => {
      this.table = table;
      this.remember();
    });
  }

  /** The values of what is drawn that differ from what the page was asked. */
  asked() {
    const { documents, scene, work } = this;
    return Object.fromEntries(Object.entries(documents.values(work, scene.asked(work))).filter(([name, value]) => value !== documents.question?.values[name]));
  }

  /** What is drawn, in words: what was asked, and of which months. */
  told() {
    const { documents, scene, work, model } = this;
    const values = documents.values(work, scene.asked(work));
    const named = documents.question?.named.filter((name) => values[name]) ?? [];
    return { asked: named.map((name) => `${spoken(name)}: ${values[name].split(",").join(", ")}`).join("  ·  "), months: inWords(model.data, documents.window(work), work.back) };
  }

  share() {
    this.at = this.picture.position();
    this.remember();
    const shared = readShared();
    return shared ? openShare(askedFor(shared, this.asked(), this.work.back), location.href) : copy(location.href, TEXTS.linkCopied, TEXTS.copyFailed);
  }

  /** @param {string} what */
  async export(what) {
    const { model } = this;
    one("[data-menu]")?.removeAttribute("open");
    if (what === "png") save(fileName("", "png"), await png(this.picture, this.told()));
    else if (what === "json") save(fileName("", "json"), new Blob([JSON.stringify(saved(model.data), null, 1)], { type: "application/json" }));
    else if (what in GRAPHS) save(fileName("", what), new Blob([GRAPHS[/** @type {"gexf"} */ (what)](model.data)], { type: "application/xml" }));
    else save(fileName("", what), new Blob([csvOf(model, what === "nodes.csv" ? "nodes" : "edges")], { type: "text/csv" }));
  }
}
