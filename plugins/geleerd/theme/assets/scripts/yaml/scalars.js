// Texts in YAML: plain, between quotes, and in blocks.
import { endStripped } from "../ends.js";

const BLANK = " \t";
const MOST_EMPTY = 1000;
const BLOCK_PIECE = /(?:[^\s:#]|:(?=\S)|#|[ \t]+(?=[^\s#]))+/y;
const FLOW_PIECE = /(?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])|#|[ \t]+(?=[^\s#]))+/y;
const BEGIN = /[^\s,[\]{}#&*!|>'"%@\x60?:-]|[?:-](?=\S)/y;
const FLOW_BEGIN = /[^\s,[\]{}#&*!|>'"%@\x60?:-]|-(?=[^\s,[\]{}])/y;
const NOTHING = new Set(["~", "null"]);
const WRONG_BEGINS = { "&": "yaml-alias", "*": "yaml-alias", "!": "yaml-tag", "[": "yaml-brackets", "]": "yaml-brackets", "{": "yaml-brackets", "}": "yaml-brackets", ",": "yaml-brackets" };

// Lines that follow each other are one line; empty lines between them are line ends.
const folded = (breaks) => (breaks === 1 ? " " : "\n".repeat(breaks - 1));
const breaksIn = (space) => space.split("\n").length - 1;

// A text without quotes goes on where the next line is indented more than what it belongs to.
export function plain(cursor, indent, isInBrackets) {
  if (!cursor.sees(isInBrackets ? FLOW_BEGIN : BEGIN)) cursor.fail(WRONG_BEGINS[cursor.sign] ?? (isInBrackets ? "yaml-brackets" : "yaml-syntax"));
  let text = endStripped(cursor.take(isInBrackets ? FLOW_PIECE : BLOCK_PIECE), BLANK);
  for (let space = goesOn(cursor, indent, isInBrackets); space; space = goesOn(cursor, indent, isInBrackets)) {
    cursor.at += space.length;
    text += folded(breaksIn(space)) + endStripped(cursor.take(isInBrackets ? FLOW_PIECE : BLOCK_PIECE), BLANK);
  }
  if (isInBrackets && cursor.sees(/:[,[\]{}]/y)) cursor.fail("yaml-brackets");
  if (!isInBrackets && cursor.sees(/[ \t]*:/y)) cursor.fail("yaml-indent");
  return NOTHING.has(text) ? null : text;
}

// The space between a line of a plain text and the next one; empty when it ends here.
function goesOn(cursor, indent, isInBrackets) {
  const space = cursor.sees(/(?:[ \t]*\n)+[ \t]*/y);
  const next = cursor.text[cursor.at + space.length] ?? "#";
  const begin = space.slice(space.lastIndexOf("\n") + 1);
  if (!space || next === "#") return "";
  if (isInBrackets) return ",[]{}:".includes(next) ? "" : space;
  if (begin.includes("\t") && begin.indexOf("\t") <= indent) cursor.fail("yaml-tab", cursor.at + space.length);
  return begin.length > indent ? space : "";
}

const ESCAPES = { 0: "\0", a: "\x07", b: "\b", t: "\t", "\t": "\t", n: "\n", v: "\v", f: "\f", r: "\r", e: "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", N: "\x85", _: "\xa0", L: "\u2028", P: "\u2029" };
const HEX = /x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}/y;

export function quoted(cursor) {
  const begin = cursor.at;
  const quote = cursor.sign;
  const pieces = [];
  cursor.at += 1;
  for (;;) {
    const piece = cursor.take(quote === '"' ? /[^"\\\n]+/y : /[^'\n]+/y);
    const { sign } = cursor;
    pieces.push(sign === "\n" ? endStripped(piece, BLANK) : piece);
    if (!sign) cursor.fail("yaml-quote", begin);
    if (sign === "\n") pieces.push(folded(breaksIn(cursor.take(/(?:[ \t]*\n)+[ \t]*/y))));
    else if (sign === "\\") pieces.push(escaped(cursor));
    else if (cursor.take(/''/y) && quote === "'") pieces.push("'");
    else {
      cursor.at += 1;
      return pieces.join("");
    }
  }
}

function escaped(cursor) {
  cursor.at += 1;
  if (cursor.sign === "\n") return "\n".repeat(breaksIn(cursor.take(/(?:[ \t]*\n)+[ \t]*/y)) - 1);
  const hex = cursor.take(HEX);
  const number = parseInt(hex.slice(1), 16);
  if (hex && number <= 0x10ffff) return String.fromCodePoint(number);
  if (hex || !Object.hasOwn(ESCAPES, cursor.sign)) cursor.fail("yaml-escape");
  cursor.at += 1;
  return ESCAPES[cursor.text[cursor.at - 1]];
}

// A text in a block: `|` keeps its line ends, `>` makes one line of lines that follow each other.
export function block(cursor, indent) {
  const { style, chomping, size } = header(cursor);
  const rest = cursor.text.slice(cursor.at).split("\n");
  const isWhole = rest.at(-1) === "";
  if (isWhole) rest.pop();
  const depth = size ? Math.max(indent, 0) + size : Math.max(indent + 1, 1, indentOf(rest));
  const end = rest.findIndex((line) => HAS_WORDS.test(line) && spacesOf(line) < depth);
  const lines = end < 0 ? rest : rest.slice(0, end);
  cursor.at = Math.min(cursor.text.length, lines.reduce((at, line) => at + line.length + 1, cursor.at));
  const texts = lines.map((line) => line.slice(depth));
  const blank = texts.length - 1 - texts.findLastIndex((text) => text !== "");
  const filled = texts.slice(0, texts.length - blank);
  const isEnded = filled.length > 0 && (end >= 0 || isWhole || blank > 0);
  const isCutOff = end < 0 && !isWhole && blank > 0; // spaces at the end of the file, without an end of line, are no line
  return (style === "|" ? filled.join("\n") : inOneLine(filled)) + (chomping !== "-" && isEnded ? "\n" : "") + (chomping === "+" ? "\n".repeat(blank - (isCutOff ? 1 : 0)) : "");
}

const HAS_WORDS = /[^ ]/;
const spacesOf = (line) => /^ */.exec(line)[0].length;

// The first line with words says how much all are indented; an empty one may not be indented more.
function indentOf(lines) {
  const first = lines.findIndex((line) => HAS_WORDS.test(line));
  return Math.max(0, ...lines.slice(0, first < 0 ? lines.length : first + 1).slice(-MOST_EMPTY).map(spacesOf));
}

function header(cursor) {
  const found = /^([|>])(?:([+-])([1-9])?|([1-9])([+-])?)?$/.exec(cursor.take(/[|>][^\s#]*/y));
  if (!found || (!cursor.take(/[ \t]+#[^\n]*|[ \t]*/y) && !"\n".includes(cursor.sign))) cursor.fail("yaml-syntax");
  if (!cursor.isAtEnd && !cursor.take(/\n/y)) cursor.fail("yaml-syntax");
  return { style: found[1], chomping: found[2] ?? found[5] ?? "", size: Number(found[3] ?? found[4] ?? 0) };
}

// Lines that are indented more than the others stay lines.
function inOneLine(lines) {
  let text = "";
  let empty = 0;
  let before;
  for (const line of lines) {
    if (line === "") {
      empty += 1;
      continue;
    }
    const isApart = BLANK.includes(line[0]);
    if (before) text += before.isApart || isApart ? "\n" : empty ? "" : " ";
    text += "\n".repeat(empty) + line;
    empty = 0;
    before = { isApart };
  }
  return text;
}
