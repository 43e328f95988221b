"""The papers after a meeting hold the speech's own words, rules' results, suggestions: nothing else, and nothing is lost."""

from __future__ import annotations

import io
from datetime import date

import docx
import pytest

from tongzhi import extract_tasks
from tongzhi.draft.drafting import draft_papers, paper_files
from tongzhi.draft.material import Material
from tongzhi.errors import InputError
from tongzhi.model.base import open_values, texts_of
from tongzhi.model.task import TaskList
from tongzhi.papers.meeting import Meeting

DAY = date(2026, 9, 20)
MEETING = Meeting.model_validate(
    {
        "会议名称": "全市安全生产工作会议", "会议时间": "2026-09-18 09:00", "地点": "市会议中心", "主持人": "李某（副市长）",
        "讲话人": "张某（市长）", "发文机关": "临江市安全生产委员会", "主送机关": ["各县（市、区）安全生产委员会"],
        "联系人": {"姓名": "陈某", "电话": "0971-8230001"}, "出席": ["市安委会成员单位主要负责人"],
    }
)  # fmt: skip
SPEECH = """同志们：
刚才，市应急管理局通报了近期情况。下面，我讲三点意见。
一、认识要到位
安全生产事关全市发展大局。我们要深刻汲取教训，始终把安全摆在首位。
二、排查要到边
市应急管理局要在9月30日前对全市12座尾矿库开展隐患排查，确保万无一失。由市住建局牵头、市城管局配合，3天内对全市45个在建工地全部检查一遍。东山县要立即停产整治三号采石场，整治情况9月25日前报市应急管理局。
三、责任要到人
各县（市、区）要每周检查一次在建工地。大家明天把今天的会议精神传达到乡镇。领导干部要带头深入企业、深入现场，抓好督促检查。
同志们，责任重于泰山。散会。
"""
COUNTIES = [{"县区": "东山县", "责任领导": "赵某"}, {"县区": "西河县"}]


def made(speech: str = SPEECH, counties: object = COUNTIES, **more: object) -> dict[str, object]:
    tasks = extract_tasks(speech, meeting_date=date(2026, 9, 18))
    papers = draft_papers(Material(speech, tasks, "讲话.txt"), MEETING, counties, day=DAY, **more)  # type: ignore[arg-type]
    return {paper.name: paper.document for paper in papers.papers}


def text_of(document: object) -> str:
    return "\n".join(text for path, text in texts_of(document) if "sources" not in path)  # type: ignore[arg-type]


def points(document: object) -> list[str]:
    return [point.words for part in document.sections for point in part.points]  # type: ignore[attr-defined]


def test_every_paper_of_the_set_is_there():
    assert list(made()) == [
        "部署方案",
        "排查任务清单",
        "会议纪要",
        "通报/001-东山县-任务交办通报",
        "通报/002-西河县-任务交办通报",
    ]


def test_plan_follows_the_speech_with_its_titles_and_makes_no_chapter_that_it_lacks():
    plan = made()["部署方案"]
    assert [part.title for part in plan.sections] == ["总体要求", "排查要到边", "责任要到人"]  # type: ignore[attr-defined]
    assert (plan.leadership, plan.phases, plan.requirements) == (None, [], [])  # type: ignore[attr-defined]


def test_no_paper_holds_frames_relative_days_or_open_values():
    for name, document in made().items():
        text = text_of(document)
        for word in ("刚才", "下面，", "同志们", "大家", "我们", "明天", "今天", "3天内", "待定", "散会"):
            assert word not in text, (name, word)


def test_days_are_dates_with_their_weekday_in_the_text_and_bare_in_the_table():
    plan = made()["部署方案"]
    assert "9月21日（星期一）前对全市45个在建工地全部检查一遍" in text_of(plan)
    assert "9月19日（星期六）" in text_of(plan)
    rows = {row.when for row in plan.tasks}  # type: ignore[attr-defined]
    assert {"9月30日前", "9月21日前"} <= rows
    assert [row.due for row in plan.tasks if row.when == "9月21日前"] == [date(2026, 9, 21)]  # type: ignore[attr-defined]


