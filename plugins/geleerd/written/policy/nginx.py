"""The same headers for nginx, in a file to include in the `server` of a site."""

import re
from collections.abc import Iterator, Mapping, Sequence

from geleerd.model.frozen import Frozen
from geleerd.relate.places.fixed import FOR_HOSTS
from geleerd.written.policy.rules import CACHING, HeaderRule

_TEXTS = (
    "application/atom+xml application/javascript application/json application/xml image/svg+xml "
    "text/calendar text/css text/csv text/javascript text/markdown text/plain text/xml"
)
_HEAD = """# For nginx: `include` this file in the `server` of the site, whose `root` it leaves to you.
# gzip_static sends the .gz beside a file, where you made one; with the module for Brotli, `brotli_static on;` does the same.
location {base} {{
  index index.html;
  error_page 404 {missing};
  charset utf-8;
  charset_types {texts};
  gzip on;
  gzip_static on;
  gzip_vary on;
  gzip_min_length 1000;
  gzip_types {texts};
"""


def nginx_file(rules: Sequence[HeaderRule], base: str) -> str:
    """One location with those inside it that need other headers. nginx inherits none where it adds some, so each has all of its own."""
    general, *others = rules
    everywhere = {**general.headers, CACHING: "no-cache"}
    lines = [_HEAD.format(base=_quoted(base), missing=_quoted(f"{base}404.html"), texts=_TEXTS), *_lines(everywhere, "  ")]
    for (headers, kind), same in _alike(others, everywhere).items():
        paths = "|".join(_path(rule.pattern, base) for rule in same)
        lines += [f'  location ~ "^(?:{paths})" {{\n', *_kind(kind), *_lines(headers, "    "), "  }\n"]
    hidden = "|".join(map(re.escape, FOR_HOSTS))
    return "".join([*lines, f'  location ~ "^{_literal(base)}(?:{hidden})$" {{ return 404; }}\n', "}\n"])


def _alike(rules: Sequence[HeaderRule], everywhere: Mapping[str, str]) -> dict[tuple[Frozen[str, str], str], list[HeaderRule]]:
    """The rules that give their paths the same headers and kind. nginx takes the first location that fits, so narrower rules come first."""
    found: dict[tuple[Frozen[str, str], str], list[HeaderRule]] = {}
    for rule in sorted(rules, key=lambda rule: sum(other.covers(rule) for other in rules), reverse=True):
        headers = dict(everywhere)
        for other in rules:
            headers |= other.headers if other.covers(rule) else {}
        found.setdefault((Frozen(headers), rule.kind), []).append(rule)
    return found


def _lines(headers: Mapping[str, str], indent: str) -> Iterator[str]:
    return (f"{indent}add_header {name} {_quoted(value)} always;\n" for name, value in headers.items())


def _kind(kind: str) -> list[str]:
    return [f"    types {{ }}\n    default_type {kind};\n"] if kind else []


def _path(pattern: str, base: str) -> str:
    """The paths of a pattern as an expression, with the file of a page for its folder."""
    if not pattern or pattern.endswith("/"):
        return f"{_literal(f'{base}{pattern}index.html')}$"
    start, _, end = pattern.partition("*")
    return _literal(base + start) + (f".*{_literal(end)}$" if end else "")


def _literal(text: str) -> str:
    return re.escape(text).replace('"', '\\"')


def _quoted(text: str) -> str:
    r"""A text between double quotes, where `\` and `"` have a meaning; a policy holds no `$`."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
