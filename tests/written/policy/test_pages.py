"""The policy in a page, and what in it cannot work."""

import pytest

from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.needs import needs_of
from geleerd.written.policy.pages import Refusal, once, refusals, with_policy

POLICY = Policy(STRICT)
ELEMENT = f'\n  <meta http-equiv="Content-Security-Policy" content="{POLICY.in_page()}">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<!doctype html><html><head>\n<meta charset="utf-8">', '<script src="x.js"></script></head>'),
        ("<HEAD lang=nl>", "<title>x</title>"),
        ("<!-- a --><html><head>", '<meta name="x"><meta charset="utf-8">'),
    ],
)
def test_the_policy_stands_before_all_that_falls_under_it(before, after):
    assert with_policy(before + after, POLICY) == before + ELEMENT + after


@pytest.mark.parametrize("text", ["google-site-verification: google1.html", "", "<header>", f"<!--{'x' * 30_000}--><head>"])
def test_a_file_that_is_no_whole_page_stays_as_it_is(text):
    assert with_policy(text, POLICY) == text


def test_what_is_refused_is_named_once_with_its_first_place():
    page = '<p style="a">\n<script src="https://a.example/x.js"></script><img src="data:x"><iframe src="x/"></iframe>'
    found = [refusal for name in ("a.html", "b.html") for refusal in refusals(name, needs_of(page), POLICY, "")]
    assert list(once(found)) == [
        (Refusal("a.html", 2, "script-src", "https://a.example/x.js"), 2),
        (Refusal("a.html", 2, "frame-src", "x/"), 2),
        (Refusal("a.html", 1, "style-src", "style", is_attribute=True), 2),
    ]


def test_what_the_owner_allows_is_not_refused():
    more = {"script-src": ["https://a.example", "'unsafe-inline'"], "style-src": ["'unsafe-inline'"], "frame-src": ["'self'"]}
    page = '<p style="a" onclick="b"><script src="https://a.example/x.js"></script><iframe src="x/"></iframe>'
    assert list(refusals("a.html", needs_of(page), POLICY.extended(more), "")) == []
