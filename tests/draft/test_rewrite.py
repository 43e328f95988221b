"""The five acts on a sentence; each pattern with its sentence and two siblings."""

from __future__ import annotations

from datetime import date

import pytest

from tongzhi.draft.classes import Utterance
from tongzhi.draft.compose import plan_words
from tongzhi.draft.days import fix_days
from tongzhi.draft.rewrite import Ground, drop_tails, front_actor, name_me, split_lead, tidy

DAY = date(2025, 9, 16)
GROUND = Ground(DAY, "韩某市长")


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("明天上午9点到岗。", "9月17日（星期三）上午9点到岗。"),
        ("今晚12点前报送。", "9月16日晚12点前报送。"),
        ("从今天下午开始复查。", "从9月16日下午开始复查。"),
        ("本周日前完成。", "9月21日（星期日）前完成。"),
        ("下周三前上报。", "9月24日（星期三）前上报。"),
        ("周四以前点名一次。", "9月18日（星期四）以前点名一次。"),
        ("要在10天内逐站检查。", "9月26日（星期五）前逐站检查。"),
        ("三个工作日内提交报告。", "9月19日（星期五）前提交报告。"),
        ("48小时内完成鉴定。", "9月18日（星期四）前完成鉴定。"),
        ("这个月25日前做好。", "9月25日前做好。"),
        ("25日前核完。", "9月25日前核完。"),
        ("月底前清零。", "9月底前清零。"),
        ("从现在起统一实行。", "从9月16日起统一实行。"),
        ("明年1月底前开工。", "2026年1月底前开工。"),
    ],
)
def test_days_counted_from_the_meeting_become_dates(said: str, printed: str):
    assert fix_days(said, DAY) == printed


@pytest.mark.parametrize(
    "said",
    [
        "接报后30分钟内到场。",
        "一旦发现隐患，24小时内报告。",
        "每周一通报一次。",
        "每月5日前公布上月结果。",
        "国庆节前必须见到结果。",
        "9月28日（星期日）前完成。",
        "当天录入平台。",
        "今冬明春是关键。",
        "24小时值班。",
    ],
)
def test_what_starts_with_an_event_or_recurs_stays(said: str):
    assert fix_days(said, DAY) == said


def test_without_the_meetings_day_nothing_is_reckoned():
    assert fix_days("明天上午9点到岗。", None) == "明天上午9点到岗。"


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("同志们，各单位要连夜排查。", "各单位要连夜排查。"),
        ("需要强调的是，排查要到现场。", "排查要到现场。"),
        ("这里我再强调一点：值班不能断人。", "值班不能断人。"),
        ("大家要把台账建起来。", "要把台账建起来。"),
        ("我们要把台账建起来。", "要把台账建起来。"),
        ("评级结果11月15日前报我本人。", "评级结果11月15日前报韩某市长。"),
        ("双岔乡一天给我转够四个村。", "双岔乡一天转够四个村。"),
        (
            "学校食堂归市教育局，医院食堂归市卫健委，各管各的。",
            "学校食堂由市教育局负责，医院食堂由市卫健委负责。",
        ),
    ],
)
def test_frames_pronouns_and_spoken_words_go_by_the_table(said: str, printed: str):
    assert tidy(said, GROUND) == printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("好，那就由市城管局牵头，周五前报。", "市城管局牵头，9月19日（星期五）前报。"),
        ("嗯，这样，县住建局明天把表发下去。", "县住建局9月17日（星期三）把表发下去。"),
        (
            "市住建局牵头查，另外，街道要配合，那就周三前查完。",
            "市住建局牵头查，街道要配合，9月17日（星期三）前查完。",
        ),
        ("各乡镇要清点人数，听明白没有，晚8点前报。", "各乡镇要清点人数，晚8点前报。"),
        ("也就是说各站都要检，好吧。", "各站都要检。"),
        ("那么这样吧，市商务局先把名单拿出来，对吧。", "市商务局先把名单拿出来。"),
        ("另外两家企业要停产。", "另外两家企业要停产。"),
        ("这样的企业一律关停。", "这样的企业一律关停。"),
        ("对了解情况的人要登记。", "对了解情况的人要登记。"),
    ],
)
def test_connective_talk_goes_where_a_clause_begins_and_words_that_mean_something_stay(
    said: str, printed: str
):
    assert plan_words(Utterance(said, 0, len(said), "A"), GROUND) == printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        (
            "登记表本月二十八号，不对，二十六号之前报县消防救援大队。",
            "登记表9月26日之前报县消防救援大队。",
        ),
        ("沙袋补到3000个，说错了，5000个。", "沙袋补到5000个。"),
        ("名单周三前，不对，周四前报来。", "名单9月18日（星期四）前报来。"),
        ("查出12家，不是小数目，要逐家过。", "查出12家，不是小数目，要逐家过。"),
        ("是3家，不是4家，都要停产。", "是3家，不是4家，都要停产。"),
    ],
)
def test_number_that_is_taken_back_at_once_goes(said: str, printed: str):
    assert tidy(said, GROUND) == printed


