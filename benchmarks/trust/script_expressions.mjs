// Tries expressions with growing texts: on stdin [{ source, flags, where, texts: [[before, piece, end], …] }], on stdout a line for each that is slow.
import { readFileSync } from "node:fs";

const SIZES = [20, 26, 32, 60, 600, 6000];
const seconds = (work) => {
  const began = process.cpuUsage().user;
  work();
  return (process.cpuUsage().user - began) / 1e6;
};

function isSlow(expression, [before, piece, end]) {
  const took = [0];
  for (const size of SIZES) {
    const text = before + piece.repeat(Math.floor(size / piece.length) + 1) + end;
    const work = () => text.replace(expression, "");
    took.push(Math.min(seconds(work), seconds(work)));
    if (took.at(-1) > 0.5) return true;
  }
  return took.at(-1) > 0.01 && took.at(-1) > 30 * Math.max(took.at(-2), 0.0005);
}

for (const { source, flags, where, texts } of JSON.parse(readFileSync(0, "utf8"))) {
  let expression;
  try {
    expression = new RegExp(source, flags.includes("g") ? flags : `${flags}g`);
  } catch (error) {
    console.log(`${where}: ${error.message}`);
    continue;
  }
  const slow = texts.find((text) => isSlow(expression, text));
  if (slow) console.log(`${where}: /${source.slice(0, 80)}/ with ${JSON.stringify(slow)}`);
}
