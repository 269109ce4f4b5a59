// The page on which staff make their newsletter: a period and facets give a list, what is ticked in it becomes a block to copy.
import { fill } from "../form/sentences.js";
import { Facets } from "../search/facets.js";
import { renew } from "../search/renew.js";
import { read, write } from "./address.js";
import { block, element, legible, source } from "./block.js";
import { offer } from "./copy.js";
import { Ticks } from "./ticks.js";

const MOST = 300;

const root = document.querySelector("[data-newsletter]");
const find = (selector) => root.querySelector(selector);
const columns = JSON.parse(root.dataset.columns);
const words = JSON.parse(root.dataset.words);
const period = { from: root.dataset.firstDay ?? "", until: root.dataset.lastDay ?? "" };
const site = new URL(root.dataset.site, location.href);
const url = root.dataset.url || site.href;
renew(JSON.parse(root.dataset.former));
const form = find("form");
const facets = new Facets(form, null);
const known = Facets.known(form);
const day = new Intl.DateTimeFormat(words.language, { dateStyle: "long", timeZone: "UTC" });
const ticks = new Ticks();
let items = [];
let shown = [];
let typing = null;

const counted = (key, count) => fill(words[`${key}-${count === 0 ? "none" : count === 1 ? "one" : "many"}`], { count });

// Several values of one facet widen, facets narrow: as in the search, and in `geleerd digest`.
const chosenBy = (state) => (item) => Object.entries(state.facets).every(([facet, values]) => [item[columns[facet]]].flat().some((value) => values.has(value)));
const addedIn = ({ from, until }) => (item) => !(from && item.date < from) && !(until && item.date > until);

function show() {
  const state = read(location.search, known, period);
  for (const key of ["from", "until"]) showDay(form.elements[key], state[key]);
  facets.show(state);
  const possible = items.filter(chosenBy(state));
  const found = possible.filter(addedIn(state));
  shown = found.slice(0, MOST);
  find("[data-found]").textContent = summary(state, found, possible[0]);
  find("[data-notes]").replaceChildren(...notes(state));
  find("[data-items]").replaceChildren(...shown.map(choice));
  preview();
}

// Writing to a field in which somebody is typing would take away what they have of the day.
function showDay(input, value) {
  if (input.value !== value) input.value = value;
}

function summary({ from, until }, found, newest) {
  if (from && until && from > until) return words.backwards;
  if (!found.length && newest) return fill(words["found-none-newest"], { date: day.format(new Date(newest.date)) });
  if (found.length > MOST) return fill(words["found-more"], { shown: MOST, count: found.length });
  return counted("found", found.length);
}

function notes(state) {
  const sentences = [["unknown-choice", state.unknown], ["unknown-day", state.undated]];
  return sentences.flatMap(([key, values]) => values.map((value) => element("p", fill(words[key], { value }))));
}

function choice(item) {
  const label = element("label");
  const box = element("input", "", { type: "checkbox", value: item.id, checked: ticks.has(item.id) });
  box.dataset.item = "";
  const about = element("small", `${words.types[item.type].one}, ${day.format(new Date(item.date))}`);
  label.append(box, title(item), " ", about);
  const link = element("a", words.read, { href: new URL(item.address, site).href });
  const row = element("div", "", { className: "newsletter__item" });
  row.append(label, inNewTab(link, " ", title(item)));
  return row;
}

const title = (item) => element("span", legible(item.title), { lang: item.language });

// Looking at an item must not take away the page on which somebody is busy.
function inNewTab(link, ...named) {
  const more = element("span", "", { className: "visually-hidden", lang: words.language });
  more.append(...named, ` (${words["new-tab"]})`);
  link.append(more);
  return Object.assign(link, { target: "_blank", rel: "noopener" });
}

// What is ticked stays, whatever is looked for next; only that makes a newsletter from several searches.
function preview() {
  const chosen = items.filter((item) => ticks.has(item.id));
  find("[data-source]").value = source(block(chosen, words, url));
  find("[data-source]").hidden = true;
  find("[data-block]").replaceChildren(...block(chosen, words, url, dressed));
  find("[data-chosen]").textContent = counted("chosen", chosen.length);
  for (const button of ["[data-copy-block]", "[data-copy-source]"]) find(button).disabled = !chosen.length;
  find("[data-clear]").hidden = !chosen.length;
  find("[data-clear]").textContent = fill(words.clear, { count: chosen.length });
  find("[data-copied]").textContent = "";
}

function dressed(paragraph, item) {
  inNewTab(paragraph.querySelector("a"));
  const remove = element("button", words.remove, { type: "button", value: item.id });
  const named = element("span", " ", { className: "visually-hidden" });
  named.append(title(item));
  remove.append(named);
  const line = element("div", "", { className: "newsletter__line" });
  line.append(paragraph, remove);
  return line;
}

function tick(ids, yes) {
  ticks.set(ids, yes);
  for (const box of root.querySelectorAll("[data-item]")) box.checked = ticks.has(box.value);
  preview();
}

// The button that was pressed is gone; the next one takes its place for the keyboard.
function remove(button) {
  const buttons = () => [...find("[data-block]").querySelectorAll("button")];
  const place = buttons().indexOf(button);
  tick([button.value], false);
  (buttons()[place] ?? buttons().at(-1) ?? find("[data-all]")).focus({ preventScroll: true });
}

function goTo({ from, until }, replaces = false) {
  history[replaces ? "replaceState" : "pushState"](null, "", write({ from, until, facets: facets.chosen() }, period));
  show();
}

form.addEventListener("change", ({ target }) => {
  if (target.dataset.item !== undefined) {
    tick([target.value], target.checked);
    return;
  }
  const { from, until } = form.elements;
  // A browser tells of every digit of a year; Back should not lead through them.
  goTo({ from: from.value, until: until.value }, typing === target);
  typing = target.type === "date" ? target : null;
});
form.addEventListener("focusout", () => { typing = null; });
form.addEventListener("submit", (event) => event.preventDefault());
for (const button of root.querySelectorAll("[data-first]")) {
  button.addEventListener("click", () => goTo({ from: button.dataset.first, until: button.dataset.last }));
}
find("[data-all]").addEventListener("click", () => tick(shown.map((item) => item.id), true));
find("[data-none]").addEventListener("click", () => tick(shown.map((item) => item.id), false));
find("[data-clear]").addEventListener("click", () => {
  tick(items.map((item) => item.id), false);
  find("[data-all]").focus({ preventScroll: true });
});
find("[data-block]").addEventListener("click", ({ target }) => {
  const button = target.closest("button");
  if (button) remove(button);
});
offer(root, words, () => find("[data-source]").value, { rich: find("[data-block]"), source: find("[data-source]") });
addEventListener("popstate", show);
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  ticks.recall();
  show();
});

async function start() {
  try {
    const answer = await fetch(new URL("api/v1/items.json", site));
    if (!answer.ok) throw new Error(answer.statusText);
    items = await answer.json();
    await facets.complete(read(location.search, known, period).facets);
    show();
  } catch (error) {
    console.warn(error);
    find("[data-found]").textContent = words.unavailable;
  }
  root.dataset.ready = "";
}

start();
