// What the search page shows: results, the choices that are on, the count, and what could be meant.
import { alsoCalled } from "./also.js";
import { bestSentence, marked, matching } from "./excerpt.js";
import { answered } from "./kept.js";
import { nearestQuestion } from "./reason.js";
import { write } from "./address.js";

export const PER_PAGE = 10;

const filled = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, key) => values[key] ?? "");

export class Results {
  constructor(root, words) {
    this.root = root;
    this.words = words;
    this.list = root.querySelector("[data-results]");
    this.status = root.querySelector("[data-status]");
    this.notes = root.querySelector("[data-notes]");
    this.chosen = root.querySelector("[data-chosen]");
    this.pages = root.querySelector("[data-pages]");
    this.pointed = root.querySelector("[data-direct]");
    this.template = root.querySelector("template[data-result]");
  }

  say(key, values = {}) {
    return filled(this.words[key], values);
  }

  count(total, query) {
    const which = total === 0 ? "none" : total === 1 ? "one" : "many";
    this.status.textContent = this.say(query ? `found-${which}-for` : `found-${which}`, { count: total, query: query.slice(0, 80) });
  }

  // What there is before somebody asks, from the page itself.
  newest(state) {
    const template = this.root.querySelector("template[data-newest]");
    const total = Number(template.dataset.count);
    this.list.replaceChildren(template.content.cloneNode(true));
    this.pager(total, state);
    this.count(total, "");
  }

  // `asked` is what was asked: its `vector`, where that is known, the `count` of its words, ways in which it is `also` said, and whether it says that something is not so.
  // What answers the same question is the first of all.
  async show(found, state, matches, asked) {
    const start = (state.page - 1) * PER_PAGE;
    const shown = found.slice(start, start + PER_PAGE);
    const data = await answered(shown.map(async ({ result, about }) => ({ ...(await result.data()), about })));
    const questions = data.map(({ meta }) => nearestQuestion(meta, matches, asked));
    const cards = data.map((one, at) => this.result(one, state, matches, { ...questions[at], also: asked.also, isOneOfMany: asked.count > 1 }));
    const same = questions.filter(({ isSame }) => isSame).sort((one, other) => other.nearness - one.nearness)[0];
    const first = questions.indexOf(same);
    return state.page > 1 || state.sort || first < 1 ? cards : [cards[first], ...cards.filter((_, at) => at !== first)];
  }

