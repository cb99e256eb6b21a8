// Rows as CSV that spreadsheets open without harm.

/** As the server guards its files: a spreadsheet computes such a text also behind spaces. */
const RISKY = /^\s*[=+\-@\t\r]/;

/** Rows as CSV. A text that a spreadsheet would take for a formula is led by an apostrophe. @param {unknown[][]} rows */
export function csv(rows) {
  const field = (/** @type {unknown} */ value) => {
    if (value === null || value === undefined) return "";
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    const words = Array.isArray(value) ? value.join("; ") : typeof value === "object" ? JSON.stringify(value) : String(value);
    const safe = RISKY.test(words) ? `'${words}` : words;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}
