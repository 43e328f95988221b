"""A text as it is read aloud: line breaks inside sentences and blanks beside figures are nothing.

What is found in the flowing text is told in places of the text as it stands; `Flow` keeps both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from tongzhi.zh.vocabulary import HAN

_BLANK = "[ \t\u3000\u00a0]"
_NUMERALS = "零〇○一二两三四五六七八九十百千万亿廿卅"
_MEASURES = (
    "年月日号天周旬时点分秒个家座处名位人所台辆艘栋幢户条项套份支张枚件本部封眼口只间层起次遍轮趟批吨亩米元块斤升％%岁级期届公厘平立"
    "万亿千百小星季工学多余几名"
)
_THINGS = re.sub("[年月日号天周旬时点分秒]", "", _MEASURES)
_BESIDE_FIGURES = re.compile(
    # 12 月 5 日: a figure and what it counts; 在 12: a function word or a unit of time and a figure
    rf"(?<=[0-9０-９]){_BLANK}+(?=[{_MEASURES}])"
    rf"|(?<=[年月日号第在于至到每近约共有达超为对的约前、，]){_BLANK}+(?=[0-9０-９]+{_BLANK}*[{HAN}%％])"
    # 2 0 2座, 1 140家: a number that was torn apart; 1 10月 is an item and a date
    rf"|(?<=(?<![0-9 .．件表图第项款章节])[0-9]){_BLANK}(?=[0-9](?:{_BLANK}?[0-9])*{_BLANK}?[{_THINGS}])"
    rf"|(?<=(?<![0-9.．])[0-9]{_BLANK}[0-9]){_BLANK}(?=[0-9]{_BLANK}?[{_THINGS}])"
    rf"|(?<=(?<![0-9.．])[0-9]){_BLANK}(?=[0-9]{{3}}(?![0-9]){_BLANK}?[{_THINGS}])"
    # 十二 月 五 日: numerals and the units of a date
    rf"|(?<=[{_NUMERALS}]){_BLANK}+(?=[年月日号座家]{_BLANK}*(?:[{_NUMERALS}0-9前底之以内]|[^\W\x00-\xff]|$))"
    rf"|(?<=[年月周]){_BLANK}+(?=[{_NUMERALS}天末]{{1,3}}{_BLANK}*[日号前之以内下上])"
    rf"|(?<=[0-9{_NUMERALS}][日号月]){_BLANK}+(?=[前底之以内止起])"
)
_ALL_FIGURES = re.compile(rf"(?<=[^\W\x00-\xff]){_BLANK}+(?=[0-9０-９]+{_BLANK}*[{HAN}%％])")
_BESIDE = re.compile(rf"[0-9０-９{_NUMERALS}]{_BLANK}|{_BLANK}[0-9０-９{_NUMERALS}]|[月号日周]{_BLANK}")

Stretch = tuple[int, int]


class Flow:
    """A text without the stretches that are nothing, and where each of its characters stands in the original."""

    __slots__ = ("_ends", "_gone", "_joints", "_starts", "original", "text")

    def __init__(self, original: str, joints: Iterable[Stretch] = (), blanks: Iterable[Stretch] = ()) -> None:
        """Leave out `joints` (breaks inside sentences) and `blanks` (beside figures), both sorted, apart from each other.

        A joint between two Latin words leaves one blank.
        """
        self.original = original
        self._joints = list(joints)
        self._starts: list[int] = []
        """Places in the flowing text behind which something was left out."""
        self._gone: list[int] = []
        """How many characters were left out up to there."""
        self._ends: list[int] = []
        """Ends of what was left out, in the original."""
        pieces: list[str] = []
        position = size = 0
        for start, end in sorted([*self._joints, *blanks]):
            kept = " " if _is_latin(original, start, end) else ""
            pieces += [original[position:start], kept]
            size += start - position + len(kept)
            position = end
            if end > start + len(kept):
                self._starts.append(size)
                self._gone.append((self._gone[-1] if self._gone else 0) + end - start - len(kept))
                self._ends.append(end)
        pieces.append(original[position:])
        self.text = "".join(pieces)

    @property
    def is_original(self) -> bool:
        """Whether nothing was left out."""
        return not self._starts and not self._joints

    def place(self, at: int) -> int:
        """Give where the character `at` of the flowing text stands in the original."""
        index = bisect_right(self._starts, at)
        return at + (self._gone[index - 1] if index else 0)

    def span(self, start: int, end: int) -> Stretch:
        """Give the stretch of the original for one of the flowing text; the end is excluded in both."""
        if end <= start:
            return self.place(start), self.place(start)
        return self.place(start), self.place(end - 1) + 1

    def locate(self, at: int) -> int:
        """Give the place in the flowing text of a place in the original."""
        index = bisect_right(self._ends, at)
        found = at - (self._gone[index - 1] if index else 0)
        if index < len(self._starts) and found > self._starts[index]:
            return self._starts[index]  # inside what was left out
        return found

    def shown(self, start: int, end: int) -> str:
        """Give the words of the original for a stretch of the flowing text, without the breaks inside sentences."""
        first, last = self.span(start, end)
        pieces, position = [], first
        for one, other in self._joints[bisect_right(self._joints, (first, first)) :]:
            if one >= last:
                break
            pieces.append(self.original[position:one])
            position = other
            if _is_latin(self.original, one, other):
                pieces.append(" ")
        return "".join([*pieces, self.original[position:last]])


def _is_latin(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


def find_blanks(text: str, *, paused: bool = False) -> list[Stretch]:
    """Give the blanks that stand beside a figure and mean nothing (12 月 5 日, 202 座, 2 0 2座).

    `paused` says that blanks between words are a speaker's pauses (recognised speech without marks), so that
    only those inside a number or a date mean nothing.
    """
    if not _BESIDE.search(text):
        return []
    found = {match.span() for match in _BESIDE_FIGURES.finditer(text)}
    if not paused:
        found |= {match.span() for match in _ALL_FIGURES.finditer(text)}
    return sorted(found)


def without_blanks(text: str) -> Flow:
    """Give a phrase or a field's value with the blanks beside its figures left out."""
    return Flow(text, (), find_blanks(text))
