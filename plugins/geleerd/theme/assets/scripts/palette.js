// Lets a reader choose between light and dark; without it the page follows the reader's system.
import { device, former } from "./storage.js";

const root = document.documentElement;
const button = document.querySelector(".palette");
const system = matchMedia("(prefers-color-scheme: dark)");
const palette = (value) => ["light", "dark"].find((known) => known === value);
const isDark = () => root.dataset.palette === "dark" || (root.dataset.palette === "auto" && system.matches);
const show = () => { button.lastElementChild.textContent = isDark() ? button.dataset.light : button.dataset.dark; };

root.dataset.palette = device.get("palette", palette) ?? palette(former.get("palette")) ?? "auto";
if (button) {
  button.hidden = false;
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    root.dataset.palette = isDark() ? "light" : "dark";
    device.set("palette", root.dataset.palette);
    show();
  });
}
