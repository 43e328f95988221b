"""Slips that the cases leave out, each named with the right words, and put right by `format` where that is offered."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from lxml import etree

from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.registry import rules
from tongzhi.check.repair import format_document
from tongzhi.check.run import check
from tongzhi.model.finding import Finding
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.word.document import WordDocument
from tongzhi.word.text import layout_text

from . import conforming
from .cases import (
    TEXT,
    TIMED,
    TWO,
    find,
    meeting,
    of,
    paper,
    sentence,
    with_align,
    with_face,
    with_indent,
    without_blank_before,
)  # fmt: skip
from .paperwork import FIRST, SECOND, Book

LINE_SHAPE = (
    '<w:r {0}><w:pict><v:{1} xmlns:v="urn:schemas-microsoft-com:vml" strokecolor="{2}"/></w:pict></w:r>'
)
DRAWN = (
    '<w:r {0}><w:drawing><a:x xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ln><a:solidFill>'
    '<a:srgbClr val="{1}"/></a:solidFill></a:ln><a:prstGeom prst="{2}"/></a:x></w:drawing></w:r>'
)


def both(*changes: Callable[[Book], None]) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for each in changes:
            each(book)

    return change


def no_border(book: Book) -> None:
    for paragraph in book.document.paragraphs:
        for border in paragraph._p.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break


def rule_of(xml: str) -> Callable[[Book], None]:
    """Take the border under the number for a drawing."""

    def change(book: Book) -> None:
        no_border(book)
        find(book, "临政办发")._p.addnext(parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))

    return change


def vml(kind: str, color: str) -> Callable[[Book], None]:
    return rule_of(LINE_SHAPE.format(nsdecls("w"), kind, color))


def drawn(color: str, shape: str) -> Callable[[Book], None]:
    return rule_of(DRAWN.format(nsdecls("w"), color, shape))


def border_color(color: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        border = next(find(book, "临政办发")._p.iter(qn("w:bottom")))
        border.set(qn("w:color"), color)

    return change


def left(text: str, points: float) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        paragraph = find(book, text)
        for old in paragraph._p.pPr.findall(qn("w:ind")):
            paragraph._p.pPr.remove(old)
        form = paragraph.paragraph_format
        form.first_line_indent, form.left_indent = Pt(0), Pt(points)

    return change


def size(text: str, points: float) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        for run in find(book, text).runs:
            run.font.size = Pt(points)

    return change


def extra(*lines: str, **more: Any) -> Callable[[Book], None]:
    """Put paragraphs after the body's last one."""

    def change(book: Book) -> None:
        place = find(book, SECOND[:6])
        for text in reversed(lines):
            place._p.addnext(book.line(text, first=2, **more)._p)

    return change


def number_of(text: str) -> bytes:
    return paper(number=text)


def notes(*items: tuple[str, dict[str, Any]]) -> Callable[[Book], None]:
    """Put lines of an attachment note before the signature."""

    def change(book: Book) -> None:
        place = find(book, SECOND[:6])
        for text, form in reversed(items):
            place._p.addnext(book.line(text, **form)._p)
        place._p.addnext(book.line()._p)

    return change


def annexed(label: str, title: str = "任务分解表", **form: Any) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        foot = book.document.tables[-1]._tbl
        lines = [
            book.line(label, book.hei, **{"align": "左", "page": True, **form}),
            book.line(),
            book.line(title, book.song, 22, align="中", pitch=32),
            book.line(),
            book.line(FIRST, first=2),
        ]
        for line in lines:
            foot.addprevious(line._p)

    return change


