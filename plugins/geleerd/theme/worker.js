// Lets the meeting planner and the forms work without internet once they were opened. It touches nothing else, and as long as there is
// internet everything comes from there: what it kept answers only when nothing else does.
const KEPT = "geleerd-offline-1";
const site = new URL("./", self.location);
const { pages } = JSON.parse(new URL(self.location).searchParams.get("for") ?? '{"pages":[]}');
const touched = [...pages.map((page) => new URL(page, site).href), new URL("assets/", site).href];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(ours()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && touched.some((start) => url.startsWith(start))) event.respondWith(freshest(event.request));
});

async function ours() {
  for (const name of await caches.keys()) if (name.startsWith("geleerd-offline-") && name !== KEPT) await caches.delete(name);
  await self.clients.claim();
}

// The address without what an address of a plan asks: one page answers all of them.
const bare = (request) => request.url.split(/[?#]/)[0];

async function freshest(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.type === "basic") await cache.put(bare(request), answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(bare(request));
    if (kept) return kept;
    throw error;
  }
}
