// A term that the glossary has already comes into the form when it is named.
import { spread } from "./fields.js";
import { json } from "./records.js";

export async function lookUpTerms(asks, site, answered) {
  const terms = (await json(site, "terms.json")) ?? [];
  const isSame = (a, b) => ["term", "abbreviation"].some((key) => a[key] && b[key] && a[key].toLowerCase() === b[key].toLowerCase());
  asks.addEventListener("focusout", () => {
    const tree = answered();
    const known = terms.find((term) => isSame(term, tree));
    if (known && Object.keys(tree).length === 1) spread(asks, known);
  });
}
