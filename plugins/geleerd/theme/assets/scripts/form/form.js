// The form of one kind of contribution: it shows what was kept, checks while somebody types, and offers the ways to hand in.
import { Addresses } from "./addresses.js";
import { completed } from "./choices.js";
import { showConditions } from "./conditions.js";
import { isId } from "./draft.js";
import { drop, handedOver, inThisTab, keep, kept, lastDay, whenElsewhere } from "./drafts.js";
import { bringIntoView, dayOf, showEarlier, showHanded } from "./earlier.js";
import { everyday } from "./everyday.js";
import { checksFor, factsOn } from "./facts.js";
import { addRow, collect, inFull, rowsOf, spread } from "./fields.js";
import { fileOf, named, slugOf, today } from "./file.js";
import { asFile, copy, mailTo, mayShare, newFile, oldFile, save, saveBlob, share } from "./hand-in.js";
import { fileOfDraft, nextOf, subjectOf, toCopy } from "./handed.js";
import { leftOver, noted } from "./leftovers.js";
import { body as normalBody } from "./normal.js";
import { reporter, showCounts } from "./report.js";
import { fill } from "./sentences.js";
import { newId } from "./slug.js";
import { lookUpTerms } from "./terms.js";
import { showNaming, whoNames } from "./naming.js";
import { begun, keepForLater } from "../offline.js";
import { offerChoices } from "../on-device.js";
import { isShared } from "../storage.js";

const page = document.querySelector("[data-form]");
const facts = factsOn(page);
const { words } = facts;
const find = (selector) => page.querySelector(selector);
const asks = find("[data-asks]");
const bodyField = find("[data-body]");
const slugField = find("[data-slug]");
const { touch, untouch, report } = reporter(page, facts, { asks, body: bodyField, slug: slugField });
const name = `${facts.desk ? "desk" : "new"}/${facts.type}`;

const fresh = () => ({ id: newId(), source: null, frameType: undefined, slug: "", slugIsOwn: false, isHandedIn: false });

// The mark of the contribution, the file that it came from, and its name in the address.
let about = fresh();
// Whether something was typed that is not kept yet.
let isUnsaved = false;
// The contribution that was handed in last, for as long as the page says what comes next.
let handed = null;
const addresses = new Addresses(facts);
// The picture that goes along, which stays in the page alone, and the file that it is being made of.
let picture = null;
let choosing = null;
// For the desk: what writes a file again with only what changed, and what stays of a file whose item is withdrawn.
let keptLines = null;
let ending = null;
// What looks at answers; until it has come no draft goes to anybody.
let checks = null;

const body = () => normalBody(bodyField?.value ?? "");
const reader = everyday(facts.everyday);
const answered = () => collect(asks, reader);
const answers = () => named(answered());

async function start() {
  await completed(facts.inputs, page, facts.site);
  if (facts.desk && facts.is === "item") ending = await import("../desk/tombstone.js");
  for (const ask of asks.querySelectorAll("[data-control='rows']")) addRow(ask);
  const opened = handedOver(facts.type);
  const drafts = kept(`${name}:`);
  const own = unfinishedIn(drafts);
  if (opened && facts.desk) await restore(opened, saidOf(opened));
  else if (own) await restore(own, words.restored);
  else begin();
  isUnsaved = Boolean(opened && facts.desk);
  const last = drafts.find(isJustHandedIn);
  showConditions(page, asks, Boolean(own));
  if (!own && !opened && last) celebrate(last);
  offerBack();
  listen();
  if (facts.type === "term") await lookUpTerms(asks, facts.site, answered);
  if (!isEmpty(answers())) await bringChecks().catch(() => {}); // the form itself says it
  update();
  page.dataset.ready = "";
  offerChoices(page);
  begun().then(bringChecks).then(keepPage, () => {}); // whoever types is told when they cannot come
}

async function keepPage() {
  if (await keepForLater(new URL(facts.site, location.href), facts.offline)) find("[data-works-offline]").hidden = false;
}

async function bringChecks() {
  checks ??= await checksFor(facts);
}

// What somebody was busy with: here, or else anywhere on this device, for whoever writes one thing at a time.
function unfinishedIn(drafts) {
  const open = drafts.filter((draft) => !draft.isHandedIn);
  return open.find((draft) => draft.id === inThisTab(name)) ?? (facts.desk ? undefined : open[0]);
}

