// A mail in which a reader asks something about an item: its subject has the permalink, as the link on the page filled it in.
import { contribution } from "./mail.js";
import { idIn } from "./records.js";

const HEADER = /^(?:van|aan|cc|datum|verzonden|onderwerp|from|to|date|sent|subject)\s*:/iu;
const PERMALINK = /\/l\/[0-9a-z]{6}(?![0-9a-z])/gu;
const LONGEST_MAIL = 100_000; // letters; nobody asks something at such length

// The id of the item and what is asked; null for a text that is a contribution, or that asks nothing.
export function questionsIn(text) {
  if (text.length > LONGEST_MAIL || contribution(text)) return null;
  const ids = new Set((text.match(PERMALINK) ?? []).map(idIn).filter(Boolean));
  if (ids.size !== 1) return null;
  const rows = text.replace(/\r\n?/gu, "\n").split("\n");
  const own = sentences(rows.filter((row) => !row.startsWith(">")));
  const questions = own.length ? own : sentences(rows.map((row) => row.replace(/^[\s>]+/u, ""))); // a mail that was sent on has marks before every row
  return questions.length ? { id: [...ids][0], questions } : null;
}

// The questions in the rows of a mail, without its headers; a row that a mail wrapped goes on in the next.
function sentences(rows) {
  const told = rows.filter((row) => !HEADER.test(row.trim()) && !row.includes("/l/")).map((row) => row.trim());
  const paragraphs = told.join("\n").split("\n\n").map((paragraph) => paragraph.replaceAll("\n", " "));
  return paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.!?:]) /u)).map((sentence) => sentence.trim()).filter((sentence) => sentence.endsWith("?"));
}
