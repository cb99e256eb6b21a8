// The panel of filters and looks: least weight, kinds of contribution, where nodes belong, what sizes and colours mean.
import { all, h, one } from "./dom.js";
import { UNKNOWN, facets, kinds, weights } from "./filters.js";
import { colorChoices, sizeChoices } from "./looks.js";
import { TEXTS } from "./texts.js";
import { shown, spoken } from "./values.js";
import { toggled, without } from "./work.js";

/** @typedef {import("./page.js").NetworkPage} Page */

/** More values than this get a box to search them. */
const MANY = 12;

export class Controls {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.place = one("[data-controls]", page.stage);
    this.built = "";
    one("[data-filters]", page.stage)?.addEventListener("toggle", () => this.update());
  }

  /** Bring the panel up to date: build it where it is open and the data are others, else set its values. */
  update() {
    const { place, page } = this;
    const box = /** @type {HTMLDetailsElement | null} */ (one("[data-filters]", page.stage));
    if (!place || !box) return;
    const used = this.used();
    const mark = one("[data-used]", box);
    if (mark) mark.textContent = used ? ` · ${used}` : "";
    if (!box.open) return;
    const key = page.model.data.nodes.map((node) => node.id).join() + page.model.edges.length;
    if (key !== this.built) this.build(place);
    this.built = key;
    this.set(place);
  }

  /** How many filters and looks are not as they came. */
  used() {
    const { weight, kinds: chosen, only, size, color } = this.page.work;
    return Number(weight > 0) + Number(chosen.length > 0) + Object.values(only).filter((values) => values.length).length + Number(Boolean(size)) + Number(Boolean(color));
  }

  /** @param {HTMLElement} place */
  build(place) {
    const { model } = this.page;
    const found = facets(model.nodes);
    const told = kinds(model.data);
    place.replaceChildren(
      this.looks(),
      this.weight() ?? "",
      told.length > 1 ? this.boxes("kinds", TEXTS.kindsOf, told.map(({ value, count }) => ({ value, count, title: model.data.contributions.includes(value) ? spoken(value) : spoken(value.toLowerCase()) }))) : "",
      ...found.map(({ name, values }) => this.boxes(name, spoken(name), values.map(({ value, count }) => ({ value, count, title: value === UNKNOWN ? TEXTS.unknown : value === "true" ? TEXTS.yes : value === "false" ? TEXTS.no : value })))),
      h("p", { class: "buttons" }, h("button", { type: "button", class: "small-button", "data-clear": "", onclick: () => this.clear() }, TEXTS.clearFilters)),
    );
  }

  looks() {
    const { plain } = this.page;
    const select = (/** @type {"size" | "color"} */ name, /** @type {string} */ title, /** @type {{ value: string, title: string }[]} */ choices) => {
      const box = /** @type {HTMLSelectElement} */ (h("select", { id: `look-${name}`, "data-look": name, onchange: () => this.page.change(TEXTS.looking(title, box.selectedOptions[0]?.textContent ?? ""), () => ({ [name]: box.value, ...(name === "color" ? { hide: [] } : {}) })) }, ...choices.map((choice) => h("option", { value: choice.value }, choice.title))));
      return h("div", { class: "field" }, h("label", { for: `look-${name}` }, title), box);
    };
    return h("div", { class: "pair" }, select("size", TEXTS.sizeBy, sizeChoices(plain)), select("color", TEXTS.colorBy, colorChoices(plain)));
  }

  weight() {
    const steps = weights(this.page.model.edges);
    if (steps.length < 2) return null;
    const say = (/** @type {number} */ weight) => this.page.change(TEXTS.filtering(TEXTS.leastWeight), () => ({ weight }));
    const slider = /** @type {HTMLInputElement} */ (h("input", { type: "range", id: "least", min: 0, max: steps.length - 1, step: 1, "data-least": "", oninput: () => (number.value = slider.value === "0" ? "0" : String(steps[Number(slider.value)])), onchange: () => say(slider.value === "0" ? 0 : steps[Number(slider.value)]) }));
    const number = /** @type {HTMLInputElement} */ (h("input", { type: "number", min: 0, max: steps[steps.length - 1], step: "any", "aria-label": TEXTS.leastWeight, "data-least-number": "", onchange: () => say(Math.min(Math.max(0, Number(number.value) || 0), steps[steps.length - 1])) }));
    this.steps = steps;
    return h("div", { class: "field" }, h("label", { for: "least" }, TEXTS.leastWeightOf(this.page.model.data.weight_means)), h("div", { class: "slide" }, slider, number));
  }

  /**
   * Boxes to tick: of a filter's values those that stay.
   * @param {string} name
   * @param {string} title
   * @param {{ value: string, count: number, title: string }[]} values
   */
  boxes(name, title, values) {
    const rows = values.map((one_) => h("li", {}, h("label", {}, h("input", { type: "checkbox", "data-of": name, value: one_.value, onchange: () => this.tick(name, title, one_.value) }), h("span", one_.value === UNKNOWN ? { class: "unknown" } : {}, one_.title), h("b", {}, shown(one_.count)))));
    const search = /** @type {HTMLInputElement} */ (h("input", { type: "search", placeholder: TEXTS.findValue, "aria-label": TEXTS.meaning(TEXTS.findValue, title), oninput: () => rows.forEach((row) => (row.hidden = !(row.textContent ?? "").toLowerCase().includes(search.value.toLowerCase()))) }));
    return h("details", { class: "facet", "data-facet": name, open: this.chosen(name).length > 0 }, h("summary", {}, title, h("span", { class: "about", "data-count": name })), values.length > MANY ? search : null, h("ul", {}, ...rows));
  }

  /** @param {string} name */
  chosen(name) {
    const { work } = this.page;
    return name === "kinds" ? work.kinds : (work.only[name] ?? []);
  }

  /** @param {string} name @param {string} title @param {string} value */
  tick(name, title, value) {
    const chosen = toggled(this.chosen(name), value);
    this.page.change(TEXTS.filtering(title), (work) => (name === "kinds" ? { kinds: chosen } : { only: chosen.length ? { ...work.only, [name]: chosen } : without(work.only, [name]) }));
  }

  clear() {
    this.page.change(TEXTS.clearFilters, () => ({ weight: 0, kinds: [], only: {}, size: "", color: "", hide: [] }));
  }

  /** @param {HTMLElement} place */
  set(place) {
    const { work } = this.page;
    for (const box of all("[data-of]", place)) /** @type {HTMLInputElement} */ (box).checked = this.chosen(box.dataset.of ?? "").includes(/** @type {HTMLInputElement} */ (box).value);
    for (const mark of all("[data-count]", place)) mark.textContent = this.chosen(mark.dataset.count ?? "").length ? TEXTS.chosenOf(this.chosen(mark.dataset.count ?? "").length) : "";
    for (const box of all("[data-look]", place)) /** @type {HTMLSelectElement} */ (box).value = box.dataset.look === "size" ? work.size : work.color;
    const slider = /** @type {HTMLInputElement | null} */ (one("[data-least]", place));
    const number = /** @type {HTMLInputElement | null} */ (one("[data-least-number]", place));
    if (slider && number) {
      slider.value = String(work.weight ? Math.max(0, (this.steps ?? []).findIndex((step) => step >= work.weight)) : 0);
      slider.setAttribute("aria-valuetext", shown(work.weight));
      number.value = String(work.weight);
    }
    const clear = /** @type {HTMLButtonElement | null} */ (one("[data-clear]", place));
    if (clear) clear.disabled = !this.used();
  }
}
