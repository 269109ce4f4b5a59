// What of all that was found fits well enough to be shown; the rest is one click away.
import { answered } from "./kept.js";
import { understand } from "./query.js";
import { plain, QUOTED } from "./words.js";

const SHARE = 0.5;
const FEWEST = 10;
const MOST_READ = 200;

// The results with a fair share of the best score, or the first page of them, and `less`: those that fit less well, or show no reason to be
// there. What has no score fits. Whoever narrows by a choice sees all that has a reason; whoever asks for all sees the rest behind that.
export function fitting(ranked, { isNarrow, isAll }) {
  const least = isNarrow || isAll ? 0 : SHARE * (ranked[0]?.score ?? 0);
  const fits = (one, at) => !one.isBare && (at < FEWEST || !(one.score < least));
  const [found, less] = [ranked.filter(fits), ranked.filter((one, at) => !fits(one, at))];
  return isAll ? { found: [...found, ...less], less: [] } : { found, less };
}

// Words between quotes stand together in what is shown, as far as a search knows its text. Where no item has them so, `isSaid` is false.
export async function withPhrases(question, { found, less }, lexicon, engine) {
  const phrases = [...question.matchAll(QUOTED)].map(([, said]) => joined(said)).filter(Boolean);
  if (!phrases.length) return { found, less, isSaid: true };
  const all = [...found, ...less];
  const holds = await holding(phrases.join(" "), lexicon, engine);
  const read = await answered(all.filter(({ id }) => holds(id)).slice(0, MOST_READ).map(async (one) => [one, texts((await one.result.data()).meta)]));
  const said = new Set(read.filter(([, text]) => phrases.every((phrase) => text.includes(` ${phrase} `))).map(([one]) => one));
  if (!said.size) return { found, less, isSaid: false };
  return { found: all.filter((one) => said.has(one)), less: all.filter((one) => !said.has(one)), isSaid: true };
}

// A test of the id of an item that may say a text: it holds all words that tell something, in some form.
async function holding(text, lexicon, engine) {
  const { tokens } = await understand(text, lexicon);
  const having = await Promise.all(tokens.map(({ term }) => engine.term(term + lexicon.mark)));
  return (id) => having.every((items) => items.has(id));
}

// All that a result may show, each text by itself.
const texts = ({ title, summary, networks, themes, names, asked, text }) =>
  [title, summary, networks, themes, names, asked, text].flatMap((one) => (one ?? "").split(" | ")).map((one) => ` ${joined(one)} `).join("|");

const joined = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
