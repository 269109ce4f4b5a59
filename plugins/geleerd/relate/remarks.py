"""Remarks that need all entries together, such as on one tag in several spellings, and on what nobody can look up or follow."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from geleerd.commonmark.easy_words import EASY_FOR, ordinary_page
from geleerd.model.collection import Collection
from geleerd.model.declarations.frame_types import Guide, Network, SourceEntry
from geleerd.model.declarations.item_types import LearningQuestion
from geleerd.model.documents import Document, ItemEntry
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Place, Problem
from geleerd.model.strings import slug_from, word_of
from geleerd.relate.places.site_place import SitePlace
from geleerd.relate.shelves import Shelves, usual_spellings


def remarks(collection: Collection, shelves: Shelves) -> tuple[Problem, ...]:
    """Hints for the desk; none of them stops publication."""
    return (
        *_tag_variants(collection),
        *_names_alike(collection),
        *_empty_networks(collection, shelves),
        *_sources(collection),
        *_answers(collection),
        *_discussed(collection),
    )


def unfinished_pages(collection: Collection, mark: str) -> Iterator[Problem]:
    """A hint for every line of the staff's own pages that somebody must still fill in: it begins so, or a word in it has the mark."""
    begins = re.compile(rf"[>*_ ]*({re.escape(mark)})\b(?!: \w+\*\*)|.*?\*\*({re.escape(mark)}: \w+)\*\*")
    for page in collection.staff_pages:
        for number, line in enumerate(page.body.text.split("\n")):
            if found := begins.match(line):
                yield Problem(Place(page.path, page.body.line + number), Code.UNFINISHED_PAGE, {"text": found[1] or found[2]})


def dead_pairs(collection: Collection) -> Iterator[Problem]:
    """A problem for every page in easy words that goes with a page that is not there, or that goes with one that has another."""
    there = {page.path for page in collection.staff_pages}
    for page in collection.staff_pages:
        ordinary = ordinary_page(page)
        if ordinary is not None and ordinary not in there:
            yield Problem(page.place((EASY_FOR,)), Code.DEAD_PAIR, {"value": str((page.tree or {})[EASY_FOR])})
        there -= {ordinary} if ordinary else set()


def dead_addresses(collection: Collection, places: Iterable[SitePlace]) -> Iterator[Problem]:
    """A problem for every step of a start path whose address no page has."""
    known = {place.address for place in places if not place.is_file}
    for entry in collection.frame[Guide.KEY].values():
        for number, step in enumerate(entry.fields.steps if isinstance(entry.fields, Guide) else ()):
            if step.address and step.address.partition("?")[0].lstrip("/") not in known:
                yield Problem(entry.document.place(("steps", number, "address")), Code.DEAD_STEP, {"value": step.address})


