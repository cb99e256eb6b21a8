// Sizes and colours by any measure or fact that the nodes have. A size is an area; a colour is a category or a step of a ramp.
import { UNKNOWN, facets, values } from "./filters.js";
import { TEXTS } from "./texts.js";
import { shown, spoken } from "./values.js";

/** @typedef {import("./model.js").Data} Data */
/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./model.js").Group} Group */
/** @typedef {{ value: string, title: string }} Choice */

const SAME = "same";
const TIES = "ties";
const KIND = "kind";
const PLAIN = 9;

/** What sizes can mean; "" is what the answer says. @param {Data} data @returns {Choice[]} */
export function sizeChoices(data) {
  return [{ value: "", title: data.size_means || TEXTS.asAnswered }, { value: TIES, title: TEXTS.tiesHere }, ...numeric(data).map((name) => ({ value: name, title: spoken(name) })), { value: SAME, title: TEXTS.allSame }];
}

/** What colours can mean; "" is what the answer says. @param {Data} data @returns {Choice[]} */
export function colorChoices(data) {
  const words = facets(data.nodes).map(({ name }) => ({ value: name, title: spoken(name) }));
  const numbers = numeric(data).map((name) => ({ value: name, title: TEXTS.inSteps(spoken(name)) }));
  return [{ value: "", title: data.nodes.some((node) => node.change) ? TEXTS.byChange : TEXTS.asAnswered }, { value: KIND, title: TEXTS.byKind }, ...words, ...numbers];
}

/** Facts that are numbers in at least two nodes. @param {Data} data */
function numeric(data) {
  const names = new Set(data.nodes.flatMap((node) => Object.keys(node.facts)));
  return [...names].filter((name) => data.nodes.filter((node) => typeof node.facts[name] === "number").length > 1);
}

/**
 * The document with sizes and colours as wished, and the groups that the legend then has.
 * @param {Data} data
 * @param {{ size: string, color: string }} work
 * @returns {Data}
 */
export function dressed(data, { size, color }) {
  const sized = size ? data.nodes.map(sizing(data, size)) : data.nodes;
  const differs = data.nodes.some((node) => node.change);
  const { nodes, groups } = color === KIND ? byKind(data, sized) : color ? byFact(data, sized, color) : differs ? byChange(data, sized) : { nodes: sized, groups: data.groups };
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const node of nodes) counts.set(node.legend, (counts.get(node.legend) ?? 0) + 1);
  const title = sizeChoices(data).find((choice) => choice.value === size)?.title ?? "";
  return {
    ...data, nodes,
    size_means: size === SAME ? "" : size ? title : data.size_means,
    own_scales: size ? false : data.own_scales,
    groups: groups.map((group) => ({ ...group, count: counts.get(group.id) ?? 0 })).filter((group) => group.count > 0),
  };
}

