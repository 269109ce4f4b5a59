"""The sentences of click itself, in the language in which the commands explain themselves: Dutch."""

from types import ModuleType

from click import core, decorators, exceptions, formatting, parser, termui, types

from geleerd.model.frozen import Frozen

_ASKING = (core, decorators, exceptions, formatting, parser, termui, types)

DUTCH = Frozen(
    {
        "Usage:": "Gebruik:",
        "Options": "Opties",
        "Commands": "Opdrachten",
        "Positional arguments": "Wat erachter staat",
        "Show this message and exit.": "Laat deze uitleg zien.",
        "Show the version and exit.": "Noem de versie.",
        "%(prog)s, version %(version)s": "%(prog)s, versie %(version)s",
        "required": "nodig",
        "default: {default}": "standaard: {default}",
        "Aborted!": "Gestopt.",
        "Error: {message}": "Fout: {message}",
        "Try '{command} {option}' for help.": "Meer uitleg geeft '{command} {option}'.",
        "No such option {name!r}.": "De optie {name!r} bestaat niet.",
        "No such command {name!r}.": "De opdracht {name!r} bestaat niet.",
        "Did you mean {possibility}?": "Bedoelde je {possibility}?",
        "(Did you mean one of: {possibilities}?)": "(Bedoelde je een van deze: {possibilities}?)",
        "Missing argument": "Er ontbreekt",
        "Missing option": "Deze optie is nodig:",
        "Missing command.": "Noem een opdracht.",
        "Choose from:\n\t{choices}": "Kies uit:\n\t{choices}",
        "Invalid value: {message}": "Dat kan niet: {message}",
        "Invalid value for {param_hint}: {message}": "Dat kan niet bij {param_hint}: {message}",
        "{value!r} is not {choice}.": "{value!r} is niet {choice}.",
        "{value!r} is not one of {choices}.": "{value!r} is niet een van {choices}.",
        "{value!r} is not a valid {number_type}.": "{value!r} is geen getal.",
        "{value} is not in the range {range}.": "{value} valt buiten {range}.",
        "Option {name!r} does not take a value.": "Bij de optie {name!r} hoort niets.",
        "Option {name!r} requires an argument.": "Achter de optie {name!r} hoort iets te staan.",
        "Option {name!r} requires {nargs} arguments.": "Achter de optie {name!r} horen {nargs} dingen te staan.",
        "Argument {name!r} takes {nargs} values.": "Bij {name!r} horen {nargs} dingen.",
        "Got unexpected extra argument ({args})": "Dit hoort er niet bij: {args}",
        "Got unexpected extra arguments ({args})": "Dit hoort er niet bij: {args}",
        "file": "bestand",
        "directory": "map",
        "path": "pad",
        "{name} {filename!r} does not exist.": "{name} {filename!r} bestaat niet.",
        "{name} {filename!r} is a file.": "{name} {filename!r} is een bestand.",
        "{name} {filename!r} is a directory.": "{name} {filename!r} is een map.",
        "{name} {filename!r} is not readable.": "{name} {filename!r} is niet te lezen.",
        "{name} {filename!r} is not writable.": "{name} {filename!r} is niet te beschrijven.",
        "Error: invalid input": "Dat kan niet.",
    }
)
"""What click says, by its own English words; other sentences of its own are for programmers."""


def speak_dutch() -> None:
    """Let click say these sentences: it asks for each by its English words, as gettext does, in each of its modules."""
    for module in _ASKING:
        _let(module)


def _let(module: ModuleType) -> None:
    for name, words in (("_", _said), ("ngettext", _counted)):
        if hasattr(module, name):
            setattr(module, name, words)


def _said(sentence: str) -> str:
    return DUTCH.get(sentence, sentence)


def _counted(one: str, other: str, count: int) -> str:
    return _said(one if count == 1 else other)