def test_roles_are_as_said():
    row = next(row for row in made()["部署方案"].tasks if "45个" in row.task)  # type: ignore[attr-defined]
    assert (row.lead, row.support) == ("市住建局", ["市城管局"])


def rows(speech: str) -> list[tuple[str, str, list[str]]]:
    plan = made(
        f"同志们：\n一、排查要到边\n{speech}\n二、责任要到人\n各县（市、区）要每周检查一次在建工地。\n"
    )["部署方案"]
    return [(row.task, row.lead, row.support) for row in plan.tasks]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("speech", "words", "leads"),
    [
        ("一旦发生事故，市应急管理局要第一时间启动预案，市消防救援支队要第一时间赶赴现场救援。",
         ("市应急管理局", "启动预案", "市消防救援支队", "赶赴现场"), "市应急管理局、市消防救援支队"),
        ("汛期发现险情，市水利局要立即组织抢护，市公安局要立即封闭道路。", ("组织抢护", "市公安局", "封闭道路"), "市水利局、市公安局"),
    ],
)  # fmt: skip
def test_parts_without_a_time_of_their_own_share_a_row_that_says_who_does_what(
    speech: str, words: tuple[str, ...], leads: str
):
    first = rows(speech)[0]
    assert first[1] == leads
    assert all(word in first[0] for word in words)


@pytest.mark.parametrize(
    "speech",
    [
        "市燃气集团年内完成全部用户入户安检。社区网格员带路，物业配合。",
        "市水务集团10月底前更换全部老旧立管。街道、社区工作人员带路，物业公司配合。",
    ],
)
def test_sentence_that_only_says_who_helps_is_no_row_of_its_own(speech: str):
    assert not [task for task, _, _ in rows(speech) if "配合" in task]
    assert rows(speech)[0][2]


@pytest.mark.parametrize(
    ("speech", "lead", "matter"),
    [
        ("市委市政府决定对事故调查提级办理，有关方面要抓好落实。", "有关方面", "提级办理"),
        ("县委县政府研究决定开展百日攻坚，各乡镇要在10月底前完成。", "各乡镇", "百日攻坚"),
        ("市政府决定对小散企业停产整顿，市工信局要逐家上门。", "市工信局", "停产整顿"),
    ],
)
def test_body_that_only_decides_does_not_carry_out(speech: str, lead: str, matter: str):
    assert any(row[1] == lead and matter in row[0] for row in rows(speech))


@pytest.mark.parametrize(
    ("speech", "leads", "words"),
    [
        ("学校食堂归市教育局，医院食堂归市卫健委，养老机构归市民政局，下周三前报市安委办。",
         "市教育局、市卫健委、市民政局", ("市教育局负责学校食堂", "市民政局负责养老机构", "报市安委办")),
        ("加油站归市商务局，油库归市应急管理局，充装站归市市场监管局，9月28日前查完。",
         "市商务局、市应急管理局、市市场监管局", ("市商务局负责加油站", "市市场监管局负责充装站")),
        ("景区归市文旅局，码头归市交通运输局，工地归市住建局，9月底前拿出名单。",
         "市文旅局、市交通运输局、市住建局", ("市文旅局负责景区", "市住建局负责工地", "拿出名单")),
    ],
)  # fmt: skip
def test_series_of_objects_and_units_is_one_row_with_all_of_them(
    speech: str, leads: str, words: tuple[str, ...]
):
    first = rows(speech)[0]
    assert first[1] == leads
    assert all(one in first[0] for one in words)


@pytest.mark.parametrize(
    ("speech", "part"),
    [
        ("9月底前，全市所有餐饮用户必须做到三件事：报警器通电，软管换成金属管，厨房员工会关阀、会报警、会逃生。", "会逃生"),
        ("市住建局要对工地查两样：塔吊限位是否有效，脚手架连墙件是否齐全，查完逐个登记造册、拍照留底。", "连墙件是否齐全"),
        ("市教育局要抓好以下几项：校车逐辆检测，食堂逐个过筛，宿舍电线逐间排查，实验室药品逐瓶登记。", "药品逐瓶登记"),
    ],
)  # fmt: skip
def test_cell_holds_all_of_what_is_counted_up_or_none(speech: str, part: str):
    assert any(part in task for task, _, _ in rows(speech))


