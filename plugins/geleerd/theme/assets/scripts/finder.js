// The list of a type by what a reader has or wants. The address is the state: `?minutes=30&people=10&setting=online`, `?theme=borging&sort=title`.
const form = document.querySelector("[data-finder]");
const list = document.querySelector("[data-list]");
const status = document.querySelector("[data-found]");
const reset = document.querySelector("button[form=finder]");
const words = JSON.parse(form.dataset.words);
const all = status.textContent;
const NUMBERS = ["minutes", "people"];
// What nobody knows of a work format does not count against it.
const MAY_BE_UNKNOWN = ["setting", "phase"];
const KEYS = [...new Set([...form.elements].map((field) => field.name).filter(Boolean))];
const CHOICES = KEYS.filter((key) => key !== "sort" && !NUMBERS.includes(key));

const valuesOf = (row, key) => (row.dataset[camel(key)] ?? "").split(" ").filter(Boolean);
const camel = (key) => key.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

// Whether an item has all that is asked. A work format can be done within so many minutes if its shortest time is no longer.
function fits(row, asked) {
  const minutes = valuesOf(row, "minutes").map(Number);
  const people = valuesOf(row, "people").map(Number);
  if (asked.minutes && minutes.length && minutes[0] > asked.minutes) return false;
  if (asked.people && people.length && (asked.people < people[0] || asked.people > people[1])) return false;
  return CHOICES.every((key) => {
    const known = valuesOf(row, key);
    return !asked[key] || known.includes(asked[key]) || (!known.length && MAY_BE_UNKNOWN.includes(key));
  });
}

const number = (text) => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 0);

// What an address asks; values that nobody knows ask nothing.
function read(search) {
  const given = new URLSearchParams(search);
  const known = (name) => [...form.querySelectorAll(`[name=${name}] option, input[name=${name}]`)].map((choice) => choice.value);
  const value = (key) => (NUMBERS.includes(key) ? number(given.get(key)) : known(key).includes(given.get(key)) ? given.get(key) : "");
  return Object.fromEntries(KEYS.map((key) => [key, value(key)]));
}

function write(asked) {
  const kept = new URLSearchParams(location.search);
  for (const key of KEYS) {
    if (asked[key]) kept.set(key, asked[key]);
    else kept.delete(key);
  }
  const text = kept.toString();
  return location.pathname + (text ? `?${text}` : "");
}

function show(asked) {
  for (const key of KEYS) {
    const field = form.elements[key];
    const value = asked[key] ? String(asked[key]) : "";
    if (NUMBERS.includes(key) && value && ![...field.options].some((option) => option.value === value)) field.add(new Option(value, value));
    field.value = value;
  }
}

const fromForm = () => Object.fromEntries(KEYS.map((key) => [key, NUMBERS.includes(key) ? number(form.elements[key].value) : form.elements[key].value]));

// The items on the other pages of the list, once somebody asks for something.
let rest;
const others = () => (rest ??= Promise.all(JSON.parse(form.dataset.others).map(rowsOf)));

async function rowsOf(href) {
  const address = new URL(href, location.href);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const row of page.querySelectorAll("[data-list] > [data-place]")) {
    for (const [name, found] of [["href", row.querySelectorAll("a[href]")], ["src", row.querySelectorAll("img[src]")]]) {
      for (const element of found) element[name] = new URL(element.getAttribute(name), address).href;
    }
    row.dataset.fromElsewhere = "";
    list.append(document.adoptNode(row));
  }
}

const title = (row) => row.querySelector(".card__title, [data-title]").textContent.replaceAll("\u00ad", "");
const place = (one, other) => one.dataset.place - other.dataset.place;
const goal = (row) => goals().findIndex((option) => option.value === valuesOf(row, "theme")[0]);
const goals = () => [...form.elements.theme.options].slice(1);
const last = (position) => (position < 0 ? Infinity : position);
const compare = (one, other) => (one === other ? 0 : one - other);
const ORDERS = {
  title: (one, other) => title(one).localeCompare(title(other), document.documentElement.lang),
  evidence: (one, other) => compare(Number(other.dataset.sure ?? -1), Number(one.dataset.sure ?? -1)),
  minutes: (one, other) => compare(valuesOf(one, "minutes")[0] ?? Infinity, valuesOf(other, "minutes")[0] ?? Infinity),
  theme: (one, other) => compare(last(goal(one)), last(goal(other))),
  count: (one, other) => compare(Number(other.dataset.count), Number(one.dataset.count)),
  asked: (one, other) => compare(Number(other.dataset.asked), Number(one.dataset.asked)),
};

function heading(name) {
  const row = document.createElement("li");
  row.dataset.goal = "";
  row.append(Object.assign(document.createElement("h2"), { textContent: name }));
  return row;
}

// Puts the rows in order; those of one goal below its name.
function put(rows, order) {
  for (const row of list.querySelectorAll("[data-goal]")) row.remove();
  rows.sort((one, other) => ORDERS[order]?.(one, other) || place(one, other));
  let above;
  for (const row of rows) {
    const name = order === "theme" ? goals()[goal(row)]?.dataset.name ?? words.other : undefined;
    if (name !== above && !row.hidden) list.append(heading((above = name)));
    list.append(row);
  }
}

async function narrow(asked) {
  const isAsked = KEYS.some((key) => asked[key]);
  if (isAsked) await others();
  const rows = [...list.querySelectorAll(":scope > [data-place]")];
  for (const row of rows) row.hidden = isAsked ? !fits(row, asked) : "fromElsewhere" in row.dataset;
  put(rows, asked.sort);
  const count = rows.filter((row) => !row.hidden).length;
  const pager = document.querySelector(".pager");
  if (pager) pager.hidden = isAsked;
  reset.hidden = !isAsked;
  const isNarrowed = KEYS.some((key) => key !== "sort" && asked[key]);
  const which = count === 0 ? "none" : count === 1 ? "one" : "many";
  status.textContent = isNarrowed ? words[which].replace("{count}", String(count)) : all;
}

form.addEventListener("change", () => {
  const asked = fromForm();
  history.replaceState(null, "", write(asked));
  narrow(asked);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => {
  history.replaceState(null, "", write({}));
  narrow(fromForm());
}));
addEventListener("popstate", () => { const asked = read(location.search); show(asked); narrow(asked); });

const asked = read(location.search);
show(asked);
form.hidden = false;
if (KEYS.some((key) => asked[key])) narrow(asked);
