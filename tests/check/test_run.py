"""The public call, its findings, and files that are not what they say."""

from __future__ import annotations

import importlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tongzhi
from tongzhi.check.run import check
from tongzhi.errors import InputError, LimitError, TongzhiError
from tongzhi.word.text import read_text

from .cases import paper, sentence
from .untidy import everything


def test_tongzhi_check_takes_a_path_before_and_after_the_package_was_imported(tmp_path: Path):
    path = tmp_path / "通知.docx"
    path.write_bytes(paper())
    program = (
        "import tongzhi, sys\n"
        "assert tongzhi.check(sys.argv[1]) == []\n"
        "import tongzhi.check.run\n"
        "assert tongzhi.check(sys.argv[1]) == []\n"
        "from tongzhi import check\n"
        "assert check(sys.argv[1]) == tongzhi.check.run.check(sys.argv[1])\n"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)


def test_the_package_can_be_imported_under_another_name_after_the_call():
    assert tongzhi.check(paper()) == []
    assert importlib.import_module("tongzhi.check.run").check is check


def test_finding_says_where_what_and_what_instead():
    found = check(sentence("请于下午15:00前报送。"), name="通知.docx")
    assert len(found) == 1
    finding = found[0]
    assert (finding.rule, finding.level, finding.place.file) == ("clock", "error", "通知.docx")
    assert finding.place.paragraph == 13
    assert "下午15:00" in finding.text
    assert finding.instead == "请于下午3:00前报送。"


def test_findings_run_down_the_paper():
    numbers = [finding.place.paragraph or 0 for finding in check(everything())]
    assert numbers == sorted(numbers)


def test_text_counts_insertions_and_not_deletions():
    text = read_text(everything())
    assert "各级各部门要压实安全生产责任，深入排查整治。" in text
    assert "文本框里的话" in text
    assert "NUMPAGES" not in text


def changed(part: str, change) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(paper()))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == part else data)
    return made.getvalue()


BODY = "word/document.xml"
HOSTILE = {
    "empty": (b"", InputError),
    "text": ("关于召开会议的通知".encode(), InputError),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        InputError,
    ),
    "truncated": (paper()[:6000], InputError),
    "bomb": (changed(BODY, lambda data: data + b" " * 60_000_000), LimitError),
    "dtd": (
        changed(BODY, lambda data: data.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1)),
        InputError,
    ),
    "half a part": (changed(BODY, lambda data: data[:500]), InputError),
    "nested": (
        changed(BODY, lambda data: data.replace(b"<w:body>", b"<w:body>" + b"<w:sdt>" * 3000)),
        InputError,
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_gives_a_chinese_error(name):
    data, error = HOSTILE[name]
    with pytest.raises(error) as caught:
        check(data, name="坏.docx")
    message = str(caught.value)
    assert "坏.docx" in message
    assert not set(message) & set("{}<>")


def test_missing_file_is_an_error(tmp_path: Path):
    with pytest.raises(TongzhiError, match="不存在"):
        check(tmp_path / "没有.docx")


def test_strict_open_xml_is_read():
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert check(changed(BODY, lambda data: data.replace(usual, strict))) == []


def test_open_items_are_neither_errors_nor_warnings():
    assert [finding.level for finding in check(sentence("会议地点待定。"))] == ["open"]


def test_a_template_is_not_a_paper():
    found = check(paper(*["{%p if 有 %}", "{{ 标题 }}", "{%p endif %}"] * 2))
    assert [(finding.rule, finding.level) for finding in found] == [("template", "open")]
