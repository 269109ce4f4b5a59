// What somebody typed, kept on this device alone until they clear it: each contribution under its own id, so that none replaces another.
// In a private window there may be no place to keep it; then the form still works.
import { device, former, tab } from "../storage.js";
import { draftOf, openedOf } from "./draft.js";

const START = "draft:";
const FORMER = /^(?:new|desk)\/[^:]+:./;

const asText = (value) => (typeof value === "string" ? value : null);

export function keep(name, draft) {
  device.set(`${START}${name}:${draft.id}`, { ...draft, at: Date.now() });
  turnTo(name, draft.id);
}

// The drafts whose name begins so, the newest first.
export function kept(name) {
  adopt();
  const drafts = device.names(START + name).map((key) => draftAt(key));
  return drafts.filter(Boolean).sort((a, b) => b.at - a.at);
}

// The draft under a key, if it is the one that the key says.
function draftAt(key) {
  const draft = device.get(key, draftOf);
  const end = `:${draft?.id}`;
  return draft && key.endsWith(end) ? { ...draft, name: key.slice(START.length, -end.length) } : null;
}

// Drafts of earlier versions come along, once. They may be of another site on the same host, so the old ones stay until somebody clears them.
function adopt() {
  if (device.get("adopted", (value) => value === true)) return;
  const found = former.names("").filter((name) => FORMER.test(name)).map((name) => [name, former.shaped(name, draftOf)]);
  const kept = found.filter(([, draft]) => draft).map(([name, draft]) => device.set(START + name, draft));
  if (kept.every(Boolean)) device.set("adopted", true);
}

// The draft that this tab was busy with.
export const inThisTab = (name) => tab.get(`tab:${name}`, asText);
export const turnTo = (name, id) => tab.set(`tab:${name}`, id);

export function clear(name) {
  for (const key of device.names(`${START}${name}:`)) device.remove(key);
  for (const key of former.names(`${name}:`)) former.forget(key);
  tab.remove(`tab:${name}`);
}

// Runs when the same draft is written in another tab.
export const whenElsewhere = (name, id, run) => device.whenWritten((key) => { if (key === `${START}${name}:${id()}`) run(); });

// Something for the next page, once.
export const handOver = (opened) => tab.set("open", opened);

export function handedOver(type) {
  const handed = tab.get("open", openedOf);
  if (handed?.type !== type) return null;
  tab.remove("open");
  return handed;
}
