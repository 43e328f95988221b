"""What must be gone, or known of, before a paper is issued: tags, redactions, open items, unconfirmed suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, quote, rule
from tongzhi.check.restyle import TINT
from tongzhi.check.sentences import readable, sentence
from tongzhi.model.finding import PRACTICE


@rule("tag", clause="残留", strength="规定", source=PRACTICE)
def tag(paper: Paper) -> Iterator[Remark]:
    """模板标记（{{ }}、{% %}）、邮件合并域名要填好。"""
    for line in readable(paper):
        for found in re.finditer(
            r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}|«[^»]{1,40}»", line.text
        ):
            yield Remark(
                line, f"残留模板标记“{found[0]}”", "填入内容或删去", quote=sentence(line.text, *found.span())
            )


@rule("redaction", clause="残留", strength="一般", source=PRACTICE)
def redaction(paper: Paper) -> Iterator[Remark]:
    """“**”“XX”一类代号，印发前要换成实际内容。"""
    pattern = re.compile(
        r"\*{2,}|＊{2,}|(?<![A-Za-z])[XxＸ]{2,}(?![A-Za-z])|(?<![A-Za-z])X(?=[县市区局长主年月日])"
    )
    for line in readable(paper):
        text = line.text
        for found in pattern.finditer(text):
            yield Remark(line, f"有代号“{found[0]}”", "换成实际内容", quote=sentence(text, *found.span()))
            break


@rule("open-item", clause="待定", strength="待定", source=PRACTICE)
def open_item(paper: Paper) -> Iterator[Remark]:
    """待定、另行通知、待补等未定事项。"""
    for line in readable(paper):
        text = line.text
        for found in re.finditer(r"待定|待补充?(?![一-鿿])|待填|待确认|待核实|另行通知|另行确定", text):
            yield Remark(line, f"未定事项“{found[0]}”", "定下来后改写", quote=sentence(text, *found.span()))


@rule("unconfirmed", clause="待定", strength="待定", source=PRACTICE)
def unconfirmed(paper: Paper) -> Iterator[Remark]:
    """浅黄底色的内容是程序建议的，要有人核定。"""
    for line in readable(paper):
        text = "".join(run.text for run, look in paper.ruler.formats(line) if look.shade == TINT)
        if text.strip():
            yield Remark(
                line,
                f"“{quote(text.strip())}”是建议内容，未经核定",
                "核定后去掉底色",
                quote=quote(line.full_text),
            )


@rule("blank-to-fill", clause="残留", strength="一般", source=PRACTICE)
def blank_to_fill(paper: Paper) -> Iterator[Remark]:
    """正文里留着要填的空（下划线、□、【】）。"""
    for line in paper.body:
        if found := re.search(
            r"_{3,}|【[^】]{0,20}】|\[[^\]]{0,6}(?:填|待|此处)[^\]]{0,12}\]|（此处[^）]{0,20}）", line.text
        ):
            yield Remark(
                line, f"留着要填的“{found[0]}”", "填好或删去", quote=sentence(line.text, *found.span())
            )


@rule("markup", clause="残留", strength="一般", source=PRACTICE)
def markup(paper: Paper) -> Iterator[Remark]:
    """从网页、聊天里带来的标记（#、`、<br>、&nbsp;）要清掉。"""
    pattern = re.compile(
        r"^\s*#{1,6}\s|```|`[^`]+`|</?(?:p|br|b|div|span|strong)\s*/?>|&(?:nbsp|amp|lt|gt|quot);|^\s*[-*]\s(?=[一-鿿])"
    )
    for line in readable(paper):
        if found := pattern.search(line.text):
            yield Remark(
                line, f"残留标记“{found[0].strip()}”", "删去", quote=sentence(line.text, *found.span())
            )
