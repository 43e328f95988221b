"""A speech on the page: its paragraphs in sentences with their parts, its tasks as cards, and what differs after an act."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_cells import OPEN, ORIGINS, Cells, show_cells
from tongzhi.model.task_slots import Span
from tongzhi.web.look import say_day
from tongzhi.web.task_acts import (
    COLUMNS,
    confirm_all,
    edit,
    is_suggested,
    pack,
    turn,
    unpack,
)

__all__ = ["COLUMNS", "confirm_all", "edit", "is_suggested", "pack", "turn", "unpack"]

REASONS = {
    "force": "要求用语", "act": "动作", "object": "对象", "actor": "责任主体", "deadline": "时限", "general": "一般提法", "heading": "标题",
    "past": "说的是已做的事", "told": "转述", "fact": "陈述情况", "no-demand": "", "bare": "", "praise": "肯定成绩", "hope": "希望",
    "state": "陈述情况", "reason": "说明原因", "greeting": "礼节用语",
}  # fmt: skip
_KINDS = {"action": "s-task", "requirement": "s-rule", "none": ""}


@dataclass(frozen=True, slots=True)
class SpeechPiece:
    """A stretch of a paragraph: a sentence with its number and what became of it, or what stands between.

    Attributes:
        start: where it begins in the text.
        html: its words, who and when and how many marked.
        number: of the sentence; `None` for what stands between.
        css: classes of the sentence.
        task: the number of the task that was made of it.
    """

    start: int
    html: Markup
    number: int | None = None
    css: str = ""
    task: str = ""
    kind: str = "none"
    dom: str = ""


@dataclass(frozen=True, slots=True)
class SpeechParagraph:
    """A line of the speech; `no` is the number of its first task."""

    pieces: tuple[SpeechPiece, ...]
    no: str = ""
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A task as the list shows it.

    Attributes:
        dom: its id on the page.
        seen: what stands in it, as a mark by which two windows know whether they saw the same.
    """

    id: str
    dom: str
    number: int
    title: str
    text: str
    said: Markup
    kind: str
    owner: str
    origin: str
    due: str
    day: str
    shown_day: str
    quantities: tuple[str, ...]
    field: str
    suggested: bool
    changed: bool
    why: str
    start: int
    end: int
    owners: tuple[str, ...]
    seen: str


@dataclass(frozen=True, slots=True)
class TaskSection:
    """The tasks below one heading."""

    title: str
    cards: tuple[Card, ...]


class Index:
    """Which tasks stand in which sentence, found once for a whole list."""

    def __init__(self, tasks: TaskList) -> None:
        order = sorted(range(len(tasks.sentences)), key=lambda number: tasks.sentences[number].source.start)
        starts = [tasks.sentences[number].source.start for number in order]
        self._sentences = tasks.sentences
        self._own: dict[int, list[Task]] = {}
        self._number: dict[str, int] = {}
        for task in tasks.tasks:
            at = bisect_right(starts, task.source.start) - 1
            if at >= 0 and task.source.start < tasks.sentences[order[at]].source.end:
                self._own.setdefault(order[at], []).append(task)
                self._number[task.id] = order[at]

    def tasks_of(self, number: int) -> list[Task]:
        """Give the tasks of a sentence."""
        return self._own.get(number, [])

    def start_of(self, number: int) -> int:
        """Give where a sentence begins."""
        return self._sentences[number].source.start

    def sentence_of(self, task: Task) -> int:
        """Give the number of the sentence that a task stands in, -1 for one written by hand."""
        return self._number.get(task.id, -1)


def marked(text: str, base: int, tasks: Iterable[Task]) -> Markup:
    """Give words with the parts that tasks found in them marked: who, when, how many."""
    spans: list[tuple[int, int, str]] = []
    for task in tasks:
        for css, parts in (("who", task.owners), ("when", task.deadlines), ("many", task.quantities)):
            for part in parts:
                source: Span | None = part.source
                if source and base <= source.start < source.end <= base + len(text):
                    spans.append((source.start - base, source.end - base, css))
    pieces, at = [], 0
    for start, end, css in sorted(set(spans), key=lambda one: (one[0], -one[1])):
        if start < at:
            continue
        pieces += [escape(text[at:start]), Markup('<span class="{}">{}</span>').format(css, text[start:end])]
        at = end
    return Markup("").join([*pieces, escape(text[at:])])


