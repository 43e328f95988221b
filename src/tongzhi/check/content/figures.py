"""Sums in sentences: totals and their parts, changes. Silent where it cannot tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

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
from tongzhi.check.content.tables import read_rows
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import sentence, sentences
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph

_CLAUSE = re.compile(r"(?:[^。！？；;\n]|。(?=其中[，,：:]?[一-鿿]))+")
"""A sentence that begins with 其中 goes on with the one before."""
_COMPARED = re.compile(
    r"同比|环比|较上|较去|比上|比去|增加|减少|上升|下降|增长|降低|分别|去年|上年|上月|此前"
)
_OVERLAP = re.compile(
    r"女|老人|老年|儿童|妇|残疾|困难|投亲|寄宿|重点|新增|连续|党员|少数民族|以上|以下|其余|研究生|高级|骨干|兼"
)
_TOTAL_AFTER = re.compile(r"(?:合计|共计|总计|一共|总共|共有|共)[^，。；、\d]{0,8}$")
_NEAR_TOTAL = 8
"""Characters between a total and 中 (上述6家景区中，…)."""
_SAID_TO_OVERLAP = re.compile(r"[（(，,][^）)。]{0,12}(?:交叉|重复|重叠|兼|多项|并存|两项|同时)")
_DOING = re.compile(
    r"^[、，,]\s*(?:共|累计|已|还|并|另)?(?:检查|排查|抽查|发现|查处|整改|新增|投入|出动|印发|组织|开展|培训|关闭|停产)"
)
"""A new verb begins another count, which is no part of the total before it."""
_JOINT = re.compile(r"(?:用于|投入|安排给|补助给|拨付)[^，。；\d]{1,12}[、，,]|[、，,和及]|以及")


@cache
def _complements() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in read_rows("complements.tsv"))


@rule("parts-and-total", clause="数字", strength="推算", source=PRACTICE)
def parts_and_total(paper: Paper) -> Iterator[Remark]:
    """总数与分项相符：“共……，其中……”“……，合计……”（分项可能不全或重叠时只提示或不报）。"""
    for line, text in sentences(paper):
        yield from _spread(line, text)
    for line, text in sentences(paper, _CLAUSE):
        amounts = find_amounts(text)
        if len(amounts) < 3 or any(amount.rough for amount in amounts):
            continue
        yield from _total_first(line, text, amounts)
        yield from _total_last(line, text, amounts)


def _total_first(line: Paragraph, text: str, amounts: list[SaidAmount]) -> Iterator[Remark]:
    for mark in re.finditer(
        r"其中[：:，,]?|分别(?:是|为)|包括|(?<=[\u4e00-\u9fff])(?<![其当集])中[，,：:]", text
    ):
        before = [amount for amount in amounts if amount.end <= mark.start()]
        after = [amount for amount in amounts if amount.start >= mark.end()]
        if not before or not after:
            continue
        total = next((amount for amount in reversed(before) if amount.unit == after[0].unit), None)
        if total is None or _COMPARED.search(text[total.end : mark.start()]):
            continue
        if mark[0].startswith("中") and mark.start() - total.end > _NEAR_TOTAL:
            continue
        parts, words = _parts(text, mark.end(), after, total.unit)
        if mark[0].startswith("分别") and words and re.search("[，,]", words[0]):
            continue  # 分别为 names things, and the numbers behind the comma tell of others
        if len(parts) < 2 or _OVERLAP.search("".join(words)) or _SAID_TO_OVERLAP.match(text[parts[-1].end :]):
            continue
        yield from _judge(line, text, total, parts, whole=_exhaustive(mark[0], words))


def _parts(text: str, start: int, amounts: list[SaidAmount], unit: str) -> tuple[list[SaidAmount], list[str]]:
    """Give the run of parts of one unit, each in a piece of its own, and the words before each."""
    parts: list[SaidAmount] = []
    words: list[str] = []
    at = start
    for amount in amounts:
        between = text[at : amount.start]
        if (
            amount.unit != unit
            or _COMPARED.search(between)
            or "占" in between
            or (parts and _DOING.match(between))
            or "其中" in between
            or "共" in between
        ):
            break
        if parts and not _JOINT.match(between.lstrip()) and not re.match(r"[（(]", between):
            break
        parts.append(amount)
        words.append(between)
        at = amount.end
    return parts, words


def _exhaustive(mark: str, words: list[str]) -> bool:
    """Whether the parts must make up the whole: 分别为, or classes that divide a thing (一般 and 重大)."""
    if mark.startswith("分别"):
        return True
    return any(
        len(group) == len(words) and all(any(name in word for word in words) for name in group)
        for group in _complements()
    )


def _judge(
    line: Paragraph, text: str, total: SaidAmount, parts: list[SaidAmount], *, whole: bool
) -> Iterator[Remark]:
    added = sum((part.value for part in parts), Decimal(0))
    slack = (
        max(part.step for part in (total, *parts)) * len(parts) / 2
        if any(part.step != 1 for part in parts)
        else Decimal(0)
    )
    if abs(added - total.value) <= slack:
        return
    sums = "＋".join(say(part.value) for part in parts)
    found = f"分项相加是 {sums}＝{say(added)}，总数写“{total.text}”"
    if added > total.value or whole:
        # with commas the parts may be two ways of counting the same things
        loose = not whole and any(re.match(r"[）)]?[，,]", text[part.end :]) for part in parts[:-1])
        yield Remark(line, found, "核对总数和各分项", strength="一般" if loose else None, quote=text.strip())
    elif _is_near(total.value, added, len(parts)):
        yield Remark(
            line,
            found + "（如果其中几项就是全部，则对不上）",
            "核对总数和各分项",
            strength="实务",
            quote=text.strip(),
        )


def _is_near(total: Decimal, added: Decimal, count: int) -> bool:
    """Whether parts that fall short of a total are more likely all of it, one number mistyped, than some of it."""
    short = total - added
    if are_swapped(total, added):
        return True
    return (count >= 3 and short <= total / 20) or (short <= total / 6 and looks_mistyped(total, added))


_NEXT_PART = re.compile(r"[）)]?(?:参加|参与|到场)?(?:以及|[、，,和及])[^，。；\d]{0,14}")
_LAST_PART = re.compile(r"[）)]?[、，,]?")


_WHOLE = re.compile(r"(?:总(?:投资|经费|资金|金额|面积|人数)|所需(?:资金|经费|费用))[^，。；\d]{0,4}$")
_BORNE = re.compile(
    r"(?:中央|省|市|县|区|乡镇|镇|企业|单位|个人|自筹)[一-鿿]{0,3}(?:承担|负担|补助|配套|出资|筹措|自筹)$"
)
"""Who bears a share of the money: such shares make up all of it."""
LEAST_SPREAD = 3
"""Amounts behind a total from which they are taken for all of it, if they nearly add up."""


def _spread(line: Paragraph, text: str) -> Iterator[Remark]:
    """Hold what follows 总投资… in its sentence against it, where the amounts nearly add up."""
    amounts = find_amounts(text)
    if not amounts or _WHOLE.search(text[: amounts[0].start]) is None or "其中" in text:
        return
    total, *rest = amounts
    parts = [amount for amount in rest if amount.unit == total.unit]
    borne = [amount for amount in parts if _BORNE.search(text[: amount.start])]
    if len(borne) == len(parts) > 1 and not any(amount.rough for amount in amounts):
        added = sum((amount.value for amount in parts), Decimal(0))
        if added != total.value and not _COMPARED.search(text):
            sums = "＋".join(say(part.value) for part in parts)
            found = f"各方承担相加是 {sums}＝{say(added)}，总数写“{total.text}”"
            yield Remark(line, found, "核对总数和各方承担的数", strength="一般", quote=text.strip())
        return
    if len(parts) < LEAST_SPREAD or any(amount.rough for amount in amounts) or _COMPARED.search(text):
        return
    added = sum((part.value for part in parts), Decimal(0))
    if added != total.value and abs(added - total.value) * 20 <= total.value:
        sums = "＋".join(say(part.value) for part in parts)
        found = f"后面几项相加是 {sums}＝{say(added)}，总数写“{total.text}”"
        yield Remark(line, found, "核对总数和各分项", strength="实务", quote=text.strip())


def _total_last(line: Paragraph, text: str, amounts: list[SaidAmount]) -> Iterator[Remark]:
    for position, total in enumerate(amounts):
        head = _TOTAL_AFTER.search(text[: total.start])
        if position < 2 or head is None:
            continue
        parts: list[SaidAmount] = []
        end, gap = head.start(), _LAST_PART
        for amount in reversed(amounts[:position]):
            between = text[amount.end : end]
            if amount.unit != total.unit or not gap.fullmatch(between) or _COMPARED.search(between):
                break
            parts.insert(0, amount)
            end, gap = amount.start, _NEXT_PART
        lead = text[max(0, end - 14) : end]
        if len(parts) < 2 or re.search(
            r"同比|环比|较上|较去|比上|比去|去年|上年|其中[^，、]*$|占[^，、]*$", lead
        ):
            continue
        yield from _judge(line, text, total, parts, whole=True)


_CHANGE = re.compile(
    r"(?:由|从)[^，。；\d]{0,10}?(?P<first>\d[\d.,]*[万亿]?)(?P<unit>[一-鿿%]{1,2}?)(?P<move>增加|上升|增长|提高|减少|下降|降低|降|升|压减|扩大|调整|变更|改)(?:到|至|为)(?P<second>\d[\d.,]*[万亿]?)(?P<rest>[^。；]{0,40})"
)
_BY_PERCENT = re.compile(
    r"(?:同比|环比)?(?P<move>增长|增加|上升|提高|增幅|减少|下降|降低|降幅|压减)(?:了|达|为)?(?P<percent>\d+(?:\.\d+)?)[%％]"
)
_BY_AMOUNT = re.compile(
    r"(?<![到至为])(?P<move>增加|减少|净增|净减|多|少)(?:了)?(?P<by>\d[\d.,]*[万亿]?)(?P<unit>公里|千米|平方米|[起家处人座个件名项次吨户元米亩](?!百分点))"
)
_BY_POINTS = re.compile(
    r"(?:下降|上升|提高|降低|增加|减少|提升|回落)(?:了)?(?P<points>\d+(?:\.\d+)?)个?百分点"
)
_LAST_YEAR = re.compile(
    r"(?P<second>\d[\d.,]*)(?P<unit>[起家处人座个件名项次吨户元])[^。；\d]{0,8}?(?:去年|上年|上月|上季度)同?期?(?:的|为|是)?(?P<first>\d[\d.,]*)(?P=unit)(?P<rest>[^。；]{0,30})"
)
_DOWN = re.compile(r"减|下降|降|少|压")


def _number(text: str) -> Decimal:
    scale = {"万": 10_000, "亿": 100_000_000}.get(text[-1], 1)
    return Decimal(text.rstrip("万亿").replace(",", "").rstrip(".")) * scale


@rule("change", clause="数字", strength="推算", source=PRACTICE)
def change(paper: Paper) -> Iterator[Remark]:
    """“由甲增（减）到乙”与写的增减数、百分数和方向相符；与去年同期相比的同。"""
    for line, text in sentences(paper):
        for match in (*_CHANGE.finditer(text), *_LAST_YEAR.finditer(text)):
            first, second = _number(match["first"]), _number(match["second"])
            named = match.groupdict().get("move")
            neutral = named in ("调整", "变更", "改")
            if named and not neutral and first != second and bool(_DOWN.match(named)) != (second < first):
                yield Remark(
                    line,
                    f"“{match['first']}”到“{match['second']}”不是{named}",
                    "核对两个数或改写增减",
                    quote=text.strip(),
                )
                continue
            if match["unit"].startswith(("%", "％")):
                yield from _points(line, text, match["rest"], abs(second - first))
            else:
                yield from _moved(line, text, match["rest"], first, second)


def _points(line: Paragraph, text: str, rest: str, difference: Decimal) -> Iterator[Remark]:
    """Percentages differ by points (由2.8%降至1.9%，下降0.9个百分点)."""
    said = _BY_POINTS.search(rest)
    if (
        said is not None
        and not re.search(r"[；]|同比|其中", rest[: said.start()])
        and Decimal(said["points"]) != difference
    ):
        found = f"两个百分数相差 {say(difference)} 个百分点，写成“{said[0]}”"
        yield Remark(line, found, f"{say(difference)}个百分点", quote=text.strip())


def _moved(line: Paragraph, text: str, rest: str, first: Decimal, second: Decimal) -> Iterator[Remark]:
    difference = abs(second - first)
    by = _BY_AMOUNT.search(rest)
    if by is not None and not re.search(r"其中", rest[: by.start()]) and _number(by["by"]) != difference:
        found = f"{say(first)}与{say(second)}相差 {say(difference)}，写成“{by[0]}”"
        yield Remark(line, found, f"{by['move']}{say(difference)}{by['unit']}", quote=text.strip())
    percent = _BY_PERCENT.search(rest)
    if percent is None or first == 0 or (by is not None and percent.start() - by.end() > 6):
        return
    down = bool(_DOWN.match(percent["move"]))
    if first != second and down != (second < first):
        yield Remark(
            line, f"由{say(first)}到{say(second)}，写成“{percent[0]}”", "核对增减", quote=text.strip()
        )
    elif not percent_fits(difference, first, percent["percent"]):
        right = right_percent(difference, first, percent["percent"])
        yield Remark(
            line,
            f"由{say(first)}到{say(second)}，变化是 {right}，写成“{percent[0]}”",
            f"{percent['move']}{right}",
            quote=text.strip(),
        )


@rule("sign-of-change", clause="数字", strength="一般", source=PRACTICE)
def sign_of_change(paper: Paper) -> Iterator[Remark]:
    """写了“增长”“下降”就不再带负号。"""
    pattern = re.compile(r"(增长|增加|上升|下降|减少|降低)(?:了)?[－−-]\d+(?:\.\d+)?[%％个]")
    for line, text in sentences(paper):
        for match in pattern.finditer(text):
            yield Remark(line, f"“{match[0]}”方向不明", "去掉负号，或改写增减", quote=text.strip())


@rule("thing-two-numbers", clause="数字", strength="一般", source=PRACTICE)
def thing_two_numbers(paper: Paper) -> Iterator[Remark]:
    """全市（全县……）同一对象在一份公文里只有一个数。"""
    pattern = re.compile(
        r"(?P<scope>全省|全市|全县|全区|全镇|全国|我省|我市|我县|我区)(?:现有|共有|有|共|登记在册|的)?(?P<number>\d[\d,]*)(?P<unit>家|座|处|个|所|艘|辆|台|名|户|栋)"
        r"(?P<thing>[一-鿿]{3,10}?)(?=[，。；、（(：]|$|要|须|进行|全部|开展|已|和|的)"
    )
    said: dict[tuple[str, str, str], str] = {}
    for line, text in sentences(paper):
        for match in pattern.finditer(text):
            number = match["number"].replace(",", "")
            first = said.setdefault((match["scope"][-1], match["unit"], match["thing"]), number)
            if first != number:
                found = f"前面写{match['scope']}{first}{match['unit']}{match['thing']}，这里是{match['number']}{match['unit']}"
                yield Remark(line, found, "两处写同一个数", quote=text.strip())


_COUNTED = re.compile(
    r"(?P<before>[一-鿿]{2,4})?(?<![\d.—－-])(?P<number>\d{2,5})(?P<unit>家|座|处|个|所|艘|辆|台|名|户|栋|起|项|条|件|人)(?P<thing>[一-鿿]{0,6})"
)


_Counts = dict[tuple[str, str], dict[str, re.Match[str]]]
"""Counts told: unit and number → by their words."""
LONG_THING = 4
"""Characters of a noun by which two paragraphs speak of the same thing (社区老年食堂)."""


@rule("digits-swapped", clause="数字", strength="一般", source=PRACTICE)
def digits_swapped(paper: Paper) -> Iterator[Remark]:
    """同一段里（名称有四个字的，全文里）说同一样东西，两个数的相邻两位颠倒（“86个小区”“68个老旧小区”）。"""
    named: _Counts = {}
    for line in paper.running:
        here: _Counts = {}
        for match in _COUNTED.finditer(line.text):
            for before in _swapped_before(match, named, here):
                same = (
                    before.string is line.text or before["thing"][:LONG_THING] == match["thing"][:LONG_THING]
                )
                if same and _name_same(before, match) and are_swapped(*_numbers(before, match)):
                    found = f"前面写“{before[0]}”，这里是“{match[0]}”，两位数字颠倒"
                    quoted = sentence(line.text, *match.span())
                    yield Remark(line, found, "核对是不是同一个数", quote=quoted)
                    break
            here.setdefault((match["unit"], match["number"]), {})[match[0]] = match
        for key, matches in here.items():
            long = {words: one for words, one in matches.items() if len(one["thing"]) >= LONG_THING}
            named[key] = long | named.get(key, {})


def _swapped_before(match: re.Match[str], *earlier: _Counts) -> Iterator[re.Match[str]]:
    """Give the counts told earlier, by unit and number, whose number has two neighbouring digits the other way round.

    They are looked up, not compared one by one: a report of two hundred pages holds thousands of counts.
    """
    number = match["number"]
    swapped = dict.fromkeys(
        number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)
    )
    for kept in earlier:
        for other in swapped:
            yield from kept.get((match["unit"], other), {}).values()


def _numbers(one: re.Match[str], other: re.Match[str]) -> tuple[Decimal, Decimal]:
    return Decimal(one["number"]), Decimal(other["number"])


def _name_same(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether the noun of one stands beside the other (小区 in 老旧小区, 非煤矿山32家 and 23家非煤矿山)."""
    nouns = [(match["thing"][:2], match["thing"], match["before"] or "") for match in (one, other)]
    return any(
        len(head) == len("小区") and (head in after or before.endswith(head) or after.startswith(head))
        for head, (_, after, before) in ((nouns[0][0], nouns[1]), (nouns[1][0], nouns[0]))
    ) or any(
        len(before) >= len("小区") and before[-2:] in thing
        for before, thing in ((nouns[0][2], nouns[1][1]), (nouns[1][2], nouns[0][1]))
    )
