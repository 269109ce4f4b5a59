// Finds items by their terms, each asked by itself; what it answers is joined here, so that one unknown word never empties a result.
import { Index } from "./index.js";
import { answered, kept } from "./kept.js";

const HALF = 58;
const OF_LENGTH = 0.5;
const LONGER = 6;
const SATURATION = 0.15;
const ALONE = 0.6;

export class Engine {
  constructor(index, site) {
    this.index = index;
    this.items = index.pages.map((_, page) => ({ id: page, data: () => this.shown(page) }));
    this.newest = index.newest.map((page) => this.items[page]);
    this.site = site;
    this.terms = new Map();
  }

  static async load(folder, site) {
    return new Engine(await Index.load(folder), site);
  }

  async shown(page) {
    const { url, meta } = await this.index.shown(page);
    return { url: url.startsWith("/") ? new URL(url.slice(1), this.site).href : url, meta };
  }

  // The items that hold a term, with how well.
  term(term) {
    return kept(this.terms, term, () => this.scores(term));
  }

  // Okapi BM25; a longer term counts the less, the longer it is.
  async scores(beginning) {
    const found = new Map();
    for (const [term, held] of await this.index.terms(beginning)) {
      const likeness = alike(term.length - beginning.length);
      for (const [page, weight] of held) {
        const half = HALF * (1 - OF_LENGTH + (OF_LENGTH * this.index.pages[page][1]) / this.index.length);
        found.set(page, (found.get(page) ?? 0) + (weight * likeness) / (half + weight * likeness));
      }
    }
    const rarity = Math.log(1 + (this.items.length - found.size + 0.5) / (found.size + 0.5));
    for (const [page, score] of found) found.set(page, rarity * score);
    return found;
  }

  // The ids of the items with a value of a facet.
  async having(facet, value) {
    return (await this.index.values(facet)).get(value) ?? new Set();
  }

  // The items that say any of the concepts, best first, each with what it says of what was asked (`about`). A concept is the rarer, the fewer
  // items say it, and the less surely these do.
  async ranked(concepts) {
    const answers = await answered(concepts.map(async (concept) => [concept, await this.saying(concept)]));
    const found = new Map();
    let total = 0;
    for (const [{ asked, weight }, { found: answer, isWhole }] of answers) {
      const held = [...answer.values()].reduce((sum, score) => sum + score, 0);
      const rarity = held ? weight * Math.log(1 + this.items.length / held) : 0;
      total += rarity;
      for (const [id, score] of answer) {
        const one = found.get(id) ?? { id, result: this.items[id], score: 0, covered: 0, about: [] };
        one.score += rarity * score;
        one.covered += rarity;
        if (isWhole) one.about.push(asked);
        found.set(id, one);
      }
    }
    const ranked = [...found.values()];
    for (const one of ranked) one.score *= 0.25 + 0.75 * (one.covered / total);
    return ranked.sort((a, b) => b.score - a.score || a.id - b.id);
  }

  // The items that say a concept in any of its ways; an item must hold all terms of a way, or one of them when no item does: then what they
  // say `isWhole` no more.
  async saying(concept) {
    const whole = await this.saidBy(concept.ways);
    if (whole.size) return { found: whole, isWhole: true };
    const found = await this.saidBy(concept.ways.filter((way) => way.terms.length > 1).flatMap((way) => way.terms.map((term) => ({ terms: [term], sure: way.sure * ALONE }))));
    return { found, isWhole: false };
  }

  async saidBy(ways) {
    const found = new Map();
    for (const way of ways) {
      const answers = await Promise.all(way.terms.map((term) => this.term(term)));
      for (const id of answers[0].keys()) {
        const scores = answers.map((answer) => answer.get(id));
        if (scores.includes(undefined)) continue;
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        const score = way.sure * (mean / (mean + SATURATION));
        if (score > (found.get(id) ?? 0)) found.set(id, score);
      }
    }
    return found;
  }
}

// How like a term is to the letters with which it begins: 1 for those alone, and quickly less the more follow.
const alike = (more) => Math.exp(LONGER * (Math.exp(-((more + 1) ** 2) / 8) - Math.exp(-1 / 8)));
