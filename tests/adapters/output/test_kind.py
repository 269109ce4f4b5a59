"""Links that lead to themselves are refused in a sentence."""

import pytest

from geleerd.adapters.output.kind import real_place
from geleerd.adapters.output.output_error import OutputError


@pytest.mark.parametrize("name", ["lus", "lus/diep", "om", "heen"])
def test_a_link_that_leads_to_itself_is_refused(tmp_path, name):
    for link, target in (("lus", "lus"), ("om", "lus"), ("heen", "terug"), ("terug", "heen")):
        (tmp_path / link).symlink_to(target)
    with pytest.raises(OutputError) as refused:
        real_place(tmp_path / name)
    assert refused.value.key == "output-loop"


def test_another_is_followed_also_to_what_is_not_there(tmp_path):
    (tmp_path / "site").symlink_to("elders/site")
    assert real_place(tmp_path / "site") == tmp_path.resolve() / "elders/site"
