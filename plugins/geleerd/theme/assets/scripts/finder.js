// Work formats by what a facilitator has. A format counts when it can be done: its range and what is there overlap. What nobody knows of
// a format does not count against it. The address is the state: `?minutes=30&people=10&setting=online&phase=close`.
const form = document.querySelector("[data-finder]");
const list = document.querySelector("[data-formats]");
const status = document.querySelector("[data-found]");
const words = JSON.parse(form.dataset.words);
const all = status.textContent;
const KEYS = ["minutes", "people", "setting", "phase"];

const span = (text) => (text ? text.split(" ").map(Number) : null);

// Whether a format can be done within so many minutes: in its shortest time.
export function fits({ minutes, people, setting, phase }, asked) {
  if (asked.minutes && minutes && minutes[0] > asked.minutes) return false;
  if (asked.people && people && (asked.people < people[0] || asked.people > people[1])) return false;
  if (asked.setting && setting.length && !setting.includes(asked.setting)) return false;
  return !asked.phase || !phase || phase === asked.phase;
}

const needsOf = (row) => ({
  minutes: span(row.dataset.minutes),
  people: span(row.dataset.people),
  setting: row.dataset.setting.split(" ").filter(Boolean),
  phase: row.dataset.phase,
});

const number = (text) => (/^[1-9]\d{0,5}$/.test(text ?? "") ? Number(text) : 0);

// What an address asks; values that nobody knows ask nothing.
function read(search) {
  const given = new URLSearchParams(search);
  const known = (name) => [...form.querySelectorAll(`[name=${name}] option, input[name=${name}]`)].map((choice) => choice.value);
  const chosen = (name) => (known(name).includes(given.get(name)) ? given.get(name) : "");
  return { minutes: number(given.get("minutes")), people: number(given.get("people")), setting: chosen("setting"), phase: chosen("phase") };
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
  for (const key of ["minutes", "people"]) {
    const select = form.elements[key];
    const value = asked[key] ? String(asked[key]) : "";
    if (value && ![...select.options].some((option) => option.value === value)) select.add(new Option(value, value));
    select.value = value;
  }
  form.elements.setting.value = asked.setting;
  form.elements.phase.value = asked.phase;
}

const fromForm = () => ({
  minutes: number(form.elements.minutes.value),
  people: number(form.elements.people.value),
  setting: form.elements.setting.value,
  phase: form.elements.phase.value,
});

// The formats on the other pages of the list, once somebody asks for something.
let rest;
const others = () => (rest ??= Promise.all(JSON.parse(form.dataset.others).map(rowsOf)));

async function rowsOf(href) {
  const address = new URL(href, location.href);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const row of page.querySelectorAll("[data-formats] [data-format]")) {
    for (const link of row.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    row.dataset.fromElsewhere = "";
    list.append(document.adoptNode(row));
  }
}

async function narrow(asked) {
  const isAsked = KEYS.some((key) => asked[key]);
  if (isAsked) await others();
  let count = 0;
  for (const row of list.querySelectorAll("[data-format]")) {
    row.hidden = isAsked ? !fits(needsOf(row), asked) : "fromElsewhere" in row.dataset;
    if (!row.hidden) count += 1;
  }
  const pager = document.querySelector(".pager");
  if (pager) pager.hidden = isAsked;
  const which = count === 0 ? "none" : count === 1 ? "one" : "many";
  status.textContent = isAsked ? words[which].replace("{count}", String(count)) : all;
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
narrow(asked);
