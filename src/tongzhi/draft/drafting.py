"""From a speech and a meeting to the papers that follow: plan, rectification list, minutes, county circulars.

Nothing is invented: a value is the speech's own words (stated, with its span), follows by a rule (derived), comes from the
map of departments (suggested), or reads 待定.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tongzhi.draft.assignment import circular_values, concerns
from tongzhi.draft.material import Material, settle
from tongzhi.draft.minutes import minutes_values
from tongzhi.draft.plan import plan_values
from tongzhi.draft.rectification import rectification_values
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import field_names
from tongzhi.model.task import Task, TaskList
from tongzhi.read.data import Source
from tongzhi.read.validate import validate
from tongzhi.write.names import safe_name

if TYPE_CHECKING:
    from tongzhi.model.base import Document
    from tongzhi.papers.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of the set: the name of its file without ending, its model, what its reader must be told."""

    name: str
    document: Document
    warnings: list[Problem]


def draft_papers(
    material: Material,
    meeting: Meeting,
    counties: Iterable[Mapping[str, Any]] = (),
    *,
    viewpoint: str = "",
    day: date,
    failed: dict[str, list[Problem]] | None = None,
) -> list[Paper]:
    """Draft every paper that follows the meeting.

    Args:
        material: the decoded text and its tasks (extracted, or edited by a person).
        meeting: the meeting.
        counties: one mapping per county, with at least 县区.
        viewpoint: the unit whose tasks come first; the rest is marked 仅供了解.
        day: the day that counts as today.
        failed: takes what is wrong with a county whose circular can't be made; the others are made.

    Raises:
        InputError: the speech holds no task, or a value of the meeting (or, without `failed`, a county) fits no paper.
    """
    if not material.tasks.actions:
        raise InputError.one(
            "讲话里没有刚性任务，没有可生成的文件",
            "核对讲话文件；或先 extract 出清单，补上任务后用 --tasks 交回",
        )
    titles = {title.strip() for task in material.tasks.tasks for title in task.section}
    settled = [
        settle(task, meeting)
        for task in material.tasks.tasks
        if task.is_action or task.text.strip() not in titles  # a heading is spelled out by what follows
    ]
    material = replace(material, tasks=replace(material.tasks, tasks=tuple(settled)))
    actions = list(material.tasks.actions)
    own, others = part_tasks(material.tasks, viewpoint)
    mending = rectification_values(material, meeting, [*own, *others])
    papers = [
        _make("部署方案", "plan", plan_values(material, meeting, own, others), day),
        *([_make("整改清单", "rectification", mending, day)] if mending else []),
        _make("会议纪要", "minutes", minutes_values(material, meeting, [*own, *others]), day),
    ]
    named = [str(row["县区"]) for row in counties]
    for number, row in enumerate(counties, start=1):
        county = str(row["县区"])
        concerned = [task for task in actions if concerns(task, county, named)]
        if concerned:
            data = circular_values(material, meeting, row, concerned)
            wanted = f"{number:03d}-{county}-任务交办通报"
            stem = safe_name(f"{wanted}.docx").removesuffix(".docx")
            try:
                papers.append(_make(f"通报/{stem}", "circular", data, day))
            except InputError as error:
                if failed is None:
                    raise
                failed[county] = error.problems
                continue
            if stem != wanted:
                note = Problem(Place(field="县区"), f"文件名“{wanted}”不能用", f"改成了“{stem}”")
                papers[-1].warnings.append(note)
    return papers


def _make(name: str, key: str, data: dict[str, Any], day: date) -> Paper:
    from tongzhi.papers.index import find_type

    kind = find_type(key)
    names = field_names(kind)
    checked = validate(
        kind, Source({names.get(label, label): value for label, value in data.items()}, {}, name), day
    )
    return Paper(name, checked.document, checked.warnings)


def part_tasks(tasks: TaskList, unit: str) -> tuple[list[Task], list[Task]]:
    """Part tasks into those that fall on `unit` and the rest; without a unit all are its own."""
    if not unit:
        return list(tasks.actions), []
    from tongzhi.extract.viewpoint import for_unit

    parted = for_unit(tasks, unit)
    return list(parted.mine), list(parted.others)


def edited(tasks: TaskList, kept: TaskList) -> TaskList:
    """Give the edited list with what a workbook does not hold (keywords, open items) from the extracted one."""
    return replace(
        kept, keywords=tasks.keywords, open=tasks.open, source=tasks.source, meeting_date=tasks.meeting_date
    )


def paper_files(papers: list[Paper], *, head: Any = "套红", lenient: bool = False) -> dict[str, bytes]:
    """Give the files of the set: each paper as .docx, and beside it its data as .yaml.

    Args:
        papers: the papers.
        head: as in `fill`.
        lenient: drop characters that Word cannot hold.
    """
    from tongzhi.fill import fill
    from tongzhi.render.data import dump_data

    files: dict[str, bytes] = {}
    for paper in papers:
        files[f"{paper.name}.docx"] = fill(paper.document, head=head, lenient=lenient).data
        files[f"{paper.name}.yaml"] = dump_data(paper.document)
    return files


def count_open(papers: list[Paper]) -> tuple[int, int]:
    """Give how many values of the papers read 待定, and how many are suggestions to be confirmed."""
    from tongzhi.model.base import open_values, texts_of
    from tongzhi.model.types import is_open

    pending = sum(is_open(text) for paper in papers for _, text in texts_of(paper.document))
    return pending, sum(len(open_values(paper.document)) for paper in papers)
