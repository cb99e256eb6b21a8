// Documents joined into one: what a node's own network adds, and what changed between two periods.

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */

const THINNEST = 0.8;

/**
 * The document with what another one adds; `by` is the node whose network was merged in.
 * @param {Data} base
 * @param {Data} extra
 * @param {string} by
 * @returns {Data}
 */
export function joined(base, extra, by) {
  const nodes = new Set(base.nodes.map((node) => node.id));
  const edges = new Set(base.edges.map((edge) => edge.id));
  const [size, width] = [scales(base.nodes, extra.nodes, extra.size_means === base.size_means), widths(base.edges, extra.edges)];
  const ranks = base.nodes.length;
  const fresh = extra.nodes.filter((node) => !nodes.has(node.id)).map((node) => ({ ...node, brought: by, rank: ranks + node.rank, size: size(node) }));
  const ties = extra.edges.filter((edge) => !edges.has(edge.id)).map((edge) => ({ ...edge, brought: by, width: width(edge) }));
  const groups = new Set(base.groups.map((group) => group.id));
  const used = new Set(fresh.map((node) => node.legend));
  return {
    ...base,
    nodes: [...base.nodes, ...fresh],
    edges: [...base.edges, ...ties],
    groups: [...base.groups, ...extra.groups.filter((group) => used.has(group.id) && !groups.has(group.id))],
    kind_groups: [...base.kind_groups, ...extra.kind_groups.filter((group) => !base.kind_groups.some((known) => known.id === group.id))],
    sources: [...new Set([...base.sources, ...extra.sources])],
    kinds: { ...extra.kinds, ...base.kinds },
    words: { ...extra.words, ...base.words },
    types: { ...extra.types, ...base.types },
  };
}

/**
 * A document of two periods: what stayed, what appeared and what left, each marked with its `change`. Where a document leaves
 * something out, `whole` has the same periods with as much as the question gives: only what is in neither of a period's was not there.
 * What a period may only have left out even so has no change.
 * @param {Data} now
 * @param {Data} then
 * @param {[Data, Data]} [whole]
 * @returns {Data}
 */
export function difference(now, then, [allNow, allThen] = [now, then]) {
  const both = joined(now, then, "");
  const nodes = changes([...now.nodes, ...allNow.nodes], [...then.nodes, ...allThen.nodes], allNow.cut, allThen.cut);
  const edges = changes([...now.edges, ...allNow.edges], [...then.edges, ...allThen.edges], allNow.cut, allThen.cut);
  return {
    ...both,
    cut: now.cut || then.cut,
    compared: { nodes: nodes.counts, edges: edges.counts, cut: allNow.cut || allThen.cut, then: { gaps: then.gaps, answer: then.answer, coverage: then.coverage } },
    nodes: both.nodes.map((node) => ({ ...node, brought: undefined, change: nodes.of(node.id) })),
    edges: both.edges.map((edge) => ({ ...edge, brought: undefined, before: edges.then.get(edge.id)?.weight ?? 0, now: edges.now.get(edge.id)?.weight ?? 0, change: edges.of(edge.id) })),
  };
}

/**
 * What each item did between two periods, and how many did.
 * @template {{ id: string }} T
 * @param {T[]} inNow
 * @param {T[]} inThen
 * @param {boolean} nowCut whether the later period has more than these
 * @param {boolean} thenCut
 */
function changes(inNow, inThen, nowCut, thenCut) {
  const [now, then] = [inNow, inThen].map((items) => new Map(items.map((item) => [item.id, item])));
  const of = (/** @type {string} */ id) => (now.has(id) && then.has(id) ? "stayed" : now.has(id) ? (thenCut ? undefined : "appeared") : nowCut ? undefined : "left");
  const counts = { appeared: 0, left: 0, stayed: 0, unsure: 0 };
  for (const id of new Set([...now.keys(), ...then.keys()])) counts[of(id) ?? "unsure"] += 1;
  return { now, then, counts, of };
}

/**
 * How large a node of the other document is by this document's scale: area by measure within a kind.
 * @param {AtlasNode[]} ours
 * @param {AtlasNode[]} theirs
 * @param {boolean} alike whether both measure the same
 * @returns {(node: AtlasNode) => number}
 */
function scales(ours, theirs, alike) {
  /** @type {Map<string, number>} */
  const unit = new Map();
  for (const node of alike ? ours : []) if (node.measure && node.measure > 0) unit.set(node.kind, Math.max(unit.get(node.kind) ?? 0, node.size / Math.sqrt(node.measure)));
  // The smallest marks are drawn larger than their measure says: the largest of a kind tells its scale.
  for (const kind of unit.keys()) {
    const top = ours.filter((node) => node.kind === kind && node.measure).sort((a, b) => (b.measure ?? 0) - (a.measure ?? 0))[0];
    unit.set(kind, top.size / Math.sqrt(top.measure ?? 1));
  }
  const small = Math.min(...theirs.map((node) => node.size), 5);
  return (node) => {
    const by = unit.get(node.kind);
    return by && node.measure ? Math.min(40, Math.max(small, by * Math.sqrt(node.measure))) : node.size;
  };
}

/** How wide a line of the other document is by this document's scale. @param {AtlasEdge[]} ours @param {AtlasEdge[]} theirs @returns {(edge: AtlasEdge) => number} */
function widths(ours, theirs) {
  const top = ours.reduce((best, edge) => (edge.weight > (best?.weight ?? 0) ? edge : best), ours[0]);
  const same = top && theirs.some((edge) => edge.type === top.type);
  return (edge) => (same && edge.type === top.type && top.weight > 0 ? Math.min(12, Math.max(THINNEST, top.width * Math.sqrt(Math.max(edge.weight, 0) / top.weight))) : edge.width);
}
