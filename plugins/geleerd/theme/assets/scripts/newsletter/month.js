// The block of a month, copied with one press.
import { copy } from "./copy.js";

const root = document.querySelector("[data-newsletter-month]");
const words = JSON.parse(root.dataset.words);
const source = root.querySelector("[data-source]");

for (const part of root.querySelectorAll("[data-needs-script]")) part.hidden = false;
root.querySelector("[data-copy-block]").addEventListener("click", async () => {
  root.querySelector("[data-copied]").textContent = words[(await copy(source.value, source)) ? "copied" : "selected"];
});
