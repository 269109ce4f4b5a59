// Why a result stands there: the question of the item that is nearest to what was asked.
import { matching } from "./excerpt.js";

const NEAR = 0.35;
const SAME = 0.65;
const SHARED = 2;

// The nearest question, or where none is near that which shares most words, how many words it shares with what was asked, whether it is near enough to be a reason by itself (`isNear`), and
// whether it asks the same: nearer still, in some of the same words, and with a "niet" where that was asked. A sum of words knows no "niet".
// `vector` is what was asked, if that is known: the signs of a question are the sides of zero on which its own numbers lie.
export function nearestQuestion(meta, matches, { vector, negates = () => false, isNegated = false }) {
  const signs = (meta.signs ?? "").split(" ");
  const found = (meta.asked ?? "").split(" | ").filter(Boolean).map((text, at) => {
    const nearness = vector && signs[at]?.length * 4 === vector.length ? near(signs[at], vector) : 0;
    return { text, shared: matching(text, matches), nearness };
  });
  const most = (keys) => found.reduce((one, other) => ((other[keys[0]] - one[keys[0]] || other[keys[1]] - one[keys[1]]) > 0 ? other : one), { text: "", shared: 0, nearness: 0 });
  const nearest = most(["nearness", "shared"]);
  const best = nearest.nearness >= NEAR ? nearest : most(["shared", "nearness"]);
  const isSame = best.nearness >= SAME && best.shared >= SHARED && negates(best.text) === isNegated;
  return { ...best, isNear: best.nearness >= NEAR, isSame };
}

// From -1 to 1.
function near(signs, vector) {
  const bit = (at) => (Number.parseInt(signs[at >> 2], 16) >> (3 - (at & 3))) & 1;
  return vector.reduce((sum, number, at) => sum + (bit(at) ? number : -number), 0) / Math.sqrt(vector.length);
}
