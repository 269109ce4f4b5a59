"""What a contributor can get wrong, as values: a code, a place, and the words that go into the sentence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from geleerd.model.frozen import Frozen


class Severity(Enum):
    """Whether a problem stops publication (`ERROR`) or only asks for attention (`HINT`)."""

    ERROR = "error"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: the file as a reader knows it, and the line, counted from 1."""

    file: str
    line: int = 1

    def __str__(self) -> str:
        """The place as editors and terminals link it."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `parameters` fill the sentence that the catalogue holds for `code`."""

    place: Place
    code: str
    parameters: Mapping[str, object] = Frozen()

    def __post_init__(self) -> None:
        object.__setattr__(self, "parameters", Frozen(self.parameters))

    @property
    def severity(self) -> Severity:
        """How much it matters; a property of the code alone."""
        return CODES[self.code]

    @property
    def lines(self) -> tuple[str, ...]:
        """What to put in a file to mend it, line by line as it must stand there; empty for most."""
        lines = self.parameters.get("lines", ())
        return tuple(map(str, lines)) if isinstance(lines, tuple) else ()


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems by place, each once."""
    unique = {(p.place, p.code, str(sorted(p.parameters.items()))): p for p in problems}
    return tuple(unique[key] for key in sorted(unique))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether anything among them stops publication."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def _codes(severity: Severity, names: str) -> dict[str, Severity]:
    return dict.fromkeys(names.split(), severity)


_FILE_ERRORS = """
file-too-large bad-encoding nul-byte control-character no-front-matter front-matter-not-closed front-matter-not-keys bad-file-name
unreadable-file
"""
_YAML_ERRORS = """
yaml-syntax yaml-tab yaml-indent yaml-colon yaml-character yaml-quote yaml-escape yaml-brackets yaml-alias yaml-tag yaml-too-deep
yaml-too-large duplicate-key
"""
_FIELD_ERRORS = """
unknown-key unknown-type missing-key missing-field empty-draft too-short too-long too-many repeated-value expected-text
expected-list expected-keys expected-number number-too-small expected-yes-no bad-choice bad-date bad-day bad-moment bad-id bad-url
bad-path bad-tag bad-license bad-language bad-slug
"""
_PRIVACY_ERRORS = """
citizen-number phone-number personal-email birth-date iban consent-to-come author-in-file location-in-file
"""
_RULE_ERRORS = """
name-without-consent min-above-max steps-exceed-duration one-of-file-url not-for-failures only-when-withdrawn only-when-superseded
ends-before-start repeated-meeting superseded-without-id unknown-editorial not-an-entry
"""
_RELATION_ERRORS = """
duplicate-id duplicate-address duplicate-term unknown-reference refers-to-itself circular-reference parents-too-deep alias-taken page-clash
word-list-form broken-link
broken-anchor body-too-complex link-outside foreign-image unsafe-link missing-file
bad-file-kind file-content-differs attachment-too-large unsafe-svg
"""
_VANISHED_ERRORS = """
vanished-id changed-id vanished-address vanished-list vanished-page vanished-tag vanished-file
"""
_HINTS = """
byte-order-mark windows-line-endings still-missing refers-to-draft same-slug tag-variants empty-network
long-sentence much-passive unexplained-abbreviation summary-repeats-title nothing-to-do image-without-text heading-skips
identifiable unreadable-metadata future-date
"""

CODES: Mapping[str, Severity] = Frozen(
    _codes(
        Severity.ERROR, _FILE_ERRORS + _YAML_ERRORS + _FIELD_ERRORS + _PRIVACY_ERRORS + _RULE_ERRORS + _RELATION_ERRORS + _VANISHED_ERRORS
    )
    | _codes(Severity.HINT, _HINTS)
)
"""Every code there is. Codes are stable: people search for them and tools filter on them."""
