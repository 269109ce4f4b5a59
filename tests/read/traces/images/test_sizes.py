"""How large an image is on a page."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.ExifTags import Base

from geleerd.read.traces.images.sizes import size_of


def image(kind: str, orientation: int | None = None) -> bytes:
    file, exif = BytesIO(), Image.Exif()
    if orientation:
        exif[Base.Orientation] = orientation
    Image.new("RGB", (30, 20)).save(file, kind, exif=exif)
    return file.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_size_is_that_in_the_head(kind):
    assert size_of(image(kind)) == (30, 20)


@pytest.mark.parametrize(("orientation", "size"), [(1, (30, 20)), (3, (30, 20)), (5, (20, 30)), (6, (20, 30)), (8, (20, 30))])
def test_a_picture_that_a_camera_kept_on_its_side_stands_upright(orientation, size):
    assert size_of(image("JPEG", orientation)) == size


@pytest.mark.parametrize("data", [b"", b"<svg/>", image("JPEG")[:20], image("GIF")])
def test_what_cannot_be_read_has_no_size(data):
    assert size_of(data) is None
