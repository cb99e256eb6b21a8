// Marks that stand somewhere already, filed by place, so that a free one is found without looking at all of them.

/** @typedef {{ x: number, y: number, r: number }} Disc */

const CELL = 64;

export class Crowd {
  /** @param {number} gap free pixels between two marks */
  constructor(gap) {
    this.gap = gap;
    /** @type {Map<string, Disc[]>} */
    this.cells = new Map();
    this.largest = 0;
  }

  /** @param {Disc} disc */
  add(disc) {
    const key = `${Math.floor(disc.x / CELL)},${Math.floor(disc.y / CELL)}`;
    const held = this.cells.get(key);
    if (held) held.push(disc);
    else this.cells.set(key, [disc]);
    this.largest = Math.max(this.largest, disc.r);
  }

  /** Whether a mark there would lie on no other. @param {Disc} disc */
  free({ x, y, r }) {
    const reach = r + this.gap + this.largest;
    const [left, right] = [Math.floor((x - reach) / CELL), Math.floor((x + reach) / CELL)];
    const [top, bottom] = [Math.floor((y - reach) / CELL), Math.floor((y + reach) / CELL)];
    for (let column = left; column <= right; column += 1)
      for (let row = top; row <= bottom; row += 1)
        if (this.cells.get(`${column},${row}`)?.some((other) => Math.hypot(other.x - x, other.y - y) < other.r + r + this.gap)) return false;
    return true;
  }
}
