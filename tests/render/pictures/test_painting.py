"""The pictures beside shared links: whatever the title, nothing is cut off, and the same words give the same bytes."""

import hashlib
import io
import re
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageDraw

from geleerd import DECLARATIONS, Drawing, Settings, build, painted
from geleerd.model.artefacts import ShareImage
from geleerd.render.look.palette import light_palette
from geleerd.render.parts.templates import theme_folder
from geleerd.render.pictures.lettering import drawable, font, in_lines, length, write
from geleerd.render.pictures.painting import (
    _BAND,
    _DETAIL,
    _DRAWN,
    _FOOT,
    _LEFT,
    _RIGHT,
    _RULE,
    _SITE_LEFT,
    _TITLE,
    _TITLE_BOTTOM,
    _TITLE_TOP,
    HEIGHT,
    WIDTH,
    _lettered,
    picture_key,
)
from geleerd.render.pictures.which import picture_of_item
from tests.workbench.building import TODAY, settings
from tests.workbench.small_items import SUPERSEDED, TOMBSTONE

PLAIN = ShareImage("tip", "Tip", "Begin klein en laat het groeien", "Netwerk Noord", "Geleerd")
TITLES = [
    "Bel 's",
    "W" * 90,
    "i" * 90,
    "8" * 90,
    "Zorgcoördinatieoverlegstructuurverbeteringsbijeenkomsten zonder een einde en zonder een spatie",
    "Wat de wijkverpleegkundige zag en de gemeente niet: samen kijken levert altijd nieuwe ideeën",
    "<b>\"Vraag\" & 'antwoord'</b> \\ {{ x }}",
    "🎉" * 40,
    "كيف نتعلم معا في شبكة الرعاية؟",
    "\u202eomgekeerd\u202c",
    "㏂" * 90,
    "e\u0301" * 45,
]
TITLE_BOX = (_TITLE, _RIGHT - _LEFT, _TITLE_BOTTOM - _TITLE_TOP)


