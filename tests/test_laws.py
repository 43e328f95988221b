"""Laws that hold for the whole: nothing goes outward, the same input gives the same bytes, offsets point at their text."""

from __future__ import annotations

import io
import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import docx
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tongzhi.check.repair import format_document as repair
from tongzhi.cli.main import run
from tongzhi.engine.template import Template
from tongzhi.extract.tasks import extract_tasks
from tongzhi.resources import corpus_path
from tongzhi.word.text import read_text

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


def test_chance_of_the_process_changes_no_byte(tmp_path: Path):
    """Sets of words come in another order in every process; nothing may follow that order."""
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        command = [sys.executable, "-m", "tongzhi", "demo", "-o", seed, *TODAY]
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    for path in sorted((tmp_path / "1").rglob("*.*")):
        found = {
            (tmp_path / seed / path.relative_to(tmp_path / "1")).read_bytes() for seed in ("1", "2", "3")
        }
        assert len(found) == 1, path.name


def test_nothing_is_left_behind_when_a_command_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "坏.yaml").write_text("标题: 关于\n会议时间: 2026-02-30 09:00\n", encoding="utf-8")
    assert run(["fill", "notice", "坏.yaml", *TODAY]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["坏.yaml"]


PIECES = st.sampled_from(
    ["各县区要在9月30日前完成隐患排查，", "市应急局牵头", "。", "！", "；", "\r\n", "\n", "“四个严禁”", "**", "一是危化企业。", "𠮷", "各級各部門要立即整改", " ", "　",
     "明天上午", "114家非煤矿山企业", "嗯那个", "2026-09-30", "\ufeff", "（", "）", "\t", "张某："]
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40).map("".join))
def test_offsets_point_at_their_text(text: str):
    tasks = extract_tasks(text)
    for task in tasks.tasks:
        assert text[task.source.start : task.source.end] == task.text
        for part in (*task.owners, *task.deadlines, *task.quantities):
            if part.source is not None and part.text:
                # a name over a line's end is told whole: the break inside it is not part of it
                shown = text[part.source.start : part.source.end]
                assert "".join(shown.split()) == "".join(part.text.split())
    spans = [(task.source.start, task.source.end) for task in tasks.tasks]
    assert spans == sorted(spans)
    json.dumps(tasks.to_json(), ensure_ascii=False)


WORDS = st.text(
    st.one_of(st.sampled_from("<>&\"'{}%#|\\"), st.characters(min_codepoint=0x4E00, max_codepoint=0x4FFF), st.sampled_from("𠮷😀　 a1")),
    min_size=1, max_size=30,
)  # fmt: skip


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(words=WORDS)
def test_render_escapes_whatever_a_value_holds(words: str, tmp_path: Path):
    paper = docx.Document()
    paper.add_paragraph("甲{{ 值 }}乙")
    paper.save(str(tmp_path / "t.docx"))
    made = Template(tmp_path / "t.docx").render({"值": words})
    assert made is not None
    assert read_text(made) == f"甲{words}乙"


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES.filter(lambda piece: not set(piece) & set("\r\n\ufeff")), min_size=1, max_size=12))
def test_format_keeps_the_text_and_is_stable(pieces: list[str]):
    paper = docx.Document()
    for piece in ("关于做好安全生产工作的通知", *pieces):
        paper.add_paragraph(piece)
    made = io.BytesIO()
    paper.save(made)
    once = repair(made.getvalue()).data
    assert bare(once) == bare(made.getvalue())
    assert repair(once).data == once


def bare(data: bytes) -> list[str]:
    """Give the paragraphs without outer blanks, empty ones left out."""
    return [
        line for each in docx.Document(io.BytesIO(data)).paragraphs if (line := each.text.strip(" \t\u3000"))
    ]


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.sampled_from(["青川县", "昭化区", "<县>", "../县", "a&b县", "𠮷县"]), min_size=1, max_size=5)
)
def test_ledger_never_loses_an_item(tmp_path_factory: pytest.TempPathFactory, counties: list[str]):
    folder = tmp_path_factory.mktemp("ledger")
    speech, tasks, db = folder / "s.txt", folder / "t.json", str(folder / "x.db")
    speech.write_text(
        "".join(f"{one}要在10月20日前完成第{at}项隐患排查整治。\n" for at, one in enumerate(counties)),
        encoding="utf-8",
    )
    assert run(["extract", str(speech), "-o", str(tasks), *TODAY]) == 0
    given = json.loads(tasks.read_text(encoding="utf-8"))["tasks"]
    for number in range(2):  # given twice, entered once
        assert run(["ledger", "import", str(tasks), "--db", db, *TODAY]) in ((0,) if given else (0, 2)), (
            number
        )
    if given:
        out = folder / "o.json"
        assert run(["ledger", "export", "--db", db, "-o", str(out), *TODAY]) == 0
        text = out.read_text(encoding="utf-8")
        assert all(json.dumps(task["text"], ensure_ascii=False)[1:-1] in text for task in given)


def test_batch_is_the_sum_of_its_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    rows = ["青川县,2026-10-30", "昭化区,2026-10-29", "朝天区,2026-10-28"]
    common = tmp_path / "公共.yaml"
    assert run(["new", "circular", "-o", "样.yaml", *TODAY]) == 0
    values = yaml.load(Path("样.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    values.pop("县区", None)
    common.write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
    for name, lines in (("全", rows), *((row[:3], [row]) for row in rows)):
        Path(f"{name}.csv").write_text("\n".join(["县区,整改时限", *lines]), encoding="utf-8")
        command = [
            "batch",
            "circular",
            f"{name}.csv",
            "--common",
            str(common),
            "-o",
            f"出{name}",
            "--name",
            "{县区}",
        ]
        assert run([*command, *TODAY]) == 0
    for row in rows:
        county = row[:3]
        assert Path(f"出全/{county}.docx").read_bytes() == Path(f"出{county}/{county}.docx").read_bytes()
