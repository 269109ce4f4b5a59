// The sentence of a text that says most of what was asked, with the matching words marked.
const PIECES = /[\p{L}\p{N}]+/gu;
const LONGEST = 240;

import { plain, SHORTEST_PART } from "./words.js";

// A text as a fragment of the page, the words that match inside <mark>.
export function marked(text, matches) {
  const fragment = document.createDocumentFragment();
  let end = 0;
  for (const found of text.matchAll(PIECES)) {
    if (!matches(plain(found[0]))) continue;
    const mark = document.createElement("mark");
    mark.textContent = found[0];
    fragment.append(text.slice(end, found.index), mark);
    end = found.index + found[0].length;
  }
  fragment.append(text.slice(end));
  return fragment;
}

// How many different words of a text match.
export const matching = (text, matches) => new Set([...text.matchAll(PIECES)].map(([word]) => plain(word)).filter(matches)).size;

// The best sentence, or nothing when none matches.
export function bestSentence(text, matches) {
  let best = "";
  let most = 0;
  for (const sentence of text.match(/[^.!?]+[.!?]*/gu) ?? []) {
    const count = matching(sentence, matches);
    if (count > most) [best, most] = [sentence.trim(), count];
  }
  return best.length > LONGEST ? `${best.slice(0, LONGEST)}…` : best;
}

// Recognises the forms of the terms, also inside compounds, and whatever begins with one of the `beginnings`. What stands before a
// form in a compound could be a word: "houden" is no compound of "ouden".
export function matcher(forms, beginnings = []) {
  const known = new Set(forms);
  const long = forms.filter((form) => form.length >= 5);
  const isPart = (at) => at === 0 || at >= SHORTEST_PART;
  return (word) => known.has(word) || long.some((form) => isPart(word.indexOf(form))) || beginnings.some((letters) => word.startsWith(letters));
}
