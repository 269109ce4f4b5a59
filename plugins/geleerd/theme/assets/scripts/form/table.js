// Rows that somebody pasted from a spreadsheet: cells parted by tabs, in quotes where they hold line ends. A formula is a text like any other.
const MOST_ROWS = 500;
const LIST = /\s*[;\n]\s*/;

// The rows of a table; null for a text that is none.
export function table(text) {
  const raw = text.replace(/\r\n?/g, "\n").replace(/^\n+|\n+$/g, "");
  if (!raw.split("\n", 1)[0].includes("\t")) return null;
  const rows = [[]];
  for (let at = 0; at <= raw.length; ) {
    const [cell, end] = cellAt(raw, at);
    rows.at(-1).push(cell.trim());
    if (raw[end] === "\n") rows.push([]);
    at = end + 1;
  }
  const filled = rows.filter((row) => row.some(Boolean));
  return filled.length > 1 ? filled.slice(0, MOST_ROWS + 1) : null;
}

// A cell and where it ends. Quotes inside a cell in quotes are doubled.
function cellAt(raw, at) {
  const quoted = raw[at] === '"' ? /"((?:[^"]|"")*)"(?=[\t\n]|$)/y : null;
  if (quoted) {
    quoted.lastIndex = at;
    const found = quoted.exec(raw);
    if (found) return [found[1].replaceAll('""', '"'), quoted.lastIndex];
  }
  const end = raw.slice(at).search(/[\t\n]/);
  return end < 0 ? [raw.slice(at), raw.length] : [raw.slice(at, at + end), at + end];
}

// The key that each column most likely is, by the names that forms have.
export const keysOf = (heads, names) => heads.map((head) => {
  const name = head.toLowerCase().replace(/[:*?]+$/, "").trim();
  return names.known.includes(name) ? name : Object.hasOwn(names.keys, name) ? names.keys[name] : "";
});

// The front matter and the body of one row. What has no key becomes a paragraph of the body, so that no cell gets lost. `slugs` know entries of
// the frame by their names, `day` reads dates as people write them.
export function draftFrom(cells, heads, keys, { slugs, day }) {
  const tree = {};
  const rest = [];
  for (const [place, cell] of cells.entries()) {
    const key = keys[place];
    if (!cell) continue;
    if (!key || key in tree) rest.push(heads[place] ? `**${heads[place]}**: ${cell}` : cell);
    else if (key === "sources") tree.sources = cell.split(LIST).filter(Boolean).map((title) => ({ title }));
    else if (slugs[key]) tree[key] = cell.split(/\s*[;,\n]\s*/).filter(Boolean).map((name) => slugs[key][name.toLowerCase()] ?? name);
    else if (["tags", "questions"].includes(key)) tree[key] = cell.split(LIST).filter(Boolean);
    else tree[key] = ["date", "happened"].includes(key) ? day(cell) ?? cell : cell;
  }
  return { tree, body: rest.join("\n\n") };
}
