"""The last word counts: days and orders corrected or taken back later in the same text, answers that are accepted."""

from __future__ import annotations

from datetime import date

import pytest
from tests.extract.conftest import Told

from tongzhi.extract.classify import read_text
from tongzhi.extract.corrections import find_last_words
from tongzhi.extract.slots import find_slots
from tongzhi.extract.tasks import extract_tasks

DAY = date(2026, 11, 30)

IN_ONE = [
    ("请各科室周三前把自查表报到办公室，不对，是下周三前报。", "周三前", date(2026, 12, 9)),
    ("验收放在12月5日，说错了，是12月8日，各工区准备好。", "12月5日", date(2026, 12, 8)),
    ("演练时间由12月3日改到12月10日，保卫处通知到各班。", "12月3日", date(2026, 12, 10)),
    ("施工队12月5日拆完围挡，不，12月4日就拆完。", "12月5日", date(2026, 12, 4)),
    ("监理组12月8日验收，不是8日，是18日验收。", "12月8日", date(2026, 12, 18)),
]


@pytest.mark.parametrize(("text", "old", "day"), IN_ONE)
def test_later_day_of_a_sentence_counts(text: str, old: str, day: date, told: Told):
    task = told(text, day=DAY)[0]
    assert task.deadlines[0].date == day
    assert task.replaces is not None
    assert task.replaces.text == old
    assert text[task.replaces.source.start : task.replaces.source.end] == old
    assert old not in [one.text for one in task.deadlines]


LATER = [
    ("各科室12月5日前把自查表报到综合科。\n哦，说错了，改到十二月三十号。", "12月5日前", date(2026, 12, 30)),
    (
        "后勤处月底前更换全部灭火器。\n保卫处每周检查一次宿舍。\n刚才说的灭火器更换提前到12月10日。",
        "月底前", date(2026, 12, 10),
    ),
    ("各渡口12月4日前完成缆绳检测。\n不对，是下周五前。", "12月4日前", date(2026, 12, 11)),
    # why the first day is none stands before the second
    ("各组12月4日前把报表交上来。\n哦，4号来不及，推到12月15日前。", "12月4日前", date(2026, 12, 15)),
    ("各队12月8日前写完小结。\n太赶了，顺延到12月10日前。", "12月8日前", date(2026, 12, 10)),
    ("培训安排在12月2日。\n时间变一下，12月3日培训。", "12月2日", date(2026, 12, 3)),
    # 算了 with a day takes nothing back
    ("各所本周日前建好台账。\n算了，下周二之前建好就行。", "本周日前", date(2026, 12, 8)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "old", "day"), LATER)
def test_day_corrected_in_a_later_sentence_counts_once(text: str, old: str, day: date, told: Told):
    tasks = told(text, day=DAY)
    first = tasks[0]
    assert first.deadlines[0].date == day
    assert first.replaces is not None
    assert first.replaces.text == old
    assert not any("改到" in task.text or "不对" in task.text or "提前到" in task.text for task in tasks)


def test_order_given_anew_replaces_the_first(told: Told):
    tasks = told("养护公司清理桥下堆积物。\n不对，桥下堆积物由路政大队组织清理。", day=DAY)
    (task,) = tasks
    assert [owner.text for owner in task.owners] == ["路政大队"]
    assert task.replaces is not None
    assert task.replaces.text.strip() == "养护公司清理桥下堆积物。"


TAKEN_BACK = [
    ("各车间今天下班前上报设备清单。\n算了，清单不用报了，设备部自己有。", "各车间今天下班前上报设备清单。"),
    ("请工程部明天组织一次夜查。\n各班组要清理油污。\n夜查先不搞了，等通知。", "请工程部明天组织一次夜查。"),
    ("请安委办会后把通报印发下去。\n这一条作废。", "请安委办会后把通报印发下去。"),
]


