// What stands over sigma's picture: labels, what is selected or pointed at, and all marks where few are in view. It also finds
// what lies under the pointer.
import { Sheet } from "./large_sheet.js";
import { mark, text } from "./paint.js";

/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */
/** @typedef {{ x: number, y: number }} Spot */

/** So few nodes in view are drawn one by one, with their own shapes. */
const NEAR = 400;
/** Pixels beside a mark or a line that still belong to it. */
const BESIDE = 4;
const CELL = 80;

export class Overlay {
  /** @param {import("./large.js").LargePicture} picture @param {HTMLCanvasElement} canvas */
  constructor(picture, canvas) {
    this.picture = picture;
    this.canvas = canvas;
    this.sheet = new Sheet([canvas]);
    this.moving = false;
    this.labels = new Map();
    /** @type {Map<string, AtlasNode[]>} */
    this.cells = new Map();
    this.reach = 0;
  }

  /** File the visible nodes by place. */
  take() {
    const { model } = this.picture;
    this.cells = new Map();
    this.reach = model.nodes.reduce((most, node) => Math.max(most, node.size), 0);
    for (const node of model.nodes) {
      if (!model.visible(node.id)) continue;
      const key = cell(this.picture.where(node.id));
      const held = this.cells.get(key);
      if (held) held.push(node);
      else this.cells.set(key, [node]);
    }
  }

  /** The visible nodes in a box of the picture's units. @param {Spot} from @param {Spot} to @returns {AtlasNode[]} */
  within(from, to) {
    const [left, right] = [Math.floor(from.x / CELL), Math.floor(to.x / CELL)];
    const [top, bottom] = [Math.floor(from.y / CELL), Math.floor(to.y / CELL)];
    const inside = (/** @type {number} */ x, /** @type {number} */ y) => x >= left && x <= right && y >= top && y <= bottom;
    if ((right - left + 1) * (bottom - top + 1) > this.cells.size)
      return [...this.cells].filter(([key]) => inside(...column(key))).flatMap(([, nodes]) => nodes);
    const found = [];
    for (let x = left; x <= right; x += 1) for (let y = top; y <= bottom; y += 1) found.push(...(this.cells.get(`${x},${y}`) ?? []));
    return found;
  }

  draw() {
    const { canvas, picture } = this;
    const { clientWidth: width, clientHeight: height } = picture.element;
    if (!width) return;
    const sharp = window.devicePixelRatio || 1;
    const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    if (canvas.width !== Math.round(width * sharp)) canvas.width = Math.round(width * sharp);
    if (canvas.height !== Math.round(height * sharp)) canvas.height = Math.round(height * sharp);
    const { x, y, scale } = picture.now;
    this.sheet.lay(picture.now);
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.clearRect(0, 0, canvas.width, canvas.height);
    ctx.setTransform(sharp * scale, 0, 0, sharp * scale, (width / 2 - x * scale) * sharp, (height / 2 - y * scale) * sharp);
    this.lines(ctx);
    this.marks(ctx);
    if (!this.moving) this.labels = picture.chooseLabels(scale);
    for (const label of this.labels.values()) text(ctx, label, picture.look, picture.lit && !picture.lit.has(label.id) ? 0.12 : 1, scale);
  }

  /** The lines of what is selected. @param {CanvasRenderingContext2D} ctx */
  lines(ctx) {
    for (const edge of this.selectedEdges()) {
      const { color, opacity } = this.picture.stroke(edge);
      const [a, b] = [this.picture.where(edge.from), this.picture.where(edge.to)];
      ctx.globalAlpha = opacity;
      ctx.strokeStyle = color;
      ctx.lineWidth = Math.max(edge.width, 0.8 / this.picture.now.scale);
      ctx.beginPath();
      ctx.moveTo(a.x, a.y);
      ctx.lineTo(b.x, b.y);
      ctx.stroke();
    }
    ctx.globalAlpha = 1;
  }

