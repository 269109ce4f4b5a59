// The form of one kind of contribution: it shows what was kept, checks while somebody types, and offers the ways to hand in.
import { problems } from "./check.js";
import { completed } from "./choices.js";
import { calledOf, isId } from "./draft.js";
import { clear, handedOver, inThisTab, keep, kept, whenElsewhere } from "./drafts.js";
import { everyday } from "./everyday.js";
import { addRow, collect, rowsOf, spread } from "./fields.js";
import { fileOf, named, slugOf, today } from "./file.js";
import { copy, mailTo, newFile, oldFile, save } from "./hand-in.js";
import { leftOver, noted } from "./leftovers.js";
import { body as normalBody } from "./normal.js";
import { json } from "./records.js";
import { reporter, showCounts } from "./report.js";
import { stillMissing } from "./rules.js";
import { fill } from "./sentences.js";
import { isSlug, newId } from "./slug.js";

const page = document.querySelector("[data-form]");
const facts = JSON.parse(page.querySelector("[data-facts]").textContent);
const { words } = facts;
const find = (selector) => page.querySelector(selector);
const asks = find("[data-asks]");
const bodyField = find("[data-body]");
const slugField = find("[data-slug]");
const { touch, untouch, report } = reporter(page, facts, { asks, body: bodyField, slug: slugField });
const name = `${facts.desk ? "desk" : "new"}/${facts.type}`;

const fresh = () => ({ id: newId(), source: null, frameType: undefined, slug: "", slugIsOwn: false, isHandedIn: false, isTyped: false });

// The mark of the contribution, the file that it came from, and its name in the address.
let about = fresh();
// Addresses that were asked for: whether a page stands there.
const taken = new Map();

const body = () => normalBody(bodyField?.value ?? "");
const reader = everyday(facts.everyday);
const answered = () => collect(asks, reader);
const answers = () => named(answered());

async function start() {
  await completed(facts.inputs, page, facts.site);
  for (const ask of asks.querySelectorAll("[data-control='rows']")) addRow(ask);
  const handed = handedOver(facts.type);
  const drafts = kept(`${name}:`);
  const own = drafts.find((draft) => draft.id === inThisTab(name)) ?? (facts.desk ? undefined : drafts.find((draft) => !draft.isHandedIn));
  if (handed && facts.desk) restore(handed, saidOf(handed));
  else if (own && !own.isHandedIn) restore(own, words.restored);
  else begin();
  offerBack(drafts.filter((draft) => draft.id !== about.id));
  showConditions(Boolean(own && !own.isHandedIn));
  listen();
  if (facts.type === "term") await lookUpTerms();
  update();
  page.dataset.ready = "";
}

// What became of a pasted text besides what stands in the form.
const saidOf = ({ left, mended }) => [mended ? fill(words["paste-mended"], { lines: mended.map((row) => row.trim()).join(" · ") }) : "", left ? fill(words["left-out"], { text: left }) : ""].filter(Boolean).join(" ");

function begin() {
  if (facts.desk && facts.is === "item") spread(asks, { id: about.id, date: today() });
}

function listen() {
  asks.addEventListener("input", soon);
  asks.addEventListener("focusout", (event) => { touch(event.target); later(50); });
  page.addEventListener("click", act);
  find("[data-visible]")?.addEventListener("change", (event) => { find("[data-forge-open]").hidden = !event.target.checked; });
  whenElsewhere(name, () => about.id, () => tell(words["other-tab"]));
  addEventListener("beforeprint", () => { if (find("[data-preview-page]") && !isEmpty(answers())) showPreview(true); });
}

function restore(draft, said) {
  const { type, ...fields } = facts.is === "item" && facts.desk ? { ...draft.tree, id: draft.tree.id ?? about.id, date: draft.tree.date ?? today() } : draft.tree;
  about = { ...fresh(), id: [draft.id, fields.id].find(isId) ?? about.id, source: draft.source, slug: draft.slug ?? draft.source?.slug ?? "" };
  about.slugIsOwn = Boolean(about.slug);
  if (facts.is === "frame" && typeof type === "string") about.frameType = type;
  spread(asks, fields);
  const left = leftOver(facts.inputs, fields, answered(), reader);
  if (bodyField) bodyField.value = draft.body + noted(left, fields, words["not-taken"]);
  if (slugField) slugField.value = about.slug;
  tell([left.length ? words["not-taken-lead"] : "", said].filter(Boolean).join(" "));
  if (Object.keys(fields).some((key) => !facts.inputs.find((input) => input.key === key)?.quick)) find(".more")?.setAttribute("open", "");
}

function tell(text) {
  Object.assign(find("[data-restored]"), { textContent: text, hidden: !text });
}

// Other texts on this device come back when somebody asks; none of them is written over.
function offerBack(drafts) {
  const list = find("[data-earlier]");
  list.hidden = drafts.length === 0;
  list.querySelector("ul").replaceChildren(...drafts.slice(0, 10).map((draft) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button button--quiet", textContent: `${words["put-back"]}: ${calledOf(draft)}` });
    button.addEventListener("click", () => { showConditions(true); restore(draft, words.restored); update(); });
    const row = document.createElement("li");
    row.append(button);
    return row;
  }));
}

