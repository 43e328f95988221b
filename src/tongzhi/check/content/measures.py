"""What a number counts against the measure word behind it: area in 公里, a rate in 起, 元 where 万元 stands elsewhere."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import find_amounts
from tongzhi.check.content.tables import read_rows
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence, sentences
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph

_MEASURES = (
    "平方公里|平方千米|平方米|立方米|个百分点|百分点|公里|千米|公顷|海里|万元|亿元|美元|人次|家次|批次|班次|场次|名|人|户|位|批|家|所|座|处|个|起|组|条|辆|艘|台|项|件|份|次|吨|亩|元|米|栋|幢|套|支|宗|例|张|只|头|间|场|期|"
    "口|块|片|部|根|盏|枚|颗|趟|匹|架|朵|棵|株|本|封|把|顶|桌|层|级|类|种|部门|天|小时|公斤|千克"
)
_BETWEEN = r"(?:总数|数量|数|总额|金额|总量|规模)?(?:分别)?(?:达到|达|为|是|共计|共有|共|有|约|近|超过|超|逾|增至|不少于|不低于|不超过|计)?"
_STRAY = ("颗", "趟", "匹", "朵", "棵", "株", "顶", "桌", "盏", "枚", "部门", "头", "把")
"""Measure words of few nouns: behind a noun of the table they are wrong wherever it does not have them."""


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {
        noun: frozenset(allowed.split("|"))
        for nouns, allowed in read_rows("measures.tsv")
        for noun in nouns.split("|")
    }


@cache
def _counted() -> re.Pattern[str]:
    nouns = "|".join(sorted(_nouns(), key=len, reverse=True))
    return re.compile(
        rf"(?P<noun>{nouns}){_BETWEEN}(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿千百]?)(?P<unit>{_MEASURES})(?![一-鿿]?[票长数型制])"
    )


@rule("unit-of-number", clause="数字", strength="一般", source=PRACTICE)
def unit_of_number(paper: Paper) -> Iterator[Remark]:
    """数后面的量词、单位与所数的东西相配（“面积86.4万公里”“全长5.6万元”“接待群众215辆”；表在 corpus/check/measures.tsv，表外的不报）。"""
    for line in paper.running:
        for match in _counted().finditer(line.text):
            unit, allowed = match["unit"], _nouns()[match["noun"]]
            if _is_allowed(unit, match["scale"], allowed):
                continue
            found = f"“{match['noun']}”的数用了“{match['scale']}{unit}”"
            advice = f"核对单位（常用“{'”“'.join([*sorted(allowed, key=len)][:3])}”）"
            yield Remark(line, found, advice, quote=sentence(line.text, *match.span()))


def _is_allowed(unit: str, scale: str, allowed: frozenset[str]) -> bool:
    bare = unit[1:] if unit in ("万元", "亿元") else unit
    if unit.endswith("次") and unit[:-1] in allowed:
        return True
    return unit in allowed or bare in allowed or "百分点" in unit or scale + unit in allowed


_RATE = re.compile(
    r"(?P<rate>(?:满意|整改|完成|合格|覆盖|达标|管理|接种|建档|办结|化解|就业|入学|签约|回收|参保|普及|知晓|出勤|到会|治愈|破案|利用|执行|销号|处置|回访|查处|持证|巩固|入户|改厕|硬化|通过|优良|中标|上线|达产|开工|竣工|支付|兑现|响应|在岗|查改|按期|及时|转化)率)(?:达到|达|为|是|保持在|提高到|提升至|不低于|超过)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[一-鿿]{1,2})"
)


@rule("rate-in-percent", clause="数字", strength="推算", source=PRACTICE)
def rate_in_percent(paper: Paper) -> Iterator[Remark]:
    """整改率、满意率一类的“率”用百分数（“满意率96.5个”）。"""
    for line in paper.running:
        for match in _RATE.finditer(line.text):
            if not re.match(r"个?百分|成|倍", match["unit"]) and not match["unit"].startswith(
                ("以", "左", "上", "的", "和")
            ):
                found = f"“{match['rate']}”写成“{match['number']}{match['unit'][0]}”"
                yield Remark(line, found, f"{match['number']}%", quote=sentence(line.text, *match.span()))


_MONEY = re.compile(r"(?<![\d.])(?P<number>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?P<unit>亿元|万元|元)")
LEAST_DIGITS = 3
"""Digits of a sum of money from which the same digits elsewhere are the same sum."""


@rule("money-unit", clause="数字", strength="一般", source=PRACTICE)
def money_unit(paper: Paper) -> Iterator[Remark]:
    """同一笔钱的单位前后一致（这里“1860元”，别处“1860万元”），分项不大于总数（“5200元，其中4160万元”）。"""
    places: dict[str, dict[str, tuple[Paragraph, re.Match[str]]]] = {}
    for line in paper.running:
        for match in _MONEY.finditer(line.text):
            digits = match["number"].replace(",", "")
            if len(digits.replace(".", "").strip("0")) >= LEAST_DIGITS - 1 and len(digits) >= LEAST_DIGITS:
                places.setdefault(digits, {}).setdefault(match["unit"], (line, match))
    told: set[int] = set()
    for digits, by_unit in places.items():
        if len(by_unit) > 1 and not digits.endswith("000"):
            smaller = "元" if "元" in by_unit else "万元"
            other = next(unit for unit in by_unit if unit != smaller)
            line, match = by_unit[smaller]
            if _beside_price(line.text, match):
                continue
            told.add(id(line))
            found = f"这里是“{digits}{smaller}”，别处写“{digits}{other}”"
            yield Remark(line, found, "核对单位是元还是万元", quote=sentence(line.text, *match.span()))
    for line, text in sentences(paper):
        if id(line) not in told:
            yield from _part_above(line, text)


def _beside_price(text: str, match: re.Match[str]) -> bool:
    """Whether the sum is a price of one thing (每吨860元, 860元/吨), which may have the digits of another sum."""
    return bool(
        re.match(r"[/／]|每", text[match.end() : match.end() + 1])
        or re.search(r"每[一-鿿]{0,4}$|单价[^\d]{0,3}$", text[: match.start()])
    )


def _part_above(line: Paragraph, text: str) -> Iterator[Remark]:
    amounts = [one for one in find_amounts(text) if one.unit == "元" and not one.rough]
    for whole, part in itertools.pairwise(amounts):
        between = text[whole.end : part.start]
        other_unit = whole.text[-2:] != part.text[-2:]
        if re.match(r"[，,]?其中", between) and other_unit and part.value > whole.value * Decimal(10):
            found = f"总数“{whole.text}”小于其中的“{part.text}”"
            yield Remark(line, found, "核对单位是元还是万元", quote=text.strip())


_TIMES = re.compile(r"(?<!\d)\d+(?P<first>[只个条支根把张块本头辆座])次")
_PEOPLE = re.compile(r"(?P<number>\d+)(?P<unit>[个只条位])(?:死亡|受伤|遇难|失联|重伤|轻伤|溺亡|被困)")


@rule("counted-people", clause="数字", strength="一般", source=PRACTICE)
def counted_people(paper: Paper) -> Iterator[Remark]:
    """伤亡用“人”（“2人死亡”，不写“2个死亡”）；“次”前面的量词是家、人、批一类（“240家次”，不写“240只次”）。"""
    for line in paper.running:
        for match in _PEOPLE.finditer(line.text):
            yield Remark(
                line,
                f"“{match[0]}”量词不当",
                f"{match['number']}人{match[0][-2:]}",
                quote=sentence(line.text, *match.span()),
            )
        for match in _TIMES.finditer(line.text):
            if match["first"] != "辆":
                yield Remark(
                    line,
                    f"“{match[0]}”量词不当",
                    "核对量词（家次、人次、批次、件次）",
                    quote=sentence(line.text, *match.span()),
                )
