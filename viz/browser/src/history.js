// The statements that were run last in this browser.
import { store, stored } from "./stored.js";

const KEY = "ossatlas.statements";
const MOST = 50;

/** @typedef {{ statement: string, parameters: string }} Entry */

/** The last statements, the newest first. @returns {Entry[]} */
export const kept = () => stored(KEY, (entry) => [entry?.statement, entry?.parameters].every((text) => typeof text === "string"));

/** @param {{ statement: string, parameters: object }} run */
export function remember({ statement, parameters }) {
  const entry = { statement, parameters: Object.keys(parameters).length ? JSON.stringify(parameters) : "" };
  const others = kept().filter((other) => other.statement !== entry.statement || other.parameters !== entry.parameters);
  store(KEY, [entry, ...others].slice(0, MOST));
}
