from __future__ import annotations

from datetime import date

import pytest

from tongzhi.extract.tasks import extract_tasks
from tongzhi.extract.viewpoint import for_unit

SPEECH = """在全市安全生产会议上的讲话
（2024年3月4日）
同志们：
今年以来，全市安全生产形势总体平稳，事故起数同比下降12%。
一、提高思想认识
各级各部门要提高政治站位，切实增强责任感和紧迫感。
二、抓好重点领域
一是矿山安全。市应急局要对36家非煤矿山企业逐家检查，3月底前形成报告报市政府。
二是消防安全。由市消防救援支队牵头，市教育局、市民政局配合，明天起对学校、养老院开展消防检查。
要落实“五个必查、六个严禁”要求。
刚才，市应急局通报了情况，讲得很好。
各县（市、区）要在3月20日前把排查台账报市“两办”。
"""


@pytest.fixture(scope="module")
def found():
    return extract_tasks(SPEECH)


def _task(found, words):
    return next(task for task in found.tasks if words in task.text)


def test_every_task_stands_in_the_speech_at_its_place(found):
    assert found.tasks
    assert all(SPEECH[task.source.start : task.source.end] == task.text for task in found.tasks)


def test_orders_are_actions_attitudes_are_requirements_and_facts_are_neither(found):
    kinds = {sentence.text: sentence.kind for sentence in found.sentences}
    assert kinds["各县（市、区）要在3月20日前把排查台账报市“两办”。"] == "action"
    assert kinds["各级各部门要提高政治站位，切实增强责任感和紧迫感。"] == "requirement"
    assert kinds["今年以来，全市安全生产形势总体平稳，事故起数同比下降12%。"] == "none"
    assert kinds["刚才，市应急局通报了情况，讲得很好。"] == "none"


def test_date_of_the_head_is_the_meeting_date(found):
    assert found.meeting_date == date(2024, 3, 4)
    assert _task(found, "36家").deadlines[0].date == date(2024, 3, 31)
    assert extract_tasks(SPEECH, meeting_date=date(2025, 3, 4)).meeting_date == date(2025, 3, 4)


def test_owners_are_stated_with_their_full_names(found):
    assert [owner.text for owner in _task(found, "36家").owners] == ["市应急局"]
    assert _task(found, "36家").owners[0].names == ("市应急管理局",)
    assert [owner.text for owner in _task(found, "养老院").owners] == [
        "市消防救援支队",
        "市教育局",
        "市民政局",
    ]
    assert [owner.text for owner in _task(found, "台账").owners] == ["各县（市、区）"]


def test_counted_objects_and_field_are_found(found):
    task = _task(found, "36家")
    assert [(q.number, q.unit, q.object) for q in task.quantities] == [(36, "家", "非煤矿山企业")]
    assert task.field == "矿山"
    assert _task(found, "养老院").field == "消防"


def test_section_and_title_are_words_of_the_speech(found):
    task = _task(found, "36家")
    assert task.section == ("二、抓好重点领域", "一是矿山安全。")
    assert task.title.startswith("矿山安全：")
    assert all(part in SPEECH for part in task.title.split("："))


def test_ids_are_unique_and_numbered_by_section(found):
    ids = [task.id for task in found.tasks]
    assert len(set(ids)) == len(ids)
    assert _task(found, "36家").id.startswith(f"{_task(found, '养老院').id.split('.')[0]}.")


def test_reasons_name_their_words(found):
    why = _task(found, "36家").why
    assert "force:要" in why
    assert "act:检查" in why
    assert any(reason.startswith("object:") for reason in why)
    assert all(sentence.why for sentence in found.sentences)


def test_unexpanded_slogan_is_open(found):
    assert [item.text for item in found.open] == ["五个必查、六个严禁"]


def test_keywords_are_domain_words_with_their_first_place(found):
    words = [keyword.word for keyword in found.keywords]
    assert "非煤矿山" in words
    assert "工作" not in words
    assert all(SPEECH.startswith(keyword.word, keyword.start) for keyword in found.keywords)


def test_traditional_speech_keeps_its_script_and_offsets():
    text = "主席：\n請交通局這禮拜五之前把路口的標線全部補畫完成，並把照片交給秘書處。\n謝謝大家。"
    found = extract_tasks(text)
    assert [task.text for task in found.actions] == [
        "請交通局這禮拜五之前把路口的標線全部補畫完成，並把照片交給秘書處。"
    ]
    assert found.actions[0].owners[0].text == "交通局"


