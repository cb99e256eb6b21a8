// Entry of pages with a picture.
import { dataOf, drawnBy } from "./arrival.js";
import { all, one } from "./dom.js";
import { NetworkPage } from "./page.js";
import { TEXTS } from "./texts.js";

for (const stage of all(".stage")) {
  if (!one("[data-network]", stage)) continue;
  const wait = one("[data-wait]", stage);
  try {
    const data = await dataOf(stage, wait);
    /** @type {any} */ (stage).atlas = new NetworkPage(stage, data, await drawnBy(stage, data));
  } catch (error) {
    if (wait) wait.textContent = error instanceof Error && error.name === "Told" ? error.message : TEXTS.broken;
    throw error;
  }
}
