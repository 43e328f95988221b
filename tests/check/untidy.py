"""Untidy papers with everything in them that a change of layout must leave alone."""

from __future__ import annotations

import base64
import io
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

W = nsdecls("w")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


def _add(paragraph: Any, xml: str) -> None:
    paragraph._p.append(parse_xml(xml))


def everything() -> bytes:
    """Pictures, tables, fields, equations, revisions, text boxes, comments, lists, notes, links, bookmarks."""
    book = docx.Document()
    add = book.add_paragraph
    add("临江市人民政府办公室文件")
    add("临政办发[2026]第012号")
    add("关于做好岁末年初尾矿库安全工作的通知")
    add("各县(市、区)人民政府，市政府各部门:")
    add("  为做好尾矿库安全工作,现将有关事项通知如下。")
    add("一、压实责任").runs[0].bold = True
    mixed = add("各级各部门要")
    mixed.add_run("压实").italic = True
    _add(mixed, f'<w:ins {W} w:id="1" w:author="甲"><w:r><w:t>安全生产</w:t></w:r></w:ins>')
    _add(mixed, f'<w:del {W} w:id="2" w:author="甲"><w:r><w:delText>领导</w:delText></w:r></w:del>')
    mixed.add_run("责任，深入排查整治。")
    add("第一项要抓实抓细", style="List Number")
    add("第二项要抓早抓小", style="List Number")
    picture = add()
    picture.add_run().add_picture(io.BytesIO(PIXEL), width=Pt(60))
    field = add("共有")
    for kind in ("begin", "code", "separate", "text", "end"):
        run = field.add_run()
        if kind == "code":
            _add_run(run, f"<w:instrText {W}> NUMPAGES </w:instrText>")
        elif kind == "text":
            run.text = "3"
        else:
            _add_run(run, f'<w:fldChar {W} w:fldCharType="{kind}"/>')
    field.add_run("页，详见附表。")
    equation = add("整改率按下式计算：")
    _add(
        equation,
        '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>r=a/b</m:t></m:r></m:oMath>',
    )
    boxed = add("各单位要认真落实。")
    _add(
        boxed,
        f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:80pt;height:30pt"><v:textbox>'
        "<w:txbxContent><w:p><w:r><w:t>文本框里的话</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    )
    marked = add("请于12月10日前报送。")
    marked._p.insert(0, parse_xml(f'<w:bookmarkStart {W} w:id="5" w:name="期限"/>'))
    _add(marked, f'<w:bookmarkEnd {W} w:id="5"/>')
    table = book.add_table(2, 3)
    for cell, text in zip(table.rows[0].cells, ("序号", "单位", "电话"), strict=True):
        cell.text = text
    add("附件：任务分解表")
    add("临江市人民政府办公室")
    add("2026年11月20日")
    add("附件")
    add("任务分解表")
    add("一、全面排查。各县区要逐库排查。")
    book.add_comment(mixed.runs[0], text="请核对", author="乙")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _add_run(run: Any, xml: str) -> None:
    run._r.append(parse_xml(xml))


def plain(*lines: str) -> bytes:
    """A paper typed line by line in Word's default style."""
    book = docx.Document()
    for line in lines:
        book.add_paragraph(line)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def headings() -> bytes:
    """A paper in Word's heading styles, which are blue and in theme faces."""
    book = docx.Document()
    book.add_heading("关于做好尾矿库安全工作的通知", 0)
    book.add_paragraph("各县（市、区）人民政府：")
    book.add_heading("一、压实责任", 1)
    book.add_paragraph("各级各部门要压实安全生产责任，深入排查整治各类风险隐患。")
    book.add_heading("（一）分清职责", 2)
    book.add_paragraph("行业部门要管行业、管业务、管生产经营必须管安全。")
    book.add_paragraph("临江市应急管理局")
    book.add_paragraph("2026年11月20日")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def east_face(data: bytes, text: str) -> str | None:
    """The East Asian face directly on the first run of the paragraph that starts with a text."""
    for paragraph in docx.Document(io.BytesIO(data)).paragraphs:
        if paragraph.text.startswith(text):
            fonts = paragraph.runs[0]._r.rPr.rFonts
            return fonts.get(qn("w:eastAsia"))
    return None
