"""Templates of odd make: what they print, or what is said of them."""

from __future__ import annotations

import io
import itertools
import zipfile
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tongzhi.engine.template import Template
from tongzhi.engine.values import RichText, SubDocument
from tongzhi.errors import InputError, LimitError, TemplateError, TongzhiError

UNITS = ["青川县", "剑阁县"]
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


class Person:
    """An object of the caller's own."""

    姓名 = "陈某"


class Stream:
    """An open source that can only be read."""

    def __init__(self, data: Any) -> None:
        self.data = data

    def read(self) -> Any:
        return self.data


DEEP = "{% if xs %}" * 25 + "{{ xs[0] }}" + "{% endif %}" * 25
PRINTED: list[tuple[str, str]] = [
    ("{% if range is defined %}有{% endif %}", "有"),
    ("{% for range in xs %}{{ range }}、{% endfor %}", "青川县、剑阁县、"),
    ("{% for 名, (a, b) in 对 %}{{ 名 }}{{ a }}{{ b }}{% endfor %}", "甲12"),
    ("{% set 名, (a, b) = 对[0] %}{{ 名 }}{{ b }}", "甲2"),
    (DEEP, "青川县"),
    ("{{ 6 is divisibleby(*[2]) }}", "True"),
    ("{{ xs|join(*['、']) }}", "青川县、剑阁县"),
    ("{{ 人['姓名'] }}", "陈某"),
    ("{{ 'a' 'b' }}", "ab"),
    ("{{ 2 ** 3 }}", "8"),
    ("{# 说明 #}{{ xs[0] }}", "青川县"),
    ("{% for x in xs %}{# 每县一段 #}{{ x }}{% endfor %}", "青川县剑阁县"),
    ("{{ “青'川” }}", "青'川"),
    ("{{ 'it\\'s' }}", "it's"),
    ("{% for x in xs %}{{ x }}{% else %}无{% endfor %}", "青川县剑阁县"),
]


@pytest.mark.parametrize(("text", "printed"), PRINTED, ids=[text[:40] for text, _ in PRINTED])
def test_odd_writing_is_printed_as_jinja2_does(word: SimpleNamespace, text: str, printed: str) -> None:
    assert word.say(text, {"xs": UNITS, "对": [("甲", (1, 2))], "人": Person()}) == printed


TOLD: list[tuple[str, str]] = [
    ("{{ 数['名'] }}", "名"),
    ("{{ 录 + 1 }}", "一条记录"),
    ("{% for x in 无尽 %}{% endfor %}", "1000000"),
    ("{{ '青川 }}", "."),
    ("{% set 录.名 = 1 %}{{ 录 }}", "只能给 namespace 的字段赋值"),
    ("{% macro m(a) %}{% for x in a %}{% endfor %}{% endmacro %}{{ m() }}", "参数"),
    ("{{ xs|join(分隔='、') }}", "."),
    ("{{ 录(名=1) }}", "."),
    ("{{ xs|nofilter }}", "nofilter"),
    ("{% filter upper %}a{% endfilter %}", "."),
    ("{{ xs|map('nofilter')|list }}", "nofilter"),
    ("{{ xs|batch(0)|list }}", "."),
    ("{{ 深[0][0][0][0][0][0][0] + 1 }}", "."),
]


@pytest.mark.parametrize(("text", "said"), TOLD, ids=[text[:40] for text, _ in TOLD])
def test_what_cannot_be_done_is_told_in_chinese(word: SimpleNamespace, text: str, said: str) -> None:
    values = {
        "数": 5,
        "录": {"名": "甲"},
        "无尽": itertools.repeat("青川县"),
        "xs": UNITS,
        "深": [[[[[[["甲"]]]]]]],
    }
    with pytest.raises(TongzhiError, match=said) as caught:
        word.say(text, values)
    assert any("\u4e00" <= mark <= "\u9fff" for mark in str(caught.value))


def test_long_output_counts_against_the_limit(word: SimpleNamespace) -> None:
    printed = word.say("{% for x in xs %}{{ x }}；{% endfor %}", {"xs": ["青川县"] * 3000})
    assert printed == "青川县；" * 3000


