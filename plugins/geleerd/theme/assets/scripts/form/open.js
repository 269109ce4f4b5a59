// The desk opens something: pasted text, a file, or a page of this site. It goes on to the form of its kind.
import { calledOf, isId } from "./draft.js";
import { handOver as store, keep, kept, turnTo } from "./drafts.js";
import { saveBlob } from "./hand-in.js";
import { apart } from "./mail.js";
import { frontOf, read, Unreadable } from "./read.js";
import { questionsIn } from "./reader-question.js";
import { idAt, idIn, item, json, pathOn } from "./records.js";
import { asOne, offerRows } from "./rows.js";
import { fill } from "./sentences.js";
import { newId } from "./slug.js";
import { table } from "./table.js";
import { keepForLater } from "../offline.js";
import { offerChoices } from "../on-device.js";

// Bytes of the largest file that is worth reading.
const LARGEST = 2_000_000;

const page = document.querySelector("[data-open]");
const facts = JSON.parse(page.querySelector("[data-facts]").textContent);
const { words, site } = facts;
const error = page.querySelector("[data-open-error]");

const say = (text) => {
  Object.assign(error, { textContent: text, hidden: false });
  error.scrollIntoView({ block: "center" });
};

// Takes what was opened to its form.
function handOver(opened) {
  if (!store(opened)) return say(words["no-storage"]);
  return location.assign(facts.forms[opened.type]);
}

// Of several contributions each waits in a list until somebody opens it.
function keepAll(all) {
  for (const { type, tree, body, source } of all) keep(`desk/${type}`, { id: isId(tree.id) ? tree.id : newId(), tree, body, source, isHandedIn: false });
  showBusy();
}

// The file that a record came from, with the front matter as it was written.
const sourceOf = (record, front = record.front) => ({ path: record.path, address: record.address, aloneIn: record.alone_in, slug: record.path.slice(record.path.lastIndexOf("/") + 1, -3), front: front ?? undefined });

// The page of which somebody was asked to paste the whole file, since not all of it is on the site.
let asked = null;

async function openText(text) {
  const rows = table(text);
  if (rows) return offerRows(page.querySelector("[data-table]"), rows, { facts, site, whenMade: showMade });
  const question = await withQuestions(text);
  if (question) return handOver(question);
  const texts = apart(text);
  if (texts.length === 1) return handOver(await opened(text));
  const all = [];
  for (const [place, each] of texts.entries()) {
    try {
      all.push(await opened(each));
    } catch (problem) {
      return say(fill(words["open-one-of"], { number: place + 1, count: texts.length, cause: reason(problem) }));
    }
  }
  keepAll(all);
  return announce(fill(words["open-many"], { count: all.length }));
}

function announce(text) {
  page.querySelector("[data-made-said]").textContent = text;
  page.querySelector("[data-made]").hidden = false;
  page.querySelector("[data-busy]").scrollIntoView({ block: "center" });
}

function showMade(drafts) {
  const button = page.querySelector("[data-made-save]");
  page.querySelector("[data-table]").hidden = true;
  showBusy();
  announce(fill(words["table-made"], { count: drafts.length }));
  button.hidden = false;
  button.onclick = () => saveBlob(`${words["table-file"]}.zip`, asOne(drafts));
}

async function opened(text) {
  const { tree, body, left, mended } = read(text, facts.names);
  const front = mended ? undefined : frontOf(text);
  const record = (await item(site, typeof tree.id === "string" ? tree.id : "")) ?? (asked && !tree.id ? asked : null);
  if (record && Object.hasOwn(facts.forms, record.type) && (!tree.type || tree.type === record.type || asked === record)) return again(record, { tree, body, left, mended, front });
  if (Object.hasOwn(facts.forms, tree.type ?? "")) return { type: tree.type, tree, body, left, mended };
  throw new Unreadable("no-type");
}

// What came in about a page that is online already. A whole file takes its place; what a contributor sent says less, and the rest stays as it is.
function again(record, { tree, body, left, mended, front }) {
  const isAsked = asked?.path === record.path;
  if (isAsked || (tree.type && tree.status !== "draft")) return { type: record.type, tree, body, left, mended, source: sourceOf(record, isAsked ? front : record.front ?? front) };
  // An answer to "we did this too" is an addition.
  const applied = Array.isArray(tree.applied_by) && !tree.title && !tree.type ? [...(record.front_matter.applied_by ?? []), ...tree.applied_by] : tree.applied_by;
  const { status, date, ...said } = { ...tree, applied_by: applied };
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return { ...whole({ ...record, front_matter: { ...record.front_matter, ...told }, body: body || record.body }), left, isAgain: true };
}

