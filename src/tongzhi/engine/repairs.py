"""What must be put right in the filled XML, because only there it is known: grids, empty cells, picture ids.

Only parts whose template can need it come here; the XML is our own serialisation, so that its forms are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

_EMPTY_CELL = re.compile(rb"(</w:tcPr>|<w:tcPr/>|<w:tc(?: [^>]*)?>|</w:tbl>)(</w:tc>)")
_EMPTY_STORY = re.compile(rb"(<w:(?:txbxContent|hdr|ftr)(?: [^>]*)?>)(</w:(?:txbxContent|hdr|ftr)>)")
_EMPTY_TABLE = re.compile(
    rb"<w:tbl(?: [^>]*)?>(?:<w:tblPr>(?:(?!<w:tbl>|</w:tbl>).)*?</w:tblPr>|<w:tblPr/>)?"
    rb"(?:<w:tblGrid>(?:<w:gridCol[^>]*/>)*</w:tblGrid>|<w:tblGrid/>)?</w:tbl>",
    re.DOTALL,
)
_EMPTY_ROW = re.compile(
    rb"<w:tr(?: [^>]*)?>(?:<w:tblPrEx>(?:(?!</w:tblPrEx>).)*</w:tblPrEx>|<w:tblPrEx/>)?"
    rb"(?:<w:trPr>(?:(?!</w:trPr>).)*</w:trPr>|<w:trPr/>)?</w:tr>",
    re.DOTALL,
)
_TRACES: tuple[bytes, ...] = (
    b"<w:tr></w:tr>",
    b'"></w:tr>',
    b"</w:trPr></w:tr>",
    b"<w:trPr/></w:tr>",
    b"</w:tcPr></w:tc>",
    b"<w:tcPr/></w:tc>",
    b"<w:tc></w:tc>",
    b"</w:tbl></w:tc>",
    b"></w:hdr>",
    b"></w:ftr>",
)
_TRACES += (b"</w:tblGrid></w:tbl>", b"<w:tblGrid/></w:tbl>", b"</w:tblPr></w:tbl>", b"></w:txbxContent>")
_PICTURE_ID = re.compile(rb'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_GRID = re.compile(
    rb"<w:tbl(?=[ >])|</w:tbl>|<w:tr(?=[ >/])|<w:tc(?=[ >/])|<w:gridSpan\b[^>]*w:val=\"(\d*)\"[^>]*/>"
    rb"|<w:gridCol\b[^>]*?/>|</w:tblGrid>"
)
_WIDTH = re.compile(rb'w:w="(-?\d+(?:\.\d+)?)"')
FIRST_ID = 1_000


def repair(data: bytes, kinds: Collection[str]) -> bytes:
    """Give the part with what `kinds` names put right."""
    if "cells" in kinds and _may_lack(data) and any(trace in data for trace in _TRACES):
        data = _EMPTY_ROW.sub(b"", data)
        data = _EMPTY_TABLE.sub(b"", data)
        data = _EMPTY_CELL.sub(rb"\1<w:p/>\2", data)
        data = _EMPTY_STORY.sub(rb"\1<w:p/>\2", data)
    if "grid" in kinds:
        data = _fit_grids(data)
    if "drawings" in kinds:
        data = _PICTURE_ID.sub(_counting(), data)
    return data


def _may_lack(data: bytes) -> bool:
    """Tell quickly whether a cell may lack its paragraph or a table its rows; most parts lack nothing."""
    return (
        data.count(b"</w:tc>") != data.count(b"</w:p></w:tc>")
        or data.count(b"</w:tr>") != data.count(b"</w:tc></w:tr>")
        or data.count(b"</w:tbl>") != data.count(b"</w:tr></w:tbl>")
        or b"</w:txbxContent>" in data
        or data.endswith((b"</w:hdr>", b"</w:ftr>"))
    )


def _counting() -> Callable[[re.Match[bytes]], bytes]:
    number = FIRST_ID

    def count(found: re.Match[bytes]) -> bytes:
        nonlocal number
        number += 1
        return found[1] + str(number).encode() + found[2]

    return count


class _Table:
    """One table while it is read: where its grid stands, and how many columns its rows have."""

    __slots__ = ("columns", "end", "row", "start", "width")

    def __init__(self) -> None:
        self.start = self.end = -1
        self.columns: list[bytes] = []
        self.row = self.width = 0


def _fit_grids(data: bytes) -> bytes:
    """Give every table as many `w:gridCol` as its widest row has columns, the whole width kept (as docxtpl does)."""
    tables: list[_Table] = []
    done: list[_Table] = []
    for found in _GRID.finditer(data):
        text = found[0]
        if text.startswith(b"<w:tbl"):
            tables.append(_Table())
        elif not tables:
            continue
        elif text == b"</w:tbl>":
            table = tables.pop()
            table.width = max(table.width, table.row)
            done.append(table)
        elif text.startswith(b"<w:gridCol"):
            table = tables[-1]
            table.start = found.start() if table.start < 0 else table.start
            table.columns.append(text)
        elif text == b"</w:tblGrid>":
            tables[-1].end = found.start()
            tables[-1].start = found.start() if tables[-1].start < 0 else tables[-1].start
        elif text.startswith(b"<w:tr"):
            tables[-1].width = max(tables[-1].width, tables[-1].row)
            tables[-1].row = 0
        elif text.startswith(b"<w:tc"):
            tables[-1].row += 1
        else:
            tables[-1].row += max(1, int(found[1] or 1)) - 1
    for table in sorted(done, key=lambda one: one.start, reverse=True):
        if table.end >= 0 and table.width and table.width != len(table.columns):
            data = data[: table.start] + _columns(table) + data[table.end :]
    return data


def _columns(table: _Table) -> bytes:
    widths = [float(found[1]) if (found := _WIDTH.search(column)) else 0.0 for column in table.columns]
    whole, count = sum(widths), len(widths)
    if table.width > count:
        average = whole / table.width if count else 0
        fitted = [width * count / table.width for width in widths] + [average] * (table.width - count)
    else:
        spare = int(sum(widths[table.width :]) / table.width)
        fitted = [width + spare for width in widths[: table.width]]
    return b"".join(b'<w:gridCol w:w="%d"/>' % int(width) for width in fitted)
