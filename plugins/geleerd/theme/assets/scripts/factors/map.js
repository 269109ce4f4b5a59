// The map of what works on what: shows the arrows of the name that the address asks for, or that somebody points at, and lets the others fade.
const map = document.querySelector("[data-map]");
const arrows = [...(map?.querySelectorAll("[data-cause]") ?? [])];
const names = [...(map?.querySelectorAll("[data-name]") ?? [])];

function show(chosen) {
  const near = new Set(chosen);
  for (const arrow of arrows) {
    const { cause, on } = arrow.dataset;
    const isOn = chosen.length > 1 ? chosen.some((slug, place) => slug === cause && chosen[(place + 1) % chosen.length] === on) : chosen.includes(cause) || chosen.includes(on);
    arrow.classList.toggle("is-on", isOn);
    if (isOn) near.add(cause).add(on);
  }
  for (const name of names) {
    name.classList.toggle("is-chosen", chosen.includes(name.dataset.name));
    name.classList.toggle("is-near", near.has(name.dataset.name));
  }
  map.classList.toggle("is-choosing", chosen.length > 0);
}

// What the address asks for: one factor, or all of a loop.
function asked() {
  const anchor = decodeURIComponent(location.hash.slice(1));
  const loop = document.getElementById(anchor)?.dataset.loop;
  if (loop) return loop.split(" ");
  return names.some((name) => name.dataset.name === anchor) ? [anchor] : [];
}

if (map) {
  const pointed = (event) => event.target.closest("[data-name]")?.dataset.name;
  map.addEventListener("pointerover", (event) => show(pointed(event) ? [pointed(event)] : asked()));
  map.addEventListener("pointerleave", () => show(asked()));
  map.addEventListener("focusin", (event) => show(pointed(event) ? [pointed(event)] : asked()));
  map.addEventListener("focusout", () => show(asked()));
  addEventListener("hashchange", () => show(asked()));
  show(asked());
}
