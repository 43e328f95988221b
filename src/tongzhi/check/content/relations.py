"""Numbers that stand in a fixed relation: silent where it cannot be told which.

A whole whose parts fit once two digits change places, what was and what came to it, averages, bands of marks, copies
of a contract, what is paid in terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import (
    SaidAmount,
    are_swapped,
    find_amounts,
    looks_mistyped,
    percent_fits,
    right_percent,
    say,
)
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence, sentences
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.numbers import parse_number

_COMPARED = re.compile(
    r"同比|环比|较上|较去|比上|比去|增长|去年|上年|上月|此前|占|超过|目标|计划|应当|不少于"
)
_STOP = re.compile(r"[。；\n]")
_OF_WHOLE = re.compile(r"其中|分别|包括|按[^，。；]{1,8}分")
"""Words after which parts of a whole are named."""
_MOST_PARTS, _FEWEST_PARTS = 8, 2
_NEAR = 48
"""Characters between a whole and its first part."""
_SAME_KIND = {
    "件次": "件",
    "批次": "件",
    "批": "件",
    "人次": "人",
    "名": "人",
    "家次": "家",
    "起次": "起",
    "户次": "户",
}
"""Measure words that count one kind of thing (来信186件、来访402批次)."""


def _kind(amount: SaidAmount) -> str:
    return _SAME_KIND.get(amount.unit, amount.unit)


@rule("swapped-digits", clause="数字", strength="一般", source=PRACTICE)
def swapped_digits(paper: Paper) -> Iterator[Remark]:
    """总数与分项对不上，而其中一个数的相邻两位颠倒过来就正好对上（共1248件，其中186件、420件、660件：402件）。"""
    for line in paper.running:
        amounts = [one for one in find_amounts(line.text) if not one.rough]
        for at, whole in enumerate(amounts):
            parts = _run(line.text, whole, amounts[at + 1 :])
            if len(parts) < _FEWEST_PARTS:
                continue
            added = sum((part.value for part in parts), Decimal(0))
            if added == whole.value:
                continue
            if said := _swapped(whole, parts, added):
                wrong = "”或“".join(one.text for one, _ in said)
                right = "或".join(say(one) for _, one in said)
                found = f"总数“{whole.text}”与分项（相加是{say(added)}）对不上，“{wrong}”像是两位数字颠倒"
                quote = sentence(line.text, whole.start, whole.end)
                yield Remark(line, found, f"核对，是不是{right}", quote=quote)
                break


def _swapped(whole: SaidAmount, parts: list[SaidAmount], added: Decimal) -> list[tuple[SaidAmount, Decimal]]:
    """Give the amounts of which one makes the sum right with two digits changed, and what it would be."""
    found = [
        (part, right)
        for part in parts
        if are_swapped(*_scaled(part, right := whole.value - (added - part.value)))
    ]
    if are_swapped(*_scaled(whole, added)):
        found.append((whole, added))
    return found


def _scaled(amount: SaidAmount, right: Decimal) -> tuple[Decimal, Decimal]:
    """Give both numbers in the step that the amount is written with (1.26亿 as 126)."""
    scaled = right / amount.step
    whole = scaled.to_integral_value()
    return (amount.value / amount.step).to_integral_value(), whole if whole == scaled else scaled


def _run(text: str, whole: SaidAmount, after: list[SaidAmount]) -> list[SaidAmount]:
    """Give the amounts of one kind behind a whole that are named as its parts: 其中甲1个、乙2个、丙3个."""
    mark = _OF_WHOLE.search(text, whole.end, min(len(text), whole.end + _NEAR))
    if mark is None or "，占" in text[whole.end : mark.start()]:
        return []
    parts: list[SaidAmount] = []
    at = mark.end()
    for amount in after:
        if amount.end <= mark.end():
            if _kind(amount) == _kind(whole) and "（" not in text[whole.end : amount.start]:
                return []  # a nearer whole
            continue
        if _kind(amount) != _kind(whole) and re.match("[一-鿿]", text[amount.end : amount.end + 1]):
            continue  # within the name of a part (100米以下高层建筑656栋)
        between = text[at : amount.start]
        broken = (
            _STOP.search(between)
            or _COMPARED.search(between)
            or (parts and not re.match("[、，,和及]", between))
        )
        if _kind(amount) != _kind(whole) or broken or len(parts) >= _MOST_PARTS:
            break
        parts.append(amount)
        at = amount.end
    return parts


_GREW = re.compile(
    r"(?:新增|增加|扩建|新建)(?P<noun>[一-鿿]{0,8}?)(?P<more>\d+)(?P<unit>[一-鿿])[^。；\d]{0,12}(?:总数|总量|规模)?(?:达到|达|增至|增加到|增加至)[^。；\d]{0,4}?(?P<now>\d+)(?P=unit)[^。；\d]{0,6}[（(](?:原有|原来|原)[^\d]{0,4}(?P<was>\d+)(?P=unit)"
)
_HAS = re.compile(r"(?:现有|原有)(?P<noun>[一-鿿]{2,8}?)(?P<was>\d+)个")
_MORE = re.compile(
    r"(?:新增|增加)(?P<noun>[一-鿿]{2,8}?)(?P<more>\d+)个[，,][^。；\d]{0,14}(?:达到|达|增至)(?P<now>\d+)个(?P<last>[一-鿿]{1,8})"
)


@rule("was-and-more", clause="数字", strength="推算", source=PRACTICE)
def was_and_more(paper: Paper) -> Iterator[Remark]:
    """原有的加新增的就是现在的（“新增床位200张，总数达到850张（原有650张）”）。"""
    had: dict[str, Decimal] = {}
    for line, text in sentences(paper):
        for match in _GREW.finditer(text):
            yield from _added(
                line, text, Decimal(match["was"]), Decimal(match["more"]), Decimal(match["now"])
            )
        for match in _HAS.finditer(text):
            had[match["noun"]] = Decimal(match["was"])
        for match in _MORE.finditer(text):
            was = had.get(match["noun"])
            if was is not None and match["noun"].endswith(match["last"][:1]):
                yield from _added(line, text, was, Decimal(match["more"]), Decimal(match["now"]))


def _added(line: Paragraph, text: str, was: Decimal, more: Decimal, now: Decimal) -> Iterator[Remark]:
    if was + more != now:
        found = f"原有{say(was)}，新增{say(more)}，相加是{say(was + more)}，写成“{say(now)}”"
        yield Remark(line, found, "核对原有、新增和现有的数", quote=text.strip())


_MEAN = re.compile(
    r"(?:平均|户均|人均|均摊|平均每)[^，。；\d]{0,8}?(?:为|达到|达|约为)?(?P<mean>\d+(?:\.\d+)?)(?P<scale>万|亿)?(?P<unit>元|亩|人|名|户|起|家次|家|件|次|公里|平方米)"
)


@rule("mean", clause="数字", strength="一般", source=PRACTICE)
def mean(paper: Paper) -> Iterator[Remark]:
    """平均数与同一句里的两个数相符（“教学班30个、学生1482人，平均班额49.4人”），只差一位或颠倒两位的提醒。"""
    for line, text in sentences(paper):
        amounts = [one for one in find_amounts(text) if not one.rough]
        for match in _MEAN.finditer(text):
            scale = {"万": 10_000, "亿": 100_000_000}.get(match["scale"] or "", 1)
            said = Decimal(match["mean"]) * scale
            step = Decimal(1).scaleb(-len(match["mean"].partition(".")[2])) * scale
            before = [one for one in amounts if one.end <= match.start()]
            if re.match(r"平均每(?:个)?(?:年|月|季|天|日|周)", match[0]):
                continue
            means = [
                one.value / other.value
                for one in before
                for other in before
                if one is not other
                and one.unit == match["unit"]
                and other.value > 1
                and one.unit != other.unit
            ]
            if not means or any(abs(one - said) < step for one in means):
                continue
            near = [(one / step).quantize(Decimal(1)) for one in means]
            wrong = [one for one in near if looks_mistyped(one, said / step)]
            if len(wrong) == 1 and len(means) <= 2:
                right = say(wrong[0] * step / scale) + (match["scale"] or "") + match["unit"]
                found = f"按前面的数，平均是{right}，写成“{match[0]}”"
                yield Remark(line, found, right, quote=text.strip())


_IN_BRACKETS = re.compile(
    r"(?P<now>\d[\d,.]*)(?P<scale>[万亿]?)(?P<unit>[一-鿿]{1,4}?)[，,]?(?:同比|比(?:去|上)年|较(?:去|上)年)?(?P<move>增长|增加|上升|提高|下降|减少|降低)(?:了)?(?P<percent>\d+(?:\.\d+)?)[%％][（(](?:去年|上年)(?:同期)?(?:为|是)?(?P<was>\d[\d,.]*)(?P=scale)(?P=unit)"
)
_DOWN = ("下降", "减少", "降低")


@rule("change-in-brackets", clause="数字", strength="推算", source=PRACTICE)
def change_in_brackets(paper: Paper) -> Iterator[Remark]:
    """增减的方向和百分数与括号里写的去年的数相符（“1248件次，同比下降12.7%（去年同期1430件次）”）。"""
    for line, text in sentences(paper):
        for match in _IN_BRACKETS.finditer(text):
            now, was = (Decimal(match[name].replace(",", "").rstrip(".")) for name in ("now", "was"))
            if not was:
                continue
            way = "下降" if now < was else "增长"
            right = right_percent(abs(now - was), was, match["percent"])
            if (now < was) != (match["move"] in _DOWN) or not percent_fits(
                abs(now - was), was, match["percent"]
            ):
                found = f"去年{match['was']}、今年{match['now']}，是{way}{right}，写成“{match['move']}{match['percent']}%”"
                yield Remark(line, found, f"{way}{right}", quote=text.strip())


_HUNDRED = re.compile(r"百分制|(?:总分|满分)(?:为|是)?100分")
_MARKS = re.compile(r"(?P<marks>\d{1,3})分(?!钟|之|以|及)")


@rule("marks-of-hundred", clause="数字", strength="推算", source=PRACTICE)
def marks_of_hundred(paper: Paper) -> Iterator[Remark]:
    """百分制的各项分值相加是 100 分。"""
    for line, text in sentences(paper):
        head = _HUNDRED.search(text)
        if head is None or "其中" not in text or "加分" in text or "附加" in text:
            continue
        marks = [int(match["marks"]) for match in _MARKS.finditer(text, text.find("其中"))]
        if len(marks) >= _FEWEST_PARTS and sum(marks) != 100:
            sums = "＋".join(map(str, marks))
            yield Remark(
                line, f"各项分值相加是 {sums}＝{sum(marks)}，不是100分", "核对各项分值", quote=text.strip()
            )


_BAND = re.compile(
    r"(?P<low>\d{1,3})分(?:以上|及以上|（含）以上)(?:[、，]?(?:不足|不满|低于|未满)?(?P<high>\d{1,3})分(?:以下)?)?"
)


@rule("bands-meet", clause="数字", strength="推算", source=PRACTICE)
def bands_meet(paper: Paper) -> Iterator[Remark]:
    """评分的档次首尾相接（90分以上为优秀，80分以上不足90分为良好）。"""
    for line, text in sentences(paper):
        bands = list(_BAND.finditer(text))
        for upper, lower in pairwise(bands):
            high, low = lower["high"], upper["low"]
            if high is not None and int(low) > int(lower["low"]) and int(high) != int(low):
                found = f"上一档从{low}分起，这一档到{high}分"
                yield Remark(line, found, f"不足{low}分", quote=text.strip())


_PARTIES = {"双方": 2, "两方": 2, "甲乙双方": 2, "三方": 3, "四方": 4}
_COPIES = re.compile(
    r"一式(?P<all>[一二两三四五六七八九十]{1,2}|\d{1,2})份[^。；]{0,12}?(?P<who>甲乙双方|双方|两方|三方|四方)各(?:执|持|保存|留存)(?P<each>[一二两三四五六七八九十]|\d{1,2})份(?P<rest>[^。；]{0,30})"
)


@rule("copies-shared", clause="数字", strength="推算", source=PRACTICE)
def copies_shared(paper: Paper) -> Iterator[Remark]:
    """一式几份与各执几份相符。"""
    for line, text in sentences(paper):
        for match in _COPIES.finditer(text):
            both = [parse_number(match[name].replace("两", "二")) for name in ("all", "each")]
            if None in both or re.search(r"[份]", match["rest"]):
                continue
            total, each = (int(one or 0) for one in both)
            parties = _PARTIES[match["who"]]
            if each * parties != total:
                found = f"{match['who']}各{match['each']}份是{each * parties}份，写“一式{match['all']}份”"
                yield Remark(line, found, "核对份数", quote=text.strip())


_TERMS = re.compile(
    r"(?P<total>\d+(?:\.\d+)?)(?P<unit>万元|亿元|元)[，,、]?(?:计划|拟)?分(?P<count>\d{1,2}|[两二三四五六七八九十])(?P<term>期|年|次|批|个季度)[^。；\d]{0,10}每(?P=term)[^。；\d]{0,4}(?P<each>\d+(?:\.\d+)?)(?P=unit)"
)


@rule("terms-and-total", clause="数字", strength="推算", source=PRACTICE)
def terms_and_total(paper: Paper) -> Iterator[Remark]:
    """分期（分批）拨付的，每期的数乘期数是总数。"""
    for line, text in sentences(paper):
        for match in _TERMS.finditer(text):
            count = parse_number(match["count"].replace("两", "二"))
            total, each = Decimal(match["total"]), Decimal(match["each"])
            if count is not None and abs(each * int(count) - total) >= Decimal("0.01") * int(count):
                found = f"{match['count']}{match['term']}各{match['each']}{match['unit']}是{say(each * int(count))}{match['unit']}，总数写“{match['total']}{match['unit']}”"
                yield Remark(line, found, "核对总数、期数和每期的数", quote=text.strip())


_EACH = re.compile(
    r"每(?P<unit>户|家|座|个|人|名|所|村|辆|台|处|支|亩|吨)[^，。；\d]{0,8}?(?P<each>\d+(?:\.\d+)?)(?P<of>万元|元|亩|平方米|名|人|台|套|公里|吨)(?!以上|以内|左右|至|到|—|－|标准)"
)
_TOTAL_OF_EACH = re.compile(r"(?:共需|共计|合计|总计|共|需)[^，。；\d]{0,6}$")


@rule("each-and-total", clause="数字", strength="一般", source=PRACTICE)
def each_and_total(paper: Paper) -> Iterator[Remark]:
    """每户（每座）的数乘户数是总数（“1200户……每户补助3000元，共需资金360万元”；同一句里只有这三个数时才核）。"""
    for line, text in sentences(paper):
        for match in _EACH.finditer(text):
            amounts = [
                one
                for one in find_amounts(text)
                if (not one.rough and one.end <= match.start()) or one.start >= match.end()
            ]
            unit = "元" if match["of"] == "万元" else match["of"]
            each = Decimal(match["each"]) * (10_000 if match["of"] == "万元" else 1)
            counts = [one for one in amounts if one.unit == match["unit"] and one.end <= match.start()]
            totals = [
                one
                for one in amounts
                if one.unit == unit
                and (one.start < match.start() or _TOTAL_OF_EACH.search(text[: one.start]))
            ]
            if len(counts) != 1 or len(totals) != 1 or counts[0].value <= 1:
                continue
            product = each * counts[0].value
            off = abs(product - totals[0].value)
            if off >= totals[0].step and _is_slip_of(product, totals[0]):
                found = f"{counts[0].text}、每{match['unit']}{match['each']}{match['of']}，相乘是{say(product)}{unit}，写成“{totals[0].text}”"
                yield Remark(line, found, "核对每份的数、份数和总数", quote=text.strip())


def _is_slip_of(product: Decimal, total: SaidAmount) -> bool:
    """Whether a total is near enough to the product to be meant as it (the sentence may tell of other money too)."""
    return product * 2 > total.value and total.value * 2 > product
