// The picture on the screen, up to some thousand marks: vis-network draws, pans and picks; places come from the model and nothing
// moves by itself.
//
// A page knows its picture by these members alone; another way of drawing has the same ones. Places are in the layout's own measure,
// spots in pixels from the canvas's upper left corner.
//   element, model, look, labels, selected {node, edge}, chosen (a Set of several), lit (what stays bright, or null)
//   on(name, act): "pick" and "open" and "menu" ({ node, edge, x, y, add }), "drag" (ids) while nodes are moved, "drop" (ids), "move" after a
//     reader moved the view
//   dress(): take the colours of the theme; hover(id): raise a node
//   refresh(): take nodes, edges, looks and places from the model anew; repaint(): draw them anew; redraw(): the last frame again
//   select(node, edge), choose(ids): what is selected; reveal(), focus(id): bring it into view
//   fit(bare): show all, beside the panel or as if there were none; zoom(factor), pan(x, y); position(), moveTo([x, y, scale]): the view, for the address
//   place(id), put(id, place): where a node stands; spot(id): the same on the screen; under(spot): { node, edge } there
//   spotsWithin(polygon): the ids of the nodes inside; place is laid(spot) for a spot that holds nothing
//   view(), places(), opacity(edge), stroke(edge), chooseLabels(scale): what the exported picture is painted with
//   stop(): let go of the page
import { DataSet } from "vis-data/esnext";
import { Network } from "vis-network/esnext";
import { listen } from "./gestures.js";
import { inside } from "./lasso.js";
import { place } from "./labels.js";
import { FADED, look, mark, text } from "./paint.js";
import { covered, fittedView, gentle, outside, panelBox, walls } from "./room.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */

const CLOSEST = 4;
/** The scale up to which a small network is enlarged. */
const LARGEST = 1.4;
/** How lines are broken that are no more. */
const LEFT = [7, 6];

export class Picture {
  /** So many nodes are drawn well enough. */
  static most = 1500;

  /**
   * @param {HTMLElement} element
   * @param {Model} model
   */
  constructor(element, model) {
    this.element = element;
    this.model = model;
    this.selected = { node: "", edge: "" };
    this.hovered = "";
    /** @type {Set<string>} */
    this.chosen = new Set();
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
    this.nodes = new DataSet(model.nodes.map((node) => this.drawnNode(node)));
    this.edges = new DataSet(model.edges.map((edge) => this.drawnEdge(edge)));
    const options = structuredClone(model.data.options);
    // A picture in the middle of a page leaves the wheel to the page.
    if (!this.element.closest("[data-page-network]")) options.interaction = { ...options.interaction, zoomView: false };
    options.nodes = { ...options.nodes, shape: "custom", ctxRenderer: (/** @type {any} */ asked) => this.renderer(asked) };
    const vis = new Network(this.element, /** @type {any} */ ({ nodes: this.nodes, edges: this.edges }), options);
    vis.on("beforeDrawing", () => this.arrange());
    // The canvas has name, role and keys; what vis-network puts inside of it has none and would be one more stop.
    const inner = /** @type {HTMLElement | null} */ (this.element.querySelector(".vis-network"));
    inner?.setAttribute("tabindex", "-1");
    inner?.addEventListener("focus", () => this.element.focus({ preventScroll: true }));
    return vis;
  }

  /** @param {AtlasNode} node */
  drawnNode(node) {
    return { id: node.id, ...this.turn(node), size: node.size, label: " ", hidden: !this.model.visible(node.id) };
  }

  /** @param {AtlasEdge} edge */
  drawnEdge(edge) {
    return { id: edge.id, from: edge.from, to: edge.to, width: edge.width, color: this.stroke(edge), dashes: edge.change === "left" ? LEFT : false, hidden: !this.model.seen(edge) };
  }

  /**
   * Call `act` when a reader does something with the picture.
   * @param {import("./gestures.js").Gesture} name
   * @param {(what: any) => void} act
   */
  on(name, act) {
    listen(this, name, act);
  }

