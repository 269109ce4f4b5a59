"""Facts about HTML elements, from the HTML standard."""

VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
"""The elements that have no end (HTML Living Standard, 13.1.2)."""
