// YAML that cannot be read, as it was meant: the same changes as `read/yaml_mending/syntax.py`, tried until YAML reads on; one file of cases tests both.
import { stripped } from "../ends.js";

const KEYED = /^(?<before>\s*(?:- +)*)(?<key>[\p{L}\d_-]+)(?<colon>\s*:)(?<gap>\s*)(?<value>\S.*)$/u;
const keyedIn = (line) => KEYED.exec(line.trimEnd());
const elementIn = (line) => ELEMENT.exec(line.trimEnd());
const BULLET = /^( *)[*•·▪–—] +(?=[\p{L}\d_-]+:(?:\s|$))/u;
const ELEMENT = /^(?<before>\s*-)(?<gap>\s+)(?<value>\S.*)$/;
const GOES_ON = /^[\p{L}\d_("'“‘]/u;
const [OPENING, CLOSING] = ["“„‟«‹‘‚‛", "”“»›’‘"];
// An apostrophe that is the begin of a Dutch word: 's Ochtends, 't.
const ELIDED = /^'(?:ns|[kmnrst])\s/;
const LINES_BACK = 3;
const MOST_GUESSES = 8;
const LONGEST = 16 * 1024;

// The tree in rows of YAML, and the rows that were changed to read it. `load` throws an `Unread`.
export function readMended(rows, load) {
  let lines = rows;
  const mended = [];
  for (;;) {
    try {
      return { tree: load(lines.join("\n")), mended };
    } catch (error) {
      const line = lineOf(error, lines);
      const isTried = mended.length < MOST_GUESSES && lines.join("\n").length <= LONGEST;
      const found = isTried ? helping(line, lines, load) : null;
      if (!found) throw Object.assign(error, { place: line });
      lines = found.lines;
      mended.push(...found.made);
    }
  }
}

function helping(line, lines, load) {
  for (const { first, last, made } of likely(line, lines)) {
    const tried = [...lines.slice(0, first), ...made, ...Array(last - first + 1 - made.length).fill(""), ...lines.slice(last + 1)];
    const wrong = whereWrong(tried, load);
    if (wrong === null || wrong > Math.max(last, line)) return { lines: tried, made };
  }
  return null;
}

function whereWrong(lines, load) {
  try {
    load(lines.join("\n"));
    return null;
  } catch (error) {
    return lineOf(error, lines);
  }
}

// Of quotes that do not close, what is wrong is where the first of them opens.
function lineOf(error, lines) {
  const open = error.code === "yaml-quote" ? lines.findIndex(isOpen) : -1;
  return open >= 0 ? open : Math.min(error.line, lines.length - 1);
}

function isOpen(line) {
  const value = (keyedIn(line) ?? elementIn(line))?.groups.value ?? "";
  return /["']/.test(value[0] ?? "") && value.split(value[0]).length % 2 === 0;
}

// What may have been meant, the most telling first.
function* likely(line, lines) {
  const above = Array.from({ length: Math.min(LINES_BACK, line + 1) }, (_, back) => line - back);
  for (const number of above) {
    for (const made of onOneLine(lines[number])) if (made !== lines[number]) yield { first: number, last: number, made: [made] };
  }
  for (const number of above.filter((each) => each > 0)) {
    const before = keyedIn(lines[number - 1]);
    if (before && GOES_ON.test(lines[number].trimStart()) && !keyedIn(lines[number])) {
      yield { first: number - 1, last: number, made: [inQuotes(before.groups, `${withoutQuotes(before.groups.value)} ${withoutQuotes(lines[number].trim())}`)] };
    }
  }
  for (const number of above.filter((each) => each > 0 && (keyedIn(lines[each]) || /^\s*- /.test(lines[each])))) {
    for (const column of columns(lines, number)) yield { first: number, last: number, made: [" ".repeat(column) + lines[number].trimStart()] };
  }
}

// Where the lines above begin, and where the text behind their hyphens does.
function* columns(lines, line) {
  for (const above of lines.slice(Math.max(0, line - 5), line).reverse()) {
    const dashes = /^ *(?:- +)+/.exec(above);
    if (dashes) yield dashes[0].length;
    if (above.trim()) yield /^ */.exec(above)[0].length;
  }
}

function* onOneLine(line) {
  if (line.includes("\t")) yield line.replaceAll("\t", "  ");
  const bullet = BULLET.exec(line);
  if (bullet) yield `${bullet[1]}- ${line.slice(bullet[0].length)}`;
  const [keyed, element] = [keyedIn(line), elementIn(line)];
  for (const found of [keyed, element].filter(Boolean)) {
    const { gap, value, before, key } = found.groups;
    const isKeyed = found === keyed;
    if (OPENING.includes(value[0]) && (CLOSING.includes(value.at(-1)) || ![...value].some((sign) => CLOSING.includes(sign)))) yield inQuotes(found.groups, inside(value));
    if (isKeyed && !gap) {
      if (!value.startsWith("//")) yield* [`${before}${key}: ${value}`, inQuotes(found.groups, value)];
      continue;
    }
    yield* inBrackets(line, value);
    if (ELIDED.test(value) && value.at(-1) !== "'") yield inQuotes(found.groups, value);
    if (/["']/.test(value[0]) && value.at(-1) !== value[0] && value.split(value[0]).length === 2) yield inQuotes(found.groups, value.slice(1).replace(/(?<!["'])["']+$/, ""));
    if (/["']/.test(value[0])) yield inQuotes(found.groups, value.length > 1 && value.at(-1) === value[0] ? value.slice(1, -1) : value);
    if (!/^(?:\[.*\]|\{.*\})$/.test(value)) yield inQuotes(found.groups, value);
  }
}

function* inBrackets(line, value) {
  const elided = value.split(/([[\]{},])/).map(withQuotesWhereElided).join("");
  if (/[[{]/.test(value[0]) && elided !== value) yield line.slice(0, line.lastIndexOf(value)) + elided;
  const closing = { "[": "]", "{": "}" }[value[0]];
  if (closing && value.split(value[0]).length > value.split(closing).length) yield line.trimEnd() + closing;
  if (closing === "]" && value.at(-1) === closing && !/[[\]{}"']/.test(value.slice(1, -1))) {
    const parts = value.slice(1, -1).split(",").map((part) => part.trim()).filter(Boolean);
    const made = parts.map((part) => (/^[\p{L}\d_ -]+$/u.test(part) ? part : JSON.stringify(part))).join(", ");
    yield `${line.slice(0, line.lastIndexOf(value))}[${made}]`;
  }
}

function withQuotesWhereElided(part) {
  const at = part.lastIndexOf(": ") + 1;
  const [before, words] = [part.slice(0, at), part.slice(at).trim()];
  return ELIDED.test(words) && words.at(-1) !== "'" ? `${before}${/^\s*/.exec(part.slice(at))[0]}${JSON.stringify(words)}` : part;
}

function inQuotes({ before, key }, value) {
  const isSingle = /["\\]/.test(value) && !value.includes("'");
  return `${key === undefined ? before : `${before}${key}:`} ${isSingle ? `'${value}'` : JSON.stringify(value)}`;
}

const inside = (value) => stripped(value, OPENING + CLOSING);
const withoutQuotes = (value) => stripped(value, `"'${OPENING}${CLOSING}`);

// One pair of typographic quotes around a whole text.
export const withoutCurlyQuotes = (text) => (text.length > 2 && "“„«‘".includes(text[0]) && "”“»’".includes(text.at(-1)) && !/[“”„«»]/.test(text.slice(1, -1)) ? text.slice(1, -1) : text);
