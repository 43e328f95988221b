"""到会情况: a sign-in list with its marks, counted by unit: 应到 = 实到 + 请假 + 缺席."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from tongzhi.desk.grids import FormGrid, read_grids
from tongzhi.desk.labels import field_of, plain
from tongzhi.desk.people import Reply
from tongzhi.desk.sheets import make_workbook
from tongzhi.errors import InputError, Place, Problem

State = Literal["到会", "迟到", "替会", "请假", "缺席"]
STATES: tuple[State, ...] = ("到会", "迟到", "替会", "请假", "缺席")
HEADINGS = ("到会", "到会情况", "签到", "签到情况", "是否到会", "出席情况", "考勤")
"""What offices call the column with the marks."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One person of the sign-in list and whether he came."""

    unit: str
    name: str
    state: State
    note: str = ""


def render_sign_in_book(people: Iterable[Reply], title: str) -> bytes:
    """Give 签到表.xlsx: everyone who comes, with a drop-down for 到会."""
    rows = [[person.unit, person.name, person.title, ""] for person in people]
    numbered = [[number, *row, ""] for number, row in enumerate(rows, start=1)]
    return make_workbook(
        [("签到表", ["序号", "单位", "姓名", "职务", "到会", "备注"], numbered)],
        title=title,
        widths={"单位": 28, "姓名": 14, "职务": 20, "到会": 10, "备注": 24},
        choices={"到会": STATES},
    )


LEAVE_BOOK = "请假名单.xlsx"
"""Stands beside the sign-in list: those on leave sign nothing, but are counted."""


def render_leave_book(leave: Iterable[Reply]) -> bytes:
    """Give 请假名单.xlsx: who is on leave, to be counted with the sign-in list."""
    rows = [
        [number, one.unit, one.name, one.title, "请假", one.note] for number, one in enumerate(leave, start=1)
    ]
    widths = {"单位": 28, "姓名": 14, "职务": 20, "到会": 10, "备注": 40}
    return make_workbook(
        [("请假名单", ["序号", "单位", "姓名", "职务", "到会", "备注"], rows)],
        title="请假名单",
        widths=widths,
    )


def read_with_leave(path: Path) -> tuple[list[Seen], list[Problem]]:
    """Read a sign-in list, and who is on leave from the list beside it.

    Raises:
        InputError: see `read_sign_in`.
    """
    seen, problems = read_sign_in(path)
    beside = path.with_name(LEAVE_BOOK)
    if beside.is_file() and beside != path:
        known = {(one.unit, one.name) for one in seen}
        for grid in read_grids(beside):
            header = _find_header(grid)
            if header is not None:
                more, faults = _people(grid, *header)
                seen += [one for one in more if (one.unit, one.name) not in known]
                problems += faults
    return seen, problems


def read_sign_in(path: Path) -> tuple[list[Seen], list[Problem]]:
    """Read a sign-in list in whatever file; an empty mark means that nobody came.

    Returns:
        The people in the order of the list, and marks that could not be read.

    Raises:
        InputError: there is no list with 姓名 and 到会 in the file, or no mark in it at all.
    """
    for grid in read_grids(path):
        header = _find_header(grid)
        if header is not None:
            seen, problems = _people(grid, *header)
            if seen and not any(one.state in ("到会", "迟到", "替会") for one in seen):
                raise InputError.one(
                    "“到会”一列没有一个人到会", f"到会的写 {'、'.join(STATES[:3])}", place=grid.place
                )
            if seen:
                return seen, problems
    raise InputError.one("不是签到表", "表头要有 单位、姓名、到会", place=Place(file=str(path)))


def _find_header(grid: FormGrid) -> tuple[int, dict[str, int]] | None:
    for position, (_, cells) in enumerate(grid.rows):
        columns: dict[str, int] = {}
        for column, cell in enumerate(cells):
            label = plain(cell)
            if label in HEADINGS:
                columns.setdefault("mark", column)
            if label not in HEADINGS and (name := field_of(label)) in ("unit", "name", "note"):
                columns.setdefault(name, column)
        if {"name", "mark"} <= set(columns):
            return position, columns
    return None


def _people(grid: FormGrid, header: int, columns: Mapping[str, int]) -> tuple[list[Seen], list[Problem]]:
    seen: list[Seen] = []
    problems: list[Problem] = []
    unit = ""
    for number, cells in grid.rows[header + 1 :]:
        given = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
        name = re.sub(r"[\s　]", "", given["name"])
        unit = given.get("unit") or unit
        if not name or name in ("合计", "小计"):
            continue
        state = _read_mark(given["mark"], given.get("note", ""), name)
        if state is None:
            place = Place(file=grid.place.file, sheet=grid.place.sheet, row=number)
            problems.append(Problem(place, f"“{given['mark']}”看不懂，按缺席计", f"只写 {'、'.join(STATES)}"))
        seen.append(Seen(unit, name, state or "缺席", given.get("note", "")))
    return seen, problems


def _read_mark(mark: str, note: str, name: str) -> State | None:
    """Read 到会, √, a signature; 迟到, 替会, 请假; a blank is 缺席 unless the remark says 请假."""
    text = re.sub(r"[\s　]", "", mark)
    if re.search(r"缺席|未到|没到|旷会|[×✗✘xX]|^否$", text):
        return "缺席"
    if re.search(r"请假|^假", text) or (not text and "请假" in note):
        return "请假"
    if "替" in text or "代会" in text:
        return "替会"
    if "迟到" in text:
        return "迟到"
    if (
        re.search(r"[√✓✔☑]|^(?:已|实)?(?:到|签到|到会|出席|参会)(?:会)?$|^(?:是|1|Y|y)$", text)
        or text == name
    ):
        return "到会"
    return None if text else "缺席"


def count_attendance(seen: Iterable[Seen]) -> list[dict[str, Any]]:
    """Give the row of each unit, in the order of the list; who was absent or on leave stands in 备注."""
    units: dict[str, list[Seen]] = {}
    for one in seen:
        units.setdefault(one.unit, []).append(one)
    rows = []
    for unit, people in units.items():
        counts = {state: sum(one.state == state for one in people) for state in STATES}
        words = [f"{one.name}{one.state}" for one in people if one.state in ("请假", "缺席")]
        rows.append({
            "单位": unit, "应到": len(people), "实到": counts["到会"] + counts["迟到"] + counts["替会"], "请假": counts["请假"],
            "缺席": counts["缺席"], "迟到": counts["迟到"], "替会": counts["替会"], "备注": "、".join(words),
        })  # fmt: skip
    return rows


def attendance_data(seen: Iterable[Seen], meeting: str, held: date | None) -> dict[str, Any]:
    """Give the data of a 到会情况通报."""
    data = {
        "种类": "到会",
        "会议名称": meeting or "待定",
        "会议日期": held.isoformat() if held else "",
        "到会情况": count_attendance(seen),
    }
    return {label: value for label, value in data.items() if value}
