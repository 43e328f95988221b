"""What people must decide before the papers go out: about a dozen lines, each with its place and what may be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tongzhi.draft.classes import ORDERS
from tongzhi.draft.days import say_day
from tongzhi.draft.material import Material, known, speaker_of
from tongzhi.draft.rectification import is_population
from tongzhi.model import facts
from tongzhi.model.base import texts_of
from tongzhi.zh import calendar

if TYPE_CHECKING:
    from tongzhi.draft.drafting import DraftPaper, Papers
    from tongzhi.papers.meeting import Meeting
    from tongzhi.papers.plan import Plan


MOST = 13
"""Lines of the sheet; what is least urgent is left to the papers as they stand."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One matter to be decided.

    Attributes:
        key: by which the answer is found again.
        question: what is to be decided.
        where: in which papers it shows.
        options: what may be written, each from the speech, the meeting or the map of departments.
        must: nothing may go out before it is settled (★).
        answer: what was decided, empty as long as nothing was.
    """

    key: str
    question: str
    where: str
    options: tuple[str, ...]
    must: bool = False
    answer: str = ""


def find_decisions(
    made: Papers, material: Material, meeting: Meeting, counties: Sequence[Mapping[str, Any]]
) -> list[Decision]:
    """Give what people must decide, the urgent ones first, each with the answer given so far."""
    finders = (
        _recorded(material),
        _issuer(made, meeting),
        _meeting(meeting),
        _masked(made, counties),
        _sensitive(made),
        _leads(made),
        _unwritten(made),
        _dues(made),
        _counted_days(made),
        _rest_days(made),
        _quoted(made),
        _unexpanded(material),
        _totals(made),
        _burden(made),
        _reports(made),
    )
    found = [one for one in finders if one is not None]
    found.sort(key=lambda one: not one.must)
    return [replace(one, answer=material.answers.get(one.key, "")) for one in found[:MOST]]


def _plan(made: Papers) -> Plan:
    return next(paper.document for paper in made.papers if paper.document.key == "plan")  # type: ignore[return-value]


def _rows(numbers: Iterable[int]) -> str:
    return f"分解表第{'、'.join(map(str, numbers))}行"


def _recorded(material: Material) -> Decision | None:
    if not re.search(r"录音|未经本人审阅|转写|说话人|发言人\d", material.text[:400]):
        return None
    return Decision(
        "录音",
        "讲话是录音整理稿，未经本人审阅",
        "全部文件",
        ("甲 请讲话人审阅后再发", "乙 照现在印"),
        must=True,
    )


def _issuer(made: Papers, meeting: Meeting) -> Decision | None:
    """An office or a commission asks party committees or governments below for something."""
    words = "".join(point.words for part in _plan(made).sections for point in part.points)
    asked = re.search(r"各级党委|党委政府|党委、政府|市委常委|县委常委|市委办|县委办|“两办”", words)
    if (
        asked is None
        or re.search(r"党委|[省市县区]委(?!员)", meeting.issuer)
        or (
            re.search(r"委员会$", meeting.issuer) is None
            and not re.search(r"办公室|办|局|厅", meeting.issuer)
        )
    ):
        return None
    return Decision(
        "发文", f"谁发文：方案对“{asked[0]}”提了要求，{meeting.issuer}单独发文管不到", "方案、通报的落款和主送",
        ("甲 与党委办公室联合行文", "乙 写明“经市委、市政府同意”（按本级改）", "丙 照现在印"), must=True,
    )  # fmt: skip


def _meeting(meeting: Meeting) -> Decision | None:
    parts = {
        "会议时间": not isinstance(meeting.start, str),
        "地点": known(meeting.main_venue),
        "主持人": known(meeting.chair.name),
        "讲话人": speaker_of(meeting),
        "出席": any(known(name) for name in meeting.attendees),
    }
    missing = [label for label, there in parts.items() if not there]
    if not missing:
        return None
    return Decision(
        "会议", f"会议的{'、'.join(missing)}没有写", "纪要首段、末段" + ("；方案首句" if "讲话人" in missing else ""),
        (f"写成 {missing[0]}=…；没有写的，纪要里不印那半句", "照现在印"), must="会议时间" in missing or "讲话人" in missing,
    )  # fmt: skip


_MASK = re.compile(
    r"[*＊×]{1,4}(?:[县区市镇乡村]|同志|书记|省长|市长|县长|区长|副?[省市县区]长|局长|主任|厅长)?"
)


def _masked(made: Papers, counties: Sequence[Mapping[str, Any]]) -> Decision | None:
    """What is covered by ** in the papers; a place is one of the roster's."""
    printed = _printed(made.papers)
    tokens = list(dict.fromkeys(found[0] for found in _MASK.finditer(printed)))
    if not tokens:
        return None
    places = [one for one in tokens if one[-1] in "县区市镇乡"]
    names = "、".join(str(row["县区"]) for row in list(counties)[:4])
    options = [f"写成 {tokens[0]}=…" + (f"；{tokens[1]}=…" if len(tokens) > 1 else "")]
    if places and names:
        options.append(f"{places[0]} 在名册里的：{names}{'……' if len(counties) > 4 else ''}")
    options.append("照留，付印前补或删")
    return Decision(
        "遮盖", f"讲话里遮盖的{'、'.join(f'“{one}”' for one in tokens[:5])}是谁", _papers_with(made.papers, tokens),
        tuple(options), must=True,
    )  # fmt: skip


