// What counts as a text that somebody was busy with, whoever kept it and in whatever version: what is of another shape is left out.
import { quietly } from "../storage.js";

const DEEPEST = 12;
const MOST_VALUES = 20_000;
const LONGEST_ID = 100;
const LONGEST_NAME = 60;

const isText = (value) => typeof value === "string";
const isMapping = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
export const isId = (value) => isText(value) && value !== "" && value.length <= LONGEST_ID;
const textOr = (value, otherwise) => (isText(value) ? value : otherwise);
const numberOr = (value, otherwise) => (Number.isFinite(value) ? value : otherwise);

// A draft as the form keeps it; null for what is none.
export function draftOf(value) {
  const tree = isId(value?.id) ? treeOf(value.tree) : null;
  return tree && { ...partsOf(value, tree), id: value.id, slug: textOr(value.slug), isHandedIn: value.isHandedIn === true, text: textOr(value.text), way: textOr(value.way), at: numberOr(value.at, 0), goes: numberOr(value.goes) };
}

// What the desk opened, on its way to a form.
export function openedOf(value) {
  const tree = isText(value?.type) ? treeOf(value.tree) : null;
  const mended = Array.isArray(value?.mended) ? value.mended.filter(isText) : undefined;
  return tree && { ...partsOf(value, tree), type: value.type, left: textOr(value.left), mended, isAgain: value.isAgain === true };
}

const partsOf = (value, tree) => ({ tree, body: textOr(value.body, ""), source: sourceOf(value.source) });

const sourceOf = (source) => (isMapping(source) && [source.path, source.address, source.slug].every(isText) ? { ...source, front: textOr(source.front), aloneIn: Array.isArray(source.aloneIn) ? source.aloneIn.filter(isText) : [] } : null);

// A tree as files have it: texts, numbers, yes and no, in lists and mappings, without what stands for nothing. Null for what is no tree, or is
// deeper or larger than any file.
function treeOf(value) {
  return isMapping(value) ? quietly(() => plain(value, DEEPEST, { left: MOST_VALUES }), null) : null;
}

function plain(value, depth, count) {
  count.left -= 1;
  if (depth < 0 || count.left < 0) throw new RangeError("no tree of a file");
  const inside = (part) => plain(part, depth - 1, count);
  if (Array.isArray(value)) return value.map(inside).filter((part) => part !== undefined);
  if (!isMapping(value)) return ["string", "number", "boolean"].includes(typeof value) ? value : undefined;
  const parts = Object.entries(value).map(([key, part]) => [key, inside(part)]);
  return Object.fromEntries(parts.filter(([key, part]) => part !== undefined && key !== "__proto__"));
}

// What a draft is called in a list: its title, or the first text in it.
export function calledOf({ tree, id }) {
  const called = [tree.title, tree.name, tree.term, ...Object.values(tree).flat()].find((value) => isText(value) && value !== "");
  return (called ?? id).slice(0, LONGEST_NAME);
}
