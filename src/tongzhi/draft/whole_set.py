"""The whole set of papers as files, from the paths a user gives; shared by `draft`, `demo` and the page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tongzhi.draft.decided import apply_answers, settled_meeting
from tongzhi.draft.decisions import Decision, find_decisions
from tongzhi.draft.drafting import DraftPaper, count_open, draft_papers, edited, paper_files
from tongzhi.draft.material import Material
from tongzhi.draft.names import SHEET, TASKS
from tongzhi.draft.sheet import read_answers, write_sheet
from tongzhi.errors import InputError, Place, Problem
from tongzhi.extract.speech import list_tasks
from tongzhi.model.base import field_names
from tongzhi.papers.circular import Circular
from tongzhi.papers.meeting import Meeting
from tongzhi.read.meanings import meaning_of_path
from tongzhi.read.owners import read_owners
from tongzhi.read.paper import load_paper
from tongzhi.read.profile import load_profile
from tongzhi.read.roster import read_roster
from tongzhi.read.speech import read_speech
from tongzhi.read.tables import Fault
from tongzhi.read.tasklist import read_tasklist
from tongzhi.render.tasklist import render_tasks

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from tongzhi.model.task import TaskList
    from tongzhi.papers.profile import Profile
    from tongzhi.read.speech import Speech


@dataclass(frozen=True, slots=True)
class Given:
    """What a set of papers is made from; models only.

    Attributes:
        text: the decoded speech.
        tasks: its tasks, extracted, or edited by a person.
        meeting: the meeting.
        day: the day that counts as today.
        file: name of the speech's file.
        counties: one mapping per county, with at least 县区.
        viewpoint: the unit whose tasks come first.
        answers: what people have decided: key of the decision → answer.
        lenient: drop characters that Word cannot hold.
    """

    text: str
    tasks: TaskList
    meeting: Meeting
    day: date
    file: str = ""
    counties: tuple[Mapping[str, Any], ...] = ()
    viewpoint: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)
    lenient: bool = False


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
        given: what the set was made from.
        papers: the papers as models.
        decisions: what people must decide.
    """

    files: dict[str, bytes]
    summary: list[str]
    given: Given
    warnings: list[Problem] = field(default_factory=list)
    pending: int = 0
    suggested: int = 0
    failed: list[Problem] = field(default_factory=list)
    papers: list[DraftPaper] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)


def draft_set(given: Given, *, failed: dict[str, list[Problem]] | None = None) -> DraftSet:
    """Make every paper that follows a meeting, from models.

    Args:
        given: the speech, its tasks, the meeting, the counties, what was decided.
        failed: takes what is wrong with a county whose circular can't be made; the others are made.

    Raises:
        InputError: the speech holds no task, or a value fits no paper.
    """
    material = Material(given.text, given.tasks, given.file, given.answers)
    meeting = settled_meeting(given.meeting, given.answers)
    made = draft_papers(
        material, meeting, given.counties, viewpoint=given.viewpoint, day=given.day, failed=failed
    )
    asked = find_decisions(made, material, meeting, given.counties)
    apply_answers(made.papers, given.answers, made.outline.ground.day)
    files = {
        TASKS: render_tasks(given.tasks, "xlsx", requirements=True),
        SHEET: write_sheet(asked, meeting, given.answers),
        **paper_files(made.papers, lenient=given.lenient),
    }
    pending, suggested = count_open(made.papers)
    circulars = sum(paper.document.key == "circular" for paper in made.papers)
    summary = [f"{TASKS}：{len(given.tasks.actions)} 项任务，{len(given.tasks.requirements)} 条原则要求"]
    summary += [f"{paper.name}.docx" for paper in made.papers if paper.document.key != "circular"]
    if circulars:
        summary.append(f"通报：{circulars} 份交办通报，一县一份")
    first = sum(one.must for one in asked if not one.answer)
    waiting = sum(not one.answer for one in asked)
    summary.append(f"{SHEET}：{waiting} 件要人定" + (f"，其中 {first} 件（★）不定不能发" if first else ""))
    warnings: list[Problem] = []
    for paper in made.papers:
        warnings += [note for note in paper.warnings if _tells_more(note) and note not in warnings]
    return DraftSet(files, summary, given, warnings, pending, suggested, [], made.papers, asked)


