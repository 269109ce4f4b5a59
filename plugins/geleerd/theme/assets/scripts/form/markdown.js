// The plain Markdown of a body as nodes, for the preview alone: headings, lists, paragraphs, emphasis, links. Anything else stays text.
const element = (name, ...children) => {
  const node = document.createElement(name);
  node.append(...children);
  return node;
};

export function rendered(body) {
  const fragment = document.createDocumentFragment();
  for (const block of body.split(/\n[^\S\n]*\n+/)) {
    if (block.trim()) fragment.append(ofBlock(block));
  }
  return fragment;
}

function ofBlock(block) {
  const heading = /^(#{2,4})\s+(.*)$/.exec(block);
  if (heading) return element(`h${heading[1].length}`, ...inline(heading[2]));
  const rows = block.split("\n");
  for (const [name, mark] of [["ul", /^\s*[-*+]\s+/], ["ol", /^\s*\d+[.)]\s+/]]) {
    if (rows.every((row) => mark.test(row))) return element(name, ...rows.map((row) => element("li", ...inline(row.replace(mark, "")))));
  }
  return element("p", ...inline(rows.join(" ")));
}

const MARK = /\*\*([^*]+)\*\*|\*([^*]+)\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g;

function inline(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(MARK)) {
    nodes.push(text.slice(from, found.index), marked(found));
    from = found.index + found[0].length;
  }
  return [...nodes, text.slice(from)].filter((node) => node !== "");
}

function marked([, strong, em, words, address]) {
  if (strong) return element("strong", strong);
  if (em) return element("em", em);
  return Object.assign(element("a", words), { href: address, rel: "noopener" });
}
