"""Which line of a paper is taken for which element, where a clerk's paper is not as the standard draws it."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tongzhi.anatomy.paper import LETTER, MINUTES, RED_HEAD, Paper
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.run import check
from tongzhi.word.document import WordDocument

from .cases import TEXT, find, paper
from .conforming import minutes
from .paperwork import FIRST, OPENING, SECOND, Book

TITLE = "临江市尾矿库安全治理工作方案"


def read(book: Book | bytes) -> Paper:
    return recognise(WordDocument(book if isinstance(book, bytes) else book.save()))


def words(lines: list[Any]) -> list[str]:
    return [line.stripped for line in lines]


def plan(*text: str) -> Book:
    """A paper without a head: title and text."""
    book = Book()
    book.title(TITLE)
    book.text(*(text or (FIRST, SECOND)))
    return book


def told(data: bytes) -> str:
    return " ".join(str(finding) for finding in check(data))


# ---------------------------------------------------------------- title and addressee


def test_file_that_is_one_attachment_is_read_as_an_attachment() -> None:
    book = Book()
    book.line("附件1", book.hei, align="左")
    book.title_after_label("安全生产大检查任务分解表")
    book.text(FIRST)
    found = read(book)
    assert [(each.no, each.name) for each in found.annexes] == [(1, "安全生产大检查任务分解表")]
    assert found.body == []
    assert "段首空" not in told(book.save())


def test_date_above_the_title_does_not_hide_the_title() -> None:
    book = Book()
    book.line("2026年11月20日", align="中")
    book.title("在全市安全生产工作会议上的讲话")
    book.text(FIRST, SECOND)
    found = read(book)
    assert words(found.title) == ["在全市安全生产工作会议上的讲话"]
    assert words(found.subtitle) == ["2026年11月20日"]
    assert words(found.body) == [FIRST, SECOND]


def test_form_that_starts_with_a_table_has_no_title() -> None:
    book = Book()
    table = book.document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "临江市应急管理局文件呈批单"
    book.text(FIRST, SECOND)
    found = read(book)
    assert (found.title, words(found.body)) == ([], [FIRST, SECOND])


def test_text_that_starts_with_a_numbered_heading_has_no_title() -> None:
    book = Book()
    book.text("一、压实安全生产责任", FIRST, "二、深化隐患排查整治", SECOND)
    found = read(book)
    assert found.title == []
    assert words(found.body)[0] == "一、压实安全生产责任"


@pytest.mark.parametrize(
    "line",
    [
        "根据全市安全生产工作会议安排，现作如下部署：",
        "根据会议安排：",
        "一、各县区要做到：",
        "时间安排；物资准备；应急值守：",
        "会议由副市长张某主持。出席会议的有：",
    ],
)
def test_first_line_of_the_text_that_ends_with_a_colon_is_no_addressee(line: str) -> None:
    found = read(plan(line, FIRST))
    assert found.recipients is None
    assert words(found.body)[0] == line


def test_addressees_parted_by_semicolons_are_addressees() -> None:
    found = read(paper(to="各县（市、区）人民政府；市应急管理局、市教育局："))
    assert found.recipients is not None
    assert "用了“；”" in told(paper(to="各县（市、区）人民政府；市应急管理局、市教育局："))


# ---------------------------------------------------------------- signature and minutes


def test_thirteen_organs_that_sign_together_are_all_organs() -> None:
    names = [
        f"临江市{name}局"
        for name in [
            "教育",
            "公安",
            "民政",
            "司法",
            "财政",
            "住建",
            "交通",
            "水利",
            "农业",
            "商务",
            "卫健",
            "应急",
            "统计",
        ]
    ]
    book = Book()
    book.title("关于进一步加强校园消防安全工作的通知")
    book.to()
    book.text(OPENING, FIRST)
    book.blank()
    for name in names:
        book.line(name, align="右", right=2)
    book.line("2026年11月20日", align="右", right=2)
    assert words(read(book).organs) == names


def test_closing_words_are_no_organ() -> None:
    book = Book()
    book.title("青川县人民政府关于安全生产大检查情况的报告")
    book.to("临江市人民政府：")
    book.text(FIRST, "特此报告")
    book.sealed("青川县人民政府", "2026年11月19日", gap=1)
    found = read(book)
    assert words(found.organs) == ["青川县人民政府"]
    assert words(found.body)[-1] == "特此报告"


def test_cover_with_title_organ_and_date_alone_has_no_text() -> None:
    book = Book()
    book.title(TITLE)
    book.line("临江市安全生产委员会办公室编制印刷分发中心", align="中")
    book.line("临江市安全生产委员会办公室", align="中")
    book.line("2026年11月20日", align="中")
    found = read(book)
    assert found.body == []
    assert words(found.organs)[-1] == "临江市安全生产委员会办公室"


def test_date_in_an_attachment_is_not_the_date_of_the_paper() -> None:
    book = plan()
    book.annex("附件", "安全生产大检查工作安排", FIRST)
    book.line("2026年12月10日", align="右")
    found = read(book)
    assert found.date is None
    assert [each.name for each in found.annexes] == ["安全生产大检查工作安排"]


def test_attendance_below_the_date_of_minutes_is_attendance() -> None:
    book = minutes()
    lines = [each for each in book.document.paragraphs if each.text[:2] in ("出席", "列席", "请假")]
    lines[0]._p.addprevious(book.line("临江市安全生产委员会", align="右", right=4)._p)
    lines[0]._p.addprevious(book.line("2026年11月20日", align="右", right=4)._p)
    found = read(book)
    assert found.kind == MINUTES
    assert [line.stripped[:2] for line in found.attendance] == ["出席", "列席", "请假"]
    assert words([found.date]) == ["2026年11月20日"]


def test_short_labels_of_minutes_are_the_imprint() -> None:
    book = minutes()
    book.line("报：市委常委，市政府副市长。", size=14)
    book.line("送：市委办公室，市人大常委会办公室。", size=14)
    book.line("发：各县（市、区）安委会，市安委会成员单位。", size=14)
    assert [line.stripped[0] for line in read(book).imprint] == ["报", "送", "发"]


# ---------------------------------------------------------------- attachments


def test_note_whose_label_stands_alone_names_what_follows() -> None:
    def change(book: Book) -> None:
        place = find(book, SECOND[:6])
        for text in ("2.问题清单", "1.任务分解表", "附件："):
            place._p.addnext(book.line(text, first=2)._p)

    found = read(paper(tweak=change))
    assert [(item.no, item.name) for item in found.items] == [(1, "任务分解表"), (2, "问题清单")]


def test_word_attachment_inside_the_text_is_no_note() -> None:
    line = "附件：任务分解表"
    found = read(paper(TEXT[0], FIRST, line, SECOND))
    assert found.note == []
    assert line in words(found.body)


def test_title_of_an_attachment_over_two_lines_is_one_title() -> None:
    book = plan()
    book.line("附件", book.hei, align="左", page=True)
    book.blank()
    book.line("临江市尾矿库安全生产大检查", book.song, 22, align="中", pitch=32)
    book.line("任务分解表", book.song, 22, align="中", pitch=32)
    book.text(FIRST)
    assert [each.name for each in read(book).annexes] == ["临江市尾矿库安全生产大检查任务分解表"]


def test_words_below_the_table_of_an_attachment_are_no_title() -> None:
    book = plan()
    book.line("附件", book.hei, align="左", page=True)
    table = book.document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "序号"
    book.line("填报人：陈某", align="左")
    (annex,) = read(book).annexes
    assert (annex.title, words(annex.body)) == ([], ["填报人：陈某"])


# ---------------------------------------------------------------- the head


def test_paper_that_is_a_head_alone_has_one() -> None:
    book = Book()
    book.head()
    found = read(book)
    assert (found.kind, found.title, found.body) == (RED_HEAD, [], [])


def test_number_still_to_be_given_is_passed_over() -> None:
    found = read(paper(number="文号待定"))
    assert (found.kind, found.doc_no) == (RED_HEAD, None)
    assert words(found.title)[0] == "临江市人民政府办公室"


def test_empty_text_box_above_the_head_is_passed_over() -> None:
    def change(book: Book) -> None:
        place = find(book, "临江市人民政府办公室文件")
        place._p.append(
            parse_xml(
                f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox>'
                "<w:txbxContent><w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        )

    found = read(paper(tweak=change))
    assert words(found.mark) == ["临江市人民政府办公室文件"]


def test_red_head_in_a_table_is_a_head_whose_rule_cannot_be_told() -> None:
    book = Book()
    table = book.document.add_table(rows=2, cols=1)
    for row, text, color in zip(
        table.rows, ("临江市应急管理局文件", "临应急〔2026〕4号"), ("FF0000", None), strict=True
    ):
        book.run(row.cells[0].paragraphs[0], text, book.song, 36 if color else 16, color=color)
    book.title("临江市应急管理局", "关于尾矿库安全工作的通知")
    book.to()
    book.text(*TEXT)
    found = read(book)
    assert words(found.mark) == ["临江市应急管理局文件"]
    assert "没有红色分隔线" not in told(book.save())


def bare_name(*, number: str, rule_first: bool) -> Book:
    """A head whose mark is the organ's name alone, in red, without the double rule of a letter."""
    book = Book(numbered=False)
    mark = book.line("临江市应急管理局", book.song, 42, align="中", color="FF0000", pitch=60)
    if rule_first:
        book.border(mark)
    line = book.line("临应急函〔2026〕35号", align=number)
    if not rule_first:
        book.border(line)
    book.blank(2)
    book.title("临江市应急管理局关于商请协助开展", "尾矿库安全检查的函")
    book.to("市自然资源局：")
    book.text(FIRST, SECOND)
    book.sealed("临江市应急管理局", "2026年11月18日")
    return book