def test_braces_that_are_no_tags_stay(word: SimpleNamespace) -> None:
    def header(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{草稿}"

    data = Template(word.build("{{ 标题 }}", then=header)).render({"标题": "通知"})
    book = docx.Document(io.BytesIO(data))
    assert (book.sections[0].header.paragraphs[0].text, book.paragraphs[0].text) == ("{草稿}", "通知")


def test_page_break_in_a_link_is_a_break_in_its_run(word: SimpleNamespace) -> None:
    body = '<w:p><w:hyperlink w:anchor="a"><w:r><w:t>{{ 文 }}</w:t></w:r></w:hyperlink></w:p>'
    printed = word.body(Template(word.tiny(body)).render({"文": "上\f下"}))
    assert '<w:br w:type="page"/>' in printed
    assert printed.count("<w:p>") == 1


def test_document_type_in_a_part_is_refused(word: SimpleNamespace) -> None:
    text = word.read(word.tiny("{{ x }}"))
    data = word.grow(word.tiny("{{ x }}"), {"word/document.xml": f'<!DOCTYPE w [<!ENTITY a "b">]>{text}'})
    with pytest.raises(TemplateError, match="DTD"):
        Template(data)


def test_foreign_marks_of_other_programs_do_no_harm(word: SimpleNamespace) -> None:
    body = "<w:p><w:r><w:t>{% for x in xs %}</w:t></w:r></w:p><?mso-note 1?><!-- 注 --><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p><w:p><w:r><w:t>{% endfor %}</w:t></w:r></w:p>"
    data = word.tiny(body)
    data = word.grow(data, {"word/document.xml": "<?tz 0?>" + word.read(data)})
    assert "青川县" in word.body(Template(data).render({"xs": UNITS}))


def test_paragraph_of_a_message_counts_what_word_shows(word: SimpleNamespace) -> None:
    body = (
        f"<w:p><w:r><mc:AlternateContent {MC}><mc:Choice Requires='wps'><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p>"
        "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:txbxContent>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p><w:p><w:r><w:t>{{ 没有 }}</w:t></w:r></w:p>"
    )
    with pytest.raises(TemplateError, match="第3段"):
        Template(word.tiny(body)).render({})


def test_unfinished_tag_in_an_attribute_stays_as_it_is(word: SimpleNamespace) -> None:
    body = '<w:p><w:pPr><w:pStyle w:val="a{{ x"/></w:pPr><w:r><w:t>{{ 文 }}</w:t></w:r></w:p>'
    assert 'w:val="a{{ x"' in word.body(Template(word.tiny(body)).render({"文": "甲"}))


def test_pictures_in_a_loop_get_numbers_of_their_own(word: SimpleNamespace) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    body = (
        "<w:p><w:r><w:t>{%p for x in xs %}</w:t></w:r></w:p>"
        f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{space}"><wp:docPr id="1" name="图"/></wp:inline></w:drawing></w:r></w:p>'
        "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    )
    printed = word.body(Template(word.tiny(body)).render({"xs": UNITS}))
    ids = [piece.split('"')[0] for piece in printed.split('docPr id="')[1:]]
    assert len(ids) == len(set(ids)) == 2


@pytest.mark.parametrize("text", ["{{ 甲 }}{%- if 乙 %}乙{% endif -%}", "{%- if 乙 %}乙{% endif -%}"])
def test_joining_at_the_ends_of_a_document_joins_nothing(word: SimpleNamespace, text: str) -> None:
    assert word.say(text, {"甲": "甲", "乙": 1}).endswith("乙")


def test_empty_cell_that_merges_downwards_stays_empty(word: SimpleNamespace) -> None:
    table = [["{%tr for x in xs %}"], ["{% vm %}"], ["{%tr endfor %}"]]
    assert word.rows(Template(word.build(table)).render({"xs": UNITS})) == [[""], [""]]


def test_source_that_can_only_be_read_once_is_taken(word: SimpleNamespace) -> None:
    assert "附表一" in word.texts(inside(word, Stream(word.build("附表一"))))


def test_source_that_gives_text_is_refused(word: SimpleNamespace) -> None:
    with pytest.raises(InputError, match="要给文件名、字节或打开的文件"):
        inside(word, Stream("文字"))


def test_picture_that_is_none_cannot_replace_one(word: SimpleNamespace) -> None:
    def picture(document: Any) -> None:
        document.add_picture(io.BytesIO(word.png()))

    template = Template(word.build("{{ x }}", then=picture))
    with pytest.raises(TongzhiError) as caught:
        template.replace_picture("Picture 1", b"no picture")
    assert "图" in str(caught.value)


def test_drawing_without_a_picture_is_passed_over(word: SimpleNamespace) -> None:
    def picture(document: Any) -> None:
        shape = document.add_paragraph().add_run()
        drawing = docx.oxml.parse_xml(
            f'<w:drawing xmlns:w="{qn("w:p")[1:-2]}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
            'wordprocessingDrawing"><wp:inline><wp:docPr id="9" name="框"/></wp:inline></w:drawing>'
        )
        shape._r.append(drawing)
        document.add_picture(io.BytesIO(word.png()))

    template = Template(word.build("{{ x }}", then=picture))
    names = {
        each.get("name")
        for each in docx.Document(io.BytesIO(template.render({"x": "甲"}))).element.iter(qn("wp:docPr"))
    }
    template.replace_picture(next(name for name in names if name != "框"), word.png(8, 8))
    with pytest.raises(TemplateError):
        template.replace_picture("框", word.png())


# ---------------------------------------------------------------- documents inside documents


def inside(word: SimpleNamespace, inner: Any, template: bytes | None = None) -> bytes:
    return Template(template or word.build("{{p x }}")).render({"x": SubDocument(inner)})


def test_document_into_one_without_styles_brings_its_text(word: SimpleNamespace) -> None:
    made = inside(word, word.build("附表一"), word.tiny("{{p x }}"))
    assert "附表一" in word.body(made)


def test_style_that_the_inner_document_does_not_define_does_no_harm(word: SimpleNamespace) -> None:
    inner = word.build(
        body='<w:p><w:pPr><w:pStyle w:val="不存在"/></w:pPr><w:r><w:t>附表一</w:t></w:r></w:p>'
    )
    assert "附表一" in word.texts(inside(word, inner))


def test_inner_document_with_a_document_type_is_refused(word: SimpleNamespace) -> None:
    text = word.read(word.tiny("附表一"))
    inner = word.grow(word.tiny("附表一"), {"word/document.xml": f'<!DOCTYPE w [<!ENTITY a "b">]>{text}'})
    with pytest.raises(TemplateError, match="DTD"):
        inside(word, inner)


def test_two_lists_of_one_kind_stay_two_lists(word: SimpleNamespace) -> None:
    inner = docx.Document()
    numbering = inner.part.numbering_part.element
    kind = numbering.findall(qn("w:num"))[0].find(qn("w:abstractNumId")).get(qn("w:val"))
    for number in ("91", "92"):
        made = docx.oxml.OxmlElement("w:num")
        made.set(qn("w:numId"), number)
        made.append(docx.oxml.OxmlElement("w:abstractNumId"))
        made[0].set(qn("w:val"), kind)
        numbering.append(made)
        paragraph = inner.add_paragraph(f"第{number}")
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_numId().val = int(number)
        properties.get_or_add_ilvl().val = 0
    buffer = io.BytesIO()
    inner.save(buffer)
    made = docx.Document(io.BytesIO(inside(word, buffer.getvalue())))
    ids = [
        each._p.pPr.numPr.numId.val
        for each in made.paragraphs
        if each._p.pPr is not None and each._p.pPr.numPr is not None
    ]
    assert len(ids) == len(set(ids)) == 2


def test_note_that_is_missing_in_the_inner_document_does_no_harm(word: SimpleNamespace) -> None:
    space = f'xmlns:w="{qn("w:p")[1:-2]}"'
    notes = f'<w:footnotes {space}><w:footnote w:id="1"><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId9" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    )
    parts = {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": relations}
    inner = word.tiny(
        '<w:p><w:r><w:t>附表一</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r></w:p>', **parts
    )
    made = inside(word, inner, word.grow(word.tiny("{{p x }}"), parts))
    assert "附表一" in word.body(made)


def test_endless_loop_is_stopped_in_time(word: SimpleNamespace) -> None:
    with pytest.raises(LimitError):
        word.say("{% for x in 无尽 %}{{ x }}{% endfor %}", {"无尽": itertools.count()})


def test_long_text_made_before_the_render_is_printed(word: SimpleNamespace) -> None:
    long = "压实责任。" * 3000
    template = Template(word.build("{{r x }}"))
    assert word.texts(template.render({"x": RichText(long, bold=True)})) == [long]


def test_character_deep_in_the_data_is_told_by_its_tag(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError) as caught:
        word.say("{{ 深[0][0][0][0][0][0][0] }}", {"深": [[[[[[["甲\x00"]]]]]]]})
    assert "U+0000" in str(caught.value)


def test_level_of_a_run_where_there_is_none_is_refused(word: SimpleNamespace) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    body = f'<w:p><m:oMath xmlns:m="{space}"><m:r><m:t>{{{{r x }}}}</m:t></m:r></m:oMath></w:p>'
    with pytest.raises(TemplateError, match="占一个文字段"):
        Template(word.tiny(body))


def test_break_into_paragraphs_does_not_repeat_a_section_or_a_change(word: SimpleNamespace) -> None:
    body = (
        '<w:p><w:pPr><w:jc w:val="center"/><w:sectPr/><w:pPrChange w:id="1" w:author="甲"><w:pPr/></w:pPrChange></w:pPr>'
        "<w:r><w:t>{{ 文 }}</w:t></w:r></w:p>"
    )
    printed = word.body(Template(word.tiny(body)).render({"文": "上\f下"}))
    assert [printed.count(part) for part in ("<w:sectPr/>", "<w:pPrChange", '<w:jc w:val="center"/>')] == [
        1,
        1,
        2,
    ]


def test_part_of_the_inner_document_brings_its_own_parts(word: SimpleNamespace) -> None:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    chart = '<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="charts/chart1.xml"/>'
    book = '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/book.xlsx"/>'
    space = "http://schemas.openxmlformats.org/drawingml/2006/chart"
    inner = word.tiny(
        f'<w:p><w:r><w:drawing><c:chart xmlns:c="{space}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId5"/></w:drawing></w:r></w:p>',
        **{
            "word/_rels/document.xml.rels": relations.format(chart),
            "word/charts/chart1.xml": f'<c:chartSpace xmlns:c="{space}"/>',
            "word/charts/_rels/chart1.xml.rels": relations.format(book),
            "word/embeddings/book.xlsx": "PK",
        },
    )
    made = inside(word, inner)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        names = package.namelist()
        listing = next(name for name in names if name.endswith(".rels") and "chart" in name)
        assert 'Id="rId1"' in package.read(listing).decode()
        assert any("book" in name and name.endswith(".xlsx") for name in names)
