"""The policy in a site on disk."""

import datetime

from geleerd import Settings
from geleerd.adapters.outside.site_policy import write_policy
from geleerd.model.frozen import Frozen
from geleerd.written.policy.needs import hash_of

PAGE = "<!doctype html>\n<html><head><meta charset=utf-8>{}</head><body>{}</body></html>\r\n"


def settings(root, **options) -> Settings:
    return Settings(root=root, today=datetime.date(2026, 11, 22), site_url="https://kennis.example/k/", **options)


def test_a_script_is_allowed_on_its_own_page_and_by_the_headers_everywhere(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_bytes(PAGE.format("<script>a()</script>", "é").encode())
    (tmp_path / "index.html").write_bytes(PAGE.format("<style>b{}</style>", "\udcff").encode(errors="surrogateescape"))
    written = write_policy(tmp_path, settings(tmp_path))
    one, other = ((tmp_path / name).read_bytes().decode(errors="surrogateescape") for name in ("a/index.html", "index.html"))
    script, style = hash_of("a()"), hash_of("b{}")
    assert (script in one, style in one, script in other, style in other) == (True, False, False, True)
    assert other.endswith("\udcff</body></html>\r\n")
    headers, nginx = ((tmp_path / name).read_text() for name in ("_headers", "nginx.conf"))
    assert headers.startswith("/k/*\n  Content-Security-Policy: ")
    assert 'location "/k/" {' in nginx
    assert all(hashed in text for hashed in (script, style) for text in (headers, nginx))
    assert written.refused == ()


def test_what_browsers_will_refuse_is_told_unless_the_owner_allows_it(tmp_path):
    page = PAGE.format("", '<img src="https://a.example/x.png"><p onclick="a()">')
    (tmp_path / "index.html").write_text(page)
    refused = write_policy(tmp_path, settings(tmp_path)).refused
    assert [(refusal.directive, refusal.what) for refusal in refused] == [("img-src", "https://a.example/x.png"), ("script-src", "onclick")]
    (tmp_path / "index.html").write_text(page)
    allowed = Frozen({"img-src": ("https://a.example",), "script-src": ("'unsafe-inline'",)})
    assert write_policy(tmp_path, settings(tmp_path, policy=allowed)).refused == ()
