"""Forms of single things: letters among digits, addresses of mail, one size in two units, the organ of title and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tongzhi.anatomy.paper import Paper
from tongzhi.check.content.amounts import say
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.model.official import split_units

_LETTER = re.compile(
    r"(?<![A-Za-z\d])(?=[\dOolI]*\d)(?=[\dOolI]*[OolI])\d[\dOolI]*(?=[人起家处件个名户项次条元万亿年月日吨米公千座台辆%％])"
)


@rule("letter-in-number", clause="数字", strength="推算", source=PRACTICE)
def letter_in_number(paper: Paper) -> Iterator[Remark]:
    """数里混进了字母 O、l、I（124O人次）。"""
    for line in paper.shown:
        for match in _LETTER.finditer(line.text):
            right = match[0].translate(str.maketrans("OolI", "0011"))
            yield Remark(
                line,
                f"“{match[0]}”里有字母",
                corrected(line.text, *match.span(), right),
                quote=sentence(line.text, *match.span()),
            )


_MAIL = re.compile(r"[\w.+-]+[@＠][\w.,，。;；-]*[\w]")
_RIGHT_MAIL = re.compile(r"[A-Za-z\d][\w.+-]*@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+", re.ASCII)


@rule("mail-form", clause="电话", strength="一般", source=PRACTICE)
def mail_form(paper: Paper) -> Iterator[Remark]:
    """电子邮箱写全写对（有 @ 和域名，点不写成逗号、句号）。"""
    for line in paper.shown:
        for match in re.finditer(
            r"(?:邮箱|邮件|[Ee]-?mail)[^\w@]{0,6}(?P<mail>[\w.+-]+[@＠]?[\w.,，。@＠-]*)", line.text
        ):
            written = re.split(r"[，。,](?![A-Za-z\d-]+(?:$|[\s，。；）)]))", match["mail"])[0].rstrip(
                "，。,."
            )
            if (
                not re.search(r"[A-Za-z\d]", written)
                or re.search(r"[一-鿿]", written)
                or _RIGHT_MAIL.fullmatch(written)
            ):
                continue
            if "@" in written or "＠" in written:
                yield Remark(
                    line, f"“{written}”不像邮箱", "核对邮箱", quote=sentence(line.text, *match.span())
                )


_SIZES = {
    "亩": Decimal(10_000) / 15, "公顷": Decimal(10_000), "平方米": Decimal(1), "平方公里": Decimal(1_000_000), "平方千米": Decimal(1_000_000),
}  # fmt: skip
_LENGTHS = {"米": Decimal(1), "公里": Decimal(1000), "千米": Decimal(1000), "里": Decimal(500)}
_MASSES = {"公斤": Decimal(1), "千克": Decimal(1), "吨": Decimal(1000), "斤": Decimal("0.5")}
_MONEY = {"元": Decimal(1), "万元": Decimal(10_000), "亿元": Decimal(100_000_000)}
_UNITS = (_SIZES, _LENGTHS, _MASSES, _MONEY)
_ALL = "|".join(sorted((unit for table in _UNITS for unit in table), key=len, reverse=True))
_TWO = re.compile(
    rf"(?P<n1>\d[\d,]*(?:\.\d+)?)(?P<u1>{_ALL})[（(](?:约|合|折合|即)?(?P<n2>\d[\d,]*(?:\.\d+)?)(?P<u2>{_ALL})[）)]"
)
SLACK = Decimal("0.01")
"""Part of the size by which two ways of telling it may differ beyond their digits (1 亩 is 666.67 平方米)."""


@rule(
    "two-units",
    clause="数字",
    strength="推算",
    source="法定计量单位（1公顷＝15亩，1公里＝1000米，1吨＝1000公斤）",
)
def two_units(paper: Paper) -> Iterator[Remark]:
    """同一个量写了两种单位的，换算要相符（52.5亩（3.5公顷））。"""
    for line in paper.running:
        for match in _TWO.finditer(line.text):
            table = next((one for one in _UNITS if match["u1"] in one and match["u2"] in one), None)
            if table is None or match["u1"] == match["u2"]:
                continue
            first, second = (Decimal(match[name].replace(",", "")) for name in ("n1", "n2"))
            wanted = first * table[match["u1"]] / table[match["u2"]]
            step = Decimal(1).scaleb(int(second.as_tuple().exponent))
            if abs(wanted - second) > max(step, wanted * SLACK):
                right = say(wanted.quantize(step))
                found = f"{match['n1']}{match['u1']}是{right}{match['u2']}，写成“{match['n2']}{match['u2']}”"
                yield Remark(line, found, f"{right}{match['u2']}", quote=sentence(line.text, *match.span()))


_TITLE_ORGAN = re.compile(
    r"^(?P<organ>[一-鿿]{4,24}?(?:人民政府|政府|委员会|办公室|局|厅|委|部|院|中心|指挥部|公司))关于"
)


@rule("title-and-signature", clause="署名", strength="一般", source=PRACTICE)
def title_and_signature(paper: Paper) -> Iterator[Remark]:
    """标题写的发文机关就是署名的机关（几家联合发文、标题用简称的不报）。"""
    titled = _TITLE_ORGAN.match(paper.title_text)
    if titled is None or len(paper.organs) != 1:
        return
    signed = re.sub(r"\s", "", paper.organs[0].stripped)
    organ = titled["organ"]
    if (
        not re.fullmatch("[一-鿿]{4,24}", signed)
        or signed == organ
        or _is_short_of(organ, signed)
        or _is_short_of(signed, organ)
    ):
        return
    if len(split_units(organ)) > 1 or organ.endswith(signed) or signed.endswith(organ):
        return
    yield Remark(paper.organs[0], f"标题写“{organ}”，署名是“{signed}”", "核对发文机关")


def _is_short_of(short: str, full: str) -> bool:
    """Whether the characters of one stand in the other in order (市应急局, 临湖市应急管理局)."""
    rest = iter(full)
    return len(short) < len(full) and all(char in rest for char in short)


_MODAL = re.compile(
    r"(?P<name>[一-鿿]{2,3}(?P<kind>县|区|市|镇|乡|街道))(?:人民政府|政府|安委会|应急管理局)?(?:应当|应|要|须|必须|务必|负责|务求)(?!急|对|用)"
)


@rule("ordered-other", clause="残留", strength="一般", source=PRACTICE)
def ordered_other(paper: Paper) -> Iterator[Remark]:
    """只发给一个县（区、乡镇）的文，正文不要求别的县（区、乡镇）办事，像是套用时没有改。"""
    if paper.recipients is None:
        return
    units = split_units(paper.recipients.stripped.rstrip("：:"))
    place = (
        re.match(
            r"(?:[一-鿿]{2,6}?[省市])?(?P<name>[一-鿿]{2,6}?(?P<kind>县|区|镇|乡|街道))(?:人民政府|政府|委员会|办事处)",
            units[0],
        )
        if len(units) == 1
        else None
    )
    if place is None or "各" in units[0]:
        return
    for line in paper.running:
        for match in _MODAL.finditer(line.text):
            name = match["name"]
            if (
                match["kind"] == place["kind"]
                and not (name.endswith(place["name"]) or place["name"].endswith(name))
                and not re.match(r"[各你本全该我贵有两三多外邻]|其他|相关|周边|毗邻", name)
                and not quoted(line.text, match.start())
            ):
                found = f"主送“{place['name']}”，正文要求“{name}”"
                yield Remark(
                    line, found, f"核对是不是“你{place['kind']}”", quote=sentence(line.text, *match.span())
                )
