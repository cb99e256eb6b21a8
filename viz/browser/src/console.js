// Entry of the console: a statement, what it told, and the ways to keep and share both.
import { Editor } from "./editor.js";
import { all, copy, h, one, save, say } from "./dom.js";
import { kept, remember } from "./history.js";
import { filterable } from "./rows.js";
import { sortable } from "./sort.js";
import { TEXTS } from "./texts.js";

const form = /** @type {HTMLFormElement} */ (one("[data-console]"));
const place = /** @type {HTMLElement} */ (one("[data-found]"));
const doing = /** @type {HTMLElement} */ (one("[data-doing]"));
const given = /** @type {HTMLTextAreaElement} */ (one("[data-parameters]"));
const stop = /** @type {HTMLButtonElement} */ (one("[data-stop]"));
const { api = "", answer = "", words = "", file = "", drawn = "" } = form.dataset;
const seconds = /** @type {HTMLElement} */ (one("[data-seconds]"));
const editor = new Editor(/** @type {HTMLElement} */ (one("[data-editor]")), words, () => run("run"), compare);
/** @typedef {{ statement: string, parameters: Record<string, unknown> }} Body */
/** @type {AbortController | null} */
let waits = null;
/** What the answer on the page was asked with. @type {{ body: Body, mode: string } | null} */
let told = null;
/** @type {ReturnType<typeof setInterval> | undefined} */
let ticking;

/** Parameters that were pasted in front of a statement, as cypher-shell takes them and pages copy them, go to their place. */
function lift() {
  const found = /^\s*:params?\s+(\{.*\});?[ \t]*\n/.exec(editor.text);
  if (!found) return;
  const asJson = found[1].replace(/"(?:[^"\\]|\\.)*"|([A-Za-z_]\w*)(?=\s*:)/g, (whole, name) => (name ? JSON.stringify(name) : whole));
  put(editor.text.slice(found[0].length), asJson);
}

/** The parameters that are written; an error where they are no map. @returns {Record<string, unknown>} */
function parsed() {
  const parameters = given.value.trim() ? JSON.parse(given.value) : {};
  if (typeof parameters !== "object" || Array.isArray(parameters) || parameters === null) throw new Error("{…}");
  return parameters;
}

/** The statement and its parameters; null, and said why, where these are no JSON. @returns {Body | null} */
function asked() {
  lift();
  try {
    const parameters = parsed();
    given.removeAttribute("aria-invalid");
    return { statement: editor.text, parameters };
  } catch (error) {
    given.setAttribute("aria-invalid", "true");
    one("[data-given]")?.setAttribute("open", "");
    doing.textContent = TEXTS.consoleBad(error instanceof Error ? error.message : "");
    return null;
  }
}

/** @param {string} address @param {object} body */
const post = (address, body) => fetch(address, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal: waits?.signal });

/**
 * Run a statement and show what it told.
 * @param {string} mode @param {Record<string, string>} [shown] how to show it @param {Body | null} [body] by default what is written
 */
async function run(mode, shown = {}, body = asked()) {
  if (!body || waits) return;
  const began = performance.now();
  editor.settle();
  busy(true);
  try {
    const answered = await post(answer, { ...body, mode, ...shown });
    if (!answered.ok) return await refused(answered);
    const parts = new DOMParser().parseFromString(await answered.text(), "text/html").body.childNodes;
    remember(body);
    history.replaceState(null, "", `#${addressed(body)}`);
    told = { body, mode };
    place.replaceChildren(...parts);
    doing.textContent = "";
    await enliven();
  } catch (error) {
    doing.textContent = "";
    const stopped = error instanceof Error && error.name === "AbortError";
    blank(stopped ? TEXTS.consoleStopped(((performance.now() - began) / 1000).toFixed(1)) : TEXTS.consoleGone);
  } finally {
    busy(false);
  }
}

/** @param {boolean} now */
function busy(now) {
  waits = now ? new AbortController() : null;
  stop.hidden = !now;
  if (now) doing.textContent = TEXTS.consoleBusy;
  place.setAttribute("aria-busy", String(now));
  clearInterval(ticking);
  seconds.textContent = "";
  let n = 0;
  if (now) ticking = setInterval(() => void (seconds.textContent = TEXTS.consoleSeconds(++n)), 1000);
}

/** Say why there is no answer, in place of the former one. @param {string} why @param {string} [hint] */
function blank(why, hint = "") {
  told = null;
  place.replaceChildren(h("p", { class: "note wrong", role: "alert" }, sentence(why)), hint ? h("p", { class: "note" }, sentence(hint)) : "");
}

