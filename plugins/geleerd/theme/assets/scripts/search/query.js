// What a reader asks, as concepts: each with the ways in which the site may say it, and how sure each of those is.
import { answered } from "./kept.js";
import { plain, spelled, words } from "./words.js";

export const LONGEST_QUERY = 200;
const MOST_CONCEPTS = 10;
const MOST_HELD = 14_000;
const SURE = { itself: 1, synonym: 0.6, parts: 0.7, near: 0.8, beginning: 0.5 };
const FAINT = 0.2;
const LONGER_THAN_A_SLIP = 6;
const FARTHEST = 5;

// Gives `concepts` ({ ways: [{ terms, stems, sure }], weight }), `corrected` (the query with its misspelt words replaced, if there
// are any), `matches`: the words to recognise in a text, `beginnings`: what only the begin of a word is, `also`: how else it may be said, `tokens`: the words that tell something, each with
// its term, and `count`: how many those are, with words that stand apart and are one. Small words alone would find items by chance: they
// are no concepts. A word of which the file does not come is left out, as long as others tell something.
export async function understand(text, lexicon) {
  const all = lexicon.words(text.slice(0, LONGEST_QUERY));
  const tokens = [...new Set(all.filter((word) => !lexicon.stop.has(word)))].slice(0, MOST_CONCEPTS);
  const found = await answered(tokens.map((word) => meant(word, lexicon)));
  const longer = await joins(all, tokens, lexicon).catch(none);
  for (const { verb, whole } of await separable(text.slice(0, LONGEST_QUERY), lexicon).catch(none)) {
    const token = found.find((one) => one.word === verb);
    if (token) token.ways.push(...(await meant(whole, lexicon)).ways);
    else longer.push(whole);
  }
  const joined = await Promise.all([...new Set(longer)].map((word) => meant(word, lexicon)));
  const said = new Map([...spelled(text).map((word) => [plain(word), word]), ...found.flatMap(({ word, correct }) => (correct ? [[word, correct]] : []))]);
  const concepts = telling([found, ...joined.map((token) => [token])].flatMap((phrase) => withSynonyms(phrase, lexicon, said)));
  const matches = [...[...found, ...joined].flatMap((token) => token.forms), ...concepts.flatMap((concept) => concept.ways.flatMap((way) => way.stems))];
  const beginnings = concepts.flatMap(({ ways }) => ways.filter((way) => way.sure === SURE.beginning).flatMap(({ stems }) => stems));
  const also = concepts.flatMap(({ asked, own, ways }) => ways.filter((way) => way.sure === SURE.synonym).map(({ stems }) => ({ asked, own, stems })));
  const count = found.length + joined.length;
  return { concepts, corrected: correction(text, found), matches, beginnings, also, tokens: found, count, isSmall: all.length > 0 && !concepts.length };
}

const none = () => [];

// A word that is one step from a word of the site is misspelt before it is a compound, or "dragvlak" would be "drag" and "vlak".
async function meant(asked, lexicon) {
  const word = await lexicon.spelled(asked);
  const weight = lexicon.faint.has(word) ? FAINT : 1;
  const term = await lexicon.term(word);
  const near = term ? [] : await meantBySlip(word, lexicon);
  const slipped = near[0]?.steps === 1 && word.length >= LONGER_THAN_A_SLIP;
  const cut = slipped ? [] : await lexicon.cut(word).catch(none);
  const [count, parts] = await Promise.all([lexicon.count(word), Promise.all(cut.map((part) => lexicon.term(part)))]);
  const ways = [];
  if (term && count) ways.push(lexicon.exactly([term], SURE.itself, count));
  if (parts.length) ways.push(lexicon.exactly(parts, SURE.parts, await lexicon.counts(cut)));
  if (term || parts.length) return { word: asked, term: term ?? word, ways, weight, forms: [asked, ...(await forms([word, ...cut], lexicon))] };
  for (const one of near) ways.push(lexicon.exactly([one.term], SURE.near, one.count));
  if (word.length > 2) ways.push({ terms: [word], stems: [word], sure: SURE.beginning, count: 0 });
  return { word: asked, term: near[0]?.term ?? word, ways, weight, correct: near.length ? lexicon.spelling(near[0].word) : undefined, forms: [word, ...near.map((one) => one.word)] };
}

