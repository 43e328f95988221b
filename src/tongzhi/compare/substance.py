"""What changed in substance between two texts: numbers, dates, names, units, deadlines, how binding, items lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from tongzhi.check.content.tables import read_rows
from tongzhi.compare.align import edits
from tongzhi.compare.markup import MarkedPair
from tongzhi.zh.people import has_surname

ChangeKind = Literal[
    "日期",
    "时限",
    "数字",
    "单位",
    "人名",
    "文号",
    "要求放松",
    "要求加严",
    "删去",
    "新增",
    "移动",
    "文字",
    "标点",
]
_ORDER: tuple[ChangeKind, ...] = (
    "要求放松",
    "日期",
    "时限",
    "数字",
    "人名",
    "单位",
    "文号",
    "要求加严",
    "删去",
    "新增",
    "文字",
    "移动",
    "标点",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. `old` or `new` is empty where something only came or went; `why` says what it means."""

    kind: ChangeKind
    place: str
    old: str
    new: str
    why: str

    def to_json(self) -> dict[str, str]:
        """Give it as `compare --json` does."""
        return {"kind": self.kind, "place": self.place, "old": self.old, "new": self.new, "why": self.why}


_FACTS: tuple[tuple[ChangeKind, re.Pattern[str]], ...] = (
    ("文号", re.compile(r"[一-鿿]{1,10}[〔\[（(【]\d{4}[〕\]）)】]第?\d+号")),
    (
        "时限",
        re.compile(
            r"(?:(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底|末|上旬|中旬|下旬)|\d{1,2}日|年底|月底|本周[一二三四五六日]?|下周[一二三四五六日]?|周[一二三四五六日])(?:[^，。；、]{0,3}?\d{1,2}[时点:：]\d{0,2}分?)?(?:之?前|以前|内)"
            r"|\d+个?(?:工作日|小时|天|日|月)(?:之?内|以内)|[一二两三四五六七八九十]+个?(?:工作日|小时|天|日|月)(?:之?内|以内)"
        ),
    ),
    (
        "日期",
        re.compile(
            r"(?:(?:\d{4}|二〇[〇一二三四五六七八九]{2})年)?(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?:\d{1,2}|[一二三]?十?[一二三四五六七八九十])[日号])?(?:（?(?:星期|周)[一二三四五六日天]）?)?(?:(?:上午|下午|晚上?|凌晨)?\d{1,2}[:：时点]\d{0,2})?|\d{4}年|(?:上午|下午|晚上?)?\d{1,2}[:：]\d{2}"
        ),
    ),
    ("数字", re.compile(r"\d[\d,]*(?:\.\d+)?[%％]?(?:万|亿)?(?:个百分点|平方公里|平方米|万元|公里|小时|分钟|人次|[家座处个起名人组条所辆艘台项户件份次吨亩元米栋套支批宗例天月年])?|百分之[一二三四五六七八九十百零点]+")),
    (
        "单位",
        re.compile(
            r"[一-鿿]{1,12}?(?:人民政府|政府办公室|委员会办公室|安委办|委员会|办公室|管委会|办事处|总队|支队|大队|公司|集团|医院|学校|中心|政府|党委|[局厅部委办处科站所院](?![一-鿿]{0,1}长))(?=[、，。；：（）牵负配会要应可须必将对和及与报按在于\d]|$)"
        ),
    ),
)  # fmt: skip


@cache
def _strengths() -> dict[str, int]:
    """Give how binding a word is, from 3 (严禁, 必须) down to 0 (可以)."""
    return {word: int(level) for word, level in read_rows("obligations.tsv")}


@cache
def _binding() -> re.Pattern[str]:
    """The words; short ones not inside others that bind nobody (应急, 重要, 许可, 事宜, 须知)."""
    guarded = {
        "应": r"(?<![响适相反对供呼感报理])应(?![急对用力变答届该有运])",
        "要": r"(?<![重主需纪只必首次概提摘简])要(?![求素点件闻害么害旨道塞地])",
        "可": r"(?<![许认不])可(?![以能靠行控见视持信])",
        "宜": r"(?<![适事便相])宜",
        "须": r"(?<!必)须(?!知)",
    }
    return re.compile(
        "|".join(guarded.get(word, re.escape(word)) for word in sorted(_strengths(), key=len, reverse=True))
    )


def find_differences(pairs: Iterable[MarkedPair]) -> list[Difference]:
    """Give the changes of all differing places, the weighty kinds of a place first."""
    found: list[Difference] = []
    waiting = list(pairs)
    while waiting:
        pair, *rest = waiting
        if rest and (said := _parted(pair, rest[0])):
            found.append(Difference("文字", pair.place, pair.old or "", pair.new or "", said))
            waiting = rest[1:]
            continue
        found += _of(pair)
        waiting = rest
    return found


def _parted(pair: MarkedPair, following: MarkedPair) -> str:
    """Say so where a paragraph was only parted in two, or two were joined."""
    first, second = ((_words_of(one.old), _words_of(one.new)) for one in (pair, following))
    if pair.moved or following.moved or not first[0] or not first[1]:
        return ""
    if not second[0] and first[0] == first[1] + second[1]:
        return "一段分成了两段，文字没有变"
    if not second[1] and first[1] == first[0] + second[0]:
        return "两段合成了一段，文字没有变"
    return ""


