"""Files as cameras, word processors and people make them: every way that we know in which one tells more than it shows.

Each is a name and its bytes, with what it tells as kind and text.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.annotations import Link, Text
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

NAME = "Wobke Terlingen"
HOME = "/ho" + "me/wobke/"
WOBKE, PLACE = ("author", NAME), ("location", "")
ARTIST, WINDOWS_AUTHOR, GPS, EXIF = 0x013B, 0x9C9D, 0x8825, 0x8769

XMP = """\
<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:core="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:mm="http://ns.adobe.com/xap/1.0/mm/" xmlns:ref="http://ns.adobe.com/xap/1.0/sType/ResourceRef#" xmlns:tiff="http://ns.adobe.com/tiff/1.0/"
 xmp:CreatorTool="Adobe Photoshop 25.0 (Windows)" xmp:CreateDate="2026-11-22" tiff:Make="NIKON" {attributes}>
<dc:format>image/jpeg</dc:format>{elements}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
CREATOR = f"<dc:creator><rdf:Seq><rdf:li>{NAME}</rdf:li></rdf:Seq></dc:creator>"


def xmp(elements: str = "", attributes: str = "") -> bytes:
    return XMP.format(elements=elements, attributes=attributes).encode()


def exif(main: Mapping[int, object] = {}, camera: Mapping[int, object] = {}, *, located: bool = False) -> Image.Exif:  # nobody changes them
    written = Image.Exif()
    written[0x010F] = "Camera"
    for tag, value in main.items():
        written[tag] = value
    written.get_ifd(EXIF).update(camera)
    if located:
        written.get_ifd(GPS).update({1: "N", 2: (52.0, 5.0, 0.0), 3: "E", 4: (5.0, 7.0, 0.0)})
    return written


def image(form: str, **options) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, form, **options)
    return data.getvalue()


def icon(form: str = "png", picture: bytes = b"", behind: bytes = b"") -> bytes:
    """An icon in two sizes; or one that holds this picture, with something behind it."""
    if picture or behind:
        picture += behind
        return struct.pack("<HHHBBBBHHII", 0, 1, 1, 8, 8, 0, 0, 1, 32, len(picture) - len(behind), 22) + picture
    data = io.BytesIO()
    Image.new("RGBA", (32, 32)).save(data, "ICO", sizes=[(16, 16), (32, 32)], bitmap_format=form)
    return data.getvalue()


def zipped(files: Mapping[str, str | bytes], comment: bytes = b"") -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = comment
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 0, 0, 0)), text)
    return data.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
RELS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
BODY = f"<w:document {W}><w:body><w:p><w:r><w:t>{NAME} staat in de tekst</w:t></w:r></w:p>{{}}</w:body></w:document>"
VT = 'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"'


def docx(body: str = "", **files: str | bytes) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": RELS.format(""), "word/document.xml": BODY.format(body), **files})


def xlsx(files: Mapping[str, str]) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "xl/worksheets/sheet1.xml": f"<worksheet {S}/>", **files})


def pptx(files: Mapping[str, str]) -> bytes:
    return zipped({"[Content_Types].xml": TYPES, "ppt/presentation.xml": f"<p:presentation {P}/>", **files})


def core(properties: str) -> str:
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dcterms:created>2026-11-22T10:00:00Z</dcterms:created><cp:revision>3</cp:revision>{properties}</cp:coreProperties>"
    )


def app(properties: str = "") -> str:
    return (
        f'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" {VT}><Template>Normal.dotm</Template>'
        f"<Application>Microsoft Office Word</Application><AppVersion>16.0000</AppVersion><Pages>1</Pages>{properties}</Properties>"
    )


O = (  # noqa: E741  # the prefix of OpenDocument
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def odt(meta: str = "", content: str = "", **files: str | bytes) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "meta.xml": f"<office:document-meta {O}><office:meta><meta:generator>LibreOffice/7.6.4.1$Linux_X86_64 LibreOffice_project/60</meta:generator>"
            f'<meta:document-statistic meta:page-count="1"/>{meta}</office:meta></office:document-meta>',
            "content.xml": f"<office:document-content {O}><office:body><office:text><text:p>Hallo</text:p>{content}</office:text></office:body>"
            "</office:document-content>",
            **files,
        }
    )


