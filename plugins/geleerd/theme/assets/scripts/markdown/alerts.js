// GitHub's alerts, `> [!NOTE]`, as the site shows them: a box with a title.
import { blocksIn, goesOn } from "./lines.js";

const FIRST = /^ {0,3}> \[!(note|tip|important|warning|caution)\][ \t]*([^\n]*)(?:\n|$)/i;
const QUOTED = /^ {0,3}> ?/;

export const alerts = (titles) => ({
  name: "alert",
  level: "block",
  tokenizer(source) {
    const first = FIRST.exec(source);
    if (!first) return undefined;
    const { raw, text } = inside(source.slice(first[0].length));
    const kind = first[1].toLowerCase();
    return { type: "alert", raw: first[0] + raw, kind, title: first[2].trim() || titles[kind], tokens: blocksIn(text, this.lexer) };
  },
  renderer({ kind, title, tokens }) {
    const words = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return `<div class="admonition ${kind}">\n<p class="admonition-title">${words}</p>\n${this.parser.parse(tokens)}</div>\n`;
  },
});

function inside(source) {
  const lines = source.split("\n");
  const texts = [];
  let before = "";
  for (const line of lines) {
    if (!QUOTED.test(line) && !goesOn(before, line)) break;
    before = line.replace(QUOTED, "");
    texts.push(before);
  }
  const raw = lines.slice(0, texts.length).join("\n");
  return { raw: texts.length < lines.length && texts.length ? `${raw}\n` : raw, text: texts.join("\n") };
}
