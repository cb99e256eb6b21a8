// The picture on the screen: vis-network draws, pans and picks; places come from the server and nothing moves by itself.
import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { place } from "./labels.js";
import { FADED, look, mark, text } from "./paint.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */

const CLOSEST = 4;
/** The scale up to which a small network is enlarged. */
const LARGEST = 1.25;

export class Picture {
  /**
   * @param {HTMLElement} element
   * @param {Model} model
   */
  constructor(element, model) {
    this.element = element;
    this.model = model;
    this.selected = { node: "", edge: "" };
    this.hovered = "";
    /** @type {Set<string> | null} */
    this.lit = null;
    this.labels = new Map();
    this.labelled = "";
    this.version = 0;
    /** @type {{ scale: number, frame: import("./labels.js").Box | undefined }} */
    this.fitted = { scale: 0, frame: undefined };
    this.look = look(element);
    this.reach = this.typicalLength();
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    // On a screen higher than wide the picture is turned by a quarter, since layouts lie flat.
    this.turned = element.clientHeight > element.clientWidth * 1.15;
    this.vis = this.start();
    this.fit();
    this.watch();
  }

  start() {
    const { model } = this;
    this.nodes = new DataSet(model.nodes.map((node) => ({ id: node.id, ...this.turn(node), size: node.size, label: " " })));
    this.edges = new DataSet(model.edges.map((edge) => ({ id: edge.id, from: edge.from, to: edge.to, width: edge.width, color: this.stroke(edge) })));
    const options = structuredClone(model.data.options);
    options.nodes = { ...options.nodes, shape: "custom", ctxRenderer: (/** @type {any} */ asked) => this.renderer(asked) };
    const vis = new Network(this.element, /** @type {any} */ ({ nodes: this.nodes, edges: this.edges }), options);
    vis.on("beforeDrawing", () => this.arrange());
    return vis;
  }

