"""Subtitle files (.srt, .vtt): the cues' texts joined by line feeds, and when each cue starts."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from tongzhi.errors import InputError, Place, Problem

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
_TIMES = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}")
_ARROW = re.compile(r"\s*\d+[:：][\d:：.,，xX]*\s*--?>")
_TAG = re.compile(r"</?(?:v|c|b|i|u|s|ruby|rt|lang|font)\b[^>]*>|<\d[\d:.]*>|\{\\[^}]*\}", re.IGNORECASE)
MOST_SAID = 20
_NOT_CUES = ("NOTE", "STYLE", "REGION", "WEBVTT")


@dataclass(frozen=True, slots=True)
class Cue:
    """A stretch of the joined text (code points, end excluded) and when it is said (`00:01:02.500`)."""

    start: int
    end: int
    time: str
    speaker: str = ""
    """Who says it, where the file tells (<v 王局长>)."""


def is_subtitles(text: str) -> bool:
    """Say whether a text looks like subtitles, whatever its name."""
    return text.startswith("WEBVTT") or bool(re.match(rf"\s*(?:\d+\s*\n)?{_TIMES.pattern}", text))


def read_cues(text: str, name: str) -> tuple[str, tuple[Cue, ...]]:
    """Give the joined text of the cues and their places in it; marks of style and position are left out.

    Raises:
        InputError: there is no cue with words, or a time that cannot be read, so that words would be lost.
    """
    pieces: list[str] = []
    cues: list[Cue] = []
    length = 0
    lines = re.split(r"\r\n|\r|\n", text)
    _refuse_damaged(lines, name)
    for time, speaker, words in _blocks(lines):
        if pieces:
            length += 1
        pieces.append(words)
        cues.append(Cue(length, length + len(words), time, speaker))
        length += len(words)
    if not cues:
        raise InputError.one(
            "里面没有一条字幕", "字幕要有“00:00:01,000 --> 00:00:04,000”这样的时间行", place=Place(file=name)
        )
    return "\n".join(pieces), tuple(cues)


def _refuse_damaged(lines: list[str], name: str) -> None:
    wrong = [
        Problem(
            Place(file=name, line=number),
            f"字幕的时间“{line.strip()[:40]}”读不出来，这一条的话会丢",
            "写成 00:00:01,000 --> 00:00:04,000 的样子",
        )
        for number, line in enumerate(lines, start=1)
        if _ARROW.match(line) and not _TIMES.match(line)
    ]
    if wrong:
        raise InputError(wrong[:MOST_SAID])


def _blocks(lines: list[str]) -> list[tuple[str, str, str]]:
    """Give the cues as (time, speaker, words); every line between two times is words, but for numbers and names of cues."""
    found: list[tuple[str, str, list[str]]] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        match = _TIMES.match(line)
        if match:
            hours, minutes, seconds, thousandths = match.groups()[:4]
            stamp = f"{int(hours or 0):02}:{int(minutes):02}:{seconds}.{(thousandths or '0'):0<3}"
            found.append((stamp, "", []))
        elif line.strip() and line.split()[0] in _NOT_CUES and _opens_block(lines, at):
            while at + 1 < len(lines) and lines[at + 1].strip() and "-->" not in lines[at + 1]:
                at += 1
        elif (
            found
            and _plain(line)
            and not _names_cue(lines, at)
            and not _is_last_number(lines, at, len(found))
        ):
            stamp, speaker, words = found[-1]
            voice = _VOICE.match(line.strip())
            found[-1] = (stamp, speaker or (_plain(voice[1]) if voice else ""), [*words, _plain(line)])
        at += 1
    return [(stamp, speaker, "\n".join(words)) for stamp, speaker, words in found if words]


_VOICE = re.compile(r"<v(?:\.[^ >]*)? ([^>]{1,40})>")


def _opens_block(lines: list[str], at: int) -> bool:
    return at == 0 or not lines[at - 1].strip()


def _is_last_number(lines: list[str], at: int, count: int) -> bool:
    """Whether a file breaks off behind the number of its next cue."""
    return lines[at].strip() == str(count + 1) and not any(line.strip() for line in lines[at + 1 :])


def _names_cue(lines: list[str], at: int) -> bool:
    """Whether a line is the number of the next cue, or its name: the time is the next line that is not blank."""
    ahead = at + 1
    number = lines[at].strip().isdigit()
    # a number may be parted from its time by blank lines; a name stands right above it, behind a blank line
    while number and ahead < len(lines) and not lines[ahead].strip():
        ahead += 1
    timed = ahead < len(lines) and _TIMES.match(lines[ahead]) is not None
    return timed and (number or _opens_block(lines, at))


def _plain(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()
