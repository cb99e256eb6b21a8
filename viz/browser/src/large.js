// The picture of a network too large for vis-network: sigma draws it by WebGL, with the same methods as `Picture` of canvas.js.
// What is selected, pointed at or near enough to be told apart is drawn over it by paint.js, so that it looks as in small pictures.
import { bounds, outermost } from "./large_extent.js";
import { hear } from "./large_gestures.js";
import { FLAT, flat, graphOf } from "./large_graph.js";
import { Overlay } from "./large_overlay.js";
import { Sheet } from "./large_sheet.js";
import { able, apology, sigmaOf } from "./large_sigma.js";
import { inside } from "./lasso.js";
import { place } from "./labels.js";
import { FADED, look } from "./paint.js";
import { covered, fittedView, gentle, outside, panelBox, walls } from "./room.js";

export { able };

/** @typedef {import("./model.js").Model} Model */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {{ x: number, y: number }} Spot */

const CLOSEST = 8;
const LARGEST = 1.4;
/** From far away marks are drawn larger than to scale, so that they can be seen, up to this share of the canvas. */
const INKED = 0.04;
/** So many of the nodes in view, the most important ones, may have a label. */
const WISHES = 300;
/** So few nodes are drawn to scale, however small the scale. */
const FEW = 1500;
/** Milliseconds without movement after which the view is at rest. */
const REST = 120;
/** How far the drawn picture is moved as it is before it is drawn anew, where that is quick and where it is not. */
const FAR = { quick: { part: 0.1, times: 1.2 }, slow: { part: 0.5, times: 2 } };

export class LargePicture {
  static most = 60_000;

  /** @param {HTMLElement} element @param {Model} model */
  constructor(element, model) {
    this.element = element;
    this.model = model;
    this.selected = { node: "", edge: "" };
    this.hovered = "";
    /** @type {Set<string>} */
    this.chosen = new Set();
    /** @type {Set<string> | null} */
    this.lit = null;
    this.look = look(element);
    this.turned = element.clientHeight > element.clientWidth * 1.15;
    /** The places of nodes that were moved by hand, until the model has them. @type {Map<string, Spot>} */
    this.moved = new Map();
    /** What sigma knows each node as: numbers are found much faster than keys. @type {Map<string, string>} */
    this.numbers = new Map();
    this.half = Math.max(1, ...bounds(model.nodes)) * 1.05;
    this.now = { x: 0, y: 0, scale: 1 };
    this.rested = 0;
    /** The node under a pressed button. @type {{ node: string, moved: boolean } | null} */
    this.held = null;
    this.byHand = false;
    /** Whether the finger that is down has opened the menu. */
    this.menuOpened = false;
    /** @type {((how: null | "settled") => void)[]} */
    this.movers = [];
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    this.ranked = model.ranked();
    this.least = this.leastScale();
    const drawing = able();
    /** Draw WebGL's part in the next frame. */
    this.redraw = () => {};
    this.sigma = drawing ? sigmaOf(this) : apology(this);
    this.overlay = new Overlay(this, drawing ? this.sigma.createCanvas("marks", { beforeLayer: "mouse" }) : document.createElement("canvas"));
    const { edges, nodes } = drawing ? this.sigma.getCanvases() : {};
    this.sheet = new Sheet(drawing ? [edges, nodes] : []);
    if (drawing) this.now = this.viewed(this.sigma.getCamera().getState());
    this.watch();
  }

  /** The scale below which marks get no smaller; few are always drawn to scale. */
  leastScale() {
    const { element, model } = this;
    const marks = model.nodes.reduce((sum, node) => sum + Math.PI * node.size ** 2, 1);
    return model.nodes.length > FEW ? Math.min(1, Math.sqrt((INKED * Math.max(1, element.clientWidth * element.clientHeight)) / marks)) : 0;
  }

