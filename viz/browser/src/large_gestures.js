// What a reader does with sigma's picture, in the page's own words.

/** @typedef {import("./large.js").LargePicture} LargePicture */
/** @typedef {{ touches: Spot[], previousTouches: Spot[] }} Touching */
/** @typedef {{ x: number, y: number }} Spot */

/** Milliseconds that a finger stays where it is to ask for the menu, and by how many pixels it may stray. */
const [LONG, STRAY] = [450, 8];

/**
 * Call `act` when a reader does something with the picture. Moving the view is told by the picture itself.
 * @param {LargePicture} picture
 * @param {import("./gestures.js").Gesture} name
 * @param {(what: any) => void} act
 */
export function hear(picture, name, act) {
  const mouse = picture.sigma.getMouseCaptor();
  const touch = picture.sigma.getTouchCaptor();
  if (name === "pick") {
    mouse.on("click", (event) => act(picked(picture, event)));
    touch.on("tap", (event) => {
      if (picture.menuOpened) picture.menuOpened = false;
      else act(picked(picture, { ...spotOf(event), original: event.original }));
    });
    follow(picture);
  }
  if (name === "open")
    mouse.on("doubleClick", (event) => {
      event.preventSigmaDefault();
      act(picked(picture, event));
    });
  if (name === "menu") {
    mouse.on("rightClick", (event) => {
      event.original.preventDefault();
      act({ ...picture.under(event), x: event.x, y: event.y, add: false });
    });
    hold(picture, act);
  }
  if (name === "drag") drag(picture, act);
  if (name === "drop") drop(picture, act);
}

/** Remember what the pointer is over, and that it was a reader who moved the view. @param {LargePicture} picture */
function follow(picture) {
  const mouse = picture.sigma.getMouseCaptor();
  mouse.on("wheel", () => (picture.byHand = true));
  mouse.on("mousedown", (event) => {
    const node = picture.overlay.nodeAt(event);
    picture.held = node && event.original instanceof MouseEvent && event.original.button === 0 ? { node, moved: false } : null;
    picture.byHand = !picture.held;
  });
  picture.sigma.on("moveBody", ({ event }) => {
    if (!picture.held) picture.hover(picture.overlay.nodeAt(event));
  });
  picture.sigma.getTouchCaptor().on("touchmove", () => (picture.byHand = true));
}

/** A long touch asks for the menu. @param {LargePicture} picture @param {(what: any) => void} act */
function hold(picture, act) {
  const touch = picture.sigma.getTouchCaptor();
  let timer = 0;
  let from = { x: 0, y: 0 };
  touch.on("touchdown", (event) => {
    clearTimeout(timer);
    picture.menuOpened = false;
    from = spotOf(event);
    if (event.touches.length > 1) return;
    timer = window.setTimeout(() => {
      picture.menuOpened = true;
      act({ ...picture.under(from), ...from, add: false });
    }, LONG);
  });
  touch.on("touchmove", (event) => {
    const { x, y } = spotOf(event);
    if (Math.hypot(x - from.x, y - from.y) > STRAY) clearTimeout(timer);
  });
  touch.on("touchup", () => clearTimeout(timer));
}

/** Where the first finger is, or was before it left. @param {Touching} event @returns {Spot} */
function spotOf({ touches, previousTouches }) {
  const { x, y } = touches[0] ?? previousTouches[0];
  return { x, y };
}

/** A node follows the pointer that holds it. @param {LargePicture} picture @param {(ids: string[]) => void} act */
function drag(picture, act) {
  picture.sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
    if (!picture.held) return;
    preventSigmaDefault();
    picture.held.moved = true;
    picture.put(picture.held.node, picture.laid(picture.offScreen(event)));
    act([picture.held.node]);
  });
}

/** @param {LargePicture} picture @param {(ids: string[]) => void} act */
function drop(picture, act) {
  picture.sigma.getMouseCaptor().on("mouseup", () => {
    const { held } = picture;
    picture.held = null;
    if (held?.moved) act([held.node]);
  });
}

/** @param {LargePicture} picture @param {{ x: number, y: number, original: MouseEvent | TouchEvent }} event @returns {import("./gestures.js").Pick} */
function picked(picture, { x, y, original }) {
  return { ...picture.under({ x, y }), x, y, add: Boolean(original.ctrlKey || original.metaKey) };
}
