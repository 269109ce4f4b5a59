// What a reader asks, as concepts: each with the ways in which the site may say it, and how sure each of those is.
import { words } from "./words.js";

export const LONGEST_QUERY = 200;
const MOST_CONCEPTS = 10;
const SURE = { itself: 1, synonym: 0.6, parts: 0.7, near: 0.8, beginning: 0.5 };

// Gives `concepts` ({ ways: [{ terms, stems, sure }] }), `corrected` (the query with its misspelt words replaced, if there
// are any), `matches`: the words to recognise in a text, and `tokens`: the words that tell something, each with its term.
export async function understand(text, lexicon) {
  const all = words(text.slice(0, LONGEST_QUERY));
  const telling = all.filter((word) => !lexicon.stop.has(word));
  const tokens = [...new Set(telling.length ? telling : all)].slice(0, MOST_CONCEPTS);
  const found = await Promise.all(tokens.map((word) => meant(word, lexicon)));
  const concepts = withSynonyms(found, lexicon);
  const matches = [...found.flatMap((token) => token.forms), ...concepts.flatMap((concept) => concept.ways.flatMap((way) => way.stems))];
  return { concepts, corrected: correction(text, found), matches, tokens: found };
}

async function meant(word, lexicon) {
  const term = await lexicon.term(word);
  const parts = await lexicon.parts(word);
  const ways = [];
  if (term && (await lexicon.count(word))) ways.push(lexicon.exactly([term], SURE.itself));
  if (parts.length) ways.push(lexicon.exactly(parts, SURE.parts));
  if (term || parts.length) return { word, term: term ?? word, ways, forms: await lexicon.formsOf(word) };
  const near = (await lexicon.near(word)).filter((one) => one.count).slice(0, 3);
  for (const one of near) ways.push(lexicon.exactly([one.term], SURE.near));
  if (word.length > 2) ways.push({ terms: [word], stems: [word], sure: SURE.beginning });
  return { word, term: near[0]?.term ?? word, ways, correct: near[0]?.word, forms: [word, ...near.map((one) => one.word)] };
}

// Every word is a concept. Neighbours that together are a phrase of the glossary can also be said with the other phrases of its group.
function withSynonyms(found, lexicon) {
  const concepts = [];
  for (let at = 0; at < found.length; ) {
    const [length, others] = longestPhrase(found.slice(at).map((token) => token.term), lexicon.synonyms);
    const otherwise = [...others].map((phrase) => lexicon.exactly(phrase.split(" "), SURE.synonym));
    for (const token of found.slice(at, at + length)) concepts.push({ ways: [...token.ways, ...otherwise] });
    at += length;
  }
  return concepts;
}

function longestPhrase(terms, groups) {
  for (let length = Math.min(terms.length, 5); length > 0; length--) {
    const phrase = terms.slice(0, length).join(" ");
    const others = new Set(groups.filter((group) => group.includes(phrase)).flat());
    others.delete(phrase);
    if (others.size) return [length, others];
  }
  return [1, []];
}

function correction(text, found) {
  const wrong = new Map(found.filter((token) => token.correct).map((token) => [token.word, token.correct]));
  if (!wrong.size) return "";
  return text.split(/\s+/u).map((piece) => wrong.get(words(piece)[0]) ?? piece).join(" ");
}
