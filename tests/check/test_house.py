"""An office's layout is learnt from one of its papers, and what is learnt reads the paper as right."""

from __future__ import annotations

import dataclasses

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tongzhi.check.house import learn_style
from tongzhi.check.run import check
from tongzhi.errors import InputError
from tongzhi.standard.house import house_standard

from . import conforming
from .paperwork import FIRST, OPENING, SECOND, Book

LAYOUT = {"page-margins", "type-area", "lines-per-page", "characters-per-line", "text-face", "text-size"}


def paper(book: Book) -> bytes:
    book.head()
    book.title("临江市人民政府办公室", "关于切实做好岁末年初安全生产", "工作的通知")
    book.to()
    book.text(OPENING, "一、压实安全生产责任", FIRST, "（一）突出重点领域。" + FIRST, SECOND)
    book.sealed()
    book.imprint()
    return book.save()


@pytest.mark.parametrize("make", conforming.SHAPES, ids=lambda make: make.__name__)
def test_a_paper_that_conforms_teaches_no_other_margins_sizes_or_faces(make):
    style = learn_style(make().save())
    kept = {"上边距", "左边距", "版心宽", "版心高", "每页行数", "正文字号", "标题字号", "行距"}
    assert not kept & set(style.values), style.values
    assert not style.faces, style.faces


def test_an_office_s_own_layout_is_learnt_and_then_right():
    data = paper(Book(pitch=29.5, top=30, fang="华康仿宋体W4", spacing=0))
    style = learn_style(data)
    assert style.faces == {}  # sold under another name, of the same design
    assert style.values["上边距"] == 30
    assert {trait.name for trait in style.deviations} == set(style.values)
    own = house_standard(style.faces, style.values)
    before = {finding.rule for finding in check(data)}
    after = {finding.rule for finding in check(data, standard=own)}
    assert "page-margins" in before
    assert not LAYOUT & after


def test_another_face_and_size_of_the_text_are_learnt():
    book = Book(fang="等线", kai="等线", hei="等线")
    data = paper(book)
    style = learn_style(data)
    assert style.faces["正文"] == "等线"
    assert "标题" not in style.faces


def test_a_number_in_the_middle_is_learnt():
    book = Book(numbered=False)
    line = book.document.sections[0].footer.paragraphs[0]
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = line.add_run()
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        tag = docx.oxml.OxmlElement("w:instrText" if text else "w:fldChar")
        if text:
            tag.text = text
        else:
            tag.set(docx.oxml.ns.qn("w:fldCharType"), kind)
        run._r.append(tag)
    assert learn_style(paper(book)).values["页码位置"] == "居中"


def test_what_the_sample_does_not_show_is_said_and_not_learnt():
    book = Book()
    book.title("关于印发工作要点的通知")
    book.text(OPENING, FIRST)
    style = learn_style(book.save())
    assert {"红头字号", "红色", "表格字号"} <= set(style.unseen)
    assert not {"红头字号", "红色", "表格字号"} & set(style.values)


def test_the_table_of_an_imprint_is_no_table_of_the_text():
    data = paper(Book())
    assert "表格字号" not in learn_style(data).values


def test_a_sample_without_text_teaches_nothing():
    book = Book()
    book.title("值班表")
    with pytest.raises(InputError, match="没有成段的正文"):
        learn_style(book.save(), name="空.docx")


def test_a_trait_tells_value_standard_and_clause():
    style = learn_style(paper(Book(top=30)))
    trait = next(each for each in style.deviations if each.name == "上边距")
    assert str(trait) == "上边距 30 毫米（国标 37 毫米，5.2.1）"
    other = dataclasses.replace(trait, clause="", name="表格字号", value="四号", standard="五号")
    assert str(other) == "表格字号 四号（通常 五号）"
