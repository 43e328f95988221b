"""Files as text that a person reads in a diff: what is printed, in which style, on which paper.

A dump says nothing about bytes: the order of a zip's parts, ids and time stamps may change and it stays the same.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import openpyxl
from docx.document import Document
from docx.oxml.ns import qn
from docx.section import Section
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from openpyxl.utils import column_index_from_string as index_from

ALIGNED = {0: "左", 1: "中", 2: "右", 3: "两端", 4: "分散"}
EMPTY_STYLE = "空行"
TEXT_KINDS = {".yaml", ".json", ".csv", ".md", ".txt"}


def dump_file(path: Path) -> str:
    """Give the dump of one file by its ending.

    Raises:
        ValueError: there is no dump for files of this kind.
    """
    if path.suffix == ".docx":
        return dump_document(path.read_bytes())
    if path.suffix == ".xlsx":
        return dump_workbook(path.read_bytes())
    if path.suffix in TEXT_KINDS:
        return path.read_text(encoding="utf-8-sig").rstrip("\n")
    raise ValueError(path.name)


def dump_document(data: bytes) -> str:
    """Give the text of a Word document, a line per paragraph or table row, with its style and what departs from it."""
    book = docx.Document(io.BytesIO(data))
    lines = list(_blocks(book, 0))
    for number, section in enumerate(book.sections, 1):
        lines.append(f"== 第{number}节 {_sheet(section)}")
        for name in (
            "header",
            "first_page_header",
            "even_page_header",
            "footer",
            "first_page_footer",
            "even_page_footer",
        ):
            story = getattr(section, name)
            if not story.is_linked_to_previous:
                lines += [f"{name}: {line}" for line in _blocks(story, 0) if line]
    return "\n".join(_fold(lines))


def _sheet(section: Section) -> str:
    sizes = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.bottom_margin,
        section.left_margin,
        section.right_margin,
    )
    return "宽{} 高{} 上{} 下{} 左{} 右{}mm".format(
        *(round(size.mm, 1) if size is not None else "?" for size in sizes)
    )


def _blocks(story: Document | _Cell, depth: int) -> Iterator[str]:
    for block in story.iter_inner_content():
        if isinstance(block, Paragraph):
            yield _paragraph(block)
        else:
            yield from _table(block, depth)


def _paragraph(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style is not None else ""
    marks = [f"{style}"]
    if paragraph.alignment is not None:
        marks.append(ALIGNED.get(int(paragraph.alignment), str(paragraph.alignment)))
    sizes = sorted(
        {run.font.size.pt for run in paragraph.runs if run.text.strip() and run.font.size is not None}
    )
    marks += [f"{size:g}pt" for size in sizes]
    if any(run._r.find(f"{qn('w:rPr')}/{qn('w:shd')}") is not None for run in paragraph.runs):
        marks.append("底色")
    if paragraph._p.findall(f".//{qn('w:drawing')}") or paragraph._p.findall(f".//{qn('w:pict')}"):
        marks.append("图")
    if any(kind.get(qn("w:type")) == "page" for kind in paragraph._p.iter(qn("w:br"))):
        marks.append("分页")
    text = "".join(piece.text or "" if piece.tag == qn("w:t") else "⏎" if piece.tag in (qn("w:br"), qn("w:cr")) else "→"
                   for piece in paragraph._p.iter(qn("w:t"), qn("w:br"), qn("w:cr"), qn("w:tab"))
                   if piece.getparent().tag != qn("w:tabs"))  # fmt: skip
    return f"〔{' '.join(marks)}〕{text}"


def _table(table: Table, depth: int) -> Iterator[str]:
    yield f"┌ 表 {len(table.rows)}行{len(table.columns)}列"
    for row in table.rows:
        seen: list[object] = []
        cells = []
        for cell in row.cells:
            if any(cell._tc is known for known in seen):
                continue  # one merged cell stands in several columns
            seen.append(cell._tc)
            cells.append("⏎".join(line.partition("〕")[2] for line in _blocks(cell, depth + 1)))
        yield "│ " + " │ ".join(cells)
    yield "└"


def _fold(lines: list[str]) -> Iterator[str]:
    """Count runs of empty paragraphs of one style instead of repeating them."""
    run = 0
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line.endswith("〕") and line == following:
            run += 1
            continue
        yield f"{line} ×{run + 1}" if run else line
        run = 0


def dump_workbook(data: bytes) -> str:
    """Give every sheet of a workbook: its rows, merged ranges, hidden columns, choices of cells."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    lines = []
    for sheet in book.worksheets:
        lines.append(
            f"== {sheet.title} {sheet.dimensions} {sheet.sheet_state} {sheet.page_setup.orientation or ''}".rstrip()
        )
        hidden = {index_from(key) - 1 for key, column in sheet.column_dimensions.items() if column.hidden}
        for row in sheet.iter_rows(values_only=True):
            cells = ["" if value is None else str(value).replace("\n", "⏎") for value in row]
            cells = ["…" if at in hidden and cell else cell for at, cell in enumerate(cells)]  # our own data
            lines.append("│ " + " │ ".join(cells).rstrip(" │"))
        lines += [f"并 {one}" for one in sorted(map(str, sheet.merged_cells.ranges))]
        lines += [f"选 {one.sqref} {one.formula1}" for one in sheet.data_validations.dataValidation]
    return "\n".join(lines)