  /** Pixels of one of the layout's units where sigma's camera has the ratio 1. */
  unit() {
    return Math.max(1, Math.min(this.element.clientWidth, this.element.clientHeight)) / (2 * this.half);
  }

  watch() {
    this.sigma.getCamera().on("updated", (state) => {
      this.now = this.viewed(state);
      this.stir();
      this.slide();
    });
    this.sigma.on("afterRender", () => {
      this.sheet.lay(this.now);
      this.overlay.draw();
    });
    const again = () => this.dress();
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    new MutationObserver(again).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    new ResizeObserver(() => this.resized()).observe(this.element);
  }

  /** What sigma's camera sees, in the picture's units. @param {{ x: number, y: number, ratio: number }} camera */
  viewed({ x, y, ratio }) {
    return { x: (x - 0.5) * 2 * this.half, y: (0.5 - y) * 2 * this.half, scale: this.unit() / ratio };
  }

  /** Whether we know already where the camera is. */
  follows() {
    const { x, y, scale } = this.viewed(this.sigma.getCamera().getState());
    return x === this.now.x && y === this.now.y && scale === this.now.scale;
  }

  /** Show the present view by moving what is drawn; where that does not do any more it is drawn anew. */
  slide() {
    const far = this.model.edges.length > FLAT ? FAR.slow : FAR.quick;
    const near = [this.sheet, this.overlay.sheet].map((sheet) => sheet.slide(this.now, this.element, far));
    if (!near[0]) this.redraw();
  }

  /** Follow the element's size; the middle and the scale stay. */
  resized() {
    if (!this.element.clientWidth) return;
    this.sigma.resize();
    this.go(this.now);
    this.redraw();
  }

  /** The view moves; when it has come to rest, labels are chosen anew and the page is told. */
  stir() {
    this.overlay.moving = true;
    clearTimeout(this.rested);
    this.rested = window.setTimeout(() => {
      this.overlay.moving = false;
      this.overlay.draw();
      if (!this.sheet.shows(this.now)) this.redraw();
      for (const act of this.movers) act(this.byHand ? null : "settled");
      this.byHand = false;
    }, REST);
  }

  /** @param {import("./gestures.js").Gesture} name @param {(what: any) => void} act */
  on(name, act) {
    if (name === "move") this.movers.push(act);
    else hear(this, name, act);
  }

  /** What lies at a spot: the topmost node, else the nearest line that is seen. @param {Spot} spot */
  under(spot) {
    const node = this.overlay.nodeAt(spot);
    return { node, edge: node ? "" : this.overlay.edgeAt(spot) };
  }

  dress() {
    this.look = look(this.element);
    this.refresh();
  }

  /** @param {string} id */
  hover(id) {
    if (id === this.hovered) return;
    this.hovered = id;
    this.element.classList.toggle("over", Boolean(id));
    this.overlay.draw();
  }

  /** Whether a line belongs to what is selected. @param {AtlasEdge} edge */
  tied(edge) {
    const { lit, chosen, selected } = this;
    if (chosen.size) return Boolean(lit?.has(edge.from) && lit.has(edge.to));
    return selected.edge ? edge.id === selected.edge : edge.from === selected.node || edge.to === selected.node;
  }

  /** How a line looks where nothing is selected: fainter where it is one of very many. @param {AtlasEdge} edge */
  plain(edge) {
    const changed = edge.change && edge.change !== "stayed";
    const crowd = Math.min(0.6, Math.max(0.05, 0.6 * Math.sqrt(400 / Math.max(this.model.edges.length, 1))));
    return { color: changed ? this.model.data.palette.changes[edge.change ?? "stayed"] : this.look.line, opacity: changed ? 0.8 : edge.change ? 0.35 : crowd };
  }

  /** @param {AtlasEdge} edge */
  stroke(edge) {
    const plain = this.plain(edge);
    return this.lit ? { ...plain, opacity: this.tied(edge) ? 0.75 : FADED / 2 } : plain;
  }

