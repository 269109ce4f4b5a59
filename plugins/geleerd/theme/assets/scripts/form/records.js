// What stands on the site already, by its link: `/api/v1/` holds it as it was written.
const ID = "[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}";
const BARE = new RegExp(`^${ID}$`);
const PERMALINK = new RegExp(`(?:^|/)l/(${ID})(?:/|$)`);

export const idIn = (text) => (BARE.test(text.trim()) ? text.trim() : PERMALINK.exec(text.trim())?.[1] ?? "");

export async function json(site, path) {
  try {
    const answer = await fetch(`${site}api/v1/${path}`);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

// An item that can be shown; of a withdrawn one there is nothing but that it was.
export async function item(site, id) {
  const record = id ? await json(site, `items/${id}.json`) : null;
  return record?.front_matter ? record : null;
}

// The path of a link on this site, or nothing for another: no page asks anything of another host.
export function pathOn(site, link) {
  const home = new URL(site, document.baseURI);
  let address;
  try { address = new URL(link.trim(), document.baseURI); } catch { return null; }
  const path = (address.href.startsWith(home.href) ? address.href.slice(home.href.length) : address.pathname).split(/[?#]/)[0].replace(/^\/+/, "");
  return new URL(path, home).href.startsWith(home.href) ? path : null;
}

// The id of the item at a link: in the link itself, or on the page, which says its permalink.
export async function idAt(site, link) {
  const path = pathOn(site, link);
  const known = idIn(path ?? "") || idIn(link);
  if (known || !path) return known;
  try {
    const answer = await fetch(new URL(path, new URL(site, document.baseURI)));
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    return idIn(page?.querySelector("article.item [data-field='id'] a")?.getAttribute("href") ?? "");
  } catch {
    return "";
  }
}
