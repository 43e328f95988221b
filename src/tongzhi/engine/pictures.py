"""Pictures: read for their size and format, added to the file, drawn in the line."""

from __future__ import annotations

import hashlib
import struct
from typing import TYPE_CHECKING

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image

from tongzhi.engine.escaping import attribute_text
from tongzhi.engine.stops import Stop

if TYPE_CHECKING:
    from tongzhi.engine.parts import Parts
    from tongzhi.engine.values import InlineImage

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
MAX_EMU = 27_273_042_316_900
"""The largest extent that DrawingML allows (ST_PositiveCoordinate, ECMA-376 20.1.10.42)."""


def measure(data: bytes) -> tuple[int, int, str, str]:
    """Give width and height in EMU by the picture's own resolution, its file ending and its content type.

    Raises:
        Stop: it is no picture that Word shows.
    """
    try:
        image = Image.from_blob(data)
        width, height = int(image.width), int(image.height)
    except (
        UnrecognizedImageError, InvalidImageStreamError, UnexpectedEndOfFileError,
        ValueError, KeyError, IndexError, ZeroDivisionError, struct.error, EOFError, AttributeError,
    ) as error:  # fmt: skip
        raise Stop("这不是 Word 能显示的图片", "用 .png、.jpg、.gif、.bmp 或 .tif") from error
    ending = str(image.ext).lower()
    return width, height, "jpg" if ending == "jpeg" else ending, str(image.content_type)


def add_picture(parts: Parts, part: str, image: InlineImage) -> str:
    """Add the picture to the file and give its `w:drawing`; ids are made unique afterwards."""
    own_width, own_height, ending, mime = measure(image.data)
    width, height = _scaled(own_width, own_height, image.width, image.height)
    name = parts.add_media(image.data, ending, mime)
    reference = parts.relate(part, f"{_OFFICE}/image", name)
    click = ""
    if image.anchor:
        link = parts.add_link(part, image.anchor)
        click = f'<a:hlinkClick xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}" r:id="{attribute_text(link)}"/>'
    label = f"图片 {hashlib.sha256(image.data).hexdigest()[:6]}"
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:docPr id="1" name="{label}">{click}</wp:docPr>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{_DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="{name.rpartition("/")[2]}">'
        f"{click}</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        f'<a:blip xmlns:r="{_OFFICE}" r:embed="{reference}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing>"
    )


def _scaled(own_width: int, own_height: int, width: int | None, height: int | None) -> tuple[int, int]:
    if width is None and height is None:
        width, height = own_width, own_height
    elif width is None:
        assert height is not None
        width = round(own_width * int(height) / max(1, own_height))
    elif height is None:
        height = round(own_height * int(width) / max(1, own_width))
    if not 0 < int(width) <= MAX_EMU or not 0 < int(height) <= MAX_EMU:
        raise Stop("图片的尺寸不对", "宽和高要大于 0，单位 EMU，如 Mm(30)")
    return int(width), int(height)
