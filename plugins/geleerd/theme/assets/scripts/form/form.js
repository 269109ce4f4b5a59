// The form of one kind of contribution: it shows what was kept, checks while somebody types, and offers the ways to hand in.
import { problems } from "./check.js";
import { clear, keep, kept } from "./drafts.js";
import { addRow, collect, rowsOf, spread } from "./fields.js";
import { fileOf, slugOf, today } from "./file.js";
import { copy, mailTo, newFile, oldFile, save } from "./hand-in.js";
import { leftOver, noted } from "./leftovers.js";
import { body as normalBody } from "./normal.js";
import { preview, standalone } from "./preview.js";
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
const { touch, forget, report } = reporter(page, facts, { asks, body: bodyField, slug: slugField });
const name = `${facts.desk ? "desk" : "new"}/${facts.type}`;

const fresh = () => ({ id: newId(), source: null, frameType: undefined, slug: "", slugIsOwn: false });

// The mark of the contribution, the file that it came from, and its name in the address.
let about = fresh();
// Addresses that were asked for: whether a page stands there.
const taken = new Map();

const body = () => normalBody(bodyField?.value ?? "");

async function start() {
  for (const ask of asks.querySelectorAll("[data-control='rows']")) addRow(ask);
  const handed = handedOver();
  const draft = handed ? null : kept(name);
  if (handed) restore(handed, "");
  else if (draft && !draft.isHandedIn && !draft.source) restore(draft, words.restored);
  else {
    begin();
    if (draft) offerBack(draft);
  }
  listen();
  if (facts.is === "term") await lookUpTerms();
  update();
  page.dataset.ready = "";
}

function begin() {
  if (facts.desk && facts.is === "item") spread(asks, { id: about.id, date: today() });
}

function listen() {
  asks.addEventListener("input", soon);
  asks.addEventListener("focusout", (event) => { touch(event.target); later(50); });
  page.addEventListener("click", act);
  for (const box of page.querySelectorAll("[data-conditions] input")) box.addEventListener("change", judge);
  find("[data-visible]")?.addEventListener("change", (event) => { find("[data-forge-open]").hidden = !event.target.checked; });
}

// What the page for the desk opened, handed over once.
function handedOver() {
  const text = sessionStorage.getItem("geleerd:open");
  const handed = facts.desk && text ? JSON.parse(text) : null;
  if (handed?.type !== facts.type) return null;
  sessionStorage.removeItem("geleerd:open");
  return handed;
}

function restore(draft, said) {
  const tree = facts.is === "item" && facts.desk ? { ...draft.tree, id: draft.tree.id ?? about.id, date: draft.tree.date ?? today() } : draft.tree;
  about = { ...fresh(), id: draft.id ?? tree.id ?? about.id, source: draft.source ?? null, slug: draft.slug ?? draft.source?.slug ?? "" };
  about.slugIsOwn = Boolean(about.slug);
  const { type, ...fields } = tree;
  if (facts.is === "frame") about.frameType = type;
  spread(asks, fields);
  const left = leftOver(facts.inputs, fields, collect(asks));
  if (bodyField) bodyField.value = (draft.body ?? "") + noted(left, fields, words["not-taken"]);
  if (slugField) slugField.value = about.slug;
  tell(left.length ? words["not-taken-lead"] : said);
  if (Object.keys(fields).some((key) => !facts.inputs.find((input) => input.key === key)?.quick)) find(".more")?.setAttribute("open", "");
}

function tell(text) {
  Object.assign(find("[data-restored]"), { textContent: text, hidden: !text });
}

// What was handed in already does not come back by itself: the next contribution must not get its mark.
function offerBack(draft) {
  tell(words["handed-before"]);
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: words["put-back"] });
  button.addEventListener("click", () => { restore({ ...draft, isHandedIn: false }, words.restored); update(); });
  find("[data-restored]").append(" ", button);
}

let waiting;
function later(milliseconds) {
  clearTimeout(waiting);
  waiting = setTimeout(update, milliseconds);
}

function soon(event) {
  about.isTyped = true;
  if (event.target === slugField) about.slugIsOwn = slugField.value !== "";
  later(250);
}

function update() {
  const tree = collect(asks);
  const text = body();
  const isEmpty = !text && Object.keys(tree).every((key) => facts.apart.includes(key));
  about.slug = slugField && about.slugIsOwn ? slugField.value.trim() : free(slugOf(tree, facts, about.id));
  if (slugField && !about.slugIsOwn) slugField.value = about.slug;
  const found = isEmpty ? [] : [...problems(tree, text, facts), ...ofAddress()];
  report(found, isEmpty ? words["nothing-yet"] : found.length ? words.almost : words.ready);
  showCounts(asks, words);
  showMissing(tree, isEmpty);
  find("[data-routes]").hidden = isEmpty || found.length > 0;
  if (!isEmpty && !found.length) offer(tree, text);
  if (isEmpty && about.isTyped) clear(name);
  if (!isEmpty) keep(name, { id: about.id, tree: { type: about.frameType, ...tree }, body: text, slug: about.slugIsOwn ? about.slug : undefined, source: about.source });
}

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

