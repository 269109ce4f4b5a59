// Between the questions on the page and the tree of a file: `{ title: "…", steps: [{ title: "…" }] }`.
import { line, text } from "./normal.js";

// The questions directly inside an element, not those inside a question or row of it.
const asksIn = (element) => [...element.querySelectorAll("[data-key]")].filter((ask) => {
  const around = ask.parentElement.closest("[data-key], [data-row]");
  return (around && element.contains(around) && around !== element ? around : element) === element;
});

export function collect(element) {
  const tree = {};
  for (const ask of asksIn(element)) {
    const value = valueOf(ask);
    if (value !== undefined) tree[ask.dataset.key] = value;
  }
  return tree;
}

function valueOf(ask) {
  const control = ask.dataset.control;
  if (control === "boxes") return orNothing(ordered(ask));
  if (control === "group") return orNothing(collect(ask));
  if (control === "rows") return orNothing(rowsOf(ask).map(rowValue).filter((value) => value !== undefined));
  const field = ask.querySelector("[data-value]");
  if (control === "flag") return field.checked ? true : undefined;
  if (control === "lines") return orNothing(field.value.split("\n").map((row) => item(ask, line(row))).filter(Boolean));
  if (control === "steps") return orNothing(stepsFrom(field.value.split("\n").map(line), JSON.parse(field.dataset.minutes).map((pattern) => new RegExp(`^(?:${pattern})$`, "i"))));
  if (control === "number") return number(line(field.value));
  if (control === "select") return chosen(field);
  if (["date", "moment"].includes(ask.dataset.kind)) return dated(line(field.value)) || undefined;
  return item(ask, control === "text" ? text(field.value) : line(field.value)) || undefined;
}

// What was chosen before keeps its order; what is ticked now follows.
const given = new WeakMap();

function ordered(ask) {
  const before = given.get(ask) ?? [];
  const rank = (value) => (before.includes(value) ? before.indexOf(value) : before.length);
  return [...ask.querySelectorAll("input:checked")].map((box) => box.value).sort((a, b) => rank(a) - rank(b));
}

// What a file may leave unsaid is left unsaid.
const chosen = (field) => (field.selectedOptions[0]?.defaultSelected ? undefined : field.value || undefined);

// Whoever names another contribution pastes its link; the file holds its id.
const item = (ask, value) => (ask.dataset.target === "item" ? /\/l\/([0-9a-z]{6})(?:\/|$)/.exec(value)?.[1] ?? value : value);

const orNothing = (value) => (Object.keys(value).length ? value : undefined);

const number = (value) => {
  const found = /^(\d{1,9})(?:\s*(?:min\p{L}*\.?|uur|dag(?:en)?|mensen|personen))?$/iu.exec(value);
  return found ? Number(found[1]) : value || undefined;
};

// A date as people write it becomes one as files have it.
const dated = (value) => value.replace(/^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})/, (_, day, month, year) => `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);

export const rowsOf = (ask) => [...ask.querySelector("[data-rows]").children];

function rowValue(row) {
  const plain = [...row.children].find((child) => child.matches("[data-value]"));
  return plain ? text(plain.value) || undefined : orNothing(collect(row));
}

// Shows a tree in the questions, as far as they have a place for it; `leftovers.js` says what they have not.
export function spread(element, tree) {
  for (const ask of asksIn(element)) show(ask, tree[ask.dataset.key]);
}

function show(ask, value) {
  const control = ask.dataset.control;
  if (control === "boxes") return showBoxes(ask, listOf(value).filter((entry) => typeof entry !== "object"));
  if (control === "group") return spread(ask, isMapping(value) ? value : {});
  if (control === "rows") return showRows(ask, listOf(value));
  const field = ask.querySelector("[data-value]");
  if (control === "flag") field.checked = value === true || value === "true";
  else if (control === "lines") field.value = listOf(value).filter((entry) => typeof entry !== "object").join("\n");
  else if (control === "steps") field.value = listOf(value).map((step) => [step.minutes && `${step.minutes} min`, step.instruction ?? step.title].filter(Boolean).join(" ")).join("\n");
  else if (control === "select") showChoice(field, typeof value === "object" ? undefined : value);
  else field.value = typeof value === "object" ? "" : value ?? "";
  return undefined;
}

const isMapping = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);

const listOf = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);

// A value that is not among the choices is not lost: it becomes one, and the check says what is wrong with it.
function showBoxes(ask, values) {
  given.set(ask, values.map(String));
  const boxes = ask.querySelector("[data-boxes]");
  for (const value of values.map(String)) {
    if ([...boxes.querySelectorAll("input")].some((box) => box.value === value)) continue;
    const label = document.createElement("label");
    const box = Object.assign(document.createElement("input"), { type: "checkbox", value });
    label.append(box, " ", Object.assign(document.createElement("span"), { textContent: value }));
    boxes.append(label);
  }
  for (const box of boxes.querySelectorAll("input")) box.checked = values.map(String).includes(box.value);
}

function showChoice(field, value) {
  if (value && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
  if (value !== undefined) field.value = value;
  else field.selectedIndex = Math.max(0, [...field.options].findIndex((option) => option.defaultSelected));
}

function showRows(ask, values) {
  for (const row of rowsOf(ask)) row.remove();
  for (const value of values) {
    const row = addRow(ask);
    const plain = [...row.children].find((child) => child.matches("[data-value]"));
    if (plain) plain.value = typeof value === "object" ? "" : value;
    else spread(row, isMapping(value) ? value : {});
  }
  if (!values.length) addRow(ask);
}

let made = 0;

export function addRow(ask) {
  made += 1;
  const template = [...ask.children].find((child) => child.matches("template"));
  const holder = document.createElement("template");
  const count = rowsOf(ask).length + 1;
  holder.innerHTML = template.innerHTML.replaceAll("__n__", String(made)).replaceAll("__m__", String(count));
  const row = holder.content.firstElementChild;
  ask.querySelector("[data-rows]").append(row);
  for (const inner of row.querySelectorAll("[data-control='rows']")) addRow(inner);
  return row;
}

// The steps of a work format as one text: a step a line, with its minutes in front.
const stepsFrom = (rows, [minutesFirst, minutesAfter]) => rows.filter(Boolean).map((row) => {
  const plain = row.replace(/^(?:\d{1,2}[.)]|[•·▪*–-]|o(?=\s))\s+/u, "");
  const [, minutes, rest] = minutesFirst.exec(plain) ?? (([, what, count]) => [plain, count, what])(minutesAfter.exec(plain) ?? []);
  const what = rest ?? plain;
  const end = what.lastIndexOf(" ", 90);
  const step = what.length > 300 ? { title: what.slice(0, end > 0 ? end : 90), instruction: what } : { title: what };
  return Number(minutes) > 0 ? { ...step, minutes: Number(minutes) } : step;
});

// The question that a path of a problem stands for, and the element to show it at.
export function placeOf(element, path) {
  let place = element;
  for (const part of path) {
    if (typeof part === "number") {
      const row = place.matches?.("[data-control='rows']") ? rowsOf(place)[part] : undefined;
      if (!row) return place;
      place = row;
    } else {
      const ask = asksIn(place).find((candidate) => candidate.dataset.key === part);
      if (!ask) return place;
      place = ask;
    }
  }
  return place;
}
