// On paper a picture is dark on white, and its table stands below it.

/** @param {import("./page.js").NetworkPage} page */
export function bindPrinting(page) {
  const root = document.documentElement;
  /** @type {string | undefined} */
  let theme;
  addEventListener("beforeprint", () => {
    page.tabulate();
    theme = root.dataset.theme;
    root.dataset.theme = "light";
    page.picture.dress();
  });
  addEventListener("afterprint", () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    page.picture.dress();
  });
}
