"""Papers of others, typed by hand: only what they state is taken, in whatever form offices write it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from tongzhi.papers.index import find_type
from tongzhi.read.document import read_paper


def typed(tmp_path: Path, *lines: str, tables: tuple[list[list[str]], ...] = ()) -> Path:
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    for rows in tables:
        table = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    path = tmp_path / "旧文件.docx"
    paper.save(str(path))
    return path


def values(tmp_path: Path, key: str, *lines: str, **more: Any) -> dict[str, Any]:
    return read_paper(typed(tmp_path, *lines, **more), find_type(key)).values


MINUTES = (
    "某县安全生产委员会会议纪要",
    "（第3期）",
    "会议时间：2025年9月22日上午9:00",
    "会议地点：县政府三楼会议室。",
    "主持：李某",
    "记录：陈某",
    "出席：王某；赵某。",
    "列席：孙某",
    "请假：钱某",
    "会议听取了三季度安全生产情况汇报。",
    "分送：县委办公室，县政府办公室。",
)


def test_minutes_say_who_was_there_when_and_where(tmp_path: Path) -> None:
    found = values(tmp_path, "minutes", *MINUTES)
    wanted = {
        "期号": "第3期",
        "地点": "县政府三楼会议室",
        "出席": ["王某", "赵某"],
        "列席": ["孙某"],
        "分送": ["县委办公室，县政府办公室"],
    }
    assert {key: found.get(key) for key in wanted} == wanted
    assert found["主持人"] == "李某"
    assert found["时间"] == "2025-09-22 09:00"


def test_minutes_numbered_by_year_keep_that_number(tmp_path: Path) -> None:
    assert values(tmp_path, "minutes", MINUTES[0], "〔2025〕12号", *MINUTES[2:])["期号"] == "〔2025〕12号"


PLAN = (
    "000012",
    "机密★1年",
    "特急",
    "某县人民政府办公室文件",
    "某政办发[2025]12号",
    "某县人民政府办公室关于印发",
    "某县安全生产专项整治方案的通知",
    "各乡（镇）人民政府，县直有关部门：",
    "现将《方案》印发给你们，请认真贯彻执行。",
    "某县人民政府办公室",
    "2025年9月22日",
    "某县安全生产专项整治方案",
    "一、总体要求",
    "坚持人民至上、生命至上。",
    "全面排查整治。",
    "二、工作要求",
    "加强领导。",
    "严格督导。",
    "抄送：县委办公室，县人大常委会办公室（政协办公室，纪委办公室）。",
    "某县人民政府办公室  2025年9月23日印发",
)
TASKS = [
    ["重点任务分解表", "", "", ""],
    ["序号", "重点任务", "牵头单位", "完成时限"],
    ["1", "排查尾矿库", "县应急局", "2025年\n12月31日"],
    ["2", "整治消防通道", "县消防大队", "2025年11月30日"],
    ["合计", "合计", "", ""],
]


def test_plan_gives_head_sections_imprint_and_its_task_table(tmp_path: Path) -> None:
    found = values(tmp_path, "plan", *PLAN, tables=(TASKS,))
    wanted = {
        "份号": "000012",
        "密级": "机密",
        "保密期限": "1年",
        "紧急程度": "特急",
        "发文字号": "某政办发〔2025〕12号",
        "方案名称": "某县安全生产专项整治方案",
        "主送机关": ["各乡（镇）人民政府", "县直有关部门"],
        "总体要求": "坚持人民至上、生命至上。全面排查整治。",
        "成文日期": "2025-09-22",
        "发文机关": "某县人民政府办公室",
        "印发机关": "某县人民政府办公室",
        "印发日期": "2025-09-23",
        "抄送机关": ["县委办公室", "县人大常委会办公室（政协办公室，纪委办公室）"],
    }
    assert {key: found.get(key) for key in wanted} == wanted
    assert found["工作要求"][:2] == ["加强领导。", "严格督导。"]
    assert [(row["重点任务"], row["牵头单位"], row["完成时限"]) for row in found["重点任务"]] == [
        ("排查尾矿库", "县应急局", "2025年12月31日"),
        ("整治消防通道", "县消防大队", "2025年11月30日"),
    ]


def test_imprint_in_a_table_is_read_as_the_imprint(tmp_path: Path) -> None:
    foot = [["抄送：县委办公室。", ""], ["某县安委办", "2025年9月23日印发"]]
    found = values(tmp_path, "plan", *PLAN[3:-2], tables=(foot,))
    assert found["抄送机关"] == ["县委办公室"]


NOTICE = (
    "关于召开全县安全生产工作会议的通知",
    "各乡镇人民政府：",
    "经县政府研究同意，定于2025年9月30日9:00在县政府三楼会议室召开全县安全生产工作会议。现将有关事项通知如下：",
)
END = ("某县安委办", "2025年9月22日")


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        ((), {"会议时间": "2025-09-30 09:00", "地点": "县政府三楼会议室", "批准依据": "经县政府研究同意"}),
        (("一、会议时间", "二、会议形式：视频会议"), {"会议形式": "视频"}),
        (("会议采取电视电话形式召开。",), {"会议形式": "电视电话"}),
        (("一、有关事项", "请假：确需请假的，报县安委办批准。"), {"请假要求": "确需请假的，报县安委办批准"}),
        (("一、有关事项", "会议纪律：关闭手机。"), {"会议纪律": ["关闭手机"]}),
        (("一、时间：10月8日（星期三）上午9:00，提前10分钟入场",), {"会议时间": "2025-10-08 09:00"}),
        (("一、时间：10月8日", "二、地点：一楼大厅"), {"会议时间": "2025-10-08", "地点": "一楼大厅"}),
        (("一、时间：另行通知",), {"会议时间": "另行通知"}),
        (("请于9月28日17:00前将回执反馈。", "联系人：陈某 0971-8230001"), {"回执截止": "2025-09-28 17:00", "报送方式": "陈某，0971-8230001"}),
        (("主持人：县长李某",), {}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) and value else "",
)  # fmt: skip
def test_notice_in_another_wording_gives_the_same_values(
    tmp_path: Path, lines: tuple[str, ...], wanted: dict[str, Any]
) -> None:
    found = values(tmp_path, "notice", *NOTICE, *lines, *END)
    assert {key: found.get(key) for key in wanted} == wanted
    assert found["成文日期"] == "2025-09-22"


def test_notice_without_signature_or_title_gives_only_what_is_there(tmp_path: Path) -> None:
    found = values(
        tmp_path, "notice", "各单位：", "请于会前将名单报来。", "其他情况另告。", "谢谢。", "再见。"
    )
    assert not {"标题", "成文日期", "发文机关", "会议时间", "地点", "回执截止"} & set(found)


def test_day_that_no_calendar_has_is_left_out(tmp_path: Path) -> None:
    assert "成文日期" not in values(tmp_path, "notice", *NOTICE, "某县安委办", "二〇二五年二月三十日")


def test_paper_of_another_type_typed_by_hand_gives_what_all_papers_have(tmp_path: Path) -> None:
    found = values(
        tmp_path, "circular", "关于某矿安全生产督查情况的通报", "青川县安委会：", "现将督查情况通报如下。", "请将附件一并报来：",
        "本件由值班室2号机发", "2025年9月22日",
    )  # fmt: skip
    assert found["标题"] == "关于某矿安全生产督查情况的通报"
    assert found["主送机关"] == ["青川县安委会"]
    assert found["成文日期"] == "2025-09-22"
    assert "发文机关" not in found


def test_plan_with_other_sections_and_a_shorter_second_table(tmp_path: Path) -> None:
    second = [["序号", "重点任务", "牵头单位"], ["1", "排查渡口", "县交通运输局"]]
    found = values(
        tmp_path, "plan", *PLAN[:14], "三、组织领导", "成立专班。", *PLAN[14:], tables=(TASKS, second)
    )
    assert [row["牵头单位"] for row in found["重点任务"]] == ["县应急局", "县消防大队"]


def test_agenda_that_only_names_the_chair_and_reply_without_a_channel(tmp_path: Path) -> None:
    found = values(
        tmp_path, "notice", *NOTICE, "三、会议议程", "会议由常务副市长李某主持。", "四、其他事项",
        "请于9月20日前报送参会人员名单。", *END[-2:],
    )  # fmt: skip
    assert "议程" not in found
    assert found["主持人"]["姓名"] == "李某"
    assert found["回执截止"].startswith("2025-09-20")
    assert "回执报送" not in found


def test_lines_before_the_first_full_stop_that_name_no_kind_are_no_title(tmp_path: Path) -> None:
    found = values(
        tmp_path, "circular", "某县安全生产工作", "进展情况说明如下。", "关于某矿事故的通报", "2025年9月22日"
    )
    assert found["标题"] == "关于某矿事故的通报"
