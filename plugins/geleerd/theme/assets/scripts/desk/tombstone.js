// The file that stays of an item that is withdrawn: as `geleerd withdraw` writes it, to the letter.
const PLAIN = /^[\p{L}\p{N}/](?:[\p{L}\p{N}_ ./@%+()–-]*[\p{L}\p{N}_/)%+])?$/u;

const written = (text) => (PLAIN.test(text) ? text : JSON.stringify(text));

const asAlias = (address) => `/${[...address].map((sign) => (/[\w.~+/-]/.test(sign) ? sign : encodeURIComponent(sign))).join("")}`;

export function tombstone(record, today) {
  const fields = record.front_matter;
  const aliases = [...new Set([...(fields.aliases ?? []), ...(record.alone_in ?? []).map(asAlias)])];
  const facts = { id: record.id, type: record.type, date: fields.date, status: "withdrawn", withdrawn_on: fields.withdrawn_on ?? today, reason: fields.reason };
  const lines = Object.entries(facts).filter(([, value]) => value).map(([key, value]) => `${key}: ${written(String(value))}`);
  return ["---", ...lines, ...(aliases.length ? [`aliases: [${aliases.map(written).join(", ")}]`] : []), "---", ""].join("\n");
}

// The files beside an item that it names: its attachments, its photograph, and the pictures in its text.
export function beside({ path, front_matter: fields, body }) {
  const pictures = [...(body ?? "").matchAll(/!\[[^\]]{0,500}\]\(<?([^\s()<>#?]{1,300})/g)].map((found) => found[1]);
  const named = [...(fields.attachments ?? []).map((one) => one.file), fields.image?.file, ...pictures].filter((name) => name && !/^(?:[a-z]+:|\/)/i.test(name));
  return [...new Set(named.map((name) => decodeURI(new URL(name, `https://x/${path}`).pathname.slice(1))))];
}
