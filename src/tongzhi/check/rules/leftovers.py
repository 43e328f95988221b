"""What must be gone, or known of, before a paper is issued: tags, redactions, open items, unconfirmed suggestions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, quote, rule
from tongzhi.check.restyle import TINT
from tongzhi.check.sentences import sentence
from tongzhi.model.finding import PRACTICE
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.prose import is_prose


@rule("tag", clause="残留", strength="规定", source=PRACTICE)
def tag(paper: Paper) -> Iterator[Remark]:
    """模板标记（{{ }}、{% %}）、邮件合并域名要填好。"""
    for line in paper.shown:
        for found in re.finditer(
            r"\{\{(?!\s*\d).*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{(?!\s*\d)|(?<![\d}])\}\}|\{%|%\}|«[^»]{1,40}»",
            line.text,
        ):
            if found[0][0] == "«" and not _is_merge_field(paper, line, found):
                continue
            if found[0] in ("{{", "}}", "{%", "%}") and not is_prose(line.text):
                continue  # program code and formulas
            yield Remark(
                line, f"残留模板标记“{found[0]}”", "填入内容或删去", quote=sentence(line.text, *found.span())
            )


def _is_merge_field(paper: Paper, line: Paragraph, found: re.Match[str]) -> bool:
    """Whether «…» stands for a mail-merge field: it is one, or a paper with several such Chinese names."""
    for run in line.runs:
        if run.field == "MERGEFIELD" and run.start < found.end() and found.start() < run.end:
            return True
    names = {name for each in paper.everything for name in re.findall(r"«([一-鿿_]{1,12})»", each.text)}
    return len(names) >= 2 and found[0][1:-1] in names


@rule("redaction", clause="残留", strength="一般", source=PRACTICE)
def redaction(paper: Paper) -> Iterator[Remark]:
    """“**”“XX”一类代号，印发前要换成实际内容。"""
    pattern = re.compile(
        r"(?<![A-Za-z0-9)）])\*{2,}(?![A-Za-z0-9(（])|＊{2,}|(?<![A-Za-z0-9])[XxＸ]{2,}(?![A-Za-z0-9.])|(?<![A-Za-z0-9])X(?=[县市区局长主年月日])"
    )
    for line in paper.shown:
        text = line.text
        for found in pattern.finditer(text):
            yield Remark(line, f"有代号“{found[0]}”", "换成实际内容", quote=sentence(text, *found.span()))
            break


@rule("open-item", clause="待定", strength="待定", source=PRACTICE)
def open_item(paper: Paper) -> Iterator[Remark]:
    """待定、另行通知、待补等未定事项。"""
    for line in paper.shown:
        text = line.text
        for found in re.finditer(
            r"(?<![对看等招款])待定(?![点位性额])|待补充?(?![一-鿿])|待填|待确认|待核实|另行通知|另行确定",
            text,
        ):
            yield Remark(line, f"未定事项“{found[0]}”", "定下来后改写", quote=sentence(text, *found.span()))


@rule("unconfirmed", clause="待定", strength="待定", source=PRACTICE)
def unconfirmed(paper: Paper) -> Iterator[Remark]:
    """浅黄底色的内容是程序建议的，要有人核定。"""
    for line in paper.shown:
        text = "".join(run.text for run, look in paper.ruler.formats(line) if look.shade == TINT)
        if text.strip():
            yield Remark(
                line,
                f"“{quote(text.strip())}”是建议内容，未经核定",
                "核定后去掉底色",
                quote=quote(line.full_text),
            )


@rule("blank-to-fill", clause="残留", strength="一般", source=PRACTICE, scope="文稿")
def blank_to_fill(paper: Paper) -> Iterator[Remark]:
    """正文里留着要填的空（下划线、□、【】）。"""
    for line in paper.body:
        if found := re.search(
            r"_{3,}|【(?:[\s　_×xX]*|[^】]{0,12}(?:填写|待填|待补|待定|此处|××|XX)[^】]{0,12})】|\[[^\]]{0,6}(?:填|待|此处)[^\]]{0,12}\]|（此处[^）]{0,20}）",
            line.text,
        ):
            yield Remark(
                line, f"留着要填的“{found[0]}”", "填好或删去", quote=sentence(line.text, *found.span())
            )


_NOTE = re.compile(r"[*#\-]\s*(?:注|说明|备注|表示|为必填|必填|标\s*[*#])")


def _starts(paper: Paper, mark: str) -> int:
    return sum(bool(re.match(rf"\s*{re.escape(mark)}\s", line.text)) for line in paper.shown)


@rule("markup", clause="残留", strength="一般", source=PRACTICE)
def markup(paper: Paper) -> Iterator[Remark]:
    """从网页、聊天里带来的标记（#、`、<br>、&nbsp;）要清掉。"""
    if paper.nature.kind in ("手册", "论文", "外文"):
        return  # which speak of such marks
    listed = {mark for mark in "#*-" if _starts(paper, mark) > 1}
    pattern = re.compile(
        r"^\s*#{1,6}\s|```|`[^`]+`|</?(?:p|br|b|div|span|strong)\s*/?>|&(?:nbsp|amp|lt|gt|quot);|^\s*[-*]\s(?=[一-鿿])"
    )
    for line in paper.shown:
        if found := pattern.search(line.text):
            mark = found[0].strip()
            if mark in ("#", "*", "-") and (mark not in listed or _NOTE.match(line.stripped)):
                continue  # a lone mark before a line is a note (* 注), not a list of Markdown
            yield Remark(line, f"残留标记“{mark}”", "删去", quote=sentence(line.text, *found.span()))