def paragraphs(text: str, tasks: TaskList) -> list[SpeechParagraph]:
    """Give the whole text line by line, nothing left out, sentences with the tasks made of them."""
    pieces, index = _pieces(text, tasks), Index(tasks)
    lines: list[SpeechParagraph] = []
    start = 0
    at = 0
    for line in text.split("\n"):
        end = start + len(line)
        own: list[SpeechPiece] = []
        while at < len(pieces) and pieces[at][0] < end:
            first, last, number = pieces[at]
            first = max(first, start)
            own.append(_piece(text, first, min(last, end), number, index))
            if last <= end:
                at += 1
            else:
                break
        no = next((piece.task for piece in own if piece.task and piece.kind == "action"), "")
        heading = (
            bool(own)
            and len(line) < 40
            and all(piece.kind != "action" for piece in own)
            and _is_heading(line)
        )
        lines.append(SpeechParagraph(tuple(own), no, heading))
        start = end + 1
    return lines


def _is_heading(line: str) -> bool:
    bare = line.strip()
    if not bare or len(bare) > 35 or bare[-1] in "，、；：":
        return False
    return bool(
        re.match(r"[一二三四五六七八九十]|[（(][一二三四五六七八九十]|第[一二三四五六七八九十]", bare)
    )


def _pieces(text: str, tasks: TaskList) -> list[tuple[int, int, int | None]]:
    found: list[tuple[int, int, int | None]] = []
    at = 0
    for number, sentence in enumerate(tasks.sentences):
        start, end = sentence.source.start, sentence.source.end
        if start < at:
            continue
        if start > at:
            found.append((at, start, None))
        found.append((start, end, number))
        at = end
    if at < len(text):
        found.append((at, len(text), None))
    return found


def _piece(text: str, start: int, end: int, number: int | None, index: Index) -> SpeechPiece:
    if number is None:
        return SpeechPiece(start, escape(text[start:end]))
    own = index.tasks_of(number)
    first = next((task for task in own if task.is_action), own[0] if own else None)
    kind = first.kind if first else "none"
    css = _KINDS[kind] + (" s-ask" if any(is_suggested(task) for task in own) else "")
    dom = f"s-{number}" if start == index.start_of(number) else f"s-{number}-{start}"
    return SpeechPiece(
        start, marked(text[start:end], start, own), number, css.strip(), first.id if first else "", kind, dom
    )


def make_cards(tasks: TaskList, kind: str = "action", today: date | None = None) -> list[Card]:
    """Give the tasks of a kind in the order of the speech."""
    index = Index(tasks)
    wanted = sorted((task for task in tasks.tasks if task.kind == kind), key=lambda one: one.source.start)
    return [_card(row, tasks, index.sentence_of(task), today) for task in wanted for row in task.rows()]


def changed_cards(before: TaskList, after: TaskList, today: date | None = None) -> list[Card] | None:
    """Give the cards that an act changed; `None` when tasks came, went or moved, so that the whole list is made anew."""
    olds, news = before.tasks, after.tasks
    if len(olds) != len(news) or before.meeting_date != after.meeting_date:
        return None
    if any(one.kind != other.kind or _ids(one) != _ids(other) for one, other in zip(olds, news, strict=True)):
        return None
    index = Index(after)
    return [
        _card(row, after, index.sentence_of(task), today)
        for old, task in zip(olds, news, strict=True)
        if old != task and task.kind == "action"
        for row in task.rows()
    ]


def _ids(task: Task) -> list[str]:
    return [row.id for row in task.rows()]


def changed_pieces(text: str, before: TaskList, after: TaskList) -> list[SpeechPiece]:
    """Give the sentences of the text that look otherwise after an act."""
    old, new = Index(before), Index(after)
    numbers = {
        number for number in range(len(after.sentences)) if old.tasks_of(number) != new.tasks_of(number)
    }
    found = []
    for start, end, number in _pieces(text, after):
        if number not in numbers:
            continue
        at = start
        for line in text[start:end].split("\n"):  # a sentence may run over lines: each line shows its part
            if line:
                found.append(_piece(text, at, at + len(line), number, new))
            at += len(line) + 1
    return found


def sections(cards: Iterable[Card], tasks: TaskList) -> list[TaskSection]:
    """Give cards below the headings that they stand under in the speech."""
    titles = {
        row.id: (row.section[-1].strip() if row.section else "开头") for row in tasks.lines(requirements=True)
    }
    found: list[tuple[str, list[Card]]] = []
    for card in cards:
        title = titles.get(card.id, "")
        if not found or found[-1][0] != title:
            found.append((title, []))
        found[-1][1].append(card)
    return [TaskSection(title, tuple(own)) for title, own in found]


