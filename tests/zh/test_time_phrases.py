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
