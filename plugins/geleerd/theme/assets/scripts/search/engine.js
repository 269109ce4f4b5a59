// Pagefind, asked one term at a time; what it answers is joined here, so that one unknown word never empties a result.
const RANKING = { termFrequency: 1, pageLength: 0.5, termSaturation: 1.2, termSimilarity: 6 };
const SATURATION = 0.6;
const ALONE = 0.6;

export class Engine {
  constructor(pagefind, { items, every }) {
    this.pagefind = pagefind;
    this.items = items;
    this.every = every;
    this.terms = new Map();
    this.members = new Map();
  }

  // `lexicon` says how many items there are, and the term that all of them hold: without words Pagefind would load its whole index.
  static async load(folder, base, lexicon) {
    const pagefind = await import(new URL("pagefind.js", folder));
    await pagefind.options({ baseUrl: base, ranking: RANKING });
    await pagefind.init();
    return new Engine(pagefind, lexicon);
  }

  // Every item, newest first: what a search without words shows, and the order by date.
  newest() {
    this.all ??= this.pagefind.search(this.every, { sort: { date: "desc" } }).then(({ results }) => results);
    return this.all;
  }

  // The items that hold a term, with how well.
  term(term) {
    if (!this.terms.has(term)) {
      this.terms.set(term, this.pagefind.search(term).then(({ results }) => new Map(results.map((result) => [result.id, result]))));
    }
    return this.terms.get(term);
  }

  // The ids of the items with a value of a facet.
  having(facet, value) {
    const key = `${facet}:${value}`;
    if (!this.members.has(key)) {
      const asked = this.pagefind.search(this.every, { filters: { [facet]: value } });
      this.members.set(key, asked.then(({ results }) => new Set(results.map((result) => result.id))));
    }
    return this.members.get(key);
  }

  // The items that say any of the concepts, best first.
  async ranked(concepts) {
    const answers = await Promise.all(concepts.map((concept) => this.saying(concept)));
    const found = new Map();
    let total = 0;
    for (const [at, answer] of answers.entries()) {
      const rarity = answer.size ? concepts[at].weight * Math.log(1 + this.items / answer.size) : 0;
      total += rarity;
      for (const [id, { result, score }] of answer) {
        const one = found.get(id) ?? { id, result, score: 0, covered: 0 };
        one.score += rarity * score;
        one.covered += rarity;
        found.set(id, one);
      }
    }
    const ranked = [...found.values()];
    for (const one of ranked) one.score *= 0.25 + 0.75 * (one.covered / total);
    return ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  }

  // The items that say a concept in any of its ways; an item must hold all terms of a way, or one of them when no item does.
  async saying(concept) {
    const found = await this.saidBy(concept.ways);
    if (found.size) return found;
    return this.saidBy(concept.ways.filter((way) => way.terms.length > 1).flatMap((way) => way.terms.map((term) => ({ terms: [term], sure: way.sure * ALONE }))));
  }

  async saidBy(ways) {
    const found = new Map();
    for (const way of ways) {
      const answers = await Promise.all(way.terms.map((term) => this.term(term)));
      for (const [id, result] of answers[0]) {
        const scores = answers.map((answer) => answer.get(id)?.score);
        if (scores.includes(undefined)) continue;
        const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        const score = way.sure * (mean / (mean + SATURATION));
        if (score > (found.get(id)?.score ?? 0)) found.set(id, { result, score });
      }
    }
    return found;
  }
}