  /** What lies at a spot. @param {{ x: number, y: number }} spot */
  under(spot) {
    const node = this.vis.getNodeAt(spot);
    const edge = node === undefined ? this.vis.getEdgeAt(spot) : undefined;
    return { node: String(node ?? ""), edge: String(edge ?? "") };
  }

  /** Redraw when the theme or the size changes; remember the pointer's node. */
  watch() {
    this.vis.on("hoverNode", (event) => this.hover(event.node));
    this.vis.on("blurNode", () => this.hover(""));
    this.vis.on("dragging", () => (this.version += 1));
    const again = () => this.dress();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  }

  /** Take the colours of the present theme. */
  dress() {
    this.look = look(this.element);
    this.repaint();
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
      const chosen = this.chosen.size ? lit.has(edge.from) && lit.has(edge.to) : selected.edge ? edge.id === selected.edge : edge.from === selected.node || edge.to === selected.node;
      return chosen ? 0.75 : FADED / 2;
    }
    if (edge.change) return edge.change === "stayed" ? 0.35 : 0.8;
    const crowd = Math.min(1, Math.sqrt(160 / Math.max(model.edges.length, 1)));
    const faint = [edge.from, edge.to].some((id) => model.group.get(model.node.get(id)?.legend ?? "")?.faint);
    const near = Math.min(1.25, Math.max(0.3, this.reach / (this.length(edge) || 1)));
    return Math.min(0.8, Math.max(0.05, (faint ? 0.3 : 0.6) * crowd * near));
  }

  /** @param {AtlasEdge} edge */
  stroke(edge) {
    const color = edge.change && edge.change !== "stayed" ? this.model.data.palette.changes[edge.change] : this.look.line;
    return { color, opacity: this.opacity(edge), inherit: false };
  }

  /** What vis-network calls for each node. @param {{ ctx: CanvasRenderingContext2D, id: string, x: number, y: number }} asked */
  renderer({ ctx, id, x, y }) {
    const node = this.model.node.get(id);
    if (!node) return { nodeDimensions: { width: 0, height: 0 } };
    const scale = this.vis ? this.vis.getScale() : 1;
    const alpha = this.lit && !this.lit.has(id) ? FADED : 1;
    const ring = id === this.selected.node || this.chosen.has(id) ? "selected" : id === this.hovered ? "hover" : "";
    const faint = Boolean(this.model.group.get(node.legend)?.faint);
    return {
      drawNode: () => mark(ctx, node, this.look, { x, y, alpha, faint, ring, scale, pinned: this.model.pinned.has(id), seed: this.model.seeds.has(id) }),
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
    const at = this.places();
    const must = (/** @type {string} */ id) => id === this.selected.node || id === this.hovered;
    // The few labels of what is chosen are all shown; of many, those that fit.
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
    this.edges?.update(this.model.edges.map((edge) => ({ id: edge.id, color: this.stroke(edge), hidden: !this.model.seen(edge) })));
    this.vis.redraw();
  }

  /** Take nodes, edges, looks and places from the model anew. */
  refresh() {
    const { model, nodes, edges } = this;
    if (!nodes || !edges) return;
    this.reach = this.typicalLength();
    if (this.lit) this.lit = this.chosen.size ? this.chosen : model.lit(this.selected.node, this.selected.edge);
    edges.remove(edges.getIds().filter((id) => !model.edge.has(String(id))));
    nodes.remove(nodes.getIds().filter((id) => !model.node.has(String(id))));
    nodes.update(model.nodes.map((node) => this.drawnNode(node)));
    edges.update(model.edges.map((edge) => this.drawnEdge(edge)));
    this.version += 1;
    this.vis.redraw();
  }

  /** @param {string} node @param {string} [edge] */
  select(node, edge = "") {
    this.selected = { node, edge };
    this.chosen = new Set();
    this.lit = this.model.lit(node, edge);
    this.vis.selectNodes(this.model.node.has(node) ? [node] : [], false);
    this.repaint();
  }

  /** Select several nodes. @param {Iterable<string>} ids */
  choose(ids) {
    this.selected = { node: "", edge: "" };
    this.chosen = new Set([...ids].filter((id) => this.model.node.has(id)));
    this.lit = this.chosen.size ? this.chosen : null;
    this.vis.selectNodes([...this.chosen], false);
    this.repaint();
  }

  /** What stands over the canvas, in pixels from its corner. */
  walls() {
    return walls(this.element);
  }

  /** Show everything that is not hidden: beside the panel, or as if there were none. @param {boolean} [bare] */
  fit(bare = false) {
    const view = this.viewOf(this.model.nodes.filter((node) => this.model.visible(node.id)), LARGEST, { bare });
    if (!view) return;
    this.version += 1;
    this.vis.moveTo({ ...view, animation: false });
  }

  /** Move so that what is selected lies beside the panel and not under it, where it does not already; whether it moves. @param {boolean} [slowly] */
  reveal(slowly = true) {
    const { element, selected } = this;
    const sheet = panelBox(element).top < Infinity;
    // Over a sheet from below there is room for what is selected, but not for all around it.
    const wanted = sheet && selected.node ? new Set([selected.node]) : this.lit;
    const shown = this.model.nodes.filter((node) => wanted?.has(node.id) && this.model.visible(node.id));
    const out = shown.map((node) => this.spot(node.id)).some((spot) => outside(element, spot) || (sheet && covered(element, spot)));
    const view = out && this.viewOf(shown, this.vis.getScale(), { clear: true });
    if (view) this.vis.moveTo({ ...view, animation: slowly && gentle() });
    return Boolean(view);
  }

  /**
   * The view that shows these nodes in the free room, no larger than `closest`.
   * @param {AtlasNode[]} shown
   * @param {number} closest
   * @param {{ bare?: boolean, clear?: boolean }} how as if there were no panel, or clear of the heading whatever the screen
   */
  viewOf(shown, closest, { bare = false, clear = false }) {
    if (!shown.length || !this.element.clientWidth) return null;
    const at = this.places();
    return fittedView(this.element, shown.map((node) => ({ ...at[node.id], r: node.size })), closest, { under: !bare && !clear && (Boolean(this.lit) || panelBox(this.element).top < Infinity), bare });
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

  /** Move the view by so many pixels. @param {number} x @param {number} y */
  pan(x, y) {
    const { x: left, y: top, scale } = this.view();
    this.vis.moveTo({ position: { x: left + x / scale, y: top + y / scale }, animation: gentle() });
  }

  /** The middle of the view and its scale, as they are on this screen. */
  view() {
    return { ...this.vis.getViewPosition(), scale: this.vis.getScale() };
  }

  /** Where all nodes stand on this screen, in the picture's units. */
  places() {
    const at = this.vis.getPositions();
    // vis-network takes new nodes in a moment after it was given them.
    for (const node of this.model.nodes) at[node.id] ??= this.turn(node);
    return at;
  }

  /** Where a node stands on this screen, in the picture's units. @param {string} id */
  where(id) {
    return this.vis.getPositions(this.nodes?.get(id) ? [id] : [])[id] ?? this.turn(this.model.node.get(id) ?? { x: 0, y: 0 });
  }

  /** Where a node stands, in the layout's own measure. @param {string} id */
  place(id) {
    return this.laid(this.where(id));
  }

  /** Put a node somewhere in the layout's own measure. @param {string} id @param {{ x: number, y: number }} place */
  put(id, place) {
    const { x, y } = this.turn(place);
    this.vis.moveNode(id, x, y);
    this.version += 1;
  }

  /** Where a node is seen, in pixels from the canvas's corner. @param {string} id */
  spot(id) {
    return this.vis.canvasToDOM(this.where(id));
  }

  /** The shown nodes inside a polygon of spots. @param {{ x: number, y: number }[]} polygon */
  spotsWithin(polygon) {
    return this.model.nodes.filter((node) => this.model.visible(node.id) && inside(this.spot(node.id), polygon)).map((node) => node.id);
  }

  /** A place on this screen as the layout has it. @param {{ x: number, y: number }} place */
  laid({ x, y }) {
    return this.turned ? { x: y, y: -x } : { x, y };
  }

  /** Let go of the page. */
  stop() {
    this.vis.destroy();
  }
}
