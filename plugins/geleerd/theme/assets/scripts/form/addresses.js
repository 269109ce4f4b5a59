// The name in the address of a page: its letters, and whether a page stands there already.
import { isSlug } from "./slug.js";

export class Addresses {
  constructor(facts) {
    this.facts = facts;
    // Addresses that were asked for: whether a page stands there.
    this.taken = new Map();
  }

  *problems({ slug, source }) {
    if (!isSlug(slug) || this.facts.reserved.includes(slug)) yield { path: ["slug"], code: "bad-slug", words: { value: slug } };
    else if (source?.slug !== slug && this.taken.get(slug)) yield { path: ["slug"], said: this.facts.words["slug-taken"], words: {} };
  }

  // A suggested name that is taken gets a number.
  free(slug) {
    let found = slug;
    for (let number = 2; this.taken.get(found); number += 1) found = `${slug}-${number}`;
    return found;
  }

  // Asks the site whether a page stands at the address: for the desk alone, since nothing of what a contributor types may leave the page.
  async look({ slug, source }, whenTaken) {
    const { desk, word, site } = this.facts;
    if (!desk || !word || this.taken.has(slug) || source?.slug === slug) return;
    this.taken.set(slug, false);
    try {
      this.taken.set(slug, (await fetch(`${site}${word}/${slug}/`, { method: "HEAD" })).ok);
    } catch {
      // offline: the check sees it
    }
    if (this.taken.get(slug)) whenTaken();
  }
}
