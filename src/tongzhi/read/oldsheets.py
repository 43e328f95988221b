"""What calamine does not tell of .xls, .et and .ods: hidden rows, cells in error, and (of .ods) merged ranges."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import olefile
from lxml import etree

from tongzhi.errors import LimitError, Place
from tongzhi.read.scan import MAX_CELLS, Facts
from tongzhi.read.tables import Fault, MergedSpan

if TYPE_CHECKING:
    from tongzhi.word.markup import Element

_BOUNDSHEET, _ROW, _BOOLERR, _FORMULA, _BOF, _EOF = 0x0085, 0x0208, 0x0205, 0x0006, 0x0809, 0x000A
_HIDDEN_ROW = 0x20
_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_WHOLE_SHEET = 1_000
"""A row repeated so often is the empty rest of a sheet."""


def scan_xls(path: Path) -> list[Facts]:
    """Give the facts of each sheet of a BIFF8 workbook, in order ([MS-XLS] 2.4); nothing when it can't be read."""
    try:
        with olefile.OleFileIO(str(path)) as package:
            name = next((name for name in ("Workbook", "Book") if package.exists(name)), None)
            data = package.openstream(name).read() if name else b""
    except Exception:  # noqa: BLE001  olefile lets struct.error, IndexError and more out of damaged files
        return []
    offsets = [struct.unpack_from("<I", body)[0] for kind, body in _records(data, 0) if kind == _BOUNDSHEET]
    return [_sheet_facts(data, offset) for offset in offsets if offset < len(data)]


def _records(data: bytes, position: int) -> Iterator[tuple[int, memoryview]]:
    """Give the records of one substream: those between its BOF and its EOF."""
    view, depth = memoryview(data), 0
    while position + 4 <= len(data):
        kind, size = struct.unpack_from("<HH", data, position)
        yield kind, view[position + 4 : position + 4 + size]
        depth += (kind == _BOF) - (kind == _EOF)
        if kind == _EOF and depth <= 0:
            return
        position += 4 + size


def _sheet_facts(data: bytes, offset: int) -> Facts:
    facts = Facts()
    for kind, body in _records(data, offset):
        if kind == _ROW and len(body) >= 14:
            if body[12] & _HIDDEN_ROW:
                facts.hidden.append(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _BOOLERR and len(body) >= 8 and body[7]:
            row, column = struct.unpack_from("<HH", body)
            facts.faults[row + 1, column] = Fault(_ERRORS.get(body[6], "#N/A"))
        elif kind == _FORMULA and len(body) >= 14 and body[6] == 2 and bytes(body[12:14]) == b"\xff\xff":
            row, column = struct.unpack_from("<HH", body)
            facts.faults[row + 1, column] = Fault(_ERRORS.get(body[8], "#N/A"))
    return facts


def scan_ods(path: Path) -> list[Facts]:
    """Give the facts of each sheet of an OpenDocument workbook, in order; nothing when it can't be read.

    Raises:
        LimitError: filled cells are repeated beyond measure, which calamine would write out one by one.
    """
    try:
        with zipfile.ZipFile(path) as package:
            data = package.read("content.xml")
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return []
    found: list[Facts] = []
    number = 1

    events = etree.iterparse(
        io.BytesIO(data), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=True
    )
    try:
        for event, element in events:
            kind = str(element.tag).rpartition("}")[2]
            if event == "start" and kind == "table":
                found.append(Facts())
                number = 1
            elif event == "end" and kind == "table-row" and found:
                number = _take_row(found[-1], element, number)
                element.clear()
                if found[-1].area > MAX_CELLS:
                    raise LimitError.one(
                        "有单元格重复太多次",
                        "删去表外多余的单元格，或另存为 .xlsx",
                        place=Place(file=str(path)),
                    )
    except (etree.XMLSyntaxError, ValueError):
        return []
    return found


def _take_row(facts: Facts, row: Element, number: int) -> int:
    """Note what a row holds and give the number of the next."""
    repeated = int(_attribute(row, "number-rows-repeated") or 1)
    width = 0
    if _attribute(row, "visibility") in ("collapse", "filter") and repeated < _WHOLE_SHEET:
        facts.hidden += range(number, number + repeated)
    column = 0
    for cell in row:
        if str(cell.tag).rpartition("}")[2] not in ("table-cell", "covered-table-cell"):
            continue
        text = "".join(map(str, cell.itertext()))
        if text in _ERRORS.values() or text.startswith("Err:"):
            facts.faults[number, column] = Fault(text)
        down, across = (int(_attribute(cell, f"number-{way}-spanned") or 1) for way in ("rows", "columns"))
        if down > 1 or across > 1:
            facts.spans.append(MergedSpan(number, column, number + down - 1, column + across - 1))
        column += int(_attribute(cell, "number-columns-repeated") or 1)
        if len(cell) or _attribute(cell, "value-type"):
            width = column
    facts.right = max(facts.right, width)
    if width:
        facts.area = (number + repeated - 1) * facts.right
    return number + repeated


def _attribute(element: Element, name: str) -> str:
    return next((str(value) for key, value in element.attrib.items() if str(key).endswith("}" + name)), "")
