"""The speech's own sections become the sections of the plan and of the minutes; none is made that it lacks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tongzhi.draft.classes import ORDERS, Utterance
from tongzhi.draft.days import RELATIVE
from tongzhi.layout.sentences import drop_number

OTHER = "有关要求"
"""Title of what stands under no heading and in no field."""

_MOST = 16
"""Sections that a speech may have; more are turns of a talk, not sections."""
_LONG = 22
"""Characters of a title from which only its first clause is kept."""


@dataclass(slots=True)
class Chapter:
    """A section of the speech: its title and the sentences under it, without headings."""

    title: str
    sentences: list[Utterance] = field(default_factory=list)

    @property
    def orders(self) -> bool:
        """Whether something in it is ordered."""
        return any(one.kind in ORDERS for one in self.sentences)


def read_chapters(sentences: Iterable[Utterance]) -> list[Chapter]:
    """Give the sections of a speech in its order; the first has no title and holds what stands before them."""
    found = list(sentences)
    tops = _tops(found)
    if not 2 <= len(tops) <= _MOST:
        return _by_marks(found) or _by_fields(found)
    chapters = [Chapter("")]
    known = ""
    for one in found:
        top = next((place for place, _ in one.section if place in tops), None)
        if top is not None and tops[top] != known:
            known = tops[top]
            chapters.append(Chapter(known))
        if not one.heading:
            chapters[-1].sentences.append(one)
    return chapters


def clean_title(words: str) -> str:
    """Give a title without number, spoken frame and mark; a long one is cut after its first clause."""
    bare = str(drop_number(words)).strip()
    bare = re.sub(
        r"^(?:第?[一二三四五六七八九十]+(?:部分|、)|\d+(?:\.\d+)*[.．、]|\d+(?:\.\d+)+|[（(]?[一二三四五六七八九十\d]+[)）])\s*",
        "",
        bare,
    )
    bare = re.sub(
        r"^第[一二三四五六七八九十]+(?:点|项|个|件事?|条|部分|方面)?(?:就?是|说|讲|，|,|、|：)+", "", bare
    )
    bare = re.sub(r"^(?:[一二三四五六七八九十](?:是|要|来))[，,：:]?", "", bare)
    bare = re.sub(r"^(?:关于|先说|再说|接着说|再讲讲?|讲讲|说完[^，]{1,6}说|下面说)", "", bare).strip(
        "。；：:，, 　"
    )
    if len(bare) > _LONG and "，" in bare:
        bare = bare.split("，")[0]
    return RELATIVE.sub("", bare).strip()


NO_TITLE = re.compile(r"[不要了着先这那我就吧吗呢]|^(?:讲|说|好|行|没有|散会)|[？?]")


def _tops(found: list[Utterance]) -> dict[int, str]:
    """Give the headings that make the sections: place → title; of 一、 and （一） the higher that occurs twice."""
    heads = {place: words for one in found for place, words in one.section[:1]}
    numbered = {place: words for place, words in heads.items() if _NUMBERED.match(words)}
    chosen = numbered if len(numbered) >= 2 else heads
    titles = {place: clean_title(words) for place, words in chosen.items()}
    kept = {
        place: title
        for place, title in titles.items()
        if title and (place in numbered or not NO_TITLE.search(title))
    }
    if len(kept) == 1 and len(numbered) < 2:
        inner = {place: words for one in found for place, words in one.section[1:2]}
        if len(inner) >= 2:
            return {place: clean_title(words) for place, words in inner.items() if clean_title(words)}
    return kept


_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十]+(?:部分|、)|[（(][一二三四五六七八九十]+[)）]|\d+(?:\.\d+)*[.．、])"
)


def _by_marks(found: list[Utterance]) -> list[Chapter]:
    """Give sections that paragraphs open with 第一， or 一要; their first sentences are the titles."""
    openers: dict[int, Utterance] = {}
    seen: set[int] = set()
    for one in found:
        if one.paragraph not in seen and re.match(r"第[一二三四五六七八九十]", one.mark):
            openers[one.start] = one
        seen.add(one.paragraph)
    if len(openers) < 2:
        return []
    chapters = [Chapter("")]
    for one in found:
        opener = openers.get(one.start)
        if opener is not None:
            title = clean_title(one.text)
            chapters.append(Chapter(title if len(title) <= _LONG else title.split("，")[0]))
            if one.kind in ORDERS:
                chapters[-1].sentences.append(one)
        elif not one.heading:
            chapters[-1].sentences.append(one)
    return chapters


def _by_fields(found: list[Utterance]) -> list[Chapter]:
    """Give a section for each run of paragraphs of one field, in the order of the speech."""
    fields: dict[int, Counter[str]] = {}
    for one in found:
        if one.task is not None and one.task.is_action:
            fields.setdefault(one.paragraph, Counter())[one.task.field or ""] += 1
    chapters = [Chapter("")]
    for one in found:
        if one.heading and not (one.task is not None and one.task.is_action):
            continue
        counted = fields.get(one.paragraph)
        title = counted.most_common(1)[0][0] if counted else ""
        title = "" if title == "其他" else title
        named = [chapter for chapter in chapters if chapter.title]
        if counted and title and title != chapters[-1].title:
            old = next((chapter for chapter in named if chapter.title == title), None)
            if old is not None and old is not chapters[-1]:
                old.sentences.append(one)
                continue
            chapters.append(Chapter(title))
        elif counted and not title and not named:
            chapters.append(Chapter(OTHER))
        chapters[-1].sentences.append(one)
    return chapters
