// Texts as `contribute/item_file.py` cleans them, and as the reader of files has them: composed, with plain line ends, without what no editor shows.
const UNSEEN = /(?![\t\n])[\p{Control}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;
const SPACE_AROUND = /^\s+|\s+$/gu;

const readable = (raw) => raw.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?/g, "\n").replace(UNSEEN, "").normalize("NFC");

export const clean = (raw) => readable(raw).replace(/\t/g, " ").replace(/^[ \n]+|[ \n]+$/g, "");

// What somebody typed in a field, which no check would count the space around of.
export const text = (raw) => clean(raw).replace(SPACE_AROUND, "");

export const line = (raw) => text(raw).replace(/\s*\n\s*/g, " ");

// A body keeps its tabs, which mean something in Markdown.
export const body = (raw) => readable(raw).replace(/^(?:[ \t]*\n)+/, "").replace(/(?:\n[ \t]*)+$/, "").replace(/^[ \t]+$/, "");

// Characters as people and the check count them, not the halves that JavaScript counts.
export const length = (value) => [...value].length;
