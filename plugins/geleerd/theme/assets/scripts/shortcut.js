// "/" and Ctrl-K bring a reader to the search field. A reader who speaks to the computer can switch "/" off on the search page.
import { former, preferences } from "./storage.js";

const field = () => document.querySelector("[data-search] input[name=q]") ?? document.querySelector(".site-search input");
const isOff = () => (preferences.get("shortcut", (value) => value) ?? former.get("shortcut")) === "off";
const isTyping = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);

addEventListener("keydown", (event) => {
  const slash = event.key === "/" && !isOff() && !isTyping(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
  const control = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if (!slash && !control) return;
  event.preventDefault();
  const target = field();
  if (target?.offsetParent) { target.focus(); target.select(); }
  else document.querySelector(".site-search__link")?.click();
});

const choice = document.querySelector("[data-shortcut]");
if (choice) {
  choice.checked = !isOff();
  choice.addEventListener("change", () => preferences.set("shortcut", choice.checked ? "on" : "off"));
}
