"""Who says what: the lines of a text, with the speaker and the time that a transcript writes beside them.

Known are the exports of 飞书妙记, 通义听悟, 腾讯会议, 讯飞听见 and whisper, and minutes typed by hand: the name on a line
of its own or before the words, with or without colon and brackets, the time before it, behind it or missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tongzhi.zh.vocabulary import CN_COUNT, HAN, one_of, people

_CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_STAMP = (
    rf"(?:\d{{4}}[-./年]\d{{1,2}}[-./月]\d{{1,2}}日?\s+)?(?:{_CLOCK})(?:\s*(?:-->|—+|-|~|～|至)\s*{_CLOCK})?"
)
_TIME = re.compile(rf"(?:[\[（(【<]\s*(?P<boxed>{_STAMP})\s*[\]）)】>]|(?P<bare>{_STAMP}))")
_BARE_TIME_ENDS = re.compile(r"[\s:：\[【（(]|$|(?![之以前后起到至许左准整])[\u3400-\u9fffA-Za-z]")
_CUE_TIME = re.compile(rf"\s*{_CLOCK}\s*-->\s*{_CLOCK}")
_ROLE = rf"(?:[（(][{HAN}A-Za-z·、/]{{1,14}}[)）])?"
_NAME = rf"(?:[^\W\x00-\xff][{HAN}A-Za-z0-9·_\-]{{0,15}}|[A-Za-z][A-Za-z0-9._\-]{{0,15}}(?: [A-Za-z]{{1,12}}){{0,2}})(?: [0-9]{{1,3}}(?![0-9]|[:：][0-9]))?{_ROLE}"
_BOXED_NAME = re.compile(rf"[\[【（(<]\s*(?P<name>{_NAME})\s*[\]】）)>]")
_COLON_NAME = re.compile(rf"(?P<name>{_NAME})\s*[:：]")
_TIMED_NAME = re.compile(rf"(?P<name>{_NAME}?)\s*(?=[\[（(【]?\s*{_STAMP})")
_LAST_NAME = re.compile(rf"{_NAME}\s*$")
_MAY_HEAD = re.compile(r"[:：\[【（(<]")
_LONGEST_NAME = 16
_LINE = re.compile(r"[^\r\n]*")
_NEW_CUE = re.compile(r"\s*\d+\s*")


_FIELDS = ("主持", "主持人", "记录人", "记录员", "记者", "主持者")
"""Labels that stand once in the head of minutes; a transcript repeats them or gives the time."""


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One line of a text: where its words stand (`start == end` when it only says who speaks), and by whom.

    `begin` is where the line itself begins; `turn` numbers the stretches of one speaker, 0 before the first.
    """

    begin: int
    start: int
    end: int
    speaker: str | None
    time: str | None
    turn: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class _Head:
    """What a line begins with: `size` characters of time and name."""

    size: int
    time: str | None = None
    name: str | None = None
    is_boxed: bool = False
    has_colon: bool = False


@cache
def _speaker() -> re.Pattern[str]:
    label = rf"{one_of(people('说话人'))}\s*[_-]?\s*(?:[0-9{CN_COUNT}]{{1,4}}|[A-Z])?"
    title = one_of(people("称呼"))
    surname = f"(?:{one_of(people('复姓'))}|[{''.join(people('姓'))}])"
    called = rf"[^\W\x00-\xff]{{0,8}}?{surname}[^\W\x00-\xff]{{0,2}}(?:常务|执行)?副?{title}"
    plain = rf"(?:[^\W\x00-\xff]{{2,10}}{one_of(people('单位尾'))})?[老小阿]{surname}"
    return re.compile(rf"(?:{label}|{called}|{plain})(?:[（(].{{1,12}}[)）])?", re.IGNORECASE)


