"""What passes the check is built: whatever the files of a knowledge base hold, the second net catches nothing.

Inputs are made from the declarations: values of every kind in all fields of all types, in bodies, tags, word lists, meetings and names.
"""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import geleerd
from geleerd.render.pictures.painting import painted
from tests.workbench.building import settings as settings_of
from tests.workbench.building import written
from tests.workbench.full_items import frame_files, item_files

SIGNS = "aeiou nrst019 \n\t-_.,:;!?()[]{}<>*#&%$@=+~^`'\"\\/|éß😀\u0301\u200d\u00a0\u2028\u202e\u05d0ﬁİǆ𝓐٣"
PIECES = (
    *(
        "7" * 900,
        "verzorgingshuis" * 20,
        "[",
        "](",
        "![",
        "[^a]",
        "[^a]: ",
        "[[",
        "]]",
        "%%",
        "> ",
        "- ",
        "1. ",
        "```\n",
        "|-|",
        "<b>",
        "<!--",
        "<![CDATA[",
    ),
    *(
        "&amp;",
        "&#x0;",
        "&#1114112;",
        "{{ a }}",
        "{% b %}",
        "$a$",
        "https://a.nl/[",
        "http://[::1",
        "mailto:a@b",
        "//",
        "javascript:",
        "/l/a1b2c3/",
        "~0",
        "\\u0000",
    ),
    *(
        "0001-01-01",
        "9999-12-31",
        "2026-02-30",
        "00:00",
        "24:00",
        "1e999",
        "-0",
        "null",
        "~",
        "yes",
        "0x1F",
        "1_000",
        "CON",
        "..",
        "%2e%2e",
        "İ" * 30,
        "ﷺ" * 20,
    ),
)
TEXTS = st.lists(st.one_of(st.text(SIGNS, max_size=20), st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map("".join)
FILES = {**item_files(), **frame_files()}


@st.composite
def changed_files(draw):
    """A file of every type, with other texts in some of its fields and in its body."""
    path = draw(st.sampled_from(sorted(path for path in FILES if path.endswith(".md"))))
    _, front, body = FILES[path].split("---\n", 2)
    fields = yaml.load(front, yaml.CSafeLoader)
    keys = draw(st.lists(st.sampled_from([key for key in fields if key not in {"id", "type"}]), unique=True, max_size=6))
    fields |= {key: draw(_like(fields[key])) for key in keys}
    fields["tags"] = draw(st.one_of(st.just(fields.get("tags", [])), st.lists(TEXTS, max_size=4)))
    dumped = yaml.safe_dump({key: value for key, value in fields.items() if value != []}, allow_unicode=True)
    return {path: f"---\n{dumped}---\n{body}{draw(TEXTS)}\n\n{draw(TEXTS)}\n"}


def _like(value):
    """A value of the same shape with other texts, or of any other."""
    if isinstance(value, dict):
        return st.one_of(st.fixed_dictionaries({key: _like(part) for key, part in value.items()}), TEXTS)
    if isinstance(value, list):
        return st.one_of(st.lists(_like(value[0]), max_size=4), TEXTS)
    return st.one_of(TEXTS, TEXTS.map(lambda text: f"{value} {text}"), st.just(value))


WORD_LISTS = st.lists(st.fixed_dictionaries({"term": TEXTS, "meaning": TEXTS, "synonyms": st.lists(TEXTS, max_size=3)}), max_size=5).map(
    lambda terms: {"content/begrippen.yml": yaml.safe_dump(terms, allow_unicode=True)}
)
STAFF_PAGES = TEXTS.map(lambda text: {"content/over/index.md": f"# Over\n\n{text}\n"})
INPUTS = st.one_of(changed_files(), WORD_LISTS, STAFF_PAGES)


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Builds the small knowledge base, with every type in full and a file changed; the failures that the net caught."""
    root = written(tmp_path_factory.mktemp("net"), FILES)

    def failures(files):
        kept = {path: (root / path).read_bytes() for path in files}
        try:
            for path, text in files.items():
                (root / path).write_text(text, encoding="utf-8", errors="surrogatepass")
            site = geleerd.build(settings_of(root), drawn)
        finally:
            for path, data in kept.items():
                (root / path).write_bytes(data)
        return [failure.trace for failure in site.reading.failures]

    return failures


pictures: dict[str, bytes] = {}


def drawn(drawing):
    if drawing.key not in pictures:
        pictures[drawing.key] = painted(drawing.image)
    return pictures[drawing.key]


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(INPUTS)
def test_the_net_catches_nothing(build, files):
    assert build(files) == []


@pytest.mark.long
@settings(max_examples=1_000, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(INPUTS)
def test_the_net_catches_nothing_in_a_thousand_tries(build, files):
    assert build(files) == []
