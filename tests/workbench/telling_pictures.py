"""Pictures with one small secret each, in every place that a format has for one, and harmless ones as programs write them."""

import struct
import zlib
from collections.abc import Mapping

from PIL import Image, ImageCms

from tests.workbench.telling_files import exif, image, jpeg_with, png_with, raw_profile, webp_with, xmp

SECRET = "Wobke Terlingen"  # noqa: S105  # it opens nothing
S = SECRET.encode()

JPEG, PNG, WEBP, GIF = image("JPEG"), image("PNG"), image("WEBP"), image("GIF")
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def png(name: bytes, chunk: bytes) -> bytes:
    return png_with((name, chunk))


def png_first(name: bytes, chunk: bytes) -> bytes:
    """A PNG with a chunk before the picture, where the standard wants those of colours."""
    return PNG[:33] + struct.pack(">I", len(chunk)) + name + chunk + struct.pack(">I", zlib.crc32(name + chunk)) + PNG[33:]


def in_xmp(elements: str = "", attributes: str = "") -> bytes:
    return jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp(elements, attributes))


def in_packet(before: bytes, after: bytes) -> bytes:
    return jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp().replace(before, after, 1))


def resource(number: int, data: bytes, name: bytes = b"") -> bytes:
    name = bytes([len(name)]) + name + b"\0" * ((len(name) + 1) % 2)
    return jpeg_with(
        0xED,
        b"Photoshop 3.0\0" + b"8BIM" + struct.pack(">H", number) + name + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2),
    )


def profile(changed: bytes = b"", tag: bytes = b"", text: bytes = b"", behind: bytes = b"") -> bytes:
    """A colour profile with one text, another tag, or something behind."""
    described = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79
    parts = [(b"desc", described), *([(tag, b"text\0\0\0\0" + changed)] if tag else [])]
    head, body, position = struct.pack(">I", len(parts)), b"", 132 + 12 * len(parts)
    for name, part in parts:
        head += name + struct.pack(">II", position + len(body), len(part))
        body += part
    return struct.pack(">I", position + len(body) + len(behind)) + b"\0" * 124 + head + body + behind


PLACES = {4: 4, 12: 4, 24: 12, 48: 8, 56: 8, 68: 12, 80: 4}
"""Where the head of a profile has signs, a day and numbers, and how many bytes."""


def profile_with(name: bytes, part: bytes) -> bytes:
    head = struct.pack(">I4sII", 1, name, 144, len(part))
    return struct.pack(">I", 144 + len(part)) + b"\0" * 124 + head + part


def in_profile(written: bytes) -> bytes:
    return jpeg_with(0xE2, b"ICC_PROFILE\0\1\1" + written)


def without_place() -> Image.Exif:
    written = exif({0x10F: "Canon", 0x110: "Canon EOS 80D"})
    written.get_ifd(0x8825).update({0: b"\2\3\0\0", 9: "V"})
    return written


def gif(block: bytes) -> bytes:
    return GIF[:-1] + block + GIF[-1:]


def loose_exif(picture: bytes) -> bytes:
    """Exif with a text between its directories, which no tag speaks for."""
    return b"II*\0" + struct.pack("<I", 8 + len(picture)) + picture + struct.pack("<HHHIII", 1, 0x112, 3, 1, 1, 0)


LARGE_EXIF = (
    (b"II*\0" + struct.pack("<IHHHIIHHIII", 8, 2, 0xA302, 7, 70_000, 100, 0x13B, 2, 16, 70_200, 0)).ljust(70_200, b"\1") + S + b"\0"
)

