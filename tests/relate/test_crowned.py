"""The evidence of a crown lesson follows from the networks that found what it is built on."""

import pytest

from geleerd import reading_of
from geleerd.relate.crowned import learned_in
from tests.workbench.building import settings
from tests.workbench.small_items import tip

WEST = {"content/netwerken/west.md": "---\nname: West\n---\n", "content/netwerken/buiten.md": "---\nname: B\nkind: outside-source\n---\n"}


def crown(write, *networks):
    below = {f"lessons/n{n}.md": tip(f"k{n}bbbb", f"networks: [{slug}]\n") for n, slug in enumerate(networks)}
    ids = ", ".join(f"k{n}bbbb" for n in range(len(networks)))
    files = {**WEST, **below, "lessons/kroon.md": tip("k9aaaa", f"built_on: [{ids}]\n")}
    return reading_of(settings(write(files))).library


@pytest.mark.parametrize(
    ("networks", "evidence"),
    [
        (("oost", "west"), "confirmed-elsewhere"),
        (("noord", "west"), "confirmed-elsewhere"),
        (("noord", "oost"), None),  # noord is a part of oost
        (("west",), None),
        (("west", "buiten"), None),  # what lies outside is no network
    ],
)
def test_two_networks_confirm_each_other(write, networks, evidence):
    library = crown(write, *networks)
    assert library.by_id["k9aaaa"].fields.evidence == evidence


def test_a_network_counts_once_and_as_the_one_it_belongs_to(write):
    library = crown(write, "noord", "oost", "west")
    assert learned_in(library.by_id["k9aaaa"], library.by_id, library.collection.frame) == ("oost", "west")
