// What somebody typed, kept on this device alone until they wipe it or its day has come: each contribution under its own id, so that none
// replaces another. In a private window there may be no place to keep it; then the form still works.
import { FORMER, device, former, isShared, preferences, tab, whenWritten } from "../storage.js";
import { draftOf, openedOf } from "./draft.js";

const START = "draft:";
const DAY = 86_400_000;
const LONGEST_KEPT = 60 * DAY;

const asText = (value) => (typeof value === "string" ? value : null);

// Whether it was kept.
export function keep(name, draft) {
  turnTo(name, draft.id);
  return device.set(`${START}${name}:${draft.id}`, { ...draft, at: Date.now() });
}

// The drafts whose name begins so, the newest first.
export function kept(name) {
  adopt();
  const drafts = device.names(START + name).map((key) => draftAt(key));
  return drafts.filter(Boolean).filter(mayStay).sort((a, b) => b.at - a.at);
}

// The day after which a draft goes away.
export const lastDay = (draft) => new Date(draft.at + LONGEST_KEPT);

// A draft whose day has passed is offered once more, and goes at a visit after the next day: a clock that jumped ahead and back costs nobody a text.
function mayStay(draft) {
  const now = Date.now();
  const isPast = now > draft.at + LONGEST_KEPT;
  if (isPast && draft.goes && now > draft.goes + DAY) {
    drop(draft);
    return false;
  }
  const { name, ...rest } = draft;
  if (isPast !== Boolean(draft.goes)) device.set(`${START}${name}:${draft.id}`, { ...rest, goes: isPast ? now : undefined });
  return true;
}

export const drop = ({ name, id }) => device.remove(`${START}${name}:${id}`);

// The draft under a key, if it is the one that the key says.
function draftAt(key) {
  const draft = device.get(key, draftOf);
  const end = `:${draft?.id}`;
  return draft && key.endsWith(end) ? { ...draft, name: key.slice(START.length, -end.length) } : null;
}

// Drafts of earlier versions come along, once. They may be of another site on the same host, so the old ones stay until somebody wipes them.
function adopt() {
  if (isShared() || preferences.get("adopted", (value) => value === true)) return;
  const found = former.names("").filter((name) => FORMER.test(name)).map((name) => [name, former.shaped(name, draftOf)]);
  const taken = found.filter(([, draft]) => draft).map(([name, draft]) => device.set(START + name, draft));
  if (taken.length && taken.every(Boolean)) preferences.set("adopted", true);
}

// The draft that this tab was busy with.
export const inThisTab = (name) => tab.get(`tab:${name}`, asText);
export const turnTo = (name, id) => tab.set(`tab:${name}`, id);

// Runs when the same draft is written in another tab.
export const whenElsewhere = (name, id, run) => whenWritten((key) => { if (key === `${START}${name}:${id()}`) run(); });

// Something for the next page, once.
export const handOver = (opened) => tab.set("open", opened);

export function handedOver(type) {
  const handed = tab.get("open", openedOf);
  if (handed?.type !== type) return null;
  tab.remove("open");
  return handed;
}
