// Turns Markdown into HTML apart from the page, so that no text, however it is made, can make the page wait.
import "../vendor/marked.js";
import { html } from "./dialect.js";

addEventListener("message", ({ data: { number, asked, titles } }) => {
  postMessage({ number, answers: asked.map(({ text, isField }) => html(globalThis.marked, text, { isField, titles })) });
});
