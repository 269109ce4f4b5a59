// What somebody searched for before, on this device alone, and as long as its two choices allow.
import { device } from "../storage.js";

const KEPT = "searched";
const MOST = 5;
const LONGEST = 200;
const SHORTEST = 3;

const shape = (kept) => (Array.isArray(kept) ? kept.filter((text) => typeof text === "string" && text.length <= LONGEST).slice(0, MOST) : []);

export const recent = () => device.get(KEPT, shape) ?? [];

export function remember(question) {
  const text = question.trim();
  if (text.length < SHORTEST || text.length > LONGEST) return;
  device.set(KEPT, [text, ...recent().filter((other) => other.toLowerCase() !== text.toLowerCase())].slice(0, MOST));
}