  /** The labels of the most important nodes in view, none over another. @param {number} scale */
  chooseLabels(scale) {
    const { model, lit } = this;
    const must = (/** @type {string} */ id) => id === this.selected.node || id === this.hovered;
    const wanted = this.ranked.filter((node) => must(node.id));
    for (const node of this.ranked) {
      if (wanted.length >= WISHES) break;
      if (model.visible(node.id) && (!lit || lit.has(node.id)) && !must(node.id) && this.inView(this.where(node.id))) wanted.push(node);
    }
    const wishes = wanted.map((node, rank) => ({
      id: node.id, text: node.label, ...this.where(node.id), r: this.radius(node), rank,
      soft: Boolean(model.group.get(node.legend)?.faint) && !lit, must: must(node.id),
    }));
    return place(wishes, scale, (words, px, bold) => {
      this.pen.font = `${bold ? 600 : 400} ${px}px ${this.look.font}`;
      return this.pen.measureText(words).width;
    }, ...this.bounds(scale));
  }

  /** The labels that are drawn now. */
  labels() {
    return this.overlay.labels;
  }

  /** @param {number} scale @returns {[import("./labels.js").Box, import("./labels.js").Box[]]} */
  bounds(scale) {
    const { clientWidth: width, clientHeight: height } = this.element;
    const [left, top] = [this.now.x * scale - width / 2, this.now.y * scale - height / 2];
    const move = (/** @type {import("./labels.js").Box} */ box) => ({ left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top });
    return [move({ left: 4, top: 4, right: width - 4, bottom: height - 4 }), this.walls().map(move)];
  }

  /** A mark's radius as it is drawn, in the picture's units. @param {AtlasNode} node */
  radius(node) {
    return node.size * Math.max(1, this.least / this.now.scale);
  }

  /** @param {Spot} at */
  inView({ x, y }) {
    const { now, element } = this;
    return Math.abs(x - now.x) * now.scale < element.clientWidth / 2 && Math.abs(y - now.y) * now.scale < element.clientHeight / 2;
  }

  repaint() {
    this.element.classList.toggle("faded", Boolean(this.lit));
    this.overlay.draw();
  }

  /** Take nodes, edges, looks and places from the model anew. */
  refresh() {
    this.moved.clear();
    this.ranked = this.model.ranked();
    this.least = this.leastScale();
    if (this.lit) this.lit = this.chosen.size ? this.chosen : this.model.lit(this.selected.node, this.selected.edge);
    this.sigma.setGraph(graphOf(this, this.model.nodes));
    this.overlay.take();
    this.repaint();
  }

  /** @param {string} node @param {string} [edge] */
  select(node, edge = "") {
    this.selected = { node, edge };
    this.chosen = new Set();
    this.lit = this.model.lit(node, edge);
    this.repaint();
  }

  /** @param {Iterable<string>} ids */
  choose(ids) {
    this.selected = { node: "", edge: "" };
    this.chosen = new Set([...ids].filter((id) => this.model.node.has(id)));
    this.lit = this.chosen.size ? this.chosen : null;
    this.repaint();
  }

  walls() {
    return walls(this.element);
  }

  /** @param {boolean} [bare] as if there were no panel */
  fit(bare = false) {
    const view = this.viewOf(this.model.nodes.filter((node) => this.model.visible(node.id)), LARGEST, { bare });
    if (view) this.go(view);
  }

  /** Move so that what is selected lies beside the panel and not under it; whether it moves. @param {boolean} [slowly] */
  reveal(slowly = true) {
    const { element } = this;
    const node = this.model.node.get(this.selected.node);
    if (!this.lit || !node) return false;
    const spot = this.spot(node.id);
    const out = outside(element, spot) || (panelBox(element).top < Infinity && covered(element, spot));
    const view = out && this.viewOf([node], this.now.scale, { clear: true });
    if (view) this.go(view, slowly);
    return Boolean(view);
  }

