"""A picture with a secret in any place that its format has for one is told, and its clean copy has neither the secret nor another picture."""

import io

import pytest
from PIL import Image, ImageChops

from geleerd.contribute.cleaning.cleaned import cleaned
from geleerd.contribute.cleaning.reasons import CannotCleanError
from geleerd.read.traces.files import traces
from tests.workbench.telling_files import exif, image
from tests.workbench.telling_pictures import HARMLESS, SECRETS, SRGB, S

BEYOND_REPAIR = {
    "jpeg long table",
    "jpeg long codes",
    "jpeg long restart",
    "jpeg between",
    "png frames without a picture",
    "gif version in the mark",
}
"""Those that no program can draw."""


@pytest.mark.parametrize("way", SECRETS)
def test_a_secret_is_told(way):
    name, data = SECRETS[way]
    assert traces(data, name)


@pytest.mark.parametrize("way", HARMLESS)
def test_what_programs_write_of_themselves_tells_nothing(way):
    name, data = HARMLESS[way]
    assert traces(data, name) == ()


@pytest.mark.parametrize("way", sorted(set(SECRETS) - BEYOND_REPAIR))
def test_a_clean_copy_shows_the_same_without_the_secret(way):
    name, data = SECRETS[way]
    copy = cleaned(data, name)
    assert S[:5] not in copy.data
    assert traces(copy.data, f"a.{copy.kind}") == ()
    assert is_same(image(KINDS[copy.kind]), copy.data)


@pytest.mark.parametrize("way", sorted(BEYOND_REPAIR))
def test_what_nobody_can_draw_is_refused(way):
    name, data = SECRETS[way]
    with pytest.raises(CannotCleanError):
        cleaned(data, name)


KINDS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "gif": "GIF"}


def is_same(before: bytes, after: bytes) -> bool:
    pictures = [Image.open(io.BytesIO(data)).convert("RGB") for data in (before, after)]
    return ImageChops.difference(*pictures).getbbox() is None


@pytest.mark.parametrize(
    ("mode", "form"), [("RGB", "JPEG"), ("L", "JPEG"), ("CMYK", "JPEG"), ("RGBA", "PNG"), ("P", "PNG"), ("I;16", "PNG"), ("1", "PNG")]
)
def test_a_picture_that_is_drawn_again_keeps_its_stand_its_colours_and_its_pixels(mode, form):
    drawn = Image.linear_gradient("L").resize((40, 30)).convert(mode)
    data = io.BytesIO()
    drawn.save(data, form, exif=exif({0x0112: 6}), icc_profile=SRGB)
    hidden = data.getvalue()[:-2] + S + data.getvalue()[-2:] if form == "JPEG" else data.getvalue()[:-4] + b"Wobk"
    before, after = Image.open(data), Image.open(io.BytesIO(cleaned(hidden, f"a.{form.lower()}").data))
    assert after.tobytes() == before.tobytes()
    assert (after.mode, after.getexif()[0x0112], after.info["icc_profile"]) == (before.mode, 6, SRGB)
