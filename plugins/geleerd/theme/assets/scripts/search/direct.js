// Pages that are no items, for whoever types the name of one.
import { loaded } from "./kept.js";

const MOST = 3;

export class Direct {
  constructor(rows) {
    this.pages = rows.map(([name, kind, address, words]) => ({ name, kind, address, words: new Set(words.split(" ").filter(Boolean)) }));
  }

  static async load(folder) {
    return new Direct(await (await loaded(new URL("direct.json", folder))).json());
  }

  // The pages with all words of a question in their name, those with the fewest others first.
  named(tokens) {
    if (!tokens.length) return [];
    const found = this.pages.filter(({ words }) => tokens.every(({ word, term }) => words.has(word) || words.has(term)));
    return found.sort((a, b) => a.words.size - b.words.size).slice(0, MOST);
  }
}
