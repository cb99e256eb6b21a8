// Drawing a line around several nodes: with shift held down, or after the button for it.
import { one, svg } from "./dom.js";

/** @typedef {{ x: number, y: number }} Spot */

/** Shorter than this in pixels, a line was a click. */
const CLICK = 6;

export class Lasso {
  /**
   * @param {HTMLElement} element the canvas
   * @param {(polygon: Spot[], add: boolean) => void} done what to do with the line; one spot is a click
   */
  constructor(element, done) {
    this.element = element;
    this.done = done;
    /** Whether the next drag is a lasso without shift. */
    this.armed = false;
    /** @type {Spot[] | null} */
    this.line = null;
    this.shape = svg("polygon");
    this.sheet = svg("svg", { class: "lasso", "aria-hidden": "true" }, this.shape);
    for (const name of /** @type {const} */ (["pointerdown", "pointermove", "pointerup", "pointercancel"])) element.addEventListener(name, (event) => this.take(event), { capture: true });
  }

  /** @param {boolean} on */
  arm(on) {
    this.armed = on;
    this.element.classList.toggle("lassoing", on);
  }

  /** Keep the event from the picture below while a line is drawn. @param {PointerEvent} event */
  take(event) {
    if (event.type === "pointerdown" && event.button === 0 && (event.shiftKey || this.armed)) this.start(event);
    else if (!this.line) return;
    else if (event.type === "pointermove") this.go(event);
    else this.end(event);
    event.stopImmediatePropagation();
    event.preventDefault();
  }

  /** @param {PointerEvent} event */
  start(event) {
    this.line = [this.spot(event)];
    if (!one(".lasso", this.element)) this.element.append(this.sheet);
    this.shape.setAttribute("points", "");
    // A pointer that has gone already cannot be caught; the line then ends where it leaves the canvas.
    if (event.isTrusted) this.element.setPointerCapture(event.pointerId);
    this.element.focus();
  }

  /** @param {PointerEvent} event */
  go(event) {
    this.line?.push(this.spot(event));
    this.shape.setAttribute("points", (this.line ?? []).map(({ x, y }) => `${x},${y}`).join(" "));
  }

  /** @param {PointerEvent} event */
  end(event) {
    const line = this.line ?? [];
    this.line = null;
    this.sheet.remove();
    this.arm(false);
    if (event.type === "pointercancel") return;
    const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
    const far = Math.max(...xs) - Math.min(...xs) > CLICK || Math.max(...ys) - Math.min(...ys) > CLICK;
    this.done(far ? line : line.slice(0, 1), event.ctrlKey || event.metaKey);
  }

  /** @param {PointerEvent} event @returns {Spot} */
  spot(event) {
    const { left, top } = this.element.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }
}

/** Whether a spot lies inside a polygon: a ray to the right crosses its sides an odd number of times. @param {Spot} spot @param {Spot[]} polygon */
export function inside({ x, y }, polygon) {
  return polygon.reduce((within, a, i) => {
    const b = polygon[(i + 1) % polygon.length];
    return a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x ? !within : within;
  }, false);
}
