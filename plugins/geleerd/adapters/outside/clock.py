"""The only clock of the product."""

import datetime
import os
import time

from geleerd.adapters.outside.mishap import RefusalError
from geleerd.locale.catalogue import catalogue
from geleerd.model.settings import DEFAULT_LANGUAGE

_EPOCH = "SOURCE_DATE_EPOCH"
_LAST_SECOND = 253_402_300_799
"""Of the year 9999, after which Python has no days."""


def today() -> datetime.date:
    """The day it is: `SOURCE_DATE_EPOCH` where it is set (reproducible-builds.org), else the current day.

    Raises `click.UsageError` when it is set to something else than a number of seconds.
    """
    written = os.environ.get(_EPOCH)
    seconds = time.time() if written is None else _seconds(written)
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()


def _seconds(written: str) -> int:
    is_number = written.isascii() and written.isdecimal() and len(written) <= len(str(_LAST_SECOND))
    if not is_number or int(written) > _LAST_SECOND:
        raise RefusalError(catalogue(DEFAULT_LANGUAGE).console("bad-epoch", name=_EPOCH, value=written[:40]))
    return int(written)
