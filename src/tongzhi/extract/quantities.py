"""Counted objects of a unit: 114家非煤矿山企业, 20%, 5000元; times and turns are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.model.task import Quantity, Span
from tongzhi.zh.numbers import parse_number
from tongzhi.zh.segment import Word

_UNITS = (
    "平方公里 平方米 立方米 平方千米 公里 千米 公斤 公顷 千克 千伏 兆瓦 千瓦 万元 亿元 元 块钱 块 毫米 厘米 米 吨 亩 万亩 人次 "
    "家 座 处 个 名 位 人 所 台 辆 艘 栋 幢 户 条 项 套 份 支 张 枚 件 本 部 封 眼 口 只 间 层 起 "
    "根 棵 把 批 宗 队 组 瓶 箱 袋 束 盏 顶 床 架 列 路 片 段 面 双 副 桶 罐 门 % ％"
)
_UNIT = "|".join(sorted(map(re.escape, _UNITS.split()), key=len, reverse=True))
_NUMBER = (
    r"(?:\d+(?:[.,]\d+)*[万亿]?|百分之[零一二三四五六七八九十百点]+|[零〇一二两三四五六七八九十百千万亿]+)"
)
_COUNT = re.compile(rf"(?<![\d.第每])(?P<number>{_NUMBER})(?:多|余|来)?(?P<unit>{_UNIT})?")
_NOT_COUNTED = re.compile(
    r"(?:月|工作日|事|问题是|星期|礼拜|小时|钟头|季度|学期|方面|层面|环节|阶段|时段|字|意识|维护|确立|自信|必须|严禁|一律|不|到位|点|原则|要求|问号|百分点)"
)
_EMPTY_ONE = re.compile(
    r"一(?:个|件|条|项|处|套|份|批|部|面|层|把|口|起|路|段|家|户|组|片|只|本|队|位|座|所|人|块|栋|支|双|间)"
)
_NOUN_TAGS = ("n", "vn", "b", "j", "l", "an", "s", "g")
_MEASURES = ("%", "％", "米", "厘米", "毫米", "平方米", "", "份")
_LIMIT = re.compile(r"(?:不超过?|不高于|不低于|不少于|不得少于|不得超过|至少|达到|超过|低于|高于)$")
"""Shares and lengths count where they set a limit."""
_STOP = re.compile(r"[的了，。；、：！？（()“”]")


def find_quantities(shadow: str, original: str, base: int, words: Sequence[Word]) -> list[Quantity]:
    """Give the counted objects; `words` are those of the unit, `base` is where the unit stands."""
    found = []
    starts = {word.start - base: index for index, word in enumerate(words)}
    for match in _COUNT.finditer(shadow):
        unit = match.group("unit") or ""
        percent = match.group("number").startswith("百分之")
        if (not unit and not percent) or _NOT_COUNTED.match(shadow, match.end()):
            continue
        if unit in _MEASURES and not _LIMIT.search(shadow, 0, match.start()):
            continue
        end = match.end()
        thing_end = _noun_end(shadow, end, words, starts) if unit not in "%％" else end
        if _is_empty_one(shadow, match, thing_end) or _is_name(shadow, match):
            continue
        start = _noun_start(match.start(), words, base) if thing_end == end else match.start()
        text = original[start:thing_end]
        number = parse_number(match.group("number").removeprefix("百分之").replace(",", ""))
        thing = original[end:thing_end] or original[start : match.start()]
        found.append(Quantity(text, number, unit, thing, Span(base + start, base + thing_end)))
    return found


def _noun_end(shadow: str, position: int, words: Sequence[Word], starts: dict[int, int]) -> int:
    index = starts.get(position)
    end = position
    while index is not None and index < len(words):
        word = words[index]
        if _STOP.match(word.text) or not word.tag.startswith(_NOUN_TAGS) or end - position >= 12:
            break
        end += len(word.text)
        index += 1
    return min(end, len(shadow))


def _noun_start(position: int, words: Sequence[Word], base: int) -> int:
    before = [word for word in words if word.end - base == position]
    if before and before[0].tag in ("n", "nz") and len(before[0].text) >= 2:
        return before[0].start - base
    return position


def _is_empty_one(shadow: str, match: re.Match[str], end: int) -> bool:
    """一个、一处一策、一家一家: nothing is counted."""
    text = match.group()
    if match.group("number") != "一" or not _EMPTY_ONE.match(text):
        return match.group("number") == "一" and end == match.end()
    thing = shadow[match.end() : end]
    return len(thing) < 2 or text not in ("一位", "一支", "一台")


def _is_name(shadow: str, match: re.Match[str]) -> bool:
    """12楼、三号罐区、“三个责任人”: part of a name."""
    before = shadow[: match.start()]
    if before.endswith(("你们", "我们", "他们", "部", "局")) and match.group("unit") == "家":
        return True
    return before.endswith(("“", "第", "其中有", "D", "G", "—", "-", "．", "/")) or (
        before[-1:].isascii() and before[-1:].isalnum()
    )
