"""`format`: the text stays, twice is once, and no error is left that it could have put right."""

from __future__ import annotations

import io
import zipfile

import docx
import docx.document
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from tongzhi.anatomy.measure import Ruler
from tongzhi.anatomy.paper import Knowledge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check.registry import rules
from tongzhi.check.repair import format_document
from tongzhi.check.restyle import Restyler
from tongzhi.check.run import check
from tongzhi.model.finding import Finding
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.standard.house import house_standard
from tongzhi.word.document import WordDocument
from tongzhi.word.text import layout_text

from .cases import CASES
from .conforming import SHAPES
from .untidy import east_face, everything, headings, plain

MESS = (
    "临江市人民政府办公室文件", "临政办发[2026]第012号", "", "关于做好尾矿库安全工作的通知", "各县(市、区)人民政府:",
    "    为做好尾矿库安全工作,现将有关事项通知如下。", "一、压实责任", "各级各部门要压实安全生产责任，深入排查整治风险隐患。",
    "（一）突出重点。各县区要逐一排查。", "附件：1.任务分解表", "2.问题清单", "临江市人民政府办公室", "2026年11月20日", "附件1", "任务分解表",
    "一、尾矿库", "附件2", "问题清单", "一、非煤矿山", "抄送：市委办公室。", "临江市人民政府办公室  2026年11月20日印发",
)  # fmt: skip
UNTIDY = {"typed": plain(*MESS), "everything": everything(), "headings": headings()}
UNTIDY |= {
    name: CASES[name][0]() for name in ("page-size", "text-indent", "date-place", "annex-page", "note-indent")
}


@pytest.mark.parametrize("name", UNTIDY)
def test_format_keeps_the_text_and_everything_else_that_is_read(name):
    once = format_document(UNTIDY[name]).data
    assert layout_text(WordDocument(once)) == layout_text(WordDocument(UNTIDY[name]))


@pytest.mark.parametrize("name", UNTIDY)
def test_format_twice_is_format_once(name):
    once = format_document(UNTIDY[name]).data
    assert format_document(once).data == once


@pytest.mark.parametrize("name", UNTIDY)
def test_nothing_repairable_is_left(name):
    left = check(format_document(UNTIDY[name]).data)
    assert [str(finding) for finding in left if finding.repairable] == []


def _of_rule(name: str, data: bytes) -> list[Finding]:
    rule = next(each for each in rules() if each.id == name)
    return list(rule.find(recognise(WordDocument(data), None, GBT9704, Knowledge())))


ALONE = (
    "mark-face",
    "mark-top",
    "title-wrap",
    "title-bold",
    "organ-before-date",
    "remark-form",
    "text-colour",
)


@pytest.mark.parametrize("name", ALONE)
def test_slip_is_put_right_on_its_own_and_the_text_stays(name):
    broken = CASES[name][0]()
    made = format_document(broken, only=lambda finding: finding.rule == name)
    assert [str(one) for one in _of_rule(name, made.data) if one.repairable] == []
    assert layout_text(WordDocument(made.data)) == layout_text(WordDocument(broken))


@pytest.mark.parametrize("shape", SHAPES[:6], ids=lambda shape: shape.__name__)
def test_conforming_paper_still_conforms_when_formatted(shape):
    assert [str(finding) for finding in check(format_document(shape().save()).data)] == []


def test_typed_paper_gets_the_layout_of_the_standard():
    made = format_document(UNTIDY["typed"]).data
    book = docx.Document(io.BytesIO(made))
    section = book.sections[0]
    assert [round(side.mm) for side in (section.top_margin, section.bottom_margin, section.left_margin)] == [
        37,
        35,
        28,
    ]
    assert east_face(made, "一、压实") == "黑体"
    assert east_face(made, "（一）") == "楷体_GB2312"
    assert east_face(made, "各级") == "仿宋_GB2312"
    assert book.settings.odd_and_even_pages_header_footer
    foot = book.tables[-1]
    assert foot._tbl.tblPr.find(qn("w:tblpPr")).get(qn("w:tblpYSpec")) == "bottom"
    assert [row.cells[0].text[:2] for row in foot.rows] == ["抄送", "临江"]


def test_pictures_notes_comments_and_other_parts_stay_byte_for_byte():
    before = zipfile.ZipFile(io.BytesIO(UNTIDY["everything"]))
    after = zipfile.ZipFile(io.BytesIO(format_document(UNTIDY["everything"]).data))
    for name in before.namelist():
        if "media/" in name or "comments" in name or "styles" in name or "numbering" in name:
            assert after.read(name) == before.read(name), name


def test_fix_text_lists_each_change_and_changes_nothing_else():
    made = format_document(UNTIDY["typed"], fix_text=True)
    changed = {(change.found, change.instead) for change in made.changes}
    assert {("[2026]", "〔2026〕"), ("(", "（"), (":", "："), (",", "，")} <= changed
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(made.data)).paragraphs)
    assert "临政办发〔2026〕第012号" in text
    assert "各县（市、区）人民政府：" in text


