// The page on which staff make their newsletter: a period and facets give a list, what is ticked in it becomes a block to copy.
import { fill } from "../form/sentences.js";
import { Facets } from "../search/facets.js";
import { read, write } from "./address.js";
import { block, legible } from "./block.js";
import { copy } from "./copy.js";

const MOST = 300;
const OF_AN_ITEM = { network: "networks", theme: "themes", programme: "programmes" };

const root = document.querySelector("[data-newsletter]");
const find = (selector) => root.querySelector(selector);
const words = JSON.parse(root.dataset.words);
const begin = root.dataset.firstDay;
const site = new URL(root.dataset.site, location.href);
const url = root.dataset.url || site.href;
const form = find("form");
const facets = new Facets(form, null);
const known = Facets.known(form);
const day = new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" });
const ticked = new Set();
let items = [];
let shown = [];

const counted = (key, count) => fill(words[`${key}-${count === 0 ? "none" : count === 1 ? "one" : "many"}`], { count });

// Several values of one facet widen, facets narrow: as in the search, and in `geleerd digest`.
function matches(item, state) {
  if ((state.from && item.date < state.from) || (state.until && item.date > state.until)) return false;
  return Object.entries(state.facets).every(([facet, values]) => {
    const own = facet === "type" ? [item.type] : item[OF_AN_ITEM[facet]];
    return own.some((value) => values.has(value));
  });
}

function show() {
  const state = read(location.search, known, begin);
  form.elements.from.value = state.from;
  form.elements.until.value = state.until;
  facets.show(state);
  const found = items.filter((item) => matches(item, state));
  shown = found.slice(0, MOST);
  const count = counted("found", found.length);
  find("[data-found]").textContent = found.length > MOST ? fill(words["found-more"], { shown: MOST, count: found.length }) : count;
  find("[data-notes]").replaceChildren(...notes(state));
  find("[data-items]").replaceChildren(...shown.map(choice));
  preview();
}

function notes(state) {
  const sentences = [["unknown-choice", state.unknown], ["unknown-day", state.undated]];
  return sentences.flatMap(([key, values]) => values.map((value) => {
    const note = document.createElement("p");
    note.textContent = fill(words[key], { value });
    return note;
  }));
}

function choice(item) {
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), { type: "checkbox", value: item.id, checked: ticked.has(item.id) });
  const title = Object.assign(document.createElement("span"), { textContent: legible(item.title), lang: item.language });
  const about = document.createElement("small");
  about.textContent = `${words.types[item.type].one}, ${day.format(new Date(item.date))}`;
  box.dataset.item = "";
  label.append(box, title, " ", about);
  return label;
}

// What is ticked stays, whatever is looked for next; only that makes a newsletter from several searches.
function preview() {
  const chosen = items.filter((item) => ticked.has(item.id));
  find("[data-block]").replaceChildren(...block(chosen, words, url));
  find("[data-chosen]").textContent = counted("chosen", chosen.length);
  find("[data-copy-block]").disabled = !chosen.length;
  find("[data-copied]").textContent = "";
}

function tickAll(yes) {
  if (yes) for (const item of shown) ticked.add(item.id);
  else ticked.clear();
  for (const box of root.querySelectorAll("[data-item]")) box.checked = yes;
  preview();
}

form.addEventListener("change", ({ target }) => {
  if (target.dataset.item !== undefined) {
    ticked[target.checked ? "add" : "delete"](target.value);
    preview();
    return;
  }
  const { from, until } = form.elements;
  history.pushState(null, "", write({ from: from.value, until: until.value, facets: facets.chosen() }, begin));
  show();
});
form.addEventListener("submit", (event) => event.preventDefault());
find("[data-all]").addEventListener("click", () => tickAll(true));
find("[data-none]").addEventListener("click", () => tickAll(false));
find("[data-copy-block]").addEventListener("click", async () => {
  const shownBlock = find("[data-block]");
  find("[data-copied]").textContent = words[(await copy(shownBlock.innerHTML, shownBlock)) ? "copied" : "selected"];
});
addEventListener("popstate", show);

async function start() {
  for (const part of root.querySelectorAll("[data-needs-script]")) part.hidden = false;
  try {
    const answer = await fetch(new URL("api/v1/items.json", site));
    if (!answer.ok) throw new Error(answer.statusText);
    items = await answer.json();
    show();
  } catch (error) {
    console.warn(error);
    find("[data-found]").textContent = words.unavailable;
  }
  root.dataset.ready = "";
}

start();