let waiting;
function later(milliseconds) {
  clearTimeout(waiting);
  waiting = setTimeout(update, milliseconds);
}

function soon(event) {
  about.isTyped = true;
  about.isHandedIn = false;
  for (const said of page.querySelectorAll("[data-copied], [data-long]")) said.textContent = "";
  if (event.target === slugField) about.slugIsOwn = slugField.value !== "";
  later(250);
}

const isEmpty = (tree) => !body() && Object.keys(tree).every((key) => facts.apart.includes(key));

function update() {
  const tree = answers();
  const text = body();
  const empty = isEmpty(tree);
  about.slug = slugField && about.slugIsOwn ? slugField.value.trim() : free(slugOf(tree, facts, about.id));
  if (slugField && !about.slugIsOwn) slugField.value = about.slug;
  const found = empty ? [] : [...problems(tree, text, facts).map(inOwnWords), ...ofAddress()];
  report(found, empty ? words["nothing-yet"] : found.length ? fill(words.almost, { count: found.length }) : words.ready);
  showCounts(asks, words);
  showMissing(tree, empty);
  find("[data-routes]").hidden = empty || found.length > 0;
  if (!empty && !found.length) offer(tree, text);
  if (find("[data-preview-page]") && !empty) showPreview();
  if (!empty || about.isTyped) keep(name, { id: about.id, tree: { type: about.frameType, ...tree }, body: text, slug: about.slugIsOwn ? about.slug : undefined, source: about.source, isHandedIn: about.isHandedIn });
}

// Contributors have no field for exceptions; the desk has.
const inOwnWords = (problem) => (facts.desk || !words[`own-${problem.code}`] ? problem : { ...problem, said: words[`own-${problem.code}`] });

// What is wrong with the name in the address: its letters, or a page that stands there.
function* ofAddress() {
  if (!slugField) return;
  if (!isSlug(about.slug) || facts.reserved.includes(about.slug)) yield { path: ["slug"], code: "bad-slug", words: { value: about.slug } };
  else if (about.source?.slug !== about.slug && taken.get(about.slug)) yield { path: ["slug"], said: words["slug-taken"], words: {} };
}

// A suggested name that is taken gets a number.
function free(slug) {
  let found = slug;
  for (let number = 2; taken.get(found); number += 1) found = `${slug}-${number}`;
  return found;
}

// Asks the site whether a page stands at the address: for the desk alone, since nothing of what a contributor types may leave the page.
async function lookForPage(slug) {
  if (!facts.desk || !facts.word || taken.has(slug) || about.source?.slug === slug) return;
  taken.set(slug, false);
  try {
    taken.set(slug, (await fetch(`${facts.site}${facts.word}/${slug}/`, { method: "HEAD" })).ok);
  } catch { /* offline: the check sees it */ }
  if (taken.get(slug)) update();
}

const labels = (inputs) => inputs.map((input) => input.label).join(", ");

// What only the contributor can still tell, and what the desk adds.
function showMissing(tree, empty) {
  const missing = facts.is === "item" && !facts.desk ? stillMissing(tree, facts).map((key) => facts.inputs.find((input) => input.key === key)) : [];
  const [own, desks] = [missing.filter((input) => input.quick), missing.filter((input) => !input.quick)];
  const said = [own.length ? fill(words["can-still-tell"], { fields: labels(own) }) : "", desks.length ? fill(words["desk-completes"], { fields: labels(desks) }) : ""];
  Object.assign(find("[data-missing]"), { hidden: empty || missing.length === 0, textContent: said.join(" ").trim() });
}

// A term that the glossary has already comes into the form when it is named.
async function lookUpTerms() {
  const terms = (await json(facts.site, "terms.json")) ?? [];
  const isSame = (a, b) => ["term", "abbreviation"].some((key) => a[key] && b[key] && a[key].toLowerCase() === b[key].toLowerCase());
  asks.addEventListener("focusout", () => {
    const tree = answered();
    const known = terms.find((term) => isSame(term, tree));
    if (known && Object.keys(tree).length === 1) spread(asks, known);
  });
}

const file = () => fileOf(answers(), body(), facts, about);

// For a mail the text ends with a mark, so that a signature below it never becomes part of it.
const toCopy = () => (facts.desk ? file().text : `${file().text}\n${words["end-mark"]}\n`);

function offer(tree, text) {
  const made = fileOf(tree, text, facts, about);
  find("[data-text]").value = made.text;
  find("[data-mail]")?.setAttribute("href", mailTo(facts.mail, fill(words["mail-subject"], { name: facts.name })));
  if (facts.forge) offerForge(made);
  showMoved(tree);
  if (made.isNew) lookForPage(about.slug);
}

