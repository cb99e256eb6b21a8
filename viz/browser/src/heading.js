// The heading over a picture. Where the screen is narrow and a panel or many marks need the room, its texts are one line (by the
// style sheet), until a tap opens them.
import { one } from "./dom.js";

/** @param {HTMLElement} stage @param {() => void} changed what to do when the heading has another size */
export function bindHeading(stage, changed) {
  const line = one("[data-fold]", stage);
  line?.addEventListener("click", () => {
    line.setAttribute("aria-expanded", String(line.getAttribute("aria-expanded") === "false"));
    changed();
  });
}

/** Make the texts one line again. @param {HTMLElement} stage */
export const fold = (stage) => one("[data-fold]", stage)?.setAttribute("aria-expanded", "false");
