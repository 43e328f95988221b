"""Sheet, type area, lines, characters, colour, page number (5, 6, 7.5, 8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from tongzhi.anatomy.measure import has_chinese, same_face
from tongzhi.anatomy.paper import LETTER, NO_HEAD, Paper
from tongzhi.check import footers
from tongzhi.check.registry import Remark, quote, rule
from tongzhi.check.restyle import TINT, Restyler
from tongzhi.check.rules.body import running_texts
from tongzhi.check.sections import set_sections
from tongzhi.check.target import lines_of, readings
from tongzhi.model.finding import PRACTICE, Strength
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word import edit
from tongzhi.word.blocks import Paragraph, height_of
from tongzhi.word.page import MM, PageSection
from tongzhi.word.runs import is_black, is_red
from tongzhi.word.sizes import Length


def _sections(paper: Paper) -> Iterator[tuple[int, PageSection]]:
    yield from enumerate(paper.document.sections, start=1)


def _of(paper: Paper, number: int) -> str:
    return f"第{number}节的" if len(paper.document.sections) > 1 else ""


@rule("page-size", clause="5.1", strength="规定")
def page_size(paper: Paper) -> Iterator[Remark]:
    """用 A4 纸，210 毫米×297 毫米。"""
    page = paper.standard.page
    for number, section in _sections(paper):
        sides = sorted((section.width, section.height))
        if abs(sides[0] - page.width) > MM or abs(sides[1] - page.height) > MM:
            found = f"{_of(paper, number)}纸张为 {section.width / MM:.0f}×{section.height / MM:.0f} 毫米"
            yield Remark(None, found, "A4，210×297 毫米", partial(set_sections, paper), element="页面")


@rule("page-margins", clause="5.2.1", strength="规定")
def page_margins(paper: Paper) -> Iterator[Remark]:
    """天头 37±1 毫米（或按字面计的 34.58 毫米），订口 28±1 毫米。"""
    tolerance = int(paper.standard.page.margin_tolerance) + 1
    for number, section in _sections(paper):
        if section.landscape:
            continue
        wanted = readings(paper.standard)
        if not any(abs(section.top - each.top) <= tolerance for each in wanted):
            found = f"{_of(paper, number)}天头（上边距）{section.top / MM:.1f} 毫米"
            yield Remark(
                None, found, f"{wanted[0].top.mm:.0f} 毫米", partial(set_sections, paper), element="页面"
            )
        left = section.left + section.gutter
        if abs(left - wanted[0].left) > tolerance:
            found = f"{_of(paper, number)}订口（左边距）{left / MM:.1f} 毫米"
            yield Remark(
                None, found, f"{wanted[0].left.mm:.0f} 毫米", partial(set_sections, paper), element="页面"
            )


@rule("type-area", clause="5.2.1", strength="推算")
def type_area(paper: Paper) -> Iterator[Remark]:
    """版心 156×225 毫米，由此右边距 26 毫米、下边距 35 毫米。"""
    page = paper.standard.page
    tolerance = int(page.margin_tolerance) + 1
    for number, section in _sections(paper):
        across, down = section.text_width, section.text_height
        if section.landscape:
            if not _fits_across(paper, section):
                found = f"{_of(paper, number)}横页版心 {across / MM:.0f}×{down / MM:.0f} 毫米"
                repair = partial(set_sections, paper)
                yield Remark(None, found, "225×156 毫米", repair, strength="一般", element="页面")
            continue
        if abs(across - page.area_width) > tolerance:
            found = (
                f"{_of(paper, number)}版心宽 {across / MM:.1f} 毫米（右边距 {section.right / MM:.1f} 毫米）"
            )
            instead = f"宽 {page.area_width.mm:.0f} 毫米（右边距 {page.right.mm:.0f} 毫米）"
            yield Remark(None, found, instead, partial(set_sections, paper), element="页面")
        heights = [Length(page.height - each.top - each.bottom) for each in readings(paper.standard)]
        if not any(abs(down - height) <= tolerance for height in heights):
            found = (
                f"{_of(paper, number)}版心高 {down / MM:.1f} 毫米（下边距 {section.bottom / MM:.1f} 毫米）"
            )
            instead = f"高 {heights[0].mm:.0f} 毫米（下边距 {page.bottom.mm:.0f} 毫米）"
            yield Remark(None, found, instead, partial(set_sections, paper), element="页面")


def _fits_across(paper: Paper, section: PageSection) -> bool:
    page, tolerance = paper.standard.page, 3 * int(paper.standard.page.margin_tolerance)
    turned = abs(section.text_width - page.area_height) <= tolerance + 100
    return turned and abs(section.text_height - page.area_width) <= tolerance


@rule("lines-per-page", clause="5.2.3", strength="一般")
def lines_per_page(paper: Paper) -> Iterator[Remark]:
    """每页 22 行，撑满版心：正文行距固定值 28.95 磅上下。"""
    wanted = paper.standard.grid.lines
    restyler = Restyler(paper)
    for line in (*running_texts(paper), *(each for each in paper.attendance if each.in_body)):
        section = paper.ruler.section(line)
        if line.pictures or line.equation:
            continue
        pitch, certain = paper.ruler.line(line)
        repair = partial(_set_pitch, restyler, line)
        lines = lines_of(section.text_height, pitch)
        if (
            certain
            and abs(pitch - paper.standard.grid.pitch.pt) < 0.06
            and paper.standard.grid != GBT9704.grid
        ):
            continue
        if certain and lines == wanted and _fills(section, pitch, wanted):
            continue
        found = f"行距 {pitch:g} 磅，每页 {lines} 行" if certain else "行距不是固定值，每页行数没有保证"
        yield Remark(line, found, f"固定值 {restyler.target.pitch / 20:g} 磅，每页 {wanted} 行", repair)


def _fills(section: PageSection, pitch: float, lines: int) -> bool:
    """Whether that many lines reach down to the type area's foot (撑满版心)."""
    return section.text_height / 20 - pitch * lines < pitch * 0.6


