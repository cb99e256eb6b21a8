// How far a large network reaches.

/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {{ x: number, y: number }} Spot */

/** Directions in which the outermost mark is looked for. */
const SIDES = 120;

/** How far out the nodes reach. @param {AtlasNode[]} nodes */
export function bounds(nodes) {
  return [nodes.reduce((far, { x, y, size }) => Math.max(far, Math.abs(x) + size, Math.abs(y) + size), 0)];
}

/** The outermost marks in each direction: where these fit, all fit. @param {(Spot & { r: number })[]} marks */
export function outermost(marks) {
  if (marks.length <= 4 * SIDES) return marks;
  const middle = { x: mean(marks.map((mark) => mark.x)), y: mean(marks.map((mark) => mark.y)) };
  /** @type {Map<number, [number, Spot & { r: number }]>} */
  const far = new Map();
  for (const mark of marks) {
    const side = Math.round((Math.atan2(mark.y - middle.y, mark.x - middle.x) / Math.PI) * (SIDES / 2));
    const away = Math.hypot(mark.x - middle.x, mark.y - middle.y);
    if (away >= (far.get(side)?.[0] ?? -1)) far.set(side, [away, mark]);
  }
  return [...far.values()].map(([, mark]) => mark);
}

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
