"""The pages with forms: for contributors, for the desk, and for readers who did the same as an item describes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup

from geleerd.contribute.forge import forge_of
from geleerd.contribute.form_views import CHECKED, FormLink, FormPage, FormView, Routes, in_short
from geleerd.contribute.pasting import causes, pasted_names
from geleerd.contribute.question_groups import ALWAYS_FIRST, QuestionGroup, choices_of, for_contributors, groups_of, with_long_lists_apart
from geleerd.contribute.questions import Question, questions_of
from geleerd.locale.catalogue import Catalogue, reserved_slugs
from geleerd.model.artefacts import Link, Page, Shown, TextFile
from geleerd.model.declarations.declared import Declared
from geleerd.model.declarations.item_types import Item
from geleerd.model.declarations.part_types import Application, Term
from geleerd.model.frozen import Frozen
from geleerd.model.limits import LONGEST_BODY, LONGEST_LINE
from geleerd.model.settings import Settings
from geleerd.model.strings import Address
from geleerd.model.urls import relative
from geleerd.read.everyday.words import for_scripts
from geleerd.relate.library import Library
from geleerd.texts.bodies import words_of
from geleerd.texts.safe_html import allowed
from geleerd.validate.entries import OF_A_TOMBSTONE
from geleerd.validate.item_rules import NEEDS, WITHOUT_WORDS
from geleerd.validate.privacy.personal_data import PATTERNS
from geleerd.validate.privacy.texts import UNREAD

_CHECKS = "assets/forms/checks.json"


def form_pages(library: Library, settings: Settings) -> Iterator[Page]:
    """Every page with a form. The choices in it come from this site."""
    forms = _Forms(library, settings)
    yield forms.chooser()
    for type_key, declaration in library.declarations.item_types.items():
        yield forms.of_contributors(type_key, declaration)
    yield forms.opener()
    declared: dict[str, type[Declared]] = {**library.declarations.types, "term": Term}
    yield from (forms.of_desk(type_key, declaration) for type_key, declaration in declared.items())
    yield forms.did_this()


def shared_by_forms(words: Catalogue, settings: Settings) -> TextFile:
    """What every form needs once somebody begins: to look at answers, and to show them as pages do."""
    in_texts = words_of(words)
    data = {
        "problems": {code: words.entries["problems"][code] for code in CHECKED},
        "personal": {**PATTERNS, "own": settings.nobodys_mailboxes},
        "unread": sorted(UNREAD),
        "longest": {"line": LONGEST_LINE, "body": LONGEST_BODY},
        "needs": {code: sorted(keys) for code, keys in NEEDS.items()},
        "tombstone": sorted(OF_A_TOMBSTONE),
        "markdown": {
            "allowed": allowed(),
            "titles": dict(in_texts.alerts),
            "tasks": in_texts.tasks,
            "footnotes": in_texts.footnotes,
            "back": in_texts.to_text,
        },
    }
    return TextFile(_CHECKS, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


class _Forms:
    def __init__(self, library: Library, settings: Settings) -> None:
        self._collection = library.collection
        self._declarations = library.declarations
        self._addresses = library.addresses
        self._guide = library.contribute
        self._catalogue = library.catalogue
        self._words = self._catalogue.form()
        self._choices = choices_of(library)
        self._settings = settings
        self._forge = forge_of(settings)

    def chooser(self) -> Page:
        address = self._addresses.form("new")
        ways = tuple(self._ways(address, "new", tuple(self._declarations.item_types)))
        return self._page(FormPage("new", address, title=self._words["new-title"], lead=self._words["new-lead"], ways=ways, key="new"))

    def opener(self) -> Page:
        address = self._addresses.form("desk")
        ways = tuple(self._ways(address, "desk", self._declarations.desk_forms))
        title, lead = self._words["open-title"], self._words["open-lead"]
        data = {
            **self._data(address),
            "forms": {way.type: way.href for way in ways},
            "names": pasted_names(self._declarations),
            "causes": causes(self._catalogue),
            "change": self._forge.change if self._forge else "",
            "columns": {key: self._columns(key, declaration) for key, declaration in self._declarations.item_types.items()},
            "lists": list(self._declarations.lists.values()),
        }
        return self._page(FormPage("open", address, title=title, lead=lead, ways=ways, data=_json(data), key="open", for_desk=True))

    def _columns(self, type_key: str, declaration: type[Item]) -> list[tuple[str, str]]:
        """What a column of a table may be, with its name: every field that one cell can hold."""
        asked = (question for question in self._questions(declaration, type_key) if question.key != "id")
        return [(question.key, question.label) for question in asked if question.kind != "group" or question.short]

    def of_contributors(self, type_key: str, declaration: type[Item]) -> Page:
        address = self._addresses.form("new", type_key)
        inputs = tuple(for_contributors(self._questions(declaration, type_key)))
        groups = tuple(groups_of(inputs))
        title = self._words["fill-title"].format(name=self._name(type_key).lower())
        return self._form(address, type_key, inputs, groups, title=title)

    def of_desk(self, type_key: str, declaration: type[Declared]) -> Page:
        address = self._addresses.form("desk", type_key)
        inputs = tuple(self._for_the_desk(question) for question in self._questions(declaration, type_key))
        title = self._words["desk-fill-title"].format(name=self._name(type_key).lower())
        return self._form(address, type_key, inputs, tuple(groups_of(inputs, all_open=True)), title=title, for_desk=True)

    def _questions(self, declaration: type[Declared], type_key: str) -> tuple[Question, ...]:
        return tuple(with_long_lists_apart(questions_of(declaration, type_key, self._choices, self._catalogue)))

    def _for_the_desk(self, question: Question) -> Question:
        """The questions for the desk, which must write the title; a contributor may leave it empty."""
        return replace(question, ask=self._catalogue.help(question.key)) if question.key == ALWAYS_FIRST else question

    def did_this(self) -> Page:
        address = self._addresses.form("did-this")
        inputs = self._questions(Application, "application")
        title, lead = self._words["did-title"], self._words["did-lead"]
        data = {**self._data(address), "is": "part", **in_short(inputs)}
        return self._page(
            FormPage("did-this", address, title=title, lead=lead, groups=(QuestionGroup("quick", inputs),), data=_json(data), key="did")
        )

    def _form(
        self,
        address: Address,
        type_key: str,
        inputs: tuple[Question, ...],
        groups: tuple[QuestionGroup, ...],
        *,
        title: str,
        for_desk: bool = False,
    ) -> Page:
        data = {
            **self._data(address),
            "type": type_key,
            "name": self._name(type_key),
            "is": self._is(type_key),
            "desk": for_desk,
            "folder": self._folder(type_key),
            "word": self._addresses.index(type_key).rstrip("/") if type_key != "term" else "",
            "belonging": self._declarations.belonging.get(type_key, ""),
            **in_short(inputs),
            "order": [question.key for group in groups for question in group.inputs],
        }
        conditions = tuple(self._words[f"condition-{n}"] for n in range(1, 5)) if type_key == "brilliant-failure" and not for_desk else ()
        lead = self._words["term-lead"] if type_key == "term" else self._catalogue.type_description(type_key)
        ways = tuple(self._ways(address, "new", ("lesson", "tip"))) if conditions else ()
        form = FormPage(
            "form",
            address,
            title=title,
            lead=lead,
            type_key=type_key,
            groups=groups,
            ways=ways,
            data=_json(data),
            conditions=conditions,
            for_desk=for_desk,
        )
        return self._page(form)

    def _name(self, type_key: str) -> str:
        return self._words["term-title"] if type_key == "term" else self._catalogue.type_name(type_key)

    def _is(self, type_key: str) -> str:
        """What a form makes: a file with an item or a frame entry, or some lines for a list."""
        if type_key in self._declarations.item_types:
            return "item"
        return "frame" if type_key in self._declarations.in_files else "listed"

    def _folder(self, type_key: str) -> str:
        """The folder for a new file in the repository; for an entry of a list, the file of that list."""
        if type_key == "term":
            return self._collection.words.glossary
        if type_key in self._declarations.in_lists:
            return self._collection.list_of(type_key, self._addresses.content)
        if type_key in self._declarations.frame_types:
            return f"{self._addresses.content}/{self._declarations.folder(type_key)}/"
        return f"{self._settings.lessons_dir}/{self._catalogue.word('submitted')}/"

    def _ways(self, address: Address, way: str, kinds: tuple[str, ...]) -> Iterator[FormLink]:
        for kind in kinds:
            what = self._words["term-lead"] if kind == "term" else self._catalogue.type_description(kind)
            yield FormLink(kind, self._name(kind), what, relative(address, self._addresses.form(way, kind)))

    def _data(self, address: Address) -> dict[str, object]:
        forge = self._forge
        return {
            "site": relative(address, ""),
            "offline": self._addresses.offline,
            "mail": self._settings.desk,
            "forge": forge and {
                "name": forge.name, "new": forge.new, "edit": forge.edit, "path": forge.path_parameter, "text": forge.text_parameter
            },
            "words": {**self._words, "from-to": self._catalogue.entries["interface"]["from-to"], "people": self._catalogue.say("people")},
            "everyday": for_scripts(),
            "checks": _CHECKS,
            "reserved": sorted(reserved_slugs()),
            "apart": sorted(WITHOUT_WORDS),
        }  # fmt: skip

    def _page(self, form: FormPage) -> Page:
        view = self._view(form)
        shown = Shown(f"pages/{form.template}-form.html", Frozen({"page": view}))
        script = relative(form.address, f"assets/scripts/form/{form.template}.js")
        head = f'<script type="module" src="{script}"></script>' if form.data else ""
        if form.template == "open":
            for name in ("withdraw", "actions"):
                head += f'<script type="module" src="{relative(form.address, f"assets/scripts/desk/{name}.js")}"></script>'
        description = self._words[f"{form.key}-description"]
        return Page(form.address, form.title, description, shown, hidden=form.for_desk, head=head, breadcrumbs=view.breadcrumbs)

    def _view(self, form: FormPage) -> FormView:
        return FormView(
            title=form.title,
            lead=form.lead,
            type=form.type_key,
            breadcrumbs=tuple(self._breadcrumbs(form.address)),
            words=self._words,
            groups=form.groups,
            ways=form.ways,
            conditions=form.conditions,
            for_desk=form.for_desk,
            has_body=form.type_key in self._declarations.in_files,
            routes=self._routes(form.template, form.type_key, for_desk=form.for_desk),
            mailbox=self._settings.desk,
            forge=self._forge.name if self._forge else "",
            newsletter=relative(form.address, self._addresses.place("newsletter")),
            item_types=tuple(self._declarations.item_types),
            data=form.data,
            waiting=tuple(self._waiting()) if form.template == "open" else (),
        )

    def _waiting(self) -> Iterator[Link]:
        """What waits at the forge: new messages, proposals that nobody has, those that somebody has, and the labels that say who."""
        asked = self._forge.searches(self._words["queue-label"]) if self._forge else ()
        yield from (
            Link(self._words[f"queue-{name}"], url) for name, url in zip(("messages", "free", "taken", "labels"), asked, strict=False)
        )

    def _routes(self, template: str, type_key: str, *, for_desk: bool) -> Routes:
        desk = bool(self._settings.desk) and not for_desk
        forge = bool(self._forge) and template == "form"
        has_page = type_key in self._declarations.in_files
        return Routes(preview=has_page, desk=desk, forge=forge, neither=not (desk or forge))

    def _breadcrumbs(self, address: Address) -> Iterator[Link]:
        yield Link(self._catalogue.say("home"), relative(address, ""))
        if self._guide:
            yield Link(self._catalogue.say("contribute"), relative(address, self._guide))
        for name, title in (("new", "new-title"), ("desk", "open-title")):
            start = self._addresses.form(name)
            if address.startswith(start) and start != address:
                yield Link(self._words[title], relative(address, start))


def _json(data: Mapping[str, object]) -> Markup:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # Inside a script element only these could begin something else (html.spec.whatwg.org, "Restrictions for contents of script elements").
    return Markup(text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029"))  # noqa: S704  # escaped here