// Asks the site whether a page stands at the address, once a name and only for a contribution that is ready.
async function lookForPage(slug) {
  if (!facts.word || taken.has(slug) || about.source?.slug === slug) return;
  taken.set(slug, false);
  try {
    taken.set(slug, (await fetch(`${facts.site}${facts.word}/${slug}/`, { method: "HEAD" })).ok);
  } catch { /* offline: the check sees it */ }
  if (taken.get(slug)) update();
}

function showMissing(tree, isEmpty) {
  const box = find("[data-missing]");
  const missing = facts.is === "item" && !facts.desk ? stillMissing(tree, facts) : [];
  box.hidden = isEmpty || missing.length === 0;
  box.textContent = fill(words["desk-completes"], { fields: missing.map((key) => facts.inputs.find((input) => input.key === key).label).join(", ") });
}

// A term that the glossary has already comes into the form when it is named.
async function lookUpTerms() {
  const terms = (await json(facts.site, "terms.json")) ?? [];
  const isSame = (a, b) => ["term", "abbreviation"].some((key) => a[key] && b[key] && a[key].toLowerCase() === b[key].toLowerCase());
  asks.addEventListener("focusout", () => {
    const tree = collect(asks);
    const known = terms.find((term) => isSame(term, tree));
    if (known && Object.keys(tree).length === 1) spread(asks, known);
  });
}

const file = () => fileOf(collect(asks), body(), facts, about);

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
  Object.assign(find("[data-old-file]"), { hidden: isNew, textContent: words[facts.is === "term" ? "term-place" : "edit-lead"] });
}

// A page that moves keeps its old address, if somebody says so.
function showMoved(tree) {
  const alias = `/${about.source?.address}`;
  if (!about.source || !slugField || about.source.slug === about.slug || (tree.aliases ?? []).includes(alias)) return;
  Object.assign(find("[data-slug-error]"), { textContent: fill(words["slug-changed"], { slug: about.source.slug, alias }), hidden: false });
}

// From here on a new visit begins anew.
const handedIn = () => keep(name, { ...kept(name), isHandedIn: true });

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
    const done = await copy(file().text);
    (find("[data-copied]") ?? find("[data-long]")).textContent = words[done ? "copied" : "copy-failed"];
    if (done) handedIn();
    else find("[data-text]").closest("details").open = true;
  },
  saveText: () => {
    const { path, text } = file();
    save(path.slice(path.lastIndexOf("/") + 1), text);
    handedIn();
  },
  forge: async (link) => {
    handedIn();
    if (link.dataset.whole) return;
    const done = await copy(file().text);
    find("[data-long]").textContent = done ? fill(words["forge-long"], { path: link.dataset.path }) : words["copy-failed"];
    if (!done) find("[data-text]").closest("details").open = true;
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
    save(`${words["draft-mark"].toLowerCase()}-${about.slug}.html`, standalone(find("[data-preview-page]"), words), "text/html");
  },
  clear: () => { find("[data-clear-sure]").hidden = false; find("[data-clear-no]").focus(); },
  clearNo: () => { find("[data-clear-sure]").hidden = true; find("[data-clear]").focus(); },
  clearYes: () => {
    clear(name);
    about = fresh();
    forget();
    spread(asks, {});
    begin();
    if (bodyField) bodyField.value = "";
    for (const box of page.querySelectorAll("[data-conditions] input, [data-visible]")) box.checked = false;
    for (const hidden of page.querySelectorAll("#preview, [data-clear-sure], [data-restored], [data-forge-open]:not([data-always])")) hidden.hidden = true;
    update();
    find("h1").scrollIntoView();
  },
};

function act(event) {
  for (const [key, run] of Object.entries(ACTS)) {
    const target = event.target.closest(`[data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}]`);
    if (target?.matches("button, a")) run(target);
  }
}

const showPreview = () => find("[data-preview-page]").replaceChildren(preview(collect(asks), body(), facts));

function judge() {
  const boxes = [...page.querySelectorAll("[data-conditions] input")];
  const verdict = find("[data-verdict]");
  verdict.textContent = boxes.every((box) => box.checked) ? verdict.dataset.yes : verdict.dataset.no;
}

start();
