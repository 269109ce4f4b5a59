// A plan of a meeting as plain values. Its address holds all of it: `?plan=<id>:<minutes>,~Pauze:15&start=13:30`. A block that begins with `~`
// is one of somebody's own. What an address asks that cannot be is made possible, `lost` says what is gone, and `over` how many blocks are too many.
export const MOST_BLOCKS = 40;
const LONGEST = 600;
const BREAK_AFTER = 90;
const ROUND = 5;
const DAY = 24 * 60;

const whole = (text) => (/^\d{1,6}$/.test(text ?? "") ? Number(text) : 0);

export const clamp = (minutes) => Math.min(LONGEST, Math.max(1, minutes));

export function readPlan(search, known) {
  const given = new URLSearchParams(search);
  const lost = [];
  const asked = (given.get("plan") ?? "").split(",").filter(Boolean).flatMap((text) => block(text, known, lost));
  const blocks = asked.slice(0, MOST_BLOCKS);
  const over = asked.length - blocks.length;
  const start = /^([01]?\d|2[0-3]):[0-5]\d$/.test(given.get("start") ?? "") ? given.get("start").padStart(5, "0") : "09:00";
  const setting = ["in-person", "online", "hybrid"].includes(given.get("setting")) ? given.get("setting") : "";
  return { plan: { blocks, start, people: whole(given.get("people")), setting }, lost, over, add: given.get("add") ?? "" };
}

// The format that an id stands for now: another may have taken its place.
export function current(id, known) {
  const seen = new Set();
  let here = id;
  while (known.moved[here] && !seen.has(here)) {
    seen.add(here);
    here = known.moved[here];
  }
  return Object.hasOwn(known.formats, here) ? here : null;
}

function block(text, known, lost) {
  const [, what, number] = /^(.*?)(?::(\d{1,6}))?$/s.exec(text);
  if (what.startsWith("~")) return decoded(what.slice(1)).trim() ? [named(decoded(what.slice(1)), whole(number) || 15, known)] : [];
  const id = current(what, known);
  if (id) return [format(id, known, whole(number))];
  lost.push(what.slice(0, 40));
  return [];
}

const decoded = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

export const own = (title, minutes, range = null) => ({ id: "", title: title.slice(0, 120), minutes: clamp(minutes), range });

export function format(id, known, minutes = 0) {
  const range = known.formats[id].minutes;
  return { id, title: known.formats[id].title, minutes: clamp(minutes || range?.[0] || 15), range };
}

// A block with the title of a step of a beginning can be as short or as long as that step: an address holds no ranges.
function named(title, minutes, known) {
  const [, , ...range] = Object.values(known.beginnings).flat().find((step) => step[0] === title) ?? [];
  return own(title, minutes, range.length ? range : null);
}

// The steps with which a plan can begin, in so many minutes: `<id>:<minutes>`.
export function beginning(choice, known) {
  const [id, wanted] = choice.split(":");
  const blocks = (known.beginnings[id] ?? []).map(([title, minutes, least, most]) => own(title, minutes, [least, most]));
  return total({ blocks }) === whole(wanted) ? blocks : fitted(blocks, whole(wanted));
}

export function writePlan({ blocks, start, people, setting }) {
  // A title is encoded twice, so that a comma or colon in it is no sign of the address.
  const inside = (title) => encodeURIComponent(encodeURIComponent(title));
  const parts = blocks.map(({ id, title, minutes }) => `${id || `~${inside(title)}`}:${minutes}`);
  return `?${[...(parts.length ? [`plan=${parts.join(",")}`] : []), `start=${start}`, ...(people ? [`people=${people}`] : []), ...(setting ? [`setting=${setting}`] : [])].join("&")}`;
}

const minutesOf = (clock) => { const [hours, minutes] = clock.split(":").map(Number); return 60 * hours + minutes; };

export function clock(minutes) {
  const [days, rest] = [Math.floor(minutes / DAY), minutes % DAY];
  return `${String(Math.floor(rest / 60)).padStart(2, "0")}:${String(rest % 60).padStart(2, "0")}${days ? ` (+${days})` : ""}`;
}

// When every block begins and ends, in minutes after midnight of the day on which the plan starts.
export function times({ blocks, start }) {
  let at = minutesOf(start);
  return blocks.map((one) => ({ from: at, to: (at += one.minutes) }));
}

export const total = ({ blocks }) => blocks.reduce((sum, { minutes }) => sum + minutes, 0);

// Makes blocks longer in their order, to a round number of minutes or by all that is left; the minutes that they took.
function longer(ranges, made, order, left, isRound) {
  let taken = 0;
  for (const place of order) {
    const room = ranges[place][1] - made[place];
    const more = isRound ? ROUND - (made[place] % ROUND) : Math.min(room, left - taken);
    if (more > Math.min(room, left - taken)) continue;
    made[place] += more;
    taken += more;
  }
  return taken;
}

