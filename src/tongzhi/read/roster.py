"""A roster as offices keep it → rows with their numbers, whatever the format."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any

from tongzhi.errors import InputError, Place, Problem
from tongzhi.read.account import Account
from tongzhi.read.delimited import read_delimited
from tongzhi.read.headers import SEARCHED, Header, find_header, make_headers, plain_name
from tongzhi.read.lines import HEADING, NOTHING, OTHER, OUTSIDE, REASONS, REPEATED, Sorter
from tongzhi.read.meanings import is_old_sheet, meaning_of
from tongzhi.read.records import read_records
from tongzhi.read.rosterrows import PackedRows, Row
from tongzhi.read.rostershapes import (
    drop_covered,
    has_owner,
    name_by_sheets,
    one_problem_a_row,
    owner_said,
    with_owners,
)
from tongzhi.read.sheets import is_workbook, read_workbook
from tongzhi.read.tables import Fault, Line, MergedSpan, SheetTable, column_letters, is_empty, tidy_cell
from tongzhi.read.wordtables import read_word_tables

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".xltx", ".xlt", ".ett")

WORDS = (".docx", ".doc", ".wps")

TEXTS = (".csv", ".tsv", ".tab", ".txt", ".md")

RECORDS = (".json", ".jsonl", ".ndjson", ".yaml", ".yml")


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
        around: the words above and below the table: titles, who reports, as of when.
        account: how many lines were no rows, by the rule that says so.
        at: its place among the tables of its file, from 0.
    """

    file: str
    sheet: str
    headers: list[Header]
    rows: Sequence[Row]
    notes: list[Problem] = field(default_factory=list)
    others: list[Roster] = field(default_factory=list)
    hidden: bool = False
    around: list[str] = field(default_factory=list)
    account: Account = field(default_factory=Account)
    at: int = 0

    def parts(self) -> list[Roster]:
        """Give this table and the others of its file in the order in which they stand there."""
        return sorted((self, *self.others), key=lambda roster: roster.at)

    def place(self, row: int | None = None, name: str | None = None) -> Place:
        """Give the place of a row or of one of its cells."""
        return Place(file=self.file, sheet=self.sheet or None, row=row, field=name)


def read_roster(
    path: Path, sheet: str | None = None, *, known: Collection[str] = (), encoding: str | None = None
) -> Roster:
    """Read a roster of any of the formats offices keep.

    Args:
        path: `.xlsx .xlsm .xls .et .ods`, `.csv .tsv .txt`, `.docx` (its tables), `.json .jsonl .yaml`; recognised by
            content before ending.
        sheet: the sheet that holds the rows; by default the first visible one that fits.
        known: names that headers may have; they help to find the header below a title.
        encoding: of a text file, where it can't be told.

    Raises:
        InputError: the file is missing, unreadable, holds no table, or has no such sheet.
    """
    head = _read_head(path)
    ending = path.suffix.lower()
    if ending and ending not in (*WORKBOOKS, *WORDS, *RECORDS, *TEXTS):
        raise InputError.one(f"名册不能是 {ending} 文件", "另存为 .xlsx 或 .csv", place=Place(file=str(path)))

    if path.suffix.lower() in WORDS:
        return _from_tables(path, read_word_tables(path), sheet, known)
    if is_workbook(head):
        return _from_tables(path, read_workbook(path, tells_far=True), sheet, known)
    if path.suffix.lower() in RECORDS:
        return _from_records(path, read_records(path))
    if path.suffix.lower() in WORKBOOKS and b"\x00" in head[:64]:
        raise InputError.one(
            "表格打不开，文件损坏或不是表格",
            "用 WPS 或 Excel 打开后另存为 .xlsx",
            place=Place(file=str(path)),
        )

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


def _from_tables(path: Path, tables: list[SheetTable], sheet: str | None, known: Collection[str]) -> Roster:
    if sheet is not None:
        chosen = [table for table in tables if table.name.strip() == sheet.strip()]
        if not chosen:
            names = "、".join(table.name for table in tables if table.name)
            raise InputError.one(
                f"没有工作表“{sheet}”",
                f"有：{names}" if names else "这种文件没有工作表",
                place=Place(file=path.name),
            )
        read = _read_parts(path.name, replace(chosen[0], hidden=False), known)
        return _require(_main(read, known), path)
    account, notes = Account(), list[Problem]()
    read = []
    for table in tables:
        left_out = _left_out(table, tables)
        if left_out:
            rule, reason, instead = left_out
            problem = Problem(Place(file=path.name, sheet=table.name), reason, instead)
            account.leave_out(rule, problem.place, reason, instead)
            notes.append(problem)
        else:
            read += _read_parts(path.name, table, known)
    for at, each in enumerate(read):
        each.at = at
    name_by_sheets(read)
    main = _require(_main(read, known), path, hidden=any(table.hidden for table in tables))
    main.notes = notes + main.notes
    main.account.add(account)
    return main


