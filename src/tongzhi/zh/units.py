"""Sentences with their offsets: the units that every judgement on a speech is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tongzhi.zh.cutting import find_cuts, is_sparse
from tongzhi.zh.flow import Flow, Stretch, find_blanks
from tongzhi.zh.joining import goes_on, read_manner
from tongzhi.zh.script import simplified
from tongzhi.zh.turns import SpokenLine, read_lines, split_prefix
from tongzhi.zh.vocabulary import CLOSERS, CN_COUNT, STOPS

__all__ = ["Layout", "TextUnit", "lay_out", "split_prefix", "split_units"]

_UNIT = re.compile(rf"[^{STOPS}\r\n]*(?:[{STOPS}]+[{re.escape(CLOSERS)}]*|(?=[\r\n]|\Z))")
_NUMBERED = re.compile(rf"(?:第?[{CN_COUNT}]{{1,2}}、|[（(][{CN_COUNT}]{{1,2}}[)）])(?![{CN_COUNT}])")
_PAUSED = re.compile(r"(?<=[^\W\x00-\xff])[ \u3000]+(?=[^\W\x00-\xff])")


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One sentence or line: `text == flowing[start:end]`, outer blanks, time and speaker left out."""

    start: int
    end: int
    text: str
    opens_line: bool
    """Whether it is the first unit of its line, or of the lines that are one with it."""
    speaker: str | None = None
    time: str | None = None
    turn: int = 0
    """Counts the stretches of one speaker; 0 before the first."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A text as it flows, and its units; their offsets count code points of the flowing text."""

    flow: Flow
    units: list[TextUnit]


def split_units(text: str) -> list[TextUnit]:
    """Give the units of a text with offsets and words of the text as it stands.

    A unit ends after 。！？!?；; (closing quotes and brackets stay) or with its line, unless the line goes on in the
    next; rows of speech without full stops are cut where a new subject or order begins.
    """
    found = lay_out(text)
    units = []
    for unit in found.units:
        start, end = found.flow.span(unit.start, unit.end)
        units.append(replace(unit, start=start, end=end, text=text[start:end]))
    return units


def lay_out(
    text: str,
    *,
    subtitles: bool = False,
    given: Sequence[Stretch] | None = None,
    voices: Mapping[int, str] | None = None,
) -> Layout:
    """Read a text's lines, join and cut them.

    Args:
        text: the text as decoded.
        subtitles: whether its lines are the cues of a subtitle file.
        voices: where in `text` a cue begins → who says it, where the file tells.
        given: stretches of `text` that are to be the units instead (a labelled text's).
    """
    shadow = simplified(text)
    lines = _as_written(text, shadow, read_lines(shadow))
    if voices:
        lines = _voiced(lines, voices)
    if given is not None:
        return _lay_out_given(text, shadow, lines, given)
    blocks = _blocks(shadow, lines, subtitles=subtitles)
    joints = [(one.end, other.start) for block in blocks for one, other in pairwise(block)]
    flow = Flow(text, joints, _blanks(shadow, joints))
    sparse = is_sparse([shadow[line.start : line.end] for line in lines if not line.is_header])
    return Layout(flow, list(_units(flow, blocks, sparse=sparse)))


def _as_written(text: str, shadow: str, lines: list[SpokenLine]) -> list[SpokenLine]:
    """Give the lines with their speakers' names in the script of the text."""
    names: dict[str, str] = {}
    for name in {line.speaker for line in lines if line.speaker}:
        at = shadow.find(name)
        names[name] = text[at : at + len(name)]
    if all(name == written for name, written in names.items()):
        return lines
    return [replace(line, speaker=names[line.speaker]) if line.speaker else line for line in lines]


def _voiced(lines: Sequence[SpokenLine], voices: Mapping[int, str]) -> list[SpokenLine]:
    """Give the lines with the speakers that a subtitle file names beside its cues."""
    found: list[SpokenLine] = []
    speaker: str | None = None
    turn = 0
    for line in lines:
        named = voices.get(line.begin)
        if named and named != speaker:
            speaker, turn = named, turn + 1
        found.append(replace(line, speaker=speaker or line.speaker, turn=line.turn + turn))
    return found


def _blocks(shadow: str, lines: Sequence[SpokenLine], *, subtitles: bool) -> list[list[SpokenLine]]:
    """Give the lines with words, those together that are one."""
    manner = read_manner(shadow, lines, subtitles=subtitles)
    blocks: list[list[SpokenLine]] = []
    last: SpokenLine | None = None
    for line in lines:
        if line.is_header or line.start == line.end:
            # the number and the time of a cue stand between halves of a sentence, a speaker's name does not
            last = last if line.speaker == (last and last.speaker) and manner.subtitles else None
            continue
        if last is not None and goes_on(shadow, last, line, manner):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        last = line
    return blocks


def _blanks(shadow: str, joints: Sequence[Stretch]) -> list[Stretch]:
    """Give the blanks beside figures that no joint covers."""
    paused = len(_PAUSED.findall(shadow)) > sum(shadow.count(mark) for mark in "，。")
    found, place = [], 0
    for start, end in find_blanks(shadow, paused=paused):
        while place < len(joints) and joints[place][1] <= start:
            place += 1
        if place == len(joints) or joints[place][0] >= end:
            found.append((start, end))
    return found


