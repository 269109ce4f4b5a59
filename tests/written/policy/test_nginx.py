"""nginx's file, read as nginx reads it: words, quotation marks and blocks."""

import re

import pytest

from geleerd.written.policy.directives import STRICT, Policy
from geleerd.written.policy.hosts import headers_file
from geleerd.written.policy.nginx import nginx_file
from geleerd.written.policy.rules import rules
from tests.workbench.as_servers_read import headers_at_cloudflare, host_rules
from tests.written.policy.test_hosts import PATHS, SITE

RULES = tuple(rules(Policy(STRICT), SITE))
TOKEN = re.compile(r'\s*(?:#[^\n]*\n\s*)*(?:"((?:[^"\\]|\\.)*)"|([{};])|([^\s;{}"]+))')


def blocks(text: str) -> list[tuple[str, list[list[str]]]]:
    """The directives of every location by its pattern, the outer one first."""
    found: list[tuple[str, list[list[str]]]] = []
    open_blocks, words, place = [], [], 0
    while text[place:].strip():
        match = TOKEN.match(text, place)
        place = match.end()
        quoted, sign, word = match.groups()
        if sign == "{":
            kept = [] if words[0] != "location" else found.append((words[-1], [])) or found[-1][1]
            open_blocks.append(kept)
            words = []
        elif sign == "}":
            open_blocks.pop()
        elif sign == ";":
            open_blocks[-1].append(words)
            words = []
        else:
            words.append(word if quoted is None else re.sub(r'\\(["\\])', r"\1", quoted))
    assert (open_blocks, words) == ([], [])
    return found


def sent(text: str, path: str) -> dict[str, str]:
    """The headers of the first location inside that fits, else of the outer one."""
    (_, outer), *inner = blocks(text)
    path = f"{path}index.html" if path.endswith("/") else path
    directives = next((found for pattern, found in inner if re.search(pattern, path)), outer)
    return {words[1].lower(): words[2] for words in directives if words[0] == "add_header"}


@pytest.mark.parametrize("path", PATHS)
def test_nginx_sends_what_hosts_send_and_lets_browsers_ask_again(path):
    there = headers_at_cloudflare(host_rules(headers_file(RULES, "/")), path)
    assert sent(nginx_file(RULES, "/"), path) == {"cache-control": "no-cache", **there}


def test_every_header_stands_on_errors_too():
    every = [words for _, found in blocks(nginx_file(RULES, "/")) for words in found if words[0] == "add_header"]
    assert {words[3] for words in every} == {"always"}


def test_a_site_in_a_folder_has_its_paths_there():
    text = nginx_file(RULES, '/k b"é/')
    assert text.count('location "/k b\\"é/" {') == 1
    assert sent(text, '/k b"é/pagefind/index/x')["cache-control"].endswith("immutable")
    assert '  error_page 404 "/k b\\"é/404.html";' in text
    assert sent(text, "/pagefind/index/x") == sent(text, '/k b"é/tips/')


@pytest.mark.parametrize("name", ["_headers", "_redirects", "redirects.map", "nginx.conf"])
def test_what_is_for_servers_is_not_sent(name):
    (pattern,) = [pattern for pattern, found in blocks(nginx_file(RULES, "/")) if found == [["return", "404"]]]
    assert re.search(pattern, f"/{name}")
    assert not re.search(pattern, f"/x/{name}")


def test_files_whose_kind_nginx_does_not_know_have_one():
    kinds = {pattern: words[1] for pattern, found in blocks(nginx_file(RULES, "/")) for words in found if words[0] == "default_type"}
    assert set(kinds.values()) == {"image/svg+xml", "text/calendar", "text/csv", "text/markdown"}
