// The network as the page brings it, with neighbours looked up once.

/**
 * @typedef {{ id: string, label: string, title: string, kind: string, legend: string, shape: string, color: string,
 *   size: number, x: number, y: number, rank: number, measure: number | null, facts: Record<string, unknown>,
 *   href: string, host: string }} AtlasNode
 * @typedef {{ id: string, from: string, to: string, type: string, width: number, weight: number,
 *   facts: Record<string, unknown>, evidence: Record<string, unknown>[] }} AtlasEdge
 * @typedef {{ id: string, title: string, shape: string, color: string, count: number, about: string, faint: boolean }} Group
 * @typedef {{ heading: string, view: string, nodes: AtlasNode[], edges: AtlasEdge[], groups: Group[],
 *   options: Record<string, any>, size_means: string, weight_means: string, own_scales: boolean, sources: string[],
 *   months: (string | null)[], cut: boolean, words: Record<string, string>, kinds: Record<string, string>, types: Record<string, string> }} Data
 */

export class Model {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.nodes = data.nodes;
    this.edges = data.edges;
    this.node = new Map(data.nodes.map((node) => [node.id, node]));
    this.edge = new Map(data.edges.map((edge) => [edge.id, edge]));
    this.group = new Map(data.groups.map((group) => [group.id, group]));
    /** @type {Map<string, AtlasEdge[]>} */
    this.ties = new Map(data.nodes.map((node) => [node.id, []]));
    for (const edge of data.edges) {
      this.ties.get(edge.from)?.push(edge);
      this.ties.get(edge.to)?.push(edge);
    }
    for (const ties of this.ties.values()) ties.sort((a, b) => b.weight - a.weight);
    /** @type {Set<string>} */
    this.hidden = new Set();
  }

  /** Whether the legend leaves this node in. @param {string} id */
  visible(id) {
    return !this.hidden.has(this.node.get(id)?.legend ?? "");
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
    return new Set([node, ...(this.ties.get(node) ?? []).map((tie) => this.other(tie, node).id)]);
  }

  /** The nodes in the order of their labels. */
  ranked() {
    return [...this.nodes].sort((a, b) => a.rank - b.rank);
  }
}
