"""The permalink of an item as a QR code, for paper."""

from functools import lru_cache

import segno
from markupsafe import Markup

from geleerd.model.strings import ItemId
from geleerd.relate.library import Library


def permalink_code(item_id: ItemId, library: Library, site_url: str) -> Markup:
    """The code as inline SVG; empty for a site without an address. The mask is fixed, since choosing the best one is slow."""
    if not site_url:
        return Markup()
    return _code(f"{site_url}{library.addresses.permalink(item_id)}")


@lru_cache(maxsize=2_000)
def _code(url: str) -> Markup:
    """The code for a URL; cached, since the page of an item and several decks show the same code."""
    code = segno.make_qr(url, error="m", mask=2)
    return Markup(code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None))  # noqa: S704  # made of numbers
