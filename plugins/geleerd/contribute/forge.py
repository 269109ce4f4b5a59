"""The forge that keeps the files, and its pages for a new file and for a change."""

from dataclasses import dataclass
from urllib.parse import quote

from geleerd.model.frozen import Frozen
from geleerd.model.settings import Options

NAMES = Frozen({"github": "GitHub", "gitlab": "GitLab", "forgejo": "Forgejo"})
"""The kinds of forge, by the word that an owner writes in `mkdocs.yml`."""

_NEW = Frozen({"github": "/new/", "gitlab": "/-/new/", "forgejo": "/_new/"})
_EDIT = Frozen({"github": "/edit/", "gitlab": "/-/edit/", "forgejo": "/_edit/"})
_FILE_NAME = Frozen({"github": "filename", "gitlab": "file_name", "forgejo": "filename"})


@dataclass(frozen=True, slots=True)
class Forge:
    """A forge with pull requests. `url` is the page of the repository; people propose changes to `branch`."""

    kind: str
    url: str
    branch: str

    @property
    def name(self) -> str:
        """The name of the forge."""
        return NAMES[self.kind]

    @property
    def new(self) -> str:
        """The address of the page for a new file, without the query."""
        return self.url.rstrip("/") + _NEW[self.kind] + quote(self.branch)

    @property
    def edit(self) -> str:
        """The address of the page that changes a file, without the file's path."""
        return f"{self.url.rstrip('/')}{_EDIT[self.kind]}{quote(self.branch)}/"

    def searches(self, label: str) -> tuple[str, ...]:
        """What waits at the forge: messages with this label, proposals that nobody has, those that somebody has, and the labels.

        Whoever has a proposal says so by a label on it. Forgejo cannot be asked for what has a label: there a person chooses one.
        """
        url, named = self.url.rstrip("/"), quote(label)
        match self.kind:
            case "github":
                return (
                    f"{url}/issues?q={quote(f'is:issue is:open label:{label}')}",
                    f"{url}/pulls?q={quote('is:pr is:open no:label')}",
                    f"{url}/pulls?q={quote('is:pr is:open -no:label')}",
                    f"{url}/labels",
                )
            case "gitlab":
                requests = f"{url}/-/merge_requests?state=opened&label_name[]="
                return f"{url}/-/issues?state=opened&label_name[]={named}", f"{requests}None", f"{requests}Any", f"{url}/-/labels"
        return f"{url}/issues?state=open", f"{url}/pulls?state=open&labels=0", f"{url}/pulls?state=open", f"{url}/labels"

    @property
    def change(self) -> str:
        """The page that runs one action of the desk (`change.yml` of the starters). What ends in `=` takes the line of the action."""
        url = self.url.rstrip("/")
        match self.kind:
            case "github":
                return f"{url}/actions/workflows/change.yml"
            case "gitlab":
                return f"{url}/-/pipelines/new?ref={quote(self.branch)}&var[CHANGE]="
        return f"{url}/actions?workflow=change.yml"

    @property
    def path_parameter(self) -> str:
        """The parameter for the path of a new file."""
        return _FILE_NAME[self.kind]

    @property
    def text_parameter(self) -> str:
        """The parameter for the text of a new file (docs.gitea.com, "Integrations"). GitLab has none: there a person pastes the text."""
        return "" if self.kind == "gitlab" else "value"


def forge_of(options: Options) -> Forge | None:
    """The forge where people propose changes; None when the owner names no repository."""
    return Forge(options.forge, options.repository, options.branch) if options.repository else None
