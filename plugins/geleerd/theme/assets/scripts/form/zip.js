// Several texts as one file to save: a zip without compression (PKWARE's APPNOTE 6.3), which every system opens.
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8 = 0x0800;

const crcs = Uint32Array.from({ length: 256 }, (_, number) => {
  let value = number;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

const crcOf = (bytes) => (bytes.reduce((crc, byte) => crcs[(crc ^ byte) & 0xff] ^ (crc >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

// Numbers of so many bytes each, the lowest first.
function numbers(...pairs) {
  return Uint8Array.from(pairs.flatMap(([size, value]) => Array.from({ length: size }, (_, place) => Math.floor(value / 256 ** place) & 0xff)));
}

// `files` are names with their bytes or texts.
export function zip(files) {
  const [parts, list] = [[], []];
  let at = 0;
  for (const [name, content] of files) {
    const [path, bytes] = [new TextEncoder().encode(name), typeof content === "string" ? new TextEncoder().encode(content) : content];
    const about = [[2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, 0x21], [4, crcOf(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
    const entry = [numbers([4, LOCAL], ...about), path, bytes];
    list.push(numbers([4, CENTRAL], [2, VERSION], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), path);
    at += entry.reduce((sum, part) => sum + part.length, 0);
    parts.push(...entry);
  }
  const size = list.reduce((sum, part) => sum + part.length, 0);
  return new Blob([...parts, ...list, numbers([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, at], [2, 0])], { type: "application/zip" });
}
