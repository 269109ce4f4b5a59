// What staff ticked, kept for as long as their tab is open, so that looking at an item loses nothing. Where the browser may keep nothing,
// it lasts as long as the page.
import { tab } from "../storage.js";

const MOST = 10_000;

const idsOf = (value) => (Array.isArray(value) ? value.filter((id) => typeof id === "string").slice(0, MOST) : null);

export class Ticks {
  constructor() {
    this.ids = new Set();
    this.recall();
  }

  recall() {
    const kept = tab.get("newsletter", idsOf);
    if (kept) this.ids = new Set(kept);
  }

  has(id) { return this.ids.has(id); }

  set(ids, yes) {
    for (const id of ids) this.ids[yes ? "add" : "delete"](id);
    tab.set("newsletter", [...this.ids]);
  }
}
