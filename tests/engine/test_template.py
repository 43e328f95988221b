"""Templates as people make them: parts, split runs, merged cells, lists, missing names, errors with their place."""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import re
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from tongzhi.engine.shipped import compile_shipped
from tongzhi.engine.template import Template
from tongzhi.errors import TemplateError
from tongzhi.word.package import read_entries, read_parts

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


@pytest.mark.parametrize("name", ["footnotes", "endnotes", "comments"])
def test_notes_and_comments_are_filled(word: SimpleNamespace, name: str) -> None:
    kind = f'<Override PartName="/word/{name}.xml" ContentType="{NOTES}.{name}+xml"/></Types>'
    base = word.build("正文")
    note = f'<w:{name} {W}><w:x w:id="2"><w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p></w:x></w:{name}>'
    types = word.read(base, "[Content_Types].xml")
    types = types if f"/word/{name}.xml" in types else types.replace("</Types>", kind)
    data = Template(word.grow(base, {f"word/{name}.xml": note, "[Content_Types].xml": types})).render(
        {"x": "A&B"}
    )
    assert '<w:t xml:space="preserve">A&amp;B</w:t>' in word.read(data, f"word/{name}.xml")


def test_properties_are_filled(word: SimpleNamespace) -> None:
    def write(document: Any) -> None:
        document.core_properties.title = "关于{{ x }}的通知"
        document.core_properties.keywords = "{{ x }}"

    data = Template(word.build("正文", then=write)).render({"x": "A\nB<"})
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.title, properties.keywords) == ("关于A\nB<的通知", "A\nB<")
    assert [name for name in read_parts(data) if "core" in name] == ["docProps/core.xml"]


def test_header_and_text_box_and_control_are_filled(word: SimpleNamespace) -> None:
    control = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    data = Template(word.build(body=control)).render({"x": "控"})
    assert "showingPlcHdr" not in word.read(data)
    assert ">控<" in word.read(data)


def test_attribute_is_filled(word: SimpleNamespace) -> None:
    body = '<w:p><w:r><w:rPr><w:color w:val="{{ c }}"/></w:rPr><w:t>甲</w:t></w:r></w:p>'
    assert 'w:val="&quot;x"' in word.read(Template(word.build(body=body)).render({"c": '"x'}))


def test_tag_over_several_paragraphs_is_read_as_one(word: SimpleNamespace) -> None:
    assert word.fill("前{# 说明", "还有说明 #}后", "尾") == ["前后", "尾"]


def test_untouched_parts_are_copied_as_they_lie(word: SimpleNamespace) -> None:
    template = word.build("{{ x }}")
    made = Template(template).render({"x": 1})
    before, after = read_entries(template), read_entries(made)
    assert {name: entry.data for name, entry in before.items() if name != "word/document.xml"} == {
        name: entry.data for name, entry in after.items() if name != "word/document.xml"
    }


