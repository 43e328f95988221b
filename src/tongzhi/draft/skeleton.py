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
    counted = [one.start for one in found if one.heading and _COUNTED_HEAD.match(one.text)]
    if len(counted) > max(1, len(tops)):
        return _by_heads(found, counted)
    if not 2 <= len(tops) <= _MOST:
        return _by_marks(found) or _by_fields(found)
    chapters = [Chapter("")]
    known = ""
    for one in found:
        top = next((place for place, _ in one.section if place in tops), None)
        if top is not None and tops[top] != known:
            known = tops[top]
            chapters.append(Chapter(known))
        if not one.heading or (not _is_top(one, tops) and _orders_itself(one, found)):
            chapters[-1].sentences.append(one)
    return chapters


def _is_top(one: Utterance, tops: dict[int, str]) -> bool:
    """Tell whether a heading is that of a section, its number left aside: 一、一周之内全部自查一遍."""
    return any(
        0 <= one.start - place <= _NUMBER and title == clean_title(one.text) for place, title in tops.items()
    )


_NUMBER = 8
"""Characters that a heading's number takes at most."""
_COUNTED_HEAD = re.compile(r"^\d{1,2}(?!\.\d)[\s　、.．]*[一-鿿]{2,16}$")
"""A heading of an enterprise's paper: 1 设备, 2 检修和外委."""


def _by_heads(found: list[Utterance], places: list[int]) -> list[Chapter]:
    """Give a section for each of some headings."""
    chapters = [Chapter("")]
    for one in found:
        if one.heading and one.start in places:
            chapters.append(Chapter(clean_title(one.text)))
        elif not one.heading or _orders_itself(one, found):
            chapters[-1].sentences.append(one)
    return chapters


def _orders_itself(one: Utterance, found: list[Utterance]) -> bool:
    """Tell whether a heading is an order of its own: it names who or by when, or nothing stands under it."""
    if one.kind not in ORDERS or one.task is None:
        return False
    said = any(owner.origin == "stated" for owner in one.task.owners) or bool(one.task.deadlines)
    return said or not any(place == one.start for other in found for place, _ in other.section)


def clean_title(words: str) -> str:
    """Give a title without number, spoken frame and mark; a long one is cut after its first clause."""
    bare = str(drop_number(words)).strip()
    bare = re.sub(
        r"^(?:第?[一二三四五六七八九十]+(?:部分|、)|\d+(?:\.\d+)*[.．、]|\d+(?:\.\d+)+|[（(]?[一二三四五六七八九十\d]+[)）])\s*",
        "",
        bare,
    )
    bare = re.sub(r"^\d{1,2}[\s　]+(?=[一-鿿])", "", bare)
    bare = _ORDINAL.sub("", bare)
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


_ORDINAL = re.compile(
    r"^(?:第[一二三四五六七八九十](?:(?:个|件|条|点|项|块|方面)(?:事情?|问题|工作|任务|方面)?(?:[啊呢吧嘛呀]|就?是)*|[啊呢吧嘛])|最后(?:[啊呢吧嘛]|一[个件点条]|就?是)+)[，。：、]?(?:也?就?是(?:说)?|[讲说])?"
)
"""How a speaker counts what he comes to: 第二个呢就是飞线, 最后啊值班."""

NO_TITLE = re.compile(
    r"[不要了着先这那我就吧吗呢啊嘛呀]|^(?:一?个|几个|一?件|几件)?事情?$|^(?:讲|说|好|行|没有|散会)|[？?]"
)


def _tops(found: list[Utterance]) -> dict[int, str]:
    """Give the headings that make the sections: place → title; of 一、 and （一） the higher that occurs twice."""
    opens = _paragraph_starts(found)
    heads = {
        place: words
        for one in found
        for place, words in one.section[:1]
        if place in opens or _NUMBERED.match(words)
    }
    numbered = {place: words for place, words in heads.items() if _NUMBERED.match(words)}
    chosen = numbered if len(numbered) >= 2 else heads
    titles = {place: clean_title(words) for place, words in chosen.items()}
    kept = {
        place: title
        for place, title in titles.items()
        if title and not TALK.search(title) and (place in numbered or not NO_TITLE.search(title))
    }
    if len(kept) == 1 and len(numbered) < 2:
        inner = {place: words for one in found for place, words in one.section[1:2]}
        if len(inner) >= 2:
            return {place: clean_title(words) for place, words in inner.items() if clean_title(words)}
    return kept


TALK = re.compile(r"同志们|大家|各位|咱们|我们")
"""Words to the hearers; no section is called so, whatever its number."""


def _paragraph_starts(found: list[Utterance]) -> set[int]:
    """Give where paragraphs begin; a bare word in the midst of one is no heading."""
    starts: dict[int, int] = {}
    for one in found:
        starts[one.paragraph] = min(starts.get(one.paragraph, one.start), one.start)
    return set(starts.values())


_NUMBERED = re.compile(
    r"^(?:第?[一二三四五六七八九十]+(?:部分|、)|[（(][一二三四五六七八九十]+[)）]|\d+(?:\.\d+)*[.．、])"
)


_OPENS = re.compile(r"第[一二三四五六七八九十](?:个|件|条|点|项|块|方面|[，,、：:啊呢是]|$)|最后[，啊呢一]")


def _by_marks(found: list[Utterance]) -> list[Chapter]:
    """Give sections that paragraphs open with 第一， 第二件事, 第三个呢; their first words are the titles."""
    openers: dict[int, str] = {}
    seen: set[int] = set()
    for index, one in enumerate(found):
        if one.paragraph not in seen and _OPENS.match(one.mark or one.text):
            after = found[index + 1].text if index + 1 < len(found) else ""
            openers[one.start] = _spoken_title(one.text) or (
                _spoken_title(after) if len(one.text) < _LONG else ""
            )
        seen.add(one.paragraph)
    if sum(bool(title) for title in openers.values()) < 2:
        return []
    chapters = [Chapter("")]
    for index, one in enumerate(found):
        title = openers.get(one.start, "")
        if title:
            chapters.append(Chapter(title))
        elif one.start in openers and len(chapters) > 1 and one.text.rstrip("。？?").endswith(_ASKING):
            chapters.append(Chapter(_common_field(found[index + 1 :])))  # 第五件，出了事怎么办。
        if not one.heading and (one.kind in ORDERS or not title or len(one.text) > _LONG):
            chapters[-1].sentences.append(one)
    return chapters


_ASKING = ("怎么办", "谁来管", "谁来抓", "怎么干", "怎么抓", "干什么", "怎么管")


def _common_field(rest: list[Utterance]) -> str:
    """Give the field that most orders of the next section are of; OTHER when they are of none."""
    counted = Counter(
        one.task.field or "" for one in rest[:_NEXT] if one.task is not None and one.task.is_action
    )
    title = counted.most_common(1)[0][0] if counted else ""
    return title if title not in ("", "其他") else OTHER


_NEXT = 6
"""Sentences that tell what a section without a usable title is about."""


def _spoken_title(words: str) -> str:
    """Give the title that the first words of a sentence are: 第二个呢就是飞线，从明天开始 → 飞线; nothing for mere talk."""
    whole = clean_title(words)
    first = whole.split("，")[0].split("。")[0]
    for title in (first, whole):
        if 1 < len(title) <= _LONG and not re.search(
            r"[了着吧吗啊呢？?]|^(?:一?个|几个|一?件)?事情?$|我|大家|同志们|辛苦|说一?句", title
        ):
            return title
    return ""


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
