"""Values that are more than text: rich text, pictures, whole documents, tinted text, ready XML.

Names and arguments follow docxtpl, so that a script for it needs only another import; a template as first
argument (docxtpl's `InlineImage(tpl, "a.png")`) is accepted and not needed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Self

from tongzhi.engine.escaping import attribute_text, plain_text
from tongzhi.errors import InputError
from tongzhi.word.package import read_file

ImageSource = str | Path | bytes | BinaryIO

_UNDERLINES = frozenset(("single", "double", "thick", "dotted", "dash", "dotDash", "dotDotDash", "wave"))


class Runs:
    """Trusted run-level WordprocessingML for a `{{r X }}`; `text` is what it says as plain text."""

    __slots__ = ("text", "xml")

    def __init__(self, xml: str, text: str = "") -> None:
        self.xml = xml
        self.text = text

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.xml)


class Blocks:
    """Trusted block-level WordprocessingML (paragraphs, tables) that replaces the paragraph of a `{{p X }}`."""

    __slots__ = ("xml",)

    def __init__(self, xml: str) -> None:
        self.xml = xml

    def __bool__(self) -> bool:
        return bool(self.xml)


class Marked(str):
    """Text that prints on light yellow (`w:shd` fill FFF2CC) in whatever run its tag stands."""

    __slots__ = ()


class Listing(str):
    r"""Text with `\n` (line), `\t` (tab), `\a` (paragraph), `\f` (page) in the style of its tag, like any text."""

    __slots__ = ()

    def __new__(cls, text: object) -> Self:
        """Make it of anything that has a text form; of nothing it is empty."""
        return super().__new__(cls, "" if text is None else str(text))


class RichText:
    """Runs with their own formatting, for a `{{r X }}`.

    `size` is in half-points, `color` and `highlight` RRGGBB, `font` a face or `region:face`
    (`eastAsia:仿宋_GB2312`), `url_id` a web address or a relationship id of the template.
    """

    __slots__ = ("segments",)

    def __init__(self, text: object = None, **properties: Any) -> None:
        self.segments: list[tuple[str, str, str]] = []
        if text:
            self.add(text, **properties)

    def add(
        self,
        text: object,
        style: str | None = None,
        color: str | None = None,
        highlight: str | None = None,
        size: int | str | None = None,
        subscript: bool | None = None,
        superscript: bool | None = None,
        bold: bool = False,
        italic: bool = False,
        underline: bool | str = False,
        strike: bool = False,
        font: str | None = None,
        url_id: str | None = None,
        rtl: bool = False,
        lang: str | None = None,
    ) -> None:
        """Append text, or another RichText as it is."""
        if isinstance(text, RichText):
            self.segments += text.segments
            return
        said = text.decode("utf-8", errors="replace") if isinstance(text, bytes) else str(text)
        marks = [
            _mark("rStyle", style),
            _fonts(font) if font else "",
            "<w:b/>" * bold + "<w:bCs/>" * (bold and rtl),
            "<w:i/>" * italic + "<w:iCs/>" * (italic and rtl),
            "<w:strike/>" * strike,
            _mark("color", color and color.removeprefix("#")),
            _mark("sz", size) + _mark("szCs", size),
            _mark("u", underline if underline in _UNDERLINES else "single") if underline else "",
            _shade(highlight.removeprefix("#")) if highlight else "",
            _mark("vertAlign", (superscript and "superscript") or (subscript and "subscript")),
            _mark("rtl", rtl and "true"),
            _mark("lang", lang),
        ]
        inner = "".join(marks)
        self.segments.append((said, f"<w:rPr>{inner}</w:rPr>" if inner else "", url_id or ""))

    def __str__(self) -> str:
        return "".join(text for text, _, _ in self.segments)

    def __bool__(self) -> bool:
        return bool(self.segments)

    def __add__(self, other: object) -> RichText:
        both = RichText()
        both.add(self)
        both.add(other)
        return both

    def xml(self, paragraph: str | None, link: Callable[[str], str]) -> str:
        r"""Give the runs; `paragraph` is the `w:pPr` for `\a`, `link` gives the relationship id of an address."""
        return "".join(self._runs(paragraph, link))

    def _runs(self, paragraph: str | None, link: Callable[[str], str]) -> Iterator[str]:
        for text, run, address in self.segments:
            if address:
                reference = attribute_text(link(address))
                inside = plain_text(text, run)
                yield f'<w:hyperlink r:id="{reference}" w:tgtFrame="_blank">{inside}</w:hyperlink>'
            else:
                yield plain_text(text, run, paragraph)


def _mark(name: str, value: object) -> str:
    return f'<w:{name} w:val="{attribute_text(str(value))}"/>' if value else ""


def _shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{attribute_text(fill)}"/>'


def _fonts(font: str) -> str:
    region, _, face = font.rpartition(":")
    face = attribute_text(face)
    region = region or "eastAsia"  # a face without a region is meant for Chinese text too
    regional = f' w:{region}="{face}"' if region.isalnum() and region not in ("ascii", "hAnsi", "cs") else ""
    return f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:cs="{face}"{regional}/>'


class RichTextParagraph(Blocks):
    """Paragraphs of rich text, each with a paragraph style, for a `{{p X }}`."""

    __slots__ = ()

    def __init__(self, text: object = None, **properties: Any) -> None:
        super().__init__("")
        if text:
            self.add(text, **properties)

    def add(self, text: object, parastyle: str | None = None) -> None:
        """Append a paragraph."""
        rich = text if isinstance(text, RichText) else RichText(text)
        properties = f'<w:pPr><w:pStyle w:val="{attribute_text(parastyle)}"/></w:pPr>' if parastyle else ""
        self.xml += f"<w:p>{properties}{rich.xml('', str)}</w:p>"


class InlineImage:
    """A picture that stands in the line; `width` and `height` in EMU (`docx.shared.Mm(30)`), one gives the other.

    `anchor` is a web address that a click on the picture opens.
    """

    __slots__ = ("anchor", "data", "height", "width")

    def __init__(
        self,
        image: object,
        *more: Any,
        width: int | None = None,
        height: int | None = None,
        anchor: str | None = None,
        image_descriptor: ImageSource | None = None,
    ) -> None:
        rest = list(more)
        if not isinstance(image, str | os.PathLike | bytes) and not hasattr(image, "read"):
            image = image_descriptor if image_descriptor is not None else (rest.pop(0) if rest else None)
        given = [*rest, None, None, None]
        self.data = read_source(image, "图片")
        self.width: int | None = width if width is not None else given[0]
        self.height: int | None = height if height is not None else given[1]
        self.anchor: str | None = anchor if anchor is not None else given[2]


class SubDocument:
    """A whole .docx whose paragraphs and tables replace the paragraph of a `{{p X }}`."""

    __slots__ = ("data",)

    def __init__(self, document: object, path: ImageSource | None = None) -> None:
        self.data = read_source(document if path is None else path, "要插入的文件")


def read_source(source: object, what: str) -> bytes:
    """Give the bytes behind a path, an open file or bytes.

    Raises:
        InputError: it is none of these, or the file cannot be read.
    """
    if isinstance(source, bytes):
        return source
    if isinstance(source, str | os.PathLike):
        return read_file(Path(source))
    read = getattr(source, "read", None)
    if read is not None:
        if hasattr(source, "seek"):
            source.seek(0)
        data = read()
        if isinstance(data, bytes):
            return data
    raise InputError.one(f"{what}要给文件名、字节或打开的文件，得到的是 {type(source).__name__}")
