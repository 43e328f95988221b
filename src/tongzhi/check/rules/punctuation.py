"""Marks (GB/T 15834-2011). All warn: the standard is a recommended one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tongzhi.anatomy.paper import Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.sentences import corrected, quoted, sentence
from tongzhi.model.finding import PUNCTUATION
from tongzhi.word.blocks import Paragraph
from tongzhi.zh.prose import is_prose
from tongzhi.zh.punctuation import find_repairs

_HAN = "一-鿿"


@rule("marks", clause="4—5", strength="一般", source=PUNCTUATION)
def marks(paper: Paper) -> Iterator[Remark]:
    """汉字之间的标点用全角，引号括号成对，省略号六点，破折号占两字，标点不叠用。"""
    for line in paper.running:
        text = line.text
        for repair in find_repairs(text):
            if repair.clause == "附录 B.3":
                continue  # said by number-mark with the level's own rule
            if any(
                run.field in ("math", "HYPERLINK") for run in line.runs if run.start <= repair.start < run.end
            ):
                continue
            found = (
                f"“{repair.found.strip() or repair.found}”应为“{repair.instead}”"
                if repair.instead
                else f"“{repair.found}”多余"
            )
            yield Remark(
                line, found, corrected(text, repair.start, repair.end, repair.instead),
                quote=sentence(text, repair.start, repair.end), clause=repair.clause,
            )  # fmt: skip


@rule("pairs", clause="4.8—4.9、4.15", strength="一般", source=PUNCTUATION)
def pairs(paper: Paper) -> Iterator[Remark]:
    """引号、括号、书名号成对使用。"""
    for line in paper.running:
        if not is_prose(line.text) or line.equation:
            continue
        text = _ITEM_BRACKET.sub("", line.text).replace("(", "（").replace(")", "）")
        for opening, closing in ("“”", "《》", "（）"):
            opened, closed = text.count(opening), text.count(closing)
            if opening == "《" and not opened and (closed > 1 or _MENU.search(text)):
                continue  # 》 as an arrow: 张三》李四》王五
            if opened != closed and not (opening == "“" and _runs_on(paper, line, opened - closed)):
                mark = closing if opened > closed else opening
                at = text.rfind(opening) if opened > closed else text.find(closing)
                yield Remark(line, f"“{opening}”与“{closing}”不成对，缺“{mark}”", f"补上“{mark}”",
                             quote=sentence(text, at, at + 1))  # fmt: skip


_ITEM_BRACKET = re.compile(
    r"(?<![（(\w.])(?<!\d[:：])(?:\d{1,3}|[A-Za-z]|[一二三四五六七八九十]{1,3}|[ivxIVX]{1,4})[）)]"
)
"""The bracket of an item's number, which has no other half: 1） b） 三）."""
_MENU = re.compile(r"点击|菜单|选择|打开|进入|依次|右键|流转")


def _runs_on(paper: Paper, line: Paragraph, missing: int) -> bool:
    """Whether a quotation runs over paragraphs: each opens it anew, and only the last closes it."""
    if abs(missing) != 1:
        return False
    lines = [other for other in paper.document.paragraphs if other.stripped]
    at = next((index for index, other in enumerate(lines) if other is line), None)
    if at is None:
        return "“" in line.text[:3]
    near = lines[at + 1 : at + 12] if missing > 0 else lines[max(0, at - 11) : at][::-1]
    for other in near:
        balance = other.text.count("“") - other.text.count("”")
        reopened = missing > 0 and other.stripped.startswith("“")
        if balance == -missing or (reopened and balance <= 0):
            return True
        if balance:
            return False
    return "“" in line.text[:3]


@rule("nested-book-marks", clause="4.15.3.5", strength="一般", source=PUNCTUATION)
def nested_book_marks(paper: Paper) -> Iterator[Remark]:
    """书名号里还要用书名号时，里面用单书名号〈〉。"""
    for line in paper.running:
        for found in re.finditer(r"《[^《》]*《([^《》]*)》[^《》]*》", line.text):
            right = found[0][0] + found[0][1:-1].replace("《", "〈").replace("》", "〉") + "》"
            instead = corrected(line.text, found.start(), found.end(), right)
            yield Remark(line, "书名号里又用了双书名号", instead, quote=sentence(line.text, *found.span()))


