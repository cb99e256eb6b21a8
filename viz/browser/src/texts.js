// Every text that the browser code shows, in the page's language. The words stand in viz/language/<language>.json, section
// `browser`, with the same keys and placeholders in both: a plain text needs nothing here, one with placeholders its line below.

/** @typedef {typeof import("../../language/en.json")} Words */
/** What the page's own words.<language>.js left, which runs before this. @type {{ browser: Words["browser"], coverage: Words["coverage"], names: Record<string, string>, page: Words["page"] }} */
const { browser: WORDS, coverage: COVERAGE, names, page: PAGE } = /** @type {any} */ (globalThis).ossatlasWords;
/** The language of the page: en or zh. */
export const LANGUAGE = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
/** Names of parameters, columns and facts in words, by the name. */
export const NAMES = new Map(Object.entries(names));
const RULES = new Intl.PluralRules(LANGUAGE);
const MONTH = new Intl.DateTimeFormat("zh-CN", { year: "numeric", month: "long", timeZone: "UTC" });

/** A message: one text, or a form for each category of plurals. @typedef {string | Record<string, string>} Message */

/**
 * The message with its placeholders filled; `n` chooses the form of a plural.
 * @param {Message} message
 * @param {Record<string, string | number>} values
 */
function say(message, values) {
  const text = typeof message === "string" ? message : message[RULES.select(Number(values.n))];
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/** A function that fills these placeholders, in their order. @template {string[]} N @param {Message} message @param {N} names */
const fill = (message, ...names) => (/** @type {{ [K in keyof N]: string | number }} */ ...values) => say(message, Object.fromEntries(names.map((name, at) => [name, values[at]])));

/** A month as people read it: 2025-04, or 2025年4月. @param {string} month */
export const monthly = (month) => (LANGUAGE === "zh" && /^\d{4}-\d\d$/.test(month) ? MONTH.format(new Date(`${month}-01T00:00:00Z`)) : month);

const nodes = fill(WORDS.nodes, "n");
const neighbours = fill(WORDS.neighbours, "n");

export const TEXTS = {
  ...WORDS,
  nodes,
  neighbours,
  moreTies: fill(WORDS.moreTies, "n"),
  moreRows: fill(WORDS.moreRows, "n", "left"),
  andMore: fill(WORDS.andMore, "n"),
  amount: fill(WORDS.amount, "nodes", "edges"),
  ofAmount: fill(WORDS.ofAmount, "shown", "all", "edges"),
  hidden: fill(WORDS.hidden, "title"),
  shown: fill(WORDS.shown, "title"),
  loading: fill(WORDS.loading, "megabytes"),
  noWebgl: fill(WORDS.noWebgl, "nodes"),
  copyThis: fill(WORDS.copyThis, "what"),
  namesCopied: fill(WORDS.namesCopied, "n"),
  chosen: fill(WORDS.chosen, "n"),
  partOpened: fill(WORDS.partOpened, "title", "n"),
  tiesAmong: fill(WORDS.tiesAmong, "n"),
  seeded: fill(WORDS.seeded, "title"),
  unseeded: fill(WORDS.unseeded, "title"),
  undone: fill(WORDS.undone, "step"),
  redone: fill(WORDS.redone, "step"),
  expanding: fill(WORDS.expanding, "title"),
  collapsing: fill(WORDS.collapsing, "title"),
  seeding: fill(WORDS.seeding, "title"),
  unseeding: fill(WORDS.unseeding, "title"),
  pinning: fill(WORDS.pinning, "title"),
  unpinning: fill(WORDS.unpinning, "title"),
  moving: fill(WORDS.moving, "title"),
  hiding: fill(WORDS.hiding, "title"),
  showing: fill(WORDS.showing, "title"),
  keeping: fill(WORDS.keeping, "title"),
  filtering: fill(WORDS.filtering, "title"),
  looking: fill(WORDS.looking, "what", "by"),
  inSteps: fill(WORDS.inSteps, "name"),
  others: fill(WORDS.others, "n"),
  unknownOf: fill(WORDS.unknownOf, "name"),
  chosenOf: fill(WORDS.chosenOf, "n"),
  ofAll: fill(WORDS.ofAll, "n", "all"),
  leftByHand: fill(WORDS.leftByHand, "n"),
  leftByLegend: fill(WORDS.leftByLegend, "n"),
  leftByFilter: fill(WORDS.leftByFilter, "n"),
  edgesLeft: fill(WORDS.edgesLeft, "n"),
  edgesFiltered: fill(WORDS.edgesFiltered, "n"),
  contributions: fill(WORDS.contributions, "n"),
  comparing: fill(WORDS.comparing, "n"),
  changed: fill(WORDS.changed, "appeared", "left", "stayed"),
  changedCut: fill(WORDS.changedCut, "appeared", "left", "stayed", "unsure"),
  notDrawn: fill(WORDS.notDrawn, "n"),
  periods: fill(WORDS.periods, "now", "then"),
  weightThen: fill(WORDS.weightThen, "now", "then"),
  noMonths: fill(WORDS.noMonths, "why"),
  notLoaded: fill(WORDS.notLoaded, "why"),
  consoleBad: fill(WORDS.consoleBad, "why"),
  consoleStopped: fill(WORDS.consoleStopped, "n"),
  consoleSeconds: fill(WORDS.consoleSeconds, "n"),
  answeredWith: fill(WORDS.answeredWith, "status"),
  tooMany: fill(WORDS.tooMany, "n", "most"),
  published: fill(WORDS.published, "source"),
  filterColumn: fill(WORDS.filterColumn, "column"),
  saveTable: fill(WORDS.saveTable, "title"),
  tableOf: fill(WORDS.tableOf, "n", "all"),
  meaning: fill(WORDS.meaning, "what", "means"),
  rowsShown: (/** @type {number} */ n, /** @type {number} */ all) => say(n === all ? WORDS.allRows : WORDS.someRows, { n, all }),
  selected: (/** @type {string} */ title, /** @type {string} */ kind, /** @type {number} */ ties) => say(WORDS.selected, { title, kind, ties: neighbours(ties) }),
  expandedBy: (/** @type {string} */ title, /** @type {number} */ n, /** @type {boolean} */ cut) =>
    say(n > 0 ? (cut ? WORDS.expandedCut : WORDS.expandedBy) : WORDS.expandedNone, { title, n }),
  leastWeightOf: (/** @type {string} */ what) => (what ? say(WORDS.leastWeightOf, { what }) : WORDS.leastWeightOfTie),
  played: (/** @type {string} */ month) => say(WORDS.played, { month: monthly(month) }),
  window: (/** @type {string} */ from, /** @type {string} */ to) => (from === to ? monthly(from) : say(WORDS.window, { from: monthly(from), to: monthly(to) })),
  earlierBy: (/** @type {number} */ n) => (n % 12 === 0 ? say(WORDS.yearsBefore, { n: n / 12 }) : say(WORDS.monthsBefore, { n })),
  nodesAndTies: (/** @type {number} */ n, /** @type {number} */ ties) => say(WORDS.nodesAndTies, { nodes: nodes(n), ties: neighbours(ties) }),
  leftOut: fill(PAGE.leftOut, "n"),
  cutNetwork: PAGE.cutNetwork,
  and: PAGE.and,
  today: PAGE.today,
  restsOn: fill(PAGE.from, "sources"),
  asOf: fill(COVERAGE.asOf, "day"),
  rows: fill(COVERAGE.rows, "n"),
  knownGaps: COVERAGE.knownGaps,
  searchFailed: fill(WORDS.searchFailed, "why"),
  nothingOf: fill(WORDS.nothingOf, "name"),
  asAskedAlone: fill(WORDS.asAskedAlone, "period"),
  seriesBy: (/** @type {string} */ month, /** @type {string} */ preset, /** @type {string} */ source) =>
    say(WORDS.seriesBy, { month: monthly(month), by: [preset, source].filter(Boolean).join(WORDS.comma) }),
  seriesLabel: (/** @type {string} */ first, /** @type {string} */ last, /** @type {string} */ begin, /** @type {string} */ end) =>
    say(WORDS.seriesLabel, { first: monthly(first), last: monthly(last), begin, end }),
  dates: (/** @type {string | null} */ from, /** @type {string | null} */ to) => (from || to ? say(WORDS.dates, { from: from ?? "?", to: to ?? WORDS.now }) : WORDS.noDates),
};