def test_carriage_returns_stay_as_they_are():
    text = "同志们：\r\n各乡镇要在3月10日前对辖区水库逐座排查。\r\n"
    task = extract_tasks(text).actions[0]
    assert text[task.source.start : task.source.end] == task.text


def test_second_actor_that_runs_on_without_a_mark_is_a_task_of_its_own():
    text = "各行业部门要对本行业企业开展一次全面检查并建立隐患台账各相关企业要在本月底前组织员工开展一次应急演练。"
    parts = [task.text for task in extract_tasks(text).tasks]
    assert len(parts) == 2
    assert "".join(parts) == text


def test_object_acted_upon_is_no_actor():
    found = extract_tasks("对危化企业、加油站要立即开展一次全面检查，建立问题台账，月底前报市安委办。")
    assert [owner for task in found.tasks for owner in task.owners if owner.origin == "stated"] == []


def test_owners_file_comes_before_the_map_of_departments():
    text = "要对全市景区的索道、栈道开展一次全面检查，发现隐患立即停用。"
    assert extract_tasks(text).actions[0].owners[0].origin == "suggested"
    owner = extract_tasks(text, owners={"旅游": "市文化广电旅游局"}).actions[0].owners[0]
    assert (owner.origin, owner.names) == ("owners-file", ("市文化广电旅游局",))


def test_redactions_stay():
    text = "**区政府要在3月10日前完成**路段的隐患整改，并报市安委办。"
    task = extract_tasks(text).actions[0]
    assert task.text == text
    assert task.owners[0].text == "**区政府"


def test_speech_without_tasks_gives_an_empty_list():
    assert extract_tasks("谢谢大家，祝大家新年快乐！").actions == ()
    assert extract_tasks("").tasks == ()


def test_tasks_that_fall_on_an_office_come_first(found):
    mine = for_unit(found, "市应急管理局")
    assert "36家" in mine.mine[0].text
    county = for_unit(found, "青川县")
    assert any("台账" in task.text for task in county.mine)
    assert {task.id for task in (*mine.mine, *mine.others)} == {task.id for task in found.actions}


def test_short_lines_of_recognised_speech_are_no_headings():
    lines = ["好 开会了", "锅炉房汇报一下", "行", "昨天测了三遍", "没有问题"] * 3
    text = "\n".join([*lines, "老周你明天把锅炉房的阀门换掉 换完拍照片发群里", "好的"])
    [task] = [task for task in extract_tasks(text).tasks if task.kind == "action"]
    assert task.section == ()
    written = (
        "同志们：\n"
        + "今天说锅炉。\n" * 4
        + "锅炉房\n"
        + "请保卫科明天把锅炉房的阀门全部检查一遍，并报安委办。\n" * 12
    )
    assert extract_tasks(written).tasks[0].section[-1] == "锅炉房"


def test_a_title_is_the_clause_with_the_day_and_keeps_its_first_word():
    [task] = extract_tasks("这个不能再拖了，十二处隐患下周五之前必须消号。").tasks
    assert task.title == "十二处隐患下周五之前必须消号"
    [task] = extract_tasks("对旅游景区栈道逐处开展安全检查。").tasks
    assert task.title.startswith("对旅游景区")


def owners_of(text: str, *, day: date | None = None) -> list[list[tuple[str, str]]]:
    found = extract_tasks(text, meeting_date=day).tasks
    return [[(owner.text, owner.origin) for owner in task.owners] for task in found]


def test_actor_is_carried_on_only_while_it_plainly_governs():
    first, second, third, fourth = owners_of(
        "市住建局要在3天内排查全部在建工地。对有隐患的工地立即停工整改。逐个工地建立台账。每月向市安委办报送检查情况。"
    )
    assert first == [("市住建局", "stated")]
    assert second == third == [("市住建局", "context")]
    assert ("市住建局", "context") not in fourth


def test_actor_of_a_lead_that_opens_a_list_governs_its_items():
    rows = owners_of(
        "各县区要做好以下工作：\n1.本周内排查辖区内的加油站。\n2.对危化品仓库开展检查，3天内报告。\n3.月底前组织一次应急演练。\n4.每天报送检查情况。\n"
    )
    assert rows[-1] == [("各县区", "context")]


