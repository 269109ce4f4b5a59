"""The files that an item offers and shows, by the names that they have."""

import json
import posixpath
import re
from html import unescape
from io import BytesIO
from pathlib import Path, PurePath
from urllib.parse import unquote

import yaml
from PIL import Image

from geleerd import Asset, Page, build
from tests.workbench.building import ROOT, Write, settings
from tests.workbench.small_items import tip

PNG = (ROOT / "content/bijdragen/kiezen.png").read_bytes()
GOOD = yaml.load((Path(__file__).parents[2] / "read/gate/names.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)["good"]
NAMES = [f"{PurePath(name).stem}.png" for name in GOOD]


def linked(page: Page) -> set[str]:
    """The places of the pictures to which a page leads, as a server understands the addresses."""
    found = re.findall(r'(?:href|src)="([^"]+\.png)"', page.content)
    return {unquote(posixpath.normpath(posixpath.join(page.address, unescape(address)))) for address in found}


def test_whatever_name_passes_the_gate_is_published_and_linked(write: Write):
    offered = "attachments:\n" + "".join(f"  - {{title: Een plaat, file: {json.dumps(name, ensure_ascii=False)}}}\n" for name in NAMES)
    shown = "".join(f"![Plaat](<{name.replace('%', '%25').replace('#', '%23')}>)\n\n" for name in NAMES)
    root = write({"lessons/x.md": tip("k1aaaa", offered) + shown, **{f"lessons/{name}": PNG for name in NAMES}})
    site = build(settings(root))
    page = next(artefact for artefact in site.artefacts if isinstance(artefact, Page) and artefact.source == "lessons/x.md")
    published = {artefact.path for artefact in site.artefacts if isinstance(artefact, Asset)}
    assert [problem for problem in site.reading.problems if problem.place.file.startswith("lessons/x")] == []
    assert linked(page) == {f"{page.address}{name}" for name in NAMES} <= published


PHOTOGRAPH = "image: {file: foto.png, alt: Zes mensen aan een tafel, credit: Fotobureau Oost, consent: 2025}\n"


def test_a_photograph_says_what_it_shows_and_who_made_it_and_has_its_size(write: Write):
    site = build(settings(write({"lessons/x.md": tip("k1aaaa", PHOTOGRAPH), "lessons/foto.png": PNG})))
    page = next(a for a in site.artefacts if isinstance(a, Page) and a.source == "lessons/x.md")
    width, height = Image.open(BytesIO(PNG)).size
    assert f'<picture><source type="image/webp" srcset="../../tips/x/foto.png.{width}.webp {width}w"' in page.content
    assert f'<img src="../../tips/x/foto.png" alt="Zes mensen aan een tafel" width="{width}" height="{height}">' in page.content
    assert "<figcaption>Foto: Fotobureau Oost</figcaption>" in page.content
    assert f"{page.address}foto.png" in {artefact.path for artefact in site.artefacts if isinstance(artefact, Asset)}
    assert [problem for problem in site.reading.problems if problem.place.file.startswith("lessons/")] == []


def test_a_photograph_that_is_not_there_is_not_shown(write: Write):
    site = build(settings(write({"lessons/x.md": tip("k1aaaa", PHOTOGRAPH)})))
    page = next(a for a in site.artefacts if isinstance(a, Page) and a.source == "lessons/x.md")
    assert "<figure" not in page.content
    assert "missing-file" in {problem.code for problem in site.reading.problems}
