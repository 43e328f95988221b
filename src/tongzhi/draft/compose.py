"""Sentences of a section become the points of the plan: whole sentences, one act each, in the speech's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tongzhi.draft.classes import ACTS, ORDERS, Utterance
from tongzhi.draft.days import fix_days
from tongzhi.draft.rewrite import (
    Ground,
    clauses_of,
    drop_narration,
    drop_should,
    drop_spoken,
    drop_tails,
    end,
    front_actor,
    name_me,
    split_lead,
    still_spoken,
    tidy,
)
from tongzhi.draft.skeleton import NO_TITLE, TALK, Chapter, clean_title
from tongzhi.draft.wordings import any_pattern

_POINT = 150
"""Characters of a point from which the next sentence begins a new one."""
_RULES = 5
"""Requirements of a section that the plan keeps."""
_BARE = 2
"""Of these, those that name nobody and stand under no numbered field."""
_WHOLE = 20
"""Characters from which a requirement that became no task says something by itself."""
_GENERAL = 380
"""Characters of the general requirements."""


@dataclass(slots=True)
class PlanPoint:
    """A point of the plan: its heading (may be empty), its words, the sentences that it was made of."""

    lead: str
    text: str
    sentences: list[Utterance] = field(default_factory=list)
    titled: bool = False
    """Whether its heading is one of the speech's own, not the first clause of its words."""

    @property
    def words(self) -> str:
        """Heading and words in one."""
        return f"{self.lead}{self.text}"


@dataclass(slots=True)
class PlanSection:
    """A section of the plan: title, its opening words (may be empty), its points."""

    title: str
    opening: str = ""
    points: list[PlanPoint] = field(default_factory=list)
    opened: list[Utterance] = field(default_factory=list)
    """The sentences that its opening was made of."""


@dataclass(slots=True)
class Unused:
    """An order that could not be written for a paper, and why; it stands on the sheet of decisions."""

    sentence: Utterance
    why: str


def plan_words(sentence: Utterance, ground: Ground, named: Sequence[str] = ()) -> str:
    """Give a sentence as the plan prints it; nothing when it can't be written without words of our own."""
    words = tidy(sentence.text, ground, named)
    if sentence.kind in ORDERS:
        words = name_me(words, _me(sentence, ground))
    words = drop_narration(words)
    words = drop_tails(words)
    if still_spoken(words):
        kept = drop_spoken(words)
        words = kept if ACTS.search(kept) else ""
    words = drop_should(front_actor(words))
    if not re.search(r"[一-鿿]{4}", words) or words.rstrip("”").endswith(("？", "?")):
        return ""
    return end(words)


def _me(sentence: Utterance, ground: Ground) -> str:
    """Give whom 我 stands for: whose turn it is in a transcript, else the one who speaks all through."""
    owners = sentence.task.owners if sentence.task is not None else ()
    turn = next((owner.names[0] for owner in owners if owner.text.startswith("我") and owner.names), "")
    return turn or ground.me


def meant_by_you(sentence: Utterance, before: Sequence[str]) -> list[str]:
    """Give the units that 你们 of a sentence stands for: those named in it before the word, else those named before it."""
    you = sentence.text.find("你们")
    owners = sentence.task.owners if sentence.task is not None else ()
    stated = [owner.text for owner in owners if owner.origin == "stated" and "你" not in owner.text]
    inside = [name for name in stated if -1 < sentence.text.find(name) < you]
    return inside or list(before) or stated


def goes_into_plan(sentence: Utterance) -> bool:
    """Tell whether the plan takes a sentence: orders always, a requirement with an actor or a field."""
    if sentence.kind in ORDERS:
        return True
    if sentence.kind != "R":
        return False
    if sentence.task is None:
        return _acts(sentence) and len(sentence.text) >= _WHOLE
    named = any(owner.origin == "stated" for owner in sentence.task.owners)
    return named or bool(_FIELD_FIRST.match(sentence.text)) or sentence.task.field not in (None, "其他")


