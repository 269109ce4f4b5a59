// A first look for personal data while somebody types. The check on the files looks better; it has the packages that know the numbers.
const BORN = /\b(?:geboren|geb\.|geboortedatum|born)\b[^.;!?\d]{0,30}\d{1,2}[-/. ](?:\d{1,2}|[a-z]{3,9})[-/. ,]*(?:19|20)?\d{2}\b/iu;
const MAIL = /[\p{L}\p{N}_.+'-]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[a-z]{2,}/giu;
const NINE = /(?<![\w.,/-])\d{3}([. ]?)\d{3}\1\d{3}(?![\w]|[.,/-]\d)/gu;
const PHONE = /(?<![\w.,/-])(?:\+31|0031|0)[\s-]?(?:\(0\)[\s-]?)?[1-9](?:[\s-]?\d){8}(?!\d)/u;
const ACCOUNT = /\b[a-z]{2}\d{2}[ .]?(?:[a-z0-9][ .]?){11,30}/giu;
const PUBLIC_NUMBER = /^0[\s-]?(?:800|900|906|909|88)/;
const FUNCTION = /^(?:info|contact|redactie|secretariaat|bureau|administratie|communicatie|project|programma|netwerk|team|wijkteam|zorg|loket|bestuur|aanmeld|vragen|support|service)/iu;

export function personalData(tree, body) {
  const texts = [...leaves(tree, [])].filter(([path]) => !NOT_LOOKED_AT.has(path[0]));
  body.split("\n").forEach((row) => texts.push([["body"], row]));
  const reviewed = new Set((tree.reviewed ?? []).filter((exception) => exception.reason).map((exception) => exception.text));
  return texts.flatMap(([path, text]) => kindsIn(text, reviewed).map((code) => ({ path, code, words: { key: "" } })));
}

const NOT_LOOKED_AT = new Set(["id", "reviewed", "aliases", "superseded_by"]);

function* leaves(value, path) {
  if (typeof value === "string") yield [path, value];
  else if (Array.isArray(value)) for (const [number, entry] of value.entries()) yield* leaves(entry, [...path, number]);
  else if (value && typeof value === "object") for (const [key, part] of Object.entries(value)) yield* leaves(part, [...path, key]);
}

function kindsIn(text, reviewed) {
  const unseen = (found) => found && !reviewed.has(found.trim());
  const kinds = [];
  if ((text.match(ACCOUNT) ?? []).some((found) => isAccount(found) && unseen(found))) kinds.push("iban");
  if (unseen(BORN.exec(text)?.[0])) kinds.push("birth-date");
  if ((text.match(NINE) ?? []).some((found) => isCitizen(found.replace(/\D/g, "")) && unseen(found))) kinds.push("citizen-number");
  if ((text.match(MAIL) ?? []).some((found) => !FUNCTION.test(found) && unseen(found))) kinds.push("personal-email");
  const phone = PHONE.exec(text)?.[0];
  if (unseen(phone) && !PUBLIC_NUMBER.test(phone) && !kinds.includes("iban")) kinds.push("phone-number");
  return kinds;
}

// The eleven-test of the citizen service number: weights 9 to 2, and minus one for the last digit.
function isCitizen(digits) {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0);
  return Number(digits) > 0 && sum % 11 === 0;
}

// The check of ISO 13616: the country and its check digits go to the end, letters count from 10, and the rest by 97 is 1.
function isAccount(found) {
  const plain = found.replace(/[ .]/g, "").toUpperCase();
  for (let end = plain.length; end >= 15; end -= 1) {
    const turned = plain.slice(4, end) + plain.slice(0, 4);
    const digits = [...turned].map((character) => parseInt(character, 36)).join("");
    if (BigInt(digits) % 97n === 1n) return true;
  }
  return false;
}
