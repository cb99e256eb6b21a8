// Entry of pages with a picture.
import { one, all } from "./dom.js";
import { NetworkPage } from "./page.js";
import { TEXTS } from "./texts.js";

for (const stage of all(".stage")) {
  if (!one("[data-network]", stage)) continue;
  try {
    /** @type {any} */ (stage).atlas = new NetworkPage(stage);
  } catch (error) {
    const place = one("[data-wait]", stage);
    if (place) place.textContent = TEXTS.broken;
    throw error;
  }
}
