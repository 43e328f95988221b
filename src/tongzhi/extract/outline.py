"""The skeleton of a speech: its lines, headings, list items and speakers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tongzhi.zh.units import TextUnit

_CN = "一二三四五六七八九十百"
_COUNTED = "(?:年|月|日|号|天|个|家|座|处|名|所|台|辆|小时|周|点)"
"""What shows that 1.9月 is item 1 and September, not item 1.9."""
_MARKS: tuple[tuple[int, re.Pattern[str]], ...] = (
    (1, re.compile(rf"第?[{_CN}]+(?:部分|个方面|个问题)?、\s*")),
    (2, re.compile(rf"[（(][{_CN}]+[)）][、.．]?\s*")),
    (3, re.compile(rf"\d{{1,2}}\.\d{{1,2}}(?:\.\d{{1,2}})?[.．、]?(?!\d|%|％|\.\d|{_COUNTED})\s*")),
    (2, re.compile(rf"\d{{1,2}}[.．、](?:(?!\d)|(?=\d{{1,4}}{_COUNTED}))\s*")),
    (4, re.compile(r"[（(]\d{1,2}[)）][、.．]?\s*|[①-⑳]\s*|\d{1,2}[)）]\s*")),
    (5, re.compile(rf"第[{_CN}]+(?:点|条|项|方面|件事|个)?[，,、：:]\s*")),
    (5, re.compile(rf"(?:再)?[{_CN}](?:是|要|就是|抓|来|则)(?:要)?[，,：:]?\s*")),
    (5, re.compile(r"(?:首先|其次|再次|再者|最后|另外|此外|同时)(?:一点)?(?:是|呢)?[，,、：:]\s*")),
)
_LIST_LEAD = re.compile(rf"[：:，,](?P<mark>[{_CN}](?:是|要))(?P<title>[^，,。；;：:]{{2,16}})[。；;]?$")
_TITLE_END = re.compile(r"[。；;：:]?$")
_SENTENCE_END = "。！？!?；;"


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """What the form of a unit tells before its words are read."""

    unit: TextUnit
    body: int
    """Where its words begin: after time, speaker and number."""
    level: int
    """0 without a number; 1 一、 2 （一） 3 1.1 4 （1） 5 一是/第一，"""
    mark: str
    heading: bool
    """Stands alone on its line without a full stop, or is a numbered title."""
    speaker: str | None
    time: str | None
    paragraph: int
    section: tuple[tuple[int, str], ...]
    """The headings above it: index of the heading's unit and its words."""
    quoted: bool
    """Begins inside a quotation that an earlier unit of the paragraph opened."""
    item: bool = False
    """A numbered line among sisters, with nothing under it: not the title of what follows."""

    @property
    def words(self) -> str:
        """The unit without time, speaker and number."""
        return self.unit.text[self.body - self.unit.start :]


def outline(units: list[TextUnit], shadow: str) -> list[OutlineLine]:
    """Read the skeleton; `shadow` is the text in Simplified script, as long as the original."""
    lines: list[OutlineLine] = []
    stack: list[tuple[int, int, str]] = []
    paragraph = -1
    depth_of_quotes = 0
    unmarked = _is_unmarked(units)
    for index, unit in enumerate(units):
        paragraph += unit.opens_line
        quoted = depth_of_quotes > 0 and not unit.opens_line
        text = shadow[unit.start : unit.end]
        depth_of_quotes = _open_quotes(text, depth_of_quotes if quoted else 0)
        skip, time, speaker = 0, unit.time, unit.speaker
        size, level, mark = _read_mark(text[skip:])
        body = unit.start + skip + size
        alone = unit.opens_line and (index + 1 == len(units) or units[index + 1].opens_line)
        words = shadow[body : unit.end]
        item = (
            alone
            and level > 0
            and words[-1:] in _SENTENCE_END
            and _in_list(index, level, lines, units, shadow)
        )
        heading = not item and _is_heading(
            words, level, alone=alone and time is None and (level > 0 or not unmarked), first=index < 4
        )
        title = not item and _item_title(words, level)
        if heading or title:
            depth = _depth(level, mark) or (_UNNUMBERED if stack and index >= 4 else 0)
            while stack and stack[-1][0] >= depth and depth:
                stack.pop()
        lines.append(
            OutlineLine(
                unit,
                body,
                level,
                mark,
                heading,
                speaker,
                time,
                paragraph,
                tuple((i, w) for _, i, w in stack),
                quoted,
                item,
            )
        )
        if (heading and (level or index >= 4) and _has_words(words)) or title:
            stack.append((_depth(level, mark) or _UNNUMBERED, index, unit.text[skip:]))
        elif level and not heading:
            while stack and stack[-1][0] >= _depth(level, mark):
                stack.pop()
        listed = _LIST_LEAD.search(text)
        if listed and not title:
            while stack and stack[-1][0] >= _SPOKEN:
                stack.pop()
            stack.append((_SPOKEN, index, unit.text[listed.start("mark") :]))
    return lines


_SPOKEN, _UNNUMBERED = 6, 9


def _depth(level: int, mark: str) -> int:
    """Give how deep a number stands (7.3.3: 一、 （一） 1. （1）); 1.1 is below 1., and 一是 below them all."""
    return level + 1 if level > 2 or mark[:1].isdigit() else level


def _in_list(index: int, level: int, lines: list[OutlineLine], units: list[TextUnit], shadow: str) -> bool:
    """Tell whether a numbered line stands among sisters with nothing under them: an item, no heading."""
    if lines and lines[-1].level == level and lines[-1].item:
        return True
    if index + 1 == len(units):
        return False
    after = units[index + 1]
    return _read_mark(shadow[after.start : after.end])[1] == level


def _is_unmarked(units: list[TextUnit]) -> bool:
    """Tell whether most lines end without a mark, as recognised speech does: a short line is no heading then."""
    lines = [
        unit.text.rstrip()
        for index, unit in enumerate(units)
        if index + 1 == len(units) or units[index + 1].opens_line
    ]
    bare = sum(not line.endswith(tuple(_SENTENCE_END + "：:”）")) for line in lines)
    return len(lines) >= _ENOUGH and bare > len(lines) / 2


_ENOUGH = 12
"""Lines from which their ends tell what kind of text it is."""


def _open_quotes(text: str, depth: int) -> int:
    for mark in text:
        if mark in "“「『":
            depth += 1
        elif mark in "”」』":
            depth = max(0, depth - 1)
    return depth


def _has_words(words: str) -> bool:
    return bool(re.search(r"[^\W\x00-\xff]{2}", words))


def _read_mark(text: str) -> tuple[int, int, str]:
    for level, pattern in _MARKS:
        match = pattern.match(text)
        if match:
            return match.end(), level, match.group().strip()
    return 0, 0, ""


def _is_heading(words: str, level: int, *, alone: bool, first: bool) -> bool:
    """A line of its own that does not end as a sentence does, and is short."""
    if not alone or not words:
        return False
    ended = words[-1] in _SENTENCE_END
    if level and level <= 4:
        return len(words) <= 40 and not (ended and len(words) > 24)
    if ended or words[-1] in "，,、":
        return False
    return (
        len(words) <= (60 if first else 30)
        and ("，" not in words or first or len(words) <= 20)
        and not (level == 0 and " " in words.strip() and len(words) > 12)
    )


def _item_title(words: str, level: int) -> bool:
    """一是危化企业。 – a numbered title inside a paragraph."""
    bare = _TITLE_END.sub("", words)
    return (
        0 < len(bare) <= 14 and "，" not in bare and (level > 0 or (words.endswith("。") and len(bare) <= 6))
    )
