// Writes a front matter anew with only what changed: every other line stays as somebody wrote it, with its quotes, its order and its comments.
import { listed, mappingRows } from "./front-matter.js";
import { read } from "../yaml/read.js";
import { quietly } from "../storage.js";

// Texts that need no quotes, between brackets neither.
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_ ./@%+()–-]*[\p{L}\p{N}_/)%+])?$/u;

// The fields of a front matter as it was written; null for one that cannot be read.
export const fieldsIn = (front) => quietly(() => Object.fromEntries(Object.entries(read(front).value).filter(([, value]) => value !== null)), null);

const isMapping = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const isSame = (a, b) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

// Values as files have them: texts, whatever the order of the keys.
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isMapping(value)) return value === undefined || value === null ? "" : String(value).trim();
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined && part !== null && part !== "").sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, ordered(part)]));
}

// The text of a front matter in which the values `before` became `after`; null where that cannot be written so.
// `inFull` writes lists out that were written in short.
export function changed(text, before, after, inFull) {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  return quietly(() => Object.keys({ ...before, ...after }).reduce((made, key) => withKey(made, key, before, after, inFull), whole), null)?.replace(/\n$/, "") ?? null;
}

// One key after another, the smallest change that is read as it is meant.
function withKey(text, key, before, after, inFull) {
  if (isSame(before[key], after[key])) return text;
  const keys = Object.keys(after);
  for (const isWhole of [false, true]) {
    const edits = new Edits(text, isWhole);
    if (!quietly(() => { edits.key([], key, before, after, keys); return true; }, false)) continue;
    const made = edits.applied();
    const value = quietly(() => inFull(read(made).value), null);
    const others = inFull(read(text).value);
    if (value && isSame(value[key], after[key]) && isSame({ ...value, [key]: "" }, { ...others, [key]: "" })) return made;
  }
  throw new RangeError(key);
}

class Edits {
  constructor(text, isWhole) {
    const { value, places } = read(text);
    Object.assign(this, { text, isWhole, value, places, made: [] });
  }

  place(path) { return this.places.get(JSON.stringify(path)); }

  add(from, to, said) { this.made.push({ from, to, said }); }

  applied() {
    return this.made.sort((a, b) => b.from - a.from || b.to - a.to).reduce((text, { from, to, said }) => text.slice(0, from) + said + text.slice(to), this.text);
  }

  // A key of a mapping that is new, gone or of another value.
  key(path, key, before, after, order) {
    const at = [...path, key];
    if (!this.place(at)) return this.insertKey(path, key, after[key], order);
    if (after[key] === undefined) return this.remove(at);
    return this.isWhole ? this.replace(at, after[key]) : this.change(at, before[key], after[key]);
  }

  change(path, before, after) {
    if (isSame(before, after)) return;
    const { parts } = this.place(path);
    if (parts !== null && isMapping(before) && isMapping(after)) {
      for (const key of Object.keys({ ...before, ...after })) if (!isSame(before[key], after[key])) this.key(path, key, before, after, Object.keys(after));
    } else if (parts !== null && Array.isArray(before) && Array.isArray(after) && parts === before.length && after.length) this.list(path, before, after);
    else if (!this.spliced(path, only(before), only(after))) this.replace(path, after);
  }

