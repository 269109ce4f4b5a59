import pickle
from collections.abc import Callable
from copy import copy, deepcopy

import pytest

from geleerd.model.frozen import Frozen

WORDS = Frozen({"b": 1, "a": (2, 3)})


def _pickled(value: Frozen[str, object]) -> Frozen[str, object]:
    return pickle.loads(pickle.dumps(value))  # noqa: S301  # what was pickled on this very line


@pytest.mark.parametrize(
    "change",
    [
        lambda words: words.__setitem__("c", 1),
        lambda words: words.__delitem__("a"),
        lambda words: words.__ior__({"c": 1}),
        lambda words: words.clear(),
        lambda words: words.pop("a"),
        lambda words: words.popitem(),
        lambda words: words.setdefault("c", 1),
        lambda words: words.update(c=1),
    ],
)
def test_nobody_can_change_it(change: Callable[[Frozen[str, object]], object]):
    words = Frozen(WORDS)
    with pytest.raises(TypeError):
        change(words)
    assert words == WORDS


def test_it_keeps_its_order():
    assert list(WORDS) == ["b", "a"]
    assert list(_pickled(WORDS)) == ["b", "a"]


def test_it_equals_and_hashes_as_what_it_holds():
    same = Frozen({"a": (2, 3), "b": 1})
    assert WORDS == same == {"a": (2, 3), "b": 1}
    assert hash(WORDS) == hash(same)
    assert Frozen({"a": 1}) != Frozen({"a": 2})


def test_it_has_no_hash_when_a_value_has_none():
    with pytest.raises(TypeError):
        hash(Frozen({"a": []}))


@pytest.mark.parametrize("copied", [copy, deepcopy, _pickled])
def test_a_copy_is_as_frozen(copied: Callable[[object], object]):
    again = copied(WORDS)
    assert again == WORDS
    assert type(again) is Frozen


def test_what_is_joined_is_new():
    assert WORDS | {"c": 1} == {"b": 1, "a": (2, 3), "c": 1}
    assert "c" not in WORDS
