// The meeting planner: what is on the page is a plan (`plan.js`), and the address always holds it.
import { device } from "../storage.js";
import { MOST_BLOCKS, beginning, calendar, clamp, clock, current, fitted, format, markdown, materials, own, readPlan, times, total, warnings, writePlan } from "./plan.js";
import { keepForLater } from "../offline.js";
import { offerChoices } from "../on-device.js";
import { runTimer } from "./timer.js";

const root = document.querySelector("[data-planner]");
const words = JSON.parse(root.dataset.words);
const site = new URL(root.dataset.site, location.href);
const find = (name) => root.querySelector(`[data-${name}]`);
const [settings, adding, list, status] = [find("set"), find("add"), find("blocks"), find("status")];
const KEPT = "planner";

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, key) => values[key] ?? "");
const splitted = (key) => words[key].split("|");

let known;
let plan;

async function begin() {
  const answer = await fetch(new URL(root.dataset.source, location.href));
  if (!answer.ok) throw new Error(String(answer.status));
  known = await answer.json();
  for (const group of adding.querySelectorAll("[data-choices]")) {
    group.append(...known.choices[group.dataset.choices].map(([value, name]) => new Option(name, value)));
    if (!group.children.length) group.remove();
  }
  open(location.search);
  find("tools").hidden = false;
  root.dataset.ready = "";
  offerChoices(root);
  find("works-offline").hidden = !(await keepForLater(site, JSON.parse(root.dataset.offline)));
}

function open(search) {
  const { plan: read, lost, over, add } = readPlan(search, known);
  plan = read;
  const id = current(add, known);
  if (id) {
    const kept = device.get(KEPT, (text) => (typeof text === "string" ? readPlan(text, known).plan : null));
    plan = kept ?? plan;
    plan.blocks = [...plan.blocks, format(id, known)].slice(0, MOST_BLOCKS);
  }
  settings.elements.start.value = plan.start;
  settings.elements.people.value = plan.people || "";
  settings.elements.setting.value = plan.setting;
  show();
  const told = [...(lost.length ? [filled(words.lost, { names: lost.join(", ") })] : []), ...(over ? [filled(words.full, { most: MOST_BLOCKS, count: over })] : [])];
  if (told.length) status.textContent = told.join(" ");
}

function show(focus) {
  const address = writePlan(plan);
  if (location.search !== address) history.replaceState(null, "", address);
  if (plan.blocks.length) device.set(KEPT, address);
  else device.remove(KEPT);
  const all = times(plan);
  list.replaceChildren(...plan.blocks.map((block, place) => row(block, place, all[place])));
  find("end").textContent = plan.blocks.length ? filled(words.ends, { time: clock(all.at(-1).to), count: total(plan) }) : words.empty;
  const told = warnings(plan, known, { breaks: splitted("breaks"), openings: splitted("openings"), closings: splitted("closings") }, Number(settings.elements.total.value) || 0);
  find("warnings").replaceChildren(...told.map(([key, values]) => Object.assign(document.createElement("li"), { textContent: filled(words[key], values) })));
  const needed = materials(plan, known);
  find("materials").hidden = !needed.length;
  find("materials").querySelector("ul").replaceChildren(...needed.map((one) => Object.assign(document.createElement("li"), { textContent: one })));
  if (focus !== undefined) list.children[focus.place]?.querySelector(focus.what)?.focus();
}

function button(label, name, run, isOff = false) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: name, disabled: isOff });
  made.setAttribute("aria-label", label);
  made.addEventListener("click", run);
  return made;
}

