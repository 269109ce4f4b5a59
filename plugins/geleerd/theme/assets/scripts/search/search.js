// The search page: from the address to a question, from the question to results.
import { read, write } from "./address.js";
import { offerChoices } from "../on-device.js";
import { Box } from "./box.js";
import { Direct } from "./direct.js";
import { Engine } from "./engine.js";
import { matcher } from "./excerpt.js";
import { Facets } from "./facets.js";
import { answered, kept } from "./kept.js";
import { Lexicon } from "./lexicon.js";
import { Meaning } from "./meaning.js";
import { Narrowing } from "./narrowing.js";
import { fitting, withPhrases } from "./fitting.js";
import { LONGEST_QUERY, understand } from "./query.js";
import { remember } from "./recent.js";
import { renew } from "./renew.js";
import { PER_PAGE, Results } from "./results.js";

const PAUSE = 200;
const FEW = 3;
const MOST_ALIKE = 5;
const NOTHING = { concepts: [], corrected: "", matches: [], beginnings: [], also: [], tokens: [], count: 0, isSmall: false };
const root = document.querySelector("[data-search]");
const form = root.querySelector("form");
const results = new Results(root, JSON.parse(root.dataset.words));
const known = Facets.known(form);
const site = new URL(root.dataset.site, location.href);
renew(JSON.parse(root.dataset.former));

const folder = new URL("assets/search/", site);

let turn = 0;
const loading = new Map();

// The engine weighs more than the page: it comes with the first question, or when a hand goes to the form. Without the names of pages it answers too.
async function loaded() {
  const [parts, direct] = await Promise.all([kept(loading, "parts", load), kept(loading, "direct", () => Direct.load(folder)).catch(() => new Direct([]))]);
  return { ...parts, direct };
}

async function load() {
  const [lexicon, engine] = await Promise.all([Lexicon.load(folder), Engine.load(new URL("pagefind/", site), site)]);
  return { lexicon, engine, meaning: new Meaning(folder, lexicon, engine), narrowing: new Narrowing(form, results.words), facets: new Facets(form, engine) };
}

async function search(mine) {
  const { lexicon, engine, meaning, direct, narrowing, facets } = await loaded();
  const state = read(location.search, known);
  const field = form.elements.q;
  if (document.activeElement !== field) field.value = state.q;
  form.elements.sort.value = state.sort;
  await facets.complete(state.facets);
  facets.show(state);
  const asked = narrowing.read(state.q, state);
  const isNarrowing = Object.keys(asked.facets).length > 0;
  const understood = asked.text.trim() ? await understand(asked.text, lexicon) : NOTHING;
  // Small words beside a choice, as in "werkvorm voor 10 mensen", ask for all of that choice.
  const isOfAll = isNarrowing && understood.isSmall;
  const { concepts, corrected, matches, beginnings, also, tokens, count, isSmall } = isOfAll ? NOTHING : understood;
  const said = isOfAll ? "" : (corrected || asked.text).slice(0, LONGEST_QUERY);
  const narrowed = { ...state.facets, ...asked.facets };
  const marks = matcher(matches, beginnings);
  const all = await candidates(engine, meaning, concepts, said, marks, isSmall);
  // Without words, what others learned is there for who chooses it.
  const ranked = concepts.length || narrowed.elsewhere?.size ? all : all.filter(await facets.without("elsewhere"));
  const isNarrow = Object.values(narrowed).some((values) => values.size);
  const { found, less, isSaid } = await withPhrases(state.q, fitting(ranked, { isNarrow, isAll: state.all }), lexicon, engine);
  const tests = await facets.tests({ ...state, facets: narrowed });
  const passes = (one) => Object.values(tests).every((test) => test(one.id));
  const shown = ordered(engine, found.filter(passes), state.sort);
  state.page = Math.min(state.page, Math.max(1, Math.ceil(shown.length / PER_PAGE)));
  const vector = concepts.length ? await meaning.vector(said) : undefined;
  const question = { vector, also, count, negates: (text) => lexicon.negates(text), isNegated: lexicon.negates(said) };
  const list = await results.show(shown, state, marks, question);
  const named = isNarrowing ? (await understand(state.q, lexicon)).tokens : tokens;
  const alike = shown.length ? [] : (await answered(tokens.map(({ word }) => lexicon.alike(word)))).flat();
  if (mine !== turn) return;
  results.clear();
  results.list.replaceChildren(...list);
  results.direct(direct.named(named, asked.text), site);
  results.chips(state, asked.facets, facets);
  results.pager(shown.length, state, less.filter(passes).length);
  notes(state, shown.length, Object.keys(asked.facets), { corrected, isSmall, isSaid, alike });
  for (const [facet, value] of asked.offered) results.note(results.say("maybe-only"), results.link(facets.whole(facet, value), { ...state, page: 1, facets: { ...state.facets, [facet]: new Set([value]) } }));
  results.nothing(!shown.length);
  results.count(shown.length, state.q.trim());
  root.querySelector(".search__found").style.minHeight = "0";
  root.dataset.ready = state.q;
  await facets.count([...found, ...less], tests).catch(console.warn);
}

