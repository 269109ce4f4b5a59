// The form of one kind of contribution: it shows what was kept, checks while somebody types, and offers the ways to hand in.
import { problems } from "./check.js";
import { clear, keep, kept } from "./drafts.js";
import { addRow, collect, placeOf, rowsOf, spread } from "./fields.js";
import { listed, write } from "./front-matter.js";
import { copy, mailTo, newFile, oldFile, save } from "./hand-in.js";
import { body as normalBody } from "./normal.js";
import { preview } from "./preview.js";
import { stillMissing } from "./rules.js";
import { fill } from "./sentences.js";
import { isSlug, newId, slugFrom } from "./slug.js";

const page = document.querySelector("[data-form]");
const facts = JSON.parse(page.querySelector("[data-facts]").textContent);
const { words } = facts;
const find = (selector) => page.querySelector(selector);
const asks = find("[data-asks]");
const bodyField = find("[data-body]");
const slugField = find("[data-slug]");
const name = `${facts.desk ? "desk" : "new"}/${facts.type}`;

// What the questions have no place for, the file that it came from, and the mark of a new contribution.
let rest = {};
let source = null;
let id = newId();
const touched = new Set();
const taken = new Set();
let slugIsOwn = false;
let terms = [];

const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
const body = () => normalBody(bodyField?.value ?? "");

function start() {
  for (const ask of asks.querySelectorAll("[data-control='rows']")) addRow(ask);
  const handed = handedOver();
  const draft = handed ?? kept(name);
  if (draft) restore(draft, Boolean(handed));
  else if (facts.desk) spread(asks, initial({}));
  asks.addEventListener("input", soon);
  asks.addEventListener("focusout", leave);
  page.addEventListener("click", act);
  for (const box of page.querySelectorAll("[data-conditions] input")) box.addEventListener("change", judge);
  find("[data-visible]")?.addEventListener("change", (event) => { find("[data-forge-open]").hidden = !event.target.checked; });
  if (facts.is === "term") loadTerms();
  if (facts.is === "item") loadTaken();
  update();
  page.dataset.ready = "";
}

// What the page for the desk opened, handed over once.
function handedOver() {
  const text = sessionStorage.getItem("geleerd:open");
  if (!facts.desk || !text) return null;
  const handed = JSON.parse(text);
  if (handed.type !== facts.type) return null;
  sessionStorage.removeItem("geleerd:open");
  return handed;
}

function restore(draft, isHanded) {
  id = draft.id ?? draft.tree.id ?? id;
  source = draft.source ?? null;
  rest = spread(asks, facts.desk ? initial(draft.tree) : draft.tree);
  if (facts.is === "item") delete rest.type;
  if (bodyField) bodyField.value = draft.body ?? "";
  slugIsOwn = Boolean(draft.slug || source);
  if (slugField) slugField.value = draft.slug ?? (source ? source.slug : "");
  const others = Object.keys(rest).filter((key) => key !== "type");
  const said = others.length ? fill(words["other-fields"], { keys: others.join(", ") }) : isHanded ? "" : words.restored;
  Object.assign(find("[data-restored]"), { textContent: said, hidden: !said });
  if (Object.keys(draft.tree).some((key) => !facts.inputs.find((input) => input.key === key)?.quick)) find(".more")?.setAttribute("open", "");
}

const initial = (tree) => (facts.is === "item" ? { ...tree, id: tree.id ?? id, date: tree.date ?? today() } : tree);

let waiting;
function soon(event) {
  if (event.target === slugField) slugIsOwn = true;
  clearTimeout(waiting);
  waiting = setTimeout(update, 250);
}

function leave(event) {
  touched.add(event.target.closest("[data-key]"));
  clearTimeout(waiting);
  waiting = setTimeout(update, 50);
}

function update() {
  const tree = collect(asks);
  const text = body();
  const found = problems(tree, text, facts);
  const isEmpty = !text && Object.keys(rest).length === 0 && Object.keys(tree).every((key) => facts.apart.includes(key));
  if (slugField && !slugIsOwn) slugField.value = slugOf(tree);
  if (slugField && !isSlug(slugField.value) && !isEmpty) found.push({ path: ["slug"], code: "bad-slug", words: { value: slugField.value } });
  showErrors(found);
  showCounts();
  showState(found, tree, isEmpty);
  if (isEmpty && !source) clear(name);
  else keep(name, { id, tree: { ...tree, ...rest }, body: text, slug: slugIsOwn ? slugField?.value : undefined, source });
}

// The sentence of the check, with the name of the field as the form has it.
const sentence = (problem) => fill(facts.problems[problem.code], { ...problem.words, key: labelOf(problem.words.key) });

function labelOf(key) {
  const [first, ...inner] = String(key).split(".").map((part) => part.replace(/\[\d+\]$/, ""));
  let input = facts.inputs.find((candidate) => candidate.key === first);
  for (const part of inner) input = input?.parts.find((candidate) => candidate.key === part) ?? input;
  return input ? `“${input.label}”` : key;
}

