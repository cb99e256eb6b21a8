// The statements that were run last in this browser.

const KEY = "ossatlas.statements";
const MOST = 50;

/** @typedef {{ statement: string, parameters: string }} Entry */

/** The last statements, the newest first. @returns {Entry[]} */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "[]");
  } catch {
    return []; // Storage may be forbidden, or hold what another wrote.
  }
}

/** @param {{ statement: string, parameters: object }} run */
export function remember({ statement, parameters }) {
  const entry = { statement, parameters: Object.keys(parameters).length ? JSON.stringify(parameters) : "" };
  const others = kept().filter((other) => other.statement !== entry.statement || other.parameters !== entry.parameters);
  try {
    localStorage.setItem(KEY, JSON.stringify([entry, ...others].slice(0, MOST)));
  } catch {
    // Then this page's statements are not kept.
  }
}
