// What must hold between the fields of one contribution, as `validate/rules.py` and `validate/frame_rules.py` have it.
import { slugFrom } from "./slug.js";

const MINUTES = { minutes: 1, hours: 60, days: 24 * 60 };

export function brokenRules(tree, body, facts) {
  if (facts.is === "frame") return [...ofFrame(tree, facts)];
  if (facts.is !== "item") return [];
  const item = { ...tree, status: facts.desk ? tree.status || "published" : "draft" };
  return [...complete(item, facts), ...drafted(item, body, facts), ...standing(item), ...ofParts(item), ...editorial(item, facts), ...ofStories(item), ...ofFormats(item)];
}

// The keys that a draft must still get before it can be published.
export const stillMissing = (tree, facts) => facts.inputs.filter((input) => input.to_publish && !isFilled(tree[input.key])).map((input) => input.key);

const isFilled = (value) => {
  if (value && typeof value === "object" && !Array.isArray(value)) return Boolean(value.min || value.max || value.unit === "ongoing");
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
};

const found = (path, code, words = {}) => ({ path, code, words: { key: path.join("."), ...words } });

function complete(tree, facts) {
  if (tree.status === "withdrawn") return tree.date ? [] : [found([], "missing-key", { key: "date" })];
  if (tree.status === "draft") return [];
  return stillMissing(tree, facts).map((key) => found([], "missing-field", { key }));
}

function drafted(tree, body, facts) {
  const hasWords = Object.keys(tree).some((key) => !facts.apart.includes(key)) || body.trim();
  return tree.status === "draft" && !hasWords ? [found([], "empty-draft")] : [];
}

function* standing(tree) {
  if (tree.status === "superseded" && !tree.superseded_by) yield found(["status"], "superseded-without-id");
  if (tree.superseded_by && tree.status !== "superseded") yield found(["superseded_by"], "only-when-superseded");
  for (const key of ["withdrawn_on", "reason"]) {
    if (tree[key] && tree.status !== "withdrawn") yield found([key], "only-when-withdrawn", { key });
  }
}

function* ofParts(tree) {
  const file = tree.image?.file;
  if (file && !/\.(?:png|jpe?g|webp)$/i.test(file)) yield found(["image", "file"], "not-a-photograph", { target: file });
  for (const [number, author] of (tree.authors ?? []).entries()) {
    if (author.name && !author.consent) yield found(["authors", number, "name"], "name-without-consent");
  }
  for (const [number, attachment] of (tree.attachments ?? []).entries()) {
    if (Boolean(attachment.file) === Boolean(attachment.url)) yield found(["attachments", number], "one-of-file-url");
  }
}

function* editorial(tree, facts) {
  const known = ["type", ...facts.inputs.map((input) => input.key)];
  for (const [number, key] of (tree.editorial ?? []).entries()) {
    if (!known.includes(key)) yield found(["editorial", number], "unknown-editorial", { value: key });
  }
}

function* ofStories(tree) {
  for (const [number, { pattern }] of (tree.struck ?? []).entries()) {
    if (pattern && !(tree.patterns ?? []).includes(pattern)) yield found(["struck", number, "pattern"], "struck-unnamed", { value: pattern });
  }
}

function* ofFormats(tree) {
  for (const key of ["duration", "group_size"]) {
    const span = tree[key];
    if (span?.min && span.max && span.min > span.max) yield found([key, "min"], "min-above-max", { key, min: span.min, max: span.max });
  }
  for (const [place, { min, max, minutes }] of (tree.steps ?? []).entries()) {
    const outside = (key, limit) => found(["steps", place, key], "minutes-outside", { key: `steps[${place + 1}].${key}`, limit, minutes });
    if (min && max && min > max) yield found(["steps", place, "min"], "min-above-max", { key: "steps", min, max });
    else if (minutes && min && minutes < min) yield outside("min", min);
    else if (minutes && max && minutes > max) yield outside("max", max);
  }
  const unit = MINUTES[tree.duration?.unit ?? "minutes"];
  if (!tree.duration || !unit) return;
  const steps = tree.steps ?? [];
  const total = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const [min, max] = [(tree.duration.min ?? 0) * unit, (tree.duration.max ?? 0) * unit];
  const isWhole = steps.length > 0 && steps.every((step) => step.minutes);
  if (max && min > max) return; // one mistake is one message
  if ((max && total > max) || (isWhole && total < min)) yield found(["steps"], "steps-exceed-duration", { total, min, max });
}

// Dates sort as texts as far as both are precise.
const endsBefore = (end, start) => end < start.slice(0, end.length);

// A day with a time, as the check writes it back.
const moment = (text) => text.replace("T", " ").slice(0, 16);

// Summer time skips the hour from two o'clock on the last Sunday of March.
const isSkipped = (value) => / 02:/.test(value) && value.slice(5, 7) === "03" && Number(value.slice(8, 10)) > 24 && new Date(value.slice(0, 10)).getUTCDay() === 0;

// The id of a meeting as an anchor has it; letters that `slugFrom` cannot spell stay as they are, since they tell ids apart.
const anchorOf = (id) => {
  const isLatin = [...id].every((sign) => !/\p{L}/u.test(sign) || slugFrom(sign));
  return (isLatin && slugFrom(id)) || id.replace(/\s+/g, "-");
};

function* ofFrame(tree, facts) {
  for (const input of facts.inputs) {
    if (input.to_publish && !isFilled(tree[input.key])) yield found([], "missing-key", { key: input.key });
  }
  if (tree.start && tree.end && endsBefore(tree.end, tree.start)) yield found(["end"], "ends-before-start", { start: tree.start, end: tree.end });
  for (const [number, meeting] of (tree.meetings ?? []).entries()) {
    const [start, end] = [moment(meeting.start), moment(meeting.end ?? "")];
    if (end && endsBefore(end, start)) yield found(["meetings", number, "end"], "ends-before-start", { start, end });
    for (const [key, value] of Object.entries({ start, end })) {
      if (isSkipped(value)) yield found(["meetings", number, key], "skipped-moment", { value, later: value.replace(" 02:", " 03:") });
    }
  }
  const slugs = (tree.meetings ?? []).map(({ id }) => anchorOf(id.trim()));
  for (const [number, value] of slugs.entries()) {
    if (slugs.indexOf(value) < number) yield found(["meetings", number, "id"], "repeated-meeting", { value });
  }
}
