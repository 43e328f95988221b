"""Tags and values in places a person puts them without thinking: odd runs, cells, lists, headers, attributes."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from tongzhi.engine.template import Template
from tongzhi.engine.values import Blocks, InlineImage, Listing, Marked, RichText, RichTextParagraph, Runs
from tongzhi.errors import InputError, LimitError, TemplateError


def p(*runs: str, style: str = "") -> str:
    """Give a paragraph of these runs' contents."""
    inside = "".join(f"<w:r>{one if one.startswith('<') else f'<w:t>{one}</w:t>'}</w:r>" for one in runs)
    return f"<w:p>{f'<w:pPr>{style}</w:pPr>' if style else ''}{inside}</w:p>"


def cell(content: str, properties: str | None = "") -> str:
    before = "" if properties is None else f"<w:tcPr>{properties}</w:tcPr>"
    return f"<w:tc>{before}{content}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def filled(word: SimpleNamespace, template: str, **context: Any) -> str:
    data = Template(word.tiny(template)).render(context)
    assert data is not None
    made: str = word.body(data)
    return made


def paragraphs(xml: str) -> list[str]:
    """Give the texts of the paragraphs, line breaks as `/`."""
    return [
        re.sub(r"<[^>]+>", "", one.replace("<w:br/>", "/"))
        for one in re.findall(r"<w:p(?:>|\s[^>]*>).*?</w:p>|<w:p/>", xml)
    ]


@pytest.mark.parametrize(
    ("template", "wanted"),
    [
        (p("前 {{- x -}} 后"), ["前甲后"]),
        (p("{{- x }} 后"), ["甲 后"]),
        (p("前 {{ y }} {{- x }}"), ["前 乙甲"]),
        (p("上") + p("乙 {%- if x %}丙{% endif %}"), ["上", "乙 丙"]),
        (p("上") + p("{%- if x %}丙{% endif %}", style='<w:jc w:val="center"/>'), ["上丙"]),
        (p("丙{% if x -%}") + p("下", style='<w:jc w:val="center"/>') + p("{% endif %}尾"), ["丙下", "尾"]),
        (p("丙{% if x -%}", "后") + p("{% endif %}"), ["丙后", ""]),
        (p("{%- if x -%}甲{% endif %}"), ["甲"]),
        (p("{% raw %}{{ x }}{% endraw %}{{ x }}"), ["{{ x }}甲"]),
        (p("{{ x") + p("}}", style='<w:jc w:val="center"/>'), ["甲"]),
        (p("{{ x", "<w:br/>", "}}尾"), ["甲尾"]),
        (p("{{", "<w:tab/>", "x }}"), ["甲"]),
        (p("{{ x") + p("") + p("|default('乙') }}"), ["甲"]),
        ("<w:p><w:r><w:t>{%r if x %}</w:t><w:tab/><w:t>丙</w:t></w:r><w:r><w:t>{%r endif %}</w:t></w:r></w:p>", ["丙"]),
        ("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>前{{r x }}后</w:t><w:t>尾</w:t></w:r></w:p>", ["前甲后尾"]),
    ],
)  # fmt: skip
def test_joining_and_broken_tags_print_in_place(
    word: SimpleNamespace, template: str, wanted: list[str]
) -> None:
    assert paragraphs(filled(word, template, x="甲", y="乙")) == wanted


def test_unfinished_tag_over_too_many_paragraphs_is_told(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError, match="标签没有写完"):
        Template(word.tiny(p("{{ x") + p("甲") * 60 + p("}}")))


def test_run_inside_keeps_its_style_on_both_sides_of_a_run_tag(word: SimpleNamespace) -> None:
    xml = filled(
        word,
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>前{{r x }}后</w:t></w:r></w:p>",
        x=RichText("红", color="FF0000"),
    )
    assert re.findall(r"<w:rPr>(.*?)</w:rPr>", xml) == ["<w:b/>", '<w:color w:val="FF0000"/>', "<w:b/>"]