NOTE = {"left": 5, "first": -3}
FOUND: dict[str, tuple[str, Callable[[], bytes], str]] = {
    # name: (rule, paper, words that it is told with)
    "number in round brackets": ("document-number-form", lambda: number_of("临政办发（2026）12号"), "六角括号"),
    "number with two digits of the year": ("document-number-form", lambda: number_of("临政办发〔26〕12号"), "年份要四位阿拉伯数字"),
    "number in Chinese digits": ("document-number-form", lambda: number_of("临政办发〔二〇二六〕12号"), "年份要四位阿拉伯数字"),
    "number without its end": ("document-number-form", lambda: number_of("临政办发〔2026〕12"), "以“号”收尾"),
    "number with ordinal and zero": ("document-number-form", lambda: number_of("临政办发〔2026〕第012号"), "不编虚位"),
    "number flush right": ("document-number-place", lambda: paper(tweak=with_align("临政办发", "右")), "发文字号居右"),
    "number of a report far in": ("document-number-place", lambda: paper(signer="李某某", tweak=with_indent("临政办发", 64)), "居左空一字"),
    "signer in the text's face": ("signer-form", lambda: paper(signer="李某某", tweak=with_face("临政办发", "黑体")), "签发人姓名是黑体"),
    "secrecy without a star": ("secrecy-form", lambda: paper(secrecy="机密1年"), "密级写成"),
    "secrecy in the middle": ("head-left-face", lambda: paper(secrecy="机密★1年", tweak=with_align("机密", "中")), "没有顶格"),
    "rule in black": ("red-rule", lambda: paper(tweak=border_color("000000")), "分隔线不是红色"),
    "rule narrower than the text": ("red-rule", lambda: paper(tweak=left("临政办发", 48)), "分隔线比版心窄"),
    "recipients size": ("recipients-face", lambda: paper(tweak=size("各县", 15)), "字号 15 磅"),
    "recipients centred": ("recipients-flush", lambda: paper(tweak=with_align("各县", "中")), "主送机关没有顶格"),
    "recipients hanging": ("recipients-flush", lambda: paper(tweak=lambda book: (left("各县", 32)(book), setattr(find(book, "各县").paragraph_format, "first_line_indent", Pt(-32)))), "回行没有顶格"),
    "paragraph with a left indent": ("text-indent", lambda: paper(tweak=left("为做好", 32)), "回行缩进"),
    "note centred": ("note-indent", lambda: paper(tweak=notes(("附件：任务分解表", {"align": "中"}))), "附件说明没有左空二字"),
    "note numbered before the colon": ("note-colon", lambda: paper(tweak=notes(("附件1：任务分解表", NOTE), ("附件2：问题清单", NOTE))), "写成“附件1：”"),
    "several notes without numbers": ("note-numbers", lambda: paper(tweak=notes(("附件：任务分解表", NOTE), ("问题清单", {"left": 5}))), "没有顺序号"),
    "note with a wrong mark": ("note-numbers", lambda: paper(tweak=notes(("附件：1、任务分解表", NOTE), ("2、问题清单", {"left": 6, "first": -1}))), "序号写成“1、”"),
    "annex numbered in Chinese": ("annex-label", lambda: paper(tweak=both(notes(("附件：任务分解表", NOTE)), annexed("附件一"))), "附件序号是“一”"),
    "annex label in the middle": ("annex-label", lambda: paper(tweak=both(notes(("附件：任务分解表", NOTE)), annexed("附件", align="中"))), "附件标识没有顶格"),
    "annex not in the list": ("annex-unlisted", lambda: paper(tweak=both(notes(("附件：1.任务分解表", NOTE), ("2.问题清单", {"left": 6, "first": -1})), annexed("附件3"))), "附件3没有列在附件说明里"),
    "several annexes, one label": ("annex-unlisted", lambda: paper(tweak=both(notes(("附件：1.任务分解表", NOTE), ("2.问题清单", {"left": 6, "first": -1})), annexed("附件"))), "附件标识没有序号"),
    "one annex, numbered label": ("annex-unlisted", lambda: paper(tweak=both(notes(("附件：任务分解表", NOTE)), annexed("附件1"))), "只有一个附件"),
    "text names an annex that is not there": ("annex-reference", lambda: paper(tweak=extra("任务分解表（见附件）。")), "没有附件说明，也没有附件"),
    "date to be filled": ("date-form", lambda: paper(date="2026年×月×日"), "日期未填全"),
    "date without its day": ("date-form", lambda: paper(date="2026年11月  日"), "日期未填全"),
    "day that is none": ("date-form", lambda: paper(date="2026年11月31日"), "没有“2026年11月31日”这一天"),
    "copies after a half-width colon": ("copies-form", lambda: paper(tweak=lambda book: _replace(book, "抄送：", "抄送:")), "后是半角冒号"),
    "printed with other words": ("printing-date", lambda: paper(tweak=lambda book: _replace(book, "日印发", "日印")), "印发日期后不是“印发”"),
    "first with a pause mark": ("ordinal-marks", lambda: paper(tweak=extra("第一、压实责任。首先：排查隐患。")), "“第一、”用了“、”"),
    "text in a face of the screen": ("text-face", lambda: paper(tweak=with_face("各级", "微软雅黑")), "微软雅黑"),
    "lines off the grid": ("lines-per-page", lambda: of(conforming.grid_lines, _off_grid), "行距不是固定值"),
    "title centred by blanks": ("title-centred", lambda: paper(title=("　　　关于做好尾矿库安全工作的通知",), tweak=with_align("　　　关于", "左")), "靠空格居中"),
    "title with an indent": ("title-centred", lambda: paper(tweak=with_indent("关于做好", 44)), "偏了约 1.0 字"),
    "title in a square": ("title-shape", lambda: paper(title=("临江市人民政府办公室关于做好", "全市尾矿库安全度汛工作的通知")), "成方形"),
    "note in the middle, each with its label": ("note-indent", lambda: paper(tweak=notes(("附件1：任务分解表", {"align": "中"}), ("附件2：问题清单", NOTE))), "附件说明没有左空二字"),
    "note in the middle, without numbers": ("note-indent", lambda: paper(tweak=notes(("附件：任务分解表", {"align": "中"}), ("问题清单", {"left": 5}))), "附件说明没有左空二字"),
    "note in the middle, wrapped by hand": ("note-indent", lambda: paper(tweak=notes(("附件：1.任务分解表\n2.问题清单", {"align": "中"}))), "附件说明没有左空二字"),
    "annex after blank lines on the same page": ("annex-page", lambda: paper(tweak=both(notes(("附件：任务分解表", NOTE)), annexed("附件", page=False), _blanks_before_label)), "没有另起一页"),
    "date of no organ on the left": ("date-place", lambda: paper(organ="", copies="", printer="", tweak=lambda book: book.line("2026年11月20日", align="左")), "成文日期右空约"),
    "date of two organs on the left": ("signature-gap", lambda: of(conforming.joint, _joint_close), "署名紧接正文"),
    "unsealed, date under the organ": ("date-place", lambda: signed("临江市人民政府办公室", "2026年11月20日", organ={"align": "右", "right": 2}, date={"align": "右", "right": 0.5}), "成文日期右空约"),
    "long name on the left": ("date-place", lambda: signed("临江市安全生产委员会危险化学品专业委员会", "2026年11月20日", organ={"align": "左"}, date={"align": "左"}), "成文日期右空约"),
    "remark in half brackets": ("remark-form", lambda: paper(remark="(联系人：陈某，电话：0971-8230001)"), "没有用全角圆括号"),
    "imprint in a table without rules": ("imprint-rules", lambda: paper(tweak=_unruled), "版记没有分隔线"),
    "imprint wrapped by hand": ("imprint-foot", lambda: of(conforming.no_head, _wrapped_imprint), "版记随文排列"),
    "addressee moved to the imprint": ("imprint-foot", lambda: of(conforming.no_head, lambda book: (book.line("主送：各县（市、区）人民政府。", size=14, left=1), _wrapped_imprint(book))), "版记随文排列"),
    "signature eight lines down": ("signature-gap", lambda: paper(tweak=lambda book: _before_organ(book, [book.line() for _ in range(6)])), "署名前空了约 9 行"),
    "signature after a lone line of no height": ("signature-gap", lambda: paper(tweak=both(_organ_close, lambda book: _before_organ(book, [book.line(pitch=2, size=1)]))), "署名紧接正文"),
    "signature after a bookmark": ("signature-gap", lambda: paper(tweak=both(_organ_close, _bookmark)), "署名紧接正文"),
    "mark at the upper edge": ("mark-top", lambda: paper(tweak=_low_spacer), "发文机关标志上边缘"),
    "one blue word": ("text-colour", lambda: paper(tweak=_blue_word), "黑色"),
    "heading with its line break": ("text-face", lambda: paper(TEXT[0], "一、压实责任", "（一）突出重点领域。\n各县区要逐库排查。", tweak=with_face("（一）", "宋体")), "楷体"),
    "title in the face of the text with a red border": ("title-face", lambda: paper(title=("关于做好尾矿库安全工作的通知",), tweak=both(no_border, _border_title, without_blank_before("关于做好"), with_face("关于做好", "宋体"))), "方正小标宋"),
    "list that starts with two": ("number-gap", lambda: paper(TEXT[0], "二、压实责任", FIRST), "“二、”前没有“一、”"),
    "number given twice": ("number-gap", lambda: paper(TEXT[0], "一、压实责任", FIRST, "一、排查隐患", SECOND, "二、应急值守", "二、信息报送"), "“二、”重号"),
    "hour that is none": ("clock", lambda: sentence("请于上午25:30前报送。"), "没有“上午25:30”这个时刻"),
    "about and more": ("approximate", lambda: sentence("共排查企业近30多家。"), "应为：共排查企业近30家。"),
    "attendance after a half colon": ("minutes-attendance", lambda: of(conforming.minutes, lambda book: _first_run(book, "出席：", "出席:")), "后是半角冒号"),
    "two pages without a number": ("page-number", lambda: paper(head=False, numbered=False, copies="", printer="", tweak=lambda book: book.page_break()), "没有页码"),
    "page across of another size": ("type-area", lambda: of(conforming.landscape_annex, lambda book: setattr(book.document.sections[-1], "left_margin", Mm(60))), "横页版心"),
    "meeting notice without a day": ("meeting-place", lambda: meeting("请有关单位准时到市政府三楼会议室参加会议。"), "会议通知没有写时间"),
    "meeting without a year anywhere": ("meeting-time", lambda: paper("现将会议有关事项通知如下。", "一、会议时间：11月27日上午9:00", "二、会议地点：市政府三楼会议室", title=("关于召开全市尾矿库安全工作会议的通知",), number="", organ="", copies="", printer="", head=False), "××××年11月27日"),
    "number before the title": ("cited-number", lambda: paper(tweak=extra("按照（国发〔2025〕3号）《关于加强安全生产的意见》执行。")), "把字号放在标题前"),
}  # fmt: skip