const DAY = 86_400_000;
const isJustHandedIn = (draft, place) => draft.isHandedIn && (place === 0 || draft.id === inThisTab(name)) && Math.abs(Date.now() - draft.at) < DAY;

// What became of a pasted text besides what stands in the form.
const saidOf = ({ left, mended, isAgain }) => [isAgain ? words["open-again"] : "", mended ? fill(words["paste-mended"], { lines: mended.map((row) => row.trim()).join(" · ") }) : "", left ? fill(words["left-out"], { text: left }) : ""].filter(Boolean).join(" ");

function begin() {
  if (facts.desk && facts.is === "item") spread(asks, { id: about.id, date: today() });
}

function listen() {
  asks.addEventListener("input", soon);
  asks.addEventListener("focusout", (event) => { touch(event.target); later(50); });
  page.addEventListener("click", act);
  page.addEventListener("change", (event) => { if (event.target.matches("[data-picture]") && event.target.files[0]) choosePicture(event.target.files[0]); });
  find("[data-visible]")?.addEventListener("change", (event) => { find("[data-forge-open]").hidden = !event.target.checked; });
  whenElsewhere(name, () => about.id, () => { about.isElsewhere = true; tell(words["other-tab"]); });
  addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", () => { if (document.hidden) keepNow(); });
  addEventListener("wiped", forget);
  addEventListener("shared", showKept);
  addEventListener("beforeprint", () => { if (find("[data-preview-page]") && !isEmpty(answers())) showPreview(true); });
}

async function restore(draft, said) {
  if (facts.desk && draft.source?.front) keptLines ??= await import("./kept-lines.js");
  const { type, ...short } = facts.is === "item" && facts.desk ? { ...draft.tree, id: draft.tree.id ?? about.id, date: draft.tree.date ?? today() } : draft.tree;
  const fields = inFull(facts.inputs, short);
  about = { ...fresh(), id: [draft.id, fields.id].find(isId) ?? about.id, source: draft.source, slug: draft.slug ?? draft.source?.slug ?? "" };
  about.slugIsOwn = Boolean(about.slug);
  if (facts.is === "frame" && typeof type === "string") about.frameType = type;
  if (about.source?.front) showFirst(about.source.front);
  spread(asks, fields);
  showPicture(null, fields.image?.file && !facts.desk ? words["picture-again"] : "");
  const left = leftOver(facts.inputs, fields, answered(), reader);
  if (bodyField) bodyField.value = draft.body + noted(left, fields, words["not-taken"]);
  if (slugField) slugField.value = about.slug;
  tell([left.length ? words["not-taken-lead"] : "", said].filter(Boolean).join(" "));
  if (Object.keys(fields).some((key) => !facts.inputs.find((input) => input.key === key)?.quick)) find(".more")?.setAttribute("open", "");
}

// What the questions show of the file as it is, to tell what changes from then on.
function showFirst(front) {
  const written = keptLines?.fieldsIn(front);
  if (!written) return;
  const whole = (tree) => inFull(facts.inputs, tree);
  spread(asks, whole(written));
  Object.assign(about, { shown: answers(), rewritten: (...given) => keptLines.changed(...given, whole) });
}

// What draws it anew comes along when somebody chooses one. It is called ready once it is in the text.
async function choosePicture(file) {
  keepNow();
  choosing = file;
  find("[data-picture-shown]").replaceChildren();
  find("[data-picture-said]").textContent = words["picture-busy"];
  const { redrawn } = await import("./picture.js");
  const made = await redrawn(file, `${words["picture-file"]}-${about.id}.jpg`, words);
  if (choosing !== file) return; // another was chosen since, or none
  showPicture(made.file, made.said);
  if (!picture) return;
  find("[data-picture-shown]").append(made.shown);
  pictureField("file").value = picture.name;
  isUnsaved = true;
  update();
  find("[data-picture-said]").textContent = made.said;
  pictureField("alt").focus();
}

const pictureField = (key) => asks.querySelector(`[data-key='image'] [data-key='${key}'] [data-value]`);

function showPicture(made, said) {
  picture = made;
  choosing = null;
  if (!find("[data-picture]")) return;
  find("[data-picture-away]").hidden = !picture;
  if (picture) return;
  find("[data-picture]").value = "";
  find("[data-picture-shown]").replaceChildren();
  if (said !== undefined) find("[data-picture-said]").textContent = said;
}

function tell(text) {
  Object.assign(find("[data-restored]"), { textContent: text, hidden: !text });
  find("[data-restored-anew]").hidden = !text;
}

