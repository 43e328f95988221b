"""The papers after a meeting hold the speech's own words, rules' results, suggestions, or 待定 – nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tongzhi.draft.assignment import concerns
from tongzhi.draft.drafting import draft_papers, paper_files
from tongzhi.draft.goals import find_goals
from tongzhi.draft.material import Material
from tongzhi.errors import InputError
from tongzhi.model.base import open_values, texts_of
from tongzhi.model.task import Deadline, Owner, Quantity, Span, Task, TaskList
from tongzhi.papers.meeting import Meeting

SPEECH = (
    "同志们：今年以来事故总量继续下降。市应急管理局要在9月30日前对全市12座尾矿库开展隐患排查。"
    "东山县要立即停产整治三号采石场。各县（市、区）要每周检查一次在建工地。要**进一步提高认识。"
)
DAY = date(2026, 9, 20)


def task(words: str, number: str, kind: str = "action", **more: object) -> Task:
    start = SPEECH.index(words)
    return Task(number, kind, words[:8], words, Span(start, start + len(words)), **more)  # type: ignore[arg-type]


def owner(words: str, origin: str = "stated") -> Owner:
    start = SPEECH.find(words)
    return Owner(words, (words,), origin, Span(start, start + len(words)) if start >= 0 else None)  # type: ignore[arg-type]


TASKS = TaskList(
    (
        task(
            "市应急管理局要在9月30日前对全市12座尾矿库开展隐患排查。", "1",
            owners=(owner("市应急管理局"),), deadlines=(Deadline("9月30日前", "date", date(2026, 9, 30)),),
            quantities=(Quantity("12座尾矿库", 12, "座", "尾矿库"),), field="矿山",
        ),
        task("东山县要立即停产整治三号采石场。", "2", owners=(owner("东山县"),), deadlines=(Deadline("立即", "vague"),), field="矿山"),
        task("各县（市、区）要每周检查一次在建工地。", "3", owners=(owner("各县（市、区）"),), deadlines=(Deadline("每周", "recurring"),)),
        task("要**进一步提高认识。", "4", kind="requirement"),
    )
)  # fmt: skip
MEETING = Meeting.model_validate(
    {
        "会议名称": "全市安全生产工作会议", "会议时间": "2026-09-18 09:00", "地点": "市会议中心", "主持人": "李某（副市长）",
        "讲话人": "张某（市长）", "发文机关": "临江市安全生产委员会", "主送机关": ["各县（市、区）安全生产委员会"],
        "联系人": {"姓名": "陈某", "电话": "0971-8230001"},
    }
)  # fmt: skip
COUNTIES = [{"县区": "东山县"}, {"县区": "西河县"}]


def drafted(**more: object) -> dict[str, object]:
    papers = draft_papers(Material(SPEECH, TASKS, "讲话.txt"), MEETING, COUNTIES, day=DAY, **more)  # type: ignore[arg-type]
    return {paper.name: paper.document for paper in papers}


def test_every_paper_of_the_set_is_there():
    assert list(drafted()) == [
        "部署方案",
        "整改清单",
        "会议纪要",
        "通报/001-东山县-任务交办通报",
        "通报/002-西河县-任务交办通报",
    ]


def test_every_task_of_the_speech_stands_in_plan_and_minutes_with_its_span():
    papers = drafted()
    for rows in (papers["部署方案"].tasks, papers["会议纪要"].decisions):  # type: ignore[attr-defined]
        assert [row.task_id for row in rows] == ["1", "2", "3"]
        for row in rows:
            (source,) = row.sources
            assert SPEECH[source.start : source.end] == source.text


def test_dates_come_from_the_deadline_and_what_is_no_date_stays_open():
    first, second, third = drafted()["部署方案"].tasks  # type: ignore[attr-defined]
    assert first.due == date(2026, 9, 30)
    assert first.origin("due").kind == "derived"
    assert second.due == "待定"
    assert "立即" in second.remark
    assert third.due == "每周"


def test_counted_objects_become_check_lines_of_the_rectification_list():
    (line,) = drafted()["整改清单"].populations  # type: ignore[attr-defined]
    assert (line.objects, line.declared, line.checked, line.unit) == ("尾矿库", 12, 0, "座")


def test_county_circular_holds_what_concerns_the_county():
    papers = drafted()
    assert [row.task_id for row in papers["通报/001-东山县-任务交办通报"].items] == ["2", "3"]  # type: ignore[attr-defined]
    assert [row.task_id for row in papers["通报/002-西河县-任务交办通报"].items] == ["3"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("said", "goes"),
    [("各乡镇", True), ("东山县", True), ("西河县", False), ("市公安局", False), ("各级各部门", True)],
)
def test_task_goes_to_those_it_is_meant_for(said: str, goes: bool):
    one = task("东山县要立即停产整治三号采石场。", "9", owners=(Owner(said, (said,)),))
    assert concerns(one, "东山县", ["东山县", "西河县"]) is goes


def test_own_tasks_come_first_and_the_rest_is_for_information():
    rows = drafted(viewpoint="东山县")["部署方案"].tasks  # type: ignore[attr-defined]
    assert rows[0].task_id == "2"
    assert "仅供了解" not in rows[0].remark
    assert "仅供了解" in rows[-1].remark


def test_suggested_owner_is_open_until_confirmed():
    suggested = TaskList(
        (
            task(
                "各县（市、区）要每周检查一次在建工地。",
                "1",
                owners=(Owner("", ("市住房和城乡建设局",), "suggested"),),
            ),
        )
    )
    (plan, *_) = draft_papers(Material(SPEECH, suggested), MEETING, day=DAY)
    assert [path for path, _ in open_values(plan.document)] == [("tasks", 0, "lead")]
    plan.document.settle()
    assert open_values(plan.document) == []


def test_redactions_stay_and_nothing_is_invented():
    words = (
        SPEECH
        + "".join(text for _, text in texts_of(MEETING))
        + "由会议名称得出上的讲话各县区待定未启动讲话.txt东山县西河县"
    )
    for name, document in drafted().items():
        for path, text in texts_of(document):  # type: ignore[arg-type]
            if path[-1] in (
                "task_id",
                "field",
                "title",
                "carrier",
                "kind",
                "status",
                "verb",
                "recipients",
                "remark",
                "requirement",
                "feedback",
            ):
                continue
            if isinstance(path[-1], int) and path[-2] in ("recipients", "cc"):
                continue
            for part in text.replace("出席会议并讲话。", "").split("在"):
                assert part in words or part in "张某市长全市安全生产工作会议上的讲话任务分解表", (
                    name,
                    path,
                    text,
                )
    assert any("**" in text for _, text in texts_of(drafted()["会议纪要"]))  # type: ignore[arg-type]


def test_goals_are_found_in_the_speech():
    (goal,) = find_goals(
        Material("要致力实现“一下降一杜绝”，即事故总量继续下降、杜绝重特大事故。", TaskList())
    )[:1]
    assert goal["指标"]["值"].endswith("事故总量")
    assert goal["目标"] == "继续下降"


@pytest.mark.parametrize(
    "told",
    [
        "今年以来，全市事故起数虽然有所减少，但形势依然严峻，必须从严从实抓好各项措施。",
        "前10个月，全市事故起数、死亡人数同比分别下降9.3%和8.1%。",
        "去年死亡人数下降12%，来之不易。",
    ],
)
def test_what_is_told_of_the_past_is_no_goal(told):
    assert find_goals(Material(told, TaskList())) == []


def test_speech_without_tasks_gives_a_clear_error():
    with pytest.raises(InputError, match="没有刚性任务"):
        draft_papers(Material("大家好。", TaskList()), MEETING, day=DAY)


def test_data_files_beside_the_papers_give_the_same_papers_again(tmp_path):
    from tongzhi.papers.index import find_type
    from tongzhi.read.paper import load_paper

    papers = draft_papers(Material(SPEECH, TASKS, "讲话.txt"), MEETING, COUNTIES, day=DAY)
    files = paper_files(papers)
    for paper in papers:
        path = tmp_path / "x.yaml"
        path.write_bytes(files[f"{paper.name}.yaml"])
        again = load_paper(find_type(paper.document.key), path, None, DAY).document
        assert again.to_data() == paper.document.to_data()
        assert open_values(again) == open_values(paper.document)


def papers_of(speech: str, tasks: TaskList) -> dict[str, object]:
    return {paper.name: paper.document for paper in draft_papers(Material(speech, tasks), MEETING, day=DAY)}


def read(speech: str) -> dict[str, object]:
    from tongzhi import extract_tasks

    return papers_of(speech, extract_tasks(speech, meeting_date=date(2026, 9, 18)))


def test_owner_of_the_sentence_before_is_offered_not_taken():
    plan = read("市住建局要在3天内排查全部在建工地。对有隐患的工地立即停工整改。")["部署方案"]
    first, second = plan.tasks  # type: ignore[attr-defined]
    assert (first.lead, first.origin("lead").kind) == ("市住建局", "stated")
    assert (second.lead, second.origin("lead").kind) == ("市住建局", "suggested")


def test_day_that_a_work_begins_on_is_no_limit():
    (row,) = read("从今晚起，各乡镇24小时值班，主要领导不准离岗。")["部署方案"].tasks  # type: ignore[attr-defined]
    assert row.due == "24小时值班"
    assert "今晚起" in row.remark


def test_speaker_is_named_for_i_myself_and_other_pronouns_are_open():
    speech = "对3家停产企业，由我本人约谈企业负责人。你们本周五前把排查台账交给我。"
    rows = read(speech)["部署方案"].tasks  # type: ignore[attr-defined]
    assert [row.lead for row in rows] == ["张某市长", "待定"]


def test_who_leads_by_the_words_beside_it_stands_first():
    (row,) = read("南山、北湖两个景区，由市文旅局督促在9月30日前装好防护栏。")["部署方案"].tasks  # type: ignore[attr-defined]
    assert row.lead == "市文旅局"


def test_forces_and_limits_are_not_what_is_there_to_be_checked():
    plan = read("市安委办派出6个检查组，每组不少于8名专家，9月25日前对全市45家加油站开展检查。")["部署方案"]
    assert [(row.objects, row.count) for row in plan.scope] == [("加油站", 45)]  # type: ignore[attr-defined]


def test_time_and_speaker_of_a_transcript_stay_out_of_the_papers():
    speech = "00:01:10 说话人2：市住建局要在9月25日前排查全部在建工地。\n00:01:30 说话人2：各单位要压实责任，提高认识。\n"
    papers = read(speech)
    texts = [text for paper in papers.values() for _, text in texts_of(paper)]  # type: ignore[arg-type]
    shown = [text for text in texts if "说话人" in text]
    assert all(speech.count(text.strip()) for text in shown)  # only as the quoted source
    assert papers["会议纪要"].decisions[0].matter == "市住建局要在9月25日前排查全部在建工地。"  # type: ignore[attr-defined]


def test_minutes_say_the_requirements_in_passages_without_their_spoken_numbers():
    speech = (
        "第一，各级各部门要提高政治站位，切实增强责任感和紧迫感。要坚决克服麻痹思想和侥幸心理。"
        "市住建局要在9月25日前排查全部在建工地。"
    )
    minutes = read(speech)["会议纪要"]
    (passage,) = minutes.points  # type: ignore[attr-defined]
    assert passage.text.startswith("各级各部门要提高政治站位")
    assert passage.text.endswith("要坚决克服麻痹思想和侥幸心理。")
    assert len(passage.sources) == 2


def test_county_that_nothing_concerns_gets_no_circular():
    tasks = TaskList((TASKS.tasks[1],))
    papers = draft_papers(Material(SPEECH, tasks, "讲话.txt"), MEETING, COUNTIES, day=DAY)
    assert [paper.name for paper in papers if "通报" in paper.name] == ["通报/001-东山县-任务交办通报"]


def test_suggested_supporters_are_marked_and_an_owner_without_words_is_open():
    named, nobody = owner("市应急管理局"), Owner("", (), "typed")
    tasks = TaskList(
        (
            task("市应急管理局要在9月30日前对全市12座尾矿库开展隐患排查。", "1", owners=(named, Owner("", ("市自然资源局",), "suggested"))),
            task("东山县要立即停产整治三号采石场。", "2", owners=(nobody,)),
        )
    )  # fmt: skip
    [plan] = [
        paper.document
        for paper in draft_papers(Material(SPEECH, tasks, "讲话.txt"), MEETING, [], day=DAY)
        if paper.name == "部署方案"
    ]
    first, second = plan.tasks
    assert (first.support, first.origin("support").kind) == (["市自然资源局"], "suggested")
    assert second.lead == "待定"


def test_county_whose_circular_cannot_be_made_is_told_alone_or_stops_the_set():
    counties = [*COUNTIES, {"县区": "南湖县", "成文日期": "2026-02-30"}]
    with pytest.raises(InputError):
        draft_papers(Material(SPEECH, TASKS, "讲话.txt"), MEETING, counties, day=DAY)


def test_heading_that_is_spelled_out_below_is_no_requirement_of_its_own():
    speech = (
        "一、切实压实责任\n（一）压实企业责任。\n企业要切实担负起主体责任，加大安全投入。\n"
        "市住建局要在9月25日前排查全部在建工地。\n"
    )
    minutes = read(speech)["会议纪要"]
    (passage,) = minutes.points  # type: ignore[attr-defined]
    assert passage.text == "企业要切实担负起主体责任，加大安全投入。"


def test_general_requirements_of_the_plan_are_whole_sentences():
    speech = (
        "一、压实责任\n第一，各级领导要切实履行职责，落实好领导责任各相关企业要切实担负起主体责任，加大安全投入。\n"
        "市住建局要在9月25日前排查全部在建工地。\n"
    )
    plan = read(speech)["部署方案"]
    assert str(plan.general_requirements) == (  # type: ignore[attr-defined]
        "各级领导要切实履行职责，落实好领导责任。各相关企业要切实担负起主体责任，加大安全投入。"
    )
