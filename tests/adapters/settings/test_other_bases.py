"""The option `federate` names each knowledge base, where its records are, and where its site is."""

import pytest

from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.model.elsewhere.other_bases import OtherBase
from geleerd.model.frozen import Frozen

EAST = {"name": "Kennisbank Oost", "from": "https://oost.example/api/v1/"}


@pytest.mark.parametrize("origin", ["https://oost.example", "https://oost.example/", "https://oost.example/api/v1", EAST["from"]])
def test_an_address_of_a_site_or_of_its_records_gives_both(origin):
    (base,) = options_from({"federate": [{**EAST, "from": origin}]}).federate
    assert base == OtherBase("Kennisbank Oost", "https://oost.example/api/v1/", "https://oost.example/")
    assert base.path == "federated/kennisbank-oost.json"


def test_a_folder_says_of_which_site_it_is_and_themes_can_have_other_names():
    (base,) = options_from(
        {"federate": [{"name": "Kopie", "from": "kopie/api", "site": "https://oost.example/k", "themes": {"a": "b"}}]}
    ).federate
    assert base == OtherBase("Kopie", "kopie/api", "https://oost.example/k/", Frozen({"a": "b"}))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("https://oost.example/", "een lijst"),
        (["https://oost.example/"], "een lijst"),
        ([{"from": "https://oost.example/"}], "een lijst"),
        ([{"name": "…", "from": "https://oost.example/"}], "een lijst"),
        ([{**EAST, "feed": "x"}], "“feed” kan niet"),
        ([EAST, {**EAST, "name": "kennisbank oost"}], "dezelfde naam"),
        ([{"name": "Oost"}], "Bij Oost hoort from"),
        ([{"name": "Oost", "from": "kopie"}], "Bij Oost hoort from"),
        ([{"name": "Oost", "from": "ftp://oost.example/"}], "Bij Oost hoort from"),
        ([{"name": "Oost", "from": "https://wij:geheim@oost.example/"}], "Bij Oost hoort from"),
        ([{"name": "Oost", "from": "kopie", "site": "oost.example"}], "Bij Oost hoort from"),
        ([{**EAST, "themes": {"A b": "borging"}}], "onder themes"),
        ([{**EAST, "themes": ["borging"]}], "onder themes"),
        ([{**EAST, "name": f"Oost {number}"} for number in range(21)], "hoogstens 20"),
    ],
)
def test_what_is_wrong_is_said(written, said):
    with pytest.raises(WrongOptionError, match=said):
        options_from({"federate": written})