@pytest.mark.parametrize(
    ("number", "rule_first", "kind"),
    [("右", True, LETTER), ("右", False, LETTER), ("中", True, LETTER), ("中", False, RED_HEAD)],
)
def test_bare_name_is_a_letter_when_number_or_rule_stand_as_in_one(
    number: str, rule_first: bool, kind: str
) -> None:
    assert read(bare_name(number=number, rule_first=rule_first)).kind == kind


def test_copies_wrapped_by_hand_belong_to_the_imprint() -> None:
    lines = [
        "抄送：市委办公室，市人大常委会办公室，市政协办公室，",
        "市法院，市检察院。",
        "临江市人民政府办公室　　2026年11月20日印发",
    ]
    book = plan()
    for line in lines:
        book.line(line, size=14)
    found = read(book)
    assert words(found.imprint) == lines
    assert words(found.body) == [FIRST, SECOND]


def test_badge_above_the_mark_does_not_hide_the_head() -> None:
    def badge(book: Book) -> None:
        place = find(book, "临江市人民政府办公室文件")
        place._p.addprevious(
            parse_xml(
                f"<w:p {nsdecls('w')}><w:r><w:drawing><a:graphic xmlns:a='http://schemas.openxmlformats.org/drawingml/"
                "2006/main'><a:blip/></a:graphic></w:drawing></w:r></w:p>"
            )
        )

    found = read(paper(tweak=badge))
    assert (found.kind, words(found.mark)) == (RED_HEAD, ["临江市人民政府办公室文件"])
    assert words(found.title)[0] == "临江市人民政府办公室"