def _left_out(table: SheetTable, tables: Sequence[SheetTable]) -> tuple[str, str, str] | None:
    """Say by which rule a sheet is not read: it is hidden, or an old one beside others."""
    if table.hidden:
        return "隐藏的工作表", "是隐藏的工作表，没有读", "要用它就取消隐藏，或用 --sheet 写明"
    rest = [other for other in tables if not other.hidden and other is not table]
    if is_old_sheet(table.name) and any(not is_old_sheet(other.name) for other in rest):
        return "旧表", "按名称是旧表、副本或说明，没有读", "要用它就改表名，或用 --sheet 写明"
    later = _month(table.name)
    if later and any(_month(other.name) > later for other in rest):
        return "旧表", "有更晚月份的工作表，这一张没有读", "要用它就用 --sheet 写明"
    return None


def _month(name: str) -> tuple[int, int]:
    """Give year and month that the name of a sheet states (11月督查, 2026.11); (0, 0) when it states none."""
    found = re.search(r"(?:(20\d\d)[年.\-])?\s*(1[0-2]|0?[1-9])月", name)
    return (int(found[1] or 0), int(found[2])) if found else (0, 0)


def _main(read: Sequence[Roster], known: Collection[str]) -> Roster | None:
    """Give the roster that fits best, with the others."""
    if not read:
        return None
    main = max(read, key=lambda roster: _fit(roster, known)) if known else read[0]
    main.others = [roster for roster in read if roster is not main]
    return main


def _fit(roster: Roster, known: Collection[str]) -> bool:
    """Tell whether a sheet has a known column at all; the first such sheet is the main one."""
    names = {plain_name(name) for name in known}
    return any(
        plain_name(header.path[-1]) in names or meaning_of(header.path[-1]) not in ("", "备注", "序号")
        for header in roster.headers
    )


def _require(roster: Roster | None, path: Path, *, hidden: bool = False) -> Roster:
    if roster is None:
        raise InputError.one(
            "名册里没有表头或没有一行数据" + ("（只有隐藏的工作表）" if hidden else ""),
            "第一行写列名，下面每行一个单位",
            place=Place(file=str(path)),
        )
    return roster


def _read_parts(file: str, table: SheetTable, known: Collection[str]) -> list[Roster]:
    """Read the tables of a sheet, one below the other; a further one begins where a line is another header."""
    made: list[Roster] = []
    start = 0
    while start >= 0:
        roster, start = _read_table(file, table, known, start, len(made) + 1)
        if roster is not None:
            made.append(roster)
    return made


def _read_table(
    file: str, table: SheetTable, known: Collection[str], start: int, part: int
) -> tuple[Roster | None, int]:
    """Read one table of a sheet from line `start` on; gives too where the next begins, -1 for nowhere."""
    lines = (line for line in table.lines() if line[0] >= start)
    first = list(islice(lines, SEARCHED))
    found = find_header(first, table.spans, known)
    if found is None:
        return None, -1
    top, last = found
    name = table.name if part == 1 else f"{table.name or '表'}（第{part}张表）"
    headers = make_headers(first[top : last + 1], table.spans)
    roster = Roster(file, name, headers, [])
    _take_above(roster, first[:top])
    if part == 1 and table.far:
        roster.account.leave_out("表外的格", roster.place(), table.far_words(), count=len(table.far))
        roster.notes.append(Problem(roster.place(), table.far_words(), "不是误填就移到表里"))
    reader = _Body(roster, table, Sorter(headers, table.spans, {plain_name(each) for each in known}))
    if not has_owner(headers):
        reader.owner = next((said for _, cells in reversed(first[:top]) if (said := owner_said(cells))), None)
        reader.looks_for_owners = True
    roster.rows = PackedRows(reader.rows(chain(first[last + 1 :], lines)))
    if any(reader.owners):
        roster.rows = PackedRows(with_owners(roster, reader.owners, roster.rows))
    drop_covered(roster)
    one_problem_a_row(roster)
    reader.tell()
    return (roster if len(roster.rows) else None), reader.following


def _take_above(roster: Roster, lines: Sequence[Line]) -> None:
    """Keep the words above a header; lines that look like a table of their own are told."""
    for number, cells in lines:
        held = [cell for cell in cells if not is_empty(cell)]
        roster.around += [str(cell) for cell in held]
        if len(held) > 2 and any(not isinstance(cell, str) for cell in held):
            place = roster.place(number)
            reason = "在表头上面，没有当作数据"
            roster.account.leave_out("表头上面的行", place, reason)
            roster.notes.append(Problem(place, reason, "另一张表就放到另一个工作表里"))