def test_each_one_or_everybody_is_nobody_named_before():
    rows = owners_of("市纪委监委明天起组成三个暗访组。每人到自己包的乡镇走一趟，检查值班值守。")
    assert not any(origin == "context" for _, origin in rows[-1])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("严禁携带火种进入林区。", "action"),
        ("不准酒后上岗。", "action"),
        ("任何单位不得擅自复工。", "action"),
        ("井下不得带火种。", "action"),
        ("各单位要坚决克服麻痹思想。", "requirement"),
        ("市应急局要在9月30日前对全市非煤矿山开展隐患排查。", "action"),
        ("从今晚起，各乡镇24小时值班，主要领导不准离岗。", "action"),
        ("请市教育局明天把校车名单报市安委办。", "action"),
        ("各级领导要提高政治站位。", "requirement"),
    ],
)
def test_single_sentence_is_judged_by_its_own_words(text, kind):
    (sentence,) = extract_tasks(text, meeting_date=date(2026, 9, 18)).sentences
    assert sentence.kind == kind


def test_words_quoted_over_several_sentences_are_nobodys_order():
    text = "老矿长来信说：“每天都要下井看一看。大家都要去现场。各县区要把台账报上来。”信写得好。\n"
    found = extract_tasks(text)
    assert [sentence.kind for sentence in found.sentences[1:]] == ["none", "none", "none"]


def test_numbered_order_that_is_no_heading_ends_the_sections_before_it():
    text = (
        "一、抓好矿山安全\n（一）再抓尾矿库\n1. 各县区要在9月30日前排查尾矿库，建立台账。\n"
        "二、各县区要在9月30日前检查学校食堂，建立台账，报送市教育局。\n市教育局要在9月30日前检查校车，建立台账。\n"
    )
    found = extract_tasks(text)
    assert _task(found, "排查尾矿库").section == ("一、抓好矿山安全", "（一）再抓尾矿库")
    assert _task(found, "校车").section == ()


def test_all_units_means_this_one_too():
    text = "各单位要在3月20日前完成自查，建立台账。\n市水利局要在3月20日前检查水库，建立台账。\n"
    mine = for_unit(extract_tasks(text), "市教育局")
    assert [task.text for task in mine.mine] == ["各单位要在3月20日前完成自查，建立台账。"]
    assert len(mine.others) == 1


def test_owners_file_gives_departments_by_field_and_by_name():
    owners = {"矿山": {"牵头": "市矿山局", "配合": ["市应急局"]}, "安监局": "市应急管理局"}
    text = "要在3月20日前排查全部非煤矿山隐患，建立台账。\n要在3月20日前排查全部燃气管道隐患，建立台账。\n安监局要在3月20日前检查加油站，建立台账。\n"
    found = extract_tasks(text, owners=owners)
    assert [owner.names for owner in _task(found, "非煤矿山").owners] == [("市矿山局",), ("市应急局",)]
    assert {owner.origin for owner in _task(found, "燃气").owners} == {"suggested"}
    assert [owner.names for owner in _task(found, "加油站").owners] == [("市应急管理局",)]


def test_day_of_a_deadline_counts_nothing():
    (task,) = extract_tasks("市住建局下周二把全区物业项目经理召集起来培训半天。").tasks
    assert task.quantities == ()


def test_heading_that_names_a_unit_owns_what_stands_under_it():
    text = (
        "一、市应急管理局\n1.9月30日前排查全市非煤矿山。\n2.每周报送一次进展情况。\n"
        "（二）市住建局牵头的任务\n1.对在建工地开展一轮检查。\n2.10月底前完成整改销号。\n"
    )
    rows = owners_of(text, day=date(2026, 9, 18))
    assert rows == [[("市应急管理局", "context")]] * 2 + [[("市住建局", "context")]] * 2


def test_heading_that_orders_its_reader_owns_nothing():
    text = "一、各级领导干部要带头\n1.对在建工地开展一轮检查。\n2.10月底前完成整改销号。\n"
    assert not any(origin == "context" for row in owners_of(text) for _, origin in row)


def test_numbers_of_tasks_follow_the_headings():
    text = (
        "一、矿山\n1.9月30日前排查全市非煤矿山。\n2.3天内对尾矿库开展检查。\n"
        "二、消防\n1.节前开展烟花爆竹仓库检查。\n2.每周抽查一次商场消防通道。\n"
    )
    found = extract_tasks(text, meeting_date=date(2026, 9, 18)).tasks
    assert [task.id for task in found] == ["1.1", "1.2", "2.1", "2.2"]
    assert found[0].deadlines[0].date == date(2026, 9, 30)
