// The block to paste: a heading for every type, a permalink and a summary for every item. The same as the build makes for a month
// (theme/digest/block.html), where `legible` too says what must not travel along: marks that turn the direction of what follows.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

export const legible = (text) => (text ?? "").replace(TURNING, "").replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, " ").replace(/^ | $/g, "");

// `dress` makes of an item's paragraph what stands in the page; what is copied wears nothing.
export function block(items, words, url, dress = (paragraph) => paragraph) {
  const parts = Object.entries(words.types).flatMap(([type, names]) => {
    const lines = items.filter((item) => item.type === type).map((item) => dress(line(item, words, url), item));
    return lines.length ? [element("h2", names.other), ...lines] : [];
  });
  return parts.flatMap((part) => [part, "\n"]);
}

export const source = (parts) => parts.map((part) => part.outerHTML ?? part).join("");

// The HTML of a block as text to read, with its addresses: for where nothing else can be pasted. As `geleerd digest --format text` writes
// it, but for the length of its lines: those are up to where it is pasted.
export function plain(html) {
  const parts = [...new DOMParser().parseFromString(html, "text/html").body.children];
  return `${parts.map((part) => (part.localName === "h2" ? heading(part.textContent) : entry(part))).join("\n\n")}\n`;
}

const heading = (name) => `${name}\n${"-".repeat([...name].length)}`;

function entry(paragraph) {
  const link = paragraph.querySelector("a");
  const summary = paragraph.querySelector("br").nextSibling?.data.trim();
  return [`- ${link.textContent}`, ...(summary ? [`  ${summary}`] : []), `  ${link.getAttribute("href")}`].join("\n");
}

function line(item, words, url) {
  const link = element("a");
  link.href = new URL(item.permalink, url).href;
  link.append(element("strong", legible(item.title)));
  const paragraph = element("p");
  if (item.language !== words.language) Object.assign(paragraph, { lang: item.language, dir: "auto" });
  paragraph.append(link, element("br"), legible(item.summary));
  return paragraph;
}

export function element(name, text = "", attributes = {}) {
  const made = Object.assign(document.createElement(name), attributes);
  made.textContent = text;
  return made;
}
