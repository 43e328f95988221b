"""What a person does to the task list of a speech: turn, edit, confirm, add, split, merge, retitle, change the text or the day.

Every act is a pure function from list to list; the page keeps what it gives, and what was before it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from tongzhi.errors import InputError
from tongzhi.model.speech_notes import Sentence
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_cells import FIELDS, put_rows, read_task, show_sentence, show_task
from tongzhi.model.task_slots import Owner, Span
from tongzhi.web.posted import read_spoken_day

COLUMNS = {"owner": "责任单位", "due": "时限", "day": "到期日", "field": "领域", "title": "任务"}
Extract = Callable[[str, date | None], TaskList]
"""From a text and the meeting's day to its list: the road that every speech takes."""


def find_row(tasks: TaskList, row_id: str) -> tuple[Task, int, Task]:
    """Give the line of a number: the task it belongs to, which of its parts it is, and the line as a task of its own.

    Raises:
        InputError: there is none.
    """
    for task in tasks.tasks:
        for at, row in enumerate(task.rows()):
            if row.id == row_id:
                return task, at, row
    raise InputError.one("清单里没有这一项", "刷新页面再试")


def find_task(tasks: TaskList, row_id: str) -> Task:
    """Give a line by its number, as a task of its own.

    Raises:
        InputError: there is none.
    """
    return find_row(tasks, row_id)[2]


def _swap(tasks: TaskList, whole: Task, rows: Sequence[Task]) -> TaskList:
    """Put lines in the place of a task."""
    return _put(tasks, (whole,), tuple(rows))


def _put(tasks: TaskList, old: tuple[Task, ...], new: tuple[Task, ...]) -> TaskList:
    kept = [task for task in tasks.tasks if task not in old]
    ordered = sorted((*kept, *new), key=lambda task: (task.source.start, task.source.end))
    return replace(tasks, tasks=tuple(ordered))


def inside(tasks: TaskList, span: Span) -> tuple[Task, ...]:
    """Give the tasks that begin within a stretch of the text."""
    return tuple(task for task in tasks.tasks if span.start <= task.source.start < span.end)


def turn(tasks: TaskList, original: TaskList, number: int) -> TaskList:
    """Turn a sentence into a task, or the tasks of a sentence out of the list; what was found in it comes back with it.

    Raises:
        InputError: there is no such sentence.
    """
    if not 0 <= number < len(tasks.sentences):
        raise InputError.one("没有这一句", "刷新页面再试")
    sentence = tasks.sentences[number]
    there = inside(tasks, sentence.source)
    if any(task.is_action for task in there):
        return _put(tasks, there, ())
    known = inside(original, sentence.source)
    if known:
        back = tuple(task if task.is_action else _as_action(task) for task in known)
    else:
        cells = show_sentence(sentence, number) | {"采用": "是"}
        made = read_task(cells, tasks.meeting_date, fresh=fresh_id(tasks))
        back = (replace(made, kind="action", source=sentence.source),)
    return _put(tasks, there, back)


def _as_action(task: Task) -> Task:
    return replace(task, kind="action", typed=tuple(dict.fromkeys((*task.typed, "kind"))))


def take_out(tasks: TaskList, task_id: str) -> TaskList:
    """Take one task out of the list.

    Raises:
        InputError: there is no such task.
    """
    whole, at, _ = find_row(tasks, task_id)
    return _swap(tasks, whole, [row for place, row in enumerate(whole.rows()) if place != at])


def take_in(tasks: TaskList, task_id: str) -> TaskList:
    """Make a task of a general requirement.

    Raises:
        InputError: there is no such line.
    """
    whole, _, _ = find_row(tasks, task_id)
    return _swap(tasks, whole, (_as_action(whole),))


def fresh_id(tasks: TaskList, stem: str = "补") -> str:
    """Give a number that no task has."""
    taken = {task.id for task in tasks.lines(requirements=True)} | {task.id for task in tasks.tasks}
    return next(f"{stem}{number}" for number in range(1, len(taken) + 2) if f"{stem}{number}" not in taken)


def edit(tasks: TaskList, task_id: str, changes: Mapping[str, str], *, confirm: bool = False) -> TaskList:
    """Give the list with one task changed; `confirm` settles its suggestions.

    A changed time limit is read again, and its day with it, unless a day is given too.

    Raises:
        InputError: there is no such task, or a value cannot be used.
    """
    whole, at, task = find_row(tasks, task_id)
    if changes.get("field", "") not in ("", *FIELDS):
        raise InputError.one(f"没有领域“{changes['field']}”", "从列出的领域里选")
    shown = show_task(task)
    given = {COLUMNS[name]: value.strip() for name, value in changes.items() if name in COLUMNS}
    if "到期日" in given:
        day = read_spoken_day(given["到期日"], tasks.meeting_date or date.today())
        given["到期日"] = day.isoformat() if day else ""
        if "时限" in given and given["时限"] != shown["时限"] and given["到期日"] == shown["到期日"]:
            del given["到期日"]  # the words changed and the day did not: it follows the words
    made = replace(read_task(shown | given, tasks.meeting_date), source=task.source)
    if confirm:
        made = replace(made, owners=tuple(_settled(owner) for owner in made.owners))
    rows = list(whole.rows())
    rows[at] = made
    return _swap(tasks, whole, put_rows(whole, rows) if whole.split else rows)