def test_result_is_a_sound_archive_with_fixed_times(word: SimpleNamespace) -> None:
    template = Template(word.build("{{ x }}"))
    made = template.render({"x": "好"})
    assert made == template.render({"x": "好"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_render_to_a_path_writes_the_file_whole(word: SimpleNamespace, tmp_path: Path) -> None:
    target = tmp_path / "新文件夹" / "通知.docx"
    assert Template(word.build("{{ x }}")).render({"x": "好"}, target) is None
    assert word.texts(target.read_bytes()) == ["好"]
    assert [one.name for one in target.parent.iterdir()] == ["通知.docx"]


def test_template_file_may_have_a_chinese_name(word: SimpleNamespace, tmp_path: Path) -> None:
    path = tmp_path / "我的模板.docx"
    path.write_bytes(word.build("{{ 标题 }}"))
    with pytest.raises(
        TemplateError, match=r"我的模板.docx 正文 第1段 “{{ 标题 }}”：数据里没有“标题”；是不是“标题文字”？"
    ):
        Template(path).render({"标题文字": ""})


def test_word_template_gives_a_document(word: SimpleNamespace) -> None:
    base = word.build("{{ x }}")
    types = word.read(base, "[Content_Types].xml").replace("document.main+xml", "template.main+xml")
    made = Template(word.grow(base, {"[Content_Types].xml": types})).render({"x": 1})
    assert "document.main+xml" in word.read(made, "[Content_Types].xml")
    assert word.texts(made) == ["1"]


def test_macro_template_is_refused_with_the_reason(word: SimpleNamespace) -> None:
    base = word.build("{{ x }}")
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = word.read(base, "[Content_Types].xml").replace(
        main, "application/vnd.ms-word.document.macroEnabled.main+xml"
    )
    with pytest.raises(TemplateError, match="带宏的模板"):
        Template(word.grow(base, {"[Content_Types].xml": types}))


def test_macros_and_external_targets_are_reported(word: SimpleNamespace) -> None:
    base = word.build("{{ x }}")
    target = '<Relationship Id="rId99" Type="http://x/attachedTemplate" Target="http://evil.example/a.dotm" TargetMode="External"/>'
    rels = word.read(base, "word/_rels/document.xml.rels").replace(
        "</Relationships>", f"{target}</Relationships>"
    )
    template = Template(word.grow(base, {"word/_rels/document.xml.rels": rels, "word/vbaProject.bin": b"x"}))
    said = " ".join(map(str, template.warnings))
    assert "宏" in said
    assert "evil.example" in said


def test_variables_are_the_names_the_data_must_give(word: SimpleNamespace) -> None:
    template = Template(
        word.build(
            "{{ 甲 }}{% for 行 in 表 %}{{ 行.名 }}{% endfor %}{% set y = 1 %}{{ y }}{% if 丙 %}x{% endif %}"
        )
    )
    assert template.variables() == {"甲", "表", "丙"}
    fields = template.fields()
    assert fields["表"]["items"] == ["名"]
    assert [name for name, use in fields.items() if use["optional"]] == ["丙"]


@pytest.mark.parametrize(
    "text",
    [
        "{% if x %}a{% endif %}",
        "{{ x|default('') }}",
        "{% if x is defined %}{{ x }}{% endif %}",
        "{% if x.y %}a{% endif %}",
    ],
)
def test_name_that_is_only_tested_may_be_missing(word: SimpleNamespace, text: str) -> None:
    assert word.fill(text) == [""]


@pytest.mark.parametrize(
    "text",
    [
        "{{ x }}",
        "{% for a in x %}{% endfor %}",
        "{{ x|upper }}",
        "{{ x|length }}",
        "{{ x.y }}",
        "{{ x + 1 }}",
    ],
)
def test_missing_name_is_an_error_when_printed_or_looped_over(word: SimpleNamespace, text: str) -> None:
    with pytest.raises(TemplateError, match="数据里没有“x"):
        word.fill(text)


def test_missing_names_may_be_blank_or_kept(word: SimpleNamespace) -> None:
    data = word.build("甲{{ x }}乙{% for a in xs %}{{ a }}{% endfor %}")
    assert word.texts(Template(data, missing="blank").render({})) == ["甲乙"]
    assert word.texts(Template(data, missing="keep").render({})) == ["甲{{ x }}乙"]


def test_all_problems_of_a_template_are_told_at_once(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError) as caught:
        Template(word.build("{{ a b }}", "{{ x|没有 }}", "{% if x %}", "{% endfro %}", "{{ y"))
    said = [str(problem) for problem in caught.value.problems]
    assert len(said) == 5
    assert all(re.search(r"正文 第\d段 “", one) for one in said)
    assert not re.search(r"[A-Za-z]{4,} [A-Za-z]{3,}", " ".join(said).replace("tongzhi template vars", ""))


def test_loop_that_begins_in_a_table_and_ends_outside_is_refused(word: SimpleNamespace) -> None:
    with pytest.raises(TemplateError, match="不在同一层"):
        Template(word.build([["{% for x in xs %}", "b"]], "{% endfor %}"))


def test_check_knows_the_names_of_a_type_and_the_limits(word: SimpleNamespace) -> None:
    template = Template(word.build("{{ 标提 }}{% for i in range(10**12) %}{% endfor %}"))
    said = " ".join(map(str, template.check({"标题"})))
    assert "是不是“标题”" in said
    assert "range" in said
    assert Template(word.build("{{ 标题 }}")).check({"标题"}) == []


def test_numbered_list_begins_anew_in_each_round_of_the_outer_loop(word: SimpleNamespace) -> None:
    def write(document: Any) -> None:
        for text, style in (
            ("{%p for c in cs %}", None), ("{{ c.n }}", None), ("{%p for x in c.xs %}", None),
            ("{{ x }}", "List Number"), ("{%p endfor %}", None), ("{%p endfor %}", None),
        ):  # fmt: skip
            document.add_paragraph(text, style=style)

    data = Template(word.build(then=write)).render({"cs": [{"n": 1, "xs": "ab"}, {"n": 2, "xs": "cd"}]})
    numbers = re.findall(r'<w:numId w:val="(\d+)"/>', word.read(data))
    assert len(numbers) == 4
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert word.read(data, "word/numbering.xml").count("<w:startOverride") == 18


def test_list_in_one_loop_counts_on(word: SimpleNamespace) -> None:
    def write(document: Any) -> None:
        document.add_paragraph("{%p for x in xs %}")
        document.add_paragraph("{{ x }}", style="List Number")
        document.add_paragraph("{%p endfor %}")

    assert "startOverride" not in word.read(
        Template(word.build(then=write)).render({"xs": "abc"}), "word/numbering.xml"
    )


def test_equal_neighbours_of_a_column_are_merged(word: SimpleNamespace) -> None:
    table = [["{%tr for r in rs %}", ""], ["{% vm r.c %}{{ r.c }}", "{{ r.n }}"], ["{%tr endfor %}", ""]]
    rows = [{"c": "甲", "n": 1}, {"c": "甲", "n": 2}, {"c": "乙", "n": 3}, {"c": "甲", "n": 4}]
    data = Template(word.build(table)).render({"rs": rows})
    merges = [
        one.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}").get(qn("w:val"))
        for row in docx.Document(io.BytesIO(data)).tables[0]._tbl.tr_lst
        for one in row.tc_lst[:1]
    ]
    assert merges == ["restart", "continue", "restart", "restart"]


def test_cell_and_table_never_stay_empty(word: SimpleNamespace) -> None:
    body = (
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{%p if x %}</w:t></w:r></w:p>"
        "<w:p/><w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{%tr for a in x %}</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    data = Template(word.build(body=body)).render({"x": []})
    document = docx.Document(io.BytesIO(data))
    assert len(document.tables) == 1
    assert len(document.tables[0].rows[0].cells[0].paragraphs) == 1


def test_row_loop_may_stand_in_the_row_itself(word: SimpleNamespace) -> None:
    data = Template(word.build([["{%tr for x in xs %}{{ x }}", "{{ x }}{%tr endfor %}"]])).render(
        {"xs": [1, 2]}
    )
    assert word.rows(data) == [["1", "1"], ["2", "2"]]


def test_template_is_pickled_without_compiling_again(
    word: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = Template(word.build("{{ x }}"))
    again = pickle.dumps(template)
    monkeypatch.setattr("tongzhi.engine.assemble.assemble", None)
    assert pickle.loads(again).render({"x": "好"}) == template.render({"x": "好"})
    assert pickle.loads(again).fingerprint == template.fingerprint


def test_replaced_picture_is_named_or_the_names_are_told(word: SimpleNamespace) -> None:
    template = Template(
        word.build("{{ x }}", then=lambda document: document.add_picture(io.BytesIO(word.png())))
    )
    with pytest.raises(TemplateError, match="Picture 1"):
        template.replace_picture("Pictur 1", word.png())


def test_compiled_form_is_used_only_for_exactly_its_template(
    word: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word.build("{{ x }}"))
    compile_shipped(path)
    monkeypatch.setattr("tongzhi.engine.shipped.template_path", lambda name: tmp_path / name)
    monkeypatch.setattr("tongzhi.engine.shipped.is_checkout", lambda: False)
    monkeypatch.setattr("tongzhi.engine.assemble.assemble", None)
    assert word.texts(Template(path).render({"x": 1})) == ["1"]
    path.write_bytes(word.build("{{ y }}"))
    with pytest.raises(TypeError):
        Template(path)


def test_checkout_compiles_a_template_when_it_is_first_used_and_anew_when_it_changed(
    word: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tongzhi.engine.shipped.template_path", lambda name: tmp_path / name)
    path = tmp_path / "a.docx"
    for tag in ("x", "y"):
        path.write_bytes(word.build(f"{{{{ {tag} }}}}"))
        assert word.texts(Template(path).render({tag: 1})) == ["1"]
        kept = (tmp_path / "compiled" / "a.json").read_text(encoding="utf-8")
        assert json.loads(kept)["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert sorted(one.name for one in (tmp_path / "compiled").iterdir()) == ["a.json", "a.py"]


def test_installed_package_never_writes_beside_its_templates(
    word: SimpleNamespace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tongzhi.engine.shipped.template_path", lambda name: tmp_path / name)
    monkeypatch.setattr("tongzhi.engine.shipped.is_checkout", lambda: False)
    path = tmp_path / "a.docx"
    path.write_bytes(word.build("{{ x }}"))
    assert word.texts(Template(path).render({"x": 1})) == ["1"]
    assert [one.name for one in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ 标题.字数 }}", "数据里没有“字数”；在数据里补上"),
        ("{{ 标提.字数 }}", "数据里没有“标提.字数”；是不是“标题”？"),
        ("{{ 人.单位 }}", "数据里没有“单位”；是不是“单位名”？"),
    ],
)
def test_nearest_name_is_looked_for_where_it_could_stand(word, text, said):
    data = {"标题": "甲", "字数": 1, "人": {"单位名": "乙"}}
    with pytest.raises(TemplateError, match=said):
        Template(word.tiny(text)).render(data)


@pytest.mark.parametrize(
    "text", ["{% if x %}有{% endif %}", "{{ x|default('无') }}", "{{ a if x is defined }}"]
)
def test_name_that_may_be_missing_is_no_problem(word, text):
    template = Template(word.tiny(text))
    template.render({"a": "甲"})
    assert template.check({"a"}) == []


@pytest.mark.parametrize("text", ["｛｛ 标题 ｝｝", "｛% if 标题 %｝", "{｛标题｝}"])
def test_full_width_braces_are_warned_of(word, text):
    said = [str(problem) for problem in Template(word.tiny(f"{text}{{{{ 标题 }}}}")).warnings]
    assert len(said) == 1
    assert "全角花括号" in said[0]


def test_full_width_end_of_a_tag_is_named(word):
    with pytest.raises(TemplateError, match="“｝”是全角"):
        Template(word.tiny("{{ 标题 ｝｝"))


def test_braces_of_running_text_are_not_warned_of(word):
    assert Template(word.tiny("集合｛甲、乙｝和{{ 标题 }}")).warnings == []
