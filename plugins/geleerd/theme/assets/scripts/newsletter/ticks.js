// What staff ticked, kept for as long as their tab is open, so that looking at an item loses nothing. Where the browser may keep nothing,
// it lasts as long as the page.
function quietly(run, otherwise) {
  try { return run(); } catch { return otherwise; }
}

export class Ticks {
  constructor(name) {
    this.key = `geleerd:newsletter:${name}`;
    this.ids = new Set();
    this.recall();
  }

  recall() {
    const kept = quietly(() => JSON.parse(sessionStorage.getItem(this.key)), null);
    if (Array.isArray(kept)) this.ids = new Set(kept);
  }

  has(id) { return this.ids.has(id); }

  set(ids, yes) {
    for (const id of ids) this.ids[yes ? "add" : "delete"](id);
    quietly(() => sessionStorage.setItem(this.key, JSON.stringify([...this.ids])));
  }
}
