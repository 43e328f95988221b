"""版记 (7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from tongzhi.anatomy import patterns
from tongzhi.anatomy.measure import has_chinese, same_face, width
from tongzhi.anatomy.paper import LETTER, MINUTES, Paper
from tongzhi.anatomy.recognition import read_day
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler
from tongzhi.word import edit
from tongzhi.word.blocks import Paragraph, count_columns, has_rules, table_style
from tongzhi.word.markup import Element


@rule("imprint-face", clause="7.4.2", strength="一般")
def imprint_face(paper: Paper) -> Iterator[Remark]:
    """版记各要素用 4 号仿宋体。"""
    size = paper.standard.imprint.size.pt
    for line in paper.imprint:
        for run, look in paper.ruler.formats(line):
            wrong = has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.body)
            if wrong or abs(look.size - size) > 0.1:
                found = f"版记是{look.asian} {look.size:g} 磅"
                yield Remark(line, found, f"仿宋 {size:g} 磅（四号）", partial(_set_face, paper, line))
                break


def _set_face(paper: Paper, line: Paragraph) -> None:
    Restyler(paper).imprint_face(line)


@rule("imprint-rules", clause="7.4.1", strength="规定")
def imprint_rules(paper: Paper) -> Iterator[Remark]:
    """版记中的分隔线与版心等宽，首条在第一个要素之上，末条与最后一面的版心下边缘重合。"""
    if not paper.imprint or paper.kind in (LETTER, MINUTES) or _has_rules(paper):
        return
    yield Remark(paper.imprint[0], "版记没有分隔线", "首条、末条 0.35 毫米，中间 0.25 毫米，与版心等宽",
                 partial(_draw_rules, paper))  # fmt: skip


def _has_rules(paper: Paper) -> bool:
    """Whether any rule, of whatever making, is drawn about the 版记."""
    tables = {id(line.table): line.table for line in paper.imprint if line.table is not None}
    for table in tables.values():
        if table is not None and (_is_bordered(paper, table)):
            return True
    numbers = {line.index for line in paper.imprint}
    near = range(min(numbers) - 2, max(numbers) + 3)
    return any(
        line.index in near
        and (
            line.pictures or any(name.startswith("border.") for name in line.properties) or "__" in line.text
        )
        for line in [*paper.document.paragraphs, *paper.imprint]
    )


def _is_bordered(paper: Paper, table: Element) -> bool:
    if has_rules(table):
        return True
    style = table_style(table)
    return style is not None and paper.document.styles.name(style).lower() not in (
        "normal table",
        "table normal",
        "",
    )


def _draw_rules(paper: Paper) -> None:
    imprint = paper.standard.imprint
    table = paper.imprint[0].table
    if table is not None:
        edit.set_cell_rules(table, outer=imprint.outer_eighths, inner=imprint.inner_eighths)
        paper.document.touched.add(paper.document.main)
    else:
        _move_to_foot(paper)


@rule("imprint-foot", clause="7.4.1", strength="规定", quiet=True)
def imprint_foot(paper: Paper) -> Iterator[Remark]:
    """排版时把版记移到最后一面版心下边缘。"""
    if paper.imprint and paper.kind not in (LETTER, MINUTES) and _may_move(paper):
        yield Remark(paper.imprint[0], "版记随文排列", "最后一面版心下边缘", partial(_move_to_foot, paper))


def _may_move(paper: Paper) -> bool:
    """Whether the 版记 is plain paragraphs at the very end, not placed by hand with many empty lines or a frame."""
    lines = paper.imprint
    paragraphs = paper.document.paragraphs
    if any(not line.in_body or "frame" in line.properties or line.pictures for line in lines):
        return False
    last = lines[-1].index
    if (
        any(not line.is_blank for line in paragraphs[last:])
        or lines[0].element.getparent() is not paper.document.body
    ):
        return False
    between = paragraphs[lines[0].index - 1 : last]
    blanks = len(list(takewhile(lambda line: line.is_blank, reversed(paragraphs[: lines[0].index - 1]))))
    plain = all(any(line is other for other in lines) or line.is_blank for line in between)
    return plain and blanks <= MAX_BLANKS and not paper.ruler.section(lines[0]).landscape


MAX_BLANKS = 4
"""More empty lines before a 版记 than this mean that it was brought to the foot by hand."""


def _move_to_foot(paper: Paper) -> None:
    if not _may_move(paper) or paper.imprint[0].element.getparent() is None:
        return
    restyler = Restyler(paper)
    standard = paper.standard
    rows: list[list[Paragraph]] = []
    for line in paper.imprint:
        starts = patterns.CC.match(line.stripped) or patterns.PRINTED.fullmatch(line.stripped)
        moved = bool(rows) and re.match(r"主\s*送", rows[-1][0].stripped)  # a moved 主送 has no rule under it
        if rows and (not starts or moved):
            rows[-1].append(line)
        else:
            rows.append([line])
        if line is paper.printed:
            restyler.imprint(line, left=1)
            edit.set_right_tab(
                edit.paragraph_properties(line.element),
                int(standard.page.area_width) - int(standard.imprint.size),
            )
        else:
            restyler.imprint(
                line, left=4 if patterns.CC.match(line.stripped) else 1, hanging=3 if starts else 0
            )
        edit.set_line(edit.paragraph_properties(line.element), int(standard.imprint.pitch))
    first = paper.imprint[0].element
    spot = first.getprevious()
    body = paper.document.body
    table = edit.foot_table(
        [[line.element for line in row] for row in rows],
        left=int(standard.page.left),
        width=int(standard.page.area_width),
        outer=standard.imprint.outer_eighths,
        inner=standard.imprint.inner_eighths,
    )
    place = 0 if spot is None else body.index(spot) + 1
    for line in paper.document.paragraphs[paper.imprint[0].index - 1 :]:
        if line.is_blank and line.element.getparent() is body and not edit.holds_section(line.element):
            body.remove(line.element)
    body.insert(place, table)
    table.addnext(edit.tiny_paragraph())
    paper.document.touched.add(paper.document.main)


@rule("copies-form", clause="7.4.2", strength="规定")
def copies_form(paper: Paper) -> Iterator[Remark]:
    """“抄送”后标全角冒号，最后一个抄送机关名称后标句号。"""
    line = paper.cc
    if line is None:
        return
    match = patterns.CC.fullmatch(line.stripped)
    assert match is not None
    last = [other for other in paper.imprint if other is not paper.printed and other.index >= line.index][-1]
    if match["colon"] == ":":
        yield Remark(line, f"“{match['label']}”后是半角冒号", f"{match['label']}：{match['names']}")
    ends = last.stripped if last.table is line.table and _continues(paper, line, last) else line.stripped
    if not ends.endswith("。") and match["names"].strip():
        yield Remark(line, "抄送机关末尾没有句号", ends.rstrip("；;，,、.") + "。")


def _continues(paper: Paper, line: Paragraph, last: Paragraph) -> bool:
    """Whether the lines after 抄送 up to `last` belong to it (names wrapped by hand)."""
    between = paper.imprint[paper.imprint.index(line) + 1 : paper.imprint.index(last) + 1]
    return all(
        not patterns.CC.match(other.stripped) and not patterns.PRINTED.fullmatch(other.stripped)
        for other in between
    )


@rule("copies-indent", clause="7.4.2", strength="规定")
def copies_indent(paper: Paper) -> Iterator[Remark]:
    """抄送机关左右各空一字，回行与冒号后的首字对齐。"""
    line = paper.cc
    if line is None or paper.ruler.alignment(line) in ("center", "right"):
        return
    start = paper.ruler.start(line)
    if start is not None and not 0.5 <= start <= 1.6 and not _padded(line):
        repair = partial(Restyler(paper).imprint, line, left=4, hanging=3)
        yield Remark(line, f"抄送机关左空 {start:.1f} 字", "左空一字", repair)


def _padded(line: Paragraph) -> bool:
    """A cell's own margin may stand for the blank: cannot tell."""
    return line.table is not None