@pytest.mark.parametrize(
    ("properties", "wanted"),
    [
        (None, '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
        ('<w:shd w:val="clear" w:fill="000000"/>', '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
        (
            '<w:tcW w:w="1"/><w:vAlign w:val="center"/>',
            '<w:tcW w:w="1"/><w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/><w:vAlign w:val="center"/>',
        ),
    ],
)
def test_cell_colour_takes_the_place_of_the_old_in_schema_order(
    word: SimpleNamespace, properties: str | None, wanted: str
) -> None:
    xml = filled(word, table(cell(p("{% cellbg c %}", "甲"), properties)), c="FFFF00")
    assert re.findall(r"<w:tcPr>(.*?)</w:tcPr>", xml) == [wanted]


def test_cell_tag_alone_in_its_run_leaves_no_empty_run(word: SimpleNamespace) -> None:
    xml = filled(
        word,
        table(
            cell(
                "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{% cellbg c %}</w:t></w:r><w:r><w:t>甲</w:t></w:r></w:p>"
            )
        ),
        c="FFFF00",
    )
    assert xml.count("<w:r>") == 1


def test_cell_that_is_as_wide_as_the_data_says_is_merged_across(word: SimpleNamespace) -> None:
    row = cell(p("{%tc for x in xs %}")) + cell(p("{% colspan n %}{% hm %}题")) + cell(p("{%tc endfor %}"))
    xml = filled(word, table(row), xs=[1, 2], n=3)
    assert paragraphs(xml) == ["题"]
    assert 'w:gridSpan w:val="3"' in xml


def test_merged_cells_keep_the_style_of_the_paragraph_that_is_not_shown(word: SimpleNamespace) -> None:
    centred = '<w:jc w:val="center"/>'
    row = cell(p("{% vm %}{{ x }}", style=centred))
    xml = filled(word, table(cell(p("{%tr for x in xs %}")), row, cell(p("{%tr endfor %}"))), xs=[1, 2])
    assert re.findall(r'<w:vMerge w:val="(\w+)"', xml) == ["restart", "continue"]
    assert xml.count(centred) == 2
    assert paragraphs(xml)[0] == "1"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        (table(cell(p("{% cellbg %}"))), "缺少内容"),
        (table(cell(p("{% colspan %}"))), "缺少内容"),
        ('<w:p><w:fldSimple w:instr="PAGE"/><w:r><w:t>{{p x }}</w:t></w:r></w:p>', "数据里没有"),
        (p("{% for x in xs %}{% macro m() %}{% endfor %}{% endmacro %}"), "收不住"),
        ("<w:p><w:r><w:instrText>{%r if x %}</w:instrText></w:r></w:p>", "没有结束"),
    ],
)
def test_tag_in_a_wrong_place_is_told(word: SimpleNamespace, template: str, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        filled(word, template)


def test_field_instruction_and_formula_are_filled(word: SimpleNamespace) -> None:
    math = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    xml = filled(
        word,
        f'<w:p><w:r><w:instrText>HYPERLINK "{{{{ x }}}}"</w:instrText></w:r><m:oMath xmlns:m="{math}"><m:r><m:t>{{{{ y }}}}=1</m:t></m:r></m:oMath></w:p>',
        x="a&b",
        y="n<2",
    )
    assert 'HYPERLINK "a&amp;b"' in xml
    assert ">n&lt;2=1</m:t>" in xml


NUMBERING = (
    '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
LISTED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'


def _with_lists(word: SimpleNamespace, body: str, listing: str = NUMBERING) -> bytes:
    data: bytes = word.tiny(body)
    types = word.read(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
    )
    grown: bytes = word.grow(data, {"word/numbering.xml": listing, "[Content_Types].xml": types})
    return grown


def test_restart_begins_a_list_anew_each_time_it_is_passed(word: SimpleNamespace) -> None:
    body = p("{%p for c in cs %}") + p("{% restart %}{{ c }}", style=LISTED.format(1)) + p("{%p endfor %}")
    data = Template(_with_lists(word, body)).render({"cs": ["甲", "乙"]})
    assert paragraphs(word.body(data)) == ["甲", "乙"]
    assert word.read(data, "word/numbering.xml").count('<w:startOverride w:val="1"/>') == 18


def test_list_numbered_in_the_paragraph_begins_anew_in_each_round_of_the_outer_loop(
    word: SimpleNamespace,
) -> None:
    body = (
        p("{%p for c in cs %}") + p("{%p for x in c %}") + p("{{ x }}", style="<w:keepNext/>" + LISTED.format(1))
        + p("{%p endfor %}") + p("{%p endfor %}") + p("尾", style=LISTED.format(1))
    )  # fmt: skip
    data = Template(_with_lists(word, body)).render({"cs": ["ab", "cd"]})
    first, second, third, fourth, tail = re.findall(r'<w:numId w:val="(\d+)"/>', word.body(data))
    assert first == second != third == fourth
    assert tail == "1"


@pytest.mark.parametrize(
    "listing",
    [NUMBERING.replace('w:numId="1"', 'w:numId="7"'), NUMBERING.replace('<w:abstractNumId w:val="0"/>', "")],
)
def test_list_without_definition_stays_as_it_is(word: SimpleNamespace, listing: str) -> None:
    body = (
        p("{%p for c in cs %}")
        + p("{%p for x in c %}")
        + p("{{ x }}", style=LISTED.format(1))
        + p("{%p endfor %}")
        + p("{%p endfor %}")
    )
    data = Template(_with_lists(word, body, listing)).render({"cs": ["a", "b"]})
    assert re.findall(r'<w:numId w:val="(\d+)"/>', word.body(data)) == ["1", "1"]


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (RichText("甲") + RichText("乙", bold=True), ["甲乙"]),
        (RichText("甲") + "乙", ["甲乙"]),
        (RichText("甲\a乙"), ["甲", "乙"]),
        (RichText(), [""]),
        (RichText("甲".encode()), ["甲"]),
        (Runs("<w:r><w:t>丙</w:t></w:r>", "丙"), ["丙"]),
        (Listing("一\n二\a三"), ["一/二", "三"]),
        (Marked("甲"), ["甲"]),
        ("一\f二", ["一", "", "二"]),
        (["甲", "乙"], ["甲、乙"]),
    ],
)
def test_value_in_a_run_tag_prints_as(word: SimpleNamespace, value: Any, wanted: list[str]) -> None:
    assert paragraphs(filled(word, p("{{r x }}"), x=value)) == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        (RichText("甲", italic=True), ["甲"]),
        (RichTextParagraph("甲"), ["甲"]),
        (RichTextParagraph(RichText("甲", strike=True)), ["甲"]),
        ([RichText("甲"), "乙", Blocks("<w:p><w:r><w:t>丙</w:t></w:r></w:p>"), ""], ["甲", "乙", "丙"]),
        (Runs("<w:r><w:t>丙</w:t></w:r>"), ["丙"]),
        ("", []),
        (None, []),
        (3.0, ["3"]),
    ],
)
def test_value_in_a_paragraph_tag_prints_as(word: SimpleNamespace, value: Any, wanted: list[str]) -> None:
    assert paragraphs(filled(word, p("{{p x }}"), x=value)) == wanted


