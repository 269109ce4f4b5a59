// The block of a month, copied with one press.
import { offer } from "./copy.js";

const root = document.querySelector("[data-newsletter-month]");
const source = root.querySelector("[data-source]");

for (const part of root.querySelectorAll("[data-needs-script]")) part.hidden = false;
offer(root, JSON.parse(root.dataset.words), () => source.value, { rich: source, source });
