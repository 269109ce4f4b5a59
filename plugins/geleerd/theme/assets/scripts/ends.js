// Takes signs off the ends of a text. An expression such as `\s+$` would read a run of spaces within the text anew from each of them.
export function stripped(text, signs) {
  let from = 0;
  while (from < text.length && signs.includes(text[from])) from += 1;
  return endStripped(text.slice(from), signs);
}

export function endStripped(text, signs) {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1])) end -= 1;
  return text.slice(0, end);
}
