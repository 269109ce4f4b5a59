"""What a build says about a knowledge base that is not its owner's yet."""

from dataclasses import replace

import pytest

from geleerd import catalogue
from geleerd.adapters.building.unsettled import unsettled
from geleerd.reading import reading_of
from tests.workbench.building import settings


@pytest.fixture(scope="module")
def base(write_once):
    return settings(write_once({}))


def said(chosen):
    return [*unsettled(reading_of(chosen).library, chosen, catalogue("nl"))]


@pytest.mark.parametrize("address", ["https://kennisbank.example/", "https://example.org/kb/"])
def test_an_address_that_nobody_can_have_is_named(base, address):
    (sentence,) = said(replace(base, site_url=address))
    assert address in sentence


def test_a_real_address_and_a_desk_ask_for_nothing(base):
    assert said(replace(base, site_url="https://kennisbank.nl/")) == []


def test_a_desk_without_mailbox_is_named(base):
    (sentence,) = said(replace(base, site_url="https://kennisbank.nl/", desk=""))
    assert "desk" in sentence
