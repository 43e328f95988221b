"""A document inside another: its styles, lists, notes, pictures, links and bookmarks come along, as in docxtpl."""

from __future__ import annotations

import io
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from tongzhi.engine.template import Template
from tongzhi.engine.values import SubDocument
from tongzhi.errors import TemplateError

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NUMBER = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def insert(word: SimpleNamespace, template: bytes, *inner: bytes) -> bytes:
    values = {f"x{number}": SubDocument(data) for number, data in enumerate(inner, 1)}
    data = Template(template).render(values)
    assert data is not None
    docx.Document(io.BytesIO(data))
    return data


def numbers(data: bytes) -> list[str]:
    return [
        paragraph._p.pPr.numPr.numId.get(qn("w:val"))
        for paragraph in docx.Document(io.BytesIO(data)).paragraphs
        if paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    ]


def abstract_of(word: SimpleNamespace, data: bytes, number: str) -> str:
    listing = word.read(data, "word/numbering.xml")
    found = re.search(
        rf'<w:num\b[^>]*w:numId="{number}"[^>]*>.*?w:abstractNumId\s[^>]*w:val="(\d+)"', listing, re.DOTALL
    )
    assert found is not None
    return found[1]


def without_lists(word: SimpleNamespace, data: bytes) -> bytes:
    """Give the document as if it never had lists."""
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
                text = re.sub(rb"<(?:Override|Relationship)\b[^>]*numbering[^>]*/>", b"", text)
            if name != "word/numbering.xml":
                new.writestr(name, text)
    return out.getvalue()


def test_list_of_the_inner_document_gets_a_number_of_its_own(word: SimpleNamespace) -> None:
    inner = word.build(body=NUMBER.format(1, "一") + NUMBER.format(1, "二") + NUMBER.format(2, "三"))
    outer = word.build("{{p x1 }}", body=NUMBER.format(1, "外"))
    data = insert(word, outer, inner)
    first, second, third, own = numbers(data)
    assert own == "1"
    assert first == second
    assert len({first, third, own}) == 3
    kinds = {abstract_of(word, data, one) for one in (first, third, own)}
    assert len(kinds) == 3
    assert word.read(data, "word/numbering.xml").rindex("<w:abstractNum ") < word.read(
        data, "word/numbering.xml"
    ).index("<w:num ")


def test_two_inner_documents_count_apart(word: SimpleNamespace) -> None:
    inner = word.build(body=NUMBER.format(1, "一"))
    assert len(set(numbers(insert(word, word.build("{{p x1 }}", "{{p x2 }}"), inner, inner)))) == 2


def test_receiver_without_lists_gets_those_of_the_inner_document(word: SimpleNamespace) -> None:
    outer = without_lists(word, word.build("{{p x1 }}"))
    data = insert(word, outer, word.build(body=NUMBER.format(1, "一")))
    assert abstract_of(word, data, numbers(data)[0])
    assert "numbering+xml" in word.read(data, "[Content_Types].xml")
    assert "numbering.xml" in word.read(data, "word/_rels/document.xml.rels")


