"""任务反馈表: the task table parted into one workbook a unit, and the returned ones put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.desk.grids import FormGrid, read_all
from tongzhi.desk.labels import plain
from tongzhi.desk.sheets import make_workbook
from tongzhi.errors import Place, Problem
from tongzhi.model.official import split_units
from tongzhi.model.task import TaskList
from tongzhi.write.names import DistinctNames, safe_name

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile

OPEN = "待定"
STATES = ("未启动", "推进中", "已完成", "逾期")
GIVEN = ("任务编号", "任务", "完成时限")
ASKED = ("状态", "进展情况", "完成日期", "存在问题", "填报人", "联系电话")
WIDTHS = {
    "任务": 60,
    "进展情况": 40,
    "存在问题": 30,
    "完成时限": 14,
    "完成日期": 14,
    "联系电话": 16,
    "单位": 24,
    "来源": 30,
    "情况": 60,
}


@dataclass(frozen=True, slots=True)
class FeedbackItem:
    """One task of one unit."""

    id: str
    unit: str
    task: str
    due: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit returned for one task."""

    item: FeedbackItem
    state: str = ""
    progress: str = ""
    done_on: str = ""
    problem: str = ""
    filled_by: str = ""
    phone: str = ""
    place: Place = field(default_factory=Place)
    at: float = 0.0

    @property
    def is_empty(self) -> bool:
        """Tell whether the unit wrote nothing."""
        return not (self.state or self.progress or self.done_on or self.problem)


@dataclass(slots=True)
class Returned:
    """The outcome: one answer a task (`None` where nothing came), silent units, log and problems."""

    answers: list[tuple[FeedbackItem, Answer | None]]
    silent: list[str]
    log: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def items_of(tasks: TaskList) -> list[FeedbackItem]:
    """Give the tasks by unit, part by part; a part with several owners goes to each; without one it is 待定."""
    items = []
    for task in tasks.lines():
        units = [name for owner in task.owners for name in (owner.names or (owner.text,)) if name]
        due = task.due
        words = due.date.isoformat() if due and due.date else (due.text if due else OPEN)
        items += [FeedbackItem(task.id, unit, task.text, words) for unit in dict.fromkeys(units or [OPEN])]
    return items


def items_of_plan(rows: Iterable[object]) -> list[FeedbackItem]:
    """Give the rows of a plan's 重点任务 by unit: the leading one and those that support it."""
    items = []
    for number, row in enumerate(rows, start=1):
        lead, support = str(getattr(row, "lead", "")), getattr(row, "support", [])
        due = getattr(row, "due", "")
        for unit in dict.fromkeys([*split_units(lead), *support] or [OPEN]):
            name = str(getattr(row, "task_id", "") or number)
            items.append(
                FeedbackItem(
                    name,
                    unit,
                    str(getattr(row, "task", "")),
                    due.isoformat() if isinstance(due, date) else str(due),
                )
            )
    return items


def split_items(items: list[FeedbackItem]) -> dict[str, bytes]:
    """Give one workbook a unit: name of the unit → bytes."""
    units: dict[str, list[FeedbackItem]] = {}
    for item in items:
        units.setdefault(item.unit, []).append(item)
    return {unit: _form(unit, mine) for unit, mine in units.items()}


def part_by_list(
    items: Iterable[FeedbackItem], office: Profile | None
) -> tuple[list[FeedbackItem], list[FeedbackItem]]:
    """Part the tasks into those of units in the address list, under their full names, and all others.

    Without an address list every unit that is named counts; 待定 never does.
    """
    known: dict[str, str] = {}
    for unit in office.units if office is not None else ():
        for name in (unit.name, unit.short):
            if name:
                known.setdefault(name, unit.name)
    listed, others = list[FeedbackItem](), list[FeedbackItem]()
    for item in items:
        full = known.get(item.unit) if known else (item.unit if item.unit != OPEN else None)
        if full:
            listed.append(replace(item, unit=full))
        else:
            others.append(item)
    return listed, others


UNSETTLED = "待定责任单位.xlsx"


def render_unsettled(items: Sequence[FeedbackItem]) -> bytes:
    """Give the tasks without a unit of the list, a line each: who was named, and room for who it is to be."""
    rows = [[item.id, item.unit, item.task, item.due, ""] for item in items]
    headings = ("任务编号", "写的单位", "任务", "完成时限", "责任单位")
    return make_workbook([("待定责任单位", headings, rows)], widths=WIDTHS)


