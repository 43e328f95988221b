"""Manners of other machines, by simulation: consoles, held files, signals, names, Windows."""

from __future__ import annotations

import ast
import errno
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import tongzhi
from tongzhi.cli.main import COMMANDS, run

from .conftest import Call

SOURCE = Path(tongzhi.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))


def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 11))
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _leans_on_locale(node: ast.Call) -> bool:
    """Tell a call that reads or writes text in whatever charset the machine has."""
    if any(each.arg == "encoding" for each in node.keywords):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    words = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
    match name, isinstance(node.func, ast.Attribute):
        case "read_text", True:
            return not node.args
        case "write_text", True:
            return len(node.args) == 1
        case "open", False:
            return not any("b" in word for word in words)
        case "open", True:
            # opens of a zip name a part first; of a path, the mode
            return not node.args or (
                bool(words) and ast.unparse(node.args[0]) == repr(words[0]) and set(words[0]) <= set("rwxat+")
            )
    return False


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_leans_on_the_locale_or_on_one_system(path: Path):
    for node in _calls(path):
        assert not _leans_on_locale(node), f"{path.name}:{node.lineno} {ast.unparse(node)}"
    text = path.read_text(encoding="utf-8")
    for unix in re.finditer(r"^import (fcntl|pwd|grp|resource|termios)\b", text, re.MULTILINE):
        raise AssertionError(f"{path.name}: {unix[0]} stops Windows at the import")