def _settled(owner: Owner) -> Owner:
    if owner.origin != "suggested":
        return owner
    return replace(owner, origin="typed", text=owner.text or owner.label)


def is_suggested(task: Task) -> bool:
    """Tell whether a person must still confirm who is responsible."""
    return any(owner.origin == "suggested" for owner in task.owners)


def confirm_all(tasks: TaskList) -> TaskList:
    """Settle every suggestion."""
    for task in tasks.lines(requirements=True):
        if is_suggested(task):
            tasks = edit(tasks, task.id, {}, confirm=True)
    return tasks


def add(tasks: TaskList, text: str, start: int, end: int, extract: Extract) -> TaskList:
    """Make a task of chosen words; who and when are found in them as in any speech.

    Args:
        tasks: the list.
        text: the whole speech.
        start: where the words begin, in code points.
        end: where they end.
        extract: reads the words on their own.

    Raises:
        InputError: nothing is chosen, or the words are a task already.
    """
    chosen = text[max(0, start) : end]
    begin = max(0, start) + len(chosen) - len(chosen.lstrip())
    words = chosen.strip()
    if len(words) < 2:
        raise InputError.one("没有选中字", "在原文里选几个字再点")
    span = Span(begin, begin + len(words))
    if any(task.source == span and task.is_action for task in tasks.tasks):
        raise InputError.one("这几个字已经是一项任务", "在右边改它")
    found = [task for task in extract(words, tasks.meeting_date).tasks if task.text]
    section = next((task.section for task in reversed(tasks.tasks) if task.source.start <= begin), ())
    name = fresh_id(tasks)
    if found:
        first = shift(found[0], begin)
        made = replace(
            first, id=name, kind="action", text=words, source=span, section=section, typed=("kind",)
        )
    else:
        cells = show_sentence(Sentence(words, "none", (), span), 0) | {"采用": "是"}
        made = replace(
            read_task(cells, tasks.meeting_date, fresh=name), kind="action", source=span, section=section
        )
    return _put(tasks, (), (made,))


def split(tasks: TaskList, task_id: str, at: int) -> TaskList:
    """Make two tasks of one, parted at a place of the text; what was found stays with the half it stands in.

    Raises:
        InputError: there is no such task, or the place leaves one half empty.
    """
    whole, place, task = find_row(tasks, task_id)
    cut = at - task.source.start
    if not 1 < cut < len(task.text) - 1:
        raise InputError.one("从这里拆不开", "选句子中间的标点")
    halves = (Span(task.source.start, at), Span(at, task.source.end))
    first, second = (_half(task, span) for span in halves)
    rows = [row for row in whole.rows() if row != task]
    rows[place:place] = [first, replace(second, id=fresh_id(tasks, f"{task.id}-"))]
    return _swap(tasks, whole, rows)


def _half(task: Task, span: Span) -> Task:
    base = task.source.start
    raw = task.text[span.start - base : span.end - base]
    text = raw.strip()
    start = span.start + len(raw) - len(raw.lstrip())

    def own(source: Span | None) -> bool:
        return (
            source is None
            or span.start <= source.start < span.end
            or not base <= source.start < task.source.end
        )

    owners = tuple(one for one in task.owners if own(one.source)) or task.owners
    return replace(
        task, text=text, source=replace(span, start=start, end=start + len(text)), title=text[:24], owners=owners,
        deadlines=tuple(one for one in task.deadlines if own(one.source)), quantities=tuple(one for one in task.quantities if own(one.source)),
        typed=tuple(dict.fromkeys((*task.typed, "text"))),
    )  # fmt: skip


def following(tasks: TaskList, task_id: str) -> Task | None:
    """Give the task after one, with which it can be merged."""
    actions = sorted(tasks.lines(), key=lambda task: task.source.start)
    at = next((place for place, task in enumerate(actions) if task.id == task_id), None)
    return actions[at + 1] if at is not None and at + 1 < len(actions) else None


def merge(tasks: TaskList, text: str, task_id: str) -> TaskList:
    """Make one task of one and the next, with the words between them.

    Raises:
        InputError: there is no such task, or none after it.
    """
    whole, _, task = find_row(tasks, task_id)
    other = following(tasks, task_id)
    if other is None:
        raise InputError.one("后面没有任务可并", "选前面一项")
    next_whole, _, other = find_row(tasks, other.id)
    span = replace(task.source, end=max(task.source.end, other.source.end))
    made = replace(
        task, text=text[span.start : span.end], source=span, owners=_union(task.owners, other.owners),
        deadlines=_union(task.deadlines, other.deadlines), quantities=_union(task.quantities, other.quantities),
        typed=tuple(dict.fromkeys((*task.typed, *other.typed, "text"))),
    )  # fmt: skip
    wholes = (whole,) if whole is next_whole else (whole, next_whole)
    rows = [made if row.id == task.id else row for one in wholes for row in one.rows() if row.id != other.id]
    return _put(tasks, wholes, tuple(rows))