@rule("ranges", clause="4.13", strength="一般", source=PUNCTUATION)
def ranges(paper: Paper) -> Iterator[Remark]:
    """时间、地域的起止用一字线“—”，数值范围用“～”或“—”，不用短横、半角波纹和破折号。"""
    time = re.compile(
        r"(?<![\d-])((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[:：]\d{2}|\d{1,2}日)\s*(-|－|–|~|～|——)\s*((?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?|\d{1,2}[:：]\d{2}|\d{1,2}日)(?![\d-])"
    )
    count = re.compile(
        rf"(?<![\d\-A-Za-z.（(])(\d+(?:\.\d+)?[%％万亿]?)\s*(-|－|–|~|——)\s*(\d+(?:\.\d+)?[%％]?)(?=[{_HAN}%％])"
    )
    for line in paper.running:
        text = line.text
        if not is_prose(text):
            continue
        taken: list[tuple[int, int]] = []
        for pattern, mark in ((time, "—"), (count, "—")):
            for found in pattern.finditer(text):
                if any(a < found.end() and found.start() < b for a, b in taken) or _is_code(text, found):
                    continue
                if pattern is time and found[2] == "～":
                    continue  # the wave is right for numbers and not forbidden for times of day
                taken.append(found.span())
                right = f"{found[1]}{mark}{found[3]}"
                instead = corrected(text, found.start(), found.end(), right)
                yield Remark(
                    line,
                    f"“{found[0]}”的起止号写成“{found[2]}”",
                    instead,
                    quote=sentence(text, *found.span()),
                )


def _is_code(text: str, found: re.Match[str]) -> bool:
    """Telephone numbers, standards and codes are no ranges."""
    before, after = text[max(0, found.start() - 12) : found.start()], text[found.end() : found.end() + 2]
    return bool(
        re.search(
            r"电话|传真|热线|手机|号码|编号|GB|DB|AQ|T\s*$|[A-Za-z]\s*$|邮编|(?:[图表式例题]|附[图表件]|图表|公式|型号|规格|批次|学号|[A-Za-z]\d*)\s*$",
            before,
        )
    ) or after[:1] in ("-", "号", ".", "．", "/")


@rule("etc-and-dots", clause="4.11", strength="一般", source=PUNCTUATION)
def etc_and_dots(paper: Paper) -> Iterator[Remark]:
    """“等”“等等”与省略号不并用。"""
    for line in paper.running:
        for found in re.finditer(r"等等?…+|…+等(?![一-鿿]*(?:级|候|待|于|同))", line.text):
            right = re.sub("…", "", found[0])
            instead = corrected(line.text, found.start(), found.end(), right)
            yield Remark(
                line, f"“{found[0]}”里“等”与省略号并用", instead, quote=sentence(line.text, *found.span())
            )


@rule("ordinal-marks", clause="附录 B.3", strength="一般", source=PUNCTUATION)
def ordinal_marks(paper: Paper) -> Iterator[Remark]:
    """“第一”“首先”后用逗号；“一是”后不加标点。"""
    for line in paper.running:
        text = line.text
        for found in re.finditer(
            r"(?:^|(?<=[。；：]))\s*((?:第[一二三四五六七八九十]|首先|其次|再次|最后)([、：:.])(?=[一-鿿]))",
            text,
        ):
            right = found[1][: -len(found[2])] + "，"
            instead = corrected(text, found.start(1), found.end(1), right)
            yield Remark(line, f"“{found[1]}”用了“{found[2]}”", instead, quote=sentence(text, *found.span(1)))
        for found in re.finditer(r"(?:^|(?<=[。；：，]))\s*([一二三四五六七八九十]是([，、：,:]))", text):
            right = found[1][:-1]
            instead = corrected(text, found.start(1), found.end(1), right)
            yield Remark(
                line, f"“{found[1]}”里多了“{found[2]}”", instead, quote=sentence(text, *found.span(1))
            )


@rule("cited-number", clause="7.2.5", strength="一般", source="GB/T 9704-2012")
def cited_number(paper: Paper) -> Iterator[Remark]:
    """引用公文先引标题，后引发文字号：《×××》（×发〔2026〕3号）；字号不加“第”、不补零。"""
    pattern = re.compile(rf"([{_HAN}]{{1,8}}[〔\[【（(](?:19|20)\d{{2}}[〕\]】）)])(第?)(0*)(\d{{1,4}})号")
    for line in paper.running:
        text = line.text
        for found in pattern.finditer(text):
            if found[2] or found[3]:
                head = re.sub(r"[\[【（(](\d{4})[\]】）)]", r"〔\1〕", found[1])
                instead = corrected(text, found.start(), found.end(), f"{head}{found[4]}号")
                yield Remark(
                    line,
                    f"发文字号“{found[0]}”加了“第”或补了零",
                    instead,
                    quote=sentence(text, *found.span()),
                )
        for found in re.finditer(r"[（(]([^（）()《》]{1,10}〔\d{4}〕\d+号)[）)]\s*(《[^》]+》)", text):
            if not quoted(text, found.start()):
                instead = corrected(text, found.start(), found.end(), f"{found[2]}（{found[1]}）")
                yield Remark(line, "引用公文把字号放在标题前", instead, quote=sentence(text, *found.span()),
                             strength="实务")  # fmt: skip
