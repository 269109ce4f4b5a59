"""What items are about, as vectors."""

from geleerd import catalogue
from geleerd.find.known_words import WordLookup
from geleerd.find.language import searched_language
from geleerd.find.meaning.item_vectors import ItemVectors, signs_of, vectors_of
from geleerd.find.meaning.table import table
from geleerd.find.searched import WEIGHTS, Record
from geleerd.model.frozen import Frozen

DUTCH = table("nl")
WORDS = WordLookup(searched_language(catalogue("nl")), Frozen())


def vectors(title: str = "", *asked: str, body: str = ""):
    texts = Frozen({**dict.fromkeys(WEIGHTS, ""), "title": title, "body": body})
    return vectors_of(Record("x.md", "x/", "tip", title, "", "", (), (), texts, "", Frozen(), asked=asked), WORDS, DUTCH)


def near(one, other) -> float:
    lengths = (sum(number * number for number in side) ** 0.5 for side in (one, other))
    return sum(a * b for a, b in zip(one, other, strict=True)) / next(lengths) / next(lengths)


def test_what_means_the_same_lies_nearer_than_what_does_not():
    doctor = vectors("De huisarts").whole
    assert near(doctor, vectors("Een dokter").whole) > 2 * near(doctor, vectors("Het geld").whole)


def test_a_word_without_a_vector_is_its_parts():
    assert DUTCH.row("huisartsenoverleg") is None
    assert near(vectors("huisartsenoverleg").whole, vectors("huisarts overleg").whole) > 0.99


def test_a_question_turns_an_item_and_can_be_left_out_of_it():
    item = vectors("De huisarts", "Wie betaalt dat?", "xqzwvjk")
    assert not any(item.questions[1])
    assert near(item.whole, item.questions[0]) > near(vectors("De huisarts").whole, item.questions[0])
    assert item.targets[0] == vectors("De huisarts").whole


def test_a_body_turns_an_item_and_not_where_its_questions_lead():
    bare, full = (vectors("De huisarts", "Wie betaalt dat?", body=body) for body in ("", "Het geld"))
    assert bare.whole != full.whole
    assert bare.targets == full.targets


def test_vectors_are_kept_as_a_text_without_loss():
    for item in (vectors(), vectors("De huisarts"), vectors("De huisarts", "Wie betaalt dat?", "xqzwvjk")):
        assert ItemVectors.of(item.told()) == item


def test_an_item_without_words_has_no_direction():
    assert not any(vectors().whole)


def test_the_signs_of_a_question_tell_it_from_others():
    record = Record("x.md", "x/", "tip", "", "", "", (), (), Frozen(), "", Frozen(), asked=("Wie is de huisarts?", "Wie betaalt dat?"))
    first, second = signs_of(record, WORDS, DUTCH)
    doctor = vectors("Een dokter").whole

    def agree(signs: str) -> int:
        bits = f"{int(signs, 16):0{DUTCH.dimensions}b}"
        return sum(number if bit == "1" else -number for number, bit in zip(doctor, bits, strict=True))

    assert len(first) * 4 == DUTCH.dimensions
    assert agree(first) > agree(second)
