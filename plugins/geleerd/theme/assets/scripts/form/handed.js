// A draft as the file that is handed in, and what comes after a way to hand it in.
import { calledOf } from "./draft.js";
import { fileOf, named, slugOf } from "./file.js";
import { mailTo, newFile, oldFile } from "./hand-in.js";
import { fill } from "./sentences.js";

export function fileOfDraft({ id, tree, body, source, slug, text }, facts) {
  const { type, ...fields } = tree;
  const about = { id, source, slug: slug ?? source?.slug ?? slugOf(fields, facts, id), frameType: facts.is === "frame" ? type : undefined };
  const made = fileOf(named(fields), body, facts, about);
  return { ...made, text: text ?? made.text };
}

export const subjectOf = (draft, facts) => fill(facts.words["mail-subject"], { name: facts.name, title: calledOf(draft) });

// For a mail the text ends with a mark, so that a signature below it never becomes part of it.
export function toCopy(draft, facts) {
  const { text } = fileOfDraft(draft, facts);
  return facts.desk ? text : `${text}\n${facts.words["end-mark"]}\n`;
}

// What comes next, and where to go for it: the pages of the forge for what goes there, and else a mail to the desk.
export function nextOf(draft, facts) {
  const { forge, words, mail } = facts;
  const { path, text, isNew } = fileOfDraft(draft, facts);
  const isAtForge = forge && (facts.desk || ["forge", "paste"].includes(draft.way));
  const isMoved = Boolean(draft.source) && isNew;
  const way = draft.way === "forge" || !isAtForge ? draft.way : isMoved ? "move" : isNew ? "paste" : facts.is === "listed" ? "list" : "edit";
  const said = isAtForge || mail ? fill(words[`next-${way}`], { forge: forge?.name, mail, path, old: draft.source?.path }) : words["next-kept"];
  if (isAtForge) return { said, href: isMoved ? oldFile(forge, draft.source.path) : isNew ? newFile(forge, path, text).address : oldFile(forge, path), name: fill(words["forge-page"], { forge: forge.name }) };
  return mail ? { said, href: mailTo(mail, subjectOf(draft, facts)), name: words["desk-route-mail"] } : { said };
}
