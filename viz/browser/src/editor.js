// The editor of Cypher: CodeMirror with Neo4j's own language support. It lives in a shadow root, where its styles need no <style>
// element, which the page's Content-Security-Policy would refuse.
import { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { lintGutter, setDiagnostics, setDiagnosticsEffect } from "@codemirror/lint";
import { EditorState, RangeSetBuilder } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin, drawSelection, keymap, lineNumbers } from "@codemirror/view";
import { autocomplete, highlightSyntax } from "@neo4j-cypher/language-support";
import { one } from "./dom.js";

/** Longer statements are not coloured: the parser takes a while. */
const LONGEST = 20_000;
/** Where the server says that something is wrong. */
const AT = /\(line (\d+), column (\d+)/;
const KINDS = /** @type {Record<number, string>} */ ({ 3: "function", 2: "method", 6: "variable", 7: "class", 10: "property", 13: "enum", 14: "keyword", 22: "type", 25: "type" });

export class Editor {
  /**
   * @param {HTMLElement} place @param {string} words the address of the words that it offers
   * @param {() => void} run @param {() => void} changed
   */
  constructor(place, words, run, changed) {
    const field = /** @type {HTMLTextAreaElement} */ (one("[data-statement]", place));
    this.words = words;
    /** @type {Promise<any> | null} */
    this.schema = null;
    const root = place.attachShadow({ mode: "open" });
    const label = place.getAttribute("aria-label") ?? "";
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: field.value,
        extensions: [
          lineNumbers(), history(), drawSelection(), bracketMatching(), closeBrackets(), lintGutter(), coloured, typedOver, unmarked, theme,
          EditorView.updateListener.of((change) => void (change.docChanged && changed())),
          autocompletion({ override: [(context) => this.complete(context)] }),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label }),
          keymap.of([{ key: "Mod-Enter", run: () => (run(), true) }, ...closeBracketsKeymap, ...completionKeymap, ...historyKeymap, ...defaultKeymap]),
        ],
      }),
    });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  set text(text) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  /** Mark the place that the server's sentence names. @param {string} sentence */
  mark(sentence) {
    const found = AT.exec(sentence);
    const { doc } = this.view.state;
    if (!found || Number(found[1]) > doc.lines) return;
    const line = doc.line(Number(found[1]));
    const from = Math.min(line.from + Number(found[2]) - 1, line.to);
    const to = Math.min(from + (/^\w+/.exec(doc.sliceString(from, line.to))?.[0].length || 1), doc.length);
    this.view.dispatch(setDiagnostics(this.view.state, [{ from, to, severity: "error", message: sentence }]));
    this.view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    this.view.focus();
  }

  /** Take away the mark of what was wrong, and the words that are offered. */
  settle() {
    this.view.dispatch(setDiagnostics(this.view.state, []));
    closeCompletion(this.view);
  }

  /** @param {import("@codemirror/autocomplete").CompletionContext} context */
  async complete(context) {
    const word = context.matchBefore(/[\w`]*/);
    const before = context.state.sliceDoc(Math.max(0, (word?.from ?? 1) - 1), word?.from);
    if (!context.explicit && !word?.text && !/[:.$(]/.test(before)) return null;
    const schema = await (this.schema ??= known(this.words));
    const options = autocomplete(this.text, schema, { caretPosition: context.pos, manual: context.explicit });
    return {
      from: word?.from ?? context.pos,
      options: options.map((item) => ({ label: item.label, apply: item.insertText, type: KINDS[item.kind ?? 0], detail: item.signature, boost: item.sortText ? -item.sortText.charCodeAt(0) : 0 })),
    };
  }
}

/** The words of the graph as Neo4j's language support takes them. @param {string} address */
async function known(address) {
  const answered = await fetch(address);
  if (!answered.ok) return {};
  const { functions, procedures, ...schema } = await answered.json();
  const each = (/** @type {any[]} */ items) => ({ "CYPHER 5": Object.fromEntries(items.map((item) => [item.name, { argumentDescription: [], returnDescription: [], signature: "", description: "", category: "", isBuiltIn: true, aggregating: false, isDeprecated: false, mode: "READ", worksOnSystem: false, option: { deprecated: false }, ...item }])) });
  return { ...schema, functions: each(functions), procedures: each(procedures.map((/** @type {string} */ name) => ({ name }))) };
}

const MARKS = Object.fromEntries(
  ["comment", "keyword", "label", "function", "procedure", "variable", "parameter", "text", "number", "property"].map((kind) => [kind, Decoration.mark({ class: `c-${kind}` })]));
/** @type {Record<string, string>} */
const OF_TOKEN = {
  comment: "comment", keyword: "keyword", keywordLiteral: "keyword", booleanLiteral: "keyword", label: "label", predicateFunction: "function", function: "function", namespace: "function",
  procedure: "procedure", paramDollar: "parameter", paramValue: "parameter", stringLiteral: "text", numberLiteral: "number", property: "property",
};

/** @param {EditorView} view */
function marks(view) {
  const builder = /** @type {RangeSetBuilder<Decoration>} */ (new RangeSetBuilder());
  const { doc } = view.state;
  if (doc.length > LONGEST) return builder.finish();
  for (const { position, length, tokenType } of highlightSyntax(doc.toString())) {
    const mark = MARKS[OF_TOKEN[tokenType]];
    if (mark && position.startOffset + length <= doc.length) builder.add(position.startOffset, position.startOffset + length, mark);
  }
  return builder.finish();
}

const coloured = ViewPlugin.define(
  (view) => ({
    decorations: marks(view),
    update(change) {
      if (change.docChanged) this.decorations = marks(change.view);
    },
  }),
  { decorations: (plugin) => plugin.decorations },
);

/** What is typed over a selection: left to the browser, it would write the old text's style into the new one, which the page's policy refuses. */
const typedOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || event.data === null || view.composing || view.state.selection.main.empty) return false;
    view.dispatch(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
    event.preventDefault();
    return true;
  },
});

/** What was wrong is marked until somebody writes. */
const unmarked = EditorState.transactionExtender.of((change) => (change.docChanged ? { effects: setDiagnosticsEffect.of([]) } : null));

const theme = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--raised)", borderRadius: "var(--radius)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "monospace", lineHeight: "1.5", minHeight: "8rem", maxHeight: "24rem", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--sunk)", color: "var(--soft)", border: "0" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-soft)" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "0", boxShadow: "var(--shadow)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".c-comment": { color: "var(--soft)", fontStyle: "italic" },
  ".c-keyword": { color: "var(--accent)", fontWeight: "600" },
  ".c-label": { fontWeight: "650" },
  ".c-function, .c-procedure": { fontStyle: "italic" },
  ".c-parameter, .c-number, .c-text": { color: "var(--warn)" },
});
