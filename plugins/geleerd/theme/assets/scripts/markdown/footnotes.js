// Footnotes: `[^1]` in a sentence, and `[^1]: …` anywhere. They are numbered, and stand below the text, in the order in which it names them.
import { blocksIn, goesOn, interruption } from "./lines.js";

const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
const REFERENCE = /^\[\^([^\]\s]+)\]/;
const INDENTED = /^(?: {4}| {0,3}\t)/;

const keyOf = (name) => name.toLowerCase();

// What a reader of texts needs for one text: `extensions` of marked, and afterwards the list of notes as HTML.
export function footnotes(reader) {
  const defined = new Map();
  const named = new Map();
  const definition = {
    name: "footnote",
    level: "block",
    start: (source) => interruption(source, /\n {0,3}\[\^[^\]\s]+\]:/),
    tokenizer(source) {
      const [first, name] = DEFINITION.exec(source) ?? [];
      if (!first) return undefined;
      const { raw, text } = inside(source, first);
      const tokens = blocksIn(text, this.lexer);
      if (!defined.has(keyOf(name))) defined.set(keyOf(name), tokens);
      return { type: "footnote", raw };
    },
    renderer: () => "",
  };
  const reference = {
    name: "footnoteReference",
    level: "inline",
    start: (source) => source.indexOf("[^"),
    tokenizer(source) {
      const [raw, name] = REFERENCE.exec(source) ?? [];
      return raw && defined.has(keyOf(name)) ? { type: "footnoteReference", raw, key: keyOf(name) } : undefined;
    },
    renderer: ({ key }) => {
      if (!named.has(key)) named.set(key, { number: named.size + 1, times: 0 });
      const note = named.get(key);
      note.times += 1;
      return `<sup class="footnote-ref"><a href="#fn-${note.number}" id="${idOf(note.number, note.times)}">${note.number}</a></sup>`;
    },
  };
  return { extensions: [definition, reference], html: () => (named.size ? listed(reader, defined, named) : "") };
}

const idOf = (number, time) => `fnref-${number}${time > 1 ? `-${time}` : ""}`;

// A note may name another one, which then comes at the end: the list grows while it is written.
function listed(reader, defined, named) {
  const notes = [];
  for (const [key, note] of named) notes.push({ note, html: reader.parser(defined.get(key)) });
  const rows = notes.map(({ note, html }) => `<li id="fn-${note.number}">\n${withLinksBack(html, note)}</li>\n`);
  return `<div class="footnotes">\n<ol>\n${rows.join("")}</ol>\n</div>\n`;
}

function withLinksBack(html, { number, times }) {
  const links = Array.from({ length: times }, (_, index) => {
    const again = index ? `<sup class="footnote-ref">${index + 1}</sup>` : "";
    return `<a href="#${idOf(number, index + 1)}" class="footnote-backref">↩${again}</a>`;
  }).join(" ");
  return html.endsWith("</p>\n") ? `${html.slice(0, -5)} ${links}</p>\n` : `${html}${links}\n`;
}

function inside(source, first) {
  const lines = source.slice(first.length).split("\n");
  const texts = [lines[0]];
  let end = 1;
  for (let next = 1; next < lines.length; next += 1) {
    const line = lines[next];
    if (line.trim() === "") continue;
    if (!INDENTED.test(line) && !(end === next && goesOn(texts.at(-1), line))) break;
    while (end < next) { texts.push(""); end += 1; }
    texts.push(line.replace(INDENTED, ""));
    end = next + 1;
  }
  const raw = first + lines.slice(0, end).join("\n");
  return { raw: end < lines.length ? `${raw}\n` : raw, text: texts.join("\n") };
}
