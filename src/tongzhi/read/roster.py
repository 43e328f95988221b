"""A roster as offices keep it → rows with their numbers, whatever the format."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, overload

from tongzhi.errors import InputError, Place, Problem
from tongzhi.read.headers import SEARCHED, Header, find_header, make_headers, plain_name
from tongzhi.read.tables import Fault, Line, Span, Table, is_empty, tidy_cell

TOTALS = frozenset(("合计", "总计", "小计", "共计", "汇总"))
WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xltx", ".xlt", ".ett")
RECORDS = (".json", ".jsonl", ".ndjson", ".yaml", ".yml")
_PACK = 500


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a roster.

    Attributes:
        sheet: the sheet it stands in; empty for text files.
        number: its line there, from 1.
        values: header → cell; blank cells are left out. A cell without a usable value is a `Fault`.
        fault: why the row as a whole could not be read; empty when it could.
    """

    sheet: str
    number: int
    values: dict[str, Any]
    fault: str = ""


@dataclass(slots=True)
class Roster:
    """A roster, and what its reader must be told.

    Attributes:
        file: the name of the file.
        sheet: the name of the sheet; empty for text files.
        headers: the columns, in order.
        rows: the rows in order, kept packed; may be gone through again and again.
        notes: hidden rows and sheets, skipped lines, formulas without results.
        others: the further visible sheets of a workbook that hold a table.
        hidden: the sheet itself is hidden.
    """

    file: str
    sheet: str
    headers: list[Header]
    rows: Sequence[Row]
    notes: list[Problem] = field(default_factory=list)
    others: list[Roster] = field(default_factory=list)
    hidden: bool = False

    def place(self, row: int | None = None, name: str | None = None) -> Place:
        """Give the place of a row or of one of its cells."""
        return Place(file=self.file, sheet=self.sheet or None, row=row, field=name)


def read_roster(
    path: Path, sheet: str | None = None, *, known: Collection[str] = (), encoding: str | None = None
) -> Roster:
    """Read a roster of any of the formats offices keep.

    Args:
        path: `.xlsx .xlsm .xls .et .ods`, `.csv .tsv .txt`, `.json .jsonl .yaml`; recognised by content before ending.
        sheet: the sheet that holds the rows; by default the first visible one that fits.
        known: names that headers may have; they help to find the header below a title.
        encoding: of a text file, where it can't be told.

    Raises:
        InputError: the file is missing, unreadable, holds no table, or has no such sheet.
    """
    head = _read_head(path)
    from tongzhi.read.sheets import is_workbook, read_workbook

    if is_workbook(head):
        return _from_tables(path, read_workbook(path), sheet, known)
    if path.suffix.lower() in RECORDS:
        from tongzhi.read.records import read_records

        return _from_records(path, read_records(path))
    if path.suffix.lower() in WORKBOOKS and b"\x00" in head[:64]:
        raise InputError.one(
            "表格打不开，文件损坏或不是表格",
            "用 WPS 或 Excel 打开后另存为 .xlsx",
            place=Place(file=str(path)),
        )
    from tongzhi.read.delimited import read_delimited

    return _from_tables(path, [read_delimited(path, encoding)], sheet, known)


def _read_head(path: Path) -> bytes:
    place = Place(file=str(path))
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except FileNotFoundError as error:
        raise InputError.one("文件不存在", "核对文件名和所在文件夹", place=place) from error
    except OSError as error:
        if os.path.isdir(path):  # noqa: PTH112  says no where Path.is_dir raises, as for names that are too long
            raise InputError.one("这是一个文件夹", "写明名册文件", place=place) from error
        raise InputError.one(
            "文件打不开，没有权限或正被占用", "先在 WPS 或 Excel 里关闭它", place=place
        ) from error
    if not head.strip():
        raise InputError.one("文件是空的", "换一个有内容的名册", place=place)
    return head


