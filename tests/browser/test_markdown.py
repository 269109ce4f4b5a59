"""A form's preview shows texts as the site does: the same Markdown, through the same sanitiser, in a real browser."""

import re
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geleerd.render.parts.templates import theme_folder
from geleerd.render.theme_files import readers_of_forms
from geleerd.texts.safe_html import allowed
from tests.workbench.html_trees import tree
from tests.workbench.markdown_examples import CASES, DIALECT, TITLES, expected, kept, on_the_site
from tests.workbench.trying import examples
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser
OTHERWISE = {"no link in a link, no space before the bracket"}
"""What the preview shows otherwise: its parser lets a link stand in the words of a link."""

UNSAFE = """async ([texts, options]) => {
  await import(new URL("vendor/marked.js", location.href));
  const { html } = await import(new URL("markdown/dialect.js", location.href));
  return texts.map((text) => html(window.marked, text, options));
}"""
CLEAN = """async ([texts, allowed]) => {
  const { safe } = await import(new URL("markdown/safe.js", location.href));
  return texts.map((text) => {
    const box = document.createElement("div");
    box.append(safe(text, allowed, (tag, written) => (tag === "img" ? "" : written)));
    return box.innerHTML;
  });
}"""


@pytest.fixture(scope="module")
def page(browser, tmp_path_factory):
    """An empty page beside the scripts of the product."""
    scripts = tmp_path_factory.mktemp("scripts")
    shutil.copytree(theme_folder() / "assets" / "scripts", scripts, dirs_exist_ok=True)
    for file in readers_of_forms():
        path = scripts / file.path.removeprefix("assets/scripts/")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.content)
    (scripts / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    with served(scripts) as origin:
        page = browser.new_page()
        page.goto(f"{origin}/")
        yield page
        page.close()


def shown(page, texts, *, is_field=False):
    unsafe = page.evaluate(UNSAFE, [texts, {"isField": is_field, "titles": TITLES}])
    return page.evaluate(CLEAN, [unsafe, allowed()])


def test_the_preview_shows_every_part_of_the_dialect_as_the_site_does(page):
    texts = [example["markdown"] for example in DIALECT if example["name"] not in OTHERWISE]
    found = shown(page, texts)
    assert [text for text, html in zip(texts, found, strict=True) if tree(html) != on_the_site(text)] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_contributors_write_looks_as_on_the_site(page, case):
    is_field = case.get("field", False)
    [html] = shown(page, [case["markdown"]], is_field=is_field)
    assert tree(html) == expected(case["html"]) == on_the_site(case["markdown"], is_field=is_field)


SIGNS = st.sampled_from(
    [*"*_`~[]()<>!#&|-+=.:;'\"\\/% \n\t1aZé😀", "\n\n", "\n> ", "\n- ", "\n    ", "[^1]", "\n[^1]: ", "> [!NOTE]\n", "%%", "```"]
)
HTML = """
<script> </script> <style> <svg/onload=hit()> </svg> <math> <foreignObject> <template> <title> <iframe/srcdoc='<script>hit()</script>'> <h1>
<img/src=x/onerror=hit()> <a/href='javascript:hit()'> <a/href=b> </a> <b> </b> <!-- --> <textarea> </textarea> <p </p> <ul> <li> <table> <tr>
<td/align=left> <div/id=preview/class=md-overlay/style='position:fixed;text-align:left'> <input> <input/type=checkbox/disabled>
"""
TYPED = st.lists(st.one_of(SIGNS, st.sampled_from(HTML.split())), max_size=40).map("".join)


@examples(200)
@given(TYPED, st.booleans())
def test_of_whatever_somebody_types_both_sanitisers_keep_the_same(page, text, is_field):
    [unsafe] = page.evaluate(UNSAFE, [[text], {"isField": is_field, "titles": TITLES}])
    [found] = page.evaluate(CLEAN, [[unsafe], allowed()])
    assert tree(found) == tree(kept(unsafe))
    assert page.evaluate("document.scripts.length + (window.hit ? 1 : 0)") == 0


@pytest.mark.parametrize(
    "html",
    [
        "a<script>b</script>c<style>d</style>e<noscript>f</noscript>",
        "<svg>a<a href='https://a.nl'>b</a><script>c</script><foreignObject><p>d</p></foreignObject></svg><math>e<mi>f</mi></math>",
        "<a href='javascript:hit()'>a</a><a href=' java\nscript:hit()'>b</a><a href='data:text/html,x'>c</a><a href='//a.nl'>d</a>",
        "<form action='x'><button>a</button></form><iframe src='x'>b</iframe><base href='x'><meta charset='x'><object>c</object>",
        "<p onclick='hit()' style='color:red' class='card note' id='__search' data-x='y' title='z'>a</p>",
        "<input type='text' disabled><input type='checkbox'><input type='checkbox' disabled checked><img alt='a'><img src='b'>",
        "<h1>a</h1><h2>b</h2><body><frameset><title>c</title><plaintext>d",
        "<ol start='3'><li value='4'>a</li></ol><details open><summary>b</summary>c</details><time datetime='2026'>d</time>",
    ],
)
def test_both_sanitisers_keep_the_same(page, html):
    [found] = page.evaluate(CLEAN, [[html], allowed()])
    by_python = kept(html)
    assert tree(found) == tree(by_python)
    assert sorted(re.findall(r' (?:href|id|class|style)="[^"]*"', found)) == sorted(
        re.findall(r' (?:href|id|class|style)="[^"]*"', by_python)
    )
