"""The second net: a file with which a stage cannot do its work is left out of the whole site, and told; nothing else changes."""

import sys

import pytest

from geleerd import Page, build, reading_of
from geleerd.guard import FailedError, Failure, StageError, each, name_the_file, stage, without_failing
from geleerd.model.documents import File
from geleerd.render.pictures.painting import painted
from tests.workbench.building import built, run, settings, warm

WRONG = "lessons/begin-klein.md"
STAGES = {
    "read": "geleerd.read.front_matter._document",
    "validate": "geleerd.validate.examine.advice",
    "texts": "geleerd.texts.bodies.TextWriter.entry",
    "views": "geleerd.render.plan.item_view",
    "pages": "geleerd.render.plan.item_page",
    "cards": "geleerd.render.parts.cards.card_of",
    "pictures": "geleerd.render.pictures.which.picture_of_item",
    "records": "geleerd.render.programs.api_records._line",
    "search words": "geleerd.find.searched._record",
    "index": "geleerd.find.index_documents._document",
}


def is_about(wrong, values):
    """Whether one of the arguments of a stage is about a file."""
    return any(getattr(one, name, None) == wrong for one in values for name in ("path", "source"))


@pytest.fixture(scope="module", autouse=True)
def loaded():
    """What the commands load once, before anything fails."""
    warm()


@pytest.fixture
def fails(monkeypatch):
    """Lets a function fail with one file, in a given way."""

    def at(name, wrong=WRONG):
        owner, _, attribute = name.rpartition(".")
        module = owner if owner in sys.modules else owner.rpartition(".")[0]
        holder = sys.modules[module] if module == owner else getattr(sys.modules[module], owner.rpartition(".")[2])
        real = getattr(holder, attribute)

        def work(*arguments, **named):
            if is_about(wrong, arguments):
                raise RecursionError("met dit bestand")
            return real(*arguments, **named)

        monkeypatch.setattr(holder, attribute, work)

    return at


@pytest.mark.parametrize("name", STAGES)
def test_a_file_that_fails_in_a_stage_is_left_out_of_the_site_and_told(name, fails, write):
    root = write({})
    whole = build(settings(root))
    (root / WRONG).unlink()
    without = build(settings(root))
    root = write({})
    fails(STAGES[name])
    site = build(settings(root))
    assert [(str(p.place), p.code.value) for p in site.reading.problems if p.code == "cannot-build"] == [(f"{WRONG}:1", "cannot-build")]
    assert [failure.path for failure in site.reading.failures] == [WRONG]
    assert "met dit bestand" in site.reading.failures[0].trace
    assert {artefact.path for artefact in site.artefacts if not isinstance(artefact, Page)} == {
        artefact.path for artefact in without.artefacts if not isinstance(artefact, Page)
    }
    assert {page.address for page in pages(site)} == {page.address for page in pages(without)} < {page.address for page in pages(whole)}
    assert [document.address for document in site.documents] == [document.address for document in without.documents]


def pages(site):
    return [artefact for artefact in site.artefacts if isinstance(artefact, Page)]


def test_a_picture_that_cannot_be_drawn_leaves_its_item_out(write):
    def draw(drawing):
        if drawing.source == WRONG:
            raise MemoryError
        return painted(drawing.image)

    site = build(settings(write({})), draw)
    assert [failure.path for failure in site.reading.failures] == [WRONG]
    assert not any("begin-klein" in page.address for page in pages(site))


def test_nothing_fails_in_a_knowledge_base_that_passes_the_check(write):
    assert build(settings(write({}))).reading.failures == ()


def test_a_picture_or_document_that_fails_is_withheld(fails, write):
    fails("geleerd.read.sources._found_in", "lessons/plein.png")
    reading = reading_of(settings(write({"lessons/plein.png": b"\x89PNG"})))
    assert [problem.code.value for problem in reading.problems if problem.place.file == "lessons/plein.png"] == [
        "cannot-build",
        "unused-file",
    ]
    assert reading.library.collection.withheld == {"lessons/plein.png"}


def test_a_strict_build_fails_and_verbose_shows_the_trace(fails, write):
    fails(STAGES["views"])
    root = write({})
    result = built(root, "--strict", "--verbose")
    assert result.returncode == 1
    assert f"{WRONG}:1: cannot-build: " in result.stderr
    assert "RecursionError: met dit bestand" in result.stderr


def test_a_build_goes_on_without_the_file_and_shows_no_trace(fails, write):
    fails(STAGES["views"])
    root = write({})
    result = built(root)
    assert result.returncode == 0
    assert f"{WRONG}:1: cannot-build: " in result.stderr
    assert "Traceback" not in result.stderr
    assert not (root / "site/tips/begin-klein").exists()


