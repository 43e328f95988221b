"""From a speech and a meeting to the papers that follow: plan, list, minutes, county circulars.

Nothing is invented: a value is the speech's own words (stated, with its span), follows by a rule (derived), comes from the
map of departments (suggested), or is left out and stands on the sheet of decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from tongzhi.check.silence import settle_rules
from tongzhi.draft.assignment import circular_values, share_of
from tongzhi.draft.material import Material
from tongzhi.draft.minutes import minutes_values
from tongzhi.draft.plan import Outline, make_outline, plan_values
from tongzhi.draft.rectification import rectification_values
from tongzhi.errors import InputError, Place, Problem
from tongzhi.extract.viewpoint import for_unit
from tongzhi.fill import fill
from tongzhi.model.base import field_names, open_values, texts_of
from tongzhi.model.task import TaskList
from tongzhi.model.types import is_open
from tongzhi.papers.index import find_type
from tongzhi.read.data import Source
from tongzhi.read.validate import validate
from tongzhi.render.data import dump_data
from tongzhi.write.names import safe_name

if TYPE_CHECKING:
    from tongzhi.model.base import Document
    from tongzhi.papers.meeting import Meeting


@dataclass(frozen=True, slots=True)
class DraftPaper:
    """One paper of the set: the name of its file without ending, its model, what its reader must be told."""

    name: str
    document: Document
    warnings: list[Problem]


@dataclass(slots=True)
class Papers:
    """The papers of a speech, and the outline that they were all made from."""

    outline: Outline
    papers: list[DraftPaper] = field(default_factory=list)


def draft_papers(
    material: Material,
    meeting: Meeting,
    counties: Iterable[Mapping[str, Any]] = (),
    *,
    viewpoint: str = "",
    day: date,
    failed: dict[str, list[Problem]] | None = None,
) -> Papers:
    """Draft every paper that follows the meeting.

    Args:
        material: the decoded text, its tasks (extracted, or edited by a person), what people have decided.
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
    outline = make_outline(material, meeting)
    own = own_tasks(material.tasks, viewpoint)
    listed = rectification_values(outline, material, meeting)
    found = Papers(outline)
    found.papers.append(make_paper("部署方案", "plan", plan_values(outline, material, meeting, own), day))
    if listed:
        name = "整改清单" if listed.get("存量问题") else "排查任务清单"
        found.papers.append(make_paper(name, "rectification", listed, day))
    found.papers.append(make_paper("会议纪要", "minutes", minutes_values(outline, material, meeting), day))
    rows = list(counties)
    named = [str(row["县区"]) for row in rows]
    for number, row in enumerate(rows, start=1):
        county = str(row["县区"])
        share = share_of(outline, county, named)
        if share.is_empty:
            continue
        data = circular_values(outline, material, meeting, row, share)
        wanted = f"{number:03d}-{county}-任务交办通报".replace("*", "＊")
        stem = safe_name(f"{wanted}.docx").removesuffix(".docx")
        try:
            found.papers.append(make_paper(f"通报/{stem}", "circular", data, day))
        except InputError as error:
            if failed is None:
                raise
            failed[county] = error.problems
            continue
        if stem != wanted:
            note = Problem(Place(field="县区"), f"文件名“{wanted}”不能用", f"改成了“{stem}”")
            found.papers[-1].warnings.append(note)
    settle_rules(meeting.silenced)
    for paper in found.papers:
        paper.document.silence(meeting.silenced)
    return found


def make_paper(name: str, key: str, data: dict[str, Any], day: date) -> DraftPaper:
    """Give a paper of the set from its values.

    Raises:
        InputError: a value fits no paper.
    """
    kind = find_type(key)
    names = field_names(kind)
    checked = validate(
        kind, Source({names.get(label, label): value for label, value in data.items()}, {}, name), day
    )
    return DraftPaper(name, checked.document, checked.warnings)


def own_tasks(tasks: TaskList, unit: str) -> frozenset[str] | None:
    """Give the ids of the tasks that fall on `unit`; `None` without a unit: all are its own."""
    if not unit:
        return None

    return frozenset(task.id for task in for_unit(tasks, unit).mine)


def edited(tasks: TaskList, kept: TaskList) -> TaskList:
    """Give the edited list with what a workbook does not hold (keywords, open items) from the extracted one."""
    return replace(
        kept, keywords=tasks.keywords, open=tasks.open, source=tasks.source, meeting_date=tasks.meeting_date
    )


def paper_files(
    papers: Iterable[DraftPaper], *, head: Any = "套红", lenient: bool = False
) -> dict[str, bytes]:
    """Give the files of the set: each paper as .docx, and beside it its data as .yaml.

    Args:
        papers: the papers.
        head: as in `fill`.
        lenient: drop characters that Word cannot hold.
    """
    files: dict[str, bytes] = {}
    for paper in papers:
        files[f"{paper.name}.docx"] = fill(paper.document, head=head, lenient=lenient).data
        files[f"{paper.name}.yaml"] = dump_data(paper.document)
    return files


def count_open(papers: Iterable[DraftPaper]) -> tuple[int, int]:
    """Give how many values of the papers read 待定, and how many are suggestions to be confirmed."""
    made = list(papers)
    pending = sum(is_open(text) for paper in made for _, text in texts_of(paper.document))
    return pending, sum(len(open_values(paper.document)) for paper in made)
