// Personal data in what somebody types. Where to look comes from `validate/personal_data.py`; the numbers it leaves to packages are
// tested here by their public rules. Telephone numbers are a rougher look than the check's: a test measures how rough.
const PHONE = /(?<![\w.,/-])(?:\+\d{2,3}|00\d{2,3}|\(?0)[\d\s().\/\u2013-]{7,16}\d(?!\d)/g;
const FREE = /^(?:800|90[069]|88|84|85|87|91|66|67|82|14)/;
const BEFORE = 80;
const compiled = new Map();
const pattern = (personal, name) => {
  if (!compiled.has(name)) compiled.set(name, new RegExp(personal[name], name === "mail" ? "giu" : "gi"));
  return compiled.get(name);
};

// The page holds the expressions, and the names of the fields without running text.
export function personalData(tree, body, { personal, unread }) {
  const texts = [...leaves(tree, [])].filter(([path]) => !unread.includes(path[0]));
  body.split("\n").forEach((row) => texts.push([["body"], row]));
  const reviewed = new Set((tree.reviewed ?? []).filter((exception) => exception.reason).map((exception) => exception.text));
  return texts.flatMap(([path, text]) => kindsIn(text, personal, reviewed).map((code) => ({ path, code, words: { key: "" } })));
}

function* leaves(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [number, entry] of value.entries()) yield* leaves(entry, [...path, number]);
  else if (value && typeof value === "object") for (const [key, part] of Object.entries(value)) yield* leaves(part, [...path, key]);
}

const FINDERS = { iban: accounts, "birth-date": births, "citizen-number": citizens, "personal-email": mails, "phone-number": phones };

// What one finder saw, the next does not look at again: part of an account number is no telephone number.
function kindsIn(whole, personal, reviewed) {
  let text = whole;
  return Object.entries(FINDERS).filter(([, find]) => {
    const found = find(text, personal);
    for (const part of found) text = text.replace(part, " ".repeat(part.length));
    return found.some((part) => !reviewed.has(part.trim()));
  }).map(([kind]) => kind);
}

const all = (text, personal, name) => [...text.matchAll(pattern(personal, name))];
const says = (text, personal, name) => text.search(pattern(personal, name)) >= 0;
const before = (text, position) => text.slice(Math.max(0, position - BEFORE), position);

function accounts(text, personal) {
  return all(text, personal, "account").map((found) => accountAt(text.slice(found.index, found.index + 69))).filter(Boolean);
}

function births(text, personal) {
  const born = all(text, personal, "was-born").filter((found) => !says(before(text, found.index), personal, "thing") && !says(found[0], personal, "thing"));
  return [...all(text, personal, "born-on"), ...born].map((found) => found[0]);
}

function citizens(text, personal) {
  const found = all(text, personal, "nine").filter((each) => isCitizen(each[0].replace(/\D/g, "")));
  return found.filter((each) => !says(before(text, each.index), personal, "other-number")).map((each) => each[0]);
}

function mails(text, personal) {
  const found = all(text, personal, "mail").map(([address]) => address);
  return found.filter((address) => !isFunction(address.split(/[+@]/)[0].toLowerCase(), personal) && !isOwn(address.toLowerCase(), personal.own ?? []));
}

function isOwn(address, own) {
  const domain = address.split("@").at(-1);
  return own.some((mailbox) => mailbox === address || mailbox === domain || domain.endsWith(`.${mailbox}`));
}

function isFunction(name, personal) {
  if (name.search(pattern(personal, "of-a-person")) === 0) return false;
  const pieces = name.split(/[^\p{L}]+/u).filter(Boolean);
  if ([pieces[0], pieces.join("")].some((piece) => personal["functions-first"].includes(piece))) return true;
  return [...pieces, pieces.join("")].some((piece) => personal.functions.includes(piece) || personal["function-stems"].some((stem) => piece.includes(stem)));
}

function phones(text, personal) {
  const plain = text.replace(pattern(personal, "address"), (found) => " ".repeat(found.length));
  return [...plain.matchAll(PHONE)].filter((found) => isPhone(found[0]) && !says(before(plain, found.index), personal, "reference")).map((found) => found[0]);
}

// A number of a person or a house: ten digits from 0, or the same from abroad; of other countries only what is surely a telephone.
function isPhone(found) {
  const digits = found.replace(/\(0\)/, "").replace(/\D/g, "").replace(/^00/, "+").replace(/^/, found.startsWith("+") ? "+" : "");
  const own = /^(?:\+31|0)(\d{9})$/.exec(digits)?.[1];
  if (own) return own[0] !== "0" && !FREE.test(own) && (own[0] !== "6" || /^6[1-58]/.test(own));
  return /^\+(?:324[5-9]\d{7}|491[5-7]\d{8,9})$/.test(digits);
}

// The eleven-test of the citizen service number: weights 9 to 2, and minus one for the last digit.
function isCitizen(digits) {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

// The account number with which a text begins, by the check of ISO 13616: the country and its check digits go to the end, letters count
// from 10, and the rest by 97 is 1.
function accountAt(text) {
  for (let length = 34; length >= 15; length -= 1) {
    const end = new RegExp(`^[a-z]{2}\\d{2}(?:[ .]?[a-z0-9]){${length - 4}}(?![a-z0-9])`, "i").exec(text)?.[0].length ?? 0;
    if (end && isAccount(text.slice(0, end).replace(/\W/g, "").toUpperCase())) return text.slice(0, end);
  }
  return "";
}

function isAccount(plain) {
  const digits = [...plain.slice(4), ...plain.slice(0, 4)].map((character) => parseInt(character, 36)).join("");
  return BigInt(digits) % 97n === 1n;
}