  /** @returns {AtlasEdge[]} */
  selectedEdges() {
    const { lit, chosen, selected, model } = this.picture;
    if (!lit) return [];
    if (selected.edge) return [model.edge.get(selected.edge)].filter((edge) => edge !== undefined);
    const from = chosen.size ? [...chosen] : [selected.node];
    const seen = new Set(from.flatMap((id) => model.seenTies(id)));
    return [...seen].filter((edge) => this.picture.tied(edge));
  }

  /** @param {CanvasRenderingContext2D} ctx */
  marks(ctx) {
    const { picture } = this;
    const { lit, model, hovered, selected, chosen, now } = picture;
    const near = this.moving ? [] : this.inView();
    const alone = near.length > 0 && near.length <= NEAR;
    const faded = alone ? near.filter((node) => !lit?.has(node.id)) : [];
    picture.element.classList.toggle("near", alone);
    const bright = [...(lit ?? []), hovered, ...model.pinned, ...model.seeds].map((id) => model.node.get(id)).filter((node) => node && model.visible(node.id));
    for (const node of [...faded, .../** @type {AtlasNode[]} */ (bright)]) {
      const ring = node.id === selected.node || chosen.has(node.id) ? "selected" : node.id === hovered ? "hover" : "";
      const drawn = { ...node, size: picture.radius(node) };
      const alpha = lit && !lit.has(node.id) && node.id !== hovered ? 0.12 : 1;
      mark(ctx, drawn, picture.look, { ...picture.where(node.id), alpha, ring, scale: now.scale, faint: Boolean(model.group.get(node.legend)?.faint), pinned: model.pinned.has(node.id), seed: model.seeds.has(node.id) });
    }
  }

  /** The nodes in view; too many to be drawn one by one are not looked for to the end. */
  inView() {
    const { picture } = this;
    const { clientWidth, clientHeight } = picture.element;
    if (picture.model.nodes.length > NEAR && ((clientWidth / picture.now.scale) * clientHeight) / picture.now.scale / CELL ** 2 > 4 * NEAR) return [];
    return this.within(picture.offScreen({ x: 0, y: 0 }), picture.offScreen({ x: clientWidth, y: clientHeight }));
  }

  /** The node at a spot: of several the smallest, which lies on top. @param {Spot} spot */
  nodeAt(spot) {
    const { picture } = this;
    const at = picture.offScreen(spot);
    const grown = this.reach * Math.max(1, picture.least / picture.now.scale) + BESIDE / picture.now.scale;
    const near = this.within({ x: at.x - grown, y: at.y - grown }, { x: at.x + grown, y: at.y + grown });
    const away = (/** @type {AtlasNode} */ node) => Math.hypot(picture.where(node.id).x - at.x, picture.where(node.id).y - at.y);
    const hits = near.filter((node) => away(node) < picture.radius(node) + BESIDE / picture.now.scale);
    return hits.sort((a, b) => away(a) - picture.radius(a) - (away(b) - picture.radius(b)))[0]?.id ?? "";
  }

  /** The line at a spot: of what is selected first. @param {Spot} spot */
  edgeAt(spot) {
    const { picture } = this;
    const at = picture.offScreen(spot);
    const edges = picture.lit ? this.selectedEdges() : picture.model.edges.filter((edge) => picture.model.seen(edge));
    let best = { id: "", away: BESIDE / picture.now.scale };
    for (const edge of edges) {
      const away = distance(at, picture.where(edge.from), picture.where(edge.to));
      if (away < best.away) best = { id: edge.id, away };
    }
    return best.id;
  }
}

/** @param {Spot} at */
const cell = ({ x, y }) => `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`;

/** @param {string} key @returns {[number, number]} */
const column = (key) => /** @type {[number, number]} */ (key.split(",").map(Number));

/** From a spot to the line between two others. @param {Spot} p @param {Spot} a @param {Spot} b */
function distance(p, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0, Math.min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(p.x - a.x - along * dx, p.y - a.y - along * dy);
}
