"""The shipped samples are whole: each speech can be read, has tasks with days, and its meeting file fits."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from tongzhi.extract.tasks import extract_tasks
from tongzhi.papers.meeting import Meeting
from tongzhi.read.data import read_data
from tongzhi.read.roster import read_roster
from tongzhi.read.speech import read_speech
from tongzhi.read.validate import validate
from tongzhi.resources import corpus_path

SPEECHES = ("city", "county", "enterprise", "asr")


def meeting(name: str) -> Meeting:
    path = corpus_path(f"samples/{name}-meeting.yaml")
    return validate(Meeting, read_data(path), date(2026, 9, 1)).document


@pytest.mark.parametrize("name", SPEECHES)
def test_speech_has_length_and_datable_tasks(name: str) -> None:
    speech = read_speech(corpus_path(f"samples/{name}.txt"))
    held = meeting(name).start
    assert isinstance(held, datetime)
    assert 750 <= len(speech.text) <= 2000
    assert speech.meeting_date in (None, held.date())
    tasks = extract_tasks(speech.text, meeting_date=held.date())
    assert len(tasks.actions) >= 8
    assert sum(any(one.date for one in task.deadlines) for task in tasks.actions) >= 4


def test_the_roster_has_twelve_counties() -> None:
    rows = read_roster(corpus_path("samples/counties.csv")).rows
    assert len({row.values["县区"] for row in rows}) == 12


def test_samples_share_no_sentence_with_texts_kept_elsewhere() -> None:
    beside = Path(__file__).resolve().parents[2] / "shared" / "data" / "speeches"
    if not beside.is_dir():
        pytest.skip("no other texts here")
    others = "".join(path.read_text(encoding="utf-8") for path in beside.glob("*.txt"))
    for name in SPEECHES:
        text = corpus_path(f"samples/{name}.txt").read_text(encoding="utf-8")
        shared = [line for line in text.replace("。", "\n").split("\n") if len(line) > 14 and line in others]
        assert shared == []
