"""A batch on the page: its order from what a job knows, its columns as a person mended them, its run in the background."""

from __future__ import annotations

import json
import os
import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from tongzhi.batch.columns import UNUSED
from tongzhi.batch.maker import Maker
from tongzhi.batch.order import Order, carry_out, plan_roster, recipe_of
from tongzhi.batch.plan import known_names
from tongzhi.check.knowledge import read_house
from tongzhi.errors import InputError, Problem, TongzhiError
from tongzhi.model.shape import shapes
from tongzhi.papers.index import find_type
from tongzhi.read.mappings import extend_mapping, read_mapping
from tongzhi.read.roster import read_roster
from tongzhi.read.validate import layered
from tongzhi.web.profile import load_office
from tongzhi.web.words import plain, say_all, tell
from tongzhi.write.files import write_file

if TYPE_CHECKING:
    from tongzhi.batch.planned import BatchPlan
    from tongzhi.model.base import Document
    from tongzhi.read.rosterrows import Row
    from tongzhi.web.office import Office
    from tongzhi.web.workspace import OfficeWork, Workspace

"""A heading that stands for no field of any type, nor for anything near one."""
SHOWN = 500
"""So many rows are looked through before the run; the run looks at all."""
SAMPLES = 3
"""So many rows show what stands in a column."""
JOIN = " / "
_COLUMNS = Lock()


def make_order(job: OfficeWork, office: Office) -> Order:
    """Give the order of a job.

    Raises:
        InputError: the profile or the type cannot be used.
    """
    state = job.state
    kind = find_type(state["type"])
    profile = load_office(office)
    standard, knowledge = read_house(profile)
    below = layered(kind, state.get("common", {}), profile.defaults(kind) if profile else {})
    return Order(
        kind, job.source, job.out / "文件", below, office=profile, standard=standard, knowledge=knowledge, archive=True, merge=True,
        force=True, check=True, with_empty=bool(state.get("with_empty")), day=office.day(),
    )  # fmt: skip


def plan_batch(job: OfficeWork, order: Order) -> BatchPlan:
    """Read the roster and decide what is made of it; columns that a person has set count as set.

    Raises:
        InputError: the roster is unreadable, or none of its columns fits.
    """
    roster = read_roster(order.roster, None, known=known_names(order.kind))
    cells: dict[str, dict[str, str]] = job.state.get("cells", {})
    if cells:
        roster = replace(
            roster, rows=[_mended(row, cells.get(cell_key(row.sheet, row.number), {})) for row in roster.rows]
        )
    return plan_roster(replace(order, mapping=job.state.get("columns", {})), roster)


OLD_COLUMNS = "列对照.json"
"""Where the page once kept what columns were taken for: key of the type → heading → field. It is read, never written."""


def recall_columns(job: OfficeWork, office: Office, kind: type[Document]) -> dict[str, str]:
    """Give what columns were taken for by hand in earlier batches of the kind, on the page or by `--map`.

    A file that is wrongly written is as good as none here; it is told when something is to be kept in it.
    """
    try:
        known = read_mapping(office.profile, kind.label, office.folder)
    except InputError:
        known = {}
    return {**_old_columns(job, kind), **known}


