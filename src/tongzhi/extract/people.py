"""Owners that a text marks by its form: @刘某, 责任人：张某, 赵某：写材料; and pronouns that are told or promise to act."""

from __future__ import annotations

import re
from functools import cache

from tongzhi.extract.lexicon import grammar, read_words

Stretch = tuple[int, int]

_AT = re.compile(
    r"[@＠]\s*(?P<who>[\u4e00-\u9fff·]{2,4}?(?=[^\u4e00-\u9fff·]|$|负责|牵头|跟进|请|将|在|来|去|询问|确认|和|把|写|做)"
    r"|[^\W\x00-\xff]{2,3}|[A-Za-z][A-Za-z0-9_.\-]{1,20})"
)
_LABEL = re.compile(
    r"(?:责任(?:单位|部门|人|领导|科室)|牵头(?:单位|部门|人)|主办(?:单位|科室)|承办(?:单位|人|科室)|落实(?:单位|人)|整改责任(?:单位|人)|配合(?:单位|部门)|协办单位|督办(?:单位|人|领导)|经办人|跟进人|负责人|完成人|(?<=[（(；;，,\s])(?:牵头|配合|主办|协办|承办|督办|责任|包保))\s*[：:]\s*"
)
_LABEL_ENDS = re.compile(
    r"[；;。！!\n\r）)】\]]|(?:完成|整改|办理)?(?:时限|时间|期限)[：:]|[，,]\s*(?=[^\W\x00-\xff]{2,6}[：:])"
    r"|[，,](?![^，,、；;。]{0,12}(?:局|厅|委|办|部|处|科|所|站|队|中心|公司|集团|政府|部门|单位|企业|院|校)[）)、，,；;。\s]?(?:$|[^\u4e00-\u9fff]))"
)
_PIECE = re.compile(r"[^、，,/／\s]+")
_LONGEST_OWNER = 16
_BLANK_OWNER = re.compile(r"[_＿—\-*×\s]*$|待定|无$")
_SPEAKER = re.compile(r"[\u4e00-\u9fff·]{2,4}(?=\s*[：:])")

_BEFORE = (
    r"(?:^|(?<=[，。；、：:！？!?,;\s—]))\s*(?:(?:那么?|所以|然后|接下[来去]|之后|后续|后面|另外|但是?|不过|因此|届时|会后|散会后?|回头|到时候?|现在|剩下的?|这个|这件事情?|这些|这边|这样|好的?|行|对|嗯|可以|同时|最后|当然|其实"
    r"|而且|并且|还是|还有|也就是|如果可以的话|今[天晚]|明[天早晚]|后天|上午|下午|晚上)[，,、 ]?){0,4}"
)
_DOES = (
    r"[ ，,]?(?:会(?!议|上|场|后|前)|来(?!说|讲|看待|的)|去|也|就|再|先|可以|把|将|给|现在|回去|今[天晚]|明[天早晚]|后天|[本下这]个?(?:周|月|礼拜|星期)|这两天|负责|亲自|自己|都|找(?!过)|让|帮|尽[量快]|马上|立即|继续|分头|轮流|一起|两家|三家"
    r"|[0-9一二三四五六七八九十两]+(?:月|日|号|点|天内|天之内)|(?:年|月|周|节|晚上|下班)[底前]?前)"
)
_WE = re.compile(rf"{_BEFORE}(?P<who>我们|咱们|我本人|我|俺|咱){_DOES}")
_YOU = re.compile(
    rf"{_BEFORE}(?P<who>你们|大家|各位|您|你|恁)(?:{_DOES}|[ ，,]?要(?!是|不是|知道|看到|明白|晓得)|务必|必须|得(?!了))"
)
_ONLY_SAYS = re.compile(
    r"[也就再先都还来去会]{0,2}(?:简单|重点|主要|着重|最后)?(?:看到|看了|看过|想|觉得|认为|以为|建议|希望|同意|说|讲|谈|强调|知道|晓得|听|问一?问|记得|估计|发现|感谢|感到|相信|担心|理解|不|没|去过|去看了|补充|回应|报告|解释|介绍|提醒|点评|就讲|在这里|看|是|有|能|算)"
)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(read_words("surnames.txt"))


def find_marked(text: str, *, listed: bool) -> list[Stretch]:
    """Give the owners that stand behind @ or a label such as 责任人：, or, in a list, before a colon.

    Args:
        text: the unit.
        listed: whether it is an item of a list, where a name before a colon is who has the item.
    """
    found = [match.span("who") for match in _AT.finditer(text)]
    for match in _LABEL.finditer(text):
        found += _after_label(text, match.end())
    if listed and not found:
        speaker = _SPEAKER.match(text)
        if speaker and _is_name(speaker.group()) and _orders(text[speaker.end() :]):
            found.append(speaker.span())
    return sorted(set(found))


def _after_label(text: str, start: int) -> list[Stretch]:
    stop = _LABEL_ENDS.search(text, start)
    end = stop.start() if stop else len(text)
    pieces = [match.span() for match in _PIECE.finditer(text, start, end)]
    if not pieces or pieces[0][0] != start:
        return []
    if any(last - first > _LONGEST_OWNER for first, last in pieces):
        return []
    return [(first, last) for first, last in pieces if not _BLANK_OWNER.match(text[first:last])]


def _is_name(words: str) -> bool:
    return (
        (words[0] in _surnames() and len(words) <= _NAME) or words[:2] in _surnames() or words.endswith("某")
    )


_NAME = 3


def _orders(words: str) -> bool:
    """Tell whether an act stands at the head of the words."""
    hit = next(iter(grammar().find(words.lstrip("：: 　")[:10])), None)
    return hit is not None and hit.start <= _NAME and bool(hit.classes & {"acts", "lights", "duties", "must"})


def trails(text: str) -> bool:
    """Tell whether a unit only says who has what stands before it: （责任人：张某）, 责任单位：市应急局."""
    label = _LABEL.match(text.lstrip("（(【[ \t　-*·"))
    return label is not None


def find_pronouns(text: str) -> list[Stretch]:
    """Give the pronouns that are told to act (你们周五前报来) or promise to (我们会再确认), one of a kind."""
    found: list[Stretch] = []
    for pattern in (_WE, _YOU):
        for match in pattern.finditer(text):
            if not _ONLY_SAYS.match(text, match.end("who")):
                found.append(match.span("who"))
                break
    return sorted(found)