class _Body:
    """The lines below a header as rows; what is none is noted in the roster."""

    def __init__(self, roster: Roster, table: SheetTable, sorter: Sorter) -> None:
        self.roster, self.table, self.sorter = roster, table, sorter
        self.following = -1
        self._hidden = set(table.hidden_lines)
        self._above: dict[int, Any] = {}
        self._told_hidden: list[int] = []
        self._uncalculated: list[tuple[int, str]] = []
        self._stray: dict[int, list[tuple[int, Any]]] = {}
        self.looks_for_owners = False
        self.owner: tuple[str, str] | None = None
        self.owners: list[tuple[str, str] | None] = []

    def rows(self, body: Iterable[Line]) -> Iterator[Row]:
        """Give the rows."""
        columns = [(header.column, header.name) for header in self.roster.headers]
        named = {column for column, _ in columns}
        fill = _filler(self.table.spans)
        heading = ""
        for number, cells in body:
            if self.looks_for_owners and (said := owner_said(cells)):
                self.owner, heading = said, self._leave_out(HEADING, number, cells, heading)
                fill(number, cells)
                continue
            kind = self.sorter.sort(number, cells)
            if kind == OTHER:
                self.following = number
                return
            if kind:
                heading = self._leave_out(kind, number, cells, heading)
                fill(number, cells)
                continue
            for column, cell in enumerate(cells):
                if column not in named and not is_empty(cell):
                    self._stray.setdefault(column, []).append((number, cell))
            empty = all(is_empty(cells[column]) for column in named if column < len(cells))
            fill(number, cells)
            self._repeat_above(number, cells)
            width = len(cells)
            values = {
                name: cells[column]
                for column, name in columns
                if column < width and cells[column] is not None
            }
            if not values or empty:
                continue
            if number in self._hidden:
                self._told_hidden.append(number)
            for name, value in values.items():
                if type(value) is Fault and value.startswith("="):
                    self._uncalculated.append((number, name))
            self.owners.append(self.owner)
            yield Row(self.roster.sheet, number, values, heading=heading)

    def _repeat_above(self, number: int, cells: list[Any]) -> None:
        """Put in place of 同上 and 〃 what the cell above says; without one above it stays and is told."""
        for column, cell in enumerate(cells):
            if isinstance(cell, str) and len(cell) <= 4 and _DITTO.fullmatch(cell):
                if column in self._above:
                    cells[column] = self._above[column]
                else:
                    reason = f"“{cell}”上面没有内容"
                    self.roster.notes.append(Problem(self.roster.place(number), reason, "写上内容"))
            elif not is_empty(cell):
                self._above[column] = cell

    def _leave_out(self, kind: str, number: int, cells: list[Any], heading: str) -> str:
        """Note a line that is no row; gives the small heading that holds below it."""
        words = [str(cell) for cell in cells if not is_empty(cell)]
        place = self.roster.place(number)
        if kind == REPEATED:
            self.roster.account.leave_out(kind, place, "是重复的表头")
            return heading
        reason = REASONS[kind]
        if kind in (HEADING, OUTSIDE):
            self.roster.around += words
            reason = f"“{words[0][:20]}”{reason}"
        elif kind == NOTHING:
            reason = f"“{words[0][:20]}”{reason}"
        self.roster.account.leave_out(kind, place, reason)
        self.roster.notes.append(Problem(place, reason))
        return words[0] if kind == HEADING else heading

    def tell(self) -> None:
        """Note hidden lines and columns, formulas without results, cells outside the columns."""
        roster, place = self.roster, self.roster.place()
        if self._told_hidden:
            found = f"第{_numbers(self._told_hidden)}行是隐藏的行，也当作数据用了"
            roster.notes.append(Problem(place, found, "不需要就从表里删去"))
        for header in roster.headers:
            if header.column in self.table.hidden_columns:
                found = f"第{column_letters(header.column)}列“{header.name}”是隐藏的列，也读了"
                roster.notes.append(Problem(place, found, "不需要就从表里删去"))
        for name in dict.fromkeys(name for _, name in self._uncalculated):
            rows = [number for number, other in self._uncalculated if other == name]
            found = f"第{_numbers(rows)}行是公式，文件里没有算出的结果"
            roster.notes.append(Problem(roster.place(name=name), found, "用 WPS 或 Excel 打开、保存一次"))
        for column, cells in self._stray.items():
            shown = "、".join(f"“{str(cell)[:12]}”" for _, cell in cells[:3])
            reason = (
                f"第{column_letters(column)}列没有表头，第{_numbers([number for number, _ in cells])}行的"
                f"{shown}{'等' if len(cells) > 3 else ''}没有读"
            )
            roster.account.leave_out("表外的格", place, reason, count=len(cells))
            roster.notes.append(Problem(place, reason, "是数据就给这一列写上列名"))


_DITTO = re.compile(r"[（(]?(?:同上|同前|如上)[）)]?|[〃″“”＂\"]{1,2}|''")


def _filler(spans: Sequence[MergedSpan]) -> Callable[[int, list[Any]], None]:
    """Give a function that fills merged cells downward: `青川县` stands in every row it was merged over."""
    starts: dict[int, list[MergedSpan]] = {}
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
