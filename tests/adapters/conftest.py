"""What the tests of the adapters share."""

import pytest

from geleerd.adapters.outside.web import public_network, visitor
from tests.workbench.elsewhere import elsewhere


@pytest.fixture
def others(monkeypatch):
    """Another site on this machine, which may be asked for once."""
    for proxy in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(proxy, raising=False)
    monkeypatch.setattr(public_network, "is_public", lambda address: True)
    monkeypatch.setattr(visitor, "TIMEOUT", 0.5)
    monkeypatch.setattr(visitor, "PAUSE", 0.1)
    with elsewhere() as found:
        yield found
