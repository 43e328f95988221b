"""Counted objects of a unit: 114家非煤矿山企业, 20%, 5000元; times and turns are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.extract.lexicon import grammar
from tongzhi.model.task_slots import Quantity, Span
from tongzhi.zh.amounts import AMOUNT, read_amount
from tongzhi.zh.segment import Word
from tongzhi.zh.vocabulary import CN_NUMERALS

_UNITS = (
    "平方公里 平方米 立方米 平方千米 公里 千米 公斤 公顷 千克 千伏 兆瓦 千瓦 万元 亿元 元 块钱 块 毫米 厘米 米 吨 亩 万亩 人次 "
    "家 座 处 个 名 位 人 所 台 辆 艘 栋 幢 户 条 项 套 份 支 张 枚 件 本 部 封 眼 口 只 间 层 起 "
    "根 棵 把 批 宗 队 组 瓶 箱 袋 束 盏 顶 床 架 列 路 片 段 面 双 副 桶 罐 门 % ％"
)
_UNIT = "|".join(sorted(map(re.escape, _UNITS.split()), key=len, reverse=True))
_NUMBER = rf"(?:百分之[{CN_NUMERALS}点]+|(?<![以马]){AMOUNT})"
_COUNT = re.compile(rf"(?<![\d.第每{CN_NUMERALS}])(?P<number>{_NUMBER})(?P<unit>{_UNIT})?")
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
_STOP = re.compile(r"[的了，。；、：！？（()“”]|全部|全都|全体|逐|均|都|前置")
_SIZE = re.compile(r"\d+(?:\.\d+)?(?:千伏|千瓦|兆瓦|毫米|厘米|米|公里|立方米|平方米|吨|层)(?:级|以上|以下)?")
"""A size between the number and the thing: 11条10千伏线路."""
_KIND = re.compile(
    r"(?:[A-Z]{1,5}级|[0-9]A级|在建|已建|新建|续建|停产|停工|停建|在产|在用|在营|运营|废弃|闲置|可燃|有毒|易燃|高速|集中|高层|超高层|登记|备案|列管|接送|老旧)"
    r"(?=[^\W\x00-\xff]{2})"
)
"""What sort of thing is counted: 132个在建工地, 21家A级景区."""
_PLACES = "村县市镇乡街区校园店厂点站队组"
_GROUPS = "组队班"


def find_quantities(shadow: str, original: str, base: int, words: Sequence[Word]) -> list[Quantity]:
    """Give the counted objects; `words` are those of the unit, `base` is where the unit stands."""
    found = []
    starts = {word.start - base: index for index, word in enumerate(words)}
    taken = 0
    for match in _COUNT.finditer(shadow):
        if match.start() < taken:
            continue
        unit = match.group("unit") or ""
        percent = match.group("number").startswith("百分之")
        if match.group("number") in ("几", "好几", "数"):
            continue  # some, not so many
        if (not unit and not percent) or _NOT_COUNTED.match(shadow, match.end()):
            continue
        if unit in _MEASURES and not _LIMIT.search(shadow, 0, match.start()):
            continue
        end = match.end()
        size = _SIZE.match(shadow, end) or _KIND.match(shadow, end)
        noun = size.end() if size and size.end() in starts else end
        thing_end = _noun_end(shadow, noun, words, starts) if unit not in "%％" else end
        if thing_end == noun:
            thing_end = end
        if _is_empty_one(shadow, match, thing_end) or _is_name(shadow, match):
            continue
        bare = thing_end == end and not unit.endswith("元")
        start = _noun_start(shadow, match.start(), words, base) if bare else match.start()
        text = original[start:thing_end]
        taken = thing_end
        amount = read_amount(match.group("number").removeprefix("百分之"))
        number = amount.exact if amount else None
        thing = original[end:thing_end] or original[start : match.start()]
        found.append(Quantity(text, number, unit, thing, Span(base + start, base + thing_end)))
    return found


def _noun_end(shadow: str, position: int, words: Sequence[Word], starts: dict[int, int]) -> int:
    """Give where the noun that begins at `position` ends; what is done with it (矿山立案调查, 路口设卡) is none of it."""
    index = starts.get(position)
    ends = [position]
    while index is not None and index < len(words):
        word = words[index]
        end = ends[-1] + len(word.text)
        noun = word.tag.startswith(_NOUN_TAGS) or (len(word.text) == 1 and word.text in _PLACES)
        if _STOP.match(word.text) or not noun or ends[-1] - position >= _LONGEST:
            break
        ends.append(end)
        index += 1
    while len(ends) > 2 and _is_act(shadow[ends[-2] : ends[-1]]):
        ends.pop()
    if len(ends) > 1 and shadow[ends[-1] : ends[-1] + 1] in _GROUPS:  # 明查暗访组, cut by jieba behind 访
        return ends[-1] + len(shadow[ends[-1] : ends[-1] + 1])
    return min(ends[-1], len(shadow))


_LONGEST = 12


def _is_act(word: str) -> bool:
    return any(
        "acts" in hit.classes for hit in grammar().find(word) if hit.start == 0 and hit.end == len(word)
    )


def _noun_start(shadow: str, position: int, words: Sequence[Word], base: int) -> int:
    """Give where the noun before a number begins: 民办园53家, 校车47辆."""
    place = next((index for index, word in enumerate(words) if word.end - base == position), -1)
    start, index = position, place
    while index >= 0 and words[index].tag in ("n", "nz", "vn", "b") and words[index].end - base == start:
        if words[index].text in _AREAS or _is_act(words[index].text):
            break
        start = words[index].start - base
        index -= 1
    if position - start < 2 or shadow[:start].endswith(
        "、"
    ):  # 学校、交警、交通三家: those named are counted up
        return position
    return start


_AREAS = ("全市", "全县", "全区", "全省", "全镇", "全乡", "全国", "辖区", "全校", "全集团", "全街道")


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
