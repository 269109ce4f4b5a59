// Resolves as soon as somebody does anything on the page: what is wanted from then on need not come with the first view.
export const begun = () => new Promise((resolve) => {
  if (scrollY > 0 || document.activeElement !== document.body) resolve();
  for (const sign of ["pointerdown", "keydown", "focusin", "input", "scroll"]) addEventListener(sign, () => resolve(), { once: true, passive: true, capture: true });
});

// Keeps a page and what it needs for when there is no internet. `pages` are the addresses from the root of the site that may be kept.
export async function keepForLater(site, pages) {
  if (!("serviceWorker" in navigator) || !site.protocol.startsWith("http")) return false;
  try {
    const asked = encodeURIComponent(JSON.stringify({ pages }));
    await navigator.serviceWorker.register(`${new URL("worker.js", site).pathname}?for=${asked}`, { scope: site.pathname });
    await navigator.serviceWorker.ready;
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.startsWith(site.href));
    const cache = await caches.open("geleerd-offline-1");
    const wanted = [...new Set([location.href, ...loaded].map((name) => name.split(/[?#]/)[0]))];
    await Promise.all(wanted.map(async (name) => { const answer = await fetch(name, { cache: "force-cache" }); if (answer.ok) await cache.put(name, answer); }));
    return true;
  } catch {
    return false;
  }
}