def fails_with(monkeypatch, function, wrong):
    """Lets a function that takes all items together fail when some are among them, without a word of which."""
    module, _, attribute = function.rpartition(".")
    real = getattr(sys.modules[module], attribute)

    def work(entries, *rest):
        entries = tuple(entries)
        if any(entry.path in wrong for entry in entries):
            raise RecursionError("ergens")
        return real(entries, *rest)

    monkeypatch.setattr(sys.modules[module], attribute, work)


@pytest.mark.parametrize("function", ["geleerd.relate.library.backlinks_of", "geleerd.pipeline.related_of"])
@pytest.mark.parametrize("place", [0, 1, -1])
def test_an_item_that_fails_among_all_others_is_found(function, place, monkeypatch, write):
    root = write({})
    items = sorted(path.relative_to(root).as_posix() for path in (root / "lessons").rglob("*.md"))
    fails_with(monkeypatch, function, {items[place]})
    reading = build(settings(root)).reading
    assert [failure.path for failure in reading.failures] == [items[place]]
    assert "RecursionError: ergens" in reading.failures[0].trace
    assert [problem.place.file for problem in reading.problems if problem.code == "cannot-build"] == [items[place]]
    assert items[place] not in {entry.path for entry in reading.library.collection.items}


def test_each_of_several_items_that_fail_is_found(monkeypatch, write):
    root = write({})
    items = sorted(path.relative_to(root).as_posix() for path in (root / "lessons").rglob("*.md"))
    fails_with(monkeypatch, "geleerd.relate.library.backlinks_of", {items[0], items[-1]})
    assert {failure.path for failure in reading_of(settings(root)).failures} == {items[0], items[-1]}


def test_an_item_that_fails_among_all_others_fails_a_strict_build(monkeypatch, write):
    fails_with(monkeypatch, "geleerd.relate.library.backlinks_of", {WRONG})
    root = write({})
    result = built(root, "--strict", "--verbose")
    assert result.returncode == 1
    assert f"{WRONG}:1: cannot-build: " in result.stderr
    assert "RecursionError: ergens" in result.stderr


def test_few_attempts_find_the_file_among_many():
    tried = []

    def work(gone):
        tried.append(gone)
        if "777" not in gone:
            raise ValueError

    paths = [str(number) for number in range(1_000)]
    found = name_the_file(StageError("relate"), paths, work)
    assert [failure.path for failure in found.failures] == ["777"]
    assert len(tried) <= 11


def test_what_fails_without_any_file_names_none():
    error = StageError("relate")

    def work(_gone):
        raise ValueError

    assert name_the_file(error, ["a", "b"], work) is error


def test_what_is_of_no_file_ends_in_a_sentence_that_names_the_stage(monkeypatch, write):
    def nothing(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("geleerd.render.plan.agenda_page", nothing)
    root = write({})
    result = built(root)
    assert result.returncode == 1
    assert "Er ging iets mis bij het voorbereiden van de pagina's." in result.stderr
    assert "Traceback" not in result.stderr
    assert "ZeroDivisionError" in built(root, "--verbose").stderr


def test_the_check_says_the_same_in_a_sentence(monkeypatch, write):
    def nothing(*_):
        raise ZeroDivisionError

    monkeypatch.setattr("geleerd.reading.validate", nothing)
    root = write({})
    result = run(["geleerd.adapters.commands.cli", "check"], root)
    assert (result.returncode, result.stdout) == (1, "")
    assert "Er ging iets mis bij het nakijken van de bestanden." in result.stderr
    assert "ZeroDivisionError" not in result.stderr
    assert "ZeroDivisionError" in run(["geleerd.adapters.commands.cli", "--verbose", "check"], root).stderr


def test_each_tries_all_before_it_tells_what_failed():
    tried = []

    def work(file):
        tried.append(file.path)
        raise ValueError(file.path)

    with pytest.raises(FailedError) as told:
        each(work, [File("a.md", 0), File("b.md", 0)])
    assert tried == ["a.md", "b.md"]
    assert [failure.path for failure in told.value.failures] == tried


def test_what_fails_again_though_it_was_left_out_ends_the_runs():
    def run(failed):
        raise FailedError([Failure("a.md", "")])

    with pytest.raises(StageError):
        without_failing(run)


def test_a_stage_keeps_the_trace():
    with pytest.raises(StageError) as told, stage("find"):
        raise KeyError("woord")
    assert told.value.stage == "find"
    assert "KeyError: 'woord'" in told.value.trace
