"""Mail-merge fields as tags, tags in addresses of links, calls that can never work, filters and functions of one's own."""

from __future__ import annotations

import io
import pickle
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE

import tongzhi
from tongzhi.cli.main import run
from tongzhi.engine.template import Template
from tongzhi.errors import TemplateError

from .conftest import build, png, texts

BOLD = "<w:rPr><w:b/></w:rPr>"


def simple(code: str, shown: str) -> str:
    return f'<w:p><w:r><w:t>致</w:t></w:r><w:fldSimple w:instr="{code}"><w:r>{BOLD}<w:t>{shown}</w:t></w:r></w:fldSimple><w:r><w:t>：</w:t></w:r></w:p>'


def complex_field(*codes: str, shown: str = "«x»") -> str:
    said = "".join(f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes)
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{said}<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r>{BOLD}<w:t>{shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def filled(template: Template, **values: Any) -> bytes:
    made = template.render(values)
    assert made is not None
    return made


def test_simple_fields_are_tags_with_the_look_of_their_result() -> None:
    template = Template(build(body=simple(" MERGEFIELD 县区 \\* MERGEFORMAT ", "«县区»")))
    assert template.variables() == {"县区"}
    assert not template.warnings
    template.refuse_untagged()
    paragraph = docx.Document(io.BytesIO(filled(template, 县区="江北<区>"))).paragraphs[0]
    assert paragraph.text == "致江北<区>："
    assert paragraph.runs[1].bold


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        ((" MERGEFIELD 联系人 ",), "联系人"),
        ((' MERGEFIELD "First Name" \\* MERGEFORMAT ',), "First_Name"),
        ((" MERGE", "FIELD ", "1季度 "), "_1季度"),
    ],
)
def test_complex_fields_are_tags_though_cut_into_runs(codes: tuple[str, ...], name: str) -> None:
    template = Template(build("前", body=f"<w:p>{complex_field(*codes)}<w:r><w:t>同志</w:t></w:r></w:p>"))
    assert template.variables() == {name}
    made = filled(template, **{name: "张三"})
    assert texts(made) == ["前", "张三同志"]
    assert docx.Document(io.BytesIO(made)).paragraphs[1].runs[0].bold
    assert b"fldChar" not in zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")


def test_other_fields_stay_and_what_is_not_carried_out_is_told() -> None:
    page, date_field = (
        complex_field(" PAGE ", shown="1"),
        complex_field(" MERGEFIELD 日期 \\@ &quot;yyyy&quot; "),
    )
    body = (
        f"<w:p>{page}{date_field}{complex_field(' NEXT ', shown='')}</w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
        f"{complex_field(' MERGEFIELD 性别 ')}<w:r><w:instrText> = 1 </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    template = Template(build(body=body))
    assert template.variables() == {"日期"}
    said = " ".join(map(str, template.warnings))
    assert "yyyy" in said
    assert "NEXT" in said
    assert "性别" in said
    whole = zipfile.ZipFile(io.BytesIO(filled(template, 日期="2026"))).read("word/document.xml").decode()
    assert " PAGE " in whole
    assert "MERGEFIELD 性别" in whole


def test_tags_and_fields_together_are_told_and_the_fields_stay() -> None:
    template = Template(build("{{ 单位 }}", body=simple(" MERGEFIELD 县区 ", "«县区»")))
    assert template.variables() == {"单位"}
    assert "既有标签又有邮件合并域（县区）" in str(template.warnings[0])
    assert b"MERGEFIELD" in zipfile.ZipFile(io.BytesIO(filled(template, 单位="甲"))).read("word/document.xml")


def test_the_source_of_the_merge_is_not_handed_on() -> None:
    old = zipfile.ZipFile(io.BytesIO(build(body=simple(" MERGEFIELD 县区 ", "«县区»"))))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/settings.xml":
                cut = data.index(b">", data.index(b"<w:settings")) + 1
                data = data[:cut] + b'<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge>' + data[cut:]
            new.writestr(name, data)
    made = zipfile.ZipFile(io.BytesIO(filled(Template(out.getvalue()), 县区="江北区")))
    assert b"mailMerge" not in made.read("word/settings.xml")


def test_a_mail_merge_letter_and_a_roster_make_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "信.docx").write_bytes(build(body=f"<w:p>{complex_field(' MERGEFIELD First_Name ')}</w:p>"))
    (tmp_path / "名册.csv").write_text("First Name\nAnna\nBo\n", encoding="utf-8")
    assert run(["batch", "--template", "信.docx", "名册.csv", "-o", "出", "--name", "{First Name}.docx"]) == 0
    assert texts((tmp_path / "出" / "Anna.docx").read_bytes()) == ["Anna"]
    (tmp_path / "数据.yaml").write_text("First Name: Cai\n", encoding="utf-8")
    assert run(["fill", "--template", "信.docx", "数据.yaml", "-o", "一.docx"]) == 0
    assert texts((tmp_path / "一.docx").read_bytes()) == ["Cai"]


def linked(*addresses: str, line: str = "{{ 邮箱 }}") -> bytes:
    def relate(document: Any) -> None:
        for address in addresses:
            document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    return build(line, then=relate)


def addresses(data: bytes) -> list[str]:
    relations = docx.Document(io.BytesIO(data)).part.rels.values()
    return [one.target_ref for one in relations if one.is_external]


