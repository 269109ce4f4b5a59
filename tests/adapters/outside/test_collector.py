"""A build does not change how the collector works for the program around it."""

import gc

import pytest

from geleerd.adapters.outside.collector import rarely_collecting


@pytest.fixture(autouse=True)
def as_before():
    former = gc.get_threshold()
    yield
    gc.set_threshold(*former)


def test_the_collector_looks_less_often_for_a_while():
    gc.set_threshold(700, 7, 5)
    with rarely_collecting():
        assert gc.get_threshold() > (10_000, 7, 5)
    assert (gc.get_threshold(), gc.get_freeze_count()) == ((700, 7, 5), 0)


def test_it_works_as_before_after_a_mishap():
    former = gc.get_threshold()
    with pytest.raises(OSError, match="disk"), rarely_collecting():
        raise OSError("disk")
    assert gc.get_threshold() == former