@cache
def _person() -> re.Pattern[str]:
    surname = f"(?:{one_of(people('复姓'))}|[{''.join(people('姓'))}])"
    return re.compile(rf"(?:{surname}[^\W\x00-\xff]{{1,2}}|[A-Z][a-z]+(?: [A-Z][a-z]+){{0,2}}){_ROLE}")


@cache
def _post() -> re.Pattern[str]:
    """A post without a name (主席, 县委书记, 主持人), which heads a field of minutes as often as a turn."""
    posts = one_of((*people("称呼"), "主持人", "主持", "记录人", "记录员"))
    return re.compile(rf"[^\W\x00-\xff]{{0,3}}{posts}")


def is_speaker(name: str) -> bool:
    """Say whether a name is surely that of a speaker: 发言人1, SPEAKER_00, 李局长, 应急局老周."""
    name = name.strip()
    return _speaker().fullmatch(name) is not None and name not in _FIELDS


def _read_head(line: str, at: int) -> _Head:
    """Read time and name at the start of a line's words, in whatever order and brackets."""
    begin, time, name, boxed = at, None, None, False
    if not _MAY_HEAD.search(line, at, at + 60):
        return _Head(0)
    match = _TIME.match(line, at)
    if match and (match["boxed"] or _BARE_TIME_ENDS.match(line, match.end())):
        time = _first_time(match)
        at = _skip_blanks(line, match.end())
    if found := _BOXED_NAME.match(line, at):
        name, boxed, at = found["name"], True, _skip_blanks(line, found.end())
    elif found := _COLON_NAME.match(line, at):
        name, at = found["name"], found.end(1)
    elif time is None and (found := _TIMED_NAME.match(line, at)):
        name, at = found["name"], found.end()
    elif time is not None and _LAST_NAME.match(line, at):
        name, at = line[at:].strip(), len(line)
    if name is not None and time is None:
        later = _TIME.match(line, _skip_blanks(line, at))
        if later:
            time, at = _first_time(later), later.end()
    at = _skip_blanks(line, at)
    colon = line[at : at + 1] in (":", "：") and bool(time or name)
    if colon:
        at = _skip_blanks(line, at + 1)
    if time is None and name is None:
        return _Head(0)
    return _Head(at - begin, time, name, boxed, colon)


def _first_time(match: re.Match[str]) -> str:
    """Give the time that words begin at; a range names their end too."""
    stamp = match["boxed"] or match["bare"]
    return re.split(r"\s*(?:-->|—|~|～|至)", stamp)[0].strip()