def pdf(info: Mapping[str, str] = {}, packet: bytes = b"", password: str = "", change=lambda writer: None) -> bytes:  # nobody changes it
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.metadata = {"/Producer": "Microsoft® Word voor Microsoft 365", "/CreationDate": "D:20261122100000Z", **info}
    if packet:
        stream = StreamObject()
        stream.set_data(packet)
        stream[NameObject("/Type")] = NameObject("/Metadata")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())
    change(writer)
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    return data.getvalue()


def noted(writer: PdfWriter) -> None:
    note = Text(text="Klopt dit?", rect=(10, 10, 20, 20), open=True)
    note[NameObject("/T")] = TextStringObject(NAME)
    writer.add_annotation(0, note)


def noted_in_place(writer: PdfWriter) -> None:
    """A note that stands in the list of its page itself, without a number of its own."""
    note = {"/Subtype": NameObject("/Text"), "/T": TextStringObject(NAME), "/Contents": TextStringObject("Klopt dit?")}
    rect = ArrayObject([NumberObject(n) for n in (1, 1, 9, 9)])
    found = DictionaryObject({NameObject(key): value for key, value in {**note, "/Rect": rect}.items()})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([found])


def show(writer: PdfWriter, picture: StreamObject) -> None:
    """Put a picture on the page."""
    pictures = DictionaryObject({NameObject("/Im0"): writer._add_object(picture)})
    writer.pages[0][NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})


def with_packed_picture(picture: bytes):
    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream._data = zlib.compress(picture)
        stream.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Image")})
        stream[NameObject("/Filter")] = ArrayObject([NameObject("/FlateDecode"), NameObject("/DCTDecode")])
        show(writer, stream)

    return change


def with_picture(picture: bytes):
    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream._data = picture
        keys = {"/Type": "/XObject", "/Subtype": "/Image", "/Filter": "/DCTDecode"}
        stream.update({NameObject(key): NameObject(value) for key, value in keys.items()})
        show(writer, stream)

    return change


def linked(address: str):
    return lambda writer: writer.add_annotation(0, Link(rect=(1, 1, 9, 9), url=address))


def with_object(**keys: str):
    def change(writer: PdfWriter) -> None:
        writer._add_object(DictionaryObject({NameObject(f"/{key}"): TextStringObject(value) for key, value in keys.items()}))

    return change


def png_with(*chunks: tuple[bytes, bytes], behind: bytes = b"") -> bytes:
    """A PNG with chunks behind the picture, where many programs put them."""
    end = struct.pack(">I4sI", 0, b"IEND", zlib.crc32(b"IEND"))
    added = b"".join(struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks)
    return image("PNG").removesuffix(end) + added + end + behind


def raw_profile(kind: bytes, data: bytes) -> tuple[bytes, bytes]:
    """What ImageMagick keeps of other formats."""
    text = b"\n" + kind + b"\n%8d\n" % len(data) + data.hex().encode() + b"\n"
    return b"zTXt", b"Raw profile type " + kind + b"\0\0" + zlib.compress(text)


def jpeg_with(marker: int, segment: bytes, behind: bytes = b"") -> bytes:
    data = image("JPEG")
    return data[:2] + struct.pack(">BBH", 0xFF, marker, len(segment) + 2) + segment + data[2:] + behind


def iptc(dataset: int, text: bytes) -> bytes:
    record = b"\x1c\x02" + bytes([dataset]) + struct.pack(">H", len(text)) + text
    return b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)


def texts(**pairs: str) -> PngInfo:
    info = PngInfo()
    for key, value in pairs.items():
        info.add_text(key.replace("_", " "), value)
    return info


def packed_text(key: str, value: str) -> PngInfo:
    info = PngInfo()
    info.add_itxt(key, value, zip=True)
    return info


def webp_with(name: bytes, chunk: bytes) -> bytes:
    data = image("WEBP") + name + struct.pack("<I", len(chunk)) + chunk + b"\0" * (len(chunk) % 2)
    return data[:4] + struct.pack("<I", len(data) - 8) + data[8:]


def icc(*names: bytes) -> bytes:
    return b"\0" * 128 + struct.pack(">I", len(names)) + b"".join(name + b"\0" * 8 for name in names)


