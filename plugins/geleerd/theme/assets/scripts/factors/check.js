// The self-check: what somebody answers stays on their device, until they copy the address that holds it: `#check=ambitie:2,sfeer:0`.
import { device } from "../storage.js";

const root = document.querySelector("[data-check]");
const words = JSON.parse(root.dataset.words);
const find = (name) => root.querySelector(`[data-${name}]`);
const slugs = [...root.querySelectorAll("[data-factor]")].map((asked) => asked.dataset.factor);
const [KEPT, TICKED] = ["self-check", "self-check-ticks"];
const MOST_WEAK = 3;
const STRONG = 2;

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, key) => values[key] ?? "");
const text = (value) => (typeof value === "string" ? value : null);

let answers = {};

// The answers in a text, those of factors that are here; `lost` counts what is none.
function read(written) {
  const found = {};
  let lost = 0;
  for (const part of written.split(",").filter(Boolean).slice(0, 500)) {
    const [, slug, answer] = /^(.*):([012])$/.exec(part) ?? [];
    if (slugs.includes(slug)) found[slug] = Number(answer);
    else lost += 1;
  }
  return { found, lost };
}

const write = () => slugs.filter((slug) => slug in answers).map((slug) => `${slug}:${answers[slug]}`).join(",");

// The weakest of those that somebody answered, in the order of the source where they are as weak.
const weakest = () => slugs.filter((slug) => answers[slug] < STRONG).sort((a, b) => answers[a] - answers[b]).slice(0, MOST_WEAK);

function show() {
  for (const radio of root.querySelectorAll("[data-factor] input")) radio.checked = answers[radio.name] === Number(radio.value);
  const answered = Object.keys(answers).length;
  const weak = weakest();
  root.toggleAttribute("data-answered", answered > 0);
  find("told").textContent = answered ? filled(weak.length ? words.some : words.strong, { answered, all: slugs.length }) : find("told").dataset.unanswered;
  for (const slug of weak) find("weakest").append(root.querySelector(`[data-weak="${CSS.escape(slug)}"]`));
  for (const section of root.querySelectorAll("[data-weak]")) section.hidden = answered > 0 && !weak.includes(section.dataset.weak);
}

function open() {
  const asked = /^#check=(.*)$/s.exec(location.hash)?.[1];
  const { found, lost } = read(asked === undefined ? device.get(KEPT, text) ?? "" : decoded(asked));
  answers = found;
  show();
  if (asked !== undefined && lost) find("status").textContent = words.lost;
}

const decoded = (written) => { try { return decodeURIComponent(written); } catch { return ""; } };

// Answers of somebody else in an address are no longer theirs once they change; what was on the device gives way only then.
function keep() {
  device.set(KEPT, write());
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  show();
}

// The lists on the other sheets are to be ticked too, by one person.
function ticks() {
  const boxes = [...root.querySelectorAll("[data-sheet] li input[type=checkbox]")];
  const kept = device.get(TICKED, (list) => (Array.isArray(list) ? list : null)) ?? [];
  for (const box of boxes) {
    const label = document.createElement("label");
    const parts = [...box.parentElement.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE || node.matches?.("input, a, em, strong, code"));
    parts[0].before(label);
    label.append(...parts);
    box.removeAttribute("aria-label");
    box.disabled = false;
    box.checked = kept.includes(label.textContent.trim());
    box.addEventListener("change", () => device.set(TICKED, boxes.filter((one) => one.checked).map((one) => one.closest("label").textContent.trim())));
  }
}

ticks();
for (const button of root.querySelectorAll("[data-print-sheet]")) {
  const sheet = button.closest("[data-sheet]");
  button.hidden = false;
  button.addEventListener("click", () => {
    sheet.dataset.only = "";
    print();
    delete sheet.dataset.only;
  });
}
if (slugs.length) {
  find("told").dataset.unanswered = find("told").textContent;
  root.addEventListener("change", ({ target }) => {
    if (target.type !== "radio") return;
    answers[target.name] = Number(target.value);
    keep();
  });
  find("clear").addEventListener("click", () => { answers = {}; keep(); });
  find("print-check").addEventListener("click", () => print());
  find("copy-link").addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(`#check=${write()}`, location.href).href);
    find("status").textContent = words.copied;
  });
  addEventListener("hashchange", open);
  open();
  find("tools").hidden = false;
}
root.dataset.ready = "";
