"""Looks at one item by itself, to see whether an edit changed anything but its words."""

from geleerd.locale.catalogue import catalogue
from geleerd.model.settings import Settings
from geleerd.model.strings import SourcePath
from geleerd.once import now
from geleerd.read.folders import read_file
from geleerd.read.front_matter import read_document
from geleerd.texts.bodies import convert_alone, words_of
from geleerd.texts.outward import anchors_of, outward_of
from geleerd.validate.examine import Examiner


def outward_now(path: str, settings: Settings) -> str | None:
    """What other files and links depend on in the file of an item; None when it has a problem by itself, or when nobody can tell."""
    try:
        return _outward(SourcePath(path), settings)
    except Exception:  # noqa: BLE001  # whatever goes wrong with a file, a check of all files tells it
        return None


def _outward(path: SourcePath, settings: Settings) -> str | None:
    file, wrong = read_file(settings.root, path)
    if file is None or wrong:
        return None
    document, wrong = read_document(file)
    examined = Examiner(settings.declarations, settings.nobodys_mailboxes).item(document)
    if wrong or examined.problems or examined.personal or examined.hints:
        return None
    converted = convert_alone(document.body.text, words_of(catalogue(settings.language)), now)
    return outward_of(document, converted, anchors_of(converted)) if converted else None