def section_of(chapter: Chapter, ground: Ground, unused: list[Unused]) -> PlanSection:
    """Give the section of the plan that a section of the speech becomes."""
    made = PlanSection(chapter.title)
    rules, bared, last_named = 0, 0, list[str]()
    passed_on: Utterance | None = None
    group: int | None = None
    asked = False
    for one in chapter.sentences:
        answers, asked = asked, one.text.rstrip("”").endswith(("？", "?"))
        stated = [owner.text for owner in (one.task.owners if one.task else ()) if owner.origin == "stated"]
        if not goes_into_plan(one) or lost_actor(one, ground):
            if one.kind == "Q":
                passed_on = one
            continue
        if one.kind == "R" and not _acts(one):
            bare = not stated and not _numbered_field(one)
            if (rules >= _RULES and not _numbered_field(one)) or (bare and bared >= _BARE):
                continue
            rules, bared = rules + 1, bared + bare
        words = on_orders_of(passed_on, one, ground) or plan_words(one, ground, meant_by_you(one, last_named))
        passed_on = None
        last_named = stated or last_named
        if not words:
            if one.kind in ORDERS:
                unused.append(Unused(one, "话里只有口语，改成公文要加字"))
            continue
        title = subtitle(one, chapter)
        place = one.section[-1][0] if title else None
        if _is_opening(one, words) and not made.points:
            made.opening = f"{made.opening}{words}"
            made.opened.append(one)
            continue
        if title and any(point.words.rstrip("。") == title for point in made.points):
            title = ""  # 2.3 外委队伍不得自己开票。: the heading is the order
        follows = (bool(title) and place == group) or (answers and words.startswith("由"))
        _add(made.points, one, words, title if place != group else "", follows=follows)
        group = place
    _open_with_first(made)
    return made


def _open_with_first(made: PlanSection) -> None:
    """Let a section open with the points that stand before its titled ones."""
    titled = [index for index, point in enumerate(made.points) if point.titled]
    before = made.points[: titled[0]] if titled else []
    asks = any(one.kind in ORDERS for point in before for one in point.sentences)
    if len(titled) >= 3 and 0 < titled[0] <= 2 and not asks:
        for point in made.points[: titled[0]]:
            made.opening = f"{made.opening}{point.words}"
        made.opened = [one for point in made.points[: titled[0]] for one in point.sentences]
        del made.points[: titled[0]]


_LEADER = re.compile(r"(?P<who>[*＊×]{0,3}[一-鿿]{0,4}?(?:书记|省长|市长|县长|区长|部长|厅长|主席|总理))")
_ASKED = re.compile(r"(?:强调|指出|要求|提出|指示)，?(?P<what>要?[^“”]{6,120})$")


def on_orders_of(passed_on: Utterance | None, one: Utterance, ground: Ground) -> str:
    """Give 按照**书记的要求… when the speaker only says to carry out what a superior has just asked for."""
    if passed_on is None or not re.match(
        r"(?:我们)?(?:一定)?要?(?:切实|认真|坚决)?(?:抓好|做好)?(?:贯彻)?落实", one.text
    ):
        return ""
    who, what = _LEADER.search(passed_on.text), _ASKED.search(passed_on.text.rstrip("。；"))
    if who is None or what is None:
        return ""
    asked = fix_days(drop_should(what["what"]), ground.day)
    rest = "".join(clauses_of(tidy(one.text, ground))[1:])
    return drop_tails(
        f"按照{who['who']}的要求{asked}，{rest}" if rest else f"按照{who['who']}的要求{asked}。"
    )


def lost_actor(one: Utterance, ground: Ground) -> bool:
    """Tell whether the words about one place only hang on a told clause: **区作了表态发言，关键是要吸取教训."""
    told = tidy(one.text, ground)
    kept = drop_narration(told)
    if one.task is None or one.kind != "R" or kept == end(told):
        return False
    named = [owner.text for owner in one.task.owners if owner.origin == "stated"]
    return bool(named) and not any(name in kept for name in named)


_ACTS = re.compile(r"打击|督办|约谈|问责|追责|上报|报送|签订|签字|配[备齐]|轮训|培训")


def _acts(one: Utterance) -> bool:
    """Tell whether a requirement asks for something that can be seen to be done; the plan keeps all of these."""
    return bool(_ACTS.search(one.text) or any_pattern("check-verbs.txt").search(one.text))


_FIELD_FIRST = re.compile(r"^[一-鿿]{2,10}(?:方面|领域)，")