def test_style_of_the_same_name_is_that_of_the_receiver_and_a_new_one_is_copied(
    word: SimpleNamespace,
) -> None:
    def inner(document: Any) -> None:
        base = document.styles.add_style("基样式", WD_STYLE_TYPE.PARAGRAPH)
        style = document.styles.add_style("子样式", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = base
        style.next_paragraph_style = style
        document.add_paragraph("子", style="子样式").add_run("字").style = document.styles.add_style(
            "字样式", WD_STYLE_TYPE.CHARACTER
        )
        document.add_paragraph("题", style="Heading 1")

    def outer(document: Any) -> None:
        other = document.styles.add_style("别的", WD_STYLE_TYPE.PARAGRAPH)
        other.element.set(qn("w:styleId"), "子样式")  # the same id for another style
        document.add_paragraph("外", style=other)

    data = insert(word, word.build("{{p x1 }}", then=outer), word.build(then=inner))
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    assert [one.style.name for one in paragraphs] == ["子样式", "Heading 1", "别的"]
    assert paragraphs[0].style.base_style.name == "基样式"
    assert paragraphs[0].style.next_paragraph_style.name == "子样式"
    assert paragraphs[0].runs[1].style.name == "字样式"
    ids = re.findall(r'w:styleId="([^"]+)"', word.read(data, "word/styles.xml"))
    assert len(ids) == len(set(ids))


def test_link_of_the_inner_document_leads_where_it_led(word: SimpleNamespace) -> None:
    def inner(document: Any) -> None:
        key = document.part.relate_to(
            "https://example.org/a?b=1&c=2", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )
        link = docx.oxml.parse_xml(
            f'<w:hyperlink {W} xmlns:r="{OFFICE}" r:id="{key}"><w:r><w:t>见</w:t></w:r></w:hyperlink>'
        )
        document.add_paragraph()._p.append(link)

    data = insert(word, word.build("{{p x1 }}"), word.build(then=inner))
    document = docx.Document(io.BytesIO(data))
    link = document.paragraphs[0].hyperlinks[0]
    assert (link.text, link.url) == ("见", "https://example.org/a?b=1&c=2")


def test_picture_used_twice_is_copied_once_and_another_of_its_name_beside_it(word: SimpleNamespace) -> None:
    def inner(color: bytes) -> bytes:
        def write(document: Any) -> None:
            for _ in range(2):
                document.add_picture(io.BytesIO(word.png(color=color)))

        made: bytes = word.build(then=write)
        return made

    def outer(document: Any) -> None:
        document.add_picture(io.BytesIO(word.png(color=b"\0\xff\0")))

    data = insert(
        word,
        word.build("{{p x1 }}", "{{p x2 }}", "{{p x3 }}", then=outer),
        inner(b"\xff\0\0"),
        inner(b"\0\0\xff"),
        inner(b"\xff\0\0"),
    )
    document = docx.Document(io.BytesIO(data))
    blobs = [
        document.part.related_parts[blip.get(qn("r:embed"))].blob
        for blip in document.element.iter(qn("a:blip"))
    ]
    red, blue, green = (word.png(color=color) for color in (b"\xff\0\0", b"\0\0\xff", b"\0\xff\0"))
    assert blobs == [red, red, blue, blue, red, red, green]
    assert sum("/media/" in str(part.partname) for part in document.part.package.iter_parts()) == 3
    ids = [one.get("id") for one in document.element.iter(qn("wp:docPr"))]
    assert len(set(ids)) == len(ids)


def noted(word: SimpleNamespace, text: str, *notes: str) -> bytes:
    """Give a document whose paragraph carries footnotes."""
    references = "".join(
        f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in range(1, len(notes) + 1)
    )
    base = word.build(body=f"<w:p><w:r><w:t>{text}</w:t></w:r>{references}</w:p>")
    listed = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    types = word.read(base, "[Content_Types].xml").replace(
        "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/></Types>'
    )
    rels = word.read(base, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        f'<Relationship Id="rIdN" Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
    )
    made: bytes = word.grow(
        base,
        {
            "[Content_Types].xml": types,
            "word/_rels/document.xml.rels": rels,
            "word/footnotes.xml": f"<w:footnotes {W}>{listed}</w:footnotes>",
        },
    )
    return made


def notes_in_order(word: SimpleNamespace, data: bytes) -> list[str]:
    listed = dict(
        re.findall(
            r'<w:footnote [^>]*w:id="(\d+)"[^>]*>.*?<w:t[^>]*>(.*?)</w:t>',
            word.read(data, "word/footnotes.xml"),
        )
    )
    return [listed[one] for one in re.findall(r'<w:footnoteReference w:id="(\d+)"', word.read(data))]


def test_footnotes_join_those_of_the_receiver(word: SimpleNamespace) -> None:
    outer = noted(word, "外", "外注")
    body = word.read(outer).replace("<w:sectPr", "<w:p><w:r><w:t>{{p x1 }}</w:t></w:r></w:p><w:sectPr", 1)
    data = insert(word, word.grow(outer, {"word/document.xml": body}), noted(word, "内", "内注一", "内注二"))
    assert notes_in_order(word, data) == ["外注", "内注一", "内注二"]


def test_footnotes_go_when_the_receiver_has_none(word: SimpleNamespace) -> None:
    data = insert(word, word.build("{{p x1 }}"), noted(word, "内", "注"))
    assert "footnoteReference" not in word.read(data)
    assert word.texts(data) == ["内"]


def test_bookmarks_of_several_documents_keep_numbers_apart(word: SimpleNamespace) -> None:
    mark = '<w:p><w:bookmarkStart w:id="0" w:name="{0}"/><w:r><w:t>{0}</w:t></w:r><w:bookmarkEnd w:id="0"/></w:p>'
    data = insert(word, word.build("{{p x1 }}", body=mark.format("外")), word.build(body=mark.format("内")))
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)"', word.read(data))
    assert starts == re.findall(r'<w:bookmarkEnd w:id="(\d+)"', word.read(data))
    assert len(set(starts)) == 2


def test_page_set_up_headers_and_comments_stay_out(word: SimpleNamespace) -> None:
    def inner(document: Any) -> None:
        document.sections[0].header.paragraphs[0].text = "内页眉"
        document.add_section()
        document.add_paragraph("末")

    marked = '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>批</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>'
    data = insert(word, word.build("{{p x1 }}"), word.build(body=marked, then=inner))
    assert "内页眉" not in word.read(data)
    assert word.read(data).count("<w:sectPr") == 1
    assert "comment" not in word.read(data)


def test_sub_document_stands_in_a_cell_and_may_be_given_by_docxtpls_name(
    word: SimpleNamespace, tmp_path: Path
) -> None:
    path = tmp_path / "内.docx"
    path.write_bytes(word.build("一", [["a", "b"]], "二"))
    template = Template(word.build([["{{p x }}", "右"]]))
    data = template.render({"x": template.new_subdoc(path)})
    cell = docx.Document(io.BytesIO(data)).tables[0].rows[0].cells[0]
    assert [paragraph.text for paragraph in cell.paragraphs] == ["一", "二"]
    assert [one.text for one in cell.tables[0].rows[0].cells] == ["a", "b"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (lambda word: b"no zip at all", "要插入的文件用不了"),
        (lambda word: word.grow(word.build("x"), {"_rels/.rels": "<Relationships/>"}), "没有 Word 正文"),
        (
            lambda word: word.grow(word.build("x"), {"word/document.xml": f"<w:document {W}/>"}),
            "没有 Word 正文",
        ),
        (lambda word: word.grow(word.build("x"), {"word/document.xml": "<w:docu"}), "XML 已损坏"),
        (
            lambda word: word.grow(
                base := word.build(then=lambda document: document.add_picture(io.BytesIO(word.png()))),
                {
                    "word/_rels/document.xml.rels": word.read(base, "word/_rels/document.xml.rels").replace(
                        "media/", "weg/"
                    )
                },
            ),
            "缺少部件 word/weg/",
        ),
    ],
    ids=["text", "no main part", "no body", "broken", "picture lost"],
)
def test_file_that_cannot_be_inserted_is_told(word: SimpleNamespace, bad: Any, said: str) -> None:
    with pytest.raises(TemplateError, match=said):
        insert(word, word.build("{{p x1 }}"), bad(word))
