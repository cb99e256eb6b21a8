// The network that is drawn: nodes, edges and groups with their look, what is left out and why, and neighbours looked up once.

/** @typedef {"appeared" | "left" | "stayed"} Change */
/** @typedef {Record<Change | "unsure", number>} Counts of what two periods have, drawn or not */
/** @typedef {{ snapshots: Record<string, any>[], gaps: string[] }} Coverage */
/** @typedef {{ gaps: string[], answer?: string, coverage?: Coverage }} Rests what an answer could not rest on, its finding, and what it rests on */
/**
 * @typedef {{ id: string, label: string, title: string, kind: string, legend: string, shape: string, color: string,
 *   size: number, x: number, y: number, rank: number, measure: number | null, facts: Record<string, unknown>,
 *   href: string, host: string, brought?: string, change?: Change, holds?: number, part?: string }} AtlasNode
 * @typedef {{ id: string, from: string, to: string, type: string, width: number, weight: number,
 *   facts: Record<string, unknown>, evidence: Record<string, unknown>[], brought?: string, change?: Change,
 *   before?: number, now?: number }} AtlasEdge
 * @typedef {{ id: string, title: string, shape: string, color: string, count: number, about: string, faint: boolean }} Group
 * @typedef {{ categories: string[], ramp: string[], unknown: string, changes: Record<Change, string>, smallest: number, largest: number }} Palette
 * @typedef {{ heading: string, view: string, nodes: AtlasNode[], edges: AtlasEdge[], groups: Group[], palette: Palette,
 *   compared?: { nodes: Counts, edges: Counts, cut: boolean, then: Rests },
 *   options: Record<string, any>, size_means: string, weight_means: string, own_scales: boolean, sources: string[],
 *   months: (string | null)[], cut: boolean, holds: number, words: Record<string, string>, kinds: Record<string, string>, types: Record<string, string>,
 *   contributions: string[], both_ways: string[], kind_groups: Group[], left_out: number } & Rests} Data
 */

/** How the id of a node begins that stands for several, until it is expanded. */
export const PART = "part:";

export class Model {
  /** @param {Data} data */
  constructor(data) {
    /** Groups that the legend hides, nodes and edges that were hidden by hand, nodes and edges that filters leave out. @type {Set<string>} */
    this.hidden = new Set();
    /** @type {Set<string>} */
    this.gone = new Set();
    /** @type {Set<string>} */
    this.cut = new Set();
    /** @type {Set<string>} */
    this.filtered = new Set();
    /** @type {Set<string>} */
    this.unfit = new Set();
    /** Nodes that a reader put somewhere, and nodes whose own networks were merged in as seeds. @type {Set<string>} */
    this.pinned = new Set();
    /** @type {Set<string>} */
    this.seeds = new Set();
    const { nodes, edges, node, edge, group } = indexed(data);
    this.data = data;
    this.nodes = nodes;
    this.edges = edges;
    this.node = node;
    this.edge = edge;
    this.group = group;
    /** Who is tied to whom, once somebody asks. @type {Map<string, AtlasEdge[]> | null} */
    this.known = null;
  }

  /** Hold other data from now on. @param {Data} data */
  take(data) {
    Object.assign(this, indexed(data));
    this.known = null;
  }

  /** The edges of each node. */
  get ties() {
    this.known ??= tied(this.data);
    return this.known;
  }

  /** Whether a node is drawn. @param {string} id */
  visible(id) {
    if (!this.gone.size && !this.filtered.size && !this.hidden.size) return true;
    return !this.gone.has(id) && !this.filtered.has(id) && !this.hidden.has(this.node.get(id)?.legend ?? "");
  }

  /** Whether an edge is drawn: it and both its ends. @param {AtlasEdge} edge */
  seen(edge) {
    return !this.cut.has(edge.id) && !this.unfit.has(edge.id) && this.visible(edge.from) && this.visible(edge.to);
  }

  /** The ties of a node that are drawn, heaviest first. @param {string} id */
  seenTies(id) {
    return (this.ties.get(id) ?? []).filter((tie) => this.seen(tie)).sort((a, b) => b.weight - a.weight);
  }

  /** How many are drawn, and why the others are not. */
  amounts() {
    const left = this.nodes.filter((node) => !this.visible(node.id));
    const byHand = left.filter((node) => this.gone.has(node.id)).length;
    const byFilter = left.filter((node) => !this.gone.has(node.id) && this.filtered.has(node.id)).length;
    const edges = this.edges.filter((edge) => this.seen(edge)).length;
    return { nodes: this.nodes.length - left.length, allNodes: this.nodes.length, edges, allEdges: this.edges.length, byHand, byFilter, byLegend: left.length - byHand - byFilter, edgesByHand: this.cut.size };
  }

  /** The other end of an edge. @param {AtlasEdge} edge @param {string} id */
  other(edge, id) {
    return /** @type {AtlasNode} */ (this.node.get(edge.from === id ? edge.to : edge.from));
  }

  /**
   * What stays bright when something is selected: itself and its neighbourhood; null when nothing is.
   * @param {string} node
   * @param {string} edge
   * @returns {Set<string> | null}
   */
  lit(node, edge) {
    if (this.edge.has(edge)) {
      const { from, to } = /** @type {AtlasEdge} */ (this.edge.get(edge));
      return new Set([from, to]);
    }
    if (!this.node.has(node)) return null;
    return new Set([node, ...this.seenTies(node).map((tie) => this.other(tie, node).id)]);
  }

  /** The nodes in the order of their labels. */
  ranked() {
    return [...this.nodes].sort((a, b) => a.rank - b.rank);
  }
}

/** Who is tied to whom. @param {Data} data */
function tied(data) {
  /** @type {Map<string, AtlasEdge[]>} */
  const ties = new Map(data.nodes.map((node) => [node.id, []]));
  for (const edge of data.edges) {
    ties.get(edge.from)?.push(edge);
    ties.get(edge.to)?.push(edge);
  }
  return ties;
}

/** The parts of a document. @param {Data} data */
function indexed(data) {
  const by = (/** @type {any[]} */ items) => new Map(items.map((item) => [item.id, item]));
  return {
    data, nodes: data.nodes, edges: data.edges,
    node: /** @type {Map<string, AtlasNode>} */ (by(data.nodes)), edge: /** @type {Map<string, AtlasEdge>} */ (by(data.edges)), group: /** @type {Map<string, Group>} */ (by(data.groups)),
  };
}