  // Entries that stayed at the beginning and the end stay; of those between, the ones at the same place are the same entry.
  list(path, before, after) {
    let start = 0;
    while (start < Math.min(before.length, after.length) && isSame(before[start], after[start])) start += 1;
    let tail = 0;
    while (tail < Math.min(before.length, after.length) - start && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
    const [gone, come] = [before.length - tail, after.length - tail];
    const both = Math.min(gone, come);
    for (let place = start; place < both; place += 1) this.change([...path, place], before[place], after[place]);
    for (let place = both; place < gone; place += 1) this.remove([...path, place]);
    if (come > both) this.insertEntries(path, both, after.slice(both, come));
  }

  lineStart(at) { return this.text.lastIndexOf("\n", at - 1) + 1; }
  lineEnd(at) { const end = this.text.indexOf("\n", at); return end < 0 ? this.text.length : end + 1; }
  column(at) { return at - this.lineStart(at); }

  // Where what stands at a path ends, without the empty lines and comments below it.
  end(path) {
    const { end, parts } = this.place(path);
    if (!parts) return this.text.slice(0, end).endsWith("\n") ? this.text.slice(0, end).trimEnd().length : end;
    const below = [...this.places.keys()].map((key) => JSON.parse(key)).filter((other) => other.length === path.length + 1 && path.every((part, place) => other[place] === part));
    return Math.max(...below.map((other) => this.end(other)));
  }

  remove(path) {
    const { entry } = this.place(path);
    if (this.text.slice(this.lineStart(entry), entry).trim()) throw new RangeError("beside a hyphen");
    this.add(this.lineStart(entry), this.lineEnd(this.end(path)), "");
  }

  // The whole entry, written anew.
  replace(path, value) {
    const { entry } = this.place(path);
    const raw = this.text.slice(this.place(path).begin, this.end(path));
    const said = inStyle(raw, value);
    if (said !== null && !this.isWhole && raw) return this.add(this.place(path).begin, this.end(path), said);
    const indent = this.column(entry);
    const rows = rowsOf(path.at(-1), value, indent);
    return this.add(entry, this.end(path), rows.join("\n").trimStart());
  }

  insertKey(path, key, value, order) {
    if (value === undefined) return;
    const known = order.slice(0, order.indexOf(key)).filter((other) => this.place([...path, other]));
    const first = [...this.places.keys()].map((each) => JSON.parse(each)).find((other) => other.length === path.length + 1 && path.every((part, place) => other[place] === part));
    const beside = known.length ? [...path, known.at(-1)] : first;
    const { entry } = this.place(beside);
    const rows = `${rowsOf(key, value, this.column(entry)).join("\n")}\n`;
    const at = known.length ? this.lineEnd(this.end(beside)) : this.lineStart(entry);
    if (!known.length && this.text.slice(at, entry).trim()) throw new RangeError("beside a hyphen");
    this.add(at, at, rows);
  }

  insertEntries(path, place, values) {
    const beside = [...path, Math.max(0, place - 1)];
    const { entry } = this.place(beside);
    const rows = values.flatMap((value) => rowsOf(0, value, this.column(entry)));
    const at = place ? this.lineEnd(this.end(beside)) : this.lineStart(entry);
    this.add(at, at, `${rows.join("\n")}\n`);
  }

  // Only the letters that changed, wherever the text stands on lines of its own, between quotes or folded.
  spliced(path, before, after) {
    if (typeof before !== "string" || typeof after !== "string" || !after || !before) return false;
    const { begin } = this.place(path);
    const raw = this.text.slice(begin, this.end(path));
    const places = placesOf(raw, before);
    if (!places) return false;
    let start = 0;
    while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
    let tail = 0;
    while (tail < Math.min(before.length, after.length) - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
    const said = after.slice(start, after.length - tail);
    if (/[\n\\"']/.test(said) || raw.length < 2) return false;
    const from = start < before.length ? places[start] : places[start - 1] + 1;
    const to = before.length - tail > start ? places[before.length - tail - 1] + 1 : from;
    this.add(begin + from, begin + to, said);
    return true;
  }
}

// The one text in a list that may be written as a text.
const only = (value) => (Array.isArray(value) && value.length === 1 && isMapping(value[0]) && Object.keys(value[0]).length === 1 ? Object.values(value[0])[0] : value);

const rowsOf = (key, value, indent) => (typeof key === "number" ? listed([value]).trimEnd().split("\n").map((row) => (row ? " ".repeat(indent) + row : row)) : mappingRows({ [key]: value }, indent));

// Where in what was written each letter of a text stands; null where they are not written as they are.
function placesOf(raw, text) {
  const places = [];
  let at = /^[|>]/.test(raw) ? raw.indexOf("\n") + 1 : /^["']/.test(raw) ? 1 : 0;
  for (const letter of text.split("")) {
    if (/\s/.test(letter)) {
      if (!/\s/.test(raw[at] ?? "")) return null;
    } else {
      while (/\s/.test(raw[at] ?? "")) at += 1;
      if (raw[at] !== letter) return null;
    }
    places.push(at);
    at += 1;
  }
  return places;
}

// A value in the way in which the one before it was written; null for one that needs lines of its own.
function inStyle(raw, value) {
  if (Array.isArray(value)) return raw.startsWith("[") && value.every((part) => typeof part === "string" && !part.includes("\n")) ? `[${value.map((part) => scalar("", part)).join(", ")}]` : null;
  if (isMapping(value)) return raw.startsWith("{") && Object.values(value).every((part) => typeof part !== "object") ? `{${Object.entries(value).map(([key, part]) => `${key}: ${scalar("", String(part))}`).join(", ")}}` : null;
  if (/^[|>[{]/.test(raw) || String(value).includes("\n")) return null;
  return scalar(raw, String(value));
}

function scalar(raw, value) {
  if (raw.startsWith("'")) return `'${value.replaceAll("'", "''")}'`;
  return !raw.startsWith('"') && PLAIN.test(value) ? value : JSON.stringify(value);
}
