// Draws marks, lines and labels on a canvas: on the screen by vis-network's call, and again for the exported picture.

/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {{ paper: string, ink: string, soft: string, line: string, accent: string, font: string }} Look */

export const FADED = 0.12;
/** The smallest radius on the screen, in pixels. */
const SEEN = 3;

/** The colours of the present theme, from the style sheet. @param {Element} element @returns {Look} */
export function look(element) {
  const style = getComputedStyle(element);
  const of = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    paper: of("--paper"),
    ink: of("--ink"),
    soft: of("--soft"),
    line: of("--line-ink"),
    accent: of("--accent"),
    font: style.fontFamily || "sans-serif",
  };
}

/**
 * The outline of a shape whose area is that of a circle of radius `r`.
 * @param {CanvasRenderingContext2D} ctx
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
export function outline(ctx, shape, x, y, r) {
  ctx.beginPath();
  if (shape === "square") {
    const side = r * 1.7725;
    ctx.roundRect(x - side / 2, y - side / 2, side, side, side * 0.24);
  } else if (shape === "hexagon") polygon(ctx, x, y, r * 1.1, 6, 0);
  else if (shape === "diamond") polygon(ctx, x, y, r * 1.2533, 4, 0);
  else if (shape === "triangle") polygon(ctx, x, y, r * 1.45, 3, -Math.PI / 2);
  else if (shape === "ellipse") ctx.ellipse(x, y, r * 1.25, r * 0.8, 0, 0, 2 * Math.PI);
  else ctx.arc(x, y, r, 0, 2 * Math.PI);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {number} corners
 * @param {number} turn
 */
function polygon(ctx, x, y, r, corners, turn) {
  for (let i = 0; i < corners; i += 1) {
    const angle = turn + (2 * Math.PI * i) / corners;
    ctx.lineTo(x + r * Math.cos(angle), y + r * Math.sin(angle));
  }
  ctx.closePath();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {AtlasNode} node
 * @param {Look} colors
 * @param {{ x: number, y: number, alpha: number, faint: boolean, ring: "" | "hover" | "selected", scale: number, pinned?: boolean, seed?: boolean }} how
 */
export function mark(ctx, node, colors, how) {
  const { x, y, scale } = how;
  const r = Math.max(node.size, SEEN / scale);
  ctx.save();
  ctx.globalAlpha = how.alpha;
  outline(ctx, node.shape, x, y, r);
  ctx.fillStyle = colors.paper;
  ctx.fill();
  ctx.globalAlpha = how.alpha * (how.faint && !how.ring ? 0.5 : 1);
  ctx.fillStyle = node.color;
  // What is no more is an outline.
  if (node.change !== "left") ctx.fill();
  ctx.globalAlpha = how.alpha;
  ctx.lineWidth = (how.ring ? 2.5 : node.change === "left" ? 1.75 : 1.25) / scale;
  ctx.strokeStyle = how.ring ? colors.ink : node.change === "left" ? node.color : colors.paper;
  ctx.stroke();
  // What stands for several has a second outline.
  if (node.holds) {
    outline(ctx, node.shape, x, y, r + 3 / scale);
    ctx.lineWidth = 1.25 / scale;
    ctx.strokeStyle = node.color;
    ctx.stroke();
  }
  if (how.seed) circle(ctx, x, y, r + 5 / scale, 1.5 / scale, colors.ink);
  if (how.pinned) {
    const [left, top] = [x + r * 0.75, y - r * 0.75];
    circle(ctx, left, top, 2.5 / scale, 4 / scale, colors.paper);
    circle(ctx, left, top, 1.5 / scale, 3 / scale, colors.ink);
  }
  ctx.restore();
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y @param {number} r @param {number} width @param {string} color */
function circle(ctx, x, y, r, width, color) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.lineWidth = width;
  ctx.strokeStyle = color;
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {import("./labels.js").Label} label
 * @param {Look} colors
 * @param {number} alpha
 * @param {number} scale
 */
export function text(ctx, label, colors, alpha, scale) {
  ctx.save();
  ctx.globalAlpha = alpha;
  ctx.font = `${label.bold ? 600 : 400} ${label.px / scale}px ${colors.font}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = label.align;
  ctx.lineJoin = "round";
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = colors.paper;
  ctx.strokeText(label.text, label.x, label.y);
  ctx.fillStyle = label.soft ? colors.soft : colors.ink;
  ctx.fillText(label.text, label.x, label.y);
  ctx.restore();
}