def _sensitive(made: Papers) -> Decision | None:
    words = re.search(
        r"(?<![^，。；：\n])[^，。；：\n]{0,24}?(?:收网|抓捕|突击(?:行动|检查)|秘密|不打招呼|四不两直)[^，。；]{0,8}",
        _printed(made.papers),
    )
    if words is None:
        return None
    return Decision(
        "敏感", f"“{words[0]}”是否印发下去", _papers_with(made.papers, [words[0]]),
        ("甲 照印", "乙 只发有关单位：另出一份"), must=True,
    )  # fmt: skip


def _leads(made: Papers) -> Decision | None:
    tasks = _plan(made).tasks
    marked = [number for number, task in enumerate(tasks, 1) if task.origin("lead").is_open]
    empty = [number for number, task in enumerate(tasks, 1) if not task.lead]
    if not marked and not empty:
        return None
    said = []
    if marked:
        said.append(f"{len(marked)}行的责任单位是建议的（讲话没有点名）")
    if empty:
        said.append(f"第{'、'.join(map(str, empty))}行没有责任单位")
    units = list(dict.fromkeys(task.lead for task in tasks if task.lead and not task.origin("lead").is_open))
    first = (marked or empty)[0]
    return Decision(
        "责任单位", "；".join(said), _rows([*marked, *empty]) + "、清单",
        ("确认（照表内〔建议〕）", f"逐行改：{first}={units[0] if units else '单位名称'}；…"), must=True,
    )  # fmt: skip


def _unwritten(made: Papers) -> Decision | None:
    lost = made.outline.unused
    if not lost:
        return None
    shown = "”“".join(one.sentence.text.strip("。，；")[:28] for one in lost)
    return Decision(
        "口语", f"{len(lost)}句任务只有口语，没有写进文件：“{shown}”", "方案、分解表都没有",
        (f"改写成：{lost[0].sentence.text.strip('。')[:8]}…=改好的句子；…", "不写进文件"), must=False,
    )  # fmt: skip


def _dues(made: Papers) -> Decision | None:
    tasks = _plan(made).tasks
    empty = [number for number, task in enumerate(tasks, 1) if not task.when and task.due is None]
    if not empty:
        return None
    return Decision(
        "时限", f"{len(empty)}行没有时限（讲话没有规定）", _rows(empty),
        ("甲 空着", "统一填一个日期：2026-12-31", f"逐行填：{empty[0]}=2026-12-31；…"),
    )  # fmt: skip


def _counted_days(made: Papers) -> Decision | None:
    """Terms that were counted out: 三天之内, 48小时内 → a day; the day may be another."""
    day = made.outline.ground.day
    if day is None:
        return None
    found: dict[str, date] = {}
    for one in made.outline.sentences:
        for deadline in one.task.deadlines if one.task is not None and one.kind in ORDERS else ():
            if (
                deadline.kind == "duration"
                and deadline.date is not None
                and re.search(r"内|里|时间|期|限", deadline.text)
            ):
                found.setdefault(deadline.text, deadline.date)
    if not found:
        return None
    said = "、".join(f"{words}→{say_day(when, weekday=False)}" for words, when in list(found.items())[:5])
    first = next(iter(found.values()))
    text = say_day(first, day, weekday=False)
    return Decision(
        "折日", f"从次日起折成的日子对不对：{said}", "方案、分解表、纪要、通报",
        ("甲 照印", f"当日起算：{text}={say_day(first - timedelta(days=1), day, weekday=False)}；…"),
    )  # fmt: skip


