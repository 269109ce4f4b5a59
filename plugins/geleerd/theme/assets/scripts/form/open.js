// The desk opens something: pasted text, a file, or a page of this site. It goes on to the form of its kind.
import { read } from "./read.js";
import { fill } from "./sentences.js";

const page = document.querySelector("[data-open]");
const facts = JSON.parse(page.querySelector("[data-facts]").textContent);
const { words, site } = facts;
const error = page.querySelector("[data-open-error]");

const say = (text) => {
  Object.assign(error, { textContent: text, hidden: false });
  error.scrollIntoView({ block: "center" });
};

function handOver(opened) {
  sessionStorage.setItem("geleerd:open", JSON.stringify(opened));
  location.assign(facts.forms[opened.type]);
}

const json = async (path) => {
  const answer = await fetch(`${site}api/v1/${path}`);
  return answer.ok ? answer.json() : null;
};

const sourceOf = (record) => ({ path: record.path, address: record.address, slug: record.path.slice(record.path.lastIndexOf("/") + 1, -3) });

async function openText(text) {
  const { tree, body } = await parsed(text);
  if (facts.forms[tree.type]) return handOver({ type: tree.type, tree, body });
  // An answer to "we did this too" is an addition to an item that is there already.
  const record = tree.applied_by && /^[0-9a-z]{6}$/.test(tree.id ?? "") ? await json(`items/${tree.id}.json`) : null;
  if (!record) return say(words["open-unreadable"]);
  const applied = [...(record.front_matter.applied_by ?? []), ...tree.applied_by];
  return handOver({ type: record.type, tree: { ...record.front_matter, applied_by: applied }, body: record.body, source: sourceOf(record) });
}

async function parsed(text) {
  await import(new URL(facts.vendor, document.baseURI));
  return read(text, window.jsyaml);
}

async function openLink(link) {
  const address = new URL(link, document.baseURI);
  const home = new URL(site, document.baseURI);
  const path = address.href.startsWith(home.href) ? address.href.slice(home.href.length).split(/[?#]/)[0] : address.pathname.slice(1);
  const id = /^l\/([0-9a-z]{6})\/?$/.exec(path)?.[1] ?? (await idAt(new URL(path, home)));
  const record = id ? await json(`items/${id}.json`) : await frameAt(path);
  if (!record) return say(words["open-not-found"]);
  return handOver({ type: record.type, tree: record.front_matter, body: record.body, source: sourceOf(record) });
}

// An item's own page says its permalink.
async function idAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) return null;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("article.item [data-field='id'] a");
  return /l\/([0-9a-z]{6})\//.exec(found?.getAttribute("href") ?? "")?.[1] ?? null;
}

async function frameAt(path) {
  for (const list of facts.lists) {
    const found = ((await json(`${list}.json`)) ?? []).find((record) => record.address.replace(/\/$/, "") === path.replace(/\/$/, ""));
    if (found) return found;
  }
  return null;
}

const guarded = (run) => async () => {
  error.hidden = true;
  try {
    await run();
  } catch (problem) {
    say(problem.line > 1 ? fill(words["open-yaml"], { line: problem.line }) : words["open-unreadable"]);
  }
};

page.querySelector("[data-open-paste]").addEventListener("click", guarded(() => openText(page.querySelector("[data-paste]").value)));
page.querySelector("[data-open-file]").addEventListener("change", (event) => guarded(async () => openText(await event.target.files[0].text()))());
page.querySelector("[data-open-link]").addEventListener("click", guarded(() => openLink(page.querySelector("[data-link]").value.trim())));
page.dataset.ready = "";
