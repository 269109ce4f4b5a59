// A mail in which a reader asks something about an item: its subject has the permalink, as the link on the page filled it in.
import { contribution } from "./mail.js";
import { idIn } from "./records.js";

const HEADER = /^[\s>*]*(?:van|aan|cc|datum|verzonden|onderwerp|from|to|date|sent|subject)\s*:/iu;
const LINK = /[^\s()<>]+\/l\/[0-9a-z]{6}\/?(?![0-9a-z])/giu;
const QUESTION = /[^.!?\n]{0,300}[^.!?\s]\?(?=\s|$)/gu;

// The id of the item and what is asked; null for a text that is a contribution, or that asks nothing.
export function askedIn(text) {
  const ids = new Set((text.match(LINK) ?? []).map(idIn).filter(Boolean));
  if (ids.size !== 1 || contribution(text)) return null;
  const rows = text.replace(/\r\n?/gu, "\n").split("\n").filter((row) => !HEADER.test(row) && !row.startsWith(">") && !/\/l\//u.test(row));
  const paragraphs = rows.join("\n").split(/\n\s*\n/u).map((lines) => lines.replace(/\s+/gu, " "));
  const questions = paragraphs.flatMap((paragraph) => paragraph.match(QUESTION) ?? []).map((question) => question.trim());
  return questions.length ? { id: [...ids][0], questions } : null;
}
