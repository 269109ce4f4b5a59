"""A value is found once for all that it is made of, and not again when it was known before."""

import pytest

from geleerd.once import FoundOnce, now


def test_a_value_is_found_once_and_then_known():
    once, asked = FoundOnce(), []
    for _ in range(2):
        assert once(lambda: asked.append(1) or "gevonden", "tekst", "a.md") == "gevonden"
    assert asked == [1]
    again = FoundOnce(once.found())
    assert again(lambda: pytest.fail("it is known"), "tekst", "a.md") == "gevonden"
    assert again.found() == once.found()


def test_nothing_is_a_value_too():
    once = FoundOnce()
    assert once(lambda: None, "tekst") is None
    assert FoundOnce(once.found())(lambda: "iets", "tekst") is None


@pytest.mark.parametrize("other", [("a", "bc"), ("ab", "c", ""), ("a:b", "c"), (b"ab", b"d"), ("\ud800", "c")])
def test_a_key_tells_all_that_it_is_made_of_apart(other):
    once = FoundOnce()
    once(lambda: 1, "ab", "c")
    assert once(lambda: 2, *other) == 2


def test_only_what_a_run_asks_for_is_known_after_it():
    before = FoundOnce()
    for name in ("a.md", "b.md"):
        before(str, name)
    after = FoundOnce(before.found())
    after(str, "a.md")
    assert len(after.found()) == 1


def test_what_goes_wrong_is_not_known():
    once = FoundOnce()
    with pytest.raises(ZeroDivisionError):
        once(lambda: 1 / 0, "a.md")
    assert once.found() == {}


def test_without_memory_everything_is_found_now():
    assert [now(lambda found=found: found, "a.md") for found in (1, 2)] == [1, 2]
