"""Templates of other origins: references after merging, faces of rich text, templates without tags."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

import tongzhi
from tongzhi.engine.template import Template
from tongzhi.errors import TemplateError
from tongzhi.word.document import WordDocument
from tongzhi.word.markup import w
from tongzhi.word.merge import _follow_marks

BODY = f"""<w:body {nsdecls("w")}>
<w:p><w:hyperlink w:anchor="表1"><w:r><w:t>见附表</w:t></w:r></w:hyperlink><w:hyperlink w:anchor="别处"><w:r/></w:hyperlink></w:p>
<w:p><w:r><w:instrText> REF 表1 \\h </w:instrText></w:r><w:r><w:instrText xml:space="preserve"> PAGEREF "表1" \\h </w:instrText></w:r></w:p>
<w:p><w:fldSimple w:instr=" PAGEREF 表1 "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>
<w:p><w:r><w:instrText> HYPERLINK \\l "表1" </w:instrText></w:r></w:p>
<w:p><w:r><w:instrText> REF </w:instrText></w:r><w:r><w:instrText>表1</w:instrText></w:r><w:r><w:instrText> \\h </w:instrText></w:r></w:p>
<w:p><w:r><w:instrText> REF 表10 \\h </w:instrText></w:r></w:p>
</w:body>"""


def test_links_and_fields_follow_renamed_bookmarks() -> None:
    body = etree.fromstring(BODY)
    _follow_marks(body, {"表1": "表1_2"})
    assert [each.get(w("anchor")) for each in body.iter(w("hyperlink"))] == ["表1_2", "别处"]
    codes = [(part.text or "").strip() for part in body.iter(w("instrText"))]
    assert codes == [
        "REF 表1_2 \\h",
        'PAGEREF "表1_2" \\h',
        'HYPERLINK \\l "表1_2"',
        "REF",
        "表1_2",
        "\\h",
        "REF 表10 \\h",
    ]
    assert [each.get(w("instr")) for each in body.iter(w("fldSimple"))] == [" PAGEREF 表1_2 "]


def template(*lines: str, xml: str = "") -> bytes:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    if xml:
        document.add_paragraph()._p.append(parse_xml(xml))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_face_without_a_region_is_that_of_chinese_text_too() -> None:
    rich = tongzhi.RichText("汉字Latin", font="楷体")
    made = WordDocument(Template(template("{{r 字 }}")).render({"字": rich}) or b"")
    line = made.paragraphs[0]
    look = made.runs.format(line.runs[0], line)
    assert (look.asian, look.latin) == ("楷体", "楷体")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (template("致«县区»："), "县区"),
        (template("没有要填的"), "没有标签"),
    ],
)
def test_a_template_without_tags_is_refused_for_a_batch(data: bytes, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        Template(data).refuse_untagged()


def test_batch_says_so_before_anything_is_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from tongzhi.cli.main import run

    (tmp_path / "t.docx").write_bytes(template("致«县区»："))
    (tmp_path / "r.csv").write_text("县区\n江北区\n", encoding="utf-8")
    code = run(
        [
            "batch",
            "circular",
            str(tmp_path / "r.csv"),
            "--template",
            str(tmp_path / "t.docx"),
            "-o",
            str(tmp_path / "o"),
        ]
    )
    assert code == 2
    assert "邮件合并域" in capsys.readouterr().err
    assert not (tmp_path / "o").exists()
