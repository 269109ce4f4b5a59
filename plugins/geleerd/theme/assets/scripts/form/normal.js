// Texts as `contribute/item_file.py` cleans them, and as the reader of files has them: composed, with plain line ends, without what no editor shows.
import { stripped } from "../ends.js";

const UNSEEN = /(?![\t\n])[\p{Control}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

const readable = (raw) => raw.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?/g, "\n").replace(UNSEEN, "").normalize("NFC");

export const clean = (raw) => stripped(readable(raw).replace(/\t/g, " "), " \n");

// What somebody typed in a field, which no check would count the space around of.
export const text = (raw) => clean(raw).trim();

export const line = (raw) => text(raw).split("\n").map((row) => row.trim()).filter(Boolean).join(" ");

// A body keeps its tabs, which mean something in Markdown, and loses the empty lines around it.
export function body(raw) {
  const rows = readable(raw).split("\n");
  return rows.slice(rows.findIndex(hasWords), rows.findLastIndex(hasWords) + 1).join("\n");
}

const hasWords = (row) => /[^ \t]/.test(row);

// Characters as people and the check count them, not the halves that JavaScript counts.
export const length = (value) => [...value].length;
