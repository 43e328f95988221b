"""What stands around a unit, and the marks of lists: labels (决议：), headings of lists (待办), boxes, @names, answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tongzhi.extract.features import Features
from tongzhi.extract.outline import OutlineLine

_TO_DO = re.compile(
    r"遗留|待办|待定事项|行动项|任务|计划|安排|决议|决定|结论|议定|裁示|下一步|下周|下月|本周|后续|改进|分工|整改|要求|布置|action|todo",
    re.IGNORECASE,
)
_DONE = re.compile(r"完成|进展|进度|回顾|上周|上月|上次|上期|执行情形|执行情况|落实情况")
_TOLD = re.compile(
    r"总结|问题|困难|参会|出席|列席|请假|缺席|时间|地点|日期|背景|介绍|讨论|说明|报告|汇报|议题|案由|主持|记录|现况|现状|概况|附件|提案|意见|人员|名单|资料|要点|分享|问答|原因|情况|同步|链接|主席|概要"
)
_LABEL = re.compile(r"[\s　*#>·●○■◆•\-—]*(?P<words>[^：:，,。；;！？!?@]{1,10})[：:]")
_BARE = re.compile(r"^[\s　*#>·●○■◆•\-—【\[（(\d.、一二三四五六七八九十壹贰叁肆伍陆]+|[】\]）)：:\s　*]+$")
_LONGEST_HEADING = 12
_REACH = 14
"""Units that a heading of a list still covers where nothing else begins."""
_LISTED = re.compile(r"[\s　]*(?:[*·●○■◆•\-—]|\d+[.)、）]|[（(]\d+[)）])")
_MARKS = (
    ("box", re.compile(r"\[[ xX√]\]|☐|☑|□|🔲")),
    ("struck", re.compile(r"~~")),
    ("named", re.compile(r"[@＠][^\s@]{1,12}")),
    ("clock", re.compile(r"⏰|(?:20)?\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s*(?:\d{1,2}:\d\d)?~*$")),
    ("owner-label", re.compile(r"责任人|负责人|主责|承办|经办|owner|[—-]\s*[^\s，。]{2,4}$", re.IGNORECASE)),
    ("due-label", re.compile(r"完成时间|完成日期|截止|期限|时限|deadline|due", re.IGNORECASE)),
    ("agreed", re.compile(r"同意|通过|赞成|批准|采纳|决定")),
    ("votes", re.compile(r"\d+票|表决|反对|弃权|附议|无异议|照案")),
    ("link", re.compile(r"https?:|www[.]")),
    ("pipe", re.compile(r"[|｜]")),
)
_YES = re.compile(r"(?:好|行|可以|成|没问题|没有问题|嗯|收到|明白|同意|对|是|ok|没错|了解)", re.IGNORECASE)
_ASKS = re.compile(r"[？?]|吗|能不能|能否|可不可以|可否|是不是")


def surrounding_signs(lines: Sequence[OutlineLine], shadow: str) -> list[Features]:
    """Give the signs of each unit that do not come from its own sentence; `shadow` is the text in Simplified script."""
    words = [shadow[line.body : line.unit.end].strip() for line in lines]
    found = []
    above, kind, since = "", "", 0
    for index, line in enumerate(lines):
        text = words[index]
        row: Features = {}
        for name, pattern in _MARKS:
            if pattern.search(text):
                row[f"m:{name}"] = 1.0
        listed = _LISTED.match(shadow, line.unit.start, line.unit.end) is not None
        if listed:
            row["m:listed"] = 1.0
        heading = _heading(line, text)
        if heading:
            above, kind, since = heading, _kind(heading), 0
        label = _LABEL.match(text)
        if label and not heading:
            own = label["words"].strip()
            row[f"l:{_kind(own) or 'other'}"] = 1.0
            row[f"l:={own[:4]}"] = 1.0
        elif above and not heading and since <= _REACH:
            row[f"u:{kind or 'other'}"] = 1.0
            row[f"u:={above[-4:]}"] = 1.0
            if listed:
                row[f"u:{kind or 'other'}+listed"] = 1.0
        since += 1
        if _YES.match(text):
            row["d:yes"] = 1.0
            if index and _ASKS.search(words[index - 1]):
                row["d:yes-asked"] = 1.0
        if index + 1 < len(lines) and _YES.match(words[index + 1]):
            row["d:answered"] = 1.0
            if _ASKS.search(text):
                row["d:asks-answered"] = 1.0
        if line.speaker:
            row["d:spoken"] = 1.0
        found.append(row)
    return found


def _kind(words: str) -> str:
    if _DONE.search(words):
        return "told"
    if _TO_DO.search(words):
        return "to-do"
    return "told" if _TOLD.search(words) else ""


def _heading(line: OutlineLine, text: str) -> str:
    """Give the words of a short line that says what the lines under it are; empty for any other unit."""
    if (
        not line.unit.opens_line
        or len(text) > _LONGEST_HEADING + 8
        or text.endswith(("。", "；", "！", "？"))
    ):
        return ""
    bare = _BARE.sub("", text)
    if not 0 < len(bare) <= _LONGEST_HEADING or any(mark in bare for mark in "，,@"):
        return ""
    return bare if text.endswith(("：", ":")) or _kind(bare) else ""
