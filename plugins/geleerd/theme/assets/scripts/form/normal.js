// Texts as `contribute/item_file.py` cleans them, and as the reader of files has them: composed, with plain line ends, without what no editor shows.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const SPACE_AROUND = /^[\s\u0085\ufeff]+|[\s\u0085\ufeff]+$/gu;

const readable = (raw) => raw.replace(/\p{Surrogate}/gu, "\ufffd").replace(/\r\n?/g, "\n").replace(UNSEEN, "").normalize("NFC");

export const clean = (raw) => readable(raw).replace(/\t/g, " ").replace(/^[ \n]+|[ \n]+$/g, "");

// What somebody typed in a field, which no check would count the space around of.
export const text = (raw) => clean(raw).replace(SPACE_AROUND, "");

export const line = (raw) => text(raw).replace(/\s*\n\s*/g, " ");

// A body keeps its tabs, which mean something in Markdown.
export const body = (raw) => readable(raw).replace(/^(?:[ \t]*\n)+/, "").replace(/(?:\n[ \t]*)+$/, "").replace(/^[ \t]+$/, "");

// Characters as people and the check count them, not the halves that JavaScript counts.
export const length = (value) => [...value].length;