@pytest.mark.parametrize(
    "speech",
    [
        "事故调查组由市应急管理局牵头，市公安局参加。调查组要在9月25日前提交报告。",
        "暗访组由市安委办牵头，市交通运输局参加。暗访组要在9月底前交回台账。",
        "工作专班由市住建局牵头，市城管局配合。专班要在9月26日前拿出清单。",
    ],
)
def test_what_a_body_does_stands_with_who_sets_it_up(speech: str):
    first = rows(speech)[0]
    assert first[1].startswith("市")
    assert first[2]
    assert any(words in first[0] for words in ("提交报告", "交回台账", "拿出清单"))


@pytest.mark.parametrize(
    ("speech", "lead", "support"),
    [
        (
            "举报查实的每起奖励5000元，这笔钱由市财政局保障，市城管局三天之内公布举报电话。",
            "市城管局",
            "市财政局",
        ),
        ("检测费由市财政局保障，市住建局9月28日前查完全部玻璃幕墙。", "市住建局", "市财政局"),
    ],
)
def test_who_only_pays_supports_whoever_acts(speech: str, lead: str, support: str):
    first = rows(speech)[0]
    assert first[1] == lead
    assert support in first[2]


def test_time_of_a_festival_and_an_end_stand_in_the_column_of_times():
    plan = made(
        "一、值守\n国庆期间，各县（市、区）每天至少安排一名县级领导带队夜查餐饮场所。"
        "市安委办明天派督导组进驻，办到年底。\n二、其他\n各乡镇要每周检查一次工地。\n"
    )["部署方案"]
    times = [row.when for row in plan.tasks]  # type: ignore[attr-defined]
    assert times[0].startswith("国庆期间")
    assert any("至12月31日" in when for when in times)


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("各县（市、区）要每天巡查一次码头，市消防救援支队要24小时待命。", "支队"),
        ("9月底前，全市所有餐饮用户必须更换金属软管。", "金属软管"),
        ("各类企业要在9月28日前完成自查。", "完成自查"),
    ],
)
def test_work_of_companies_and_city_bodies_is_not_the_countys(said: str, there: str):
    papers = made(f"{said}各级各部门要在9月26日前排查一遍加油站。")
    assert there not in text_of(papers["通报/002-西河县-任务交办通报"])


@pytest.mark.parametrize(
    "said",
    [
        "从今天起，全市隐患统一实行列单、交单。列单，谁检查谁列，当天录入平台。交单，一般隐患24小时内交到责任单位，要有签收。",
        "全市工地统一实行挂牌、巡查。挂牌，每个工地要立牌，写明责任人。",
    ],
)
def test_what_everybody_does_alike_goes_to_every_county(said: str):
    text = text_of(
        made(f"一、闭环\n{said}\n二、其他\n各乡镇要每周检查一次工地。\n")["通报/002-西河县-任务交办通报"]
    )
    assert "统一实行" in text


def test_leader_who_asks_before_is_named_in_plan_and_minutes():
    speech = (
        "一、重点\n一是森林防火。9月17日上午，**书记专门到市监控中心检查预警系统，强调要强化源头管控，完善应急预案。"
        "我们要切实抓好落实，确保安全。二是矿山安全。市应急管理局要查一遍尾矿库。三是食品安全。要加强食品安全监管工作。\n"
        "二、其他\n各乡镇要每周检查一次工地。\n"
    )
    papers = made(speech)
    for name in ("部署方案", "会议纪要"):
        assert "按照**书记的要求强化源头管控，完善应急预案" in text_of(papers[name])
        assert "专门到" not in text_of(papers[name])


