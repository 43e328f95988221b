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
    for time, words in _blocks(lines):
        if pieces:
            length += 1
        pieces.append(words)
        cues.append(Cue(length, length + len(words), time))
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


def _blocks(lines: list[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(lines):
        match = _TIMES.match(lines[at])
        at += 1
        if not match:
            if lines[at - 1].strip() and lines[at - 1].split()[0] in _NOT_CUES:
                while at < len(lines) and lines[at].strip() and "-->" not in lines[at]:
                    at += 1
            elif found and _is_loose(lines, at - 1):
                found[-1] = (found[-1][0], f"{found[-1][1]}\n{_plain(lines[at - 1])}")
            continue
        words = []
        # files whose blocks lack the blank line between them end a cue at the next one's number and time
        while at < len(lines) and lines[at].strip() and not _opens(lines, at):
            words.append(_plain(lines[at]))
            at += 1
        said = "\n".join(word for word in words if word)
        if said:
            hours, minutes, seconds, thousandths = match.groups()[:4]
            stamp = f"{int(hours or 0):02}:{int(minutes):02}:{seconds}.{(thousandths or '0'):0<3}"
            found.append((stamp, said))
    return found


def _plain(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()


def _is_loose(lines: list[str], at: int) -> bool:
    """Whether a line after a blank one still belongs to the words before: no number or name of the next cue."""
    named = at + 1 < len(lines) and bool(_TIMES.match(lines[at + 1]))
    return bool(_plain(lines[at])) and not named and not lines[at].strip().isdigit()


def _opens(lines: list[str], at: int) -> bool:
    if _TIMES.match(lines[at]):
        return True
    return lines[at].strip().isdigit() and at + 1 < len(lines) and bool(_TIMES.match(lines[at + 1]))
