"""Texts, sheets and presentations as small as they can be, each with one secret that a reader does not see, and such as programs write without any."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from tests.workbench.telling_files import NAME, PHOTO, TYPES, VT, P, S, W, app, core, image, odt, zipped

A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATION = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship {}/></Relationships>'
OF = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WEB = "https://bureau-my.sharepoint.com/personal/wobke_terlingen/"


def word(body: str = "", parts: Mapping[str, str | bytes] = {}, *, around: str = "") -> bytes:  # nobody changes it
    return zipped(
        {"[Content_Types].xml": TYPES, "word/document.xml": f"<w:document {W} {R}{around}><w:body>{body}</w:body></w:document>", **parts}
    )


def excel(sheet: str = "", parts: Mapping[str, str | bytes] = {}, workbook: str = "") -> bytes:  # nobody changes it
    book = f"<workbook {S} {R}>{workbook}</workbook>"
    return zipped(
        {
            "[Content_Types].xml": TYPES,
            "xl/workbook.xml": book,
            "xl/worksheets/sheet1.xml": f"<worksheet {S} {R}>{sheet}</worksheet>",
            **parts,
        }
    )


def slides(slide: str = "", parts: Mapping[str, str | bytes] = {}) -> bytes:  # nobody changes it
    shown = f"<p:sld {P} {A} {R}><p:cSld>{slide}</p:cSld></p:sld>"
    return zipped({"[Content_Types].xml": TYPES, "ppt/presentation.xml": f"<p:presentation {P}/>", "ppt/slides/slide1.xml": shown, **parts})


def run(text: str, properties: str = "") -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def cells(text: str, attributes: str = "", before: str = "") -> str:
    return f'{before}<sheetData><row r="1" {attributes}><c r="B1" t="inlineStr"><is><t>{text}</t></is></c></row></sheetData>'


def settings(inside: str) -> bytes:
    return word(parts={"word/settings.xml": f"<w:settings {W} {R}>{inside}</w:settings>"})


def field(code: str) -> bytes:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return word(f"<w:p>{begin}<w:r><w:instrText>{code[:9]}</w:instrText></w:r><w:r><w:instrText>{code[9:]}</w:instrText></w:r>{end}</w:p>")


def with_fact(fact: bytes, kind: int = 0x5AA5) -> bytes:
    """A zip file with a further fact of an entry."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in (("[Content_Types].xml", TYPES), ("word/document.xml", f"<w:document {W}/>")):
            info = zipfile.ZipInfo(name)
            info.extra = struct.pack("<2H", kind, len(fact)) + fact
            archive.writestr(info, text)
    return data.getvalue()


def with_remark_of_entry() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        info = zipfile.ZipInfo("word/document.xml")
        info.comment = NAME.encode()
        archive.writestr(info, f"<w:document {W}/>")
    return data.getvalue()


