// A picture with its page: selection, legend, table, exports, and the address that remembers all of it.
import { Picture } from "./canvas.js";
import { all, copy, one, save, say } from "./dom.js";
import { csvOf, png } from "./export.js";
import { Model } from "./model.js";
import { hide, showEdge, showNode } from "./panel.js";
import { readState, writeState } from "./state.js";
import { fillTables } from "./table.js";
import { TEXTS } from "./texts.js";
import { shown } from "./values.js";

export class NetworkPage {
  /** @param {HTMLElement} stage */
  constructor(stage) {
    this.stage = stage;
    this.whole = stage.hasAttribute("data-page-network");
    const source = /** @type {HTMLElement} */ (one("[data-network]", stage));
    this.model = new Model(JSON.parse(source.textContent ?? ""));
    this.panel = /** @type {HTMLElement} */ (one("[data-panel]", stage));
    this.canvas = /** @type {HTMLElement} */ (one("[data-canvas]", stage));
    this.moved = false;
    this.keeping = false;
    this.order = this.model.ranked().map((node) => node.id);
    this.acts = {
      selectNode: (/** @type {string} */ id) => this.select(id, ""),
      selectEdge: (/** @type {string} */ id) => this.select("", id),
      clear: () => this.select("", ""),
      focus: (/** @type {string} */ id) => this.picture.focus(id),
    };
    const state = this.whole ? readState() : null;
    for (const group of state?.hide ?? []) if (this.model.group.has(group)) this.model.hidden.add(group);
    this.picture = new Picture(this.canvas, this.model);
    one("[data-wait]", stage)?.remove();
    this.bind();
    if (state) this.restore(state);
    this.canvas.dataset.drawn = "true";
  }

  bind() {
    const { vis } = this.picture;
    vis.on("click", (event) => this.pick(event));
    vis.on("doubleClick", (event) => event.nodes[0] && this.picture.focus(event.nodes[0]));
    for (const name of /** @type {const} */ (["dragEnd", "zoom"])) vis.on(name, () => this.keepPlace());
    vis.on("animationFinished", () => this.moved && this.keepPlace());
    for (const button of all("[data-zoom]", this.stage)) button.addEventListener("click", () => this.zoom(button.dataset.zoom ?? ""));
    for (const button of all("[data-group]", this.stage)) button.addEventListener("click", () => this.toggle(button.dataset.group ?? ""));
    this.canvas.addEventListener("keydown", (event) => this.key(event));
    this.stage.addEventListener("keydown", (event) => event.key === "Escape" && this.select("", ""));
    for (const link of all(".heading a[data-node]", this.stage)) link.addEventListener("click", (event) => this.follow(/** @type {MouseEvent} */ (event), link.dataset.node ?? ""));
    for (const part of all(".heading details, .legend details", this.stage)) part.addEventListener("toggle", () => (this.moved || this.picture.lit ? this.picture.repaint() : this.picture.fit()));
    new ResizeObserver(() => !this.moved && !this.picture.lit && this.picture.fit()).observe(this.canvas);
    dispatchEvent(new CustomEvent("ossatlas:places", { detail: (/** @type {string} */ text) => this.find(text) }));
    if (!this.whole) return;
    for (const button of all("[data-tab]")) button.addEventListener("click", () => this.tab(button.dataset.tab ?? ""));
    one("[role=tablist]")?.addEventListener("keydown", (event) => this.tabKey(event));
    for (const button of all("[data-export]")) button.addEventListener("click", () => this.export(button.dataset.export ?? ""));
    one("[data-share]")?.addEventListener("click", () => this.share());
    addEventListener("hashchange", () => this.restore(readState()));
  }

  /** @param {import("./state.js").State} state */
  restore(state) {
    this.model.hidden = new Set(state.hide.filter((id) => this.model.group.has(id)));
    this.showHidden();
    this.moved = Boolean(state.at);
    if (state.at) this.picture.moveTo(state.at);
    else this.picture.fit();
    this.keeping = this.moved;
    this.select(this.model.node.has(state.node) ? state.node : "", this.model.edge.has(state.edge) ? state.edge : "");
    this.keeping = false;
    this.tab(one(`[data-view="${CSS.escape(state.tab)}"]`) ? state.tab : "picture");
  }

  /** @param {{ nodes: string[], edges: string[] }} event */
  pick(event) {
    const node = event.nodes[0] ?? "";
    this.select(node, node ? "" : (event.edges[0] ?? ""));
  }

