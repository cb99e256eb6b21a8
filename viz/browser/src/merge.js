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
 * A document of two periods: what stayed, what appeared and what left, each marked with its `change`.
 * @param {Data} now
 * @param {Data} then
 * @returns {Data}
 */
export function difference(now, then) {
  const both = joined(now, then, "");
  const [nodesThen, edgesThen] = [new Set(then.nodes.map((node) => node.id)), new Map(then.edges.map((edge) => [edge.id, edge]))];
  const [nodesNow, edgesNow] = [new Set(now.nodes.map((node) => node.id)), new Set(now.edges.map((edge) => edge.id))];
  return {
    ...both,
    cut: now.cut || then.cut,
    nodes: both.nodes.map((node) => ({ ...node, brought: undefined, change: change(nodesNow.has(node.id), nodesThen.has(node.id)) })),
    edges: both.edges.map((edge) => {
      const before = edgesThen.get(edge.id);
      return { ...edge, brought: undefined, before: before?.weight ?? 0, now: edgesNow.has(edge.id) ? edge.weight : 0, change: change(edgesNow.has(edge.id), Boolean(before)) };
    }),
  };
}

/** @param {boolean} now @param {boolean} then @returns {import("./model.js").Change} */
const change = (now, then) => (now && then ? "stayed" : now ? "appeared" : "left");

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
