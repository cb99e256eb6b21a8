// Files made in the browser: the picture as PNG with its heading, legend and sources; the data as CSV and JSON.
import { csv } from "./csv.js";
import { amounts, isHollow, measured } from "./legend.js";
import { FADED, mark, outline, text } from "./paint.js";
import { edgeColumns, nodeColumns } from "./table.js";
import { TEXTS } from "./texts.js";

/** @typedef {import("./canvas.js").Picture} Picture */
/** @typedef {import("./model.js").Model} Model */

const SHARP = 2;

/** The nodes or edges as CSV, or those items of them. @param {Model} model @param {"nodes" | "edges"} what @param {any[]} [some] */
export function csvOf(model, what, some) {
  const none = () => undefined;
  const columns = what === "nodes" ? nodeColumns(model, { selectNode: none }) : edgeColumns(model, { selectEdge: none });
  const items = some ?? (what === "nodes" ? model.ranked() : model.edges);
  return csv([columns.map((column) => column.title), ...items.map((item) => columns.map((column) => column.value(item)))]);
}

/** The document as a file has it: where two periods are compared every change is said. @param {import("./model.js").Data} data */
export function saved(data) {
  const told = (/** @type {{ change?: string }[]} */ items) => items.map((item) => ({ ...item, change: item.change ?? "unsure" }));
  return data.compared ? { ...data, nodes: told(data.nodes), edges: told(data.edges) } : data;
}

/**
 * The picture as it is on the screen, twice as sharp, with what a report needs around it.
 * @param {Picture} picture
 * @param {{ asked: string, months: string }} told what was asked, and of which months the picture is
 * @returns {Promise<Blob>}
 */
export function png(picture, told) {
  const { clientWidth: width, clientHeight: height } = picture.element;
  const canvas = document.createElement("canvas");
  const band = 64;
  canvas.width = width * SHARP;
  canvas.height = (height + band * 2) * SHARP;
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  ctx.scale(SHARP, SHARP);
  ctx.fillStyle = picture.look.paper;
  ctx.fillRect(0, 0, width, height + band * 2);
  caption(ctx, picture, told, width, height, band);
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, band, width, height);
  ctx.clip();
  scene(ctx, picture, width, height, band);
  ctx.restore();
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error(TEXTS.broken))), "image/png"));
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Picture} picture
 * @param {number} width
 * @param {number} height
 * @param {number} band
 */
function scene(ctx, picture, width, height, band) {
  const { model, look, lit, selected, chosen } = picture;
  const { x, y, scale } = picture.view();
  const at = picture.places();
  ctx.translate(width / 2, height / 2 + band);
  ctx.scale(scale, scale);
  ctx.translate(-x, -y);
  for (const edge of model.edges.filter((e) => model.seen(e))) {
    const { color, opacity } = picture.stroke(edge);
    ctx.globalAlpha = opacity;
    ctx.strokeStyle = color;
    ctx.setLineDash(edge.change === "left" ? [7, 6] : []);
    ctx.lineWidth = edge.width;
    ctx.beginPath();
    ctx.moveTo(at[edge.from].x, at[edge.from].y);
    ctx.lineTo(at[edge.to].x, at[edge.to].y);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
  const alpha = (/** @type {string} */ id) => (lit && !lit.has(id) ? FADED : 1);
  for (const node of model.nodes.filter((n) => model.visible(n.id)))
    mark(ctx, node, look, { ...at[node.id], alpha: alpha(node.id), faint: Boolean(model.group.get(node.legend)?.faint), ring: node.id === selected.node || chosen.has(node.id) ? "selected" : "", scale, pinned: model.pinned.has(node.id), seed: model.seeds.has(node.id) });
  for (const label of picture.chooseLabels(scale).values()) text(ctx, label, look, alpha(label.id), scale);
}

/**
 * Heading and what was asked above; legend, measures, sources and months below.
 * @param {CanvasRenderingContext2D} ctx
 * @param {Picture} picture
 * @param {{ asked: string, months: string }} told
 * @param {number} width
 * @param {number} height
 * @param {number} band
 */
function caption(ctx, picture, { asked, months }, width, height, band) {
  const { model, look } = picture;
  const { data } = model;
  ctx.textBaseline = "middle";
  ctx.fillStyle = look.ink;
  ctx.font = `600 18px ${look.font}`;
  ctx.fillText(data.heading, 20, band / 2 - (asked ? 10 : 0), width - 40);
  ctx.font = `400 13px ${look.font}`;
  ctx.fillStyle = look.soft;
  ctx.fillText(asked, 20, band / 2 + 13, width - 40);
  const counts = amounts(model);
  let left = 20;
  for (const group of data.groups.filter((g) => !model.hidden.has(g.id))) {
    const words = `${group.title} ${counts.get(group.id)}`;
    if (left + ctx.measureText(words).width + 24 > width) break;
    key(ctx, group, left + 6, height + band + 18);
    ctx.fillStyle = look.ink;
    ctx.fillText(words, left + 18, height + band + 18);
    left += ctx.measureText(words).width + 38;
  }
  ctx.fillStyle = look.soft;
  const measures = [data.size_means && measured(data.size_means, data.own_scales), data.weight_means && TEXTS.meaning(TEXTS.width, data.weight_means)];
  ctx.fillText([...measures, data.sources.join(", "), months, "ossatlas"].filter(Boolean).join("  ·  "), 20, height + band + 44, width - 40);
}

/** A group's mark as the legend of the page draws it: of what is no more an outline. @param {CanvasRenderingContext2D} ctx @param {import("./model.js").Group} group @param {number} x @param {number} y */
function key(ctx, group, x, y) {
  const hollow = isHollow(group);
  outline(ctx, group.shape, x, y, hollow ? 5 : 6);
  ctx.globalAlpha = group.faint && !hollow ? 0.5 : 1;
  ctx.fillStyle = ctx.strokeStyle = group.color;
  ctx.lineWidth = 1.75;
  if (hollow) ctx.stroke();
  else ctx.fill();
  ctx.globalAlpha = 1;
}
