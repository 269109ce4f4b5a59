"""The rules between the fields of one item."""

from collections.abc import Callable, Iterator, Mapping

from geleerd.model.declarations.field_specs import fields_of, keys_of
from geleerd.model.declarations.frame_types import FrameEntry
from geleerd.model.declarations.item_types import BrilliantFailure, Item, WorkFormat
from geleerd.model.declarations.part_types import Duration, GroupSize
from geleerd.model.documents import Document
from geleerd.model.file_kinds import PHOTOGRAPHS, ending
from geleerd.model.frozen import Frozen
from geleerd.model.problem_codes import Code
from geleerd.model.problems import KeyPath, Problem
from geleerd.validate.did_you_mean import nearest
from geleerd.validate.mending.told import told

Finding = tuple[KeyPath, Code, dict[str, object]]
"""A broken rule: the path of the value, the code, and the words for its sentence."""

Rule = Callable[[Item], Iterator[Finding]]

_MINUTES = Frozen({"minutes": 1, "hours": 60, "days": 24 * 60})

WITHOUT_WORDS = frozenset(
    {
        *("id", "type", "date", "happened", "status", "networks", "themes", "tags", "for", "about", "region"),
        *("language", "license", "review_by", "aliases", "evidence", "value", "phase", "state"),
    }
)
"""Keys that describe a contribution but do not make one."""


NEEDS: Mapping[Code, frozenset[str]] = Frozen(
    {
        Code.MISSING_FIELD: frozenset({"status"}),
        Code.MISSING_KEY: frozenset({"status"}),
        Code.EMPTY_DRAFT: frozenset({"status"}),
        Code.ONLY_WHEN_WITHDRAWN: frozenset({"status"}),
        Code.ONLY_WHEN_SUPERSEDED: frozenset({"status"}),
        Code.SUPERSEDED_WITHOUT_ID: frozenset({"superseded_by"}),
        Code.STEPS_EXCEED_DURATION: frozenset({"duration"}),
        Code.STRUCK_UNNAMED: frozenset({"patterns"}),
    }
)
"""The other fields that a rule looks at, by its code: when one of them is broken, nobody knows whether the rule holds."""


def broken_rules(item: Item, document: Document, broken: frozenset[str] = frozenset()) -> list[Problem]:
    """A problem for every rule that the item breaks, including the rules for published items alone.

    `broken` are the keys that the item lacks because something is wrong with them; rules about those say nothing.
    """
    findings = [finding for rule in _RULES for finding in rule(item)]
    if item.status == "draft" and not _has_words(document):
        findings.append(((), Code.EMPTY_DRAFT, {}))
    return [told(document, *finding) for finding in findings if not _about(finding) & broken]


def _about(finding: Finding) -> frozenset[str]:
    """The keys that a broken rule is about."""
    path, code, words = finding
    return frozenset({*map(str, path[:1]), str(words.get("key", ""))}) | NEEDS.get(code, frozenset())


def still_missing(item: Item) -> tuple[str, ...]:
    """The keys that a draft must get before it can be published."""
    return tuple(spec.key for spec in fields_of(type(item)) if spec.to_publish and not _is_filled(getattr(item, spec.attribute)))


def _is_filled(value: object) -> bool:
    if isinstance(value, (Duration, GroupSize)):
        return bool(value.min or value.max) or (isinstance(value, Duration) and value.unit == "ongoing")
    return bool(value)


def _complete(item: Item) -> Iterator[Finding]:
    if item.status in {"published", "superseded"}:
        for key in still_missing(item):
            yield (key,), Code.MISSING_FIELD, {"key": key}
    if item.status == "withdrawn" and not item.date:
        yield ("date",), Code.MISSING_KEY, {"key": "date"}


def _has_words(document: Document) -> bool:
    """Whether the contributor wrote anything in their own words."""
    written = {key for key, value in (document.tree or {}).items() if value is not None}
    return bool(written - WITHOUT_WORDS) or bool(document.body.text.strip())


def _superseded(item: Item) -> Iterator[Finding]:
    if item.status == "superseded" and not item.superseded_by:
        yield ("status",), Code.SUPERSEDED_WITHOUT_ID, {}
    if item.superseded_by and item.status != "superseded":
        yield ("superseded_by",), Code.ONLY_WHEN_SUPERSEDED, {}


