"""Many documents as one to print."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile

import pytest

from tongzhi.batch.merge import merge_documents
from tongzhi.batch.order import MERGED
from tongzhi.errors import InputError
from tongzhi.word.text import read_text

from .conftest import documents, rows


def main_part(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def test_merged_document_holds_every_text_and_each_begins_on_a_sheet_with_page_one(batch, tmp_path):
    batch(*rows(3), merge=True)
    made = (tmp_path / "out" / MERGED).read_bytes()
    single = {name: data for name, data in documents(tmp_path / "out").items() if name != MERGED}
    merged = [line for line in read_text(made).split("\n") if line.strip()]
    parts = [line for data in single.values() for line in read_text(data).split("\n") if line.strip()]
    assert merged == parts
    sections = re.findall(r"<w:sectPr.*?</w:sectPr>", main_part(made))
    assert len(sections) == 3
    assert all('w:start="1"' in section for section in sections)
    assert ['"oddPage"' in section for section in sections] == [False, True, True]


def test_merging_is_repeatable(batch, tmp_path):
    batch(*rows(2), merge=True)
    before = (tmp_path / "out" / MERGED).read_bytes()
    batch(*rows(2), merge=True, resume=True)
    assert (tmp_path / "out" / MERGED).read_bytes() == before


def test_headers_pictures_links_and_numbering_of_own_templates_are_carried_over(tmp_path):
    from docx import Document
    from docx.shared import Pt

    paths = []
    for number in (1, 2):
        document = Document()
        document.sections[0].header.paragraphs[0].text = f"页眉{number}"
        document.add_paragraph("条目", style="List Number")
        document.add_paragraph("条目", style="List Number")
        picture = io.BytesIO(PIXEL if number == 1 else PIXEL + b"\0")
        document.add_picture(picture, width=Pt(10))
        document.add_paragraph(f"正文{number}")
        paths.append(tmp_path / f"{number}.docx")
        document.save(paths[-1])
    merge_documents(paths, tmp_path / "all.docx")
    merged = Document(tmp_path / "all.docx")
    assert [section.header.paragraphs[0].text for section in merged.sections] == ["页眉1", "页眉2"]
    assert len(merged.inline_shapes) == 2
    assert [p.text for p in merged.paragraphs if p.text.startswith("正文")] == ["正文1", "正文2"]
    media = [name for name in zipfile.ZipFile(tmp_path / "all.docx").namelist() if "media" in name]
    assert len(media) == 2


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f00050001ff89993d1d0000000049454e44ae426082"
)


@pytest.mark.office
def test_pdfs_and_the_merged_pdf_have_the_pages_and_imprints_of_the_documents(batch, tmp_path):
    batch(*rows(2), merge=True, pdf=True)
    out = tmp_path / "out"

    def text(path):
        return subprocess.run(
            ["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True
        ).stdout

    pdfs = sorted(path for path in out.glob("0*.pdf"))
    assert len(pdfs) == 2
    merged = text(out / MERGED.replace(".docx", ".pdf")).split("\f")
    singles = [text(path).split("\f") for path in pdfs]
    assert len(merged) - 1 == sum(len(pages) - 1 for pages in singles)
    first = len(singles[0]) - 1
    assert "印发" in merged[first - 1]
    assert "印发" in merged[-2]
    assert re.search(r"—\s*1\s*—", merged[first])


def _saved(path, *texts, then=None):
    from docx import Document

    document = Document()
    for text in texts:
        document.add_paragraph(text)
    if then is not None:
        then(document)
    document.save(path)
    return path


def _merged(tmp_path, *makers):
    from docx import Document

    paths = [_saved(tmp_path / f"{number}.docx", then=maker) for number, maker in enumerate(makers, 1)]
    merge_documents(paths, tmp_path / "all.docx")
    return Document(tmp_path / "all.docx")


def test_automatic_numbers_begin_anew_in_every_document(tmp_path):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    def write(document):
        for number in (1, 1, 2, 0, 99):
            xml = f'<w:p {nsdecls("w")}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr></w:pPr></w:p>'
            document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")

    merged = _merged(tmp_path, write, write)
    used = [one.get(qn("w:val")) for one in merged.element.body.iter(qn("w:numId"))]
    first, second = used[:5], used[5:]
    assert first == ["1", "1", "2", "0", "99"]
    assert second[0] == second[1] not in first
    assert second[2] not in (*first, second[0])
    assert second[3:] == ["0", "99"]
    listing = merged.part.numbering_part.element
    fresh = next(one for one in listing.findall(qn("w:num")) if one.get(qn("w:numId")) == second[0])
    assert {one.get(qn("w:val")) for one in fresh.iter(qn("w:startOverride"))} == {"1"}


def test_bookmarks_get_names_of_their_own(tmp_path):
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    def write(document):
        for number, name in ((0, "条款"), (1, "_GoBack")):
            xml = f'<w:p {nsdecls("w")}><w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/></w:p>'
            document.element.body.insert_element_before(parse_xml(xml), "w:sectPr")

    merged = _merged(tmp_path, write, write)
    starts = list(merged.element.body.iter(qn("w:bookmarkStart")))
    assert [one.get(qn("w:name")) for one in starts] == ["条款", "_GoBack", "条款_1", "_GoBack"]
    ids = [one.get(qn("w:id")) for one in starts]
    assert len(set(ids)) == 4
    assert ids == [one.get(qn("w:id")) for one in merged.element.body.iter(qn("w:bookmarkEnd"))]


def test_link_to_the_web_is_kept_once(tmp_path):
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    def write(document):
        key = document.part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>见</w:t></w:r></w:hyperlink>'
        )
        document.add_paragraph()._p.append(link)

    merged = _merged(tmp_path, write, write)
    links = [link for paragraph in merged.paragraphs for link in paragraph.hyperlinks]
    assert [link.url for link in links] == ["https://example.org/"] * 2
    assert sum(rel.is_external for rel in merged.part.rels.values()) == 1


def test_document_without_a_header_does_not_show_that_of_the_one_before(tmp_path):
    def with_header(document):
        document.sections[0].header.paragraphs[0].text = "页眉"
        document.sections[0].footer.paragraphs[0].text = "页脚"

    merged = _merged(tmp_path, with_header, lambda document: document.add_paragraph("乙"), with_header)
    shown = [(one.header.paragraphs[0].text, one.footer.paragraphs[0].text) for one in merged.sections]
    assert shown == [("页眉", "页脚"), ("", ""), ("页眉", "页脚")]


def test_picture_in_a_header_comes_along(tmp_path):
    from docx.oxml.ns import qn

    def write(document):
        document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(PIXEL))

    merged = _merged(tmp_path, write, write)
    for section in merged.sections:
        blip = next(section.header._element.iter(qn("a:blip")))
        assert section.header.part.related_parts[blip.get(qn("r:embed"))].blob == PIXEL


def test_document_without_page_set_up_is_merged(tmp_path):
    from docx import Document

    def bare(document):
        document.add_paragraph("甲")
        body = document.element.body
        body.remove(body.sectPr)

    merged = _merged(tmp_path, bare, bare)
    assert [paragraph.text for paragraph in merged.paragraphs if paragraph.text] == ["甲", "甲"]
    assert isinstance(merged, type(Document()))


def test_footnotes_that_differ_cannot_be_merged(tmp_path):
    paths = [_saved(tmp_path / f"{number}.docx", "正文") for number in (1, 2)]
    data = paths[1].read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(paths[1], "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("word/footnotes.xml", "<x/>")
    with pytest.raises(InputError, match=r"2\.docx.*脚注、尾注或批注"):
        merge_documents(paths, tmp_path / "all.docx")
    assert not (tmp_path / "all.docx").exists()


def test_document_that_is_gone_or_folder_that_is_none_is_told(tmp_path):
    with pytest.raises(InputError, match="读不了"):
        merge_documents([tmp_path / "没有.docx"], tmp_path / "all.docx")
    with pytest.raises(InputError):
        merge_documents([_saved(tmp_path / "1.docx", "甲")], tmp_path / "没有" / "all.docx")


def test_nothing_to_merge_writes_nothing(tmp_path):
    merge_documents([], tmp_path / "all.docx")
    assert list(tmp_path.iterdir()) == []


def test_link_that_only_a_later_document_has_is_kept(tmp_path):
    merged = _merged(tmp_path, lambda document: document.add_paragraph("甲"), _link)
    assert [link.url for paragraph in merged.paragraphs for link in paragraph.hyperlinks] == [
        "https://example.org/"
    ]


def test_merged_documents_are_merged_again(tmp_path):
    for name in "甲", "乙":
        (tmp_path / name).mkdir()
    _merged(tmp_path / "甲", lambda document: document.add_paragraph("甲"), _link)
    _merged(tmp_path / "乙", lambda document: document.add_paragraph("乙"), _pictured)
    merge_documents([tmp_path / name / "all.docx" for name in ("甲", "乙")], tmp_path / "all.docx")
    from docx import Document

    merged = Document(tmp_path / "all.docx")
    assert len(merged.inline_shapes) == 1
    assert [link.url for paragraph in merged.paragraphs for link in paragraph.hyperlinks] == [
        "https://example.org/"
    ]


def test_picture_that_is_gone_from_a_document_is_no_obstacle(tmp_path):
    from docx import Document

    first, second = _saved(tmp_path / "1.docx", "甲"), tmp_path / "2.docx"
    document = Document()
    _pictured(document)
    document.save(second)
    with zipfile.ZipFile(io.BytesIO(second.read_bytes())) as old, zipfile.ZipFile(second, "w") as new:
        for name in old.namelist():
            if "media/" not in name:
                new.writestr(name, old.read(name))
    merge_documents([first, second], tmp_path / "all.docx")
    assert "乙" in read_text((tmp_path / "all.docx").read_bytes())


def _link(document):
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    key = document.part.relate_to("https://example.org/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{key}"><w:r><w:t>见</w:t></w:r></w:hyperlink>')
    document.add_paragraph()._p.append(link)


def _pictured(document):
    document.add_paragraph("乙")
    document.add_picture(io.BytesIO(PIXEL))
