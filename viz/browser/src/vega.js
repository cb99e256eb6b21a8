// One chart: Vega without eval (its expressions are interpreted), as wide as its place, coloured by the page's style.
import { View, parse } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { one } from "./dom.js";
import { bindTip } from "./tip.js";

/** Charts that fill the page are never lower than this. */
const LOWEST = 320;
const NARROW = 640;

export class Chart {
  /** @param {HTMLElement} place */
  constructor(place) {
    this.place = place;
    this.canvas = /** @type {HTMLElement} */ (one("[data-canvas]", place));
    this.data = JSON.parse(one("[data-chart]", place)?.textContent ?? "{}");
    /** @type {Set<string>} */
    this.hidden = new Set();
    this.view = new View(parse(this.data.vega, {}, { ast: true }), { expr: expressionInterpreter, renderer: "svg", hover: true, logLevel: 1 });
    this.view.tooltip(bindTip(place));
    const [role, label] = [this.canvas.role ?? "", this.canvas.ariaLabel ?? ""];
    this.view.initialize(this.canvas);
    // Vega would call each chart "Vega visualization".
    Object.assign(this.canvas, { role, ariaLabel: label, ariaRoleDescription: null });
  }

  /** @param {Pick<import("./chart_state.js").ChartState, "hide" | "month">} state */
  async draw(state) {
    this.hidden = new Set(state.hide);
    if (this.data.groups.length) this.view.signal("hidden", [...this.hidden]);
    if (this.frames.includes(state.month)) this.view.signal("frame", this.frames.indexOf(state.month));
    this.resize();
    await this.view.runAsync();
    one("svg", this.canvas)?.setAttribute("aria-hidden", "true"); // the place has a name, and the table the values
    let width = 0;
    new ResizeObserver(() => {
      if (this.canvas.clientWidth === width && this.data.fit !== "both") return;
      width = this.canvas.clientWidth;
      this.resize();
      this.view.runAsync();
    }).observe(this.canvas);
    this.canvas.dataset.drawn = "true";
  }

  /** The months that it plays through. @returns {string[]} */
  get frames() {
    return this.data.frames;
  }

  resize() {
    const { clientWidth } = this.canvas;
    if (!clientWidth) return;
    const least = Math.max(clientWidth < NARROW ? this.data.tall : 0, LOWEST);
    if (this.data.fit === "both") this.canvas.style.setProperty("min-height", `${least}px`);
    this.view.width(Math.min(clientWidth, this.data.widest || clientWidth));
    if (this.data.fit === "both") this.view.height(Math.max(this.canvas.clientHeight, least));
  }

  /** Draw up to that month. @param {number} frame */
  show(frame) {
    return this.view.signal("frame", frame).runAsync();
  }

  /** Hide a group or show it again. @param {string} group */
  toggle(group) {
    if (!this.hidden.delete(group)) this.hidden.add(group);
    return this.view.signal("hidden", [...this.hidden]).runAsync();
  }
}
