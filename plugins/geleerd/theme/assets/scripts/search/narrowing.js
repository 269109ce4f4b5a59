// What a question says of how to narrow: "werkvorm online voor 10 mensen" asks for a work format, a setting and a size.
import { everyday } from "../form/everyday.js";
import { boxesIn } from "./more-choices.js";
import { LONGEST_QUERY } from "./query.js";
import { plain, QUOTED } from "./words.js";

const FORMAT = "work-format";
const MOST_OFFERED = 2;
const SHORT = 4;
const LONGEST_ENDING = 3;
const LONGEST_SIZE = 6;
const PIECE = /[\p{L}\p{N}.,’'-]*[\p{L}\p{N}]/gu;
const MINUTES = { minutes: 1, hours: 60 };

export class Narrowing {
  // `types` are the names of the types, `lengths` the words with which people say how long something takes, or for how many it is.
  constructor(form, { types, lengths }) {
    this.choices = [...form.querySelectorAll("[data-facet]")].flatMap((group) => boxesIn(group).map((box) => {
      const name = plain(box.closest("label").querySelector("[data-name]").textContent.replaceAll("\u00ad", ""));
      const names = group.dataset.facet === "type" && types[box.value] ? [name, plain(types[box.value])] : [name];
      return { facet: group.dataset.facet, value: box.value, names, ofFormats: "only" in group.dataset };
    }));
    this.span = everyday({ lengths }).span;
  }

  // The `facets` that a question asks for with its other words as `text`, and the choices that it may mean, to be offered: a size in a
  // long question may be that of anything.
  // What somebody chose in the form, or wants to be a word like any other, is left alone.
  read(question, state) {
    const left = (facet) => state.facets[facet]?.size || state.literal.includes(facet);
    const found = { text: question, facets: {}, offered: [] };
    const take = (facet, value, said) => {
      found.text = without(found.text, said);
      found.facets[facet] = new Set([value]);
    };
    for (const { facet, value, names } of this.choices) {
      const said = facet === "type" && !found.facets.type && !left(facet) && names.find((name) => spoken(found.text, name));
      if (said) take(facet, value, said);
    }
    const asksFormat = state.literal.includes("type") && this.choices.some(({ value, names }) => value === FORMAT && names.some((name) => spoken(question, name)));
    const formats = found.facets.type?.has(FORMAT) || state.facets.type?.has(FORMAT) || (asksFormat && !state.facets.type?.size);
    const isShort = question.trim().split(/\s+/u).length <= SHORT;
    for (const [facet, value, said] of this.sizes(found.text)) {
      if (!value || left(facet)) continue;
      if (formats || isShort) take(facet, value, said);
      else found.offered.push([facet, value]);
    }
    for (const { facet, value, names, ofFormats } of this.choices.filter((one) => one.facet !== "type" && !left(one.facet))) {
      const exact = ofFormats && names.find((name) => spoken(found.text, name));
      if (formats && exact) take(facet, value, exact);
      else if (exact || this.isNamed(found.text, names[0])) found.offered.push([facet, value]);
    }
    found.offered = found.offered.slice(0, MOST_OFFERED);
    return found;
  }

  // Every size in a text, of as many words as belong to it: "een half uur", "2 uur", "10 mensen".
  *sizes(text) {
    const pieces = [...unquoted(text).slice(0, LONGEST_QUERY).matchAll(PIECE)];
    for (let at = 0; at < pieces.length; ) {
      const size = this.sizeAt(text, pieces.slice(at, at + LONGEST_SIZE));
      if (size) yield size.choice;
      at += size?.length ?? 1;
    }
  }

  // The size that begins here: its facet, value and words, and of how many pieces it is. One person is anybody: "een persoon die zwijgt".
  sizeAt(text, pieces) {
    for (let length = pieces.length; length > 0; length--) {
      const last = pieces[length - 1];
      const said = text.slice(pieces[0].index, last.index + last[0].length);
      const span = this.span(said);
      const most = span?.most ?? span?.least;
      if (most > 1 && span.unit === "people") return { length, choice: ["people", this.spanOf("people", most), said] };
      if (most && MINUTES[span.unit]) return { length, choice: ["minutes", this.limitFor(most * MINUTES[span.unit]), said] };
    }
    return undefined;
  }

  spanOf(facet, number) {
    return this.values(facet).find((value) => {
      const [low, high] = value.split("-").map((end) => Number.parseInt(end, 10));
      return number >= low && (value.endsWith("+") || number <= high);
    });
  }

  limitFor(minutes) {
    return this.values("minutes").find((value) => Number(value) >= minutes) ?? this.values("minutes").at(-1);
  }

  values(facet) {
    return this.choices.filter((one) => one.facet === facet).map((one) => one.value);
  }

  // A role in one word, in the singular or the plural.
  isNamed(text, name) {
    return /^\p{L}{5,}$/u.test(name) && plain(text).split(/[^\p{L}]+/u).some((word) => name.startsWith(word) && name.length - word.length <= LONGEST_ENDING);
  }
}

const unquoted = (text) => text.replace(QUOTED, (said) => " ".repeat(said.length));
const isLetter = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);

// Where a name is said, but not between quotes: there it is a word that somebody wants to read.
function place(text, name) {
  const within = plain(unquoted(text));
  let at = within.indexOf(name);
  while (at >= 0 && (isLetter(within[at - 1]) || isLetter(within[at + name.length]))) at = within.indexOf(name, at + 1);
  return at;
}

const spoken = (text, name) => place(text, name) >= 0;

// A text without some of its words. Plain text has the length of the text, but for rare letters: then it stays as it is.
function without(text, said) {
  const at = place(text, plain(said));
  return at < 0 || plain(text).length !== text.length ? text : `${text.slice(0, at)} ${text.slice(at + said.length)}`.trim();
}
