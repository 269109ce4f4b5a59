"""Documents with a secret in a corner where few programs and fewer people look: held against the same rules as the others."""

import base64
import io
import zipfile
from collections.abc import Mapping

from tests.workbench.telling_documents import OF, RELATION, SETTINGS, A, P, S, W, cells, excel, field, run, slides, word
from tests.workbench.telling_files import NAME, TYPES, VT, app, core, image, odt, zipped

MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
PACKED = zipped({"[Content_Types].xml": TYPES, "drs/shapexml.xml": f'<a:x {A}><a:cNvPr name="{NAME}"/></a:x>'})

USED = {
    "_rels/.rels": RELATION.format(f'Id="rId1" Type="{OF}officeDocument" Target="word/document.xml"'),
    "word/_rels/document.xml.rels": RELATION.format(f'Id="rId1" Type="{OF}styles" Target="/word/styles.xml"'),
    "word/styles.xml": f"<w:styles {W}/>",
}
"""Parts that lead to each other, as in every document of a program."""


def with_bytes_in_a_folder() -> bytes:
    data = io.BytesIO(word())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/media/", NAME)
    return data.getvalue()


def custom(property_: str) -> bytes:
    return word(parts={"docProps/custom.xml": f"<Properties {VT}>{property_}</Properties>"})