def _set_pitch(restyler: Restyler, line: object) -> None:

    assert isinstance(line, Paragraph)
    edit.set_line(edit.paragraph_properties(line.element), restyler.target.pitch)
    restyler.paper.document.touched.add(restyler.paper.document.main)


@rule("characters-per-line", clause="5.2.3", strength="一般")
def characters_per_line(paper: Paper) -> Iterator[Remark]:
    """每行 28 字：正文字间距加宽或缩紧得一行不是 27—28 字时提醒。"""
    restyler = Restyler(paper)
    for line in paper.body:
        section = paper.ruler.section(line)
        size = paper.ruler.size(line)
        if section.landscape or abs(size - paper.standard.body.size.pt) > 0.1:
            continue
        spacings = {look.spacing for _, look in paper.ruler.formats(line)}
        for spacing in spacings:
            count = section.text_width / (size * 20 + spacing)
            if section.grid == "linesAndChars" and spacing == 0:
                continue
            if not paper.standard.grid.characters - 1.2 <= count < paper.standard.grid.characters + 1:
                if abs(section.text_width - paper.standard.page.area_width) > 2 * MM:
                    continue
                found = f"字间距 {spacing / 20:+g} 磅，每行约 {count:.1f} 字"
                yield Remark(
                    line, found, "每行 28 字（字间距 -0.25 磅）", partial(_set_spacing, restyler, line)
                )
                break


@rule("characters-fit", clause="5.2.3", strength="一般", quiet=True)
def characters_fit(paper: Paper) -> Iterator[Remark]:
    """排版时把三号字的字间距设为 -0.25 磅，使每行排满 28 字。"""
    restyler = Restyler(paper)
    for line in paper.body:
        section = paper.ruler.section(line)
        if section.grid == "linesAndChars" or abs(paper.ruler.size(line) - paper.standard.body.size.pt) > 0.1:
            continue
        if any(look.spacing == 0 for _, look in paper.ruler.formats(line)):
            yield Remark(line, "字间距 0", "-0.25 磅", partial(_set_spacing, restyler, line))


def _set_spacing(restyler: Restyler, line: object) -> None:

    assert isinstance(line, Paragraph)
    for run in line.runs:
        if run.field != "math":
            edit.set_spacing(edit.run_properties(run.element), int(restyler.standard.grid.spacing))
    restyler.paper.document.touched.add(restyler.paper.document.main)


@rule("trailing-blanks", clause="7.3.5.5", strength="实务", quiet=True)
def trailing_blanks(paper: Paper) -> Iterator[Remark]:
    """排版时去掉文末多余的空行，免得多出一张空白页。"""
    blanks = Restyler(paper).blanks_at_end()
    if blanks and paper.date is not None:
        yield Remark(None, "文末有空行", "去掉", partial(Restyler(paper).drop_blanks, blanks))


@rule("picture-clipped", clause="图片", strength="实务", source=PRACTICE, scope="各类")
def picture_clipped(paper: Paper) -> Iterator[Remark]:
    """图片所在段不用固定值行距，否则图片只露出一条。"""
    for line in paper.everything:
        tall = max((height_of(picture) for picture in line.pictures), default=0)
        value = line.properties.get("line") or 0
        if line.properties.get("lineRule") == "exact" and tall > value:
            found = f"图片高 {tall / MM:.0f} 毫米，行距固定值 {value / 20:g} 磅，图片只露出一条"
            yield Remark(line, found, "单倍行距", partial(_unclip, paper, line))


