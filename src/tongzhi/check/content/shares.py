"""Percentages of sentences against the two numbers they are reckoned from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import (
    SaidAmount,
    find_amounts,
    looks_mistyped,
    percent_fits,
    places_of,
    right_percent,
)
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentences
from tongzhi.model.finding import PRACTICE

_SHARE = re.compile(r"占(?:[^，。；\d]{0,14}?)(?:的|比(?:为|达)?)?(?P<percent>\d+(?:\.\d+)?)[%％]")
_RATE = re.compile(
    r"(?P<verb>执行|回收|收回|签订|报送|更换|更新|改造|开工|投产|出勤|及格|录取|检出|整改|完成|合格|到会|出席|覆盖|检查|达标|销号|办结|持证|参会|通过|优良|入户|安装|接种|化解|查处|处置|回访|破获|兑现|支付|竣工|就业|移交|审结|结案|受理|答复|落实|解决|治愈|转化|处理|核查|清理|拆除|修复|上牌|培训|抽查|建成|验收|交付|清退|复工|脱贫|参保|签约|建档)率(?:达到|达|为|是|已达)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
_COUNTED = re.compile(r"(?P<unit>[起人户家处件座个])数")
"""The noun of a base names its measure word (占事故总起数的)."""
_TOTAL_BEFORE = re.compile(r"(?:共|总|合计|累计|现有)[^，。；、]*$")
_CUT = re.compile(r"[；。]|同比|增长|下降")


NOUN = 4
"""Characters of the words before an amount by which a later sentence names it again."""
NEAR_BASES = 6
"""Amounts of the sentences before among which a mistyped share looks for its whole."""
LEAST_DIGITS = 3
"""Characters of a percentage (4.7, 47) from which one wrong digit can be told."""


@dataclass(slots=True)
class SaidTotals:
    """The amounts of the sentences before by their unit, and which of them are said to be totals."""

    amounts: list[SaidAmount] = field(default_factory=list)
    values: dict[str, list[Decimal]] = field(default_factory=dict)
    """Ascending: what a percentage was reckoned from is looked up among thousands."""
    totals: dict[str, list[SaidAmount]] = field(default_factory=dict)
    named: dict[str, SaidAmount] = field(default_factory=dict)
    """The last amount by the words before it (货运车辆事故76起)."""

    def add(self, text: str, amounts: list[SaidAmount]) -> None:
        """Take the amounts of one more sentence."""
        for amount in amounts:
            if not amount.rough:
                self.amounts.append(amount)
                self.named[_noun(text[: amount.start])] = amount
                insort(self.values.setdefault(amount.unit, []), amount.value)
                if _TOTAL_BEFORE.search(text[max(0, amount.start - 14) : amount.start]):
                    self.totals.setdefault(amount.unit, []).append(amount)

    def has_base(self, part: SaidAmount, percent: str, *, whole: bool = True) -> bool:
        """Whether the percentage is that of the part in an amount of its unit (as a `whole` at least as large)."""
        values = self.values.get(part.unit, [])
        written, slack = Decimal(percent), Decimal(2).scaleb(-places_of(percent))
        least = part.value * 100 / (written + slack)
        first = bisect_left(values, max(part.value, least) if whole else least)
        last = bisect_right(values, part.value * 100 / (written - slack)) if written > slack else len(values)
        return any(percent_fits(part.value, value, percent) for value in values[first:last])


@rule("share", clause="数字", strength="推算", source=PRACTICE)
def share(paper: Paper) -> Iterator[Remark]:
    """占比、整改率一类百分数与前面的两个数相符（总数在前面句子里的，也找来核）。"""
    said = SaidTotals()
    for line, text in sentences(paper):
        amounts = find_amounts(text)
        for match in (*_SHARE.finditer(text), *_RATE.finditer(text)):
            part = _part(text, amounts, match) or _named_before(text, match, said)
            if part is None:
                continue
            if (slip := _mistyped(amounts, match, part, said)) is not None:
                right = right_percent(part.value, slip.value, match["percent"])
                found = f"{part.text}占{slip.text}是 {right}，写成“{match['percent']}%”"
                yield Remark(line, found, right, strength="一般", quote=text.strip())
                continue
            base, sure = _base(text, amounts, match, part, said)
            if base is not None:
                right = right_percent(part.value, base.value, match["percent"])
                found = f"{part.text}占{base.text}是 {right}，写成“{match['percent']}%”"
                yield Remark(line, found, right, strength=None if sure else "一般", quote=text.strip())
        said.add(text, amounts)


def _named_before(text: str, match: re.Match[str], said: SaidTotals) -> SaidAmount | None:
    """Give the amount of an earlier sentence that the clause of a share names again (货运车辆事故占事故总数的59.4%)."""
    lead = text[: match.start()]
    if not match[0].startswith("占") or re.search(r"\d", re.split(r"[，。；]", lead)[-1]):
        return None
    noun = _noun(lead)
    return said.named.get(noun) if len(noun) >= NOUN else None


def _noun(text: str) -> str:
    found = re.search(r"(?:其中|包括|发生)?([一-鿿]+)$", text)
    return re.sub(r"^.*(?:其中|包括|发生)", "", found[1]) if found else ""


def _mistyped(
    amounts: list[SaidAmount], match: re.Match[str], part: SaidAmount, said: SaidTotals
) -> SaidAmount | None:
    """Give the base that a percentage differs from by one digit, or two changed places, where it fits none."""
    before = [amount for amount in amounts if amount.end <= match.start()]
    bases = [
        one for one in (*said.amounts[-NEAR_BASES:], *before) if _may_hold(one, part) and one is not part
    ]
    percent = match["percent"]
    if len(percent) < LEAST_DIGITS or said.has_base(part, percent, whole=False):
        return None
    if any(percent_fits(part.value, one.value, percent) for one in before if one.unit == part.unit):
        return None
    if any(
        percent_fits(other.value, one.value, percent)
        for one in before
        for other in before
        if one.unit == other.unit
    ):
        return None
    for one in reversed(bases):
        right = right_percent(part.value, one.value, percent).rstrip("%") if one.value else ""
        if right and looks_mistyped(Decimal(right), Decimal(percent)):
            return one
    return None


def _part(text: str, amounts: list[SaidAmount], match: re.Match[str]) -> SaidAmount | None:
    """Give the amount that the percentage is of: the last before it, or the last with the measure word of its noun."""
    before = [amount for amount in amounts if amount.end <= match.start()]
    counted = _COUNTED.search(match[0])
    named = [one for one in before if _is_named(text, one, match)]
    if named and not named[-1].rough:
        return named[-1]
    if counted is not None:
        before = [amount for amount in before if amount.unit == counted["unit"]]
    if not before or before[-1].rough or _CUT.search(text[before[-1].end : match.start()]):
        return None
    if match.re is _SHARE and _has_own_subject(text, before[-1], match):
        return None
    return before[-1]


_POINTS_BACK = re.compile(r"[其该此这]|上述|前者|后者|合计|共计|总共|大约|数量|约$")


def _has_own_subject(text: str, amount: SaidAmount, match: re.Match[str]) -> bool:
    """Whether the share is one of another thing than the amount counts (建筑面积36000平方米，绿化面积占30%)."""
    _, comma, subject = text[amount.end : match.start()].replace(",", "，").rpartition("，")
    subject = subject.strip()
    if not comma or len(subject) < 2 or _POINTS_BACK.search(subject):
        return False
    return subject not in text[: amount.start]


def _is_named(text: str, amount: SaidAmount, match: re.Match[str]) -> bool:
    """Whether an amount is the one that a rate names in full (现场整改258处 for 现场整改率, beside 限期整改)."""
    verb = match.groupdict().get("verb")
    kind = text[max(0, match.start() - 2) : match.start()]
    return bool(verb and re.fullmatch("[一-鿿]{2}", kind)) and text[: amount.start].endswith(
        kind + (verb or "")
    )


def _base(
    text: str, amounts: list[SaidAmount], match: re.Match[str], part: SaidAmount, said: SaidTotals
) -> tuple[SaidAmount | None, bool]:
    """Give the number that the percentage does not fit though it should, and whether nothing else can be meant."""
    before = [amount for amount in amounts if amount.end <= match.start()]
    bases = [one for one in before if one.end <= part.start and _may_hold(one, part)]
    bases = [one for one in bases if not _same_step(text, one, part, match)]
    percent = match["percent"]
    if any(percent_fits(part.value, one.value, percent) for one in bases) or said.has_base(part, percent):
        return None, False
    if any(
        percent_fits(other.value, one.value, percent)
        for one in before
        for other in before
        if one.unit == other.unit
    ):
        return None, False  # of two other numbers of the sentence: not told which
    clause = max(text.rfind("；", 0, match.start()), text.rfind(";", 0, match.start()))
    near = [one for one in bases if one.start > clause]
    if near and part.value + near[-1].value:
        return near[-1], len({one.value for one in near}) == 1
    marked = [one for one in bases if _TOTAL_BEFORE.search(text[max(0, one.start - 14) : one.start])]
    if len(marked) == 1 and marked[0].value:
        return marked[0], False
    totals = [one for one in said.totals.get(part.unit, ()) if _may_hold(one, part)] or bases
    only = {one.value for one in totals}
    return (totals[-1], False) if len(only) == 1 and totals[-1].value else (None, False)


def _may_hold(base: SaidAmount, part: SaidAmount) -> bool:
    return base.unit == part.unit and base.value >= part.value and not base.rough


def _same_step(text: str, base: SaidAmount, part: SaidAmount, match: re.Match[str]) -> bool:
    """Whether both numbers tell what was done (现场整改258处，限期整改154处): neither is the other's whole."""
    verb = match.groupdict().get("verb")
    if not verb:
        return False
    words = [text[max(0, one.start - 6) : one.start] for one in (base, part)]
    return all(verb in word for word in words) and not re.search("应|须|需|计划|拟", words[0])


@rule("over-hundred", clause="数字", strength="一般", source=PRACTICE)
def over_hundred(paper: Paper) -> Iterator[Remark]:
    """占比、整改率、下降幅度不超过 100%。"""
    pattern = re.compile(
        r"(?:占(?:比|[^，。；\d]{0,12}的)|(?:整改|完成|合格|到会|覆盖|销号|持证|下降|减少|降低)率?(?:了|达到|达|为)?)(?P<percent>\d+(?:\.\d+)?)[%％]"
    )
    for line, text in sentences(paper):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if Decimal(match["percent"]) > 100 and not re.search(
                r"完成$|投资|计划|预算|目标|任务$", before[-6:] + match[0][:2]
            ):
                yield Remark(line, f"“{match[0]}”超过 100%", "核对百分数", quote=text.strip())
