"""Names of styles, shapes, typefaces and marks as programs and people give them pass; those of people do not."""

import pytest

from geleerd.read.traces.office.parts.words import is_of_schema, is_plain_name, is_plain_typeface
from tests.workbench.growth import NEARLY_LINEAR, time_grows

STYLES = """
Kop 1 paars; heading 1,Kop A,h1; Tekst zonder opmaak; Onopgeloste melding1; toc 1; Gemiddeld raster 1 - accent 1; Rastertabel 4 - Accent 5; Rijkshuisstijl;
BZK tabelkop; VNG-opsomming; Body Text Indent 2; Opmaakprofiel1; Tussenkopje; Broodtekst; Inspringing blok; Opsomming streepje; BriefkopUtrecht; Citaat groot; msonormal;
normaltextrun; Stijl Kop 1 + Verdana 12 pt; Normaal (Web); Standaardalinea-lettertype; BallontekstChar; TableofFigures; Text_20_body; WW8Num1z0; Eerste pagina
"""
SHAPES = """
Afbeelding 3; Picture 3; Tijdelijke aanduiding voor inhoud 2; Rechthoek: afgeronde hoeken 7; Vrije vorm 5; Stroomdiagram: Proces 6; Rechte verbindingslijn 9;
Google Shape;123;p1; Freeform: Shape 23; Logo; logo.jpg; image1.png; IMG_1234.jpg; Schermafbeelding 2024-01-02 om 10.11.12.png; 3D-model 2; Untitled-1
"""
MARKS = "_GoBack; _Toc164121542; _heading=h.gjdgxs; OLE_LINK1; Selectievakje1; wat-werkt-er; __RefHeading___Toc1_2; tw-target-text; bookmark=id.30j0zll"
TYPEFACES = "Georgia Pro; Lucida Sans; Franklin Gothic Book; Gill Sans MT; Calibri Light; Rijksoverheid Sans Text; Proxima Nova; Frutiger LT Std 45 Light; MS Gothic; Museo Sans 300; Atkinson Hyperlegible; Estrangelo Edessa"
PEOPLE = (
    "Wobke Terlingen",
    "Wobke_Terlingen",
    "WobkeTerlingen",
    "Foto van Wobke Terlingen.jpg",
    "wobke.png",
    "Sophie van der Berg",
    "w@voorbeeld.nl",
    "06-12345678",
    "de Vries, Jan",
    "J. de Vries",
    "JAN DE VRIES",
    "jdevries",
    "Ayşe de Vries",
    "(030) 2314567",
    "Domstraat 12",
)


@pytest.mark.parametrize("name", [name.strip() for name in (STYLES + ";" + MARKS).split("; ") for name in name.split(";\n")])
def test_a_name_of_a_style_or_a_mark_passes(name):
    assert is_plain_name(name)


@pytest.mark.parametrize("name", [name.strip() for name in SHAPES.split("; ") for name in name.split(";\n")])
def test_a_name_of_a_shape_passes(name):
    assert is_plain_name(name, 0)


@pytest.mark.parametrize("name", TYPEFACES.split("; "))
def test_a_name_of_a_typeface_passes(name):
    assert is_plain_typeface(name)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_name_of_a_person_does_not(name):
    assert not is_plain_name(name)
    assert not is_of_schema(name)


@pytest.mark.parametrize("name", ["Wobke Terlingen", "Wobke van der Terlingen", "Jan de Vries Domstraat", "06-12345678"])
def test_no_typeface_is_called_after_a_person(name):
    assert not is_plain_typeface(name)


@pytest.mark.parametrize(
    "value",
    ["12192000", "00AB12CD", "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}", "A1:XFD20", "sngStrike", "2026-11-22T10:00:00Z", "w14 w15"],
)
def test_a_value_of_the_formats_passes(value):
    assert is_of_schema(value)


@pytest.mark.parametrize("piece", ["Wobke ", "aB", "0 ", "_20_", "1-", "é"])
@pytest.mark.parametrize("judge", [is_plain_name, is_plain_typeface, is_of_schema])
def test_time_grows_with_the_length(judge, piece):
    assert time_grows(judge, piece) < NEARLY_LINEAR
