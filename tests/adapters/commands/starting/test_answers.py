"""What an owner decides stands in the files as it was said, whatever it holds."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from geleerd.adapters.commands.starting.answers import LICENCES, Answers
from geleerd.adapters.commands.starting.new_knowledge_base import starters

CONFIGURATION = """site_name: Onze kennisbank
site_url: !ENV [SITE_URL, https://kennisbank.example/]
copyright: Teksten CC BY 4.0, tenzij anders vermeld.
plugins:
  - geleerd:
      language: nl
      # desk: redactie@kennisbank.example   # de mailbox
      # forge: github   # of gitlab, of forgejo
      look:
        # light: {accent: "#0b5566"}   # eigen kleuren
        # dark: {accent: "#83cedd"}
        menu: []
"""
LINE = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=40)


class Loader(yaml.SafeLoader):
    """Reads `!ENV` as a list."""


Loader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node))


@given(LINE, LINE)
def test_any_name_and_address_is_read_back(name, address):
    read = yaml.load(Answers(name=name, address=address).configured(CONFIGURATION, {}), Loader=Loader)  # noqa: S506  # it is a safe loader
    assert (read["site_name"], read["site_url"]) == (name, ["SITE_URL", address])
    assert read["plugins"] == [{"geleerd": {"language": "nl", "look": {"menu": []}}}]


def test_an_answer_takes_the_place_of_the_line_that_waits_for_it():
    answers = Answers(desk="a@b.nl", forge="gitlab", licence="CC0-1.0")
    read = yaml.load(answers.configured(CONFIGURATION, {"light": "#111111", "dark": "#eeeeee"}), Loader=Loader)  # noqa: S506  # it is a safe loader
    assert read["plugins"] == [
        {
            "geleerd": {
                "language": "nl",
                "desk": "a@b.nl",
                "forge": "gitlab",
                "look": {"light": {"accent": "#111111"}, "dark": {"accent": "#eeeeee"}, "menu": []},
            }
        }
    ]
    assert read["copyright"] == "Teksten CC0 1.0, tenzij anders vermeld."


def test_without_answers_nothing_changes():
    assert Answers().configured(CONFIGURATION, {}) == CONFIGURATION
    assert Answers().told("title: Onze kennisbank\n") == "title: Onze kennisbank\n"


def test_a_text_has_the_name_as_a_reader_sees_it():
    told = Answers(name="Wij & *zij*", desk="a@b.nl").told(
        "---\ntitle: Onze kennisbank\n---\n# Onze kennisbank\nMail redactie@kennisbank.example."
    )
    assert told == '---\ntitle: "Wij & *zij*"\n---\n# Wij \\& \\*zij\\*\nMail a@b.nl.'


def test_every_licence_has_an_address_in_every_language():
    for licence, (name, address) in LICENCES.items():
        for language in starters():
            told = Answers(licence=licence).told(f"[CC BY 4.0](https://creativecommons.org/licenses/by/4.0/deed.{language})")
            assert told == f"[{name}]({address}{language})"