def test_value_in_a_row_tag_takes_the_place_of_the_row(word: SimpleNamespace) -> None:
    row = f"<w:tr>{cell(p('新'))}</w:tr>"
    assert paragraphs(filled(word, table(cell(p("旧")), cell(p("{{tr x }}"))), x=Blocks(row))) == ["旧", "新"]


def test_value_that_is_no_row_cannot_take_the_place_of_one(word: SimpleNamespace) -> None:
    template = table(cell(p("旧"))) + table(cell(p("甲")), cell(p("{{tr x }}")))
    assert paragraphs(filled(word, template, x="")) == ["旧", "甲"]
    with pytest.raises(TemplateError, match="不能代替表格的行"):
        filled(word, template, x="乙")


def test_rich_text_in_plain_places_prints_its_words(word: SimpleNamespace) -> None:
    xml = filled(
        word,
        '<w:p w:rsidR="{{ x }}"><w:r><w:t>{{ x if x }}{{ y if y }}</w:t></w:r></w:p>',
        x=RichText("红<"),
        y=Runs("<w:r/>", "黑"),
    )
    assert 'w:rsidR="红&lt;"' in xml


@pytest.mark.parametrize("value", [Blocks("<w:p/>"), RichTextParagraph("甲")])
def test_blocks_in_a_run_are_refused(word: SimpleNamespace, value: Any) -> None:
    with pytest.raises(TemplateError, match="整段的内容不能印在一行文字中间"):
        filled(word, p("{{r x }}"), x=value)


