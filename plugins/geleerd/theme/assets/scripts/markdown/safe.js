// The harmless part of a text's HTML, by the list of the site's own sanitiser (`texts/safe_html.py`), as new elements: nothing that was
// written becomes an element, an attribute or an address unless the list has it.
const XHTML = "http://www.w3.org/1999/xhtml";
const WHOLE = { "http://www.w3.org/2000/svg": "svg", "http://www.w3.org/1998/Math/MathML": "math" };

// `leads(tag, written)` returns the address to use in a link or for an image; null to leave it out.
export function safe(html, allowed, leads) {
  // A document that nobody sees runs no script and asks for no picture.
  const { body } = new DOMParser().parseFromString(`<!doctype html><body>${html}`, "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...inside(body, rulesOf(allowed), leads));
  return fragment;
}

const rulesOf = ({ tags, attributes, renamed, classes, ids, schemes, unread }) => ({
  tags: new Set(tags),
  attributes,
  renamed,
  unread: new Set(unread),
  classes: new RegExp(`^(?:${classes})$`),
  ids: new RegExp(`^(?:${ids})$`),
  schemes: new Set(schemes),
});

const inside = (parent, rules, leads) => [...parent.childNodes].flatMap((node) => kept(node, rules, leads));

function kept(node, rules, leads) {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.data)];
  if (node.nodeType !== Node.ELEMENT_NODE || rules.unread.has(node.localName) || isPartOfDrawing(node)) return [];
  const nodes = inside(node, rules, leads);
  if (node.namespaceURI !== XHTML || !rules.tags.has(node.localName)) return nodes;
  const made = document.createElement(node.localName);
  for (const { name, value } of node.attributes) {
    const harmless = isKnown(node.localName, name, rules) ? attribute(node.localName, name, value, rules, leads) : null;
    if (harmless !== null) made.setAttribute(name, harmless);
  }
  const side = /^t[dh]$/.test(made.localName) && SIDES.find((each) => each === (styledSide(node) ?? node.getAttribute("align")));
  if (side) made.setAttribute("align", side);
  made.append(...nodes);
  return isUseful(made) ? [made] : [];
}

// Of a drawing or a formula the words that stand in it directly are kept, and no other part.
const isPartOfDrawing = ({ namespaceURI, localName }) => namespaceURI !== XHTML && WHOLE[namespaceURI] !== localName;

const SIDES = ["left", "center", "right"];

// The page's policy may keep a browser from reading the style itself.
const styledSide = (node) => /(?:^|;)\s*text-align\s*:\s*(left|center|right)\s*(?:;|$)/.exec(node.getAttribute("style") ?? "")?.[1];

const isKnown = (tag, name, { attributes }) => [...attributes["*"], ...(attributes[tag] ?? []), ...(tag === "input" ? ["type"] : [])].includes(name);

// The value to keep. Style and side are of cells alone; what a screen reader says comes from the site.
function attribute(tag, name, value, rules, leads) {
  if (name === "style" || name === "align" || name === "aria-label") return null;
  if (name === "href" || name === "src") return hasScheme(value, rules.schemes) ? leads(tag, value) : null;
  if (name === "id") return rules.ids.test(value) ? value : null;
  if (name === "class") return value.split(/\s+/).map((word) => rules.renamed[word] ?? word).filter((word) => rules.classes.test(word)).join(" ") || null;
  return value;
}

// As browsers read an address: without the spaces and line ends in it.
function hasScheme(value, schemes) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(value.replace(/[\u0000-\u0020]+/g, ""))?.[1];
  return scheme === undefined || schemes.has(scheme.toLowerCase());
}

// An image with a file, or with a description that stands in for it; the box of a task.
function isUseful(element) {
  if (element.localName === "img") {
    if (!element.hasAttribute("alt")) element.alt = "";
    return element.hasAttribute("src") || element.alt !== "";
  }
  return element.localName !== "input" || (element.type === "checkbox" && element.disabled);
}
