"""Letters, telegrams and minutes (10.1, 10.3)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tongzhi.anatomy import patterns
from tongzhi.anatomy.measure import has_chinese, same_face
from tongzhi.anatomy.paper import LETTER, MINUTES, Paper
from tongzhi.check import footers
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler


@rule("letter-number", clause="10.1", strength="规定")
def letter_number(paper: Paper) -> Iterator[Remark]:
    """信函格式的发文字号顶格居版心右边缘。"""
    line = paper.doc_no
    if paper.kind != LETTER or line is None or not line.in_body or "\t" in line.text:
        return
    if paper.ruler.alignment(line) != "right":
        restyler = Restyler(paper)
        yield Remark(line, "信函的发文字号没有居右", "第一条红色双线下，顶格居版心右边缘",
                     partial(restyler.placed, line, align="right"))  # fmt: skip


@rule("letter-first-page", clause="10.1", strength="规定")
def letter_first_page(paper: Paper) -> Iterator[Remark]:
    """信函格式首页不显示页码。"""
    if paper.kind != LETTER or not footers.has_numbers(paper):
        return
    section = paper.document.sections[0]
    first = [story for story in paper.document.footers(section) if story.kind == "first"]
    if not section.title_page or any(footers.is_number(line) for story in first for line in story.paragraphs):
        yield Remark(None, "信函首页显示页码", "设“首页不同”，首页页脚不放页码", element="页码")


@rule("letter-imprint", clause="10.1", strength="规定")
def letter_imprint(paper: Paper) -> Iterator[Remark]:
    """信函格式的版记只有抄送机关，不加印发机关和印发日期。"""
    if paper.kind == LETTER and paper.printed is not None:
        yield Remark(paper.printed, "信函的版记里有印发机关和印发日期", "只留抄送机关，不加分隔线")


@rule("minutes-attendance", clause="10.3", strength="可以")
def minutes_attendance(paper: Paper) -> Iterator[Remark]:
    """纪要的“出席”“请假”“列席”用 3 号黑体，后标全角冒号，人名用仿宋体。"""
    if paper.kind != MINUTES:
        return
    for line in paper.attendance:
        match = patterns.ATTENDANCE.match(line.stripped)
        if match is None or match["label"].replace(" ", "") not in ("出席", "请假", "列席"):
            continue
        if match["colon"] == ":":
            yield Remark(line, f"“{match['label']}”后是半角冒号", f"{match['label']}：")
        lead = len(line.text) - len(line.text.lstrip())
        for run, look in paper.ruler.formats(line, lead, lead + match.end("label")):
            if has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.heading1):
                yield Remark(line, f"“{match['label']}”是{look.asian}", "黑体")
                break


@rule("minutes-no-addressee", clause="10.3", strength="可以")
def minutes_no_addressee(paper: Paper) -> Iterator[Remark]:
    """纪要不写主送机关，用分送、抄送。"""
    if paper.kind == MINUTES and paper.recipients is not None:
        yield Remark(paper.recipients, "纪要写了主送机关", "改在版记写“分送”或“抄送”")
