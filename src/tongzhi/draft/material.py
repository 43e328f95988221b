"""What the papers are drawn from, and each value of theirs with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from tongzhi.extract.actors import PRONOUNS
from tongzhi.layout.sentences import drop_number, end_sentence
from tongzhi.model.origins import Origin
from tongzhi.model.task import Deadline, Owner, Task, TaskList
from tongzhi.model.types import read_due
from tongzhi.resources import corpus_path
from tongzhi.zh.script import simplified
from tongzhi.zh.units import split_prefix

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting

OPEN = "待定"


@dataclass(frozen=True, slots=True)
class Material:
    """What the papers are drawn from."""

    text: str
    tasks: TaskList
    file: str = ""


@cache
def listed_words(name: str) -> tuple[str, ...]:
    """Give the words of a list in `corpus/draft`."""
    lines = corpus_path(f"draft/{name}").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _skip(task: Task) -> int:
    """Give where the words of a task begin, after the time and the speaker of a transcript."""
    return 0 if "text" in task.typed else split_prefix(task.text)[0]


def words_of(task: Task) -> str:
    """Give the words of a task without the time and the speaker of a transcript."""
    return task.text[_skip(task) :]


def said(task: Task) -> dict[str, Any]:
    """Give the words of a task as a stated value, with their place in the speech."""
    start = task.source.start + _skip(task)
    return Origin("stated", "", start, task.source.end).as_data(words_of(task))


def one_passage(tasks: Iterable[Task]) -> str:
    """Give the sentences of several tasks one after the other, each ended, without the numbers they begin with."""
    return "".join(str(end_sentence(drop_number(words_of(task)))) for task in tasks)


def derived(value: Any, rule: str) -> dict[str, Any]:
    """Give a value that follows by a rule."""
    return Origin("derived", rule).as_data(value)


def sources(task: Task, file: str) -> list[dict[str, Any]]:
    """Give where a task stands in the speech, as 来源 of a row."""
    source: dict[str, Any] = {"起": task.source.start, "止": task.source.end, "原文": task.text}
    if file:
        source["文件"] = file
    return [source]


SPEAKER = ("我", "我本人", "本人")


def is_pronoun(owner: Owner) -> bool:
    """Tell whether an owner is called by a pronoun, in either script, that a paper can't hand a task to."""
    words = simplified(owner.text)
    return words in PRONOUNS or words in SPEAKER or words == "他们"


def settle(task: Task, meeting: Meeting) -> Task:
    """Give the task with its lead first, and the speaker's name where the speech says 我本人."""
    named = (speaker_of(meeting),) if meeting.speaker.name else ()
    owners = [replace(owner, names=named) if owner.text in SPEAKER else owner for owner in task.owners]
    return replace(task, owners=tuple(_lead_first(owners, task)))


def _lead_first(owners: Iterable[Owner], task: Task) -> list[Owner]:
    """Give the owners with the one first who leads by the words beside it: 由市应急局牵头."""

    def rank(owner: Owner) -> int:
        if owner.source is None or owner.origin != "stated":
            return 2
        start, end = owner.source.start - task.source.start, owner.source.end - task.source.start
        if re.match(r"(?:总?牵头|为主)", task.text[end:]):
            return 0
        return 1 if task.text[:start].endswith("由") else 2

    return sorted(owners, key=rank)


def owner_value(owner: Owner | None) -> Any:
    """Give who must do it with where that comes from; 待定 when nobody is named but by a pronoun."""
    if owner is None:
        return OPEN
    if owner.text in SPEAKER and owner.names:
        return derived(owner.names[0], "讲话人")
    words = owner.text or "、".join(owner.names)
    if not words or is_pronoun(owner):
        return OPEN
    if owner.origin in ("suggested", "owners-file"):
        basis = "责任部门对照表" if owner.origin == "suggested" else "责任单位对照"
        kind = Origin("suggested", basis) if owner.origin == "suggested" else Origin("derived", basis)
        return kind.as_data("、".join(owner.names) or words)
    span = owner.source
    if owner.origin == "context":  # right often enough to be offered, too seldom to be taken unseen
        return Origin(
            "suggested", "上文主语", span.start if span else None, span.end if span else None
        ).as_data(words)
    return Origin("stated", "", span.start if span else None, span.end if span else None).as_data(words)


def due_value(task: Task) -> Any:
    """Give a time limit that the papers accept: a day, a recurring one as it stands, else 待定.

    The day that a work begins on (从今晚起24小时值班) is none.
    """
    deadline = task.due
    if deadline is None:
        return OPEN
    if deadline.date is not None:
        return derived(deadline.date.isoformat(), f"原文“{deadline.text}”按会议日期推算")
    if deadline.kind == "recurring":
        words = _with_duty(deadline, task)
        try:
            read_due(words)
        except Exception:  # noqa: BLE001  pydantic's custom error has no public base of its own
            return OPEN
        return Origin("stated", "").as_data(words)
    return OPEN


_DUTY = re.compile(r"(?:不间断)?(?:专人)?(?:值班|值守|待命|在岗|监测|巡查)")


def _with_duty(deadline: Deadline, task: Task) -> str:
    """Give 24小时值班 for 24小时, which alone would read as a term."""
    if deadline.source is None or not deadline.text.endswith("小时"):
        return deadline.text
    duty = _DUTY.match(task.text, deadline.source.end - task.source.start)
    return deadline.text + (duty.group() if duty else "")


def due_note(task: Task) -> str:
    """Give the words of the deadlines that are no day to be done by, so that they are not lost."""
    words = [one.text for one in task.deadlines if one.date is None or one.starts]
    return f"原文时限：{'、'.join(words)}" if words else ""


def common_values(meeting: Meeting) -> dict[str, Any]:
    """Give what every paper takes from the meeting: the issuer and whom it goes to."""
    data: dict[str, Any] = {"发文机关": meeting.issuer}
    if meeting.recipients:
        data["主送机关"] = list(meeting.recipients)
    return data


def speaker_of(meeting: Meeting) -> str:
    """Give the speaker by name and post, 待定 when the meeting names none."""
    person = meeting.speaker
    return f"{person.name}{person.title}" if person.name else OPEN


def core_of(name: str) -> str:
    """Give the name of a meeting without the word for its form: 全市安全生产电视电话会议 → 全市安全生产."""
    bare = re.sub(r"(?:电视电话|视频|电话|现场|紧急|专题|调度|部署|推进|动员|工作)*(?:会议|会)$", "", name)
    return bare if len(bare) >= 2 else name
