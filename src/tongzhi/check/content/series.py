"""Numbers of several sentences against each other: columns of a series and their totals, last year, equal groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import (
    SaidAmount,
    find_amounts,
    looks_mistyped,
    percent_fits,
    right_percent,
    say,
)
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentences
from tongzhi.model.finding import PRACTICE
from tongzhi.zh.numbers import parse_number

_CLAUSE = re.compile(r"[^。；;！？\n]+")
_SAID_TOTAL = re.compile(r"(?:共|总|合计|累计)[^，。；]*$")
_COMPARED = re.compile(r"同比|环比|比去年|比上年|较上年|较去年|去年同期|上年同期|增加|减少|下降|上升")
LEAST_CLAUSES = 3
"""Clauses of one form that make a series."""


@dataclass(frozen=True, slots=True)
class _Total:
    """A sentence that gives totals of several units (共发生事故37起、死亡29人)."""

    by_unit: dict[str, SaidAmount]


@rule("series-total", clause="数字", strength="一般", source=PRACTICE)
def series_total(paper: Paper) -> Iterator[Remark]:
    """分句列出的几组数（“道路运输21起、死亡17人；……”），一列合得上前面的总数，另一列也要合得上。"""
    totals: list[_Total] = []
    for line in paper.running:
        series: list[tuple[str, list[SaidAmount]]] = []
        for match in _CLAUSE.finditer(line.text):
            amounts = find_amounts(match[0])
            total = _total_of(match[0], amounts)
            if total is None:
                series.append((match[0], amounts))
            else:
                totals.append(total)
        if len(series) >= LEAST_CLAUSES:
            for found in _unfit(series, totals):
                yield Remark(line, found, "核对总数和各分项", quote=line.text[:60])


def _total_of(text: str, amounts: list[SaidAmount]) -> _Total | None:
    """Give the totals of a clause that says so, up to where it compares or names parts."""
    stop = min(
        (match.start() for match in re.finditer(rf"其中|分别|{_COMPARED.pattern}", text)), default=len(text)
    )
    kept = [amount for amount in amounts if amount.start < stop and not amount.rough]
    by_unit: dict[str, SaidAmount] = {}
    for amount in kept:
        by_unit.setdefault(amount.unit, amount)
    if len(by_unit) < 2 or not _SAID_TOTAL.search(text[: kept[0].start]):
        return None
    return _Total(by_unit)


def _unfit(clauses: list[tuple[str, list[SaidAmount]]], totals: list[_Total]) -> Iterator[str]:
    """Give what is wrong where one column of a series adds up to a total and the other does not."""
    rows = [_row(text, amounts) for text, amounts in clauses]
    for total in totals:
        units = tuple(total.by_unit)
        series = [row for row in rows if row is not None and all(unit in row for unit in units[:2])]
        if len(series) < LEAST_CLAUSES:
            continue
        sums = {unit: sum((row[unit].value for row in series), Decimal(0)) for unit in units[:2]}
        right = [unit for unit in sums if sums[unit] == total.by_unit[unit].value]
        if len(right) != 1:
            continue
        wrong = next(unit for unit in sums if unit not in right)
        said = total.by_unit[wrong]
        if abs(said.value - sums[wrong]) * 5 <= said.value or looks_mistyped(said.value, sums[wrong]):
            parts = "＋".join(say(row[wrong].value) for row in series)
            yield f"分项相加是 {parts}＝{say(sums[wrong])}，前面的总数写“{said.text}”"
            return


def _row(text: str, amounts: list[SaidAmount]) -> dict[str, SaidAmount] | None:
    stop = min((match.start() for match in re.finditer(rf"占|{_COMPARED.pattern}", text)), default=len(text))
    found: dict[str, SaidAmount] = {}
    for amount in amounts:
        if amount.start < stop:
            found.setdefault(amount.unit, amount)
    return found or None


_LAST = re.compile(r"(?<![比较])(?:去年|上年)同期(?:全[市县区省])?(?:共)?(?:发生)?")
_LESS = re.compile(
    r"(?:比|较)(?:去年|上年)同期(?:分别)?(?P<move>减少|下降|增加|上升)(?:了)?(?P<list>\d[^。；]{0,30})"
)
_RATE = re.compile(
    r"(?P<thing>事故起数|死亡人数|受伤人数)(?:分别)?同比(?P<move>下降|减少|上升|增长|增加)(?:了)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
_THINGS = {"事故起数": "起", "死亡人数": "死亡人", "受伤人数": "受伤人"}
_DOWN = ("减少", "下降")


def _keyed(text: str, start: int, end: int) -> dict[str, SaidAmount]:
    """Give the first amount of each kind in a range: 起, 死亡人, 受伤人, 人, 家……"""
    found: dict[str, SaidAmount] = {}
    for amount in find_amounts(text[start:end]):
        before = text[start : start + amount.start]
        label = next((word for word in ("死亡", "受伤") if before.endswith(word)), "")
        if not amount.rough:
            found.setdefault(label + amount.unit, amount)
    return found


@rule("last-year-told", clause="数字", strength="一般", source=PRACTICE)
def last_year_told(paper: Paper) -> Iterator[Remark]:
    """同一段里写了今年的数、去年同期的数和增减的，三个数要合得上（“减少6起”“同比下降14.0%”）。"""
    for line in paper.running:
        text = line.text
        last = _LAST.search(text)
        if last is None:
            continue
        end = re.compile(r"[。；]|$").search(text, last.end())
        before = _keyed(text, last.end(), end.start() if end else len(text))
        now_end = min(
            (match.start() for match in re.finditer(r"比(?:去|上)年|较(?:去|上)年|同比|去年同期", text)),
            default=0,
        )
        now = _keyed(text, 0, now_end)
        for found, right in _both(text, now, before):
            yield Remark(line, found, right, quote=text[:60])
        for less in _LESS.finditer(text):
            yield from (
                Remark(line, found, "核对今年、去年同期和增减的数", quote=text[:60])
                for found in _moved(less, now, before)
            )
        for rate in _RATE.finditer(text):
            key = _THINGS[rate["thing"]]
            if key not in now or key not in before or not before[key].value:
                continue
            first, second = before[key].value, now[key].value
            if not percent_fits(abs(first - second), first, rate["percent"]) or (
                first != second and (second < first) != (rate["move"] in _DOWN)
            ):
                right = right_percent(abs(first - second), first, rate["percent"])
                found = f"去年同期{say(first)}、今年{say(second)}，变化是 {right}，写成“{rate[0]}”"
                yield Remark(line, found, right, quote=text[:60])


_BOTH = re.compile(
    r"同比分别(?P<move>下降|减少|上升|增长|增加)(?:了)?(?P<p1>\d+(?:\.\d+)?)[%％](?:和|、)(?P<p2>\d+(?:\.\d+)?)[%％]"
)


def _both(text: str, now: dict[str, SaidAmount], before: dict[str, SaidAmount]) -> Iterator[tuple[str, str]]:
    """Hold 同比分别下降7.5%和19.2% against the two numbers of this year and of last year."""
    pairs = list(zip(now.items(), before.items(), strict=False))
    for match in _BOTH.finditer(text):
        if len(pairs) != 2 or any(one.unit != other.unit for (_, one), (_, other) in pairs):
            continue
        for ((_, second), (_, first)), percent in zip(pairs, (match["p1"], match["p2"]), strict=True):
            moved = abs(first.value - second.value)
            down = match["move"] in _DOWN
            if first.value and (
                not percent_fits(moved, first.value, percent) or (second.value > first.value and down)
            ):
                right = right_percent(moved, first.value, percent)
                yield f"去年同期{first.text}、今年{second.text}，变化是 {right}，写成“{percent}%”", right


_OF_THEM = re.compile(
    r"(?P<what>死亡|受伤|遇难|受灾|参加|培训|检查|抽查|排查|发现|立案)的(?P<number>\d+)(?P<unit>[人起家处件个名户])[^，。；\d]{0,8}?中[，,]"
)


@rule("number-repeated", clause="数字", strength="一般", source=PRACTICE)
def number_repeated(paper: Paper) -> Iterator[Remark]:
    """“死亡的21人中，……”，与前面写的死亡人数是同一个数。"""
    said: dict[str, set[str]] = {}
    for line, text in sentences(paper):
        for match in _OF_THEM.finditer(text):
            before = said.get(match["what"] + match["unit"], set())
            if before and match["number"] not in before:
                told = "、".join(sorted(before))
                found = f"前面写{match['what']}{told}{match['unit']}，这里是{match['number']}{match['unit']}"
                yield Remark(line, found, "两处写同一个数", quote=text.strip())
        for match in re.finditer(
            r"(?P<what>死亡|受伤|遇难|受灾|参加|培训|检查|抽查|排查|发现|立案)[一-鿿]{0,6}?(?P<number>\d+)(?P<unit>[人起家处件个名户])",
            text,
        ):
            said.setdefault(match["what"] + match["unit"], set()).add(match["number"])


_WITH_LAST = re.compile(
    r"(?P<n1>\d+)(?P<u1>[起件次])、(?:死亡|遇难)?(?P<n2>\d+)人[，,]?(?:与|同)(?:去年|上年)同期的?(?P<f1>\d+)(?P=u1)、(?:死亡)?(?P<f2>\d+)人相比[，,]?(?:分别|双双)?(?P<move>下降|减少|上升|增长|增加)(?:了)?(?P<p1>\d+(?:\.\d+)?)[%％](?:和|、)(?P<p2>\d+(?:\.\d+)?)[%％]"
)


@rule("last-year-compared", clause="数字", strength="推算", source=PRACTICE)
def last_year_compared(paper: Paper) -> Iterator[Remark]:
    """“132起、死亡88人，与去年同期的150起、96人相比，分别下降12%和8.3%”，两个百分数都要合得上。"""
    for line, text in sentences(paper):
        for match in _WITH_LAST.finditer(text):
            for number, first, percent, unit in (("n1", "f1", "p1", match["u1"]), ("n2", "f2", "p2", "人")):
                now, then = Decimal(match[number]), Decimal(match[first])
                down = match["move"] in _DOWN
                if then and (
                    not percent_fits(abs(then - now), then, match[percent])
                    or (now != then and (now < then) != down)
                ):
                    right = right_percent(abs(then - now), then, match[percent])
                    way = "下降" if now < then else "上升"
                    found = f"{say(then)}{unit}到{say(now)}{unit}是{way} {right}，写成“{match['move']}{match[percent]}%”"
                    yield Remark(line, found, f"{way}{right}", quote=text.strip())


def _moved(less: re.Match[str], now: dict[str, SaidAmount], before: dict[str, SaidAmount]) -> Iterator[str]:
    moves = find_amounts(less["list"])
    units = [move.unit for move in moves]
    for move in moves:
        keys = [key for key in now if key in before and key.endswith(move.unit)]
        if units.count(move.unit) != 1 or len(keys) != 1:
            continue
        first, second = before[keys[0]].value, now[keys[0]].value
        signed = -move.value if less["move"] in _DOWN else move.value
        if first + signed != second:
            yield (
                f"去年同期{say(first)}{move.unit}、今年{say(second)}{move.unit}，相差 {say(abs(first - second))}，"
                f"写成“{less['move']}{move.text}”"
            )


_UNIT = "人|名|家|户|处|台|辆|座|个|支|张|份"
_GROUPS = re.compile(
    rf"共?(?P<total>\d{{1,5}})(?P<unit>{_UNIT})[^。；\d]{{0,10}}(?:分为|分成|编为|编成|组成|分|设)(?P<groups>\d{{1,3}}|[两三四五六七八九十])个?[^。；，\d]{{0,6}}?(?:组|队|批|期|班|片)[^。；\d]{{0,4}}每(?:组|队|批|期|班|片)[^。；\d]{{0,4}}(?P<each>\d{{1,4}})(?P=unit)(?!左右|以上|以内|至|到|—)"
)


@rule("equal-groups", clause="数字", strength="推算", source=PRACTICE)
def equal_groups(paper: Paper) -> Iterator[Remark]:
    """分组的数：“共36名，编为3个组，每组12名”，相乘是总数。"""
    for line, text in sentences(paper):
        for match in _GROUPS.finditer(text):
            groups = parse_number(match["groups"].replace("两", "二"))
            if groups is None or re.search(r"约|近|余|多", match[0]):
                continue
            product = int(groups) * int(match["each"])
            if product != int(match["total"]):
                found = (
                    f"{match['groups']}×{match['each']}＝{product}，总数写“{match['total']}{match['unit']}”"
                )
                yield Remark(line, found, "核对总数、组数和每组的数", quote=text.strip())
