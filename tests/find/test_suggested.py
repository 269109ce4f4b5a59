"""What the search box suggests."""

import json
from dataclasses import replace

from geleerd.find.searched import Record
from geleerd.find.suggested import MOST_BYTES, suggested_file
from geleerd.model.frozen import Frozen
from geleerd.model.strings import Address, SourcePath

ITEM = Record(SourcePath("a.md"), Address("tips/a/"), "tip", "Een", "", "", (), (), Frozen(), "", Frozen(), asked=("Hoe?", "Wie?"))


def told(*records):
    return json.loads(suggested_file(records).content)


def test_titles_lead_to_their_items_and_every_item_has_its_first_question_before_any_has_its_second():
    found = told(ITEM, replace(ITEM, title="Twee", asked=("Wat?", "Hoe?")), replace(ITEM, title="Drie", asked=()))
    assert found == {
        "titles": [["Een", "tip", "tips/a/"], ["Twee", "tip", "tips/a/"], ["Drie", "tip", "tips/a/"]],
        "questions": ["Hoe?", "Wat?", "Wie?"],
    }


def test_more_items_than_a_visitor_can_load_leave_out_the_last():
    many = [replace(ITEM, title=f"{n} {'é' * 100}", asked=(f"{n} {'o' * 200}",)) for n in range(1000)]
    file = suggested_file(many)
    assert len(str(file.content).encode()) <= 2 * MOST_BYTES + 50
    assert told(*many)["titles"][0][0].startswith("0 ")
