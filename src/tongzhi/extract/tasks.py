"""From a speech's text to its task list."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from tongzhi.extract.actors import find_actors, find_pronouns
from tongzhi.extract.classify import Reading, read_text, shipped_judge
from tongzhi.extract.deadlines import find_deadlines
from tongzhi.extract.fields import choose_field, find_topic
from tongzhi.extract.keywords import find_keywords, pick_keywords
from tongzhi.extract.opens import find_open
from tongzhi.extract.owners import context_owner, mapped_owners, stated_owner
from tongzhi.extract.quantities import find_quantities
from tongzhi.extract.reasons import give_reasons
from tongzhi.extract.titles import section_titles, task_title
from tongzhi.extract.verdicts import Verdict, decide
from tongzhi.model.task import (
    Deadline,
    Keyword,
    Owner,
    Quantity,
    Sentence,
    Span,
    SpeechSource,
    Task,
    TaskList,
)

_RUN_ON = re.compile(
    r"(?<=[\u4e00-\u9fff])(?<![和与及对把由请、各将向])(?=各(?:相关|有关)?(?:企业|单位|部门|地区?|级|县区?|乡镇|学校)(?:党委政府)?(?:要|必须|应当|务必))"
)


@dataclass(slots=True)
class _Unit:
    """One unit with all that was found in it."""

    verdict: Verdict
    score: float
    deadlines: list[Deadline] = field(default_factory=list)
    stated: list[Owner] = field(default_factory=list)
    context: list[Owner] = field(default_factory=list)


def extract_tasks(
    text: str,
    *,
    meeting_date: date | None = None,
    owners: Mapping[str, Any] | None = None,
    cues: Sequence[Any] | None = None,
) -> TaskList:
    """Give the tasks of a speech in its order, and what it leaves open.

    `meeting_date` is what 明天 counts from; without it the date that the speech's head states. `owners` maps
    fields and body names to responsible departments. `cues` are the cues of a subtitle file, with `start` and
    `time`, in order. Offsets are code points of `text` as it stands.
    """
    day = meeting_date or _head_date(text)
    reading = read_text(text)
    units = _read_units(reading, day, owners)
    keywords = find_keywords((word for words in reading.words for word in words), reading.shadow)
    tasks, sentences = _make_tasks(reading, units, keywords, owners, cues)
    return TaskList(
        tasks=tuple(tasks),
        meeting_date=day,
        keywords=tuple(_in_own_script(word, text) for word in keywords),
        open=tuple(find_open(text, reading.shadow)),
        source=SpeechSource(
            "", "utf-8", hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), len(text)
        ),
        sentences=tuple(sentences),
    )


def _head_date(text: str) -> date | None:
    from tongzhi.read.speech import find_head_date

    return find_head_date(text)


def _in_own_script(keyword: Keyword, text: str) -> Keyword:
    return replace(keyword, word=text[keyword.start : keyword.start + len(keyword.word)])


def _read_units(reading: Reading, day: date | None, owners: Mapping[str, Any] | None) -> list[_Unit]:
    scores = shipped_judge().scores(reading.signs, reading.lines) if reading.lines else []
    verdicts = decide(scores, reading.genre)
    found = []
    for line, words, verdict, (score, _) in zip(reading.lines, reading.words, verdicts, scores, strict=True):
        unit = _Unit(verdict, round(score, 3))
        shadow = reading.shadow[line.body : line.unit.end]
        if verdict != "none":
            unit.deadlines = [
                _restore(deadline, reading.text) for deadline in find_deadlines(shadow, line.body, day)
            ]
        skips = [
            (deadline.source.start - line.body, deadline.source.end - line.body)
            for deadline in unit.deadlines
            if deadline.source
        ]
        spans = find_actors(shadow, skips, words, line.body) if verdict != "none" else []
        unit.stated = [
            stated_owner(reading.text[line.body + start : line.body + end], line.body + start, owners)
            for start, end in spans
        ]
        found.append(unit)
    _add_context(reading, found, owners)
    return found


def _restore(deadline: Deadline, text: str) -> Deadline:
    assert deadline.source is not None  # it was found in the text
    return replace(deadline, text=text[deadline.source.start : deadline.source.end])


def _add_context(reading: Reading, units: list[_Unit], owners: Mapping[str, Any] | None) -> None:
    """Give units without an actor the last one named in the same paragraph or under the same heading."""
    last: list[Owner] = []
    place: tuple[int, object] | None = None
    for line, unit in zip(reading.lines, units, strict=True):
        here = (line.paragraph, line.section)
        if place and here[1] != place[1] and here[0] != place[0]:
            last = []
        place = here
        if unit.stated:
            last = unit.stated
        elif last:
            unit.context = [context_owner(owner) for owner in last]
        elif unit.verdict == "action":
            shadow = reading.shadow[line.body : line.unit.end]
            unit.stated = [
                stated_owner(reading.text[line.body + start : line.body + end], line.body + start, owners)
                for start, end in find_pronouns(shadow)
            ]


def _make_tasks(
    reading: Reading,
    units: list[_Unit],
    keywords: list[Keyword],
    owners: Mapping[str, Any] | None,
    cues: Sequence[Any] | None,
) -> tuple[list[Task], list[Sentence]]:
    head = [reading.shadow[line.unit.start : line.unit.end] for line in reading.lines[:3] if line.heading]
    topic = find_topic(head, reading.shadow)
    tasks: list[Task] = []
    sentences: list[Sentence] = []
    section, counter, first_level = 0, 0, ""
    for index, (line, unit) in enumerate(zip(reading.lines, units, strict=True)):
        top = line.section[0][1] if line.section else ""
        if top != first_level:
            first_level, section, counter = top, section + 1, 0
        stated = [owner.text for owner in unit.stated]
        why = give_reasons(
            line, reading.clauses[index], unit.verdict, [found.text for found in unit.deadlines], stated
        )
        span = Span(line.unit.start, line.unit.end, _cue_time(line.unit.start, cues) or line.time)
        made: str | None = None
        if unit.verdict != "none":
            titles = section_titles(line)
            shadow = reading.shadow[line.body : line.unit.end]
            chosen = choose_field(shadow, [reading.shadow[_span(reading, i)] for i, _ in line.section], topic)
            base = Task(
                id="",
                kind=unit.verdict,
                title=task_title(line, reading.clauses[index], reading.text),
                text=line.unit.text,
                source=span,
                owners=tuple(unit.stated or unit.context or mapped_owners(chosen, line.unit.text, owners)),
                deadlines=tuple(unit.deadlines),
                quantities=_quantities(reading, index, unit.stated),
                field=chosen,
                section=titles,
                keywords=tuple(
                    reading.text[word.start : word.end]
                    for name in pick_keywords(reading.words[index], keywords)
                    for word in [next(w for w in reading.words[index] if w.text == name)]
                ),
                why=why,
            )
            for part in _split_run_on(base, reading.shadow):
                counter += 1
                number = f"{section}.{counter}" if section else str(counter)
                tasks.append(replace(part, id=number))
                made = made or number
        sentences.append(Sentence(line.unit.text, unit.verdict, why, span, unit.score, made))
    return tasks, sentences


def _quantities(reading: Reading, index: int, stated: Sequence[Owner]) -> tuple[Quantity, ...]:
    """Give the counted objects of a unit; 三家通信公司 as the actor is none."""
    line = reading.lines[index]
    place = slice(line.body, line.unit.end)
    found = find_quantities(reading.shadow[place], reading.text[place], line.body, reading.words[index])
    taken = [owner.source for owner in stated if owner.source]
    return tuple(
        quantity
        for quantity in found
        if quantity.source is None
        or not any(span.start <= quantity.source.start < span.end for span in taken)
    )


def _span(reading: Reading, index: int) -> slice:
    unit = reading.lines[index].unit
    return slice(unit.start, unit.end)


def _cue_time(start: int, cues: Sequence[Any] | None) -> str | None:
    """Give when the words at `start` are said: the time of the last cue that begins there or before."""
    place = bisect_right(cues or (), start, key=lambda cue: cue.start)
    return str(cues[place - 1].time) if cues and place else None


def _split_run_on(task: Task, shadow: str) -> list[Task]:
    """Cut a sentence that runs a second actor's duty on without a mark into two tasks."""
    start, end = task.source.start, task.source.end
    match = _RUN_ON.search(shadow, start + 8, end)
    if match is None:
        return [task]
    if any(owner.source and owner.source.start < match.start() < owner.source.end for owner in task.owners):
        return [task]  # 各级各部门各企业要 is one actor, not two sentences run together
    middle = match.start()
    return [_part(task, start, middle), _part(task, middle, end)]


def _part(task: Task, start: int, end: int) -> Task:
    def inside(source: Span | None) -> bool:
        return source is None or start <= source.start < end

    first = task.source.start
    return replace(
        task,
        text=task.text[start - first : end - first],
        title=task.title if start == first else task.text[start - first : end - first][:32].rstrip("，、。"),
        source=replace(task.source, start=start, end=end),
        owners=tuple(owner for owner in task.owners if inside(owner.source)) or task.owners,
        deadlines=tuple(found for found in task.deadlines if inside(found.source)),
        quantities=tuple(found for found in task.quantities if inside(found.source)),
    )
