"""A picture goes along with a contribution: drawn anew in the browser, it tells no more than it shows."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.test_form import QUICK, errors_in, fill, opened, text_of
from tests.workbench.visiting import served

pytestmark = pytest.mark.browser

SHARING = """navigator.canShare = () => true;
navigator.share = async ({ files }) => { window.shared = files.map(({ name, type, size }) => [name, type, size]); };"""


@pytest.fixture(scope="module")
def origin(real_site):
    with served(real_site) as address:
        yield address


def photograph() -> bytes:
    """A photograph on its side, with its maker and where it was made."""
    exif = Image.Exif()
    exif[0x013B] = "Een Maker"
    exif[0x0112] = 6  # turned
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 5.0, 7.0), 3: "E", 4: (5.0, 7.0, 1.0)})
    file = BytesIO()
    Image.effect_noise((3000, 2000), 90).convert("RGB").save(file, "JPEG", exif=exif, quality=90)
    return file.getvalue()


def choose(page, file: Path, data: bytes, size: int = 0) -> None:
    """Chooses a file from disk, as people do; of at least so many bytes."""
    with file.open("wb") as written:
        written.write(data)
        written.truncate(max(size, len(data)))
    page.locator("[data-picture]").set_input_files(file)


def test_a_picture_goes_along_without_place_or_maker(origin, visitor, tmp_path):
    watched = visitor(origin, viewport={"width": 375, "height": 667})
    watched.page.add_init_script(SHARING)
    page = opened(watched, "bijdragen/nieuw/tips/")
    fill(page, QUICK["tip"])
    said = page.locator("[data-picture-said]")
    page.locator(".more > summary").click()
    choose(page, tmp_path / "IMG_1.heic", b"\0\0\0\x18ftypheic" + bytes(100))
    expect(said).to_contain_text("HEIC")
    choose(page, tmp_path / "foto.jpg", b"geen foto")
    expect(said).to_contain_text("niet als foto")
    choose(page, tmp_path / "groot.jpg", b"", size=40_000_000)
    expect(said).to_contain_text("40 MB")
    choose(page, tmp_path / "IMG_2.jpg", photograph())
    expect(said).to_contain_text("De foto is klaar")  # and not only being made ready
    fill(page, {"image-alt": "Een tafel met stoelen eromheen", "image-credit": "Iemand van het netwerk", "image-consent": "1-3-2026"})
    text = text_of(page)
    name = page.locator("[data-key='image'] [data-key='file'] [data-value]").input_value()
    assert f'image:\n  file: "{name}"\n' in text
    with page.expect_download() as download:
        page.locator("[data-routes] [data-save-picture]").click()
    made = Path(download.value.path())
    with Image.open(made) as image:
        assert (image.format, image.width < image.height <= 1600) == ("JPEG", True)
        assert dict(image.getexif()) == {}
    assert made.stat().st_size <= 400_000
    page.locator("[data-share-text]").click()
    expect(page.locator("[data-handed-title]")).to_contain_text("is gedeeld")
    shared = page.evaluate("window.shared")
    assert [(row[0].rpartition(".")[2], row[1]) for row in shared] == [("txt", "text/plain"), ("jpg", "image/jpeg")]
    expect(page.locator("[data-handed] [data-save-picture]")).to_be_visible()
    page.reload()
    page.locator("[data-mend]").click()
    expect(said).to_contain_text("Kies hem opnieuw")
    assert errors_in(text, tmp_path) == ["missing-file 7"]  # the desk puts it there
