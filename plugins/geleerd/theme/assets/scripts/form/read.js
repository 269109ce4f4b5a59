// From pasted text to the tree and body of a file. js-yaml reads the front matter, every scalar as text, as the reader of files does.
import { contribution } from "./mail.js";
import { readMended, withoutCurlyQuotes } from "./mending.js";

const LIMIT = 300_000;
const MOST_VALUES = 20_000;
const NO_NAMES = { keys: {}, known: [], types: {} };

// Why a text cannot be opened: the code of a problem and its line in what was pasted, with the text there; or that it is too long.
export class Unreadable extends Error {
  constructor(code, line = 0, text = "") {
    super("unreadable");
    Object.assign(this, { code, line, text, isLong: code === "too-long" });
  }
}

// `names` are those of fields and types as forms have them, with their keys.
export function read(raw, yaml, names = NO_NAMES) {
  if (raw.length > LIMIT) throw new Unreadable("too-long");
  const found = contribution(raw);
  if (!found) throw new Unreadable("no-front-matter");
  if (!found.isClosed) throw new Unreadable("front-matter-not-closed", found.begin);
  const { tree, mended } = treeIn(found.front, yaml);
  if (!tree || typeof tree !== "object" || Array.isArray(tree)) throw new Unreadable("front-matter-not-keys", found.begin);
  const { body, left } = withoutSender(found.body.map((row) => row.text).join("\n"));
  const named = ofType(withKeys(withoutNulls(tree, { left: MOST_VALUES }), names), names);
  return { tree: named, body, left, ...(mended.length ? { mended } : {}) };
}

function treeIn(rows, yaml) {
  try {
    return readMended(rows.map((row) => row.text), (text) => loaded(text, yaml));
  } catch (error) {
    const row = rows[error.place ?? 0];
    throw new Unreadable(codeOf(error.reason ?? ""), row?.number ?? 0, row?.text.trim() ?? "");
  }
}

// js-yaml takes a question mark for the begin of a key, which the reader of files refuses.
function loaded(text, yaml) {
  const line = text.split("\n").findIndex((row) => /^[^"'|>]*:\s+\?\s/.test(row));
  if (line >= 0) throw Object.assign(new Error("question"), { reason: "", mark: { line } });
  return yaml.safeLoad(text, { schema: yaml.FAILSAFE_SCHEMA });
}

// The words of js-yaml, and the codes of the check.
const CAUSES = [
  ["tab characters", "yaml-tab"], ["quoted scalar", "yaml-quote"], ["escape", "yaml-escape"], ["alias", "yaml-alias"], ["tag", "yaml-tag"],
  ["flow collection", "yaml-brackets"], ["duplicated mapping key", "duplicate-key"], ["indentation", "yaml-indent"],
];

const codeOf = (reason) => CAUSES.find(([sign]) => reason.includes(sign))?.[1] ?? "yaml-syntax";

// Names of fields in the words of the forms become keys, where the file has no such key already.
function withKeys(value, names) {
  if (typeof value === "string") return withoutCurlyQuotes(value);
  if (Array.isArray(value)) return value.map((part) => withKeys(part, names));
  if (!value || typeof value !== "object") return value;
  const keys = Object.keys(value);
  const keyOf = (key) => {
    const meant = names.known.includes(key) ? undefined : names.keys[key.trim().toLowerCase()];
    return meant && !keys.includes(meant) ? meant : key;
  };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [keyOf(key), withKeys(part, names)]));
}

const ofType = (tree, names) => (typeof tree.type === "string" && Object.hasOwn(names.types, tree.type.trim().toLowerCase()) ? { ...tree, type: names.types[tree.type.trim().toLowerCase()] } : tree);

// What is copied for a mail ends with a mark, so that a signature below it never becomes part of the text.
const END = /^--- (?:einde bijdrage|end of contribution) ---$/;
const GREETING = /^(?:met (?:vriendelijke|hartelijke|warme) groet|(?:vriendelijke|hartelijke) groet|groet(?:en|jes)?\b|mvg\b|kind regards|best regards|-- ?$)/iu;

function withoutSender(text) {
  const rows = text.split("\n");
  const mark = rows.findIndex((row) => END.test(row.trim()));
  const end = mark >= 0 ? mark : rows.findIndex((row) => GREETING.test(row.trim()));
  if (end < 0) return { body: text.trim(), left: "" };
  return { body: rows.slice(0, end).join("\n").trim(), left: rows.slice(mark >= 0 ? end + 1 : end).join("\n").trim() };
}

// In files an empty value is written as nothing, `~` or `null`. A few lines that refer to each other can stand for millions of values.
function withoutNulls(value, count) {
  count.left -= 1;
  if (count.left < 0) throw new Unreadable("too-long");
  if (Array.isArray(value)) return value.map((part) => withoutNulls(part, count));
  if (!value || typeof value !== "object") return value;
  const filled = Object.entries(value).filter(([, part]) => part !== "" && part !== "~" && part !== "null");
  return Object.fromEntries(filled.map(([key, part]) => [key, withoutNulls(part, count)]));
}
