"""PDFs written by hand, object by object: each with a secret in one place, and those of common programs that tell nothing."""

import base64
import zlib
from collections.abc import Mapping

from tests.workbench.telling_files import NAME, exif, image, xmp

SECRET = f"({NAME})"
PHOTO_OF_SOMEBODY = image("JPEG", exif=exif({0x013B: NAME}))


def stream(keys: str, data: bytes = b"") -> bytes:
    return f"<<{keys}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def packed(keys: str, data: bytes, behind: bytes = b"") -> bytes:
    return stream(f"{keys}/Filter/FlateDecode", zlib.compress(data) + behind)


def written(
    page: str = "",
    content: bytes = b"",
    *,
    root: str = "",
    trailer: str = "",
    head: bytes = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    tail: bytes = b"",
    between: bytes = b"",
    **objects: str | bytes,
) -> bytes:
    """One page, with more keys in it, in the root and in the trailer; further objects by number (`_5`), from 5 on."""
    numbered: dict[int, str | bytes] = {
        1: f"<</Type/Catalog/Pages 2 0 R{root}>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R{page}>>",
        4: stream("", content),
        **{int(key[1:]): value for key, value in objects.items()},
    }
    data, places = head, {}
    for number, value in sorted(numbered.items()):
        places[number] = len(data)
        data += f"{number} 0 obj\n".encode() + (value.encode("latin-1") if isinstance(value, str) else value) + b"\nendobj\n" + between
        between = b""
    size = max(numbered) + 1
    rows = [f"{places[number]:010} 00000 n \n" if number in places else "0000000000 00000 f \n" for number in range(1, size)]
    table = (
        f"xref\n0 {size}\n0000000000 65535 f \n{''.join(rows)}trailer<</Size {size}/Root 1 0 R{trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    )
    return data + table.encode("latin-1") + tail


def annotated(keys: str) -> bytes:
    return written(f"/Annots[<</Type/Annot/Rect[1 1 9 9]{keys}>>]")


def drawing(keys: str, data: bytes) -> bytes:
    """A page with one thing drawn on it."""
    return written("/Resources<</XObject<</X0 5 0 R>>>>", b"/X0 Do", _5=stream(f"/Type/XObject{keys}", data))


def font(keys: str, **objects: str | bytes) -> bytes:
    return written("/Resources<</Font<</F1 5 0 R>>>>", _5=f"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Arial{keys}>>", **objects)


WHERE_TABLE_IS = written().find(b"xref\n")
_PICTURE = "/Subtype/Image/Width 8/Height 8/ColorSpace/DeviceRGB/BitsPerComponent 8"
_ICC = b"\0" * 36 + b"acsp" + b"\0" * 88 + b"\0\0\0\1Wobk" + b"\0" * 8
_NAME = NAME.encode()
_CAMEL = NAME.replace(" ", "")

SECRETS: Mapping[str, bytes] = {
    "before the beginning": written(head=_NAME + b"\n%PDF-1.7\n"),
    "behind the end": written(tail=_NAME),
    "remark in the head": written(head=b"%PDF-1.7\n% " + _NAME + b"\n"),
    "remark between objects": written(between=b"% " + _NAME + b"\n"),
    "name in the remark of a program": written(head=b"%PDF-1.7\n%%Invocation: gs -q wobke.pdf\n"),
    "remark like that of a program": written(head=b"%PDF-1.7\n%%Invocation: gs" + b" -a" * 100_000 + b"!\n"),
    "words between objects": written(between=_NAME + b"\n"),
    "maker of a remark": written(between=b"%!PS-Wobke Terlingen\n"),
    "title in a remark": written(between=b"%%Title: (Adobe Wobke Terlingen)\n"),
    "name behind an object": written(_5=f"[1]/{_CAMEL}", root="/OpenAction 5 0 R"),
    "number behind a stream": written(_5=stream("", b"") + b" 0612345678"),
    "name that nothing leads to": written(_5=f"/{_CAMEL}"),
    "key that nothing leads to": written(_5=f"<</{_CAMEL} null/X 1>>"),
    "key without a value": written(root=f"/{_CAMEL} null"),
    "ID in two bytes a letter": written(trailer=f"/ID[<FEFF{NAME.encode('utf-16-be').hex()}>(aa)]"),
    "ID with accents": written(trailer="/ID[(Zo\xeb Andr\xe9 Bront\xeb)(aa)]"),
    "ID of a telephone": written(trailer="/ID[(tel 0612345678)(aa)]"),
    "behind letters": written(_4=stream("/Filter/ASCIIHexDecode", b"7120> " + _NAME)),
    "behind data in letters": written(
        _4=stream("/Filter[/ASCII85Decode/FlateDecode]", base64.a85encode(zlib.compress(b"q") + _NAME) + b"~>")
    ),
    "two bytes a letter behind packed data": written(_4=packed("", b"q Q", NAME.encode("utf-16"))),
    "layers that begin off": written(root="/OCProperties<</OCGs[5 0 R]/D<</BaseState/OFF>>>>", _5="<</Type/OCG/Name(Laag 1)>>"),
    "layer that no screen shows": written(
        root="/OCProperties<</OCGs[5 0 R]/D<<>>>>", _5="<</Type/OCG/Name(Laag 1)/Usage<</View<</ViewState/OFF>>>>>>"
    ),
    "choices on no page": written(root="/AcroForm<</Fields[5 0 R]>>", _5=f"<</FT/Ch/T(naam)/Opt[{SECRET}]>>"),
    "text without height": written(content=b"BT /F1 0 Tf 9 9 Td (Wobke)Tj ET"),
    "form without room": drawing("/Subtype/Form/BBox[0 0 0 0]", b"BT (Wobke)Tj ET"),
    "name in the file of a drawing": drawing(f"/Subtype/Form/BBox[0 0 1 1]/PTEX.FileName(./{_CAMEL}/figuur.pdf)", b""),
    "properties of one's own in a style": annotated("/Subtype/FreeText/DA(/Helv 9 Tf)/Contents(Let op)/DS(auteur: Wobke; tel: 0612345678)"),
    "link to a file beside": annotated("/Subtype/Link/A<</S/URI/URI(../../wobke/Documenten/a.docx)>>"),
    "box in a box of JPEG 2000": drawing(f"{_PICTURE}/Filter/JPXDecode", b"\0\0\0\x1fjp2h\0\0\0\x17xml " + _NAME),
    "free box in JPEG 2000": drawing(f"{_PICTURE}/Filter/JPXDecode", b"\0\0\0\x17free" + _NAME),
    "remark in an object": written(_5=f"<</A 1 % {NAME}\n>>"),
    "remark in the content": written(content=b"q % " + _NAME + b"\nQ"),
    "property of a mark": written(content=f"/Span<</Auteur{SECRET}>>BDC EMC".encode()),
    "kind of a mark": written(content=f"/Span<</Lang{SECRET}>>BDC EMC".encode()),
    "address in a text for listeners": written(content=b"/Span<</ActualText(w@voorbeeld.nl)>>BDC EMC"),
    "picture in the content": written(content=b"BI /W 8/H 8/CS/RGB/BPC 8/F/DCT ID " + PHOTO_OF_SOMEBODY + b" EI Q"),
    "text that nobody sees": written(
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>", b"BT /F1 9 Tf 3 Tr (Wobke)Tj ET"
    ),
    "behind packed data": written("/Resources<</XObject<</X0 5 0 R>>>>", _5=packed("/Subtype/Form/BBox[0 0 1 1]", b"q Q", _NAME)),
    "object that nothing leads to": written(_5=f"<</Author{SECRET}>>"),
    "page that nothing leads to": written(_5=stream("", b"BT (Wobke)Tj ET")),
    "text that nothing leads to": written(_5=SECRET),
    "earlier revision": written(tail=written()[9:]),
    "Info Author": written(trailer=f"/Info<</Author{SECRET}>>"),
    "Info of one's own": written(trailer=f"/Info<</Wie{SECRET}>>"),
    "Info Creator": written(trailer="/Info<</Creator(Word van Wobke)>>"),
    "Info date": written(trailer=f"/Info<</CreationDate{SECRET}>>"),
    "Info Trapped": written(trailer=f"/Info<</Trapped/{_CAMEL}>>"),
    "Info banner": written(trailer=f"/Info<</PTEX.Fullbanner{SECRET}>>"),
    "key of the trailer": written(trailer=f"/Wie{SECRET}"),
    "ID": written(trailer=f"/ID[{SECRET}{SECRET}]"),
    "Lang": written(root=f"/Lang{SECRET}"),
    "Version": written(root=f"/Version/{_CAMEL}"),
    "packet": written(root="/Metadata 5 0 R", _5=stream("/Type/Metadata/Subtype/XML", xmp(f"<dc:creator>{NAME}</dc:creator>"))),
    "packet of a page": written("/Metadata 5 0 R", _5=stream("/Subtype/XML", xmp(f"<dc:creator>{NAME}</dc:creator>"))),
    "PieceInfo": written(f"/PieceInfo<</X<</Private{SECRET}>>>>"),
    "script": written(root="/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"),
    "script by name": written(root="/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>"),
    "script of a page": written("/AA<</O<</S/JavaScript/JS(1)>>>>"),
    "program": annotated("/Subtype/Link/A<</S/Launch/F(cmd.exe)>>"),
    "program after a link": annotated("/Subtype/Link/A<</S/URI/URI(https://voorbeeld.nl)/Next<</S/Launch/F(a)>>>>"),
    "form that is sent": annotated("/Subtype/Widget/FT/Btn/A<</S/SubmitForm/F(https://evil.test/)>>"),
    "link to a file": annotated("/Subtype/Link/A<</S/GoToR/F(/ho" + "me/wobke/a.pdf)/D[0/Fit]>>"),
    "link to a folder": annotated("/Subtype/Link/A<</S/URI/URI(file:///C:/Volumes/wobke/a.pdf)>>"),
    "link with a password": annotated("/Subtype/Link/A<</S/URI/URI(https://wobke:geheim@voorbeeld.nl/)>>"),
    "link to somebody's folder": annotated("/Subtype/Link/A<</S/URI/URI(https://org-my.sharepoint.com/personal/wobke_org_nl/a)>>"),
    "link of somebody": annotated(f"/Subtype/Link/Dest[3 0 R/Fit]/T{SECRET}"),
    "link with a remark": annotated(f"/Subtype/Link/Dest[3 0 R/Fit]/Contents{SECRET}"),
    "link to a named place": annotated(f"/Subtype/Link/Dest{SECRET}"),
    "name of a place": written(root=f"/Names<</Dests<</Names[{SECRET}[3 0 R/Fit]]>>>>"),
    "old name of a place": written(root=f"/Dests<</{_CAMEL}[3 0 R/Fit]>>"),
    "popup": annotated(f"/Subtype/Popup/Contents{SECRET}"),
    "note": annotated("/Subtype/Text/Contents(Klopt dit?)"),
    "stamp of somebody": annotated(f"/Subtype/Stamp/T{SECRET}"),
    "number of an annotation": annotated(f"/Subtype/Square/NM{SECRET}"),
    "subject of a line": annotated(f"/Subtype/Line/L[1 1 9 9]/Subj{SECRET}"),
    "rich text": annotated(f"/Subtype/FreeText/DA(/Helv 9 Tf)/Contents(Let op)/RC{SECRET}"),
    "style of a text": annotated(f"/Subtype/FreeText/DA(/Helv 9 Tf)/DS{SECRET}"),
    "recording": annotated("/Subtype/Sound/Sound 5 0 R"),
    "annotation that nobody sees": annotated("/Subtype/Square/F 2"),
    "unknown annotation": annotated(f"/Subtype/{_CAMEL}"),
    "value of a field": written(root="/AcroForm<</Fields[5 0 R]>>", _5=f"<</FT/Tx/T(naam)/V{SECRET}>>"),
    "name of a field": written(root="/AcroForm<</Fields[5 0 R]>>", _5=f"<</FT/Tx/T{SECRET}>>"),
    "help of a field": written(root="/AcroForm<</Fields[5 0 R]>>", _5="<</FT/Tx/T(naam)/TU(vraag w@voorbeeld.nl)>>"),
    "settings of a field": written(root=f"/AcroForm<</Fields[]/DA{SECRET}>>"),
    "layer": written(root="/OCProperties<</OCGs[5 0 R]/D<</Order[5 0 R]>>>>", _5=f"<</Type/OCG/Name{SECRET}>>"),
    "maker of a layer": written(
        root="/OCProperties<</OCGs[5 0 R]/D<<>>>>", _5=f"<</Type/OCG/Name(Laag 1)/Usage<</CreatorInfo<</Creator{SECRET}>>>>>>"
    ),
    "group of layers": written(root=f"/OCProperties<</OCGs[]/D<</Order[{SECRET}]>>>>"),
    "label of a page": written(root=f"/PageLabels<</Nums[0<</P{SECRET}>>]>>"),
    "threads": written(root="/Threads[5 0 R]", _5=f"<</I<</Author{SECRET}>>>>"),
    "files inside": written(root="/Names<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.txt)/EF<</F 5 0 R>>>>]>>>>", _5=stream("", _NAME)),
    "file beside a page": written("/AF[5 0 R]", _5="<</F(a.txt)>>"),
    "collection": written(root=f"/Collection<</Schema<</A<</N{SECRET}>>>>>>"),
    "small picture of a page": written("/Thumb 5 0 R", _5=stream(_PICTURE, b"\0" * 192)),
    "where a page was scanned": written(f"/VP[<</Name{SECRET}/BBox[0 0 1 1]>>]"),
    "structure": written(root="/StructTreeRoot<</K<</S/P/T(brief van Wobke)>>>>"),
    "path in a text for listeners": written(root="/StructTreeRoot<</K<</S/Figure/Alt(C:\\\\Users\\\\Wobke\\\\a.png)>>>>"),
    "kind of a structure": written(root=f"/StructTreeRoot<</K<</S/{_CAMEL}>>>>"),
    "kinds of structures": written(root=f"/StructTreeRoot<</RoleMap<</{_CAMEL}/P>>>>"),
    "properties of a structure": written(root=f"/StructTreeRoot<</K<</S/P/A<</O/UserProperties/P[<</N(wie)/V{SECRET}>>]>>>>>>"),
    "number of a structure": written(root=f"/StructTreeRoot<</K<</S/P/ID{SECRET}>>>>"),
    "output": written(root=f"/OutputIntents[<</S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info{SECRET}>>]"),
    "extension": written(root=f"/Extensions<</{_CAMEL}<</BaseVersion/1.7>>>>"),
    "preferences": written(root=f"/ViewerPreferences<</Wie{SECRET}>>"),
    "name of a thing drawn": written("/Resources<</XObject<</Wobke 5 0 R>>>>", _5=stream("/Subtype/Form/BBox[0 0 1 1]", b"")),
    "name of a colour": written(f"/Resources<</ColorSpace<</C0[/Separation/{_CAMEL}/DeviceGray<</FunctionType 2/Domain[0 1]/N 1>>]>>>>"),
    "table of colours": written(f"/Resources<</ColorSpace<</C0[/Indexed/DeviceRGB 4{SECRET}]>>>>"),
    "profile of colours": written("/Resources<</ColorSpace<</C0[/ICCBased 5 0 R]>>>>", _5=stream("/N 3", _NAME * 9)),
    "part of a profile": written("/Resources<</ColorSpace<</C0[/ICCBased 5 0 R]>>>>", _5=stream("/N 3", _ICC)),
    "formula": written(
        "/Resources<</Shading<</S0<</ShadingType 1/ColorSpace/DeviceGray/Function 5 0 R>>>>>>",
        _5=stream("/FunctionType 4/Domain[0 1]/Range[0 1]", b"{ % Wobke\n}"),
    ),
    "picture with a name": drawing(f"{_PICTURE}/Filter/DCTDecode", PHOTO_OF_SOMEBODY),
    "packed picture": drawing(f"{_PICTURE}/Filter[/ASCII85Decode/DCTDecode]", base64.a85encode(PHOTO_OF_SOMEBODY) + b"~>"),
    "short name of a picture's kind": drawing(f"{_PICTURE}/Filter/DCT", PHOTO_OF_SOMEBODY),
    "remark in JPEG 2000": drawing(f"{_PICTURE}/Filter/JPXDecode", b"\xff\x4f\xff\x64\0\x13\0\1" + _NAME + b"\xff\x90"),
    "box in JPEG 2000": drawing(f"{_PICTURE}/Filter/JPXDecode", b"\0\0\0\x0cjP  \r\n\x87\n" + b"\0\0\0\x17uuid" + _NAME),
    "picture that is a text": drawing(_PICTURE, (_NAME * 20)[:192]),
    "picture of another": drawing(f"{_PICTURE}/Alternates[<</Image 5 0 R>>]", b"\0" * 192),
    "file of a picture": drawing(f"{_PICTURE}/OPI<<>>", b"\0" * 192),
    "file of a drawing": drawing(f"/Subtype/Form/BBox[0 0 1 1]/PTEX.FileName(./../../ho{'me'}/wobke/figuur.pdf)", b""),
    "maker of a drawing": drawing(f"/Subtype/Form/BBox[0 0 1 1]/PTEX.InfoDict<</Author{SECRET}>>", b""),
    "PostScript": drawing("/Subtype/PS", _NAME),
    "typeface that is none": font("/FontDescriptor<</FontName/ABCDEF+Arial/FontFile2 6 0 R>>", _6=stream("/Length1 9", _NAME)),
    "style of a typeface": font(f"/FontDescriptor<</FontName/ABCDEF+Arial/Style<</Panose{SECRET}>>>>"),
    "family of a typeface": font("/FontDescriptor<</FontName/ABCDEF+Arial/FontFamily(w@voorbeeld.nl)>>"),
    "table of letters": font("/ToUnicode 6 0 R", _6=stream("", b"% Wobke Terlingen\nbegincmap endcmap")),
    "system of letters": font("/ToUnicode 6 0 R", _6=stream("", b"/CIDSystemInfo<</Registry(Wobke Terlingen)>>def")),
    "registry of letters": font(f"/CIDSystemInfo<</Registry{SECRET}/Ordering(Identity)>>"),
    "letters": font(f"/Encoding<</Differences[1/{_CAMEL}]>>"),
    "words behind an object": written(_5=f"<</A 1>> {NAME}"),
    "words in an object": written("/Wobke" + " Terlingen"),
    "key written twice": written(trailer=f"/Info<</Creator(Word)/Creator{SECRET}>>"),
    "words behind a stream": written(_5=stream("", b"") + _NAME),
    "text that nothing shows": written(content=b"q (Wobke)pop Q"),
    "texts in a list that nothing shows": written(content=b"[(Wobke)1]0 d"),
    "words that draw nothing": written(content=b"q Wobke Terlingen Q"),
    "name of a mark": written(content=f"/{_CAMEL} BMC EMC".encode()),
    "layer that is off": written(root="/OCProperties<</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>", _5="<</Type/OCG/Name(Laag 1)>>"),
    "layer of somebody": written(root="/OCProperties<</OCGs[5 0 R]/D<<>>>>", _5="<</Type/OCG/Name(Laag van Wobke)>>"),
    "typeface that nothing leads to": written(_5=stream("/Length1 9", _NAME)),
    "pack of nothing": written(_5=stream("/Type/ObjStm/N 1/First 4", b"9 0 " + SECRET.encode())),
    "table of nothing": written(_5=stream("/Type/XRef/W[1 1 1]/Size 1", _NAME)),
    "key of a table": written(_5=stream(f"/Type/XRef/W[1 1 1]/Size 1/Wie{SECRET}", b"\0\1\2")),
    "page without a place": written(root="/Names<</Templates<</Names[(a)5 0 R]>>>>", _5="<</Type/Page>>"),
    "permission": written(root="/Perms<</DocMDP<</Type/Sig>>>>"),
    "signature": written(root="/AcroForm<</Fields[<</FT/Sig/T(Signature1)/V<</Type/Sig/Name(Wobke)>>>>]>>"),
    "form of another program": written(root="/AcroForm<</Fields[]/XFA 5 0 R>>", _5=stream("", b"<x/>")),
    "requirements": written(root="/Requirements[<</S/EnableJavaScripts>>]"),
    "address of the file": written(root="/URI<</Base(file:///C:/Volumes/wobke/)>>"),
    "who may read": written(root=f"/Legal<</Attestation{SECRET}>>"),
    "beads": written("/B[5 0 R]", _5=f"<</T<</I<</Title{SECRET}>>>>>>"),
    "script of a field": annotated("/Subtype/Widget/FT/Tx/T(naam)/AA<</K<</S/JavaScript/JS(1)>>>>"),
    "script after a jump": annotated("/Subtype/Link/A<</S/GoTo/D[3 0 R/Fit]/Next[<</S/JavaScript/JS(1)>>]>>"),
    "jump into a file inside": annotated("/Subtype/Link/A<</S/GoToE/D[0/Fit]/T<</R/C/N(a)>>>>"),
    "link with a name in its number": annotated(f"/Subtype/Link/Dest[3 0 R/Fit]/NM{SECRET}"),
    "date of a link": annotated(f"/Subtype/Link/Dest[3 0 R/Fit]/M{SECRET}"),
    "value before": written(root="/AcroForm<</Fields[5 0 R]>>", _5=f"<</FT/Tx/T(naam)/DV{SECRET}>>"),
    "name of a field elsewhere": written(root="/AcroForm<</Fields[5 0 R]>>", _5=f"<</FT/Tx/T(naam)/TM{SECRET}>>"),
    "tick that is called": annotated(f"/Subtype/Widget/FT/Btn/T(Check Box1)/AS/{_CAMEL}"),
    "small letters of somebody": written(root="/Names<</Dests<</Names[(wobke_terlingen)[3 0 R/Fit]]>>>>"),
    "own key of a typeface": font(f"/Wie{SECRET}"),
}

HARMLESS: Mapping[str, bytes] = {
    "plain": written(),
    "Word": written(
        "/Group<</Type/Group/S/Transparency/CS/DeviceRGB>>/Tabs/S/StructParents 0",
        b"/P <</MCID 0>> BDC q EMC /Artifact <</Type/Pagination/Subtype/Footer/Attached[/Bottom]>> BDC EMC /Span<</ActualText<FEFF0020>>> BDC EMC",
        root="/Lang(nl-NL)/StructTreeRoot 5 0 R/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>",
        _5="<</Type/StructTreeRoot/RoleMap<</Footnote/Note/Endnote/Note/Textbox/Sect/Workbook/Document>>/ParentTree<</Nums[0[6 0 R]]>>/K[6 0 R]/ParentTreeNextKey 1>>",
        _6="<</P 5 0 R/S/Figure/Type/StructElem/K[0]/Pg 3 0 R/Alt(Drie mensen met Jan de Vries aan een tafel)/A<</O/Layout/BBox[1 1 9 9]/Placement/Block>>>>",
        trailer="/Info<</Creator(Microsoft\\256 Word voor Microsoft 365)/CreationDate(D:20260101101010+01'00')/Author()/Title()/Keywords()>>"
        "/ID[<0102030405060708090A0B0C0D0E0FF0><0102030405060708090A0B0C0D0E0FF0>]",
    ),
    "LaTeX": written(
        "/Annots[<</Type/Annot/Subtype/Link/Border[0 0 1]/H/I/C[1 0 0]/Rect[1 1 9 9]/A<</S/GoTo/D(section.1)>>>>]",
        root="/Names<</Dests<</Kids[<</Limits[(Doc-Start)(section.1)]/Names[(Doc-Start)[3 0 R/XYZ 1 1 null](cite.terlingen2020)[3 0 R/Fit](section.1)[3 0 R/Fit]]>>]>>>>"
        "/Outlines 5 0 R/PageMode/UseOutlines/PageLabels<</Nums[0<</S/D>>]>>",
        _5="<</Type/Outlines/First 6 0 R/Last 6 0 R/Count 1>>",
        _6="<</Title(Inleiding)/A<</S/GoTo/D(section.1)>>/Parent 5 0 R>>",
        trailer="/Info<</Producer(pdfTeX-1.40.25)/Creator(LaTeX with hyperref)/Trapped/False/PTEX.Fullbanner(This is pdfTeX, Version 3.141592653-2.6-1.40.25"
        " \\(TeX Live 2023/Debian\\) kpathsea version 6.3.5)>>",
    ),
    "figure in LaTeX": drawing(
        "/Subtype/Form/BBox[0 0 1 1]/PTEX.FileName(./figuren/Kosten-2024.pdf)/PTEX.PageNumber 1/PTEX.InfoDict<<>>", b""
    ),
    "Ghostscript": written(
        head=b"%PDF-1.7\n%\xc7\xec\x8f\xa2\n%%Invocation: gs -q -dNOPAUSE -sDEVICE=pdfwrite -sOutputFile=? ?\n",
        trailer="/Info<</Producer(GPL Ghostscript 10.02.1)/ModDate(D:20260101101010Z00'00')>>",
    ),
    "ReportLab": written(
        head=b"%PDF-1.4\n%\x93\x8c\x8b\x9e ReportLab Generated PDF document (opensource)\n",
        between=b"% 'F1': class PDFType1Font \n",
        trailer="/Info<</Author(\\(anonymous\\))/Creator(\\(unspecified\\))/Producer(ReportLab PDF Library - www.reportlab.com)/Title(untitled)>>",
    ),
    "scan with its words": written(
        "/Resources<</XObject<</Im0 5 0 R>>/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
        b"q /Im0 Do Q BT 3 Tr /F1 9 Tf (woorden)Tj ET",
        _5=stream(f"{_PICTURE}/Filter/DCTDecode", image("JPEG")),
        trailer="/Info<</Producer(Canon iR-ADV C3325 PDF)/Creator(Canon iR-ADV C3325 PDF)>>",
    ),
    "JPEG 2000": drawing(f"{_PICTURE}/Filter/JPXDecode", b"\xff\x4f\xff\x64\0\x0f\0\1Kakadu-v7.4\xff\x90"),
    "form": written(
        "/Annots[5 0 R]",
        root="/AcroForm<</Fields[5 0 R]/DA(/Helv 0 Tf 0 g )/DR<</Font<</Helv<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        _5="<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(Tekstvak 1)/TU(Hoe heet je netwerk?)/V()/Rect[1 1 9 9]/DA(/Helv 12 Tf 0 g)/MK<<>>>>",
    ),
    "tick": annotated("/Subtype/Widget/FT/Btn/T(Check Box1)/V/Off/AS/Off/AP<</N<</Yes 5 0 R>>>>/MK<</CA(4)>>"),
    "link": annotated("/Subtype/Link/A<</S/URI/URI(https://voorbeeld.nl/@naam?a=b)>>/Contents(https://voorbeeld.nl/)"),
    "link to mail": annotated("/Subtype/Link/A<</S/URI/URI(mailto:w@voorbeeld.nl)>>"),
    "link to a telephone": annotated("/Subtype/Link/A<</S/URI/URI(tel:0612345678)>>"),
    "Chrome with a picture": drawing(f"{_PICTURE}/ColorTransform 0/Filter/DCTDecode", image("JPEG")),
    "matplotlib": font("/Name/GFCSTF+DejaVuSans/FontDescriptor<</FontName/GFCSTF+DejaVuSans/Flags 32>>"),
    "ReportLab without settings": written(
        "/Resources<</XObject<</FormXob.0b7bb4e3ecb91d5e60ee3e60bd46c5bd 5 0 R>>>>",
        b"/FormXob.0b7bb4e3ecb91d5e60ee3e60bd46c5bd Do",
        trailer="/Info<</Author(anonymous)/Creator(anonymous)/Subject(unspecified)/Title(\\(anonymous\\))/Keywords()>>",
        _5=stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]", b"q Q"),
    ),
    "PyMuPDF": written(root="/Info<</Producer(MuPDF 1.28.5)>>"),
    "QPDF for reading": written(between=b"%QDF: ignore_newline\n"),
    "form of Acrobat": written(
        "/Annots[5 0 R 6 0 R]",
        root="/AcroForm<</Fields[5 0 R 6 0 R]>>",
        _5="<</Type/Annot/Subtype/Widget/FT/Tx/T(topmostSubform[0].Page1[0].BSN_nummer[0])/Rect[1 1 9 9]>>",
        _6="<</Type/Annot/Subtype/Widget/FT/Btn/T(akkoordverklaring)/V/Ja/AS/Ja/Rect[1 1 9 9]>>",
    ),
    "PDF/A": written(
        root="/Metadata 5 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)"
        "/RegistryName(http://www.color.org)>>]",
        _5=stream("/Type/Metadata/Subtype/XML", xmp('<p:part xmlns:p="http://www.aiim.org/pdfa/ns/id/">2</p:part>')),
    ),
    "layers": written(
        root="/OCProperties<</OCGs[5 0 R]/D<</Order[5 0 R]/ON[5 0 R]/Name(Default)/Intent/View>>>>",
        _5="<</Type/OCG/Name(Laag 1)/Intent/View/Usage<</CreatorInfo<</Creator(Adobe Illustrator 27.0)/Subtype/Artwork>>>>>>",
    ),
    "colours": written(
        "/Resources<</ColorSpace<</Cs1[/Separation/PANTONE#20338#20U/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[1 0 0 0]>>]"
        "/Cs2[/Indexed/DeviceRGB 1<FF00FF00FF01>]>>/ExtGState<</GS0<</Type/ExtGState/CA 1/BM/Normal/SMask/None>>>>>>"
    ),
    "letters": font(
        "/Encoding<</Type/Encoding/Differences[1/a/quoteright/uni20AC]>>/ToUnicode 6 0 R/FontDescriptor<</Type/FontDescriptor/FontName/ABCDEF+Arial"
        "/FontFamily(Arial)/Flags 4/FontBBox[0 0 9 9]/Style<</Panose<010502020B0604020202020204>>>>>>",
        _6=stream(
            "",
            b"%!PS-Adobe-3.0 Resource-CMap\n/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo <</Registry (Adobe)"
            b" /Ordering (UCS) /Supplement 0>> def /CMapName /Adobe-Identity-UCS def 1 beginbfchar <01> <0041> endbfchar endcmap",
        ),
    ),
    "number that nothing leads to": written(_5="[1 2 3]", _6="42"),
    "stamp": annotated("/Subtype/Stamp/Name/SBDraft/F 4/M(D:20260101)"),
    "iText": written(
        tail=b"\n",
        between=b"%iText-5.5.13\n",
        trailer="/Info<</Producer(iText\\256 5.5.13 \\2512000-2018 iText Group NV \\(AGPL-version\\))>>",
    ),
    "Acrobat": written(
        trailer="/Info<</SourceModified(D:20260101101010)/Company()/Producer(Adobe PDF Library 23.1.175)/Creator(Acrobat PDFMaker 23 voor Word)>>"
    ),
    "layers of a map": written(
        root="/OCProperties<</OCGs[5 0 R 6 0 R]/D<</Order[5 0 R 6 0 R]>>>>",
        _5="<</Type/OCG/Name(Gemeentegrenzen)>>",
        _6="<</Type/OCG/Name(Vlakken handreiking)>>",
    ),
    "Chrome": written(
        content=b"/P <</MCID 0 >>BDC BT /F4 12 Tf <0001>Tj [<01> -20 (a) 5] TJ ET EMC",
        root="/Lang(nl)/Names<</Dests<</Names[(over-ons)[3 0 R/XYZ 0 0 0]]>>>>",
        trailer="/Info<</Creator(Mozilla/5.0 \\(X11; Linux x86_64\\) AppleWebKit/537.36 \\(KHTML, like Gecko\\) HeadlessChrome/120.0.0.0 Safari/537.36)"
        "/Producer(Skia/PDF m120)>>",
    ),
    "QPDF": written(head=b"%PDF-1.3\n%\xbf\xf7\xa2\xfe\n%QDF-1.0\n\n", between=b"%% Original object ID: 4 0\n"),
    "Quartz": written(
        head=b"%PDF-1.3\n%\xc4\xe5\xf2\xe5\xeb\xa7\xf3\xa0\xd0\xc4\xc6\n",
        trailer="/Info<</Producer(macOS Versie 14.5 \\(Bouw 23F79\\) Quartz PDFContext)>>",
    ),
    "Word with two tables": written(
        tail=b"xref\n0 0\ntrailer\n<</Size 5/Root 1 0 R/Prev 9/XRefStm 9>>\nstartxref\n%d\n%%%%EOF" % WHERE_TABLE_IS
    ),
    "TCPDF": written(
        "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
        b"BT 3 Tr [(Powered by TCPDF \\(www.tcpdf.org\\))] TJ ET",
        trailer="/Info<</Producer(TCPDF 6.3.2 \\(http://www.tcpdf.org\\) \\(TCPDF\\))>>",
    ),
    "LuaLaTeX": font(
        "/ToUnicode 6 0 R/Encoding/Identity-H",
        _6=stream(
            "",
            b"%!PS-Adobe-3.0 Resource-CMap\n%%DocumentNeededResources: ProcSet (CIDInit)\n%%IncludeResource: ProcSet (CIDInit)\n"
            b"%%BeginResource: CMap (TeX-AUNNYV-LatinModernMath-Regular-0)\n%%Title: (TeX-AUNNYV-LatinModernMath-Regular-0 TeX AUNNYV-LatinModernMath-Regular 0)\n"
            b"%%Version: 1.000\n%%EndComments\n/CIDInit /ProcSet findresource begin\nbegincmap\n/CIDSystemInfo\n<< /Registry (TeX)\n"
            b"/Ordering (AUNNYV-LatinModernMath-Regular)\n/Supplement 0\n>> def\n/CMapName /TeX-Identity-AUNNYV-LatinModernMath-Regular def\nendcmap\n%%EndResource\n%%EOF\n",
        ),
    ),
    "TikZ": written(
        "/Resources<</ExtGState<</pgf@CA0.5<</CA .5>>/pgf@bmSoftLight<</BM/SoftLight>>>>>>", b"/pgf@CA0.5 gs /pgf@bmSoftLight gs"
    ),
    "page cut in two": written(content=b"[(samen)1(leren)] "),
    "LibreOffice": written(
        root="/Lang(nl-NL)/OpenAction[3 0 R/XYZ null null 0]",
        trailer="/Info<</Creator<FEFF005700720069007400650072>/Producer<FEFF004C0069006200720065004F0066006600690063006500200037002E0036>"
        "/CreationDate(D:20260101101010+01'00')>>/DocChecksum/C36AB34B06A65913E03263849F711D78",
    ),
}
