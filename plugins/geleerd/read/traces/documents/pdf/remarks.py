"""Remarks (`%`) in a PDF, its pages and its fonts: those that programs write, and those of people."""

import re
from collections.abc import Iterator

from geleerd.model.documents import Trace
from geleerd.read.traces.documents.pdf.wording import is_binary, knows, names_somebody

_OF_FORMAT = re.compile(
    rb"EOF|PDF-\d\.\d|QDF-\d\.\d|QDF: ignore_newline"
    rb"|!PS-(?:Adobe|AdobeFont|TrueTypeFont)-[\d.]{1,12}(?: (?:Resource-\w{1,12}|EPSF-[\d.]{1,5}))?"
    rb"|Original object ID: [\d ]{1,20}|Page \d{1,6}"
    rb"|Contents for page \d{1,6}"
    rb"|CANON_PFINF_\w{1,30}"
    rb"|(?:Begin|End)(?:Resource|CMap|Comments|Prolog|Setup)|EndComments|IncludeResource: \w{1,10} \(CIDInit\)|Version: [\d. ]{1,20}"
    rb"|(?:Title|BeginResource|DocumentNeededResources|DocumentSuppliedResources|IncludeResource): ?(?:(?:CMap|ProcSet|procset) )?"
    rb"\((?:Adobe|CIDInit)[\w+.-]{0,90}(?: [\w+.-]{1,60}){0,3}\)"
)
_OF_TEX = re.compile(rb"(?:Title|BeginResource): ?(?:CMap )?\(TeX-[A-Z]{6}-[\w+.-]{1,60}(?: TeX [A-Z]{6}-[\w+.-]{1,60} \d)?\)")
_LETTERS = re.compile(rb"[A-Za-z]{3}")
_OF_GHOSTSCRIPT = re.compile(
    rb"%?Invocation: (?:/usr/(?:local/)?bin/)?gs(?:win\d\dc?)?(?:\.exe)?"
    rb"(?: -[A-Za-z][\w.]{0,40}(?:=(?:\?|/\w{1,10}|[\d.x]{1,20}|pdfwrite|true|false|null))?| [?-])*"
)
_OF_REPORTLAB = re.compile(rb" ?(?:'[\w.+-]{1,60}': )?class PDF\w{1,40}|.{0,8} ?ReportLab Generated PDF document.{0,60}")


def remark_traces(remark: bytes) -> Iterator[Trace]:
    """What a remark tells; `remark` is what follows the sign."""
    text = remark.strip(b"\0 \t\f%\r\n")
    if not text or (is_binary(text) and not _LETTERS.search(text)):
        return
    words = text.decode("latin-1")
    if _OF_TEX.fullmatch(text):
        return
    if any(pattern.fullmatch(text) for pattern in (_OF_FORMAT, _OF_REPORTLAB, _OF_GHOSTSCRIPT)) and not names_somebody(words):
        return
    if not knows(words, "resources", "sections"):
        yield Trace("comment", words, "PDF")
