"""Sentences with their offsets: the units that every judgement on a speech is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CLOSERS = "”’」』》〉）)】］]}\"'"
_UNIT = re.compile(rf"[^。！？!?；;\r\n]*(?:[。！？!?；;]+[{re.escape(_CLOSERS)}]*|(?=[\r\n]|\Z))")
_PIECE = re.compile(r".{1,400}(?:[，,、\s]|\Z)|.{400}", re.DOTALL)
_LONGEST = 1200
"""A unit longer than this is recognition text on one line; it is cut at pauses so that work stays linear."""

_TIME = r"[\[（(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\]）)]?"
_NAME = r"[^\s:：，。、；！？“”]{1,12}"
_PREFIX = re.compile(rf"(?:(?P<time>{_TIME})\s*)?(?:(?P<speaker>{_NAME})\s*[:：]\s*)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence or line: `text == decoded[start:end]`, outer blanks left out."""

    start: int
    end: int
    text: str
    opens_line: bool
    """Whether it is the first unit of its line."""


def split_units(text: str) -> list[Unit]:
    """Cut a text after 。！？!?；; (closing quotes and brackets stay) and at line breaks.

    Offsets count code points of `text` as it stands; blanks around a unit belong to none.
    """
    return list(_units(text))


def _units(text: str) -> Iterator[Unit]:
    line_start = True
    position = 0
    for match in _UNIT.finditer(text):
        start, end = match.span()
        if "\n" in text[position:start] or "\r" in text[position:start]:
            line_start = True
        position = end
        stripped = text[start:end].strip()
        if not stripped:
            continue
        start += text[start:end].index(stripped[0])
        for piece_start, piece_end in _pieces(text, start, start + len(stripped)):
            yield Unit(piece_start, piece_end, text[piece_start:piece_end], line_start)
            line_start = False


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start <= _LONGEST:
        yield start, end
        return
    for match in _PIECE.finditer(text, start, end):
        piece = match.group()
        stripped = piece.strip()
        if stripped:
            first = match.start() + piece.index(stripped[0])
            yield first, first + len(stripped)


def split_prefix(text: str) -> tuple[int, str | None, str | None]:
    """Give where the words of a transcript line begin, its time and its speaker (`00:01:02 说话人1:……`).

    A speaker is only believed with a time before it or a short name alone before the colon.
    """
    match = _PREFIX.match(text)
    if match is None or match.end() == 0:
        return 0, None, None
    time, speaker = match.group("time"), match.group("speaker")
    if time is None and (speaker is None or not _is_speaker(speaker)):
        return 0, None, None
    return match.end(), time, speaker


_SPEAKER = re.compile(
    r"(?:说话人|發言人|发言人|講者|讲者|嘉宾|来宾|主持人?|记者|记录人?|speaker)\s*[0-9一二三四五六七八九十A-Za-z]{0,3}"
    r"|[\u4e00-\u9fff]{1,3}(?:书记|市长|县长|区长|镇长|乡长|局长|主任|总|处长|科长|经理|校长|厅长|部长|老师|委员|主席|先生|女士|政委|院长|组长|队长|站长|所长)",
    re.IGNORECASE,
)


def _is_speaker(name: str) -> bool:
    return _SPEAKER.fullmatch(name) is not None
