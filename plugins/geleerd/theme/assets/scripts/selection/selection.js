// What a visitor keeps. An address with `?items=<id>,<id>` is a selection by itself, also where nothing may be stored; without it the page
// shows what this device keeps.
import { offerChoices } from "../on-device.js";
import { keep, kept, sound } from "./kept.js";

const root = document.querySelector("[data-selection]");
const words = JSON.parse(root.dataset.words);
const site = new URL(root.dataset.site, location.href);
const find = (name) => root.querySelector(`[data-${name}]`);
const [list, status] = [find("list"), find("status")];
const FACTS = ["minutes", "people", "setting", "phase"];

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, key) => values[key] ?? "");
const given = new URLSearchParams(location.search).get("items");

let ids = given === null ? kept() : sound(given.split(","));
let records = [];

// An item as it is now: another may have taken its place, and a withdrawn one has nothing to read.
async function record(id, steps = 5) {
  const answer = await fetch(new URL(`api/v1/items/${id}.json`, site));
  if (!answer.ok) return null;
  const found = await answer.json();
  if (found.status === "superseded" && steps) return record(found.front_matter.superseded_by, steps - 1);
  return found.status === "withdrawn" ? null : found;
}

async function load() {
  const found = await Promise.all(ids.map((id) => record(id).catch(() => null)));
  const lost = ids.filter((_, place) => !found[place]);
  records = found.filter(Boolean).filter((one, place, all) => all.findIndex((other) => other.id === one.id) === place);
  if (lost.length) status.textContent = filled(words.lost, { names: lost.join(", ") });
  find("tools").hidden = false;
  show();
  root.dataset.ready = "";
  offerChoices(root);
}

function changed() {
  ids = records.map(({ id }) => id);
  if (given === null) keep(ids);
  show();
}

function show(focus) {
  history.replaceState(null, "", records.length ? `?items=${records.map(({ id }) => id).join(",")}` : location.pathname);
  list.replaceChildren(...records.map(row));
  find("empty").hidden = records.length > 0;
  find("pages").replaceChildren();
  compare();
  if (focus) list.children[focus.place]?.querySelector(focus.what)?.focus();
}

function button(name, label, run, isOff = false) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: name, disabled: isOff });
  made.setAttribute("aria-label", label);
  made.addEventListener("click", run);
  return made;
}

function row(one, place) {
  const { title, summary } = one.front_matter;
  const item = document.createElement("li");
  const link = Object.assign(document.createElement("a"), { href: new URL(one.address, site).href, textContent: title });
  const text = Object.assign(document.createElement("p"), { textContent: summary });
  const up = button("↑", filled(words.up, { title }), () => move(place, place - 1, "button:nth-child(1)"), place === 0);
  const down = button("↓", filled(words.down, { title }), () => move(place, place + 1, "button:nth-child(2)"), place === records.length - 1);
  const away = button("×", filled(words.remove, { title }), () => {
    records.splice(place, 1);
    status.textContent = filled(words.removed, { title });
    changed();
    (list.children[Math.min(place, records.length - 1)] ?? root).querySelector("button:last-child")?.focus();
  });
  const buttons = document.createElement("span");
  buttons.className = "planner__buttons";
  buttons.append(up, down, away);
  item.append(link, text, buttons);
  return item;
}

function move(from, to, what) {
  const [moved] = records.splice(from, 1);
  records.splice(to, 0, moved);
  status.textContent = filled(words.moved, { title: moved.front_matter.title, place: to + 1 });
  changed();
  list.children[to]?.querySelector(what)?.focus();
}

// Two or three work formats beside each other.
async function compare() {
  const formats = records.filter(({ type }) => type === "work-format");
  const table = find("compare");
  table.hidden = formats.length < 2 || formats.length > 3;
  if (table.hidden) return;
  const known = await (await fetch(new URL("assets/planner.json", site))).json().catch(() => null);
  if (!known) { table.hidden = true; return; }
  const cell = (kind, text) => Object.assign(document.createElement(kind), { textContent: text });
  const line = (...cells) => { const made = document.createElement("tr"); made.append(...cells); return made; };
  const corner = document.createElement("td");
  table.tHead.replaceChildren(line(corner, ...formats.map(({ front_matter }) => Object.assign(cell("th", front_matter.title), { scope: "col" }))));
  const of = (id, key) => {
    const value = known.formats[id]?.[key];
    if (!value?.length) return "–";
    if (key === "setting") return value.map((place) => words.settings[place] ?? place).join(", ");
    if (key === "phase") return words.phases[value] ?? value;
    const [low, high] = value;
    return high >= 10 ** 6 ? `${low}+` : low === high ? String(low) : `${low}–${high}`;
  };
  table.tBodies[0].replaceChildren(...FACTS.map((key) => line(Object.assign(cell("th", words[key]), { scope: "row" }), ...formats.map(({ id }) => cell("td", of(id, key))))));
}

// The stories themselves, one behind another, to print.
async function booklet() {
  status.textContent = words.loading;
  const pages = await Promise.all(records.map(async ({ address }) => {
    const here = new URL(address, site);
    const answer = await fetch(here);
    const story = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article.item");
    // A booklet without one of its stories would be printed unnoticed.
    if (!answer.ok || !story) throw new Error(`${answer.status} ${here}`);
    for (const gone of story.querySelectorAll(".breadcrumbs, .ways-back, .item__more, .tools, .questions, script")) gone.remove();
    for (const [name, attribute] of [["a[href]", "href"], ["img[src]", "src"]]) {
      for (const node of story.querySelectorAll(name)) node.setAttribute(attribute, new URL(node.getAttribute(attribute), here).href);
    }
    for (const node of story.querySelectorAll("[id]")) node.removeAttribute("id");
    return document.adoptNode(story);
  }));
  find("pages").replaceChildren(...pages);
  status.textContent = words.ready;
  print();
}

find("copy-link").addEventListener("click", async () => { await navigator.clipboard.writeText(location.href); status.textContent = words.copied; });
find("booklet").addEventListener("click", () => { if (records.length) booklet().catch(() => { status.textContent = words.unavailable; }); });
addEventListener("wiped", () => location.replace(location.pathname));
find("clear").addEventListener("click", () => { records = []; status.textContent = words.cleared; changed(); });

load().catch((error) => { console.warn(error); status.textContent = words.unavailable; });
