// From pasted text to the tree and body of a file.
import { load } from "../yaml/read.js";
import { contribution } from "./mail.js";
import { readMended, withoutCurlyQuotes } from "./mending.js";

const LIMIT = 300_000;
const NO_NAMES = { keys: {}, known: [], types: {} };

// Why a text cannot be opened: the code of a problem and its line in what was pasted, with the text there; or that it is too long.
export class Unreadable extends Error {
  constructor(code, line = 0, text = "") {
    super("unreadable");
    Object.assign(this, { code, line, text, isLong: code === "too-long" });
  }
}

// `names` are those of fields and types as forms have them, with their keys.
export function read(raw, names = NO_NAMES) {
  if (raw.length > LIMIT) throw new Unreadable("too-long");
  const found = contribution(raw);
  if (!found) throw new Unreadable("no-front-matter");
  if (!found.isClosed) throw new Unreadable("front-matter-not-closed", found.begin);
  const { tree, mended } = treeIn(found.front);
  if (!tree || typeof tree !== "object" || Array.isArray(tree)) throw new Unreadable("front-matter-not-keys", found.begin);
  const { body, left } = withoutSender(found.body.map((row) => row.text).join("\n"));
  const named = ofType(withKeys(withoutNulls(tree), names), names);
  return { tree: named, body, left, ...(mended.length ? { mended } : {}) };
}

// The front matter as it stands in a text that could be read.
export const frontOf = (raw) => contribution(raw).front.map((row) => row.text).join("\n");

function treeIn(rows) {
  try {
    return readMended(rows.map((row) => row.text), load);
  } catch (error) {
    const row = rows[error.place ?? 0];
    throw new Unreadable(error.code ?? "yaml-syntax", row?.number ?? 0, row?.text.trim() ?? "");
  }
}

// Names of fields in the words of the forms become keys, where the file has no such key already.
function withKeys(value, names) {
  if (typeof value === "string") return withoutCurlyQuotes(value);
  if (Array.isArray(value)) return value.map((part) => withKeys(part, names));
  if (!value || typeof value !== "object") return value;
  const keyOf = (key) => {
    const meant = names.known.includes(key) ? undefined : ownOf(names.keys, key.trim().toLowerCase());
    return meant && !Object.hasOwn(value, meant) ? meant : key;
  };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [keyOf(key), withKeys(part, names)]));
}

const ownOf = (names, name) => (Object.hasOwn(names, name) ? names[name] : undefined);

const ofType = (tree, names) => (typeof tree.type === "string" && Object.hasOwn(names.types, tree.type.trim().toLowerCase()) ? { ...tree, type: names.types[tree.type.trim().toLowerCase()] } : tree);

// What is copied for a mail ends with a mark, so that a signature below it never becomes part of the text.
const END = /^--- (?:einde bijdrage|end of contribution) ---$/;
const GREETING = /^(?:met (?:vriendelijke|hartelijke|warme) groet|(?:vriendelijke|hartelijke) groet|groet(?:en|jes)?\b|mvg\b|kind regards|best regards|-- ?$|verstuurd vanaf mijn\b|verzonden vanaf mijn\b|sent from my\b|(?:outlook voor|get outlook for|download outlook)\b|(?:dit|deze) (?:bericht|e-?mail|mail) (?:is (?:uitsluitend|alleen|enkel) bestemd|kan vertrouwelijke|en eventuele bijlage))/iu;

function withoutSender(text) {
  const rows = text.split("\n");
  const mark = rows.findIndex((row) => END.test(row.trim()));
  const end = mark >= 0 ? mark : rows.findIndex((row) => GREETING.test(row.trim()));
  if (end < 0) return { body: text.trim(), left: "" };
  return { body: rows.slice(0, end).join("\n").trim(), left: rows.slice(mark >= 0 ? end + 1 : end).join("\n").trim() };
}

function withoutNulls(value) {
  if (Array.isArray(value)) return value.filter((part) => part !== null).map(withoutNulls);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null).map(([key, part]) => [key, withoutNulls(part)]));
}
