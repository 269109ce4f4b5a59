"""What the site asks of browsers, scored by the public rules of Mozilla's HTTP Observatory."""

import pytest

from tests.workbench.as_servers_read import headers_at_cloudflare, headers_at_netlify, host_rules
from tests.workbench.observatory import scored

HEAD = '<meta http-equiv="Content-Security-Policy" content="{}"><script type="module" src="x.js"></script>'


@pytest.fixture
def home(small_build) -> str:
    return (small_build.root / "site/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("host", [headers_at_cloudflare, headers_at_netlify])
def test_with_its_headers_the_site_scores_all_that_a_static_site_can(small_build, home, host):
    headers = host(host_rules((small_build.root / "site/_headers").read_text(encoding="utf-8")), "/")
    score = scored(headers, home)
    assert (score.points, score.grade) == (140, "A+")


def test_by_its_pages_alone_it_scores_what_the_host_lets_it(home):
    """What only a header can say is missing there; a host such as GitHub Pages may promise https by itself."""
    assert (scored({}, home).points, scored({}, home).grade) == (55, "C")
    by_host = scored({"strict-transport-security": "max-age=31556952"}, home)
    assert (by_host.points, by_host.grade) == (75, "B")


def test_without_a_policy_it_would_fail():
    assert scored({}, "").grade == "D"


@pytest.mark.parametrize(
    ("policy", "points"),
    [
        ("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'", 10),
        ("default-src 'self'", 5),
        ("default-src 'none'; style-src 'unsafe-inline'", 0),
        ("default-src 'none'; script-src 'unsafe-eval'", -10),
        ("default-src 'none'; script-src 'unsafe-inline'", -20),
        ("default-src 'none'; script-src https:", -20),
        ("default-src 'none'; img-src http://a.example", -20),
        ("img-src 'self'", -20),
        ("", -25),
    ],
)
def test_a_policy_scores_by_what_it_lets_through(policy, points):
    assert scored({}, HEAD.format(policy)).rules["Content-Security-Policy"] == points
    assert scored({"content-security-policy": policy}, "").rules["Content-Security-Policy"] == points
