// Completion of names in the fields of a form: of the name at the cursor, as the search box completes.
import { all, h, one } from "./dom.js";
import { found } from "./hits.js";
import { keys, show } from "./search.js";
import { TEXTS } from "./texts.js";

const WAIT = 80;
/** What the search calls kinds of nodes. */
const KINDS = new Set(Object.keys(TEXTS.foundKinds));

/** Complete the names in the fields of the forms of this page. @param {string} search the address of the search */
export function completed(search) {
  for (const field of all("form [data-names]")) if (KINDS.has(field.dataset.names ?? "")) complete(/** @type {HTMLInputElement} */ (field), search);
}

/** @param {HTMLInputElement} field @param {string} search */
function complete(field, search) {
  const list = h("ul", { id: `${field.id}-found`, class: "found", role: "listbox", "aria-label": one(`label[for="${field.id}"]`)?.textContent ?? "", hidden: true });
  Object.assign(field, { role: "combobox", autocomplete: "off", ariaExpanded: "false", ariaAutoComplete: "list" }).setAttribute("aria-controls", list.id);
  // An entry that was taken is gone: whoever closes menus would take the click for one beside the form.
  list.addEventListener("click", (event) => event.stopPropagation());
  field.after(list);
  let timer = 0;
  let asked = 0;
  const close = () => {
    asked += 1;
    show(field, list, []);
  };
  const ask = async () => {
    const mine = (asked += 1);
    const { text } = nameAt(field);
    // A field without completion is still a field.
    const hits = text ? await found(search, text, { kind: (field.dataset.names ?? "").toLowerCase() }).catch(() => []) : [];
    if (mine === asked) show(field, list, hits.length ? [{ title: "", hits: hits.map(({ title, about }) => ({ title, about, label: "", act: () => (take(field, title), close()) })) }] : []);
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    const chosen = one('[aria-selected="true"]', list);
    if (event.key === "Enter" && chosen && !list.hidden) {
      event.preventDefault();
      chosen.click();
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    } else keys(event, field, list, close);
  });
  field.addEventListener("blur", () => (clearTimeout(timer), close()));
}

/** The name at the cursor of a field, and where it stands. @param {HTMLInputElement} field */
function nameAt(field) {
  const { value } = field;
  if (!field.dataset.many) return { text: value.trim(), start: 0, end: value.length };
  const at = field.selectionStart ?? value.length;
  const [start, next] = [value.lastIndexOf(",", at - 1) + 1, value.indexOf(",", at)];
  const end = next < 0 ? value.length : next;
  return { text: value.slice(start, end).trim(), start, end };
}

/** Put a name in the place of the one at the cursor. @param {HTMLInputElement} field @param {string} name */
function take(field, name) {
  const { start, end } = nameAt(field);
  field.value = field.value.slice(0, start) + name + field.value.slice(end);
  field.setSelectionRange(start + name.length, start + name.length);
}

/** Forms send what has a value, so that addresses say no more than was asked. */
export function sendLess() {
  for (const form of all("form.parameters"))
    form.addEventListener("formdata", (event) => {
      const { formData } = /** @type {FormDataEvent} */ (event);
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    });
}
