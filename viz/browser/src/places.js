// Where nodes stand: the server's places for the first picture, places beside their neighbours for what comes later. The same
// data and the same steps give the same places, so that an address restores them.

import { Crowd } from "./crowd.js";

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {{ x: number, y: number }} Spot */
/** @typedef {Spot & { r: number }} Disc */

const GAP = 12;
/** From a node's rim to the first ring around it, and from ring to ring: room for a label. */
const RING = 54;
const RINGS = 40;

/**
 * The nodes of `data` with their places: pinned or held ones where they were put, those of `first` there, what an expansion
 * brought around its node (and it follows this node), others beside whom they are tied to.
 * @param {Data} data
 * @param {Map<string, Spot>} first
 * @param {Pick<import("./work.js").Work, "pins" | "held">} work
 * @returns {AtlasNode[]}
 */
export function placed(data, first, { pins, held }) {
  const plain = plainPlaces(data, first);
  /** @type {Map<string, Spot>} */
  const final = new Map();
  return data.nodes.map((node) => {
    const own = /** @type {Spot} */ (plain.get(node.id));
    const put = pins[node.id] ?? held[node.id];
    const [from, to] = node.brought ? [plain.get(node.brought), final.get(node.brought)] : [];
    const at = put ? { x: put[0], y: put[1] } : from && to ? { x: own.x + to.x - from.x, y: own.y + to.y - from.y } : own;
    final.set(node.id, at);
    return { ...node, ...at };
  });
}

/** Each node's place as if nothing had been moved by hand. @param {Data} data @param {Map<string, Spot>} first */
function plainPlaces(data, first) {
  /** @type {Map<string, Spot>} */
  const places = new Map();
  const taken = new Crowd(GAP);
  const put = (/** @type {AtlasNode} */ node, /** @type {Spot} */ { x, y }) => {
    places.set(node.id, { x, y });
    taken.add({ x, y, r: node.size });
  };
  for (const node of data.nodes) if (first.has(node.id)) put(node, /** @type {Spot} */ (first.get(node.id)));
  const middle = mean([...places.values()]);
  const later = data.nodes.filter((node) => !places.has(node.id));
  const sizes = new Map(later.length ? data.nodes.map((node) => [node.id, node.size]) : []);
  const anchors = anchorsOf(data, later);
  while (later.length) {
    const ready = later.findIndex((node) => anchors(node, places));
    const [node] = later.splice(Math.max(ready, 0), 1);
    const anchor = anchors(node, places);
    if (anchor) put(node, around({ ...(places.get(anchor) ?? middle), r: sizes.get(anchor) ?? 0 }, node.size, middle, taken));
    else put(node, around({ ...middle, r: 0 }, node.size, { x: middle.x - 1, y: middle.y }, taken));
  }
  return places;
}

/** Beside whom a node stands: who brought it, else its heaviest tie to somebody who has a place. @param {Data} data @param {AtlasNode[]} later */
function anchorsOf(data, later) {
  /** @type {Map<string, [string, number][]>} */
  const ties = new Map(later.map((node) => [node.id, []]));
  for (const { from, to, weight } of data.edges) {
    ties.get(from)?.push([to, weight]);
    ties.get(to)?.push([from, weight]);
  }
  for (const list of ties.values()) list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return (/** @type {AtlasNode} */ node, /** @type {Map<string, Spot>} */ places) =>
    node.brought && places.has(node.brought) ? node.brought : (ties.get(node.id)?.find(([id]) => places.has(id))?.[0] ?? "");
}

/**
 * The first free place around a mark, outwards from the middle of the picture first.
 * @param {Disc} mark
 * @param {number} size
 * @param {Spot} middle
 * @param {Crowd} taken
 * @returns {Spot}
 */
function around(mark, size, middle, taken) {
  const away = Math.hypot(mark.x - middle.x, mark.y - middle.y) > 1 ? Math.atan2(mark.y - middle.y, mark.x - middle.x) : 0;
  let place = { x: mark.x + mark.r + RING, y: mark.y };
  for (let ring = 1; ring <= RINGS; ring += 1) {
    const reach = mark.r + RING * ring + size;
    const step = Math.min(Math.PI / 3, (2 * size + GAP + 14) / reach);
    for (let turn = 0; turn * step < Math.PI; turn += 1)
      for (const side of turn ? [1, -1] : [1]) {
        const angle = away + side * turn * step;
        place = { x: round(mark.x + reach * Math.cos(angle)), y: round(mark.y + reach * Math.sin(angle)) };
        if (taken.free({ ...place, r: size })) return place;
      }
  }
  return place;
}

/** @param {Spot[]} spots @returns {Spot} */
const mean = (spots) => ({ x: spots.reduce((sum, spot) => sum + spot.x, 0) / (spots.length || 1), y: spots.reduce((sum, spot) => sum + spot.y, 0) / (spots.length || 1) });

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;

/**
 * The places that nodes have lost with a change of the data, to be held: of those that are in both and are not pinned.
 * @param {AtlasNode[]} before
 * @param {AtlasNode[]} after
 * @param {Record<string, unknown>} pins
 * @returns {Record<string, [number, number]>}
 */
export function lost(before, after, pins) {
  const was = new Map(before.map((node) => [node.id, node]));
  /** @type {Record<string, [number, number]>} */
  const held = {};
  for (const node of after) {
    const old = was.get(node.id);
    if (old && !(node.id in pins) && Math.hypot(old.x - node.x, old.y - node.y) > 0.2) held[node.id] = [round(old.x), round(old.y)];
  }
  return held;
}