def test_every_section_of_a_long_speech_has_its_place_in_the_minutes():
    body = (
        "市应急管理局要在9月30日前对全市12座尾矿库逐座检查坝体、排洪设施、在线监测和应急物资，查出的问题当天书面告知企业。"
        * 6
    )
    speech = "".join(f"{'一二三四五六七'[n]}、第{n + 1}件事的部署\n{body}\n" for n in range(7))
    minutes = made(speech)["会议纪要"]
    assert len([part for part in minutes.sections if part.title]) == 7  # type: ignore[attr-defined]


def test_table_of_few_columns_stands_upright_with_the_imprint_under_it():
    data = paper_files(
        draft_papers(
            Material(SPEECH, extract_tasks(SPEECH, meeting_date=date(2026, 9, 18)), "讲话.txt"),
            MEETING,
            COUNTIES,
            day=DAY,
        ).papers
    )["部署方案.docx"]
    sections = docx.Document(io.BytesIO(data)).sections
    assert all(section.page_width < section.page_height for section in sections)


def test_wishes_without_an_act_stay_out_of_plan_and_table():
    assert "万无一失" not in text_of(made()["部署方案"])


def test_every_value_knows_where_it_stands_in_the_speech():
    for row in made()["部署方案"].tasks:  # type: ignore[attr-defined]
        assert row.sources
        for source in row.sources:
            assert SPEECH[source.start : source.end] == source.text


def test_counted_objects_are_there_to_be_checked_and_nothing_is_reckoned():
    listed = made()["排查任务清单"]
    assert [(row.objects, row.number) for row in listed.inspections] == [
        ("尾矿库", "12座"),
        ("在建工地", "45个"),
    ]  # type: ignore[attr-defined]
    assert "没有点名具体隐患" in listed.opening  # type: ignore[attr-defined]
    assert "已查0" not in text_of(listed)


def test_faulty_object_that_is_to_be_put_right_has_a_line_with_what_is_wrong():
    speech = "市水利局要在9月28日前把还没有除险加固的4座病险水库整改到位。市教育局要组织一次演练。"
    listed = made(speech)["整改清单"]
    (row,) = listed.stock  # type: ignore[attr-defined]
    assert (row.objects, row.number, row.unit, row.when) == ("病险水库", "4座", "市水利局", "9月28日前")
    assert "没有除险加固" in row.fault


def test_county_gets_what_names_it_what_falls_on_all_and_never_a_departments_work():
    papers = made()
    named = text_of(papers["通报/001-东山县-任务交办通报"])
    other = text_of(papers["通报/002-西河县-任务交办通报"])
    assert "会议点名你县的事项" in named
    assert "你县要立即停产整治三号采石场，整治情况9月25日前报市应急管理局" in named
    assert "会议点名你县的事项" not in other
    assert "采石场" not in other
    for text in (named, other):
        assert "每周检查一次在建工地" in text
        assert "尾矿库" not in text
        assert "45个" not in text
    assert "你县责任领导：赵某" in named


def test_total_of_the_city_is_not_the_countys():
    speech = "各县（市、区）要在9月28日前对全市2864家餐饮用户全部复查一遍。市教育局要组织一次演练。"
    circular = text_of(made(speech)["通报/002-西河县-任务交办通报"])
    assert "2864" not in circular
    assert "餐饮用户全部复查一遍" in circular


@pytest.mark.parametrize(
    ("said", "there"),
    [
        ("除东山县外，其他各县（市、区）要在9月25日前备足融雪剂。", False),
        ("除西河县外，其他各县（市、区）要在9月25日前备足融雪剂。", True),
    ],
)
def test_county_that_is_left_out_by_name_is_left_out(said: str, there: bool):
    papers = made(f"{said}各级各部门要在9月26日前排查一遍加油站。")
    assert ("融雪剂" in text_of(papers["通报/001-东山县-任务交办通报"])) is there


def test_own_tasks_come_first_and_the_rest_is_for_information():
    rows = made(viewpoint="东山县")["部署方案"].tasks  # type: ignore[attr-defined]
    assert "采石场" in rows[0].task
    assert "仅供了解" not in rows[0].remark
    assert "仅供了解" in rows[-1].remark