IN_EXIF: Mapping[str, tuple[int, object]] = {
    **{name: (number, SECRET) for name, number in {"Make": 0x10F, "DateTime": 0x132, "Software": 0x131, "TargetPrinter": 0x151}.items()},
    "Model": (0x110, "iPhone van Wobke"),
    "description in digits": (0x10E, "52.370216, 4.895168"),
    "Rating": (0x4746, S),
}
IN_CAMERA: Mapping[str, tuple[int, object]] = {
    **{f"{number:x}": (number, SECRET) for number in (0xA433, 0xA434, 0x8824, 0x9290, 0x9003, 0x9010, 0xA420, 0xA435, 0xA436, 0xA437)},
    **{f"{number:x}": (number, S) for number in (0xA40B, 0x927C, 0xA302, 0x9101, 0x9000, 0xA300)},
    "comment in digits": (0x9286, b"ASCII\0\0\x0006-12345678"),
    "comment behind a zero": (0x9286, b"ASCII\0\0\0Screenshot\0" + S),
}
XMP_SECRETS: Mapping[str, bytes] = {
    **{
        name: in_xmp(f"<{name}>{SECRET}</{name}>")
        for name in ("dc:language", "dc:type", "dc:date", "dc:format", "dc:source", "photoshop:ICCProfile")
    },
    **{
        name: in_xmp(attributes=f'{name}="{SECRET}"') for name in ("mm:DocumentID", "tiff:Model", "xmp:Rating", "xmp:Label", "exif:FNumber")
    },
    "prefix that is a name": in_xmp("<Wobke:format xmlns:Wobke='http://purl.org/dc/elements/1.1/'>image/png</Wobke:format>"),
    "empty element that nobody knows": in_xmp("<dc:WobkeTerlingen/>"),
    "empty attribute that nobody knows": in_xmp(attributes='dc:WobkeTerlingen=""'),
    "length of the packet": in_packet(b'begin=""', b'bytes="612345678" begin=""'),
    "empty element with a name": in_xmp("<a:Wobke xmlns:a='http://voorbeeld.nl/'/>"),
    "language of a text": in_xmp(f"<dc:format xml:lang='{SECRET}'>image/png</dc:format>"),
    "name of a node": in_xmp(f"<dc:format rdf:ID='{SECRET}'>image/png</dc:format>"),
    "parameters of an event": in_xmp(
        f'<mm:History xmlns:e="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#"><rdf:Seq><rdf:li e:parameters="deur {SECRET}"/></rdf:Seq></mm:History>'
    ),
    "remark": in_xmp(f"<!-- {SECRET} -->"),
    "instruction": in_xmp(f"<?{SECRET}?>"),
    "behind an element": in_xmp(f"<dc:format>image/png</dc:format>{SECRET}"),
    "outside RDF": in_packet(b"<rdf:RDF", b"<jan>" + S + b"</jan><rdf:RDF"),
    "toolkit": in_packet(b'adobe:ns:meta/"', b'adobe:ns:meta/" x:xmptk="' + S + b'"'),
    "about": in_packet(b'rdf:about=""', b'rdf:about="' + S + b'"'),
    "in the mark of the packet": in_packet(b"W5M0MpCehiHzreSzNTczkc9d", S),
    "behind the packet": in_packet(b'<?xpacket end="w"?>', b'<?xpacket end="w"?>' + S),
    "before the packet": in_packet(b"<?xpacket begin", S + b"<?xpacket begin"),
}
PNG_SECRETS: Mapping[str, bytes] = {
    **{
        f"text {key.decode()}": png(b"tEXt", key + b"\0" + S)
        for key in (b"Creation Time", b"Software", b"date:create", b"Eigen", b"Warning", b"exif:Model")
    },
    "key that is a name": png(b"tEXt", S + b"\0GIMP"),
    "comment in digits": png(b"tEXt", b"Comment\x0006-12 34 56 78"),
    "place in digits": png(b"tEXt", b"Comment\x0052.370216, 4.895168"),
    "translated key": png(b"iTXt", b"Software\0\0\0nl\0" + S + b"\0GIMP"),
    "language of a text": png(b"iTXt", b"Software\0\0\0" + S + b"\0\0GIMP"),
    "behind a packed text": png(b"zTXt", b"Software\0\0" + zlib.compress(b"GIMP") + S),
    "behind a packed text in Unicode": png(b"iTXt", b"Software\0\1\0\0\0" + zlib.compress(b"GIMP") + S),
    "name of a raw profile": png(b"tEXt", b"Raw profile type icc\0\n" + S + b"\n 136\n" + b"00" * 136),
    "kind of a raw profile": png(*raw_profile(S, b"1234")),
    "name of a profile": png_first(b"iCCP", S + b"\0\0" + zlib.compress(SRGB)),
    "behind a profile": png_first(b"iCCP", b"ICC\0\0" + zlib.compress(SRGB) + S),
    "palette with a name": png_first(b"sPLT", S + b"\0\x08" + b"\0" * 6),
    "scale with a name": png_first(b"pCAL", S + b"\0" + b"\0" * 10 + b"x\0"),
    "long gamma": png_first(b"gAMA", b"\0\0\0\1" + S),
    "gamma of letters": png_first(b"gAMA", b"Wobk"),
    "colours of letters": png_first(b"cHRM", S.ljust(32)),
    "exif that is too large": png(b"eXIf", LARGE_EXIF),
    "behind the lines": png(b"IDAT", S),
    "in the end": PNG[:-12] + struct.pack(">I", len(S)) + b"IEND" + S + struct.pack(">I", zlib.crc32(b"IEND" + S)),
    "many gammas": PNG[:33] + 2 * png_first(b"gAMA", b"\0Wob")[33:49] + PNG[33:],
    "checksum": PNG[:-4] + b"Wobk",
    "transparent colour": png_first(b"tRNS", b"Wobke "),
    "size in letters": png_first(b"pHYs", S[:9]),
    "frames without a picture": png(b"fdAT", b"\0\0\0\1" + S),
}
JPEG_SECRETS: Mapping[str, bytes] = {
    **{f"segment {marker:x}": jpeg_with(marker, S) for marker in (0xF0, 0xF7, 0xFD, 0xDC, 0xDE, 0xDF, 0xC8, 0xCC, 0xE0, 0xE3, 0xEC, 0xEF)},
    "behind Adobe's mark": jpeg_with(0xEE, b"Adobe\0d\0\0\0\0\1" + S),
    "behind Ducky": jpeg_with(0xEC, b"Ducky\0\1\0\4\0\0\0\x3c\0\0" + S),
    "long table": jpeg_with(0xDB, b"\0" + b"\1" * 64 + S),
    "unused table": jpeg_with(0xDB, b"\3" + S.ljust(64)),
    "long codes": jpeg_with(0xC4, bytes([0, 1, *[0] * 15, 0]) + S),
    "codes of letters": jpeg_with(0xC4, bytes([0x13, 0, 0, 0, 15, *[0] * 12]) + S),
    "long restart": jpeg_with(0xDD, b"\0\0" + S),
    "small picture": jpeg_with(0xE0, b"JFIF\0\1\1\0\0\1\0\1\5\1" + S),
    "small picture further": jpeg_with(0xE0, b"JFXX\0\x13\5\1" + S),
    "after the picture": JPEG[:-2] + S + JPEG[-2:],
    "without an end": JPEG[:-2] + S,
    "between": JPEG[:2] + S + JPEG[2:],
    "birthday": jpeg_with(0xFE, b"12-03-1950"),
    "number of a citizen": jpeg_with(0xFE, b"BS 123 456 782"),
    "day of Photoshop": jpeg_with(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 20) + b"\x1c\x02\x37\0\x0f" + S),
    "name of a resource": resource(0x03ED, b"", S),
    "resolution of letters": resource(0x03ED, S + b"\0"),
    "digest of letters": resource(0x0425, S + b"\0"),
    "slices": resource(0x041A, S),
    "envelope of news": jpeg_with(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 20) + b"\x1c\x01\x46\0\x0f" + S),
    "list of pictures": jpeg_with(0xE2, b"MPF\0II*\0\x08\0\0\0\0\0\0\0\0\0" + S),
    "profile with a text": in_profile(profile(text=S)),
    "profile with another tag": in_profile(profile(S, b"eign")),
    "profile with bytes behind": in_profile(profile(text=b"sRGB", behind=S)),
    "profile with a maker": in_profile(SRGB[:100] + S + SRGB[115:]),
    **{f"profile with letters at {place}": in_profile(SRGB[:place] + S[:size] + SRGB[place + size :]) for place, size in PLACES.items()},
    "profile with a curve of letters": in_profile(profile_with(b"rTRC", b"curv\0\0\0\0" + struct.pack(">I", 300) + (S * 40)[:600])),
    "profile with a place in letters": in_profile(profile_with(b"rXYZ", b"XYZ \0\0\0\0" + S[:12])),
    "profile with a language that is none": in_profile(
        profile_with(b"desc", b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"Wobk", 0, 28))
    ),
    "many marks": JPEG[:2] + b"".join(b"\xff\xe0\0\x10JFIF\0\1\1\0" + S[at : at + 4] + b"\0\0" for at in (0, 4, 8)) + JPEG[2:],
    "short name after the picture": JPEG[:-2] + b"Wobke T." + JPEG[-2:],
    "exif that no tag speaks for": jpeg_with(0xE1, b"Exif\0\0" + loose_exif(S)),
}
WEBP_SECRETS: Mapping[str, bytes] = {
    "unknown chunk": webp_with(b"JAN ", S),
    "a frame in a still picture": webp_with(b"ANMF", b"\0" * 16 + b"XMP " + struct.pack("<I", 15) + S + b"\0"),
    "long head": webp_with(b"VP8X", b"\0" * 10 + S),
    "second picture": webp_with(b"VP8 ", b"\0" * 10 + S),
    "behind its length": WEBP + S,
    "letter that fills up": webp_with(b"XMP ", b" ")[:-1] + S[:1],
    "exif that is too large": webp_with(b"EXIF", LARGE_EXIF),
    "xmp": webp_with(b"XMP ", xmp(f"<dc:type>{SECRET}</dc:type>")),
}
GIF_SECRETS: Mapping[str, bytes] = {
    "version in the mark": b"GIF8Wo" + GIF[6:],
    "remark": gif(b"!\xfe\x0f" + S + b"\0"),
    "program": gif(b"!\xff\x0bWobkeTerlin\x03\1\0\0\0"),
    "long loop": gif(b"!\xff\x0bNETSCAPE2.0\x0f" + S + b"\0"),
    "text on the picture": gif(b"!\x01\x0c" + b"\0" * 12 + b"\x0f" + S + b"\0"),
    "long control": gif(b"!\xf9\x0f" + S + b"\0"),
    "xmp": gif(b"!\xff\x0bXMP DataXMP" + xmp(f"<dc:type>{SECRET}</dc:type>") + bytes([1, *range(255, -1, -1), 0])),
    "behind its end": GIF + S,
    "behind the picture": GIF[:-2] + b"\x0f" + S + GIF[-2:],
}
SECRETS: Mapping[str, tuple[str, bytes]] = {
    **{f"exif {way}": ("a.jpg", image("JPEG", exif=exif({tag: value}))) for way, (tag, value) in IN_EXIF.items()},
    **{f"exif {way}": ("a.jpg", image("JPEG", exif=exif({}, {tag: value}))) for way, (tag, value) in IN_CAMERA.items()},
    **{f"xmp {way}": ("a.jpg", data) for way, data in XMP_SECRETS.items()},
    **{f"png {way}": ("a.png", data) for way, data in PNG_SECRETS.items()},
    **{f"jpeg {way}": ("a.jpg", data) for way, data in JPEG_SECRETS.items()},
    **{f"webp {way}": ("a.webp", data) for way, data in WEBP_SECRETS.items()},
    **{f"gif {way}": ("a.gif", data) for way, data in GIF_SECRETS.items()},
}
"""A name and bytes for each way to hide something in a picture."""

