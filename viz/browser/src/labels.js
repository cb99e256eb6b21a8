// Which labels are shown, and where: in order of importance, never one over another, sizes in screen pixels.

/** @typedef {{ id: string, text: string, x: number, y: number, align: CanvasTextAlign, px: number, bold: boolean, soft: boolean }} Label */
/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */
/** @typedef {{ x: number, y: number, align: CanvasTextAlign, box: Box }} Side a place of a label */
/** @typedef {{ id: string, text: string, x: number, y: number, r: number, rank: number, soft: boolean, must: boolean, leftwards?: boolean }} Wish */

const MOST = 160;
const CELL = 90;
const ALWAYS = 20;
const LARGE = 6;
/** On a narrow screen type is smaller by so many pixels, and so many of the most important labels may cover small marks. */
const NARROW = { width: 760, smaller: 1, over: 60 };
/** The order of places for a mark in the left half of a picture around one node: labels look outwards. */
const LEFTWARDS = [2, 1, 3, 0, 6, 7, 4, 5];

/**
 * The labels that fit at this scale. Places come back in the picture's own units.
 * @param {Wish[]} wishes in order of importance
 * @param {number} scale
 * @param {(text: string, px: number, bold: boolean) => number} measure width in screen pixels
 * @param {Box} [frame] where labels have to stay, in screen pixels from the picture's origin
 * @param {Box[]} [walls] where no label may be
 * @returns {Map<string, Label>}
 */
export function place(wishes, scale, measure, frame, walls = []) {
  const taken = new Grid();
  for (const wall of walls) taken.add(wall);
  const [marks, large, named] = [new Grid(), new Grid(), new Grid()];
  for (const wish of wishes) {
    marks.add(around(wish, scale));
    if (wish.r * scale > LARGE) large.add(around(wish, scale));
  }
  /** @type {Map<string, Label>} */
  const labels = new Map();
  const narrow = frame && frame.right - frame.left < NARROW.width;
  for (const wish of wishes) {
    if (labels.size >= MOST && !wish.must) continue;
    // What lies under another's label would have a name and no mark.
    if (wish.rank >= ALWAYS && !wish.must && taken.hits(around(wish, scale))) continue;
    const px = (wish.rank < 6 ? 14 : wish.rank < ALWAYS ? 13 : 12) - (narrow ? NARROW.smaller : 0);
    const bold = wish.must || wish.rank < 6;
    const width = measure(wish.text, px, bold);
    const inside = (/** @type {Box} */ box) => !frame || (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom);
    const options = sides(wish, scale, width, px).map((side) => (wish.must && frame && holds(frame, wish, scale) ? within(side, frame) : side)).filter(({ box }) => wish.must || inside(box));
    const strict = options.find(({ box }) => !taken.hits(box) && !marks.hits(box, around(wish, scale)));
    const loose = wish.must || wish.rank < (narrow ? NARROW.over : ALWAYS) ? options.find(({ box }) => !taken.hits(box) && !named.hits(box) && !large.hits(box, around(wish, scale))) : undefined;
    // The most important are always readable: rather over a mark than not at all.
    const over = wish.rank < ALWAYS ? options.find(({ box }) => !taken.hits(box)) : undefined;
    const best = strict ?? loose ?? over ?? (wish.must ? options[0] : undefined);
    if (!best) continue;
    taken.add(best.box);
    named.add(around(wish, scale));
    labels.set(wish.id, { id: wish.id, text: wish.text, x: best.x / scale, y: best.y / scale, align: best.align, px, bold, soft: wish.soft });
  }
  return labels;
}

/** Whether a mark's middle is in the frame: the label of one out of sight would point at nothing. @param {Box} frame @param {Wish} wish @param {number} scale */
const holds = (frame, { x, y }, scale) => x * scale > frame.left && x * scale < frame.right && y * scale > frame.top && y * scale < frame.bottom;

/** A place moved into the frame as little as is needed. @param {Side} side @param {Box} frame @returns {Side} */
function within({ x, y, align, box }, frame) {
  const right = Math.max(frame.left - box.left, Math.min(0, frame.right - box.right));
  const down = Math.max(frame.top - box.top, Math.min(0, frame.bottom - box.bottom));
  return { x: x + right, y: y + down, align, box: { left: box.left + right, top: box.top + down, right: box.right + right, bottom: box.bottom + down } };
}

/** @param {Wish} wish @param {number} scale @returns {Box} */
function around(wish, scale) {
  const [x, y, r] = [wish.x * scale, wish.y * scale, wish.r * scale];
  return { left: x - r, top: y - r, right: x + r, bottom: y + r };
}

/**
 * The places beside a mark, best first: right, below, left, above, then the corners.
 * @param {Wish} wish
 * @param {number} scale
 * @param {number} width
 * @param {number} px
 * @returns {Side[]}
 */
function sides(wish, scale, width, px) {
  const [x, y, r] = [wish.x * scale, wish.y * scale, wish.r * scale + 4];
  const half = px * 0.65;
  const box = (/** @type {number} */ left, /** @type {number} */ middle) => ({ left, top: middle - half, right: left + width, bottom: middle + half });
  /** @type {Side[]} */
  const all = [
    { x: x + r, y, align: "left", box: box(x + r, y) },
    { x, y: y + r + half, align: "center", box: box(x - width / 2, y + r + half) },
    { x: x - r, y, align: "right", box: box(x - r - width, y) },
    { x, y: y - r - half, align: "center", box: box(x - width / 2, y - r - half) },
    { x: x + r * 0.7, y: y - r * 0.7 - half, align: "left", box: box(x + r * 0.7, y - r * 0.7 - half) },
    { x: x + r * 0.7, y: y + r * 0.7 + half, align: "left", box: box(x + r * 0.7, y + r * 0.7 + half) },
    { x: x - r * 0.7, y: y - r * 0.7 - half, align: "right", box: box(x - r * 0.7 - width, y - r * 0.7 - half) },
    { x: x - r * 0.7, y: y + r * 0.7 + half, align: "right", box: box(x - r * 0.7 - width, y + r * 0.7 + half) },
  ];
  return wish.leftwards ? LEFTWARDS.map((place) => all[place]) : all;
}

/** Boxes filed by cell, so that a collision is found without looking at all of them. */
class Grid {
  constructor() {
    /** @type {Map<string, Box[]>} */
    this.cells = new Map();
  }

  /** @param {Box} box */
  *keys(box) {
    for (let cx = Math.floor(box.left / CELL); cx <= Math.floor(box.right / CELL); cx += 1)
      for (let cy = Math.floor(box.top / CELL); cy <= Math.floor(box.bottom / CELL); cy += 1) yield `${cx},${cy}`;
  }

  /** @param {Box} box */
  add(box) {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  /** @param {Box} box @param {Box} [own] a box that does not count: the label's own mark */
  hits(box, own) {
    for (const key of this.keys(box))
      for (const other of this.cells.get(key) ?? []) {
        if (own && other.left === own.left && other.top === own.top && other.right === own.right) continue;
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return true;
      }
    return false;
  }
}