/** @param {Data} data @param {string} by @returns {(node: AtlasNode) => AtlasNode} */
function sizing(data, by) {
  if (by === SAME) return (node) => ({ ...node, size: PLAIN });
  const ties = new Map();
  for (const edge of data.edges) for (const end of [edge.from, edge.to]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const of = (/** @type {AtlasNode} */ node) => (by === TIES ? (ties.get(node.id) ?? 0) : node.facts[by]);
  const top = Math.max(...data.nodes.map((node) => Number(of(node) ?? 0)).filter(Number.isFinite), 0);
  const { smallest, largest } = data.palette;
  return (node) => {
    const value = of(node);
    const known = typeof value === "number" && top > 0;
    return { ...node, measure: typeof value === "number" ? value : null, size: known ? Math.max(smallest, largest * Math.sqrt(Math.max(value, 0) / top)) : smallest };
  };
}

/** @param {Data} data @param {AtlasNode[]} nodes */
function byKind(data, nodes) {
  const looks = new Map(data.kind_groups.map((known) => [known.id, known]));
  return { groups: data.kind_groups, nodes: nodes.map((node) => wearing(node, looks.get(node.kind) ?? group(node.kind, node.kind, node.shape, data.palette.unknown))) };
}

/** @param {Data} data @param {AtlasNode[]} nodes */
function byChange(data, nodes) {
  const { changes } = data.palette;
  const groups = /** @type {const} */ (["appeared", "left", "stayed", "unsure"]).map((change) => ({ ...group(change, TEXTS.changes[change], "dot", change === "unsure" ? data.palette.unknown : changes[change]), about: TEXTS.changesAbout[change], faint: change === "left" || change === "unsure" }));
  return { groups, nodes: nodes.map((node) => wearing(node, groups.find(({ id }) => id === (node.change ?? "unsure")) ?? groups[3])) };
}

/** Nodes that do not have the fact keep the look of their kind. @param {Data} data @param {AtlasNode[]} nodes @param {string} name */
function byFact(data, nodes, name) {
  const having = nodes.filter((node) => name in node.facts);
  const number = having.some((node) => typeof node.facts[name] === "number");
  const { groups, of } = number ? steps(data, having, name) : categories(data, having, name);
  const others = data.groups.filter((known) => nodes.some((node) => !(name in node.facts) && node.legend === known.id));
  return { groups: [...others, ...groups], nodes: nodes.map((node) => (name in node.facts ? wearing(node, of(node)) : node)) };
}

/** Twelve colours for the most frequent values; then grey for the rest, and faint for unknown. @param {Data} data @param {AtlasNode[]} nodes @param {string} name */
function categories({ palette }, nodes, name) {
  const value = (/** @type {AtlasNode} */ node) => (values(node.facts[name]).length > 1 ? TEXTS.several : values(node.facts[name])[0]);
  const counts = new Map();
  for (const node of nodes) if (value(node) !== UNKNOWN) counts.set(value(node), (counts.get(value(node)) ?? 0) + 1);
  const order = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a.localeCompare(b));
  const shape = shapeOf(nodes, nodes[0]?.kind ?? "");
  const titles = { true: TEXTS.yes, false: TEXTS.no };
  const named = order.slice(0, palette.categories.length).map((title, i) => group(`${name}:${title}`, titles[/** @type {"true"} */ (title)] ?? title, shape, palette.categories[i]));
  const rest = { ...group(`${name}:*`, TEXTS.others(order.length - named.length), shape, palette.unknown), about: order.slice(named.length, named.length + 20).join(", ") };
  const unknown = { ...group(`${name}:${UNKNOWN}`, TEXTS.unknownOf(spoken(name)), shape, palette.unknown), faint: true };
  const of = (/** @type {AtlasNode} */ node) => (value(node) === UNKNOWN ? unknown : (named[order.indexOf(value(node))] ?? rest));
  return { groups: [...named, rest, unknown], of };
}

/** Five steps with about as many nodes each. @param {Data} data @param {AtlasNode[]} nodes @param {string} name */
function steps({ palette }, nodes, name) {
  const sorted = nodes.map((node) => node.facts[name]).filter((value) => typeof value === "number").sort((a, b) => a - b);
  const starts = [...new Set(palette.ramp.map((_, i) => sorted[Math.floor((i * sorted.length) / palette.ramp.length)]))];
  const shape = shapeOf(nodes, nodes[0]?.kind ?? "");
  const place = (/** @type {number} */ value) => starts.findLastIndex((start) => value >= start);
  const title = (/** @type {number} */ step) => {
    const inside = sorted.filter((value) => place(value) === step);
    const [low, high] = [shown(inside[0]), shown(inside[inside.length - 1])];
    return low === high ? low : `${low} – ${high}`;
  };
  const colors = starts.map((_, i) => palette.ramp[starts.length > 1 ? Math.round((i * (palette.ramp.length - 1)) / (starts.length - 1)) : 0]);
  const groups = starts.map((_, i) => ({ ...group(`${name}:${i}`, title(i), shape, colors[i]), about: spoken(name) }));
  const unknown = { ...group(`${name}:${UNKNOWN}`, TEXTS.unknownOf(spoken(name)), shape, palette.unknown), faint: true };
  const of = (/** @type {AtlasNode} */ node) => (typeof node.facts[name] === "number" ? groups[place(/** @type {number} */ (node.facts[name]))] : unknown);
  return { groups: [...groups, unknown], of };
}

/** @param {string} id @param {string} title @param {string} shape @param {string} color @returns {Group} */
const group = (id, title, shape, color) => ({ id, title, shape, color, count: 0, about: "", faint: false });

/** @param {AtlasNode} node @param {Group} group @returns {AtlasNode} */
const wearing = (node, { id, color }) => ({ ...node, legend: id, color });

/** @param {AtlasNode[]} nodes @param {string} kind */
const shapeOf = (nodes, kind) => nodes.find((node) => node.kind === kind)?.shape ?? "dot";
