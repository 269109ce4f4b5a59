"""A photograph comes in the widths of screens, upright, and tells nothing beside what it shows."""

import io

import pytest
from PIL import Image
from PIL.ExifTags import Base

from geleerd import build, painted
from geleerd.adapters.kept.drawings import drawn, pictured
from geleerd.model.artefacts import Drawing, ScaledPhotograph
from geleerd.render.look.photographs import scaled, widths_of
from tests.workbench.building import settings
from tests.workbench.small_items import tip


@pytest.mark.parametrize(("width", "made"), [(300, [300]), (480, [480]), (1000, [480, 960, 1000]), (4000, [480, 960, 1440])])
def test_no_photograph_is_made_larger_than_it_is(width, made):
    assert list(widths_of(width)) == made


def photograph(**told):
    written = io.BytesIO()
    Image.radial_gradient("L").resize((600, 300)).convert("RGB").save(written, "JPEG", **told)
    return written.getvalue()


def test_a_narrow_one_is_upright_lighter_and_silent():
    exif = Image.Exif()
    exif[Base.Orientation], exif[Base.Artist] = 6, "Iemand"
    data = photograph(exif=exif, quality=95, comment=b"thuis")
    narrow = scaled(data, 150)
    image = Image.open(io.BytesIO(narrow))
    assert (image.format, image.size, dict(image.getexif())) == ("WEBP", (150, 300), {})
    assert b"Iemand" not in narrow
    assert len(narrow) < len(data)
    assert scaled(data, 150) == narrow


def test_what_cannot_be_read_stays():
    assert scaled(photograph()[:400], 100) == photograph()[:400]


def test_a_photograph_is_made_once_and_anew_for_other_bytes(write, tmp_path):
    words = "image: {file: foto.jpg, alt: Een kring, credit: Fotobureau Oost, consent: 2025}\n"
    root = write({"lessons/x.md": tip("k1aaaa", words), "lessons/foto.jpg": photograph()})

    def planned():
        return [job for job in build(settings(root)).artefacts if isinstance(job, Drawing) and isinstance(job.image, ScaledPhotograph)]

    narrow, own = planned()
    assert [narrow.path, own.path] == [f"tips/x/foto.jpg.{width}.webp" for width in (480, 600)]
    made = drawn(narrow, tmp_path / "kept", lambda image: pictured(image, root))
    assert Image.open(io.BytesIO(made)).size == (480, 240)
    assert drawn(narrow, tmp_path / "kept", painted) == made
    (root / "lessons/foto.jpg").write_bytes(photograph(quality=20))
    assert {job.key for job in planned()}.isdisjoint({narrow.key, own.key})
