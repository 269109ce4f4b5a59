// On the page for addresses that lead nowhere: the items that the words of the address may mean.
import { Engine } from "./engine.js";
import { Lexicon } from "./lexicon.js";
import { understand } from "./query.js";

const MOST = 5;
const article = document.querySelector("article[data-site]");
const section = article.querySelector(".likely");
const site = new URL(article.dataset.site, location.href);

function asked() {
  try {
    return decodeURIComponent(location.pathname).split("/").at(location.pathname.endsWith("/") ? -2 : -1).replace(/\.html?$/, "").replace(/[-_]+/g, " ");
  } catch {
    return "";
  }
}

async function suggest(query) {
  const [lexicon, engine] = await Promise.all([Lexicon.load(new URL("assets/search/", site)), Engine.load(new URL("pagefind/", site), site)]);
  const { concepts } = await understand(query, lexicon);
  const found = (await engine.ranked(concepts)).slice(0, MOST);
  for (const { url, meta } of await Promise.all(found.map((one) => one.result.data()))) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = url;
    link.textContent = meta.title;
    item.append(link);
    section.querySelector("ul").append(item);
  }
  section.querySelector("p a").search = new URLSearchParams({ q: query }).toString();
  section.hidden = !found.length;
}

const query = asked();
article.querySelector("form").elements.q.value = query;
if (query.trim()) suggest(query).catch((error) => console.warn(error));
