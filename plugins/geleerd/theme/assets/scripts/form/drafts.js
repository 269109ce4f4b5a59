// What somebody typed, kept on this device alone until they clear it: each contribution under its own id, so that none replaces another.
// In a private window there may be no place to keep it; then the form still works.
const START = "geleerd:";

function quietly(run, otherwise) {
  try { return run(); } catch { return otherwise; }
}

export function keep(name, draft) {
  quietly(() => {
    localStorage.setItem(`${START}${name}:${draft.id}`, JSON.stringify({ ...draft, at: Date.now() }));
    sessionStorage.setItem(`${START}tab:${name}`, draft.id);
  });
}

// The drafts whose name begins so, the newest first; what has another shape is no draft.
export function kept(name) {
  const keys = quietly(() => Object.keys(localStorage), []).filter((key) => key.startsWith(`${START}${name}`));
  const drafts = keys.map((key) => quietly(() => ({ ...JSON.parse(localStorage.getItem(key)), name: key.slice(START.length, key.lastIndexOf(":")) }), null));
  return drafts.filter((draft) => draft?.id && draft.tree && typeof draft.tree === "object").sort((a, b) => b.at - a.at);
}

// The draft that this tab was busy with.
export const inThisTab = (name) => quietly(() => sessionStorage.getItem(`${START}tab:${name}`), null);
export const turnTo = (name, id) => quietly(() => sessionStorage.setItem(`${START}tab:${name}`, id));

export function clear(name) {
  quietly(() => Object.keys(localStorage).filter((key) => key.startsWith(`${START}${name}:`)).forEach((key) => localStorage.removeItem(key)));
  quietly(() => sessionStorage.removeItem(`${START}tab:${name}`));
}

export const forget = (name, id) => quietly(() => localStorage.removeItem(`${START}${name}:${id}`));

// Runs when the same draft is written in another tab.
export function whenElsewhere(name, id, run) {
  addEventListener("storage", (event) => { if (event.key === `${START}${name}:${id()}` && event.newValue) run(); });
}

// Something for the next page, once.
export const handOver = (opened) => quietly(() => { sessionStorage.setItem(`${START}open`, JSON.stringify(opened)); return true; }, false);

export function handedOver(type) {
  const handed = quietly(() => JSON.parse(sessionStorage.getItem(`${START}open`)), null);
  if (handed?.type !== type) return null;
  quietly(() => sessionStorage.removeItem(`${START}open`));
  return handed;
}