def decisions(made: DraftSet) -> list[Decision]:
    """Give what people must decide before the papers of a set go out, the urgent ones first."""
    return list(made.decisions)


def settle(made: DraftSet, answers: Mapping[str, str]) -> DraftSet:
    """Make the set anew with what people have decided: key of the decision → answer.

    Raises:
        InputError: an answer can't be understood.
    """
    return draft_set(replace(made.given, answers={**made.given.answers, **answers}))


def make_set(
    speech_path: Path,
    meeting_path: Path,
    *,
    day: date,
    roster: Path | None = None,
    tasks: Path | None = None,
    decided: Path | None = None,
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
    office = load_profile(profile)
    meeting, warnings = _read_meeting(meeting_path, office, day)
    warnings = [*(office.faults if office else ()), *warnings]
    speech = read_speech(speech_path, encoding, allow_secret=bool(office and office.secret_machine))
    if (tidied := tidied_text(speech.text)) is not None:
        speech = replace(speech, text=tidied, cues=())
    extracted = _extract(speech, meeting, owners, office)
    listed = edited(extracted, _read_tasks(tasks)) if tasks else extracted
    counties = counties_of(roster, meeting, warnings)
    given = Given(
        speech.text,
        listed,
        meeting,
        day,
        file=speech.file,
        counties=tuple(counties.rows),
        viewpoint=viewpoint or meeting.viewpoint,
        answers=read_answers(decided) if decided else {},
        lenient=lenient,
    )
    wrong: dict[str, list[Problem]] = {}
    made = draft_set(given, failed=None if roster is None else wrong)
    made.failed = [*counties.failed, *counties.placed(wrong)]
    if wrong and len(wrong) == len(counties.rows):
        raise InputError(made.failed)
    made.warnings = [*warnings, *made.warnings]
    return made


_PAIR = re.compile(r"(?ms)^原：.*?\n整：(?P<tidied>.*?)(?=\n\s*\n原：|\n原：|\s*\Z)")
_UNSURE = re.compile(r"〔[?？]〕")


def tidied_text(text: str) -> str | None:
    """Give the tidied side of what `tidy` wrote, where raw and tidied lines stand in pairs; `None` for any other text."""
    if not text.lstrip("\ufeff").startswith("录音整理稿"):
        return None
    lines = [found["tidied"] for found in _PAIR.finditer(text.replace("\r\n", "\n"))]
    if not lines:
        return None
    joined = "".join(line if line.endswith(("，", "、")) else f"{line}\n" for line in lines)
    return "根据录音整理，未经本人审阅\n" + _UNSURE.sub("", joined)


def _tells_more(note: Problem) -> bool:
    """Tell whether a warning says more than that values are open or covered, which the summary counts."""
    return not note.found.startswith(("未定事项", "有遮盖的文字")) and "应查" not in note.found


def _read_meeting(path: Path, office: Any, day: date) -> tuple[Meeting, list[Problem]]:

    checked = load_paper(Meeting, path, office, day)
    return checked.document, list(checked.warnings)


def _extract(speech: Speech, meeting: Meeting, owners: Path | None, office: Profile | None) -> TaskList:

    held = meeting.start.date() if isinstance(meeting.start, datetime) else None
    mapped = read_owners(owners) if owners is not None else None
    return list_tasks(speech, meeting_date=held, owners=mapped, profile=office)


def _read_tasks(path: Path) -> TaskList:

    return read_tasklist(path)


@dataclass(slots=True)
class Counties:
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


def counties_of(roster: Path | None, meeting: Meeting, warnings: list[Problem]) -> Counties:
    """Give one mapping per county: from the roster, else from the meeting's own list."""
    if roster is None:
        return Counties([{"县区": county} for county in meeting.counties])

    names = field_names(Circular)
    read = read_roster(roster, known=[*names])
    warnings += read.notes
    place = next((header.name for header in read.headers if names.get(header.name) == "county"), "") or next(
        (header.name for header in read.headers if meaning_of_path(header.path) == "县区"), ""
    )
    rows: dict[str, dict[str, Any]] = {}
    places: dict[str, Place] = {}
    failed: list[Problem] = []
    for row in read.rows:
        bad = next(
            (header for header, value in row.values.items() if header in names and type(value) is Fault), None
        )
        county = row.values.get(place)
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
    return Counties(list(rows.values()), places, failed)
