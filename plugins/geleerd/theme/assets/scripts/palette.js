// Lets a reader choose between light and dark; without it the page follows the reader's system.
const root = document.documentElement;
const button = document.querySelector(".palette");
const system = matchMedia("(prefers-color-scheme: dark)");
const stored = () => { try { return localStorage.getItem("palette"); } catch { return null; } };
const store = (palette) => { try { localStorage.setItem("palette", palette); } catch { /* private mode: the choice lasts a page */ } };
const isDark = () => root.dataset.palette === "dark" || (root.dataset.palette === "auto" && system.matches);
const show = () => { button.lastElementChild.textContent = isDark() ? button.dataset.light : button.dataset.dark; };

root.dataset.palette = stored() ?? "auto";
if (button) {
  button.hidden = false;
  show();
  system.addEventListener("change", show);
  button.addEventListener("click", () => {
    root.dataset.palette = isDark() ? "light" : "dark";
    store(root.dataset.palette);
    show();
  });
}
