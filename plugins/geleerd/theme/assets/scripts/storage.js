// What a browser keeps for this site: under the path at which the site stands, apart from other sites on the same host. What comes back may
// be broken, of another version or somebody else's, so it counts only in the shape that is asked for. Where nothing may be kept, nothing is.
const SITE = new URL("../../", import.meta.url).pathname.replaceAll(":", "%3A");
const OF_ALL_SITES = "geleerd:";
const START = `${OF_ALL_SITES}${SITE}:`;

export function quietly(run, otherwise) {
  try { return run(); } catch { return otherwise; }
}

class Place {
  // `store` is asked for each time: a browser may refuse to name it.
  constructor(store) { this.store = store; }

  // What `shape` makes of what was kept; nothing when that is of another shape.
  get(name, shape) {
    return quietly(() => shape(JSON.parse(this.store().getItem(START + name))), null) ?? null;
  }

  // Whether it was kept.
  set(name, value) {
    return quietly(() => { this.store().setItem(START + name, JSON.stringify(value)); return true; }, false);
  }

  remove(name) { quietly(() => this.store().removeItem(START + name)); }

  names(beginning) { return this.keys(START + beginning).map((key) => key.slice(START.length)); }

  keys(beginning) { return quietly(() => Object.keys(this.store()).filter((key) => key.startsWith(beginning)), []); }

  // Runs when something is written under a name in another tab.
  whenWritten(run) {
    addEventListener("storage", ({ key, newValue }) => { if (newValue !== null && key?.startsWith(START)) run(key.slice(START.length)); });
  }
}

export const device = new Place(() => localStorage);
export const tab = new Place(() => sessionStorage);

// What earlier versions kept, which did not say of which site it was.
export const former = {
  get: (key) => quietly(() => localStorage.getItem(key), null),
  names: (beginning) => device.keys(OF_ALL_SITES + beginning).map((key) => key.slice(OF_ALL_SITES.length)),
  shaped: (name, shape) => quietly(() => shape(JSON.parse(localStorage.getItem(OF_ALL_SITES + name))), null),
  forget: (name) => quietly(() => localStorage.removeItem(OF_ALL_SITES + name)),
};
