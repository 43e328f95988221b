from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from tongzhi.errors import InputError
from tongzhi.fill import fill
from tongzhi.model.base import Document
from tongzhi.papers.index import find_type
from tongzhi.read.document import read_paper
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)
CASES = ["notice", "plan", "rectification", "circular", "minutes", "notice_change"]


def made(tmp_path: Path, key: str, **changes: Any) -> tuple[Path, Document]:
    kind = find_type(key)
    document = kind.model_validate({**sample_values(kind, DAY), **changes})
    path = tmp_path / f"{key}.docx"
    path.write_bytes(fill(document).data)
    return path, document


@pytest.mark.parametrize("key", CASES)
def test_paper_of_ours_gives_back_its_data_exactly(tmp_path: Path, key: str):
    path, document = made(tmp_path, key)
    values = read_paper(path, find_type(key)).values
    assert values == document.to_data()
    assert find_type(key).model_validate(values) == document


def test_origins_come_back_and_words_of_the_speech_are_not_carried(tmp_path: Path):
    row = sample_values(find_type("plan"), DAY)["重点任务"][0]
    row |= {
        "牵头单位": {"值": "市局", "出处": "建议", "依据": "对照表"},
        "来源": {"起": 5, "止": 9, "原文": "讲话里的原话"},
    }
    path, _ = made(tmp_path, "plan", 重点任务=[row])
    task = find_type("plan").model_validate(read_paper(path, find_type("plan")).values).tasks[0]
    assert task.origin("lead").basis == "对照表"
    assert (task.sources[0].start, task.sources[0].text) == (5, "")


def test_text_edited_in_word_wins_over_the_carried_data(tmp_path: Path):
    path, document = made(tmp_path, "notice")
    paper = docx.Document(str(path))
    for paragraph in paper.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace("市政府三楼会议室", "市政府五楼会议室")
    paper.save(str(path))
    values = read_paper(path, find_type("notice")).values
    assert values["地点"] == "市政府五楼会议室"
    same = {name: value for name, value in document.to_data().items() if name != "地点"}
    assert {name: values.get(name) for name in same} == same


def test_paper_of_another_type_is_refused(tmp_path: Path):
    path, _ = made(tmp_path, "plan")
    with pytest.raises(InputError, match="这是一份部署方案，不是会议通知"):
        read_paper(path, find_type("notice"))


TYPED = """某县安全生产委员会办公室文件
某安委办〔2025〕8号
关于召开全县第三季度安全生产
工作会议的通知
各乡（镇）人民政府、街道办事处，县直有关部门：
为总结前段工作，经县政府同意，决定召开全县第三季度安全生产工作会议。现将有关事项通知如下：
一、会议时间：2025年9月30日（星期二）上午9:00，会期半天。
二、会议地点：县政府三楼会议室
三、会议内容
（一）通报三季度安全生产情况；
（二）部署国庆期间工作。
会议由副县长李某主持。
四、参会人员
各乡（镇）分管负责人；县直有关部门主要负责人。
五、有关事项
请于9月28日17:00前将参会回执报送县安委办。
请提前10分钟入场。
联系人：陈某，联系电话：0971-8230001。
附件：1.参会回执
2.座次表
某县安全生产委员会办公室
二〇二五年九月二十二日
抄送：县委办公室，县政府办公室。""".splitlines()


@pytest.fixture
def typed(tmp_path: Path) -> Path:
    paper = docx.Document()
    for line in TYPED:
        paper.add_paragraph(line)
    path = tmp_path / "旧通知.docx"
    paper.save(str(path))
    return path


def test_notice_typed_by_hand_gives_the_values_it_states(typed: Path):
    values = read_paper(typed, find_type("notice")).values
    assert values == {
        "发文机关": "某县安全生产委员会办公室",
        "发文字号": "某安委办〔2025〕8号",
        "标题": "关于召开全县第三季度安全生产工作会议的通知",
        "主送机关": ["各乡（镇）人民政府、街道办事处", "县直有关部门"],
        "缘由": "为总结前段工作，经县政府同意，决定召开全县第三季度安全生产工作会议。",
        "批准依据": "经县政府同意",
        "会议名称": "全县第三季度安全生产工作会议",
        "会议时间": "2025-09-30 09:00",
        "会期": "半天",
        "地点": "县政府三楼会议室",
        "会议内容": ["通报三季度安全生产情况", "部署国庆期间工作"],
        "主持人": {"姓名": "李某", "职务": "副县长"},
        "参会人员": ["各乡（镇）分管负责人", "县直有关部门主要负责人"],
        "回执截止": "2025-09-28 17:00",
        "报送方式": "县安委办",
        "其他事项": ["请提前10分钟入场"],
        "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
        "附件": ["参会回执", "座次表"],
        "成文日期": "2025-09-22",
        "抄送机关": ["县委办公室", "县政府办公室"],
    }


