// Sigma for a large picture: drawing by WebGL and telling what a pointer does, and nothing else.
import Sigma from "sigma";
import { h } from "./dom.js";
import { graphOf, SETTINGS } from "./large_graph.js";
import { gentle } from "./room.js";
import { TEXTS } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./large.js").LargePicture} LargePicture */

/** Sigma's layers on which we draw nothing: each would be put over the picture in every frame. */
const IDLE = ["labels", "hovers", "hoverNodes", "edgeLabels"];

/** Takes every call and does nothing. @type {any} */
const NOTHING = new Proxy(() => {}, { get: () => NOTHING, apply: () => NOTHING });

/** Whether this browser can draw by WebGL. */
export function able() {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return Boolean(context);
}

/** @param {LargePicture} picture */
export function sigmaOf(picture) {
  const { element, half } = picture;
  const sigma = new Sigma(graphOf(picture, []), element, {
    ...SETTINGS, enableCameraZooming: Boolean(element.closest("[data-page-network]")),
    zoomToSizeRatioFunction: (ratio) => Math.min(ratio, picture.unit() / picture.least),
    ...(gentle() ? {} : { zoomDuration: 0, inertiaDuration: 0, doubleClickZoomingDuration: 0 }),
  });
  sigma.setCustomBBox({ x: [-half, half], y: [-half, half] });
  picture.redraw = sigma.scheduleRender.bind(sigma);
  Object.assign(sigma, {
    // Who is under the pointer is looked up in a grid: reading it back from the graphics card would stall that.
    getNodeAtPosition: () => null,
    resetWebGLTexture: () => sigma,
    // What is drawn anew is drawn in the next frame, once.
    refresh: (/** @type {any} */ what) => Sigma.prototype.refresh.call(sigma, { ...what, schedule: true }),
    // While the view moves, `slide` says when to draw.
    scheduleRender: () => {
      if (picture.follows()) picture.redraw();
      return sigma;
    },
  });
  for (const name of IDLE) sigma.getCanvases()[name].style.display = "none";
  return sigma;
}

/** Say that nothing can be drawn here; the page and its table work all the same. @param {LargePicture} picture @returns {Sigma} */
export function apology({ element, model }) {
  element.after(h("p", { class: "wait", role: "alert" }, TEXTS.noWebgl(shown(model.nodes.length))));
  return NOTHING;
}
