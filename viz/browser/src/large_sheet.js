// Canvases that are moved as they are while the view moves, like a sheet of paper under a window: drawing all anew for each frame
// is what makes large pictures stutter.

/** @typedef {{ x: number, y: number, scale: number }} View */
/** @typedef {{ part: number, times: number }} Far how far a sheet is moved, as a part of the window, and by how much it is scaled, before it is drawn anew */

export class Sheet {
  /** @param {HTMLElement[]} canvases */
  constructor(canvases) {
    this.canvases = canvases;
    /** What they were drawn for. @type {View | null} */
    this.view = null;
  }

  /** The canvases were drawn for this view. @param {View} view */
  lay(view) {
    this.view = { ...view };
    this.shift("");
  }

  /** Whether the canvases were drawn for this view. @param {View} view */
  shows({ x, y, scale }) {
    return this.view?.x === x && this.view.y === y && this.view.scale === scale;
  }

  /** Move what is drawn to where it is in another view; whether that does. @param {View} view @param {HTMLElement} window_ @param {Far} far */
  slide(view, window_, { part, times }) {
    if (!this.view) return false;
    const by = view.scale / this.view.scale;
    const [x, y] = [(this.view.x - view.x) * view.scale, (this.view.y - view.y) * view.scale];
    this.shift(`translate(${x.toFixed(2)}px, ${y.toFixed(2)}px) scale(${by.toFixed(5)})`);
    return Math.abs(x) < window_.clientWidth * part && Math.abs(y) < window_.clientHeight * part && by < times && by > 1 / times;
  }

  /** @param {string} transform */
  shift(transform) {
    for (const { style } of this.canvases) style.transform = transform;
  }
}