const errorAt = (place) => (place === asks ? null : [...place.querySelectorAll("[data-error]")].find((error) => error.parentElement === place) ?? null);

function showErrors(found) {
  for (const error of page.querySelectorAll("[data-error], [data-body-error], [data-slug-error]")) Object.assign(error, { textContent: "", hidden: true });
  for (const field of page.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
  for (const problem of found) {
    if (problem.path[0] === "body") show(find("[data-body-error]"), bodyField, problem);
    else if (problem.path[0] === "slug") show(find("[data-slug-error]"), slugField, problem);
    else {
      const place = placeOf(asks, problem.path).closest("[data-key]");
      if (place && isTouched(place)) show(errorAt(place), place.querySelector("[data-value]"), problem);
    }
  }
}

const isTouched = (place) => [...touched].some((ask) => ask && (ask === place || place.contains(ask)));

function show(error, field, problem) {
  if (!error) return;
  Object.assign(error, { textContent: sentence(problem), hidden: false });
  field?.setAttribute("aria-invalid", "true");
}

function showCounts() {
  for (const count of asks.querySelectorAll("[data-count]")) {
    const used = [...count.parentElement.querySelector("[data-value]").value.trim()].length;
    const most = Number(count.dataset.most);
    count.textContent = used > most * 0.6 || most <= 300 && used > 0 ? fill(words["count-of"], { count: used, most }) : "";
    count.classList.toggle("is-over", used > most);
  }
}

function showState(found, tree, isEmpty) {
  const state = isEmpty ? words["nothing-yet"] : found.length ? words.almost : words.ready;
  if (find("[data-state]").textContent !== state) find("[data-state]").textContent = state;
  find("[data-problems]").replaceChildren(...(isEmpty ? [] : found.map(problemRow)));
  find("[data-routes]").hidden = isEmpty || found.length > 0;
  showMissing(tree, isEmpty);
  if (!isEmpty && !found.length) offer(tree);
}

function problemRow(problem) {
  const row = document.createElement("li");
  const place = problem.path[0] === "body" ? bodyField : problem.path[0] === "slug" ? slugField : placeOf(asks, problem.path);
  const field = place === asks ? null : place.matches?.("[data-value], fieldset, textarea, input") ? place : place.querySelector("[data-value]");
  if (!field) row.textContent = sentence(problem);
  else row.append(Object.assign(document.createElement("a"), { href: `#${field.id}`, textContent: sentence(problem) }));
  row.addEventListener("click", (event) => {
    if (!field) return;
    event.preventDefault();
    field.closest("details")?.setAttribute("open", "");
    field.focus();
  });
  return row;
}

function showMissing(tree, isEmpty) {
  const box = find("[data-missing]");
  const missing = facts.is === "item" && !facts.desk ? stillMissing(tree, facts) : [];
  box.hidden = isEmpty || missing.length === 0;
  box.textContent = fill(words["desk-completes"], { fields: missing.map((key) => facts.inputs.find((input) => input.key === key).label).join(", ") });
}

function slugOf(tree) {
  const said = tree.title ?? tree.name ?? facts.inputs.filter((input) => input.quick).map((input) => [tree[input.key]].flat()[0]).find((value) => typeof value === "string") ?? "";
  const slug = slugFrom(said.slice(0, 100));
  return slug && !facts.reserved.includes(slug) ? slug : `${slugFrom(facts.name)}-${id}`;
}

// The file as it is handed in, and where it belongs.
export function file() {
  const tree = collect(asks);
  if (facts.is === "term") return { path: facts.folder, text: listed(withTerm(tree)), isNew: false };
  const slug = slugField ? slugField.value : slugOf(tree);
  const isSame = source && source.slug === slug;
  const folder = source ? source.path.slice(0, source.path.lastIndexOf("/") + 1) : facts.folder;
  return { path: `${folder}${isSame || facts.is !== "item" ? slug : free(slug)}.md`, text: write(fields(tree), body()), isNew: !isSame };
}

function fields(tree) {
  if (facts.is === "frame") return { ...tree, ...rest };
  const { id: own, ...others } = tree;
  if (!facts.desk) return { id, type: facts.type, ...others, date: today(), status: "draft" };
  return { id: own, type: facts.type, ...others, ...rest };
}

const sameTerm = (a, b) => ["term", "abbreviation"].some((key) => a[key] && b[key] && a[key].toLowerCase() === b[key].toLowerCase());

function withTerm(tree) {
  const place = terms.findIndex((term) => sameTerm(term, tree));
  return place < 0 ? [...terms, tree] : terms.map((term, number) => (number === place ? tree : term));
}

async function loadTerms() {
  const answer = await fetch(`${facts.site}api/v1/terms.json`);
  terms = answer.ok ? await answer.json() : [];
  asks.addEventListener("focusout", () => {
    const tree = collect(asks);
    const known = terms.find((term) => sameTerm(term, tree));
    if (known && Object.keys(tree).length === 1) spread(asks, known);
    update();
  });
  update();
}

function offer() {
  const { path, text, isNew } = file();
  find("[data-text]").value = text;
  find("[data-mail]")?.setAttribute("href", mailTo(facts.mail, fill(words["mail-subject"], { name: facts.name })));
  const link = find("[data-forge]");
  if (link && facts.forge) {
    const goal = isNew ? newFile(facts.forge, path, text) : { address: oldFile(facts.forge, path), isWhole: false };
    link.href = goal.address;
    link.dataset.whole = goal.isWhole ? "yes" : "";
    link.dataset.path = path;
    const [lead, old] = [find("[data-new-file]"), find("[data-old-file]")];
    lead.hidden = !isNew;
    old.hidden = isNew;
    link.textContent = fill(words[isNew ? "forge-open" : "edit-open"], { forge: facts.forge.name });
  }
  showMoved();
}

// A page that moves keeps its old address, if somebody says so.
function showMoved() {
  const note = find("[data-slug-error]");
  if (!source || !note || source.slug === slugField.value) return;
  const alias = `/${source.address}`;
  if ((collect(asks).aliases ?? []).includes(alias)) return;
  Object.assign(note, { textContent: fill(words["slug-changed"], { slug: source.slug, alias }), hidden: false });
}

// A name in the address that is taken already gets a number.
function free(slug) {
  let name = slug;
  for (let number = 2; taken.has(`${facts.word}/${name}/`); number += 1) name = `${slug}-${number}`;
  return name;
}

async function loadTaken() {
  try {
    const answer = await fetch(`${facts.site}api/v1/items.json`);
    for (const record of await answer.json()) taken.add(record.address);
  } catch { /* without the list the desk sees it */ }
}

const ACTS = {
  add: (button) => { const ask = button.closest("[data-key]"); addRow(ask).querySelector("input, textarea")?.focus(); },
  remove: (button) => {
    const ask = button.closest("[data-key]");
    button.closest("[data-row]").remove();
    if (!rowsOf(ask).length) addRow(ask);
    ask.querySelector("[data-add]").focus();
    update();
  },
  copyText: async () => {
    const done = await copy(file().text);
    const said = find("[data-copied]") ?? find("[data-long]");
    said.textContent = words[done ? "copied" : "copy-failed"];
    if (!done) find("[data-text]").closest("details").open = true;
  },
  saveText: () => { const { path, text } = file(); save(path.slice(path.lastIndexOf("/") + 1), text); },
  forge: async (link) => {
    if (link.dataset.whole) return;
    await copy(file().text);
    find("[data-long]").textContent = fill(words["forge-long"], { path: link.dataset.path });
  },
  preview: (button) => {
    const box = find("#preview");
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
    if (box.hidden) return;
    showPreview();
    box.focus();
  },
  printDraft: () => {
    showPreview();
    document.body.classList.add("prints-draft");
    addEventListener("afterprint", () => document.body.classList.remove("prints-draft"), { once: true });
    print();
  },
  saveDraft: () => {
    showPreview();
    save(`${words["draft-mark"].toLowerCase()}-${slugOf(collect(asks))}.html`, draftPage(), "text/html");
  },
  clear: () => { find("[data-clear-sure]").hidden = false; find("[data-clear-no]").focus(); },
  clearNo: () => { find("[data-clear-sure]").hidden = true; find("[data-clear]").focus(); },
  clearYes: () => {
    clear(name);
    rest = {};
    source = null;
    id = newId();
    slugIsOwn = false;
    touched.clear();
    spread(asks, facts.desk ? initial({}) : {});
    if (bodyField) bodyField.value = "";
    for (const box of page.querySelectorAll("[data-conditions] input, [data-visible]")) box.checked = false;
    find("[data-clear-sure]").hidden = true;
    find("[data-restored]").hidden = true;
    update();
    find("h1").scrollIntoView();
  },
};

function act(event) {
  for (const [key, run] of Object.entries(ACTS)) {
    const target = event.target.closest(`[data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}]`);
    if (target && target.matches("button, a")) run(target);
  }
}

const showPreview = () => find("[data-preview-page]").replaceChildren(preview(collect(asks), body(), facts));

// A page that opens anywhere, from nodes alone, so that nothing typed can become markup.
function draftPage() {
  const style = "body{font:1.1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem}.mark{border:3px solid;padding:.5rem 1rem;font-weight:700}";
  const mark = Object.assign(document.createElement("p"), { className: "mark", textContent: `${words["draft-mark"]}. ${words["draft-note"]}` });
  const title = Object.assign(document.createElement("title"), { textContent: words["draft-mark"] });
  return `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8">${title.outerHTML}<style>${style}</style><body>${mark.outerHTML}${find("[data-preview-page]").innerHTML}</body></html>`;
}

function judge() {
  const boxes = [...page.querySelectorAll("[data-conditions] input")];
  const verdict = find("[data-verdict]");
  verdict.textContent = boxes.every((box) => box.checked) ? verdict.dataset.yes : verdict.dataset.no;
}

start();
