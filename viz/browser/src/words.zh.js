// The words of the browser code in Chinese, as a file of its own: a page loads one language, and all bundles share it.
import { browser, coverage, names, page } from "../../language/zh.json";

/** @type {any} */ (globalThis).ossatlasWords = { browser, coverage, names, page };