  /** Redraw when the theme or the size changes; remember the pointer's node. */
  watch() {
    this.vis.on("hoverNode", (event) => this.hover(event.node));
    this.vis.on("blurNode", () => this.hover(""));
    this.vis.on("dragging", () => (this.version += 1));
    const again = () => {
      this.look = look(this.element);
      this.repaint();
    };
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  /** @param {string} id */
  hover(id) {
    this.hovered = id;
    this.version += 1;
    this.element.classList.toggle("over", Boolean(id));
    this.vis.redraw();
  }

  /** Half of the lines are shorter than this. */
  typicalLength() {
    const lengths = this.model.edges.map((edge) => this.length(edge)).sort((a, b) => a - b);
    return lengths[Math.floor(lengths.length / 2)] || 1;
  }

  /** @param {AtlasEdge} edge */
  length(edge) {
    const [a, b] = [this.model.node.get(edge.from), this.model.node.get(edge.to)];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }

  /** How visible a line is: less where it is long, where it is one of very many, or where it leads out of the selection. @param {AtlasEdge} edge */
  opacity(edge) {
    const { model, lit, selected } = this;
    if (lit) {
      const chosen = selected.edge ? edge.id === selected.edge : edge.from === selected.node || edge.to === selected.node;
      return chosen ? 0.75 : FADED / 2;
    }
    const crowd = Math.min(1, Math.sqrt(160 / Math.max(model.edges.length, 1)));
    const faint = [edge.from, edge.to].some((id) => model.group.get(model.node.get(id)?.legend ?? "")?.faint);
    const near = Math.min(1.25, Math.max(0.3, this.reach / (this.length(edge) || 1)));
    return Math.min(0.8, Math.max(0.05, (faint ? 0.3 : 0.6) * crowd * near));
  }

  /** @param {AtlasEdge} edge */
  stroke(edge) {
    return { color: this.look.line, opacity: this.opacity(edge), inherit: false };
  }

  /** What vis-network calls for each node. @param {{ ctx: CanvasRenderingContext2D, id: string, x: number, y: number }} asked */
  renderer({ ctx, id, x, y }) {
    const node = /** @type {import("./model.js").AtlasNode} */ (this.model.node.get(id));
    const scale = this.vis ? this.vis.getScale() : 1;
    const alpha = this.lit && !this.lit.has(id) ? FADED : 1;
    const ring = id === this.selected.node ? "selected" : id === this.hovered ? "hover" : "";
    const faint = Boolean(this.model.group.get(node.legend)?.faint);
    return {
      drawNode: () => mark(ctx, node, this.look, { x, y, alpha, faint, ring, scale }),
      drawExternalLabel: () => {
        const label = this.labels.get(id);
        if (label) text(ctx, label, this.look, alpha, scale);
      },
      nodeDimensions: { width: node.size * 2, height: node.size * 2 },
    };
  }

  /** Choose the labels anew where scale, selection or what is hidden has changed. */
  arrange() {
    const scale = this.vis ? this.vis.getScale() : 1;
    const key = `${scale.toFixed(4)} ${this.version}`;
    if (!this.vis || key === this.labelled) return;
    this.labelled = key;
    this.labels = this.chooseLabels(scale);
  }

  /** @param {number} scale */
  chooseLabels(scale) {
    const { model, lit } = this;
    const at = this.vis.getPositions();
    const must = (/** @type {string} */ id) => id === this.selected.node || id === this.hovered;
    const wanted = model.ranked().filter((node) => model.visible(node.id) && (!lit || lit.has(node.id) || must(node.id)));
    wanted.sort((a, b) => Number(must(b.id)) - Number(must(a.id)));
    const wishes = wanted.map((node, rank) => ({
      id: node.id, text: node.label, x: at[node.id].x, y: at[node.id].y, r: node.size, rank,
      soft: Boolean(model.group.get(node.legend)?.faint) && !lit, must: must(node.id),
    }));
    return place(wishes, scale, (words, px, bold) => {
      this.pen.font = `${bold ? 600 : 400} ${px}px ${this.look.font}`;
      return this.pen.measureText(words).width;
    }, Math.abs(scale - this.fitted.scale) < 1e-6 ? this.fitted.frame : undefined);
  }

  /** Give the lines the colours that the selection and the theme ask for, and draw. */
  repaint() {
    this.version += 1;
    this.edges?.update(this.model.edges.map((edge) => ({ id: edge.id, color: this.stroke(edge), hidden: !this.model.visible(edge.from) || !this.model.visible(edge.to) })));
    this.vis.redraw();
  }

  /** @param {string} node @param {string} [edge] */
  select(node, edge = "") {
    this.selected = { node, edge };
    this.lit = this.model.lit(node, edge);
    this.repaint();
  }

  /** Leave out what the legend hides. */
  applyHidden() {
    this.nodes?.update(this.model.nodes.map((node) => ({ id: node.id, hidden: !this.model.visible(node.id) })));
    this.repaint();
  }

  /** Free room at the edges of the canvas, in pixels, so that heading and legend cover no node. */
  margins() {
    const { clientWidth: width, clientHeight: height } = this.element;
    const heading = this.element.closest(".stage")?.querySelector(".heading");
    const legend = this.element.parentElement?.querySelector(".legend");
    const open = /** @type {HTMLElement | null | undefined} */ (this.element.closest(".stage")?.querySelector(".panel:not([hidden])"));
    const side = width > 760 || (open && open.clientHeight > height * 0.9);
    const panel = { right: open && side ? open.offsetWidth : 0, bottom: open && !side ? open.offsetHeight : 0 };
    if (width > 760) {
      const words = Math.max(heading?.clientWidth ?? 0, legend?.querySelector("ul")?.clientWidth ?? 0);
      return { top: 36, bottom: 44, left: Math.min(words + 48, width * 0.34), right: 96 + panel.right, panel };
    }
    const above = heading ? heading.clientHeight + 44 : 28;
    const below = Math.max((legend?.clientHeight ?? 0) + 28, panel.bottom + 24);
    return { top: Math.min(above, height * 0.42), bottom: Math.min(below, height * 0.58), left: 36, right: 56, panel };
  }

  /** Show everything that is not hidden. */
  fit() {
    const view = this.viewOf(this.model.nodes.filter((node) => this.model.visible(node.id)), LARGEST);
    if (!view) return;
    const { width, height } = { width: this.element.clientWidth, height: this.element.clientHeight };
    const { scale, position, offset } = view;
    const left = position.x * scale - offset.x - width / 2 + 4;
    const top = position.y * scale - offset.y - height / 2 + 4;
    this.fitted = { scale, frame: { left, top, right: left + width - 8, bottom: top + height - 8 } };
    this.version += 1;
    this.vis.moveTo({ ...view, animation: false });
  }

  /** Move so that what is selected lies beside the panel and not under it, where it does not already. */
  reveal() {
    const shown = this.model.nodes.filter((node) => this.lit?.has(node.id) && this.model.visible(node.id));
    const view = this.viewOf(shown, this.vis.getScale());
    if (!view || !this.lit) return;
    const room = this.margins();
    const { clientWidth, clientHeight } = this.element;
    const out = shown.some((node) => {
      const { x, y } = this.vis.canvasToDOM(this.vis.getPosition(node.id));
      return x < 24 || y < 24 || x > clientWidth - room.panel.right - 120 || y > clientHeight - room.panel.bottom - 24;
    });
    if (out) this.vis.moveTo({ ...view, animation: gentle() });
  }

  /**
   * The view that shows these nodes in the free room, no larger than `closest`.
   * @param {import("./model.js").AtlasNode[]} shown
   * @param {number} closest
   */
  viewOf(shown, closest) {
    if (!shown.length || !this.element.clientWidth) return null;
    const at = this.vis.getPositions();
    const left = Math.min(...shown.map((n) => at[n.id].x - n.size));
    const right = Math.max(...shown.map((n) => at[n.id].x + n.size));
    const top = Math.min(...shown.map((n) => at[n.id].y - n.size));
    const bottom = Math.max(...shown.map((n) => at[n.id].y + n.size));
    const room = this.margins();
    const width = Math.max(this.element.clientWidth - room.left - room.right, 80);
    const height = Math.max(this.element.clientHeight - room.top - room.bottom, 80);
    const scale = Math.min(width / Math.max(right - left, 1), height / Math.max(bottom - top, 1), closest);
    return {
      position: { x: (left + right) / 2, y: (top + bottom) / 2 },
      offset: { x: (room.left - room.right) / 2, y: (room.top - room.bottom) / 2 },
      scale,
    };
  }

  /** @param {number} factor */
  zoom(factor) {
    const scale = Math.min(Math.max(this.vis.getScale() * factor, 0.05), CLOSEST * 2);
    this.vis.moveTo({ scale, animation: gentle() });
  }

  /** @param {string} id */
  focus(id) {
    this.vis.focus(id, { scale: Math.max(this.vis.getScale(), 1.2), animation: gentle() });
  }

  /** A place as it is on this screen. @param {{ x: number, y: number }} place */
  turn({ x, y }) {
    return this.turned ? { x: -y, y: x } : { x, y };
  }

  /** The middle of the view in the layout's own measure, whatever way the screen is turned. @returns {[number, number, number]} */
  position() {
    const { x, y } = this.vis.getViewPosition();
    return this.turned ? [y, -x, this.vis.getScale()] : [x, y, this.vis.getScale()];
  }

  /** @param {[number, number, number]} at */
  moveTo([x, y, scale]) {
    this.vis.moveTo({ position: this.turn({ x, y }), scale, animation: false });
  }
}

/** A short movement, or none where the reader asked for less. */
function gentle() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 200, easingFunction: /** @type {const} */ ("easeInOutQuad") };
}