def _replace(book: Book, old: str, new: str) -> None:
    for table in book.document.tables:
        for element in table._tbl.iter(qn("w:t")):
            element.text = (element.text or "").replace(old, new)


@cache
def made(name: str) -> bytes:
    return FOUND[name][1]()


def findings(rule: str, data: bytes) -> list[Finding]:
    one = next(each for each in rules() if each.id == rule)
    return list(one.find(recognise(WordDocument(data), None, GBT9704, Knowledge())))


def told(rule: str, data: bytes) -> list[str]:
    return [str(finding) for finding in findings(rule, data)]


@pytest.mark.parametrize("name", FOUND)
def test_slip_is_told_with_the_right_words(name: str) -> None:
    rule, _, words = FOUND[name]
    assert words in " ".join(told(rule, made(name)))


@pytest.mark.parametrize("name", FOUND)
def test_slip_is_put_right_where_that_is_offered_and_the_text_stays(name: str) -> None:
    rule = FOUND[name][0]
    after = format_document(made(name)).data
    left_over = [finding for finding in findings(rule, after) if finding.repairable]
    assert [str(finding) for finding in left_over] == []
    assert layout_text(WordDocument(after)) == layout_text(WordDocument(made(name)))


def test_each_line_of_a_note_that_is_labelled_apart_is_told_its_own_form() -> None:
    said = told("note-colon", made("note numbered before the colon"))
    assert ["附件：1.任务分解表" in said[0], "应为：2.问题清单" in said[1]] == [True, True]


