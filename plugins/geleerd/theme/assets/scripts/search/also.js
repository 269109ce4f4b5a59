// What a result calls what was asked, where it says that in other words alone, such as "begeleider" for "facilitator".
import { matcher } from "./excerpt.js";
import { plain } from "./words.js";

const ALIKE = 4;

// `marks` are the words of a result that match, `ways` how else it may be said: what was `asked`, the forms of that itself (`own`), and the
// `stems` of the other words. Words that begin alike need no explanation, and several words are a name where the `text` has them together.
export function alsoCalled(marks, ways, text) {
  for (const { asked, own, stems } of ways) {
    const isOwn = matcher(own);
    const found = stems.map((stem) => marks.find((mark) => plain(mark).startsWith(stem)));
    const isOther = found.every((mark) => mark && !plain(mark).startsWith(plain(asked).slice(0, ALIKE)));
    const said = isOther && found.join(" ");
    if (said && text.includes(said) && !marks.some((mark) => isOwn(plain(mark)))) return { asked, said: said.toLowerCase() };
  }
  return undefined;
}