// The same blocks in so many minutes, as far as their ranges allow: each moves between its least and its most by the same share, and takes
// five minutes more at a time, since nobody begins at 09:14.
export function fitted(blocks, wanted) {
  const ranges = blocks.map(({ range, minutes }) => (range ? [Math.min(range[0], LONGEST), Math.min(range[1], LONGEST)] : [minutes, minutes]));
  const [least, most] = [0, 1].map((end) => ranges.reduce((sum, range) => sum + range[end], 0));
  const share = most > least ? Math.min(1, Math.max(0, (wanted - least) / (most - least))) : 0;
  const exact = ranges.map(([low, high]) => low + share * (high - low));
  const made = exact.map((value, place) => Math.max(ranges[place][0], Math.floor(value / ROUND) * ROUND));
  let left = Math.round(Math.min(most, Math.max(least, wanted))) - made.reduce((sum, minutes) => sum + minutes, 0);
  const order = exact.map((value, place) => [value - made[place], place]).sort((a, b) => b[0] - a[0]).map(([, place]) => place);
  for (const isRound of [true, false]) for (let taken = 1; taken; left -= taken) taken = longer(ranges, made, order, left, isRound);
  return blocks.map((one, place) => ({ ...one, minutes: clamp(made[place]) }));
}

const says = (title, words) => words.some((word) => title.toLowerCase().includes(word));

// What a facilitator should know of a plan, as keys of sentences with their words.
export function warnings(plan, known, { breaks, openings, closings }, wanted = 0) {
  const { blocks, people, setting } = plan;
  if (!blocks.length) return [];
  const found = [];
  if (wanted && total(plan) > wanted) found.push(["too-long", { count: total(plan) - wanted }]);
  let without = 0;
  let isTold = false;
  for (const { title, minutes, id } of blocks) {
    without = !id && says(title, breaks) ? 0 : without + minutes;
    if (without > BREAK_AFTER && !isTold) { found.push(["no-break", { count: without }]); isTold = true; }
  }
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (!says(first.title, openings) && known.formats[first.id]?.phase !== "meet") found.push(["no-opening", {}]);
  if (!says(last.title, closings) && known.formats[last.id]?.phase !== "close") found.push(["no-closing", {}]);
  for (const { id, title, minutes } of blocks.filter((one) => one.id)) {
    const fact = known.formats[id];
    if (people && fact.people && (people < fact.people[0] || people > fact.people[1])) found.push(["wrong-size", { title }]);
    if (setting && fact.setting.length && !fact.setting.includes(setting)) found.push(["wrong-place", { title }]);
    if (fact.minutes && (minutes < fact.minutes[0] || minutes > fact.minutes[1])) found.push(["wrong-time", { title, least: fact.minutes[0], most: fact.minutes[1] }]);
  }
  return found;
}

export const materials = ({ blocks }, known) => [...new Set(blocks.flatMap(({ id }) => (id ? known.formats[id].materials : [])))];

const inMarkdown = (text) => text.replace(/([\\\x60*_[\]<>#|])/g, "\\$1");

export function markdown(plan, known, title, heading) {
  const rows = times(plan).map(({ from, to }, place) => `| ${clock(from)}–${clock(to)} | ${inMarkdown(plan.blocks[place].title)} | ${plan.blocks[place].minutes} |`);
  const needed = materials(plan, known).map((one) => `- ${inMarkdown(one)}`);
  return [`# ${inMarkdown(title)}`, "", "| | | min |", "| --- | --- | --- |", ...rows, ...(needed.length ? ["", `## ${heading}`, "", ...needed] : []), ""].join("\n");
}

const inCalendar = (text) => text.replace(/([\\;,])/g, "\\$1").replace(/\r?\n/g, "\\n");

// A line of at most 75 octets, the space at its beginning included; whatever a reader sees as one sign stays whole.
function folded(line) {
  const signs = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(line)].map(({ segment }) => segment);
  let room = 75;
  return signs.map((sign) => {
    const octets = new TextEncoder().encode(sign).length;
    const isFull = octets > room;
    room = (isFull ? 74 : room) - octets;
    return isFull ? `\r\n ${sign}` : sign;
  }).join("");
}

// The plan as one event in a calendar (RFC 5545), at the clock of wherever it is read: a meeting is where people are. A file that is made again
// has the same identity, so that a calendar replaces the event.
export function calendar(plan, day, title, address) {
  const of = (minutes) => {
    const at = new Date(`${day}T00:00:00Z`);
    at.setUTCMinutes(minutes);
    return at.toISOString().replace(/[-:]/g, "").slice(0, 15);
  };
  const all = times(plan);
  const said = all.map(({ from }, place) => `${clock(from)} ${plan.blocks[place].title}`).join("\n");
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Geleerd//NL", "BEGIN:VEVENT", `UID:${day}-${plan.start.replace(":", "")}@${new URL(address).hostname || "geleerd"}`, `DTSTAMP:${day.replaceAll("-", "")}T000000Z`,
    `DTSTART:${of(all[0].from)}`, `DTEND:${of(all.at(-1).to)}`, `SUMMARY:${inCalendar(title)}`, `DESCRIPTION:${inCalendar(said)}`, `URL:${address}`, "END:VEVENT", "END:VCALENDAR", ""].map((line) => (line ? folded(line) : "")).join("\r\n");
}
