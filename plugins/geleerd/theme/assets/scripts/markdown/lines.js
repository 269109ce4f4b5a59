// Which lines belong to a block that other blocks stand in.
const STARTS_A_BLOCK = /^ {0,3}(?:>|#{1,6}(?:[ \t]|$)|\x60{3}|~{3}|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|\[\^[^\]\s]+\]:|<|%%|([-_*])(?:[ \t]*\1){2,}[ \t]*$)/;

// Whether a line goes on with the paragraph of the line before, although it lacks the mark of the block.
export const goesOn = (before, line) => before.trim() !== "" && line.trim() !== "" && !STARTS_A_BLOCK.test(line);

// Where the first paragraph of a text ends: a block that interrupts one can only begin before that.
export function interruption(source, pattern) {
  const end = source.search(/\n[ \t]*\n/);
  return pattern.exec(end < 0 ? source : source.slice(0, end))?.index;
}

// The tokens of the blocks inside another block. In the items of a list marked reads lines, not paragraphs; in a block inside one, both.
export function blocksIn(text, lexer) {
  const { top } = lexer.state;
  lexer.state.top = true;
  const tokens = lexer.blockTokens(text, []);
  lexer.state.top = top;
  return tokens;
}
