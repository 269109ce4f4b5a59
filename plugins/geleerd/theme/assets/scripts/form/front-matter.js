// Writes a contribution as a file: the same bytes as `contribute/item_file.py`, which says what the rules are; a test compares them.
import { body as tidied, clean } from "./normal.js";

const PLAIN = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS = new Set(["yes", "no", "on", "off", "true", "false", "null", "y", "n"]);
const NOT_IN_BLOCKS = /[\u2028\u2029\ufeff]/;

// An accent behind an escape is escaped too: the reader composes characters.
const TO_ESCAPE = /[\\"\n\u2028\u2029\ufeff][\u0300-\u036f]*/g;

export function write(fields, body = "") {
  const story = tidied(body);
  return `---\n${mapping(fields, 0).map((row) => `${row}\n`).join("")}---\n${story ? `\n${story}\n` : ""}`;
}

// One entry of a list of mappings, such as the glossary: `- term: …`.
export const listed = (entries) => sequence(entries, 0).map((row) => `${row}\n`).join("");

// The rows of a mapping that is indented.
export const mappingRows = (fields, indent) => mapping(fields, indent);

const isPlain = (value) => (PLAIN.test(value) && !WORDS.has(value)) || DAY.test(value);

const isEmpty = (value) => value === null || value === undefined || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

function cleaned(value) {
  if (typeof value === "string") return clean(value);
  if (Array.isArray(value)) return value.map(cleaned).filter((entry) => !isEmpty(entry));
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleaned(part)]).filter(([, part]) => !isEmpty(part)));
}

function mapping(fields, indent) {
  return Object.entries(cleaned(fields)).flatMap(([key, value]) => pair(key, value, indent));
}

function pair(key, value, indent) {
  const start = `${" ".repeat(indent)}${key}:`;
  if (Array.isArray(value)) {
    return value.every(isPlainEntry) ? [`${start} [${value.join(", ")}]`] : [start, ...sequence(value, indent + 2)];
  }
  if (typeof value === "object") return [start, ...mapping(value, indent + 2)];
  return scalar(start, value, indent + 2);
}

const isPlainEntry = (value) => typeof value === "string" && isPlain(value);

function sequence(values, indent) {
  const start = " ".repeat(indent);
  return values.flatMap((value) => {
    if (typeof value !== "object") return scalar(`${start}-`, value, indent + 2);
    const [first, ...rest] = mapping(value, indent + 2);
    return [`${start}- ${first.trimStart()}`, ...rest];
  });
}

function scalar(start, value, indent) {
  if (typeof value !== "string") return [`${start} ${value}`];
  if (isPlain(value)) return [`${start} ${value}`];
  if (value.includes("\n") && fitsBlock(value)) {
    return [`${start} |-`, ...value.split("\n").map((row) => (row ? " ".repeat(indent) + row : ""))];
  }
  return [`${start} "${value.replace(TO_ESCAPE, (found) => [...found].map(escaped).join(""))}"`];
}

const fitsBlock = (value) => !value.startsWith(" ") && !value.split("\n").some((row) => row.endsWith(" ")) && !NOT_IN_BLOCKS.test(value);

function escaped(character) {
  if (character === "\n") return "\\n";
  if (character === "\\" || character === '"') return `\\${character}`;
  return `\\u${character.codePointAt(0).toString(16).padStart(4, "0")}`;
}
