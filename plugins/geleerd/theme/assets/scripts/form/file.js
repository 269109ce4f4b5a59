// The file that a form makes, and where it belongs in the repository.
import { listed, write } from "./front-matter.js";
import { slugFrom } from "./slug.js";

export const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

// A meeting's mark is made from its day and title, so that nobody has to think of one.
export function named(tree) {
  if (!tree.meetings) return tree;
  const meetings = tree.meetings.map((meeting) => ({ id: slugFrom(`${meeting.start ?? ""} ${meeting.title ?? ""}`.slice(0, 60)) || undefined, ...meeting }));
  return { ...tree, meetings: meetings.map(({ id, ...rest }) => (id ? { id, ...rest } : rest)) };
}

// The name in the address that somebody's own words suggest.
export function slugOf(tree, facts, id) {
  const answers = facts.inputs.filter((input) => input.quick).map((input) => [tree[input.key]].flat()[0]);
  const said = tree.title ?? tree.name ?? answers.find((value) => typeof value === "string") ?? "";
  const slug = slugFrom(said.slice(0, 100));
  return slug && !facts.reserved.includes(slug) ? slug : `${slugFrom(facts.name)}-${id}`;
}

// `about`: the id, the file that it came from, the type that a frame entry had written, and the name in the address. Of a file that was there
// already `rewritten` writes only what changed since the form `shown` it.
export function fileOf(tree, body, facts, about) {
  if (facts.is === "listed") return { path: facts.folder, text: listed([tree]), isNew: false };
  const isSame = about.source?.slug === about.slug;
  const folder = about.source ? about.source.path.slice(0, about.source.path.lastIndexOf("/") + 1) : facts.folder;
  const fields = fieldsOf(tree, facts, about);
  const front = about.rewritten?.(about.source.front, fieldsOf(about.shown, facts, about), fields);
  const text = front ? `---\n${front}\n---\n${body ? `\n${body}\n` : ""}` : write(fields, body);
  return { path: `${folder}${about.slug}.md`, text, isNew: !isSame };
}

function fieldsOf(tree, facts, about) {
  if (facts.is === "frame") return { type: about.frameType, ...tree };
  const { id, ...others } = tree;
  if (!facts.desk) return { id: about.id, type: facts.type, ...others, date: today(), status: "draft" };
  return { id, type: facts.type, ...others };
}
