"""The files for servers, read as those servers read them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import unquote


@dataclass
class HostRule:
    """A path of `_headers` with what it sets and detaches; the names in lower case."""

    pattern: str
    headers: dict[str, str] = field(default_factory=dict)
    detached: set[str] = field(default_factory=set)

    def fits(self, path: str) -> bool:
        return re.fullmatch(".*".join(map(re.escape, self.pattern.split("*"))), path) is not None


def host_rules(text: str) -> list[HostRule]:
    """As Cloudflare Pages reads `_headers`: lines of at most 2,000 characters, at most 100 paths, each with one `*` at most."""
    rules: list[HostRule] = []
    for line in (line.strip() for line in text.split("\n")):
        assert len(line) <= 2_000
        if line.startswith(("/", "https://")):
            assert line.count("*") <= 1
            rules.append(HostRule(line))
        elif line.startswith("!"):
            rules[-1].detached.add(line[1:].strip().lower())
        elif line and not line.startswith("#"):
            name, colon, value = line.partition(":")
            assert re.fullmatch(r"[\w-]+", name), line
            assert colon, line
            assert value.strip(), line
            former = rules[-1].headers.get(name.lower())
            rules[-1].headers[name.lower()] = f"{former}, {value.strip()}" if former else value.strip()
    assert len(rules) <= 100
    return rules


def headers_at_cloudflare(rules: Iterable[HostRule], path: str) -> dict[str, str]:
    """There the values of all rules that fit are joined, after what a rule detaches is gone."""
    found: dict[str, str] = {}
    for rule in rules:
        if rule.fits(path):
            found = {name: value for name, value in found.items() if name not in rule.detached}
            found |= {name: f"{found[name]}, {value}" if name in found else value for name, value in rule.headers.items()}
    return found


def headers_at_netlify(rules: Iterable[HostRule], path: str) -> dict[str, str]:
    """There a later rule wins, and nothing is detached."""
    return {name: value for rule in rules if rule.fits(path) for name, value in rule.headers.items()}


def hosts_pairs(text: str) -> list[tuple[str, str]]:
    """As static hosts read `_redirects`: fields between white space, `#` for a comment, `*` and `:` for patterns."""
    rows = [line.split() for line in text.split("\n") if line]
    assert [row for row in rows if len(row) != 3 or row[2] != "301" or re.search(r"[*:#]|[^!-~]", row[0] + row[1])] == []
    return [(unquote(row[0]), unquote(row[1])) for row in rows]


TOKEN = re.compile(r"""\s*(?:"((?:\\.|[^"\\])*)"(?=[\s;])|([^\s;"'{}\\$#]+)|(;))""", re.DOTALL)
ESCAPED = {'"': '"', "'": "'", "\\": "\\", "t": "\t", "r": "\r", "n": "\n"}


def nginx_pairs(text: str) -> list[tuple[str, str]]:
    """As nginx reads a map (`ngx_conf_read_token`, `ngx_http_map`): words, quoted or plain, up to a semicolon."""
    rows, row, place = [], [], 0
    while text[place:].strip():
        match = TOKEN.match(text, place)
        assert match, text[place:]
        place = match.end()
        if match[3]:
            rows.append(row)
            row = []
        else:
            row.append(re.sub(r"\\(.)", lambda found: ESCAPED.get(found[1], found[0]), match[1] or match[2] or "", flags=re.DOTALL))
    assert row == []
    assert [row for row in rows if len(row) != 2 or not row[0].startswith("/") or re.search(r"[^!-~]|\$", row[1])] == []
    assert len({row[0].encode().lower() for row in rows}) == len(rows)  # nginx does not start with two keys that differ in case alone
    return [(row[0], unquote(row[1])) for row in rows]