def form_files(forms: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give the workbooks under file names that differ from each other."""
    names = DistinctNames()
    return {names.take(safe_name(f"任务反馈表-{unit}.xlsx")): data for unit, data in forms.items()}


def _form(unit: str, items: list[FeedbackItem]) -> bytes:
    rows = [[item.id, item.task, item.due, "", "", "", "", "", ""] for item in items]
    head = f"任务反馈表（单位：{unit}；状态填 {'、'.join(STATES)}）"
    sheets = [("任务反馈表", [*GIVEN, *ASKED], rows)]
    return make_workbook(sheets, title=head, widths=WIDTHS, choices={"状态": STATES}, given=GIVEN)


def merge_returns(paths: list[Path], items: list[FeedbackItem]) -> Returned:
    """Read returned forms; a later return of one unit's task replaces an earlier one, with a log."""
    grids, problems = read_all(paths)
    returned = Returned([], [], problems=problems)
    known = {(item.unit, item.id): item for item in items}
    latest: dict[tuple[str, str], Answer] = {}
    for path, grid in grids:
        if grid.far:
            returned.problems.append(Problem(grid.place, grid.far, "不是误填就移到表里"))
        found = _answers(path, grid, known, returned)
        for answer in found:
            key = (answer.item.unit, answer.item.id)
            if key in latest:
                first, answer = sorted((latest[key], answer), key=lambda one: one.at)  # noqa: PLW2901  the later one stands
                returned.log.append(
                    f"{key[0]} 任务{key[1]}：以“{answer.place.file}”为准，替换“{first.place.file}”"
                )
            latest[key] = answer
    returned.answers = [(item, latest.get((item.unit, item.id))) for item in items]
    heard = {unit for unit, _ in latest}
    returned.silent = [unit for unit in dict.fromkeys(item.unit for item in items) if unit not in heard]
    return returned


def _answers(
    path: Path, grid: FormGrid, known: dict[tuple[str, str], FeedbackItem], returned: Returned
) -> list[Answer]:
    header = next(
        (p for p, (_, cells) in enumerate(grid.rows) if {"任务编号", "状态"} <= {plain(c) for c in cells}),
        None,
    )
    if header is None:
        returned.problems.append(Problem(grid.place, "不是任务反馈表", "表头要有 任务编号 和 状态"))
        return []
    columns = {plain(cell): position for position, cell in enumerate(grid.rows[header][1]) if cell}
    unit = _unit(path, grid, header, known)
    added = [label for label in columns if label not in {*GIVEN, *ASKED}]
    answers = []
    for number, cells in grid.rows[header + 1 :]:
        values = {label: cells[at] if at < len(cells) else "" for label, at in columns.items()}
        place = Place(file=grid.place.file, sheet=grid.place.sheet, row=number)
        item = known.get((unit, values.get("任务编号", "")))
        if item is None:
            if any(values.values()):
                returned.problems.append(_strange_row(place, unit, values.get("任务编号", "")))
            continue
        answer = Answer(
            item, values.get("状态", ""), values.get("进展情况", ""), values.get("完成日期", ""), values.get("存在问题", ""),
            values.get("填报人", ""), values.get("联系电话", ""), place, path.stat().st_mtime,
        )  # fmt: skip
        returned.problems += [
            Problem(
                place, f"多出的一列“{label}”里写着“{values[label][:40]}”，没有收", "写进 进展情况 或 存在问题"
            )
            for label in added
            if values[label]
        ]
        if answer.is_empty:
            continue
        if answer.state not in STATES:
            returned.problems.append(
                Problem(place, f"状态“{answer.state}”不能用", f"只写 {'、'.join(STATES)}")
            )
        answers.append(answer)
    return answers


def _strange_row(place: Place, unit: str, number: str) -> Problem:
    if number:
        return Problem(place, f"{unit or '单位不明'}没有任务“{number}”", "核对任务编号")
    return Problem(place, "这一行写了内容，没有任务编号", "补上任务编号；不是分到的任务，另行报送")


def _unit(path: Path, grid: FormGrid, header: int, known: dict[tuple[str, str], FeedbackItem]) -> str:
    units = sorted({unit for unit, _ in known}, key=len, reverse=True)
    above = "".join(cell for _, cells in grid.rows[:header] for cell in cells)
    return next((unit for unit in units if f"单位：{unit}；" in above), "") or next(
        (u for u in units if u in above or u in path.stem), ""
    )


def render_returns(returned: Returned, day: date | None = None) -> bytes:
    """Give 反馈汇总.xlsx: every task with its answer, silent units, counts by unit, the log."""
    rows = []
    for number, (item, answer) in enumerate(returned.answers, start=1):
        said = answer or Answer(item, state="未反馈")
        rows.append(
            [number, item.unit, item.id, item.task, item.due, said.state, said.progress, said.done_on, said.problem, said.filled_by,
             said.phone, str(said.place)]
        )  # fmt: skip
    counts = progress_by_unit(returned, day)
    return make_workbook(
        [
            ("反馈汇总", ["序号", "单位", *GIVEN, *ASKED, "来源"], rows),
            (
                "各单位进展",
                ["单位", "任务数", "已完成", "推进中", "逾期", "未反馈"],
                [list(row.values()) for row in counts],
            ),
            ("未反馈单位", ["序号", "单位"], [[n, unit] for n, unit in enumerate(returned.silent, 1)]),
            ("替换记录", ["序号", "情况"], [[n, line] for n, line in enumerate(returned.log, 1)]),
            ("待处理", ["序号", "情况"], [[n, str(p)] for n, p in enumerate(returned.problems, 1)]),
        ],
        title="任务反馈汇总",
        widths=WIDTHS,
    )


def _state(item: FeedbackItem, answer: Answer | None, day: date | None) -> str:
    if answer is None:
        return "未反馈"
    if answer.state in ("已完成", "逾期"):
        return answer.state
    is_late = bool(day and re.fullmatch(r"\d{4}-\d\d-\d\d", item.due) and item.due < day.isoformat())
    return "逾期" if is_late else "推进中"


def progress_by_unit(returned: Returned, day: date | None = None) -> list[dict[str, str | int]]:
    """Give for each unit the row of a 进展通报; what is not done by `day` though due before it counts as late."""
    units: dict[str, dict[str, str | int]] = {}
    for item, answer in returned.answers:
        row = units.setdefault(
            item.unit, {"单位": item.unit, "任务数": 0, "已完成": 0, "推进中": 0, "逾期": 0, "未反馈": 0}
        )
        row["任务数"] = int(row["任务数"]) + 1
        state = _state(item, answer, day)
        row[state] = int(row[state]) + 1
    return list(units.values())