@pytest.mark.parametrize(
    "said",
    ["时间由你们定。", "市公安局要组织一次收网，时间由你们定。", "市公安局牵头查，人手由你们出。"],
)
def test_you_is_the_unit_named_before(said: str):
    printed = tidy(said, GROUND, ["市公安局"])
    assert "你们" not in printed
    assert "由市公安局" in printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("伤员救治由市卫健委负责，每天报一次。", "市卫健委负责伤员救治，每天报一次。"),
        ("未办手续的由市住建局负责。", "未办手续的由市住建局负责。"),
        ("市政府事故调查组由市应急管理局牵头。", "市政府事故调查组由市应急管理局牵头。"),
    ],
)
def test_actor_comes_first_unless_a_condition_or_a_body_stands_there(said: str, printed: str):
    assert front_actor(said) == printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("对危化企业进行排查，坚决杜绝类似事故发生。", "对危化企业进行排查。"),
        ("组织演练，确保9月底前全覆盖。", "组织演练，确保9月底前全覆盖。"),
        ("逐户上门，做到不留空白、不留盲区。", "逐户上门。"),
        ("确保万无一失。", "确保万无一失。"),
    ],
)
def test_tails_without_an_act_go_those_with_a_day_or_a_number_stay(said: str, printed: str):
    assert drop_tails(said) == printed


@pytest.mark.parametrize(
    ("said", "lead"),
    [
        ("要全面排查安全隐患，抓紧组织各行各业进行自查。", "全面排查安全隐患。"),
        ("列单，谁检查谁列，当天录入。", "列单。"),
        ("对排查出的隐患，逐件登记、对账销号，限期办结。", ""),
        ("要把别人的事故当作自己的事故，举一反三抓好整改。", ""),
    ],
)
def test_first_clause_becomes_a_heading_only_when_it_names_the_work(said: str, lead: str):
    assert split_lead(said)[0] == lead


@pytest.mark.parametrize(
    "said",
    ["散会后那件事谁来抓？", "我去看过，心里不好受。", "晚上我会不定时打电话。"],
)
def test_talk_that_no_paper_can_hold_gives_nothing(said: str):
    assert plan_words(Utterance(said, 0, len(said), "A"), GROUND) == ""


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("下个月十号之前过完。", "10月10日之前过完。"),
        ("这个月二十八号前报来。", "9月28日前报来。"),
        ("本月30日起执行。", "9月30日起执行。"),
        ("二十六号之前排出来。", "9月26日之前排出来。"),
        ("把下个月三号线的工地查一遍。", "把10月三号线的工地查一遍。"),
        ("三号泊位要加固。", "三号泊位要加固。"),
    ],
)
def test_day_of_a_month_that_is_said_in_words(said: str, printed: str):
    assert fix_days(said, DAY) == printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("第二个呢就是飞线，平安办带着网格员上楼去看。", "飞线，平安办带着网格员上楼去看。"),
        ("最后啊值班，党政办排个表。", "值班，党政办排个表。"),
        ("第三件事，各村要备足沙袋。", "各村要备足沙袋。"),
        ("第一责任人要到场。", "第一责任人要到场。"),
        ("第二天把情况报上来。", "第二天把情况报上来。"),
        ("看到飞线的当场剪掉，不对，不是剪掉，是当场拆除。", "看到飞线的当场拆除。"),
        ("先从城管借八个，借到十月底，行不行？", "先从城管借八个，借到十月底。"),
        ("3.3 信息中心要更换探测器。", "信息中心要更换探测器。"),
        ("下周三之前给我一个准话。", "9月24日（星期三）之前给韩某市长一个准话。"),
    ],
)
def test_how_a_speaker_counts_and_takes_back_stays_out(said: str, printed: str):
    assert tidy(said, GROUND) == printed


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("我下午去约谈三家公司的老总。", "韩某下午去约谈三家公司的老总。"),
        ("三声没人接，第二天到我办公室来说。", "三声没人接，第二天到韩某办公室来说。"),
        ("每周五下午我来调度。", "每周五下午韩某来调度。"),
        ("我国的标准要对照执行。", "我国的标准要对照执行。"),
        ("我心里不踏实，要再查一遍。", "我心里不踏实，要再查一遍。"),
    ],
)
def test_speaker_who_undertakes_something_is_named(said: str, printed: str):
    assert name_me(said, "韩某") == printed