  /** The view that shows these nodes in the free room, no larger than `closest`. @param {AtlasNode[]} shown @param {number} closest @param {{ bare?: boolean, clear?: boolean }} how as in `Picture` */
  viewOf(shown, closest, { bare = false, clear = false }) {
    if (!shown.length || !this.element.clientWidth) return null;
    const marks = outermost(shown.map((node) => ({ ...this.where(node.id), r: node.size })));
    const { scale, position } = fittedView(this.element, marks, closest, { under: !bare && !clear && (Boolean(this.lit) || panelBox(this.element).top < Infinity), bare });
    return { ...position, scale };
  }

  /** @param {{ x: number, y: number, scale: number }} view @param {boolean} [slowly] */
  go({ x, y, scale }, slowly = false) {
    const kept = Math.min(Math.max(scale, 0.005), CLOSEST);
    const state = { x: 0.5 + x / (2 * this.half), y: 0.5 - y / (2 * this.half), ratio: this.unit() / kept };
    const camera = this.sigma.getCamera();
    if (slowly && gentle()) camera.animate(state, { duration: 200 });
    else camera.setState(state);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.go({ ...this.now, scale: this.now.scale * factor }, true);
  }

  /** @param {string} id */
  focus(id) {
    this.go({ ...this.where(id), scale: Math.max(this.now.scale, 1.2) }, true);
  }

  /** @param {Spot} place */
  turn({ x, y }) {
    return this.turned ? { x: -y, y: x } : { x, y };
  }

  /** @returns {[number, number, number]} */
  position() {
    const { x, y } = this.laid(this.now);
    return [x, y, this.now.scale];
  }

  /** @param {[number, number, number]} at */
  moveTo([x, y, scale]) {
    this.go({ ...this.turn({ x, y }), scale });
  }

  /** @param {number} x @param {number} y */
  pan(x, y) {
    const { scale } = this.now;
    this.go({ x: this.now.x + x / scale, y: this.now.y + y / scale, scale }, true);
  }

  view() {
    return { ...this.now };
  }

  /** @returns {Record<string, Spot>} */
  places() {
    return Object.fromEntries(this.model.nodes.map((node) => [node.id, this.where(node.id)]));
  }

  /** Where a node stands on this screen, in the picture's units. @param {string} id */
  where(id) {
    return this.moved.get(id) ?? this.turn(this.model.node.get(id) ?? { x: 0, y: 0 });
  }

  /** @param {string} id */
  place(id) {
    return this.laid(this.where(id));
  }

  /** @param {string} id @param {Spot} place */
  put(id, place) {
    this.moved.set(id, this.turn(place));
    const number = this.numbers.get(id);
    if (number !== undefined) this.sigma.getGraph().mergeNodeAttributes(number, flat(this.where(id)));
  }

  /** @param {string} id */
  spot(id) {
    return this.onScreen(this.where(id));
  }

  /** @param {Spot} at */
  onScreen({ x, y }) {
    const { now, element } = this;
    return { x: (x - now.x) * now.scale + element.clientWidth / 2, y: (y - now.y) * now.scale + element.clientHeight / 2 };
  }

  /** A spot on the canvas, in the picture's units. @param {Spot} spot */
  offScreen({ x, y }) {
    const { now, element } = this;
    return { x: now.x + (x - element.clientWidth / 2) / now.scale, y: now.y + (y - element.clientHeight / 2) / now.scale };
  }

  /** @param {Spot[]} polygon */
  spotsWithin(polygon) {
    return this.model.nodes.filter((node) => this.model.visible(node.id) && inside(this.spot(node.id), polygon)).map((node) => node.id);
  }

  /** @param {Spot} place */
  laid({ x, y }) {
    return this.turned ? { x: y, y: -x } : { x, y };
  }

  stop() {
    this.sigma.kill();
  }
}