@pytest.mark.parametrize(
    "change",
    [
        vml("line", "red"),
        vml("rect", "#FF0000"),
        drawn("FF0000", "line"),
        drawn("FF0000", "straightConnector1"),
    ],
)
def test_red_rule_drawn_as_a_shape_counts(change: Callable[[Book], None]) -> None:
    assert told("red-rule", paper(tweak=change)) == []


def test_head_without_any_rule_is_told_and_one_is_drawn() -> None:
    data = paper(tweak=no_border)
    assert "没有红色分隔线" in " ".join(told("red-rule", data))
    assert told("red-rule", format_document(data).data) == []


def test_number_still_to_be_given_is_no_slip() -> None:
    for number in ("临政办发〔2026〕  号", "临政办发〔2026〕×号"):
        assert told("document-number-form", paper(number=number)) == []


def test_signer_on_a_line_of_its_own_is_recognised() -> None:
    def own_line(book: Book) -> None:
        find(book, "临政办发")._p.addprevious(book.line("签发人：李某某", align="右")._p)

    found = recognise(WordDocument(paper(tweak=own_line)), None, GBT9704, Knowledge())
    assert [line.stripped for line in found.signers] == ["签发人：李某某"]


def test_second_signer_below_the_first_is_recognised() -> None:
    def two(book: Book) -> None:
        no_border(book)
        find(book, "临政办发")._p.addnext(book.line("王某某", book.kai, align="右")._p)

    found = recognise(WordDocument(paper(signer="李某某", tweak=two)), None, GBT9704, Knowledge())
    assert [line.stripped for line in found.signers][1:] == ["王某某"]


def test_subtitle_and_break_before_an_annex_are_recognised() -> None:
    def change(book: Book) -> None:
        find(book, "各县")._p.addprevious(book.line("（试行）", align="中")._p)
        label = annexed
        label("附件", page=False)(book)
        find(book, "附件").runs[0].add_break(WD_BREAK.PAGE)

    found = recognise(WordDocument(paper(tweak=change)), None, GBT9704, Knowledge())
    assert found.title[-1].stripped == "（试行）" or [line.stripped for line in found.subtitle] == [
        "（试行）"
    ]
    assert found.recipients is not None


# ---------------------------------------------------------------- what is no slip


def style(text: str, name: str, **values: str) -> Callable[[Book], None]:
    """Set an element of a paragraph's properties by hand."""

    def change(book: Book) -> None:
        properties = find(book, text)._p.get_or_add_pPr()
        for old in properties.findall(qn(f"w:{name}")):
            properties.remove(old)
        element = parse_xml(f"<w:{name} {nsdecls('w')}/>")
        for key, value in values.items():
            element.set(qn(f"w:{key}"), value)
        properties.insert(0, element)

    return change


def before(text: str, content: str) -> Callable[[Book], None]:
    """Put a paragraph of given XML before one."""

    def change(book: Book) -> None:
        find(book, text)._p.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{content}</w:p>"))

    return change


