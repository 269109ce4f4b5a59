// The search page: from the address to a question, from the question to results.
import { read, write } from "./address.js";
import { Direct } from "./direct.js";
import { Engine } from "./engine.js";
import { matcher } from "./excerpt.js";
import { Facets } from "./facets.js";
import { Lexicon } from "./lexicon.js";
import { Meaning } from "./meaning.js";
import { LONGEST_QUERY, understand } from "./query.js";
import { renew } from "./renew.js";
import { PER_PAGE, Results } from "./results.js";

const PAUSE = 200;
const FEW = 3;
const root = document.querySelector("[data-search]");
const form = root.querySelector("form");
const results = new Results(root, JSON.parse(root.dataset.words));
const known = Facets.known(form);
const site = new URL(root.dataset.site, location.href);
renew(JSON.parse(root.dataset.former));

let turn = 0;
let parts;

// The engine weighs more than the page: it comes with the first question, or when a hand goes to the form.
const loaded = () => (parts ??= load());

async function load() {
  const lexicon = await Lexicon.load(new URL("assets/search/", site));
  const engine = await Engine.load(new URL("pagefind/", site), site.pathname, lexicon);
  const direct = await Direct.load(new URL("assets/search/", site));
  const meaning = new Meaning(new URL("assets/search/", site), lexicon, engine);
  return { lexicon, engine, meaning, direct, facets: new Facets(form, engine) };
}

async function search() {
  const mine = ++turn;
  const { lexicon, engine, meaning, direct, facets } = await loaded();
  const state = read(location.search, known);
  const field = form.elements.q;
  if (document.activeElement !== field) field.value = state.q;
  form.elements.sort.value = state.sort;
  await facets.complete(state.facets);
  facets.show(state);
  const nothing = { concepts: [], corrected: "", matches: [], tokens: [] };
  const { concepts, corrected, matches, tokens } = state.q.trim() ? await understand(state.q, lexicon) : nothing;
  const found = await candidates(engine, meaning, concepts, corrected, state);
  const tests = await facets.tests(state);
  const shown = found.filter((one) => Object.values(tests).every((test) => test(one.id)));
  state.page = Math.min(state.page, Math.max(1, Math.ceil(shown.length / PER_PAGE)));
  const vector = concepts.length ? await meaning.vector(said(state, corrected)) : undefined;
  const list = await results.show(shown, state, matcher(matches), vector);
  if (mine !== turn) return;
  results.list.replaceChildren(...list);
  results.notes.replaceChildren();
  results.direct(direct.named(tokens), site);
  results.chips(state, (facet, value) => facets.label(facet, value));
  results.pager(shown.length, state);
  notes(state, shown.length, corrected);
  results.count(shown.length, state.q.trim());
  root.querySelector(".search__found").style.minHeight = "0";
  root.dataset.ready = state.q;
  await facets.count(found, tests);
}

// A question as it is meant, without what is misspelt.
const said = (state, corrected) => (corrected || state.q).slice(0, LONGEST_QUERY);

// What is found before facets narrow it: by words and what they mean, or everything; newest first when asked for.
async function candidates(engine, meaning, concepts, corrected, state) {
  if (!concepts.length) return state.q.trim() ? [] : (await engine.newest()).map((result) => ({ id: result.id, result }));
  const ranked = await meaning.joined(await engine.ranked(concepts), said(state, corrected));
  if (state.sort !== "date") return ranked;
  const order = new Map((await engine.newest()).map((result, place) => [result.id, place]));
  return ranked.sort((a, b) => order.get(a.id) - order.get(b.id));
}

function notes(state, total, corrected) {
  if (corrected) results.note(results.say("did-you-mean"), results.link(corrected, { ...state, q: corrected, page: 1 }));
  for (const value of state.unknown) results.note(results.say("unknown-choice", { value }));
  if (state.q.length > LONGEST_QUERY) results.note(results.say("query-cut", { limit: LONGEST_QUERY }));
  if (total < FEW && Object.values(state.facets).some((values) => values.size)) {
    results.note(results.say("too-narrow"), results.link(results.say("without-choices"), { ...state, page: 1, facets: {} }));
  } else if (!total) {
    results.note(results.say("other-words"));
  }
}

function go(state, keep = false) {
  history[keep ? "replaceState" : "pushState"](null, "", write(state));
  return attempt();
}

const attempt = () => search().catch((error) => {
  console.warn(error);
  results.status.textContent = results.say("unavailable");
  root.dataset.ready = "";
});

// What the form asks now; the words on the screen, the choices that are ticked, and choices that have no box.
async function asked() {
  const { facets } = await loaded();
  const state = read(location.search, known);
  const boxless = Object.fromEntries(Object.entries(state.facets).filter(([facet]) => !facets.has(facet)));
  return { ...state, q: form.elements.q.value, sort: form.elements.sort.value, page: 1, facets: { ...boxless, ...facets.chosen() } };
}

let pause;
form.elements.q.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(async () => go(await asked(), true), PAUSE);
});
form.addEventListener("change", async (event) => { if (event.target !== form.elements.q) go(await asked()); });
form.addEventListener("submit", async (event) => { event.preventDefault(); clearTimeout(pause); go(await asked()); });
form.addEventListener("toggle", () => { if (parts) attempt(); }, { capture: true });
root.addEventListener("click", (event) => {
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
