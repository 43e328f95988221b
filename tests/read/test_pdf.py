"""PDF: the text layer is read, a scan is refused."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pymupdf
import pytest
from tests.anatomy.strangers import NOTICE

from tongzhi.check.folder import check_files
from tongzhi.check.repair import format_document
from tongzhi.check.run import check, read_source
from tongzhi.errors import InputError
from tongzhi.read.pdf import read_pdf
from tongzhi.read.speech import read_speech
from tongzhi.word.document import WordDocument

LINES = ("关于做好值班工作的通知", "各科室：", "请于2月30日前报送。", "— 1 —")


def made(*lines: str) -> bytes:
    document = pymupdf.open()
    page = document.new_page()
    for row, line in enumerate(lines):
        page.insert_text((72, 72 + 24 * row), line, fontname="china-s", fontsize=14)
    return bytes(document.tobytes())


def scan() -> bytes:
    document = pymupdf.open()
    document.new_page().draw_rect((50, 50, 400, 400), fill=(0.4, 0.4, 0.4))
    return bytes(document.tobytes())


def test_paragraphs_are_read_and_the_page_number_is_not(tmp_path: Path) -> None:
    assert read_pdf(made(*LINES)) == list(LINES[:3])
    path = tmp_path / "讲话.pdf"
    path.write_bytes(made(*LINES))
    assert read_speech(path).text.splitlines() == list(LINES[:3])


def test_printed_lines_of_one_sentence_are_one_paragraph() -> None:
    assert read_pdf(made("各地要切实抓好安全生产工作，", "坚决防范和遏制各类事故发生。", "一、总体要求")) == [
        "各地要切实抓好安全生产工作，坚决防范和遏制各类事故发生。", "一、总体要求",
    ]  # fmt: skip


def test_check_reads_its_content_and_says_that_the_layout_is_not_seen(tmp_path: Path) -> None:
    path = tmp_path / "通知.pdf"
    path.write_bytes(made(*LINES))
    report = check_files([path])
    assert [finding.rule for finding in report.findings if finding.is_error] == ["impossible-date"]
    assert report.natures[str(path)].signs == ("PDF 只有文字，看不出版式",)
    with pytest.raises(InputError, match="排不了版"):
        format_document(path)


@pytest.mark.parametrize(("data", "said"), [(scan(), "扫描件"), (b"%PDF-1.4 broken", "打不开")])
def test_scan_and_damaged_file_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read_pdf(data, "扫描.pdf")


def test_docx_under_another_name_is_read_by_its_content(tmp_path: Path) -> None:
    for name in ("旧名.doc", "旧名.wps", "旧名.dotx"):
        path = tmp_path / name
        path.write_bytes(NOTICE)
        assert read_source(path)[0] == NOTICE
        assert check(path)


def test_template_of_word_becomes_a_document() -> None:
    document = docx.Document(io.BytesIO(NOTICE))
    part = document.part
    part._content_type = part.content_type.replace("document.main", "template.main")
    buffer = io.BytesIO()
    document.save(buffer)
    assert b"template.main" in WordDocument(buffer.getvalue()).parts["[Content_Types].xml"]
    after = WordDocument(format_document(buffer.getvalue()).data)
    assert b"template.main" not in after.parts["[Content_Types].xml"]


@pytest.mark.office
@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice")
def test_open_document_under_the_name_of_a_docx_is_converted(tmp_path: Path) -> None:
    import subprocess

    source = tmp_path / "a.docx"
    source.write_bytes(NOTICE)
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/p", "--convert-to", "odt", "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True,
    )  # fmt: skip
    odt = tmp_path / "b.docx"
    (tmp_path / "a.odt").rename(odt)
    assert "关于开展冬季安全检查的通知" in "".join(
        line.text for line in WordDocument(read_source(odt)[0]).paragraphs
    )
