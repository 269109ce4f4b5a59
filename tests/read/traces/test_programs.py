"""What programs write of themselves tells nothing; what may name a person or place does."""

import tomllib
from pathlib import Path

import pytest

from geleerd.read.traces import programs
from geleerd.read.traces.programs import is_of_program

TABLE = Path(programs.__file__).with_suffix(".toml")

OF_PROGRAMS = """\
LaTeX with hyperref
LaTeX with Beamer class
LaTeX via pandoc
xdvipdfmx (20220710)
 XeTeX output 2026.01.01:1000
GPL Ghostscript 10.02.1
Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0.0.0 Safari/537.36
Skia/PDF m122 Google Docs Renderer
macOS Versie 14.5 (Bouw 23F79) Quartz PDFContext
Microsoft: Print To PDF
Microsoft® Word voor Microsoft 365
Microsoft® Word für Microsoft 365
LibreOffice 24.8.4.2 (X86_64) / LibreOffice Community
iLovePDF
3-Heights(TM) PDF Security Shell 4.8.25.2 (http://www.pdf-tools.com)
Prince 15.1 (www.princexml.com)
iText® 7.1.1 ©2000-2018 iText Group NV (AGPL-version)
pdf-lib (https://github.com/Hopding/pdf-lib)
RICOH IM C3000
KM_C258
KYOCERA TASKalfa 3253ci
Brother MFC-L8690CDW
Canon iR-ADV C3325 PDF
Xerox AltaLink C8045
HP Scan Extended Application
Adobe PSL 1.3e for Canon
OCRmyPDF 15.4.4 / Tesseract OCR-PDF 5.3.0
Created with Sketch.
Paint.NET 5.1.2
Adobe XMP Core 5.6-c017 91.164464, 2020/06/15-10:20:05
Adobe XMP Core 9.1-c002 79.dba3da3, 2023/12/13-05:06:49
XMP toolkit 2.9.1-13, framework 1.6
17.5.1
Microsoft Power BI
QGIS 3.34.4-Prizren
AutoCAD 2023 - Nederlands 2023 (24.2s (LMS Tech))
pdfplot16.hdi 16.2.048.00000
Bluebeam Stapler
Powered By Crystal
FPDI
Miro
OmniPage CSDK 21.1
Form ZRE
Canon iR-ADV C5535 III  PDF
Sharp Scanned ImagePDF
MFPImgLib V1.0
xhtml2pdf <https://github.com/xhtml2pdf/xhtml2pdf/>
S918BXXS7DXK5
LibreOffice/7.6.4.1 project/e19e193f88cd6c0525a17fb7a176ed8e6a3e2aa1"""

OF_PEOPLE = """\
Word van Jan de Vries
Max Sun
Microsoft Word Jan
Word JAN75
Piet Prince
Jan Miro
Form ZRE Jan
Prince
Ruby Sketch
J.V.
HP JdV
iPhone van Wobke
Canon printer kamer 3
06-12 34 56 78
Canva 06 12345678
Word 12345678
123 456 782
52.370216, 4.895168
12-03-1950
NWR45B7C1
Word, w@voorbeeld.nl"""


@pytest.mark.parametrize("text", OF_PROGRAMS.splitlines())
def test_a_program_or_device_is_known(text):
    assert is_of_program(text)


@pytest.mark.parametrize("text", OF_PEOPLE.splitlines())
def test_what_may_be_of_a_person_is_not(text):
    assert not is_of_program(text)


def test_the_lists_stay_sorted():
    lists = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    for name, entries in lists.items():
        assert entries.split("\n")[:-1] == sorted(set(entries.split("\n")[:-1])), name
