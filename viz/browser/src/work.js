// What a reader changes in a picture and can take back: plain values, replaced and never changed in place.

/** @typedef {[number, number]} Place */
/**
 * @typedef {{ hide: string[], gone: string[], cut: string[], pins: Record<string, Place>, held: Record<string, Place>,
 *   opened: string[], seeds: string[], weight: number, kinds: string[], only: Record<string, string[]>,
 *   size: string, color: string, from: string, to: string, back: number }} Work
 * hide: groups of the legend; gone and cut: nodes and edges hidden by hand; pins: where a reader put nodes; held: places kept when
 * the data changed; opened and seeds: nodes whose own networks are merged in; weight, kinds and only: filters; from, to and back:
 * the months, and by how many months earlier the period is that they are compared with (0: none).
 */

/** A picture as it comes. @type {Readonly<Work>} */
export const UNTOUCHED = Object.freeze({
  hide: [], gone: [], cut: [], pins: {}, held: {}, opened: [], seeds: [], weight: 0, kinds: [], only: {}, size: "", color: "", from: "", to: "", back: 0,
});

const MOST = 200;

/** Steps that can be taken back and done again. */
export class Steps {
  constructor() {
    /** @type {{ title: string, work: Work }[]} */
    this.past = [];
    /** @type {{ title: string, work: Work }[]} */
    this.future = [];
  }

  /** Remember what was there before a change. @param {string} title what the change does @param {Work} before */
  note(title, before) {
    this.past.push({ title, work: before });
    if (this.past.length > MOST) this.past.shift();
    this.future = [];
  }

  /** The step before the present state, or undefined. @param {Work} now */
  undo(now) {
    return move(this.past, this.future, now);
  }

  /** The step that was taken back last, or undefined. @param {Work} now */
  redo(now) {
    return move(this.future, this.past, now);
  }
}

/** @param {{ title: string, work: Work }[]} source @param {{ title: string, work: Work }[]} target @param {Work} now */
function move(source, target, now) {
  const step = source.pop();
  if (step) target.push({ title: step.title, work: now });
  return step;
}

/** A list with an item added, or without it where it was in. @template T @param {readonly T[]} list @param {T} item @returns {T[]} */
export const toggled = (list, item) => (list.includes(item) ? list.filter((other) => other !== item) : [...list, item]);

/** A map without these names. @template T @param {Record<string, T>} map @param {Iterable<string>} names @returns {Record<string, T>} */
export function without(map, names) {
  const left = { ...map };
  for (const name of names) delete left[name];
  return left;
}
