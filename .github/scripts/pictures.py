"""Takes the pictures of the README and of the guide for contributors from the built site: `make pictures`."""

import io
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.workbench.visiting import opened_browser, served  # noqa: E402  # the tests' server, found by the line above

GUIDE = ROOT / "content/bijdragen"
_COLOURS = 96

TIP = {
    "title": "Vraag één nieuwe deelnemer om de volgende bijeenkomst te openen",
    "summary": "Wie iets doet, hoort er meteen bij. En de groep hoort eens een ander geluid.",
}


def main() -> None:
    """Takes every picture, in light colours."""
    with served(ROOT / "site") as origin, opened_browser() as browser:
        _readme(browser, origin)
        _guide(browser, origin)


def _readme(browser: Browser, origin: str) -> None:
    """The home page on a laptop, and a work format on a phone beside it."""
    laptop = _shot(_page(browser, 1180, 860), f"{origin}/")
    phone = _shot(_page(browser, 360, 860), f"{origin}/werkvormen/casusbespreking/")
    whole = Image.new("RGB", (1180 + 40 + 360, 860), "#ded3c3")
    whole.paste(laptop, (0, 0))
    whole.paste(phone, (1220, 0))
    _save(whole, ROOT / ".github/picture.png")


def _guide(browser: Browser, origin: str) -> None:
    """Choosing, filling in, looking and handing in, as on a phone."""
    page = _page(browser, 480, 620)
    _save(_shot(page, f"{origin}/bijdragen/nieuw/"), GUIDE / "kiezen.png")
    page.goto(f"{origin}/bijdragen/nieuw/tips/")
    page.locator("[data-form][data-ready]").wait_for()
    for name, text in TIP.items():
        page.fill(f"#f-{name}", text)
    page.locator("#group-quick").evaluate("heading => heading.scrollIntoView()")
    page.wait_for_timeout(600)
    _save(_taken(page), GUIDE / "invullen.png")
    page.click("[data-preview]")
    page.locator("#preview").evaluate("box => box.scrollIntoView()")
    _save(_taken(page), GUIDE / "bekijken.png")
    page.locator("#send").evaluate("heading => heading.scrollIntoView()")
    _save(_taken(page), GUIDE / "insturen.png")


def _page(browser: Browser, width: int, height: int) -> Page:
    return browser.new_page(viewport={"width": width, "height": height}, color_scheme="light", locale="nl-NL")


def _shot(page: Page, address: str) -> Image.Image:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return _taken(page)


def _taken(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def _save(image: Image.Image, path: Path) -> None:
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


main()