def behind_a_part() -> bytes:
    """Bytes behind the end of what is packed, inside an entry, where programs that unpack never look."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}/>")
        text = TYPES.encode()
        packing = zlib.compressobj(wbits=-15)
        packed = packing.compress(text) + packing.flush() + NAME.encode()
        archive.writestr(zipfile.ZipInfo("[Content_Types].xml"), packed)
        info = archive.getinfo("[Content_Types].xml")
        info.compress_type, info.file_size, info.CRC = zipfile.ZIP_DEFLATED, len(text), zlib.crc32(text)
    return data.getvalue()


RUN = f"<w:r><w:rPr><w:vanish/></w:rPr><w:t>{NAME}</w:t></w:r>"
HIDDEN_STYLE = f'<w:styles {W}><w:style w:styleId="B"><w:basedOn w:val="H"/></w:style><w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>'
SHAPE = '<p:sp><p:nvSpPr><p:cNvPr id="2" name="{}" {}/></p:nvSpPr><p:txBody><a:p><a:r><a:t>Hallo</a:t></a:r></a:p></p:txBody></p:sp>'
DRAW = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
SHOW = 'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0"'

_WORD: Mapping[str, bytes] = {
    "variables": settings(f'<w:docVars><w:docVar w:name="maker" w:val="{NAME}"/></w:docVars>'),
    "mail merge": settings('<w:mailMerge><w:connectString w:val="User ID=wobke;Password=geheim"/></w:mailMerge>'),
    "attached template": word(
        parts={
            "word/_rels/settings.xml.rels": RELATION.format(
                f'Id="rId1" Type="{OF}attachedTemplate" Target="{WEB}N.dotm" TargetMode="External"'
            )
        }
    ),
    "linked picture": word(
        parts={
            "word/_rels/document.xml.rels": RELATION.format(
                f'Id="rId1" Type="{OF}image" Target="https://voorbeeld.nl/a.png" TargetMode="External"'
            )
        }
    ),
    "link to a file": word(
        parts={
            "word/_rels/document.xml.rels": RELATION.format(
                f'Id="rId1" Type="{OF}hyperlink" Target="../wobke/plan.docx" TargetMode="External"'
            )
        }
    ),
    "tasks": word(
        parts={
            "word/documenttasks/documenttasks1.xml": f'<t:Tasks xmlns:t="http://schemas.microsoft.com/office/tasks/2019/documenttasks"><t:Task id="{NAME}"/></t:Tasks>'
        }
    ),
    "hidden run": word(f"<w:p>{RUN}</w:p>"),
    "hidden footnote": word(parts={"word/footnotes.xml": f"<w:footnotes {W}><w:footnote><w:p>{RUN}</w:p></w:footnote></w:footnotes>"}),
    "hidden header": word(parts={"word/header1.xml": f"<w:hdr {W}><w:p>{RUN}</w:p></w:hdr>"}),
    "hidden style": word(run(NAME, '<w:rStyle w:val="H"/>'), {"word/styles.xml": HIDDEN_STYLE}),
    "hidden paragraph style": word(
        f'<w:p><w:pPr><w:pStyle w:val="B"/></w:pPr><w:r><w:t>{NAME}</w:t></w:r></w:p>', {"word/styles.xml": HIDDEN_STYLE}
    ),
    "hidden defaults": word(
        run(NAME),
        {
            "word/styles.xml": f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"
        },
    ),
    "remark in XML": word(f"<!-- {NAME} -->"),
    "instruction in XML": word(f"<?maker {NAME}?>"),
    "document type": zipped({"[Content_Types].xml": TYPES, "word/document.xml": f'<!DOCTYPE w:document SYSTEM "{NAME}"><w:document {W}/>'}),
    "own namespace": word(around=f' xmlns:x="http://{NAME.replace(" ", "-")}.nl"'),
    "own element": word(f"<w:maker>{NAME}</w:maker>"),
    "own attribute": word(f'<w:p w:maker="{NAME}"/>'),
    "text where none is": word(f"<w:tbl>{NAME}</w:tbl>"),
    "value of another kind": word(f'<w:p><w:pPr><w:jc w:val="{NAME}"/></w:pPr></w:p>'),
    "telephone": word('<w:p><w:pPr><w:ind w:left="06-12345678"/></w:pPr></w:p>'),
    "content control": word(f'<w:sdt><w:sdtPr><w:alias w:val="{NAME}"/><w:tag w:val="wobke"/></w:sdtPr></w:sdt>'),
    "bookmark": word('<w:bookmarkStart w:id="0" w:name="Wobke_Terlingen"/>'),
    "picture's file name": word(
        '<w:drawing><pic:cNvPr xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" id="0" name="wobke.jpg"/></w:drawing>'
    ),
    "style's name": word(
        parts={"word/styles.xml": f'<w:styles {W}><w:style w:styleId="a"><w:name w:val="Huisstijl {NAME}"/></w:style></w:styles>'}
    ),
    "typeface's name": word(parts={"word/fontTable.xml": f'<w:fonts {W}><w:font w:name="{NAME}"/></w:fonts>'}),
    "no typeface": word(parts={"word/fonts/font1.odttf": NAME}),
    "field with a name": field(f'USERNAME "{NAME}" \\* MERGEFORMAT'),
    "field of a library": field('ADDIN ZOTERO_ITEM CSL_CITATION {"uris":["http://zotero.org/users/wobke/1"]}'),
    "field of one's own folder": field(f'HYPERLINK "{WEB}a.docx"'),
    "help in a form": word(
        f'<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="Vraag {NAME} even"/></w:ffData></w:fldChar></w:r></w:p>'
    ),
    "smart tag": word(
        f'<w:smartTag w:element="PersonName"><w:smartTagPr><w:attr w:name="ProductID" w:val="{NAME}"/></w:smartTagPr></w:smartTag>'
    ),
    "other data": word(parts={"customXml/item1.xml": f"<a>{NAME}</a>"}),
    "properties of other data": word(parts={"customXml/itemProps1.xml": f"<a>{NAME}</a>"}),
    "label": word(
        parts={
            "docMetadata/LabelInfo.xml": f'<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{NAME}"/></clbl:labelList>'
        }
    ),
    "part of one's own": word(parts={"word/wobke.xml": "<a/>"}),
    "other format inside": word(parts={"word/afchunk.mht": NAME}),
    "picture's place": word(parts={"word/media/wobke.png": image("PNG")}),
    "empty folder": word(parts={f"{NAME}/": ""}),
    "language": word(parts={"docProps/core.xml": core(f"<dc:language>{NAME}</dc:language>")}),
    "version": word(parts={"docProps/core.xml": core(f"<cp:version>{NAME}</cp:version>")}),
    "moment": word(parts={"docProps/core.xml": core(f"<cp:lastPrinted>{NAME}</cp:lastPrinted>")}),
    "remark in properties": word(parts={"docProps/core.xml": core(f"<!-- {NAME} -->")}),
    "text between properties": word(parts={"docProps/core.xml": core(NAME)}),
    "template": word(parts={"docProps/app.xml": app().replace("Normal.dotm", f"Normal {NAME}.dotm")}),
    "titles of parts": word(
        parts={"docProps/app.xml": app(f"<TitlesOfParts><vt:vector><vt:lpstr>{NAME}</vt:lpstr></vt:vector></TitlesOfParts>")}
    ),
    "link of mail": word(
        parts={"docProps/app.xml": app("<HLinks><vt:vector><vt:lpwstr>mailto:w@voorbeeld.nl</vt:lpwstr></vt:vector></HLinks>")}
    ),
    "label's owner": word(
        parts={
            "docProps/custom.xml": f'<Properties {VT}><property name="MSIP_Label_{"a" * 36}_Owner"><vt:lpwstr>w@voorbeeld.nl</vt:lpwstr></property></Properties>'
        }
    ),
    "behind the zip": word() + NAME.encode(),
    "before the zip": NAME.encode() + word(),
    "behind a part": behind_a_part(),
    "fact of an entry": with_fact(NAME.encode()),
    "time of an entry": with_fact(NAME.encode("utf-16-le"), 0x5455),
    "remark of an entry": with_remark_of_entry(),
}
_EXCEL: Mapping[str, bytes] = {
    "who refreshed": excel(parts={"xl/pivotCache/pivotCacheDefinition1.xml": f'<pivotCacheDefinition {S} refreshedBy="{NAME}"/>'}),
    "kept rows": excel(
        parts={"xl/pivotCache/pivotCacheRecords1.xml": f'<pivotCacheRecords {S}><r><s v="{NAME}"/></r></pivotCacheRecords>'}
    ),
    "folder on the web": excel(
        workbook=f'<x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac" url="{WEB}"/>'
    ),
    "cells of another book": excel(parts={"xl/externalLinks/externalLink1.xml": f"<externalLink {S}><v>{NAME}</v></externalLink>"}),
    "formula of another book": excel('<sheetData><row r="1"><c r="A1"><f>\'[Loon Wobke.xlsx]Blad1\'!A1</f><v>3</v></c></row></sheetData>'),
    "hidden row": excel(cells(NAME, 'hidden="1"')),
    "row without height": excel(cells(NAME, 'ht="0"')),
    "hidden column": excel(cells(NAME, before='<cols><col min="2" max="2" hidden="1"/></cols>')),
    "hidden last columns": excel(cells(NAME, before='<cols><col min="2" max="16384" hidden="1"/></cols>')),
    "hidden rest": excel('<sheetFormatPr zeroHeight="1"/><sheetData/>'),
    "hidden sheet": excel(workbook='<sheets><sheet name="Namen" sheetId="2" state="veryHidden"/></sheets>'),
    "hidden name like a solver's": excel(
        workbook='<definedNames><definedName name="solver_WobkeTerlingen" hidden="1">1</definedName></definedNames>'
    ),
    "hidden name": excel(workbook=f'<definedNames><definedName name="maker" hidden="1">"{NAME}"</definedName></definedNames>'),
    "format without signs": excel(
        parts={"xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="164" formatCode=";;;"/></numFmts></styleSheet>'}
    ),
    "connection": excel(
        parts={
            "xl/connections.xml": f'<connections {S}><connection id="1" name="x"><dbPr connection="Password=geheim"/></connection></connections>'
        }
    ),
    "prompt": excel(f'<dataValidations><dataValidation promptTitle="Vraag" prompt="Bel {NAME} over deze cel"/></dataValidations>'),
    "scenario": excel(f'<scenarios><scenario name="x" user="{NAME}"/></scenarios>'),
    "protected range": excel(f'<protectedRanges><protectedRange name="x" securityDescriptor="{NAME}"/></protectedRanges>'),
    "own view": excel(workbook=f'<customWorkbookViews><customWorkbookView name="{NAME} - Personal View"/></customWorkbookViews>'),
    "revisions": excel(parts={"xl/revisions/revisionHeaders.xml": f'<headers {S}><header userName="{NAME}"/></headers>'}),
    "query": excel(parts={"xl/queryTables/queryTable1.xml": f'<queryTable {S} name="{NAME}"/>'}),
    "macro": excel(parts={"xl/vbaProject.bin": NAME}),
    "name's remark": excel(
        workbook=f'<definedNames><definedName name="Totaal" comment="Van {NAME} gekregen">Blad1!$A$1</definedName></definedNames>'
    ),
}
_SLIDES: Mapping[str, bytes] = {
    "notes": slides(parts={"ppt/notesSlides/notesSlide1.xml": f"<p:notes {P} {A}><a:p><a:r><a:t>{NAME}</a:t></a:r></a:p></p:notes>"}),
    "tags": slides(parts={"ppt/tags/tag1.xml": f'<p:tagLst {P}><p:tag name="MAKER" val="{NAME}"/></p:tagLst>'}),
    "hidden shape": slides(SHAPE.format("Tekstvak 1", 'hidden="1"')),
    "hidden slide": slides(parts={"ppt/slides/slide2.xml": f'<p:sld {P} show="0"/>'}),
    "shape's name": slides(SHAPE.format(f"Tekstvak van {NAME}", "")),
    "changes": slides(
        parts={
            "ppt/changesInfos/changesInfo1.xml": f'<pc:chgInfo xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/command"><pc:chgData name="{NAME}" userId="x"/></pc:chgInfo>'
        }
    ),
    "section": slides(
        f'<p:extLst><p:ext uri="{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}"><p14:section xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" name="Voor {NAME}"/></p:ext></p:extLst>'
    ),
}
_OPEN: Mapping[str, bytes] = {
    "hidden paragraph": odt(content=f'<text:p><text:hidden-paragraph text:is-hidden="true">{NAME}</text:hidden-paragraph></text:p>'),
    "hidden text": odt(content=f'<text:p><text:hidden-text text:string-value="{NAME}"/></text:p>'),
    "hidden section": odt(content=f'<text:section text:name="a" text:display="none"><text:p>{NAME}</text:p></text:section>'),
    "conditional text": odt(
        content=f'<text:p><text:conditional-text text:string-value-if-false="{NAME}">x</text:conditional-text></text:p>'
    ),
    "hidden style": odt(content='<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'),
    "user field": odt(
        content=f'<text:user-field-decls><text:user-field-decl office:string-value="{NAME}" text:name="n"/></text:user-field-decls>'
    ),
    "hidden row": odt(
        content=f'<table:table><table:table-row table:visibility="collapse"><table:table-cell><text:p>{NAME}</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "filtered row": odt(
        content=f'<table:table><table:table-row table:visibility="filter"><table:table-cell><text:p>{NAME}</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "hidden column": odt(content='<table:table><table:table-column table:visibility="collapse"/></table:table>'),
    "notes": odt(content=f"<presentation:notes {SHOW}><text:p>{NAME}</text:p></presentation:notes>"),
    "script": odt(
        content=f'<text:p><text:script script:language="x" xmlns:script="urn:oasis:names:tc:opendocument:xmlns:script:1.0">{NAME}</text:script></text:p>'
    ),
    "placeholder": odt(content=f'<text:p><text:placeholder text:description="Vraag {NAME}">x</text:placeholder></text:p>'),
    "frame's name": odt(content=f'<draw:frame {DRAW} draw:name="{NAME}"/>'),
    "linked picture": odt(
        content=f'<draw:image {DRAW} xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://voorbeeld.nl/a.png"/>'
    ),
    "attribute of one's own": odt(content=f'<text:p xmlns:eigen="urn:eigen:wobke" eigen:maker="{NAME}">x</text:p>'),
    "toolbar": odt(**{"Configurations2/toolbar/a.xml": f"<a>{NAME}</a>"}),
    "other configuration": odt(**{"Configurations2/a.txt": NAME}),
    "picture of an object": odt(**{"ObjectReplacements/Object 1": PHOTO}),
    "behind the kind": odt(mimetype=f"application/vnd.oasis.opendocument.text {NAME}"),
    "facts of others": odt(
        **{
            "manifest.rdf": f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="{NAME}"/></rdf:RDF>'
        }
    ),
    "language": odt(f"<dc:language>{NAME}</dc:language>"),
    "template": odt(f'<meta:template xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="../{NAME}.ott"/>'),
    "own property": odt(f'<meta:user-defined meta:name="{NAME}"/>'),
    "macro": odt(**{"Basic/Standard/Module1.xml": f"<a>{NAME}</a>"}),
    "where pages end": odt(**{"layout-cache": NAME}),
}
TELLING_DOCUMENTS: Mapping[str, tuple[str, bytes]] = {
    f"{kind} {way}": (f"a.{kind}", data)
    for kind, ways in (("docx", _WORD), ("xlsx", _EXCEL), ("pptx", _SLIDES), ("odt", _OPEN))
    for way, data in ways.items()
}

STYLES = "".join(
    f'<w:style w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Standaard"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:style>'
    for key, name, font in (
        ("Kop1", "heading 1", "Calibri Light"),
        ("Kop1paars", "Kop 1 paars", "Rijksoverheid Sans Text"),
        ("Lijstalinea", "List Paragraph", "Times New Roman"),
        ("Standaardalinea-lettertype", "Default Paragraph Font", "Segoe UI"),
        ("RVOTabel", "RVO Tabel", "Museo Sans 300"),
        ("BallontekstChar", "Ballontekst Char", "Tahoma"),
    )
)
TOC = (
    '<w:p><w:pPr><w:pStyle w:val="Inhopg1"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" \\h \\z \\t "Kop 1 paars;1" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_Toc164121542" w:history="1"><w:r><w:rPr><w:noProof/><w:webHidden/></w:rPr><w:t>Inleiding</w:t></w:r></w:hyperlink>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
MARKS = "".join(
    f'<w:bookmarkStart w:id="1" w:name="{name}"/><w:bookmarkEnd w:id="1"/>'
    for name in ("_GoBack", "_Toc164121542", "_Ref98765432", "_heading=h.gjdgxs", "Tekst1")
)
END_OF_PARAGRAPH = "<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Hallo</w:t></w:r></w:p>"
PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0"><wp:extent cx="5760720" cy="3240405"/>'
    '<wp:docPr id="1" name="Afbeelding 3" descr="Wobke Terlingen op de markt"/><wp:positionH relativeFrom="column"><wp:posOffset>12192000</wp:posOffset></wp:positionH></wp:inline></w:drawing></w:r></w:p>'
)
IGNORABLE = ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
APP = app(
    "<TitlesOfParts><vt:vector><vt:lpstr>Blad1</vt:lpstr><vt:lpstr>Blad1!Afdrukbereik</vt:lpstr></vt:vector></TitlesOfParts><HeadingPairs><vt:vector><vt:variant><vt:lpstr>Werkbladen</vt:lpstr></vt:variant></vt:vector></HeadingPairs>"
)
CELLS = (
    '<cols><col min="1" max="1" width="12.5" customWidth="1"/><col min="4" max="16384" hidden="1"/></cols><sheetData><row r="1" spans="1:3"><c r="A1" t="str"><f>IF(B1&gt;3,"ja","nee")</f><v>ja</v></c>'
    '<c r="B1"><v>3.5</v></c></row><row r="2" hidden="1"/></sheetData><conditionalFormatting sqref="A1:B2"><cfRule type="containsText" text="ja"/></conditionalFormatting>'
    '<hyperlinks><hyperlink ref="A1" location="\'Blad 2\'!A1" display="Naar blad 2"/></hyperlinks><headerFooter><oddHeader>&amp;CVerslag van de markt</oddHeader></headerFooter>'
)
NUMBER = '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Tijdelijke aanduiding voor dianummer 2"/></p:nvSpPr><p:txBody><a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>1</a:t></a:fld></a:p></p:txBody></p:sp>'
SETTINGS = (
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><office:settings>'
    '<config:config-item-set config:name="ooo:configuration-settings"><config:config-item config:name="PrinterName" config:type="string"/>'
    '<config:config-item config:name="ColorTableURL" config:type="string">$(inst)/share/palette%3B$(user)/config/standard.sob</config:config-item>'
    '<config:config-item config:name="VisibleLayers" config:type="base64Binary">//////////////////////////////////////////8=</config:config-item>'
    '<config:config-item config:name="BeginLine" config:type="string">!%),.:;&gt;?]}¢°</config:config-item>'
    '<config:config-item config:name="ViewId" config:type="string">view2</config:config-item>'
    '<config:config-item config:name="AutoFirstLineIndentDisregardLineSpace" config:type="boolean">true</config:config-item></config:config-item-set></office:settings></office:document-settings>'
)
SILENT_DOCUMENTS: Mapping[str, tuple[str, bytes]] = {
    "Word with all its parts": (
        "a.docx",
        word(
            parts={
                "_rels/.rels": RELATION.format(f'Id="rId1" Type="{OF}officeDocument" Target="word/document.xml"'),
                "word/_rels/document.xml.rels": RELATION.format(f'Id="rId1" Type="{OF}styles" Target="/word/styles.xml"'),
                "word/styles.xml": f"<w:styles {W}/>",
            }
        ),
    ),
    "Word with times of entries": ("a.docx", with_fact(b"\3" + b"\x80\x81\x82\x83" * 2, 0x5455)),
    "Word with a password": (
        "a.docx",
        settings(
            '<w:documentProtection w:edit="forms" w:cryptAlgorithmSid="4" w:cryptSpinCount="100000" w:hash="q83vASNFZ4mrze8BI0VniavN7wE=" w:salt="q83vASNFZ4mrze8BI0VniQ=="/>'
        ),
    ),
    "Word with styles": (
        "a.docx",
        word(TOC + MARKS + END_OF_PARAGRAPH + PICTURE, {"word/styles.xml": f"<w:styles {W}>{STYLES}</w:styles>"}, around=IGNORABLE),
    ),
    "Word with a style that its list leaves out": (
        "a.docx",
        word(
            run("Hallo"),
            {"word/styles.xml": f'<w:styles {W}><w:style w:styleId="a"><w:name w:val="Kop 1"/><w:hidden/></w:style></w:styles>'},
        ),
    ),
    "PowerPoint with the layouts of another language": (
        "a.pptx",
        slides(
            parts={
                "ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {P} {A}><a:t>Titelmasterformat durch Klicken bearbeiten</a:t></p:sldLayout>"
            }
        ),
    ),
    "Word with a text for older programs too": (
        "a.docx",
        word(
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">'
            f"<w:r><w:t>{NAME}</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>{NAME}</w:t></w:r></mc:Fallback></mc:AlternateContent>"
        ),
    ),
    "Word with a style that hides and is not used": ("a.docx", word(run("Hallo"), {"word/styles.xml": HIDDEN_STYLE})),
    "Word with fields": ("a.docx", field(" PAGE  \\* MERGEFORMAT ")),
    "Word with a picture's number": ("a.docx", field(" SEQ Figuur \\* ARABIC ")),
    "Word with a link": ("a.docx", field(' HYPERLINK "https://voorbeeld.nl/over?x=1" ')),
    "Word with a style's text": ("a.docx", field(' STYLEREF  "Kop 1 paars"  \\* MERGEFORMAT ')),
    "Word with empty properties": (
        "a.docx",
        word(
            parts={
                "docProps/custom.xml": "",
                "docProps/core.xml": core("<dc:title>Document</dc:title><dc:language>nl-NL</dc:language>"),
                "docProps/app.xml": app("<HLinks><vt:vector><vt:lpwstr>https://voorbeeld.nl/</vt:lpwstr></vt:vector></HLinks>"),
            }
        ),
    ),
    "Word with a cover page": (
        "a.docx",
        word(
            parts={
                "customXml/item1.xml": '<CoverPageProperties xmlns="http://schemas.microsoft.com/office/2006/coverPageProps"><PublishDate/><Abstract/><CompanyEmail/></CoverPageProperties>',
                "customXml/itemProps1.xml": '<ds:datastoreItem ds:itemID="{55AF091B-3C7A-41E3-B477-F2FDAA23CFDA}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
            }
        ),
    ),
    "Word with a label": (
        "a.docx",
        word(
            parts={
                "docProps/custom.xml": f'<Properties {VT}><property name="MSIP_Label_{"a" * 36}_Name"><vt:lpwstr>Intern</vt:lpwstr></property></Properties>'
            }
        ),
    ),
    "Word with a label of today and the marks of SharePoint": (
        "a.docx",
        word(
            parts={
                "docMetadata/LabelInfo.xml": '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"><clbl:label id="{11111111-2222-3333-4444-555555555555}" enabled="1" method="Standard" siteId="{11111111-2222-3333-4444-555555555555}" contentBits="0" removed="0"/></clbl:labelList>',
                "docProps/custom.xml": f'<Properties {VT}><property name="MediaServiceImageTags"><vt:lpwstr></vt:lpwstr></property></Properties>',
                "customXml/item1.xml": '<?mso-contentType?><FormTemplates xmlns="http://schemas.microsoft.com/sharepoint/v3/contenttype/forms"><Display>DocumentLibraryForm</Display></FormTemplates>',
            }
        ),
    ),
    "Word with a drawing of before": (
        "a.docx",
        word(
            '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="Tekstvak 2" style="position:absolute;margin-left:12pt;mso-wrap-style:square;visibility:visible"/></w:pict>'
        ),
    ),
    "Excel": (
        "a.xlsx",
        excel(
            CELLS,
            {"docProps/app.xml": APP},
            '<sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" hidden="1">Blad1!$A$1:$B$2</definedName></definedNames>',
        ),
    ),
    "Excel with an input message, a solver and the boxes of today": (
        "a.xlsx",
        excel(
            '<dataValidations><dataValidation type="list" showInputMessage="1" promptTitle="Keuze" prompt="Kies een antwoord uit de lijst" errorTitle="Fout" error="Deze waarde is niet toegestaan"/></dataValidations>',
            {
                "xl/featurePropertyBag/featurePropertyBag.xml": '<FeaturePropertyBags xmlns="http://schemas.microsoft.com/office/spreadsheetml/2022/featurepropertybag"><bag type="Checkbox"/><bag type="XFControls"><bagId k="CellControl">0</bagId></bag><bag type="XFComplement"><bagId k="XFControls">1</bagId></bag><bag type="XFComplements" extRef="XFComplementsMapperExtRef"><a k="MappedFeaturePropertyBags"><bagId>2</bagId></a></bag></FeaturePropertyBags>'
            },
            '<definedNames><definedName name="solver_adj" hidden="1">Blad1!$A$1</definedName></definedNames>',
        ),
    ),
    "Excel with a format": (
        "a.xlsx",
        excel(
            parts={
                "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="164" formatCode="&quot;€&quot;\\ #,##0.00;;"/><numFmt numFmtId="44" formatCode="_(&quot;€&quot;* #,##0.00_);_(&quot;€&quot;* \\(#,##0.00\\);_(&quot;€&quot;* &quot;-&quot;??_);_(@_)"/></numFmts><cellStyles><cellStyle name="Normaal 2"/></cellStyles></styleSheet>'
            }
        ),
    ),
    "PowerPoint": (
        "a.pptx",
        slides(
            SHAPE.format("Google Shape;123;p1", 'descr="Een kaart van de wijk"') + NUMBER,
            {
                "docProps/thumbnail.jpeg": image("JPEG"),
                "docProps/core.xml": core("<dc:title>PowerPoint-presentatie</dc:title>"),
                "ppt/notesSlides/notesSlide1.xml": f"<p:notes {P} {A}>{NUMBER}</p:notes>",
                "docProps/app.xml": app("<TitlesOfParts><vt:vector><vt:lpstr>Hallo</vt:lpstr></vt:vector></TitlesOfParts>"),
            },
        ),
    ),
    "LibreOffice": (
        "a.odt",
        odt(
            content=f'<text:bookmark text:name="__RefHeading___Toc1_2"/><draw:frame {DRAW} draw:name="Afbeelding1"><text:p>Hallo</text:p></draw:frame><text:section text:name="Sectie1"><text:p text:style-name="Text_20_body">Ja</text:p></text:section>',
            **{
                "settings.xml": SETTINGS,
                "Configurations2/toolbar/": "",
                "Thumbnails/thumbnail.png": image("PNG"),
                "manifest.rdf": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="content.xml"/></rdf:RDF>',
            },
        ),
    ),
}
"""As Word, Excel, PowerPoint and LibreOffice write them."""