// Other texts on this device come back when somebody asks; none of them is written over.
function offerBack() {
  showEarlier(find("[data-earlier]"), kept(`${name}:`).filter(({ id }) => id !== about.id && id !== handed?.id), words, goOnWith);
}

async function goOnWith(draft) {
  keepNow();
  showConditions(page, asks, true);
  handed = null;
  await restore(draft, words.restored);
  about.isHandedIn = draft.isHandedIn;
  celebrate(null);
  offerBack();
  update();
  asks.querySelector("[data-value]").focus();
}

// What is typed is kept within a second, also by somebody who never pauses. Until then the page has a mark that nobody sees or hears.
const LONGEST_WAIT = 900;
let waiting;
let waitingSince = 0;
function later(milliseconds) {
  const now = performance.now();
  waitingSince ||= now;
  clearTimeout(waiting);
  page.dataset.waits = "";
  waiting = setTimeout(update, Math.max(0, Math.min(milliseconds, waitingSince + LONGEST_WAIT - now)));
}

function soon(event) {
  if (about.isElsewhere) about = { ...about, id: newId(), isElsewhere: false };
  about.isHandedIn = false;
  isUnsaved = true;
  for (const said of page.querySelectorAll("[data-copied], [data-long]")) said.textContent = "";
  if (event.target === slugField) about.slugIsOwn = slugField.value !== "";
  later(250);
}

function keepNow() {
  if (!isUnsaved) return;
  isUnsaved = false;
  const tree = answers();
  if (isEmpty(tree)) drop({ name, id: about.id });
  else showKept(keep(name, draftNow(tree)));
}

const draftNow = (tree = answers()) => ({ id: about.id, tree: { type: about.frameType, ...tree }, body: body(), slug: about.slugIsOwn ? about.slug : undefined, source: about.source, isHandedIn: about.isHandedIn });

function showKept(isKept = true) {
  const said = isKept === false ? words["kept-not"] : isShared() ? words["kept-tab"] : fill(words["kept-until"], { day: dayOf(lastDay({ at: Date.now() })) });
  const place = find("[data-kept]");
  if (place && place.textContent !== said) place.textContent = said;
}

const isEmpty = (tree) => !body() && Object.keys(tree).every((key) => facts.apart.includes(key));

function update() {
  clearTimeout(waiting);
  waitingSince = 0;
  const tree = answers();
  const text = body();
  const empty = isEmpty(tree);
  if (!empty && !checks) return updateLater();
  delete page.dataset.waits;
  about.slug = slugField && about.slugIsOwn ? slugField.value.trim() : addresses.free(slugOf(tree, facts, about.id));
  if (slugField && !about.slugIsOwn) slugField.value = about.slug;
  const found = empty ? [] : [...checks.problems(tree, text, facts).map(inOwnWords), ...(slugField ? addresses.problems(about) : [])];
  showPersonal(found.some((problem) => checks.tellsWho(problem)));
  report(found, empty ? words["nothing-yet"] : found.length ? fill(words.almost, { count: found.length }) : isHalf() ? words["moved-half"] : isWithdrawn(tree) ? words["ready-withdrawn"] : words.ready);
  showCounts(asks, words);
  showMissing(tree, empty);
  find("[data-routes]").hidden = empty || found.length > 0;
  if (!empty && !found.length) offer(tree);
  if (find("[data-preview-page]") && !empty) showPreview();
  return keepNow();
}

// Nobody has looked at what was typed yet, so it is kept and goes nowhere.
function updateLater() {
  page.classList.add("holds-personal");
  keepNow();
  bringChecks().then(update, () => report([], words.dead));
}

// A draft that may say who somebody is goes to nobody, on paper or as a page: neither with our buttons nor with the browser's own way to print.
function showPersonal(isThere) {
  page.classList.toggle("holds-personal", isThere);
  if (find("[data-personal]")) find("[data-personal]").hidden = !isThere;
}

async function mayGoToOthers() {
  await bringChecks();
  update();
  if (page.classList.contains("holds-personal")) find("[data-personal]").focus();
  return !page.classList.contains("holds-personal");
}

// Contributors have no field for exceptions; the desk has.
const inOwnWords = (problem) => (facts.desk || !words[`own-${problem.code}`] ? problem : { ...problem, said: words[`own-${problem.code}`] });

const labels = (inputs) => inputs.map((input) => input.label).join(", ");