def test_revisions_can_be_refused_and_give_the_text_back():
    made = format_document(UNTIDY["typed"], fix_text=True, revisions=True).data
    document = WordDocument(made)
    for inserted in list(document.body.iter(qn("w:ins"))):
        inserted.getparent().remove(inserted)
    for deleted in list(document.body.iter(qn("w:delText"))):
        deleted.tag = qn("w:t")
        wrapper = deleted.getparent().getparent()
        wrapper.addnext(deleted.getparent())
    refused = "".join("".join(each.itertext()) for each in document.body.iter(qn("w:p")))
    assert "".join("".join(line.split()) for line in MESS) == "".join(refused.split())


def test_a_repair_that_costs_text_is_taken_back_and_named(monkeypatch):
    def eat(restyler, paragraph):
        run = paragraph.runs[0].element
        run.getparent().remove(run)
        restyler.paper.document.touched.add(restyler.paper.document.main)

    monkeypatch.setattr(Restyler, "remark", eat)
    paper = CASES["remark-form"][0]()
    made = format_document(paper)
    assert made.given_up == {"remark-form"}
    assert layout_text(WordDocument(made.data)) == layout_text(WordDocument(paper))


def test_a_repair_that_fails_is_left_out_and_the_others_go_on(monkeypatch):
    def fail(*_, **__):
        raise KeyError

    monkeypatch.setattr(Restyler, "title", fail)
    made = format_document(UNTIDY["typed"])
    assert "title-size" in made.given_up or "title-face" in made.given_up
    assert any(finding.rule == "page-margins" for finding in made.repaired)


def test_house_style_is_set_and_checked_alike():
    house = house_standard({"标题": "华文中宋"}, {"行距": "28", "页码位置": "居中", "上边距": "30"})
    made = format_document(UNTIDY["typed"], standard=house)
    assert [str(finding) for finding in made.left if finding.repairable] == []
    kinds = {finding.rule for finding in check(made.data)}
    assert {"page-margins", "lines-per-page", "page-number-place"} <= kinds
    footer = docx.Document(io.BytesIO(made.data)).sections[0].footer.paragraphs[0]
    assert footer.alignment == 1


def test_same_input_gives_the_same_bytes():
    assert format_document(UNTIDY["typed"]).data == format_document(UNTIDY["typed"]).data


def small_draft(*, table: bool = False) -> docx.document.Document:
    """Give a draft typed at 12 pt throughout, perhaps with a table between its paragraphs."""
    book = docx.Document()
    book.styles["Normal"].font.size = Pt(12)
    for line in ("关于做好尾矿库安全工作的通知", "各县区人民政府：", *DRAFT):
        book.add_paragraph(line)
        if table and line == DRAFT[0]:
            book.add_table(1, 2).cell(0, 0).text = "县区"
    return book


DRAFT = (
    "为做好尾矿库安全工作，坚决防范遏制重特大事故，现将有关事项通知如下。", "一、压实责任",
    "各级各部门要压实安全生产责任，深入排查整治风险隐患，确保安全稳定。",
    "临江市人民政府办公室", "2026年11月20日",
)  # fmt: skip


def saved(book: docx.document.Document) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_text_beside_a_table_is_set_when_the_whole_draft_is_small():
    made = format_document(saved(small_draft(table=True))).data
    assert [east_face(made, words) for words in ("为做好", "一、压实", "各级")] == [
        "仿宋_GB2312",
        "黑体",
        "仿宋_GB2312",
    ]


def test_short_lines_of_an_attachment_are_set_when_the_whole_draft_is_small():
    book = small_draft()
    book.add_page_break()
    for line in ("附件", "任务分解表", "内容另行通知。"):
        book.add_paragraph(line)
    assert east_face(format_document(saved(book)).data, "内容另行") == "仿宋_GB2312"


def test_organ_and_the_lines_above_it_stay_on_the_page_of_the_date():
    book = docx.Document(io.BytesIO(format_document(saved(small_draft())).data))
    kept = {paragraph.text: paragraph.paragraph_format.keep_with_next for paragraph in book.paragraphs}
    assert kept["临江市人民政府办公室"]
    assert kept[""]
    assert not kept["2026年11月20日"]


def test_work_grows_with_the_length_of_a_paper_and_not_faster(monkeypatch):
    measured = []
    real = Ruler.size
    monkeypatch.setattr(Ruler, "size", lambda ruler, line: measured.append(line) or real(ruler, line))

    def cost(lines: int) -> int:
        measured.clear()
        check(plain("关于做好尾矿库安全工作的通知", *["各级各部门要压实安全生产责任。"] * lines))
        return len(measured)

    assert cost(400) < 2.5 * cost(200)


def test_a_typed_line_of_the_title_that_is_too_long_wraps_between_words():
    document = docx.Document()
    for text in ("关于组织我校毕业生参加“百校千企”网络视频", "双选活动的通知"):
        head = document.add_paragraph()
        head.alignment = 1
        head.add_run(text).font.size = Pt(16)
    for text in ("各学院：", "现将有关事项通知如下，请认真组织落实，按时报送情况。", "特此通知。"):
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    made = format_document(out.getvalue(), kind="公文")
    assert "title-line-width" not in {finding.rule for finding in made.left}
    first = WordDocument(made.data).paragraphs[0]
    assert int(first.properties["left"]) > 500
    assert format_document(made.data, kind="公文").data == made.data
