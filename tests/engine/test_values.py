"""Values: escaped always, checked for what Word cannot hold, printed as official papers write them."""

from __future__ import annotations

import io
from datetime import date, datetime, time
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tongzhi.engine.chinese import FILTERS as CHINESE
from tongzhi.engine.filters import FILTERS
from tongzhi.engine.template import Template
from tongzhi.engine.values import Blocks, InlineImage, Listing, Marked, RichText, Runs, SubDocument
from tongzhi.errors import InputError, TemplateError


@pytest.mark.parametrize(
    "bad", ["\x00", "\x01", "\x0b", "\x1f", "\ufffe", "\uffff", chr(0xD800), chr(0xDFFF)]
)
def test_character_that_word_cannot_hold_stops_with_field_and_position(
    word: SimpleNamespace, bad: str
) -> None:
    template = Template(word.build("{% for x in 问题 %}{{ x.描述 }}{% endfor %}"))
    with pytest.raises(TemplateError, match=r"问题 第2项 描述.*第 3 个字符是 U\+"):
        template.render({"问题": [{"描述": "好"}, {"描述": f"甲乙{bad}丙"}]})


def test_lenient_drops_the_character_with_a_warning(word: SimpleNamespace) -> None:
    filled = Template(word.build("{{ x }}{{ y }}")).fill({"x": "甲\x01乙\ufffe", "y": "丙"}, lenient=True)
    assert word.texts(filled.data) == ["甲乙丙"]
    assert [str(problem) for problem in filled.warnings] == [
        "“x”：第 2 个字符 U+0001 等 Word 存不下，已去掉。"
    ]


def test_lenient_drops_it_in_rich_text_and_attributes_too(word: SimpleNamespace) -> None:
    data = word.build("{{r x }}", [["{% cellbg c %}a", "b"]])
    filled = Template(data).fill({"x": RichText("甲\x01乙", bold=True), "c": "FF\x0000FF"}, lenient=True)
    assert word.texts(filled.data) == ["甲乙"]
    assert len(filled.warnings) == 2


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (None, ""),
        (3.0, "3"),
        (2.5, "2.5"),
        (0, "0"),
        (Decimal("1.50"), "1.50"),
        (date(2020, 9, 30), "2020-09-30"),
        (["甲", 2, None], "甲、2、"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("<w:p/>&amp;", "<w:p/>&amp;"),
        ("𠮷 · 张　三", "𠮷 · 张　三"),
    ],
)
def test_value_prints_as(word: SimpleNamespace, value: Any, printed: str) -> None:
    assert word.fill("{{ x }}", x=value) == [printed]


@pytest.mark.parametrize("value", [{"a": 1}, float("nan"), [["a"]], len])
def test_value_that_no_document_should_show_is_refused(word: SimpleNamespace, value: Any) -> None:
    with pytest.raises(TemplateError, match="正文 第1段"):
        word.fill("{{ x }}", x=value)


@pytest.mark.parametrize(
    ("name", "value", "printed"),
    [
        ("日期", "2020-09-30", "2020年9月30日"),
        ("日期", datetime(2020, 10, 1, 9), "2020年10月1日"),
        ("日期", 44104, "2020年9月30日"),
        ("短日期", date(2020, 9, 3), "9月3日"),
        ("中文日期", date(2020, 10, 31), "二〇二〇年十月三十一日"),
        ("年月", "2020.09.30", "2020年9月"),
        ("星期", "2020-09-30", "星期三"),
        ("周几", "2020年10月4日", "周日"),
        ("时间", "2020-09-30 09:05", "上午9:05"),
        ("时间", "2020-09-30 下午3:30", "下午3:30"),
        ("时间", datetime(2020, 1, 1, 12), "中午12:00"),
        ("时刻", "15:30", "15:30"),
        ("日期时间", "2020-09-30 09:00", "2020年9月30日（星期三）上午9:00"),
        ("中文数字", 213, "二百一十三"),
        ("中文数字", 0.5, "零点五"),
        ("中文年份", 2020, "二〇二〇"),
        ("序号", 12, "十二、"),
        ("括号序号", 3, "（三）"),
        ("圈号", 21, "㉑"),
        ("金额", 1234.5, "1,234.50"),
        ("千分位", 1234567, "1,234,567"),
        ("大写金额", 1234.5, "壹仟贰佰叁拾肆元伍角整"),
        ("大写金额", 10.05, "壹拾元零伍分"),
        ("大写金额", 100000, "壹拾万元整"),
        ("大写金额", 0, "零元整"),
        ("百分比", 0.256, "25.6%"),
        ("百分比", 1, "100%"),
        ("顿号连接", ["甲", "", None, "乙"], "甲、乙"),
        ("逗号连接", "甲", "甲"),
        ("书名号", "《法》", "《法》"),
        ("引号", "五落实", "“五落实”"),
        ("姓名", "张三", "张　三"),
        ("姓名", "阿卜杜拉·买买提", "阿卜杜拉·买买提"),
        ("是否", False, "否"),
        ("日期", None, ""),
        ("大写金额", "", ""),
    ],
)
def test_filter_gives_the_official_form(name: str, value: Any, printed: str) -> None:
    assert FILTERS[name](value) == printed


