// Pages that are no items, for whoever types the name of one.
import { loaded } from "./kept.js";
import { words } from "./words.js";

const MOST = 3;

export class Direct {
  constructor(rows) {
    this.pages = rows.map(([name, kind, address, words]) => ({ name, kind, address, words: new Set(words.split(" ").filter(Boolean)) }));
  }

  static async load(folder) {
    return new Direct(await (await loaded(new URL("direct.json", folder))).json());
  }

  // The pages with all words of a question in their name, those with the fewest others first. Small words alone, such as "voor elkaar", are
  // a name where they stand together in one.
  named(tokens, question) {
    if (!tokens.length) return this.saying(words(question));
    const found = this.pages.filter(({ words }) => tokens.every(({ word, term }) => words.has(word) || words.has(term)));
    return found.sort((a, b) => a.words.size - b.words.size).slice(0, MOST);
  }

  saying(phrase) {
    const found = this.pages.filter(({ name }) => ` ${words(name).join(" ")} `.includes(` ${phrase.join(" ")} `));
    return phrase.length > 1 ? found.sort((a, b) => a.name.length - b.name.length).slice(0, MOST) : [];
  }
}
