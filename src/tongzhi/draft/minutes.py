"""Values of the minutes: what was told, stressed, settled and asked for, section by section."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.compose import lost_actor, meant_by_you, on_orders_of, subtitle
from tongzhi.draft.days import fix_days
from tongzhi.draft.material import Material, derived, known, retold, sources, speaker_of, task_ids
from tongzhi.draft.plan import Outline
from tongzhi.draft.rewrite import (
    drop_narration,
    drop_should,
    drop_spoken,
    drop_tails,
    end,
    front_actor,
    name_me,
    still_spoken,
    tidy,
)
from tongzhi.layout.printing import print_moment
from tongzhi.zh.numbers import to_chinese
from tongzhi.zh.typed import WEEKDAYS

if TYPE_CHECKING:
    from tongzhi.draft.skeleton import Chapter
    from tongzhi.papers.meeting import Meeting

_WHOLE = 1640
"""Characters of the sections: four pages with the head of the first one."""
_TOLD = {"J": 2, "S": 1, "F": 3, "Q": 1}
"""How many judgements, slogans, facts and passed-on words a section keeps."""


def minutes_values(outline: Outline, material: Material, meeting: Meeting) -> dict[str, Any]:
    """Give the values of the minutes."""
    data: dict[str, Any] = {
        "纪要名称": derived(f"{meeting.meeting_name}纪要", "由会议名称得出"),
        "制发机关": meeting.issuer,
        "会议名称": meeting.meeting_name,
        "时间": _moment(meeting.start),
        "结束时间": _moment(meeting.end) if meeting.end and not isinstance(meeting.end, str) else None,
        "开头语": derived(_opening(outline, meeting), "由会议信息和讲话开头得出"),
        "章节": _sections(outline, material),
        "出席": [name for name in meeting.attendees if known(name)],
        "列席": [name for name in meeting.observers if known(name)],
        "请假": [{"姓名": name} for name in meeting.absent if known(name)],
        "分送": list(meeting.recipients),
    }
    if known(meeting.main_venue):
        data["地点"] = meeting.main_venue
    return {label: value for label, value in data.items() if value not in (None, [], "")}


def _moment(value: datetime | str) -> str:
    return value if isinstance(value, str) else value.strftime("%Y-%m-%d %H:%M")


def _opening(outline: Outline, meeting: Meeting) -> str:
    """Give when, where, under whom, who spoke, and what was done before; what is not known is left out."""
    when = ""
    if isinstance(meeting.start, datetime):
        day = f"{meeting.start.year}年{meeting.start.month}月{meeting.start.day}日"
        midnight = meeting.start.hour == meeting.start.minute == 0
        when = (
            f"{day}（星期{WEEKDAYS[meeting.start.weekday()]}）" if midnight else print_moment(meeting.start)
        )
    place = f"在{meeting.main_venue}" if known(meeting.main_venue) else ""
    parts = [f"{when}，{meeting.meeting_name}{place}召开" if when else f"{meeting.meeting_name}{place}召开"]
    chair = meeting.chair
    who = f"{known(chair.title)}{chair.name}主持会议" if known(chair.name) else ""
    speaker = meeting.speaker
    spoke = f"{known(speaker.title)}{speaker.name}出席会议并讲话" if speaker_of(meeting) else ""
    if who and spoke and chair.name == speaker.name:
        who, spoke = f"{who}并讲话", ""
    people = "，".join(part for part in (who, spoke) if part)
    words = parts[0] + "。" + (f"{people}。" if people else "")
    done = _procedure(outline)
    return f"{words}{done}现将会议主要精神和议定事项纪要如下："


_DONE = re.compile(
    r"(?:传达|宣读|通报|观看|播放|汇报|介绍|学习|分析|听取)了|作了[^，。]{0,16}(?:发言|安排|汇报|通报|说明)|发了言|(?:进行|作)(?:了)?(?:交流|表态)"
)


def _procedure(outline: Outline) -> str:
    """Give what was done at the meeting before the speech, in one sentence; without the speaker's remarks on it."""
    for one in outline.sentences:
        if one.kind not in ("M", "R") or not re.search(r"刚才|会前|会上", one.text):
            continue
        kept = [
            clause
            for clause in re.split(r"[，；。]", tidy(one.text, outline.ground))
            if _DONE.search(clause) and not re.search(r"要|我|大家|讲得|都", clause)
        ]
        if kept:
            return f"会上，{re.sub('^(?:刚才|会前|会上)', '', '，'.join(kept))}。"
    return ""


