// The four conditions are a screen of their own, until somebody goes on.
export function showConditions(page, asks, isPast) {
  const box = page.querySelector("[data-conditions]");
  if (!box) return;
  page.toggleAttribute("data-asking", !isPast);
  const boxes = [...box.querySelectorAll("input")];
  box.addEventListener("change", () => { box.querySelector("[data-yes]").hidden = !boxes.every((each) => each.checked); });
  box.querySelector("[data-on]").hidden = isPast;
  box.querySelector("[data-on]").onclick = () => {
    const isMet = boxes.every((each) => each.checked);
    const otherwise = box.querySelector("[data-no]");
    otherwise.hidden = isMet;
    page.toggleAttribute("data-asking", false);
    box.querySelector("[data-on]").hidden = true;
    (isMet ? asks.querySelector("[data-value]") : otherwise).focus(); // what fits better is heard before the questions are
  };
}
