// Lists and mappings between brackets.
import { plain, quoted } from "./scalars.js";

export const DEEPEST = 8;

export function flow(cursor, depth) {
  if (depth > DEEPEST) cursor.fail("yaml-syntax");
  const isList = cursor.sign === "[";
  const end = isList ? "]" : "}";
  const values = [];
  const entries = new Map();
  cursor.at += 1;
  for (cursor.skip(true); cursor.sign !== end; ) {
    const begin = cursor.at;
    const value = part(cursor, depth);
    const isOneLine = !cursor.text.slice(begin, cursor.at).includes("\n") && !cursor.skip(true);
    const isKey = cursor.sign === ":";
    if ((isKey && !isOneLine) || ((isKey || !isList) && typeof value === "object" && value !== null)) cursor.fail("yaml-brackets");
    if (isList) values.push(isKey ? Object.fromEntries([[textAt(cursor, begin, value), valueBehind(cursor, depth, end)]]) : value);
    else add(cursor, entries, begin, [textAt(cursor, begin, value), isKey ? valueBehind(cursor, depth, end) : null]);
    cursor.skip(true);
    if (cursor.sign !== end && !cursor.take(/,/y)) cursor.fail("yaml-brackets");
    cursor.skip(true);
  }
  cursor.at += 1;
  return isList ? values : Object.fromEntries(entries);
}

// A key stays the text that stands there.
const textAt = (cursor, begin, value) => value ?? /[^\s,:[\]{}]*/.exec(cursor.text.slice(begin, begin + 10))[0];

function add(cursor, entries, begin, [key, value]) {
  if (entries.has(key)) cursor.fail("duplicate-key", begin);
  entries.set(key, value);
}

function valueBehind(cursor, depth, end) {
  cursor.at += 1;
  cursor.skip(true);
  return cursor.sign === "," || cursor.sign === end ? null : part(cursor, depth);
}

function part(cursor, depth) {
  if (cursor.sees(/[[{]/y)) return flow(cursor, depth + 1);
  return cursor.sees(/["']/y) ? quoted(cursor) : plain(cursor, -1, true);
}
