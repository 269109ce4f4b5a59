// GitHub's alerts, `> [!NOTE]`, as the site shows them: a box with a title. Obsidian has more kinds; `geleerd.commonmark` has the same list.
import { blocksIn, goesOn } from "./lines.js";

const FIRST = /^ {0,3}> ?\[!([^\]\n]+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/;
const KINDS = {
  note: "note", info: "note", todo: "note", abstract: "note", summary: "note", tldr: "note", question: "note", help: "note", faq: "note",
  example: "note", quote: "note", cite: "note",
  tip: "tip", hint: "tip", success: "tip", check: "tip", done: "tip",
  important: "important",
  warning: "warning", attention: "warning",
  caution: "caution", failure: "caution", fail: "caution", missing: "caution", danger: "caution", error: "caution", bug: "caution",
};
const QUOTED = /^ {0,3}> ?/;

export const alerts = (titles) => ({
  name: "alert",
  level: "block",
  tokenizer(source) {
    const first = FIRST.exec(source);
    if (!first) return undefined;
    const kind = KINDS[first[1].toLowerCase()];
    if (!kind) return undefined;
    const { raw, text } = inside(source.slice(first[0].length));
    const title = this.lexer.inlineTokens(first[2].trim() || titles[kind]);
    return { type: "alert", raw: first[0] + raw, kind, title, tokens: blocksIn(text, this.lexer) };
  },
  renderer({ kind, title, tokens }) {
    const words = this.parser.parseInline(title, this.parser.textRenderer).replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
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