def _skip_blanks(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t\u3000\u00a0":
        at += 1
    return at


def split_prefix(text: str) -> tuple[int, str | None, str | None]:
    """Give where the words of a transcript line begin, its time and its speaker (`00:01:02 说话人1:……`).

    A speaker is only believed with a time beside it or when the name is surely that of one.
    """
    head = _read_head(text, _skip_blanks(text, 0))
    lead = _skip_blanks(text, 0)
    if head.size == 0 or not _is_believed(head, text[lead + head.size :], Counter()):
        time_only = _only_time(text, lead)
        return time_only if head.time else (0, None, None)
    return lead + head.size, head.time, head.name


def _only_time(line: str, lead: int) -> tuple[int, str | None, str | None]:
    match = _TIME.match(line, lead)
    if not match or not (match["boxed"] or _BARE_TIME_ENDS.match(line, match.end())):
        return 0, None, None
    return _skip_blanks(line, match.end()), _first_time(match), None


def _is_believed(head: _Head, rest: str, known: Counter[str]) -> bool:
    name = head.name
    if name is None:
        return head.time is not None
    if len(name) > _LONGEST_NAME:
        return False
    if is_speaker(name) or known[name] > 1:
        return True
    if head.time is not None and head.has_colon:
        return True
    # a name and a time alone on their line; an agenda's 09:00 签到 is none
    return head.time is not None and not rest.strip() and _person().fullmatch(name) is not None


def read_lines(text: str) -> list[SpokenLine]:
    """Give the lines of a text that are not blank, with who speaks and when; offsets count from its start."""
    rows = [match.span() for match in _LINE.finditer(text) if match.group().strip(" \t\u3000\u00a0\ufeff")]
    heads = [_read_head(text[start:end], _skip_blanks(text[start:end], 0)) for start, end in rows]
    known = _known_names(text, rows, heads)
    return list(_follow(text, rows, heads, known))


def _known_names(text: str, rows: list[tuple[int, int]], heads: list[_Head]) -> Counter[str]:
    """Count names that stand where a speaker's would: with a time, or a person's name with a colon."""
    found: Counter[str] = Counter()
    for (start, end), head in zip(rows, heads, strict=True):
        if head.name is None or len(head.name) > _LONGEST_NAME:
            continue
        alone = not text[start + _skip_blanks(text[start:end], 0) + head.size : end].strip()
        if (head.time and (alone or head.has_colon or head.is_boxed)) or (
            head.has_colon and (_person().fullmatch(head.name) or _post().fullmatch(head.name))
        ):
            found[head.name] += 1
    turns = {name for name, count in found.items() if count > 1 or is_speaker(name)}
    if len(turns) == 1:  # one post twice heads the fields of two minutes, not a talk
        return Counter({name: count for name, count in found.items() if not _post().fullmatch(name)})
    return found


def _follow(
    text: str, rows: list[tuple[int, int]], heads: list[_Head], known: Counter[str]
) -> Iterator[SpokenLine]:
    speaker: str | None = None
    time: str | None = None
    turn = 0
    for index, ((begin, stop), head) in enumerate(zip(rows, heads, strict=True)):
        line = text[begin:stop]
        if _is_cue_line(text, rows, index):
            if _CUE_TIME.match(line):
                time = line.split("-->")[0].strip()
            yield SpokenLine(begin, stop, stop, speaker, time, turn, is_header=True)
            continue
        lead = _skip_blanks(line, 0)
        size = lead + head.size
        name, at = head.name, head.time
        if name is not None and not _is_believed(head, line[size:], known):
            size, at, name = _only_time(line, lead) if at else (lead, None, None)
        alone = size > lead and not line[size:].strip()
        if name is None and at is None and _is_bare_name(line, known):
            name, alone, size = line.strip(), True, len(line)
        if name is not None:
            turn += name != speaker
            speaker = name
        elif at is not None and not alone:
            turn += speaker is not None
            speaker = None
        after_cue = index > 0 and _CUE_TIME.match(text, rows[index - 1][0]) is not None
        time = at if at is not None else (None if name is not None and not after_cue else time)
        start = begin + (len(line) if alone else max(size, lead))
        end = begin + len(line.rstrip(" \t\u3000\u00a0"))
        yield SpokenLine(begin, min(start, end) if not alone else end, end, speaker, time, turn, alone)


def _is_bare_name(line: str, known: Counter[str]) -> bool:
    """Whether a line is nothing but a speaker's label (发言人1) or a name that stands beside times elsewhere."""
    name = line.strip(" \t\u3000\u00a0:：[]【】（）()")
    if known[name] > 1:
        return True
    return bool(
        re.fullmatch(rf"{one_of(people('说话人'))}\s*[_-]?\s*[0-9{CN_COUNT}A-Z]{{1,4}}", name, re.IGNORECASE)
    )


def _is_cue_line(text: str, rows: list[tuple[int, int]], index: int) -> bool:
    """Whether a line is the number or the time of a subtitle that stands in a plain text."""
    start, end = rows[index]
    if _CUE_TIME.match(text, start, end):
        return True
    following = rows[index + 1] if index + 1 < len(rows) else None
    return bool(
        following
        and _NEW_CUE.fullmatch(text, start, end)
        and _CUE_TIME.match(text, *following)
        and "\n\n" not in text[end : following[0]].replace("\r", "")
    )