def test_file_held_open_by_word_is_told_and_stays(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    held = desk / "出.docx"
    held.write_bytes(b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "The process cannot access the file", str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    outcome = call("fill", "notice", "通知.yaml", "-o", held.name, "--force")
    assert outcome.code == 2
    assert "请先关闭 Word 中的该文件" in outcome.err
    assert held.read_bytes() == b"old"
    assert not list(desk.glob(".tongzhi*"))


def test_unreadable_file_is_told(desk: Path, call: Call, monkeypatch: pytest.MonkeyPatch):
    def refuse(self: Path) -> bytes:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    for command in (["fill", "notice", "通知.yaml"], ["extract", "讲话.txt"], ["keywords", "讲话.txt"]):
        outcome = call(*command)
        assert outcome.code == 2
        assert command[-1] in outcome.err
        assert "权限" in outcome.err


@pytest.mark.parametrize("name", ["没有.txt", ".", "没有/这.txt", "名 字\n换行.txt", "x" * 300 + ".txt"])
@pytest.mark.parametrize(
    "command", [["extract"], ["tidy"], ["keywords"], ["fill", "notice"], ["check"], ["format"]]
)
def test_missing_files_folders_and_odd_names_are_told(command: list[str], name: str, desk: Path, call: Call):
    before = sorted(path.name for path in desk.iterdir())
    outcome = call(*command, name)
    if (command[0], name) not in (("check", "."), ("format", "."), ("extract", "."), ("tidy", ".")):
        assert outcome.code == 2
        assert sorted(path.name for path in desk.iterdir()) == before


def test_names_with_blanks_and_leading_dashes_and_links_are_read(desk: Path, call: Call):
    text = (desk / "讲话.txt").read_bytes()
    for name in ("我 的 讲话.txt", "-讲话.txt", "讲话\u3000𠮷.txt"):
        (desk / name).write_bytes(text)
        outcome = (
            call("extract", "-o", f"{name}.json", "--", name) if name[0] == "-" else call("extract", name)
        )
        assert outcome.code in (0, 2), outcome.err
    assert call("extract", "./-讲话.txt").code == 0
    (desk / "链接.txt").symlink_to("讲话.txt")
    (desk / "断了.txt").symlink_to("没有.txt")
    (desk / "绕圈.txt").symlink_to("绕圈.txt")
    assert call("extract", "链接.txt").code == 0
    assert call("extract", "断了.txt").code == 2
    assert call("extract", "绕圈.txt").code == 2


def test_output_is_not_written_through_a_link(desk: Path, call: Call):
    outside = desk.parent / "外面.json"
    outside.write_bytes(b"old")
    (desk / "出.json").symlink_to(outside)
    assert call("extract", "讲话.txt", "-o", "出.json").code == 2
    assert outside.read_bytes() == b"old"


def test_device_is_neither_read_nor_replaced(desk: Path, call: Call):
    for command in (
        ["extract", os.devnull],
        ["fill", "notice", "通知.yaml", "-o", os.devnull, "--force"],
        ["batch", "circular", os.devnull],
    ):
        outcome = call(*command)
        assert outcome.code == 2
        assert "这是设备" in outcome.err
        assert os.devnull in outcome.err


@pytest.mark.parametrize(
    "command",
    [
        ["batch", "circular", "名册.csv"],
        ["draft", "讲话.txt", "--meeting", "会议.yaml"],
        ["demo"],
        ["seats", "汇总.xlsx"],
        ["feedback", "split", "任务.json"],
    ],
)
def test_many_files_go_into_a_folder_only(command: list[str], desk: Path, call: Call):
    before = sorted(desk.rglob("*"))
    for target in ("-", "讲话.txt"):
        outcome = call(*command, "-o", target)
        assert outcome.code == 2
        assert "用 -o 写明文件夹" in outcome.err
        assert sorted(desk.rglob("*")) == before


EVIL = [
    "../出界",
    "..\\出界",
    "C:\\出界",
    "/tmp/出界",
    "CON",
    "县\n区",
    "a" * 400,
    "<县>",
    "县.",
    " 县 ",
    "𠮷县",
    "😀县",
]


def test_names_of_counties_lead_out_of_no_folder(desk: Path, call: Call):
    rows = "\n".join(f'"{name}",台账不全,2026-09-30' for name in EVIL)
    (desk / "恶.csv").write_text(f"县区,存在问题,整改时限\n{rows}\n", encoding="utf-8")
    outcome = call(
        "batch", "circular", "恶.csv", "--common", "公共.yaml", "-o", "出", "--name", "{县区}", "--zip"
    )
    assert outcome.code in (0, 1, 2), outcome.err
    assert not list(desk.parent.glob("*出界*"))
    assert not list(desk.glob("*出界*"))
    for path in (desk / "出").rglob("*") if (desk / "出").exists() else ():
        assert not re.search(r'[<>:"\\|?*\x00-\x1f]', path.name)
        assert len(path.name.encode()) < 255
        assert path.stem.upper() != "CON"
        assert not path.stem.endswith((".", " "))


def _start(*arguments: str, **more: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tongzhi", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **more},
    )


def test_console_of_another_charset_shows_what_it_can(desk: Path):
    (desk / "讲话.txt").write_text("各县区要在9月30日前完成𠮷镇😀隐患排查整治。\n", encoding="utf-8")
    for command in (["extract", "讲话.txt"], ["types"], ["fill", "notice", "𠮷.yaml"], ["--help"]):
        done = _start(*command, PYTHONIOENCODING="gbk", PYTHONUTF8="0")
        out, err = done.communicate(timeout=60)
        assert done.returncode in (0, 2)
        assert b"Traceback" not in err, err
        # a result goes into a pipe as the bytes it is; what is said goes in the console's own charset
        (err if command[0] == "extract" else out + err).decode("gbk")
        assert b"\x1b[" not in out + err


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("command", ["extract", "batch"])
def test_stopped_command_leaves_nothing_half_made(
    number: signal.Signals, code: int, command: str, desk: Path
):
    if command == "extract":
        (desk / "讲话.txt").write_text(
            "各县区要在9月30日前完成隐患排查整治，市应急局牵头。\n" * 9000, encoding="utf-8"
        )
        arguments = ["extract", "讲话.txt", "-o", "出.json"]
    else:
        rows = "\n".join(f"县{at},台账不全,2026-09-30" for at in range(6000))
        (desk / "名册.csv").write_text(f"县区,存在问题,整改时限\n{rows}\n", encoding="utf-8")
        arguments = ["batch", "circular", "名册.csv", "--common", "公共.yaml", "-o", "出", "--jobs", "2"]
    started = _start(*arguments)
    time.sleep(2.5)
    started.send_signal(number)
    _, err = started.communicate(timeout=60)
    assert started.returncode == code, err.decode()
    assert b"Traceback" not in err, err.decode()
    assert not [path for path in desk.rglob("*") if ".tmp" in path.name]
    assert not (desk / "出.json").exists()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_script_is_given(shell: str, call: Call):
    outcome = call("completion", shell)
    assert outcome.code == 0
    assert "_TONGZHI_COMPLETE" in outcome.out
    assert "重开终端" in outcome.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_and_near_misses_are_offered(
    name: str, capsys: pytest.CaptureFixture[str]
):
    run([name, "--help"])
    said = capsys.readouterr().out
    assert f"tongzhi {name}" in said.split("用法：", 1)[1].split("\n", 1)[1] or "命令" in said
    assert run([name[:-1] + "x"]) == 2
    assert "没有命令" in capsys.readouterr().err


def test_debug_shows_the_technical_side(desk: Path):
    done = _start("extract", "没有.txt", "--debug")
    _, err = done.communicate(timeout=60)
    assert done.returncode == 2
    assert b"Traceback" in err
    assert "没有.txt" in err.decode().splitlines()[-1]
