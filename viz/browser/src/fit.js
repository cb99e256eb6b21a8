// The view that shows everything as large as can be without a mark under the heading, the legend or another wall.

/** @typedef {import("./labels.js").Box} Box */
/** @typedef {{ x: number, y: number, r: number }} Spot */
/** @typedef {{ scale: number, left: number, top: number }} View where the picture's origin lies on the screen */

const STEP = 0.97;
const SMALLEST = 0.2;
const PLACES = 13;
/** Free pixels around a mark. */
const AIR = 10;

/**
 * The largest view of these marks in `room` that keeps clear of the walls; where none does, the one that hides fewest.
 * @param {Spot[]} spots
 * @param {Box} room
 * @param {Box[]} walls
 * @param {number} closest
 * @returns {View}
 */
export function fitted(spots, room, walls, closest) {
  const frame = around(spots);
  const width = Math.max(room.right - room.left, 40);
  const height = Math.max(room.bottom - room.top, 40);
  const full = Math.min(width / Math.max(frame.right - frame.left, 1), height / Math.max(frame.bottom - frame.top, 1), closest);
  /** @type {{ view: View, hits: number }} */
  let best = { view: at(frame, room, full, 0.5, 0.5), hits: Infinity };
  for (let scale = full; scale > full * SMALLEST; scale *= STEP)
    for (const [across, down] of ORDER) {
      const view = at(frame, room, scale, across, down);
      const hits = hidden(spots, view, walls, best.hits);
      if (hits === 0) return view;
      if (hits < best.hits) best = { view, hits };
    }
  return best.view;
}

/** @param {Spot[]} spots @returns {Box} */
function around(spots) {
  return {
    left: Math.min(...spots.map((spot) => spot.x - spot.r)),
    right: Math.max(...spots.map((spot) => spot.x + spot.r)),
    top: Math.min(...spots.map((spot) => spot.y - spot.r)),
    bottom: Math.max(...spots.map((spot) => spot.y + spot.r)),
  };
}

/** The view with the free room shared out, from 0 (all at the right, below) to 1. @param {Box} frame @param {Box} room @param {number} scale @param {number} across @param {number} down @returns {View} */
function at(frame, room, scale, across, down) {
  const x = room.right - room.left - (frame.right - frame.left) * scale;
  const y = room.bottom - room.top - (frame.bottom - frame.top) * scale;
  return { scale, left: room.left + x * across - frame.left * scale, top: room.top + y * down - frame.top * scale };
}

/** How many marks lie on a wall; counting ends at `enough`. @param {Spot[]} spots @param {View} view @param {Box[]} walls @param {number} enough */
function hidden(spots, { scale, left, top }, walls, enough) {
  let found = 0;
  for (const spot of spots) {
    const [x, y, r] = [left + spot.x * scale, top + spot.y * scale, spot.r * scale + AIR];
    if (walls.some((wall) => x + r > wall.left && x - r < wall.right && y + r > wall.top && y - r < wall.bottom)) found += 1;
    if (found >= enough) break;
  }
  return found;
}

/** Ways to share out the free room, the middle first. */
const ORDER = Array.from({ length: PLACES * PLACES }, (_, i) => [(i % PLACES) / (PLACES - 1), Math.floor(i / PLACES) / (PLACES - 1)]).sort(
  ([a, b], [c, d]) => Math.hypot(a - 0.5, b - 0.5) - Math.hypot(c - 0.5, d - 0.5),
);
