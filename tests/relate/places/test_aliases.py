"""Old addresses that files name as theirs."""

from geleerd import reading_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip


def aliases_of(root) -> dict[str, str]:
    return {redirect.address: redirect.target for redirect in reading_of(settings(root)).library.aliases}


def test_every_alias_leads_to_the_page_of_its_file(write):
    root = write({"lessons/nieuw.md": tip("k1aaaa", "aliases: [/oud/, /ouder.html]\n")})
    found = aliases_of(root)
    assert {address for address, target in found.items() if target == "tips/nieuw/" and address.startswith("oud")} == {"oud/", "ouder.html"}


def test_the_first_file_keeps_an_alias_that_two_name_and_no_alias_takes_a_page(write):
    root = write(
        {
            "lessons/a.md": tip("k1aaaa", "aliases: [/oud/]\n"),
            "lessons/b.md": tip("k2aaaa", "aliases: [/oud/, /tips/a/]\n"),
        }
    )
    found = aliases_of(root)
    assert found["oud/"] == "tips/a/"
    assert "tips/a/" not in found
