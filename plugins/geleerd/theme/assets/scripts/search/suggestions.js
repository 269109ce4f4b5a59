// What may be meant by what somebody is typing: pages, titles of items, and questions that items answer.
import { loaded } from "./kept.js";
import { plain } from "./words.js";

const MOST = 7;
const MOST_OF_EACH = 3;
const SHORTEST = 2;
const pieces = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

export class Suggestions {
  // Rows of pages (name, kind, address, words in which people ask for it) and of titles (title, type, address), questions, and the names of types.
  constructor(pages, { titles, questions }, types) {
    this.groups = [
      pages.map(([text, kind, address, words]) => entry(text, kind, address, words)),
      titles.map(([text, type, address]) => entry(text, types[type] ?? "", address)),
      questions.map((text) => entry(text, "", "")),
    ];
  }

  static async load(folder, types) {
    const [pages, told] = await Promise.all(["direct.json", "suggested.json"].map(async (name) => (await loaded(new URL(name, folder))).json()));
    return new Suggestions(pages, told, types);
  }

  // Those in which every word begins a word, some of every kind; what begins with it comes first, then what is shortest.
  for(typed) {
    const asked = pieces(typed);
    if (asked.join("").length < SHORTEST) return [];
    const start = plain(typed.trim());
    const fitting = this.groups.map((group) => group
      .filter(({ words }) => asked.every((piece) => words.some((word) => word.startsWith(piece))))
      .sort((a, b) => b.plain.startsWith(start) - a.plain.startsWith(start) || a.text.length - b.text.length));
    const first = fitting.map((group) => group.slice(0, MOST_OF_EACH));
    return first.flat().slice(0, MOST);
  }
}

const entry = (text, kind, address, others = "") => ({ text, kind, address, plain: plain(text), words: pieces(`${text} ${others}`) });
