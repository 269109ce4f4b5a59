"""A digest as the HTML of a mail.

Mail programs know little of HTML: tables for the layout, styles inside the elements (css-inline puts them there), no scripts.
"""

from css_inline import CSSInliner
from jinja2 import Environment

from geleerd.locale.catalogue import Catalogue
from geleerd.render.newsletter.digest.contents import Digest, sections_of

LARGEST = 60_000
"""Most bytes of HTML in one mail. Programs cut mails off at about 100,000 bytes, and a mail holds more than this HTML."""

_INLINER = CSSInliner(load_remote_stylesheets=False)


def digest_html(digest: Digest, env: Environment, catalogue: Catalogue) -> str:
    """The mail, with as many of the newest items as fit."""
    html = _mail(digest, env, catalogue)
    while (size := len(html.encode())) > LARGEST and digest.lines:
        digest = digest.first(min(len(digest.lines) - 1, len(digest.lines) * LARGEST // size))
        html = _mail(digest, env, catalogue)
    return html


def _mail(digest: Digest, env: Environment, catalogue: Catalogue) -> str:
    sections = sections_of(digest.lines, digest.types, catalogue)
    return _INLINER.inline(env.get_template("digest/mail.html").render(digest=digest, sections=sections)) + "\n"
