"""Laws that hold for the whole: nothing goes outward, the same input gives the same bytes, offsets point at their text."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.cli.main import run
from tongzhi.extract.tasks import extract_tasks
from tongzhi.resources import corpus_path

SAMPLE = corpus_path("samples/city.txt")
MEETING = corpus_path("samples/city-meeting.yaml")
COUNTIES = corpus_path("samples/counties.csv")
TODAY = ["--today", "2026-09-17"]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise AssertionError("a connection outward was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


COMMANDS = [
    ["types"],
    ["types", "notice", "--schema"],
    ["new", "notice", "-o", "通知.yaml"],
    ["fill", "notice", "通知.yaml", "-o", "通知.docx"],
    ["fill", "notice", "通知.yaml", "--text"],
    ["new", "notice", "--from", "通知.docx", "-o", "再来.yaml"],
    ["extract", str(SAMPLE), "-o", "任务清单.xlsx"],
    ["extract", str(SAMPLE), "--format", "json", "-o", "任务清单.json"],
    ["keywords", str(SAMPLE)],
    ["tidy", str(SAMPLE), "-o", "整理稿.docx"],
    ["draft", str(SAMPLE), "--meeting", str(MEETING), "--roster", str(COUNTIES), "-o", "会后"],
    ["batch", "circular", str(COUNTIES), "--dry-run"],
    ["check", "通知.docx"],
    ["format", "通知.docx", "-o", "排好.docx"],
    ["template", "vars", "通知.docx"],
    ["ledger", "import", "任务清单.json"],
    ["ledger", "list"],
    ["ledger", "stats"],
    ["feedback", "split", "任务清单.xlsx", "-o", "反馈表"],
    ["doctor"],
]


def test_no_command_opens_a_connection(
    no_network: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    for command in COMMANDS:
        code = run([*command, *TODAY])
        caught = capsys.readouterr()
        assert "内部出错" not in caught.err, (command, caught.err)
        assert code in (0, 1) or command[0] == "batch", (command, code, caught.err)


def test_same_input_gives_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for name in ("一", "二"):
        assert run(["demo", "-o", str(tmp_path / name), *TODAY]) == 0
    first = sorted(
        path.relative_to(tmp_path / "一") for path in (tmp_path / "一").rglob("*") if path.is_file()
    )
    assert len(first) > 20
    for path in first:
        assert (tmp_path / "一" / path).read_bytes() == (tmp_path / "二" / path).read_bytes(), path


def test_nothing_is_left_behind_when_a_command_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "坏.yaml").write_text("标题: 关于\n会议时间: 2026-02-30 09:00\n", encoding="utf-8")
    assert run(["fill", "notice", "坏.yaml", *TODAY]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["坏.yaml"]


PIECES = st.sampled_from(
    ["各县区要在9月30日前完成隐患排查，", "市应急局牵头", "。", "！", "；", "\r\n", "\n", "“四个严禁”", "**", "一是危化企业。", "𠮷", "各級各部門要立即整改", " ", "　",
     "明天上午", "114家非煤矿山企业", "嗯那个", "2026-09-30", "\ufeff", "（", "）", "\t", "张某："]
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_point_at_their_text(text: str):
    tasks = extract_tasks(text)
    for task in tasks.tasks:
        assert text[task.source.start : task.source.end] == task.text
        for part in (*task.owners, *task.deadlines, *task.quantities):
            if part.source is not None and part.text:
                assert text[part.source.start : part.source.end] == part.text
    spans = [(task.source.start, task.source.end) for task in tasks.tasks]
    assert spans == sorted(spans)
    json.dumps(tasks.to_json(), ensure_ascii=False)