def test_old_notice_serves_a_change_notice(typed: Path):
    values = read_paper(typed, find_type("notice_change")).values
    assert values["会议时间"] == "2025-09-30 09:00"


def test_file_that_is_no_docx_is_refused_in_chinese(tmp_path: Path):
    path = tmp_path / "x.docx"
    path.write_bytes(b"hello")
    with pytest.raises(InputError) as error:
        read_paper(path, find_type("notice"))
    assert "docx" in str(error.value)
    assert io.BytesIO


def edited(path: Path, old: str, new: str) -> Path:
    """Replace words in the paragraphs and tables of a paper, as one does in Word."""
    paper = docx.Document(str(path))
    cells = [cell for table in paper.tables for line in table.rows for cell in line.cells]
    hits = 0
    for paragraph in [*paper.paragraphs, *(one for cell in cells for one in cell.paragraphs)]:
        if old in paragraph.text:
            runs, text = paragraph.runs, paragraph.text.replace(old, new)
            for run in runs[1:]:
                run._r.getparent().remove(run._r)
            runs[0].text = text
            hits += 1
    assert hits
    paper.save(str(path))
    return path


TASKS = [
    {"任务编号": "3.1", "重点领域": "矿山", "重点任务": "排查尾矿库", "牵头单位": "市应急管理局", "完成时限": "2027-01-25"},
    {"任务编号": "3.2", "重点领域": "矿山", "重点任务": "整治露天采坑", "牵头单位": "市自然资源局", "完成时限": "2027-02-25"},
]  # fmt: skip


def test_row_edited_in_word_keeps_what_the_page_does_not_print(tmp_path: Path):
    path, _ = made(tmp_path, "plan", 重点任务=TASKS)
    values = read_paper(edited(path, "市自然资源局", "市水利局"), find_type("plan")).values
    assert [(row["任务编号"], row["牵头单位"]) for row in values["重点任务"]] == [
        ("3.1", "市应急管理局"),
        ("3.2", "市水利局"),
    ]


def test_row_written_anew_in_word_takes_nothing_from_another(tmp_path: Path):
    path, _ = made(tmp_path, "plan", 重点任务=TASKS)
    paper = docx.Document(str(path))
    table = next(table for table in paper.tables if "重点任务" in table.rows[0].cells[2].text)
    heads = [cell.text for cell in table.rows[0].cells]
    row = table.add_row()
    for head, text in (("重点领域", "学校"), ("重点任务", "检查食堂"), ("牵头单位", "市教育局")):
        row.cells[heads.index(head)].text = text
    paper.save(str(path))
    rows = read_paper(path, find_type("plan")).values["重点任务"]
    assert [row.get("任务编号") for row in rows] == ["3.1", "3.2", None]
    assert rows[2] == {"重点领域": "学校", "重点任务": "检查食堂", "牵头单位": "市教育局"}


def test_addressee_and_day_edited_in_word_are_those_of_the_page(tmp_path: Path):
    path, _ = made(tmp_path, "plan", 成文日期="2026-11-23", 主送机关=["市安委会成员单位", "有关企业"])
    edited(path, "有关企业", "各县（市、区）人民政府")
    values = read_paper(edited(path, "2026年11月26日", "2026年11月27日"), find_type("plan")).values
    assert values["主送机关"] == ["市安委会成员单位", "各县（市、区）人民政府"]
    assert values["成文日期"] == "2026-11-23"
    assert "开始" not in values["时间步骤"][0]


def test_words_taken_out_in_word_are_gone(tmp_path: Path):
    path, document = made(tmp_path, "notice", 附注="此件2026-02-30后失效")
    assert document.to_data()["附注"] == "此件2026-02-30后失效"
    values = read_paper(edited(path, "此件2026-02-30后失效", ""), find_type("notice")).values
    assert "附注" not in values
    path, _ = made(tmp_path, "notice", 附注="2026-02-30后失效")
    assert (
        read_paper(edited(path, "2026-02-30后", ""), find_type("notice")).values.get("附注")
        != "2026-02-30后失效"
    )


def test_hour_edited_in_word_is_that_of_the_page(tmp_path: Path):
    path, _ = made(tmp_path, "notice", 会议时间="2026-12-10 15:00")
    values = read_paper(edited(path, "3:00", "4:00"), find_type("notice")).values
    assert values["会议时间"] == "2026-12-10 16:00"
