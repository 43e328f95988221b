"""From a speech's text to its task list."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from tongzhi.errors import InputError
from tongzhi.extract.checks import find_checks
from tongzhi.extract.classify import Reading, read_text
from tongzhi.extract.corrections import find_last_words
from tongzhi.extract.directory import Directory
from tongzhi.extract.explain import say_slots
from tongzhi.extract.fields import Themes
from tongzhi.extract.frames import settle_by_form
from tongzhi.extract.inherit import Inherited, find_inherited
from tongzhi.extract.judge import shipped_judge
from tongzhi.extract.keywords import find_keywords, pick_keywords
from tongzhi.extract.opens import find_open
from tongzhi.extract.owners import (
    OwnersMap,
    context_owner,
    has_unknown_subject,
    is_public,
    mapped_owners,
    said_by,
    stated_owner,
)
from tongzhi.extract.parts import divide
from tongzhi.extract.reasons import give_reasons
from tongzhi.extract.restore import restore
from tongzhi.extract.roles import find_roles
from tongzhi.extract.slots import Slots, find_slots
from tongzhi.extract.titles import section_titles, task_title
from tongzhi.extract.verdicts import Verdict, decide
from tongzhi.model.speech_notes import Found, Keyword, OpenItem, Sentence, SpeechSource
from tongzhi.model.task import Task, TaskList
from tongzhi.model.task_slots import Owner, Passage, Span
from tongzhi.read.speech import find_head_date

_RUN_ON = re.compile(
    r"(?<=[^\W\x00-\xff])(?<![和与及对把由请、各将向])(?=各(?:相关|有关)?(?:企业|单位|部门|地区?|级|县区?|乡镇|学校)(?:党委政府)?(?:要|必须|应当|务必))"
)


@dataclass(frozen=True, slots=True)
class _Office:
    """What is known of who there is: the owners map, and the list of bodies and leaders."""

    owners: OwnersMap
    directory: Directory


@dataclass(slots=True)
class _Unit:
    """One unit with all that was found in it."""

    verdict: Verdict
    score: float
    slots: Slots
    stated: list[Owner] = field(default_factory=list)
    context: list[Owner] = field(default_factory=list)
    above: Inherited | None = None
    replaces: Passage | None = None
    withdrawn: bool = False


def extract_tasks(
    text: str,
    *,
    meeting_date: date | None = None,
    owners: OwnersMap | None = None,
    directory: Directory | None = None,
    cues: Sequence[Any] | None = None,
) -> TaskList:
    """Give the tasks of a speech in its order, and what it leaves open.

    `meeting_date` is what 明天 counts from; without it the date that the speech's head states. `owners` maps
    fields and body names to responsible departments, `directory` holds the bodies and leaders that the office has
    listed. `cues` are the cues of a subtitle file, with `start` and
    `time`, in order. Offsets are code points of `text` as it stands.

    Raises:
        InputError: `meeting_date` is no date.
    """
    if meeting_date is not None and not isinstance(meeting_date, date):
        raise InputError.one("meeting_date 不是日期", "写成 datetime.date(2020, 10, 12)")
    if isinstance(meeting_date, datetime):
        meeting_date = meeting_date.date()
    voices = {cue.start: cue.speaker for cue in cues or () if getattr(cue, "speaker", "")}
    reading = read_text(text, subtitles=bool(cues), voices=voices)
    day = meeting_date or _head_date(reading.text)
    office = _Office(owners or {}, directory or Directory())
    units = _read_units(reading, day, office)
    keywords = find_keywords((word for words in reading.words for word in words), reading.shadow)
    tasks, sentences = _make_tasks(reading, units, keywords, office, cues)
    return TaskList(
        tasks=restore(tuple(tasks), reading.flow),
        meeting_date=day,
        keywords=restore(tuple(_in_own_script(word, reading.text) for word in keywords), reading.flow),
        open=restore(_find_open(reading, units), reading.flow),
        source=SpeechSource(
            "", "utf-8", hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), len(text)
        ),
        sentences=restore(tuple(sentences), reading.flow),
    )


def _head_date(text: str) -> date | None:

    return find_head_date(text)


def _in_own_script(keyword: Keyword, text: str) -> Keyword:
    return replace(keyword, word=text[keyword.start : keyword.start + len(keyword.word)])


def _read_units(reading: Reading, day: date | None, office: _Office) -> list[_Unit]:
    scores = shipped_judge().scores(reading.signs, reading.lines) if reading.lines else []
    verdicts = settle_by_form(reading, decide(scores))
    every = find_slots(reading, verdicts, day, office.directory)
    inherited = find_inherited(reading, every)
    last = find_last_words(reading, verdicts, every, day)
    found: list[_Unit] = []
    for index, (verdict, (score, _), slots) in enumerate(zip(verdicts, scores, every, strict=True)):
        speaker = reading.lines[index].speaker
        named = _owners_at(reading, index, slots.actors, office)
        unit = _Unit(verdict, round(score, 3), slots, [said_by(owner, speaker) for owner in named])
        unit.replaces = last.replaces.get(index)
        unit.withdrawn = index in last.withdrawn
        if index in last.merged or unit.withdrawn:
            unit.verdict = "none"
        if index in last.deadlines:
            slots.deadlines = last.deadlines[index]
        above = unit.above = inherited[index]
        if above is not None:
            governing = every[above.unit]
            named = _owners_at(reading, above.unit, governing.actors or governing.pronouns, office)
            voice = reading.lines[above.unit].speaker
            unit.context = [said_by(context_owner(owner), voice) for owner in named]
        if not unit.stated and verdict == "action":
            unit.stated = [
                said_by(owner, speaker) for owner in _owners_at(reading, index, slots.pronouns, office)
            ]
        found.append(unit)
    return found


def _find_open(reading: Reading, units: Sequence[_Unit]) -> tuple[OpenItem, ...]:
    verdicts = [unit.verdict for unit in units]
    return (
        *find_open(reading.text, reading.shadow), *_withdrawn(reading, units), *find_checks(reading, verdicts),
    )  # fmt: skip


def _withdrawn(reading: Reading, units: Sequence[_Unit]) -> list[OpenItem]:
    """Give the orders that the speech takes back, so that nobody looks for them in vain."""
    return [
        OpenItem("withdrawn", line.unit.text, Span(line.unit.start, line.unit.end))
        for line, unit in zip(reading.lines, units, strict=True)
        if unit.withdrawn
    ]


def _owners_at(
    reading: Reading, index: int, spans: Sequence[tuple[int, int]], office: _Office
) -> list[Owner]:
    """Make the owners that stand at `spans` of a unit, each with the role that the words beside it give."""
    unit = reading.lines[index].unit
    places = [(start - unit.start, end - unit.start) for start, end in spans]
    roles = find_roles(reading.shadow[unit.start : unit.end], places)
    return [
        replace(stated_owner(reading.text[start:end], start, office.owners, office.directory), role=role)
        for (start, end), role in zip(spans, roles, strict=True)
    ]


def _make_tasks(
    reading: Reading,
    units: list[_Unit],
    keywords: list[Keyword],
    office: _Office,
    cues: Sequence[Any] | None,
) -> tuple[list[Task], list[Sentence]]:
    head = [reading.shadow[line.unit.start : line.unit.end] for line in reading.lines[:3] if line.heading]
    chapters = [tuple(place for place, _ in line.section) for line in reading.lines]
    themes = Themes([reading.shadow[line.body : line.unit.end] for line in reading.lines], chapters, head)
    public = is_public(owner for unit in units for owner in unit.stated)
    tasks: list[Task] = []
    sentences: list[Sentence] = []
    section, counter, chapter = 0, 0, -1
    for index, (line, unit) in enumerate(zip(reading.lines, units, strict=True)):
        own = index if line.heading and line.level else -1
        top = line.section[0][0] if line.section else own
        if top not in (-1, chapter):
            chapter, section, counter = top, section + 1, 0
        stated = [owner.text for owner in unit.stated]
        why = give_reasons(
            line, reading.clauses[index], unit.verdict, [found.text for found in unit.slots.deadlines], stated
        )
        span = Span(
            line.unit.start, line.unit.end, _cue_time(reading.flow.place(line.unit.start), cues) or line.time
        )
        made: str | None = None
        hows: tuple[Found, ...] = ()
        if unit.verdict != "none":
            titles = section_titles(line)
            words = " ".join((*titles, line.unit.text))
            shadow = reading.shadow[line.body : line.unit.end]
            above_it = [reading.shadow[_span(reading, place)] for place in chapters[index]]
            chosen = themes.field(index, above_it)
            base = Task(
                id="",
                kind=unit.verdict,
                title=task_title(line, reading.clauses[index], reading.text),
                text=line.unit.text,
                source=span,
                owners=tuple(
                    unit.stated
                    or unit.context
                    or mapped_owners(
                        chosen, words, office.owners, suggest=public and not has_unknown_subject(shadow)
                    )
                ),
                deadlines=tuple(unit.slots.deadlines),
                quantities=tuple(unit.slots.quantities),
                field=chosen,
                section=titles,
                keywords=pick_keywords(shadow, reading.text[line.body : line.unit.end], keywords),
                why=why,
                replaces=unit.replaces,
            )
            for piece in _split_run_on(base, reading.shadow):
                counter += 1
                number = f"{section}.{counter}" if section else str(counter)
                whole = divide(piece, reading.clauses[index], reading.shadow, line.body)
                tasks.append(replace(whole, id=number))
                made = made or number
            above = unit.above.unit if unit.above else index
            hows = say_slots(base, shadow, titles, unit.above, reading.lines[above].words)
        sentences.append(Sentence(line.unit.text, unit.verdict, why, span, unit.score, made, hows))
    return tasks, sentences


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
