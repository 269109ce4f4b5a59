// From pasted text to the tree and body of a file. js-yaml reads the front matter, every scalar as text, as the reader of files does.
const LIMIT = 300_000;
const MOST_VALUES = 20_000;

export class Unreadable extends Error {
  constructor(line, { isLong = false } = {}) {
    super("unreadable");
    this.line = line;
    this.isLong = isLong;
  }
}

// Mails set marks before lines, change spaces and wrap; what can be taken back is.
export function unmailed(raw) {
  const rows = raw.replace(/\r\n?/g, "\n").replace(/[\u00a0\u2007\u202f]/g, " ").replace(/[\u200b\ufeff]/g, "").split("\n");
  const start = rows.findIndex((row) => /^(?:>\s?)*\s*---\s*$/.test(row));
  const plain = unquoted(rows.slice(Math.max(start, 0)));
  const indent = /^\s*/.exec(plain[0] ?? "")[0];
  return plain.map((row) => (indent && row.startsWith(indent) ? row.slice(indent.length) : row)).join("\n");
}

// An answer to an answer has more than one mark before each line.
function unquoted(rows) {
  const isQuoted = rows.some((row) => row.trim()) && rows.every((row) => !row.trim() || /^\s?>/.test(row));
  return isQuoted ? unquoted(rows.map((row) => row.replace(/^\s?> ?/, ""))) : rows;
}

export function read(raw, yaml) {
  if (raw.length > LIMIT) throw new Unreadable(0, { isLong: true });
  const text = unmailed(raw);
  const found = /^---[ ]*\n([\s\S]*?)\n---[ ]*(?:\n|$)([\s\S]*)$/.exec(text);
  if (!found) throw new Unreadable(1);
  let tree;
  try {
    tree = yaml.safeLoad(found[1], { schema: yaml.FAILSAFE_SCHEMA });
  } catch (error) {
    throw new Unreadable((error.mark?.line ?? 0) + 2);
  }
  if (!tree || typeof tree !== "object" || Array.isArray(tree)) throw new Unreadable(2);
  const { body, left } = withoutSender(found[2]);
  return { tree: withoutNulls(tree, { left: MOST_VALUES }), body, left };
}

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
  if (count.left < 0) throw new Unreadable(0, { isLong: true });
  if (Array.isArray(value)) return value.map((part) => withoutNulls(part, count));
  if (!value || typeof value !== "object") return value;
  const filled = Object.entries(value).filter(([, part]) => part !== "" && part !== "~" && part !== "null");
  return Object.fromEntries(filled.map(([key, part]) => [key, withoutNulls(part, count)]));
}
