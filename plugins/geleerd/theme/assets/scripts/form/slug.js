// A file name from a title: `slug_from` of the model drops accents and spells other scripts; here what is not Latin falls away.
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ð: "d", þ: "th", ł: "l", đ: "d" };

// Signs inside a word that nobody sees are no break in it.
const HIDDEN = /[\u00ad\u180e\u200b\u2060\ufeff\ufffc]/g;

export const slugFrom = (title) => cut(title.replace(HIDDEN, "").toLowerCase().replace(/[ßæœøðþłđ]/g, (letter) => LETTERS[letter]).normalize("NFD")
  .replace(/\p{M}/gu, "").replace(/’/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, ""));

export const isSlug = (text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 100;

function cut(slug) {
  if (slug.length <= 80) return slug;
  const end = slug.lastIndexOf("-", 80);
  return slug.slice(0, end > 0 ? end : 80);
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

// Six characters of Crockford's base32, the first a letter, as `geleerd new` makes them.
export function newId() {
  const numbers = crypto.getRandomValues(new Uint8Array(6));
  return [...numbers].map((n, place) => (place === 0 ? ALPHABET[10 + (n % 22)] : ALPHABET[n % 32])).join("");
}
