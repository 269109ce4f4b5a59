"""Synonyms in the glossary: items that use one as a tag belong to the tag of its term."""

from collections.abc import Container, Mapping

from geleerd.model.collection import Collection
from geleerd.model.documents import ItemEntry
from geleerd.model.strings import slug_from, word_of


def synonyms_of(collection: Collection) -> Mapping[str, str]:
    """The word under which every synonym in the glossary is joined, by the slug of the synonym."""
    return {
        slug_from(word): name
        for term in collection.words.explained
        if (name := term.term or term.abbreviation)
        for word in (*term.synonyms, term.abbreviation or "")
        if slug_from(word) and slug_from(name) and slug_from(word) != slug_from(name)
    }


def joined_synonyms(tags: Container[str], synonyms: Mapping[str, str]) -> Mapping[str, str]:
    """The slug of the tag under which a synonym is joined, by the slug of every synonym that is none of the `tags` itself."""
    return {synonym: slug_from(name) for synonym, name in synonyms.items() if slug_from(name) in tags and synonym not in tags}


def tags_of(item: ItemEntry, synonyms: Mapping[str, str]) -> tuple[str, ...]:
    """The tags of an item, each word in one spelling; a synonym counts as the word that it is joined under."""
    found: dict[str, str] = {}
    for tag in item.fields.tags:
        name = synonyms.get(slug_from(tag), tag)
        found.setdefault(word_of(name), name)
    return tuple(found.values())
