"""What people decided, written into every paper: the models here, the words of the speech by `masks_of`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from tongzhi.draft.answers import masks_of, pairs_of
from tongzhi.draft.days import say_day
from tongzhi.errors import InputError, Place
from tongzhi.model.base import walk
from tongzhi.papers.meeting import Meeting as Model

if TYPE_CHECKING:
    from tongzhi.draft.drafting import DraftPaper
    from tongzhi.papers.meeting import Meeting


AS_IS = ("照印", "照现在印", "甲", "不改", "是")

CONFIRMED = ("确认", "按建议", "同意", "照建议", "全部确认", *AS_IS)


def settled_meeting(meeting: Meeting, answers: Mapping[str, str]) -> Meeting:
    """Give the meeting with what was decided about it.

    Raises:
        InputError: a value can't be read.
    """
    given = pairs_of(answers.get("会议", ""))
    if not given:
        return meeting

    try:
        return Model.model_validate({**meeting.to_data(), **given})
    except ValueError as error:
        raise _wrong("会议", answers["会议"], "写成 主持人=李某（副市长）；地点=市政府三楼会议室") from error


def _wrong(key: str, answer: str, instead: str) -> InputError:
    return InputError.one(
        f"“{key}”填的是“{answer[:40]}”，看不懂", instead, place=Place(file="定稿单.xlsx", field=key)
    )


def apply_answers(papers: Iterable[DraftPaper], answers: Mapping[str, str], day: date | None) -> None:
    """Write what was decided into the papers.

    Args:
        papers: the papers, changed in place.
        answers: key of the decision → answer.
        day: the meeting's day.

    Raises:
        InputError: an answer can't be understood.
    """
    made = list(papers)
    for old, new in masks_of(answers).items():
        _say_instead(made, old, new)
    _settle_leads(made, answers.get("责任单位", "").strip())
    _settle_dues(made, answers.get("时限", "").strip())
    for key in ("折日", "休息日"):
        for old, new in pairs_of(answers.get(key, "")).items():
            _replace_day(made, old, new, key, day)
    report = answers.get("报送", "").strip()
    if report and not report.startswith(AS_IS) and not report.startswith("不"):
        for paper in made:
            if paper.document.key == "circular":
                closing = getattr(paper.document, "closing", "")
                words = report.removeprefix("乙").strip("。 ")
                paper.document.closing = f"{words}。{closing}"  # type: ignore[attr-defined]
    if answers.get("发文", "").startswith("乙"):
        agreed = re.search(r"经[^，。”]{2,20}同意", answers["发文"])
        for paper in made:
            if agreed and hasattr(paper.document, "approved_by"):
                paper.document.approved_by = agreed[0]


def _say_instead(made: Sequence[DraftPaper], old: str, new: str) -> None:
    """Print other words for what was covered, wherever a paper has it."""
    for paper in made:
        for part, path in walk(paper.document):
            if "sources" in path:
                continue
            for name, value in list(part.__dict__.items()):
                if isinstance(value, str) and old in value:
                    setattr(part, name, value.replace(old, new))
                elif isinstance(value, list) and any(isinstance(item, str) and old in item for item in value):
                    setattr(
                        part,
                        name,
                        [item.replace(old, new) if isinstance(item, str) else item for item in value],
                    )


def _plan_rows(made: Sequence[DraftPaper]) -> list[Any]:
    return [task for paper in made if paper.document.key == "plan" for task in paper.document.tasks]  # type: ignore[attr-defined]


def _settle_leads(made: Sequence[DraftPaper], answer: str) -> None:
    if not answer:
        return
    tasks = _plan_rows(made)
    pairs = pairs_of(answer)
    if pairs:
        for number, unit in pairs.items():
            if not number.isdigit() or not 1 <= int(number) <= len(tasks):
                raise _wrong(
                    "责任单位", answer, f"写成 行号=单位，行号从 1 到 {len(tasks)}，如 6=市林业局；9=市公安局"
                )
            _change(made, tasks[int(number) - 1], unit)
        if not re.search(r"(?:^|[；;，,。\n])\s*(?:其余|其他)?(?:都|均)?(?:确认|照建议|按建议|同意)", answer):
            return
    elif not answer.startswith(CONFIRMED):
        raise _wrong("责任单位", answer, "写 确认，或写成 6=市林业局；9=市公安局")
    for paper in made:
        paper.document.settle()


def _change(made: Sequence[DraftPaper], row: Any, unit: str) -> None:
    """Write a unit into a row of the table, and into the lines of the list that had the same unit for the same task.

    The points of plan and minutes are of tasks too, and what they call `lead` is a heading.
    """
    before = row.lead
    row.lead = unit
    row.origins.pop("lead", None)
    for paper in made:
        for part, _ in walk(paper.document):
            if "unit" not in type(part).model_fields or getattr(part, "unit", "") != before:
                continue
            if row.task_id in str(getattr(part, "task_id", "")).split("、"):
                part.unit = unit  # type: ignore[attr-defined]  # it is among its fields
                part.origins.pop("unit", None)


def _settle_dues(made: Sequence[DraftPaper], answer: str) -> None:
    if not answer or answer.startswith((*AS_IS, "空着", "留空")):
        return
    tasks = _plan_rows(made)
    pairs = pairs_of(answer)
    everywhere = not pairs and _day(answer) is not None
    if everywhere:
        pairs = {str(n): answer for n, task in enumerate(tasks, 1) if not task.when and task.due is None}
    if not pairs and not everywhere:
        raise _wrong("时限", answer, "写 空着、一个日期，或写成 3=2026-12-31；5=长期坚持")
    for number, words in pairs.items():
        if not number.isdigit() or not 1 <= int(number) <= len(tasks):
            raise _wrong("时限", answer, f"行号从 1 到 {len(tasks)}")
        task, day = tasks[int(number) - 1], _day(words)
        task.when = f"{say_day(day, weekday=False)}前" if day else words
        task.due = day or task.due
        task.origins.pop("due", None)


def _day(words: str) -> date | None:
    found = re.search(r"(\d{4})[-/年.](\d{1,2})[-/月.](\d{1,2})", words)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def _replace_day(made: Sequence[DraftPaper], old: str, new: str, key: str, day: date | None) -> None:
    """Write another day wherever a paper prints the old one: in sentences with its weekday, in the table without."""
    before, after = _month_day(old), _month_day(new)
    if before is None or after is None:
        raise _wrong(key, f"{old}={new}", "写成 9月21日=9月19日")
    pattern = re.compile(rf"(?<!\d){before[0]}月{before[1]}日(?P<week>（星期.）)?")
    try:
        other = date(day.year if day else 2000, *after)
    except ValueError as error:
        raise _wrong(key, f"{old}={new}", "没有这一天；写成 9月21日=9月19日") from error

    def say(found: re.Match[str]) -> str:
        return say_day(other, weekday=bool(found["week"]) and day is not None)

    for paper in made:
        for part, path in walk(paper.document):
            if "sources" in path:
                continue
            for name, value in list(part.__dict__.items()):
                if isinstance(value, str):
                    setattr(part, name, pattern.sub(say, value))
                elif type(value) is date and (value.month, value.day) == before:
                    setattr(part, name, value.replace(month=after[0], day=after[1]))


def _month_day(words: str) -> tuple[int, int] | None:
    found = re.search(r"(\d{1,2})[月/-](\d{1,2})日?$", words.strip())
    return (int(found[1]), int(found[2])) if found else None
