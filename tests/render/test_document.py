"""A model becomes a document: printed values, carriers, tints, characters Word cannot hold."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from typing import Any

import pytest
from docx import Document

from tongzhi.errors import InputError
from tongzhi.papers.notice import Notice
from tongzhi.render.document import context, render, template_name
from tongzhi.standard.house import house_standard

NOTICE = {
    "发文机关": "临江市安全生产委员会办公室",
    "标题": "关于召开全市安全生产工作会议的通知",
    "主送机关": ["各县（市、区）人民政府", "市直有关部门"],
    "缘由": "为部署国庆期间安全防范工作,决定召开会议。",
    "会议名称": "全市安全生产工作会议",
    "会议时间": "2026-09-30 09:00",
    "地点": "市政府三楼会议室",
    "会议内容": ["通报形势"],
    "参会人员": [{"组别": "市安委会成员单位", "职务级别": "分管负责人"}],
    "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
    "成文日期": "2026-09-21",
}


def notice(**more: Any) -> Notice:
    return Notice.model_validate({**NOTICE, **more})


def text_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_values_are_printed_as_the_standard_writes_them():
    values = context(notice())
    assert values["会议时间"] == "2026年9月30日（星期三）上午9:00"
    assert values["成文日期"] == "2026年9月21日"
    assert values["主送"] == "各县（市、区）人民政府，市直有关部门"
    assert values["缘由段"] == "为部署国庆期间安全防范工作，决定召开会议。"


def test_what_is_not_given_leaves_no_paragraph_and_no_gap_in_the_numbers():
    said = text_of(render(notice()))
    assert [line[:2] for line in said if line[1:2] == "、"] == ["一、", "二、", "三、", "四、"]
    assert not any("请假" in line or "附件" in line for line in said)
    assert not any("{{" in line or "{%" in line for line in said)


def test_approval_stands_in_the_sentence_of_purpose():
    said = context(notice(批准依据="经市政府同意"))["缘由段"]
    assert said == "为部署国庆期间安全防范工作，经市政府同意，决定召开会议。"


def test_suggested_value_is_tinted_in_its_own_run():
    data = render(notice(地点={"值": "市政府三楼会议室", "出处": "建议", "依据": "惯例"}))
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    tinted = [run for run in xml.split("<w:r>") if "FFF2CC" in run]
    assert len(tinted) == 1
    assert "市政府三楼会议室" in tinted[0]


@pytest.mark.parametrize(
    ("carrier", "name"),
    [("红头文件", "notice.docx"), ("信函", "notice-letter.docx"), ("电报", "notice-telegram.docx")],
)
def test_each_carrier_has_its_own_template(carrier: str, name: str):
    document = notice(公文载体=carrier)
    assert template_name(document) == name
    assert render(document)


def test_same_model_gives_the_same_bytes():
    assert render(notice()) == render(notice())


def test_title_is_in_the_properties_and_nobody_is():
    core = Document(io.BytesIO(render(notice()))).core_properties
    assert core.title == NOTICE["标题"]
    assert core.author == ""


def test_character_that_word_cannot_hold_is_told_or_dropped():
    broken = notice(地点="市政府\x0b三楼")
    with pytest.raises(InputError, match=r"“地点”：有 Word 不能容纳的字符 U\+000B"):
        render(broken)
    assert any("市政府三楼" in line for line in text_of(render(broken, lenient=True)))


def test_house_style_reaches_the_document():
    data = render(notice(), standard=house_standard({"正文": "仿宋"}, {}))
    styles = zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml").decode()
    assert "仿宋_GB2312" not in styles


def test_attachment_note_and_attachment_pages_agree():
    said = text_of(render(notice(附件=[{"名称": "参会回执"}, {"名称": "会场座次表"}])))
    note = [line for line in said if line.startswith(("附件：", "2."))]
    assert note == ["附件：1.参会回执", "2.会场座次表"]
    labels = [said[at : at + 3] for at, line in enumerate(said) if line in ("附件1", "附件2")]
    assert labels == [["附件1", "", "参会回执"], ["附件2", "", "会场座次表"]]


def test_filling_needs_no_heavy_library():
    script = (
        "import sys\n"
        "from tongzhi.papers.notice import Notice\n"
        "from tongzhi.render.document import render\n"
        f"render(Notice.model_validate({NOTICE!r}))\n"
        "print([name for name in ('jieba', 'docx', 'openpyxl', 'lxml') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_house_style_of_the_office_is_used_without_being_asked_for():
    from tongzhi.papers.profile import Profile

    paper = notice()
    paper.belong_to(
        Profile.model_validate(
            {"单位名称": "临江市安全生产委员会办公室", "字体": {"正文": "仿宋"}, "格式": {"上边距": 35}}
        )
    )
    packed = zipfile.ZipFile(io.BytesIO(render(paper)))
    assert "仿宋_GB2312" not in packed.read("word/styles.xml").decode()
    assert 'w:top="1984"' in packed.read("word/document.xml").decode()
