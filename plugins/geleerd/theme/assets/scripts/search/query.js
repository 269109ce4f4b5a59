// What a reader asks, as concepts: each with the ways in which the site may say it, and how sure each of those is.
import { words } from "./words.js";

export const LONGEST_QUERY = 200;
const MOST_CONCEPTS = 10;
const SURE = { itself: 1, synonym: 0.8, parts: 0.7, near: 0.75, unknown: 0.5 };

// Gives `concepts` ({ text, ways: [{ terms, sure }] }) and `corrected`: the query with its misspelt words replaced, if there are any.
export async function understand(text, lexicon) {
  const all = words(text.slice(0, LONGEST_QUERY));
  const telling = all.filter((word) => !lexicon.stop.has(word));
  const tokens = [...new Set(telling.length ? telling : all)].slice(0, MOST_CONCEPTS);
  const found = await Promise.all(tokens.map((word) => meant(word, lexicon)));
  const concepts = withSynonyms(found, lexicon.synonyms);
  return { concepts, corrected: correction(text, found) };
}

async function meant(word, lexicon) {
  const lemma = await lexicon.lemma(word);
  const parts = await lexicon.parts(word);
  const ways = [];
  if (lemma) ways.push({ terms: [lemma], sure: SURE.itself });
  if (parts.length) ways.push({ terms: parts, sure: SURE.parts });
  if (ways.length) return { word, lemma: lemma ?? word, ways };
  const near = await lexicon.near(word);
  for (const one of near.slice(0, 3)) ways.push({ terms: [one.lemma], sure: SURE.near });
  ways.push({ terms: [word], sure: SURE.unknown });
  return { word, lemma: near[0]?.lemma ?? word, ways, correct: near[0]?.word };
}

// Neighbouring words that together are a phrase of the glossary become one concept, which other phrases of its group can say too.
function withSynonyms(found, groups) {
  const concepts = [];
  for (let at = 0; at < found.length; ) {
    const [length, others] = longestPhrase(found.slice(at).map((token) => token.lemma), groups);
    const tokens = found.slice(at, at + Math.max(1, length));
    const ways = tokens.length === 1 ? [...tokens[0].ways] : [];
    for (const phrase of others) ways.push({ terms: phrase.split(" "), sure: SURE.synonym });
    if (tokens.length === 1) concepts.push({ ways });
    else for (const token of tokens) concepts.push({ ways: [...token.ways, ...ways] });
    at += tokens.length;
  }
  return concepts;
}

function longestPhrase(lemmas, groups) {
  for (let length = Math.min(lemmas.length, 5); length > 0; length--) {
    const phrase = lemmas.slice(0, length).join(" ");
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
