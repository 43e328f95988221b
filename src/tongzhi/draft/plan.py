"""Values of the deployment plan with its task table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from tongzhi.draft.answers import masks_of
from tongzhi.draft.classes import ORDERS, Utterance, read_sentences, retell
from tongzhi.draft.compose import PlanSection, Unused, general_requirements, section_of
from tongzhi.draft.days import fix_days, say_day
from tongzhi.draft.duties import duties_of
from tongzhi.draft.duty import Duty
from tongzhi.draft.material import (
    Material,
    common_values,
    contacts_of,
    derived,
    ground_of,
    level_of,
    retold,
    sources,
    speaker_of,
    task_ids,
)
from tongzhi.draft.rewrite import SPOKEN, Ground, tidy
from tongzhi.draft.skeleton import OTHER, Chapter, read_chapters
from tongzhi.model.origins import Origin
from tongzhi.zh.dates import find_phrases

if TYPE_CHECKING:
    from tongzhi.papers.meeting import Meeting

FYI = "仅供了解"
GENERAL = "总体要求"


@dataclass(slots=True)
class Outline:
    """A speech made ready for its papers: its sections, those of the plan, the rows of the task table."""

    ground: Ground
    level: str
    sentences: list[Utterance]
    chapters: list[Chapter]
    general: str
    general_said: list[Utterance]
    sections: list[PlanSection]
    duties: list[Duty]
    unused: list[Unused] = field(default_factory=list)


def make_outline(material: Material, meeting: Meeting) -> Outline:
    """Read a speech once for all papers: kinds, sections, points, rows."""
    ground = ground_of(meeting)
    if ground.speaker != "**" and len(_TURNS.findall(material.text)) < _SEVERAL:
        ground = replace(ground, me=ground.speaker)
    masks = masks_of(material.answers)
    sentences = [_unmasked(one, masks) for one in read_sentences(material.text, material.tasks)]
    chapters = read_chapters(sentences)
    first = next((index for index, one in enumerate(chapters) if one.title and one.orders), len(chapters))
    led = [
        one for one in chapters[:first] if sum(each.kind in ORDERS for each in one.sentences) >= _OWN_SECTION
    ]
    for one in led:
        one.title = one.title or OTHER
    general, said = general_requirements([one for one in chapters[:first] if one not in led], ground)
    unused: list[Unused] = []
    sections = [made for one in (*led, *chapters[first:]) if (made := section_of(one, ground, unused)).points]
    level = level_of(meeting, material.text)
    return Outline(
        ground,
        level,
        sentences,
        chapters,
        general,
        said,
        sections,
        duties_of(sections, ground, level),
        unused,
    )


_TURNS = re.compile(
    r"(?m)^[\[【（(]?(?:\d{1,2}:\d{2}(?::\d{2})?[\]】）)]?\s*\S{1,12}[：:]|SPEAKER|说话人|发言人|[一-鿿]{1,8}[：:](?!\s*$))"
)
"""The turns of a transcript; where several speak, 我 is no single person."""
_SEVERAL = 3
_OWN_SECTION = 2
"""Orders from which what stands before the first heading is a section of its own, not part of 总体要求."""


def _unmasked(one: Utterance, masks: Mapping[str, str]) -> Utterance:
    """Give a sentence with what people have decided to print for words of it."""
    words = one.text
    for old, new in masks.items():
        words = words.replace(old, new)
    return one if words == one.text else retell(one, words)


def plan_values(
    outline: Outline, material: Material, meeting: Meeting, own: frozenset[str] | None = None
) -> dict[str, Any]:
    """Give the values of the plan.

    Args:
        outline: the speech made ready.
        material: the speech and its tasks.
        meeting: the meeting.
        own: ids of the tasks of the unit from whose viewpoint the plan is drawn up; they come first in the table,
            the rest is for information. `None`: all are its own.
    """
    rows = list(outline.duties)
    if own is not None:
        rows.sort(key=lambda duty: not _is_own(duty, own))
    data: dict[str, Any] = {
        **common_values(meeting),
        "方案名称": derived(f"贯彻落实{meeting.meeting_name}精神工作方案", "由会议名称得出"),
        "开头语": derived(_aim(outline, meeting), "由会议信息得出"),
        "章节": _sections(outline, material),
        "重点任务": [
            _task(number, duty, material, note="" if own is None or _is_own(duty, own) else FYI)
            for number, duty in enumerate(rows, start=1)
        ],
        "联系人": contacts_of(meeting),
    }
    if meeting.goals:
        data["工作目标"] = [goal.to_data() for goal in meeting.goals]
    if meeting.leadership:
        data["组织领导"] = meeting.leadership.to_data()
    if meeting.phases:
        data["时间步骤"] = [phase.to_data() for phase in meeting.phases]
    return {label: value for label, value in data.items() if value not in ("", [], None)}


def _is_own(duty: Duty, own: frozenset[str]) -> bool:
    return any(one.task is not None and one.task.id in own for one in duty.said)


def _sections(outline: Outline, material: Material) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    general = outline.general + _scope(outline)
    if general:
        text = retold(general, outline.general_said, material.text)
        row = {"内容": text, "来源": sources(outline.general_said, material.text, material.file)}
        made.append({"标题": GENERAL, "条目": [row]})
    for section in outline.sections:
        points = [
            {
                "小标题": point.lead,
                "内容": retold(point.text, point.sentences, material.text),
                "任务编号": task_ids(point.sentences),
                "来源": sources(point.sentences, material.text, material.file),
            }
            for point in section.points
        ]
        made.append(
            {
                "标题": section.title,
                **({"段首": section.opening} if section.opening else {}),
                "条目": [{label: value for label, value in one.items() if value} for one in points],
            }
        )
    return made


_POPULATION = re.compile(
    r"^(?:全[市县区省镇]|我[市县区省])?(?:现有|共有|在册)?[^，。]{0,24}\d[\d.]*万?(?:家|座|处|户|个|栋|公里|所|台|条)"
)
_TOLD = re.compile(r"事故|死亡|受伤|发生|查出|整改|同比|排查|完成|检查|起(?:，|。|$)|隐患\d|[？?]")


def _scope(outline: Outline) -> str:
    """Give what the work covers, as the speech counts it before it begins to order; nothing when it does not."""
    found = []
    for chapter in outline.chapters:
        if chapter.title and chapter.orders:
            break
        found += [
            words.rstrip("。；")
            for one in chapter.sentences
            if one.kind == "F"
            and _POPULATION.match(one.text)
            and not _TOLD.search(one.text)
            and not SPOKEN.search(words := tidy(one.text, outline.ground))
        ]
    if not found:
        return ""
    words = "，".join(found[:4])
    words = re.sub(
        r"^(全[市县区省镇]|园区|开发区|全厂|公司)?(?:现在|目前|现|共|一共)*有(?=[一-鿿])",
        lambda m: m[1] or "",
        words,
    )
    words = re.sub(r"(?<=[，；]全[市县区省镇])(?:现有|共有)", "", words)
    # what is told of them (还有…没有装) is no list of what the work covers
    return "" if _SAYS_OF.search(words) else f"整治范围为{words}。"


_SAYS_OF = re.compile(r"还有|没有|这\d|的是|占|不到|超过的?[，。]|装了|其中没")


_ACCIDENT = re.compile(
    r"(?:，|^)(?P<what>[^，。；]{2,34}?发生[^，。；]{0,16}?(?:事故|火灾|爆炸|爆燃|坍塌|泄漏|中毒|透水|溺水|侧翻|滑坡|垮塌))"
)


def _aim(outline: Outline, meeting: Meeting) -> str:
    day = outline.ground.day
    speaker = speaker_of(meeting)
    when = say_day(day, weekday=False) if day else ""
    lesson = _lesson(outline)
    if lesson and day:
        return f"为深刻汲取{day.year}年{lesson}教训，贯彻落实{when}{meeting.meeting_name}精神，制定本方案。"
    year = f"{day.year}年" if day else ""
    words = f"和{speaker}讲话要求" if speaker else ""
    return f"为贯彻落实{year}{when}{meeting.meeting_name}精神{words}，制定本方案。"


def _lesson(outline: Outline) -> str:
    """Give the accident that a meeting was called for: told first, within a fortnight before, with its day."""
    day = outline.ground.day
    if day is None:
        return ""
    told = [one for one in outline.chapters[0].sentences if one.task is None][:2] if outline.chapters else []
    for one in told:
        found = _ACCIDENT.search(one.text)
        when = next((each for each in find_phrases(one.text, day) if each.day and each.start <= 2), None)
        if found is None or when is None or when.day is None:
            continue
        if timedelta(0) <= day - when.day <= timedelta(days=15):
            words = re.sub(
                r"[一两]?(?:家|处|座|辆|栋|名|起)(?=[一-鿿])|发生(?:一起)?|(?<=[路街镇村])一(?=[一-鿿])",
                "",
                found["what"],
            )
            words = fix_days(words, day)
            return f"{say_day(when.day, weekday=False)}{words}{'' if words.endswith('事故') else '事故'}"
    return ""


def _task(number: int, duty: Duty, material: Material, note: str = "") -> dict[str, Any]:
    row: dict[str, Any] = {
        "序号": number,
        "任务编号": task_ids(duty.said),
        "来源": sources(duty.said, material.text, material.file),
        "重点领域": duty.field_name,
        "重点任务": retold(duty.matter, duty.said, material.text),
        "牵头单位": _units("、".join(duty.leads), duty),
        "督办单位": "、".join(duty.supervisors),
        "责任单位": list(duty.supports),
        "时间要求": duty.when,
        "备注": note,
    }
    if duty.due is not None:
        row["完成时限"] = derived(duty.due.isoformat(), "按会议日期推算")
    return {label: value for label, value in row.items() if value not in ("", [], None)}


def _units(words: str, duty: Duty) -> Any:
    return Origin("suggested", duty.basis).as_data(words) if duty.basis and words else words
