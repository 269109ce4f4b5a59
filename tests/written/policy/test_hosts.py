"""`_headers`, as both hosts read it."""

from pathlib import PurePosixPath

import pytest

from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.hosts import headers_file, too_much
from geleerd.written.policy.rules import rules
from tests.workbench.as_servers_read import headers_at_cloudflare, headers_at_netlify, host_rules

POLICY = Policy(STRICT)
SITE = "https://kennis.example/"
PATHS = [
    "/",
    "/tips/",
    "/tips/x/",
    "/l/a1b2c3/kaart.png",
    "/tips/x/plaat.svg",
    "/api/v1/items.json",
    "/api/v1/items.csv",
    "/feed.xml",
    "/tips/feed.json",
    "/netwerken/noord/agenda.ics",
    "/tips/x/index.md",
    "/assets/scripts/form/form.js",
    "/assets/search/lexicon.json",
    "/assets/fonts/a.woff2",
    "/pagefind/pagefind-entry.json",
    "/pagefind/fragment/nl_1.pf_fragment",
    "/404.html",
]


def told(owners: str = "", base: str = "/", site: str = SITE) -> str:
    return headers_file(tuple(rules(POLICY, site)), base, owners)


def at(path: str, text: str, host=headers_at_cloudflare) -> dict[str, str]:
    return host(host_rules(text), path)


def test_both_hosts_send_the_same_headers(small_build):
    """Where two rules give one file the same header, one host joins their values and the other takes the last one."""
    files = [f"/{path.relative_to(small_build.root / 'site').as_posix()}" for path in (small_build.root / "site").rglob("*")]
    both = [(path, at(path, told(), headers_at_cloudflare), at(path, told(), headers_at_netlify)) for path in (*files, *PATHS)]
    assert [(path, one, other) for path, one, other in both if one != other] == []


@pytest.mark.parametrize("path", PATHS)
def test_every_file_has_a_policy_and_the_other_headers(path):
    found = at(path, told())
    assert found["x-content-type-options"] == "nosniff"
    assert found["x-frame-options"] == "DENY"
    assert found["strict-transport-security"] == "max-age=63072000"
    assert found["content-security-policy"].startswith("default-src 'none'; ")
    assert ("sandbox" in found["content-security-policy"]) == (PurePosixPath(path).suffix == ".svg")
    is_open = path.startswith("/api/") or path.endswith((".ics", ".csv", ".md", "feed.xml", "feed.json"))
    assert found.get("access-control-allow-origin") == ("*" if is_open else None)


def test_only_names_that_change_with_what_they_hold_are_kept_for_ever():
    kept = {path for path in PATHS if "immutable" in at(path, told()).get("cache-control", "")}
    assert kept == {"/pagefind/fragment/nl_1.pf_fragment"}


def test_pictures_that_others_show_stay_theirs_to_show():
    assert "cross-origin-resource-policy" not in at("/l/a1b2c3/kaart.png", told())
    assert at("/", told())["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("site", ["http://kennis.example/", ""])
def test_a_site_without_https_promises_none(site):
    assert "strict-transport-security" not in at("/", told(site=site))


def test_a_site_in_a_folder_says_nothing_about_the_rest_of_its_host():
    text = told(base="/k%20b/", site="https://kennis.example/k%20b/")
    assert at("/", text) == at("/tips/", text) == {}
    assert at("/k%20b/", text) == at("/", told())
    assert at("/k%20b/api/v1/items.json", text) == at("/api/v1/items.json", told())


OWN = "# eigen\n/*\n  X-Frame-Options: SAMEORIGIN\n  Cache-Control: no-store\n/intern/*\n  X-Robots-Tag: noindex\n"


@pytest.mark.parametrize("host", [headers_at_cloudflare, headers_at_netlify])
def test_what_the_owner_sets_holds_and_the_rest_stays(host):
    text = told(OWN)
    assert text.endswith(OWN)
    assert at("/intern/x/", text, host) == {
        **at("/intern/x/", told()),
        "x-frame-options": "SAMEORIGIN",
        "cache-control": "no-store",
        "x-robots-tag": "noindex",
    }
    assert at("/pagefind/fragment/x", text, host)["cache-control"] == "no-store"


NARROW = "/kaart/*\n  X-Frame-Options: SAMEORIGIN\n  Content-Security-Policy: default-src *\n"


def test_for_a_narrower_path_one_host_takes_the_line_of_the_owner_and_the_other_joins_the_two():
    ours = at("/kaart/x", told())
    assert at("/kaart/x", told(NARROW), headers_at_netlify)["x-frame-options"] == "SAMEORIGIN"
    assert at("/kaart/x", told(NARROW))["x-frame-options"] == "DENY, SAMEORIGIN"
    assert at("/kaart/x", told(NARROW))["content-security-policy"] == f"{ours['content-security-policy']}, default-src *"
    assert at("/kaart/x", told(NARROW.replace("  X", "  ! X-Frame-Options\n  X")))["x-frame-options"] == "SAMEORIGIN"


def test_a_drawing_keeps_its_own_policy_beside_that_of_the_owner():
    text = told("/*\n  Content-Security-Policy: default-src *\n")
    assert at("/tips/", text)["content-security-policy"] == "default-src *"
    assert at("/x.svg", text)["content-security-policy"].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox")


def test_an_owner_who_lets_others_show_the_site_gets_no_header_that_forbids_it():
    text = headers_file(tuple(rules(POLICY.extended({"frame-ancestors": ["https://intranet.example"]}), SITE)), "/")
    assert "x-frame-options" not in at("/", text)
    assert at("/", text)["content-security-policy"].endswith("frame-ancestors https://intranet.example")


def test_what_cloudflare_would_not_read_is_counted():
    count, longest = too_much(told())
    assert (count, longest) == (len(tuple(rules(POLICY, SITE))), max(map(len, told().splitlines())))
    assert too_much(f"/*\n  X: {'x' * 3000}\n" * 120) == (120, 3005)
