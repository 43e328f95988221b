"""Many documents as one to print."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile

import pytest

from tongzhi.batch.merge import merge_documents
from tongzhi.batch.order import MERGED
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