@pytest.mark.parametrize(
    ("name", "value"), [("日期", "明天"), ("日期", "2020-02-30"), ("金额", "很多"), ("圈号", 51)]
)
def test_filter_says_what_it_wants(word: SimpleNamespace, name: str, value: Any) -> None:
    with pytest.raises(TemplateError, match="；"):
        word.fill(f"{{{{ x|{name} }}}}", x=value)


def test_marked_value_prints_tinted_in_the_style_of_its_run(word: SimpleNamespace) -> None:
    body = (
        '<w:p><w:r><w:rPr><w:b/><w:vertAlign w:val="superscript"/></w:rPr><w:t>甲{{ x }}乙</w:t></w:r></w:p>'
    )
    data = Template(word.build(body=body)).render({"x": Marked("市应急局<")})
    assert data is not None
    runs = docx.Document(io.BytesIO(data)).paragraphs[0].runs
    assert [(run.text, run.bold, run._r.rPr.find(qn("w:shd")) is not None) for run in runs] == [
        ("甲", True, False),
        ("市应急局<", True, True),
        ("乙", True, False),
    ]
    assert [child.tag.rpartition("}")[2] for child in runs[1]._r.rPr] == ["b", "shd", "vertAlign"]


def test_blocks_replace_the_paragraph_and_runs_the_run(word: SimpleNamespace) -> None:
    xml = "<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p>"
    context = {"x": Blocks(xml), "y": Runs("<w:r><w:t>丙</w:t></w:r>"), "z": Blocks("")}
    assert word.fill("{{p x }}", "前{{r y }}后{{ y }}", "{{p z }}", **context) == ["甲", "乙", "前丙后丙"]


def test_text_in_a_paragraph_tag_keeps_the_style_of_the_paragraph(word: SimpleNamespace) -> None:
    body = (
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{{p x }}</w:t></w:r></w:p>'
    )
    data = Template(word.build(body=body)).render({"x": ["一", "二"]})
    assert data is not None
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    assert [(one.text, one.alignment, one.runs[0].bold) for one in paragraphs] == [
        ("一", 1, True),
        ("二", 1, True),
    ]


def test_blocks_in_a_line_are_refused_with_the_right_form(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError, match=r"写成 {{p x }}"):
        word.fill("{{ x }}", x=Blocks("<w:p/>"))


def test_rich_text_links_to_an_address(word: SimpleNamespace) -> None:
    data = Template(word.build("{{r x }}")).render(
        {"x": RichText("见此", url_id="https://example.org/?a=1&b=2")}
    )
    assert data is not None
    part = docx.Document(io.BytesIO(data)).part
    assert "https://example.org/?a=1&b=2" in [one.target_ref for one in part.rels.values() if one.is_external]


def test_the_same_picture_is_kept_once(word: SimpleNamespace) -> None:
    image = word.png()
    data = Template(word.build("{{ x }}{{ y }}")).render({"x": InlineImage(image), "y": InlineImage(image)})
    assert data is not None
    document = docx.Document(io.BytesIO(data))
    ids = [shape._inline.docPr.get("id") for shape in document.inline_shapes]
    assert len(set(ids)) == 2
    assert sum("/media/" in str(part.partname) for part in document.part.package.iter_parts()) == 1


def test_picture_that_is_none_is_refused(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError, match="不是 Word 能显示的图片"):
        word.fill("{{ x }}", x=InlineImage(b"GIF"))
    with pytest.raises(InputError, match="文件不存在"):
        InlineImage("没有.png")