def _words_of(text: str | None) -> str:
    return re.sub(r"[^\w一-鿿]", "", text or "")


def _of(pair: MarkedPair) -> Iterator[Difference]:
    old, new = ((text or "").strip(" 　\r\n") for text in (pair.old, pair.new))
    if pair.moved:
        if pair.new is not None:
            yield Difference("移动", pair.place, new, new, "文字没有变，位置变了")
        return
    if not new:
        yield Difference("删去", pair.place, old, "", _lost(old))
        return
    if not old:
        yield Difference("新增", pair.place, "", new, "旧稿没有这一段")
        return
    yield from sorted(_within(pair.place, old, new), key=lambda one: _ORDER.index(one.kind))


def _lost(old: str) -> str:
    named = [word for kind, pattern in _FACTS[:2] for word in pattern.findall(old)]
    strong = any(_strengths()[word] >= 2 for word in _binding().findall(old))
    what = "这一段里的要求没有了" if strong else "这一段没有了"
    return f"{what}（{'、'.join(named[:3])}）" if named else what


_LABEL = re.compile(
    r"^\s*(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、.．](?!\d)|[①-⑳])\s*"
)
"""The number before a paragraph: 一、 （一） 1. （1） ①."""


def _within(place: str, old: str, new: str) -> Iterator[Difference]:
    told = False
    covered: list[tuple[int, int]] = []
    taken: list[tuple[int, int]] = []
    was_said, now_said = _LABEL.sub("", old), _LABEL.sub("", new)  # the number of a paragraph is no figure
    for kind, pattern in _FACTS:
        left = [match for match in pattern.finditer(was_said) if not _inside(match.span(), covered)]
        right = [match for match in pattern.finditer(now_said) if not _inside(match.span(), taken)]
        gone, came = _unequal([one[0] for one in left], [one[0] for one in right])
        if kind == "单位":  # a name that stands in both is found or not by what follows it
            gone, came = [one for one in gone if one not in new], [one for one in came if one not in old]
        covered += [match.span() for match in left]
        taken += [match.span() for match in right]
        for a, b in gone_and_came(gone, came):
            told = True
            yield Difference(kind, place, a, b, _say(kind, a, b))
    for a, b in gone_and_came(*_unequal(_names(old), _names(new))):
        told = True
        yield Difference("人名", place, a, b, _say("人名", a, b))
    before, after = (_binding().findall(text) for text in (old, new))
    for first, second in _turned(before, after):
        told = True
        softer = _strengths().get(second, 1) < _strengths().get(first, 1)
        kind_: ChangeKind = "要求放松" if softer else "要求加严"
        yield Difference(kind_, place, first, second, f"“{first or '（没有）'}”改成“{second or '（没有）'}”")
    if not told and old.count("\t") != new.count("\t"):
        columns = [text.count("\t") + 1 for text in (old, new)]
        yield Difference("文字", place, old, new, f"表格这一行由{columns[0]}格改成{columns[1]}格")
    elif not told:
        plain = re.sub(r"[^\w一-鿿]", "", old) == re.sub(r"[^\w一-鿿]", "", new)
        parts = edits(old, new)
        was = "；".join(filter(None, (old[edit.old[0] : edit.old[1]].strip() for edit in parts[:4])))
        now = "；".join(filter(None, (new[edit.new[0] : edit.new[1]].strip() for edit in parts[:4])))
        yield Difference(
            "标点" if plain else "文字", place, was, now, "只改了标点" if plain else "文字有改动"
        )


def _inside(span: tuple[int, int], covered: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in covered)


def _unequal(left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    gone, came = [], list(right)
    for one in left:
        if one in came:
            came.remove(one)
        else:
            gone.append(one)
    return gone, came


def gone_and_came(gone: list[str], came: list[str]) -> Iterator[tuple[str, str]]:
    """Pair what went and what came, in order; what is left over stands alone."""
    for at in range(max(len(gone), len(came))):
        yield gone[at] if at < len(gone) else "", came[at] if at < len(came) else ""


def _say(kind: ChangeKind, old: str, new: str) -> str:
    if old and new:
        return f"{kind}由“{old}”改成“{new}”"
    return f"去掉了{kind}“{old}”" if old else f"加上了{kind}“{new}”"


def _turned(before: list[str], after: list[str]) -> Iterator[tuple[str, str]]:
    """Give the binding words that gave way to ones of other strength."""
    strengths = _strengths()
    for first, second in gone_and_came(*_unequal(before, after)):
        if strengths.get(first, 1) != strengths.get(second, 1):
            yield first, second


_NAMED = re.compile(
    r"(?:联系人|主持人|记录人|责任人|负责人|经办人|签发人|组长|成员|[局市县区镇乡省州厅处科所队院校站会]长|主任|书记|秘书长|总指挥|指挥长|厂长|经理)[：:]?(?P<names>[一-鿿]{2,4}(?:、[一-鿿]{2,4})*)(?=[，。；、：（）\s]|主持|同志|等|带队|负责|参加|出席|讲话|任|$)"
)


def _names(text: str) -> list[str]:
    """Give the names of people that stand behind a post or a label."""
    return [
        name
        for match in _NAMED.finditer(text)
        for name in match["names"].split("、")
        if len(name) <= LONGEST_NAME and has_surname(name)
    ]


LONGEST_NAME = 3
"""Characters of a person's name; longer ones are seldom told from other words."""
