"""Loads the settings of a knowledge base, for the build and the commands; its `mkdocs.yml` is in a folder or above it."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from geleerd.adapters.outside.clock import today
from geleerd.adapters.outside.mishap import RefusalError
from geleerd.adapters.settings.configuration import CONFIG, language_told, place_of_option, read_configuration
from geleerd.adapters.settings.folders import below, folders_refusal
from geleerd.adapters.settings.look import with_logo_of
from geleerd.adapters.settings.options import WrongOptionError, options_from
from geleerd.locale.catalogue import LANGUAGES, catalogue
from geleerd.model.declarations.registry import DECLARATIONS, GLOSSARY, Declarations
from geleerd.model.elsewhere.other_bases import Kept
from geleerd.model.settings import DEFAULT_LANGUAGE, Folders, Options, Settings
from geleerd.read.word_lists import MODEL, read_own_model


def find_settings(start: Path) -> Settings:
    """The settings of the site around a folder, whatever site it is; without a `mkdocs.yml`, default settings for the folder itself."""
    start = start.resolve()
    root = next((folder for folder in (start, *start.parents) if (folder / CONFIG).is_file()), None)
    return Settings(root=start, today=today(), site_name="") if root is None else _written_at(root)


def language_around(here: Path) -> str:
    """The language that the knowledge base around a folder asks for, whatever else is wrong there; empty where there is none."""
    path = next((file for folder in (here, *here.parents) if (file := folder / CONFIG).is_file()), None)
    try:
        plugins = {} if path is None else _plugins(read_configuration(path))
    except RefusalError:
        return language_told(path.read_bytes()) if path else ""
    own = plugins.get("geleerd")
    asked = own.get("language") if isinstance(own, Mapping) else None
    return (str(asked) if asked in LANGUAGES else DEFAULT_LANGUAGE) if "geleerd" in plugins else ""


def settings_around(here: Path, paths: Iterable[Path] = ()) -> Settings:
    """The settings of the knowledge base that holds the paths, or else the folder `here`.

    A knowledge base is a folder whose `mkdocs.yml` has the plugin `geleerd`; paths in none are passed over.
    Raises `click.UsageError` when there is none, or when the paths lie in several.
    """
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in (path.resolve() for path in paths))
    roots = [*dict.fromkeys(root for folder in folders if (root := _root_around(folder)))]
    if len(roots) > 1:
        raise RefusalError(catalogue(DEFAULT_LANGUAGE).console("two-knowledge-bases", first=roots[0], second=roots[1]))
    root = roots[0] if roots else _root_around(here.resolve())
    if root is None:
        raise RefusalError(catalogue(DEFAULT_LANGUAGE).console("no-knowledge-base", folder=next(iter(folders), here.resolve())))
    return settings_at(root)


def _root_around(start: Path) -> Path | None:
    folders = (folder for folder in (start, *start.parents) if (folder / CONFIG).is_file())
    return next((folder for folder in folders if "geleerd" in _plugins(read_configuration(folder / CONFIG))), None)


def settings_at(root: Path) -> Settings:
    """The settings of the knowledge base whose `mkdocs.yml` lies in a folder.

    Raises `click.UsageError` for an unreadable file, and for two folders that lie where no site can be made of them.
    """
    return with_right_folders(_written_at(root))


def with_right_folders(settings: Settings) -> Settings:
    """The settings. Raises `click.UsageError` when the two folders lie where no site can be made of them."""
    if refusal := folders_refusal(settings.folders, catalogue(settings.language)):
        raise RefusalError(refusal)
    return settings


def with_folders(settings: Settings) -> Settings:
    """The settings. Raises `click.UsageError` when one of the two folders does not exist: all that refers to it would seem wrong."""
    for option, folder in (("docs_dir", settings.content_dir), ("lessons_dir", settings.lessons_dir)):
        if not (settings.root / folder).is_dir():
            raise RefusalError(catalogue(settings.language).console("folder-missing", folder=folder, option=option))
    return settings


def _written_at(root: Path) -> Settings:
    written = read_configuration(root / CONFIG)
    theme = written.get("theme")
    return settings_of(
        _options(written, root / CONFIG),
        root=root,
        content_dir=_docs_dir(written, root / CONFIG),
        site_name=str(written.get("site_name") or ""),
        site_url=str(written.get("site_url") or ""),
        custom_dir=theme.get("custom_dir") if isinstance(theme, Mapping) else None,
    )


def settings_of(options: Options, *, root: Path, content_dir: str, site_name: str, site_url: str, custom_dir: object) -> Settings:
    """The settings for today, from the owner's options for the plugin and the host. `custom_dir` is the owner's folder of templates.

    Raises `click.UsageError` for a logo that is not there or that not everybody could see.
    """
    chosen = {option.name: getattr(options, option.name) for option in fields(options)}
    written = {**chosen, "lessons_dir": below(root, options.lessons_dir), "content_dir": below(root, content_dir)}
    overrides = (root / str(custom_dir),) if custom_dir else ()
    words = catalogue(options.language)
    try:
        written["look"] = with_logo_of(options.look, (*overrides, root / content_dir), words)
    except ValueError as refusal:
        raise RefusalError(f"{place_of_option(root / CONFIG, 'plugins', 'geleerd', 'look')}: look: {refusal}") from None
    declarations = _declared(Folders(root, content=written["content_dir"]), options.language)
    return Settings(
        **written,
        root=root,
        today=today(),
        site_name=site_name,
        site_url=site_url,
        overrides=overrides,
        elsewhere=_elsewhere(root, options),
        declarations=declarations,
    )


def _elsewhere(root: Path, options: Options) -> tuple[Kept, ...]:
    if not options.federate:
        return ()
    from geleerd.read.elsewhere.snapshots import read_kept  # noqa: PLC0415  # few owners name others: nobody else waits for it

    return read_kept(root, options.federate)


def _declared(folders: Folders, language: str) -> Declarations:
    """The types of the package, with those that the owner declares, and with folders named in the language."""
    declarations = _with_own(folders) if (folders.root / folders.content / MODEL).is_file() else DECLARATIONS
    words = catalogue(language, declarations)
    return declarations.with_folders({key: words.word(key) for key in (*declarations.frame_types, GLOSSARY)})


def _with_own(folders: Folders) -> Declarations:
    from geleerd.model.declarations.own_types import own_declarations  # noqa: PLC0415  # few owners declare anything: nobody else waits for it
    from geleerd.validate.staff.own_model import own_model  # noqa: PLC0415  # as above

    return own_declarations(own_model(read_own_model(folders)[0])[0])


def _options(written: Mapping[str, Any], path: Path) -> Options:
    own = _plugins(written).get("geleerd") or {}
    if not isinstance(own, Mapping):
        words = catalogue(language_told(path.read_bytes()))
        raise RefusalError(words.console("config-own", place=place_of_option(path, "plugins", "geleerd")))
    try:
        return options_from(own)
    except WrongOptionError as wrong:
        raise RefusalError(f"{place_of_option(path, 'plugins', 'geleerd', wrong.option)}: {wrong.option}: {wrong}") from None


def unknown_settings(written: Mapping[str, Any]) -> tuple[str, ...]:
    """The names below the plugin that are no option of it, such as one that is misspelt. `enabled` is MkDocs' own, of any plugin."""
    own = _plugins(written).get("geleerd")
    known = {"enabled", *(option.name for option in fields(Options))}
    return tuple(str(name) for name in own if name not in known) if isinstance(own, Mapping) else ()


def _docs_dir(written: Mapping[str, Any], path: Path) -> str:
    folder = written.get("docs_dir", "docs")
    if isinstance(folder, str):
        return folder
    words = catalogue(language_told(path.read_bytes()))
    raise RefusalError(f"{CONFIG}: docs_dir: {words.console('option-kind', value=str(folder)[:80], wanted=words.console('option-text'))}")


def _plugins(written: Mapping[str, Any]) -> Mapping[object, Any]:
    """The options of each plugin, by its name; None for a plugin without options."""
    plugins = written.get("plugins") or []
    if isinstance(plugins, Mapping):
        return plugins
    listed = plugins if isinstance(plugins, list) else []
    return {name: options for plugin in listed for name, options in (plugin.items() if isinstance(plugin, Mapping) else [(plugin, None)])}
