"""What a page may load, and what an owner adds to it."""

import pytest

from geleerd.written.policy.directives import DIRECTIVES, STRICT, Policy, is_source

POLICY = Policy(STRICT)


def test_a_page_runs_no_script_and_shows_no_style_of_its_own():
    assert "unsafe-inline" not in POLICY.header()
    assert "'unsafe-eval'" not in POLICY.header()
    assert POLICY.header().startswith("default-src 'none'; script-src 'self'; style-src 'self'; ")
    assert POLICY.header().endswith("; frame-ancestors 'none'")


def test_a_page_says_all_but_what_only_a_header_can():
    assert POLICY.in_page() + "; frame-ancestors 'none'" == POLICY.header()


def test_what_an_owner_adds_stands_beside_what_was_allowed_and_instead_of_nothing():
    extended = POLICY.extended(
        {"img-src": ["https://a.example"], "frame-src": ["https://b.example"], "base-uri": ["'self'"], "form-action": []}
    )
    assert extended.directives["img-src"] == ("'self'", "data:", "https://a.example")
    assert extended.directives["frame-src"] == ("https://b.example",)
    assert extended.directives["base-uri"] == ("'self'",)
    assert extended.directives["form-action"] == ("'self'",)


def test_a_hash_stands_where_not_all_is_allowed():
    assert POLICY.hashed(["'sha256-a'"], []).directives["script-src"] == ("'self'", "'sha256-a'")
    assert POLICY.hashed([], []) == POLICY
    loose = POLICY.extended({"style-src": ["'unsafe-inline'"]})
    assert loose.hashed([], ["'sha256-a'"]) == loose


@pytest.mark.parametrize(
    ("source", "address", "allowed"),
    [
        ("https://a.example", "https://a.example/x.js", True),
        ("https://a.example", "//a.example/x.js", True),
        ("https://a.example/map/", "https://A.example/x.js", True),
        ("https://a.example:8443", "https://a.example:8443/x.js", True),
        ("https://a.example", "http://a.example/x.js", False),
        ("https://a.example", "https://b.a.example/x.js", False),
        ("https://*.a.example", "https://b.a.example/x.js", True),
        ("https://*.a.example", "https://ba.example/x.js", False),
        ("a.example", "https://a.example/x.js", True),
        ("https:", "https://c.example/x.js", True),
        ("https:", "http://c.example/x.js", False),
        ("*", "https://c.example/x.js", True),
        ("*", "data:text/plain,x", False),
        ("data:", "data:text/plain,x", True),
        ("'sha256-abc'", "https://c.example/x.js", False),
    ],
)
def test_a_source_allows_what_browsers_allow_by_it(source, address, allowed):
    assert POLICY.extended({"script-src": [source]}).allows("script-src", address) is allowed


def test_the_files_of_the_site_are_allowed_where_a_directive_names_it():
    assert POLICY.allows("img-src", "../x.png")
    assert POLICY.allows("img-src", "/x.png")
    assert POLICY.allows("img-src", "https://kennis.example/x.png", "https://kennis.example/")
    assert not POLICY.allows("img-src", "https://kennis.example/x.png")
    assert not POLICY.allows("frame-src", "../x.html")


@pytest.mark.parametrize(
    "source",
    ["'self'", "'unsafe-inline'", "https:", "*", "a.example", "https://*.a.example:*/x/", "localhost:8000", "'sha256-" + "a" * 43 + "='"],
)
def test_a_source_of_the_standard_is_read(source):
    assert is_source(source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "self",
        "a",
        "a.example;",
        "a.example,b",
        "a b",
        "https://a.example/$x",
        'https://a.example/"',
        "'nonsense'",
        "x" * 9000,
        "a\n.b",
        "é.example",
    ],
)
def test_what_would_end_a_directive_a_line_or_a_quotation_is_no_source(source):
    assert not is_source(source)


def test_the_directives_are_those_of_the_standard():
    assert {"default-src", "script-src", "style-src", "img-src", "frame-src", "frame-ancestors", "form-action"} <= DIRECTIVES
