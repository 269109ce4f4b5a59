"""Every kind of problem there is, by its code. Codes are stable: people search for them and tools filter on them."""

from enum import Enum, StrEnum
from typing import Self


class Severity(Enum):
    """Whether a problem stops publication (`ERROR`) or only asks for attention (`HINT`)."""

    ERROR = "error"
    HINT = "hint"


class Code(StrEnum):
    """A kind of problem. Its sentences stand in the catalogues under the same word."""

    severity: Severity

    def __new__(cls, code: str, severity: Severity = Severity.ERROR) -> Self:
        """A code; its severity is `ERROR` unless its declaration says otherwise."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.severity = severity
        return member

    # What is wrong with a file as a whole.
    FILE_TOO_LARGE = "file-too-large"
    LINE_TOO_LONG = "line-too-long"
    BAD_ENCODING = "bad-encoding"
    NUL_BYTE = "nul-byte"
    CONTROL_CHARACTER = "control-character"
    NO_FRONT_MATTER = "no-front-matter"
    FRONT_MATTER_NOT_CLOSED = "front-matter-not-closed"
    FENCE_OF_DASHES = "fence-of-dashes"
    FRONT_MATTER_NOT_KEYS = "front-matter-not-keys"
    BAD_FILE_NAME = "bad-file-name"
    CANNOT_BUILD = "cannot-build"
    UNREADABLE_FILE = "unreadable-file"
    RESERVED_NAME = "reserved-name"
    NAME_CHARACTER = "name-character"
    NAME_EDGE = "name-edge"
    NAME_ENCODING = "name-encoding"
    NAME_DECOMPOSED = "name-decomposed"
    NAME_TOO_LONG = "name-too-long"
    PATH_TOO_LONG = "path-too-long"
    TWIN_NAME = "twin-name"
    MISNAMED_FILE = "misnamed-file"
    CONFLICT_MARK = "conflict-mark"

    # What is wrong with what an owner declares.
    MODEL_KNOWN_KEY = "model-known-key"
    MODEL_KNOWN_ADDRESS = "model-known-address"
    MODEL_NO_CHOICES = "model-no-choices"
    MODEL_NO_TARGET = "model-no-target"
    MODEL_NO_FACET = "model-no-facet"
    BAD_COLOUR = "bad-colour"
    BAD_KEY = "bad-key"

    ELSEWHERE_UNREADABLE = "elsewhere-unreadable"

    # What is wrong with YAML.
    YAML_SYNTAX = "yaml-syntax"
    YAML_TAB = "yaml-tab"
    YAML_INDENT = "yaml-indent"
    YAML_COLON = "yaml-colon"
    YAML_CHARACTER = "yaml-character"
    YAML_QUOTE = "yaml-quote"
    YAML_ESCAPE = "yaml-escape"
    YAML_BRACKETS = "yaml-brackets"
    YAML_SPACE = "yaml-space"
    MISSING_COLON = "missing-colon"
    YAML_BULLET = "yaml-bullet"
    YAML_INVISIBLE_SPACE = "yaml-invisible-space"
    YAML_CURLY_QUOTES = "yaml-curly-quotes"
    YAML_AFTER_QUOTE = "yaml-after-quote"
    YAML_TWO_LINES = "yaml-two-lines"
    YAML_ALIAS = "yaml-alias"
    YAML_TAG = "yaml-tag"
    YAML_TOO_DEEP = "yaml-too-deep"
    YAML_TOO_LARGE = "yaml-too-large"
    DUPLICATE_KEY = "duplicate-key"
    SWALLOWED_TEXT = "swallowed-text"

    # What is wrong with one field.
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_TYPE = "unknown-type"
    MISSING_KEY = "missing-key"
    MISSING_FIELD = "missing-field"
    EMPTY_DRAFT = "empty-draft"
    TOO_SHORT = "too-short"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    REPEATED_VALUE = "repeated-value"
    EMPTY_ELEMENT = "empty-element"
    EXPECTED_TEXT = "expected-text"
    EXPECTED_LIST = "expected-list"
    EXPECTED_KEYS = "expected-keys"
    EXPECTED_NUMBER = "expected-number"
    NUMBER_TOO_SMALL = "number-too-small"
    EXPECTED_YES_NO = "expected-yes-no"
    BAD_CHOICE = "bad-choice"
    BAD_DATE = "bad-date"
    BAD_DAY = "bad-day"
    BAD_MOMENT = "bad-moment"
    BAD_ID = "bad-id"
    BAD_URL = "bad-url"
    BAD_PATH = "bad-path"
    BAD_TAG = "bad-tag"
    BAD_LICENSE = "bad-license"
    BAD_LANGUAGE = "bad-language"
    BAD_SLUG = "bad-slug"
    RESERVED_WORD = "reserved-word"

    # What may tell who somebody is.
    CITIZEN_NUMBER = "citizen-number"
    PHONE_NUMBER = "phone-number"
    PERSONAL_EMAIL = "personal-email"
    BIRTH_DATE = "birth-date"
    IBAN = "iban"
    CONSENT_TO_COME = "consent-to-come"
    AUTHOR_IN_FILE = "author-in-file"
    LOCATION_IN_FILE = "location-in-file"
    HIDDEN_IN_FILE = "hidden-in-file"
    UNSEEN_FILE_KIND = "unseen-file-kind"
    UNREADABLE_METADATA = "unreadable-metadata"
    TOO_MANY_PIXELS = "too-many-pixels"

    # What must hold between the fields of an entry.
    NAME_WITHOUT_CONSENT = "name-without-consent"
    MIN_ABOVE_MAX = "min-above-max"
    MINUTES_OUTSIDE = "minutes-outside"
    STEPS_EXCEED_DURATION = "steps-exceed-duration"
    ONE_OF_FILE_URL = "one-of-file-url"
    NOT_FOR_FAILURES = "not-for-failures"
    ONLY_WHEN_WITHDRAWN = "only-when-withdrawn"
    ONLY_WHEN_SUPERSEDED = "only-when-superseded"
    ENDS_BEFORE_START = "ends-before-start"
    SKIPPED_MOMENT = "skipped-moment"
    REPEATED_MEETING = "repeated-meeting"
    SUPERSEDED_WITHOUT_ID = "superseded-without-id"
    UNKNOWN_EDITORIAL = "unknown-editorial"
    STRUCK_UNNAMED = "struck-unnamed"
    MISPLACED_ENTRY = "misplaced-entry"
    NOT_AN_ENTRY = "not-an-entry"

    # What must hold between entries, addresses, links and files.
    DUPLICATE_ID = "duplicate-id"
    DUPLICATE_ADDRESS = "duplicate-address"
    DUPLICATE_TERM = "duplicate-term"
    UNKNOWN_REFERENCE = "unknown-reference"
    UNKNOWN_DRAWING = "unknown-drawing"
    REFERS_TO_ITSELF = "refers-to-itself"
    CIRCULAR_REFERENCE = "circular-reference"
    PARENTS_TOO_DEEP = "parents-too-deep"
    ALIAS_TAKEN = "alias-taken"
    PAGE_CLASH = "page-clash"
    FILE_CLASH = "file-clash"
    WORD_LIST_FORM = "word-list-form"
    BROKEN_LINK = "broken-link"
    BROKEN_ANCHOR = "broken-anchor"
    BODY_TOO_COMPLEX = "body-too-complex"
    LINK_OUTSIDE = "link-outside"
    FOREIGN_IMAGE = "foreign-image"
    UNSAFE_LINK = "unsafe-link"
    OWN_DISK = "own-disk"
    STRIPPED_HTML = "stripped-html"
    UNCLOSED_COMMENT = "unclosed-comment"
    EMPTY_LINK = "empty-link"
    LONE_FOOTNOTE = "lone-footnote"
    REPEATED_FOOTNOTE = "repeated-footnote"
    PLACEHOLDER = "placeholder"
    MISSING_FILE = "missing-file"
    BAD_FILE_KIND = "bad-file-kind"
    NOT_A_PHOTOGRAPH = "not-a-photograph"
    FILE_CONTENT_DIFFERS = "file-content-differs"
    ATTACHMENT_TOO_LARGE = "attachment-too-large"
    UNSAFE_SVG = "unsafe-svg"
    SVG_CALLS_OUT = "svg-calls-out"
    SVG_HOLDS_UNKNOWN = "svg-holds-unknown"
    SVG_RUNS = "svg-runs"
    PRIVATE_NOTE = "private-note"

    # What stood online before and is gone.
    VANISHED_ID = "vanished-id"
    CHANGED_ID = "changed-id"
    VANISHED_ADDRESS = "vanished-address"
    VANISHED_LIST = "vanished-list"
    VANISHED_PAGE = "vanished-page"
    VANISHED_TAG = "vanished-tag"
    VANISHED_FILE = "vanished-file"

    # What could be better, and stops nothing.
    BYTE_ORDER_MARK = "byte-order-mark", Severity.HINT
    WINDOWS_LINE_ENDINGS = "windows-line-endings", Severity.HINT
    COMMENT_BEHIND_TEXT = "comment-behind-text", Severity.HINT
    ITEM_IN_NOTES = "item-in-notes", Severity.HINT
    UNUSED_FILE = "unused-file", Severity.HINT
    STILL_MISSING = "still-missing", Severity.HINT
    WITHDRAWN_ANSWER = "withdrawn-answer", Severity.HINT
    WITHDRAWN_QUESTION = "withdrawn-question", Severity.HINT
    NOT_A_QUESTION = "not-a-question", Severity.HINT
    WITHOUT_ANSWER = "without-answer", Severity.HINT
    REFERS_TO_DRAFT = "refers-to-draft", Severity.HINT
    SAME_SLUG = "same-slug", Severity.HINT
    JOINED_TAGS = "joined-tags", Severity.HINT
    HIDDEN_CHARACTER = "hidden-character", Severity.HINT
    LINK_AS_TEXT = "link-as-text", Severity.HINT
    TAG_VARIANTS = "tag-variants", Severity.HINT
    SHARED_TAG_ADDRESS = "shared-tag-address", Severity.HINT
    EMPTY_NETWORK = "empty-network", Severity.HINT
    UNFINISHED_PAGE = "unfinished-page", Severity.HINT
    PUBLIC_AFTER_ALL = "public-after-all", Severity.HINT
    SOURCE_WITHOUT_ADDRESS = "source-without-address", Severity.HINT
    ELSEWHERE_MISSING = "elsewhere-missing", Severity.HINT
    ELSEWHERE_OLD = "elsewhere-old", Severity.HINT
    DEAD_PAIR = "dead-pair"
    DEAD_STEP = "dead-step"
    LONG_SENTENCE = "long-sentence", Severity.HINT
    MUCH_PASSIVE = "much-passive", Severity.HINT
    UNEXPLAINED_ABBREVIATION = "unexplained-abbreviation", Severity.HINT
    SUMMARY_REPEATS_TITLE = "summary-repeats-title", Severity.HINT
    NOTHING_TO_DO = "nothing-to-do", Severity.HINT
    UNKNOWN_WIKI_LINK = "unknown-wiki-link", Severity.HINT
    OTHER_MARK = "other-mark", Severity.HINT
    OTHER_ATTRIBUTES = "other-attributes", Severity.HINT
    OTHER_TEMPLATE = "other-template", Severity.HINT
    OTHER_FORMULA = "other-formula", Severity.HINT
    OTHER_BOX = "other-box", Severity.HINT
    OTHER_TABS = "other-tabs", Severity.HINT
    OTHER_LIST = "other-list", Severity.HINT
    OTHER_SPACE = "other-space", Severity.HINT
    MARK_IN_PLAIN_FIELD = "mark-in-plain-field", Severity.HINT
    IMAGE_WITHOUT_TEXT = "image-without-text", Severity.HINT
    HEADING_SKIPS = "heading-skips", Severity.HINT
    IDENTIFIABLE = "identifiable", Severity.HINT
    FUTURE_DATE = "future-date", Severity.HINT


def code_of(word: str) -> Code | None:
    """The code with this name; None when there is none."""
    return Code(word) if word in _WORDS else None


_WORDS = frozenset(code.value for code in Code)