const forms = async (words, lexicon) => (await Promise.all(words.map((word) => lexicon.formsOf(word)))).flat();

// What could be meant by a word that the site has not; a word of the language is never misspelt.
async function meantBySlip(word, lexicon) {
  const near = (await lexicon.near(word).catch(none)).filter((one) => one.count).slice(0, 3);
  return near.length && (await lexicon.isSpelled(word)) ? [] : near;
}

// Neighbours that are one word of the site, such as "jaar planning".
async function joins(all, tokens, lexicon) {
  const pairs = all.slice(1).flatMap((last, at) => (tokens.includes(all[at]) && tokens.includes(last) ? [[all[at], last]] : []));
  const words = pairs.flatMap(([head, last]) => ["", ...lexicon.linking].map((letters) => head + letters + last));
  const counts = await Promise.all(words.map((word) => lexicon.count(word)));
  return words.filter((_, at) => counts[at]);
}

// Verbs of which the first part stands apart, which may be what the rest of the verb says: at the end of a clause ("mensen haken af") or before an infinitive ("om mee te doen").
export async function separable(text, lexicon) {
  const clauses = text.split(/[,.;:?!]/u).map((clause) => words(clause));
  const likely = clauses.flatMap((clause) => {
    const last = clause.at(-1);
    const ends = lexicon.particles.has(last) ? clause.slice(-1 - FARTHEST, -1).map((verb) => ({ verb, whole: last + verb })) : [];
    const before = clause.flatMap((word, at) => (lexicon.particles.has(word) && clause[at + 1] === lexicon.infinitive && clause[at + 2] ? [{ verb: clause[at + 2], whole: word + clause[at + 2] }] : []));
    return [...ends, ...before];
  });
  const counts = await Promise.all(likely.map(({ whole }) => lexicon.count(whole)));
  return likely.filter((_, at) => counts[at]);
}

// On a large site, what nearly every item says decides little beside rarer words, and loads most: the commonest ways are left out.
function telling(concepts) {
  let left = MOST_HELD;
  const ways = concepts.flatMap((concept) => concept.ways).sort((a, b) => a.count - b.count);
  const asked = new Set(ways.filter((way, at) => (left -= way.count) >= 0 || at === 0));
  return concepts.map((concept) => ({ ...concept, ways: concept.ways.filter((way) => asked.has(way)) })).filter(({ ways }) => ways.length);
}

// Every word is a concept. Neighbours that together are a phrase of the glossary are one, which can also be said with the other phrases of
// its group: "personen" by itself is no "verwarde personen".
function withSynonyms(found, lexicon, said) {
  const concepts = [];
  for (let at = 0; at < found.length; ) {
    const [length, others] = longestPhrase(found.slice(at).map((token) => token.term), lexicon.synonyms);
    const phrase = found.slice(at, at + length);
    const otherwise = [...others].map((words) => lexicon.exactly(words.split(" "), SURE.synonym));
    const asked = length === 1 ? phrase[0].ways : [lexicon.exactly(phrase.map((token) => token.term), SURE.itself)];
    concepts.push({ ...named(phrase, said), ways: [...asked, ...otherwise], weight: length === 1 ? phrase[0].weight : 1 });
    at += length;
  }
  return concepts;
}

// What was asked, and the words by which to recognise that it is said so.
const named = (phrase, said) => ({ asked: asIsSaid(phrase, said), own: phrase.flatMap(({ forms, term, ways }) => [...forms, term, ...ways.flatMap((way) => way.stems)]) });

// The words of a phrase as they are spelled, or should be, with the small words between them.
function asIsSaid(phrase, said) {
  const all = [...said.keys()];
  const [from, to] = [phrase[0], phrase.at(-1)].map(({ word }) => all.indexOf(word));
  return from < 0 ? phrase[0].word : all.slice(from, to + 1).map((word) => said.get(word)).join(" ");
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
  return text.split(/\s+/u).map((piece) => (wrong.has(words(piece)[0]) ? piece.replace(/[\p{L}\p{N}\p{M}]+/u, wrong.get(words(piece)[0])) : piece)).join(" ");
}