def _numbered_field(one: Utterance) -> bool:
    """Tell whether a requirement is that of one field among several: under its number, or 矿山方面，要…"""
    if _FIELD_FIRST.match(one.text):
        return True
    return len(one.section) > 1 and one.task is not None and one.task.field not in (None, "其他")


def subtitle(one: Utterance, chapter: Chapter) -> str:
    """Give the heading below the section's that a sentence stands under."""
    if len(one.section) < 1:
        return ""
    title = clean_title(one.section[-1][1])
    title = re.split(r"[一二三四五六七八九十]是", title)[-1].strip("。，：")
    fits = (
        title
        and not _GENERAL_WORD.fullmatch(title)
        and not TALK.search(title)
        and title != chapter.title
        and len(title) <= 16
        and "，" not in title
    )
    numbered = re.match(r"[一二三四五六七八九十\d（(第]", one.section[-1][1])
    return title if fits and (numbered or not NO_TITLE.search(title)) else ""


_GENERAL_WORD = re.compile(
    r"(?:基本)?(?:情况|问题|要求|意见|任务|工作|成绩|形势|原因|[几两三]句话?|[几两三]点)"
)
"""先说情况。: what a speaker announces is no heading of the orders that come after."""

_OPENING = re.compile(
    r"(?:以下|这么)?[几两三四五六七八]个?(?:方面|重点|问题|环节|领域)(?:的工作)?[：:。]?$|重点(?:抓好|做好)"
)


def _is_opening(one: Utterance, words: str) -> bool:
    return len(one.section) <= 1 and bool(_OPENING.search(words)) and one.kind in ("A", "R")


REFERS = re.compile(r"^(?:这|此|该|上述|以上)(?:项|件|个|些)?(?:工作|任务|事情?|检查|排查|整治)")
"""Words that point back to the sentence before: 这项工作由市商务局牵头."""


def explains(one: Utterance, before: Sequence[Utterance]) -> bool:
    """Tell whether a sentence that names nobody goes on with the matter before it: 复查不是再开一次单."""
    if not before or before[-1].paragraph != one.paragraph:
        return False
    owners = one.task.owners if one.task is not None else ()
    if any(owner.origin in ("stated", "typed") for owner in owners):
        return False
    head = one.text[:2]
    return len(head) > 1 and "一" <= head[0] <= "鿿" and any(head in each.text for each in before)


HELP_ONLY = re.compile(
    r"^(?:[一-鿿]{2,8}(?:、[一-鿿]{2,8})*(?:要|做好|予以|积极|全力)*(?:带路|配合|协助|提需求|保障资金)[，；、。]?)+$"
)
"""A sentence that only says who helps with what the one before orders: 街道、社区网格员带路，物业配合。"""


def _add(points: list[PlanPoint], one: Utterance, words: str, title: str, *, follows: bool) -> None:
    lead, rest = (f"{title}。", words) if title else split_lead(words)
    stated = one.task is not None and any(owner.origin == "stated" for owner in one.task.owners)
    last = points[-1] if points else None
    refers = bool(REFERS.match(words) or HELP_ONLY.match(words))
    joins = (last is not None and not lead and refers) or (
        last is not None
        and not lead
        and last.sentences[-1].paragraph == one.paragraph
        and len(last.words) + len(words) <= _POINT
        and (not stated or follows)
        and (
            follows
            or bool(
                re.match(
                    r"没|未|对|凡|到期|逾期|不|查|确|一旦|发现|其余|这项|此项|名单|结果|由|每|各?[一-鿿]{2,8}的(?:，|一律|立即|要)",
                    words,
                )
            )
        )
    )
    if joins and last is not None:
        last.text += words
        last.sentences.append(one)
    else:
        points.append(PlanPoint(lead, rest, [one], titled=bool(title)))


def general_requirements(chapters: Iterable[Chapter], ground: Ground) -> tuple[str, list[Utterance]]:
    """Give 总体要求: the requirements of the sections that order nothing, whole sentences run on."""
    words, used = "", list[Utterance]()
    for chapter in chapters:
        for one in chapter.sentences:
            if one.kind not in ("R", *ORDERS):
                continue
            said = plan_words(one, ground)
            if not said or len(said) < 12 or (one.kind == "R" and len(words) + len(said) > _GENERAL):
                continue
            if re.search(r"认真学习领会|别人的事故", said) or lost_actor(one, ground):
                continue
            words += said
            used.append(one)
    return words, used
