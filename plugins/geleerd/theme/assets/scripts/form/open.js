// The desk opens something: pasted text, a file, or a page of this site. It goes on to the form of its kind.
import { calledOf } from "./draft.js";
import { handOver as store, kept, turnTo } from "./drafts.js";
import { frontOf, read, Unreadable } from "./read.js";
import { idAt, idIn, item, json, pathOn } from "./records.js";
import { fill } from "./sentences.js";
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

function handOver(opened) {
  if (!store(opened)) return say(words["no-storage"]);
  return location.assign(facts.forms[opened.type]);
}

// The file that a record came from, with the front matter as it was written.
const sourceOf = (record, front = record.front) => ({ path: record.path, address: record.address, slug: record.path.slice(record.path.lastIndexOf("/") + 1, -3), front: front ?? undefined });

// The page of which somebody was asked to paste the whole file, since not all of it is on the site.
let asked = null;

async function openText(text) {
  const { tree, body, left, mended } = read(text, facts.names);
  const front = mended ? undefined : frontOf(text);
  const record = (await item(site, typeof tree.id === "string" ? tree.id : "")) ?? (asked && !tree.id ? asked : null);
  if (record && Object.hasOwn(facts.forms, record.type) && (!tree.type || tree.type === record.type || asked === record)) return openAgain(record, { tree, body, left, mended, front });
  if (Object.hasOwn(facts.forms, tree.type ?? "")) return handOver({ type: tree.type, tree, body, left, mended });
  // An answer to "we did this too" is an addition to an item that is there already.
  return say(words["open-unreadable"]);
}

// What came in about a page that is online already. A whole file takes its place; what a contributor sent says less, and the rest stays as it is.
function openAgain(record, { tree, body, left, mended, front }) {
  const isWhole = asked?.path === record.path || (!record.front && tree.status !== "draft");
  if (isWhole) return handOver({ type: record.type, tree, body, left, mended, source: sourceOf(record, front) });
  // An answer to "we did this too" is an addition.
  const applied = Array.isArray(tree.applied_by) && !tree.title && !tree.type ? [...(record.front_matter.applied_by ?? []), ...tree.applied_by] : tree.applied_by;
  const { status, date, ...said } = { ...tree, applied_by: applied };
  const told = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  return openRecord({ ...record, front_matter: { ...record.front_matter, ...told }, body: body || record.body }, true);
}

// What is in the file but not on the site would get lost: then only the file itself will do.
const labelOf = (key) => Object.keys(facts.names.keys).find((label) => facts.names.keys[label] === key) ?? key;

function openRecord(record, isAgain = false) {
  const isWhole = record.front || !record.path.endsWith(".md");
  asked = isWhole ? null : record;
  if (!isWhole) return say(fill(words["open-hidden"], { keys: record.hidden?.length ? record.hidden.map(labelOf).join(", ") : words["open-comments"], path: record.path }));
  return handOver({ type: record.type, tree: record.front_matter, body: record.body, isAgain, source: sourceOf(record) });
}

async function textOf(file) {
  if (file.size > LARGEST) throw new Unreadable("too-long");
  return file.text();
}

async function openLink(link) {
  const path = pathOn(site, link);
  const id = await idAt(site, link);
  const record = id ? await item(site, id) : path && (await frameAt(path));
  return record ? openRecord(record) : say(words["open-not-found"]);
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
const busy = kept("desk/").filter((draft) => !draft.isHandedIn && Object.hasOwn(facts.forms, typeOf(draft)));
page.querySelector("[data-busy]").hidden = busy.length === 0;
page.querySelector("[data-busy-list]").replaceChildren(...busy.map((draft) => {
  const link = Object.assign(document.createElement("a"), { href: facts.forms[typeOf(draft)], textContent: calledOf(draft) });
  link.addEventListener("click", () => turnTo(draft.name, draft.id));
  const row = document.createElement("li");
  row.append(link);
  return row;
}));
page.dataset.ready = "";
offerChoices(page);
addEventListener("wiped", () => location.reload());
keepForLater(new URL(site, location.href), facts.offline);
