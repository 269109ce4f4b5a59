// What runs, or opens something, is taken down; links and forms lead nowhere, so that everything on a page can be touched.
window.__hits = [];
window.hit = () => __hits.push("hit");
for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = (...given) => { __hits.push(`${name} ${given}`); return null; };
document.write = document.writeln = (text) => __hits.push(`write ${text}`);
addEventListener("click", (event) => { if (event.target.closest("a")) event.preventDefault(); }, true);
addEventListener("submit", (event) => event.preventDefault(), true);
