// The months of a picture: a histogram of what was done, a window with two handles, and the comparison with an earlier one.
import { earlier, every, shifted } from "./calendar.js";
import { json } from "./documents.js";
import { h, one, svg } from "./dom.js";
import { NARROW } from "./room.js";
import { showDifference } from "./several.js";
import { TEXTS, monthly } from "./texts.js";
import { shown } from "./values.js";

/** @typedef {import("./page.js").NetworkPage} Page */
/** @typedef {{ month: string, contributions: number }} Bar */

const HEIGHT = 32;
const YEAR = 12;
/** How many appeared, left and stayed; where a period was cut even so, how many at least. @param {NonNullable<import("./model.js").Data["compared"]>} compared */
export function changed({ nodes: { appeared, left, stayed, unsure }, cut }) {
  return (cut ? TEXTS.changedCut : TEXTS.changed)(shown(appeared), shown(left), shown(stayed), shown(unsure));
}

/** By how many months earlier the other period can be. */
const BACK = [1, 3, 6, 12, 24];

export class Months {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.place = one("[data-months]");
    /** @type {string[]} */
    this.months = [];
    /** @type {Bar[]} */
    this.bars = [];
    /** The window as places in `months`. */
    this.range = [0, 0];
    const { question } = page.documents;
    this.ready = this.place && question?.months && question.activity ? this.load(question.activity) : Promise.resolve();
  }

  /** @param {string} address */
  async load(address) {
    try {
      const { rows } = await json(address);
      this.bars = rows;
    } catch (error) {
      return this.tell(TEXTS.noMonths(/** @type {Error} */ (error).message));
    }
    const told = this.bars.map((bar) => bar.month).sort();
    if (told.length < 2) return this.tell(TEXTS.noMonthsTold);
    this.months = every(told[0], told[told.length - 1]);
    this.build();
    this.update();
  }

  /** @param {string} text */
  tell(text) {
    this.place?.replaceChildren(h("p", { class: "about" }, text));
    if (this.place) this.place.hidden = false;
  }

  build() {
    const counts = new Map(this.bars.map((bar) => [bar.month, bar.contributions]));
    const top = Math.max(...counts.values(), 1);
    this.columns = this.months.map((month, i) => {
      const tall = (HEIGHT * (counts.get(month) ?? 0)) / top;
      return svg("rect", { x: i + 0.08, y: HEIGHT - tall, width: 0.84, height: tall });
    });
    const picture = svg("svg", { viewBox: `0 0 ${this.months.length} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" }, ...this.columns);
    this.handles = [0, 1].map((end) => this.handle(end));
    this.track = h("div", { class: "track" }, picture, ...this.handles);
    this.track.addEventListener("pointerdown", (event) => this.grab(event));
    this.words = h("p", { class: "window" });
    this.all = h("button", { type: "button", class: "link", onclick: () => this.apply(0, this.months.length - 1) }, TEXTS.allMonths);
    this.back = /** @type {HTMLSelectElement} */ (h("select", { "aria-label": TEXTS.compareWith, onchange: () => this.compare(Number(this.back?.value)) }, h("option", { value: 0 }, TEXTS.notCompared), ...BACK.map((by) => h("option", { value: by }, TEXTS.earlierBy(by)))));
    this.changes = h("button", { type: "button", class: "link", "data-changes": "", onclick: () => this.show() });
    this.place?.replaceChildren(this.words, this.track, h("p", { class: "compare" }, this.back, this.changes, this.all));
    if (this.place) this.place.hidden = false;
  }

  /** @param {number} end 0 is the first month, 1 the last */
  handle(end) {
    const handle = h("span", { role: "slider", tabindex: 0, class: "handle", "data-end": end, "aria-label": end ? TEXTS.lastMonth : TEXTS.firstMonth, "aria-valuemin": 0, "aria-valuemax": this.months.length - 1 });
    handle.addEventListener("keydown", (event) => {
      const last = this.months.length - 1;
      const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: YEAR, PageDown: -YEAR, Home: -last, End: last }[event.key];
      if (event.key === "Enter") this.apply(this.range[0], this.range[1]);
      if (by === undefined) return;
      event.preventDefault();
      this.set(end, this.range[end] + by);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.apply(this.range[0], this.range[1]), 500);
    });
    return handle;
  }

  /** Take the nearer handle along with the pointer. @param {PointerEvent} event */
  grab(event) {
    const { track } = this;
    if (!track || event.button) return;
    const at = (/** @type {PointerEvent} */ e) => {
      const { left, width } = track.getBoundingClientRect();
      return Math.floor(((e.clientX - left) / width) * this.months.length);
    };
    const handle = /** @type {HTMLElement} */ (event.target).dataset?.end;
    const first = at(event);
    const end = handle ? Number(handle) : Math.abs(first - this.range[0]) <= Math.abs(first - this.range[1]) ? 0 : 1;
    if (!handle) this.set(end, first);
    const go = (/** @type {PointerEvent} */ e) => this.set(end, at(e));
    const stop = () => {
      removeEventListener("pointermove", go);
      removeEventListener("pointerup", stop);
      this.apply(this.range[0], this.range[1]);
    };
    addEventListener("pointermove", go);
    addEventListener("pointerup", stop);
    event.preventDefault();
    this.handles?.[end].focus();
  }

  /** @param {number} end @param {number} at */
  set(end, at) {
    const [low, high] = end ? [this.range[0], this.months.length - 1] : [0, this.range[1]];
    this.range[end] = Math.min(Math.max(at, low), high);
    this.show_();
  }

  /** Ask for these months. @param {number} first @param {number} last */
  apply(first, last) {
    const given = this.page.documents.window({ from: "", to: "" });
    const whole = first <= 0 && last >= this.months.length - 1 && !given.from && !given.to;
    const [from, to] = whole ? ["", ""] : [this.months[first], this.months[last]];
    const { work } = this.page;
    if (from === work.from && to === work.to) return Promise.resolve(true);
    return this.page.change(whole ? TEXTS.allMonths : TEXTS.window(from, to), () => ({ from, to, ...(whole ? { back: 0 } : {}) }), true);
  }

  /** Compare with so many months earlier; without a window the last year is compared. @param {number} back */
  async compare(back) {
    const { work } = this.page;
    const last = this.months[this.months.length - 1];
    const from = shifted(last, 1 - YEAR);
    const given = this.page.documents.window(work);
    const window = back && !given.from && !given.to ? { from: from > this.months[0] ? from : this.months[Math.floor(this.months.length / 2)], to: last } : {};
    const done = await this.page.change(back ? TEXTS.comparing(back) : TEXTS.notComparing, () => ({ back, ...window }), true);
    // On a narrow screen the panel would hide the picture; the line under it says how many.
    if (done && back && innerWidth > NARROW) this.show();
    else this.update();
  }

  /** The panel of what changed. */
  show() {
    const { page } = this;
    page.select("", "", true);
    const { back } = page.work;
    const window = page.documents.window(page.work);
    const said = (/** @type {{ from: string, to: string }} */ { from, to }) => TEXTS.window(from || this.months[0], to || this.months[this.months.length - 1]);
    if (back) showDifference(page.panel, page.model, { now: said(window), then: said(earlier(window, back)) }, page.acts);
    // The panel stands over a part of the picture now.
    if (back && !page.moved) page.fit();
    page.remember();
  }

  /** Show the window of the work. */
  update() {
    if (!this.months.length) return;
    const { from, to } = this.page.documents.window(this.page.work);
    const place = (/** @type {string} */ month, /** @type {number} */ none) => (month ? Math.max(0, Math.min(this.months.length - 1, this.months.findIndex((m) => m >= month))) : none);
    const after = this.months.filter((month) => month <= to).length - 1;
    this.range = [place(from, 0), to ? Math.max(after, 0) : this.months.length - 1];
    this.show_();
  }

  show_() {
    const [first, last] = this.range;
    const { work, model } = this.page;
    const back = work.back;
    this.columns?.forEach((column, i) => column.setAttribute("class", i >= first && i <= last ? "in" : back && i >= first - back && i <= last - back ? "then" : "out"));
    this.handles?.forEach((handle, end) => {
      handle.style.left = `${((this.range[end] + end) / this.months.length) * 100}%`;
      handle.setAttribute("aria-valuenow", String(this.range[end]));
      handle.setAttribute("aria-valuetext", monthly(this.months[this.range[end]]));
    });
    const sum = this.bars.filter((bar) => bar.month >= this.months[first] && bar.month <= this.months[last]).reduce((all, bar) => all + bar.contributions, 0);
    if (this.words) this.words.replaceChildren(h("b", {}, `${monthly(this.months[first])} – ${monthly(this.months[last])}`), h("span", { class: "told" }, ` ${TEXTS.contributions(shown(sum))}`));
    if (this.all) this.all.hidden = !work.from && !work.to;
    if (this.back) this.back.value = String(back);
    const { compared } = model.data;
    if (this.changes) {
      this.changes.hidden = !back || !compared;
      this.changes.textContent = compared ? changed(compared) : "";
    }
  }
}
