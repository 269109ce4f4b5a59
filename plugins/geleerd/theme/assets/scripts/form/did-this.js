// "We did this too": three answers that become an entry of `applied_by`, for the desk to add.
import { keep, kept } from "./drafts.js";
import { everyday } from "./everyday.js";
import { checksFor, factsOn } from "./facts.js";
import { collect, spread } from "./fields.js";
import { write } from "./front-matter.js";
import { copy, mailTo, save } from "./hand-in.js";
import { idAt, idIn, item } from "./records.js";
import { reporter } from "./report.js";
import { fill } from "./sentences.js";
import { keepForLater } from "../offline.js";
import { offerChoices } from "../on-device.js";

const page = document.querySelector("[data-did]");
const facts = factsOn(page);
const { problems } = await checksFor(facts);
const { words } = facts;
const find = (selector) => page.querySelector(selector);
const asks = find("[data-asks]");
const which = find("#f-which");

const reader = everyday(facts.everyday);
const answers = () => collect(asks, reader);

let id = idIn(new URLSearchParams(location.search).get("l") ?? "");

async function look() {
  const record = await item(facts.site, id);
  if (!record) id = "";
  const about = find("[data-about]");
  about.hidden = !record;
  about.textContent = record ? fill(words["did-about"], { title: record.front_matter.title ?? record.id }) : "";
  find("[data-which]").hidden = Boolean(record);
  const asked = which.value.trim();
  Object.assign(find("[data-which-error]"), { textContent: words["did-unknown"], hidden: Boolean(record) || !asked });
  update();
}

const file = () => write({ id, applied_by: [answers()] });

const { touch, report } = reporter(page, facts, { asks, body: null, slug: null });

function update() {
  const tree = answers();
  const isEmpty = Object.keys(tree).length === 0;
  const found = isEmpty ? [] : problems(tree, "", facts);
  const state = isEmpty ? words["nothing-yet"] : !id ? words["did-which"] : found.length ? fill(words.almost, { count: found.length }) : words.ready;
  report(found, state);
  find("[data-routes]").hidden = isEmpty || !id || found.length > 0;
  find("[data-text]").value = file();
  find("[data-mail]")?.setAttribute("href", mailTo(facts.mail, fill(words["did-subject"], { id })));
}

// What was typed about this contribution is kept at once: it is three short answers.
const NAME = "did";
const keepNow = (isHandedIn = false) => keep(NAME, { id: id || "new", tree: answers(), body: "", isHandedIn });
const before = () => kept(`${NAME}:`).find((draft) => draft.id === (id || "new") && !draft.isHandedIn);

function typed() {
  keepNow();
  update();
}

addEventListener("wiped", () => { spread(asks, {}); update(); });
asks.addEventListener("input", typed);
asks.addEventListener("focusout", (event) => { touch(event.target); update(); });
which.addEventListener("change", async () => { id = await idAt(facts.site, which.value); look(); });
find("[data-copy-text]")?.addEventListener("click", async () => {
  const done = await copy(`${file()}\n${words["end-mark"]}\n`);
  if (done) keepNow(true);
  find("[data-copied]").textContent = words[done ? "copied" : "copy-failed"];
  if (!done) find("[data-text]").closest("details").open = true;
});
find("[data-save-text]")?.addEventListener("click", () => save(`${words["did-title"].toLowerCase().replaceAll(" ", "-")}-${id}.md`, file()));
spread(asks, before()?.tree ?? {});
await look();
page.dataset.ready = "";
offerChoices(page);
keepForLater(new URL(facts.site, location.href), facts.offline);
