// The block to paste: a heading for every type, a permalink and a summary for every item. The same as the build makes for a month
// (theme/digest/block.html), where `legible` too says what must not travel along: marks that turn the direction of what follows.
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

export const legible = (text) => (text ?? "").replace(TURNING, "").replace(/[\p{Cc}\p{Cs}\p{Z}]+/gu, " ").replace(/^ | $/g, "");

export function block(items, words, url) {
  const parts = Object.entries(words.types).flatMap(([type, names]) => {
    const lines = items.filter((item) => item.type === type).map((item) => line(item, words, url));
    return lines.length ? [element("h2", names.other), ...lines] : [];
  });
  return parts.flatMap((part) => [part, "\n"]);
}

function line(item, words, url) {
  const link = element("a");
  link.href = new URL(item.permalink, url).href;
  link.append(element("strong", legible(item.title)));
  const paragraph = element("p");
  if (item.language !== words.language) paragraph.lang = item.language;
  paragraph.append(link, element("br"), legible(item.summary));
  return paragraph;
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
