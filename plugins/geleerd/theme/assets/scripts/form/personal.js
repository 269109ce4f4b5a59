// Personal data in what somebody types. Where to look comes from `validate/privacy/`; the numbers it leaves to packages are tested here
// by their public rules. Telephone numbers are a rougher look than the check's: a test measures how rough.
import { inPlainSigns } from "./plain-signs.js";
import { says, searches, spans, startsWith } from "./searches.js";

const PHONE = /(?:\+\d{2,3}|00\d{2,3}|\(?0)[\d\s().\/-]{7,16}\d(?!\w)/g;
const FREE = /^(?:800|90[069]|88|84|85|87|91|66|67|82|14)/;
const MOBILE = /^(?:(?:(?:00)?31)?0?6)?[1-58]\d{7}$/;
const DUTCH = /^NL\d\d[A-Z]{4}\d{10}$/i;
const LONGEST = 34;
const LENGTHS = new Set(("AD24 AT20 BE16 BG22 CH21 CY28 CZ24 DE22 DK18 EE20 ES24 FI18 FR27 GB22 GR27 HR21 HU28 IE22 IS26 IT27 LI21 LT20 LU20 "
  + "LV21 MA28 MC27 MT31 NL18 NO15 PL28 PT25 RO24 SE24 SI19 SK24 SM27 TR26 UA29").split(" "));

const NO_LIMITS = { line: Infinity, body: Infinity };

// The page holds the expressions, the names of the fields without running text, and how long a line and a text may be.
export function personalData(tree, body, { personal, unread, longest = NO_LIMITS }) {
  const rows = body.slice(0, longest.body).split("\n").map((row) => [["body"], row]);
  const texts = [...leaves(tree, []), ...rows].filter(([path]) => !unread.includes(path[0])).map(([path, text]) => [path, text.slice(0, longest.line)]);
  const reviewed = new Set((tree.reviewed ?? []).filter((exception) => exception.reason).map((exception) => exception.text));
  return texts.flatMap(([path, text]) => kindsIn(text, personal, reviewed).map((code) => ({ path, code, words: { key: "" } })));
}

function* leaves(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [number, entry] of value.entries()) yield* leaves(entry, [...path, number]);
  else if (value && typeof value === "object") for (const [key, part] of Object.entries(value)) yield* leaves(part, [...path, key]);
}

// Whether a problem tells of what may say who somebody is.
export const tellsWho = ({ code }) => Object.hasOwn(FINDERS, code);

const FINDERS = { iban: accounts, "birth-date": births, "phone-number": phones, "citizen-number": citizens, "personal-email": mails };

// What one finder saw, the next does not look at again: part of an account number is no telephone number.
function kindsIn(whole, personal, reviewed) {
  if (!says(whole, personal, "may-hold")) return [];
  const plain = inPlainSigns(whole, personal);
  let text = plain.text;
  return Object.entries(FINDERS).filter(([, find]) => {
    const found = find(text, personal);
    text = found.reduce(without, text);
    return found.some((span) => !reviewed.has(plain.asWritten(...span).trim()));
  }).map(([kind]) => kind);
}

const without = (text, [start, end]) => text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
const before = (text, position) => text.slice(Math.max(0, position - 80), position);
const digitsOf = (text) => text.replace(/\D/g, "");

function accounts(text, personal) {
  const starts = spans(text, personal, "account").map(([start]) => start);
  return starts.map((start) => [start, start + accountAt(text.slice(start, start + 3 * LONGEST))]).filter(([start, end]) => end > start);
}

function births(text, personal) {
  if (!says(text, personal, "day")) return [];
  const isOfAThing = ([start, end]) => says(before(text, start), personal, "thing") || says(text.slice(start, end), personal, "thing");
  return [...spans(text, personal, "born-on"), ...spans(text, personal, "was-born").filter((span) => !isOfAThing(span))];
}

function citizens(text, personal) {
  const alone = new Set(spans(text, personal, "nine").map(String));
  return spans(text, personal, "spread").filter((span) => isCitizen(digitsOf(text.slice(...span))) && isOfACitizen(text, span, alone, personal));
}

function isOfACitizen(text, [start, end], alone, personal) {
  const [said, follows] = [before(text, start), text.slice(end, end + 40)];
  if (says(said, personal, "other-number") || startsWith(follows, personal, "amount")) return false;
  return alone.has(String([start, end])) || says(said, personal, "citizen-before") || startsWith(follows, personal, "citizen-after");
}

