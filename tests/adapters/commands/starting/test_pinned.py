"""What is pinned is what runs here."""

from importlib.metadata import version

from geleerd import __version__
from geleerd.adapters.commands.starting.pinned import pinned


def test_a_program_is_pinned_with_all_that_it_needs():
    found = dict(line.split("==") for line in pinned("geleerd"))
    assert found["geleerd"] == __version__
    assert {name: found[name] for name in ("mkdocs", "pillow", "pyyaml", "markupsafe")} == {
        name: version(name) for name in ("mkdocs", "pillow", "pyyaml", "markupsafe")
    }
    assert list(found) == sorted(found)
    assert "pytest" not in found


def test_what_is_not_installed_has_no_line():
    assert pinned("bestaat-hier-niet") == ()