@pytest.mark.parametrize(
    ("properties", "wanted"),
    [
        ({"highlight": "#FFFF00"}, '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
        ({"subscript": True}, '<w:vertAlign w:val="subscript"/>'),
        ({"superscript": True}, '<w:vertAlign w:val="superscript"/>'),
        ({"underline": True}, '<w:u w:val="single"/>'),
        ({"underline": "double"}, '<w:u w:val="double"/>'),
        ({"strike": True}, "<w:strike/>"),
        ({"style": "强调"}, '<w:rStyle w:val="强调"/>'),
        ({"size": 32}, '<w:sz w:val="32"/><w:szCs w:val="32"/>'),
        ({"bold": True, "italic": True, "rtl": True}, '<w:b/><w:bCs/><w:i/><w:iCs/><w:rtl w:val="true"/>'),
        ({"lang": "zh-CN"}, '<w:lang w:val="zh-CN"/>'),
        ({"font": "仿宋"}, '<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:cs="仿宋" w:eastAsia="仿宋"/>'),
        (
            {"font": "eastAsia:仿宋"},
            '<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:cs="仿宋" w:eastAsia="仿宋"/>',
        ),
    ],
)
def test_rich_text_has_the_look_it_was_given(
    word: SimpleNamespace, properties: dict[str, Any], wanted: str
) -> None:
    assert f"<w:r><w:rPr>{wanted}</w:rPr>" in filled(word, p("{{r x }}"), x=RichText("甲", **properties))


def test_rich_text_keeps_a_relationship_of_the_template(word: SimpleNamespace) -> None:
    assert 'r:id="rId9"' in filled(word, p("{{r x }}"), x=RichText("甲", url_id="rId9"))


@pytest.mark.parametrize(
    ("given", "size"),
    [
        ({}, (38100, 19050)),
        ({"width": 76200}, (76200, 38100)),
        ({"height": 76200}, (152400, 76200)),
        ({"width": 5, "height": 7}, (5, 7)),
    ],
)
def test_picture_has_the_size_asked_for_or_its_own_shape(
    word: SimpleNamespace, given: dict[str, int], size: tuple[int, int]
) -> None:
    template = word.build("{{ x }}")
    made = word.read(Template(template).render({"x": InlineImage(word.png(4, 2), **given)}))
    found = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"/>', made)
    assert found is not None
    width, height = int(found[1]), int(found[2])
    assert (width, height) == size or (not given and width == 2 * height)


def test_picture_may_be_clicked_and_given_as_docxtpl_gives_it(word: SimpleNamespace) -> None:
    template = Template(word.build("{{ x }}"))
    import io

    picture = InlineImage(
        template, io.BytesIO(word.png()), anchor=template.build_url_id("https://example.org/")
    )
    made = template.render({"x": picture})
    assert "a:hlinkClick" in word.read(made)
    assert "https://example.org/" in word.read(made, "word/_rels/document.xml.rels")


@pytest.mark.parametrize("size", [{"width": 0}, {"height": -5}, {"width": 10**15, "height": 5}])
def test_picture_of_no_size_is_refused(word: SimpleNamespace, size: dict[str, int]) -> None:
    with pytest.raises(TemplateError, match="图片的尺寸不对"):
        Template(word.build("{{ x }}")).render({"x": InlineImage(word.png(), **size)})


@pytest.mark.parametrize("source", [None, 5, object()])
def test_picture_from_nothing_is_refused_with_what_to_give(source: Any) -> None:
    with pytest.raises(InputError, match="图片要给文件名、字节或打开的文件"):
        InlineImage(source)


@pytest.mark.parametrize(
    ("text", "optional"),
    [
        ("{{ x|default('') }}", True),
        ("{{ x|default(y) }}", True),
        ("{% if x is defined %}{{ x }}{% endif %}", True),
        ("{% if x and y %}{{ x }}{% endif %}", True),
        ("{% if y %}{{ x }}{% endif %}", False),
        ("{{ x if x else '无' }}", True),
        ("{{ x }}", False),
        ("{% if x > 1 %}{{ x }}{% endif %}", False),
        ("{% with z = x %}{{ z }}{% endwith %}", False),
        ("{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call m(x) %}甲{% endcall %}", False),
    ],
)
def test_name_is_optional_if_the_template_looks_first(
    word: SimpleNamespace, text: str, optional: bool
) -> None:
    assert Template(word.tiny(text)).fields()["x"]["optional"] is optional


def test_field_is_listed_once_with_all_its_parts_and_members(word: SimpleNamespace) -> None:
    def write(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "{{ x.甲 }}"

    fields = Template(
        word.build("{% for r in xs %}{{ r.甲 }}{{ r.乙 }}{{ r.甲 }}{% endfor %}{{ x.乙 }}", then=write)
    ).fields()
    assert fields["xs"]["items"] == ["甲", "乙"]
    assert len(fields["x"]["parts"]) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda xml: xml.replace("document.main+xml", "unknown+xml"), "没有 Word 正文"),
        (lambda xml: xml.replace("</Types>", ""), "已损坏"),
    ],
)
def test_package_without_a_sound_listing_is_told(word: SimpleNamespace, change: Any, said: str) -> None:
    data = word.tiny("{{ x }}")
    with pytest.raises(TemplateError, match=said):
        Template(word.grow(data, {"[Content_Types].xml": change(word.read(data, "[Content_Types].xml"))}))


