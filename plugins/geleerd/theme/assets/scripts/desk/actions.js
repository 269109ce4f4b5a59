// The desk changes many files in one action. Not all of their texts are on the site, so the command does it where the files are: this makes its
// line, says which contributions it touches, and leads to the page of the forge that runs it and proposes what it changed.
import { offered } from "./offered.js";
import { showNaming, whoNames } from "../form/naming.js";
import { idAt, item, json, pathOn } from "../form/records.js";
import { fill } from "../form/sentences.js";
import { slugFrom } from "../form/slug.js";

const { site, forge, change, words, lists } = JSON.parse(document.querySelector("[data-open] [data-facts]").textContent);
const box = document.querySelector("[data-actions]");
const find = (name) => box.querySelector(`[data-action-${name}]`);
const FOLDER = /^[a-z0-9][a-z0-9/_-]{0,200}$/;
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

class Refused extends Error {}

// What stands at a link: its address as commands take it, its file, and the key with which items name it.
async function at(link) {
  const id = await idAt(site, link);
  const record = id ? await item(site, id) : null;
  if (record) return { name: id, id, path: record.path };
  const path = (pathOn(site, link) ?? "").replace(/\/$/, "");
  for (const list of path ? lists : []) {
    const found = ((await json(site, `${list}.json`)) ?? []).find((each) => each.address.replace(/\/$/, "") === path);
    if (found) return { name: path, slug: found.slug, path: found.path, belonging: list.replaceAll("-", "_") };
  }
  throw new Refused(words["open-not-found"]);
}

const LINES = {
  rename: async (what, to) => `rename ${what.name} ${slugFrom(to) || refuse()}`,
  merge: async (what, to) => {
    const other = await at(to);
    return what.slug && other.belonging === what.belonging && other.slug !== what.slug ? `merge ${what.name} ${other.name}` : refuse();
  },
  move: async (what, to) => (what.id && FOLDER.test(to) && !to.includes("//") ? `move ${what.id} ${to}` : refuse()),
  review: async (what, to) => (DATE.test(to) ? `review --by ${to} ${what.name}` : refuse()),
};

const refuse = () => { throw new Refused(words["action-wrong"]); };

async function make() {
  find("error").hidden = true;
  find("made").hidden = true;
  try {
    const what = await at(find("link").value.trim());
    const line = await LINES[find("which").value](what, find("to").value.trim());
    await show(line, what);
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    Object.assign(find("error"), { textContent: problem.message, hidden: false });
  }
}

async function show(line, what) {
  find("line").value = line;
  find("said").textContent = "";
  find("lead").textContent = forge ? fill(words["action-lead"], { forge: forge.name }) : words["action-terminal"];
  Object.assign(find("run"), { hidden: !forge, href: change.endsWith("=") ? change + encodeURIComponent(line) : change, textContent: forge ? fill(words["action-run"], { forge: forge.name }) : "" });
  find("file").textContent = line.startsWith("review") && what.slug ? "" : fill(words["action-file"], { path: what.path });
  const named = what.slug ? await whoNames(what.slug, { site, belonging: what.belonging }) : [];
  showNaming(find("named"), named, { site, words: { "moved-names": words["action-named"] } });
  find("made").hidden = false;
  find("made").focus();
}

find("which").addEventListener("change", () => {
  find("asks").textContent = words[`action-to-${find("which").value}`];
  find("made").hidden = true;
});
offered(find, { make, last: "to", made: "line", said: "action-copied" }, words);
box.dataset.ready = "";
