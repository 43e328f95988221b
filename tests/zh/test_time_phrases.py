"""What some four hundred time phrases mean, each in a sentence; the meeting is on Friday 2026-11-20."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tongzhi.zh.dates import find_phrases

DAY = date(2026, 11, 20)
ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("time_phrases.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#") and line.split("\t")[1] != "none"
]


@pytest.mark.parametrize(("words", "kind", "day"), ROWS)
@pytest.mark.parametrize("frame", ["各镇要在{}完成水闸排查。", "县水利局负责，{}，把水闸查完。"])
def test_phrase_means_its_day_and_nothing_else(frame: str, words: str, kind: str, day: str) -> None:
    text = frame.format(words)
    at = text.index(words)
    found = [one for one in find_phrases(text, DAY) if one.start < at + len(words) and one.end > at]
    assert [text[one.start : one.end] for one in found] == [words]
    assert (found[0].kind, str(found[0].day or "-")) == (kind, day)


def test_the_table_is_large() -> None:
    assert len(ROWS) >= 300


@pytest.mark.parametrize(
    "text",
    [
        "1/3的企业没有报表",
        "合格率占3/8",
        "完成不到2/5",
        "住在十六号楼的先搬",
        "3号线晚上停运",
        "对七号机组检修",
        "12/5的比例偏高",
        "见附件二号，照此办理",
    ],
)
def test_shares_and_numbers_of_things_are_no_days(text: str) -> None:
    assert [text[one.start : one.end] for one in find_phrases(text, DAY) if one.day] == []


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("请公安去租，二十二号到场", "二十二号", "2026-11-22"),
        ("表格三十号报上来", "三十号", "2026-11-30"),
        ("新系统就5号上线", "5号", "2026-12-05"),
        ("寝具9/6发放，12/5请厂商来量", "12/5", "2026-12-05"),
    ],
)
def test_a_bare_day_is_one_where_what_is_done_on_it_follows(text: str, words: str, day: str) -> None:
    found = {text[one.start : one.end]: str(one.day) for one in find_phrases(text, DAY)}
    assert found.get(words) == day
