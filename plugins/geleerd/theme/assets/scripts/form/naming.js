// The contributions that name an entry of the frame, which change too when its name in the address does.
import { json } from "./records.js";
import { fill } from "./sentences.js";

const MOST_SHOWN = 50;

export async function whoNames(slug, { site, belonging }) {
  if (!belonging) return [];
  return ((await json(site, "items.json")) ?? []).filter((item) => item[belonging]?.includes(slug));
}

export function showNaming(box, items, { site, words }) {
  box.hidden = items.length === 0;
  box.querySelector("p").textContent = fill(words["moved-names"], { count: items.length });
  box.querySelector("ul").replaceChildren(...items.slice(0, MOST_SHOWN).map(({ title, address }) => {
    const row = document.createElement("li");
    row.append(Object.assign(document.createElement("a"), { href: `${site}${address}`, textContent: title }));
    return row;
  }));
}
