// Turns Markdown into HTML apart from the page, so that no text, however it is made, can make the page wait.
import "../vendor/marked.js";
import { html } from "./dialect.js";

// Characters of a text that pages show, and of HTML that a page can show at once; of more than that there is nothing.
const LONGEST = 150_000;
const LONGEST_HTML = 2_000_000;

addEventListener("message", ({ data: { number, asked, titles } }) => {
  postMessage({ number, answers: asked.map(({ text, isField }) => shown(text, { isField, titles })) });
});

function shown(text, about) {
  const made = text.length <= LONGEST ? html(globalThis.marked, text, about) : "";
  return made.length <= LONGEST_HTML ? made : "";
}
