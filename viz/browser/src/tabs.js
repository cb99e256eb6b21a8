// The tabs of a page: picture, table and Cypher.
import { all, one } from "./dom.js";

/** @param {(name: string) => void} chosen */
export function bindTabs(chosen) {
  for (const button of all("[data-tab]")) button.addEventListener("click", () => chosen(button.dataset.tab ?? ""));
  one("[role=tablist]")?.addEventListener("keydown", (event) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (!step) return;
    const tabs = all("[data-tab]");
    const next = tabs[(tabs.indexOf(/** @type {HTMLElement} */ (event.target)) + step + tabs.length) % tabs.length];
    chosen(next.dataset.tab ?? "");
    next.focus();
  });
}

/** Show a tab; its name, which is that of the picture where there is no such tab. @param {string} wanted */
export function showTab(wanted) {
  const name = one(`[data-view="${CSS.escape(wanted)}"]`) ? wanted : "picture";
  for (const button of all("[data-tab]")) {
    button.setAttribute("aria-selected", String(button.dataset.tab === name));
    button.tabIndex = button.dataset.tab === name ? 0 : -1;
  }
  for (const view of all("[data-view]")) view.hidden = view.dataset.view !== name;
  return name;
}
