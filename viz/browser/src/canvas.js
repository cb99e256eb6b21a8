// The picture on the screen: vis-network draws, pans and picks; places come from the server and nothing moves by itself.
import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { fitted } from "./fit.js";
import { place } from "./labels.js";
import { FADED, look, mark, text } from "./paint.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */

const CLOSEST = 4;
/** The scale up to which a small network is enlarged. */
const LARGEST = 1.4;
/** Free pixels along the edges of the canvas; more at the right, where most labels are. */
const EDGE = { left: 28, top: 28, right: 76, bottom: 28 };
const NARROW = 760;

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
    // A picture in the middle of a page leaves the wheel to the page.
    if (!this.element.closest("[data-page-network]")) options.interaction = { ...options.interaction, zoomView: false };
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
    const { x, y } = this.vis ? this.vis.getViewPosition() : { x: 0, y: 0 };
    const key = `${scale.toFixed(4)} ${x.toFixed(1)} ${y.toFixed(1)} ${this.version}`;
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
      leftwards: model.data.view === "ego" && at[node.id].x < -1,
    }));
    return place(wishes, scale, (words, px, bold) => {
      this.pen.font = `${bold ? 600 : 400} ${px}px ${this.look.font}`;
      return this.pen.measureText(words).width;
    }, ...this.bounds(scale));
  }

  /** Where labels may be and where they may not, in screen pixels from the picture's origin. @param {number} scale @returns {[import("./labels.js").Box, import("./labels.js").Box[]]} */
  bounds(scale) {
    const { clientWidth: width, clientHeight: height } = this.element;
    const { x, y } = this.vis.getViewPosition();
    const [left, top] = [x * scale - width / 2, y * scale - height / 2];
    const move = (/** @type {import("./labels.js").Box} */ box) => ({ left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top });
    return [move({ left: 4, top: 4, right: width - 4, bottom: height - 4 }), this.walls().map(move)];
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

  /** What stands over the canvas: heading, legend, buttons and the panel, in pixels from the canvas's corner. @returns {import("./labels.js").Box[]} */
  walls() {
    const stage = this.element.closest(".stage");
    if (!stage) return [];
    const origin = this.element.getBoundingClientRect();
    const texts = [...stage.querySelectorAll(".heading > :not(.ask), .heading .ask > summary, .legend ul, .scales")].map(inked);
    const solid = [...stage.querySelectorAll(".zoom, .panel:not([hidden])")].map((part) => part.getBoundingClientRect());
    return [...texts, ...solid]
      .filter((box) => box.width && box.height)
      .map((box) => ({ left: box.left - origin.left, top: box.top - origin.top, right: box.right - origin.left, bottom: box.bottom - origin.top }));
  }

  /** Show everything that is not hidden. */
  fit() {
    const view = this.viewOf(this.model.nodes.filter((node) => this.model.visible(node.id)), LARGEST);
    if (!view) return;
    this.version += 1;
    this.vis.moveTo({ ...view, animation: false });
  }

  /** Move so that what is selected lies beside the panel and not under it, where it does not already. */
  reveal() {
    const shown = this.model.nodes.filter((node) => this.lit?.has(node.id) && this.model.visible(node.id));
    const view = this.viewOf(shown, this.vis.getScale());
    if (!view || !this.lit) return;
    const panel = this.panelBox();
    const { clientWidth, clientHeight } = this.element;
    const out = shown.some((node) => {
      const { x, y } = this.vis.canvasToDOM(this.vis.getPosition(node.id));
      return x < 24 || y < 24 || x > Math.min(clientWidth - 24, panel.left - 100) || y > Math.min(clientHeight - 24, panel.top - 24);
    });
    if (out) this.vis.moveTo({ ...view, animation: gentle() });
  }

  /** Where the panel begins: at the right of a wide screen, at the foot of a narrow one. */
  panelBox() {
    const panel = /** @type {HTMLElement | null | undefined} */ (this.element.closest(".stage")?.querySelector(".panel:not([hidden])"));
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!panel) return { left: Infinity, top: Infinity };
    return panel.offsetWidth < width * 0.9 ? { left: width - panel.offsetWidth, top: Infinity } : { left: Infinity, top: height - panel.offsetHeight };
  }

  /**
   * The view that shows these nodes in the free room, no larger than `closest`.
   * @param {import("./model.js").AtlasNode[]} shown
   * @param {number} closest
   */
  viewOf(shown, closest) {
    const { clientWidth: width, clientHeight: height } = this.element;
    if (!shown.length || !width) return null;
    const at = this.vis.getPositions();
    const panel = this.panelBox();
    const room = { left: EDGE.left, top: EDGE.top, right: Math.min(width, panel.left) - (width > NARROW ? EDGE.right : 48), bottom: Math.min(height, panel.top) - EDGE.bottom };
    const view = fitted(shown.map((node) => ({ ...at[node.id], r: node.size })), room, this.lit && width <= NARROW ? [] : this.walls(), closest);
    return { scale: view.scale, position: { x: (width / 2 - view.left) / view.scale, y: (height / 2 - view.top) / view.scale } };
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

/** The box of the text inside an element, which may be narrower than the element. @param {Element} element */
function inked(element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}
