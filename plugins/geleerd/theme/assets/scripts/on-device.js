// The two choices that hold for everything this site keeps on a device: whether others use it too, and wiping.
import { isShared, share, wipe } from "./storage.js";

export function offerChoices(page) {
  const box = page.querySelector("[data-on-device]");
  const find = (name) => box.querySelector(`[data-${name}]`);
  const ask = (isAsked) => {
    find("wipe-sure").hidden = !isAsked;
    find(isAsked ? "wipe-no" : "wipe").focus();
  };
  find("shared").checked = isShared();
  find("shared").addEventListener("change", ({ target }) => {
    share(target.checked);
    dispatchEvent(new Event("shared"));
  });
  find("wipe").addEventListener("click", () => ask(true));
  find("wipe-no").addEventListener("click", () => ask(false));
  find("wipe-yes").addEventListener("click", () => {
    ask(false);
    wipe();
  });
  box.hidden = false;
}