def test_minutes_say_what_was_told_stressed_settled_and_asked_for():
    minutes = made()["会议纪要"]
    text = "\n".join(points(minutes))
    assert minutes.opening.startswith(
        "2026年9月18日（星期五）上午9:00，全市安全生产工作会议在市会议中心召开。"
    )  # type: ignore[attr-defined]
    assert "会上，市应急管理局通报了近期情况。" in minutes.opening  # type: ignore[attr-defined]
    assert "会议强调，要深刻汲取教训" in text
    assert "会议明确：" in text
    assert (minutes.reviewer, minutes.signed_by) == ("", "")  # type: ignore[attr-defined]


def test_what_the_meeting_does_not_know_is_left_out_not_called_open():
    meeting = Meeting.model_validate(
        {**MEETING.to_data(), "地点": "待定", "主持人": "待定", "讲话人": "待定"}
    )
    tasks = extract_tasks(SPEECH, meeting_date=date(2026, 9, 18))
    papers = draft_papers(Material(SPEECH, tasks), meeting, [], day=DAY).papers
    assert all("待定" not in text_of(paper.document) for paper in papers)


def test_suggested_owner_is_open_until_confirmed():
    speech = "各单位要压实责任。要对危化企业开展一次全面排查。"
    plan = made(speech, [])["部署方案"]
    assert open_values(plan)  # type: ignore[arg-type]
    plan.settle()  # type: ignore[attr-defined]
    assert open_values(plan) == []  # type: ignore[arg-type]


def test_speech_without_tasks_gives_a_clear_error():
    with pytest.raises(InputError, match="没有刚性任务"):
        draft_papers(Material("大家好。", TaskList()), MEETING, day=DAY)


def test_data_files_beside_the_papers_give_the_same_papers_again(tmp_path):
    from tongzhi.papers.index import find_type
    from tongzhi.read.paper import load_paper

    tasks = extract_tasks(SPEECH, meeting_date=date(2026, 9, 18))
    papers = draft_papers(Material(SPEECH, tasks, "讲话.txt"), MEETING, COUNTIES, day=DAY).papers
    files = paper_files(papers)
    for paper in papers:
        path = tmp_path / "x.yaml"
        path.write_bytes(files[f"{paper.name}.yaml"])
        again = load_paper(find_type(paper.document.key), path, None, DAY).document
        assert again.to_data() == paper.document.to_data()
        assert open_values(again) == open_values(paper.document)


def test_time_and_speaker_of_a_transcript_stay_out_of_the_papers():
    speech = "00:01:10 说话人2：市住建局要在9月25日前排查全部在建工地。\n00:01:30 说话人2：各单位要压实责任，提高认识。\n"
    assert all("说话人" not in text_of(paper) for paper in made(speech, []).values())


def test_county_whose_circular_cannot_be_made_is_told_alone_or_stops_the_set():
    counties = [*COUNTIES, {"县区": "南湖县", "成文日期": "2026-02-30"}]
    with pytest.raises(InputError):
        made(counties=counties)
    failed: dict[str, list[object]] = {}
    assert "通报/001-东山县-任务交办通报" in made(counties=counties, failed=failed)
    assert list(failed) == ["南湖县"]


@pytest.mark.parametrize(
    ("text", "names", "cell"),
    [
        ("机场、车站要开展防控措施检查。", ["机场"], "机场、车站要开展防控措施检查"),
        ("市公安局和镇村干部要劝返车辆。", ["市公安局"], "市公安局和镇村干部要劝返车辆"),
        ("市公安局要劝返车辆。", ["市公安局"], "劝返车辆"),
    ],
)
def test_cell_keeps_an_actor_beside_whom_another_stands(text: str, names: list[str], cell: str):
    from tongzhi.draft.dutymatters import matter_of as _matter
    from tongzhi.model.task_slots import Owner

    assert _matter(text, [Owner(name, (), "stated") for name in names]) == cell