@pytest.mark.parametrize(("text", "order"), TAKEN_BACK)
def test_order_taken_back_is_not_listed_but_told(text: str, order: str, told: Told):
    assert order not in [task.text.strip() for task in told(text, day=DAY)]
    found = extract_tasks(text, meeting_date=DAY)
    assert order not in [task.text.strip() for task in found.tasks]


def test_withdrawn_order_stands_in_what_is_open():
    found = extract_tasks("请工程部明天组织一次夜查。\n夜查先不搞了，等通知。", meeting_date=DAY)
    (item,) = found.open
    assert (item.kind, item.text) == ("withdrawn", "请工程部明天组织一次夜查。")


KEPT = [
    "市教育局12月5日前完成校车检查，月底前报结果。",
    "不要再搞形式主义了。\n各单位12月5日前报送总结。",
    "停业整改到位前不得开业，12月5日前逐户复查。",
    "平时每2小时报告一次，台风登陆前后改为每小时一报。",
    "信息填写不对的当天退回，12月5日前补齐。",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_corrects_nothing_changes_nothing(text: str, told: Told):
    tasks = told(text, day=DAY)
    assert all(task.replaces is None for task in tasks)
    assert extract_tasks(text, meeting_date=DAY).open == ()


def _accepted(text: str, orders: set[int]) -> dict[int, list[str]]:
    reading = read_text(text)
    verdicts = ["action" if at in orders else "none" for at in range(len(reading.lines))]
    slots = find_slots(reading, verdicts, DAY)  # type: ignore[arg-type]
    last = find_last_words(reading, verdicts, slots, DAY)  # type: ignore[arg-type]
    return {at: [one.text for one in days] for at, days in last.deadlines.items()}


@pytest.mark.parametrize("accepted", ["好，记下来。", "那就十二号。", "行，就这么定。"])
def test_accepted_answer_is_the_deadline(accepted: str):
    text = f"隔离栏必须全部换新。\n什么时候能换完？\n（养护公司经理：十二月十二号。）\n{accepted}"
    assert list(_accepted(text, {0})) == [0]


@pytest.mark.parametrize("answer", ["不行，太晚了。", "再研究一下。"])
def test_answer_that_is_not_accepted_is_none(answer: str):
    text = f"隔离栏必须全部换新。\n什么时候能换完？\n（养护公司经理：十二月十二号。）\n{answer}"
    assert _accepted(text, {0}) == {}


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "周主任：月底前请把名单报上来，可以吗？\n赵科长：可以，我明天报。",
            [("我", ("赵科长",), "context")],
        ),
        ("王局长：下周三之前能不能把方案交来？\n孙处长：好的，我们交。", [("我们", (), "context")]),
        # no promise: nobody owns it
        ("王局长：下周三之前能不能把方案交来？\n孙处长：好的，我觉得有点紧。", []),
        ("王局长：下周三之前能不能把方案交来？\n孙处长：这个有难度，我再看看。", []),
        # one's own answer to one's own question is none
        ("王局长：下周三之前能不能把方案交来？\n王局长：好，我说下一件。", []),
    ],
)
def test_a_request_that_somebody_else_accepts_is_theirs(text, owners):
    tasks = extract_tasks(text, meeting_date=date(2026, 3, 2)).tasks
    asked = next(task for task in tasks if "吗" in task.text or "能不能" in task.text)
    assert [(owner.text, owner.names, owner.origin) for owner in asked.owners] == owners


@pytest.mark.parametrize(
    "text",
    [
        "上次让信息中心做的看板，算了，不做了。",
        "各车间再交一份自查报告，我看算了吧。",
        "请办公室组织一次演练，取消。",
    ],
)
def test_order_that_its_own_sentence_takes_back_is_none(text: str, told):
    assert told(text) == []


def test_order_that_its_own_sentence_changes_stays(told):
    assert len(told("请办公室组织一次演练，算了，改成请保卫科组织。")) == 1
