"""Faults with their places, counties told different things, actors that no list knows: each kind with siblings."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tongzhi import extract_tasks
from tongzhi.draft.days import fix_days
from tongzhi.draft.drafting import draft_papers
from tongzhi.draft.faults import mends_all, named_faults, split_at_fault
from tongzhi.draft.material import Material, full_label
from tongzhi.draft.rewrite import Ground, drop_narration, drop_tails, tidy
from tongzhi.draft.whole_set import Given, draft_set
from tongzhi.extract.deadlines import find_deadlines
from tongzhi.fill import fill
from tongzhi.model.base import texts_of
from tongzhi.papers.meeting import Meeting
from tongzhi.papers.plan import Plan
from tongzhi.word.text import read_text

DAY = date(2026, 9, 18)
MEETING = {
    "会议名称": "全县冬季安全会议", "会议时间": "2026-09-18 09:00", "地点": "县会议中心", "主持人": "李某（副县长）", "讲话人": "张某（县长）",
    "发文机关": "白水县人民政府办公室", "主送机关": ["各乡镇人民政府"], "联系人": {"姓名": "陈某", "电话": "0971-8230001"},
}  # fmt: skip
TOWNS = [{"县区": "桥头镇"}, {"县区": "沙坝乡"}, {"县区": "北岭镇"}]


def drafted(body: str, meeting: dict[str, object] = MEETING, counties: object = TOWNS) -> dict[str, object]:
    speech = f"在会上的讲话\n一、抓排查\n{body}\n二、抓责任\n县应急局9月30日前汇总情况报县政府。\n"
    tasks = extract_tasks(speech, meeting_date=DAY)
    made = draft_papers(
        Material(speech, tasks, "讲话.txt"),
        Meeting.model_validate(meeting),
        counties,
        day=DAY,  # type: ignore[arg-type]
    )
    return {paper.name.split("/")[-1]: paper.document for paper in made.papers}


def rows(body: str, **more: object) -> list[tuple[str, str]]:
    plan = drafted(body, **more)["部署方案"]  # type: ignore[arg-type]
    assert isinstance(plan, Plan)
    return [(str(row.task), row.lead) for row in plan.tasks]


def told(body: str, number: int) -> str:
    paper = next(each for name, each in drafted(body).items() if name.startswith(f"00{number}-"))
    return "\n".join(text for path, text in texts_of(paper) if "sources" not in path)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("clause", "place"),
    [
        ("东方红小学食堂报警器坏了", "东方红小学"),
        ("一号污水池的护栏锈蚀，", "一号污水池"),
        ("兴达批发市场消防通道堆放货物", "兴达批发市场"),
    ],
)
def test_a_fault_is_told_with_its_place(clause: str, place: str):
    assert place in {one.place for one in named_faults(clause)}


@pytest.mark.parametrize(
    "clause", ["无证的餐饮店一律关停", "红星小学食堂没有改完的要停用", "发现商场通道被占用的立即清理"]
)
def test_a_case_that_may_turn_up_is_no_fault(clause: str):
    assert named_faults(clause) == []


def test_faults_to_be_mended_by_another_day_are_cut_from_the_check_before():
    before, after = split_at_fault("县商务局9月25日前把全县商超查一遍，惠民超市安全出口上锁，限三天内改完")
    assert before.endswith("查一遍")
    assert after.startswith("惠民超市")
    assert split_at_fault("县商务局9月25日前把全县商超查一遍，查出的问题限期改完")[1] == ""


def test_what_was_named_is_all_to_be_put_right():
    assert mends_all(["各校上好第一课", "余下12条问题，涉及的学校15日前改完"]) == 1
    assert mends_all(["余下的钱退回财政"]) is None


def test_told_faults_that_an_order_mends_are_rows_of_the_list():
    papers = drafted(
        "河东小学实验室的酒精和火柴放在一个柜子里。河西小学操场围墙开裂。念到的这些学校，9月28日前全部整改到位。"
    )
    assert [row.objects for row in papers["整改清单"].stock] == ["河东小学", "河西小学"]  # type: ignore[attr-defined]


def test_towns_told_different_things_get_their_own_only():
    said = "桥头镇、沙坝乡，一个是慢，一个是虚，桥头镇9月25日前必须装完，沙坝乡把报上来的数重新核实，9月26日前报县政府督查室。"
    assert "你镇9月25日前必须装完" in told(said, 1)
    assert "沙坝乡" not in told(said, 1)
    assert "你乡把报上来的数重新核实" in told(said, 2)
    assert "桥头镇" not in told(said, 2)
    assert dict(rows(said)) == {
        "桥头镇必须装完": "桥头镇", "把报上来的数重新核实，报县政府督查室": "沙坝乡", "汇总情况报县政府": "县应急局"
    }  # fmt: skip


def test_a_town_reads_nothing_of_another_ones_mine():
    said = "桥头镇的石峰采石场、沙坝乡的兴旺砖厂越界开采，县自然资源局9月25日前立案查处。"
    assert "兴旺砖厂" not in told(said, 1)
    assert "石峰采石场" not in told(said, 2)


def test_a_town_reads_what_was_found_wrong_with_it():
    said = "沙坝乡排在最后，装了不到四成。县民政局9月25日前把特困人员接到敬老院。各乡镇每周检查一次。"
    assert "你乡排在最后，装了不到四成" in told(said, 2)
    assert "排在最后" not in told(said, 1)


def test_the_whole_countys_number_is_no_towns():
    said = "全县还有5200户没有装。县民政局牵头，各乡镇具体负责，5200户9月25日前全部装完。"
    assert "5200" not in told(said, 1)
    assert "你镇具体负责，9月25日前全部装完" in told(said, 1)


def test_what_falls_on_every_town_is_told_without_the_countys_part():
    said = "26座塘坝的包保县领导要在汛期内每座至少去两次，乡镇落实巡查员，县水利局9月25日前把名单公示。"
    assert "落实巡查员" in told(said, 3)
    assert "公示" not in told(said, 3)
    assert "26座" not in told(said, 3)
    assert "事发地乡镇主要负责同志15分钟内到场" in told("事发地乡镇主要负责同志15分钟内到场。", 3)


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("桥头镇总量最大，要在9月25日前拿出作战图。", "桥头镇"),
        ("经发局摸清废旧电池的去向，9月28日前报管委会。", "县经发局"),
        ("第一实验小学9月24日前把混放的药品分开。", "第一实验小学"),
        ("设备坏了没人管，这两处设备部9月24日前修好。", "设备部"),
    ],
)
def test_whoever_is_told_to_act_leads(said: str, lead: str):
    assert lead in {who for _, who in rows(said)}


def test_a_matter_spoken_of_is_no_body():
    plan = drafted("桥头镇这个事，由县应急局牵头，县公安局参加，成立调查组，9月25日前把报告报县政府。")[
        "部署方案"
    ]
    assert plan.tasks[0].lead == "县应急局"  # type: ignore[attr-defined]
    assert plan.tasks[0].support == ["县公安局"]  # type: ignore[attr-defined]


def test_who_only_gets_papers_or_signs_leads_nothing():
    assert rows("仪表车间9月25日前校验检测仪，校验记录交安环部。")[0][1] == "仪表车间"
    assert rows("桥头镇把报表重新核实，核完由乡镇长签字，9月25日前上报。")[0][1] == "桥头镇"


def test_a_term_after_an_event_is_no_day():
    plan = drafted("各乡镇9月25日前搞一次演练。演练完三天之内把总结报县应急局。")["部署方案"]
    assert [row.when for row in plan.tasks][1] == "演练完三天之内"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        (
            "龙泉镇去年以来三次被点名，请县委组织部、县应急局派工作组进驻。",
            "请县委组织部、县应急局派工作组进驻。",
        ),
        ("桥头镇上次督查发现把三家漏报，桥头镇要在25日前复核。", "桥头镇要在25日前复核。"),
        ("桥头镇要落实值班，桥头镇要把名单报来。", "桥头镇要落实值班，桥头镇要把名单报来。"),
    ],
)
def test_what_is_told_before_an_order_goes(said: str, kept: str):
    assert drop_narration(said) == kept


def test_our_bureau_and_our_county_are_called_by_name():
    ground = Ground(DAY, issuer="城北区教育局", place="城北区")
    assert tidy("检查结果告诉我们局。", ground) == "检查结果告诉城北区教育局。"
    assert tidy("省领导在我区调研时强调安全。", ground) == "省领导在城北区调研时强调安全。"
    assert drop_tails("要按照省里的要求，把这件事抓实。") == "要按照省里的要求，把这件事抓实。"


def test_one_who_chairs_and_speaks_is_said_once():
    minutes = drafted("各乡镇每周检查一次。", {**MEETING, "主持人": "张某（县长）"})["会议纪要"]
    assert "县长张某主持会议并讲话。" in minutes.opening  # type: ignore[attr-defined]


def test_a_heading_that_is_an_order_is_said_once():
    plan = drafted("1.1 外委队伍不得自己开票。设备部9月20日前把9家外委单位审一遍。")["部署方案"]
    words = "".join(point.words for part in plan.sections for point in part.points)  # type: ignore[attr-defined]
    assert words.count("外委队伍不得自己开票") == 1


def test_a_report_on_a_later_act_is_due_after_it():
    plan = drafted("各乡镇10月20日前组织一次演练，演练情况在3个工作日内报县应急局。")["部署方案"]
    assert plan.tasks[0].when == "10月20日前，3个工作日内"  # type: ignore[attr-defined]
    words = "".join(point.words for part in plan.sections for point in part.points)  # type: ignore[attr-defined]
    assert "3个工作日内报县应急局" in words


def test_which_two_are_meant_stands_before_it():
    said = "安康公寓消防水泵房无人值守，幸福养护院疏散通道堆放杂物，这两家由桥头镇负责，9月25日前整改完毕。"
    assert "幸福养护院疏散通道堆放杂物" in told(said, 1)
    assert {row.objects for row in drafted(said)["整改清单"].stock} == {"安康公寓", "幸福养护院"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("said", ["1号线、2号线的接驳口要守住。", "3号楼、5号楼的电梯要停用。"])
def test_a_numbered_line_or_house_is_no_day(said: str):
    assert find_deadlines(said, 0, DAY) == []


def test_next_monday_before_an_arrival_is_that_day():
    assert fix_days("下周一到岗", DAY) == "9月21日（星期一）到岗"
    assert fix_days("下周一到周五值班", DAY) != "9月21日（星期一）到周五值班"


def test_the_contact_stands_in_the_covering_notice():
    paper = drafted("各乡镇每周检查一次。")["部署方案"]
    words = read_text(fill(paper).data)  # type: ignore[arg-type]
    assert words.index("联系人：陈某") < words.index("为贯彻落实")
    assert words.count("联系人：陈某") == 1


PROVINCE = {
    **MEETING,
    "会议名称": "全省渔船安全会议",
    "发文机关": "滨海省人民政府办公厅",
    "主送机关": ["沿海各市人民政府"],
}


def test_principles_of_a_province_reach_its_cities_and_every_section_the_minutes():
    body = "要清理无证渔船。\n二、夯实基础\n加快推进老旧渔船更新改造，健全渔港设施。\n三、压实责任\n沿海各市县政府要落实属地责任，主要负责同志亲自抓。"
    papers = drafted(body, PROVINCE, [{"县区": "海州市"}])
    text = "\n".join(text for _, text in texts_of(papers["001-海州市-任务交办通报"]))  # type: ignore[arg-type]
    assert "落实属地责任，主要负责同志亲自抓" in text
    titles = [part.title for part in papers["会议纪要"].sections]  # type: ignore[attr-defined]
    assert "夯实基础" in titles


def test_departments_of_a_province_are_called_so():
    assert full_label("交通运输局", "省") == "省交通运输厅"
    assert full_label("市场监督管理局", "省") == "省市场监督管理局"
    assert full_label("交通运输局", "市") == "市交通运输局"


def test_a_unit_that_was_decided_stands_in_its_row_alone_and_the_rest_is_confirmed():
    body = "要对非煤矿山9月25日前开展隐患排查。\n要对在建工地9月28日前全面检查。"
    speech = f"在会上的讲话\n一、抓排查\n{body}\n二、抓责任\n县应急局9月30日前汇总情况报县政府。\n"
    tasks = extract_tasks(speech, meeting_date=DAY)
    given = Given(speech, tasks, Meeting.model_validate(MEETING), DAY, file="讲话.txt", counties=())
    before = next(paper.document for paper in draft_set(given).papers if paper.name == "部署方案")
    marked = [number for number, row in enumerate(before.tasks, 1) if row.origin("lead").is_open]  # type: ignore[attr-defined]
    made = draft_set(replace(given, answers={"责任单位": f"确认；{marked[0]}=县民政局"}))
    plan, minutes = (
        next(paper.document for paper in made.papers if paper.name == name)
        for name in ("部署方案", "会议纪要")
    )
    assert made.suggested == 0
    assert [row.lead for row in plan.tasks].count("县民政局") == 1  # type: ignore[attr-defined]
    assert "县民政局" not in "".join(text for path, text in texts_of(minutes) if "sources" not in path)
    assert not any("县民政局" in point.lead for part in plan.sections for point in part.points)  # type: ignore[attr-defined]