def _unclip(paper: Paper, line: object) -> None:

    assert isinstance(line, Paragraph)
    edit.set_single_line(edit.paragraph_properties(line.element))
    paper.document.touched.add(paper.document.main)


@rule("text-colour", clause="5.2.4", strength="规定")
def text_colour(paper: Paper) -> Iterator[Remark]:
    """文字颜色为黑色，红头和红线除外。"""
    restyler = Restyler(paper)
    heads = {id(line) for line in paper.mark}
    for line in paper.everything:
        if id(line) in heads:
            continue
        coloured = [
            (run, look)
            for run, look in paper.ruler.formats(line)
            if not is_black(look.color) and look.shade != TINT and run.field != "HYPERLINK"
        ]
        if coloured and not (is_red(coloured[0][1].color) and line.box):
            text = "".join(run.text for run, _ in coloured)
            found = f"“{quote(text.strip())}”的颜色是 {coloured[0][1].color}"
            yield Remark(line, found, "黑色", partial(restyler.color, line))


@rule("page-number", clause="7.5", strength="规定", scope="各类")
def page_number(paper: Paper) -> Iterator[Remark]:
    """要有页码（信函首页除外；没有红头又只有一页的不报）。"""
    if footers.has_numbers(paper) or (paper.kind in (LETTER, NO_HEAD) and not _is_long(paper)):
        return
    strength: Strength = "规定" if paper.has_head and paper.kind != LETTER else "一般"
    repair = partial(footers.set_numbers, paper)
    yield Remark(None, "没有页码", "版心下边缘之下 7 毫米，单页居右空一字，双页居左空一字", repair,
                 strength=strength, element="页码")  # fmt: skip


def _is_long(paper: Paper) -> bool:
    """Whether a paper surely runs over one page."""
    if any(
        line.page_break or line.properties.get("pageBreakBefore") for line in paper.document.paragraphs[1:]
    ):
        return True
    lines = sum(max(1, -(-len(line.text) // 28)) for line in paper.document.paragraphs)
    return lines > 30 or len(paper.document.sections) > 1


@rule("page-number-place", clause="7.5", strength="规定")
def page_number_place(paper: Paper) -> Iterator[Remark]:
    """单页码居右空一字，双页码居左空一字。"""
    if paper.standard.page_number.place != "外侧":
        return
    repair = partial(footers.set_numbers, paper)
    for kind, found in footers.misplaced(paper):
        side = "左" if kind == "even" else "右"
        instead = f"{'双' if kind == 'even' else '单'}页码居{side}空一字"
        yield Remark(None, found, instead, repair, element="页码")


@rule("page-number-form", clause="7.5", strength="规定")
def page_number_form(paper: Paper) -> Iterator[Remark]:
    """页码用半角阿拉伯数字，左右各放一条一字线。"""
    repair = partial(footers.set_numbers, paper)
    for line, text in footers.numbers(paper):
        if not re.fullmatch(r"—\s*\d*\s*—", text.strip(" 　\t")):
            shown = re.sub(r"\d+", "1", text.strip()) or "1"
            yield Remark(None, f"页码写成“{shown}”", "— 1 —", repair, element="页码", quote=line.text)
            return


@rule("page-number-face", clause="7.5", strength="一般")
def page_number_face(paper: Paper) -> Iterator[Remark]:
    """页码用 4 号半角宋体。"""
    wanted = paper.standard.page_number.size.pt
    repair = partial(footers.set_numbers, paper)
    for line, _ in footers.numbers(paper):
        looks = paper.ruler.formats(line)
        dashes = [(run, look) for run, look in looks if run.field != "PAGE"]
        # a number that carries no format of its own (LibreOffice drops it) is judged by its dashes
        for run, look in dashes or looks:
            face = look.asian if has_chinese(run.text) or "—" in run.text else look.latin
            if abs(look.size - wanted) > 0.1 or not same_face(face, paper.standard.faces.song):
                found = f"页码是 {face} {look.size:g} 磅"
                instead = f"{paper.standard.faces.song} {wanted:g} 磅（四号）"
                yield Remark(None, found, instead, repair, element="页码")
                return


@rule("page-number-distance", clause="7.5", strength="实务")
def page_number_distance(paper: Paper) -> Iterator[Remark]:
    """一字线在版心下边缘之下 7 毫米；离得很远时提醒。"""
    for section in paper.document.sections[:1]:
        if section.landscape or not footers.has_numbers(paper):
            continue
        below = (section.bottom - section.footer) / MM
        if not 3 <= below <= 14:
            found = (
                f"页脚离页边 {section.footer / MM:.0f} 毫米，页码约在版心下 {max(0.0, below - 3):.0f} 毫米"
            )
            yield Remark(None, found, "版心下 7 毫米", partial(footers.set_numbers, paper), element="页码")