SPOKEN_PARAGRAPHS = (
    "先说个事。前天粮管所烧了一间库房。\n"
    "第一件，老房子。从明天起，县住建局牵头，各乡镇配合，把三百四十六处老库房一处一处过一遍。\n"
    "第二件事，秸秆。县农机局要在9月底前把打捆机调度到位。\n"
    "最后啊值班，各乡镇今天下班前把值班表报县政府办。\n"
)
ENTERPRISE = (
    "1 设备\n1.1 设备管理部9月26日前安排停窑检修。\n1.2 物资部10月底前核对备件。\n"
    "2 检修和外委\n2.1 安环部每周抽查作业票不少于20张。\n3 应急\n3.1 各分厂要在10月10日前清点应急物资。\n"
)


@pytest.mark.parametrize(
    ("speech", "titles"),
    [
        (SPOKEN_PARAGRAPHS, ["老房子", "秸秆", "值班"]),
        (ENTERPRISE, ["设备", "检修和外委", "应急"]),
        (
            "第一个呢就是飞线。街道平安办明天上楼去看。\n第二个电梯，物业公司本周五前把名单报到城建科。\n",
            ["飞线", "电梯"],
        ),
    ],
)
def test_sections_that_a_speaker_counts_in_talk_or_an_enterprise_in_bare_numbers(
    speech: str, titles: list[str]
):
    assert [part.title for part in made(speech, [])["部署方案"].sections] == titles  # type: ignore[attr-defined]


def test_orders_before_the_first_heading_have_their_rows():
    speech = (
        "市住建局要在9月25日前查完全部塔吊。市城管局要在9月26日前拆除全部违规广告牌。\n"
        "一、责任要到人\n市教育局要在9月28日前查一遍校车。\n二、其他\n各乡镇要每周检查一次工地。\n"
    )
    plan = made(speech, [])["部署方案"]
    assert plan.sections[0].title == "有关要求"  # type: ignore[attr-defined]
    assert [row.lead for row in plan.tasks][:3] == ["市住建局", "市城管局", "市教育局"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("breaks", ["\n", "\r\n"])
def test_tidied_text_whose_raw_side_has_several_lines_is_read_whole(breaks: str):
    from tongzhi.draft.whole_set import tidied_text

    text = (
        "录音整理稿（甲.txt）\n根据录音整理，未经本人审阅\n\n原：第一段 嗯\n整：第一段，\n\n"
        "原：第二段 头\n第二段 尾\n整：第二段头。第二段尾。\n\n原：第三段\n整：第三段。\n"
    ).replace("\n", breaks)
    found = tidied_text(text)
    assert found is not None
    assert all(part in found for part in ("第一段", "第二段头。第二段尾。", "第三段。"))


@pytest.mark.parametrize(
    ("speech", "lead", "support"),
    [
        (
            "10月24日组织一次演练，安环部牵头，二分厂、消防队参加，演练后3个工作日内提交评估报告。",
            "安环部",
            "消防队",
        ),
        (
            "市应急管理局牵头组织综合演练，市消防救援支队参加，演练后5天内提交总结。",
            "市应急管理局",
            "市消防救援支队",
        ),
    ],
)
def test_who_takes_part_and_what_follows_stay_in_the_row_of_the_lead(speech: str, lead: str, support: str):
    first = rows(speech)[0]
    assert first[1] == lead
    assert support in first[2]
    assert "提交" in first[0]


def test_office_without_departments_of_the_level_gets_no_suggestion_from_the_map():
    meeting = Meeting.model_validate(
        {**MEETING.to_data(), "会议名称": "翠湖街道消防专题会", "发文机关": "翠湖街道办事处"}
    )
    speech = "一、充电\n高层住宅要在11月底前装好电梯阻车系统。平安办明天上楼检查。\n二、值班\n党政办今天排出值班表。\n"
    tasks = extract_tasks(speech, meeting_date=date(2026, 9, 18))
    plan = draft_papers(Material(speech, tasks), meeting, [], day=DAY).papers[0].document
    assert all("应急管理局" not in row.lead and "市场监督" not in row.lead for row in plan.tasks)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "speech",
    [
        "刚才播放了去年的事故警示片。今年我市在建工地287个。\n一、排查\n市住建局要在9月25日前查一遍塔吊。\n二、值班\n各乡镇要每周检查一次工地。\n",
        "一、排查\n市住建局要在9月25日前查一遍塔吊。\n二、同志们辛苦了\n各乡镇要每周检查一次工地。\n三、值班\n市气象局要及时发布预警。\n",
        "我请政府办的同志找了大巴车120辆。全市现有校车300辆。\n一、排查\n市教育局要在9月25日前查一遍校车。\n二、值班\n各乡镇要每周检查一次工地。\n",
    ],
)
def test_titles_scope_and_opening_hold_no_frames(speech: str):
    from tongzhi.draft.rewrite import SPOKEN

    for name, document in made(speech).items():
        assert not SPOKEN.search(text_of(document)), name
        assert "我市" not in text_of(document)


