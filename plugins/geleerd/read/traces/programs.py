"""What programs and devices write of themselves: names and versions that tell nothing about a person."""

import re
from typing import Final

LONGEST_SIGNATURE: Final = 200
"""Characters; programs write a line of some thirty."""

_WORDS = re.compile(r"[^\W\d_]+")
_LONG_NUMBER = re.compile(r"\d{9}")

_KNOWN_WORDS = """
adobe aiim apache apple artifex autodesk canon canva casio corel dji epson figma fujifilm foxit ghent google gopro hp huawei ibm kodak
konica kyocera leica lexmark lg microsoft minolta mozilla motorola nikon nitro nokia nuance olympus oneplus oppo oracle panasonic pentax
ricoh samsung sony sun vivo xerox xiaomi zebra
acrobat access affinity android aspose audition bluebeam bridge cairo calc calibre camera canvas capture cc chrome chromium creator
cutepdf dart designer distiller docs dompdf draw drawio edge electron elements engine excalidraw excel exiftool expert express factory
fireworks firefox fpdf freehand gd ghostscript gimp gnome graphicsmagick headlesschrome illustrator imagemagick impress indesign
inkscape inc incorporated ipad iphone irfanview itext jpeg jpegmini keynote lavc libgd libjpeg libreoffice lightroom lualatex luatex
matplotlib mac macos mathjax matplotlib mpdf mupdf netpbm numbers office openoffice openpyxl optimized org pages paint paintshop pandoc
pdf pdfcreator pdfium pdflatex pdfmaker pdfsam pdftex pdftk photo photos photoshop picasa pixel pixelmator png pngcrush powerpoint
preview premiere prince printer producer project pscript ps publisher puppeteer pypdf pypdf2 python qgis qpdf qt quartz quicktime quark
quarkxpress report reportlab ruby samsung scan scanner scribus screenshot schermafbeelding schermopname sketch skia slides spectacle
sumatrapdf svg tcpdf tex textbox tiff trapped typst ui vips visio viewer web webkit weasyprint windows wkhtmltopdf word wordpress
wordpad wps writer xelatex xep xetex xmp xnview xpress zeichnung
alpha and api beta bit business by classic com community context copyright core corp corporation cs dcf de desktop digital dll dynamic
edition enterprise enhanced export exported expression extended file for foundation free fx gbr generated generator gmbh high home http
https ijg in international intel java jpg jr library licensed linux lite live llc ltd macintosh made max microsystems mini mobile module
more net nl open optimised or os pack parallel personal plus plug plugin premium presentation preset pro professional quality raw reader
red release renderer representation rev se server service services software source standard std studio suite system team technologies
technology text the to toolkit tool tools trial ubuntu ultimate ultra unknown unregistered use used using utilities v vector version via
voor wide win
compatible with www x xp xs year do not edit this other than editors written created processed saved default device lead jfif from
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())


def is_of_program(text: str) -> bool:
    """Whether a text says only which program or device made something. One word that we do not know may be a name."""
    if len(text) > LONGEST_SIGNATURE or "@" in text or _LONG_NUMBER.search(text):
        return False
    return all(word in _KNOWN or len(word) == 1 for word in _WORDS.findall(text.casefold()))
