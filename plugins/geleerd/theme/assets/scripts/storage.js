// What a browser keeps for this site: under the path at which the site stands, apart from other sites on the same host. What comes back may
// be broken, of another version or somebody else's, so it counts only in the shape that is asked for. Where nothing may be kept, nothing is.
//
// Everything that somebody typed, chose or looked for goes through `device`, so that two choices hold for all of it: whoever shares a device
// keeps it no longer than the tab is open, and wiping leaves nothing.
const SITE = new URL("../../", import.meta.url).pathname.replaceAll(":", "%3A");
const OF_ALL_SITES = "geleerd:";
const START = `${OF_ALL_SITES}${SITE}:`;
const SHARED = "shared";

export function quietly(run, otherwise) {
  try { return run(); } catch { return otherwise; }
}

class Place {
  // `store` is asked for each time: a browser may refuse to name it.
  constructor(store, start = START) { Object.assign(this, { store, start }); }

  // What `shape` makes of what was kept; nothing when that is of another shape.
  get(name, shape) {
    return quietly(() => shape(JSON.parse(this.store().getItem(this.start + name))), null) ?? null;
  }

  // Whether it was kept.
  set(name, value) {
    return quietly(() => { this.store().setItem(this.start + name, JSON.stringify(value)); return true; }, false);
  }

  remove(name) { quietly(() => this.store().removeItem(this.start + name)); }

  names(beginning) { return this.keys(this.start + beginning).map((key) => key.slice(this.start.length)); }

  keys(beginning) { return quietly(() => Object.keys(this.store()).filter((key) => key.startsWith(beginning)), []); }

  // Takes everything of another place, but for what that has to keep.
  takeFrom(other, isLeft) {
    for (const name of other.names("").filter((each) => !isLeft(each))) {
      if (this.set(name, other.get(name, (value) => value))) other.remove(name);
    }
  }

  // Runs when something is written under a name in another tab.
  whenWritten(run) {
    addEventListener("storage", ({ key, newValue }) => { if (newValue !== null && key?.startsWith(this.start)) run(key.slice(this.start.length)); });
  }
}

// How somebody likes to see the site; it says nothing of who they are or what they do.
export const preferences = new Place(() => localStorage);
export const tab = new Place(() => sessionStorage);

const PREFERENCES = new Set(["palette", "shortcut", "adopted", SHARED]);
const withinTab = new Place(() => sessionStorage, `${START}device:`);
const chosen = () => (isShared() ? withinTab : preferences);

export const isShared = () => preferences.get(SHARED, (value) => value === true) === true;

export const device = Object.fromEntries(["get", "set", "remove", "names"].map((name) => [name, (...given) => chosen()[name](...given)]));
export const whenWritten = (run) => preferences.whenWritten(run);

// From now on more people use this device, or no longer: what was kept goes along.
export function share(isNow) {
  if (isNow) withinTab.takeFrom(preferences, (name) => PREFERENCES.has(name));
  else preferences.takeFrom(withinTab, () => false);
  if (isNow) preferences.set(SHARED, true);
  else preferences.remove(SHARED);
}

// Leaves nothing of this site on the device, but that it is shared.
export function wipe() {
  for (const name of preferences.names("").filter((each) => each !== SHARED)) preferences.remove(name);
  for (const name of tab.names("")) tab.remove(name);
  for (const name of former.names("").filter((each) => FORMER.test(each))) former.forget(name);
  dispatchEvent(new Event("wiped"));
}

// What earlier versions kept, which did not say of which site it was.
export const FORMER = /^(?:new|desk)\/[^:]+:./;
export const former = {
  get: (key) => quietly(() => localStorage.getItem(key), null),
  names: (beginning) => preferences.keys(OF_ALL_SITES + beginning).map((key) => key.slice(OF_ALL_SITES.length)),
  shaped: (name, shape) => quietly(() => shape(JSON.parse(localStorage.getItem(OF_ALL_SITES + name))), null),
  forget: (name) => quietly(() => localStorage.removeItem(OF_ALL_SITES + name)),
};