class PackedRows(Sequence[Row]):
    """Rows kept as packed pages: a hundred thousand of them cost little memory."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._pages: list[bytes] = []
        self._length = 0
        self._open: tuple[int, list[Row]] = (-1, [])
        iterator = iter(rows)
        while page := [(row.sheet, row.number, row.values, row.fault) for row in islice(iterator, _PACK)]:
            self._pages.append(pickle.dumps(page, pickle.HIGHEST_PROTOCOL))
            self._length += len(page)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Row]:
        for page in range(len(self._pages)):
            yield from self._unpack(page)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> list[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | list[Row]:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(self._length))]
        if not -self._length <= index < self._length:
            raise IndexError(index)
        page, position = divmod(index % self._length, _PACK)
        if self._open[0] != page:
            self._open = (page, self._unpack(page))
        return self._open[1][position]

    def _unpack(self, page: int) -> list[Row]:
        return [Row(*parts) for parts in pickle.loads(self._pages[page])]  # noqa: S301  packed by this object


def _from_records(path: Path, records: list[tuple[int, dict[str, Any] | Fault]]) -> Roster:
    if not records:
        raise InputError.one("名册里没有一行数据", "至少要有一行", place=Place(file=str(path)))
    names = dict.fromkeys(name for _, record in records if not isinstance(record, Fault) for name in record)
    headers = [Header(name, (name,), column) for column, name in enumerate(names)]
    rows = [
        Row("", number, {}, str(record)) if isinstance(record, Fault) else Row("", number, _filled(record))
        for number, record in records
    ]
    return Roster(path.name, "", headers, PackedRows(rows))


def _filled(record: dict[str, Any]) -> dict[str, Any]:
    return {name: tidy_cell(value) for name, value in record.items() if value is not None and value != ""}


def _from_tables(path: Path, tables: list[Table], sheet: str | None, known: Collection[str]) -> Roster:
    if sheet is not None:
        chosen = [table for table in tables if table.name.strip() == sheet.strip()]
        if not chosen:
            names = "、".join(table.name for table in tables if table.name)
            raise InputError.one(
                f"没有工作表“{sheet}”",
                f"有：{names}" if names else "这种文件没有工作表",
                place=Place(file=path.name),
            )
        table = replace(chosen[0], hidden=False)
        return _require(_read_table(path.name, table, known), path)
    notes = [
        Problem(
            Place(file=path.name, sheet=table.name),
            "是隐藏的工作表，没有读",
            "要用它就取消隐藏，或用 --sheet 写明",
        )
        for table in tables
        if table.hidden
    ]
    read = [_read_table(path.name, table, known) for table in tables if not table.hidden]
    filled = [roster for roster in read if roster is not None]
    if not filled:
        return _require(None, path, hidden=any(table.hidden for table in tables))
    main = max(filled, key=lambda roster: _fit(roster, known)) if known else filled[0]
    main.others = [roster for roster in filled if roster is not main]
    main.notes = notes + main.notes
    return main


def _fit(roster: Roster, known: Collection[str]) -> bool:
    """Tell whether a sheet has a known column at all; the first such sheet is the main one."""
    names = {plain_name(name) for name in known}
    return any(plain_name(header.path[-1]) in names for header in roster.headers)


def _require(roster: Roster | None, path: Path, *, hidden: bool = False) -> Roster:
    if roster is None:
        raise InputError.one(
            "名册里没有表头或没有一行数据" + ("（只有隐藏的工作表）" if hidden else ""),
            "第一行写列名，下面每行一个单位",
            place=Place(file=str(path)),
        )
    return roster


def _read_table(file: str, table: Table, known: Collection[str]) -> Roster | None:
    lines = table.lines()
    first = list(islice(lines, SEARCHED))
    found = find_header(first, table.spans, known)
    if found is None:
        return None
    top, last = found
    headers = make_headers(first[top : last + 1], table.spans)
    notes: list[Problem] = []
    body = chain(first[last + 1 :], lines)
    hidden = set(table.hidden_lines)
    rows = PackedRows(_rows(file, table, headers, body, hidden, notes))
    if not len(rows):
        return None
    return Roster(file, table.name, headers, rows, notes)


def _rows(
    file: str,
    table: Table,
    headers: list[Header],
    body: Iterable[Line],
    hidden: set[int],
    notes: list[Problem],
) -> Iterator[Row]:
    columns = [(header.column, header.name) for header in headers]
    fill = _filler(table.spans)
    told: list[int] = []
    uncalculated: list[tuple[int, str]] = []
    for number, cells in body:
        fill(number, cells)
        width = len(cells)
        values = {
            name: cells[column] for column, name in columns if column < width and cells[column] is not None
        }
        if not values:
            continue
        reason = _no_row(values, headers)
        if reason:
            notes.append(
                Problem(Place(file=file, sheet=table.name or None, row=number), reason, "没有当作一行数据")
            )
            continue
        if _repeats_header(values):
            continue
        if number in hidden:
            told.append(number)
        for name, value in values.items():
            if type(value) is Fault and value.startswith("="):
                uncalculated.append((number, name))
        yield Row(table.name, number, values)
    _tell(file, table.name, told, uncalculated, notes)


def _no_row(values: dict[str, Any], headers: list[Header]) -> str:
    """Say why a line below the header is no row of the roster; empty when it is one."""
    words = list(values.values())
    first = str(words[0]).strip().strip("：: 　").replace(" ", "").replace("　", "")
    if first in TOTALS or (
        len(words) > 1 and str(words[1]).replace(" ", "").strip("：:") in TOTALS and len(first) < 4
    ):
        return "是合计行"
    if (
        len(values) == 1
        and len(headers) > 1
        and first.startswith(
            ("注：", "注:", "备注：", "说明：", "填表", "制表", "填报", "审核", "联系人：", "附注", "※", "*")
        )
    ):
        return "是表下的说明"
    return ""


def _repeats_header(values: dict[str, Any]) -> bool:
    """Tell whether a line is the header printed again, as on every page of a long list."""
    return len(values) > 1 and all(
        isinstance(value, str) and plain_name(value) == plain_name(name.split("·")[-1])
        for name, value in values.items()
    )


def _filler(spans: Sequence[Span]) -> Callable[[int, list[Any]], None]:
    """Give a function that fills merged cells downward: `青川县` stands in every row it was merged over."""
    starts: dict[int, list[Span]] = {}
    for span in spans:
        if span.bottom > span.top:
            starts.setdefault(span.top, []).append(span)
    if not starts:
        return lambda _number, _cells: None
    waiting = sorted(starts)
    active: list[tuple[int, int, Any]] = []

    def fill(number: int, cells: list[Any]) -> None:
        active[:] = [item for item in active if item[0] >= number]
        for _, column, value in active:
            cells.extend([None] * (column + 1 - len(cells)))
            if is_empty(cells[column]):
                cells[column] = value
        while waiting and waiting[0] <= number:
            top = waiting.pop(0)
            for span in starts[top] if top == number else ():
                value = cells[span.left] if span.left < len(cells) else None
                if value is not None:
                    active.append((span.bottom, span.left, value))

    return fill


def _tell(
    file: str, sheet: str, hidden: list[int], uncalculated: list[tuple[int, str]], notes: list[Problem]
) -> None:
    if hidden:
        notes.append(
            Problem(
                Place(file=file, sheet=sheet or None),
                f"第{_numbers(hidden)}行是隐藏的行，也当作数据用了",
                "不需要就从表里删去",
            )
        )
    for name in dict.fromkeys(name for _, name in uncalculated):
        rows = [number for number, other in uncalculated if other == name]
        notes.append(
            Problem(
                Place(file=file, sheet=sheet or None, field=name),
                f"第{_numbers(rows)}行是公式，文件里没有算出的结果",
                "用 WPS 或 Excel 打开、保存一次",
            )
        )


def _numbers(numbers: list[int]) -> str:
    """Give line numbers as a person writes them: 3、5—9."""
    parts: list[str] = []
    start = previous = numbers[0]
    for number in [*numbers[1:], -1]:
        if number == previous + 1:
            previous = number
            continue
        parts.append(str(start) if start == previous else f"{start}—{previous}")
        start = previous = number
    return "、".join(parts[:20]) + ("等" if len(parts) > 20 else "")
