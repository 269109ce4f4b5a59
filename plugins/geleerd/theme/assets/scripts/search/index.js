// The index of all items as the build writes it, in the form of Pagefind's (`find/pagefind/`): the items that hold a term, and how much it weighs in each.
import { kept, loaded } from "./kept.js";

const SIGNATURE = 12;
const USUAL = 25;
const MOST_CHUNKS = 2;

export class Index {
  // What the first file tells: of every page a name and how many words it has, of every chunk of terms the first and the last, of every
  // facet a name, and the pages with a date, oldest first.
  constructor(folder, [, pages, chunks, facets, [[, byDate]]]) {
    this.folder = folder;
    this.pages = pages;
    this.chunks = chunks;
    this.facets = new Map(facets);
    this.newest = byDate.toReversed();
    this.length = pages.reduce((sum, [, length]) => sum + length, 0) / pages.length;
    this.loading = new Map();
  }

  static async load(folder) {
    const answer = await loaded(new URL("pagefind-entry.json", folder), { cache: "no-cache" });
    const [{ hash }] = Object.values((await answer.json()).languages);
    return new Index(folder, await values(new URL(`pagefind.${hash}.pf_meta`, folder)));
  }

  // The terms that begin with some letters, each with the pages that hold it and the weight there.
  async terms(beginning) {
    const within = this.chunks.filter(([first, last]) => last >= beginning && first.slice(0, beginning.length) <= beginning).slice(0, MOST_CHUNKS);
    const found = await Promise.all(within.map(([, , name]) => this.once(`index/${name}.pf_index`, ([terms]) => terms)));
    return found.flat().filter(([term]) => term.startsWith(beginning)).map(([term, held]) => [term, weighed(held)]);
  }

  // The pages with each value of a facet.
  async values(facet) {
    if (!this.facets.has(facet)) return new Map();
    return this.once(`filter/${this.facets.get(facet)}.pf_filter`, ([, held]) => new Map(held.map(([value, pages]) => [value, new Set(pages)])));
  }

  // What a result shows of a page: its `url`, and its texts as `meta`.
  shown(page) {
    return this.once(`fragment/${this.pages[page][0]}.pf_fragment`, (held) => held, told);
  }

  once(path, made, reading = values) {
    return kept(this.loading, path, () => reading(new URL(path, this.folder)).then(made));
  }
}

// A page is told by how far it is from the one before it; a negative number is the weight of the occurrences that follow it.
function weighed(held) {
  let page = 0;
  return held.map(([further, occurrences]) => {
    let [sum, weight] = [0, USUAL];
    for (const number of occurrences) {
      if (number < 0) weight = -1 - number;
      else sum += weight;
    }
    page += further;
    return [page, sum];
  });
}

const bytes = async (url) => new Uint8Array(await (await loaded(url)).arrayBuffer()).subarray(SIGNATURE);

const decoder = new TextDecoder();
const told = async (url) => JSON.parse(decoder.decode(await bytes(url)));
const values = async (url) => decoded(await bytes(url));

// Whole numbers, texts and lists of these (CBOR, RFC 8949).
function decoded(content) {
  let at = 0;
  const number = (short) => {
    if (short < 24) return short;
    let found = 0;
    for (const end = at + (1 << (short - 24)); at < end; at++) found = found * 256 + content[at];
    return found;
  };
  const value = () => {
    const first = content[at++];
    const held = number(first & 31);
    if (first < 0x20) return held;
    if (first < 0x40) return -1 - held;
    if (first < 0x80) return decoder.decode(content.subarray(at, (at += held)));
    const list = new Array(held);
    for (let place = 0; place < held; place++) list[place] = value();
    return list;
  };
  return value();
}
