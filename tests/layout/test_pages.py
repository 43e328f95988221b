"""The printed page, measured: every paper is rendered once by LibreOffice (faces by their Debian stand-ins)."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from docx import Document

from tongzhi.model.official import Official
from tongzhi.papers.circular import Circular
from tongzhi.papers.minutes import Minutes
from tongzhi.papers.plan import Plan
from tongzhi.papers.rectification import Rectification
from tongzhi.render.document import render
from tongzhi.render.sample import sample_values

pytestmark = pytest.mark.office

TOP, BOTTOM, LEFT, RIGHT = 37.0, 262.0, 28.0, 184.0
FULL = "安全生产隐患排查治理工作" * 140
HEAD = {
    "发文机关": "临江市安全生产委员会",
    "发文字号": "临安委发〔2026〕8号",
    "主送机关": ["各县（市、区）安全生产委员会"],
    "成文日期": "2026-10-12",
    "抄送机关": ["市委办公室"],
}


def circular(**more: Any) -> Circular:
    problems = [
        {
            "单位": f"第{n}矿业有限公司",
            "问题": "排洪涵洞淤堵约三分之一",
            "整改要求": "清淤并加固",
            "整改时限": "2026-10-30",
        }
        for n in range(1, 40)
    ]
    return Circular.model_validate(
        {
            **HEAD, "种类": "督查", "标题": "关于青川县安全生产督查情况的通报", "督查时间": "2026年9月20日",
            "督查组": "市安委会督查组", "方式": "四不两直", "对象及数量": "18家企业", "总体情况": FULL,
            "存在问题": problems, "整改要求": {"单位": "青川县安全生产委员会", "时限": "2026-10-30"}, **more,
        }
    )  # fmt: skip


def plan() -> Plan:
    task = {
        "重点领域": "矿山",
        "重点任务": "对全市尾矿库开展隐患排查",
        "牵头单位": "市应急管理局",
        "完成时限": "2026-11-30",
    }
    return Plan.model_validate(
        {
            **HEAD, "方案名称": "全市秋冬季安全生产大排查大整治工作方案", "起草依据": [{"文件名称": "关于开展大检查的通知"}],
            "总体要求": "全面排查整治各领域安全隐患。", "工作目标": [{"指标": "较大事故", "目标": "同比下降"}],
            "整治范围": [{"对象": "非煤矿山", "数量": 114, "单位": "家"}],
            "组织领导": {"组长": [{"姓名": "张某", "职务": "副市长"}]}, "重点任务": [task] * 14,
            "时间步骤": [{"阶段": "动员部署", "开始": "2026-10-01", "结束": "2026-10-15"}],
            "工作要求": ["加强组织领导。各级各部门要亲自部署。"],
        }
    )  # fmt: skip


def minutes() -> Minutes:
    return Minutes.model_validate(
        {
            "纪要名称": "全市安全生产工作会议纪要", "期号": "第5期", "制发机关": "临江市安全生产委员会", "成文日期": "2026-10-09",
            "时间": "2026-09-30 09:00", "地点": "市政府三楼会议室", "主持人": {"姓名": "李某", "职务": "副市长"},
            "出席": ["市安委会成员单位主要负责人"], "议题": ["研究部署国庆期间安全防范工作"],
            "议定事项": [{"事项": "开展全面排查", "责任单位": "市应急管理局", "时限": "2026-11-30"}],
            "分送": ["市安委会成员单位"], "核稿": "王某", "签发": "李某",
        }
    )  # fmt: skip


def notice(**more: Any) -> Official:
    from tongzhi.papers.notice import Notice

    values = {
        **HEAD, "标题": "关于召开全市国庆期间安全生产工作会议的通知", "缘由": "为部署国庆期间安全防范工作，决定召开会议。",
        "会议名称": "全市安全生产工作会议", "会议时间": "2026-09-30 09:00", "地点": "市政府三楼会议室",
        "会议内容": [{"事项": "通报近期安全生产形势"}, {"事项": "市政府领导讲话"}],
        "参会人员": [{"组别": "市安委会成员单位", "职务级别": "分管负责人"}],
        "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
    }  # fmt: skip
    return Notice.model_validate({**values, **more})


def hazards() -> Rectification:
    row = {
        **sample_values(Rectification, date(2026, 11, 23))["隐患"][0],
        "隐患描述": "破碎机传动皮带缺少防护网罩，作业平台临边护栏缺失约6米，现场无安全警示标志", "整改进展": "已订购护栏，正在安装",
    }  # fmt: skip
    rows = [
        {**row, "隐患编号": f"YL-2026-{number:03d}", "隐患部位": f"{number}号平台"} for number in range(1, 41)
    ]
    return Rectification.model_validate({"发文机关": "云岭县安委会办公室", "隐患": rows})


FOOT = range(8)


@pytest.fixture(scope="module")
def printed(to_pdf: Callable[[Mapping[str, bytes]], dict[str, list[Any]]]) -> dict[str, list[Any]]:
    papers: dict[str, bytes] = {
        "circular": render(circular()),
        "plan": render(plan()),
        "minutes": render(minutes()),
        "letter": render(notice(公文载体="信函", 发文机关="临江市应急管理局", 其他事项=["做好准备。"] * 20)),
        "telegram": render(notice(公文载体="电报", 紧急程度="特急")),
        "unsealed": render(notice(用印="否")),
        "joint": render(notice(联合发文机关=["临江市公安局", "临江市消防救援支队"])),
        "blank": render(notice(), head="留白"),
        "none": render(notice(), head="无"),
        "sheet": render(notice(发文稿纸={"拟稿": "李某", "核稿": "王某"})),
        "forms": render(notice(附件=[{"名称": "参会回执"}, {"名称": "会议请假报备单"}])),
        "hazards": render(hazards()),
        "crowded": render(notice(主送机关=[f"第{n}镇人民政府" for n in range(50)])),
    }
    papers |= {f"foot{n}": render(notice(其他事项=["请各单位提前做好准备工作。"] * (2 + n))) for n in FOOT}
    return to_pdf(papers)


def test_every_page_is_an_a4_sheet(printed: dict[str, list[Any]]):
    for pages in printed.values():
        for page in pages:
            assert sorted((round(page.width), round(page.height))) == [210, 297]


def test_full_page_holds_22_lines_of_28_characters_inside_the_type_area(printed: dict[str, list[Any]]):
    page = printed["circular"][1]
    lines = [line for line in page.lines if line.top < BOTTOM]
    assert len(lines) == 22
    assert {len(line.text) for line in lines} == {28}
    assert all(abs(line.left - LEFT) < 0.5 and line.right < RIGHT + 0.5 for line in lines)
    assert TOP < lines[0].top < TOP + 4
    assert BOTTOM - 5 < lines[-1].bottom < BOTTOM


@pytest.mark.parametrize("name", ["circular", "plan", "minutes", "telegram", "joint"])
def test_red_mark_stands_35_mm_under_the_type_area_in_the_middle(name: str, printed: dict[str, list[Any]]):
    bands = [band for band in printed[name][0].red if band[1] - band[0] > 3]
    top, left, right = bands[0][0], min(band[2] for band in bands), max(band[3] for band in bands)
    assert top == pytest.approx(TOP + 35, abs=0.8)
    assert (left + right) / 2 == pytest.approx(106, abs=1)
    assert left > LEFT - 1
    assert right < RIGHT + 1


def test_red_rule_is_156_mm_wide_and_4_mm_under_the_number(printed: dict[str, list[Any]]):
    page = printed["circular"][0]
    top, _, left, right = page.red[-1]
    assert (left, right) == (pytest.approx(LEFT, abs=0.5), pytest.approx(RIGHT, abs=0.5))
    assert 3.3 < top - page.line("临安委发").bottom < 4.5


def test_title_stands_two_lines_under_the_rule_and_the_addressee_one_under_the_title(
    printed: dict[str, list[Any]],
):
    page = printed["circular"][0]
    title, rule = page.line("关于青川县"), page.red[-1][1]
    assert 20 < title.top - rule < 25
    assert 10 < page.line("各县").top - title.bottom < 17
    assert (title.left + title.right) / 2 == pytest.approx(106, abs=0.7)
    assert title.size == 22


def test_page_number_stands_7_mm_under_the_type_area_on_the_outer_side(printed: dict[str, list[Any]]):
    for number, page in enumerate(printed["circular"], 1):
        line = page.line(f"—{number}—")
        assert (line.top + line.bottom) / 2 - BOTTOM == pytest.approx(7, abs=0.8)
        if number % 2:
            assert line.right == pytest.approx(RIGHT - 4.9, abs=0.6)
        else:
            assert line.left == pytest.approx(LEFT + 4.9, abs=0.6)


@pytest.mark.parametrize(
    "name", ["circular", "plan", "minutes", "unsealed", "forms", *(f"foot{n}" for n in FOOT)]
)
def test_last_rule_lies_on_the_lower_edge_of_the_last_page(name: str, printed: dict[str, list[Any]]):
    rules = [rule for rule in printed[name][-1].rules if rule[0] > 200]
    assert rules[-1][0] == pytest.approx(BOTTOM, abs=0.5)
    first, inner, last = rules[-3:]
    assert first[3] == last[3] == pytest.approx(0.35, abs=0.02)
    assert inner[3] < first[3]
    assert all(
        rule[1] == pytest.approx(LEFT, abs=0.3) and rule[2] == pytest.approx(RIGHT, abs=0.3)
        for rule in rules[-3:]
    )


@pytest.mark.parametrize("name", [f"foot{n}" for n in FOOT])
def test_date_never_stands_without_text_at_any_length(name: str, printed: dict[str, list[Any]]):
    page = next(page for page in printed[name] if "2026年10月12日" in page.text and "联系人" in page.text)
    assert page.line("2026年10月12日").top > page.line("联系人").top


def test_sealed_organ_is_centred_over_its_date(printed: dict[str, list[Any]]):
    page = next(page for page in printed["foot0"] if "联系人" in page.text)
    organ = next(line for line in page.lines if line.text == HEAD["发文机关"] and line.size == 16)
    day = page.line("2026年10月12日")
    assert (organ.left + organ.right) / 2 == pytest.approx((day.left + day.right) / 2, abs=0.4)
    assert day.top - organ.top == pytest.approx(10.2, abs=0.3)


def test_unsealed_date_begins_two_characters_after_its_organ(printed: dict[str, list[Any]]):
    page = next(page for page in printed["unsealed"] if "联系人" in page.text)
    organ = next(line for line in page.lines if line.text == HEAD["发文机关"] and line.size == 16)
    assert page.line("2026年10月12日").left - organ.left == pytest.approx(2 * 156 / 28, abs=0.5)
    assert organ.right == pytest.approx(RIGHT - 2 * 156 / 28, abs=0.6)


def test_pages_across_turn_all_the_same_way_and_keep_the_number_in_its_place(printed: dict[str, list[Any]]):
    across = [(number, page) for number, page in enumerate(printed["plan"], 1) if page.width > page.height]
    assert len(across) >= 2
    for number, page in across:
        line = page.line(f"—{number}—")
        assert 35 - (line.left + line.right) / 2 == pytest.approx(7.4, abs=0.8)
        middle = (line.top + line.bottom) / 2
        assert middle > 150 if number % 2 else middle < 60
        assert "序号" in page.text
    assert printed["plan"][-1].height > printed["plan"][-1].width


def test_letter_has_its_mark_at_30_mm_its_rules_170_mm_wide_and_no_number_on_page_one(
    printed: dict[str, list[Any]],
):
    first, second = printed["letter"][:2]
    mark, thick, _, thin, foot = first.red
    assert mark[0] == pytest.approx(30, abs=0.6)
    assert thick[0] - mark[1] == pytest.approx(4, abs=0.5)
    assert thick[3] - thick[2] == pytest.approx(170, abs=0.6)
    assert foot[1] == pytest.approx(277, abs=0.5)
    assert thick[1] - thick[0] > thin[1] - thin[0]
    assert "—1—" not in first.text
    assert "—2—" in second.text
    assert not second.red
    number = first.line("临安委发")
    assert number.right == pytest.approx(RIGHT, abs=0.6)


def test_blank_head_prints_no_red_and_keeps_every_place(printed: dict[str, list[Any]]):
    assert not printed["blank"][0].red
    assert printed["blank"][0].line("关于").top == pytest.approx(
        printed["unsealed"][0].line("关于").top, abs=0.2
    )
    assert printed["none"][0].line("关于").top < 45


def test_joint_issue_shows_every_organ_and_one_word(printed: dict[str, list[Any]]):
    page = printed["joint"][0]
    assert page.text.count("文件") == 1
    assert all(name in page.text for name in ("临江市安全生产委员会", "临江市公安局", "临江市消防救援支队"))


def test_drafting_sheet_is_a_page_of_its_own_and_is_not_counted(printed: dict[str, list[Any]]):
    sheet, first = printed["sheet"][:2]
    assert "发文稿纸" in sheet.text
    assert "—" not in sheet.text
    assert "—1—" in first.text


def test_attachments_begin_on_their_own_page_with_label_and_title(printed: dict[str, list[Any]]):
    for label, title in (("附件1", "参会回执"), ("附件2", "会议请假报备单")):
        page = next(page for page in printed["forms"] if page.text.startswith(label))
        assert page.line(label).top == pytest.approx(40.5, abs=1)
        assert page.line(title).size == 22
        assert 58 < page.line(title).top < 64


def test_long_table_repeats_its_head_on_every_page(printed: dict[str, list[Any]]):
    pages = [
        page for page in printed["circular"] if "排洪涵洞淤堵" in page.text and "清淤并加固" in page.text
    ]
    assert len(pages) >= 2
    assert all("整改时限" in page.text for page in pages)


def test_crowded_addressees_move_to_the_imprint_and_page_one_shows_text(printed: dict[str, list[Any]]):
    assert "为部署国庆" in printed["crowded"][0].text
    assert "主送：第0镇人民政府" in printed["crowded"][-1].text


def test_minutes_name_those_present_after_the_text_and_carry_no_seal(printed: dict[str, list[Any]]):
    text = "".join(page.text for page in printed["minutes"])
    assert text.index("开展全面排查") < text.index("出席：市安委会成员单位")
    assert "分送：市安委会成员单位。" in text


def test_forty_hazards_fit_full_readable_pages(printed: dict[str, list[Any]]) -> None:
    assert len(printed["hazards"]) <= 9  # 17 in the size of other tables
    paper = Document(io.BytesIO(render(hazards())))
    table = max(paper.tables, key=lambda one: len(one.columns))
    assert len(table.rows) == 41
    assert table.rows[0]._tr.xpath("./w:trPr/w:tblHeader")  # repeated on every page
    assert {p.style.font.size.pt for row in table.rows for cell in row.cells for p in cell.paragraphs} == {9}
    assert paper.sections[-1].page_width > paper.sections[-1].page_height