/** A text of the server as a sentence. @param {string} text */
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?。？]$/.test(text) ? "" : "."}`;

/** Say why a statement was not taken, and mark where. @param {Response} answered */
async function refused(answered) {
  const problem = await answered.json().catch(() => ({}));
  doing.textContent = "";
  blank(problem.detail ?? TEXTS.answeredWith(answered.status), problem.hint);
  editor.mark(String(problem.detail ?? ""));
}

/** Say so where what is written is no longer what the answer was asked with. */
function compare() {
  let same = false;
  try {
    same = JSON.stringify({ statement: editor.text, parameters: parsed() }) === JSON.stringify(told?.body);
  } catch {
    // Parameters that are half written are others.
  }
  one("[data-former]", place)?.toggleAttribute("hidden", same);
}

/** Let the parts of the answer act. */
async function enliven() {
  compare();
  for (const table of all("table[data-sortable]", place)) sortable(/** @type {HTMLTableElement} */ (table));
  for (const table of all("table[data-filterable]", place)) filterable(/** @type {HTMLTableElement} */ (table));
  for (const button of all("[data-shape]", place)) button.addEventListener("click", () => again({ shape: button.dataset.shape ?? "", ...chosen() }));
  for (const choice of all("[data-axis]", place)) choice.addEventListener("change", () => again({ shape: "chart", ...chosen() }));
  for (const button of all("[data-save]", place)) button.addEventListener("click", () => keep(button.dataset.save ?? ""));
  await draw().catch(() => void (doing.textContent = TEXTS.broken));
}

/** Show the answer in another way. @param {Record<string, string>} shown */
const again = (shown) => run(told?.mode ?? "run", shown, told?.body);

/** Draw the network or the chart of the answer. */
async function draw() {
  const stage = one(".stage", place);
  const chart = one("[data-chart-place]", place);
  if (!stage && !chart) return;
  const { Chart, NetworkPage, dataOf, drawnBy } = /** @type {typeof import("./drawn.js")} */ (await import(drawn));
  if (stage) {
    const data = await dataOf(stage, null);
    /** @type {any} */ (stage).atlas = new NetworkPage(stage, data, await drawnBy(stage, data));
  }
  if (chart) await new Chart(chart).draw({ hide: [], month: "" });
  for (const wait of all("[data-wait]", place)) wait.remove();
}

/** The columns and the kind that a chart is drawn by. */
const chosen = () => Object.fromEntries(all("[data-axis]", place).map((choice) => [choice.dataset.axis ?? "", /** @type {HTMLSelectElement} */ (choice).value]));

/** Save the answer as a file. @param {string} format */
async function keep(format) {
  const answered = told && (await post(`${api}?format=${format}`, told.body));
  if (answered?.ok) save(`answer.${format}`, await answered.blob());
  else if (answered) await refused(answered);
}

/** The statement as a file for the catalogue. */
async function makeQuery() {
  const body = asked();
  const answered = body && (await post(file, body));
  if (!answered) return;
  if (!answered.ok) return refused(answered);
  save("my_query.cypher", await answered.blob());
  say(TEXTS.fileSaved, true);
}

/** @param {{ statement: string, parameters: object }} body */
const addressed = (body) => new URLSearchParams({ statement: body.statement, ...(Object.keys(body.parameters).length ? { parameters: JSON.stringify(body.parameters) } : {}) }).toString();

/** Begin with what the address holds. */
function restore() {
  const held = new URLSearchParams(location.hash.slice(1));
  if (!held.has("statement")) return;
  put(held.get("statement") ?? "", held.get("parameters") ?? "");
}

/** @param {string} statement @param {string} parameters */
function put(statement, parameters) {
  editor.text = statement;
  given.value = parameters;
  one("[data-given]")?.toggleAttribute("open", Boolean(parameters));
}

/** Take up a statement of the history. @param {import("./history.js").Entry} entry */
function pick(entry) {
  put(entry.statement, entry.parameters);
  one("[data-history]")?.closest("details")?.removeAttribute("open");
}

function fillHistory() {
  const entries = kept();
  one("[data-history]")?.replaceChildren(
    ...(entries.length ? entries.map((entry) => h("button", { type: "button", onclick: () => pick(entry) }, h("span", {}, entry.statement.replace(/\s+/g, " ").slice(0, 300)))) : [h("p", { class: "note" }, TEXTS.noHistory)]));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  run("run");
});
for (const button of all("button[data-mode]", form)) if (button.dataset.mode !== "run") button.addEventListener("click", () => run(button.dataset.mode ?? ""));
stop.addEventListener("click", () => waits?.abort());
given.addEventListener("input", compare);
if (/Mac|iP(hone|ad)/.test(navigator.platform)) one("[data-keys]")?.replaceChildren("⌘ ↵");
one("[data-share-statement]")?.addEventListener("click", () => {
  const body = asked();
  if (body) copy(`${location.origin}${location.pathname}#${addressed(body)}`, TEXTS.linkCopied, TEXTS.copyFailed);
});
one("[data-make-query]")?.addEventListener("click", makeQuery);
one("[data-example]")?.addEventListener("change", (event) => {
  const { value } = /** @type {HTMLSelectElement} */ (event.target);
  if (value) location.assign(value);
});
one("[data-history]")?.closest("details")?.addEventListener("toggle", fillHistory);
addEventListener("hashchange", restore);
restore();
form.dataset.ready = "true";
