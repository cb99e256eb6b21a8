// How a page gets what it draws, and what draws it: of large networks the page comes first and the data after it.
import { Picture } from "./canvas.js";
import { TEXTS } from "./texts.js";
import { one } from "./dom.js";

/** @typedef {import("./model.js").Data} Data */

/** From so many nodes on a network is drawn by WebGL. */
export const MANY = 1500;
const MEGABYTE = 1024 * 1024;

/**
 * The network of a page: it stands there, or its address does.
 * @param {HTMLElement} stage
 * @param {HTMLElement | null} wait where to say what happens
 * @returns {Promise<Data>}
 */
export async function dataOf(stage, wait) {
  const place = one("[data-network]", stage);
  const href = place?.dataset.href;
  if (!href) return JSON.parse(place?.textContent ?? "");
  const say = (/** @type {string} */ text) => wait && (wait.textContent = text);
  const answer = await fetch(href);
  if (!answer.ok || !answer.body) throw told(TEXTS.notLoaded(answer.statusText || String(answer.status)));
  const bytes = await read(answer.body, (size) => say(TEXTS.loading((size / MEGABYTE).toFixed(1))));
  say(TEXTS.drawing);
  await painted();
  return JSON.parse(await new Response(new Blob(bytes)).text());
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} body @param {(size: number) => void} tell */
async function read(body, tell) {
  const parts = [];
  let size = 0;
  for (const reader = body.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
    size += value.length;
    tell(size);
  }
}

/** What draws a network of this size; it is loaded only when it is needed. @param {HTMLElement} stage @param {Data} data @returns {Promise<typeof Picture>} */
export async function drawnBy(stage, data) {
  const address = one("[data-canvas]", stage)?.dataset.large;
  // What stands for many may be expanded.
  if (!address || (data.nodes.length <= MANY && !(data.holds > MANY))) return Picture;
  const { LargePicture, able } = await import(address);
  return data.nodes.length > MANY || able() ? LargePicture : Picture;
}

/** An error whose message is for readers. @param {string} message */
function told(message) {
  return Object.assign(new Error(message), { name: "Told" });
}

/** After what was said has been painted. */
const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