@dataclass(slots=True)
class _Line:
    """A sentence that the minutes may hold: how it is introduced, and how soon it is left out."""

    verb: str
    words: str
    said: Utterance
    rank: int
    place: int
    field: str = ""
    """Title of the numbered field under which it was said, where the section is told field by field."""


def _sections(outline: Outline, material: Material) -> list[dict[str, Any]]:
    """Give the sections, as many sentences as the minutes have room for, the settled matters first."""
    quotes = not material.answers.get("批示", "").startswith(("乙", "删"))
    lines = {id(chapter): _lines(chapter, outline, quotes=quotes) for chapter in outline.chapters}
    told = [
        line
        for found in lines.values()
        for line in found
        if line.verb == "会议指出" and len(line.words) <= _FIRST
    ]
    for line in told[:1]:
        line.rank = 1  # what the meeting starts from
    ranked = _in_turn(list(lines.values()))
    kept: set[int] = set()
    run_on = sum(len(line.words) + _PER_POINT for line in ranked if line.rank <= 1) > _WHOLE
    each = 0 if run_on else _PER_POINT
    room = _WHOLE - sum(len(chapter.title) + _PER_TITLE for chapter in outline.chapters if lines[id(chapter)])
    for line in ranked:
        if room <= 0 or (line.rank > 1 and len(line.words) > room):
            continue
        room -= len(line.words) + (each if line.rank <= 1 else 0)
        kept.add(id(line))
    made: list[dict[str, Any]] = []
    for chapter in outline.chapters:
        rows = _passages([line for line in lines[id(chapter)] if id(line) in kept], material, run_on=run_on)
        if rows:
            made.append({**({"标题": chapter.title} if chapter.title else {}), "条目": rows})
    return made


def _in_turn(chapters: list[list[_Line]]) -> list[_Line]:
    """Give the lines of every section as they are taken: by rank, and within a rank one of each section in turn."""
    keyed: list[tuple[int, int, int, _Line]] = []
    for found in chapters:
        taken: Counter[int] = Counter()
        for line in sorted(found, key=lambda line: line.place):
            keyed.append((line.rank, taken[line.rank], line.place, line))
            taken[line.rank] += 1
    return [line for *_, line in sorted(keyed, key=lambda key: key[:3])]


_FIRST = 130
"""Characters of the first told sentence up to which the minutes keep it in any case."""
_PER_TITLE, _PER_POINT = 20, 12
"""Characters that a heading's and a point's half-empty line cost."""


def _lines(chapter: Chapter, outline: Outline, *, quotes: bool) -> list[_Line]:
    found: list[_Line] = []
    for number, (words, one) in enumerate(_told(chapter, outline, quotes=quotes)):
        found.append(
            _Line("会议指出", words, one, 7 if one.kind == "S" else 4 if number == 0 else 6, one.start)
        )
    fields = {subtitle(one, chapter) for one in chapter.sentences if one.kind in ORDERS or one.kind == "R"}
    numbered = len(fields - {""}) >= _FIELDS
    if numbered:
        found += _field_lines(chapter, outline)
    there = {id(line.said) for line in found}
    kept = _KEPT_RULES if chapter.title and not chapter.orders else 0
    for number, (words, one) in enumerate(_written(chapter, outline, "R", limit=4)):
        if id(one) not in there:
            rank = 1 if number < kept else 3 if number == 0 else 5
            found.append(_Line("会议强调", words, one, rank, one.start))
    for words, one in _written(chapter, outline, "DAP", limit=None):
        if id(one) in there:
            continue
        if _is_settled(one):
            found.append(_Line("会议明确", words, one, 1, one.start))
        else:
            found.append(_Line("会议要求", words, one, 2, one.start))
    return found


