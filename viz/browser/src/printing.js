// On paper pictures are dark on white, whatever the theme of the screen.

/** Print in the light theme. @param {() => void} [begin] what to do before that @param {() => void} [changed] what to do after each change of the theme */
export function lightOnPaper(begin = () => {}, changed = () => {}) {
  const root = document.documentElement;
  /** @type {string | undefined} */
  let theme;
  addEventListener("beforeprint", () => {
    begin();
    theme = root.dataset.theme;
    root.dataset.theme = "light";
    changed();
  });
  addEventListener("afterprint", () => {
    if (theme) root.dataset.theme = theme;
    else delete root.dataset.theme;
    changed();
  });
}