// What is found before facets narrow it: by words and what they mean, or everything.
async function candidates(engine, meaning, concepts, said, marks, isSmall) {
  if (concepts.length) return meaning.joined(engine.ranked(concepts), said, marks);
  return isSmall || said.trim() ? [] : engine.newest.map((result) => ({ id: result.id, result }));
}

// Best first, or newest first when asked for.
function ordered(engine, found, sort) {
  if (sort !== "date") return found;
  const order = new Map(engine.newest.map((result, place) => [result.id, place]));
  return found.toSorted((a, b) => order.get(a.id) - order.get(b.id));
}

// `read` are the choices that the question itself names.
function notes(state, total, read, { corrected, isSmall, isSaid, alike }) {
  if (corrected) results.note(results.say("did-you-mean"), results.link(corrected, { ...state, q: corrected, page: 1 }));
  for (const value of state.unknown) results.note(results.say("unknown-choice", { value }));
  if (state.q.length > LONGEST_QUERY) results.note(results.say("query-cut", { limit: LONGEST_QUERY }));
  if (!isSaid) results.note(`${results.say("not-in-one")} ${total ? results.say("nearest") : ""}`);
  if (isSmall) results.note(results.say("small-words"));
  else if (total < FEW && [...read, ...Object.values(state.facets).filter((values) => values.size)].length) {
    results.note(results.say("too-narrow"), results.link(results.say("without-choices"), { ...state, page: 1, facets: {}, literal: [...state.literal, ...read] }));
  } else if (!total) {
    results.note(results.say("other-words"));
  }
  if (alike.length) results.note(results.say("alike"), ...alike.slice(0, MOST_ALIKE).map((word) => results.link(word, { ...state, q: word, page: 1 })));
}

function go(state, keep = false) {
  history[keep ? "replaceState" : "pushState"](null, "", write(state));
  return attempt();
}

function attempt() {
  const mine = ++turn;
  return search(mine).catch((error) => unavailable(error, mine));
}

// The message stands alone, unless a later question was answered since.
function unavailable(error, mine) {
  console.warn(error);
  if (mine !== turn) return;
  results.clear();
  results.status.textContent = results.say("unavailable");
  root.dataset.ready = "";
}

const ask = (keep) => asked().then((state) => go(state, keep), (error) => unavailable(error, turn));

// What the form asks now; the words on the screen, the choices that are ticked, and choices that have no box.
async function asked() {
  const { facets } = await loaded();
  const state = read(location.search, known);
  const boxless = Object.fromEntries(Object.entries(state.facets).filter(([facet]) => !facets.has(facet)));
  const again = form.elements.q.value === state.q ? {} : { literal: [], all: false };
  return { ...state, ...again, q: form.elements.q.value, sort: form.elements.sort.value, page: 1, facets: { ...boxless, ...facets.chosen() } };
}

let pause;
const box = new Box(form.querySelector("[data-box]"), folder, {
  say: (key, values) => results.say(key, values),
  types: results.words.types,
  ask: () => form.requestSubmit(),
});
box.offer();
offerChoices(root);
form.elements.q.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => ask(true), PAUSE);
});
form.addEventListener("change", (event) => { if (event.target !== form.elements.q) ask(); });
form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(pause); box.close(); remember(form.elements.q.value); ask(); });
form.addEventListener("toggle", () => { if (loading.size) attempt(); }, { capture: true });
root.addEventListener("click", (event) => {
  if (event.target.closest("[data-results] a, [data-direct] a")) remember(form.elements.q.value);
  const link = event.target.closest("a[data-state]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  history.pushState(null, "", link.href);
  form.elements.q.value = read(location.search, known).q;
  attempt().then(() => results.status.focus());
});
addEventListener("popstate", () => { form.elements.q.value = read(location.search, known).q; attempt(); });

form.elements.q.value = read(location.search, known).q;
for (const part of root.querySelectorAll("[data-needs-script]")) part.hidden = false;
if (matchMedia("(min-width: 60rem)").matches) for (const group of form.querySelectorAll("[data-wide]")) group.open = true;
if (location.search) {
  attempt();
} else {
  results.newest(read(location.search, known));
  root.querySelector(".search__found").style.minHeight = "0";
  root.dataset.ready = "";
  for (const sign of ["focusin", "pointerdown"]) form.addEventListener(sign, () => loaded().catch(() => {}), { once: true });
}
