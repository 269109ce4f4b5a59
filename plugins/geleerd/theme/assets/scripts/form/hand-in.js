// The ways out of the form: a text to copy, a file, a mail with a subject alone, or a page of the forge.
// Forges and servers refuse addresses somewhat above 8,000 characters.
const LONGEST_ADDRESS = 7000;

export const save = (name, text, kind = "text/markdown") => saveBlob(name, new Blob([text], { type: `${kind};charset=utf-8` }));

export function saveBlob(name, blob) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// The device's own way to share, where it takes a file: then a contribution is handed in with one tap. Of files with a text only plain ones are
// taken everywhere.
export const asFile = (path, text) => new File([text], `${path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "")}.txt`, { type: "text/plain" });

export function mayShare() {
  try {
    return navigator.canShare?.({ files: [asFile("a.md", "a")] }) === true;
  } catch {
    return false;
  }
}

// Whether somebody chose where it goes; who closes the sheet shares nothing.
export async function share(what) {
  try {
    await navigator.share(what);
    return true;
  } catch {
    return false;
  }
}

// The text never goes into the address of a mail: programs cut it at about 2,000 characters.
export const mailTo = (box, subject) => `mailto:${box}?subject=${encodeURIComponent(subject)}`;

// The forge's page for a new file; `isWhole` says whether the text went along.
export function newFile(forge, path, text) {
  const address = `${forge.new}?${forge.path}=${encodeURIComponent(path)}`;
  const whole = forge.text ? `${address}&${forge.text}=${encodeURIComponent(text)}` : "";
  return whole && whole.length <= LONGEST_ADDRESS ? { address: whole, isWhole: true } : { address, isWhole: false };
}

export const oldFile = (forge, path) => `${forge.edit}${path.split("/").map(encodeURIComponent).join("/")}`;