@pytest.mark.parametrize(
    ("written", "made"),
    [
        ("mailto:{{ 邮箱 }}", "mailto:a&b@c.cn"),
        ("mailto:%7B%7B%20邮箱%20%7D%7D?subject=x%20y", "mailto:a&b@c.cn?subject=x%20y"),
        ("https://c.cn/{{ 邮箱|upper }}/%7b%7b页%7d%7d", "https://c.cn/A&B@C.CN/7"),
    ],
)
def test_a_tag_in_the_address_of_a_link_is_filled(written: str, made: str) -> None:
    template = Template(linked(written, "https://d.cn/%7B1%7D"))
    assert not template.warnings
    assert addresses(filled(template, 邮箱="a&b@c.cn", 页=7)) == [made, "https://d.cn/%7B1%7D"]


def test_a_name_only_in_an_address_is_asked_for() -> None:
    template = Template(linked("https://c.cn/{{ 编号 }}", line="文字"))
    assert template.variables() == {"编号"}
    with pytest.raises(TemplateError, match="链接地址"):
        template.render({})


def test_pictures_and_links_are_added_to_filled_addresses() -> None:
    template = Template(linked("mailto:{{ 邮箱 }}", line="{{ 图 }}{{r 链 }}"))
    rich = tongzhi.RichText()
    rich.add("看", url_id="https://e.cn")
    made = filled(template, 邮箱="x@y.cn", 图=tongzhi.InlineImage(png()), 链=rich)
    assert addresses(made) == ["mailto:x@y.cn", "https://e.cn"]
    assert any(name.startswith("word/media/") for name in zipfile.ZipFile(io.BytesIO(made)).namelist())


def test_a_name_of_a_loop_in_an_address_is_told_and_stays() -> None:
    template = Template(linked("mailto:{{ 人.邮箱 }}", line="{% for 人 in 人们 %}{{ 人.邮箱 }}{% endfor %}"))
    assert "循环" in str(template.warnings[0])
    assert template.variables() == {"人们"}
    assert addresses(filled(template, 人们=[{"邮箱": "a@b.cn"}])) == ["mailto:{{ 人.邮箱 }}"]


@pytest.mark.parametrize(
    "tag",
    ["{{ 日期.strftime('%Y') }}", "{{ today() }}", "{{ 单位.send('x') }}", "{% if 人.save() %}是{% endif %}"],
)
def test_a_call_that_can_never_work_is_refused(tag: str, tmp_path: Path) -> None:
    (tmp_path / "模板.docx").write_bytes(build("好", tag))
    assert run(["template", "check", str(tmp_path / "模板.docx")]) == 1


@pytest.mark.parametrize(
    "tag",
    [
        "{{ 名.strip() }}{{ 名.replace('a', 'b') }}",
        "{% for 键, 值 in 表.items() %}{{ 键 }}{% endfor %}",
        "{% macro 印(x) %}{{ x }}{% endmacro %}{{ 印(名) }}",
        "{% set 轮 = cycler('a', 'b') %}{{ 轮.next() }}{% for i in range(3) %}{{ loop.cycle('a', 'b') }}{% endfor %}",
    ],
)
def test_calls_that_work_are_let_through(tag: str) -> None:
    assert not Template(build(tag)).check(printed=True)


def test_methods_of_dates_work_for_programs() -> None:
    template = Template(build("{{ 日.strftime('%Y') }}"))
    assert not template.check()
    assert texts(filled(template, 日=date(2026, 11, 30))) == ["2026"]


def shout(text: object, mark: str = "！") -> str:
    return f"{text}{mark}"


def split_sum(*numbers: int) -> int:
    return sum(numbers)


def test_filters_and_functions_of_ones_own() -> None:
    data = build("{{ 名|喊 }}{{ 名|喊('<') }}", "{{ 合(1, 数) }}{% if 合(数) > 1 %}多{% endif %}")
    with pytest.raises(TemplateError, match="没有过滤器"):
        Template(data)
    template = Template(data, filters={"喊": shout}, functions={"合": split_sum})
    assert template.variables() == {"名", "数"}
    assert not template.check({"名", "数"}, printed=True)
    for one in (template, pickle.loads(pickle.dumps(template))):
        assert texts(filled(one, 名="安", 数=2)) == ["安！安<", "3多"]


def test_what_goes_wrong_in_a_function_is_told_with_its_tag() -> None:
    template = Template(build("{{ 合(名) }}"), functions={"合": split_sum})
    with pytest.raises(TemplateError, match="合") as error:
        template.render({"名": "x"})
    assert error.value.problems[0].place.paragraph == 1
    with pytest.raises(TemplateError, match="数据里没有“名”"):
        template.render({})
    with pytest.raises(TemplateError, match="不是一个能印的值"):
        Template(build("{{ 合 }}"), functions={"合": split_sum}).render({})


@pytest.mark.parametrize("given", [{"range": shout}, {"a b": shout}, {"_x": shout}, {"好": 3}])
def test_names_that_cannot_stand_in_a_tag_are_refused(given: dict[str, Any]) -> None:
    with pytest.raises(TemplateError):
        Template(build("好"), functions=given)
    with pytest.raises(TemplateError):
        Template(build("好"), filters=given)