@pytest.mark.parametrize(
    ("body", "parts", "said"),
    [
        (p('<w:instrText>INCLUDETEXT "c:/a.docx"</w:instrText>'), {}, "会取外部内容的域 INCLUDETEXT"),
        (p("甲"), {"word/embeddings/oleObject1.bin": "x"}, "嵌入的程序对象"),
        (p("甲"), {"word/activeX/activeX1.bin": "x"}, "嵌入的程序对象"),
    ],
)
def test_template_that_would_fetch_or_run_something_is_reported(
    word: SimpleNamespace, body: str, parts: dict[str, str], said: str
) -> None:
    assert said in " ".join(map(str, Template(word.tiny(body + p("{{ x }}"), **parts)).warnings))


def test_missing_says_what_it_can_be(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError, match="error、blank 或 keep"):
        Template(word.tiny("{{ x }}"), missing="weg")


def test_context_may_be_any_mapping(word: SimpleNamespace) -> None:
    from types import MappingProxyType

    made = Template(word.tiny("{{ x }}")).render(MappingProxyType({"x": "甲"}))
    assert paragraphs(word.body(made)) == ["甲"]


def test_deeply_nested_blocks_and_formulas_still_fill(word: SimpleNamespace) -> None:
    loops = "".join(f"{{% for a{n} in xs %}}{{% if a{n} %}}" for n in range(12))
    ends = "{% endif %}{% endfor %}" * 12
    assert paragraphs(filled(word, p(f"{loops}甲{ends}"), xs=[1])) == ["甲"]


def test_formula_nested_without_end_is_refused(word: SimpleNamespace) -> None:
    with pytest.raises((TemplateError, LimitError), match="嵌套太深"):
        Template(word.tiny(p("{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}")))


def test_text_of_the_template_that_looks_like_a_mark_of_ours_stays(word: SimpleNamespace) -> None:
    xml = filled(
        word,
        '<w:p w:rsidR="tongzhi-tag0;" w:rsidP="{{ x }}"><?tongzhi 7?><w:r><w:t>{{ x }}</w:t></w:r></w:p>',
        x="甲",
    )
    assert 'w:rsidR="tongzhi-tag0;" w:rsidP="甲"' in xml
    assert paragraphs(xml) == ["甲"]


@pytest.mark.parametrize(
    ("tag", "value", "said"),
    [
        ("colspan", "两", "“两”不是列数；写 1 到 63 的整数"),
        ("colspan", 0, "0不是列数"),
        ("colspan", 1.5, "1.5不是列数"),
        ("colspan", 10**6, "1000000不是列数"),
        ("cellbg", "红", "“红”不是颜色；写六位十六进制，如 FFFF00"),
        ("cellbg", 3, "3不是颜色"),
    ],
)
def test_cell_value_that_word_cannot_read_is_told(
    word: SimpleNamespace, tag: str, value: object, said: str
) -> None:
    with pytest.raises(TemplateError, match=said):
        filled(word, table(cell(p(f"{{% {tag} v %}}", "甲"))), v=value)


@pytest.mark.parametrize(
    ("tag", "value", "written"),
    [
        ("colspan", "2", '<w:gridSpan w:val="2"/>'),
        ("colspan", None, '<w:gridSpan w:val="1"/>'),
        ("cellbg", "#ffff00", 'w:fill="FFFF00"'),
        ("cellbg", "", 'w:fill="auto"'),
    ],
)
def test_cell_value_is_written_as_word_wants_it(
    word: SimpleNamespace, tag: str, value: object, written: str
) -> None:
    assert written in filled(word, table(cell(p(f"{{% {tag} v %}}", "甲"))), v=value)


def test_row_that_lost_all_its_cells_goes(word: SimpleNamespace) -> None:
    cells = [cell(p(text)) for text in ("{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}")]
    xml = filled(word, table("".join(cells)) + table(cell(p("尾"))), xs=[])
    assert xml.count("<w:tr>") == 1
    assert xml.count("<w:tbl>") == 1
