// What a question means, as the sum of the vectors of its words, and how near every item is to it. Nothing of a model runs here.
import { matching } from "./excerpt.js";
import { kept, loaded } from "./kept.js";
import { separable } from "./query.js";
import { nearestQuestion } from "./reason.js";
import { words } from "./words.js";

const MOST_WORDS = 12;
const OF_A_PART = 0.7;
const A_QUESTION = 0.5;
const WEIGHT = { question: 0.8, keywords: 0.05 };
const LIKE_THE_BEST = 0.3;
const NEAR = 0.7;
const MOST_ANSWERS = 10;
const decoder = new TextDecoder();

export class Meaning {
  constructor(folder, lexicon, engine) {
    this.folder = new URL("vectors/", folder);
    this.facts = lexicon.meaning;
    this.lexicon = lexicon;
    this.engine = engine;
    this.loading = new Map();
  }

  // The vector of a question; nothing where none of its words has one, or where a file is missing or cut short: words then answer alone.
  async vector(text) {
    return this.facts ? this.sum(text).catch(() => undefined) : undefined;
  }

  async sum(text) {
    const verbs = await separable(text, this.lexicon);
    const all = [...this.lexicon.words(text), ...verbs.map(({ whole }) => whole)];
    const telling = [...new Set(all.filter((word) => !this.lexicon.stop.has(word)))].slice(0, MOST_WORDS);
    const found = await Promise.all([...telling, ...new Set(all.filter((word) => this.lexicon.stop.has(word)))].map((word) => this.rows(word)));
    const rows = found.flat();
    if (!found.slice(0, telling.length).flat().length) return undefined;
    const total = new Float64Array(this.facts.dimensions);
    for (const { weight, numbers } of rows) for (let at = 0; at < total.length; at++) total[at] += weight * numbers[at];
    return direction([total]);
  }

  // What is known of a word: its row, that of another form, or those of its parts, which then tell less each.
  async rows(word) {
    for (const form of new Set([word, ...(this.lexicon.stop.has(word) ? [] : await this.lexicon.formsOf(word))])) {
      const own = await this.row(form);
      if (own) return [own];
    }
    const parts = await Promise.all((await this.lexicon.cut(word)).map((part) => this.row(part)));
    return parts.filter(Boolean).map(({ weight, numbers }) => ({ weight: weight * OF_A_PART, numbers }));
  }

  async row(word) {
    return (await this.file(this.lexicon.stop.has(word) ? "stop" : this.place(word))).get(word);
  }