def _tag_variants(collection: Collection) -> Iterator[Problem]:
    """A hint for every item that spells a tag in another way than most items do, or whose tag shares its address with another word."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for item in collection.items:
        for tag in item.fields.tags:
            spellings[slug_from(tag)][tag] += 1
    usual = {slug: usual_spellings(counted) for slug, counted in spellings.items() if len(counted) > 1}
    for item in collection.items:
        for number, tag in enumerate(item.fields.tags):
            if words := usual.get(slug_from(tag)):
                place = item.document.place(("tags", number))
                yield from (Problem(place, code, {"values": values}) for code, values in _told(tag, words, spellings[slug_from(tag)]))


def _told(tag: str, words: Mapping[str, str], spellings: Iterable[str]) -> Iterator[tuple[Code, str]]:
    word = word_of(tag)
    if tag != words[word]:
        yield Code.TAG_VARIANTS, ", ".join(sorted(spelling for spelling in spellings if word_of(spelling) == word))
    elif word != next(iter(words)):
        yield Code.SHARED_TAG_ADDRESS, ", ".join(sorted(words.values()))


def _names_alike(collection: Collection) -> Iterator[Problem]:
    for entries in collection.frame.values():
        first: dict[str, str] = {}
        for entry in sorted(entries.values(), key=lambda entry: entry.path):
            name = str(entry.fields.name)
            other = first.setdefault(slug_from(name), entry.path)
            if other != entry.path:
                yield Problem(entry.document.place(("name",)), Code.SAME_SLUG, {"value": name, "other": other})


def _empty_networks(collection: Collection, shelves: Shelves) -> Iterator[Problem]:
    """A hint for every network without contributions; not while all that there is are drafts, as in a new knowledge base."""
    begun = collection.items or not collection.drafts
    for slug, entry in collection.frame["network"].items():
        if begun and not shelves["network"][slug].items and entry.fields.status == "published":
            yield Problem(entry.document.place(), Code.EMPTY_NETWORK)


def _sources(collection: Collection) -> Iterator[Problem]:
    """A hint for every source of the list that nobody can look up although it is not said to be so, or of which both is said."""
    for entry in collection.frame[SourceEntry.KEY].values():
        fields = entry.fields
        if isinstance(fields, SourceEntry) and not (fields.url or fields.not_public):
            yield Problem(entry.document.place(), Code.SOURCE_WITHOUT_ADDRESS)
        elif isinstance(fields, SourceEntry) and fields.url and fields.not_public:
            yield Problem(entry.document.place(("not_public",)), Code.PUBLIC_AFTER_ALL)


def _answers(collection: Collection) -> Iterator[Problem]:
    """A hint for every answer to a question that was withdrawn, and for every question that is answered by nothing."""
    withdrawn = {item.fields.id for item in collection.items if item.fields.status == "withdrawn"}
    giving = {relation.id for item in collection.items for relation in item.fields.relations if relation.type == "answers"}
    for item in collection.items:
        fields = item.fields
        if not isinstance(fields, LearningQuestion) or fields.status != "published":
            continue
        for path, answer_id in _written_answers(item):
            if answer_id in withdrawn:
                yield Problem(item.document.place(path), Code.WITHDRAWN_ANSWER, {"value": answer_id})
        named = {*(answer.id for answer in fields.so_far), *(answer_id for turn in fields.history for answer_id in turn.answers)}
        if fields.state == "answered" and not (fields.answer or named - withdrawn or fields.id in giving):
            yield Problem(item.document.place(("state",)), Code.WITHOUT_ANSWER)


def _written_answers(item: ItemEntry) -> Iterator[tuple[KeyPath, str]]:
    """The ids at `so_far` and in `history` as the file has them, each with the way to it: dead references keep their places there."""
    for number, answer in enumerate(_written(item.document, "so_far")):
        yield ("so_far", number), str(answer.get("id"))
    for number, turn in enumerate(_written(item.document, "history")):
        yield from ((("history", number, "answers", at), name) for at, name in _named(turn.get("answers")))


def _discussed(collection: Collection) -> Iterator[Problem]:
    """A hint for everything that a meeting names as a learning question, and that is withdrawn or something else."""
    by_id = {str(item.fields.id): item.fields for item in collection.items}
    for entry in collection.frame[Network.KEY].values():
        for number, meeting in enumerate(_written(entry.document, "meetings")):
            for at, name in _named(meeting.get("discussed")):
                fields, place = by_id.get(name), entry.document.place(("meetings", number, "discussed", at))
                if fields and not isinstance(fields, LearningQuestion):
                    yield Problem(place, Code.NOT_A_QUESTION, {"value": name})
                elif fields and fields.status == "withdrawn":
                    yield Problem(place, Code.WITHDRAWN_QUESTION, {"value": name})


def _written(document: Document, key: str) -> list[Mapping[str, object]]:
    """The parts in a list as the file has them, an empty one for anything else, so that each keeps its number."""
    written = (document.tree or {}).get(key)
    return [part if isinstance(part, Mapping) else {} for part in written] if isinstance(written, list) else []


def _named(value: object) -> list[tuple[int, str]]:
    return [(number, str(name)) for number, name in enumerate(value)] if isinstance(value, list) else []
