"""Paragraphs in reading order: of the body, of tables, of text boxes; revisions as they will read when accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongzhi.word.markup import MATH_TEXT, Element, V, attribute, children, integer, w
from tongzhi.word.runs import Run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tongzhi.word.styles import Properties

_TRANSPARENT = frozenset(w(name) for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_INSERTED = frozenset((w("ins"), w("moveTo")))
_INLINE = frozenset(
    w(name) for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "dir", "bdo")
)
_GONE = frozenset((w("del"), w("moveFrom")))
_MARKS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n", w("noBreakHyphen"): "-"}
_P, _R, _T, _TBL, _BR, _SYM = w("p"), w("r"), w("t"), w("tbl"), w("br"), w("sym")
_FIELD, _INSTRUCTION, _BOX = w("fldChar"), w("instrText"), w("txbxContent")
_PICTURES = frozenset((w("drawing"), w("pict"), w("object")))
BLANKS = " \t\u3000\u00a0"
"""Typed blanks that set a paragraph in, or trail after it."""


@dataclass(slots=True)
class Paragraph:
    """One `w:p`. `index` counts the body's own paragraphs from 1; those of cells and boxes bear their host's number."""

    element: Element
    index: int
    style: str | None = None
    runs: list[Run] = field(default_factory=list)
    text: str = ""
    table: Element | None = None
    row: int = 0
    column: int = 0
    box: bool = False
    section: int = 0
    page_break: bool = False
    pictures: list[Element] = field(default_factory=list)
    equation: bool = False
    label: str = ""
    number: tuple[int, int] | None = None
    properties: Properties = field(default_factory=dict)

    @property
    def stripped(self) -> str:
        """Its text without outer blanks."""
        return self.text.strip(" \t\r\n\u3000\u00a0")

    @property
    def full_text(self) -> str:
        """Its text with the automatic number that Word prints before it."""
        return self.label + self.stripped

    @property
    def is_blank(self) -> bool:
        """Whether it shows nothing at all."""
        return not self.stripped and not self.pictures and not self.label and not self.equation

    @property
    def in_body(self) -> bool:
        """Whether it stands in the running text, not in a cell or a box."""
        return self.table is None and not self.box


@dataclass(slots=True)
class Table:
    """One `w:tbl` of the body and the paragraphs in it."""

    element: Element
    after: int
    paragraphs: list[Paragraph] = field(default_factory=list)
    section: int = 0


def read_blocks(body: Element) -> list[Paragraph | Table]:
    """Give paragraphs and tables of a body (or cell, box, footnote) in reading order."""
    reader = _Reader()
    reader.read(body)
    return reader.blocks


class _Reader:
    def __init__(self) -> None:
        self.blocks: list[Paragraph | Table] = []
        self.count = 0
        self.section = 0

    def read(self, parent: Element) -> None:
        for child in children(parent):
            if child.tag == _P:
                self.count += 1
                paragraph = read_paragraph(child, self.count)
                paragraph.section = self.section
                self.blocks.append(paragraph)
                if child.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                    self.section += 1
            elif child.tag == _TBL:
                table = Table(child, self.count, section=self.section)
                table.paragraphs.extend(_cells(child, self.count, self.section))
                self.blocks.append(table)
            elif child.tag in _TRANSPARENT:
                self.read(child)


def _cells(table: Element, index: int, section: int) -> Iterator[Paragraph]:
    for row_number, row in enumerate(_inside(table, w("tr")), start=1):
        for column, cell in enumerate(_inside(row, w("tc")), start=1):
            for element in _inside(cell, _P, _TBL):
                if element.tag == _TBL:
                    yield from _cells(element, index, section)
                    continue
                paragraph = read_paragraph(element, index)
                paragraph.table, paragraph.row, paragraph.column = table, row_number, column
                paragraph.section = section
                yield paragraph


def _inside(parent: Element, *tags: str) -> Iterator[Element]:
    for child in children(parent):
        if child.tag in tags:
            yield child
        elif child.tag in _TRANSPARENT:
            yield from _inside(child, *tags)


def read_paragraph(element: Element, index: int) -> Paragraph:
    """Give one paragraph with its runs; deleted text is left out, inserted text counts."""
    paragraph = Paragraph(element, index)
    properties = element.find(w("pPr"))
    if properties is not None:
        paragraph.style = attribute(properties.find(w("pStyle")))
    _read_runs(element, paragraph, _State())
    paragraph.text = "".join(run.text for run in paragraph.runs)
    return paragraph


@dataclass(slots=True)
class _State:
    """Where a reader stands inside nested fields: instruction or result."""

    depth: list[str] = field(default_factory=list)
    instruction: str = ""
    inserted: bool = False


def _read_runs(parent: Element, paragraph: Paragraph, state: _State) -> None:
    for child in children(parent):
        tag = child.tag
        if tag == _R:
            _read_run(child, paragraph, state)
        elif tag in _GONE:
            continue
        elif tag in _INSERTED:
            before, state.inserted = state.inserted, True
            _read_runs(child, paragraph, state)
            state.inserted = before
        elif tag in _INLINE:
            _read_runs(child, paragraph, state)
        elif tag.endswith(("}oMath", "}oMathPara")):
            paragraph.equation = True
            text = "".join(part.text or "" for part in child.iter(MATH_TEXT))
            if text:
                start = sum(len(run.text) for run in paragraph.runs)
                paragraph.runs.append(Run(child, text, start, field="math"))


def _read_run(element: Element, paragraph: Paragraph, state: _State) -> None:
    text = ""
    for child in children(element):
        tag = child.tag
        if tag == _T:
            if "code" not in state.depth:
                text += child.text or ""
        elif tag in _MARKS:
            text += _MARKS[tag]
        elif tag == _BR:
            if attribute(child, "type") == "page":
                paragraph.page_break = True
            elif attribute(child, "type") is None or attribute(child, "type") == "textWrapping":
                text += "\n"
        elif tag == _FIELD:
            _step_field(child, state)
        elif tag == _INSTRUCTION:
            state.instruction += child.text or ""
        elif tag == _SYM:
            text += _symbol(child)
        elif tag in _PICTURES:
            paragraph.pictures.append(child)
    if text:
        start = paragraph.runs[-1].end if paragraph.runs else 0
        name = state.instruction.split()[0].upper() if state.depth and state.instruction.split() else ""
        paragraph.runs.append(Run(element, text, start, state.inserted, name))


def _step_field(element: Element, state: _State) -> None:
    kind = attribute(element, "fldCharType")
    if kind == "begin":
        state.depth.append("code")
        state.instruction = ""
    elif kind == "separate" and state.depth:
        state.depth[-1] = "result"
    elif kind == "end" and state.depth:
        state.depth.pop()


def _symbol(element: Element) -> str:
    try:
        return chr(int(attribute(element, "char") or "", 16))
    except ValueError:
        return ""


def box_contents(paragraph: Paragraph) -> Iterator[Element]:
    """Give the contents of the text boxes that a paragraph anchors, each box once."""
    for picture in paragraph.pictures:
        yield from _boxes(picture)


def _boxes(element: Element) -> Iterator[Element]:
    for child in children(element):
        if child.tag == _BOX:
            yield child
        else:
            yield from _boxes(child)


def height_of(picture: Element) -> int:
    """Give the height in twips of a picture that stands in the line; 0 for one that floats or names none."""
    for part in picture.iter():
        if not isinstance(part.tag, str):
            continue
        if part.tag.endswith("}anchor"):
            return 0
        if part.tag.endswith("}inline"):
            extent = next(
                (child for child in part if isinstance(child.tag, str) and child.tag.endswith("}extent")),
                None,
            )
            value = integer(str(extent.get("cy") or "0")) if extent is not None else 0
            return (value or 0) // 635
        style = str(part.get("style") or "")
        if part.tag == f"{{{V}}}shape" and "absolute" not in style:
            found = re.search(r"height:([\d.]+)pt", style)
            return round(float(found[1]) * 20) if found else 0
    return 0


def is_line(picture: Element) -> bool:
    """Whether a drawing is a plain line (a red rule drawn by hand)."""
    for part in picture.iter():
        if not isinstance(part.tag, str):
            continue
        if part.tag in (f"{{{V}}}line", f"{{{V}}}rect"):
            return True
        if part.tag.endswith("}prstGeom") and str(part.get("prst") or "") in (
            "line",
            "straightConnector1",
            "rect",
        ):
            return True
    return False


def line_colors(picture: Element) -> list[str]:
    """Give the colours a drawing names for its lines and fills, as RRGGBB."""
    found = []
    for part in picture.iter():
        if not isinstance(part.tag, str):
            continue
        if part.tag.endswith("}srgbClr"):
            found.append(str(part.get("val") or "").upper())
        for name in ("strokecolor", "fillcolor", "color"):
            value = str(part.get(name) or "")
            if value.startswith("#"):
                found.append(value[1:7].upper())
            elif value.partition(" ")[0] == "red":
                found.append("FF0000")
    return found


def is_blank_element(element: Element) -> bool:
    """Tell whether an element of a body is an empty paragraph that nothing is anchored to or drawn around."""
    if element.tag != w("p") or element.find(f"{w('pPr')}/{w('sectPr')}") is not None:
        return False
    found = read_paragraph(element, 0)
    marks = (
        w("bookmarkStart"),
        w("bookmarkEnd"),
        w("commentRangeStart"),
        w("commentReference"),
        w("ins"),
        w("del"),
    )
    borders = element.find(f"{w('pPr')}/{w('pBdr')}") is not None
    return (
        found.is_blank
        and not found.page_break
        and not borders
        and not any(True for child in element.iter(*marks))
        and element.find(f".//{w('fldChar')}") is None
        and element.find(f".//{w('footnoteReference')}") is None
    )


def has_rules(table: Element) -> bool:
    """Tell whether a table or a cell of it has a border of its own."""
    return any(
        attribute(side) not in (None, "nil", "none")
        for borders in table.iter(w("tcBorders"), w("tblBorders"))
        for side in borders
    )


def table_style(table: Element) -> str | None:
    """Give the id of the style a table names."""
    return attribute(table.find(f"{w('tblPr')}/{w('tblStyle')}"))


def count_columns(table: Element) -> int:
    """Give the most cells that a row of a table has."""
    return max((len(row.findall(w("tc"))) for row in table.iter(w("tr"))), default=1)


def mark_properties(paragraph: Paragraph) -> Element | None:
    """Give the properties of the mark at the end of a paragraph."""
    return paragraph.element.find(f"{w('pPr')}/{w('rPr')}")


def outer_blanks(paragraph: Paragraph) -> tuple[int, int]:
    """Give how many typed blanks and tabs stand at either end; underlined ones are a gap to be filled in, not blanks."""
    counts = []
    for runs, step in ((paragraph.runs, 1), (paragraph.runs[::-1], -1)):
        count = 0
        for run in runs:
            text = run.text[::step]
            own = len(text) - len(text.lstrip(BLANKS))
            if run.field == "math" or is_underlined(run.element):
                break
            count += own
            if own < len(text):
                break
        counts.append(count)
    return counts[0], counts[1]


def is_underlined(run: Element) -> bool:
    """Whether a run is given a line under it."""
    return attribute(run.find(f"{w('rPr')}/{w('u')}")) not in (None, "none")
