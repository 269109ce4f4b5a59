// Markdown as the site will show it. A worker reads it; until that has answered, and where it cannot, the text stands there as it was typed.
import { safe } from "./safe.js";

// Milliseconds that a text may take. An article takes a few; what takes longer was made to take long.
const PATIENCE = 4_000;
// What begins with this stands in the text, so that nothing in it has the name of a part of the page.
const OWN = "text-";

const known = new Map();
const wanted = new Map();
const used = new Set();
let worker;
let asked = 0;

// The nodes of a text. `facts` are those of the form; a field has no headings, images and footnotes.
export function rendered(text, facts, { isField = false } = {}) {
  const key = `${isField}${text}`;
  used.add(key);
  const html = known.get(key);
  if (html === undefined) wanted.set(key, { text, isField });
  return html ? named(safe(html, facts.markdown.allowed, leadsOn(facts.site)), facts.markdown) : plainly(text);
}

// Reads what was asked for; whether there is anything new to show.
export async function read({ markdown: { titles } }) {
  for (const key of known.keys()) if (!used.has(key)) known.delete(key);
  used.clear();
  const texts = [...wanted];
  if (!texts.length) return false;
  wanted.clear();
  const answers = await answered(texts.map(([, each]) => each), titles);
  for (const [place, [key]] of texts.entries()) known.set(key, answers?.[place] ?? null);
  return true;
}

// Nothing at all when the worker does not come, or cannot end.
function answered(texts, titles) {
  worker ??= new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const own = worker;
  const number = (asked += 1);
  return new Promise((done) => {
    const stop = () => { own.terminate(); if (worker === own) worker = undefined; done(null); };
    const late = setTimeout(stop, PATIENCE);
    own.addEventListener("error", () => { clearTimeout(late); stop(); }, { once: true });
    own.addEventListener("message", ({ data }) => { if (data.number === number) { clearTimeout(late); done(data.answers); } });
    own.postMessage({ number, asked: texts, titles });
  });
}

function plainly(text) {
  const fragment = document.createDocumentFragment();
  for (const part of text.split(/\n\s*\n/)) fragment.append(Object.assign(document.createElement("p"), { textContent: part }));
  return fragment;
}

// A link to a file leads nowhere from here, and no picture is here; both show their words.
const leadsOn = (site) => (tag, written) => {
  if (tag === "img") return null;
  if (/^\s*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(written)) return written;
  if (written.startsWith("#")) return `#${OWN}${written.slice(1)}`;
  return written.startsWith("/") ? new URL(`${site}${written.slice(1)}`, document.baseURI).href : null;
};

function named(fragment, words) {
  for (const element of fragment.querySelectorAll("[id]")) element.id = OWN + element.id;
  for (const link of fragment.querySelectorAll("a[href]")) link.rel = "noopener";
  for (const box of fragment.querySelectorAll("input")) showTask(box, words.tasks);
  for (const back of fragment.querySelectorAll(".footnote-backref")) back.setAttribute("aria-label", words.back.replace("{}", /\d+/.exec(back.hash)?.[0] ?? ""));
  for (const notes of fragment.querySelectorAll(".footnotes")) {
    notes.setAttribute("role", "doc-endnotes");
    notes.setAttribute("aria-label", words.footnotes);
  }
  return fragment;
}

function showTask(box, [open, done]) {
  box.setAttribute("aria-label", box.defaultChecked ? done : open);
  const task = box.closest("li");
  task?.classList.add("task-list-item");
  task?.parentElement?.classList.add("task-list");
}