def svg(inside: str = "", attributes: str = "", before: str = "") -> bytes:
    spaces = (
        'xmlns="http://www.w3.org/2000/svg" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return f'{before}<svg {spaces} {attributes}>{inside}<rect width="1" height="1"/></svg>'.encode()


PHOTO = image("JPEG", exif=exif(located=True))

BITMAP = struct.pack("<IiiHHIIiiII", 40, 1, 2, 1, 32, 0, 0, 0, 0, 0, 0) + b"\0" * 8

TELLING: Mapping[str, tuple[str, bytes, set[tuple[str, str]]]] = {
    "jpeg Exif Artist": ("a.jpg", image("JPEG", exif=exif({ARTIST: NAME})), {WOBKE}),
    "jpeg Exif GPS": ("a.jpg", image("JPEG", exif=exif(located=True)), {PLACE}),
    "jpeg Exif Windows author": ("a.jpg", image("JPEG", exif=exif({WINDOWS_AUTHOR: (NAME + "\0").encode("utf-16-le")})), {WOBKE}),
    "jpeg Exif Copyright": ("a.jpg", image("JPEG", exif=exif({0x8298: NAME})), {("property", NAME)}),
    "jpeg Exif ImageDescription": ("a.jpg", image("JPEG", exif=exif({0x010E: NAME})), {("comment", NAME)}),
    "jpeg Exif HostComputer": ("a.jpg", image("JPEG", exif=exif({0x013C: "laptop van Wobke"})), {("property", "laptop van Wobke")}),
    "jpeg Exif UserComment": ("a.jpg", image("JPEG", exif=exif({}, {0x9286: b"ASCII\0\0\0" + NAME.encode()})), {("comment", NAME)}),
    "jpeg Exif UserComment in Unicode": (
        "a.jpg",
        image("JPEG", exif=exif({}, {0x9286: b"UNICODE\0" + NAME.encode("utf-16-le")})),
        {("comment", NAME)},
    ),
    "jpeg Exif owner": ("a.jpg", image("JPEG", exif=exif({}, {0xA430: NAME})), {WOBKE}),
    "jpeg Exif serial number": ("a.jpg", image("JPEG", exif=exif({}, {0xA431: "12345"})), {("property", "12345")}),
    "jpeg Exif MakerNote": ("a.jpg", image("JPEG", exif=exif({}, {0x927C: b"Nikon\0x"})), {("property", "Nikon\0x")}),
    "jpeg Exif Windows title": ("a.jpg", image("JPEG", exif=exif({0x9C9B: (NAME + "\0").encode("utf-16-le")})), {("title", NAME)}),
    "jpeg XMP creator": ("a.jpg", image("JPEG", xmp=xmp(CREATOR)), {WOBKE}),
    "jpeg XMP GPS": ("a.jpg", image("JPEG", xmp=xmp(attributes='exif:GPSLatitude="52,5N"')), {PLACE}),
    "jpeg XMP rights": ("a.jpg", image("JPEG", xmp=xmp(f"<dc:rights>{NAME}</dc:rights>")), {("property", NAME)}),
    "jpeg XMP city": ("a.jpg", image("JPEG", xmp=xmp("<photoshop:City>Ommen</photoshop:City>")), {PLACE}),
    "jpeg XMP location": ("a.jpg", image("JPEG", xmp=xmp("<core:Location>Dorpsplein</core:Location>")), {PLACE}),
    "jpeg XMP location shown": (
        "a.jpg",
        image("JPEG", xmp=xmp("<ext:LocationShown><rdf:Bag><rdf:li ext:City='Ommen'/></rdf:Bag></ext:LocationShown>")),
        {PLACE},
    ),
    "jpeg XMP person shown": (
        "a.jpg",
        image("JPEG", xmp=xmp(f"<ext:PersonInImage><rdf:Bag><rdf:li>{NAME}</rdf:li></rdf:Bag></ext:PersonInImage>")),
        {("property", NAME)},
    ),
    "jpeg XMP owner": ("a.jpg", image("JPEG", xmp=xmp(attributes=f'aux:OwnerName="{NAME}"')), {WOBKE}),
    "jpeg XMP path": (
        "a.jpg",
        image("JPEG", xmp=xmp(f"<mm:DerivedFrom ref:filePath='/Users/{NAME}/a.psd'/>")),
        {("property", f"/Users/{NAME}/a.psd")},
    ),
    "jpeg XMP of one's own": (
        "a.jpg",
        image("JPEG", xmp=xmp(f"<eigen:wie xmlns:eigen='http://voorbeeld.nl/ns/'>{NAME}</eigen:wie>")),
        {("property", NAME), ("property", "")},
    ),
    "jpeg XMP title": (
        "a.jpg",
        image("JPEG", xmp=xmp(f"<dc:title><rdf:Alt><rdf:li>{NAME}</rdf:li></rdf:Alt></dc:title>")),
        {("title", NAME)},
    ),
    "jpeg XMP further": ("a.jpg", jpeg_with(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"x" * 40), {("property", "")}),
    "jpeg IPTC by-line": ("a.jpg", jpeg_with(0xED, iptc(80, NAME.encode())), {WOBKE}),
    "jpeg IPTC city": ("a.jpg", jpeg_with(0xED, iptc(90, b"Ommen")), {PLACE}),
    "jpeg IPTC caption": ("a.jpg", jpeg_with(0xED, iptc(120, NAME.encode())), {("property", NAME)}),
    "jpeg comment": ("a.jpg", jpeg_with(0xFE, NAME.encode()), {("comment", NAME)}),
    "jpeg of a telephone with a film": ("a.jpg", image("JPEG") + b"\0\0\0\x18ftypmp42", {("property", "")}),
    "jpeg with other segments": ("a.jpg", jpeg_with(0xE4, NAME.encode()), {("property", "")}),
    "jpeg with more pictures": (
        "a.jpg",
        jpeg_with(0xE2, b"MPF\0II*\0\x08\0\0\0\1\0\3\xb0\7\0\x0f\0\0\0\x1a\0\0\0\0\0\0\0" + NAME.encode()),
        {("property", "")},
    ),
    "jpeg profile of a screen": ("a.jpg", jpeg_with(0xE2, b"ICC_PROFILE\0\1\1" + icc(b"mmod") + b"1"), {("property", "")}),
    "jpeg with a small picture": (
        "a.jpg",
        image("JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\0\0\x0e\0\0\0\x01\0\x01\x02\x04\0\x01\0\0\0\0\0\0\0\0\0\0\0"),
        {("embedded", "")},
    ),
    "png Author": ("a.png", image("PNG", pnginfo=texts(Author=NAME)), {WOBKE}),
    "png Copyright": ("a.png", image("PNG", pnginfo=texts(Copyright=NAME)), {("comment", NAME)}),
    "png Creator": ("a.png", image("PNG", pnginfo=texts(Creator=NAME)), {("comment", NAME)}),
    "png Description": ("a.png", image("PNG", pnginfo=texts(Description=NAME)), {("comment", NAME)}),
    "png Title": ("a.png", image("PNG", pnginfo=texts(Title=NAME)), {("title", NAME)}),
    "png packed text": ("a.png", png_with((b"zTXt", b"Author\0\0" + zlib.compress(NAME.encode()))), {WOBKE}),
    "png packed XMP": ("a.png", image("PNG", pnginfo=packed_text("XML:com.adobe.xmp", xmp(CREATOR).decode())), {WOBKE}),
    "png XMP behind": (
        "a.png",
        png_with((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp("<exif:GPSLongitude>5E</exif:GPSLongitude>"))),
        {PLACE},
    ),
    "png eXIf": ("a.png", image("PNG", exif=exif({ARTIST: NAME})), {WOBKE}),
    "png eXIf behind": ("a.png", png_with((b"eXIf", exif(located=True).tobytes())), {PLACE}),
    "png raw profile exif": ("a.png", png_with(raw_profile(b"exif", exif(located=True).tobytes())), {PLACE}),
    "png raw profile APP1": ("a.png", png_with(raw_profile(b"APP1", b"Exif\0\0" + exif({ARTIST: NAME}).tobytes()[6:])), {WOBKE}),
    "png raw profile iptc": ("a.png", png_with(raw_profile(b"iptc", iptc(80, NAME.encode())[14:])), {WOBKE}),
    "png raw profile xmp": ("a.png", png_with(raw_profile(b"xmp", xmp(CREATOR))), {WOBKE}),
    "png other chunk": ("a.png", png_with((b"prVt", NAME.encode())), {("property", "")}),
    "png behind its end": ("a.png", png_with(behind=NAME.encode()), {("property", "")}),
    "webp Exif": ("a.webp", image("WEBP", exif=exif({ARTIST: NAME}, located=True)), {WOBKE, PLACE}),
    "webp XMP": ("a.webp", image("WEBP", xmp=xmp(CREATOR)), {WOBKE}),
    "webp other chunk": ("a.webp", webp_with(b"NOTE", NAME.encode()), {("property", "")}),
    "docx creator": ("a.docx", docx(**{"docProps/core.xml": core(f"<dc:creator>{NAME}</dc:creator>")}), {WOBKE}),
    "docx lastModifiedBy": ("a.docx", docx(**{"docProps/core.xml": core(f"<cp:lastModifiedBy>{NAME}</cp:lastModifiedBy>")}), {WOBKE}),
    "docx title": ("a.docx", docx(**{"docProps/core.xml": core(f"<dc:title>{NAME}</dc:title>")}), {("title", NAME)}),
    "docx keywords": ("a.docx", docx(**{"docProps/core.xml": core(f"<cp:keywords>{NAME}</cp:keywords>")}), {("property", NAME)}),
    "docx Manager": ("a.docx", docx(**{"docProps/app.xml": app(f"<Manager>{NAME}</Manager>")}), {WOBKE}),
    "docx Company": ("a.docx", docx(**{"docProps/app.xml": app("<Company>Zorg BV</Company>")}), {("property", "Zorg BV")}),
    "docx custom": (
        "a.docx",
        docx(**{"docProps/custom.xml": f"<Properties {VT}><property name='Wie'><vt:lpwstr>{NAME}</vt:lpwstr></property></Properties>"}),
        {("property", "")},
    ),
    "docx comments": (
        "a.docx",
        docx(**{"word/comments.xml": f'<w:comments {W}><w:comment w:author="{NAME}" w:initials="WT"/></w:comments>'}),
        {WOBKE, ("comment", "")},
    ),
    "docx tracked": ("a.docx", docx(f'<w:p><w:del w:author="{NAME}"><w:r/></w:del></w:p>'), {WOBKE, ("change", "")}),
    "docx changed marks": (
        "a.docx",
        docx(f'<w:p><w:pPr><w:rPr><w:rPrChange w:author="{NAME}"/></w:rPr></w:pPr></w:p>'),
        {WOBKE, ("change", "")},
    ),
    "docx people": (
        "a.docx",
        docx(
            **{
                "word/people.xml": f'<w15:people {W}><w15:person w15:author="{NAME}"><w15:presenceInfo w15:userId="w@voorbeeld.nl"/></w15:person></w15:people>'
            }
        ),
        {WOBKE, ("author", "w@voorbeeld.nl")},
    ),
    "docx picture with a place": ("a.docx", docx(**{"word/media/image1.jpeg": PHOTO}), {PLACE}),
    "docx sheet inside": (
        "a.docx",
        docx(**{"word/embeddings/Microsoft_Excel_Sheet1.xlsx": docx(**{"docProps/core.xml": core(f"<dc:creator>{NAME}</dc:creator>")})}),
        {WOBKE},
    ),
    "docx hidden text": ("a.docx", docx("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>"), {("hidden", "")}),
    "docx thumbnail": ("a.docx", docx(**{"docProps/thumbnail.jpeg": image("JPEG")}), {("embedded", "")}),
    "docx template of somebody": (
        "a.docx",
        docx(
            **{
                "word/_rels/settings.xml.rels": RELS.format(
                    '<Relationship Id="r" Type="http://x/relationships/attachedTemplate" Target="file:///C:\\Users\\Wobke\\brief.dotx" TargetMode="External"/>'
                )
            }
        ),
        {("path", "")},
    ),
    "docx other data": ("a.docx", docx(**{"customXml/item1.xml": f"<a>{NAME}</a>"}), {("property", "")}),
    "docx other part": ("a.docx", docx(**{"word/media/image1.emf": b"\1\0\0\0"}), {("unreadable", "")}),
    "docx in a zip with a remark": ("a.docx", zipped({"word/document.xml": BODY.format("")}, NAME.encode()), {("comment", NAME)}),
    "xlsx comments": (
        "a.xlsx",
        xlsx(
            {
                "xl/comments1.xml": f"<comments {S}><authors><author>{NAME}</author></authors><commentList><comment ref='A1'/></commentList></comments>"
            }
        ),
        {WOBKE, ("comment", "")},
    ),
    "xlsx persons": (
        "a.xlsx",
        xlsx({"xl/persons/person.xml": f'<personList {S}><person displayName="{NAME}" userId="w@voorbeeld.nl"/></personList>'}),
        {WOBKE, ("author", "w@voorbeeld.nl")},
    ),
    "xlsx path": (
        "a.xlsx",
        xlsx({"xl/workbook.xml": f'<workbook {S}><absPath url="C:\\Users\\Wobke\\Documenten\\"/></workbook>'}),
        {("path", "")},
    ),
    "xlsx hidden sheet": (
        "a.xlsx",
        xlsx({"xl/workbook.xml": f'<workbook {S}><sheet name="Namen" state="hidden"/></workbook>'}),
        {("hidden", "")},
    ),
    "xlsx printer": ("a.xlsx", xlsx({"xl/printerSettings/printerSettings1.bin": "W\0o\0b\0k\0e\0"}), {("property", "")}),
    "xlsx who saved it": ("a.xlsx", xlsx({"xl/workbook.xml": f'<workbook {S}><fileSharing userName="{NAME}"/></workbook>'}), {WOBKE}),
    "pptx comment authors": (
        "a.pptx",
        pptx({"ppt/commentAuthors.xml": f'<p:cmAuthorLst {P}><p:cmAuthor name="{NAME}"/></p:cmAuthorLst>'}),
        {WOBKE},
    ),
    "pptx comments": ("a.pptx", pptx({"ppt/comments/comment1.xml": f"<p:cmLst {P}><p:cm/></p:cmLst>"}), {("comment", "")}),
    "pptx hidden slide": ("a.pptx", pptx({"ppt/slides/slide1.xml": f'<p:sld {P} show="0"/>'}), {("hidden", "")}),
    "odt creator": ("a.odt", odt(f"<dc:creator>{NAME}</dc:creator>"), {WOBKE}),
    "odt initial creator": ("a.odt", odt(f"<meta:initial-creator>{NAME}</meta:initial-creator>"), {WOBKE}),
    "odt printed by": ("a.odt", odt(f"<meta:printed-by>{NAME}</meta:printed-by>"), {WOBKE}),
    "odt of one's own": ("a.odt", odt(f"<meta:user-defined meta:name='Wie'>{NAME}</meta:user-defined>"), {("property", f"{NAME} Wie")}),
    "odt tracked": (
        "a.odt",
        odt(
            content=f"<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>{NAME}</dc:creator></office:change-info>"
            "</text:deletion></text:changed-region></text:tracked-changes>"
        ),
        {WOBKE, ("change", "")},
    ),
    "odt annotation": (
        "a.odt",
        odt(content=f"<office:annotation><dc:creator>{NAME}</dc:creator></office:annotation>"),
        {WOBKE, ("comment", "")},
    ),
    "odt picture with a place": ("a.odt", odt(**{"Pictures/10000000.jpg": PHOTO}), {PLACE}),
    "odt earlier version": ("a.odt", odt(**{"VersionList.xml": f"<a>{NAME}</a>"}), {("property", "")}),
    "odt printer": (
        "a.odt",
        odt(
            **{
                "settings.xml": '<config:s xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0"><config:config-item config:name="PrinterName" config:type="string">Printer Wobke</config:config-item></config:s>'
            }
        ),
        {("property", "Printer Wobke")},
    ),
    "pdf Author": ("a.pdf", pdf({"/Author": NAME}), {WOBKE}),
    "pdf Title": ("a.pdf", pdf({"/Title": NAME}), {("title", NAME)}),
    "pdf Creator": ("a.pdf", pdf({"/Creator": NAME}), {("property", NAME)}),
    "pdf of one's own": ("a.pdf", pdf({"/Wie": NAME}), {("property", NAME)}),
    "pdf Keywords": ("a.pdf", pdf({"/Keywords": NAME}), {("property", NAME)}),
    "pdf XMP": ("a.pdf", pdf(packet=xmp(CREATOR)), {WOBKE}),
    "pdf annotation": ("a.pdf", pdf(change=noted), {WOBKE, ("comment", "")}),
    "pdf annotation in its page": ("a.pdf", pdf(change=noted_in_place), {WOBKE, ("comment", "")}),
    "pdf packed picture with a place": ("a.pdf", pdf(change=with_packed_picture(PHOTO)), {PLACE}),
    "pdf file inside": ("a.pdf", pdf(change=lambda writer: writer.add_attachment("a.txt", b"geheim")), {("embedded", "")}),
    "pdf picture with a place": ("a.pdf", pdf(change=with_picture(PHOTO)), {PLACE}),
    "pdf properties of before": ("a.pdf", pdf(change=with_object(Author=NAME, Producer="Microsoft Word")), {("earlier", "")}),
    "pdf changed later": ("a.pdf", pdf() + pdf()[9:], {("earlier", "")}),
    "pdf link to a computer": ("a.pdf", pdf(change=linked("file:///C:/Volumes/Wobke/a.pdf")), {("path", "")}),
    "svg title": ("a.svg", svg(f"<title>{NAME}</title>"), {("title", NAME)}),
    "svg desc": ("a.svg", svg(f"<desc>{NAME}</desc>"), {("title", NAME)}),
    "svg docname": ("a.svg", svg(attributes='sodipodi:docname="logo van Wobke.svg"'), {("title", "logo van Wobke.svg")}),
    "svg exported to": ("a.svg", svg(attributes=f'inkscape:export-filename="{HOME}a.png"'), {("title", f"{HOME}a.png")}),
    "svg metadata": (
        "a.svg",
        svg(
            f"<metadata><rdf:RDF><cc:Work><dc:format>image/svg+xml</dc:format><dc:creator><cc:Agent><dc:title>{NAME}</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>"
        ),
        {("author", NAME)},
    ),
    "svg comment": ("a.svg", svg(f"<!-- {NAME} -->"), {("comment", NAME)}),
    "svg of draw.io": (
        "a.svg",
        svg(attributes=f'content="&lt;mxfile host=&quot;{NAME}&quot;/&gt;"'),
        {("property", f'<mxfile host="{NAME}"/>')},
    ),
    "svg data": ("a.svg", svg(f'<g data-name="{NAME}"/>'), {("property", NAME)}),
    "svg picture with a place": (
        "a.svg",
        svg('<image xlink:href="data:image/jpeg;base64,' + __import__("base64").b64encode(PHOTO).decode() + '"/>'),
        {PLACE},
    ),
    "HEIC": ("a.heic", b"\0\0\0\x18ftypheic", {("unseen", "")}),
    "HEIC called PNG": ("a.png", b"\0\0\0\x18ftypheic", {("unseen", "")}),
    "film": ("a.mov", b"\0\0\0\x14ftypqt  \0\0\0\x08moov", {("unseen", "")}),
    "old Word": ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", {("unseen", "")}),
    "TIFF": ("a.tif", b"II*\0\x08\0\0\0", {("unseen", "")}),
    "AVIF": ("a.avif", b"\0\0\0\x18ftypavif", {("unseen", "")}),
    "text that is a photo": ("a.txt", PHOTO, {PLACE, ("unseen", "")}),
    "binary that is called a text": ("a.css", b"body{}\0", {("unseen", "")}),
}

TELLING_ICONS: Mapping[str, tuple[str, bytes, set[tuple[str, str]]]] = {
    "icon with a PNG that tells": ("a.ico", icon(picture=image("PNG", pnginfo=texts(Comment=NAME))), {("comment", NAME)}),
    "icon with something behind": ("a.ico", icon(picture=image("PNG"), behind=NAME.encode()), {("property", "")}),
    "icon with something behind a bitmap": ("a.ico", icon(picture=BITMAP + NAME.encode()), {("property", "")}),
    "icon with a broken bitmap": ("a.ico", icon(picture=b"x" * 50), {("unreadable", "")}),
    "icon that is cut": ("a.ico", icon()[:-9], {("unreadable", "")}),
}

SILENT: Mapping[str, tuple[str, bytes]] = {
    "pdf link to an address": ("a.pdf", pdf(change=linked("mailto:w@voorbeeld.nl"))),
    "jpeg": ("a.jpg", image("JPEG")),
    "jpeg camera": (
        "a.jpg",
        image(
            "JPEG", exif=exif({0x0110: "D750", 0x0131: "Adobe Photoshop 25.0", 0x0112: 6}, {0x829A: 0.01, 0x9003: "2026:11:22 10:00:00"})
        ),
    ),
    "jpeg XMP": ("a.jpg", image("JPEG", xmp=xmp())),
    "jpeg GPS without a place": (
        "a.jpg",
        image(
            "JPEG",
            exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88%\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\x01\0\0\0\x01\0\0\0\x04\x02\x03\0\0\0\0\0\0",
        ),
    ),
    "jpeg comment of a program": ("a.jpg", jpeg_with(0xFE, b"CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n")),
    "jpeg profile": ("a.jpg", jpeg_with(0xE2, b"ICC_PROFILE\0\1\1" + icc(b"desc", b"cprt", b"rXYZ"))),
    "jpeg progressive": ("a.jpg", image("JPEG", progressive=True)),
    "png": ("a.png", image("PNG", pnginfo=texts(Software="gnome-screenshot", Creation_Time="2026"), dpi=(300, 300))),
    "png profile": ("a.png", image("PNG", icc_profile=icc(b"desc"))),
    "webp": ("a.webp", image("WEBP", icc_profile=icc(b"desc"))),
    "pdf": ("a.pdf", pdf({"/Creator": "Adobe InDesign 19.0 (Macintosh)"})),
    "pdf XMP": ("a.pdf", pdf(packet=xmp("<dc:title></dc:title>"))),
    "docx": (
        "a.docx",
        docx(**{"docProps/core.xml": core("<dc:creator></dc:creator>"), "docProps/app.xml": app(), "word/media/image1.png": image("PNG")}),
    ),
    "odt": ("a.odt", odt(**{"Thumbnails/thumbnail.png": image("PNG"), "Configurations2/accelerator/current.xml": "<a/>"})),
    "svg": (
        "a.svg",
        svg(
            "<g inkscape:label='Laag 1' inkscape:groupmode='layer' sodipodi:nodetypes='cc'/><!-- Created with Inkscape (http://www.inkscape.org/) -->"
        ),
    ),
    "svg metadata of Inkscape": (
        "a.svg",
        svg(
            '<metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format><dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage"/></cc:Work></rdf:RDF></metadata>'
        ),
    ),
    "text": ("a.txt", b"Author: Wobke Terlingen"),
    "style": ("a.css", b"body{}"),
    "icon": ("favicon.ico", icon()),
    "icon of bitmaps": ("favicon.ico", icon("bmp")),
    "GIF": ("a.gif", image("GIF", comment=b"Created with GIMP")),
    "GIF that moves": ("a.gif", image("GIF", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")], loop=0, duration=90)),
    "icon that is a PNG": ("favicon.ico", image("PNG")),
    "server": ("nginx.conf", b"location / {}"),
    "search of browsers": ("opensearch.xml", b"<a/>"),
    "sources": ("bronnen.bib", b"@book{a}"),
    "source of a style": ("site.scss", b"a{b{}}"),
    "map of a style": ("site.css.map", b"{}"),
    "typeface": ("a.woff2", b"wOF2\0\0"),
    "redirects": ("_redirects", b"/a /b"),
    "name of the site": ("CNAME", b"voorbeeld.nl"),
    "text called PDF that names nobody": ("a.txt", b""),
}


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file that tells, with some bytes changed and perhaps its end lost."""
    name, data = draw(st.sampled_from([(name, data) for name, data, _ in TELLING.values()]))
    changed = bytearray(data)
    for _ in range(draw(st.integers(1, 12))):
        start = draw(st.integers(0, len(changed)))
        changed[start : start + draw(st.integers(0, 8))] = draw(st.binary(max_size=8))
    return name, bytes(changed[: draw(st.integers(0, len(changed)))] if draw(st.booleans()) else changed)