// What a reader asks about an item is a question by which others may look for it.
async function withQuestions(text) {
  const { id, questions } = questionsIn(text) ?? {};
  const record = await item(site, id ?? "");
  if (!record || !Object.hasOwn(facts.forms, record.type)) return null;
  const all = new Set([...(record.front_matter.questions ?? []), ...questions]);
  return { ...whole({ ...record, front_matter: { ...record.front_matter, questions: [...all] } }), isAgain: true };
}

const labelOf = (key) => Object.keys(facts.names.keys).find((label) => facts.names.keys[label] === key) ?? key;

function whole(record) {
  const isWhole = record.front || !record.path.endsWith(".md");
  asked = isWhole ? null : record;
  if (!isWhole) throw new Unreadable("hidden", 0, fill(words["open-hidden"], { keys: record.hidden?.length ? record.hidden.map(labelOf).join(", ") : words["open-comments"], path: record.path }));
  return { type: record.type, tree: record.front_matter, body: record.body, source: sourceOf(record) };
}

async function textOf(file) {
  if (file.size > LARGEST) throw new Unreadable("too-long");
  return file.text();
}

async function openLink(link) {
  const path = pathOn(site, link);
  const id = await idAt(site, link);
  const record = id ? await item(site, id) : path && (await frameAt(path));
  return record ? handOver(whole(record)) : say(words["open-not-found"]);
}

async function frameAt(path) {
  for (const list of facts.lists) {
    const found = ((await json(site, `${list}.json`)) ?? []).find((record) => record.address.replace(/\/$/, "") === path.replace(/\/$/, ""));
    if (found) return found;
  }
  return null;
}

const guarded = (run) => async () => {
  error.hidden = true;
  try {
    await run();
  } catch (problem) {
    say(reason(problem));
  }
};

function reason({ code, line, text, isLong }) {
  if (isLong) return words["open-long"];
  if (code === "hidden") return text;
  if (!facts.causes[code]) return words["open-unreadable"];
  const cause = fill(facts.causes[code], { text: text.slice(0, 80), key: "", first: "", name: "", tag: "" });
  return fill(words["open-yaml"], { line, text: text.slice(0, 80) || "---", cause });
}

page.querySelector("[data-open-paste]").addEventListener("click", guarded(() => openText(page.querySelector("[data-paste]").value)));
page.querySelector("[data-open-file]").addEventListener("change", (event) => guarded(async () => openText(await textOf(event.target.files[0])))());
page.querySelector("[data-link]").addEventListener("keydown", (event) => { if (event.key === "Enter") page.querySelector("[data-open-link]").click(); });
page.querySelector("[data-open-link]").addEventListener("click", guarded(() => openLink(page.querySelector("[data-link]").value.trim())));

// A mail that is no file yet: the desk chooses what it is, and the text goes along.
for (const way of page.querySelectorAll("[data-way]")) {
  way.addEventListener("click", (event) => {
    const text = page.querySelector("[data-paste]").value.trim();
    if (!text || way.dataset.way === "term") return;
    event.preventDefault();
    handOver({ type: way.dataset.way, tree: {}, body: text });
  });
}

const typeOf = (draft) => draft.name.slice("desk/".length);

// What the desk was busy with on this device.
function showBusy() {
  const busy = kept("desk/").filter((draft) => !draft.isHandedIn && Object.hasOwn(facts.forms, typeOf(draft)));
  page.querySelector("[data-busy]").hidden = busy.length === 0;
  page.querySelector("[data-busy-list]").replaceChildren(...busy.map((draft) => {
    const link = Object.assign(document.createElement("a"), { href: facts.forms[typeOf(draft)], textContent: calledOf(draft) });
    link.addEventListener("click", () => turnTo(draft.name, draft.id));
    const row = document.createElement("li");
    row.append(link);
    return row;
  }));
}

showBusy();
page.dataset.ready = "";
offerChoices(page);
addEventListener("wiped", () => location.reload());
keepForLater(new URL(site, location.href), facts.offline);