def section_end(text: str) -> Callable[[Book], None]:
    """End a section with a paragraph (the settings of the last one, on the same page)."""

    def change(book: Book) -> None:
        last = book.document.sections[-1]._sectPr
        copy = parse_xml(etree.tostring(last).decode())
        find(book, text)._p.get_or_add_pPr().append(copy)

    return change


def signed(name: str, day: str, **form: Any) -> bytes:
    """A paper whose signature stands as given."""

    def change(book: Book) -> None:
        book.line(name, **form.get("organ", {}))
        book.line(day, **form.get("date", {}))

    return paper(organ="", copies="", printer="", tweak=change)


PICTURE = (
    "<w:r><w:drawing><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'><a:blip/>"
    "</a:graphic></w:drawing></w:r>"
)
FRAME = "<w:pPr><w:framePr w:w='2000' w:wrap='around'/></w:pPr>"
SILENT: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text in another make of 仿宋": ("text-face", lambda: paper(tweak=with_face("各级", "方正仿宋_GBK"))),
    "text in a make of 仿宋 that no list names": ("text-face", lambda: paper(tweak=with_face("各级", "汉仪仿宋S"))),
    "drawing beside the red rule": ("red-rule", lambda: paper(tweak=before("临政办发", PICTURE))),
    "space before the signature by the browser": ("signature-gap", lambda: paper(tweak=both(_organ_close, _auto_space))),
    "signature in a section of its own": ("signature-gap", lambda: paper(tweak=both(_organ_close, section_end(SECOND[:6])))),
    "stamp in a frame before the signature": ("signature-gap", lambda: paper(tweak=both(_organ_close, lambda book: _organ(book)._p.addprevious(parse_xml(f"<w:p {nsdecls('w')}>{FRAME}</w:p>"))))),
    "badge above the mark": ("mark-top", lambda: paper(tweak=both(without_blank_before("临江市人民政府办公室文件"), before("临江市人民政府办公室文件", PICTURE)))),
    "mark in a frame": ("mark-top", lambda: paper(tweak=both(without_blank_before("临江市人民政府办公室文件"), style("临江市人民政府办公室文件", "framePr", w="8000")))),
    "mark in a frame, left": ("mark-centred", lambda: paper(tweak=both(with_align("临江市人民政府办公室文件", "左"), style("临江市人民政府办公室文件", "framePr", w="8000")))),
    "grade without a term": ("secrecy-form", lambda: paper(secrecy="机密")),
    "date in a frame": ("date-place", lambda: paper(tweak=both(with_align("2026年", "左"), style("2026年", "framePr", w="3000")))),
    "unsealed with a short name": ("date-place", lambda: signed("临江市教育局", "2026年11月20日", organ={"align": "中", "left": 16}, date={"align": "右", "right": 2})),
    "date under a long name": ("date-place", lambda: signed("临江市安全生产委员会危险化学品专业委员会", "2026年11月20日", organ={"align": "右"}, date={"align": "右", "right": 6})),
    "long name over a date four from the right": ("organ-place", lambda: signed("临江市安全生产委员会危险化学品专业委员会", "2026年11月20日", organ={"align": "右"}, date={"align": "右", "right": 4})),
    "joint paper of two": ("date-place", lambda: of(conforming.joint, with_align("2026年", "右"))),
    "several organs under one head": ("head-and-signature", lambda: of(conforming.joint, lambda book: _first_run(book, "临江市应急管理局文件", "青川县教育体育局文件"))),
    "meeting of another name": ("ordinal", lambda: meeting("市政府第五次常务会议研究同意，现将有关事项通知如下。", title="关于召开市安委会第四次全体会议的通知")),
    "line of a notice before the meeting's day": ("meeting-before-issue", lambda: meeting("为做好岁末年初安全生产工作，现将有关事项通知如下。", "拟于近期召开会议。", date="2026年11月28日")),
    "meeting in the new year": ("meeting-before-issue", lambda: meeting("定于1月5日上午9:00在市政府三楼会议室召开会议。", date="2026年12月28日")),
    "letter that answers": ("kind-and-text", lambda: paper("现将有关事项函复如下。", FIRST, title=("临江市应急管理局关于尾矿库", "安全检查有关事项的函"))),
    "title that ends with a cited paper": ("title-double-kind", lambda: paper(title=("关于印发《关于做好尾矿库安全", "工作的通知》的通知"))),
    "bureau of culture and tourism": ("old-name", lambda: sentence("请将情况报市文化和旅游局。")),
    "addressees with a blank after one name": ("recipient-marks", lambda: paper(to="各县 （市、区）人民政府：")),
    "half bracket of a list": ("pairs", lambda: sentence("1）压实责任，抓好落实。")),
    "link in the text": ("marks", lambda: paper(tweak=_linked)),
    "time of day with a wave": ("ranges", lambda: sentence("会议时间为上午9:00～11:30。")),
    "number before a title that is cited": ("cited-number", lambda: sentence("文中“（国发〔2025〕3号）《关于加强安全生产的意见》”一句有误。")),
    "quoted digits": ("wide-digits", lambda: sentence("表中“１１４家企业”一栏请更正。")),
    "list that starts anew": ("number-gap", lambda: paper(TEXT[0], "一、压实责任", "1.分清职责。", "2.签字背书。", "1.全面排查。", "2.立查立改。")),
    "numbers deep in the text": ("number-gap", lambda: paper(TEXT[0], "一、压实责任", "2.签字背书。")),
    "quantity in Chinese that is no number": ("number-gap", lambda: paper(TEXT[0], "一二三、要逐级压实责任。")),
    "body on pages across with a grid": ("type-area", lambda: of(conforming.landscape_annex)),
    "characters by the grid": ("characters-per-line", lambda: paper(tweak=_char_grid)),
    "paper with a page break": ("page-number-place", lambda: paper(tweak=lambda book: book.page_break())),
    "word still to be confirmed": ("end-parts-face", lambda: paper(tweak=both(with_face("2026年", "黑体"), _tinted("2026年")))),
    "bold words in a heading of text": ("text-face", lambda: paper(TEXT[0], FIRST, tweak=_label_words)),
    "text after a tab": ("text-indent", lambda: paper(tweak=_tabbed)),
    "framed words in the text": ("text-indent", lambda: paper(tweak=both(with_indent("各级", 0), style("各级", "framePr", w="3000")))),
    "letter whose first page is bare": ("letter-first-page", lambda: of(conforming.letter, _bare_first_page)),
    "others present at a meeting": ("minutes-attendance", lambda: of(conforming.minutes, lambda book: find(book, "请假")._p.addnext(book.line("记录：陈某。", left=5, first=-3)._p))),
    "printing date in words": ("printing-order", lambda: paper(printed="2026年冬月初五日")),
    "organ far from its date": ("printing-place", lambda: paper(tweak=_two_columns)),
    "deadline without a year": ("deadline-after-meeting", lambda: meeting(*TIMED, "请于11月31日前将参会回执报市政府办公室。")),
    "attachment without title": ("annex-title", lambda: paper(note=("任务分解表",), annexes=(("附件", "任务分解表"),), tweak=_untitled)),
    "passed-on paper without a label": ("annex-missing", lambda: of(conforming.passed_on, _with_note)),
    "attachment of a paper without a date": ("annex-unlisted", lambda: of(conforming.no_head, lambda book: book.annex("附件", "任务分解表", FIRST))),
    "imprint in a grid of a style": ("imprint-rules", lambda: paper(tweak=both(_unruled, _grid_style))),
    "imprint brought down by hand": ("imprint-foot", lambda: of(conforming.no_head, lambda book: (book.blank(6), _wrapped_imprint(book)))),
    "printer right before its date": ("printing-place", lambda: paper(printer="临江市人民政府办公室2026年11月20日印发", printed="", tweak=lambda book: _only_text(book, "临江市人民政府办公室2026年11月20日印发"))),
    "second signer on a line of his own": ("signer-form", lambda: paper(signer="李某某", tweak=_second_signer)),
    "letter that is a reply": ("kind-and-text", lambda: paper("现批复如下。", FIRST, title=("临江市应急管理局关于尾矿库", "安全设施设计有关事项的函"))),
    "opinion passed on": ("title-double-kind", lambda: paper(title=("关于贯彻落实安全生产改革发展", "的意见的通知"))),
    "telephone numbers": ("ranges", lambda: sentence("值班电话8230001-8230009个号码均可接通。")),
    "number in Chinese beyond ninety-nine": ("number-gap", lambda: paper(TEXT[0], "二三十、逐级压实责任。")),
    "meeting long after the word": ("meeting-time", lambda: meeting(*TIMED, "决定召开的会议由市安委会办公室负责筹备，请于11月25日前报名。")),
    "second item after a tab": ("note-alignment", lambda: paper(**TWO, tweak=_tab_item)),
}  # fmt: skip