CORNERS: Mapping[str, tuple[str, bytes]] = {
    "docx header that nothing uses": ("a.docx", word(run("x"), {**USED, "word/header9.xml": f"<w:hdr {W}>{run(NAME)}</w:hdr>"})),
    "docx second text that nothing uses": (
        "a.docx",
        word(run("x"), {**USED, "word/document2.xml": f"<w:document {W}>{run(NAME)}</w:document>"}),
    ),
    "docx picture that nothing uses": ("a.docx", word(run("x"), {**USED, "word/media/image1.png": image("PNG")})),
    "docx parts that only an unused one uses": (
        "a.docx",
        word(
            run("x"),
            {
                **USED,
                "word/header9.xml": f"<w:hdr {W}/>",
                "word/_rels/header9.xml.rels": RELATION.format(f'Id="rId1" Type="{OF}header" Target="header8.xml"'),
                "word/header8.xml": f"<w:hdr {W}>{run(NAME)}</w:hdr>",
            },
        ),
    ),
    **{
        f"docx protected with {way}": (
            "a.docx",
            word(parts={"word/settings.xml": f'<w:settings {W}><w:documentProtection w:hash="{made}" w:salt="{salt}"/></w:settings>'}),
        )
        for way, made, salt in (
            ("a text as hash", "JandeVries12", "q83vASNFZ4mrze8BI0VniQ=="),
            ("a text of the length of a hash", base64.b64encode(b"Wobke Terlingen, nu!").decode(), "q83vASNFZ4mrze8BI0VniQ=="),
            ("a salt of another length", "q83vASNFZ4mrze8BI0VniQ==", "JandeVriesTel0612345678="),
        )
    },
    "docx bytes in a folder": ("a.docx", with_bytes_in_a_folder()),
    "docx link of a property": ("a.docx", custom(f'<property pid="2" name="ICV" linkTarget="{NAME}"/>')),
    "docx format of a property": ("a.docx", custom(f'<property fmtid="{NAME}" pid="2" name="ICV"/>')),
    "docx text between properties": ("a.docx", custom(f'<property pid="2" name="ICV"/>{NAME}')),
    "docx number as a property": ("a.docx", custom('<property pid="2" name="ICV"><vt:lpwstr>0612345678</vt:lpwstr></property>')),
    "docx number as a version": ("a.docx", word(parts={"docProps/core.xml": core("<cp:version>0612345678</cp:version>")})),
    "docx number as a moment": ("a.docx", word(parts={"docProps/core.xml": core("<cp:lastPrinted>06-12345678</cp:lastPrinted>")})),
    "docx text for older programs": (
        "a.docx",
        word(
            f'<mc:AlternateContent {MC}><mc:Choice Requires="wps"><w:r><w:t>ja</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>{NAME}</w:t></w:r></mc:Fallback></mc:AlternateContent>'
        ),
    ),
    "docx building block": (
        "a.docx",
        word(
            parts={
                "word/glossary/document.xml": f'<w:glossaryDocument {W}><w:docParts><w:docPart><w:docPartPr><w:name w:val="x"/></w:docPartPr><w:docPartBody>{run(NAME)}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>'
            }
        ),
    ),
    "docx note without a reference": (
        "a.docx",
        word(run("x"), {"word/footnotes.xml": f'<w:footnotes {W}><w:footnote w:id="7">{run(NAME)}</w:footnote></w:footnotes>'}),
    ),
    **{
        f"odt setting {name}": (
            "a.odt",
            odt(
                **{
                    "settings.xml": SETTINGS.replace(
                        "</config:config-item-set>",
                        f'<config:config-item config:name="{name}" config:type="string">{value}</config:config-item></config:config-item-set>',
                    )
                }
            ),
        )
        for name, value in (("ColorTableURL", "file:///Volumes/wobke/kleuren.soc"), ("LanguageOwner", NAME), ("VisibleLayers", NAME))
    },
    "odt end of a page with a name": ("a.odt", odt(**{"layout-cache": NAME.encode("utf-16-le")})),
    "docx letters without size": ("a.docx", word(run(NAME, '<w:sz w:val="0"/>'))),
    "docx letters without width": ("a.docx", word(run(NAME, '<w:w w:val="1"/>'))),
    "xlsx row of a hair": ("a.xlsx", excel(cells(NAME, 'ht="0.01" customHeight="1"'))),
    "xlsx column of a hair": ("a.xlsx", excel(cells(NAME, before='<cols><col min="2" max="2" width="0.01"/></cols>'))),
    "docx tiny letters": ("a.docx", word(run(NAME, '<w:sz w:val="1"/>'))),
    "docx who may change it": ("a.docx", word(r'<w:permStart w:id="1" w:ed="BUREAU\wterlingen"/>')),
    "docx numbering": (
        "a.docx",
        word(
            parts={
                "word/numbering.xml": f'<w:numbering {W}><w:abstractNum><w:lvl><w:lvlText w:val="{NAME} %1"/></w:lvl></w:abstractNum></w:numbering>'
            }
        ),
    ),
    "docx frames": (
        "a.docx",
        word(
            parts={
                "word/webSettings.xml": f'<w:webSettings {W}><w:frameset><w:frame><w:title w:val="Map van {NAME}"/></w:frame></w:frameset></w:webSettings>'
            }
        ),
    ),
    "docx keys": (
        "a.docx",
        word(
            parts={
                "word/customizations.xml": '<wne:tcg xmlns:wne="http://schemas.microsoft.com/office/word/2006/wordml"><wne:acds><wne:acd wne:argValue="VwBvAGIAawBlAA==" wne:acdName="acd0"/></wne:acds></wne:tcg>'
            }
        ),
    ),
    "docx code of an object": (
        "a.docx",
        word(
            '<w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" ProgID="Excel.Sheet.12"><o:FieldCodes>a Wobke</o:FieldCodes></o:OLEObject></w:object>'
        ),
    ),
    "docx drawing's file": (
        "a.docx",
        word(
            '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata xmlns:o="urn:schemas-microsoft-com:office:office" o:title="wobke2026"/></v:shape></w:pict>'
        ),
    ),
    "docx drawing's link": (
        "a.docx",
        word('<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="file:///P:/wobke/a.htm"/></w:pict>'),
    ),
    "docx hidden drawing": (
        "a.docx",
        word(
            '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="visibility:hidden"><v:textbox><w:txbxContent><w:p><w:r><w:t>Wobke</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>'
        ),
    ),
    "docx document in an attribute": (
        "a.docx",
        word(
            '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
            f'o:gfxdata="{base64.b64encode(PACKED).decode()}"/></w:pict>'
        ),
    ),
    "docx no document in an attribute": (
        "a.docx",
        word(
            '<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" o:gfxdata="Wobke Terlingen"/></w:pict>'
        ),
    ),
    "docx relation's number": (
        "a.docx",
        word(parts={"word/_rels/document.xml.rels": RELATION.format(f'Id="Wobke" Type="{OF}styles" Target="styles.xml"')}),
    ),
    "docx relation's target": (
        "a.docx",
        word(parts={"word/_rels/document.xml.rels": RELATION.format(f'Id="rId1" Type="{OF}styles" Target="wobke.xml"')}),
    ),
    "docx relation's kind": (
        "a.docx",
        word(parts={"word/_rels/document.xml.rels": RELATION.format('Id="rId1" Type="http://wobke.nl/styles" Target="styles.xml"')}),
    ),
    "docx listed part": (
        "a.docx",
        zipped(
            {
                "[Content_Types].xml": TYPES.replace(
                    "</Types>", '<Override PartName="/word/wobke.xml" ContentType="application/xml"/></Types>'
                ),
                "word/document.xml": f"<w:document {W}/>",
            }
        ),
    ),
    "docx listed kind": (
        "a.docx",
        zipped(
            {
                "[Content_Types].xml": TYPES.replace("</Types>", '<Default Extension="wobke" ContentType="application/xml"/></Types>'),
                "word/document.xml": f"<w:document {W}/>",
            }
        ),
    ),
    "docx prefix": ("a.docx", word('<w:p xmlns:wobketerlingen="http://schemas.microsoft.com/office/word/2010/wordml"/>')),
    "docx ignored prefix": ("a.docx", word("<w:p/>", around=f' {MC} mc:Ignorable="wobketerlingen"')),
    "docx attribute of properties": (
        "a.docx",
        word(parts={"docProps/core.xml": core("").replace("<cp:coreProperties", '<cp:coreProperties maker="Wobke Terlingen"')}),
    ),
    "docx category": ("a.docx", word(parts={"docProps/core.xml": core("<cp:category>Wobke</cp:category>")})),
    "docx base of links": ("a.docx", word(parts={"docProps/app.xml": app("<HyperlinkBase>https://x.nl/wobke</HyperlinkBase>")})),
    "docx field with initials": ("a.docx", field('USERINITIALS "WT de baas"')),
    "docx field of a mailing": ("a.docx", field("MERGEFIELD Wobke")),
    "docx field of a macro": ("a.docx", field("MACROBUTTON NoMacro [Wobke Terlingen]")),
    "docx field of somebody's picture": ("a.docx", field(r'INCLUDEPICTURE "C:\\Users\\wobke\\a.png"')),
    "docx field of another text": ("a.docx", field('INCLUDETEXT "https://voorbeeld.nl/a.docx"')),
    "docx field of a variable": ("a.docx", field("DOCVARIABLE wobke")),
    "xlsx string in no cell": (
        "a.xlsx",
        excel(
            '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>',
            {"xl/sharedStrings.xml": f"<sst {S}><si><t>ja</t></si><si><t>{NAME}</t></si></sst>"},
        ),
    ),
    "xlsx phonetic text": (
        "a.xlsx",
        excel(
            '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>ja</t><rPh sb="0" eb="1"><t>Wobke</t></rPh></is></c></row></sheetData>'
        ),
    ),
    "xlsx format of empty quotes": (
        "a.xlsx",
        excel(
            parts={
                "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="164" formatCode="&quot;&quot;;&quot;&quot;;&quot;&quot;"/></numFmts></styleSheet>'
            }
        ),
    ),
    "xlsx format with a name": (
        "a.xlsx",
        excel(
            parts={
                "xl/styles.xml": f'<styleSheet {S}><numFmts><numFmt numFmtId="164" formatCode="0 &quot;{NAME}&quot;"/></numFmts></styleSheet>'
            }
        ),
    ),
    "xlsx name that is a text": (
        "a.xlsx",
        excel(workbook=f'<definedNames><definedName name="maker">"{NAME}"</definedName></definedNames>'),
    ),
    "xlsx filtered series": (
        "a.xlsx",
        excel(
            parts={
                "xl/charts/chart1.xml": f'<c:chartSpace {C}><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}"><c15:filteredBarSeries xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:ser><c:v>{NAME}</c:v></c15:ser></c15:filteredBarSeries></c:ext></c:chartSpace>'
            }
        ),
    ),
    "xlsx chart's source": (
        "a.xlsx",
        excel(
            parts={
                "xl/charts/_rels/chart1.xml.rels": RELATION.format(
                    f'Id="rId1" Type="{OF}oleObject" Target="file:///P:/Wobke/a.xlsx" TargetMode="External"'
                ),
                "xl/charts/chart1.xml": f"<c:chartSpace {C}/>",
            }
        ),
    ),
    "xlsx part of an add-in": (
        "a.xlsx",
        excel('<customProperties><customPr name="x" r:id="rId1"/></customProperties>', {"xl/customProperty1.bin": "W\0o\0"}),
    ),
    "xlsx order of sorting": ("a.xlsx", excel('<sortState ref="A1:B2"><sortCondition ref="A1" customList="Wobke,Terlingen"/></sortState>')),
    "xlsx header's picture": (
        "a.xlsx",
        excel(
            parts={
                "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="CH"><v:imagedata o:title="logo wobke"/></v:shape></xml>'
            }
        ),
    ),
    "xlsx remark in a drawing": (
        "a.xlsx",
        excel(
            parts={
                "xl/drawings/vmlDrawing1.vml": f'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="a1" style="visibility:hidden"><v:textbox><div>{NAME}</div></v:textbox><x:ClientData ObjectType="Note"/></v:shape></xml>'
            }
        ),
    ),
    "xlsx button's macro": (
        "a.xlsx",
        excel(
            parts={
                "xl/drawings/vmlDrawing1.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shape id="a1"><x:ClientData ObjectType="Button"><x:FmlaMacro>[0]!Wobke</x:FmlaMacro></x:ClientData></v:shape></xml>'
            }
        ),
    ),
    "pptx layout": (
        "a.pptx",
        slides(parts={"ppt/slideLayouts/slideLayout1.xml": f"<p:sldLayout {P} {A}><a:t>Bel {NAME}</a:t></p:sldLayout>"}),
    ),
    "pptx handout": (
        "a.pptx",
        slides(parts={"ppt/handoutMasters/handoutMaster1.xml": f"<p:handoutMaster {P} {A}><a:t>{NAME}</a:t></p:handoutMaster>"}),
    ),
    "pptx show of slides": (
        "a.pptx",
        slides(
            parts={
                "ppt/presentation.xml": f'<p:presentation {P}><p:custShowLst><p:custShow name="Voor {NAME}" id="0"/></p:custShowLst></p:presentation>'
            }
        ),
    ),
    "pptx page on the web": (
        "a.pptx",
        slides(parts={"ppt/presProps.xml": f'<p:presentationPr {P}><p:htmlPubPr title="{NAME}"/></p:presentationPr>'}),
    ),
    "pptx sound": ("a.pptx", slides('<p:timing><p:snd name="stem Wobke Terlingen.wav"/></p:timing>')),
    "pptx ink": (
        "a.pptx",
        slides(
            parts={
                "ppt/ink/ink1.xml": '<inkml:ink xmlns:inkml="http://www.w3.org/2003/InkML"><inkml:annotation>Wobke</inkml:annotation></inkml:ink>'
            }
        ),
    ),
    "pptx extension": ("a.pptx", slides('<p:extLst><p:ext uri="Wobke Terlingen"/></p:extLst>')),
    "pptx name in notes": (
        "a.pptx",
        slides(parts={"ppt/notesSlides/notesSlide1.xml": f'<p:notes {P} {A}><p:cNvPr id="2" name="{NAME}"/></p:notes>'}),
    ),
    "odt hidden control": (
        "a.odt",
        odt(content='<form:hidden xmlns:form="urn:oasis:names:tc:opendocument:xmlns:form:1.0" form:value="Wobke"/>'),
    ),
    "odt facts of a paragraph": (
        "a.odt",
        odt(content='<text:p xmlns:xhtml="http://www.w3.org/1999/xhtml" xhtml:about="#wobke" xhtml:content="Wobke Terlingen">x</text:p>'),
    ),
    "odt variable": (
        "a.odt",
        odt(
            content='<text:p><text:variable-set text:name="a" text:display="none" office:string-value="Wobke">x</text:variable-set></text:p>'
        ),
    ),
    "odt link to a program": (
        "a.odt",
        odt(
            content='<text:dde-connection-decls><text:dde-connection-decl office:dde-topic="/srv/wobke/a.odt"/></text:dde-connection-decls>'
        ),
    ),
    "odt change": (
        "a.odt",
        odt(
            content="<text:changed-region><text:insertion><office:change-info><dc:creator>Wobke</dc:creator></office:change-info></text:insertion></text:changed-region>"
        ),
    ),
    "odt database": (
        "a.odt",
        odt(content='<text:p><text:database-display text:database-name="wobke" text:table-name="loon">x</text:database-display></text:p>'),
    ),
    "odt source of data": (
        "a.odt",
        odt(
            **{
                "settings.xml": '<config:s xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><config:config-item config:name="CurrentDatabaseDataSource" config:type="string">Wobke</config:config-item></config:s>'
            }
        ),
    ),
    "odt setting": (
        "a.odt",
        odt(
            **{
                "settings.xml": '<config:s xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><config:config-item config:name="WobkeTerlingen" config:type="short">1</config:config-item></config:s>'
            }
        ),
    ),
    "odt listed part": (
        "a.odt",
        odt(
            **{
                "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="Pictures/wobke.png" manifest:media-type="image/png"/></manifest:manifest>'
            }
        ),
    ),
    "odt help in a form": (
        "a.odt",
        odt(
            content='<field:fieldmark xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"><field:param field:name="Help" field:value="Vraag Wobke Terlingen"/></field:fieldmark>'
        ),
    ),
    "odt help of a cell": (
        "a.odt",
        odt(
            content=f'<table:content-validations><table:content-validation table:name="v1"><table:help-message table:title="{NAME}"><text:p>{NAME}</text:p></table:help-message></table:content-validation></table:content-validations>'
        ),
    ),
    "odt scenario": ("a.odt", odt(content='<table:table table:name="a"><table:scenario table:comment="Wobke Terlingen"/></table:table>')),
    "odt format with a name": (
        "a.odt",
        odt(
            content=f'<number:number-style xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"><number:text>{NAME}</number:text></number:number-style>'
        ),
    ),
    "odt picture in the text": (
        "a.odt",
        odt(
            content='<draw:image xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"><office:binary-data>V29ia2UgVGVybGluZ2Vu</office:binary-data></draw:image>'
        ),
    ),
    "odt hidden slide": (
        "a.odt",
        odt(
            content='<style:style style:name="dp1"><style:drawing-page-properties xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" presentation:visibility="hidden"/></style:style>'
        ),
    ),
}