// What only the contributor can still tell, and what the desk adds.
function showMissing(tree, empty) {
  const missing = facts.is === "item" && !facts.desk && !empty ? checks.stillMissing(tree, facts).map((key) => facts.inputs.find((input) => input.key === key)) : [];
  const [own, desks] = [missing.filter((input) => input.quick), missing.filter((input) => !input.quick)];
  const beside = isWithdrawn(tree) && about.source ? ending.beside({ path: about.source.path, front_matter: tree, body: body() }) : [];
  const said = [beside.length ? `${words["withdraw-beside"]} ${beside.join(", ")}` : "", own.length ? fill(words["can-still-tell"], { fields: labels(own) }) : "", desks.length ? fill(words["desk-completes"], { fields: labels(desks) }) : ""];
  Object.assign(find("[data-missing]"), { hidden: empty || !said.some(Boolean), textContent: said.join(" ").trim() });
}

// The draft on the page, or the one that was handed in last.
const chosen = (button) => (button.closest("[data-handed]") ? handed : { ...draftNow(), slug: about.slug, text: fileNow().text });
// Of an item that is withdrawn no word stays, whatever stands in the fields.
const isWithdrawn = (tree) => Boolean(ending) && facts.is === "item" && tree.status === "withdrawn";
function fileNow(tree = answers()) {
  const made = fileOf(tree, body(), facts, about);
  return isWithdrawn(tree) ? { ...made, text: ending.tombstone({ id: tree.id, type: facts.type, front_matter: tree, alone_in: about.source?.aloneIn }, today()) } : made;
}
const fileFor = (draft) => fileOfDraft(draft, facts);

function offer(tree) {
  const made = fileNow(tree);
  find("[data-text]").value = made.text;
  find("[data-mail]")?.setAttribute("href", mailTo(facts.mail, subjectOf({ tree, id: about.id }, facts)));
  if (find("[data-share-route]")) find("[data-share-route]").hidden = !mayShare();
  if (facts.forge) offerForge(made);
  offerPicture(tree, made);
  showMoved(tree);
  if (made.isNew) addresses.look(about, update);
}

// A picture goes beside the text: in the mail, or in the folder of its file.
function offerPicture({ image }, { path, isNew }) {
  const file = facts.is === "item" && (picture?.name ?? (isNew ? image?.file : ""));
  find("[data-picture-route]").hidden = !file || !image;
  find("[data-picture-route] [data-save-picture]").hidden = !picture;
  find("[data-picture-how]").textContent = !facts.desk && !picture ? words["picture-again"] : fill(words[facts.desk ? "picture-desk" : "picture-mail"], { file, folder: path.slice(0, path.lastIndexOf("/") + 1) });
}

function offerForge({ path, text, isNew }) {
  const link = find("[data-forge]");
  const isMoved = isNew && Boolean(about.source);
  const isAdded = isNew && !isMoved;
  const goal = isAdded ? newFile(facts.forge, path, text) : { address: oldFile(facts.forge, about.source?.path ?? path), isWhole: false };
  link.href = goal.address;
  link.dataset.whole = goal.isWhole ? "yes" : "";
  link.dataset.path = path;
  link.textContent = fill(words[isAdded ? "forge-open" : "edit-open"], { forge: facts.forge.name });
  find("[data-new-file]").hidden = !isAdded;
  Object.assign(find("[data-old-file]"), { hidden: isAdded, textContent: fill(words[isMoved ? "move-lead" : facts.is === "listed" ? "term-place" : "edit-lead"], { path, old: about.source?.path }) });
}

// Whoever names a page by its old name has to change too.
const isHalf = () => Boolean(about.source) && slugField !== null && about.source.slug !== about.slug && about.namedBy?.length > 0;

async function showWhoNames() {
  if (about.source && !about.namedBy) {
    const { source } = about;
    about.namedBy = [];
    const found = await whoNames(source.slug, facts);
    if (about.source !== source) return;
    about.namedBy = found;
    if (found.length) update();
  }
  showNaming(find("[data-naming]"), isHalf() ? about.namedBy : [], facts);
}

// A page that moves keeps its old address, if somebody says so.
function showMoved(tree) {
  if (find("[data-naming]")) showWhoNames();
  const alias = `/${about.source?.address}`;
  if (!about.source || !slugField || about.source.slug === about.slug || (tree.aliases ?? []).includes(alias)) return;
  Object.assign(find("[data-slug-error]"), { textContent: fill(words["slug-changed"], { slug: about.source.slug, alias }), hidden: false });
}