def _union(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    words = {each.text or getattr(each, "label", "") for each in one}
    return (*one, *(each for each in other if (each.text or getattr(each, "label", "")) not in words))


def shift(task: Task, by: int) -> Task:
    """Give a task whose places lie further on in the text."""

    def moved(span: Span | None) -> Span | None:
        return replace(span, start=span.start + by, end=span.end + by) if span else None

    source = moved(task.source)
    assert source is not None
    return replace(
        task,
        source=source,
        owners=tuple(replace(one, source=moved(one.source)) for one in task.owners),
        deadlines=tuple(replace(one, source=moved(one.source)) for one in task.deadlines),
        quantities=tuple(replace(one, source=moved(one.source)) for one in task.quantities),
        split=(),
        replaces=None,
    )


def find_places(text: str, words: str, instead: str = "") -> list[int]:
    """Give where words stand; a place that already reads as what they are to become is none (市城管局 for 城管局)."""
    if not words:
        return []
    found, at = [], text.find(words)
    ahead = instead.find(words) if instead else -1
    while at >= 0:
        right = ahead >= 0 and text[max(0, at - ahead) : at - ahead + len(instead)] == instead
        if not right:
            found.append(at)
        at = text.find(words, at + len(words))
    return found


def replace_text(text: str, words: str, instead: str, places: list[int]) -> tuple[str, Callable[[int], int]]:
    """Give the text with words replaced at places, and what an offset of the old text is in the new one."""
    pieces, at = [], 0
    for place in places:
        pieces += [text[at:place], instead]
        at = place + len(words)
    pieces.append(text[at:])
    step = len(instead) - len(words)

    def moved(offset: int) -> int:
        before = sum(place + len(words) <= offset for place in places)
        within = next((place for place in places if place < offset < place + len(words)), None)
        if within is not None:
            return within + step * before + min(offset - within, len(instead))
        return offset + step * before

    return "".join(pieces), moved


def rebuild(
    tasks: TaskList, original: TaskList, fresh: TaskList, text: str, moved: Callable[[int], int]
) -> TaskList:
    """Carry what a person has done over to a list made anew (of a changed text, or for another day of the meeting).

    Args:
        tasks: the list as it stands.
        original: what the program had made of the old text.
        fresh: what it makes of the new one.
        text: the new text.
        moved: from an offset in the old text to one in the new.
    """
    news = {task.source.start: task for task in fresh.tasks}
    rows = {(row.source.start, row.source.end): row for row in fresh.lines(requirements=True)}
    olds = {task.source.start: task for task in original.tasks}
    kept: list[Task] = []
    handled: set[int] = set()
    for task in tasks.tasks:
        start, end = moved(task.source.start), moved(task.source.end)
        anew = rows.get((start, end)) or news.get(start)
        handled.add(start)
        if task == olds.get(task.source.start) and start in news:
            kept.append(news[start])
            continue
        span = replace(task.source, start=start, end=end)
        own = replace(task, source=span, text=text[start:end] if task.source.end else task.text)
        if task.split and start in news:
            own = replace(own, split=news[start].split)
            anew = news[start]
        kept.append(_carried(own, anew, fresh.meeting_date) if anew is not None else own)
    gone = {moved(start) for start in olds if not any(task.source.start == start for task in tasks.tasks)}
    kept += [task for task in fresh.tasks if task.source.start not in handled | gone]
    return replace(fresh, tasks=tuple(sorted(kept, key=lambda task: (task.source.start, task.source.end))))


def _read_again(task: Task, day: date | None) -> Task:
    """Give a task whose time limit was typed when the meeting's day was not known yet, read from that day."""
    shown = show_task(task)
    bare = read_task(shown | {"时限": "", "到期日": ""}, day)
    again = read_task(show_task(bare) | {"时限": shown["时限"]}, day)
    return replace(task, deadlines=again.deadlines)


def _carried(task: Task, anew: Task, day: date | None) -> Task:
    """Give a task that a person has changed, with what was not typed as it is found anew."""
    names = {"owners", "deadlines", "quantities", "field", "title", "kind"} - set(task.typed)
    if any(owner.origin == "typed" for owner in task.owners):
        names.discard("owners")
    found = {name: getattr(anew, name) for name in names}
    if task.source != anew.source:  # split or merged: the parts found in the whole sentence are not its own
        for name in ("owners", "deadlines", "quantities", "title"):
            found.pop(name, None)
    carried = replace(task, **found)
    if "deadlines" in task.typed and carried.deadlines and not (carried.due and carried.due.date):
        carried = _read_again(carried, day)
    if carried.split and (carried.owners, carried.deadlines) != (anew.owners, anew.deadlines):
        carried = replace(carried, split=())  # a person's change counts for the whole sentence
    return carried


def pack(tasks: TaskList) -> str:
    """Give a list as text that is kept in a job."""
    return json.dumps(tasks.to_json(explain=True), ensure_ascii=False)


def unpack(packed: Any) -> TaskList:
    """Read what `pack` gave."""
    return TaskList.from_json(json.loads(packed))
