// Entry of every page: search, theme, sortable tables, copying.
import { all, copy, one } from "./dom.js";
import { completed, sendLess } from "./complete.js";
import { searchBox } from "./search.js";
import { speak } from "./language.js";
import { sortable } from "./sort.js";
import { TEXTS } from "./texts.js";

const form = one("[data-search]");
if (form) searchBox(/** @type {HTMLFormElement} */ (form));
if (form) completed(form.dataset.search ?? "");
sendLess();

one("[data-theme-toggle]")?.addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
  try {
    localStorage.setItem("ossatlas.theme", root.dataset.theme);
  } catch {
    // Storage may be forbidden; the choice holds for this page then.
  }
});

for (const other of all("[data-language]"))
  other.addEventListener("click", (event) => {
    event.preventDefault();
    speak(other.dataset.language ?? "");
  });

if (matchMedia("(max-width: 760px)").matches) for (const part of all("[data-scales]")) part.removeAttribute("open");

for (const table of all("table[data-sortable]")) sortable(/** @type {HTMLTableElement} */ (table));

for (const button of all("[data-copy]"))
  button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy ?? "")?.textContent ?? "", TEXTS.copied, TEXTS.copyFailed));

addEventListener("click", (event) => {
  for (const menu of all("details[data-menu][open], .ribbon details[open]")) if (!menu.contains(/** @type {Node} */ (event.target))) menu.removeAttribute("open");
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") for (const menu of all("details[data-menu][open], .ribbon details[open]")) menu.removeAttribute("open");
});
