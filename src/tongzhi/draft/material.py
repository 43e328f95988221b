"""What the papers are drawn from, and each value of theirs with where it comes from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tongzhi.draft.classes import Utterance
from tongzhi.draft.rewrite import Ground
from tongzhi.model.origins import Origin
from tongzhi.model.task import Task, TaskList
from tongzhi.model.types import is_open

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting


@dataclass(frozen=True, slots=True)
class Material:
    """What the papers are drawn from.

    Attributes:
        text: the decoded speech.
        tasks: its tasks, extracted, or edited by a person.
        file: the name of its file.
        answers: what people have decided, by the key of the decision.
    """

    text: str
    tasks: TaskList
    file: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)


def derived(value: Any, rule: str) -> dict[str, Any]:
    """Give a value that follows by a rule."""
    return Origin("derived", rule).as_data(value)


def retold(words: str, said: Iterable[Utterance], text: str) -> Any:
    """Give words of the speech with their place: stated as they stand, derived when they were shortened or joined."""
    spoken = [one for one in said if one.end > one.start]
    if not spoken:
        return words
    start, end = spoken[0].start, spoken[-1].end
    if words.rstrip("。") in text[start:end]:
        return Origin("stated", "", start, end).as_data(words)
    return Origin("derived", "讲话原句，按成文规则删并", start, end).as_data(words)


def sources(said: Iterable[Utterance], text: str, file: str) -> list[dict[str, Any]]:
    """Give where sentences stand in the speech, as 来源 of a row."""
    return [
        {
            "起": one.start,
            "止": one.end,
            "原文": text[one.start : one.end],
            **({"文件": file} if file else {}),
        }
        for one in said
        if one.end > one.start
    ]


def task_ids(said: Iterable[Utterance]) -> str:
    """Give the ids of the tasks of sentences, as 任务编号 of a row."""
    return "、".join(dict.fromkeys(one.task.id for one in said if one.task is not None))


def meeting_day(meeting: Meeting) -> date | None:
    """Give the day of a meeting, nothing while it is open."""
    return meeting.start.date() if isinstance(meeting.start, datetime) else None


def ground_of(meeting: Meeting) -> Ground:
    """Give what the sentences are rewritten by."""
    place = re.match(
        r"(?:中国共产党|中共)?(?P<place>[一-鿿]{2,6}?[省市县区])(?=委|人民|政府|安)", meeting.issuer
    )
    return Ground(
        meeting_day(meeting),
        speaker_of(meeting) or "**",
        issuer=meeting.issuer,
        place=place["place"] if place else "",
    )


def common_values(meeting: Meeting) -> dict[str, Any]:
    """Give what every paper takes from the meeting: the issuer and whom it goes to."""
    data: dict[str, Any] = {"发文机关": meeting.issuer}
    if meeting.recipients:
        data["主送机关"] = list(meeting.recipients)
    return data


def speaker_of(meeting: Meeting) -> str:
    """Give the speaker by name and post, nothing when the meeting names none."""
    person = meeting.speaker
    if not person.name or is_open(person.name):
        return ""
    title = "" if is_open(person.title) else person.title
    return f"{person.name}{title}" if len(title) <= _SHORT_TITLE else f"{title}{person.name}"


_SHORT_TITLE = 3
"""Characters of a post up to which it stands after the name: 王某市长, but 县委书记吴某."""


def known(text: str) -> str:
    """Give a value of the meeting, nothing while it is open."""
    return "" if is_open(text) else text


def contacts_of(meeting: Meeting) -> list[dict[str, Any]]:
    """Give whom to call, as far as the meeting knows."""
    return [one.to_data() for one in meeting.contact if known(one.name)]


_LEVEL = re.compile(
    r"全(?P<level>[省市县区])|(?P<unit>[一-鿿]{2,6}?(?P<kind>省|市|县|区))(?:人民政府|安全生产委员会|委员会|政府)"
)


def level_of(meeting: Meeting, text: str) -> str:
    """Give 省, 市, 县 or 区 as the level of the meeting's own departments; nothing for enterprises, schools, townships."""
    found = re.search(r"全([省市县区])(?!域)", meeting.meeting_name) or re.search(
        r"(省|市|县|区)(?:人民政府|政府|委员会|安委|委(?=办|$))", meeting.issuer
    )
    if found is None:
        return ""
    return found[1] if re.search(rf"{found[1]}[一-鿿]{{2,8}}(?:局|委|厅|办)", text) else ""


_OF_PROVINCES = {
    f"{name}局": f"{name}厅"
    for name in (
        "应急管理", "公安", "交通运输", "住房和城乡建设", "教育", "水利", "自然资源", "生态环境", "农业农村", "民政", "财政", "文化和旅游",
        "工业和信息化", "司法", "商务",
    )
}  # fmt: skip
"""How the departments of the map are called in a province (省政府组成部门)."""


def full_label(name: str, level: str) -> str:
    """Give a department's name with its level, where the speech leaves it out: 城管局 → 市城管局."""
    bare = name.strip()
    if level == "省" and bare in _OF_PROVINCES:
        bare = _OF_PROVINCES[bare]
    if not level or not re.search(r"(?:局|委|厅|支队|总队|大队|管理机构|救援机构)$", bare):
        return bare
    if re.match(
        r"(?:省|市(?!场)|县|区|州|各|该|本|我|国家|中央|[*＊]|[一-鿿]{2,5}(?:省|市(?!场)|县|区|镇|集团|公司|铁路))",
        bare,
    ):
        return bare
    return f"{level}{bare}"


def core_of(name: str) -> str:
    """Give the name of a meeting without the word for its form: 全市安全生产电视电话会议 → 全市安全生产."""
    bare = re.sub(
        r"(?:电视电话|视频|电话|现场|紧急|专题|调度|部署|推进|动员|工作)*(?:例会|会议|会)$", "", name
    )
    return bare if len(bare) >= 2 else name


def owners_said(task: Task | None) -> list[str]:
    """Give the units that a task names itself."""
    return [owner.text for owner in task.owners if owner.origin in ("stated", "typed")] if task else []
