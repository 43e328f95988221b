from __future__ import annotations

from pathlib import Path

import pytest

from tongzhi.cli.main import run
from tongzhi.word.text import read_text
from tongzhi.zh.transcript import DOUBT, NOTICE

RAW = "嗯 那个 我们我们先看仓库 注建局要去 第二看门口\n00:01:05 说话人2：好\n"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    Path("转写.txt").write_text(RAW, encoding="utf-8")


def test_the_screen_shows_raw_and_tidy(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tidy", "转写.txt"]) == 0
    captured = capsys.readouterr()
    assert NOTICE in captured.out
    assert "原：嗯 那个 我们我们先看仓库 注建局要去 第二看门口" in captured.out
    assert f"整：我们先看仓库，注建局{DOUBT}要去。第二看门口" in captured.out
    assert "说话人2：好。" in captured.out
    assert "1 处" in captured.err


@pytest.mark.parametrize("name", ["稿.docx", "稿.md", "稿.txt"])
def test_each_form_has_notice_raw_and_tidy(name: str) -> None:
    assert run(["tidy", "转写.txt", "-o", name]) == 0
    data = Path(name).read_bytes()
    text = read_text(data) if name.endswith("docx") else data.decode()
    for words in (NOTICE, "嗯 那个 我们我们", "我们先看仓库，", DOUBT):
        assert words in text


def test_subtitles_keep_their_times() -> None:
    Path("会.srt").write_text("1\n00:01:02,000 --> 00:01:05,000\n嗯 月底前看完\n", encoding="utf-8")
    assert run(["tidy", "会.srt", "-o", "稿.docx"]) == 0
    assert "00:01:02.000" in read_text(Path("稿.docx").read_bytes())


def test_another_ending_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tidy", "转写.txt", "-o", "稿.xlsx"]) == 2
    assert ".docx" in capsys.readouterr().err


def test_wrong_ending_is_answered_with_what_tidy_can_do(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("要加强检查", encoding="utf-8")
    assert run(["tidy", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.pdf")]) == 2
    said = capsys.readouterr().err
    assert ".docx .md .txt" in said
    assert "--format" not in said
