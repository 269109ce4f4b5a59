"""The words of a heading, as the title of a page: without links to itself and to notes, and with the words of its pictures."""

import copy
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import UnescapeTreeprocessor


def heading_text(heading: Element, parser: markdown.Markdown) -> str:
    """The words of a heading in HTML, with its entities."""
    heading = copy.deepcopy(heading)
    if len(heading) and heading[-1].tag == "a" and heading[-1].get("class") == "headerlink":
        del heading[-1]
    for parent in (heading, *heading.iter()):
        _plainly(parent)
    written = UnescapeTreeprocessor().unescape(parser.serializer(heading))
    text = written[written.index(">") + 1 : written.rindex("<")].strip()
    for last in parser.postprocessors:
        text = last.run(text)
    return " ".join(_without("<", ">", _without("<!--", "-->", text)).split())


def _without(begin: str, end: str, text: str) -> str:
    """The text without all that stands between two marks, and without these."""
    kept, at = [], 0
    while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
        kept.append(text[at:start])
        at = stop + len(end)
    return "".join((*kept, text[at:]))


def _plainly(parent: Element) -> None:
    """Leave out the marks of notes among the children of an element, and put the words of pictures in their place."""
    before: Element | None = None
    for child in list(parent):
        words = _instead(child)
        if words is None:
            before = child
            continue
        text = words + (child.tail or "")
        parent.remove(child)
        if before is None:
            parent.text = (parent.text or "") + text
        else:
            before.tail = (before.tail or "") + text


def _instead(child: Element) -> str | None:
    if child.tag == "sup" and child.get("id", "").startswith("fnref"):
        return ""
    return child.get("alt") or None if child.tag == "img" else None