// From here on what is typed is another contribution; the former stays at hand.
function handedIn(way) {
  const draft = { ...draftNow(), ...(facts.desk ? { slug: about.slug, text: fileNow().text } : {}), isHandedIn: true, way, at: Date.now() };
  keep(name, draft);
  const along = draft.tree.image ? picture : null;
  empty();
  celebrate({ ...draft, name, picture: along });
  offerBack();
}

function celebrate(draft) {
  handed = draft;
  showHanded(find("[data-handed]"), draft, words, draft ? nextOf(draft, facts) : {});
  find("[data-handed] [data-save-picture]").hidden = !draft?.picture;
  if (draft) bringIntoView(find("[data-handed]"));
}

// The fields of a new contribution.
function empty() {
  about = fresh();
  isUnsaved = false;
  untouch();
  spread(asks, {});
  showPicture(null, "");
  if (bodyField) bodyField.value = "";
  begin();
  tell("");
  for (const hidden of page.querySelectorAll("#preview, [data-forge-open]:not([data-always])")) hidden.hidden = true;
  for (const box of page.querySelectorAll("[data-visible]")) box.checked = false;
  update();
}

function forget() {
  for (const box of page.querySelectorAll("[data-conditions] input")) box.checked = false;
  celebrate(null);
  empty();
  offerBack();
  find("h1").scrollIntoView();
}

function refused(sentence) {
  (find("[data-copied]") ?? find("[data-long]")).textContent = sentence;
  find("[data-text]").closest("details").open = true;
}

const ACTS = {
  add: (button) => addRow(button.closest("[data-key]")).querySelector("input, textarea")?.focus(),
  remove: (button) => {
    const ask = button.closest("[data-key]");
    button.closest("[data-row]").remove();
    if (!rowsOf(ask).length) addRow(ask);
    ask.querySelector("[data-add]").focus();
    isUnsaved = true;
    update();
  },
  copyText: async (button) => {
    const draft = chosen(button);
    if (!(await copy(toCopy(draft, facts)))) return refused(words["copy-failed"]);
    return draft === handed ? celebrate({ ...handed, way: "copied" }) : handedIn("copied");
  },
  saveText: (button) => {
    const draft = chosen(button);
    const { path, text } = fileFor(draft);
    save(path.slice(path.lastIndexOf("/") + 1), text);
    return draft === handed ? celebrate({ ...handed, way: "saved" }) : handedIn("saved");
  },
  shareText: async (button) => {
    const draft = chosen(button);
    const { path, text } = fileFor(draft);
    const beside = draft === handed ? draft.picture : draft.tree.image && picture;
    const files = [asFile(path, text), ...(beside ? [beside] : [])];
    if (!(await share({ title: subjectOf(draft, facts), text: fill(words["share-with"], { mail: facts.mail }), files }))) return refused(words["share-failed"]);
    return draft === handed ? undefined : handedIn("shared");
  },
  savePicture: (button) => {
    const file = button.closest("[data-handed]") ? handed.picture : picture;
    saveBlob(file.name, file);
  },
  dropPicture: () => {
    showPicture(null, "");
    for (const field of asks.querySelectorAll("[data-key='image'] [data-value]")) field.value = "";
    isUnsaved = true;
    update();
    find("[data-picture]").focus();
  },
  forge: async (link, event) => {
    if (link.dataset.whole) return handedIn("forge");
    event.preventDefault();
    const { text, isNew } = fileFor(chosen(link));
    return (await copy(text)) ? handedIn(isNew ? "paste" : "edit") : refused(words["copy-failed"]);
  },
  mend: () => goOnWith(handed),
  anew: () => {
    keepNow();
    celebrate(null);
    if (!isEmpty(answers())) empty();
    offerBack();
    asks.querySelector("[data-value]").focus();
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
    if (!(await mayGoToOthers())) return;
    await showPreview();
    document.body.classList.add("prints-draft");
    addEventListener("afterprint", () => document.body.classList.remove("prints-draft"), { once: true });
    print();
  },
  saveDraft: async () => {
    if (!(await mayGoToOthers())) return;
    await showPreview();
    save(`${words["draft-mark"].toLowerCase()}-${about.slug}.html`, looks.standalone(find("[data-preview-page]"), words), "text/html");
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
  if (!checks) await bringChecks();
  await looks.show(find("[data-preview-page]"), () => looks.preview(answers(), body(), facts), facts, isAtOnce);
}

start();
