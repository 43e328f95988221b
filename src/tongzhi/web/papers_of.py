"""The papers that follow a speech, on the page: what must be decided first, what was made, what each still lacks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongzhi.draft.decided import settled_meeting
from tongzhi.draft.decisions import find_decisions
from tongzhi.draft.drafting import draft_papers
from tongzhi.draft.material import Material
from tongzhi.draft.whole_set import Given, counties_of, draft_set
from tongzhi.errors import InputError, Problem
from tongzhi.papers.meeting import Meeting as Kind
from tongzhi.read.data import Source
from tongzhi.read.validate import assemble, validate
from tongzhi.render.sample import office_values
from tongzhi.web import speeches, task_acts
from tongzhi.web.downloads import offer, zip_files
from tongzhi.web.profile import load_office
from tongzhi.web.words import say_all
from tongzhi.web.workspace import OfficeWork

if TYPE_CHECKING:
    from tongzhi.draft.decisions import Decision
    from tongzhi.papers.meeting import Meeting
    from tongzhi.web.office import Office

PAPERS = {
    "部署方案": ("工作方案", "方案"), "任务清单": ("任务清单", "清单"), "会议纪要": ("会议纪要", "纪要"), "整改清单": ("整改清单", "清单"),
    "排查任务清单": ("排查任务清单", "清单"), "通报": ("各县区交办通报", "通报"), "定稿单": ("定稿单", ""),
}  # fmt: skip
"""What can be made: the beginning of its file's name → what the page calls it, and the word by which a decision names it."""
USUAL = tuple(PAPERS)
ARCHIVE = "会后文件.zip"
ASKED = ("meeting_name", "start", "main_venue", "chair", "speaker", "attendees")
"""What the speech does not say of the meeting and every paper needs, in the order in which one is asked."""
SENT = ("issuer", "contact", "recipients", "counties")
"""Who sends the papers, whom to call, to whom they go."""
MEETING = "会议"
"""Key of the decision that the form itself asks."""
OPEN = "待定"


@dataclass(frozen=True, slots=True)
class MadePaper:
    """One paper that was made.

    Attributes:
        name: its file.
        title: what the page calls it.
        count: how many files of the kind there are.
        lacks: what stands open in it, in words.
        kind: Word or Excel.
    """

    name: str
    title: str
    count: int
    lacks: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class AskedDecision:
    """A decision as the page asks it.

    Attributes:
        choices: what can be chosen as it stands.
        hint: how an answer of one's own is written.
    """

    key: str
    question: str
    where: str
    must: bool
    answer: str
    choices: tuple[str, ...]
    hint: str


def meeting_values(job: OfficeWork, office: Office) -> dict[str, Any]:
    """Give what is known of the meeting: typed before, else from speech, profile and the speaker's name."""
    state = job.state
    known: dict[str, Any] = {**office_values(Kind, load_office(office))}
    cleared = set(state.get("cleared", ()))
    if state.get("title"):
        known["会议名称"] = state["title"]
    if state.get("day"):
        known["会议时间"] = state["day"]
    if state.get("speaker"):
        known["讲话人"] = speeches.speaker_values(state["speaker"])
    return {
        **{label: value for label, value in known.items() if label not in cleared},
        **state.get("meeting", {}),
    }


def read_meeting(
    office: Office, values: Mapping[str, Any], *, early: bool = False
) -> tuple[Meeting, list[Problem]]:
    """Make the meeting of what was typed, and what is merely unusual in it.

    Args:
        office: where the page works.
        values: by label.
        early: what is missing counts as 待定, so that the papers can be looked at before everything is known.

    Raises:
        InputError: a value is wrong; without `early`, or missing.
    """
    profile, day = load_office(office), office.day()
    given = dict(values)
    if early:
        person = {"姓名": OPEN}
        filled = {
            "会议时间": OPEN,
            "地点": OPEN,
            "主持人": person,
            "讲话人": person,
            "发文机关": OPEN,
            "联系人": [{"姓名": OPEN, "电话": OPEN}],
        }
        given = {**filled, **{label: value for label, value in given.items() if value}}
        if not re.search(r"[:：点时]", str(given["会议时间"])):
            given["会议时间"] = OPEN  # the day alone is no time of a meeting
    checked = validate(Kind, assemble(Kind, Source(given, {}, ""), profile, day=day), day, profile)
    return checked.document, list(checked.warnings)


def _given(
    job: OfficeWork, office: Office, meeting: Meeting, counties: tuple[Mapping[str, Any], ...]
) -> Given:
    state = job.state
    return Given(
        state["text"], task_acts.unpack(state["tasks"]), meeting, office.day(), file=state["source"], counties=counties,
        viewpoint=meeting.viewpoint, answers=answers_of(state),
    )  # fmt: skip


def answers_of(state: Mapping[str, Any]) -> dict[str, str]:
    """Give what was decided: key → answer."""
    return {key: text for key, text in state.get("answers", {}).items() if text}


@dataclass(frozen=True, slots=True)
class Outlook:
    """What must be decided as things stand and how many papers of each kind there will be; or why that cannot be told yet.

    Attributes:
        asked: the decisions, that of the meeting among them.
        wrong: why nothing can be made yet.
        counts: by the beginning of the file's name; a kind that will not be made has none.
    """

    asked: list[AskedDecision]
    wrong: list[str] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)


