"""The only clock of the product."""

import datetime
import os
import time


def today() -> datetime.date:
    """The day it is: `SOURCE_DATE_EPOCH` where it is set (reproducible-builds.org), else the current day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    seconds = int(epoch) if epoch else time.time()
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).date()
