// What somebody typed, kept on this device alone until they clear it. In a private window there may be no place to keep it.
const place = (name) => `geleerd:${name}`;

export function keep(name, draft) {
  try { localStorage.setItem(place(name), JSON.stringify(draft)); } catch { /* full, or not allowed: the form still works */ }
}

export function kept(name) {
  try {
    const draft = JSON.parse(localStorage.getItem(place(name)));
    return draft?.tree && typeof draft.tree === "object" ? draft : null;
  } catch {
    return null;
  }
}

export function clear(name) {
  try { localStorage.removeItem(place(name)); } catch { /* nothing was kept */ }
}
