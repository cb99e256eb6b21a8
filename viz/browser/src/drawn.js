// What draws the networks and charts of the console; loaded when the first one is wanted.
export { dataOf, drawnBy } from "./arrival.js";
export { NetworkPage } from "./page.js";
export { Chart } from "./vega.js";
