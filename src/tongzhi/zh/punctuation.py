"""Slips of punctuation and their repairs, after GB/T 15834-2011《标点符号用法》.

Only what is surely wrong is repaired: a mark between Chinese characters. Numbers, times, web addresses, file
names and Latin text keep their half-width marks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tongzhi.zh.prose import beside_letters, is_han, is_prose

STANDARD = "GB/T 15834-2011"

_HAN = "\u3400-\u9fff〇"
_WIDE = f"{_HAN}，。、；：？！”’）》〉】〕"
_LATIN = re.compile(
    r"(?:https?://|www\.)[^\s\u3000-\u9fff\uff00-\uffef]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![A-Za-z0-9_\-])[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9]{1,5})+(?![A-Za-z0-9])"
)
_HAS_LATIN = re.compile(r"[.@]|://")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}

_HALF_MARK = re.compile(
    rf"(?<=[{_WIDE}])\s?([,;:?!])(?![,;:?!])\s?|(?<=[0-9A-Za-z%）])([,;?!])(?=[{_HAN}“《])"
)
_HALF_STOP = re.compile(rf"(?<=[{_WIDE}])\.(?=\s*(?:$|[{_HAN}“]))", re.MULTILINE)
_BRACKETS = re.compile(r"\(([^()\n（）]{0,80})\)|（([^()\n（）]{0,80})\)|\(([^()\n（）]{0,80})）")
_DOUBLED = re.compile(r"([，。、；：])[，。、；：]+|([！？])[，。、；：]+")
_FOUR_TIMES = re.compile(r"([！？])\1{3,}")
_ELLIPSES = re.compile(rf"(?<=[{_HAN}])(?:\.{{3,}}|。{{3,}}|·{{3,}}|(?<!…)…(?!…)|…{{3}}(?!…)|…{{5,}})")
_DASHES = re.compile(rf"(?<=[{_HAN}”》）])(?:--+|－－+|──+|–{{2,}}|―{{2,}})(?=[{_HAN}“《（])")
_YEARS = re.compile(rf"(?<=[{_HAN}])([\[［【（(])((?:19|20)[0-9]{{2}})([\]］】）)])(?=第?[0-9]{{1,4}}号)")


@dataclass(frozen=True, slots=True)
class Repair:
    """One slip: where it stands, what is there, what belongs there, and the clause that says so."""

    start: int
    end: int
    found: str
    instead: str
    clause: str


Rule = Callable[[str], Iterator[tuple[int, int, str, str]]]


def find_repairs(text: str) -> list[Repair]:
    """Give every repair of a paragraph, in order, none overlapping another."""
    return list(_find_repairs(text))


@lru_cache(maxsize=4096)  # papers of one batch share most of their paragraphs
def _find_repairs(text: str) -> tuple[Repair, ...]:
    kept: list[Repair] = []
    if not is_prose(text):
        return ()
    taken = bytearray(len(text))
    for match in _LATIN.finditer(text) if _HAS_LATIN.search(text) else ():
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for rule in _RULES:
        for start, end, instead, clause in rule(text):
            repair = Repair(start, end, text[start:end], instead, clause)
            if taken.find(1, start, end) < 0 and repair.found != instead:
                kept.append(repair)
                taken[start:end] = b"\1" * (end - start)
    return tuple(sorted(kept, key=lambda one: one.start))


def apply_repairs(text: str, repairs: Iterable[Repair]) -> str:
    """Give the text with the repairs made."""
    pieces, at = [], 0
    for repair in sorted(repairs, key=lambda one: one.start):
        pieces += [text[at : repair.start], repair.instead]
        at = repair.end
    return "".join([*pieces, text[at:]])


def repair_text(text: str) -> str:
    """Give the text with every repair made; a repaired text needs none."""
    for _ in range(4):
        repairs = find_repairs(text)
        if not repairs:
            break
        text = apply_repairs(text, repairs)
    return text


def _half_width(text: str) -> Iterator[tuple[int, int, str, str]]:
    """5.1：句内点号、句末点号占一个字位置，用全角。"""
    for match in _HALF_MARK.finditer(text):
        mark = match[1] or match[2]
        start, end = match.span(1 if match[1] else 2)
        before, after = beside_letters(text, start, end)
        if (
            before
            and before.isascii()
            and before.isalpha()
            and not (is_han(after) and text[start - 1].isalnum())
        ):
            continue  # a mark of a foreign phrase: its quotation marks are the same as ours
        yield (
            start,
            end if text[end : match.end()].strip() or match.end() == len(text) else match.end(),
            _FULL[mark],
            "5.1",
        )
    for match in _HALF_STOP.finditer(text):
        yield match.start(), match.end(), "。", "5.1"


def _brackets(text: str) -> Iterator[tuple[int, int, str, str]]:
    """4.9：括号的主要形式是圆括号“（ ）”; only pairs that hold or touch Chinese are changed."""
    for match in _BRACKETS.finditer(text):
        inner = match[1] or match[2] or match[3] or ""
        near = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        if re.search(f"[{_HAN}]", inner + near):
            if match.group()[0] == "(":
                yield match.start(), match.start() + 1, "（", "4.9"
            if match.group()[-1] == ")":
                yield match.end() - 1, match.end(), "）", "4.9"


def _doubled(text: str) -> Iterator[tuple[int, int, str, str]]:
    """一处只用一个点号; 4.3.3 lets only ！ and ？ stand up to three times."""
    for match in _DOUBLED.finditer(text):
        marks = match.group()
        if set(marks) == {"。"} and len(marks) >= 3:
            continue
        strongest = match[2] or max(marks, key="、，：；。".index)
        if match[2]:
            yield match.start(), match.end(), strongest, "5.1"
        else:
            yield (
                match.start(),
                match.end(),
                "：" if "：" in marks and "。" not in marks else strongest,
                "5.1",
            )
    for match in _FOUR_TIMES.finditer(text):
        yield match.start(), match.end(), match[1] * 3, "4.3.3"


def _ellipsis(text: str) -> Iterator[tuple[int, int, str, str]]:
    """4.11：省略号的形式是“……”。"""
    for match in _ELLIPSES.finditer(text):
        yield match.start(), match.end(), "……", "4.11"


def _dash(text: str) -> Iterator[tuple[int, int, str, str]]:
    """4.10：破折号的形式是“——”。"""
    for match in _DASHES.finditer(text):
        yield match.start(), match.end(), "——", "4.10"


def _quotes(text: str) -> Iterator[tuple[int, int, str, str]]:
    """4.8：引号的形式主要有“”和‘’，左右成对。"""
    if '"' in text and text.count('"') % 2 == 0:
        marks = list(re.finditer('"', text))
        for opening, closing in zip(marks[::2], marks[1::2], strict=True):
            near = text[max(0, opening.start() - 1) : closing.end() + 1]
            if re.search(f"[{_HAN}]", near) and not re.search(r"[=(\[{,:]\s*$", text[: opening.start()]):
                yield opening.start(), opening.end(), "“", "4.8"
                yield closing.start(), closing.end(), "”", "4.8"
    curly = list(re.finditer("[“”]", text))
    if len(curly) % 2 == 0 and curly and not _nested(text):
        for at, match in enumerate(curly):
            yield match.start(), match.end(), "“" if at % 2 == 0 else "”", "4.8"


def _nested(text: str) -> bool:
    depth = 0
    for char in text:
        depth += (char == "“") - (char == "”")
        if depth > 1:
            # a second opening mark before the first closes: quotation in a quotation, or one lost; not ours to tell
            return "”" in text and text.count("“") == text.count("”")
    return False


def _between_marks(text: str) -> Iterator[tuple[int, int, str, str]]:
    """4.5.3.5：标有引号的并列成分之间、标有书名号的并列成分之间通常不用顿号。"""
    for match in re.finditer(r"(?<=》)、(?=《)", text):
        yield match.start(), match.end(), "", "4.5.3.5"


def _ordinals(text: str) -> Iterator[tuple[int, int, str, str]]:
    """附录 B.3：加括号的序次语后不用点号；不带括号的阿拉伯数字后用下脚点；“第一”后用逗号。"""
    head = re.match(r"[\s\u3000]*", text)
    at = head.end() if head else 0
    rest = text[at:]
    if match := re.match(r"[（(][一二三四五六七八九十]{1,3}[）)]([、，．.])", rest):
        yield at + match.start(1), at + match.end(1), "", "附录 B.3"
    elif match := re.match(rf"[0-9]{{1,2}}(、)(?=[{_HAN}“《])", rest):
        yield at + match.start(1), at + match.end(1), ".", "附录 B.3"
    elif match := re.match(r"(?:第[一二三四五六七八九十]{1,3}|首先|其次|再次|最后)(、)", rest):
        yield at + match.start(1), at + match.end(1), "，", "附录 B.3"
    elif match := re.match(rf"[一二三四五六七八九十]{{1,3}}([，,．.])(?=[{_HAN}])", rest):
        yield at + match.start(1), at + match.end(1), "、", "附录 B.3"


def _years(text: str) -> Iterator[tuple[int, int, str, str]]:
    """GB/T 9704-2012 7.2.5：发文字号的年份用六角括号“〔〕”括入。"""
    for match in _YEARS.finditer(text):
        yield match.start(), match.end(), f"〔{match[2]}〕", "GB/T 9704-2012 7.2.5"


_RULES: tuple[Rule, ...] = (
    _years, _ordinals, _ellipsis, _dash, _doubled, _brackets, _quotes, _between_marks, _half_width,
)  # fmt: skip
