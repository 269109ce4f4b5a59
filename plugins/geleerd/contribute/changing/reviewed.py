"""Items get a day by which somebody looks whether they still hold."""

import datetime
from collections.abc import Iterable

from geleerd.contribute.changing.changes import NotPossibleError, Plan, Remark
from geleerd.contribute.changing.written_files import WrittenFiles
from geleerd.model.declarations.field_specs import keys_of
from geleerd.model.documents import ItemEntry
from geleerd.model.frozen import Frozen
from geleerd.model.partial_dates import PartialDate
from geleerd.read.everyday.dates import date_meant
from geleerd.relate.library import Library


def reviewed(items: Iterable[ItemEntry], said: str, library: Library, today: datetime.date) -> Plan:
    """The plan by which these items are looked at by a date, whatever date they had. Raises `NotPossibleError`."""
    by = _date(said, today)
    found = [item for item in items if item.fields.status in {"draft", "published"}]
    if not found:
        raise NotPossibleError(Remark("review-none"))
    files = WrittenFiles(library.collection.files)
    for item in found:
        keys = keys_of(type(item.fields))
        if "review_by" in (item.document.tree or {}):
            files.set_value(item.path, ("review_by",), str(by))
        else:
            files.add_key(item.path, ("review_by",), str(by), keys[: keys.index("review_by")])
    return Plan(tuple(files.changes()))


def _date(said: str, today: datetime.date) -> PartialDate:
    by = date_meant(said)
    if by is None:
        raise NotPossibleError(Remark("review-no-date", None, Frozen({"value": said[:50]})))
    if by.last_day < today:
        raise NotPossibleError(Remark("review-past", None, Frozen({"value": str(by)})))
    return by
