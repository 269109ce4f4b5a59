// Puts HTML on the clipboard, as rich text for a mail and as source for a newsletter program. Where that is not allowed (no https, an old
// browser), what stands on the page is selected instead, so that a reader copies it by hand.
export async function copy(html, shown) {
  try {
    const forms = Object.fromEntries(["text/html", "text/plain"].map((kind) => [kind, new Blob([html], { type: kind })]));
    await navigator.clipboard.write([new ClipboardItem(forms)]);
    return true;
  } catch {
    select(shown);
    return false;
  }
}

function select(shown) {
  if (shown.select) {
    shown.focus();
    shown.select();
    return;
  }
  getSelection().selectAllChildren(shown);
}
