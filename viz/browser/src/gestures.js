// What a reader does with the picture on the screen, told by vis-network, in the page's own words.

/** @typedef {{ node: string, edge: string, x: number, y: number, add: boolean }} Pick */
/** @typedef {"pick" | "open" | "menu" | "drag" | "drop" | "move"} Gesture */

/**
 * Call `act` when a reader does something with the picture.
 * @param {import("./canvas.js").Picture} picture
 * @param {Gesture} name
 * @param {(what: any) => void} act
 */
export function listen(picture, name, act) {
  const { vis } = picture;
  const ids = (/** @type {any} */ event) => event.nodes.map(String);
  const menu = (/** @type {any} */ event) => act({ ...picture.under(event.pointer.DOM), ...event.pointer.DOM, add: false });
  // A long touch is told as a click first, whose panel would move the view under the finger.
  const held = (/** @type {any} */ event) => event.event.type === "press" && event.event.pointerType === "touch";
  if (name === "pick") vis.on("click", (event) => held(event) || act(picked(picture, event)));
  if (name === "open") vis.on("doubleClick", (event) => act(picked(picture, event)));
  if (name === "menu") {
    vis.on("oncontext", (event) => {
      event.event.preventDefault();
      menu(event);
    });
    // A long touch; a long press of a mouse's button moves or does nothing.
    vis.on("hold", (event) => event.event.pointerType === "touch" && menu(event));
  }
  if (name === "drag") vis.on("dragging", (event) => event.nodes.length && act(ids(event)));
  if (name === "drop") vis.on("dragEnd", (event) => event.nodes.length && act(ids(event)));
  if (name === "move") {
    vis.on("dragEnd", (event) => !event.nodes.length && act(null));
    vis.on("zoom", () => act(null));
    vis.on("animationFinished", () => act("settled"));
  }
}

/** @param {import("./canvas.js").Picture} picture @param {any} event @returns {Pick} */
function picked(picture, event) {
  const { x, y } = event.pointer.DOM;
  const from = event.event?.srcEvent;
  const node = String(event.nodes.length ? picture.under({ x, y }).node || event.nodes[0] : "");
  return { node, edge: node ? "" : String(event.edges[0] ?? ""), x, y, add: Boolean(from?.ctrlKey || from?.metaKey) };
}
