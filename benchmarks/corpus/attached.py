"""The files beside items: pictures and documents, small and each different, that tell nothing beside what they show."""

import io
import random

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject


def picture(number: int) -> bytes:
    """A PNG of 480 by 320 pixels and about 30 kB."""
    chance = random.Random(f"picture {number}")  # noqa: S311  # a corpus must be the same every time
    small = Image.frombytes("RGB", (96, 64), chance.randbytes(96 * 64 * 3))
    out = io.BytesIO()
    small.resize((480, 320), Image.Resampling.NEAREST).save(out, "PNG")
    return out.getvalue()


def sheet(number: int) -> bytes:
    """A PDF of one page, with the number drawn on it as bars."""
    writer = PdfWriter()
    page = writer.add_blank_page(595, 842)
    drawing = DecodedStreamObject()
    drawing.set_data("\n".join(f"{40 + 12 * bar} 400 8 {20 + (number >> bar & 1) * 80} re f" for bar in range(20)).encode())
    page[NameObject("/Contents")] = writer._add_object(drawing)  # noqa: SLF001  # pypdf has no public name for it
    out = io.BytesIO()
    writer.metadata = None
    writer.write(out)
    return out.getvalue()
