"""The redirects for servers, read as those servers read them."""

import re
from urllib.parse import unquote


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
