// What is wrong in HTML as a browser reads it: whatever could run, ask another host or lead out of the web. `address`: where it stands.
(html, address) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const found = [];
  const FRAMES = ["iframe", "object", "embed", "frame", "frameset", "base", "applet", "portal", "foreignobject", "animate", "set", "use"];
  const LOADING = ["src", "srcset", "poster", "data", "background", "action"];
  const EARLY = ["stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"];
  const target = (value) => { try { return new URL(value, address); } catch { return null; } };
  const isOwn = (value) => target(value)?.origin === new URL(address).origin;
  const isJson = (type) => ["application/json", "application/ld+json"].includes(type);
  const say = (what, node) => found.push(`${what}: ${node.outerHTML.slice(0, 200)}`);

  function ofAttribute(node, name, value) {
    if (/^on/.test(name) || ["srcdoc", "ping", "formaction", "xlink:href"].includes(name)) say("attribute", node);
    if (name === "style" && /url|expression|position|@|\\/i.test(value)) say("style", node);
    if (["href", "cite", ...LOADING].includes(name) && !["http:", "https:", "mailto:"].includes(target(value)?.protocol) && !isOwn(value.replace(/^webcal:/, "https:"))) say("scheme", node);
    if (LOADING.includes(name) && !isOwn(value)) say("foreign", node);
  }

  for (const node of parsed.querySelectorAll("*")) {
    const name = node.localName.toLowerCase();
    if (FRAMES.includes(name) || name === "style") say("element", node);
    if (name === "script" && isJson(node.type)) try { JSON.parse(node.textContent); } catch { say("json", node); }
    else if (name === "script" && !(node.type === "module" && node.hasAttribute("src") && !node.textContent)) say("script", node);
    if (name === "link" && EARLY.some((rel) => node.relList.contains(rel)) && !isOwn(node.getAttribute("href"))) say("foreign", node);
    if (name === "meta" && /refresh/i.test(node.httpEquiv) && !isOwn(node.content.replace(/^\d+;\s*url=/i, ""))) say("refresh", node);
    for (const { name: attribute, value } of node.attributes) ofAttribute(node, attribute.toLowerCase(), value);
  }
  return found;
}
