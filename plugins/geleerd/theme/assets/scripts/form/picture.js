// A picture that somebody chose, drawn anew: upright, no larger than a page shows it, and without the place, the maker and whatever else a
// camera writes in a file. What it shows is all that is left. It stays in the page alone.
import { fill } from "./sentences.js";

const LARGEST_READ = 30_000_000; // bytes; a phone makes at most some 25 million
const MOST_PIXELS = 50_000_000; // as the check has it
const LARGEST_MADE = 400_000; // bytes
const ATTEMPTS = [[1600, 0.85], [1600, 0.7], [1200, 0.65], [800, 0.6], [500, 0.5]]; // the longest side, and how fine
const HEIC = /\.hei[cf]$|^image\/hei[cf]/i;

class Refused extends Error {
  constructor(key, words = {}) { super(key); Object.assign(this, { key, words }); }
}

// The picture as a file of this name, what to show of it and what to say; without a file, why it is none.
export async function redrawn(file, name, words) {
  try {
    const image = await opened(file);
    const { canvas, blob } = await small(image);
    image.close();
    return { file: new File([blob], name, { type: blob.type }), shown: canvas, said: fill(words["picture-done"], { size: Math.ceil(blob.size / 1000) }) };
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    return { file: null, shown: null, said: fill(words[problem.key], problem.words) };
  }
}

async function opened(file) {
  const large = new Refused("picture-large", { size: Math.round(file.size / 1_000_000) });
  if (file.size > LARGEST_READ) throw large;
  const image = await createImageBitmap(file).catch(() => { throw new Refused(HEIC.test(file.name) || HEIC.test(file.type) ? "picture-heic" : "picture-unreadable"); });
  if (image.width * image.height > MOST_PIXELS) throw large;
  return image;
}

// The finest that a mail and a page can carry.
async function small(image) {
  let made;
  for (const [side, quality] of ATTEMPTS) {
    const canvas = drawn(image, Math.min(1, side / Math.max(image.width, image.height)));
    const blob = await new Promise((done) => { canvas.toBlob(done, "image/jpeg", quality); });
    if (!blob) throw new Refused("picture-unreadable");
    made = { canvas, blob };
    if (blob.size <= LARGEST_MADE) break;
  }
  return made;
}

function drawn(image, scale) {
  const [width, height] = [image.width, image.height].map((length) => Math.max(1, Math.round(length * scale)));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const pen = canvas.getContext("2d");
  Object.assign(pen, { fillStyle: "#fff", imageSmoothingQuality: "high" });
  pen.fillRect(0, 0, width, height); // what shines through would turn black
  pen.drawImage(image, 0, 0, width, height);
  return canvas;
}
