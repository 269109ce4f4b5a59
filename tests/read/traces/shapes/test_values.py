"""Values that tell nothing by their shape, and others in the same place that may be somebody's name or number."""

import pytest

from geleerd.read.traces.shapes.values import SHAPES, is_profile_text

HARMLESS = {
    "maker": [
        "Canon",
        "NIKON CORPORATION",
        "samsung",
        "Apple",
        "OLYMPUS IMAGING CORP.",
        "CASIO COMPUTER CO.,LTD.",
        "LG Electronics",
        "Fairphone",
    ],
    "model": [
        *(
            "iPhone 14 Pro",
            "iPhone SE (2nd generation)",
            "SM-G991B",
            "Canon EOS 5D Mark IV",
            "NIKON D750",
            "ILCE-7M3",
            "DMC-FZ200",
            "Pixel 8a",
        ),
        *(
            "Redmi Note 9 Pro",
            "M2007J20CG",
            "2201117TG",
            "CPH2451",
            "VOG-L29",
            "COOLPIX P900",
            "E-M10MarkII",
            "moto g(7) power",
            "HERO9 Black",
        ),
        *(
            "iPhone 13 Pro back triple camera 5.7mm f/1.5",
            "EF-S18-55mm f/3.5-5.6 IS II",
            "NIKKOR Z 24-70mm f/4 S",
            "XF18-55mmF2.8-4 R LM OIS",
        ),
    ],
    "software": [
        "17.5.1",
        "S918BXXS7DXK5",
        "Android UP1A.231005.007.S918BXXS7DXK5",
        "HDR+ 1.0.540104767zd",
        "Greenshot",
        "Ver.1.00",
        "R Graphics",
    ],
    "date": [
        "2026:11:22 10:00:00",
        "2026-11-22T10:00:00+01:00",
        "Sun, 22 Nov 2026 10:00:00 +0100",
        "zo 22 nov 2026 10:21:33 CET",
        "    :  :  ",
    ],
    "said": ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "Screenshot", "Created with GIMP", "Lavc58.54.100"],
    "number": ["1", "-0.5", "1/60", "4294967295/100"],
    "language": ["nl", "nl-NL", "x-default", ""],
    "identifier": [
        "xmp.did:0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
        "adobe:docid:photoshop:0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
        "xmp.iid:1",
        "",
    ],
    "format": ["image/jpeg", "application/pdf"],
    "change": ["from image/jpeg to image/png", "converted from image/tiff to image/jpeg"],
}
TELLING = {
    "maker": ["Wobke", "Canon van Wobke", "Apple 0612345678"],
    "model": [
        "iPhone van Wobke",
        "Wobke's iPhone",
        "iPhone (Wobke)",
        "Wobke Terlingen",
        "06 12 34 56 78",
        "0612345678",
        "BS 123 456 782",
        "Jan1980",
    ],
    "software": ["Max Sun", "Wobke 1.0", "0612345678", "52.370216, 4.895168"],
    "date": ["Wobke", "2026:11:22 Wobke", "zo 22 nov bij Wobke", "06 12 34 56 78"],
    "said": ["52.370216, 4.895168", "06-12345678", "12-03-1950", "Wobke", "SONY DSC van Wobke", "D750"],
    "number": ["Wobke", "0612345678", "06-12345678", "1/60 Wobke", "123456782"],
    "language": ["Wobke", "wobke terlingen"],
    "identifier": ["Wobke", "xmp.did:Wobke", "xmp.did:0a1b2c3d Wobke"],
    "format": ["Wobke", "image/wobke", "application/wobke"],
    "change": ["from Wobke", "deur Wobke"],
}


@pytest.mark.parametrize(("shape", "text"), [(shape, text) for shape, texts in HARMLESS.items() for text in texts])
def test_a_value_of_this_shape_tells_nothing(shape, text):
    assert SHAPES[shape](text)


@pytest.mark.parametrize(("shape", "text"), [(shape, text) for shape, texts in TELLING.items() for text in texts])
def test_a_value_of_another_shape_may_tell_something(shape, text):
    assert not SHAPES[shape](text)


PROFILES_OF_EVERYBODY = """\
Generic RGB Profile
Profil Générique RVB
Algemeen Grijsprofiel
Общий профиль RGB
일반 RGB 프로파일
U.S. Web Coated (SWOP) v2
Google/Skia/7C5FA2151397474A0486BBCC83733D59
sRGB IEC61966-2-1 black scaled
Created by Graeme W. Gill. Released into the public domain. No Warranty, Use at your own risk."""


@pytest.mark.parametrize("text", PROFILES_OF_EVERYBODY.splitlines())
def test_the_name_of_a_profile_that_everybody_has_tells_nothing(text):
    assert is_profile_text(text)


@pytest.mark.parametrize("text", ["Scherm van Wobke", "Wobke Terlingen", "Google/Skia/Wobke", "kamer 1234567"])
def test_the_name_of_somebody_tells(text):
    assert not is_profile_text(text)