def _organ(book: Book) -> Any:
    return next(
        each
        for each in book.document.paragraphs
        if each.text == "临江市人民政府办公室" and each.runs[0].font.size == Pt(16)
    )


def _organ_close(book: Book) -> None:
    element = _organ(book)._p
    while not "".join(element.getprevious().itertext()):
        element.getparent().remove(element.getprevious())


def _auto_space(book: Book) -> None:
    _organ(book)._p.pPr.find(qn("w:spacing")).set(qn("w:beforeAutospacing"), "1")


def _first_run(book: Book, text: str, instead: str) -> None:
    find(book, text).runs[0].text = instead


def _linked(book: Book) -> None:
    field = "<w:r><w:fldChar w:fldCharType='{}'/></w:r>"
    line = (
        field.format("begin")
        + '<w:r><w:instrText>HYPERLINK "http://yjglj"</w:instrText></w:r>'
        + field.format("separate")
        + "<w:r><w:t>网址:局网站,首页</w:t></w:r>"
        + field.format("end")
    )
    find(book, "各级各部门")._p.append(parse_xml(f"<w:p {nsdecls('w')}>{line}</w:p>"))
    host = find(book, "各级各部门")._p
    holder = host[-1]
    for run in list(holder):
        host.append(run)
    host.remove(holder)


