"""Elements of documents that are more than what a reader sees, by their names without prefixes."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from geleerd.model.documents import TraceKind
from geleerd.read.traces.office.parts.words import is_of_schema

_CHANGE_WORDS = """
ins del moveFrom moveTo cellIns cellDel rPrChange pPrChange sectPrChange tblPrChange tcPrChange trPrChange tblGridChange numberingChange
tblPrExChange changed-region revisions rrc rcc rsnm cellMerge delText delInstrText
"""
_COMMENT_WORDS = """
comment commentRangeStart commentRangeEnd commentReference annotation annotation-end threadedComment cm
"""
_GONE_WORDS = """
docVars mailMerge attachedSchema documentTasks customWorkbookViews customSheetViews scenarios protectedRanges webPublishItems
webPublishing oleLinks oleLink ddeLink cellWatches custDataLst custData signatureline subDoc altChunk Map MapInfo singleXmlCell
smartTagPr dde-source script user-field-decls user-field-decl variable-decl dde-connection-decls scenario database-display revInfo
chgInfo intelligence Task cellSmartTags webPr textPr dbPr olapPr parameters queryTableRefresh connection event-listener macrosheet macro
rPh help-message error-message xmlColumnPr
"""
TOLD: Final[Mapping[str, TraceKind]] = {
    **dict.fromkeys(_CHANGE_WORDS.split(), "change"),
    **dict.fromkeys(_COMMENT_WORDS.split(), "comment"),
    **dict.fromkeys(_GONE_WORDS.split(), "property"),
    "absPath": "path",
}
"""What tells something by being there; all but changes are left out."""

_FILTERED = "filtered"
"""How the names of series begin that somebody filtered out of a chart."""

_AUTHOR_WORDS = """
*@author person@displayName person@userId person@contact cmAuthor@name author@name author@userId fileSharing@userName
presenceInfo@userId userInfo@name header@userName *@refreshedBy *@userName *@lastModifiedBy chgData@name chgData@userId
*@suggestedsigner *@suggestedsigner2 *@suggestedsigneremail *@createdBy *@modifiedBy *@lastEditedBy *@editedBy scenario@user
"""
_AUTHORS: Final = frozenset(_AUTHOR_WORDS.split())
PERSONS: Final = frozenset({"person", "cmAuthor", "author", "presenceInfo", "userInfo", "header", "chgData"})
"""What is about one person: left out with the name."""

WHOLE: Final = PERSONS | {"Default", "Override", "file-entry"}
"""What can do nothing without one of its attributes."""

AUTHOR_TEXTS: Final = frozenset({"creator", "author", "editor", "initial-creator", "printed-by", "creator-initials"})

_HOLDER_WORDS = """
externalReferences pivotCaches hyperlinks definedNames tableParts controls oleObjects dataValidations customWorkbookViews custShowLst
embeddedFontLst extLst ext commentList userInfo
"""
HOLDERS: Final = frozenset(_HOLDER_WORDS.split())
"""What may not stand empty."""

LISTED: Final = frozenset({"Relationship", "Override", "file-entry"})
"""What names a part, or leads to one."""

OF_PREFIXES: Final = frozenset({"Ignorable", "Requires", "ProcessContent", "PreserveAttributes", "PreserveElements", "MustUnderstand"})
"""ElementAttributes that list prefixes (ECMA-376, part 3)."""

_OF_SHEETS = re.compile(r"_(?:xlnm|xlchart|xlfn|xlpm|xleta)\..*|solver_[a-z]{3,4}\d{0,3}", re.DOTALL)
"""Names that a sheet gives to what it keeps for itself, and those in which its solver keeps a question."""

KEEPS_WITHOUT_RELATION: Final = frozenset({"w:hyperlink", "x:pageSetup", "a:blip", "x:pivotCacheDefinition", "c:userShapes"})


def names_author(element: str, key: str) -> bool:
    """Whether an attribute holds the name or the address of somebody."""
    return f"*@{key}" in _AUTHORS or f"{element}@{key}" in _AUTHORS


def what_it_tells(local: str) -> TraceKind | None:
    """What an element tells by being there, if anything."""
    return TOLD.get(local) or ("property" if local.startswith(_FILTERED) else None)


def hides_name(element: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element gives something a name that the lists of a sheet leave out, other than programs do."""
    is_hidden = element == "definedName" and attributes.get("hidden", "0") not in {"0", "false"}
    return is_hidden and not _OF_SHEETS.fullmatch(attributes.get("name", ""))


def seen_words(element: str, attributes: Mapping[str, str]) -> list[str]:
    """The words that the properties of a document may repeat: of sheets, themes and typefaces."""
    key = _REPEATED.get(element)
    return attributes.get(key, "").casefold().split() if key else []


_LOOKED_AT: Final = {"ClientData", "fldChar", "config-item", "footnoteReference", "endnoteReference"}
_REPEATED: Final = {
    "sheet": "name",
    "theme": "name",
    "latin": "typeface",
    "font": "typeface",
    "ea": "typeface",
    "cs": "typeface",
    "definedName": "name",
}


@lru_cache(maxsize=5_000)
def is_plain_element(name: str) -> bool:
    """Whether an element tells nothing by being there, whatever its attributes are."""
    local = name.rpartition(":")[2]
    told = local in TOLD or local in LISTED or local in _REPEATED or local in _LOOKED_AT or local.startswith(_FILTERED)
    return is_of_schema(local) and not told