  // The number of the file in which a word would be: the last that does not begin behind it.
  place(word) {
    const { beginnings } = this.facts;
    let [low, high] = [0, beginnings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (beginnings[middle] <= word) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  file(name) {
    return this.once(`words-${name}.bin`, (bytes) => this.read(bytes));
  }

  once(name, made) {
    return kept(this.loading, name, async () => made(new Uint8Array(await (await loaded(new URL(name, this.folder))).arrayBuffer())));
  }

  read(bytes) {
    const rows = new Map();
    const end = bytes.indexOf(0);
    const length = 1 + this.facts.dimensions / 2;
    const lines = end > 0 ? decoder.decode(bytes.subarray(0, end)).split("\n") : [];
    if (end < 0 || bytes.length !== end + 1 + lines.length * length) throw new Error("vectors of words: cut short");
    for (const [at, line] of lines.entries()) {
      const begin = end + 1 + at * length;
      const row = { weight: bytes[begin], numbers: numbersIn(bytes.subarray(begin + 1, begin + length), 4) };
      for (const word of line.split(" ")) rows.set(word, row);
    }
    return rows;
  }

  // What the words of a question find, which may still be on its way, with what is near in meaning, best first. Keywords are rather what they say than what they mean,
  // and a word alone is nothing else; of more, what is like the two best comes sooner.
  async joined(asked, text, matches) {
    const [ranked, vector] = await Promise.all([asked, this.vector(text), this.facts && this.everyQuestion()]);
    const near = vector ? await this.nearness(vector).catch(() => []) : [];
    if (!near.length) return ranked;
    const all = words(text);
    const telling = this.lexicon.words(text).filter((word) => !this.lexicon.stop.has(word));
    const asks = all.length - telling.length >= A_QUESTION * all.length;
    const weight = asks ? WEIGHT.question : WEIGHT.keywords;
    const said = new Map(ranked.map((one) => [one.id, one]));
    const best = ranked[0]?.score ?? 1;
    for (const one of near) one.score = (said.get(one.result.id)?.score ?? 0) / best + weight * one.near;
    const liked = all.length > 1 ? LIKE_THE_BEST : 0;
    const like = direction(near.toSorted((a, b) => b.score - a.score).slice(0, 2).map(({ numbers }) => direction([numbers])));
    for (const one of near) one.score += (liked * product(one.numbers, like)) / one.length;
    const found = near.filter((one) => said.has(one.result.id) || one.near >= NEAR);
    const joined = found.map(({ result, score, near: share }) => ({ ...said.get(result.id), id: result.id, result: said.get(result.id)?.result ?? result, score, near: share }));
    joined.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    await this.explain(joined, vector, matches);
    return ranked.length ? joined : joined.filter((one) => !one.isBare);
  }

  // Something is always nearest. What only its meaning finds has a reason where one of its questions is near to what was asked, or a word
  // of it to be marked; without one (`isBare`) it is not shown at once. Only the first are read.
  async explain(found, vector, matches) {
    const isReason = ({ meta }) => nearestQuestion(meta, matches, { vector }).isNear || matching(Object.values(meta).join(" "), matches) > 0;
    const first = found.slice(0, MOST_ANSWERS).filter((one) => !one.about?.length);
    const reasons = await Promise.all(first.map(({ result }) => result.data().then(isReason, () => false)));
    const explained = new Set(first.filter((_, at) => reasons[at]));
    for (const one of found) one.isBare = !one.about?.length && !explained.has(one);
  }

  // How near every item is to a vector, by its id, from 0 for the farthest to 1 for the nearest; nothing where items have no vectors.
  async nearness(vector) {
    const items = await this.items();
    const found = items.map((item) => ({ ...item, near: product(item.numbers, vector) }));
    const least = found.reduce((low, { near }) => Math.min(low, near), Infinity);
    const most = found.reduce((high, { near }) => Math.max(high, near), -Infinity);
    return most > least ? found.map((one) => ({ ...one, near: (one.near - least) / (most - least) })) : [];
  }

  // What every question but a word alone needs, so that it comes with the first of them: the vectors of items and of small words.
  everyQuestion() {
    return Promise.allSettled([this.items(), this.file("stop")]);
  }

  items() {
    return this.once("items.bin", (bytes) => this.vectorsOfItems(bytes));
  }

  // The file has the items in the order of the list of what is newest.
  vectorsOfItems(bytes) {
    const { bits, dimensions, items } = this.facts;
    const { newest } = this.engine;
    const length = (dimensions * bits) / 8;
    if (bytes.length !== items * length || newest.length < items) throw new Error("vectors of items: cut short");
    return newest.slice(0, items).map((result, at) => {
      const numbers = numbersIn(bytes.subarray(at * length, (at + 1) * length), bits);
      return { result, numbers, length: lengthOf(numbers) };
    });
  }
}

// Plain loops: they run for every item.
function product(one, other) {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += one[at] * other[at];
  return sum;
}

const lengthOf = (vector) => Math.sqrt(product(vector, vector)) || 1;

// The sum of vectors, with the length 1.
function direction(vectors) {
  const sum = vectors[0].map((_, at) => vectors.reduce((total, numbers) => total + numbers[at], 0));
  const length = lengthOf(sum);
  return sum.map((number) => number / length);
}

// Bytes as numbers of so many bits, the first in the highest bits; each means an odd number on either side of zero.
function numbersIn(bytes, bits) {
  const each = 8 / bits;
  const most = 2 ** bits - 1;
  const numbers = new Float64Array(bytes.length * each);
  for (let at = 0; at < numbers.length; at++) numbers[at] = 2 * ((bytes[Math.floor(at / each)] >> (8 - bits * ((at % each) + 1))) & most) - most;
  return numbers;
}
