// A play button and a slider of months: a chart drawn month by month.
import { one, say } from "./dom.js";
import { TEXTS, monthly } from "./texts.js";

/** Milliseconds of a month, and of the whole play at most. */
const STEP = 450;
const WHOLE = 24_000;

/**
 * @param {HTMLElement} player
 * @param {import("./vega.js").Chart} chart
 * @param {(month: string) => void} keep
 */
export function playable(player, chart, keep) {
  const button = /** @type {HTMLElement} */ (one("button", player));
  const slider = /** @type {HTMLInputElement} */ (one("input", player));
  const words = /** @type {HTMLElement} */ (one("output", player));
  const last = chart.frames.length - 1;
  let timer = 0;

  /** @param {number} frame */
  const go = (frame) => {
    slider.value = String(frame);
    words.textContent = monthly(chart.frames[frame]);
    slider.setAttribute("aria-valuetext", monthly(chart.frames[frame]));
    return chart.show(frame);
  };
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    button.setAttribute("aria-pressed", "false");
    button.setAttribute("aria-label", TEXTS.play);
    keep(chart.frames[Number(slider.value)]);
  };
  const next = () => {
    const frame = Number(slider.value) + 1;
    go(Math.min(frame, last));
    if (frame >= last) {
      stop();
      say(TEXTS.played(chart.frames[last]));
    }
  };
  const play = () => {
    if (Number(slider.value) >= last) go(0);
    button.setAttribute("aria-pressed", "true");
    button.setAttribute("aria-label", TEXTS.pause);
    timer = window.setInterval(next, Math.min(STEP, WHOLE / Math.max(last, 1)));
  };

  button.addEventListener("click", () => (timer ? stop() : play()));
  slider.addEventListener("input", () => {
    if (timer) stop();
    go(Number(slider.value));
    keep(chart.frames[Number(slider.value)]);
  });
  go(Number(chart.view.signal("frame")));
}
