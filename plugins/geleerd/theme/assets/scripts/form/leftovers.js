// What of a file the questions could not take: shapes that a field does not have, keys that nobody knows.
import { points } from "./fields.js";

const listOf = (value) => (Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value]);
const isMapping = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const plain = (value) => String(value ?? "").replace(/\s+/g, " ").trim();
const isEmpty = (value) => value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

// The keys of a tree whose value the questions do not hold whole.
export const leftOver = (inputs, given, shown, reader) => Object.keys(given).filter((key) => {
  const input = inputs.find((candidate) => candidate.key === key);
  return !isEmpty(given[key]) && !(input && isSame(input, given[key], shown[key], reader));
});

function isSame(input, given, shown, reader) {
  if (!input.many) return isSameOne(input, given, shown, reader);
  const [before, after] = [input.mark ? pointsIn(given, input.mark) : listOf(given), listOf(shown)];
  return before.length === after.length && before.every((value, place) => isSameOne(input, value, after[place], reader));
}

const pointsIn = (given, mark) => listOf(given).flatMap((value) => (typeof value === "object" ? [value] : points(String(value), mark)));

function isSameOne(input, given, shown, reader) {
  if (input.kind !== "group") return typeof given !== "object" && (isSameText(input, plain(given), shown, reader) || (shown === undefined && plain(given) === (input.initial || "false")));
  if (!isMapping(given)) return false;
  const typed = input.parts.some((part) => part.key === "min") ? reader.spanTyped(given, input.parts.some((part) => part.key === "unit")) : null;
  return leftOver(input.parts, { ...given, ...typed }, shown ?? {}, reader).length === 0;
}

// A date or length of time may be written in more than one way.
function isSameText(input, given, shown, reader) {
  const meant = { date: reader.date, day: reader.date, moment: reader.moment, number: input.key === "minutes" ? reader.minutes : reader.number }[input.kind];
  return given === plain(shown) || (meant !== undefined && plain(meant(given)) === plain(shown));
}

// They stand in the text, so that nothing gets lost and a person decides.
export const noted = (keys, tree, title) => (keys.length ? `\n\n## ${title}\n\n${keys.map((key) => `- ${key}: ${told(tree[key])}`).join("\n")}` : "");

const told = (value) => (typeof value === "object" ? JSON.stringify(value) : plain(value));
