// Dates, times and lengths of time as people write them, and as files have them: `read/everyday/` does the same with the same words, and one
// file of cases tests both.
const LONGEST = 200;
const MOST_PIECES = 5;
const MOST = 1_000_000;
const PIECE = /[0-9]+|\p{L}+(?:['’]\p{L}+)*|\S/gu;

// The readers, with the words of all languages.
export function everyday(words) {
  return {
    date: (text) => date(text, words.dates),
    moment: (text) => moment(text, words.dates),
    span: (text) => span(text, words.lengths),
    minutes: (text) => longest(span(text, words.lengths)),
    number: (text) => sameOf(span(text, words.lengths)),
    spanTyped: (written, isTime) => spanTyped(written, isTime, words.lengths),
    step: (line) => step(line, words.lengths),
  };
}

function wordsIn(text, lexicon) {
  const pieces = [...text.matchAll(PIECE)];
  const found = [];
  for (let at = 0; at < pieces.length; at += found.at(-1).size) found.push(wordAt(pieces.slice(at, at + MOST_PIECES), lexicon, text));
  return found;
}

function wordAt(pieces, lexicon, text) {
  const [first] = pieces;
  const start = first.index;
  const isApart = start > 0 && /\s/.test(text[start - 1]);
  if (/^[0-9]/.test(first[0])) return { kind: "n", value: Number(first[0].slice(0, 15)), text: first[0], start, end: start + first[0].length, isApart, size: 1 };
  for (let size = pieces.length; size > 0; size -= 1) {
    const phrase = pieces.slice(0, size).map((piece) => piece[0].toLowerCase()).join(" ");
    const last = pieces[size - 1];
    if (Object.hasOwn(lexicon, phrase)) return { kind: lexicon[phrase][0], value: lexicon[phrase][1], text: phrase, start, end: last.index + last[0].length, isApart, size };
  }
  return { kind: "?", value: 0, text: first[0].toLowerCase(), start, end: start + first[0].length, isApart, size: 1 };
}

// Without the words that say nothing, and without the dots behind abbreviations.
const telling = (words) => words.filter((word, place) => word.kind !== "_" && !(word.kind === "." && place && !/^[0-9]/.test(words[place - 1].text)));

// Dates. `Y` is a year of four digits, `n` another number, `M` the name of a month. In numbers the day comes before the month.
const SHAPE = /^(Y|Y-nn?|Y[-.]n[-.]n|n[-.]?Y|n[-.]?n[-.]?Y|M[-.]?Y|n[-.]?M[-.]?Y|M\.?nY)(?:([-T])?(n[.:]n(?::n)?u?|nun?|n(?:[.:]n)?[ap]))?$/;
const WITH_ZONE = /^\s*([0-9]{4}-[0-9]{2}-[0-9]{2})[ Tt][0-9]{2}:[0-9]{2}\S*(?: \S+)?\s*$/;

function date(text, lexicon) {
  const ofAProgram = text.length <= LONGEST ? WITH_ZONE.exec(text) : null;
  return dated(ofAProgram ? ofAProgram[1] : text, lexicon)?.date ?? null;
}

function moment(text, lexicon) {
  const found = dated(text, lexicon);
  if (found?.date.length !== 10) return null;
  return found.time ? `${found.date} ${found.time}` : found.date;
}

const sign = (word) => (word.kind !== "n" ? word.kind : word.text.length === 4 ? "Y" : word.text.length <= 2 ? "n" : "?");

function dated(text, lexicon) {
  if (text.length > LONGEST) return null;
  const words = telling(wordsIn(text.replace(/[. ]+$/, ""), lexicon));
  const shape = SHAPE.exec(words.map(sign).join(""));
  if (!shape) return null;
  const numbers = words.filter((word) => "nM".includes(word.kind)).map((word) => word.value);
  const letters = shape[1].replace(/[^YnM]/g, "");
  const day = dayOf(letters, numbers.slice(0, letters.length));
  const time = timeOf(shape[3] ?? "", numbers.slice(letters.length));
  const isSound = day?.length === 10 || shape[2] !== "-"; // a dash stands between a whole day and its time alone
  return day && isSound && time !== null ? { date: day, time } : null;
}

function dayOf(letters, numbers) {
  const year = numbers[letters.indexOf("Y")];
  let [month, day] = [undefined, undefined];
  if (letters === "Ynn") [, month, day] = numbers;
  else if (letters === "nnY") [day, month] = numbers;
  else if (letters.includes("M")) [month, day] = [numbers[letters.indexOf("M")], numbers[letters.indexOf("n")]];
  else month = numbers[letters.indexOf("n")];
  if (!exists(year, month, day)) return null;
  return [String(year).padStart(4, "0"), ...[month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, "0"))].join("-");
}

export const exists = (year, month = 1, day = 1) => {
  const found = new Date(Date.UTC(2000, month - 1, day));
  found.setUTCFullYear(year, month - 1, day);
  return year > 0 && found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
};

function timeOf(shape, [hour, minute = 0, ...seconds]) {
  if (!shape) return "";
  let hours = hour;
  if ("ap".includes(shape.at(-1))) {
    if (hour < 1 || hour > 12) return null;
    hours = (hour % 12) + (shape.at(-1) === "p" ? 12 : 0);
  }
  if (hours > 23 || minute > 59 || seconds.some((second) => second > 59)) return null;
  return `${String(hours).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

// Lengths of time and numbers of people.
const MINUTES = { m: 1, q: 15, H: 30, h: 60 };
const NAMES = { m: "minutes", h: "hours", d: "days", p: "people", "": "" };
const LETTERS = Object.fromEntries(Object.entries(NAMES).map(([letter, name]) => [name, letter]));
const NOTHING = { least: null, most: null, unit: "" };

function span(text, lexicon) {
  if (text.length > LONGEST) return null;
  const words = lengthWords(text, lexicon);
  if (words.length === 1 && words[0].kind === "o") return { ...NOTHING, unit: "ongoing" };
  const found = spanAt(words, 0);
  return found && found.at === words.length ? found.span : null;
}

const sameOf = (found) => (found && found.least !== null && found.least === found.most ? found.least : null);

function longest(found) {
  if (!found) return null;
  const value = found.most ?? found.least;
  const factor = found.unit === "" ? 1 : MINUTES[LETTERS[found.unit]] ?? 0;
  const minutes = value === null ? 0 : value * factor;
  return minutes > 0 && minutes <= MOST ? minutes : null;
}

const isSaid = (value) => value !== undefined && value !== null && value !== "";

// What was written at `min`, `max` and `unit` of a span, as those fields have it: each number in the same unit.
function spanTyped(written, isTime, lexicon) {
  const own = LETTERS[written.unit ?? ""] ?? "";
  const [low, high] = ["min", "max"].map((key) => (isSaid(written[key]) ? span(String(written[key]), lexicon) : NOTHING));
  if (!low || !high) return null;
  if (isTime && [low.unit, high.unit].includes("ongoing")) return { unit: "ongoing" };
  if (![low.unit, high.unit].every((unit) => ["", ...(isTime ? ["minutes", "hours", "days"] : ["people"])].includes(unit))) return null;
  const smallest = low.least ?? (low.most === null && high.least !== high.most ? high.least : null);
  const largest = high.most ?? (low.least !== low.most ? low.most : null);
  const ends = [["min", smallest, low.least !== null ? low.unit : high.unit], ["max", largest, high.most !== null ? high.unit : low.unit]].filter(([, value]) => value !== null);
  const joined = ends.length ? inOneUnit(ends.map(([, value, name]) => ({ value, unit: LETTERS[name] || own }))) : null;
  if (!joined) return null;
  const name = ["", "p"].includes(joined.unit) ? "" : NAMES[joined.unit];
  return { ...Object.fromEntries(ends.map(([key], place) => [key, joined.values[place]])), ...(name ? { unit: name } : {}) };
}

const MARKS = /^[\s:,.;)\]–—-]+/;
const BULLET = /^(?:[-*+•]|[0-9]{1,3}[.)]) /;
const BRACKETS = / ?[([]([^()[\]]{1,40})[)\]] ?/g;
const BREAK = /\s*(?:[([:,;]|\s[–—-]+\s)\s*/g;
const LONGEST_END = 40;

// A line of a plan as what is done and its minutes. Of a span the longest counts, and its words stay, so that no reader misses them.
function step(line, lexicon) {
  const text = line.replace(/\s+/g, " ").trim();
  const bare = text.replace(BULLET, "");
  const [title, minutes] = [minutesFirst, minutesLast, minutesBetween, minutesLoose].reduce((found, read) => found ?? read(bare, lexicon), null) ?? [text];
  return minutes ? { title, minutes } : { title };
}

function minutesFirst(text, lexicon) {
  const start = /^[([]/.test(text) ? 1 : 0;
  const words = lengthWords(text.slice(start, 2 * LONGEST_END), lexicon);
  const found = spanAt(words, 0);
  const minutes = found?.span.unit ? longest(found.span) : null;
  if (minutes === null) return null;
  const end = start + words[found.at - 1].end;
  const rest = text.slice(end).replace(MARKS, "");
  if (!rest || words[found.at]?.kind === "!") return null;
  return [found.span.least === found.span.most ? rest : `${rest} (${text.slice(start, end)})`, minutes];
}

function minutesLast(text, lexicon) {
  const begin = Math.max(text.length - LONGEST_END, 1);
  for (const found of text.slice(begin).matchAll(BREAK)) {
    const read = span(text.slice(begin + found.index + found[0].length).replace(/[ .)\]]+$/, ""), lexicon);
    const minutes = read?.unit ? longest(read) : null;
    if (minutes !== null) return [read.least === read.most ? text.slice(0, begin + found.index) : text, minutes];
  }
  return null;
}

// Minutes between brackets in the middle of a step: "Praat (10 min) in tweetallen".
function minutesBetween(text, lexicon) {
  for (const found of text.slice(0, LONGEST).matchAll(BRACKETS)) {
    const read = span(found[1], lexicon);
    const minutes = read?.unit ? longest(read) : null;
    if (minutes !== null && found.index) return [read.least === read.most ? `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}` : text, minutes];
  }
  return null;
}

// Minutes that nothing parts from the words before them: "Praat 10 min". An hour there may be a time, and `m` a distance.
function minutesLoose(text, lexicon) {
  for (let at = Math.max(text.length - LONGEST_END, 1); at < text.length; at += 1) {
    if (text[at] !== " ") continue;
    const read = lengthWords(text.slice(at), lexicon).at(-1)?.text === "m" ? null : span(text.slice(at).replace(/[ .]+$/, ""), lexicon);
    const minutes = read?.unit === "minutes" ? longest(read) : null;
    const before = wordsIn(text.slice(Math.max(at - LONGEST_END, 0), at), lexicon).at(-1);
    if (minutes !== null && !["!", "n"].includes(before?.kind)) return [read.least === read.most ? text.slice(0, at) : text, minutes];
  }
  return null;
}

const lengthWords = (text, lexicon) => telling(wordsIn(text, lexicon));

function spanAt(words, from) {
  let bound = ["<", ">"].includes(words[from]?.kind) ? words[from].kind : "";
  if (!bound && words[from + 1] && words[from].kind === "b" && /^\p{L}+$/u.test(words[from].text)) bound = "<";
  const first = amountAt(words, from + bound.length);
  if (!first) return null;
  const [low, at] = andMinutes(first.amount, words, first.at);
  if (words[at]?.kind === "+") {
    const [unit, end] = unitAt(words, at + 1);
    return spanning([{ value: low.value, unit: low.unit || unit }], ">", end);
  }
  const second = !bound && ["b", "&", "/"].includes(words[at]?.kind) ? amountAt(words, at + 1) : null;
  if (!second) return spanning([low], bound, at);
  const high = second.amount;
  return spanning([{ value: low.value, unit: low.unit || high.unit }, { value: high.value, unit: high.unit || low.unit }], "", second.at);
}

// Hours and the minutes behind them as one amount.
function andMinutes(amount, words, at) {
  if (amount.unit !== "h") return [amount, at];
  const behind = words[at]?.kind === "&" ? at + 1 : at;
  const more = amountAt(words, behind);
  const isLast = more?.at === words.length && more.amount.value >= 10 && more.amount.value < 60;
  const isGlued = behind === at && words[at] && (!words[at].isApart || isLast);
  if (!more || !Number.isInteger(amount.value) || !(["m", "q", "H"].includes(more.amount.unit) || (isGlued && !more.amount.unit))) return [amount, at];
  return [{ value: amount.value * 60 + more.amount.value * (MINUTES[more.amount.unit] ?? 1), unit: "m" }, more.at];
}

function spanning(amounts, bound, at) {
  const joined = inOneUnit(amounts);
  if (!joined) return null;
  return { span: { least: bound === "<" ? null : joined.values[0], most: bound === ">" ? null : joined.values.at(-1), unit: NAMES[joined.unit] }, at };
}

function inOneUnit(amounts) {
  const units = new Set(amounts.map((amount) => amount.unit));
  if (units.has("d") || units.has("p")) units.delete("");
  if (units.size > 1 && ![...units].every((unit) => unit === "" || unit in MINUTES)) return null;
  let unit = units.size === 1 ? [...units][0] : "m";
  let values = amounts.map((amount) => amount.value);
  if (unit === "q" || unit === "H" || (unit === "h" && !values.every(Number.isInteger))) [values, unit] = [values.map((value) => value * MINUTES[unit]), "m"];
  else if (unit === "m") values = amounts.map((amount) => amount.value * MINUTES[amount.unit || "m"]);
  return values.every((value) => Number.isInteger(value) && value >= 0 && value <= MOST) ? { values, unit } : null;
}

function amountAt(words, at) {
  const number = numberAt(words, at);
  if (!number) {
    const [unit, end] = unitAt(words, at);
    return unit === "q" || unit === "H" ? { amount: { value: 1, unit }, at: end } : null;
  }
  const [unit, end] = unitAt(words, number.at);
  if (number.isClock) return unit === "h" ? { amount: { value: number.value, unit: "m" }, at: end } : null;
  return { amount: { value: number.value, unit }, at: end };
}

function numberAt(words, at) {
  const kinds = words.slice(at, at + 3).map((word) => word.kind).join("");
  if (kinds === "n,n" || kinds === "n.n") {
    const decimals = words[at + 2].text;
    // A point before two digits is that of a time: 13.30.
    return kinds === "n,n" || decimals.length === 1 ? { value: Number(`${words[at].value}.${decimals}`), at: at + 3 } : null;
  }
  if (kinds === "n:n" && words[at + 2].text.length === 2) return { value: words[at].value * 60 + words[at + 2].value, at: at + 3, isClock: true };
  if (partOfAnHour(words, at)) return { value: partOfAnHour(words, at), at: at + 3 };
  if (kinds.startsWith("nn") && partOfAnHour(words, at + 1)) return { value: words[at].value + partOfAnHour(words, at + 1), at: at + 4 };
  if (kinds.startsWith("nf")) return { value: words[at].value + words[at + 1].value, at: at + 2 };
  if (/^[nf]/.test(kinds)) return { value: words[at].value, at: at + 1 };
  let [value, end] = [1, at];
  while (end < at + 2 && words[end]?.kind === "N") {
    value *= words[end].value;
    end += 1;
  }
  return end > at ? { value, at: end } : null;
}

// The value of `1/2` before an hour; zero for other numbers with a slash, which are the ends of a span.
const WRITTEN_PARTS = { "1/2": 0.5, "1/4": 0.25, "3/4": 0.75 };
const partOfAnHour = (words, at) => (words[at + 3]?.kind === "h" ? WRITTEN_PARTS[words.slice(at, at + 3).map((word) => word.text).join("")] ?? 0 : 0);

const unitAt = (words, at) => (["m", "h", "d", "q", "H", "p"].includes(words[at]?.kind) ? [words[at].kind, at + 1] : ["", at]);
