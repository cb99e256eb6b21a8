// What changed between two periods as a graph for Gephi, yEd and networkx; the server's files of that kind know one period alone.

/** @typedef {import("./model.js").Data} Data */
/** @typedef {Record<string, string | number | boolean>} Told */
/** @typedef {{ directed: boolean, nodes: { node: import("./model.js").AtlasNode, told: Told }[], edges: { edge: import("./model.js").AtlasEdge, told: Told }[] }} Graph */

/** Names that mean something in the formats or here: a fact called so gets another, as in the server's files. */
const OURS = ["id", "label", "kind", "group", "size", "x", "y", "weight", "tie", "evidence", "change", "weight_before", "weight_after", "source", "target", "type", "start", "end", "key"];
/** Characters that XML cannot hold. */
const LACKED = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

const xml = (/** @type {unknown} */ value) => String(value).replace(LACKED, "\ufffd").replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What is known of these values, lists and maps as JSON. @param {Record<string, unknown>} values @returns {Told} */
const known = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined).map(([name, value]) => [name, /** @type {any} */ (typeof value === "object" ? JSON.stringify(value) : value)]));

/** @param {Record<string, unknown>} facts */
const named = (facts) => Object.fromEntries(Object.entries(facts).map(([name, value]) => [OURS.includes(name) ? `fact_${name}` : name, value]));

/** @param {Data} data @returns {Graph} */
function graphOf(data) {
  const group = new Map(data.groups.map(({ id, title }) => [id, title]));
  return {
    directed: data.edges.some((edge) => !data.both_ways.includes(edge.type)),
    nodes: data.nodes.map((node) => ({ node, told: known({ label: node.title, kind: node.kind, group: group.get(node.legend), size: node.measure, x: node.x, y: node.y, change: node.change ?? "unsure", ...named(node.facts) }) })),
    edges: data.edges.map((edge) => ({ edge, told: known({ weight: edge.weight, tie: edge.type, change: edge.change ?? "unsure", weight_before: edge.before, weight_after: edge.now, evidence: edge.evidence.length ? edge.evidence : null, ...named(edge.facts) }) })),
  };
}

/** One type for each name, for the formats declare it once: text where not all its values are alike. @param {{ told: Told }[]} items */
function typesOf(items) {
  /** @type {Map<string, string>} */
  const types = new Map();
  for (const [name, value] of items.flatMap(({ told }) => Object.entries(told))) {
    const type = typeof value === "number" ? "double" : typeof value;
    types.set(name, (types.get(name) ?? type) === type ? type : "string");
  }
  return [...types];
}

/** GraphML, as yEd, igraph and networkx read it. @param {Data} data */
export function graphml(data) {
  const { directed, nodes, edges } = graphOf(data);
  const keys = (/** @type {string} */ of, /** @type {{ told: Told }[]} */ items) => typesOf(items).map(([name, type]) => `<key id="${of}-${xml(name)}" for="${of}" attr.name="${xml(name)}" attr.type="${type}"/>\n`).join("");
  const values = (/** @type {string} */ of, /** @type {Told} */ told) => Object.entries(told).map(([name, value]) => `<data key="${of}-${xml(name)}">${xml(value)}</data>`).join("");
  return `${HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n${keys("node", nodes)}${keys("edge", edges)}<graph edgedefault="${directed ? "" : "un"}directed">
${nodes.map(({ node, told }) => `<node id="${xml(node.id)}">${values("node", told)}</node>\n`).join("")}${edges.map(({ edge, told }) => `<edge id="${xml(edge.id)}" source="${xml(edge.from)}" target="${xml(edge.to)}">${values("edge", told)}</edge>\n`).join("")}</graph>\n</graphml>\n`;
}

/** GEXF 1.2 with places, colours and sizes, as Gephi reads it; pages measure downwards, Gephi upwards. @param {Data} data */
export function gexf(data) {
  const { directed, nodes, edges } = graphOf(data);
  const declared = (/** @type {string} */ of, /** @type {{ told: Told }[]} */ items) => `<attributes class="${of}">${typesOf(items).map(([name, type]) => `<attribute id="${xml(name)}" title="${xml(name)}" type="${type}"/>`).join("")}</attributes>\n`;
  const values = (/** @type {Told} */ told) => `<attvalues>${Object.entries(told).map(([name, value]) => `<attvalue for="${xml(name)}" value="${xml(value)}"/>`).join("")}</attvalues>`;
  const look = (/** @type {import("./model.js").AtlasNode} */ { color, size, x, y }) => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
    return `<viz:color r="${r}" g="${g}" b="${b}"/><viz:size value="${size}"/><viz:position x="${x}" y="${-y}" z="0"/>`;
  };
  return `${HEAD}<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n<graph defaultedgetype="${directed ? "" : "un"}directed" mode="static">
${declared("node", nodes)}${declared("edge", edges)}<nodes>\n${nodes.map(({ node, told }) => `<node id="${xml(node.id)}" label="${xml(node.title)}">${values(told)}${look(node)}</node>\n`).join("")}</nodes>
<edges>\n${edges.map(({ edge, told }) => `<edge id="${xml(edge.id)}" source="${xml(edge.from)}" target="${xml(edge.to)}" weight="${edge.weight}">${values(told)}</edge>\n`).join("")}</edges>\n</graph>\n</gexf>\n`;
}
