// A text in plain signs, as `validate/privacy/plain_signs.py` makes it: what is written in another way to a program reads the same to a
// person, such as `&#64;`, `(at)` and `６`. The page holds the expression and the signs.
import { searches } from "./searches.js";

// The plain text, and a function that gives the piece of the written text for a piece of the plain one.
export function inPlainSigns(written, personal) {
  const replaced = [];
  let text = "";
  let end = 0;
  for (const found of written.matchAll(searches(personal, "otherwise"))) {
    const sign = signOf(found, personal);
    if (sign === found[0]) continue;
    text += written.slice(end, found.index) + sign;
    end = found.index + found[0].length;
    replaced.push({ start: found.index, end, sign, plainEnd: text.length });
  }
  const placeOf = (position) => placeIn(replaced, position);
  return { text: text + written.slice(end), asWritten: (from, until) => written.slice(placeOf(from)[0], placeOf(until - 1)[1]) };
}

function placeIn(replaced, position) {
  const last = replaced.findLast((piece) => piece.plainEnd - piece.sign.length <= position);
  const beyond = last ? position - last.plainEnd : 0;
  if (last && beyond < 0) return [last.start, last.end];
  const place = last ? last.end + beyond : position;
  return [place, place + 1];
}

function signOf({ 0: piece, groups }, personal) {
  if (groups.at) return "@";
  if (groups.dot) return ".";
  if (groups.mark) return "";
  if (groups.percent) return String.fromCharCode(parseInt(piece.slice(1), 16));
  return groups.reference ? referredTo(piece, personal) : plain(piece, personal);
}

function referredTo(reference, personal) {
  const name = reference.slice(1, -1).toLowerCase();
  if (!name.startsWith("#")) return Object.hasOwn(personal.named, name) ? personal.named[name] : reference;
  const number = name.startsWith("#x") ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = number > 0 && number < 0x110000 && !(number >= 0xd800 && number < 0xe000);
  return isCharacter ? plain(String.fromCodePoint(number), personal) : reference;
}

function plain(sign, personal) {
  if (Object.hasOwn(personal.alike, sign)) return personal.alike[sign];
  if (/^\p{Pd}/u.test(sign)) return "-";
  if (/^\p{No}/u.test(sign)) return " ";
  return /^[\p{Cf}\p{Me}]/u.test(sign) ? "" : sign.normalize("NFKC");
}
