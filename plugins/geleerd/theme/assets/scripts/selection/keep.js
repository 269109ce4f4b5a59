// "Bewaar" on the page of an item: only where this device may keep something.
import { keep, kept } from "./kept.js";

for (const button of document.querySelectorAll("[data-keep]")) {
  const id = button.dataset.keep;
  const show = () => {
    const isKept = kept().includes(id);
    button.setAttribute("aria-pressed", String(isKept));
    button.textContent = isKept ? button.dataset.kept : button.dataset.name;
  };
  if (!keep(kept())) continue;
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    keep(kept().includes(id) ? kept().filter((other) => other !== id) : [...kept(), id]);
    show();
  });
}
