"""Workbooks (.xlsx .xlsm .xls .et .ods) as tables, by calamine."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from tongzhi.errors import InputError, LimitError, Place
from tongzhi.read.oldsheets import scan_ods, scan_xls
from tongzhi.read.scan import BLOCK, MAX_CELLS, MAX_LINES, Facts, near_cells, scan_sheet, split_rows
from tongzhi.read.tables import Fault, Line, MergedSpan, SheetTable, is_empty, tidy_cell

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

MAX_XML = 2_000_000_000
"""Bytes that a workbook may unpack to."""
MAX_PART = 300_000_000
"""Bytes that one part other than a sheet of an .xlsx may unpack to; such a part is held in memory."""

_FAR = "删去表外多余的单元格，或把表复制到新工作簿"

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_workbook(head: bytes) -> bool:
    """Tell by its first bytes whether a file is a workbook, whatever its name says."""
    return head.startswith((ZIP, OLE))


def read_workbook(path: Path, *, tells_far: bool = False) -> list[SheetTable]:
    """Give the sheets of a workbook in their order, hidden ones included.

    Args:
        path: the file.
        tells_far: the caller tells which cells were left out because they stand far from the table (`Table.far`).

    Raises:
        InputError: it is no workbook, damaged, or protected by a password.
        LimitError: it unpacks to more than 2 GB, or its cells lie too far apart.
    """
    with path.open("rb") as stream:
        is_zip = stream.read(8).startswith(ZIP)
    parts = _sheet_parts(path) if is_zip else {}
    others = [] if parts else _scan_other(path, is_zip=is_zip)
    workbook = _open(path)

    tables = []
    for position, meta in enumerate(workbook.sheets_metadata):
        if meta.typ != SheetTypeEnum.WorkSheet:
            continue
        hidden = meta.visible != SheetVisibleEnum.Visible
        if meta.name in parts:
            tables.append(_zipped_table(path, workbook, meta.name, parts[meta.name], hidden=hidden))
        else:
            facts = others[position] if len(others) == len(workbook.sheets_metadata) else None
            tables.append(_plain_table(path, workbook, meta.name, facts, hidden=hidden))
        if tables[-1].far and not tells_far:
            place = Place(file=str(path), sheet=meta.name)
            raise LimitError.one(f"{'、'.join(tables[-1].far[:5])} 离表太远，中间全是空的", _FAR, place=place)
    return tables


def _scan_other(path: Path, *, is_zip: bool) -> list[Facts]:

    return scan_ods(path) if is_zip else scan_xls(path)


def _open(source: Path | io.BytesIO, path: Path | None = None) -> CalamineWorkbook:

    place = Place(file=str(path or source))
    try:
        if isinstance(source, Path):
            with source.open("rb") as stream:
                source = io.BytesIO(stream.read())
        return CalamineWorkbook.from_filelike(source)
    except PasswordError as error:
        raise InputError.one("文件有打开密码", "在 WPS 或 Excel 里去掉密码后再用", place=place) from error
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(source, io.BytesIO) and _is_encrypted(source.getvalue()):
            raise InputError.one("文件有打开密码", "在 WPS 或 Excel 里去掉密码后再用", place=place) from error
        raise InputError.one(
            "表格打不开，文件损坏或不是表格", "用 WPS 或 Excel 打开后另存为 .xlsx", place=place
        ) from error


def _is_encrypted(data: bytes) -> bool:
    return data.startswith(OLE) and "EncryptedPackage".encode("utf-16-le") in data


def _sheet(workbook: CalamineWorkbook, name: str, place: Place) -> CalamineSheet:

    try:
        return workbook.get_sheet_by_name(name)
    except CalamineError as error:
        raise InputError.one(
            "工作表读不出来，文件可能损坏", "用 WPS 或 Excel 打开后另存为 .xlsx", place=place
        ) from error


def _plain_table(
    path: Path, workbook: CalamineWorkbook, name: str, facts: Facts | None, *, hidden: bool
) -> SheetTable:
    sheet = _sheet(workbook, name, Place(file=str(path), sheet=name))
    ranges = sheet.merged_cell_ranges
    spans = [MergedSpan(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in ranges or []]
    facts = facts or Facts()
    lines = partial(_lines, sheet, facts.faults)
    return SheetTable(name, lines, hidden, spans or facts.spans, facts.hidden)


def _lines(sheet: CalamineSheet, faults: dict[tuple[int, int], Fault]) -> Iterator[Line]:
    """Give the lines of a calamine sheet that hold something, with faults put into their cells."""
    if sheet.start is None:
        return
    first, left = sheet.start
    pad: list[Any] = [None] * left
    # lazily when it can be: iter_rows begins with the first row of the sheet, to_python with the first that is held
    rows = sheet.iter_rows() if first == 0 else sheet.to_python()
    faulty: dict[int, list[tuple[int, Fault]]] = {}
    for (row, column), fault in faults.items():
        faulty.setdefault(row, []).append((column, fault))
    for number, cells in enumerate(rows, first + 1):
        tidy = [*pad, *map(tidy_cell, cells)]
        for column, fault in faulty.pop(number, ()):
            tidy.extend([None] * (column + 1 - len(tidy)))
            tidy[column] = fault
        if any(not is_empty(cell) for cell in tidy):
            yield number, tidy


def _sheet_parts(path: Path) -> dict[str, str]:
    """Give sheet name → part name of an .xlsx; empty for other zips (.ods).

    Raises:
        InputError: the zip is damaged.
        LimitError: it unpacks to too much.
    """
    place = Place(file=str(path))
    try:
        with zipfile.ZipFile(path) as package:
            if sum(info.file_size for info in package.infolist()) > MAX_XML:
                raise LimitError.one("表格展开后超过 2 GB", "拆成几个小表，或清除多余的格式", place=place)
            if any(
                info.file_size > MAX_PART for info in package.infolist() if "sheets/" not in info.filename
            ):
                raise LimitError.one(
                    f"表格有一部分展开后超过 {MAX_PART // 1_000_000} MB",
                    "文件可能是压缩炸弹，不予打开",
                    place=place,
                )
            names = set(package.namelist())
            if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
                return {}
            book = package.read("xl/workbook.xml").decode("utf-8", "replace")
            rels = package.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except (
        zipfile.BadZipFile,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        zlib.error,
    ) as error:
        raise InputError.one(
            "表格打不开，文件损坏或不完整", "用 WPS 或 Excel 打开后另存为 .xlsx", place=place
        ) from error
    targets = {
        identity: target
        for tag in re.findall(r"<(?:\w+:)?Relationship\b[^>]*>", rels)
        if (identity := _attribute(tag, "Id")) and (target := _attribute(tag, "Target"))
    }
    parts = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\b[^>]*>", book):
        target = targets.get(_attribute(tag, r"(?:\w+:)id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in names and "worksheets/" in part:
            parts[_attribute(tag, "name")] = part
    return parts


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf"\s{name}=(?:\"([^\"]*)\"|'([^']*)')", tag)
    return unescape(found[1] if found[1] is not None else found[2]) if found else ""


def _zipped_table(
    path: Path, workbook: CalamineWorkbook, name: str, part: str, *, hidden: bool
) -> SheetTable:
    place = Place(file=str(path), sheet=name)
    try:
        with zipfile.ZipFile(path) as package, package.open(part) as stream:
            facts = scan_sheet(stream, BLOCK)
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error) as error:
        raise InputError.one(
            "工作表读不出来，文件损坏或不完整", "用 WPS 或 Excel 打开后另存为 .xlsx", place=place
        ) from error
    if facts.lines > MAX_LINES:
        raise LimitError.one(
            f"工作表超过 {MAX_LINES // 10_000} 万行，不予打开", "拆成几个小表，或清除多余的行", place=place
        )
    if facts.area > MAX_CELLS:
        raise LimitError.one("有单元格离表太远，中间全是空的", _FAR, place=place)
    if facts.numbered and (facts.far or facts.size > BLOCK or facts.size - facts.useful > BLOCK // 4):
        lines = partial(_blocks, path, part, facts, place)
    else:
        lines = partial(_whole, workbook, name, facts, place)
    far = [place for _, place in facts.far]
    return SheetTable(name, lines, hidden, facts.spans, facts.hidden, facts.hidden_columns, far)


def _whole(workbook: CalamineWorkbook, name: str, facts: Facts, place: Place) -> Iterator[Line]:
    yield from _lines(_sheet(workbook, name, place), facts.faults)


_KEPT = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
)


def _blocks(path: Path, part: str, facts: Facts, place: Place) -> Iterator[Line]:
    """Read a long sheet block by block, each as a small workbook, so that memory stays small."""
    with zipfile.ZipFile(path) as package, package.open(part) as stream:
        kept = {name: package.read(name) for name in _KEPT if name in package.namelist()}
        head, read = b"", 0
        for block, is_rows in split_rows(stream, max(BLOCK, len(kept.get("xl/sharedStrings.xml", b"")) // 2)):
            head = head or block
            read += len(block)
            if is_rows:
                near = near_cells(block) if facts.far else block
                small = _small_workbook(kept, part, (head, near, _closing(head)))
                yield from _lines(_sheet(_open(small, path), place.sheet or "", place), facts.faults)
            if read >= facts.useful:
                return


def _closing(head: bytes) -> bytes:
    found = re.search(rb"<(\w+:)?sheetData", head)
    prefix = (found[1] or b"") if found else b""
    return b"</" + prefix + b"sheetData></" + prefix + b"worksheet>"


def _small_workbook(kept: dict[str, bytes], part: str, sheet: tuple[bytes, ...]) -> io.BytesIO:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in kept.items():
            package.writestr(name, data)
        with package.open(part, "w") as stream:
            for piece in sheet:
                stream.write(piece)
    made.seek(0)
    return made
