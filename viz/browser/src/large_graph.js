// The model as the graph that sigma draws: only what is visible, with colours as WebGL takes them.
import { NodeSquareProgram } from "@sigma/node-square";
import { MultiGraph } from "graphology";
import { EdgeLineProgram, EdgeRectangleProgram, NodeCircleProgram } from "sigma/rendering";

/** @typedef {import("./model.js").AtlasNode} AtlasNode */
/** @typedef {import("./large.js").LargePicture} LargePicture */

/** Above so many edges each is a line of one pixel, and the picture is drawn anew less often while the view moves. */
export const FLAT = 20_000;
/** Half the side of a square as large as a circle of radius 1. */
const SIDE = Math.sqrt(Math.PI) / 2;

/**
 * A program that draws no second, hidden picture to tell what is under the pointer.
 * @template {new (gl: any, hidden: any, sigma: any) => any} P
 * @param {P} Program
 * @returns {P}
 */
const seenOnly = (Program) =>
  // @ts-ignore TypeScript wants a mixin's constructor to take any arguments
  class extends Program {
    /** @param {WebGLRenderingContext} gl @param {WebGLFramebuffer | null} _hidden @param {import("sigma").default<any, any, any>} sigma */
    constructor(gl, _hidden, sigma) {
      super(gl, null, sigma);
    }
  };

/** @type {Partial<import("sigma/settings").Settings>} */
export const SETTINGS = {
  renderLabels: false,
  stagePadding: 0,
  itemSizesReference: "positions",
  minEdgeThickness: 0.8,
  allowInvalidContainer: true,
  doubleClickZoomingRatio: 1,
  enableCameraRotation: false,
  defaultNodeType: "circle",
  nodeProgramClasses: { circle: seenOnly(NodeCircleProgram), square: seenOnly(NodeSquareProgram) },
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
  for (const node of [...nodes].sort((a, b) => b.size - a.size)) if (model.visible(node.id)) graph.addNode(node.id, drawn(picture, node, colors));
  if (!graph.order) return graph;
  const type = model.edges.length > FLAT ? "flat" : "broad";
  for (const edge of model.edges) {
    if (!model.seen(edge)) continue;
    const { color, opacity } = picture.plain(edge);
    graph.addEdgeWithKey(edge.id, edge.from, edge.to, { size: edge.width, color: colors.of(color, opacity), type });
  }
  return graph;
}

/** @param {LargePicture} picture @param {AtlasNode} node @param {Colors} colors */
function drawn(picture, node, colors) {
  const faint = Boolean(picture.model.group.get(node.legend)?.faint);
  const square = node.shape === "square";
  return { ...flat(picture.where(node.id)), size: node.size * (square ? SIDE : 1), color: colors.of(node.color, faint ? 0.5 : 1), type: square ? "square" : "circle" };
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
