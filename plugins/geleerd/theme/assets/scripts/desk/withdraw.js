// The desk withdraws an item in a browser: the one file that changes, ready to put in the place of the old one.
import { offered } from "./offered.js";
import { beside, tombstone } from "./tombstone.js";
import { today } from "../form/file.js";
import { oldFile } from "../form/hand-in.js";
import { idAt, json } from "../form/records.js";
import { fill } from "../form/sentences.js";

const { site, forge, words } = JSON.parse(document.querySelector("[data-open] [data-facts]").textContent);
const box = document.querySelector("[data-withdraw]");
const find = (name) => box.querySelector(`[data-withdraw-${name}]`);

function refuse(text) {
  Object.assign(find("error"), { textContent: text, hidden: false });
  find("made").hidden = true;
}

async function make() {
  find("error").hidden = true;
  const id = await idAt(site, find("link").value.trim());
  const record = id ? await json(site, `items/${id}.json`) : null;
  if (record?.status === "withdrawn") return refuse(words["withdraw-done-before"]);
  return record?.front_matter ? show(record) : refuse(words["open-not-found"]);
}

function show(record) {
  find("lead").textContent = fill(words["withdraw-lead"], { path: record.path });
  find("text").value = tombstone(record, today());
  find("said").textContent = "";
  Object.assign(find("edit"), { hidden: !forge, href: forge ? oldFile(forge, record.path) : "#withdraw", textContent: forge ? fill(words["withdraw-edit"], { forge: forge.name }) : "" });
  const files = beside(record);
  find("beside").hidden = files.length === 0;
  find("beside").querySelector("ul").replaceChildren(...files.map((path) => Object.assign(document.createElement("li"), { textContent: path })));
  find("elsewhere").textContent = fill(words["withdraw-elsewhere"], { id: record.id });
  find("made").hidden = false;
  find("made").focus();
}

offered(find, { make, last: "link", made: "text", said: "withdraw-copied" }, words);
box.dataset.ready = "";