function mails(text, personal) {
  const plain = spans(text, personal, "mail");
  const isOf = ([start, end]) => isPersonal(text.slice(start, end).split("@")[0], text.slice(start, end), personal);
  const spelt = [...plain.reduce(without, text).matchAll(searches(personal, "spelt-mail"))];
  return [...plain.filter(isOf), ...spelt.filter((found) => isAddress(found, personal)).map(({ 0: all, index }) => [index, index + all.length])];
}

// Whether somebody spelt an address of a person, and the words only look like one no more.
function isAddress({ 0: all, 1: name, 2: at, index, input }, personal) {
  const isMeant = says(at, personal, "mail-meant") || says(all, personal, "mail-hints") || says(before(input, index), personal, "mail-before");
  return isMeant && isPersonal(name.replace(/\s/g, ""), all, personal);
}

function isPersonal(mailbox, address, personal) {
  return !isFunction(mailbox.split("+")[0].toLowerCase(), personal) && !isOwn(address.toLowerCase(), personal.own ?? []);
}

function isOwn(address, own) {
  const domain = address.split("@").at(-1);
  return own.some((mailbox) => mailbox === address || mailbox === domain || domain.endsWith(`.${mailbox}`));
}

function isFunction(name, personal) {
  if (startsWith(name, personal, "of-a-person")) return false;
  const pieces = name.split(/[^\p{L}]+/u).filter(Boolean);
  if ([pieces[0], pieces.join("")].some((piece) => personal["functions-first"].includes(piece))) return true;
  return [...pieces, pieces.join("")].some((piece) => personal.functions.includes(piece) || personal["function-stems"].some((stem) => piece.includes(stem)));
}

function phones(text, personal) {
  const inLinks = [...text.matchAll(searches(personal, "chat"))].filter((found) => isPhone(found[1].replace(/^(?:\+|00)?(?=[1-9])/, "+")));
  const linked = inLinks.map(({ 0: all, 1: number, index }) => [index + all.length - number.length, index + all.length]);
  const plain = spans(linked.reduce(without, text), personal, "address").reduce(without, linked.reduce(without, text));
  const mobile = spans(plain, personal, "mobile").filter(([start, end]) => MOBILE.test(digitsOf(plain.slice(start, end))) && isTelephone(plain, start, end, personal));
  const rest = mobile.reduce(without, plain);
  const others = [...rest.matchAll(PHONE)].map((found) => [found.index, found.index + found[0].length]);
  return [...linked, ...mobile, ...others.filter(([start, end]) => isPhone(rest.slice(start, end)) && isTelephone(rest, start, end, personal))];
}

function isTelephone(text, start, end, personal) {
  const said = before(text, start);
  const isOther = says(said, personal, "reference") || startsWith(text.slice(start), personal, "a-day") || startsWith(text.slice(end), personal, "a-picture");
  if (isOther || !says(said, personal, "stands-free")) return false;
  return !/^(?:31)?6/.test(text.slice(start, start + 3)) || [said.slice(-40), text.slice(end, end + 25)].some((near) => says(near, personal, "to-call"));
}

// A number of a person or a house: ten digits from 0, or the same from abroad; of other countries what begins as one, and mobile numbers.
function isPhone(found) {
  const digits = found.replace(/\(0\)/, "").replace(/\D/g, "").replace(/^00/, "+").replace(/^/, found.startsWith("+") ? "+" : "");
  const own = /^(?:\+31|0)(\d{9})$/.exec(digits)?.[1];
  if (own) return own[0] !== "0" && !FREE.test(own) && (own[0] !== "6" || /^6[1-58]/.test(own));
  return /^(?:\+[1-9]\d{8,13}|04[5-9]\d{8}|01[5-7]\d{8,9})$/.test(digits);
}

// The eleven-test of the citizen service number: weights 9 to 2, and minus one for the last digit.
function isCitizen(digits) {
  const sum = [...digits.padStart(9, "0")].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

// Where the account number at the beginning of a text ends, by the check of ISO 13616: the country and its check digits go to the end,
// letters count from 10, and the rest by 97 is 1; 0 when there is none. A word may be glued to a Dutch one.
function accountAt(text) {
  let number = "";
  for (const found of text.matchAll(/[ ._/-]{0,2}([a-z0-9])/giy)) {
    number += found[1].toUpperCase();
    if (number.length > LONGEST) return 0;
    const next = text.charAt(found.index + found[0].length);
    const isWhole = !/[\p{L}\p{N}]/u.test(next) || (DUTCH.test(number) && !/\d/.test(next));
    if (LENGTHS.has(number.slice(0, 2) + number.length) && isWhole && isAccount(number)) return found.index + found[0].length;
  }
  return 0;
}

function isAccount(plain) {
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((character) => parseInt(character, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}
