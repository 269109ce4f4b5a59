// YAML as contributors write it, read as `read/yaml_tree.py` reads it: keys, lists and texts; every scalar stays text, an empty one is null. Tags
// and aliases are refused, and so is what readers of YAML differ about; a test compares both readers.
import { Cursor } from "./cursor.js";
import { DEEPEST, flow } from "./flow.js";
import { block, plain, quoted } from "./scalars.js";

const LONGEST = 64 * 1024;
const ENTRY = /-(?=[ \t\n]|$)/y;
const KEY = /[^\n]*?:(?=[ \t\n]|$)/y;
const KEY_BEGIN = /[^\s,[\]{}#&*!|>'"%@\x60?:-]|[?:-](?=[^\s])/y;
const LONGEST_KEY = 1000;
// A second document in one text.
const MARK = /^(?:---|\.\.\.)(?=[ \t\n]|$)/m;

export const load = (text) => read(text).value;

// The value of a text, and where each part of it stands: by its path as JSON, `{ entry, begin, end, parts }` in characters.
export function read(text) {
  const cursor = new Cursor(text.replace(/[\u2028\u2029]/g, " "));
  if (text.length > LONGEST) cursor.fail("too-long");
  if (MARK.test(text)) cursor.fail("yaml-syntax", text.search(MARK));
  const value = node(cursor, -1, 0, "top");
  cursor.skip();
  if (!cursor.isAtEnd) cursor.fail("yaml-syntax");
  return { value, places: cursor.places };
}

// The value that stands here, if it belongs to what is indented by `indent`: that at the top, an entry of a list, or the value of a key.
function node(cursor, indent, depth, place) {
  if (depth > DEEPEST) cursor.fail("yaml-syntax");
  const before = cursor.at;
  const isBelow = cursor.skip();
  const { column } = cursor;
  const isEntry = Boolean(cursor.sees(ENTRY));
  if (cursor.isAtEnd || (isBelow && column <= indent && !(place === "value" && isEntry && column === indent))) {
    cursor.stands(before, before);
    return null;
  }
  const mayNest = isBelow || place !== "value";
  if (isEntry) return mayNest ? sequence(cursor, column, depth) : cursor.fail("yaml-syntax");
  const begin = cursor.at;
  const leaf = (value) => {
    cursor.stands(begin, cursor.at);
    return value;
  };
  if (cursor.sees(/[|>]/y)) return leaf(block(cursor, indent));
  if (key(cursor) !== undefined) {
    cursor.at = mayNest ? begin : cursor.fail("yaml-indent");
    return mapping(cursor, column, depth);
  }
  if (cursor.sees(/[[{]/y)) return alone(cursor, leaf(flow(cursor, depth + 1)), "yaml-brackets");
  return cursor.sees(/["']/y) ? alone(cursor, leaf(quoted(cursor)), "yaml-quote") : leaf(plain(cursor, indent, false));
}

// Behind brackets and quotes nothing else may stand.
function alone(cursor, value, code) {
  const spaces = cursor.take(/[ \t]*/y);
  if (!"\n".includes(cursor.sign) && !(spaces && cursor.sign === "#")) cursor.fail(code);
  return value;
}

function sequence(cursor, column, depth) {
  const values = [];
  const first = cursor.at;
  for (let begin = first; !cursor.isAtEnd && cursor.column === column && cursor.take(ENTRY); begin = cursor.at) {
    values.push(cursor.inside(values.length, begin, () => node(cursor, column, depth + 1, "entry")));
    cursor.skip();
  }
  cursor.stands(first, cursor.at, values.length);
  return ended(cursor, column, values);
}

function mapping(cursor, column, depth) {
  const entries = new Map();
  const first = cursor.at;
  while (!cursor.isAtEnd && cursor.column === column) {
    const begin = cursor.at;
    const name = key(cursor) ?? cursor.fail("yaml-syntax");
    if (entries.has(name)) cursor.fail("duplicate-key", begin);
    entries.set(name, cursor.inside(name, begin, () => node(cursor, column, depth + 1, "value")));
    cursor.skip();
  }
  cursor.stands(first, cursor.at, entries.size);
  return ended(cursor, column, Object.fromEntries(entries));
}

function ended(cursor, column, value) {
  if (!cursor.isAtEnd && cursor.column > column) cursor.fail("yaml-indent");
  return value;
}

// Goes over the key that stands here and its colon; undefined, where it stood, when here is none.
function key(cursor) {
  const begin = cursor.at;
  const name = cursor.sees(/["']/y) ? quotedKey(cursor) : plainKey(cursor);
  if (name === undefined || cursor.at - begin > LONGEST_KEY) cursor.at = begin;
  return cursor.at > begin ? name : undefined;
}

function plainKey(cursor) {
  const name = cursor.sees(KEY_BEGIN) ? cursor.take(KEY).slice(0, -1).trimEnd() : "";
  return name && !/\s#/.test(name) ? name : undefined;
}

function quotedKey(cursor) {
  if (!cursor.sees(/"(?:[^"\\\n]|\\.)*"[ \t]*:(?=[ \t\n]|$)|'(?:[^'\n]|'')*'[ \t]*:(?=[ \t\n]|$)/y)) return undefined;
  const name = quoted(cursor);
  cursor.take(/[ \t]*:/y);
  return name;
}
