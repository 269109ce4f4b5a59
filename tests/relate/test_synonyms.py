"""Words that the glossary calls the same."""

from types import SimpleNamespace

from geleerd.model.declarations.part_types import Term
from geleerd.relate.synonyms import joined_synonyms, synonyms_of, tags_of

TERMS = (
    Term(term="Persoonsgerichte zorg", abbreviation="PGZ", meaning="Zorg die bij iemand past.", synonyms=("zorg op maat",)),
    Term(term="Samen beslissen", synonyms=("gedeelde besluitvorming",)),
)
SYNONYMS = synonyms_of(SimpleNamespace(words=SimpleNamespace(explained=tuple(term for term in TERMS if term.meaning))))


def test_synonyms_and_abbreviations_are_joined_under_the_term_that_readers_can_look_up():
    assert SYNONYMS == {"zorg-op-maat": "Persoonsgerichte zorg", "pgz": "Persoonsgerichte zorg"}


def test_a_synonym_leads_to_the_tag_unless_it_is_one_itself():
    assert joined_synonyms({"persoonsgerichte-zorg"}, SYNONYMS) == {
        "zorg-op-maat": "persoonsgerichte-zorg",
        "pgz": "persoonsgerichte-zorg",
    }
    assert joined_synonyms({"persoonsgerichte-zorg", "pgz"}, SYNONYMS) == {"zorg-op-maat": "persoonsgerichte-zorg"}
    assert joined_synonyms({"borging"}, SYNONYMS) == {}


def test_a_tag_keeps_the_spelling_in_which_it_comes_first():
    item = SimpleNamespace(fields=SimpleNamespace(tags=("PGZ", "Borging", "borging", "zorg op maat")))
    assert tags_of(item, SYNONYMS) == ("Persoonsgerichte zorg", "Borging")