function offerForge({ path, text, isNew }) {
  const link = find("[data-forge]");
  const goal = isNew ? newFile(facts.forge, path, text) : { address: oldFile(facts.forge, path), isWhole: false };
  link.href = goal.address;
  link.dataset.whole = goal.isWhole ? "yes" : "";
  link.dataset.path = path;
  link.textContent = fill(words[isNew ? "forge-open" : "edit-open"], { forge: facts.forge.name });
  find("[data-new-file]").hidden = !isNew;
  Object.assign(find("[data-old-file]"), { hidden: isNew, textContent: words[facts.is === "listed" ? "term-place" : "edit-lead"] });
}

// A page that moves keeps its old address, if somebody says so.
function showMoved(tree) {
  const alias = `/${about.source?.address}`;
  if (!about.source || !slugField || about.source.slug === about.slug || (tree.aliases ?? []).includes(alias)) return;
  Object.assign(find("[data-slug-error]"), { textContent: fill(words["slug-changed"], { slug: about.source.slug, alias }), hidden: false });
}

// From here on a new visit begins anew, until somebody types on.
function handedIn() {
  about.isHandedIn = true;
  update();
}

const ACTS = {
  add: (button) => addRow(button.closest("[data-key]")).querySelector("input, textarea")?.focus(),
  remove: (button) => {
    const ask = button.closest("[data-key]");
    button.closest("[data-row]").remove();
    if (!rowsOf(ask).length) addRow(ask);
    ask.querySelector("[data-add]").focus();
    update();
  },
  copyText: async () => {
    const done = await copy(toCopy());
    if (done) handedIn();
    (find("[data-copied]") ?? find("[data-long]")).textContent = words[done ? "copied" : "copy-failed"];
    if (!done) find("[data-text]").closest("details").open = true;
  },
  saveText: () => {
    const { path, text } = file();
    save(path.slice(path.lastIndexOf("/") + 1), text);
    handedIn();
  },
  forge: async (link, event) => {
    if (link.dataset.whole) return handedIn();
    event.preventDefault();
    const done = await copy(file().text);
    if (done) handedIn();
    else find("[data-text]").closest("details").open = true;
    const open = Object.assign(document.createElement("a"), { href: link.href, target: "_blank", rel: "noopener", textContent: fill(words["forge-page"], { forge: facts.forge.name }) });
    find("[data-long]").replaceChildren(done ? fill(words["forge-long"], { path: link.dataset.path }) : words["copy-failed"], " ", open);
    return undefined;
  },
  preview: (button) => {
    const box = find("#preview");
    box.hidden = !box.hidden;
    button.setAttribute("aria-expanded", String(!box.hidden));
    if (box.hidden) return;
    showPreview();
    box.focus();
  },
  printDraft: async () => {
    await showPreview();
    document.body.classList.add("prints-draft");
    addEventListener("afterprint", () => document.body.classList.remove("prints-draft"), { once: true });
    print();
  },
  saveDraft: async () => {
    await showPreview();
    save(`${words["draft-mark"].toLowerCase()}-${about.slug}.html`, looks.standalone(find("[data-preview-page]"), words), "text/html");
  },
  clear: () => { find("[data-clear-sure]").hidden = false; find("[data-clear-no]").focus(); },
  clearNo: () => { find("[data-clear-sure]").hidden = true; find("[data-clear]").focus(); },
  clearYes: () => {
    clear(name);
    about = fresh();
    untouch();
    spread(asks, {});
    begin();
    if (bodyField) bodyField.value = "";
    for (const box of page.querySelectorAll("[data-conditions] input, [data-visible]")) box.checked = false;
    for (const hidden of page.querySelectorAll("#preview, [data-clear-sure], [data-restored], [data-earlier], [data-forge-open]:not([data-always])")) hidden.hidden = true;
    update();
    find("h1").scrollIntoView();
  },
};

function act(event) {
  for (const [key, run] of Object.entries(ACTS)) {
    const target = event.target.closest(`[data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}]`);
    if (target?.matches("button, a")) run(target, event);
  }
}

// How the page will look comes along once there is something to see; it is there before anybody can print what was typed.
let looks;
async function showPreview(isAtOnce) {
  looks ??= await import("./preview.js");
  await looks.show(find("[data-preview-page]"), () => looks.preview(answers(), body(), facts), facts, isAtOnce);
}

// The four conditions are a screen of their own, until somebody goes on.
function showConditions(isPast) {
  const box = find("[data-conditions]");
  if (!box) return;
  page.toggleAttribute("data-asking", !isPast);
  const boxes = [...box.querySelectorAll("input")];
  box.addEventListener("change", () => { box.querySelector("[data-yes]").hidden = !boxes.every((each) => each.checked); });
  box.querySelector("[data-on]").hidden = isPast;
  box.querySelector("[data-on]").onclick = () => {
    box.querySelector("[data-no]").hidden = boxes.every((each) => each.checked);
    page.toggleAttribute("data-asking", false);
    box.querySelector("[data-on]").hidden = true;
    asks.querySelector("[data-value]").focus();
  };
}

start();