def test_order_before_the_numbered_fields_keeps_its_row_and_every_field_has_one():
    speech = (
        "一、重点\n结合实际，要重点抓好以下几个方面：一是危化企业。对石油化工、煤化工等危化重点企业进行全方位安全隐患排查整治。"
        "二是旅游安全。对旅游景区基础设施进行全面排查整治。三是道路交通。要严格落实“四个严禁”要求。四是食品安全。要加强食品安全监管工作。\n"
        "二、其他\n各乡镇要每周检查一次工地。\n"
    )
    tasks = [row.task for row in made(speech, [])["部署方案"].tasks]  # type: ignore[attr-defined]
    assert any("石油化工" in task for task in tasks)
    assert any("旅游景区" in task for task in tasks)


FIELDS = """在全市安全生产会议上的讲话
同志们：
一、守住重点领域
（一）危险化学品。市应急局牵头，市公安局配合，对全市37家危化品企业开展全覆盖检查，9月28日前查完，问题清单和整改照片一并报市安委办。复产前必须由县级应急局现场核查签字。
（二）道路交通。市交通运输局对全市58辆校车逐车核验，9月26日前核验完毕。对临水临崖的84处隐患路段，各县（市、区）政府要在9月底前补齐护栏。
（三）建筑施工。市住建局从9月21日起派出5个检查组，对132个在建工地逐一检查，看临边、看塔吊，10月15日前形成通报。
二、压实责任
领导干部要带头深入企业。
散会。
"""


def test_settled_fields_are_points_of_the_minutes_under_their_titles():
    minutes = made(FIELDS)["会议纪要"]
    words = [point.text for point in minutes.sections[0].points]  # type: ignore[attr-defined]
    assert words[0] == "会议明确："
    assert [text[:8] for text in words[1:]] == ["1.危险化学品。", "2.道路交通。市", "3.建筑施工。市"]
    assert "37家" in words[1]
    assert "现场核查签字" in words[1]


def test_fields_that_only_ask_are_counted_in_one_paragraph():
    asked = """在全市安全生产会议上的讲话
一、守住重点领域
（一）危险化学品。要对化工企业开展排查整治。
（二）道路交通。要加强路面巡查，消除路段隐患。
（三）建筑施工。要对在建工地全面排查。
二、压实责任
市应急管理局9月28日前公布检查结果。
"""
    text = text_of(made(asked)["会议纪要"])
    assert "会议要求，一是危险化学品，" in text
    assert "三是建筑施工，" in text


def test_a_list_of_problems_is_no_problem():
    listed = made(FIELDS)["整改清单"]
    assert [row.objects for row in listed.stock] == ["隐患路段"]  # type: ignore[attr-defined]
    assert "37家" in text_of(listed)
    checked = {row.objects: row.matter for row in listed.inspections}  # type: ignore[attr-defined]
    assert checked["在建工地"] == "对132个在建工地逐一检查，看临边、看塔吊"