def _rest_days(made: Papers) -> Decision | None:
    day = made.outline.ground.day
    if day is None:
        return None
    tasks = _plan(made).tasks
    found: dict[date, list[int]] = {}
    for number, task in enumerate(tasks, 1):
        if (
            isinstance(task.due, date)
            and calendar.published(task.due.year)
            and not calendar.is_workday(task.due)
        ):
            found.setdefault(task.due, []).append(number)
    if not found:
        return None
    said = "、".join(f"{say_day(when, day)}" for when in list(found)[:4])
    first = next(iter(found))
    before = say_day(calendar.last_workday(first), day, weekday=False)
    return Decision(
        "休息日", f"{said}是休息日，是否照印", _rows(sorted(n for rows in found.values() for n in rows)) + "、方案、通报",
        ("甲 照印（讲话原话）", f"改：{say_day(first, day, weekday=False)}={before}"),
    )  # fmt: skip


def _quoted(made: Papers) -> Decision | None:
    minutes = next(paper.document for paper in made.papers if paper.document.key == "minutes")
    words = "".join(point.words for part in minutes.sections for point in part.points)  # type: ignore[attr-defined]
    quoted = re.search(
        r"(?<!传达了)(?<!传达)[^，。了]{0,12}(?:批示|指示)(?:中)?[^，。精]{0,6}(?:，?要求|强调|指出|，“|先后)|作出(?:重要)?(?:批示|指示)",
        words,
    )
    if quoted is None:
        return None
    return Decision(
        "批示",
        "引用领导批示、指示是否已获准",
        f"纪要“{quoted[0][:16]}…”",
        ("甲 照讲话引用", "乙 删去"),
        must=True,
    )


def _unexpanded(material: Material) -> Decision | None:
    found = [item.text for item in material.tasks.open if item.kind == "unexpanded"]
    if not found:
        return None
    return Decision(
        "简称", f"{'、'.join(f'“{words}”' for words in found[:4])}讲话没有展开", "方案、分解表、纪要",
        ("甲 照印", "乙 附原文件"),
    )  # fmt: skip


def _totals(made: Papers) -> Decision | None:

    if not any(paper.document.key == "circular" for paper in made.papers):
        return None
    found = [
        quantity.text
        for one in made.outline.sentences
        if one.task is not None and one.kind in (*ORDERS, "R")
        for quantity in one.task.quantities
        if is_population(quantity, one.task)
    ]
    if not found:
        return None
    return Decision(
        "全市数", f"{'、'.join(list(dict.fromkeys(found))[:4])}各县（市、区）各多少（讲话只有总数）", "通报",
        ("甲 通报不写数（现在这样）", "乙 由名册或牵头单位填"),
    )  # fmt: skip


def _burden(made: Papers) -> Decision | None:
    for one in made.outline.sentences:
        words = facts.frequent_report(one.text) if one.kind in ORDERS else ""
        if words:
            return Decision(
                "报数",
                f"“{words}”超出减负规定的一般限度",
                "方案、通报",
                ("甲 照讲话保留", "乙 改频次：原话=改成的话"),
            )
    return None


def _reports(made: Papers) -> Decision | None:
    said = any(
        re.search(r"报(?:送|市|县|区|省|到|给)", one.text)
        for one in made.outline.sentences
        if one.kind in ORDERS
    )
    if said or not any(paper.document.key == "circular" for paper in made.papers):
        return None
    return Decision(
        "报送", "要不要报落实情况（讲话没有要求，减负规定一般不要求）", "通报末段",
        ("甲 不要（现在这样）", "乙 写一句：请于…前将…报…"),
    )  # fmt: skip


def _printed(papers: Iterable[DraftPaper]) -> str:

    return "\n".join(
        text for paper in papers for path, text in texts_of(paper.document) if "sources" not in path
    )


def _papers_with(papers: Iterable[DraftPaper], words: Sequence[str]) -> str:
    found = [
        "通报" if paper.document.key == "circular" else paper.document.label
        for paper in papers
        if any(word in _printed([paper]) for word in words)
    ]
    return "、".join(dict.fromkeys(found))
