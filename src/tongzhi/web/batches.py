"""A batch on the page: its order from what a job knows, its columns as a person mended them, its run in the background."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.errors import TongzhiError
from tongzhi.web.words import say_all

if TYPE_CHECKING:
    from tongzhi.batch.order import Order
    from tongzhi.batch.plan import Plan
    from tongzhi.model.base import Document
    from tongzhi.web.app import Office
    from tongzhi.web.workspace import Job, Workspace

UNUSED = "不用"
_NO_FIELD = "x"
"""A heading that stands for no field of any type, nor for anything near one."""
SHOWN = 500
"""So many rows are looked through before the run; the run looks at all."""
JOIN = " / "


def make_order(job: Job, office: Office) -> Order:
    """Give the order of a job.

    Raises:
        InputError: the profile or the type cannot be used.
    """
    from tongzhi.batch.order import Order
    from tongzhi.check.knowledge import read_house
    from tongzhi.papers.index import find_type
    from tongzhi.read.validate import layered
    from tongzhi.web.profile import load_office

    state = job.state
    kind = find_type(state["type"])
    profile = load_office(office)
    standard, knowledge = read_house(profile)
    below = layered(kind, state.get("common", {}), profile.defaults(kind) if profile else {})
    return Order(
        kind, job.source, job.out / "文件", below, office=profile, standard=standard, knowledge=knowledge, archive=True, merge=True,
        force=True, with_empty=bool(state.get("with_empty")), day=office.day(),
    )  # fmt: skip


def plan_batch(job: Job, order: Order) -> Plan:
    """Read the roster and decide what is made of it; columns that a person has set count as set.

    Raises:
        InputError: the roster is unreadable, or none of its columns fits.
    """
    from tongzhi.batch.order import plan_roster
    from tongzhi.batch.plan import known_names
    from tongzhi.read.roster import read_roster

    roster = read_roster(order.roster, None, known=known_names(order.kind))
    chosen: dict[str, str] = job.state.get("columns", {})
    if chosen:
        headers = [
            replace(header, path=_path(chosen[header.name])) if header.name in chosen else header
            for header in roster.headers
        ]
        roster = replace(roster, headers=headers)
    return plan_roster(order, roster)


def _path(field: str) -> tuple[str, ...]:
    return (_NO_FIELD,) if field == UNUSED else tuple(field.split(JOIN))


def field_choices(kind: type[Document]) -> list[str]:
    """Give what a column may be taken for: the fields of the type, then those of its list."""
    from tongzhi.model.shape import shapes

    found = [shape.label for shape in shapes(kind) if shape.kind != "record"]
    rows = next((shape for shape in shapes(kind) if shape.name == kind.rows), None)
    if rows is not None and rows.record is not None:
        found += [f"{rows.label}{JOIN}{inner.label}" for inner in shapes(rows.record)]
    return found


def column_rows(plan: Plan) -> list[dict[str, str]]:
    """Give each column of the roster: its heading, what it was taken for, how sure that is, and a sample of its cells."""
    first = next(iter(plan.roster.rows), None)
    rows = []
    for column in plan.columns[plan.roster.sheet]:
        sample = first.values.get(column.header) if first is not None else None
        rows.append(
            {
                "header": column.header,
                "field": UNUSED if column.slot is None else column.label.replace(" ", JOIN, 1),
                "how": column.how,
                "sample": "" if sample is None else str(sample)[:40],
            }
        )
    return rows


def look_through(order: Order, plan: Plan) -> tuple[list[str], int, Document | None, str]:
    """Validate the first rows: what is wrong, how many can be made, the first document and its file name."""
    from tongzhi.batch.maker import Maker
    from tongzhi.batch.order import recipe_of

    maker = Maker(recipe_of(order, plan))
    problems: list[str] = []
    usable, first, name = 0, None, ""
    for number, work in enumerate(plan.jobs()):
        if number >= SHOWN:
            break
        try:
            document, _ = maker.document(work)
        except TongzhiError as error:
            problems += say_all(error.problems)
            continue
        if document is not None:
            usable += 1
            if first is None:
                first, name = document, work.name
    return problems, usable, first, name


def start(job: Job, office: Office, workspace: Workspace) -> None:
    """Make the documents in the background; the job's state tells how far it is."""
    workspace.start(partial(_run, job, office, workspace))


def _run(job: Job, office: Office, workspace: Workspace) -> None:
    from tongzhi.batch.order import carry_out

    def show(done: int, total: int) -> None:
        workspace.go_on()
        job.save(run={"state": "running", "done": done, "total": total})

    try:
        order = make_order(job, office)
        plan = plan_batch(job, order)
        outcome = carry_out(order, plan, show)
    except TongzhiError as error:
        job.save(run={"state": "failed", "done": 0, "total": 0, "problems": say_all(error.problems)})
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
        }
    )


def names_of(files: Sequence[Path]) -> list[str]:
    """Give the names of files."""
    return [path.name for path in files]
