// Text as the words that a search compares; the build cuts texts in the same way (`find/tokens.py`).
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;

// The letters that a part of a compound has at least.
export const SHORTEST_PART = 4;

// A word in lower case and without accents.
export const plain = (word) => word.toLowerCase().normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");

// The words of a text as they are spelled, without an ending behind an apostrophe.
export const spelled = (text) => [...text.toLowerCase().matchAll(WORD)]
  .map(([found]) => found.replace(/['’].*/u, ""))
  .filter((word) => [...word].length > 1 || /^\p{Nd}$/u.test(word));

// The plain words of a text.
export const words = (text) => spelled(text).map(plain);

// Words between quotes, which stand together.
export const QUOTED = /["“”„]([^"“”„]+)["“”„]/gu;
