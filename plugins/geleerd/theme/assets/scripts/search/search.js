// The search page: from the address to a question, from the question to results.
import { read, write } from "./address.js";
import { offerChoices } from "../on-device.js";
import { Box } from "./box.js";
import { Direct } from "./direct.js";
import { Engine } from "./engine.js";
import { matcher } from "./excerpt.js";
import { Facets } from "./facets.js";
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
const NOTHING = { concepts: [], corrected: "", matches: [], also: [], tokens: [], count: 0, isSmall: false };
const root = document.querySelector("[data-search]");
const form = root.querySelector("form");
const results = new Results(root, JSON.parse(root.dataset.words));
const known = Facets.known(form);
const site = new URL(root.dataset.site, location.href);
renew(JSON.parse(root.dataset.former));

let turn = 0;
let parts;

// The engine weighs more than the page: it comes with the first question, or when a hand goes to the form.
const loaded = () => (parts ??= load().catch((error) => {
  parts = undefined;
  throw error;
}));

async function load() {
  const folder = new URL("assets/search/", site);
  const [lexicon, engine, direct] = await Promise.all([Lexicon.load(folder), Engine.load(new URL("pagefind/", site), site), Direct.load(folder)]);
  const meaning = new Meaning(folder, lexicon, engine);
  const narrowing = new Narrowing(form, (key) => results.say(key), results.words.types);
  return { lexicon, engine, meaning, direct, narrowing, facets: new Facets(form, engine) };
}

async function search() {
  const mine = ++turn;
  const { lexicon, engine, meaning, direct, facets, narrowing } = await loaded();
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
  const { concepts, corrected, matches, also, tokens, count, isSmall } = isOfAll ? NOTHING : understood;
  const said = isOfAll ? "" : (corrected || asked.text).slice(0, LONGEST_QUERY);
  const narrowed = { ...state.facets, ...asked.facets };
  const all = await candidates(engine, meaning, concepts, said, isSmall);
  // Without words, what others learned is there for who chooses it.
  const ranked = concepts.length || narrowed.elsewhere?.size ? all : all.filter(await facets.without("elsewhere"));
  const isNarrow = Object.values(narrowed).some((values) => values.size);
  const { found, less, isSaid } = await withPhrases(state.q, fitting(ranked, state.all || isNarrow));
  const tests = await facets.tests({ ...state, facets: narrowed });
  const passes = (one) => Object.values(tests).every((test) => test(one.id));
  const shown = ordered(engine, found.filter(passes), state.sort);
  state.page = Math.min(state.page, Math.max(1, Math.ceil(shown.length / PER_PAGE)));
  const vector = concepts.length ? await meaning.vector(said) : undefined;
  const question = { vector, also, count, negates: (text) => lexicon.negates(text), isNegated: lexicon.negates(said) };
  const list = await results.show(shown, state, matcher(matches), question);
  const named = isNarrowing ? (await understand(state.q, lexicon)).tokens : tokens;
  const alike = shown.length ? [] : (await Promise.all(tokens.map(({ word }) => lexicon.alike(word)))).flat();
  if (mine !== turn) return;
  results.list.replaceChildren(...list);
  results.notes.replaceChildren();
  results.direct(direct.named(named), site);
  results.chips(state, asked.facets, facets);
  results.pager(shown.length, state, less.filter(passes).length);
  notes(state, shown.length, { corrected, isSmall, isSaid, alike });
  for (const [facet, value] of asked.offered) results.note(results.say("maybe-only"), results.link(facets.whole(facet, value), { ...state, page: 1, facets: { ...state.facets, [facet]: new Set([value]) } }));
  results.nothing(!shown.length);
  results.count(shown.length, state.q.trim());
  root.querySelector(".search__found").style.minHeight = "0";
  root.dataset.ready = state.q;
  await facets.count([...found, ...less], tests);
}

// What is found before facets narrow it: by words and what they mean, or everything.
async function candidates(engine, meaning, concepts, said, isSmall) {
  if (concepts.length) return meaning.joined(engine.ranked(concepts), said);
  return isSmall || said.trim() ? [] : engine.newest.map((result) => ({ id: result.id, result }));
}

// Best first, or newest first when asked for.
function ordered(engine, found, sort) {
  if (sort !== "date") return found;
  const order = new Map(engine.newest.map((result, place) => [result.id, place]));
  return found.toSorted((a, b) => order.get(a.id) - order.get(b.id));
}

function notes(state, total, { corrected, isSmall, isSaid, alike }) {
  if (corrected) results.note(results.say("did-you-mean"), results.link(corrected, { ...state, q: corrected, page: 1 }));
  for (const value of state.unknown) results.note(results.say("unknown-choice", { value }));
  if (state.q.length > LONGEST_QUERY) results.note(results.say("query-cut", { limit: LONGEST_QUERY }));
  if (!isSaid) results.note(results.say("not-in-one"));
  if (isSmall) results.note(results.say("small-words"));
  else if (total < FEW && Object.values(state.facets).some((values) => values.size)) {
    results.note(results.say("too-narrow"), results.link(results.say("without-choices"), { ...state, page: 1, facets: {} }));
  } else if (!total) {
    results.note(results.say("other-words"));
  }
  if (alike.length) results.note(results.say("alike"), ...alike.slice(0, MOST_ALIKE).map((word) => results.link(word, { ...state, q: word, page: 1 })));
}

function go(state, keep = false) {
  history[keep ? "replaceState" : "pushState"](null, "", write(state));
  return attempt();
}

const attempt = () => search().catch(unavailable);

function unavailable(error) {
  console.warn(error);
  results.status.textContent = results.say("unavailable");
  root.dataset.ready = "";
}

const ask = (keep) => asked().then((state) => go(state, keep), unavailable);

// What the form asks now; the words on the screen, the choices that are ticked, and choices that have no box.
async function asked() {
  const { facets } = await loaded();
  const state = read(location.search, known);
  const boxless = Object.fromEntries(Object.entries(state.facets).filter(([facet]) => !facets.has(facet)));
  const again = form.elements.q.value === state.q ? {} : { literal: [], all: false };
  return { ...state, ...again, q: form.elements.q.value, sort: form.elements.sort.value, page: 1, facets: { ...boxless, ...facets.chosen() } };
}

let pause;
const box = new Box(form.querySelector("[data-box]"), new URL("assets/search/", site), {
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
form.addEventListener("toggle", () => { if (parts) attempt(); }, { capture: true });
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
