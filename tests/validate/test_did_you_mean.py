"""What somebody meant who misspelt a word."""

from geleerd.model.declarations.item_types import Tip
from geleerd.validate.did_you_mean import key_meant, nearest, type_meant


def test_suggestions_are_near_or_absent():
    assert nearest("recomendation", ["recommendation", "region"]) == "recommendation"
    assert nearest("xyzzy", ["recommendation", "region"]) == ""
    assert key_meant("samenvatting", Tip) == "summary"
    assert type_meant("Briljante mislukkingen") == "brilliant-failure"