_KEPT_RULES = 2
"""Requirements that the minutes keep in any case of a section that orders nothing."""
_FIELDS = 3
"""Numbered fields from which a section's paragraph counts them as the speech does: 一是危化企业，…"""


def _field_lines(chapter: Chapter, outline: Outline) -> list[_Line]:
    """Give what the speech asks for under each of its numbered fields, each line with the title of its field.

    Fields of which at least half name a unit, a day or a number are what the meeting settled; else they are asked for.
    """
    said = [
        (words, one, _field_title(one, chapter))
        for words, one in _written(chapter, outline, "DAPR", limit=None)
        if subtitle(one, chapter)
    ]
    settled = {one.section[-1] for _, one, _ in said if _is_settled(one)}
    fields = {one.section[-1] for _, one, _ in said}
    verb = "会议明确" if 2 * len(settled) >= len(fields) else "会议要求"
    return [_Line(verb, words, one, 1, one.start, field) for words, one, field in said]


def _field_title(one: Utterance, chapter: Chapter) -> str:
    counted = re.search(r"[一二三四五六七八九十]是[^，。：；]{1,16}(?=[。：；\s]*$)", one.section[-1][1])
    return counted[0] if counted else subtitle(one, chapter)


def _passages(lines: list[_Line], material: Material, *, run_on: bool) -> list[dict[str, Any]]:
    """Give the paragraphs of a section: 指出 and 强调 in one, 明确 as numbered points (or run on), 要求 in one."""
    groups = {verb: [line for line in lines if line.verb == verb] for verb in _VERBS}
    rows = []
    first = groups["会议指出"] + groups["会议强调"]
    if first:
        words = _paragraph("会议指出", groups["会议指出"]) + _paragraph("会议强调", groups["会议强调"])
        rows.append(_row(words, first, material))
    settled = groups["会议明确"]
    if any(line.field for line in settled) and not run_on:
        rows.append({"内容": "会议明确："})
        rows += [
            _row(f"{number}.{_point(group)}", group, material)
            for number, group in enumerate(_by_field(settled), start=1)
        ]
    elif len(settled) > 1 and not run_on:
        rows.append({"内容": "会议明确："})
        rows += [
            _row(f"{number}.{line.words}", [line], material) for number, line in enumerate(settled, start=1)
        ]
    elif settled:
        rows.append(_row(_paragraph("会议明确", settled), settled, material))
    if groups["会议要求"]:
        rows.append(_row(_paragraph("会议要求", groups["会议要求"]), groups["会议要求"], material))
    return rows


_VERBS = ("会议指出", "会议强调", "会议明确", "会议要求")


def _is_settled(one: Utterance) -> bool:
    """Tell whether an order names a unit, a day or a number, or is a decision: 会议明确, else 会议要求."""
    task = one.task
    if one.kind == "D" or task is None:
        return one.kind == "D"
    named = any(owner.origin in ("stated", "typed") for owner in task.owners)
    return named or bool(task.quantities) or any(deadline.date for deadline in task.deadlines)


def _by_field(lines: list[_Line]) -> list[list[_Line]]:
    """Give the lines of each field together, in the order of the speech; one that stands under no field alone."""
    groups: list[list[_Line]] = []
    for line in sorted(lines, key=lambda line: line.place):
        if groups and line.field and groups[-1][0].field == line.field:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _point(group: list[_Line]) -> str:
    """Give a field's lines as one point under its title: 危险化学品。市应急局牵头……"""
    title = re.sub(r"^[一二三四五六七八九十]是", "", group[0].field)
    words = "".join(line.words for line in group)
    return words if not title or words.startswith(title) else f"{title}。{words}"


def _paragraph(verb: str, lines: list[_Line]) -> str:
    """Give lines in one paragraph; fields are counted as a speech counts them: 一是危化企业，……二是旅游安全，……"""
    if not lines:
        return ""
    words = ""
    number = 0
    for group in _by_field(lines) if any(line.field for line in lines) else [lines]:
        title = group[0].field
        number += bool(title)
        counted = (
            title
            if not title or re.match(r"[一二三四五六七八九十]是", title)
            else f"{to_chinese(number)}是{title}"
        )
        words += f"{counted}，" if counted else ""
        words += "".join(line.words for line in group)
    return f"{verb}，{words}"


