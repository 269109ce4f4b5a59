// What of all that was found fits well enough to be shown; the rest is one click away.
import { plain, QUOTED } from "./words.js";

const SHARE = 0.5;
const FEWEST = 10;
const MOST_READ = 40;

// The results with a fair share of the best score, or the first page of them, and `less`: those that fit less well. What has no score fits,
// and whoever asks for all, or narrows by a choice, sees all.
export function fitting(ranked, isAll) {
  const least = isAll ? 0 : SHARE * (ranked[0]?.score ?? 0);
  const fits = (one, at) => at < FEWEST || !(one.score < least);
  return { found: ranked.filter(fits), less: ranked.filter((one, at) => !fits(one, at)) };
}

// Words between quotes stand together in what is shown, as far as a search knows its text. Where no item has them so, `isSaid` is false.
export async function withPhrases(question, { found, less }) {
  const phrases = [...question.matchAll(QUOTED)].map(([, said]) => joined(said)).filter(Boolean);
  if (!phrases.length) return { found, less, isSaid: true };
  const all = [...found, ...less];
  const texts = await Promise.all(all.slice(0, MOST_READ).map(async ({ result }) => {
    const { title, summary, asked, text } = (await result.data()).meta;
    return ` ${joined([title, summary, asked, text].join(" . "))} `;
  }));
  const said = new Set(all.slice(0, MOST_READ).filter((_, at) => phrases.every((phrase) => texts[at].includes(` ${phrase} `))));
  if (!said.size) return { found, less, isSaid: false };
  return { found: all.filter((one) => said.has(one)), less: all.filter((one) => !said.has(one)), isSaid: true };
}

const joined = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(" ");