def test_sub_document_brings_its_lists_and_styles(word: SimpleNamespace) -> None:
    def write(document: Any) -> None:
        style = document.styles.add_style("子样式", 1)
        document.add_paragraph("样", style=style)
        document.add_paragraph("一", style="List Number")
        document.add_picture(io.BytesIO(word.png()))

    data = Template(word.build("{{p x }}")).render({"x": SubDocument(word.build(then=write))})
    assert data is not None
    document = docx.Document(io.BytesIO(data))
    assert [paragraph.style.name for paragraph in document.paragraphs] == ["子样式", "List Number", "Normal"]
    assert len(document.inline_shapes) == 1


BLANKLESS = {
    "顿号",
    "顿号连接",
    "逗号连接",
    "分号连接",
    "换行连接",
    "中文年份",
    "书名号",
    "引号",
    "全角",
    "姓名",
    "是否",
}
"""Chinese filters that take any text."""


@pytest.mark.parametrize("name", [name for name in CHINESE if name not in BLANKLESS])
@pytest.mark.parametrize("value", [None, ""])
def test_nothing_prints_as_nothing_in_every_form(name: str, value: Any) -> None:
    assert FILTERS[name](value) == ""


@pytest.mark.parametrize("name", [name for name in CHINESE if name not in BLANKLESS])
def test_missing_name_is_blank_only_where_that_was_asked_for(word: SimpleNamespace, name: str) -> None:
    template = word.tiny(f"甲{{{{ x|{name} }}}}乙")
    assert "甲</w:t>" in word.body(Template(template, missing="blank").render({})).replace("乙", "</w:t>")
    with pytest.raises(TemplateError, match="数据里没有“x”"):
        Template(template).render({})


@pytest.mark.parametrize(
    ("expression", "value", "printed"),
    [
        ("日期('%Y.%m.%d')", date(2020, 9, 3), "2020.09.03"),
        ("日期('%Y年')", "2020-09-03", "2020年"),
        ("时间", time(21, 5), "下午9:05"),
        ("时间", "晚上8时", "下午8:00"),
        ("时刻", "凌晨2:30", "2:30"),
        ("中文数字", -12, "负十二"),
        ("中文数字", "1,200", "一千二百"),
        ("金额(0)", 1234.5, "1,235"),
        ("千分位", 1234.5, "1,234.5"),
        ("百分比(0)", 0.256, "26%"),
        ("大写金额", -1.05, "负壹元零伍分"),
        ("大写金额", 0.5, "伍角整"),
        ("大写金额", 20.5, "贰拾元伍角整"),
        ("顿号连接('名')", [{"名": "甲"}, {"名": "乙"}], "甲、乙"),
        ("分号连接", 3, "3"),
        ("逗号连接", None, ""),
        ("换行连接", ("甲", "乙"), "甲\n乙"),
        ("全角", "A1 b", "Ａ１　ｂ"),
        ("书名号", "安全生产法", "《安全生产法》"),
        ("引号", "“甲”", "“甲”"),
        ("是否('有', '无')", 1, "有"),
        ("序号", None, ""),
    ],
)
def test_filter_with_its_own_wishes_prints_as(
    word: SimpleNamespace, expression: str, value: Any, printed: str
) -> None:
    assert word.say(f"{{{{ x|{expression} }}}}", {"x": value}) == printed


@pytest.mark.parametrize(
    ("expression", "value", "said"),
    [
        ("中文数字", 10**12, "写不成中文数字"),
        ("大写金额", 10**12, "金额太大"),
        ("金额", float("inf"), "这个数写不出来"),
        ("金额", "1e99", "这个数写不出来"),
        ("时间", "九点", "里没有钟点"),
        ("时间", "25:00", "里没有钟点"),
        ("时刻", 9, "里没有钟点"),
        ("日期", True, "不是日期"),
        ("日期('%999Y')", date(2020, 1, 1), "不能写宽度"),
    ],
)
def test_value_that_has_no_such_form_is_told(
    word: SimpleNamespace, expression: str, value: Any, said: str
) -> None:
    with pytest.raises(TemplateError, match=said):
        word.say(f"{{{{ x|{expression} }}}}", {"x": value})


def test_listing_of_nothing_prints_nothing(word: SimpleNamespace) -> None:
    assert word.say("前{{ x }}后", {"x": Listing(None)}) == "前后"