def _withdrawn(item: Item) -> Iterator[Finding]:
    for key in ("withdrawn_on", "reason"):
        if getattr(item, key) and item.status != "withdrawn":
            yield (key,), Code.ONLY_WHEN_WITHDRAWN, {"key": key}


def _consent(item: Item) -> Iterator[Finding]:
    for number, author in enumerate(item.authors):
        if author.name and not author.consent:
            yield ("authors", number, "name"), Code.NAME_WITHOUT_CONSENT, {}


def _photograph(item: Item) -> Iterator[Finding]:
    if item.image and ending(item.image.file) not in PHOTOGRAPHS:
        yield ("image", "file"), Code.NOT_A_PHOTOGRAPH, {"target": item.image.file}


def _one_target(item: Item) -> Iterator[Finding]:
    for number, attachment in enumerate(item.attachments):
        if bool(attachment.file) == bool(attachment.url):
            yield ("attachments", number), Code.ONE_OF_FILE_URL, {}


def untitled(fields: Item | FrameEntry) -> Iterator[Finding]:
    """A finding for every source of an item or frame entry that has neither a title nor an entry in the list of sources."""
    for number, source in enumerate(fields.sources):
        if not (source.title or source.source):
            yield ("sources", number, "title"), Code.MISSING_KEY, {"key": f"sources[{number + 1}].title"}


def _evidence(item: Item) -> Iterator[Finding]:
    if item.evidence and not item.TAKES_EVIDENCE:
        yield ("evidence",), Code.NOT_FOR_FAILURES, {}


def _editorial(item: Item) -> Iterator[Finding]:
    known = keys_of(type(item))
    for number, key in enumerate(item.editorial):
        if key not in known:
            yield ("editorial", number), Code.UNKNOWN_EDITORIAL, {"value": key, "suggestion": nearest(key, known)}


def _struck(item: Item) -> Iterator[Finding]:
    """A pattern struck in a story whose patterns do not name it."""
    if not isinstance(item, BrilliantFailure):
        return
    for number, strike in enumerate(item.struck):
        if strike.pattern not in item.patterns:
            yield ("struck", number, "pattern"), Code.STRUCK_UNNAMED, {"value": strike.pattern}


def _ranges(item: Item) -> Iterator[Finding]:
    if not isinstance(item, WorkFormat):
        return
    for key, span in (("duration", item.duration), ("group_size", item.group_size)):
        if span and span.min and span.max and span.min > span.max:
            yield (key, "min"), Code.MIN_ABOVE_MAX, {"key": key, "min": span.min, "max": span.max}
    for number, step in enumerate(item.steps):
        if step.min and step.max and step.min > step.max:
            yield ("steps", number, "min"), Code.MIN_ABOVE_MAX, {"key": "steps", "min": step.min, "max": step.max}
        elif (least := step.min) and step.minutes and step.minutes < least:
            yield _outside(number, "min", least, step.minutes)
        elif (most := step.max) and step.minutes and step.minutes > most:
            yield _outside(number, "max", most, step.minutes)


def _outside(number: int, key: str, limit: int, minutes: int) -> Finding:
    return ("steps", number, key), Code.MINUTES_OUTSIDE, {"key": f"steps[{number + 1}].{key}", "limit": limit, "minutes": minutes}


def _steps_fit(item: Item) -> Iterator[Finding]:
    if not isinstance(item, WorkFormat) or not item.duration or item.duration.unit not in _MINUTES:
        return
    total = sum(step.minutes or 0 for step in item.steps)
    longest = (item.duration.max or 0) * _MINUTES[item.duration.unit]
    shortest = (item.duration.min or 0) * _MINUTES[item.duration.unit]
    complete = bool(item.steps) and all(step.minutes for step in item.steps)
    is_span = not longest or shortest <= longest
    if is_span and ((longest and total > longest) or (complete and total < shortest)):
        yield ("steps",), Code.STEPS_EXCEED_DURATION, {"total": total, "min": shortest, "max": longest}


_RULES: tuple[Rule, ...] = (
    _complete,
    _superseded,
    _withdrawn,
    _consent,
    _photograph,
    _one_target,
    untitled,
    _evidence,
    _editorial,
    _struck,
    _ranges,
    _steps_fit,
)
