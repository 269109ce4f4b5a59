// The desk pasted rows of a table: it says what they are and what each column is, and gets a draft of every row, in the form and in one file.
import { keep } from "./drafts.js";
import { everyday } from "./everyday.js";
import { today } from "./file.js";
import { write } from "./front-matter.js";
import { json } from "./records.js";
import { fill } from "./sentences.js";
import { newId, slugFrom } from "./slug.js";
import { draftFrom, keysOf } from "./table.js";
import { zip } from "./zip.js";

const MOST_NAMED = 30;

// Shows what was read of a table in its box; `whenMade` runs once there are drafts.
export function offerRows(box, rows, { facts, site, whenMade }) {
  const find = (name) => box.querySelector(`[data-table-${name}]`);
  const { words } = facts;
  const isNamed = find("named");
  isNamed.checked = keysOf(rows[0], facts.names).some(Boolean);
  const show = () => {
    const columns = facts.columns[find("type").value];
    const count = rows.length - (isNamed.checked ? 1 : 0);
    find("count").textContent = fill(words["table-count"], { count });
    find("columns").replaceChildren(...rows[0].slice(0, MOST_NAMED).map((head, place) => column(head, place, rows, isNamed.checked, { ...facts, columns })));
  };
  isNamed.onchange = show;
  find("type").onchange = show;
  find("make").onclick = async () => {
    const heads = isNamed.checked ? rows[0] : rows[0].map(() => "");
    const keys = [...find("columns").querySelectorAll("select")].map((select) => select.value);
    const known = { slugs: await slugsOf(keys, facts.lists, site), day: everyday(facts.everyday).date };
    whenMade(made(rows.slice(isNamed.checked ? 1 : 0), heads, keys, known, find("type").value));
  };
  show();
  box.hidden = false;
  find("type").focus();
}

function column(head, place, rows, isNamed, { names, words, columns }) {
  const label = document.createElement("label");
  const select = document.createElement("select");
  const said = isNamed ? head : rows[0][place];
  const [key] = isNamed ? keysOf([head], names) : [""];
  select.append(new Option(words["table-into-text"], ""), ...columns.map(([each, name]) => new Option(name, each, each === key, each === key)));
  label.append(Object.assign(document.createElement("span"), { textContent: `${place + 1}. ${said.slice(0, 60)}` }), select);
  return label;
}

// Names of networks, themes and others as readers know them, with their names in files.
async function slugsOf(keys, lists, site) {
  const wanted = keys.filter((key) => lists.includes(key.replaceAll("_", "-")));
  const found = await Promise.all(wanted.map((key) => json(site, `${key.replaceAll("_", "-")}.json`)));
  return Object.fromEntries(wanted.map((key, place) => [key, Object.fromEntries((found[place] ?? []).flatMap(({ slug, name }) => [[name.toLowerCase(), slug], [slug, slug]]))]));
}

function made(rows, heads, keys, known, type) {
  return rows.map((cells) => {
    const { tree, body } = draftFrom(cells, heads, keys, known);
    const whole = { id: newId(), type, ...tree, date: tree.date ?? today(), status: "draft" };
    keep(`desk/${type}`, { id: whole.id, tree: whole, body, isHandedIn: false });
    return { name: `${slugFrom(String(tree.title ?? "").slice(0, 100)) || `${type}-${whole.id}`}.md`, text: write(whole, body) };
  });
}

// The drafts as one file; of two with one name the second gets a number.
export function asOne(drafts) {
  const taken = new Map();
  return zip(drafts.map(({ name, text }) => {
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    return [count > 1 ? name.replace(/\.md$/, `-${count}.md`) : name, text];
  }));
}
