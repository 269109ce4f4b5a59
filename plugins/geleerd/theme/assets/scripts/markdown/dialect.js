// The Markdown of the site, as `geleerd.commonmark` has it: CommonMark and GitHub's additions. marked reads it; what it lacks stands here.
import { alerts } from "./alerts.js";
import { footnotes } from "./footnotes.js";
import { privateNotes } from "./private-notes.js";

// The HTML of a text, which nobody has checked yet. A field has no headings, images and footnotes. `titles`: of alerts, by kind.
export function html(marked, text, { isField, titles }) {
  const reader = new marked.Marked({ gfm: true, renderer: isField ? IN_FIELDS : IN_BODIES });
  reader.use({ extensions: [alerts(titles), ...privateNotes] });
  if (isField) return reader.parse(text);
  const notes = footnotes(reader);
  reader.use({ extensions: notes.extensions });
  return reader.parse(text) + notes.html();
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

// marked ends an empty block of code with a line of its own, and is not exact about its indentation.
function code({ text, lang, raw, codeBlockStyle }) {
  const language = /^\S+/.exec(lang ?? "")?.[0];
  const lines = codeBlockStyle === "indented" ? indented(raw) : fenced(text, raw);
  return `<pre><code${language ? ` class="language-${escaped(language)}"` : ""}>${escaped(lines)}</code></pre>\n`;
}

const indented = (raw) => `${raw.replace(/(?<!\n)\n+$/, "").replace(/^(?: {0,3}\t| {1,4})/gm, "")}\n`;

// The lines between two fences, as far to the left as the first fence allows.
function fenced(text, raw) {
  if (text === "" && !/\n[ \t]*\n/.test(raw)) return "";
  const indentation = new RegExp(`^ {0,${/^ */.exec(raw)[0].length}}`);
  return raw.split("\n").slice(1, text.split("\n").length + 1).map((line) => `${line.replace(indentation, "")}\n`).join("");
}

// marked takes away the line end after a block of HTML.
const written = ({ text, block }) => (block && !text.endsWith("\n") ? `${text}\n` : text);

// A page has one title, its own: a first-level heading in a body becomes a second-level one.
function heading({ depth, tokens }) {
  const level = Math.max(2, depth);
  return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
}

// A bare address ends before a curly quote, and before such signs of a word processor at its end.
const BEHIND_ADDRESS = /[“”„«»]/;
const AT_THE_END = "‘’…–—!?.,:;*_~'\"";

function link({ href, text, raw }) {
  if (raw !== text) return false;
  let end = BEHIND_ADDRESS.exec(text)?.index ?? text.length;
  if (end === text.length) while (AT_THE_END.includes(text[end - 1])) end -= 1;
  const rest = text.slice(end);
  return /[“”„«»‘’…–—]/.test(rest) ? `<a href="${escaped(href.slice(0, -rest.length))}">${escaped(text.slice(0, end))}</a>${escaped(rest)}` : false;
}

const IN_BODIES = { code, heading, html: written, link };
const IN_FIELDS = {
  code,
  link,
  html: written,
  heading({ tokens }) {
    return `<p><strong>${this.parser.parseInline(tokens)}</strong></p>\n`;
  },
  image({ tokens, text }) {
    return escaped(tokens ? this.parser.parseInline(tokens, this.parser.textRenderer) : text);
  },
};
