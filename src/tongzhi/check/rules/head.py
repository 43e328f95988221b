"""The head of a red-headed paper (7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from tongzhi.anatomy import patterns
from tongzhi.anatomy.measure import blanks_between, has_chinese, rise, same_face, space_above, width
from tongzhi.anatomy.paper import MINUTES, ORDER, RED_HEAD, TELEGRAM, Paper
from tongzhi.check.registry import Remark, rule
from tongzhi.check.restyle import Restyler
from tongzhi.model.finding import REGULATION
from tongzhi.standard.gbt9704 import TELEGRAM_GRADES, URGENCIES
from tongzhi.word.blocks import Paragraph
from tongzhi.word.page import MM
from tongzhi.word.runs import is_red


@rule("mark-colour", clause="7.2.4", strength="推荐")
def mark_colour(paper: Paper) -> Iterator[Remark]:
    """发文机关标志用红色。"""
    restyler = Restyler(paper)
    for line in paper.mark:
        looks = [look for _, look in paper.ruler.formats(line)]
        if looks and not all(is_red(look.color) for look in looks):
            yield Remark(line, "发文机关标志不是红色", "红色", partial(restyler.mark, line))


@rule("mark-face", clause="7.2.4", strength="推荐")
def mark_face(paper: Paper) -> Iterator[Remark]:
    """发文机关标志推荐用小标宋体。"""
    restyler = Restyler(paper)
    for line in paper.mark:
        for run, look in paper.ruler.formats(line):
            if has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.mark):
                yield Remark(
                    line,
                    f"发文机关标志是{look.asian}",
                    paper.standard.faces.mark,
                    partial(restyler.mark, line),
                )
                break


@rule("mark-centred", clause="7.2.4", strength="规定")
def mark_centred(paper: Paper) -> Iterator[Remark]:
    """发文机关标志居中排布。"""
    restyler = Restyler(paper)
    for line in paper.mark:
        if not line.in_body or line.properties.get("frame") or "\t" in line.text:
            continue
        align = paper.ruler.alignment(line)
        spread = line.properties.get("jc") in ("distribute", "both")
        if align in ("left", "right") and not spread and not paper.ruler.typed_indent(line):
            yield Remark(line, "发文机关标志没有居中", "居中", partial(restyler.mark, line))


NARROW = 1.25
"""A mark is too wide from so many times the line; below, faces and spacing decide."""


@rule("mark-fits", clause="7.2.4", strength="一般")
def mark_fits(paper: Paper) -> Iterator[Remark]:
    """发文机关标志在一行内排完：字先压窄，再减小，不把机关名称拆在两行。"""
    restyler = Restyler(paper)
    for line in paper.mark:
        if not line.in_body or "\n" in line.stripped or line.properties.get("frame"):
            continue
        size = paper.ruler.size(line)
        needed = sum(
            width(run.text) * (look.size or size) * look.scale / 100
            for run, look in paper.ruler.formats(line)
        )
        room = paper.ruler.section(line).text_width / 20
        if (
            needed > room * NARROW
        ):  # the width is reckoned: a mark that only just seems too wide is printed in one line
            yield Remark(
                line, f"发文机关标志宽 {needed / 28.35:.1f} 厘米，一行排不下", "压窄、减小字号，排成一行",
                partial(restyler.mark, line),
            )  # fmt: skip


@rule("mark-top", clause="7.2.4", strength="规定")
def mark_top(paper: Paper) -> Iterator[Remark]:
    """发文机关标志上边缘至版心上边缘 35 毫米（能算出且相差很大时才报）。"""
    if paper.kind not in (RED_HEAD, MINUTES) or not paper.mark or not paper.mark[0].in_body:
        return
    mark = paper.mark[0]
    if mark.properties.get("frame") or any(box.index <= mark.index for box in paper.document.boxes):
        return
    above = space_above(paper)
    if above is None:
        return
    total, certain = above
    before, _ = paper.ruler.outer(mark)
    height, exact = paper.ruler.line(mark)
    top = (total + before + rise(height, paper.ruler.size(mark), exact=exact)) * 20 / MM
    tolerance = 5 if certain and exact else 9
    if abs(top - paper.standard.head.mark_top.mm) > tolerance:
        repair = partial(Restyler(paper).mark_top, mark)
        yield Remark(mark, f"发文机关标志上边缘离版心上边缘约 {top:.0f} 毫米", "35 毫米", repair)


@rule("copy-number", clause="7.2.1", strength="一般")
def copy_number(paper: Paper) -> Iterator[Remark]:
    """份号用 6 位阿拉伯数字，顶格编排在版心左上角第一行。"""
    if paper.copy_no is not None and not re.fullmatch(r"\d{6}", paper.copy_no.stripped):
        digits = re.sub(r"\D", "", paper.copy_no.stripped)
        yield Remark(paper.copy_no, f"份号“{paper.copy_no.stripped}”", f"{digits:0>6}"[-6:])


@rule("secrecy-form", clause="7.2.2", strength="一般")
def secrecy_form(paper: Paper) -> Iterator[Remark]:
    """密级和保密期限写作“机密★1年”，期限用阿拉伯数字。"""
    line = paper.secrecy
    if line is None:
        return
    text = line.stripped
    grade = re.sub(r"\s", "", text)[:2]
    term = re.sub(r"^(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆*＊]?\s*", "", text)
    if not term and "★" not in text:
        return
    if not re.fullmatch(r"\d{1,2}(?:年|个月|天)|长期", term) or "★" not in text:
        yield Remark(line, f"密级写成“{text}”", f"{grade}★{_term(term)}")


def _term(text: str) -> str:
    found = re.match(r"([一二三四五六七八九十\d]+)(年|个月|月|天)", text)
    number = patterns.chinese_number(found[1]) if found else None
    return f"{number}{found[2]}" if found and number else "1年"


@rule("secrecy-copy-number", clause="第九条", strength="规定", source=REGULATION)
def secrecy_copy_number(paper: Paper) -> Iterator[Remark]:
    """涉密公文应当标注份号。"""
    if paper.secrecy is not None and paper.copy_no is None:
        yield Remark(paper.secrecy, "标了密级，没有份号", "在第一行顶格编 6 位份号，如 000001")


@rule("urgency-form", clause="7.2.3", strength="一般")
def urgency_form(paper: Paper) -> Iterator[Remark]:
    """紧急程度写“特急”或“加急”，电报写“特提”“特急”“加急”“平急”。"""
    if paper.urgency is None:
        return
    word = patterns.plain(paper.urgency.stripped)
    allowed = TELEGRAM_GRADES if paper.kind == TELEGRAM or not paper.mark else URGENCIES
    if word not in allowed:
        yield Remark(
            paper.urgency, f"紧急程度写成“{paper.urgency.stripped}”", "、".join(allowed) + "中的一个"
        )


@rule("head-left-face", clause="7.2.2", strength="一般")
def head_left_face(paper: Paper) -> Iterator[Remark]:
    """密级、紧急程度用 3 号黑体，顶格。"""
    restyler = Restyler(paper)
    for line in (paper.secrecy, paper.urgency):
        if line is None or not line.in_body:
            continue
        repair = partial(restyler.flush, line, paper.standard.faces.heading1)
        for run, look in paper.ruler.formats(line):
            if has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.heading1):
                yield Remark(line, f"字体是{look.asian}", "黑体", repair)
                break
        if paper.ruler.alignment(line) in ("center", "right"):
            yield Remark(line, "没有顶格", "版心左上角顶格", repair, strength="一般")


@rule("head-order", clause="7.2.3", strength="规定")
def head_order(paper: Paper) -> Iterator[Remark]:
    """份号、密级和保密期限、紧急程度自上而下分行排列。"""
    shown = [
        line for line in (paper.copy_no, paper.secrecy, paper.urgency) if line is not None and line.in_body
    ]
    for first, second in pairwise(shown):
        if first.index > second.index:
            found = f"“{second.stripped}”排在“{first.stripped}”之上"
            yield Remark(second, found, "自上而下：份号、密级和保密期限、紧急程度")


@rule("document-number-form", clause="7.2.5", strength="规定")
def document_number_form(paper: Paper) -> Iterator[Remark]:
    """发文字号写作“代字〔2026〕12号”：六角括号、四位年份、不加“第”、不补零、“号”收尾。"""
    line = paper.doc_no
    if line is None or paper.kind == MINUTES:
        return
    match = patterns.DOC_NO.match(line.stripped)
    if match is None or patterns.DOC_NO_OPEN.fullmatch(patterns.plain(line.stripped)):
        return
    right = correct_number(match)
    if re.sub(r"\s", "", match[0]) != right:
        wrong = []
        if (match["open"], match["close"]) != ("〔", "〕"):
            wrong.append("年份要用六角括号〔〕")
        if len(match["year"]) != 4 or not match["year"].isdigit():
            wrong.append("年份要四位阿拉伯数字")
        if match["ordinal"]:
            wrong.append("不加“第”字")
        if match["number"].startswith("0"):
            wrong.append("序号不编虚位（不补零）")
        if not match["end"]:
            wrong.append("以“号”收尾")
        yield Remark(line, f"发文字号“{match[0].strip()}”：{'，'.join(wrong)}", right)


def correct_number(match: re.Match[str]) -> str:
    """Give the number of a document as 7.2.5 wants it."""
    year = match["year"]
    if not year.isdigit():
        table = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
        year = "".join(table.get(mark, mark) for mark in year)
    if len(year) == 2:
        year = f"20{year}"
    return f"{patterns.plain(match['organ'])}〔{year}〕{int(match['number'])}号"


@rule("document-number-place", clause="7.2.5", strength="规定")
def document_number_place(paper: Paper) -> Iterator[Remark]:
    """发文字号居中排布；上行文居左空一字，与最后一个签发人同处一行。"""
    line = paper.doc_no
    if line is None or not line.in_body or paper.kind != RED_HEAD or not paper.mark:
        return
    restyler = Restyler(paper)
    align = paper.ruler.alignment(line)
    if paper.signers:
        start = paper.ruler.start(line)
        if line in paper.signers and start is not None and not 0.4 <= start <= 1.8:
            yield Remark(line, f"上行文发文字号居左空 {start:.1f} 字", "居左空一字")
        return
    if align in ("left", "both") and "\t" not in line.text and (paper.ruler.start(line) or 0) < 4:
        yield Remark(line, "发文字号没有居中", "居中", partial(_centre_number, restyler, paper))
    elif align == "right":
        yield Remark(line, "发文字号居右", "居中", partial(_centre_number, restyler, paper))


def _centre_number(restyler: Restyler, paper: Paper) -> None:
    assert paper.doc_no is not None
    restyler.placed(paper.doc_no, align="center")


@rule("document-number-face", clause="5.2.2", strength="一般")
def document_number_face(paper: Paper) -> Iterator[Remark]:
    """发文字号用 3 号仿宋体。"""
    line = paper.doc_no
    if line is None or paper.signers:
        return
    for run, look in paper.ruler.formats(line):
        wrong = has_chinese(run.text) and not same_face(look.asian, paper.standard.faces.body)
        if wrong or abs(look.size - paper.standard.body.size.pt) > 0.1:
            repair = partial(Restyler(paper).text_size, line) if line.in_body else None
            yield Remark(line, f"发文字号是{look.asian} {look.size:g} 磅", "仿宋 16 磅（三号）", repair)
            return


@rule("document-number-gap", clause="7.2.5", strength="规定")
def document_number_gap(paper: Paper) -> Iterator[Remark]:
    """发文字号编排在发文机关标志下空二行（能量出且差得明显时才报）。"""
    if paper.kind != RED_HEAD or not paper.mark or paper.doc_no is None:
        return
    first = paper.signers[0] if paper.signers else paper.doc_no
    lines = blanks_between(paper.ruler, paper.mark[-1], first)
    if lines is not None and not 1.2 <= lines <= 3.2:
        repair = partial(Restyler(paper).blank_before, first, 2)
        yield Remark(first, f"发文机关标志下空了约 {lines:.0f} 行", "空二行", repair)


@rule("signer", clause="7.2.6", strength="规定")
def signer(paper: Paper) -> Iterator[Remark]:
    """上行文（请示、报告）要标注签发人。"""
    if paper.kind == RED_HEAD and paper.mark and paper.title and not paper.signers:
        kind = re.search(r"(请示|报告)$", paper.title_text)
        if kind and not re.search(r"(转发|印发|批转).*$", paper.title_text):
            yield Remark(paper.title[0], f"{kind[1]}是上行文，没有签发人", "发文字号右侧编“签发人：姓名”")


@rule("signer-form", clause="7.2.6", strength="规定")
def signer_form(paper: Paper) -> Iterator[Remark]:
    """“签发人”三字用 3 号仿宋体，后标全角冒号，姓名用 3 号楷体。"""
    for line in paper.signers:
        match = re.search(r"签\s*发\s*人\s*([：:]?)\s*(.*)", line.text)
        if match is None:
            continue
        if match[1] != "：":
            yield Remark(line, f"“签发人{match[1]}”后没有全角冒号", f"签发人：{match[2].strip()}")
        for run, look in paper.ruler.formats(line, match.start(2), match.end(2)):
            own = run.text[max(0, match.start(2) - run.start) :]
            if has_chinese(own) and not same_face(look.asian, paper.standard.faces.heading2):
                yield Remark(line, f"签发人姓名是{look.asian}", "楷体",
                             partial(_signer_face, Restyler(paper), line))  # fmt: skip
                break


def _signer_face(restyler: Restyler, line: object) -> None:

    assert isinstance(line, Paragraph)
    restyler.signer_name(line)


@rule("red-rule", clause="7.2.7", strength="规定")
def red_rule(paper: Paper) -> Iterator[Remark]:
    """发文字号之下 4 毫米处居中印一条与版心等宽的红色分隔线。"""
    if paper.kind != RED_HEAD or not paper.mark or paper.doc_no is None:
        return
    restyler = Restyler(paper)
    last = (
        paper.signers[-1] if paper.signers and paper.signers[-1].index > paper.doc_no.index else paper.doc_no
    )
    if paper.rule_seen is False:
        repair = partial(restyler.red_rule, last) if last.in_body else None
        yield Remark(last, "发文字号之下没有红色分隔线", "加一条与版心等宽的红线", repair)
    elif paper.rule is not None:
        border = next(
            (paper.rule.properties[f"border.{side}"] for side in ("bottom", "top", "between")
             if f"border.{side}" in paper.rule.properties), None,
        )  # fmt: skip
        if border is not None and not is_red(border.color):
            yield Remark(paper.rule, "分隔线不是红色", "红色", partial(restyler.red_rule, paper.rule))
        indents = paper.ruler.indent(paper.rule, "left") + paper.ruler.indent(paper.rule, "right")
        if indents > 0.6:
            yield Remark(
                paper.rule, f"分隔线比版心窄约 {indents:.1f} 字（随段落缩进）", "与版心等宽，156 毫米"
            )


@rule("order-number", clause="10.2", strength="规定")
def order_number(paper: Paper) -> Iterator[Remark]:
    """命令（令）的令号居中，写作“第×号”。"""
    line = paper.issue_no
    if paper.kind != ORDER or line is None or not line.in_body:
        return
    if paper.ruler.alignment(line) in ("left", "right") and not paper.ruler.typed_indent(line):
        yield Remark(line, "令号没有居中", "居中")
