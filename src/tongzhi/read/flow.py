"""A Word file as a reader takes it in: lines and tables in their order; boxes first, frames opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tongzhi.word.blocks import Paragraph

if TYPE_CHECKING:
    from tongzhi.word.blocks import Table
    from tongzhi.word.document import WordDocument

FRAME = 80
"""A cell with as many characters and several lines is a page in a frame, no cell of a table."""


@dataclass(slots=True)
class FlowLine:
    """One line of text as it is read, with the number that Word prints before it."""

    text: str
    taken: bool = False
    """Whether a reader has found what it says."""


@dataclass(slots=True)
class FlowTable:
    """One table: rows of cells, the lines of a cell joined by line breaks."""

    rows: list[list[str]] = field(default_factory=list)
    taken: bool = False


Flow = list[FlowLine | FlowTable]


def read_flow(document: WordDocument) -> Flow:
    """Give the lines and tables of a document; a table of one column, or a cell that holds a page, gives lines."""
    flow: Flow = [FlowLine(line) for box in document.boxes for line in _lines(box.full_text)]
    for block in document.blocks:
        if isinstance(block, Paragraph):
            flow += [FlowLine(line) for line in _lines(block.full_text)]
        else:
            flow += _opened(_rows(block))
    return _joined(flow)


def _lines(text: str) -> list[str]:
    return [line.strip(" \t　\xa0") for line in re.split(r"[\n\v\r]", text) if line.strip(" \t　\xa0")]


def _rows(table: Table) -> list[list[str]]:
    grids: dict[int, dict[int, dict[int, list[str]]]] = {}
    for paragraph in table.paragraphs:
        rows = grids.setdefault(id(paragraph.table), {})
        rows.setdefault(paragraph.row, {}).setdefault(paragraph.column, []).extend(_lines(_shown(paragraph)))
    return [
        ["\n".join(row.get(column, [])) for column in range(1, max(row) + 1)]
        for rows in grids.values()
        for _, row in sorted(rows.items())
    ]


def _shown(paragraph: Paragraph) -> str:
    return paragraph.full_text


def _opened(rows: list[list[str]]) -> Flow:
    """Give a table as lines where it only frames text, else as a table."""
    flow: Flow = []
    held: list[list[str]] = []
    for row in rows:
        filled = list(dict.fromkeys(cell for cell in row if cell))
        if len(filled) == 1 and (len(row) == 1 or (len(filled[0]) > FRAME and "\n" in filled[0])):
            if held:
                flow.append(FlowTable(held))
                held = []
            flow += [FlowLine(line) for line in filled[0].split("\n")]
        else:
            held.append(row)
    if held:
        flow.append(FlowTable(held))
    return flow


_ENDS = re.compile(r"[。；：:;！？!?”）)》】〕、]$|\d{7,}$|@[\w.\-]+$")
_BEGINS = re.compile(
    r"^(?:[一二三四五六七八九十]+、|[一二三四五六七八九十]是|[①-⑳◆◇●○■□▲△★☆※►▶•➤➢❖✦◎▪∎☑✔√]|[-*#]{1,3}\s*[㐀-鿿]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|附件|联系|抄送|[\d〇二]{4}年.{3,8}日$|[㐀-鿿、和及]{2,10}[：:]|[㐀-鿿、和及]{2,8}。.)"
)
WRAPPED = 28
"""Lines that somebody broke by hand are at least so long."""


def _joined(flow: Flow) -> Flow:
    """Join lines that were broken by hand at the end of a printed line, in the middle of a sentence."""
    joined: Flow = []
    for number, item in enumerate(flow):
        before = joined[-1] if joined else None
        if (
            isinstance(item, FlowLine)
            and isinstance(before, FlowLine)
            and number > 2
            and len(before.text) >= WRAPPED
            and not _ENDS.search(before.text)
            and not _BEGINS.match(item.text)
            and not re.search(r"(?:通知|方案|纪要|通报|函)$", before.text)
            and re.search(r"[，。；、]", before.text)
        ):
            before.text += item.text
            continue
        joined.append(item)
    return joined
