// The words that lead to the site's terms. A file holds the words with one beginning, and is fetched when a query needs it.
import { distance } from "./distance.js";
import { answered, kept, loaded } from "./kept.js";
import { SHORTEST_PART, words } from "./words.js";

const fileName = (beginning) => `words-${[...beginning].map((c) => (/[a-z0-9]/i.test(c) ? c : `-${c.codePointAt(0).toString(16)}`)).join("")}.json`;

export class Lexicon {
  constructor(folder, facts) {
    this.folder = folder;
    this.items = facts.items;
    this.stop = new Set(facts.stop);
    this.faint = new Set(facts.faint);
    this.idle = facts.idle;
    this.negations = new Set(facts.negations);
    [this.infinitive, ...this.particles] = facts.particles;
    this.particles = new Set(this.particles);
    this.spellings = facts.spelled;
    this.accents = new Map(Object.entries(facts.accents));
    this.synonyms = facts.synonyms;
    this.linking = facts.linking;
    this.longest = facts.longest;
    this.mark = facts.mark;
    this.meaning = facts.meaning;
    this.files = new Set(facts.files);
    this.loading = new Map();
  }

  static async load(folder) {
    return new Lexicon(folder, await (await loaded(new URL("lexicon.json", folder))).json());
  }

  // The words of a text, without phrases that tell nothing though their words would, such as "de hele tijd".
  words(text) {
    const all = ` ${words(text).join(" ")} `;
    return this.idle.reduce((left, phrase) => left.replaceAll(` ${phrase} `, " "), all).split(" ").filter(Boolean);
  }

  // Whether a text says that something is not so.
  negates(text) {
    return words(text).some((word) => this.negations.has(word));
  }

  // The words with a beginning: form to term, and term to what is known of it.
  beginning(letters) {
    if (!this.files.has(letters)) return Promise.resolve({ forms: new Map(), terms: new Map() });
    return this.once(fileName(letters), byForm);
  }

  once(name, made) {
    return kept(this.loading, name, async () => made(await (await loaded(new URL(name, this.folder))).json()));
  }

  // The term of a word, or undefined when no word of the site has this form.
  async term(word) {
    return (await this.beginning(word.slice(0, 2))).forms.get(word);
  }

  // A plain word with the accents that items give it.
  spelling(word) {
    return this.accents.get(word) ?? word;
  }

  // A word as the site has it: without the -s of "iets vervelends" where that is what it knows.
  async spelled(word) {
    const bare = word.length > SHORTEST_PART && word.endsWith("s") && !(await this.term(word)) ? word.slice(0, -1) : word;
    return bare !== word && (await this.count(bare)) ? bare : word;
  }

  // Whether a word is a common one of the language, whether the site has it or not. Where nothing tells, nobody misspelt it.
  async isSpelled(word) {
    const letter = word[0];
    if (!this.spellings.includes(letter)) return false;
    return this.once(`spelled-${letter}.json`, (common) => ` ${common} `).then((common) => common.includes(` ${word} `), () => true);
  }

  // In how many items the term of a word stands.
  async count(word) {
    const { forms, terms } = await this.beginning(word.slice(0, 2));
    return terms.get(forms.get(word))?.count ?? 0;
  }

  // The words with the same beginning and the same term, to recognise them in a text.
  async formsOf(word) {
    const { forms, terms } = await this.beginning(word.slice(0, 2));
    return terms.get(forms.get(word))?.forms ?? [word];
  }

  // In how many items the terms of words stand, together.
  async counts(all) {
    return (await Promise.all(all.map((word) => this.count(word)))).reduce((sum, count) => sum + count, 0);
  }

  // The parts of a compound, as words of the site; empty when it is none.
  async cut(word) {
    if (!this.linking.length || word.length < 2 * SHORTEST_PART || word.length > this.longest) return [];
    const cuts = Array.from({ length: word.length - 2 * SHORTEST_PART + 1 }, (_, n) => n + SHORTEST_PART).reverse();
    for (const cut of cuts) {
      const head = await this.head(word.slice(0, cut));
      const terms = head && [await this.term(head), await this.term(word.slice(cut))];
      if (terms?.[1] && !terms.some((term) => this.stop.has(term))) return [head, word.slice(cut)];
    }
    return [];
  }

  async head(text) {
    for (const letters of ["", ...this.linking]) {
      const bare = text.slice(0, text.length - letters.length);
      if (text.endsWith(letters) && bare.length >= SHORTEST_PART && (await this.term(bare))) return bare;
    }
    return undefined;
  }

  // A way to say something that needs all of these terms, as the index has them: with a mark behind each, so that no
  // longer ones are found. `stems` are the same without it, to recognise in a text, and
  // `count` is in how many items they stand, if that is known.
  exactly(stems, sure, count = 0) {
    return { terms: stems.map((stem) => stem + this.mark), stems, sure, count };
  }

  // The words of the site nearest to a misspelt one, the commonest first.
  async near(word) {
    const most = word.length >= 8 ? 2 : word.length >= 4 ? 1 : 0;
    if (!most || word.length > this.longest) return [];
    const likely = [word.slice(0, 2), word[1] + word[0], word[0] + word[2], word.slice(1, 3)];
    const found = await this.nearIn(likely, word, most);
    const others = [...this.files].filter((letters) => letters[0] === word[0]);
    return found.length ? found : this.nearIn(others, word, most);
  }

  // The words of items that begin like a word that the site has not, the likest first, one of each term: they share more than half of its
  // letters, or are its beginning.
  async alike(word) {
    const { forms, terms } = await this.beginning(word.slice(0, 2));
    const found = [...terms].flatMap(([term, { count, forms: [form] }]) => (count && !forms.has(word) ? [{ term, count, form, shared: shared(word, form) }] : []));
    found.sort((a, b) => b.shared - a.shared || b.count - a.count || (a.form < b.form ? -1 : 1));
    return found.filter(({ form, shared }) => shared >= SHORTEST_PART && (2 * shared > word.length || shared === form.length)).map(({ form }) => this.spelling(form));
  }

  async nearIn(beginnings, word, most) {
    const found = [];
    for (const { forms, terms } of await answered([...new Set(beginnings)].map((letters) => this.beginning(letters)))) {
      for (const [form, term] of forms) {
        if (Math.abs(form.length - word.length) > most) continue;
        const steps = distance(word, form);
        if (steps <= most) found.push({ word: form, term, steps, count: terms.get(term)?.count ?? 0 });
      }
    }
    found.sort((a, b) => a.steps - b.steps || b.count - a.count || (a.word < b.word ? -1 : 1));
    return found.filter((one) => one.steps === found[0].steps);
  }
}

// How many letters two words begin with alike.
function shared(one, other) {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

// What a file tells of the words with a beginning: form to term, and term to its forms and the number of items that have it.
function byForm(held) {
  const terms = new Map(Object.entries(held).map(([term, [count, forms]]) => [term, { count, forms: forms.split(" ") }]));
  const forms = new Map();
  for (const [term, { count, forms: own }] of terms) {
    for (const form of own) if (!forms.has(form) || count > terms.get(forms.get(form)).count) forms.set(form, term);
  }
  return { forms, terms };
}