def _card(task: Task, tasks: TaskList, number: int, today: date | None) -> Card:
    cells = show_cells(task)
    due = task.due
    origins = dict.fromkeys(owner.origin for owner in task.owners)
    return Card(
        id=task.id,
        dom=f"t-{task.id}",
        number=number,
        title=task.title,
        text=task.text,
        said=marked(task.text, task.source.start, (task,)),
        kind=task.kind,
        owner="" if cells["责任单位"] == OPEN else cells["责任单位"],
        origin=next((ORIGINS[one] for one in origins if one in ("context", "suggested", "owners-file")), ""),
        due="" if cells["时限"] == OPEN else cells["时限"],
        day=cells["到期日"],
        shown_day=say_day(due.date, tasks.meeting_date or today) if due and due.date else "",
        quantities=tuple(quantity.text for quantity in task.quantities),
        field=task.field or "",
        suggested=is_suggested(task),
        changed=bool(task.typed),
        why=_why(task),
        start=task.source.start,
        end=task.source.end,
        owners=tuple(name for owner in task.owners for name in (owner.names or (owner.text,)) if name),
        seen=_mark(cells),
    )


def seen_mark(task: Task) -> str:
    """Give a mark of what stands in a task."""
    return _mark(show_cells(task))


def _mark(cells: Cells) -> str:
    shown = "|".join(cells[name] for name in ("任务", "内容", "责任单位", "时限", "到期日", "领域"))
    return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:12]


def _why(task: Task) -> str:
    parts = []
    said = say_reasons(task.why)
    if task.why and said:
        parts.append(f"列入的根据：{said}。")
    elif "kind" in task.typed:
        parts.append("由人列入。")
    if is_suggested(task):
        parts.append("单位讲话没说，按分工建议。")
    elif any(owner.origin == "context" for owner in task.owners):
        parts.append("单位承上文。")
    notes = [f"“{one.text}”{one.note}" for one in task.deadlines if one.note]
    if notes:
        parts.append("；".join(notes) + "。")
    if task.source.end:
        parts.append(f"原文第 {task.source.start + 1}—{task.source.end} 字。")
    return "".join(parts)


def rejected(tasks: TaskList) -> list[tuple[int, str, str]]:
    """Give the sentences that became no task: number, words, reason."""
    index = Index(tasks)
    return [
        (number, sentence.text, say_reasons(sentence.why) or "没有要求做什么")
        for number, sentence in enumerate(tasks.sentences)
        if not index.tasks_of(number)
    ]


def say_reasons(why: tuple[str, ...]) -> str:
    """Give reason codes as words: 陈述情况“已经”; empty when none says anything."""
    said: dict[str, list[str]] = {}
    for code in why:
        name, _, word = code.partition(":")
        label = REASONS.get(name, "")
        if label or word:
            said.setdefault(label, []).append(word)
    parts = []
    for label, words in said.items():
        quoted = "".join(f"“{word}”" for word in dict.fromkeys(words) if word)
        parts.append(f"{label}{quoted}" if label else "、".join(dict.fromkeys(words)))
    return "、".join(part for part in parts if part)


def count_suggested(tasks: TaskList) -> int:
    """Give how many lines wait to be confirmed."""
    return sum(is_suggested(task) for task in tasks.lines())


@dataclass(frozen=True, slots=True)
class Counts:
    """What the filters say."""

    actions: int
    ask: int
    no_due: int
    no_owner: int
    rules: int
    out: int
    dated: int


def count(tasks: TaskList) -> Counts:
    """Count what the filters of the list tell apart; `dated` are the days that follow from the meeting's."""
    actions = tasks.lines()
    return Counts(
        len(actions),
        count_suggested(tasks),
        sum(not task.deadlines for task in actions),
        sum(not task.owners for task in actions),
        len(tasks.requirements),
        len(rejected(tasks)),
        sum(bool(task.due and task.due.date) for task in actions),
    )


def owners_of(tasks: TaskList) -> list[tuple[str, int]]:
    """Give the units of the list with how many tasks each has, the busiest first."""
    found: dict[str, int] = {}
    for task in tasks.lines():
        for name in dict.fromkeys(
            name for owner in task.owners for name in (owner.names or (owner.text,)) if name
        ):
            found[name] = found.get(name, 0) + 1
    return sorted(found.items(), key=lambda one: -one[1])
