"""The sides of columns in staff pages as attributes: Markdown writes styles, which the policy of the site refuses."""

import re
from xml.etree.ElementTree import Element

import markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_SIDE = re.compile("text-align: (left|center|right);")


class TableSides(Extension):
    """Gives every cell its side as an attribute, as our own texts have it, whichever extension made the table."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802  # the name is Markdown's
        """Run when all elements are there."""
        md.treeprocessors.register(_Sides(md), "geleerd-sides", 1)


class _Sides(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in (*root.iter("th"), *root.iter("td")):
            if side := _SIDE.fullmatch(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("align", side[1])
