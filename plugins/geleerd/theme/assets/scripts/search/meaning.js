// What a question means, as the sum of the vectors of its words, and how near every item is to it. Nothing of a model runs here.
import { separable } from "./query.js";
import { nearestQuestion } from "./reason.js";
import { words } from "./words.js";

const MOST_WORDS = 12;
const OF_A_PART = 0.7;
const A_QUESTION = 0.4;
const WEIGHT = { question: 1, keywords: 0.05 };
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
    this.files = new Map();
  }

  // The vector of a question; nothing where none of its words has one.
  async vector(text) {
    if (!this.facts) return undefined;
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
    if (!this.files.has(name)) this.files.set(name, this.bytes(`words-${name}.bin`).then((bytes) => this.read(bytes)));
    return this.files.get(name);
  }

  // Nothing where a file is missing: the words of a question then answer alone.
  async bytes(name) {
    const answer = await fetch(new URL(name, this.folder)).catch(() => undefined);
    return answer?.ok ? new Uint8Array(await answer.arrayBuffer()) : new Uint8Array();
  }

  read(bytes) {
    const rows = new Map();
    const end = bytes.indexOf(0);
    const length = 1 + this.facts.dimensions / 2;
    const lines = end > 0 ? decoder.decode(bytes.subarray(0, end)).split("\n") : [];
    if (bytes.length !== end + 1 + lines.length * length) return rows;
    for (const [at, line] of lines.entries()) {
      const begin = end + 1 + at * length;
      const row = { weight: bytes[begin], numbers: numbersIn(bytes.subarray(begin + 1, begin + length), 4) };
      for (const word of line.split(" ")) rows.set(word, row);
    }
    return rows;
  }

  // What the words of a question find, which may still be on its way, with what is near in meaning, best first. Keywords are rather what they say than what they mean,
  // and a word alone is nothing else; of more, what is like the two best comes sooner.
  async joined(asked, text) {
    const [ranked, vector] = await Promise.all([asked, this.vector(text), this.facts && this.everyQuestion()]);
    const near = vector ? await this.nearness(vector) : [];
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
    return ranked.length ? joined : this.answering(joined.slice(0, MOST_ANSWERS), vector);
  }

  // Where no word was found something is always nearest: only items with a question near to what was asked.
  async answering(found, vector) {
    const data = await Promise.all(found.map(({ result }) => result.data()));
    return found.filter((_, at) => nearestQuestion(data[at].meta, () => false, { vector }).isNear);
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
    return Promise.all([this.items(), this.file("stop")]);
  }

  items() {
    this.all ??= this.loaded();
    return this.all;
  }

  // The file has the items in the order of the list of what is newest.
  async loaded() {
    const { bits, dimensions, items } = this.facts;
    const { newest } = this.engine;
    const bytes = await this.bytes("items.bin");
    const length = (dimensions * bits) / 8;
    if (bytes.length !== items * length || newest.length < items) return [];
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