def _old_columns(job: OfficeWork, kind: type[Document]) -> dict[str, str]:
    try:
        kept = json.loads((job.space.folder / OLD_COLUMNS).read_text(encoding="utf-8"))[kind.key]
        return {str(header): str(field) for header, field in kept.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def keep_columns(job: OfficeWork, office: Office, kind: type[Document], chosen: Mapping[str, str]) -> None:
    """Keep what a person took columns for, for the next roster with such headings.

    Raises:
        InputError: the file that keeps it is wrongly written.
    """
    with _COLUMNS:
        known = {**recall_columns(job, office, kind), **chosen}
        path, data = extend_mapping(office.profile, kind.label, known, office.folder)
        write_file(path, data, force=True)


def shown_columns(job: OfficeWork, order: Order) -> dict[str, str]:
    """Give what each column is taken for as the page shows it; empty when the roster cannot be read."""
    try:
        return {row["header"]: row["field"] for row in column_rows(plan_batch(job, order))}
    except TongzhiError:
        return {}


def cell_key(sheet: str, row: int) -> str:
    """Give the name under which what a person typed into a row is kept."""
    return f"{sheet}|{row}"


def _mended(row: Row, typed: dict[str, str]) -> Row:
    """Give a row with what a person typed on the page; the roster's file stays as it is."""
    if not typed:
        return row
    values = {name: value for name, value in {**row.values, **typed}.items() if value != ""}
    return replace(row, values=values, fault="")


def field_choices(kind: type[Document]) -> list[str]:
    """Give what a column may be taken for: the fields of the type, then those of its list."""
    found = [shape.label for shape in shapes(kind) if shape.kind != "record"]
    rows = next((shape for shape in shapes(kind) if shape.name == kind.rows), None)
    if rows is not None and rows.record is not None:
        found += [f"{rows.label}{JOIN}{inner.label}" for inner in shapes(rows.record)]
    return found


def column_rows(plan: BatchPlan) -> list[dict[str, str]]:
    """Give each column of the roster: its heading, what it was taken for, how sure that is, and a sample of its cells."""
    first = list(islice(iter(plan.roster.rows), SAMPLES))
    rows = []
    for column in plan.columns[plan.roster.sheet]:
        samples = [str(row.values[column.header])[:20] for row in first if column.header in row.values]
        rows.append(
            {
                "header": column.header,
                "field": UNUSED if column.slot is None else column.label.replace(" ", JOIN, 1),
                "how": column.how,
                "sample": "　".join(samples),
            }
        )
    return rows


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with a row of the roster, and where it is mended.

    Attributes:
        key: of the row, as `cell_key` gives it.
        row: its number.
        header: the column to be mended; empty when it is none of the roster's.
        said: what is wrong.
        cells: the row's cells by heading.
        fix: what the cell should be, when only one thing can be meant.
        name: whose row it is.
    """

    key: str
    row: int
    header: str
    said: str
    cells: dict[str, str]
    fix: str = ""
    name: str = ""


@dataclass(slots=True)
class Look:
    """What a first look at a roster found.

    Attributes:
        faults: rows that can't be made yet.
        common: what is wrong with all of them alike, said once.
        warnings: what is merely unusual.
        usable: how many documents can be made.
        total: how many there would be.
        first: the first document, and its file name.
    """

    faults: list[RowFault]
    common: list[str]
    warnings: list[str]
    usable: int
    total: int
    first: Document | None = None
    name: str = ""


def look_through(order: Order, plan: BatchPlan) -> Look:
    """Validate the first rows: what is wrong, how many can be made, the first document and its file name."""
    maker = Maker(recipe_of(order, plan))
    look = Look([], [], [], 0, len(plan.groups))
    faults: list[RowFault] = []
    unusual: list[Problem] = []
    headers = [column.header for column in plan.columns[plan.roster.sheet]]
    for number, work in enumerate(plan.jobs()):
        if number >= SHOWN:
            break
        row = work.rows[0]
        try:
            document, warnings = maker.document(work)
        except TongzhiError as error:
            for problem in error.problems:
                header = _header_of(problem, plan)
                said = tell(
                    problem, "" if header else _ITEM.sub("", problem.place.field or "").replace(" ", JOIN)
                )
                at = next((one for one in work.rows if one.number == problem.place.row), row)
                cells = {name: str(at.values.get(name, "")) for name in headers}
                faults.append(
                    RowFault(
                        cell_key(at.sheet, at.number),
                        at.number,
                        header,
                        said,
                        cells,
                        _fix(cells.get(header, ""), order),
                        work.name,
                    )
                )
            continue
        unusual += warnings
        if document is not None:
            look.usable += 1
            if look.first is None:
                look.first, look.name = document, work.name
    # what no column holds cannot be mended in a row: it is asked for once, for all papers
    look.common = [fault.said for fault in faults if not fault.header]
    look.faults = [fault for fault in faults if fault.header]
    look.common = list(dict.fromkeys(look.common))
    look.warnings = list(
        dict.fromkeys([*say_all(unusual), *say_all(plan.notes)])
    )  # one sentence for what many rows have
    return look


_ITEM = re.compile(r" 第\d+项")


def _header_of(problem: Problem, plan: BatchPlan) -> str:
    """Give the column that a problem is about, by its heading or by the field it was taken for.

    A part of a list that no column holds (交办事项 第1项 事项 beside a column of 责任单位) is mended in none of its other columns.
    """
    words = _ITEM.sub("", problem.place.field or "")
    columns = plan.columns[plan.roster.sheet]
    for column in columns:
        if words and words in (column.header, column.label):
            return str(column.header)
    group, _, inner = words.partition(" ")
    own = [column for column in columns if column.slot and column.label.split(" ")[0] == group]
    if not own or (inner and any(" " in column.label for column in own)):
        return ""
    return str(own[0].header)


def _say_common(problem: Problem, plan: BatchPlan) -> str:
    """Say what no column holds; of a part of a list also which column made the list begin."""
    words = _ITEM.sub("", problem.place.field or "")
    group, _, inner = words.partition(" ")
    beside = next(
        (one for one in plan.columns[plan.roster.sheet] if one.slot and one.label.startswith(f"{group} ")),
        None,
    )
    if inner and beside is not None:
        there, lacks = beside.label.replace(" ", JOIN, 1), words.replace(" ", JOIN, 1)
        return f"“{beside.header}”当作了“{there}”，可没有一列是“{lacks}”：把缺的那一列也选上，或把“{beside.header}”改成别的。"
    return tell(problem, words.replace(" ", JOIN))


_DAY = re.compile(r"(?:(\d{4})[年.\-/])?(\d{1,2})[月.\-/](\d{1,2})[日号]?")


def _fix(value: str, order: Order) -> str:
    """Give what a cell should be when only one thing can be meant: a day without its year, a day that the month has not."""
    found = _DAY.fullmatch(value.strip())
    if found is None:
        return ""
    month, day = int(found[2]), int(found[3])
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return ""
    year = int(found[1] or order.day.year)
    last = monthrange(year, month)[1]
    return f"{year}年{month}月{min(day, last)}日" if found[1] is None or day > last else ""


def take_fixes(job: OfficeWork, faults: Sequence[RowFault], words: str) -> int:
    """Take over every fix that leaves no doubt, as one act; give how many."""

    def change(state: dict[str, Any]) -> None:
        cells = {key: dict(own) for key, own in state.get("cells", {}).items()}
        for fault in faults:
            if fault.fix and fault.header:
                cells.setdefault(fault.key, {})[fault.header] = fault.fix
        state["cells"] = cells

    job.change(change, act=words)
    return sum(bool(fault.fix and fault.header) for fault in faults)


def start(job: OfficeWork, office: Office, workspace: Workspace) -> None:
    """Make the documents in the background; the job's state tells how far it is."""
    workspace.start(partial(_run, job, office, workspace), job.id)


def _run(job: OfficeWork, office: Office, workspace: Workspace) -> None:

    def show(done: int, total: int) -> None:
        workspace.go_on()
        if job.state.get("run", {}).get("stop"):
            raise InputError.one("停下了", "已做好的留着，可以接着做")
        job.change(lambda state: state["run"].update(state="running", done=done, total=total))

    try:
        order = make_order(job, office)
        plan = plan_batch(job, order)
        outcome = carry_out(order, plan, show)
    except TongzhiError as error:
        stopped = bool(job.state.get("run", {}).get("stop"))
        made = sorted(path.name for path in (job.out / "文件").glob("*.docx")) if stopped else []
        job.save(
            run={
                "state": "stopped" if stopped else "failed",
                "done": len(made),
                "total": 0,
                "papers": made,
                "problems": say_all(error.problems),
            }
        )
        job.tell(3, 3, f"停下了，做好 {len(made)} 份" if stopped else "没有做成", ask=True)
        return
    except Exception as error:  # noqa: BLE001  the last net of a thread: the page tells it
        office.note(error)
        job.save(
            run={
                "state": "failed",
                "done": 0,
                "total": 0,
                "problems": ["程序内部出错，没有做完。请连同名册一起反馈。"],
            }
        )
        return
    total = len(outcome.records)
    failed = [
        {
            "name": record.name.removesuffix(".docx"),
            "place": record.place,
            "said": plain(_PLACE.sub(r"\1：", record.message)),
        }
        for record in outcome.records
        if record.state == "失败"
    ]
    made = [record.name for record in outcome.records if record.state == "已生成"]
    job.save(
        run={
            "state": "done",
            "done": total,
            "total": total,
            "made": len(made),
            "failed": outcome.count("失败"),
            "skipped": outcome.count("跳过"),
            "problems": say_all([*outcome.problems, *outcome.stopped]),
            "files": names_of(outcome.files),
            "papers": made,
            "lost": failed,
            "flawed": outcome.flawed,
        }
    )
    lost = outcome.count("失败")
    job.tell(3, 3, f"做好 {len(made)} 份{f'，{lost} 份没做成' if lost else ''}", ask=bool(lost))


_PLACE = re.compile(r"^[^\n：]*第\d+行\s*“([^”\n]+)”：", re.MULTILINE)
"""File, sheet and row before what is wrong: the page tells the row beside it."""


RECENT = 5
"""So many of the papers made last are shown while the others are being made."""


def recent_papers(job: OfficeWork) -> list[str]:
    """Give the names of the papers made last, the newest first."""
    folder = job.out / "文件"
    if not folder.is_dir():
        return []
    times: list[tuple[float, str]] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".docx"):
                with suppress(OSError):  # it is being put in its place just now
                    times.append((entry.stat().st_mtime, entry.name))
    begun = (job.state.get("run") or {}).get("begun", "")
    since = datetime.fromisoformat(begun).timestamp() if begun else 0.0
    return [name.removesuffix(".docx") for at, name in sorted(times, reverse=True)[:RECENT] if at >= since]


def say_progress(run: Mapping[str, Any], now: datetime) -> str:
    """Say how far a run is and, once that can be told, how long it will take."""
    done, total, begun = run.get("done") or 0, run.get("total") or 0, run.get("begun", "")
    if not total:
        return "正在读名册"
    said = f"{done} / {total} 份"
    passed = (now - datetime.fromisoformat(begun)).total_seconds() if begun else 0.0
    if not done or passed < 1 or done >= total:
        return said
    left = max(1, round(passed * (total - done) / done))
    return f"{said}，大约还要 {f'{left} 秒' if left < 100 else f'{round(left / 60)} 分钟'}"


def names_of(files: Sequence[Path]) -> list[str]:
    """Give the names of files."""
    return [path.name for path in files]
