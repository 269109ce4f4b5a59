// Lets a reader choose between light and dark; without it the page follows the reader's system. Nothing is painted before the first line
// that acts has run (`blocking="render"`), so that nobody sees a flash of the other palette.
import { former, preferences } from "./storage.js";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const palette = (value) => ["light", "dark"].find((known) => known === value);
const isDark = () => root.dataset.palette === "dark" || (root.dataset.palette === "auto" && system.matches);

root.dataset.palette = preferences.get("palette", palette) ?? palette(former.get("palette")) ?? "auto";
if (document.readyState === "loading") addEventListener("DOMContentLoaded", offer);
else offer();

function offer() {
  const button = document.querySelector(".palette");
  if (!button) return;
  const show = () => { button.lastElementChild.textContent = isDark() ? button.dataset.light : button.dataset.dark; };
  button.hidden = false;
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    root.dataset.palette = isDark() ? "light" : "dark";
    preferences.set("palette", root.dataset.palette);
    show();
  });
}