def look_ahead(job: OfficeWork, office: Office) -> Outlook:
    """Draft the papers as things stand, to tell what must be decided and what will be made."""
    state = job.state
    try:
        meeting, _ = read_meeting(office, meeting_values(job, office), early=True)
        counties = counties_of(_roster(job), meeting, [])
        given = _given(job, office, meeting, tuple(counties.rows))
        meeting = settled_meeting(meeting, given.answers)
        material = Material(given.text, given.tasks, given.file, given.answers)
        made = draft_papers(
            material, meeting, given.counties, viewpoint=given.viewpoint, day=given.day, failed={}
        )
        found = find_decisions(made, material, meeting, given.counties)
    except InputError as error:
        return Outlook([_kept(one) for one in state.get("decisions", [])], say_all(error.problems))
    names = [paper.name for paper in made.papers]
    counts = {start: count for start in PAPERS if (count := sum(name.startswith(start) for name in names))}
    return Outlook([_asked(one) for one in found], [], {**counts, "任务清单": 1, "定稿单": 1})


def why_not_made(wanted: Sequence[str], files: Iterable[str]) -> list[str]:
    """Give why papers that were wanted were not made; a rectification list is made or a list for the search, never both."""
    made = tuple(files)
    missing = [name for name in wanted if not any(file.startswith(name) for file in made)]
    told = []
    if "通报" in missing:
        told.append("没有出通报：没有县区名册（在“落款和主送”里填县区，或给名册），或讲话没有交给县区的事。")
    if "整改清单" in missing and "排查任务清单" not in missing:
        told.append("没有出整改清单：讲话没有点名具体隐患，出的是排查任务清单。")
    elif "整改清单" in missing:
        told.append("没有出整改清单：讲话没有点名具体隐患。")
    elif "排查任务清单" in missing and "整改清单" not in wanted:
        told.append("没有出排查任务清单：讲话点名了具体隐患，出的是整改清单。")
    return told


def lacking_of(
    papers: Mapping[str, tuple[str, str]], open_ones: Sequence[tuple[int, AskedDecision]]
) -> dict[str, list[int]]:
    """Give the numbers of the open decisions that each paper waits for, by the beginning of its file's name."""
    return {
        name: [
            number
            for number, one in open_ones
            if word and (word in one.where or not one.where or "全部" in one.where)
        ]
        for name, (_, word) in papers.items()
    }


def _asked(one: Decision) -> AskedDecision:
    choices = tuple(option for option in one.options if "…" not in option and not option.startswith("写成"))
    hints = [option for option in one.options if option not in choices]
    return AskedDecision(one.key, one.question, one.where, one.must, one.answer, choices, "；或".join(hints))


def _kept(one: Mapping[str, Any]) -> AskedDecision:
    return AskedDecision(
        one["key"],
        one["question"],
        one["where"],
        one["must"],
        one["answer"],
        tuple(one.get("choices", ())),
        one.get("hint", ""),
    )


def _roster(job: OfficeWork) -> Any:
    name = job.state.get("roster")
    return job.inputs / name if name else None


def make(
    job: OfficeWork, office: Office, values: dict[str, Any], wanted: list[str], *, early: bool = False
) -> list[str]:
    """Make the papers and give what went wrong with single ones.

    Args:
        job: the speech.
        office: where the page works.
        values: of the meeting, by label.
        wanted: the beginnings of the files' names.
        early: make them though something is missing.

    Raises:
        InputError: what is known of the meeting is not enough or wrong; nothing was made.
    """
    warnings: list[Problem] = []
    meeting, told = read_meeting(office, values, early=early)
    told = [one for one in told if f"“{OPEN}”" not in one.found]  # what is open is told as open, not as odd
    counties = counties_of(_roster(job), meeting, warnings)
    wrong: dict[str, list[Problem]] = {}
    made = draft_set(
        _given(job, office, meeting, tuple(counties.rows)), failed=None if _roster(job) is None else wrong
    )
    failed = [*counties.failed, *counties.placed(wrong)]
    if wrong and len(wrong) == len(counties.rows):
        raise InputError(failed)
    files = {
        name: data
        for name, data in made.files.items()
        if not name.endswith((".yaml", ".json")) and name.startswith(tuple(wanted))
    }
    if files:
        _clear(job)
        offer(job, {**files, ARCHIVE: zip_files(files)})
    notes = [*say_all([*failed, *told, *warnings, *made.warnings]), *why_not_made(wanted, files)]
    asked = [_asked(one) for one in made.decisions]
    job.save(
        files=list(files), notes=notes, pending=made.pending, suggested=made.suggested,
        decisions=[{"key": one.key, "question": one.question, "where": one.where, "must": one.must, "answer": one.answer, "choices": list(one.choices), "hint": one.hint} for one in asked],
    )  # fmt: skip
    open_ones = sum(one.must and not one.answer for one in asked)
    said = f"出了 {len(files)} 份"
    job.tell(4, 4, f"{said}，{open_ones} 件没定，还不能发" if open_ones else said, ask=bool(open_ones))
    return notes


def _clear(job: OfficeWork) -> None:
    """Remove what was made before, so that no paper of an earlier list stays among the new ones."""
    for path in job.out.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def made_papers(job: OfficeWork) -> list[MadePaper]:
    """Give the papers that were made, one a kind, with what each still lacks before it can be sent."""
    state = job.state
    files: list[str] = state.get("files", [])
    must = [one for one in state.get("decisions", []) if one["must"] and not one["answer"]]
    found, seen = [], set[str]()
    for start, (title, word) in sorted(PAPERS.items(), key=lambda one: -len(one[0])):
        own = [name for name in files if name.startswith(start) and name not in seen]
        if own:
            seen |= set(own)
            lacks = tuple(
                one["question"] for one in must if word and (word in one["where"] or not one["where"])
            )
            found.append(
                MadePaper(own[0], title, len(own), lacks, "Excel" if own[0].endswith(".xlsx") else "Word")
            )
    order = list(PAPERS)
    return sorted(
        found,
        key=lambda one: order.index(
            next(start for start in sorted(PAPERS, key=len, reverse=True) if one.name.startswith(start))
        ),
    )
