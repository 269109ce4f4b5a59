"""The day on which each file last changed, by git, and what to say when git does not tell."""

import datetime
from collections.abc import Callable, Mapping

from geleerd.adapters.outside.git import GitError
from geleerd.adapters.outside.git_days import ShallowCloneError, days_of_change
from geleerd.locale.catalogue import Catalogue
from geleerd.model.frozen import Frozen
from geleerd.model.settings import Folders
from geleerd.model.strings import SourcePath


def days_from_git(folders: Folders, words: Catalogue, say: Callable[[str], object]) -> Mapping[SourcePath, datetime.date]:
    """The days; none where git does not tell, after a line that says why."""
    try:
        return days_of_change(folders.root, folders.lessons, folders.content)
    except ShallowCloneError:
        say(words.console("days-shallow"))
    except GitError as error:
        key = "days-owner" if "dubious ownership" in str(error) else "days-unknown"
        say(words.console(key, reason=error))
    return Frozen()
