import { plain } from "./block.js";

// Puts something on the clipboard: its forms by media type, of which the program in which it is pasted takes the richest that it knows.
// Where the new way is not there (no https, an old browser) it goes the old way; where neither works, what stands on the page is selected,
// so that a reader copies it by hand.
async function copy(forms, shown) {
  try {
    const blobs = Object.entries(forms).map(([kind, text]) => [kind, new Blob([text], { type: kind })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return copyInTheOldWay(forms, shown);
  }
}

// The old way copies only what is selected; a listener then gives what is meant.
function copyInTheOldWay(forms, shown) {
  const [before, wasHidden] = [document.activeElement, shown.hidden];
  const give = (event) => {
    for (const [kind, text] of Object.entries(forms)) event.clipboardData.setData(kind, text);
    event.preventDefault();
  };
  shown.hidden = false;
  select(shown);
  addEventListener("copy", give);
  const copied = document.execCommand?.("copy") ?? false;
  removeEventListener("copy", give);
  if (copied) {
    shown.hidden = wasHidden;
    getSelection().removeAllRanges();
    before?.focus();
  }
  return copied;
}

function select(shown) {
  if (shown.select) {
    shown.focus();
    shown.select();
    return;
  }
  getSelection().selectAllChildren(shown);
}

// Makes both buttons of a page work: what is copied is `html()`, which `rich` and `source` show.
export function offer(root, words, html, { rich, source }) {
  const said = root.querySelector("[data-copied]");
  const on = (button, key, forms, shown) => root.querySelector(button).addEventListener("click", async () => {
    said.textContent = words[(await copy(forms(), shown)) ? key : "selected"];
  });
  on("[data-copy-block]", "copied", () => ({ "text/html": html(), "text/plain": plain(html()) }), rich);
  on("[data-copy-source]", "copied-source", () => ({ "text/plain": html() }), source);
}