def opened(picture: bytes) -> Image.Image:
    return Image.open(io.BytesIO(picture))


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Whether anything but paper stands in a part of the picture."""
    return image.crop(box).getextrema() != (0, 0)


def items_of(site) -> list[str]:
    return sorted(a.path for a in site.artefacts if isinstance(a, Drawing))


@pytest.mark.parametrize("title", TITLES)
def test_every_picture_is_whole_and_light(title):
    picture = painted(replace(PLAIN, title=title, networks=f"{'W' * 90} en anderen", site="W" * 60, drawing="opstellingen"))
    image = opened(picture)
    assert (image.size, image.format, image.mode) == ((WIDTH, HEIGHT), "PNG", "P")
    assert len(picture) <= 40_000
    assert not inked(image, (_RIGHT + 3, 0, WIDTH, HEIGHT))
    assert not inked(image, (_BAND, 0, _LEFT - 8, HEIGHT))
    assert not inked(image, (_BAND, HEIGHT - 12, WIDTH, HEIGHT))
    assert inked(image, (_LEFT, _TITLE_TOP, _RIGHT, _TITLE_BOTTOM))


@given(st.text(min_size=5, max_size=90))
@effort(deadline=None)
def test_no_title_is_cut_off(title):
    """Every line fits in its box; and put together again they are the title, but for the hyphens at their ends."""
    text = drawable(title)
    laid = in_lines(text, *TITLE_BOX, bold=True)
    assert laid.height <= TITLE_BOX[2]
    assert all(length(line, laid.size, bold=True) <= TITLE_BOX[1] for line in laid.lines)
    written, left = "".join(laid.lines), text.replace(" ", "")
    for char in written.replace(" ", ""):
        left = left[1:] if left[:1] == char else left if char == "-" else "?"
    assert left == ""


@given(st.text(alphabet="Waiçĳ& -", min_size=1, max_size=90))
@effort(deadline=None)
def test_no_name_at_the_foot_is_cut_off(name):
    laid = in_lines(drawable(name), _FOOT, _RIGHT - _SITE_LEFT, 78, bold=True)
    assert laid.height <= 78
    assert all(length(line, laid.size, bold=True) <= _RIGHT - _SITE_LEFT for line in laid.lines)


def test_letters_are_set_as_the_library_sets_them():
    line, (ours, theirs) = "Tävla: Wij & AV!", (Image.new("L", (900, 120)) for _ in range(2))
    write(ours, (10, 5), line, 72, bold=True)
    ImageDraw.Draw(theirs).text((10, 5), line, 255, font(72, bold=True))
    assert ImageChops.difference(ours, theirs).getextrema()[1] <= 8
    assert length(line, 72, bold=True) == font(72, bold=True).getlength(line)


def test_an_ordinary_title_is_large_and_its_words_stay_whole():
    for title in ("Begin klein en laat het groeien", TITLES[5]):
        laid = in_lines(title, *TITLE_BOX, bold=True)
        assert laid.size >= 64
        assert " ".join(laid.lines) == title


def test_a_word_is_broken_at_a_letter_and_says_so():
    laid = in_lines("a" * 90, *TITLE_BOX, bold=True)
    assert all(line.endswith("-") for line in laid.lines[:-1])
    assert "-" not in "".join(in_lines("8" * 90, *TITLE_BOX, bold=True).lines)


@pytest.mark.parametrize(
    ("title", "size"),
    [
        ("Plan ondersteuningsnetwerkbijeenkomsten samen met wie er straks komen", 48),
        ("Zorgcoördinatieoverlegstructuurverbeteringsbijeenkomsten zonder een einde", 30),
    ],
)
def test_a_long_word_is_set_smaller_before_it_is_broken(title, size):
    laid = in_lines(title, *TITLE_BOX, bold=True)
    assert " ".join(laid.lines) == title
    assert laid.size >= size


def test_a_word_that_fits_nowhere_is_broken_between_syllables():
    laid = in_lines("Meervoudigepersoonlijkheidsstoornisbehandelingsondersteuningsnetwerkbijeenkomstenplanning", *TITLE_BOX, bold=True)
    assert laid.lines == ("Meervoudigepersoonlijk-", "heidsstoornisbehande-", "lingsondersteuningsnetwerk-", "bijeenkomstenplanning")


@given(st.text(alphabet="aeiourstnkhj", min_size=85, max_size=120), st.sampled_from([300, 500, 1020]))
@effort(deadline=None)
def test_no_piece_of_a_broken_word_is_short(word, width):
    laid = in_lines(word, _TITLE, width, 344, bold=True)
    assert "".join(line.removesuffix("-") for line in laid.lines) == word
    assert all(length(line, laid.size, bold=True) <= width for line in laid.lines)
    assert min(len(line.removesuffix("-")) for line in laid.lines) >= 4


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Vier wat mislukt 🎉", "Vier wat mislukt"),
        ("👩‍👩‍👧 samen", "samen"),
        ("e\u0301e\u0301n", "één"),
        ("ijs en ĳs", "ijs en ijs"),
        ("Phạm, ﬁets, zo‑zo", "Pham, fiets, zo-zo"),
        ("a\u00adb\u200bc\u202ed\u0000e", "abcde"),
        ("twee\n\tregels\u00a0", "twee regels"),
        ("met עבר erin", "met erin"),
        ("كيف نتعلم", ""),
        ("学习网络 2024 abc", "2024 abc"),
        ("学习网络是什么 24", ""),
        ("🎉🎉", ""),
        ("", ""),
    ],
)
def test_what_the_type_face_lacks_is_spelt_or_left_out(text, written):
    assert drawable(text) == written


def test_a_title_in_another_script_leaves_the_kind_of_item_in_its_place():
    unreadable = replace(PLAIN, title="كيف نتعلم معا")
    assert painted(unreadable) == painted(replace(PLAIN, kind="", title="Tip"))


@pytest.mark.parametrize("key", DECLARATIONS.item_types)
def test_the_colours_are_those_of_the_light_palette(key):
    """Pixels of the picture beside the stylesheet as it is written."""
    sheet = (theme_folder() / "styles" / "tokens.css").read_text()
    image = opened(painted(replace(PLAIN, colour=key))).convert("RGB")

    def token(name: str) -> tuple[int, ...]:
        return tuple(bytes.fromhex(re.search(rf"--{name}: #(\w{{6}});", sheet)[1]))

    assert image.getpixel((5, 300)) == token(key)
    assert image.getpixel((WIDTH - 5, 5)) == token("paper")
    assert token("ink") in {colour for _, colour in image.getcolors()}


def test_the_palette_is_the_light_one():
    assert light_palette()["paper"] == "#fbf7f0"


def test_the_same_words_give_the_same_bytes_without_a_date():
    picture = painted(PLAIN)
    assert picture == painted(PLAIN)
    assert set(re.findall(rb"tIME|tEXt|iTXt|zTXt|eXIf", picture)) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "lesson"},
        {"kind": "Les"},
        {"title": "Anders"},
        {"networks": "Oost"},
        {"drawing": "olifant"},
        {"drawing": "tip"},
        {"site": "Proef"},
    ],
)
def test_the_key_and_the_picture_change_together(change):
    other = replace(PLAIN, **change)
    assert picture_key(other) != picture_key(PLAIN)
    assert painted(other) != painted(PLAIN)
    assert picture_key(replace(PLAIN)) == picture_key(PLAIN)


def test_every_item_that_can_be_read_has_a_picture(write):
    root = write({"lessons/x.md": SUPERSEDED, "lessons/y.md": TOMBSTONE.replace("k7m2xq", "k7m2xr").replace("/oud/", "/weg/")})
    (root / "lessons/draft.md").write_text("---\nid: k7m2xs\ntype: tip\ntitle: Nog geheim\nstatus: draft\n---\n")
    found = items_of(build(settings(root)))
    assert "l/k7m2xq/kaart.png" in found
    assert "l/a1b2c3/kaart.png" in found
    assert "assets/share-image.png" in found
    assert not [path for path in found if "k7m2xs" in path]


def test_the_picture_of_a_withdrawn_item_makes_room_for_that_of_the_site(write):
    artefacts = build(settings(write({"lessons/y.md": TOMBSTONE}))).artefacts
    keys = {a.path: a.key for a in artefacts if isinstance(a, Drawing)}
    assert keys["l/k7m2xq/kaart.png"] == keys["assets/share-image.png"]


def test_an_owner_can_do_without_and_a_site_without_address_has_none(write):
    root = write({})
    assert items_of(build(replace(settings(root), cards=False))) == []
    assert items_of(build(replace(settings(root), site_url=""))) == []


def test_a_picture_keeps_its_address_and_changes_its_version(write):
    library = build(settings(write({}))).reading.library
    told = Settings(root=Path(), site_url="https://proef.example/kennis/", today=TODAY)
    item = library.by_id["a1b2c3"]
    before = picture_of_item(item, library, told)
    after = picture_of_item(replace(item, fields=item.fields.model_copy(update={"title": "Een andere titel"})), library, told)
    assert re.fullmatch(r"https://proef\.example/kennis/l/a1b2c3/kaart\.png\?v=[0-9a-f]{8}", before.url)
    assert before.url.partition("?")[0] == after.url.partition("?")[0]
    assert before.url != after.url
    assert before.alt == "Tip: Begin klein en laat het groeien"
    assert before.drawing.image.drawing == "tip"


def test_the_first_network_stands_for_the_others(write):
    root = write({})
    file = root / "lessons/begin-klein.md"
    text = re.sub(r"^networks:.*\n", "", file.read_text(), flags=re.MULTILINE)
    shown = {}
    for slugs in ("[]", "[oost]", "[oost, noord]"):
        file.write_text(text.replace("type: tip\n", f"type: tip\nnetworks: {slugs}\n"))
        site = build(settings(root))
        drawing = next(a for a in site.artefacts if isinstance(a, Drawing) and a.path == "l/a1b2c3/kaart.png")
        shown[slugs] = drawing.image.networks
    name = shown["[oost]"]
    assert name
    assert shown == {"[]": "", "[oost]": name, "[oost, noord]": f"{name} en anderen"}


def test_no_alias_can_take_the_place_of_a_picture(write):
    root = write({"lessons/x.md": SUPERSEDED.replace("/oud/", "/l/a1b2c3/kaart.png")})
    assert "alias-taken" in [problem.code for problem in build(settings(root)).reading.problems]


def test_whoever_draws_otherwise_counts_the_number_up():
    """The key of a picture holds a number for how it is drawn: when the digest differs, count `_DRAWN` up and write both down here."""
    pictures = [
        replace(PLAIN, title=title, colour=key, drawing=drawing)
        for title, key, drawing in zip(TITLES, cycle(DECLARATIONS.item_types), cycle(("", "olifant", "lesson", "home")), strict=False)
    ]
    pixels = b"".join(opened(painted(picture)).convert("RGB").tobytes() for picture in pictures)
    assert (_DRAWN, hashlib.sha256(pixels).hexdigest()[:16]) == (2, "85e333dadbfd935e")


DETAIL = "Deelnemers staan binnen of buiten een touw op de grond. Zo merken ze of ze praten over wat ze zelf kunnen veranderen."


@pytest.mark.parametrize("drawing", ["", "olifant"])
@pytest.mark.parametrize(
    "title", ["Begin klein", "Wat de wijkverpleegkundige zag en de gemeente niet: samen kijken levert altijd nieuwe ideeën"]
)
def test_a_sentence_stands_below_the_title_in_letters_that_a_phone_shows(title, drawing):
    plain, told = (_lettered(replace(PLAIN, title=title, detail=detail, drawing=drawing)) for detail in ("", DETAIL))
    assert told.tobytes() != plain.tobytes()
    assert not inked(told, (0, _TITLE_BOTTOM + 12, WIDTH, _RULE))
    assert min(_DETAIL) >= 32
    assert picture_key(replace(PLAIN, detail=DETAIL)) != picture_key(PLAIN)
