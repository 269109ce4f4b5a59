"""Where the files are kept, and how a page asks that place for a new file or a change."""

from dataclasses import dataclass
from urllib.parse import quote

from geleerd.model.frozen import Frozen
from geleerd.model.settings import Options

NAMES = Frozen({"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"})
"""The kinds of forge by what an owner writes in `mkdocs.yml`."""

_NEW = Frozen({"github": "/new/", "gitlab": "/-/new/", "forgejo": "/_new/"})
_EDIT = Frozen({"github": "/edit/", "gitlab": "/-/edit/", "forgejo": "/_edit/"})
_FILE_NAME = Frozen({"github": "filename", "gitlab": "file_name", "forgejo": "filename"})


@dataclass(frozen=True, slots=True)
class Forge:
    """A place with pull requests. `url` is the repository's own page, `branch` what a change is proposed to."""

    kind: str
    url: str
    branch: str

    @property
    def name(self) -> str:
        """What people call it."""
        return NAMES[self.kind]

    @property
    def new(self) -> str:
        """The page for a new file, up to its query."""
        return self.url.rstrip("/") + _NEW[self.kind] + quote(self.branch)

    @property
    def edit(self) -> str:
        """The page that changes a file, up to the file's path."""
        return f"{self.url.rstrip('/')}{_EDIT[self.kind]}{quote(self.branch)}/"

    @property
    def path_parameter(self) -> str:
        """The parameter with a new file's path."""
        return _FILE_NAME[self.kind]

    @property
    def text_parameter(self) -> str:
        """The parameter with a new file's text (docs.gitea.com, "Integrations"); GitLab has none: there a person pastes it."""
        return "" if self.kind == "gitlab" else "value"


def forge_of(options: Options) -> Forge | None:
    """Where people propose a change; None when the owner names no repository."""
    return Forge(options.forge, options.repository, options.branch) if options.repository else None
