"""What kind of sentence each one of a speech is; the kind decides which papers it may enter (docs/drafting.md)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from tongzhi.draft.wordings import class_patterns
from tongzhi.extract.outline import OutlineLine, outline
from tongzhi.model.task import Task, TaskList
from tongzhi.zh.script import simplified
from tongzhi.zh.units import in_one_line, split_prefix, split_units

SentenceClass = Literal["Q", "M", "F", "J", "S", "D", "A", "R", "P", "I", "T", "N"]
"""Q passes on a superior, M procedure, F fact, J judgement, S slogan, D decision, A order, R requirement, P ban,
I for information, T transition, N goes into no paper."""

ORDERS = ("D", "A", "P")

_DECIDED = re.compile(r"决定(?!书|性)|成立(?!以来|了)|抽调|统一实行|一律(?:实行|执行)")
_BANNED = re.compile(
    r"严禁|不得|不准|不许|一律不|决不(?:允许|能)|绝不(?:允许|能)|不允许|禁止|不能再|不要(?:再|搞|自己)"
)
_DONE = re.compile(
    r"已经|已(?=[一-鿿])|了(?![解断结得])|去年|上半年|昨[天晚日]|今年以来|截至|目前|至今|共有|现有"
)
_COUNTED = re.compile(r"\d|[一二三四五六七八九十百千万两]+(?:家|座|处|起|人|户|公里|栋|所|条|件|次|%)")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence of the speech with its kind.

    Attributes:
        text: its words without time, speaker and number.
        start: first code point of those words in the decoded speech.
        end: code point after the last one.
        kind: what kind of sentence it is.
        task: the task that was made of it, if any.
        mark: the number that it begins with (一是, （1）), else empty.
        section: the headings above it, outermost first: code point where each begins, its words.
        paragraph: count of its paragraph.
        heading: whether it is a heading or an item's title itself.
        level: level of its number, 0 without one.
    """

    text: str
    start: int
    end: int
    kind: SentenceClass
    task: Task | None = None
    mark: str = ""
    section: tuple[tuple[int, str], ...] = ()
    paragraph: int = 0
    heading: bool = False
    level: int = 0


_VAIN = re.compile(r"形式|官僚|走过场|麻痹|松懈|闪失|侥幸|掉以轻心|出(?:任何)?问题|再有|发展|不顾|为代价")
"""What a ban on an attitude forbids; it orders nothing."""


def read_sentences(text: str, tasks: TaskList) -> list[Utterance]:
    """Give every sentence of a speech with its kind, by the verdicts of the (edited) task list and the table.

    A task that a person added, which stands nowhere in the speech, comes last; a sentence that a person wrote
    anew stands in its old place with its new words.
    """
    shadow = simplified(text)
    lines = outline(split_units(text), shadow)
    starts = [line.unit.start for line in lines]
    chances = {one.source.start: one.score for one in tasks.sentences if one.kind == "none"}
    bare = {
        index for index, line in enumerate(lines) if not (line.unit.opens_line or line.level or line.mark)
    }
    titles = {index for line in lines for index, _ in line.section} - bare
    found: list[Utterance] = []
    placed: set[str] = set()
    for index, line in enumerate(lines):
        inside = [
            task
            for task in tasks.tasks
            if task.source.end > task.source.start and line.unit.start <= task.source.start < line.unit.end
        ]
        placed.update(task.id for task in inside)
        section = tuple((starts[place], words.strip()) for place, words in line.section if place not in bare)
        title = (line.heading and index not in bare) or index in titles
        chosen: list[Task | None] = [*inside] or [None]
        made = [_sentence(line, shadow, task, section, title=title) for task in chosen]
        found += [_doubtful(one, chances.get(line.unit.start, 0.0)) for one in made]
    section = found[-1].section if found else ()
    after = found[-1].paragraph + 1 if found else 0
    found += [
        Utterance(task.text, 0, 0, _kind_of(task.text, task), task, section=section, paragraph=after)
        for task in tasks.tasks
        if task.id not in placed
    ]
    return found


def _sentence(
    line: OutlineLine, shadow: str, task: Task | None, section: tuple[tuple[int, str], ...], *, title: bool
) -> Utterance:
    start, end = line.body, line.unit.end
    words = shadow[start:end]
    if task is not None and "text" in task.typed:
        words, start, end = task.text, task.source.start, task.source.end
    elif task is not None:
        start = max(start, task.source.start)
        end = task.source.end
        words = shadow[start:end]
    skip = split_prefix(words)[0] if line.unit.opens_line and not line.mark else 0
    words = in_one_line(words[skip:]).strip()
    kind = "T" if title and not (task is not None and task.is_action) else _kind_of(words, task)
    return Utterance(
        words, start + skip, end, kind, task, line.mark, section, line.paragraph, title, line.level
    )


_LIKELY = 0.2
"""The chance of being an order from which a sentence that became no task still goes into the plan, if it only tells nothing."""


ACTS = re.compile(
    r"[把将派报查设装配送打清修停排建盯拆换发做办交签贴包罚奖扣搞落准]|要|不得|必须|负责|开(?!会)|管[住好]|[月日天点号]前"
)


def _doubtful(one: Utterance, chance: float) -> Utterance:
    """Take a sentence that nearly was a task for an order, unless its words tell of the past or ask."""
    if one.heading or one.task is not None or one.kind not in ("F", "N", "S") or chance < _LIKELY:
        return one
    if _TELLS.search(one.text) or len(one.text) < 8 or not ACTS.search(one.text):
        return one
    return replace(one, kind="A")


_TELLS = re.compile(
    r"了(?![解断结得])|已|曾|去年|前年|上个?月|昨|今年以来|同比|刚才|发生|[？?]|我|咱|听说|据|因为|为什么|有的|往往|谢谢|表扬|批评"
)


def _kind_of(words: str, task: Task | None) -> SentenceClass:
    for name, pattern in class_patterns():
        if (task is None or name.endswith("+")) and pattern.search(words):
            return name.rstrip("+")  # type: ignore[return-value]
    if task is None:
        return "F" if _DONE.search(words) or _COUNTED.search(words) else "N"
    if not task.is_action:
        return "P" if _BANNED.match(words) and not _VAIN.search(words) else "R"
    if _DECIDED.search(words):
        return "D"
    return "P" if _BANNED.match(words) else "A"


def retell(sentence: Utterance, words: str) -> Utterance:
    """Give the sentence with other words."""
    return replace(sentence, text=words)
