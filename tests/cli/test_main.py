from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tongzhi.__main__ import main
from tongzhi.cli.main import COMMANDS, WELCOME, run

HEAVY = {"jieba", "docx", "openpyxl", "lxml", "sqlalchemy", "flask", "pydantic", "yaml", "jinja2"}


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sorted(sys.modules))"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    return {name.split(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_help_imports_no_heavy_library():
    assert not HEAVY & modules_after("from tongzhi.cli.main import run\nrun(['--help'])")


def test_public_names_are_imported_when_used():
    assert not HEAVY & modules_after("import tongzhi\nassert 'Template' in dir(tongzhi)")


def test_without_a_command_says_in_ten_lines_what_to_type_first(capsys: pytest.CaptureFixture[str]):
    assert run([]) == 0
    out = capsys.readouterr().out
    assert out.strip() == WELCOME
    assert len(out.strip().splitlines()) <= 11
    assert "tongzhi demo" in out


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (["dmeo"], "是不是 demo"),
        (["fill"], "缺少数据文件"),
        (["fill", "notice", "x.yaml", "--confrm"], "是不是 --confirm"),
        (["fill", "notice", "x.yaml", "--head", "红"], "套红、留白、无"),
        (["fill", "notice", "x.yaml", "y.yaml"], "y.yaml"),
        (["fill", "notice", "x.yaml", "-o"], "缺少值"),
        (["doctor", "--today", "2020-02-30"], "2020-02-30"),
        (["--nope"], "没有选项 --nope"),
        (["extract", ""], "讲话… 是空的"),
        (["fill", "notice", "x.yaml", "-o", " "], "--output 是空的"),
        (["batch", "circular", "x.csv", "--jobs", "999"], "不大于 256"),
        (["fill", "notice", "x.yaml", "--head", "绿"], "“绿”不能用"),
        (["batch", "circular", "x.csv", "--jobs", "两个"], "“两个”不能用"),
        (["fill", "profile", "x.yaml"], "不是公文"),
    ],
)
def test_wrong_call_is_explained_in_chinese(call: list[str], says: str, capsys: pytest.CaptureFixture[str]):
    assert run(call) == 2
    caught = capsys.readouterr()
    assert caught.out == ""
    assert says in caught.err
    assert "错误：" in caught.err
    assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", caught.err)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_chinese_help(name: str, capsys: pytest.CaptureFixture[str]):
    assert run([name, "--help"]) == 0
    out = capsys.readouterr().out
    assert "用法：" in out
    assert "显示这份说明" in out
    assert not re.search(r"Usage|Options|Commands|Show this message|OPTIONS|ARGS|default:", out)


def test_the_shell_completes_names_of_files(monkeypatch, capsys):
    monkeypatch.setenv("_TONGZHI_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "tongzhi extract ")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().out.strip() == "file,"


def test_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    from tongzhi import __version__

    assert run(["--version"]) == 0
    assert capsys.readouterr().out.strip() == f"tongzhi {__version__}"


def test_debug_shows_where_an_error_comes_from(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["fill", "notice", "没有.yaml", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err
    assert run(["fill", "notice", "没有.yaml"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_fault_of_our_own_has_a_trace_only_when_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise KeyError("x")

    monkeypatch.setattr("tongzhi.cli.doctor.diagnose", fail)
    assert run(["doctor"]) == 2
    assert "程序内部出错（KeyError）" in capsys.readouterr().err
    assert run(["doctor", "--debug"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_name_with_a_null_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["extract", "讲话\0.txt"]) == 2
    assert "有空字符" in capsys.readouterr().err


def test_cell_too_long_for_the_console_is_cut_at_its_width() -> None:
    from tongzhi.cli.grid import clip, width

    for cells in range(2, 12):
        cut = clip("尾矿库A区排查整治", cells)
        assert width(cut) <= cells
        assert cut.endswith("…")
    assert clip("尾矿库\n排查", 20) == "尾矿库 排查"
