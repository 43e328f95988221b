"""录音整理：from recognition text to readable text, passage by passage, in the speaker's own words and order.

Fillers and stutters go, punctuation comes, doubtful places get 〔?〕. Nothing else is added, nothing is moved: without
marks the tidy text is what is left of the raw one when words are struck out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from tongzhi.resources import corpus_path
from tongzhi.zh.punctuation import repair_text
from tongzhi.zh.units import split_prefix

DOUBT = "〔?〕"
NOTICE = "根据录音整理，未经本人审阅"
_MARKS = "，。、；：？！…—“”‘’（）《》,.;:?!\"'()"
_STOPS = "，。、；：？！"
_HAN = "\u3400-\u9fff"


@dataclass(frozen=True, slots=True)
class Passage:
    """One line or cue: when and by whom it was said, as recognised and as tidied."""

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
        "opening": re.compile(r"(?:(?<=^)|(?<=[\s，。！？；]))[嗯呃唔额诶欸]+"),
        "phrase": re.compile(rf"(?:(?<=^)|(?<={pause})){phrase}(?={pause}|$)"),
        "only": re.compile(rf"(?:{sound}|{phrase}|{pause})+"),
        "twice": re.compile(rf"({stutter})(?:[\s，、]*\1)+"),
        "long": re.compile(rf"(?<![{_HAN}]一)((?!一)[{_HAN}]{{3,12}}?)[\s，、]*\1(?![一])"),
        "unclear": re.compile(rf"[\[【(（<〔]\s*{_any('不清')}\s*[\]】)）>〕]", re.IGNORECASE),
        "correction": re.compile(_any("改口")),
    }


def tidy_passages(lines: Iterable[tuple[str, str]]) -> list[Passage]:
    """Tidy lines given as (time, raw text); a line that opens with time and speaker gives them to the passage."""
    raw: list[tuple[str, str, str, str]] = []
    for time, line in lines:
        if not line.strip():
            continue
        stripped = line.strip()
        at, stamp, speaker = split_prefix(stripped)
        raw.append((line, time or stamp or "", speaker or "", stripped[at:]))
    found = []
    for number, (line, time, speaker, words) in enumerate(raw):
        following = raw[number + 1] if number + 1 < len(raw) else None
        closes = (
            following is None
            or bool(following[2] and following[2] != speaker)
            or bool(following[1] and following[2])
        )
        found.append(
            Passage(
                line,
                tidy_text(words, closes=closes or _opens(following[3] if following else "")),
                time,
                speaker,
            )
        )
    return found


def _opens(text: str) -> bool:
    return text.startswith(_words("起句"))


def tidy_text(text: str, *, closes: bool = True) -> str:
    """Tidy one passage; `closes` says that a sentence ends with it."""
    if not text.strip() or _patterns()["only"].fullmatch(text):
        return ""
    spaced = _is_spaced(text)
    words = _strike(text)
    words = _punctuate(words, spaced=spaced)
    words = repair_text(_settle(words))
    words = _mark_doubts(words)
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


def _mark_doubts(text: str) -> str:
    text = re.sub(rf"({_patterns()['correction'].pattern})(?!{re.escape(DOUBT)})", rf"\1{DOUBT}", text)
    for end in sorted(_misheard(text), reverse=True):
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
def _domain_words() -> tuple[frozenset[str], dict[str, str]]:
    """Domain words of three to six characters and a few of two, and the same by their sound."""
    names = (corpus_path("words.txt"), corpus_path("organisations.tsv"))
    known = {
        word
        for path in names
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in re.split(r"\s+", line)
        if re.fullmatch(rf"[{_HAN}]{{3,6}}", word)
    }
    known |= set(_words("近音"))
    sounds: dict[str, str] = {
        _sound(word): word for word in sorted(known) if not word.startswith(("各", "约"))
    }
    return frozenset(known), sounds


def _sound(word: str) -> str:
    table = _syllables()
    return " ".join(table.get(char, char) for char in word)


def _misheard(text: str) -> set[int]:
    """Give the ends of what sounds like a domain word but is written otherwise and is no word (都导组, 引患)."""
    from tongzhi.zh.segment import tag_words

    known, sounds = _domain_words()
    words = tag_words(text)
    edges = {word.start for word in words} | {len(text)}
    inside = {at for word in words if len(word.text) > 1 for at in range(word.start + 1, word.end)}
    found: set[int] = set()
    taken: set[int] = set()
    for size in (6, 5, 4, 3, 2):
        for start in range(len(text) - size + 1):
            span = range(start, start + size)
            piece = text[start : start + size]
            if piece in known or _sound(piece) not in sounds or taken & set(span):
                continue
            # ordinary words are whole words of the dictionary; a slip of the ear is cut into single characters
            broken = sum(at not in inside and at + 1 not in inside for at in span)
            aligned = start in edges and start + size in edges
            if aligned and (size > 3 or broken == size or (size == 3 and broken)):
                found.add(start + size)
                taken |= set(span)
    return found


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