  // In the order of days the day is shown.
  dated(line, day) {
    if (day) line.textContent = new Date(day).toLocaleDateString(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
    else line.remove();
  }

  result(data, state, matches, question) {
    const { meta } = data;
    const item = this.template.content.firstElementChild.cloneNode(true);
    item.classList.add(`card--${meta.type}`);
    item.prepend(...this.drawing(meta.drawing ?? ""));
    const icon = this.root.querySelector(`[data-icon="${CSS.escape(meta.type)}"] svg`);
    item.querySelector("[data-type]").append(...(icon ? [icon.cloneNode(true), " "] : []), this.words.types[meta.type] ?? meta.type);
    const link = item.querySelector("a");
    link.href = data.url;
    link.append(marked(meta.title, matches));
    const summary = item.querySelector("[data-summary]");
    if (meta.elsewhere) [link.rel, link.lang, summary.lang] = ["external noopener", meta.lang, meta.lang];
    summary.append(marked(meta.summary, matches));
    for (const key of ["crown", "facts"]) {
      const line = item.querySelector(`[data-${key}]`);
      if (meta[key]) line.textContent = meta[key];
      else line.remove();
    }
    this.dated(item.querySelector("[data-day]"), state.sort === "date" && meta.day);
    this.because(item, meta, matches, question);
    const where = [meta.networks, meta.themes].map((names) => (names ?? "").split(" | ").filter(Boolean).join(", "));
    const shelves = where.filter(Boolean).join(" · ");
    if (shelves) item.querySelector("[data-shelves]").append(marked(shelves, matches));
    else item.querySelector("[data-shelves]").remove();
    this.named(item, meta, matches, data.about);
    this.also(item, question.also);
    return item;
  }

  // The drawing beside a result: one that the page has, or a file of the knowledge base itself.
  drawing(name) {
    if (name.endsWith(".svg")) {
      const src = new URL(name, new URL(this.root.dataset.site, location.href));
      return [Object.assign(document.createElement("img"), { className: "drawing", src, alt: "", width: 96, height: 96, loading: "lazy" })];
    }
    return [...this.root.querySelectorAll(`[data-drawing="${CSS.escape(name)}"] svg`)].map((svg) => svg.cloneNode(true));
  }

  // Where nothing that is shown says a word of what was asked: the tags and other names that do, or else what the text is about in words that are not found there.
  named(item, meta, matches, about) {
    const line = item.querySelector("[data-named]");
    const names = (meta.names ?? "").split(" | ").filter((name) => matching(name, matches));
    const isSaid = item.querySelector("mark, [data-asked]") || !(about?.length || names.length);
    if (isSaid) line.remove();
    else if (names.length) line.append(this.words["belongs-to"], " ", marked(names.join(", "), matches));
    else line.textContent = this.say("text-about", { about: about.join("”, “") });
  }

  // Where a result says what was asked in other words alone: which those are.
  also(item, ways) {
    const line = item.querySelector("[data-also]");
    const called = alsoCalled([...item.querySelectorAll("mark")].map((mark) => mark.textContent), ways, item.textContent);
    if (called) line.textContent = this.say("also-called", called);
    else line.remove();
  }

  // Below a title and a summary that say none of the words, or one of many: the question that is answered, or the sentence that says most
  // of them.
  because(item, meta, matches, question) {
    const [excerpt, asked] = ["excerpt", "asked"].map((name) => item.querySelector(`[data-${name}]`));
    const said = matching(`${meta.title} ${meta.summary}`, matches);
    const isSaid = said > (question.isOneOfMany ? 1 : 0);
    const sentence = item.querySelector("[data-summary] mark") ? "" : bestSentence(meta.text ?? "", matches);
    const isReason = question.isNear ? !isSaid || question.shared > 1 : !said && question.shared > 0 && question.shared >= matching(sentence, matches);
    if (isReason) asked.append(this.words["helps-with"], " ", marked(question.text, matches));
    else asked.remove();
    if (sentence && !isReason) excerpt.append(marked(sentence, matches));
    else excerpt.remove();
  }

  // The pages that a question names, above what was found.
  direct(pages, site) {
    const links = pages.map(({ name, kind, address }) => {
      const item = document.createElement("li");
      item.append(Object.assign(document.createElement("a"), { href: new URL(address, site), textContent: name }), ...(kind ? [` (${kind.toLowerCase()})`] : []));
      return item;
    });
    this.pointed.querySelector("ul").replaceChildren(...links);
    this.pointed.hidden = !links.length;
  }

  // Nothing of an earlier question stays.
  clear() {
    for (const part of [this.list, this.notes, this.chosen, this.pages]) part.replaceChildren();
    for (const part of [this.chosen, this.pointed]) part.hidden = true;
    this.nothing(false);
  }

  // Ways on for whoever finds nothing.
  nothing(isShown) {
    this.root.querySelector("[data-nothing]").hidden = !isShown;
  }

  note(text, ...links) {
    const paragraph = document.createElement("p");
    paragraph.append(text, ...links.flatMap((link) => [" ", link]));
    this.notes.append(paragraph);
  }

  link(text, state) {
    const link = document.createElement("a");
    link.href = write(state);
    link.textContent = text;
    link.dataset.state = "";
    return link;
  }

  // What narrows the results, each with a link without it: choices of the form, and those `read` in the question.
  chips(state, read, facets) {
    this.chosen.replaceChildren();
    for (const [facet, values] of Object.entries(read)) {
      const item = document.createElement("li");
      const name = [...values].map((value) => facets.whole(facet, value)).join(", ");
      item.append(this.link(this.say("remove", { name }), { ...state, page: 1, literal: [...state.literal, facet] }));
      this.chosen.append(item);
    }
    for (const [facet, values] of Object.entries(state.facets)) {
      for (const value of values) {
        const rest = new Set(values);
        rest.delete(value);
        const item = document.createElement("li");
        item.append(this.link(this.say("remove", { name: facets.label(facet, value) }), { ...state, page: 1, facets: { ...state.facets, [facet]: rest } }));
        this.chosen.append(item);
      }
    }
    this.chosen.hidden = !this.chosen.children.length;
  }

  // `less` is how many more fit less well.
  pager(total, state, less = 0) {
    this.pages.replaceChildren();
    const last = Math.ceil(total / PER_PAGE);
    if (state.page > 1) this.pages.append(this.link(this.words["previous-page"], { ...state, page: state.page - 1 }));
    if (last > 1) this.pages.append(this.say("page-number", { number: state.page, total: last }));
    if (state.page < last) this.pages.append(this.link(this.words["next-page"], { ...state, page: state.page + 1 }));
    else if (less) this.pages.append(this.link(this.say(less === 1 ? "show-one-more" : "show-more", { count: less }), { ...state, all: true, page: Math.max(1, Math.ceil((total + 1) / PER_PAGE)) }));
  }
}
