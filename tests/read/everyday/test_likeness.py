import pytest

from geleerd.read.everyday.likeness import likeness, likeness_of_words, same_at_begin


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("", "", 100),
        ("", "a", 0),
        ("a", "a", 100),
        ("ab", "ba", 50),
        ("borging", "borgen", 100 * 10 / 13),
        ("samen", "xyz", 0),
        ("a" * 200, "a" * 100, 100 * 200 / 300),
    ],
)
def test_likeness_is_the_share_of_signs_in_the_same_order(one, other, told):
    assert likeness(one, other) == pytest.approx(told)
    assert likeness(other, one) == pytest.approx(told)


def test_words_may_stand_in_another_order_or_inside_a_longer_text():
    assert likeness_of_words("leren, samen", "Samen leren") == 95
    assert likeness_of_words("samen", "samen leren") == 90
    assert likeness_of_words("samen leren", "samen snel leren") > likeness_of_words("samen leren", "samen snel lopen")
    assert likeness_of_words("---", "samen") == 0


def test_what_two_texts_begin_with():
    assert [same_at_begin(*pair) for pair in (("", "a"), ("abc", "abd"), ("abc", "abc"), ("x", "y"))] == [0, 2, 3, 0]
