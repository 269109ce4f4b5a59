// Between the questions on the page and the tree of a file: `{ title: "…", steps: [{ title: "…" }] }`.
import { line, text } from "./normal.js";

// The questions directly inside an element, not those inside a question or row of it.
const asksIn = (element) => [...element.querySelectorAll("[data-key]")].filter((ask) => {
  const around = ask.parentElement.closest("[data-key], [data-row]");
  return (around && element.contains(around) && around !== element ? around : element) === element;
});

// `reader` reads dates and lengths of time as people write them.
export function collect(element, reader) {
  const tree = {};
  for (const ask of asksIn(element)) {
    const value = valueOf(ask, reader);
    if (value !== undefined) tree[ask.dataset.key] = value;
  }
  return tree;
}

function valueOf(ask, reader) {
  const control = ask.dataset.control;
  if (control === "boxes") return orNothing(ordered(ask));
  if (control === "group") return orNothing(span(collect(ask, reader), ask, reader));
  if (control === "rows") return orNothing(rowsOf(ask).map((row) => rowValue(row, reader)).filter((value) => value !== undefined));
  const field = ask.querySelector("[data-value]");
  if (control === "flag") return field.checked ? true : undefined;
  if (ask.dataset.mark) return orNothing(points(field.value, ask.dataset.mark));
  if (control === "lines") return orNothing(field.value.split("\n").map((row) => item(ask, line(row))).filter(Boolean));
  if (control === "steps") return orNothing(stepsFrom(field.value.split("\n").map(line), reader));
  if (control === "number") return number(line(field.value), ask.dataset.key, reader);
  if (control === "select") return chosen(field);
  if (ask.dataset.kind in DATES) return DATES[ask.dataset.kind](line(field.value), reader) || undefined;
  return item(ask, control === "text" ? text(field.value) : line(field.value)) || undefined;
}

// What was chosen before keeps its order; what is ticked now follows.
const given = new WeakMap();

function ordered(ask) {
  const before = given.get(ask) ?? [];
  const rank = (value) => (before.includes(value) ? before.indexOf(value) : before.length);
  return [...ask.querySelectorAll("input:checked")].map((box) => box.value).sort((a, b) => rank(a) - rank(b));
}

// A point a line, without what people write before it.
export const points = (value, mark) => value.split("\n").map((row) => `${line(row)} `.replace(new RegExp(`^${mark}`), "").trim()).filter(Boolean);

// What a file may leave unsaid is left unsaid.
const chosen = (field) => (field.selectedOptions[0]?.defaultSelected ? undefined : field.value || undefined);

// Whoever names another contribution pastes its link; the file holds its id.
const item = (ask, value) => (ask.dataset.target === "item" ? /\/l\/([0-9a-z]{6})(?:\/|$)/.exec(value)?.[1] ?? value : value);

const orNothing = (value) => (Object.keys(value).length ? value : undefined);

const number = (value, key, reader) => {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  return (["min", "max"].includes(key) ? null : key === "minutes" ? reader.minutes(value) : reader.number(value)) ?? (value || undefined);
};

// The two ends of a span say together what was meant: "5-10 min" at one of them is both.
function span(tree, ask, reader) {
  if (!["min", "max"].some((key) => typeof tree[key] === "string")) return tree;
  const isTime = Boolean(ask.querySelector("[data-key='unit']"));
  const { min, max, unit, ...rest } = tree;
  const typed = reader.spanTyped({ min, max, unit }, isTime);
  if (typed?.unit === "minutes") delete typed.unit; // what a file may leave unsaid
  return typed ? { ...typed, ...rest } : tree;
}

const day = (value, reader) => {
  const found = reader.date(value);
  return found?.length === 10 ? found : value;
};

// A date as people write it becomes one as files have it.
const DATES = { date: (value, reader) => reader.date(value) ?? value, day, moment: (value, reader) => reader.moment(value) ?? value };

export const rowsOf = (ask) => [...ask.querySelector("[data-rows]").children];

function rowValue(row, reader) {
  const plain = [...row.children].find((child) => child.matches("[data-value]"));
  return plain ? text(plain.value) || undefined : orNothing(collect(row, reader));
}

// Rows and boxes that a page shows of one list; a longer one `leftovers.js` writes in the text as a whole.
const MOST_SHOWN = 200;

// A tree in which lists that somebody wrote in short are written out.
export const inFull = (inputs, tree) => Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, writtenOut(inputs.find((input) => input.key === key), value)]));

function writtenOut(input, value) {
  if (!input?.short || input.kind !== "group") return value;
  const [key, pattern] = input.short;
  const isShort = (part) => typeof part === "string" && (!pattern || new RegExp(`^(?:${pattern})$`).test(part.trim()));
  if (typeof value === "string" && !pattern) return [{ [key]: value }];
  return Array.isArray(value) ? value.map((part) => (isShort(part) ? { [key]: part } : part)) : value;
}

// Shows a tree in the questions, as far as they have a place for it; `leftovers.js` says what they have not.
export function spread(element, tree) {
  for (const ask of asksIn(element)) show(ask, tree[ask.dataset.key]);
}

function show(ask, value) {
  const control = ask.dataset.control;
  if (control === "boxes") return showBoxes(ask, listOf(value).filter((entry) => typeof entry !== "object").slice(0, MOST_SHOWN));
  if (control === "group") return spread(ask, isMapping(value) ? value : {});
  if (control === "rows") return showRows(ask, listOf(value).slice(0, MOST_SHOWN));
  const field = ask.querySelector("[data-value]");
  if (control === "flag") field.checked = value === true || value === "true";
  else if (control === "lines") field.value = listOf(value).filter((entry) => typeof entry !== "object").join("\n");
  else if (control === "steps") field.value = listOf(value).map((step) => [step.minutes && (/^\d+$/.test(step.minutes) ? `${step.minutes} min` : step.minutes), step.instruction ?? step.title].filter(Boolean).join(" ")).join("\n");
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
const stepsFrom = (rows, reader) => rows.filter(Boolean).map((row) => {
  const { title, minutes } = reader.step(row.replace(/^(?:\d{1,2}[.)]|[•·▪*–-]|o(?=\s))\s+/u, ""));
  const end = title.lastIndexOf(" ", 90);
  const step = title.length > 300 ? { title: title.slice(0, end > 0 ? end : 90), instruction: title } : { title };
  return minutes ? { ...step, minutes } : step;
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