  /** A name in the answer shows its node; with a key held down it is a link like any other. @param {MouseEvent} event @param {string} id */
  follow(event, id) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !this.model.node.has(id)) return;
    event.preventDefault();
    this.model.hidden.delete(/** @type {import("./model.js").AtlasNode} */ (this.model.node.get(id)).legend);
    this.showHidden();
    this.tab("picture");
    this.select(id, "");
  }

  /** @param {string} node @param {string} edge */
  select(node, edge) {
    if (node === this.picture.selected.node && edge === this.picture.selected.edge && (node || edge)) return;
    this.picture.select(node, edge);
    if (node) {
      showNode(this.panel, this.model, node, this.acts);
      const { title, kind } = /** @type {import("./model.js").AtlasNode} */ (this.model.node.get(node));
      say(TEXTS.selected(title, kind.toLowerCase(), this.model.ties.get(node)?.length ?? 0));
    } else if (edge) showEdge(this.panel, this.model, edge, this.acts);
    else hide(this.panel);
    if (!node && !edge && !this.moved) this.picture.fit();
    else if (!this.keeping) this.picture.reveal();
    this.remember({ node, edge });
  }

  /** @param {Partial<import("./state.js").State>} change */
  remember(change) {
    if (this.whole) writeState(change);
  }

  keepPlace() {
    this.moved = true;
    this.remember({ at: this.picture.position() });
  }

  /** @param {string} way */
  zoom(way) {
    if (way === "fit") {
      this.moved = false;
      this.picture.fit();
      this.remember({ at: null });
    } else {
      this.picture.zoom(way === "in" ? 1.4 : 1 / 1.4);
      this.keepPlace();
    }
  }

  /** @param {string} group */
  toggle(group) {
    const { hidden } = this.model;
    if (!hidden.delete(group)) hidden.add(group);
    this.showHidden();
    say((hidden.has(group) ? TEXTS.hidden : TEXTS.shown)(this.model.group.get(group)?.title ?? ""));
    this.remember({ hide: [...hidden] });
  }

  showHidden() {
    const { model } = this;
    for (const button of all("[data-group]", this.stage)) button.setAttribute("aria-pressed", String(!model.hidden.has(button.dataset.group ?? "")));
    this.picture.applyHidden();
    const nodes = model.nodes.filter((node) => model.visible(node.id)).length;
    const edges = model.edges.filter((edge) => model.visible(edge.from) && model.visible(edge.to)).length;
    const amount = this.whole ? one("[data-amount]") : null;
    const all_ = model.nodes.length;
    if (amount) amount.textContent = nodes === all_ ? TEXTS.amount(shown(nodes), shown(edges)) : TEXTS.ofAmount(shown(nodes), shown(all_), shown(edges));
  }

  /** Arrow keys walk through the nodes in order of importance. @param {KeyboardEvent} event */
  key(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key] ?? 0;
    const seen = this.order.filter((id) => this.model.visible(id));
    const now = seen.indexOf(this.picture.selected.node);
    if (step && seen.length) this.select(seen[(now + step + seen.length + (now < 0 && step < 0 ? 1 : 0)) % seen.length], "");
    else if (event.key === "Enter" && now >= 0) this.panel.focus();
    else if (event.key === "+" || event.key === "=") this.zoom("in");
    else if (event.key === "-") this.zoom("out");
    else if (event.key === "0") this.zoom("fit");
    else return;
    event.preventDefault();
  }

  /** Nodes of this picture for the search box. @param {string} text */
  find(text) {
    const words = text.toLowerCase();
    const hits = this.model.ranked().filter((node) => `${node.title} ${node.facts.name ?? ""}`.toLowerCase().includes(words));
    return hits.map((node) => ({
      title: node.title,
      label: node.kind,
      act: () => {
        this.model.hidden.delete(node.legend);
        this.showHidden();
        this.tab("picture");
        this.select(node.id, "");
        this.picture.focus(node.id);
        this.canvas.focus();
      },
    }));
  }

  /** @param {string} name */
  tab(name) {
    if (!this.whole) return;
    for (const button of all("[data-tab]")) {
      button.setAttribute("aria-selected", String(button.dataset.tab === name));
      button.tabIndex = button.dataset.tab === name ? 0 : -1;
    }
    for (const view of all("[data-view]")) view.hidden = view.dataset.view !== name;
    const table = one('[data-view="table"]');
    if (name === "table" && table && !table.childElementCount) fillTables(table, this.model, this.acts);
    this.stage.dataset.showing = name;
    this.remember({ tab: name });
  }

  /** @param {KeyboardEvent} event */
  tabKey(event) {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    const tabs = all("[data-tab]");
    const next = tabs[(tabs.indexOf(/** @type {HTMLElement} */ (event.target)) + step + tabs.length) % tabs.length];
    this.tab(next.dataset.tab ?? "");
    next.focus();
  }

  share() {
    this.remember({ at: this.picture.position() });
    return copy(location.href, TEXTS.linkCopied, TEXTS.copyFailed);
  }

  /** @param {string} what */
  async export(what) {
    const { model } = this;
    one("[data-menu]")?.removeAttribute("open");
    const name = location.pathname.split("/").filter(Boolean).pop() || "network";
    if (what === "png") save(`${name}.png`, await png(this.picture));
    else if (what === "json") save(`${name}.json`, new Blob([JSON.stringify(model.data, null, 1)], { type: "application/json" }));
    else save(`${name}.${what}`, new Blob([csvOf(model, what === "nodes.csv" ? "nodes" : "edges")], { type: "text/csv" }));
  }
}