def _units(flow: Flow, blocks: Sequence[Sequence[SpokenLine]], *, sparse: bool) -> Iterator[TextUnit]:
    for block in blocks:
        first = block[0]
        start = flow.locate(first.start)
        end = flow.locate(block[-1].end - 1) + 1
        opens = True
        for first_at, last_at in _sentences(flow.text, start, end):
            sentence = flow.text[first_at:last_at]
            for one, other in find_cuts(sentence, sparse=sparse, joined=len(block) > 1):
                at, stop = first_at + one, first_at + other
                words = flow.text[at:stop]
                # in lines that were cut to a width a numbered heading stood on a line of its own
                opens = opens or (len(block) > 1 and _NUMBERED.match(words) is not None)
                yield TextUnit(at, stop, words, opens, first.speaker, first.time, first.turn)
                opens = False


_BEHIND = re.compile(
    r"[ \t　]*[-—–]{1,3}[ \t]*(?:[^\W\d_]{2,4}(?:[/、，,][^\W\d_]{2,4}){0,4}[ \t]*)?"
    r"(?:(?:责任人|负责人|责任单位|承办人|完成时间|完成时限|完成期限|办结时限|截止时间|闭环时间|时限|完成時間|責任人|負責人|截止時間)[：:][^。；！？;!?\r\n]{1,24}?)+"
    r"(?=[ \t]+(?:[0-9]{1,2}[)）.、]|[（(][0-9])|[ \t]*[|｜]|[ \t]*$)",
    re.MULTILINE,
)
"""Who has it and by when, behind the end of its sentence: …完成整改。--刘某/余某 完成时间：3月30日 2) …"""


def _sentences(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Give the sentences of a stretch, each with the labels that stand behind its end."""
    at = start
    pending: Stretch | None = None
    while at < end or pending:
        match = _UNIT.match(text, at, end) if at < end else None
        if match is None or match.end() == at:
            if pending:
                yield pending
                pending = None
            if at >= end:
                return
            at += 1
            continue
        behind = _BEHIND.match(text, at, match.end()) if pending else None
        if pending and behind:
            yield pending[0], behind.end()
            pending, at = None, behind.end()
            continue
        if pending and _is_open(text, pending, match.end()):
            pending, at = (pending[0], match.end()), match.end()
            continue
        if pending:
            yield pending
        pending = match.span() if match.group().strip() else None
        at = match.end()


def _is_open(text: str, sentence: Stretch, end: int) -> bool:
    """Tell whether a bracket that says who stays open at the ； of a sentence: …收缴（牵头：综合部；配合：保安队）。"""
    opened = max(text.rfind(mark, *sentence) for mark in "（(")
    return (
        opened >= 0
        and text[sentence[1] - 1] in "；;"
        and _ROLE.match(text, opened + 1) is not None
        and not any(mark in text[opened : sentence[1]] for mark in "）)")
        and any(mark in text[sentence[1] : end] for mark in "）)")
    )


_ROLE = re.compile(r"(?:责任|牵头|主办|承办|负责|落实|督办|配合|协办|完成)[^：:）)；]{0,6}[：:]")


def _lay_out_given(text: str, shadow: str, lines: Sequence[SpokenLine], given: Sequence[Stretch]) -> Layout:
    """Give the units of a labelled text: breaks inside them are nothing, the speaker before them is no words."""
    rows = list(lines)
    joints: list[Stretch] = []
    trimmed: list[tuple[int, int, bool, SpokenLine | None]] = []
    place = 0
    for start, end in given:
        while place < len(rows) and rows[place].end < start:
            place += 1
        inside = []
        at = place
        while at < len(rows) and rows[at].begin < end:
            if rows[at].end > start:
                inside.append(rows[at])
            at += 1
        line = inside[0] if inside else None
        opens = line is not None and start <= line.start
        first = (
            max(start, line.start) if line is not None and not line.is_header and line.start < end else start
        )
        words = [one for one in inside if not one.is_header]
        joints += [(max(one.end, first), other.start) for one, other in pairwise(words)]
        trimmed.append((first, end, opens, line))
    flow = Flow(text, joints, _blanks(shadow, joints))
    units = []
    for start, end, opens, line in trimmed:
        at, stop = flow.locate(start), flow.locate(end - 1) + 1
        speaker, time, turn = (line.speaker, line.time, line.turn) if line else (None, None, 0)
        units.append(TextUnit(at, stop, flow.text[at:stop], opens, speaker, time, turn))
    return Layout(flow, units)


def in_one_line(text: str) -> str:
    """Give the words of a unit as tables and papers print them: without the line breaks, times and names inside it."""
    if "\n" not in text and "\r" not in text:
        return text
    lines = [line for line in read_lines(text) if not line.is_header]
    joints = [(one.end, other.start) for one, other in pairwise(lines)]
    flow = Flow(text, joints)
    return flow.shown(flow.locate(lines[0].start), flow.locate(lines[-1].end)) if lines else ""
