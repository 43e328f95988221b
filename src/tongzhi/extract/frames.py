"""Sentences whose form settles the verdict, whatever their words weigh: frames of a paper, slogans and feelings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tongzhi.extract.classify import Reading
from tongzhi.extract.lexicon import read_words
from tongzhi.extract.verdicts import Verdict

_FRAME = re.compile(
    r"[\s　]*(?:(?:[^。；]{0,40}[，,])?(?:现|特)(?:就|将|对|提出|把)[^。；]{0,40}(?:如下|以下.{0,12})|[^。；]{0,24}(?:如下|以下几[点个方面]{1,3}.{0,6})|(?:下面|接下来|最后|这里)?[，,]?我?(?:再|就|讲|说|强调|提).{0,24}(?:[一二两三四五六七八九十几]|几)[点条个项](?:意见|要求|建议|希望|方面|问题)?"
    r"|特此(?:通知|通报|报告|函告).{0,16})[：:。.]?[\s　]*"
)
_APPROVED = re.compile(
    r"(?:会议)?(?:原则上?|一致)?(?:同意|审议通过|通过了?|审定)(?![^。]{0,6}(?:由|请))[^，,；;。：:]{2,40}(?:方案|请示|意见|办法|预案|计划|报告|名单|章程|规划|做法)[。；;]?"
)
"""同意县交通局提出的便道方案 approves, and orders nothing that could be ticked off."""
_ONLY_DUE = re.compile(
    r"[\s　（(—-]*(?:(?:责任|牵头|承办|主办|经办|负责|配合)(?:单位|部门|人|科室)?[：:][^：:。]{1,24}?[\s　，,；;]*)?"
    r"(?:(?:完成|办结|整改|办理|落实|闭环|上报|报送)?(?:时间|时限|期限|日期)|截止(?:时间|日期)?)[：:][^：:。]{1,20}[。；）)\s]*"
)
"""责任人：田工 完成时间：12月10日 says who and by when of the task before it."""
_NO_TASKS = (_FRAME, _ONLY_DUE, _APPROVED)
_SHAPED = re.compile(
    r"(?:(?:要|必须|一定要|坚决|切实|真正|始终|务必|做到|勇于|敢于|善于|我们|大家|同志们|各级|领导干部)?[^\W\x00-\xff]{4})"
)


def settle_by_form(reading: Reading, verdicts: Sequence[Verdict]) -> list[Verdict]:
    """Give the verdicts, with frames (现就有关事项通知如下) as none and bare slogans (要敢抓敢管) as no action."""
    found: list[Verdict] = []
    for line, verdict in zip(reading.lines, verdicts, strict=True):
        shadow = reading.shadow[line.body : line.unit.end]
        if verdict != "none" and any(form.fullmatch(shadow) for form in _NO_TASKS):
            found.append("none")
        elif verdict == "action" and is_slogan(shadow):
            found.append("requirement")
        else:
            found.append(verdict)
    return found


def is_slogan(text: str) -> bool:
    """Tell whether a sentence is nothing but set phrases of an attitude: 要敢抓敢管、真抓实干."""
    pieces = [piece for piece in re.split(r"[，,、；;。！!\s　]+", text) if piece]
    slogans = _slogans()
    return bool(pieces) and all(
        _SHAPED.fullmatch(piece) and any(piece.endswith(word) for word in slogans) for piece in pieces
    )


@cache
def _slogans() -> frozenset[str]:
    return frozenset(read_words("attitudes.txt"))