def _row(words: str, lines: list[_Line], material: Material) -> dict[str, Any]:
    said = [line.said for line in lines]
    row = {
        "内容": retold(words, said, material.text),
        "任务编号": task_ids(said),
        "来源": sources(said, material.text, material.file),
    }
    return {label: value for label, value in row.items() if value}


def _told(chapter: Chapter, outline: Outline, *, quotes: bool) -> list[tuple[str, Utterance]]:
    """Give what a section tells: facts with figures, judgements, what superiors said, in its order."""
    left = dict(_TOLD) if quotes else {**_TOLD, "Q": 0}
    found = []
    asked = {
        id(before)
        for before, one in pairwise(chapter.sentences)
        if before.kind == "Q" and on_orders_of(before, one, outline.ground)
    }
    for one in chapter.sentences:
        if id(one) in asked:
            continue  # it stands with what is to be done by it: 按照**书记的要求…
        if left.get(one.kind, 0) <= 0 or (one.kind == "F" and not re.search(r"\d", one.text)):
            continue
        words = end(_clean(one, outline))
        if re.search(r"大家|咱们|在座|各位", one.text):
            continue  # said to the hearers
        if one.kind == "S" and not _is_parallel(words):
            continue
        if len(words) < 10 or still_spoken(words) or not _is_whole(words):
            continue
        left[one.kind] -= 1
        found.append((words, one))
    return found


def _is_parallel(words: str) -> bool:
    """Tell whether a saying has clauses of one length, as slogans have; 在值班室睡觉，手机静音 has none."""
    clauses = [clause for clause in re.split(r"[，；。、]", words) if clause]
    return len(clauses) == 1 or len({len(clause) for clause in clauses}) == 1


def _is_whole(words: str) -> bool:
    """Tell whether a told sentence can stand in a paper: quotes closed, nothing it points back to, no speaker's aside."""
    return (
        words.count("“") == words.count("”")
        and not re.match(r"这|那|它|他|她|气是|有的|还有的|其中", words)
        and not re.search(r"不少同志|有的同志|在座|各位|对不对|是不是|听说|说白了|打瞌睡", words)
    )


def _clean(one: Utterance, outline: Outline) -> str:
    return fix_days(tidy(one.text, outline.ground), outline.ground.day)


def _spoken(one: Utterance, outline: Outline, named: list[str]) -> str:
    words = tidy(one.text, outline.ground, meant_by_you(one, named))
    return name_me(words, outline.ground.me) if one.kind in ORDERS else words


def _written(
    chapter: Chapter, outline: Outline, kinds: str, *, limit: int | None
) -> list[tuple[str, Utterance]]:
    """Give the sentences of some kinds as the minutes print them: 要 stays, where the plan leaves it out."""
    found: list[tuple[str, Utterance]] = []
    named: list[str] = []
    passed_on: Utterance | None = None
    for one in chapter.sentences:
        asked, passed_on = passed_on, one if one.kind == "Q" else None
        if one.kind not in kinds or (limit is not None and len(found) >= limit):
            continue
        if lost_actor(one, outline.ground):
            continue
        stated = [owner.text for owner in (one.task.owners if one.task else ()) if owner.origin == "stated"]
        words = on_orders_of(asked, one, outline.ground) or drop_tails(
            drop_narration(_spoken(one, outline, named))
        )
        named = stated or named
        if still_spoken(words):
            words = drop_spoken(words)
        if kinds != "R":
            words = drop_should(front_actor(words))
        words = end(words)
        if len(words) < 6 or words.endswith("？"):
            continue
        if kinds == "R" and (
            not re.search(
                r"要|必须|不得|不能|坚持|^(?:加快|加强|加大|推广|推进|健全|完善|建立|强化|落实|提升|严格|深化)",
                words,
            )
            or re.search(r"认真学习领会", words)
        ):
            continue
        found.append((words, one))
    return found
