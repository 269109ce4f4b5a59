"""The options are refused with the words with which MkDocs refuses its own."""

import re
from dataclasses import asdict
from typing import get_args

import pytest
from mkdocs.config import base
from mkdocs.config import config_options as of_mkdocs

from geleerd.adapters.mkdocs.options import PluginConfig
from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.contribute.forge import NAMES
from geleerd.locale.catalogue import LANGUAGES
from geleerd.model.settings import SCHEMA, ForgeKind, Options

AS_MKDOCS = {
    "desk": of_mkdocs.Type(str),
    "cards": of_mkdocs.Type(bool),
    "forge": of_mkdocs.Choice(("github", "gitlab", "forgejo")),
    "language": of_mkdocs.Choice(LANGUAGES),
    "first_url": of_mkdocs.URL(is_dir=True),
}
VALUES = [3, True, [1], {}, "", "en", "gitlab", "https://proef.example", "http://proef.example/a?b#c", "proef.example", "https://"]


def read_or_refused(read):
    try:
        return read()
    except (WrongOptionError, base.ValidationError):
        return "refused, in whatever words"


@pytest.mark.parametrize(
    ("value", "said"), [(3, "schema 3, en deze versie kent 2"), (0, "geheel getal"), (True, "geheel getal"), ("2", "geheel getal")]
)
def test_files_of_a_newer_version_are_refused_and_older_ones_are_not(value, said):
    with pytest.raises(WrongOptionError, match=said):
        options_from({"schema": value})
    assert [options_from(told).schema for told in ({}, {"schema": 1}, {"schema": SCHEMA})] == [1, 1, SCHEMA]


@pytest.mark.parametrize("option", AS_MKDOCS)
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_read_and_refused_as_mkdocs_does(option, value):
    assert read_or_refused(lambda: getattr(options_from({option: value}), option)) == read_or_refused(
        lambda: AS_MKDOCS[option].validate(value)
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ({"forge": "gitea"}, "“gitea” kan hier niet. Kies uit: github, gitlab, forgejo."),
        ({"forge": "gitea", "language": "en"}, "“gitea” cannot stand here. Choose from: github, gitlab, forgejo."),
        ({"cards": "soms"}, "“soms” kan hier niet. Hier hoort true of false (ja of nee)."),
        ({"desk": True}, "“true” kan hier niet. Hier hoort een tekst."),
        ({"language": "de"}, "“de” kan hier niet. Kies uit: nl, en."),
    ],
)
def test_a_value_is_refused_in_the_language_of_the_site(written, said):
    with pytest.raises(WrongOptionError) as error:
        options_from(written)
    assert str(error.value) == said


def test_what_is_left_out_or_empty_has_its_default():
    assert options_from({}) == options_from({"desk": None, "cards": None, "other": 1}) == Options()


@pytest.mark.parametrize(("language", "said"), [("nl", "hallo"), ("en", "hallo")])
def test_a_place_to_subscribe_is_refused_in_the_language_of_the_site_and_last(language, said):
    with pytest.raises(WrongOptionError, match=said) as error:
        options_from({"newsletter": "hallo", "language": language})
    assert error.value.option == "newsletter"
    with pytest.raises(WrongOptionError, match="Kies uit: "):
        options_from({"newsletter": "hallo", "language": "de"})


def test_mkdocs_has_the_options_and_names_the_unknown():
    config = PluginConfig()
    config.load_dict({"desk": "a@b.example", "deks": "x"})
    assert config.validate() == ([], [("deks", "Unrecognised configuration name: deks")])
    assert asdict(config.options) == {**asdict(Options()), "desk": "a@b.example"}
    config.load_dict({"cards": "ja"})
    assert config.validate()[0] == [("cards", base.ValidationError("“ja” kan hier niet. Hier hoort true of false (ja of nee)."))]


def test_every_kind_of_forge_has_a_name():
    assert tuple(NAMES) == get_args(ForgeKind)


@pytest.mark.parametrize(
    "written", [["Educatie@Museum.example", "@museum.example"], ("mailto:educatie@museum.example", " museum.example ")]
)
def test_own_mailboxes_are_addresses_and_domains(written):
    assert options_from({"own_mailboxes": written}).own_mailboxes == ("educatie@museum.example", "museum.example")
    assert options_from({"own_mailboxes": "*@museum.example"}).own_mailboxes == ("museum.example",)
    assert options_from({"own_mailboxes": "museum.example"}).own_mailboxes == ("museum.example",)


@pytest.mark.parametrize("wrong", ["educatie", 3, {"a": 1}, ["museum.example", "het museum"], "a@b@c", [None]])
def test_what_is_no_mailbox_is_refused_in_the_language_of_the_site(wrong):
    for language, said in (("nl", "geen mailadres en geen domein"), ("en", "no mail address and no domain")):
        with pytest.raises(WrongOptionError, match=said) as error:
            options_from({"own_mailboxes": wrong, "language": language})
        assert error.value.option == "own_mailboxes"


def test_a_policy_is_lists_of_sources_by_directive():
    written = {"img-src": ["https://a.example"], "style-src": "'unsafe-inline' https:"}
    assert options_from({"policy": written}).policy == {"img-src": ("https://a.example",), "style-src": ("'unsafe-inline'", "https:")}
    assert options_from({"policy": {}}).policy == options_from({}).policy == {}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (["img-src"], "Schrijf bij policy per regel wat extra mag"),
        ({"img": ["https://a.example"]}, "“img” is geen onderdeel van het beleid. Kies uit: base-uri, "),
        ({"img-src": None}, "Achter img-src bij policy staat niets."),
        ({"script-src": ["unsafe-inline"]}, "Schrijf bij script-src aanhalingstekens om dit woord: \"'unsafe-inline'\"."),
        ({"img-src": ["https://a.example; script-src *"]}, "“https://a.example; script-src *” kan bij img-src niet."),
        ({"img-src": [3]}, "“3” kan bij img-src niet."),
    ],
)
def test_a_mistake_in_the_policy_is_told_with_what_to_write(written, said):
    with pytest.raises(WrongOptionError) as error:
        options_from({"policy": written})
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("blauw", "Schrijf bij look wat je anders wilt"),
        ({"licht": {}}, "Schrijf bij look wat je anders wilt"),
        ({"light": ["#fff"]}, "Schrijf bij look wat je anders wilt"),
        ({"light": {"accnt": "#0b5566"}}, "“accnt” is geen kleur die je kunt kiezen"),
        ({"light": {"accent": "red; } body { display: none"}}, "Schrijf accent als zes cijfers"),
        ({"font": "x; } * { color: red"}, "geen lijst van lettertypen"),
        (
            {"light": {"accent": "#8ab4c0"}},
            "In het lichte palet valt accent op sunk te weinig op: het contrast is 1.9, en 4.5 is nodig. Zo lukt het: accent:",
        ),
        ({"dark": {"ink": "#333333"}}, "In het donkere palet valt ink op"),
    ],
)
def test_a_look_that_cannot_be_read_is_refused_with_what_to_write(written, said):
    with pytest.raises(WrongOptionError, match=re.escape(said)):
        options_from({"look": written})


def test_a_look_is_colours_and_letters():
    look = options_from({"look": {"light": {"accent": "#0A4A5C"}, "font": "Georgia, serif"}}).look
    assert (look.light, look.dark, look.font) == ({"accent": "#0a4a5c"}, {}, "Georgia, serif")
