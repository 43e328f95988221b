"""Old notices and minutes in the habits of many offices: what each says must be found, and nothing be lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from tongzhi.cli.main import run
from tongzhi.papers.index import find_type
from tongzhi.read.data import Source
from tongzhi.read.document import read_paper

Table = list[list[str]]
END = ("青山县应急管理局", "2025年8月29日")
HEAD = ("关于召开全县非煤矿山安全生产警示教育会的通知", "各乡镇人民政府，各非煤矿山企业：")


def typed(tmp_path: Path, *items: str | Table) -> Path:
    paper = docx.Document()
    for item in items:
        if isinstance(item, str):
            paper.add_paragraph(item)
            continue
        table = paper.add_table(0, max(len(row) for row in item))
        for row in item:
            for cell, text in zip(table.add_row().cells, row, strict=False):
                cell.text = text
    path = tmp_path / "旧文件.docx"
    paper.save(str(path))
    return path


def read(tmp_path: Path, kind: str, *items: str | Table) -> Source:
    return read_paper(typed(tmp_path, *items), find_type(kind))


WANTED = {
    "会议时间": "2025-09-03 09:00",
    "地点": "县行政中心三楼1号会议室",
    "参会人员": ["各乡镇分管副乡（镇）长", "各企业矿长"],
}
LAYOUTS: dict[str, tuple[str | Table, ...]] = {
    "a heading with the value below": (
        "一、会议时间", "2025年9月3日（星期三）上午9:00", "二、会议地点", "县行政中心三楼1号会议室。", "三、参会人员", "（一）各乡镇分管副乡（镇）长；", "（二）各企业矿长。",
    ),
    "time and place under one heading": (
        "一、会议时间和地点", "9月3日上午9时，在县行政中心三楼1号会议室召开。", "二、参加人员", "各乡镇分管副乡（镇）长；各企业矿长。",
    ),
    "several labels in a line": (
        "时间：2025年9月3日上午九点　　地点：县行政中心三楼1号会议室", "参会范围：各乡镇分管副乡（镇）长；各企业矿长",
    ),
    "bars instead of colons": ("时间 | 2025.9.3 9:00", "地点 | 县行政中心三楼1号会议室", "人员 | 各乡镇分管副乡（镇）长；各企业矿长"),
    "a table": ([["会议时间", "2025-09-03 9:00"], ["会议地点", "县行政中心三楼1号会议室"], ["参加人员", "各乡镇分管副乡（镇）长\n各企业矿长"]],),
    "a table of four columns": ([["时　间", "2025年9月3日9：00", "地　点", "县行政中心三楼1号会议室"], ["参会人员", "各乡镇分管副乡（镇）长；各企业矿长", "", ""]],),
    "arabic numbers": ("1.会议时间：9月3日上午9点", "2.会议地点：县行政中心三楼1号会议室", "3.参会人员：各乡镇分管副乡（镇）长；各企业矿长。"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_time_place_and_people_in_every_layout(tmp_path: Path, layout: tuple[str | Table, ...]):
    cause = "为吸取教训，经县政府领导同意，决定召开警示教育会。现将有关事项通知如下："
    found = read(tmp_path, "notice", *HEAD, cause, *layout, *END)
    assert {label: found.values.get(label) for label in WANTED} == WANTED
    assert found.values["缘由"] == "为吸取教训，经县政府领导同意，决定召开警示教育会。"
    assert found.left == ()


def values(tmp_path: Path, *items: str | Table) -> dict[str, Any]:
    return read(tmp_path, "notice", *HEAD, *items, *END).values


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("联系人：易水寒，电话：0833-4412345", [("易水寒", "0833-4412345")]),
        ("联系人：易水寒；联系电话：13900001111、0833-4412345", [("易水寒", "13900001111、0833-4412345")]),
        ("会务联系人：易水寒（0833-4412345）。传真：0833-4419999", [("易水寒", "0833-4412345")]),
        ("联系电话：0833-4412345（易水寒）。", [("易水寒", "0833-4412345")]),
        ("联系人及电话：易水寒 13900001111，白居正 13900002222", [("易水寒", "13900001111"), ("白居正", "13900002222")]),
    ],
)  # fmt: skip
def test_contact_in_every_form(tmp_path: Path, line: str, contact: list[tuple[str, str]]):
    found = values(tmp_path, "一、会议时间：2025年9月3日9:00", line)
    assert [(one["姓名"], one["电话"]) for one in found["联系人"]] == contact


@pytest.mark.parametrize(
    ("line", "due", "to"),
    [
        ("请于9月2日下午5点前将参会人员名单发至邮箱aj@163.com。", "2025-09-02 17:00", "邮箱aj@163.com"),
        (
            "报名截止：9月2日12:00；联系人：易水寒；电话：0833-4412345",
            "2025-09-02 12:00",
            "易水寒，0833-4412345",
        ),
        ("会议回执（附件）请于9月2日17:00前传真至0833-4419999。", "2025-09-02 17:00", "传真至0833-4419999"),
        (
            "五、各单位参会名单于9月2日上午11：00前报县政府办公室值班室。",
            "2025-09-02 11:00",
            "县政府办公室值班室",
        ),
    ],
)
def test_reply_by_when_and_where_to(tmp_path: Path, line: str, due: str, to: str):
    found = values(tmp_path, "一、会议时间：2025年9月3日9:00", line)
    assert (found["回执截止"], found["报送方式"]) == (due, to)


def test_people_of_two_venues_on_two_levels_and_an_agenda_in_one_line(tmp_path: Path):
    found = values(
        tmp_path, "时间：9月3日15：00，会期约1小时。", "主会场：县应急管理局五楼视频会议室；分会场：各乡镇视频会议室。", "参会人员：",
        "主会场：县应急管理局领导班子成员；", "分会场：各乡镇班子成员、企业主要负责人。", "会议内容：传达上级精神；安排部署秋季安全工作。",
    )  # fmt: skip
    assert found["参会人员"] == ["县应急管理局领导班子成员"]
    assert found["分会场参会人员"] == ["各乡镇班子成员、企业主要负责人"]
    assert (found["地点"], found["分会场"]) == ("县应急管理局五楼视频会议室", ["各乡镇视频会议室"])
    assert (found["会议内容"], found["会期"]) == (["传达上级精神", "安排部署秋季安全工作"], "1小时")


def test_notice_that_says_all_in_sentences(tmp_path: Path):
    found = values(
        tmp_path, "经县领导同意，定于2025年9月3日（星期三）15:30召开全县警示教育视频会议，主会场设在县应急管理局会商室，各乡镇设分会场。会议传达上级会议精神，安排秋季工作。",
        "请县级有关部门分管负责同志到主会场参会，各乡镇分管负责同志在当地分会场参会。", "请各单位于9月1日18:00前反馈参会名单，联系电话：0833-4412345（易水寒）。",
    )  # fmt: skip
    assert (found["会议时间"], found["地点"]) == ("2025-09-03 15:30", "县应急管理局会商室")
    assert (found["参会人员"], found["分会场参会人员"]) == (
        ["县级有关部门分管负责同志"],
        ["各乡镇分管负责同志"],
    )
    assert found["会议内容"] == ["传达上级会议精神", "安排秋季工作"]
    assert found["缘由"] == "经县领导同意，决定召开全县警示教育视频会议。"


def test_page_typed_into_the_frame_of_a_telegram(tmp_path: Path):
    lines = [
        "关于召开国庆假期安全防范工作电视电话会议的通知", "各乡镇人民政府，县直有关部门：", "为做好假期安全防范工作，县政府决定召开国庆假期安全防范工作电视电话会议，现将有关事项通知如下：",
        "一、会议定于9月26日（星期四）下午16:00在县政府电视电话会议室召开，会期1小时。", "二、请于9月25日18:00前报送参会名单，联系人易水寒，电话0833-4412345。",
        "青山县人民政府办公室", "2025年9月24日",
    ]  # fmt: skip
    page = "\n".join(lines)
    frame: Table = [
        ["发往", "各乡镇人民政府", "签批盖章", ""],
        ["等级", "特急", "编号", "青政办发电〔2025〕33号"],
        [page],
    ]
    paper = docx.Document()
    table = paper.add_table(3, 4)
    for number, row in enumerate(frame):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    table.cell(2, 0).merge(table.cell(2, 3))
    paper.save(str(tmp_path / "电报.docx"))
    found = read_paper(tmp_path / "电报.docx", find_type("notice"))
    assert (found.values["会议时间"], found.values["地点"]) == ("2025-09-26 16:00", "县政府电视电话会议室")
    assert (found.values["发文字号"], found.values["紧急程度"]) == ("青政办发电〔2025〕33号", "特急")
    assert found.values["成文日期"] == "2025-09-24"
    assert "是星期五" in found.odd["会议时间"]


def test_what_belongs_to_no_field_is_listed(tmp_path: Path):
    found = read(tmp_path, "notice", *HEAD, "一、会议时间：2025年9月3日9:00", "请各分会场于9月2日16:00前完成网络调试。", "二、乘车安排", "统一乘坐大巴前往。", *END)  # fmt: skip
    assert "请各分会场于9月2日16:00前完成网络调试。" in found.left
    assert any("统一乘坐大巴前往" in line for line in found.left)


MINUTES: dict[str, tuple[str | Table, ...]] = {
    "lines": (
        "安委办工作例会会议记录", "会议时间：2026年11月23日下午3:00—4:40　　地点：三楼小会议室", "主持人：主任　许仙　　　记录人：白素", "参加人员：", "安委办：小青、", "应急局：法海",
        "会议内容：", "一、通报11月份检查情况", "二、研究下步工作", "议定事项：", "1.由法海负责，12月10日前拿出复查报告。",
    ),
    "a table": (
        [["会议主题", "工作例会"], ["时间", "2026.11.23 15:00-16:40"], ["地点", "三楼小会议室"], ["主持", "主任 许仙"], ["记录", "白素"], ["出席", "安委办：小青\n应急局：法海"],
         ["会议内容", "通报11月份检查情况\n研究下步工作"], ["会议决议", "1.由法海负责，12月10日前拿出复查报告。"]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", MINUTES.values(), ids=MINUTES)
def test_minutes_as_people_type_them(tmp_path: Path, layout: tuple[str | Table, ...]):
    found = read(tmp_path, "minutes", *layout)
    assert (found.values["时间"], found.values["结束时间"]) == ("2026-11-23 15:00", "2026-11-23 16:40")
    assert (found.values["地点"], found.values["记录人"]) == ("三楼小会议室", "白素")
    assert found.values["主持人"] == {"姓名": "许仙", "职务": "主任"}
    assert found.values["出席"] == ["安委办：小青", "应急局：法海"]
    assert found.values["议题"] == ["通报11月份检查情况", "研究下步工作"]
    assert found.values["议定事项"] == [{"事项": "由法海负责，12月10日前拿出复查报告。"}]
    assert found.left == ()


def test_new_leaves_past_days_blank_says_why_and_names_what_is_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("TONGZHI_TODAY", "2026-12-10")
    monkeypatch.chdir(tmp_path)
    typed(
        tmp_path, "关于召开县安委会2025年第三次全体会议的通知", "县安监局、县环保局：", "一、会议时间：2025年9月3日（星期五）9:00", "二、会议地点：县安监局三楼",
        "三、参会人员：各单位负责人", "请各分会场提前完成网络调试。", *END,
    )  # fmt: skip
    assert run(["new", "notice", "--from", "旧文件.docx", "-o", "新.yaml"]) == 0
    text = (tmp_path / "新.yaml").read_text("utf-8")
    assert (
        "原来是 2025-09-03 09:00，已过，填这次的；原文写星期五，2025年9月3日是星期三\n会议时间:  # 必填"
        in text
    )
    assert "机构 安监局 现称 应急管理局、环保局 现称 生态环境局" in text
    assert "届次 第三次（核对这次是第几）" in text
    assert "# ★ 下面一项取自旧文件" in text
    assert text.rstrip().endswith("# 请各分会场提前完成网络调试。")
    assert run(["fill", "notice", "新.yaml"]) == 2


FURTHER: dict[str, tuple[str | Table, ...]] = {
    "bullets before questions": (
        "◆什么时候开：2025年9月3日（周三）上午9：00，会期半天", "◆在哪里开：县行政中心三楼1号会议室", "◆谁来开：各乡镇分管副乡（镇）长；各企业矿长",
    ),
    "first, second, third": (
        "一是会议时间。2025年9月3日上午9时。", "二是会议地点。县行政中心三楼1号会议室。", "三是参会范围。各乡镇分管副乡（镇）长；各企业矿长。",
    ),
    "ticks": ("☑会议时间：2025.9.3 9:00", "☑会址：县行政中心三楼1号会议室", "☑参加对象：各乡镇分管副乡（镇）长；各企业矿长"),
}  # fmt: skip


@pytest.mark.parametrize("layout", FURTHER)
def test_notice_in_further_layouts(tmp_path: Path, layout: str):
    found = read(tmp_path, "notice", *HEAD, *FURTHER[layout], *END)
    assert {label: found.values.get(label) for label in WANTED} == WANTED


@pytest.mark.parametrize(
    ("before", "title", "number"),
    [
        (("内部明电",), "关于召开全县防汛会的紧急通知", None),
        (
            ("青山县安全生产委员会办公室", "青安委办函〔2025〕8号"),
            "关于召开全县防汛会的紧急通知",
            "青安委办函〔2025〕8号",
        ),
        (
            ("青山县应急管理局文件", "青应急〔2025〕21号"),
            "关于召开全县防汛会的紧急通知",
            "青应急〔2025〕21号",
        ),
    ],
)
def test_lines_above_a_title_are_no_part_of_it(
    tmp_path: Path, before: tuple[str, ...], title: str, number: str | None
):
    found = read(tmp_path, "notice", *before, title, "各乡镇：", "时间：2025年9月3日9:00", *END)
    assert found.values["标题"] == title
    assert found.values.get("发文字号") == number


@pytest.mark.parametrize(
    ("second", "kept"),
    [
        ("（一）时间：2025年9月3日上午11:00", "2025年9月3日上午11:00"),
        ("会议时间：9月4日下午3点", "9月4日下午3点"),
        ("开会时间：次日9时", "次日9时"),
    ],
)
def test_the_second_meeting_of_a_notice_is_told(tmp_path: Path, second: str, kept: str):
    found = read(
        tmp_path, "notice", *HEAD, "一、第一个会", "（一）时间：2025年9月3日上午9:00", "（二）地点：县行政中心三楼", "二、第二个会",
        second, "（二）地点：县应急局指挥大厅", *END,
    )  # fmt: skip
    assert found.values["会议时间"] == "2025-09-03 09:00"
    assert any(kept in line for line in found.left)
    assert any("县应急局指挥大厅" in line for line in found.left)
    assert "2个会议时间" in found.odd["会议时间"]


def test_a_notice_sent_to_a_chat_group_is_read_and_its_other_words_are_told(tmp_path: Path):
    path = tmp_path / "口头通知.txt"
    path.write_text(
        "【会议通知】\n各县市应急局：\n明天（11月5日）下午3点整在州应急局二楼指挥中心开一个矿山安全紧急调度会，请你们局长参加，带上整改台账。\n"
        "联系人 白露 13988880002\n州安委办 2025.11.4\n",
        encoding="utf-8",
    )
    found = read_paper(path, find_type("notice"))
    assert (found.values["会议时间"], found.values["地点"]) == ("2025-11-05 15:00", "州应急局二楼指挥中心")
    assert found.values["会议名称"] == "矿山安全紧急调度会"
    assert found.values["联系人"] == [{"姓名": "白露", "电话": "13988880002"}]
    assert any("带上整改台账" in line for line in found.left)


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("参会名单请于2日中午12点前报县安委办。", "2025-09-02 12:00"),
        ("请于2日17时前报名。", "2025-09-02 17:00"),
        ("请各单位2日前将回执传真至县安委办。", "2025-09-02"),
    ],
)
def test_a_day_without_its_month_is_of_the_month_of_the_meeting(tmp_path: Path, said: str, due: str):
    found = read(tmp_path, "notice", *HEAD, "时间：2025年9月3日上午9:00", "地点：县政府三楼", said, *END)
    assert found.values["回执截止"] == due


def test_two_venues_in_a_line_are_parted(tmp_path: Path):
    said = "会议地点：主会场设县政务中心501；分会场设各乡镇会议室。"
    found = read(tmp_path, "notice", *HEAD, "时间：2025年9月3日上午9:00", said, *END)
    assert (found.values["地点"], found.values["分会场"]) == ("县政务中心501", ["各乡镇会议室"])


def test_an_old_plan_gives_its_tasks_with_units_and_limits(tmp_path: Path):
    found = read(
        tmp_path, "plan", "关于印发《青山县2025年火灾防控工作方案》的通知", "各乡镇：", *END, "青山县2025年火灾防控工作方案", "一、工作目标",
        "坚决防范火灾。", "二、重点任务", "（一）高层建筑整治。牵头单位：县消防大队；责任单位：县住建局、县城管局；完成时限：2025年12月31日前。",
        "（二）仓储整治（责任单位：县商务局；完成时限：长期坚持）。", "三、工作要求", "加强领导。", "四、宣传报道", "县融媒体中心做好报道。",
    )  # fmt: skip
    first, second = found.values["重点任务"]
    assert first == {
        "重点任务": "高层建筑整治",
        "牵头单位": "县消防大队",
        "责任单位": ["县住建局", "县城管局"],
        "完成时限": "2025-12-31",
    }
    assert second == {"重点任务": "仓储整治", "牵头单位": "县商务局", "时间要求": "长期坚持"}
    assert found.values["工作目标"] == ["坚决防范火灾。"]
    assert any("县融媒体中心做好报道" in line for line in found.left)


@pytest.mark.parametrize(
    ("opening", "team", "targets"),
    [
        (
            "2025年10月13日至15日，县安委办第二督查组对你镇6家企业进行了督查，现将情况通报如下：",
            "县安委办第二督查组",
            "6家企业",
        ),
        (
            "2025年10月13日，第三检查组采取四不两直方式对石佛镇12个在建工地开展检查。",
            "第三检查组",
            "12个在建工地",
        ),
    ],
)
def test_an_old_circular_gives_its_problems_and_its_limit(
    tmp_path: Path, opening: str, team: str, targets: str
):
    found = read(
        tmp_path, "circular", "关于对石佛镇安全生产督查情况的通报", "石佛镇安委会：", opening, "一、总体情况", "总体平稳。", "二、存在问题",
        "（一）石佛水泥厂：皮带廊无防护栏。", "（二）应急值守不到位。", "三、整改要求", "请于2025年11月10日前完成整改并报送县安委办。", *END,
    )  # fmt: skip
    values = found.values
    assert (values["种类"], values["县区"], values["督查组"], values["对象及数量"]) == (
        "督查",
        "石佛镇",
        team,
        targets,
    )
    assert values["存在问题"] == [
        {"单位": "石佛水泥厂", "问题": "皮带廊无防护栏"},
        {"问题": "应急值守不到位"},
    ]
    assert (values["整改要求"]["时限"], values["整改要求"]["报送至"]) == ("2025-11-10", "县安委办")


def test_contact_with_a_dotted_name_and_two_numbers(tmp_path: Path):
    found = read(tmp_path, "notice", *HEAD, "定于9月5日9:00在县政府二楼会议室召开警示教育会。",
                 "联系人：迪丽娜尔·艾山  8801133（办）13319970099", *END)  # fmt: skip
    assert found.values["联系人"] == [{"姓名": "迪丽娜尔·艾山", "电话": "8801133、13319970099"}]


def test_a_letter_that_convenes_names_its_meeting(tmp_path: Path):
    found = read(tmp_path, "notice", "青山县应急管理局关于召开2025年岁末风险会商会的函", "有关单位：",
                 "定于9月5日9:00在县应急中心召开。请各企业安全总监、生产副总准时参加。", *END)  # fmt: skip
    assert found.values["会议名称"] == "2025年岁末风险会商会"
    assert found.values["参会人员"] == ["各企业安全总监、生产副总"]


def test_the_first_sentence_of_minutes_says_meeting_day_and_chair(tmp_path: Path):
    found = read(tmp_path, "minutes", "青山县应急管理局会议纪要", "2025年8月18日上午，县应急局局长公孙度主持召开八月安全例会。现纪要如下：",
                 "会议要求，各矿山8月底前完成自查。")  # fmt: skip
    assert found.values["会议名称"] == "八月安全例会"
    assert "2025-08-18" in str(found.values)


ACTS = ("由水利局督促施工单位倒排工期，6月1日前完成大坝填筑。", "青山镇5月20日前组织一次转移演练。")


@pytest.mark.parametrize(
    "heading", ["二、会议确定以下事项：", "会议议定：", "三、会议形成以下意见", "议定如下："]
)
def test_what_a_meeting_settled_under_any_heading(tmp_path: Path, heading: str) -> None:
    source = read(
        tmp_path,
        "minutes",
        "青山水库现场办公会",
        "时间：2026年5月6日",
        f"{heading}",
        f"1. {ACTS[0]}",
        f"2. {ACTS[1]}",
    )
    assert [row["事项"] for row in source.values["议定事项"]] == list(ACTS)


@pytest.mark.parametrize(
    ("line", "people"),
    [
        ("参会领导：副市长 沈浩；参会单位：水利局、发改局", ["副市长 沈浩", "水利局", "发改局"]),
        ("参加单位及人员：县财政局王磊、县住建局陈涛", ["县财政局王磊", "县住建局陈涛"]),
        ("到会：局长 高峰", ["局长 高峰"]),
        ("参会：高峰 宋岩 马晓燕", ["高峰", "宋岩", "马晓燕"]),
    ],
)
def test_a_post_stays_with_its_person(tmp_path: Path, line: str, people: list[str]) -> None:
    source = read(tmp_path, "minutes", "青山水库现场办公会", line, "会议议定：", ACTS[0])
    assert source.values["出席"] == people


@pytest.mark.parametrize("place", ["青山水库管理所", "在清溪村村委会", "，局四楼大会议室"])
def test_a_place_behind_its_day(tmp_path: Path, place: str) -> None:
    source = read(
        tmp_path, "minutes", "青山水库现场办公会", f"时间地点：2026年5月6日 {place}", "会议议定：", ACTS[0]
    )
    assert source.values["地点"] == place.lstrip("在，")


@pytest.mark.parametrize(
    "end",
    [
        ("附件：1.未整改隐患清单", "2.检查组分组表", "市安全生产委员会办公室", "2026年4月6日"),
        ("市安全生产委员会办公室", "2026年4月6日"),
        ("附件1：未整改隐患清单", "附件2：检查组分组表"),
    ],
)
def test_demands_end_where_the_text_ends(tmp_path: Path, end: tuple[str, ...]) -> None:
    source = read(
        tmp_path, "circular", "关于一季度安全生产检查情况的通报", "各县区安委会：", "一、存在问题", "1.宏达木业：配电箱未接地。",
        "二、下步要求", "（一）立即整改。隐患要逐项销号。", "（二）举一反三。", *end,
    )  # fmt: skip
    assert [row["内容"] for row in source.values["工作要求"]] == ["立即整改。隐患要逐项销号", "举一反三"]


@pytest.mark.parametrize(
    "line",
    [
        "（一）加强领导。（二）严格执法。（三）及时报送。",
        "（一）加强领导；（二）严格执法；（三）及时报送。",
        "(一)加强领导。 (二)严格执法。 (三)及时报送。",
    ],
)
def test_demands_beside_each_other_are_apart(tmp_path: Path, line: str) -> None:
    source = read(
        tmp_path, "plan", "城关镇消防整治方案", "一、工作目标", "遏制亡人火灾。", "二、工作要求", line
    )
    said = [item if isinstance(item, str) else item["内容"] for item in source.values["工作要求"]]
    assert [item.rstrip("。；") for item in said] == ["加强领导", "严格执法", "及时报送"]
