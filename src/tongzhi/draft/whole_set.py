"""The whole set of papers as files, from the paths a user gives; shared by `draft`, `demo` and the page."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from tongzhi.draft.drafting import count_open, draft_papers, edited, paper_files
from tongzhi.draft.material import Material
from tongzhi.errors import InputError, Place, Problem
from tongzhi.model.base import field_names
from tongzhi.read.owners import read_owners

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tongzhi.model.task import TaskList
    from tongzhi.papers.meeting import Meeting
    from tongzhi.papers.profile import Profile
    from tongzhi.read.speech import Speech

TASKS = "任务清单.xlsx"


@dataclass(slots=True)
class DraftSet:
    """A set of papers.

    Attributes:
        files: name below the folder → bytes.
        summary: one line per kind of paper.
        warnings: what the user must be told.
        pending: values that read 待定.
        suggested: values that a person must confirm.
        failed: what is wrong with the rows of the roster whose circular was not made.
    """

    files: dict[str, bytes]
    summary: list[str]
    warnings: list[Problem] = field(default_factory=list)
    pending: int = 0
    suggested: int = 0
    failed: list[Problem] = field(default_factory=list)


def make_set(
    speech_path: Path,
    meeting_path: Path,
    *,
    day: date,
    roster: Path | None = None,
    tasks: Path | None = None,
    viewpoint: str = "",
    owners: Path | None = None,
    encoding: str | None = None,
    profile: Path | None = None,
    lenient: bool = False,
) -> DraftSet:
    """Read speech, meeting and roster and make every paper that follows.

    Raises:
        InputError: one of the files or every row of the roster cannot be used, or the speech holds no task.
    """
    from tongzhi.read.profile import load_profile
    from tongzhi.read.speech import read_speech
    from tongzhi.render.tasklist import render_tasks

    office = load_profile(profile)
    meeting, warnings = _read_meeting(meeting_path, office, day)
    speech = read_speech(speech_path, encoding, allow_secret=bool(office and office.secret_machine))
    extracted = _extract(speech, meeting, owners, office)
    listed = edited(extracted, _read_tasks(tasks)) if tasks else extracted
    counties = _counties(roster, meeting, warnings)
    material = Material(speech.text, listed, speech.file)
    wrong: dict[str, list[Problem]] = {}
    papers = draft_papers(
        material,
        meeting,
        counties.rows,
        viewpoint=viewpoint or meeting.viewpoint,
        day=day,
        failed=None if roster is None else wrong,
    )
    failed = [*counties.failed, *counties.placed(wrong)]
    if wrong and len(wrong) == len(counties.rows):
        raise InputError(failed)
    files = {TASKS: render_tasks(listed, "xlsx", requirements=True), **paper_files(papers, lenient=lenient)}
    pending, suggested = count_open(papers)
    circulars = sum(paper.document.key == "circular" for paper in papers)
    summary = [f"{TASKS}：{len(listed.actions)} 项任务，{len(listed.requirements)} 条原则要求"]
    summary += [f"{paper.name}.docx" for paper in papers if paper.document.key != "circular"]
    if circulars:
        summary.append(f"通报：{circulars} 份交办通报，一县一份")
    for item in listed.open:
        if item.kind == "withdrawn":
            found, instead = f"“{item.text.strip()}”讲话里已收回", "没有列入；仍要办的，在任务清单里补一行"
        else:
            found, instead = f"“{item.text}”讲话里没有展开", "需附原文，程序不补"
        warnings.append(Problem(Place(file=speech.file), found, instead))
    for paper in papers:
        warnings += [note for note in paper.warnings if _tells_more(note) and note not in warnings]
    return DraftSet(files, summary, warnings, pending, suggested, failed)


def _tells_more(note: Problem) -> bool:
    """Tell whether a warning says more than that values are open or covered, which the summary counts."""
    return not note.found.startswith(("未定事项", "有遮盖的文字")) and "应查" not in note.found


def _read_meeting(path: Path, office: Any, day: date) -> tuple[Meeting, list[Problem]]:
    from tongzhi.papers.meeting import Meeting
    from tongzhi.read.paper import load_paper

    checked = load_paper(Meeting, path, office, day)
    return checked.document, list(checked.warnings)


def _extract(speech: Speech, meeting: Meeting, owners: Path | None, office: Profile | None) -> TaskList:
    from datetime import datetime

    from tongzhi.extract.speech import list_tasks

    held = meeting.start.date() if isinstance(meeting.start, datetime) else None
    mapped = read_owners(owners) if owners is not None else None
    return list_tasks(speech, meeting_date=held, owners=mapped, profile=office)


def _read_tasks(path: Path) -> TaskList:
    from tongzhi.read.tasklist import read_tasklist

    return read_tasklist(path)


@dataclass(slots=True)
class _Counties:
    """One mapping per county, where each stands, and what is wrong with rows that are not used."""

    rows: list[dict[str, Any]]
    places: dict[str, Place] = field(default_factory=dict)
    failed: list[Problem] = field(default_factory=list)

    def placed(self, wrong: dict[str, list[Problem]]) -> list[Problem]:
        """Give the problems of counties at their rows."""
        return [
            replace(problem, place=replace(self.places[county], field=problem.place.field))
            for county, problems in wrong.items()
            for problem in problems
        ]


def _counties(roster: Path | None, meeting: Meeting, warnings: list[Problem]) -> _Counties:
    """Give one mapping per county: from the roster, else from the meeting's own list."""
    if roster is None:
        return _Counties([{"县区": county} for county in meeting.counties])
    from tongzhi.papers.circular import Circular
    from tongzhi.read.roster import read_roster
    from tongzhi.read.tables import Fault

    names = field_names(Circular)
    read = read_roster(roster, known=[*names])
    warnings += read.notes
    rows: dict[str, dict[str, Any]] = {}
    places: dict[str, Place] = {}
    failed: list[Problem] = []
    for row in read.rows:
        bad = next(
            (header for header, value in row.values.items() if header in names and type(value) is Fault), None
        )
        county = next((value for header, value in row.values.items() if names.get(header) == "county"), None)
        if bad is not None:
            found, instead = f"是出错的单元格 {row.values[bad]}", "改正公式，或直接写值"
            failed.append(Problem(read.place(row.number, bad), found, instead))
        elif row.fault or county is None or not str(county).strip():
            failed.append(
                Problem(read.place(row.number, "县区"), row.fault or "这一行没有县区", "补上，或删去空行")
            )
        else:
            name = str(county).strip()
            rows.setdefault(name, {**row.values, "县区": name})
            places.setdefault(name, read.place(row.number, "县区"))
    if not rows:
        raise InputError.one("名册里没有可用的县区", "要有一列 县区", place=Place(file=str(roster)))
    return _Counties(list(rows.values()), places, failed)