def _char_grid(book: Book) -> None:
    section = book.document.sections[0]._sectPr
    for old in section.findall(qn("w:docGrid")):
        section.remove(old)
    section.append(
        parse_xml(f"<w:docGrid {nsdecls('w')} w:type='linesAndChars' w:linePitch='579' w:charSpace='-849'/>")
    )
    for paragraph in book.document.paragraphs:
        for run in paragraph.runs:
            for spacing in run._r.rPr.findall(qn("w:spacing")):
                run._r.rPr.remove(spacing)


def _tinted(text: str) -> Callable[[Book], None]:
    def change(book: Book) -> None:
        shade = parse_xml(f"<w:shd {nsdecls('w')} w:val='clear' w:color='auto' w:fill='FFF2CC'/>")
        find(book, text).runs[0]._r.rPr.append(shade)

    return change


def _label_words(book: Book) -> None:
    paragraph = find(book, "各级各部门")
    paragraph._p.insert(1, book.run(paragraph, "时间安排：", book.hei)._r)


def _tabbed(book: Book) -> None:
    with_indent("各级", 0)(book)
    run = find(book, "各级").runs[0]
    run.text = "\t" + run.text


def _bare_first_page(book: Book) -> None:
    book.number_pages()
    section = book.document.sections[0]
    section.different_first_page_header_footer = True


def _two_columns(book: Book) -> None:
    table = book.document.tables[-1]
    table.add_column(Pt(200))


def _untitled(book: Book) -> None:
    title = find(book, "任务分解表")
    title._p.getparent().remove(title._p)


def _with_note(book: Book) -> None:
    place = next(each for each in book.document.paragraphs if "已经市政府同意" in each.text)
    place._p.addnext(book.line("附件：尾矿库名单", left=5, first=-3)._p)
    place._p.addnext(book.line()._p)


def _tab_item(book: Book) -> None:
    run = find(book, "2.问题清单").runs[0]
    run.text = "\t" + run.text


def _off_grid(book: Book) -> None:
    for paragraph in book.document.paragraphs:
        paragraph._p.pPr.append(parse_xml(f"<w:snapToGrid {nsdecls('w')} w:val='0'/>"))


def _joint_close(book: Book) -> None:
    element = find(book, "临江市应急管理局")._p
    organ = next(each._p for each in book.document.paragraphs if each.text == "临江市应急管理局")
    del element
    while not "".join(organ.getprevious().itertext()):
        organ.getparent().remove(organ.getprevious())


def _unruled(book: Book) -> None:
    table = book.document.tables[-1]
    for name in ("tcBorders", "tblBorders", "tblStyle"):
        for element in list(table._tbl.iter(qn(f"w:{name}"))):
            element.getparent().remove(element)
    table.rows[0].cells[0]._tc.get_or_add_tcPr().append(
        parse_xml(f"<w:vAlign {nsdecls('w')} w:val='center'/>")
    )
    inner = table.rows[-1].cells[0]._tc
    for element in inner.findall(qn("w:tcPr")):
        inner.remove(element)


def _grid_style(book: Book) -> None:
    book.document.tables[-1].style = "Table Grid"


def _wrapped_imprint(book: Book) -> None:
    book.line("抄送：市委办公室，市人大常委会办公室，市政协办公室，", size=14, left=1)
    book.line("市法院，市检察院。", size=14, left=4)
    book.line("临江市人民政府办公室　　2026年11月20日印发", size=14, left=1)
    book.blank(2)


def _before_organ(book: Book, lines: list[Any]) -> None:
    for line in lines:
        _organ(book)._p.addprevious(line._p)


def _blanks_before_label(book: Book) -> None:
    label = next(each for each in book.document.paragraphs if each.text == "附件")
    for _ in range(2):
        label._p.addprevious(book.line()._p)


def _bookmark(book: Book) -> None:
    organ = _organ(book)._p
    organ.addprevious(parse_xml(f"<w:bookmarkStart {nsdecls('w')} w:id='9' w:name='署名'/>"))
    organ.addprevious(parse_xml(f"<w:bookmarkEnd {nsdecls('w')} w:id='9'/>"))


def _low_spacer(book: Book) -> None:
    spacer = find(book, "临江市人民政府办公室文件")._p.getprevious()
    spacer.pPr.find(qn("w:spacing")).set(qn("w:line"), "240")


