"""The site as it was shown last, for requests that come from several threads at once."""

import threading

from geleerd.adapters.serving.shown_site import ShownSite


class Latest:
    """Holds a site, and tells who waits for another."""

    def __init__(self, site: ShownSite) -> None:
        self._site = site
        self._changed = threading.Condition()

    @property
    def site(self) -> ShownSite:
        """The site now."""
        return self._site

    def show(self, site: ShownSite) -> None:
        """Show another site from now on."""
        with self._changed:
            self._site = site
            self._changed.notify_all()

    def wait_after(self, number: int, seconds: float) -> int:
        """The number of the site, as soon as it is another one or so many seconds have passed."""
        with self._changed:
            self._changed.wait_for(lambda: self._site.number != number, seconds)
            return self._site.number
