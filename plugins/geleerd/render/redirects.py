"""Addresses that lead to another, as plain HTML that works without scripts and servers."""

from collections.abc import Iterator, Sequence

from jinja2 import Environment

from geleerd.model.strings import Address, file_of
from geleerd.relate.addresses import Redirect
from geleerd.relate.artefacts import TextFile, relative
from geleerd.render.server_redirects import encoded


def redirect_files(redirects: Sequence[Redirect], env: Environment, site_url: str) -> Iterator[TextFile]:
    """A document at every address that leads elsewhere."""
    template = env.get_template("pages/redirect.html")
    for redirect in redirects:
        target = encoded(redirect.target)
        html = template.render(
            title=redirect.title,
            summary=redirect.summary,
            href=relative(redirect.address, Address(target)),
            canonical=f"{site_url}{target}" if site_url else "",
        )
        yield TextFile(file_of(redirect.address), html)
