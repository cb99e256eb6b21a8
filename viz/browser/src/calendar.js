// Months as texts such as 2025-04, and counting with them.

/** @param {string} month */
const number = (month) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7)) - 1;

/** The month so many months later. @param {string} month @param {number} by */
export function shifted(month, by) {
  const at = number(month) + by;
  return `${String(Math.floor(at / 12)).padStart(4, "0")}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** All months from the first to the last. @param {string} first @param {string} last */
export const every = (first, last) => Array.from({ length: Math.max(0, number(last) - number(first) + 1) }, (_, i) => shifted(first, i));

/** The same window so many months earlier. @template {{ from: string, to: string }} T @param {T} work @param {number} by @returns {T} */
export const earlier = (work, by) => ({ ...work, from: work.from && shifted(work.from, -by), to: work.to && shifted(work.to, -by) });
