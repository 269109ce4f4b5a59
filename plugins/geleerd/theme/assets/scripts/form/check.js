// What `geleerd check` says of one contribution by itself, from the same declaration and with the same sentences.
// What needs the other files (a name that is taken, an alias of another page) only the check itself can see.
import { exists } from "./everyday.js";
import { length } from "./normal.js";
import { personalData } from "./personal.js";
import { brokenRules } from "./rules.js";

// Characters; what stands on a line of its own in the file is never longer.
const LONGEST_LINE = 20_000;

// All problems of a contribution: `{ path, code, words }`.
export function problems(tree, body, facts) {
  const counted = facts.is === "item" && tree.status === "withdrawn" ? pick(tree, facts.tombstone) : tree;
  const inFields = facts.inputs.flatMap((input) => ofInput(input, counted[input.key], [input.key]));
  return [...inFields, ...inRules(counted, body, facts, inFields), ...tooLong(body, facts.longest), ...personalData(tree, body, facts)];
}

// Whatever else still stands in the file of a withdrawn item, its permalink must not die.
const pick = (tree, keys) => Object.fromEntries(Object.entries(tree).filter(([key]) => keys.includes(key)));

// What is right is held to the rules, also beside what is wrong; a rule that looks at a broken field says nothing.
function inRules(tree, body, facts, inFields) {
  const broken = new Set(inFields.map((problem) => problem.path[0]));
  const kept = Object.fromEntries(Object.entries(tree).filter(([key]) => !broken.has(key)));
  const about = ({ path, code, words }) => [path[0], words.key, ...((facts.is === "item" && facts.needs[code]) || [])];
  return brokenRules(kept, body, facts).filter((problem) => !about(problem).some((key) => broken.has(key)));
}

// A text that no file may hold. What looks for more in it looks no further than that.
function tooLong(body, longest) {
  if (!longest) return [];
  if (length(body) > longest.body) return [problem(["body"], "body-too-complex")];
  const row = body.split("\n").find((each) => length(each) > longest.line);
  return row === undefined ? [] : [problem(["body"], "line-too-long", { count: length(row), limit: longest.line })];
}

export const spelt = (path) => path.map((part) => (typeof part === "number" ? `[${part + 1}]` : `.${part}`)).join("").replace(/^\./, "");

const problem = (path, code, words = {}) => ({ path, code, words: { key: spelt(path), ...words } });

const isAbsent = (value) => value === undefined || value === null || value === "";

function ofInput(input, value, path) {
  if (isAbsent(value)) return input.required ? [problem(path, "missing-key")] : [];
  if (!input.many) return ofValue(input, value, path);
  const found = value.flatMap((entry, number) => ofValue(input, entry, [...path, number]));
  if (!found.length && input.entries !== null && value.length > input.entries) found.push(problem(path, "too-many", { limit: input.entries, length: value.length }));
  const repeated = input.target || input.kind === "tag" ? value.find((entry, number) => value.indexOf(entry) !== number) : undefined;
  if (repeated !== undefined && !found.length) found.push(problem(path, "repeated-value", { value: repeated }));
  return found;
}

// Whether another part of a row is filled in instead of this one.
const isMadeUpFor = (part, row) => Boolean(part.unless) && isAbsent(row[part.key]) && !isAbsent(row[part.unless]);

function ofValue(input, value, path) {
  if (input.kind === "group") return input.parts.flatMap((part) => (isMadeUpFor(part, value) ? [] : ofInput(part, value[part.key], [...path, part.key])));
  if (input.kind === "number") return ofNumber(input, value, path);
  if (input.kind === "flag") return [];
  if (input.kind === "choice") {
    const values = input.choices.map((choice) => choice.value);
    return values.includes(value) ? [] : [problem(path, "bad-choice", { value, choices: values.join(", ") })];
  }
  if (input.target && input.target !== "item" && !input.choices.some((choice) => choice.value === value)) {
    return [problem(path, "unknown-reference", { value })];
  }
  return ofText(input, value, path);
}

function ofNumber(input, value, path) {
  if (typeof value !== "number" || value > input.most) return [problem(path, "expected-number", { value: String(value) })];
  return value < input.least ? [problem(path, "number-too-small", { limit: input.least })] : [];
}

function ofText(input, untrimmed, path) {
  const value = untrimmed.trim();
  const count = length(value);
  if (input.least !== null && count < input.least) return [problem(path, "too-short", { limit: input.least, length: count })];
  if (input.most !== null && count > input.most) return [problem(path, "too-long", { limit: input.most, length: count })];
  return value.length <= LONGEST_LINE && isSpelt(input, value) ? [] : [problem(path, `bad-${input.kind}`, { value: value.slice(0, 80) })];
}

const isSpelt = ({ kind, pattern }, value) => (pattern ? new RegExp(`^(?:${pattern})$`, "u").test(value) : !FORMS[kind] || FORMS[kind](value));

const isDate = (value) => {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  return Boolean(found) && exists(...found.slice(1).filter(Boolean).map(Number));
};

const isMoment = (value) => {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(value);
  return Boolean(found) && isDate(found[1]) && Number(found[2] ?? 0) < 24 && Number(found[3] ?? 0) < 60 && Number(found[4] ?? 0) < 60;
};

const isUrl = (value) => /^https?:\/\/[^/?#]/i.test(value) && !/[\s<>"\\]/.test(value);

const isPath = (value) => {
  if (!/^\/(?:[\p{L}\p{N}_.~%+-]+\/)*(?:[\p{L}\p{N}_.~%+-]+\/?)?$/u.test(value)) return false;
  let decoded;
  try { decoded = decodeURIComponent(value); } catch { return false; }
  return decoded.replace(/^\/+|\/+$/g, "").split("/").every((part) => part.length > 0 && part.length <= 100 && part !== "." && part !== ".." && !/[\\\x00-\x1f\x7f<>"|?*:]/.test(part));
};

// Kinds that no pattern describes alone; the pattern of every other kind comes with its question.
const FORMS = {
  date: isDate,
  day: (value) => value.length === 10 && isDate(value),
  moment: isMoment,
  url: isUrl,
  path: isPath,
};
