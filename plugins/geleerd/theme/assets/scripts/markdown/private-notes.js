// What stands between `%%` is meant for nobody but its writer; the site leaves it out. Behind a number these are percent signs.
import { interruption } from "./lines.js";

const LINES = /^ {0,3}%%(?![^\n]*%%)[^\n]*(?:\n(?![^\n]*%%)[^\n]*)*(?:\n[^\n]*%%[^\n]*)?(?:\n|$)/;
const WORDS = /^%%[^\n]*?%%/;

const note = (name, level, pattern, start) => ({
  name,
  level,
  start,
  tokenizer(source, before) {
    if (level === "inline" && /\d$/.test(before.at(-1)?.raw ?? "")) return undefined;
    const [raw] = pattern.exec(source) ?? [];
    return raw ? { type: name, raw } : undefined;
  },
  renderer: () => "",
});

export const privateNotes = [
  note("privateLines", "block", LINES, (source) => interruption(source, /\n {0,3}%%(?![^\n]*%%)/)),
  note("privateWords", "inline", WORDS, (source) => source.indexOf("%%")),
];
