"""录音整理：from recognition text to readable text, passage by passage, in the speaker's own words and order.

Fillers and stutters go, punctuation comes, doubtful places get 〔?〕. Nothing else is added, nothing is moved: without
marks the tidy text is what is left of the raw one when words are struck out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from tongzhi.resources import corpus_path
from tongzhi.zh.cutting import opens_matter
from tongzhi.zh.people import has_surname
from tongzhi.zh.punctuation import repair_text
from tongzhi.zh.segment import tag_words
from tongzhi.zh.units import TextUnit, lay_out

DOUBT = "〔?〕"
NOTICE = "根据录音整理，未经本人审阅"
_MARKS = "，。、；：？！…—“”‘’（）《》,.;:?!\"'()"
_STOPS = "，。、；：？！"
_HAN = "\u3400-\u9fff"


class Timed(Protocol):
    """A stretch of a text that is said at a known time, as a subtitle's cue."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def time(self) -> str:
        """When it is said."""

    @property
    def speaker(self) -> str:
        """Who says it, empty if the file does not tell."""


@dataclass(frozen=True, slots=True)
class SpokenPassage:
    """What one speaker says on one matter: when, by whom, as recognised and as tidied."""

    raw: str
    tidy: str
    time: str = ""
    speaker: str = ""


@cache
def _words(name: str) -> tuple[str, ...]:
    lines = corpus_path("fillers.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return tuple(sorted((word for found, word in rows if found == name), key=len, reverse=True))


def _any(name: str) -> str:
    return "(?:" + "|".join(map(re.escape, _words(name))) + ")"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    sound, phrase, stutter = _any("叹词"), _any("语气"), _any("可叠")
    pause = rf"[\s{_MARKS}]"
    return {
        # a sound between pauses, or at either end
        "sound": re.compile(rf"(?:(?<=^)|(?<={pause})){sound}+(?=$|{pause})"),
        # sounds that stand in no word go wherever they are: 之前呃之前
        "inside": re.compile(rf"(?<=[{_HAN}0-9])[呃嗯唔]+(?=[{_HAN}0-9])"),
        "again": re.compile(rf"([{_HAN}]{{2,8}})[呃嗯唔]+\1"),
        "opening": re.compile(r"(?:(?<=^)|(?<=[\s，。！？；]))[嗯呃唔额诶欸]+"),
        "phrase": re.compile(rf"(?:(?<=^)|(?<={pause})){phrase}(?={pause}|$)"),
        "only": re.compile(rf"(?:{sound}|{phrase}|{pause})+"),
        "twice": re.compile(rf"({stutter})(?:[\s，、]*\1)+"),
        "long": re.compile(rf"(?<![{_HAN}]一)((?!一)[{_HAN}]{{3,12}}?)[\s，、]*\1(?![一])"),
        "unclear": re.compile(rf"[\[【(（<〔]\s*{_any('不清')}\s*[\]】)）>〕]", re.IGNORECASE),
        # 不对 between pauses takes back what stands before it
        "correction": re.compile(rf"{_any('改口')}|(?:(?<=^)|(?<={pause})){_any('改口停')}(?={pause})"),
    }


_LONGEST = 300
"""Characters after which a passage ends with its sentence, though the matter goes on."""


def tidy_transcript(text: str, cues: Sequence[Timed] = (), known: Iterable[str] = ()) -> list[SpokenPassage]:
    """Tidy a transcript: a passage for each speaker and matter, every line of the raw text in one of them.

    Args:
        text: the transcript as decoded.
        cues: the cues of a subtitle file, each with `start` and `time`.
        known: the office's own names (units, leaders), which are listened for as the words of the field are.
    """
    voices = {cue.start: cue.speaker for cue in cues if cue.speaker}
    layout = lay_out(text, subtitles=bool(cues), voices=voices)
    listened = tuple(sorted(set(known)))
    found: list[SpokenPassage] = []
    position = 0
    for group in _paragraphs(layout.units):
        _, end = layout.flow.span(group[-1].start, group[-1].end)
        start, _ = layout.flow.span(group[0].start, group[0].end)
        tidied = [tidy_text(unit.text, known=listened) for unit in group]
        at = bisect_right(cues, start, key=lambda cue: cue.start)
        time = cues[at - 1].time if at else group[0].time or ""
        raw = text[position:end].strip("\r\n\ufeff")
        found.append(SpokenPassage(raw, _settle("".join(tidied)), time, group[0].speaker or ""))
        position = end
    rest = text[position:].strip()
    if rest:  # speaker lines behind the last words
        found.append(SpokenPassage(rest, ""))
    return found


def _paragraphs(units: Sequence[TextUnit]) -> Iterator[list[TextUnit]]:
    """Part the units by speaker, and where a new matter opens."""
    group: list[TextUnit] = []
    size = 0
    for unit in units:
        new = bool(group) and (
            unit.turn != group[-1].turn
            or unit.speaker != group[-1].speaker
            or size > _LONGEST
            or opens_matter(unit.text)
            or _begins_turn(unit.text)
        )
        if new:
            yield group
            group, size = [], 0
        group.append(unit)
        size += len(unit.text)
    if group:
        yield group


_ROLES = re.compile(
    r"主持人?|记者|问|答|提问|发言人?|说话人?.{0,2}|发言者.{0,2}|.{1,6}(?:书记|市长|县长|区长|局长|主任|秘书长|处长|经理|代表|助理)"
)


def _begins_turn(text: str) -> bool:
    """Tell words with which another speaker begins: 主持人：…, 段誉明：…"""
    head = re.match(r"\s*([㐀-鿿·0-9]{1,10})[：:]", text)
    return head is not None and bool(
        _ROLES.fullmatch(head[1]) or (len(head[1]) in (2, 3, 4) and has_surname(head[1]))
    )


def tidy_text(text: str, *, closes: bool = True, known: tuple[str, ...] = ()) -> str:
    """Tidy one sentence; `closes` says that it ends with it, `known` are names of the office to listen for."""
    if not text.strip() or _patterns()["only"].fullmatch(text):
        return ""
    spaced = _is_spaced(text)
    words = _strike(text)
    words = _punctuate(words, spaced=spaced)
    words = repair_text(_settle(words))
    words = _mark_doubts(words, known)
    if not words.strip(_STOPS):
        return ""
    return _close(words, closes=closes)


def _is_spaced(text: str) -> bool:
    """Whether blanks stand for pauses: recognition text with blanks between Han and hardly a mark inside."""
    inner = text.strip()[:-1]
    blanks = len(re.findall(rf"(?<=[{_HAN}])[ \u3000]+(?=[{_HAN}0-9])", inner))
    return blanks > sum(inner.count(mark) for mark in _STOPS)


def _strike(text: str) -> str:
    patterns = _patterns()
    text = patterns["unclear"].sub(DOUBT, text)
    for _ in range(4):
        before = text
        text = patterns["opening"].sub("", text)
        text = patterns["again"].sub(r"\1", text)
        text = patterns["inside"].sub("", text)
        text = patterns["sound"].sub("", text)
        text = patterns["phrase"].sub("", text)
        text = patterns["twice"].sub(r"\1", text)
        text = patterns["long"].sub(r"\1", text)
        if text == before:
            break
    return text


def _punctuate(text: str, *, spaced: bool) -> str:
    opener, joint, asks = _any("起句"), _any("接续"), _any("问")
    if spaced:
        text = re.sub(r"(?<=吗|呢)[ \u3000]+(?=\S)", "？", re.sub(r"[\t\u3000 ]+", " ", text.strip()))
        text = re.sub(rf"(^|[ ，。])({joint})[ ](?=[{_HAN}])", r"\1\2", text)
        text = re.sub(rf"(?<=[{_HAN}0-9A-Za-z%％])[ ](?={opener})", "。", text)
        text = re.sub(rf"(?<=[了啊吧的])[ ](?=(?:好|那|{joint}))", "。", text)
        text = re.sub(rf"(?<=[{_HAN}0-9%％{DOUBT}])[ ](?=[{_HAN}0-9“《])", "，", text)
    else:
        text = re.sub(rf"(?<=[{_HAN}{_MARKS}])[ \u3000]+(?=[{_HAN}{_MARKS}0-9])", "", text.strip())
    if not re.search(rf"[{_STOPS}]", text) and len(text) > 20:
        text = re.sub(rf"(?<=[{_HAN}0-9]{{6}})(?={opener})(?<!第)(?<![了的在是到从把])", "。", text)
        text = re.sub(rf"(?<=[{_HAN}0-9]{{6}})(?={joint})(?<![的在是把])", "，", text)
    return re.sub(rf"(?<=[{_HAN}])({asks})(?=\s*$)", r"\1", text)


def _settle(text: str) -> str:
    """Let the marks that struck words leave behind run together into one."""
    text = re.sub(r"\s*([，。、；：？！])\s*", r"\1", text)
    text = re.sub(r"^[，、；：。]+", "", text)
    text = re.sub(r"([，、])[，、]+", r"\1", text)
    text = re.sub(r"[，、；]+([。？！])", r"\1", text)
    return re.sub(r"([。？！])[，、；。]+", r"\1", text)


def _mark_doubts(text: str, known: tuple[str, ...]) -> str:
    text = re.sub(rf"({_patterns()['correction'].pattern})(?!{re.escape(DOUBT)})", rf"\1{DOUBT}", text)
    for end in sorted(_misheard(text, known), reverse=True):
        text = text[:end] + DOUBT + text[end:]
    return re.sub(rf"(?:{re.escape(DOUBT)}){{2,}}", DOUBT, text)


@cache
def _syllables() -> dict[str, str]:
    """Character → its usual syllable without tone."""
    lines = corpus_path("pinyin.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {char: _blur(syllable) for syllable, characters in rows for char in characters}


def _blur(syllable: str) -> str:
    """Let sounds that recognition often confuses be one: zh z, ch c, sh s, -ng -n."""
    return re.sub(r"(?<=[iae])ng$", "n", re.sub(r"^([zcs])h", r"\1", syllable))


@cache
def _domain_words(own: tuple[str, ...]) -> tuple[frozenset[str], dict[str, str]]:
    """The office's own names, domain words of three to six characters and a few of two, and the same by their sound."""
    names = [
        corpus_path(name)
        for name in ("words.txt", "organisations.tsv", "extract/terms.txt", "extract/actors.txt")
    ]
    known = {
        word
        for path in names
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in re.split(r"\s+", line)
        if re.fullmatch(rf"[{_HAN}]{{3,6}}", word)
    }
    known |= set(_words("近音"))
    known |= {name for name in own if re.fullmatch(rf"[{_HAN}]{{3,10}}", name)}
    sounds: dict[str, str] = {
        _sound(word): word for word in sorted(known) if not word.startswith(("各", "约"))
    }
    return frozenset(known), sounds


def _sound(word: str) -> str:
    table = _syllables()
    return " ".join(table.get(char, char) for char in word)


def _misheard(text: str, own: tuple[str, ...]) -> set[int]:
    """Give the ends of what sounds like a domain word but is written otherwise and is no word (都导组, 引患)."""
    known, sounds = _domain_words(own)
    words = tag_words(text)
    edges = {word.start for word in words} | {len(text)}
    inside = {at for word in words if len(word.text) > 1 for at in range(word.start + 1, word.end)}
    found: set[int] = set()
    taken: set[int] = set()
    for size in range(max(6, *map(len, own)) if own else 6, 1, -1):
        for start in range(len(text) - size + 1):
            span = range(start, start + size)
            piece = text[start : start + size]
            if piece in known or _sound(piece) not in sounds or taken & set(span):
                continue
            # ordinary words are whole words of the dictionary; a slip of the ear is cut into single characters
            broken = sum(at not in inside and at + 1 not in inside for at in span)
            aligned = start in edges and start + size in edges
            heard = aligned and (size > 3 or broken == size or (size == 3 and broken))
            if heard or (not aligned and size >= 3 and _fits(text, start, sounds[_sound(piece)])):
                found.add(start + size)
                taken |= set(span)
    return found


def _fits(text: str, start: int, word: str) -> bool:
    """Say whether a text is cut into words around `word` when it stands in the place of what was heard there."""
    first = max(0, start - 4)
    mended = text[first:start] + word + text[start + len(word) : start + len(word) + 4]
    return any(one.start == start - first and one.text == word for one in tag_words(mended))


def _close(text: str, *, closes: bool) -> str:
    text = text.rstrip(" ，、")
    if text.endswith(tuple("。？！；：…”）")):
        return text
    bare = text.removesuffix(DOUBT)
    if bare.endswith(("吗", "行不行", "对不对", "是不是", "怎么办", "为什么", "有没有")):
        return text + "？"
    return text + ("。" if closes or bare.endswith(("了", "啊", "吧", "呢")) else "，")


def is_faithful(raw: str, tidy: str) -> bool:
    """Say whether a tidy text is the raw one with words struck out and nothing but marks put in."""
    kept = iter(_letters(raw))
    return all(letter in kept for letter in _letters(tidy.replace(DOUBT, "")))


def _letters(text: str) -> Sequence[str]:
    return [char for char in text if not re.fullmatch(rf"[\s{_MARKS}〔〕]", char)]
