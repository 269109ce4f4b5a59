// The expressions of the check, in the words of JavaScript, where `\w` and `\W` know no letters but a to z.
const compiled = new Map();
const WORDS = [["(?P<", "(?<"], ["[^\\W\\d_]", "\\p{L}"], ["[^\\W\\d]", "[\\p{L}_]"], ["[^\\W_]", "[\\p{L}\\p{N}]"], ["[\\W_]", "[^\\p{L}\\p{N}]"]];
const LETTERS = [["[^\\w", "[^\\p{L}\\p{N}_"], ["[\\w", "[\\p{L}\\p{N}_"], ["\\w", "[\\p{L}\\p{N}_]"], ["\\W", "[^\\p{L}\\p{N}_]"]];

export function searches(personal, name) {
  if (!compiled.has(name)) {
    const whole = personal[name].replaceAll("<day>", () => personal.day);
    compiled.set(name, new RegExp([...WORDS, ...LETTERS].reduce((source, [of, to]) => source.replaceAll(of, () => to), whole), "giu"));
  }
  return compiled.get(name);
}

// All that an expression finds, where each stands; and whether it finds anything.
export const spans = (text, personal, name) => [...text.matchAll(searches(personal, name))].map((found) => [found.index, found.index + found[0].length]);
export const says = (text, personal, name) => text.search(searches(personal, name)) >= 0;
export const startsWith = (text, personal, name) => text.search(searches(personal, name)) === 0;
