"""What templates show is data: it renders the same every time, travels to another process, and is made once an item."""

import pickle
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

import jinja2
import pytest

from geleerd import Page, build
from geleerd.contribute.offered import contribute
from geleerd.model.collection import Collection
from geleerd.model.documents import Body, File
from geleerd.model.frozen import Frozen
from geleerd.reading import reading_of
from geleerd.relate.library import relate
from geleerd.relate.related import related_of
from geleerd.render import plan as planning
from geleerd.render.jobs import as_made
from geleerd.render.parts import cards
from geleerd.render.pictures import which
from tests.workbench.building import settings
from tests.workbench.full_items import frame_files, item_files


@dataclass(frozen=True)
class Rendering:
    template: jinja2.Template
    shown: Mapping[str, object]
    html: str


@pytest.fixture(scope="module")
def renderings(write_once) -> list[Rendering]:
    """Everything that the templates of a site rendered: the small knowledge base, and an item and frame entry of every type in full."""
    found: list[Rendering] = []
    render = jinja2.Template.render

    def kept(template: jinja2.Template, shown: Mapping[str, object] = Frozen()) -> str:
        found.append(Rendering(template, shown, render(template, shown)))
        return found[-1].html

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(jinja2.Template, "render", kept)
        build(settings(write_once({**item_files(), **frame_files()})))
    return found


def test_every_page_renders_the_same_the_second_time(renderings):
    assert {rendering.template.name for rendering in renderings} >= {"pages/lesson.html", "pages/network.html", "pages/form-form.html"}
    assert [r.template.name for r in renderings if r.template.render(r.shown) != r.html] == []


def test_what_a_template_shows_compares_by_value_and_travels(renderings):
    for rendering in renderings:
        copy = pickle.loads(pickle.dumps(rendering.shown))  # noqa: S301  # it was written here
        assert copy == rendering.shown, rendering.template.name
        assert rendering.template.render(copy) == rendering.html, rendering.template.name


def test_an_item_has_its_view_and_card_made_and_its_picture_named_once(write, monkeypatch):
    views, made, pictures = Counter(), Counter(), Counter()
    item_view, card_of, key_of = planning.item_view, cards.card_of, which.picture_key

    def counted_view(item, *others):
        views[item.fields.id] += 1
        return item_view(item, *others)

    def counted_card(item, *others):
        made[item.fields.id] += 1
        return card_of(item, *others)

    def counted_key(image):
        pictures[image] += 1
        return key_of(image)

    monkeypatch.setattr(planning, "item_view", counted_view)
    monkeypatch.setattr(cards, "card_of", counted_card)
    monkeypatch.setattr(which, "picture_key", counted_key)
    built = build(settings(write(item_files())))
    library = built.reading.library
    assert set(views) == {item.fields.id for item in library.collection.items if item.fields.status != "withdrawn"}
    assert set(made) == set(views)
    assert set(views.values()) == set(made.values()) == set(pictures.values()) == {1}
    assert sum(str(page.content).count('class="card card--') for page in built.artefacts if isinstance(page, Page)) > 2 * len(made)
    assert len(pictures) == len(views) + 1  # and that of the site


def test_a_job_knows_a_body_through_the_texts_alone(write_once):
    """Else a build would not know which jobs an edit of a body changes."""
    asked = settings(write_once({**item_files(), **frame_files()}))
    reading = reading_of(asked)
    library, texts = reading.library, reading.texts
    bare, _ = relate(without_bodies(library.collection), library.catalogue, asked.content_dir)
    plans = [planning.plan(one, texts, related(one), contribute(one, asked).forms, asked) for one in (library, bare)]
    whole, known = ([(part.name, tuple(map(as_made, part.jobs()))) for part in parts] for parts in plans)
    assert sum(bool(body.written.strip()) for body in texts.bodies.values()) > 10
    assert [name for (name, jobs), (_, others) in zip(whole, known, strict=True) if jobs != others] == []


def without_bodies(collection: Collection) -> Collection:
    """A collection as it would be if nothing stood below any front matter but those of the staff's pages."""

    def bare(entry):
        return replace(entry, document=replace(entry.document, body=Body()))

    items, drafts, partial = (tuple(map(bare, entries)) for entries in (collection.items, collection.drafts, collection.partial))
    frame = Frozen({key: Frozen({slug: bare(entry) for slug, entry in entries.items()}) for key, entries in collection.frame.items()})
    paths = {entry.path for entry in (*items, *drafts, *partial)}
    paths |= {entry.path for entries in frame.values() for entry in entries.values() if not entry.fields.LISTED}
    files = Frozen({path: File(path, 0) if path in paths else file for path, file in collection.files.items()})
    return replace(collection, items=items, drafts=drafts, partial=partial, frame=frame, files=files)


def related(library):
    return related_of(library.collection.items, library.backlinks, library.declarations.named)
