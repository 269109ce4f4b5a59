// What mails and word processors do to a text, as far as it can be taken back. Every row keeps its number in what was pasted.
const DASHES = /^(?:(?:[–—―−] ?){1,6}|-{4,}|- - -)$/;
const FIELD = /^[\p{L}_][\p{L}\d_ ’'-]*:/u;
// Every contribution begins with its mark, or with its type.
const MARKED = /^(?:id|type|soort)\s*:/i;
const MOST_ANSWERS = 50;
const BULLET = /^(\s*)[•·▪◦‣]\s*/;

const isFence = (text) => text === "---" || DASHES.test(text);

// The rows of the front matter and of the text below it, from the first fence that has fields below it; null without one.
// `isClosed` says whether the front matter ends.
export function contribution(raw) {
  const rows = decoded(raw.replace(/\r\n?/g, "\n").split("\n").map((text, place) => ({ text: plain(text), number: place + 1 })));
  const filled = rows.map((row) => ({ number: row.number, text: bare(row.text) })).filter((row) => row.text);
  const fence = filled.findIndex((row, place) => isFence(row.text) && FIELD.test(filled[place + 1]?.text ?? ""));
  const begin = fence < 0 ? -1 : rows.findIndex((row) => row.number === filled[fence].number);
  if (begin < 0) return null;
  const unmarked = unindented(unquoted(rows.slice(begin)));
  const end = unmarked.findIndex((row, place) => place > 0 && isFence(row.text.trim()));
  const front = unmarked.slice(1, end < 0 ? unmarked.length : end).map((row) => ({ ...row, text: row.text.replace(BULLET, "$1- ") }));
  return { front, body: end < 0 ? [] : unmarked.slice(end + 1), isClosed: end >= 0, begin: rows[begin].number };
}

// The texts of several contributions in one mail, each from its own first row; one text where there is one. A rule in a story begins none.
export function apart(raw) {
  const rows = raw.replace(/\r\n?/g, "\n").split("\n");
  const begins = rows.flatMap((row, place) => {
    const next = rows.slice(place + 1).find((each) => bare(plain(each)));
    return isFence(bare(plain(row))) && next && MARKED.test(bare(plain(next))) ? [place] : [];
  });
  if (begins.length < 2) return [raw];
  return begins.map((begin, place) => rows.slice(place ? begin : 0, begins[place + 1]).join("\n"));
}

const plain = (text) => text.replace(/[\u00a0\u2007\u202f]/g, " ").replace(/[\u200b\ufeff]/g, "");

const bare = (text) => text.replace(/^[\s>]*/, "").trim();

// Mails may come in quoted-printable: `=` at the end of a row joins it to the next, and `=E2=80=9C` is a character.
function decoded(rows) {
  const isPrintable = rows.some((row) => /=20$|=[C-F][0-9A-F]=[89AB][0-9A-F]/.test(row.text)) || rows.filter((row) => /[^=]=$/.test(row.text)).length > 1;
  if (!isPrintable) return rows;
  const joined = [];
  for (const row of rows) {
    const before = joined.at(-1);
    if (before?.goesOn) Object.assign(before, { text: before.text + row.text.replace(/=$/, ""), goesOn: row.text.endsWith("=") });
    else joined.push({ ...row, text: row.text.replace(/=$/, ""), goesOn: row.text.endsWith("=") });
  }
  return joined.map(({ text, number }) => ({ text: characters(text).trimEnd(), number }));
}

function characters(text) {
  return text.replace(/(?:=[0-9A-F]{2})+/g, (found) => {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(found.slice(1).split("="), (pair) => parseInt(pair, 16)));
    } catch {
      return found;
    }
  });
}

// An answer to an answer has more than one mark before each row; a row that a mail wrapped has none.
function unquoted(rows) {
  const depth = Math.min(MOST_ANSWERS, /^[\s>]*/.exec(rows[0].text)[0].split(">").length - 1);
  let found = rows;
  for (let level = 0; level < depth; level += 1) found = found.map((row) => ({ ...row, text: row.text.replace(/^\s?> ?/, "") }));
  return found;
}

function unindented(rows) {
  const indent = /^\s*/.exec(rows[0].text)[0];
  return rows.map((row) => (indent && row.text.startsWith(indent) ? { ...row, text: row.text.slice(indent.length) } : row));
}
