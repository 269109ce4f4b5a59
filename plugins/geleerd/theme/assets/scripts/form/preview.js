// The page as it will look, in the page's own classes, from what was typed.
import { read, rendered } from "../markdown/rendered.js";
import { fill } from "./sentences.js";

const make = (name, className, ...children) => {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
};

const BLOCKS = new Set(["p", "ul", "ol", "blockquote", "pre", "table", "div", "details", "hr", "dl"]);
const ASIDE = new Set(["id", "date", "status", "title", "name", "summary", "editorial", "reviewed", "license", "aliases", "language", "questions"]);

// Shows the page in a box once its texts have been read; at once when it cannot wait, as on paper, with the texts that have been read.
export async function show(box, drawn, facts, isAtOnce = false) {
  const page = drawn();
  if (isAtOnce) box.replaceChildren(page);
  else box.replaceChildren((await read(facts)) ? drawn() : page);
}

export function preview(tree, body, facts) {
  const title = tree.title ?? tree.name ?? facts.words.untitled;
  const inOrder = facts.order.map((key) => facts.inputs.find((input) => input.key === key));
  const head = make("header", "item__head", make("p", "item__type", facts.name), make("h1", "", title));
  if (tree.summary) head.append(make("p", "item__summary", tree.summary));
  const main = make("div", "item__story", ...inOrder.filter((input) => !ASIDE.has(input.key) && tree[input.key] !== undefined).map((input) => section(input, tree[input.key], facts)));
  if (body) main.append(make("div", "item__body", rendered(body, facts)));
  return make("article", `item item--${facts.type}`, head, main);
}

function section(input, value, facts) {
  const mark = input.key === "recommendation" ? " field--action" : "";
  return make("section", `field field--${input.kind}${mark}`, make("h2", "field__label", input.label), ...shown(input, value, facts));
}

const named = (input, value) => input.choices.find((choice) => choice.value === value)?.name ?? String(value);

function shown(input, value, facts) {
  if (input.key === "relations") return value.map((relation) => joined([relation.note && withoutParagraph(markdown(relation.note, facts)), `(${relation.id})`].filter(Boolean), " "));
  if (!input.many && input.parts.some((part) => part.key === "max")) return [make("p", "", span(input, value, facts.words))];
  if (input.key === "steps" && input.parts.some((part) => part.key === "minutes")) return [make("ol", "steps", ...value.map(step(input, facts)))];
  if (!input.many) return input.kind === "group" ? [ofParts(input, value, facts)] : [ofText(input, value, facts)];
  if (input.choices.length) return [make("p", "", value.map((entry) => named(input, entry)).join(", "))];
  return [make("ul", "", ...value.map((entry) => make("li", "", input.kind === "group" ? ofParts(input, entry, facts) : inLine(input, String(entry), facts))))];
}

const ofText = (input, value, facts) => (input.kind === "text" ? markdown(value, facts) : make("p", "", named(input, value)));

const inLine = (input, value, facts) => (input.kind === "text" ? withoutParagraph(markdown(value, facts)) : named(input, value));

const markdown = (text, facts) => rendered(text, facts, { isField: true });

// A text that is one paragraph stands between others without one of its own.
function withoutParagraph(text) {
  const [only, more] = text.children;
  if (only?.localName === "p" && !more) only.replaceWith(...only.childNodes);
  return text;
}

function ofParts(input, value, facts) {
  const filled = input.parts.filter((part) => value[part.key] !== undefined && value[part.key] !== true);
  return joined(filled.flatMap((part) => (part.kind === "number" ? `${part.label.toLowerCase()} ${value[part.key]}` : [value[part.key]].flat().map((entry) => inLine(part, entry, facts)))), ", ");
}

// Texts one behind another; in a box when one of them has paragraphs or lists, which no paragraph can hold.
function joined(texts, between) {
  const line = make("p", "", ...texts.flatMap((text, place) => (place ? [between, text] : [text])));
  return [...line.children].some(({ localName }) => BLOCKS.has(localName)) ? make("div", "", ...line.childNodes) : line;
}

// "20 tot 40 minuten", as far as it is known.
function span(input, { min, max, unit }, words) {
  const units = input.parts.find((part) => part.key === "unit");
  const name = units ? named(units, unit ?? units.initial) : words.people;
  return min && max && min !== max ? `${fill(words["from-to"], { start: min, end: max })} ${name}` : `${min ?? max ?? ""} ${name}`;
}

const step = (input, facts) => (value) => {
  const [minutes, grouping] = ["minutes", "grouping"].map((key) => input.parts.find((part) => part.key === key));
  const how = [value.minutes && `${value.minutes} ${minutes.label.toLowerCase()}`, value.grouping && grouping && named(grouping, value.grouping)].filter(Boolean).join(", ");
  return make("li", "", make("h3", "", value.title ?? ""), ...(how ? [make("p", "steps__how", how)] : []), ...(value.instruction ? [make("div", "steps__what", markdown(value.instruction, facts))] : []));
};

// A page that opens anywhere, from harmless nodes alone, so that nothing typed can become markup.
export function standalone(box, words) {
  const style = "body{font:1.1rem/1.5 sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}h2{font-size:1.1rem}.mark{border:3px solid;padding:.5rem 1rem;font-weight:700}.admonition{border-left:4px solid;padding:0 1rem}.admonition-title{font-weight:700}.task-list{list-style:none}td,th{padding:.2rem .6rem .2rem 0;text-align:left}";
  const mark = make("p", "mark", `${words["draft-mark"]}. ${words["draft-note"]}`);
  return `<!doctype html><html lang="${document.documentElement.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${make("title", "", words["draft-mark"]).outerHTML}<style>${style}</style><body>${mark.outerHTML}${box.innerHTML}</body></html>`;
}