OF_PHONES = {0x10F: "Apple", 0x110: "iPhone 14 Pro", 0x131: "17.5.1", 0x13C: "iPhone 14 Pro", 0x132: "2026:11:22 10:00:00", 0x112: 6}
OF_LENS = {
    0xA432: (1.5, 9.0, 1.7, 2.8),
    0xA433: "Apple",
    0xA434: "iPhone 14 Pro back triple camera 6.86mm f/1.78",
    0x9003: "2026:11:22 10:00:00",
}
HARMLESS: Mapping[str, tuple[str, bytes]] = {
    "phone with the place of a face": (
        "a.jpg",
        image("JPEG", exif=exif({0x10F: "Apple", 0x110: "iPhone 14 Pro"}, {0x9214: (2015, 1511, 2217, 1330)})),
    ),
    "photo of an iPhone": ("a.jpg", image("JPEG", exif=exif(OF_PHONES, OF_LENS), icc_profile=SRGB)),
    "photo of a Pixel": ("a.jpg", image("JPEG", exif=exif({0x10F: "Google", 0x110: "Pixel 8 Pro", 0x131: "HDR+ 1.0.540104767zd"}))),
    "photo of a Samsung": (
        "a.jpg",
        image("JPEG", exif=exif({0x10F: "samsung", 0x110: "SM-S918B", 0x131: "S918BXXS7DXK5"}, {0xA420: "F12LLJA01SM"})),
    ),
    "photo without properties by Windows": ("a.jpg", image("JPEG", exif=exif({}, {0xEA1C: b"\x1c\xea\0\0\0\x08" + b"\0" * 200}))),
    "GIMP": ("a.png", png(b"tEXt", b"Comment\0Created with GIMP")),
    "ImageMagick": ("a.png", png(b"tEXt", b"date:create\x002026-11-22T10:00:00+00:00")),
    "gnome-screenshot": ("a.png", png(b"tEXt", b"Creation Time\0zo 22 nov 2026 10:21:33 CET")),
    "macOS screenshot": (
        "a.png",
        png(
            b"iTXt",
            b"XML:com.adobe.xmp\0\0\0\0\0"
            + xmp("<exif:UserComment>Screenshot</exif:UserComment><exif:PixelXDimension>9</exif:PixelXDimension>"),
        ),
    ),
    "JPEGmini": ("a.jpg", jpeg_with(0xFE, b"Optimized by JPEGmini 3.18.2.210033067-TBTBLN 0x1b8ac4c1")),
    "ffmpeg": ("a.jpg", jpeg_with(0xFE, b"Lavc58.54.100")),
    "camera without satellites": ("a.jpg", image("JPEG", exif=without_place())),
    "Canva": ("a.jpg", in_xmp("<a:TouchType xmlns:a='http://ns.attribution.com/ads/1.0/'>2</a:TouchType>")),
    "saved for the web": ("a.jpg", jpeg_with(0xEC, b"Ducky\0\1\0\4\0\0\0\x3c\0\0")),
    "Facebook": (
        "a.jpg",
        jpeg_with(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", 29) + b"\x1c\x02\x28\0\x18FBMD0f000784010000c60200\0"),
    ),
    "brighter on some screens": ("a.jpg", in_xmp(attributes='xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/" hdrgm:Version="1.0"')),
    "more pictures": ("a.jpg", jpeg_with(0xE2, b"MPF\0II*\0\x08\0\0\0\1\0\0\xb0\7\0\4\0\0\x000100\0\0\0\0")),
    "profile": ("a.jpg", image("JPEG", icc_profile=SRGB)),
    "profile of a Mac": ("a.png", image("PNG", icc_profile=profile(text=b"Color LCD"))),
    "progressive": ("a.jpg", image("JPEG", progressive=True)),
    "quick": ("a.jpg", image("JPEG", optimize=True)),
    "moving PNG": ("a.png", image("PNG", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")])),
    "moving WebP": ("a.webp", image("WEBP", save_all=True, append_images=[Image.new("RGB", (8, 8), "red")])),
}
"""A name and bytes for pictures that anybody may hand in."""
