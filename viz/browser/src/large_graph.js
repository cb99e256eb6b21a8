// The model as the graph that sigma draws: only what is visible, with colours as WebGL takes them.
import { MultiGraph } from "graphology";
import { EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import { Marks, shapeOf } from "./large_marks.js";

/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./large.js").LargePicture} LargePicture */

/** Above so many edges each is a line of one pixel, and the picture is drawn anew less often while the view moves. */
export const FLAT = 20_000;
/** So many edges, the widest, are as wide as they should be: all others are lines of one pixel, which cost a tenth. */
const SOME = 2_000;

/** @type {Partial<import("sigma/settings").Settings>} */
export const SETTINGS = {
  renderLabels: false,
  stagePadding: 0,
  itemSizesReference: "positions",
  minEdgeThickness: 0.8,
  allowInvalidContainer: true,
  doubleClickZoomingRatio: 1,
  enableCameraRotation: false,
  defaultNodeType: "mark",
  nodeProgramClasses: { mark: Marks },
  edgeProgramClasses: { broad: EdgeRectangleProgram, flat: EdgeLineProgram },
  nodeHoverProgramClasses: {},
  defaultDrawNodeHover: () => {},
};

/** The graph of these nodes and the edges between them, as far as they are visible. @param {LargePicture} picture @param {AtlasNode[]} nodes */
export function graphOf(picture, nodes) {
  const { model } = picture;
  const graph = new MultiGraph();
  const colors = new Colors(picture);
  // Small marks lie on large ones.
  const shown = nodes.filter((node) => model.visible(node.id)).sort((a, b) => b.size - a.size);
  picture.numbers = new Map(shown.map((node, at) => [node.id, String(at)]));
  shown.forEach((node, at) => graph.addNode(String(at), drawn(picture, node, colors)));
  if (!graph.order) return graph;
  const narrow = model.edges.length > SOME ? Float64Array.from(model.edges, ({ width }) => -width).sort()[SOME] : 0;
  model.edges.forEach((edge, at) => {
    if (!model.seen(edge)) return;
    const { color, opacity } = picture.plain(edge);
    graph.addEdgeWithKey(String(at), picture.numbers.get(edge.from), picture.numbers.get(edge.to), { size: edge.width, color: colors.of(color, opacity), type: edge.width > -narrow ? "broad" : "flat" });
  });
  return graph;
}

/** @param {LargePicture} picture @param {AtlasNode} node @param {Colors} colors */
function drawn(picture, node, colors) {
  const faint = Boolean(picture.model.group.get(node.legend)?.faint);
  return { ...flat(picture.where(node.id)), size: node.size, color: colors.of(node.color, faint ? 0.5 : 1), shape: shapeOf(node.shape) };
}

/** A place as sigma has it: upwards is more. @param {{ x: number, y: number }} place */
export const flat = ({ x, y }) => ({ x, y: -y });

/** Colours with their opacity already in them, as sigma's blending wants it. */
class Colors {
  /** @param {LargePicture} picture */
  constructor(picture) {
    this.pen = picture.pen;
    /** @type {Map<string, string>} */
    this.known = new Map();
  }

  /** @param {string} color @param {number} opacity */
  of(color, opacity) {
    const key = `${color} ${opacity}`;
    const known = this.known.get(key);
    if (known) return known;
    this.pen.fillStyle = color;
    const [r, g, b] = [1, 3, 5].map((at) => Math.round(parseInt(String(this.pen.fillStyle).slice(at, at + 2), 16) * opacity));
    const made = `rgba(${r},${g},${b},${opacity})`;
    this.known.set(key, made);
    return made;
  }
}