function row(block, place, { from, to }) {
  const item = Object.assign(document.createElement("li"), { className: "planner__block", draggable: true });
  item.dataset.place = place;
  const time = Object.assign(document.createElement("span"), { className: "planner__time", textContent: `${clock(from)}–${clock(to)}` });
  let name;
  if (block.id) name = Object.assign(document.createElement("a"), { href: new URL(known.formats[block.id].address, site).href, textContent: block.title });
  else {
    name = Object.assign(document.createElement("input"), { type: "text", value: block.title, maxLength: 120 });
    name.setAttribute("aria-label", filled(words["title-of"], { place: place + 1 }));
    name.addEventListener("change", () => { plan.blocks[place] = { ...block, title: name.value.trim() || words.block }; show(); });
  }
  name.classList.add("planner__name");
  const minutes = Object.assign(document.createElement("input"), { type: "number", value: block.minutes, min: 1, max: 600, inputMode: "numeric" });
  minutes.setAttribute("aria-label", filled(words["minutes-of"], { title: block.title }));
  minutes.addEventListener("change", () => { plan.blocks[place] = { ...block, minutes: clamp(Math.round(Number(minutes.value)) || 1) }; show({ place, what: "input[type=number]" }); });
  const length = document.createElement("span");
  length.className = "planner__minutes";
  length.append(minutes, ` ${words.minutes}`);
  const up = button(filled(words.up, { title: block.title }), "↑", () => move(place, place - 1, "[data-up]"), place === 0);
  const down = button(filled(words.down, { title: block.title }), "↓", () => move(place, place + 1, "[data-down]"), place === plan.blocks.length - 1);
  up.dataset.up = "";
  down.dataset.down = "";
  const away = button(filled(words.remove, { title: block.title }), "×", () => {
    plan.blocks.splice(place, 1);
    status.textContent = filled(words.removed, { title: block.title });
    show({ place: Math.min(place, plan.blocks.length - 1), what: "button:last-child" });
  });
  const buttons = document.createElement("span");
  buttons.className = "planner__buttons";
  buttons.append(up, down, away);
  item.append(time, name, length, buttons);
  return item;
}

function move(from, to, what) {
  const [moved] = plan.blocks.splice(from, 1);
  plan.blocks.splice(to, 0, moved);
  status.textContent = filled(words.moved, { title: moved.title, place: to + 1 });
  show({ place: to, what });
}

let dragged = null;
list.addEventListener("dragstart", (event) => {
  dragged = Number(event.target.closest("[data-place]")?.dataset.place);
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", plan.blocks[dragged]?.title ?? ""); // Firefox drags nothing without data
});
list.addEventListener("dragover", (event) => event.preventDefault());
list.addEventListener("drop", (event) => {
  event.preventDefault();
  const over = event.target.closest("[data-place]");
  if (over && Number.isInteger(dragged) && Number(over.dataset.place) !== dragged) move(dragged, Number(over.dataset.place), "input, a");
  dragged = null;
});

settings.addEventListener("submit", (event) => event.preventDefault());
settings.addEventListener("change", () => {
  const { start, people, setting } = settings.elements;
  plan = { ...plan, start: start.value || "09:00", people: Math.min(9999, Math.max(0, Math.round(Number(people.value)) || 0)), setting: setting.value };
  show();
});
find("fit").addEventListener("click", () => {
  const wanted = Number(settings.elements.total.value);
  if (!wanted) return;
  plan.blocks = fitted(plan.blocks, wanted);
  status.textContent = filled(words[total(plan) === wanted ? "fitted" : "not-fitted"], { count: total(plan), wanted });
  show();
});
adding.addEventListener("submit", (event) => {
  event.preventDefault();
  const what = adding.elements.what.value;
  if (!what) return;
  const added = what.startsWith("*") ? beginning(what.slice(1), known) : [what.startsWith("~") ? own(what.slice(1), 15) : format(what, known)];
  const over = Math.max(0, plan.blocks.length + added.length - MOST_BLOCKS);
  plan.blocks = [...plan.blocks, ...added].slice(0, MOST_BLOCKS);
  status.textContent = over ? filled(words.full, { most: MOST_BLOCKS, count: over }) : filled(words.added, { title: adding.elements.what.selectedOptions[0].textContent });
  show();
});
find("clear").addEventListener("click", () => { plan.blocks = []; status.textContent = words.cleared; show(); });
find("print-plan").addEventListener("click", () => print());
find("copy-link").addEventListener("click", async () => { await navigator.clipboard.writeText(location.href); status.textContent = words.copied; });
find("markdown").addEventListener("click", async () => { await navigator.clipboard.writeText(markdown(plan, known, document.querySelector("h1").textContent.replaceAll("\u00ad", ""), words.materials)); status.textContent = words.copied; });
find("calendar").addEventListener("click", () => {
  const day = root.querySelector("#plan-date").value;
  if (!day || !plan.blocks.length) { status.textContent = words["no-day"]; return; }
  const made = new Blob([calendar(plan, day, document.querySelector("h1").textContent.replaceAll("\u00ad", ""), location.href)], { type: "text/calendar" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(made), download: `${day}.ics` });
  link.click();
  URL.revokeObjectURL(link.href);
});
find("run").addEventListener("click", () => { if (plan.blocks.length) runTimer(root.querySelector("[data-timer]"), plan.blocks, words); });
addEventListener("wiped", () => location.replace(location.pathname));
addEventListener("popstate", () => open(location.search));

begin().catch((error) => { console.warn(error); status.textContent = words.unavailable; });
