"""WordprocessingML as text: runs, paragraphs, tables and sections, without an XML library.

The recipe of the templates and the prepared values of a document are made of these. Every piece is a
string; properties are written in the order the schema asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tongzhi.patterns import compile_later
from tongzhi.word.sizes import Length

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_NOT_IN_XML = compile_later("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HINT = '<w:rFonts w:hint="eastAsia"/>'


def escape(text: str) -> str:
    """Escape text for XML; characters that XML cannot hold are dropped."""
    return re.sub(r'[&<>"]', lambda found: _MARKS[found[0]], _NOT_IN_XML.sub("", text))


def has_forbidden(text: str) -> bool:
    """Tell whether the text holds characters that XML, and so Word, cannot hold."""
    return _NOT_IN_XML.search(text) is not None


def run(text: str, *, style: str = "", props: str = "", tint: str = "") -> str:
    """Give one run; a line break in the text becomes a break, a tab a tab.

    Args:
        text: plain text or template tags.
        style: id of a character style.
        props: further run properties, in schema order after the style and the faces.
        tint: colour of the shading of a value that is still to be confirmed.
    """
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>' if tint else ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    faces = "" if "<w:rFonts" in props else _HINT
    return f"<w:r><w:rPr>{named}{faces}{props}{shade}</w:rPr>{_text(text)}</w:r>"


def _text(text: str) -> str:
    pieces = re.split(r"(\n|\t)", text)
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in pieces if piece
    )


def paragraph(content: str = "", *, style: str, props: str = "") -> str:
    """Give a paragraph: its runs (or plain text, which becomes one run), style id, further properties."""
    runs = content if content.startswith("<w:") or not content else run(content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{props}</w:pPr>{runs}</w:p>'


def field(code: str, *, props: str = "") -> str:
    """Give a complex field (`PAGE`) with 1 as its first result."""
    face = props if "<w:rFonts" in props else _HINT + props
    piece = "<w:r><w:rPr>" + face + "</w:rPr>{}</w:r>"
    return "".join(
        (
            piece.format('<w:fldChar w:fldCharType="begin"/>'),
            piece.format(f'<w:instrText xml:space="preserve"> {code} </w:instrText>'),
            piece.format('<w:fldChar w:fldCharType="separate"/>'),
            piece.format("<w:t>1</w:t>"),
            piece.format('<w:fldChar w:fldCharType="end"/>'),
        )
    )


def faces(name: str) -> str:
    """Give the run property that sets one face for all scripts, without any theme."""
    name = escape(name)
    return (
        f'<w:rFonts w:hint="eastAsia" w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
    )


def size(length: Length) -> str:
    """Give the run properties of a size."""
    return f'<w:sz w:val="{length.half_points}"/><w:szCs w:val="{length.half_points}"/>'


def line(pitch: int, *, before: int = 0, after: int = 0, rule: str = "exact") -> str:
    """Give the line spacing of a paragraph, lengths in twips."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{pitch}" w:lineRule="{rule}"/>'


def indent(
    *,
    left: float | None = None,
    right: float | None = None,
    first: float | None = None,
    hanging: float | None = None,
    unit: int = 320,
) -> str:
    """Give an indent in characters of `unit` twips, written both ways (Word obeys the characters)."""
    parts = []
    for name, count in (("left", left), ("right", right)):
        if count is not None:
            parts.append(f'w:{name}Chars="{round(count * 100)}" w:{name}="{round(count * unit)}"')
    if hanging is not None:
        parts.append(f'w:hangingChars="{round(hanging * 100)}" w:hanging="{round(hanging * unit)}"')
    elif first is not None:
        parts.append(f'w:firstLineChars="{round(first * 100)}" w:firstLine="{round(first * unit)}"')
    return f"<w:ind {' '.join(parts)}/>"


def border(side: str, *, eighths: int, colour: str = "000000", space: int = 0, kind: str = "single") -> str:
    """Give one border of a paragraph or a table."""
    return f'<w:{side} w:val="{kind}" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def tabs(*stops: tuple[str, int]) -> str:
    """Give tab stops: kind (left, center, right, clear) and place in twips."""
    inner = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in stops)
    return f"<w:tabs>{inner}</w:tabs>"


@dataclass(frozen=True, slots=True)
class CellFragment:
    """One cell: its paragraphs, how many columns it spans, its borders."""

    content: str
    span: int = 1
    borders: str = ""
    align: str = "center"
    width: int | None = None


def row(cells: Iterable[CellFragment], widths: list[int], *, header: bool = False, height: int = 0) -> str:
    """Give a table row that does not break across pages; `header` repeats it on every page."""
    props = "<w:cantSplit/>"
    if height:
        props += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
    if header:
        props += "<w:tblHeader/>"
    inner, column = "", 0
    for cell in cells:
        wide = sum(widths[column : column + cell.span]) if cell.width is None else cell.width
        column += cell.span
        marks = f'<w:tcW w:w="{wide}" w:type="dxa"/>'
        if cell.span > 1:
            marks += f'<w:gridSpan w:val="{cell.span}"/>'
        if cell.borders:
            marks += f"<w:tcBorders>{cell.borders}</w:tcBorders>"
        inner += f'<w:tc><w:tcPr>{marks}<w:vAlign w:val="{cell.align}"/></w:tcPr>{cell.content}</w:tc>'
    return f"<w:tr><w:trPr>{props}</w:trPr>{inner}</w:tr>"


def table(
    rows: Iterable[str],
    widths: list[int],
    *,
    borders: str = "",
    margin: int = 0,
    place: str = "",
    centred: bool = True,
    style: str = "",
) -> str:
    """Give a table of fixed column widths in twips; `place` floats it (`w:tblpPr`)."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    named = f'<w:tblStyle w:val="{style}"/>' if style else ""
    aligned = '<w:jc w:val="center"/>' if centred and not place else ""
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:tbl><w:tblPr>{named}{place}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{aligned}{edges}'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        f'<w:left w:w="{margin}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar><w:tblLook w:val="0000"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def all_borders(eighths: int, colour: str = "000000") -> str:
    """Give thin rules on every side and between the cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    return "".join(border(side, eighths=eighths, colour=colour) for side in sides)


@dataclass(frozen=True, slots=True)
class Section:
    """A section: sheet, margins and what hangs on its edges; lengths in twips.

    `grid` only where whole lines fill the type area: LibreOffice centres them in it.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    footer: int
    pitch: int
    landscape: bool = False
    title_page: bool = False
    kind: str = "nextPage"
    start: int | None = None
    references: Mapping[str, str] | None = None
    grid: bool = True

    def xml(self) -> str:
        """Give `w:sectPr`; references map `footer default` and the like to a relationship id."""
        hung = ""
        for place, target in (self.references or {}).items():
            part, when = place.split()
            hung += f'<w:{part}Reference w:type="{when}" r:id="{target}"/>'
        turned = ' w:orient="landscape"' if self.landscape else ""
        number = f'<w:pgNumType w:start="{self.start}"/>' if self.start is not None else ""
        title = "<w:titlePg/>" if self.title_page else ""
        grid = ' w:type="lines"' if self.grid else ""
        return (
            f'<w:sectPr>{hung}<w:type w:val="{self.kind}"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{turned}/>'
            f'<w:pgMar w:top="{self.top}" w:right="{self.right}" w:bottom="{self.bottom}" w:left="{self.left}"'
            f' w:header="{self.header}" w:footer="{self.footer}" w:gutter="0"/>{number}'
            f'<w:cols w:space="425"/>{title}<w:docGrid{grid} w:linePitch="{self.pitch}"/></w:sectPr>'
        )