def _blue_word(book: Book) -> None:
    paragraph = find(book, "各级各部门")
    book.run(paragraph, "务必落实到位。", color="0000FF")


def _border_title(book: Book) -> None:
    find(book, "关于做好")._p.pPr.insert(
        0,
        parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:top w:val='single' w:sz='12' w:space='5' w:color='FF0000'/></w:pBdr>"
        ),
    )


def _only_text(book: Book, text: str) -> None:
    paragraph = book.document.tables[-1].rows[-1].cells[0].paragraphs[0]
    for run in paragraph.runs[1:]:
        run._r.getparent().remove(run._r)
    paragraph.runs[0].text = text


def _second_signer(book: Book) -> None:
    no_border(book)
    find(book, "临政办发")._p.addnext(book.line("王某某", book.kai, align="右")._p)


@pytest.mark.parametrize("name", SILENT)
def test_what_only_looks_like_a_slip_is_not_told(name: str) -> None:
    rule, make = SILENT[name]
    assert told(rule, make()) == []


# ---------------------------------------------------------------- page numbers


def numbered(book: Book, inside: str) -> None:
    """Make the only footer hold this and nothing else."""
    element = book.document.sections[0].footer.paragraphs[0]._p
    element.addprevious(parse_xml(inside.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))
    element.getparent().remove(element)


PAGE = "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
SIMPLE = "<w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r></w:fldSimple>"
BOXED = (
    "<w:p><w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent><w:p>"
    f"{PAGE}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
FOOTERS = {
    "centred": f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{PAGE}</w:p>",
    "simple field": f"<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{SIMPLE}</w:p>",
    "old mark": "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:pgNum/></w:r></w:p>",
    "of many pages": f"<w:p><w:r><w:t>第</w:t></w:r>{PAGE}<w:r><w:t>页 共</w:t></w:r>{PAGE.replace('PAGE', 'NUMPAGES')}<w:r><w:t>页</w:t></w:r></w:p>",
    "after a tab": f"<w:p><w:r><w:tab/></w:r>{PAGE}</w:p>",
    "in a box": BOXED,
    "in a frame": f"<w:p><w:pPr><w:framePr w:wrap='around'/></w:pPr>{PAGE}</w:p>",
}


def with_footer(name: str, *, even: bool = False) -> bytes:
    def change(book: Book) -> None:
        numbered(book, FOOTERS[name])
        if not even:
            book.document.settings.odd_and_even_pages_header_footer = False

    return paper(*TEXT, *[FIRST] * 12, tweak=change)


@pytest.mark.parametrize("name", FOOTERS)
def test_page_number_in_any_form_is_seen_and_set_once_on_the_outer_side(name: str) -> None:
    data = with_footer(name)
    assert told("page-number", data) == []
    after = format_document(data).data
    assert [str(one) for one in check(after) if one.rule.startswith("page-number") and one.repairable] == []
    document = WordDocument(after)
    from tongzhi.check import footers

    shown = footers.numbers(recognise(document, None, GBT9704, Knowledge()))
    assert 1 <= len(shown) <= 2


def test_number_on_one_side_of_many_pages_is_told() -> None:
    def change(book: Book) -> None:
        book.document.settings.odd_and_even_pages_header_footer = False

    said = " ".join(told("page-number-place", paper(*TEXT, *[FIRST] * 12, tweak=change)))
    assert "单双页页码在同一侧" in said
    assert "单双页页码在同一侧" not in " ".join(
        told("page-number-place", paper(FIRST, copies="", printer="", tweak=change))
    )


def test_words_beside_the_number_in_a_footer_stay() -> None:
    def change(book: Book) -> None:
        numbered(book, f"<w:p><w:r><w:t>内部资料</w:t></w:r>{PAGE}</w:p>")

    data = paper(tweak=change)
    after = WordDocument(format_document(data).data)
    shown = "".join("".join(root.itertext()) for root in after.stories("footer"))
    assert "内部资料" in shown


def test_item_of_one_sentence_may_stand_in_the_face_of_the_text() -> None:
    def set_in_text_face(words: str) -> bytes:
        return paper(*TEXT, words, tweak=with_face(words, "仿宋_GB2312"))

    assert told("text-face", set_in_text_face("（三）督导检查节日期间值班情况。")) == []
    assert "应为：楷体" in " ".join(told("text-face", set_in_text_face("（三）督导检查")))


def test_facts_of_a_form_beside_its_table_are_no_untidy_text() -> None:
    book = docx.Document()
    book.add_paragraph("参会回执").alignment = 1
    book.add_paragraph("填报单位：　　　　　　　　　　联系人：　　　　　　　　　　电话：　　　　").runs[
        0
    ].font.size = Pt(10.5)
    book.add_table(2, 3).cell(0, 0).text = "姓名"
    stream = io.BytesIO()
    book.save(stream)
    assert told("text-size", stream.getvalue()) == []
