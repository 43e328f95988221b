"""Figures that must balance across a sentence: what is left of a total, last year's figure, sums in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import SaidAmount, find_amounts, percent_fits, right_percent, say
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number

_REST = re.compile(
    r"(?:其余|剩余|余下|结余|节余|结存|尚缺|尚差|还差|缺口|尚未|仍未|正在|还有|未)(?P<verb>[一-鿿]{0,4})(?:的)?$"
)
_DONE = re.compile(r"(?:已|完成|实现|支出|使用|执行)[一-鿿]{0,6}$")
_LEFT = ("其余", "剩余", "余下", "结余", "节余", "结存", "尚缺", "尚差", "还差", "缺口")
_OTHER_SCALE = re.compile(r"同比|去年|上年|其中|新增|另|分别|计划[^，]*$")


@rule("rest-of-total", clause="数字", strength="一般", source=PRACTICE)
def rest_of_total(paper: Paper) -> Iterator[Remark]:
    """总数＝已办的＋其余的（“共48座，已完工41座，其余7座正在施工”；中间还有别的数时不报）。"""
    for line in paper.running:
        for match in re.finditer(r"[^。；！？\n]+", line.text):
            text = match[0]
            amounts = find_amounts(text)
            for position in range(2, len(amounts)):
                total, done, rest = amounts[position - 2 : position + 1]
                if _is_split(text, total, done, rest) and total.value != done.value + rest.value:
                    found = f"{done.text}＋{rest.text}＝{say(done.value + rest.value)}，总数写“{total.text}”"
                    yield Remark(line, found, "核对三个数", quote=text.strip())


def _is_split(text: str, total: SaidAmount, done: SaidAmount, rest: SaidAmount) -> bool:
    before_done, before_rest = text[total.end : done.start], text[done.end : rest.start]
    left = _REST.search(before_rest)
    finished = _DONE.search(before_done)
    if left is None or finished is None or not total.unit == done.unit == rest.unit:
        return False
    if total.rough or done.rough or rest.rough or _OTHER_SCALE.search(before_done + before_rest):
        return False
    # 未、正在 must be of the same verb as what is done, if the two could be parts of it; 其余 needs none
    more = done.value + rest.value > total.value and left[0].startswith("正在")
    return left[0].startswith(_LEFT) or more or left["verb"][-2:] == finished[0][-2:]


_AGAINST = re.compile(
    r"(?:比|较|与|同|和)(?:上年|去年)(?:同期)?的?[（(]?(?P<first>\d[\d.]*)(?P<unit>万元|亿元|元|[起家处人座个件名项次吨户])[)）]?(?:相比)?[，,]?"
    r"(?P<move>增加|减少|多|少)了?(?P<by>\d[\d.]*)(?P=unit)(?:[，,、（(](?:同比)?(?P<way>下降|减少|增长|上升|增加)(?:了)?(?P<percent>\d+(?:\.\d+)?)[%％])?"
)


@rule("against-last-year", clause="数字", strength="一般", source=PRACTICE)
def against_last_year(paper: Paper) -> Iterator[Remark]:
    """“比上年的甲增加（减少）乙”，今年的数就是甲加（减）乙（本段里找不到这样的数时提醒）。"""
    for line in paper.running:
        for match in _AGAINST.finditer(line.text):
            before = [
                amount
                for amount in find_amounts(line.text[: match.start()])
                if amount.text.endswith(match["unit"]) and not amount.rough
            ]
            first, by = Decimal(match["first"].rstrip(".")), Decimal(match["by"].rstrip("."))
            up = match["move"] in ("增加", "多")
            now = first + by if up else first - by
            if match["percent"] and first:
                fits = percent_fits(by, first, match["percent"])
                if not fits or up != (match["way"] not in ("下降", "减少")):
                    right = right_percent(by, first, match["percent"])
                    found = f"{say(by)}占{say(first)}是 {right}，写成“{match['way']}{match['percent']}%”"
                    yield Remark(line, found, right, quote=sentence(line.text, *match.span()))
            if not before or any(_written(amount) == now for amount in before):
                continue
            near = before[0]
            found = f"{say(first)}{'加' if up else '减'}{say(by)}是 {say(now)}{match['unit']}，前面写的是“{near.text}”"
            yield Remark(line, found, "核对今年、上年和增减的数", quote=sentence(line.text, *match.span()))


def _written(amount: SaidAmount) -> Decimal:
    found = re.match(r"[^\d]*([\d,]+(?:\.\d+)?)", amount.text)
    return Decimal(found[1].replace(",", "")) if found else amount.value


_CLASSES = re.compile(
    r"(?P<noun>[一-鿿]{2})(?:共|可|大致|主要)?(?:分为|包括|构成)[^，。；：\d]{0,6}[：:，]?(?P<list>[^。]*(?:其他|其余)[^。]*)"
)
LEAST_CLASSES = 3
"""Classes of which the last is 其他 that make up a whole."""


@rule("classes-and-total", clause="数字", strength="一般", source=PRACTICE)
def classes_and_total(paper: Paper) -> Iterator[Remark]:
    """“支出分为四类：……其他2.0万元”，各类相加等于前面写的那个数（“实际支出26.4万元”）。"""
    said: dict[str, SaidAmount] = {}
    for line in paper.running:
        for match in _CLASSES.finditer(line.text):
            amounts = find_amounts(match["list"])
            units = {amount.unit for amount in amounts}
            said.update(_by_noun(line.text[: match.start()]))
            total = said.get(match["noun"])
            if total is None or len(amounts) < LEAST_CLASSES or units != {total.unit}:
                continue
            added = sum((amount.value for amount in amounts), Decimal(0))
            slack = (
                max(amount.step for amount in amounts) * len(amounts) / 2 if total.step != 1 else Decimal(0)
            )
            if not any(amount.rough for amount in amounts) and abs(added - total.value) > slack / 2:
                sums = "＋".join(amount.text for amount in amounts)
                quote = sentence(line.text, *match.span())
                yield Remark(
                    line,
                    f"{sums}，相加不等于前面的“{match['noun']}{total.text}”",
                    "核对总数和各类",
                    quote=quote,
                )
        yield from _by_kind(line)
        said.update(_by_noun(line.text))


_KINDS = re.compile(
    r"(?:共|合计|总计)(?:有|计)?[一-鿿]{0,10}?(?P<total>\d[\d,]*)(?P<unit>家|个|处|人|起|户|座|名|件|项)[^。]*。按[一-鿿]{1,6}(?:分|划分)[：:，](?P<list>[^。；]*(?:其他|其余)[^。；]*)"
)


def _by_kind(line: Paragraph) -> Iterator[Remark]:
    """Hold 按行业分：……其他170家 against the total of the sentence before."""
    for match in _KINDS.finditer(line.text):
        amounts = [one for one in find_amounts(match["list"]) if one.unit == match["unit"]]
        total = Decimal(match["total"].replace(",", ""))
        added = sum((amount.value for amount in amounts), Decimal(0))
        exact = not any(amount.rough for amount in amounts)
        if len(amounts) >= LEAST_CLASSES and exact and added != total:
            sums = "＋".join(amount.text for amount in amounts)
            found = f"{sums}＝{say(added)}，前面的总数写“{match['total']}{match['unit']}”"
            yield Remark(line, found, "核对总数和各类", quote=sentence(line.text, *match.span("list")))


def _by_noun(text: str) -> dict[str, SaidAmount]:
    """Give the exact amounts of a text by the two characters before each."""
    return {
        noun: amount
        for amount in find_amounts(text)
        if not amount.rough
        and re.fullmatch("[一-鿿]{2}", noun := text[max(0, amount.start - 2) : amount.start])
    }


_CAPITALS = re.compile(
    r"(?P<figure>\d[\d,]*(?:\.\d{1,2})?)(?P<scale>万)?元\s*[（(，,]?\s*(?:人民币)?(?:金额)?大写[：:]?\s*(?:人民币)?(?P<capital>[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]{1,24})[元圆](?P<rest>[整正]|(?:[零壹贰叁肆伍陆柒捌玖]角)?(?:[零壹贰叁肆伍陆柒捌玖]分)?)"
)


@rule(
    "capital-sum",
    clause="数字",
    strength="推算",
    source="支付结算办法附一（正确填写票据和结算凭证的基本规定）",
)
def capital_sum(paper: Paper) -> Iterator[Remark]:
    """金额的大写与小写一致。"""
    for line in paper.running:
        for match in _CAPITALS.finditer(line.text):
            small = Decimal(match["figure"].replace(",", "")) * (10_000 if match["scale"] else 1)
            whole = parse_number(match["capital"])
            if whole is None:
                continue
            large = Decimal(str(whole))
            for digit, mark in re.findall(r"([零壹贰叁肆伍陆柒捌玖])([角分])", match["rest"] or ""):
                large += Decimal(str(parse_number(digit) or 0)) * Decimal("0.1" if mark == "角" else "0.01")
            if small != large:
                found = f"小写是 {say(small)} 元，大写是 {say(large)} 元"
                yield Remark(line, found, "大写、小写核成一个数", quote=sentence(line.text, *match.span()))
