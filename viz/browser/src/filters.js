// Which nodes and edges filters leave in, and what can be filtered by: the facts that the answer has.

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./model.js").AtlasEdge} AtlasEdge */
/** @typedef {import("./work.js").Work} Work */
/** @typedef {{ name: string, values: { value: string, count: number }[] }} Facet */

/** How an unknown value is written where a value is chosen. */
export const UNKNOWN = "?";
/** Facts that say where somebody or something belongs, as far as nodes have them, in this order; others follow. */
const FIRST = ["domain", "layer", "country", "countries", "organization", "organizations", "language"];
const NEVER = new Set(["name", "project", "platform", "key", "login", "former_logins", "first_month", "last_month"]);
const MOST_VALUES = 400;

/** The values of a fact as texts; of an unknown one `?`. @param {unknown} value @returns {string[]} */
export function values(value) {
  if (value === null || value === undefined || value === "" || (Array.isArray(value) && !value.length)) return [UNKNOWN];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

/** What nodes can be chosen by: facts in words that several nodes share, with their values and counts. @param {AtlasNode[]} nodes @returns {Facet[]} */
export function facets(nodes) {
  const names = [...new Set(nodes.flatMap((node) => Object.keys(node.facts)))].filter((name) => !NEVER.has(name) && inWords(nodes, name));
  names.sort((a, b) => (FIRST.indexOf(a) + 1 || 99) - (FIRST.indexOf(b) + 1 || 99));
  return names.map((name) => ({ name, values: counted(nodes, name) })).filter((facet) => useful(facet, nodes));
}

/** @param {AtlasNode[]} nodes @param {string} name */
function inWords(nodes, name) {
  const known = nodes.map((node) => node.facts[name]).filter((value) => values(value)[0] !== UNKNOWN);
  return known.length > 0 && known.every((value) => typeof value === "string" || typeof value === "boolean" || (Array.isArray(value) && value.every((item) => typeof item === "string")));
}

/** @param {AtlasNode[]} nodes @param {string} name */
function counted(nodes, name) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const node of nodes) if (name in node.facts) for (const value of new Set(values(node.facts[name]))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const unknownLast = (/** @type {string} */ value) => Number(value === UNKNOWN);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => unknownLast(a.value) - unknownLast(b.value) || b.count - a.count || a.value.localeCompare(b.value));
}

/** Whether choosing among the values says anything: there are several, and they are not all names. @param {Facet} facet @param {AtlasNode[]} nodes */
function useful({ name, values: found }, nodes) {
  const having = nodes.filter((node) => name in node.facts).length;
  return found.length > 1 && found.length <= MOST_VALUES && (FIRST.includes(name) || found.length <= having / 2);
}

/** Kinds of contribution that edges tell of, with how many edges: facts, evidence, and types where there are several. @param {Data} data @returns {{ value: string, count: number }[]} */
export function kinds(data) {
  const types = new Set(data.edges.map((edge) => edge.type));
  const names = [...data.contributions, ...(types.size > 1 ? types : [])];
  return names.map((value) => ({ value, count: data.edges.filter((edge) => isOf(edge, value)).length })).filter(({ count }) => count > 0);
}

/** Whether an edge is or tells of a kind. @param {AtlasEdge} edge @param {string} kind */
export function isOf(edge, kind) {
  return edge.type === kind || Number(edge.facts[kind] ?? 0) > 0 || edge.evidence.some((row) => Number(row[kind] ?? 0) > 0);
}

/** The different weights of the edges, lightest first. @param {AtlasEdge[]} edges */
export const weights = (edges) => [...new Set(edges.map((edge) => edge.weight))].sort((a, b) => a - b);

/**
 * The nodes and edges that the filters leave out. A node whose last tie is left out goes with it.
 * @param {Data} data
 * @param {Pick<Work, "weight" | "kinds" | "only">} work
 * @returns {{ nodes: Set<string>, edges: Set<string> }}
 */
export function leftOut(data, { weight, kinds: wanted, only }) {
  const edges = new Set(data.edges.filter((edge) => edge.weight < weight || (wanted.length > 0 && !wanted.some((kind) => isOf(edge, kind)))).map((edge) => edge.id));
  const nodes = new Set(data.nodes.filter((node) => Object.entries(only).some(([name, chosen]) => name in node.facts && !values(node.facts[name]).some((value) => chosen.includes(value)))).map((node) => node.id));
  if (edges.size) for (const id of loosened(data, edges)) nodes.add(id);
  return { nodes, edges };
}

/** Nodes that had ties and have none without these edges. @param {Data} data @param {Set<string>} edges */
function loosened(data, edges) {
  const [had, has] = [new Set(), new Set()];
  for (const edge of data.edges) for (const end of [edge.from, edge.to]) (edges.has(edge.id) ? had : has).add(end);
  return [...had].filter((id) => !has.has(id));
}