@rule("printing-date", clause="7.4.3", strength="规定")
def printing_date(paper: Paper) -> Iterator[Remark]:
    """印发日期用阿拉伯数字，年份标全称，月、日不编虚位，后加“印发”二字。"""
    line = paper.printed
    if line is None or paper.kind in (MINUTES, LETTER):
        return
    match = patterns.PRINTED.fullmatch(line.stripped)
    assert match is not None
    day = read_day(match["date"])
    if day is not None:
        right = f"{day.year}年{day.month}月{day.day}日"
        if patterns.plain(match["date"]) != right:
            yield Remark(line, f"印发日期写成“{match['date']}”", f"{right}印发")
    if re.sub(r"\s", "", match["end"] or "") != "印发":
        shown = f"{match['date']}{match['end'] or ''}"
        yield Remark(line, f"印发日期后不是“印发”：“{shown}”", f"{match['date']}印发")


@rule("printing-place", clause="7.4.3", strength="规定")
def printing_place(paper: Paper) -> Iterator[Remark]:
    """印发机关左空一字，印发日期右空一字。"""
    line = paper.printed
    if line is None or paper.kind in (MINUTES, LETTER) or "\t" in line.text or "\n" in line.text:
        return
    match = re.search(r"\S([ \u3000\u00a0]+)(?=\d{2,4}\s*年)", line.text)
    if (
        match is None
        or paper.ruler.alignment(line) not in ("left", "both")
        or (line.table is not None and _columns(line) > 1)
        or line.properties.get("jc") == "distribute"  # drawn out to both ends already
    ):
        return
    blank = _right_blank(paper, line)
    if blank > 4:
        repair = partial(_spread, paper, line, match.span(1))
        yield Remark(line, f"印发日期右空约 {blank:.0f} 字", "右空一字", repair)


def _columns(line: Paragraph) -> int:
    assert line.table is not None
    return count_columns(line.table)


def _right_blank(paper: Paper, line: Paragraph) -> float:
    """Give the blank at the right of a line in its own characters, space between characters counted."""
    ruler = paper.ruler
    size = ruler.size(line)
    taken = ruler.indent(line, "left") + ruler.indent(line, "first") + width(line.text)
    taken += sum(look.spacing * len(run.text) for run, look in ruler.all_formats(line)) / (size * 20)
    return float(paper.standard.page.area_width) / (size * 20) - taken


def _spread(paper: Paper, line: Paragraph, gap: tuple[int, int]) -> None:
    """Widen the blanks between organ and date until the date stands one character from the right."""
    restyler = Restyler(paper)
    # room beyond the edge: digits of a stand-in face must not push 印发 onto a second line
    restyler.imprint(line, left=1, right=-3)
    restyler.tighten(line)
    size = int(paper.standard.imprint.size)
    free = float(paper.standard.page.area_width) / size - 1 - width(line.text) - 1
    restyler.widen(line, gap, round(free * size / (gap[1] - gap[0])))


@rule("printing-order", clause="7.4.3", strength="推算")
def printing_order(paper: Paper) -> Iterator[Remark]:
    """印发日期不早于成文日期。"""
    if paper.printed is None or paper.day is None:
        return
    match = patterns.PRINTED.fullmatch(paper.printed.stripped)
    day = read_day(match["date"]) if match else None
    if day is not None and day < paper.day:
        yield Remark(
            paper.printed, f"印发日期 {day.year}年{day.month}月{day.day}日 早于成文日期", "成文日期当天或之后"
        )


@rule("subject-words", clause="7.4", strength="实务")
def subject_words(paper: Paper) -> Iterator[Remark]:
    """2012 年标准已取消主题词。"""
    for line in paper.everything:
        if re.match(r"主\s*题\s*词\s*[：:]", line.stripped):
            yield Remark(line, "写了主题词", "删去（2012 年起不再标注）")
