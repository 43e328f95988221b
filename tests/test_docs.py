"""The manual is true: generated pages are current, every command line in it is one, every link leads somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import struct
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import click
import pytest

from tongzhi.cli.main import COMMANDS, run, top

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(
    path
    for path in [*DOCS.rglob("*.md"), ROOT / "README.md"]
    if "reference" not in path.relative_to(ROOT).parts
)


SLIP = "dmeo"
"""A command with a slip, by which a page shows what is answered."""


def load(path: Path) -> ModuleType:
    sys.path.insert(0, str(path.parent))
    try:
        spec = importlib.util.spec_from_file_location(path.stem, path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(path.parent))
    return module


def test_reference_pages_are_current():
    pages = load(DOCS / "make_reference.py").pages()
    found = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "reference").glob("*.md")}
    stale = sorted(name for name in pages.keys() | found.keys() if pages.get(name) != found.get(name))
    assert not stale, "运行 python docs/make_reference.py"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_and_picture_leads_to_a_file(page: Path):
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not target.startswith(("http:", "https:", "mailto:", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), target


def command_lines() -> list[tuple[str, str]]:
    found = []
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        lines = [line.strip() for line in text.splitlines() if line.strip().startswith("tongzhi ")]
        lines += re.findall(r"`(tongzhi [^`]+)`", text)
        found += [(page.name, line.split("  ")[0].partition("；")[0]) for line in lines]
    return sorted(set(found))


@pytest.mark.parametrize(("page", "line"), command_lines())
def test_every_command_line_of_the_manual_is_one(page: str, line: str):
    """Its command, its inner command and its options are there."""
    words = shlex.split(line.replace("…", ""))[1:]
    if words[:1] == [SLIP]:
        return
    if not words or words[0] not in COMMANDS:
        assert words[:1] in ([], ["--help"], ["--version"]), line
        return
    command = top.get_command(click.Context(top), words[0])
    assert command is not None
    if isinstance(command, click.Group) and len(words) > 1 and not words[1].startswith("-"):
        inner = command.get_command(click.Context(command), words[1])
        assert inner is not None, line
        command = inner
    known = {
        name
        for param in command.get_params(click.Context(command))
        for name in (*param.opts, *param.secondary_opts)
    }
    for word in words[1:]:
        if word.startswith("-") and word != "-":
            assert word.partition("=")[0] in known, word


def test_every_command_stands_in_the_reference():
    text = (DOCS / "reference" / "commands.md").read_text(encoding="utf-8")
    for name in COMMANDS:
        assert f"\n## tongzhi {name}\n" in text


def test_every_page_of_the_manual_is_in_its_contents():
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for page in PAGES:
        if page.is_relative_to(DOCS):
            assert page.relative_to(DOCS).as_posix() in text


@pytest.mark.parametrize("name", ["notice", "plan", "task-table", "circular"])
def test_pictures_of_the_readme_are_600_pixels_wide_and_small(name: str):
    data = (DOCS / "pictures" / f"{name}.png").read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">I", data[16:20]) == (600,)
    assert len(data) < 100_000


def test_manual_builds_without_a_warning(tmp_path: Path):
    if importlib.util.find_spec("mkdocs") is None or importlib.util.find_spec("material") is None:
        pytest.skip('没有装 mkdocs-material（pip install ".[docs]"）')
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr


def test_nothing_of_the_manual_names_a_machine_path_or_a_package_host():
    for path in [*PAGES, ROOT / "SECURITY.md", *(ROOT / "kit").rglob("*.*")]:
        if path.suffix in (".md", ".py", ".sh", ".txt", ".bat"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/home/\w|/tmp/|/work/|C:\\Users|pypi|mirrors\.", text), path


def test_every_task_of_make_runs_something_that_is_there_and_is_told():
    make = load(DOCS.parent / "make.py")
    told = (DOCS.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for name, (what, commands) in make.TASKS.items():
        assert f"`{name}`" in told or f"make.py {name}" in told, name
        assert what
        for command in commands:
            assert command[0] == "-m" or (DOCS.parent / command[0]).is_file(), command
    benchmarks = {command[0] for command in make.TASKS["bench"][1]}
    assert benchmarks >= {
        f"benchmarks/{name}.py" for name in ("batch", "fill", "extract", "ledger", "content")
    }


def test_make_says_what_there_is_and_stops_at_the_first_failure(capsys, monkeypatch):
    make = load(DOCS.parent / "make.py")
    assert make.main([]) == 0
    assert "gate" in capsys.readouterr().out
    assert make.main(["gaet"]) == 2
    ran = []
    monkeypatch.setattr(
        make.subprocess,
        "run",
        lambda command, **_: ran.append(command) or type("Done", (), {"returncode": 3}),
    )
    assert make.main(["gate", "full"]) == 3
    assert len(ran) == 1


def test_the_first_ten_minutes_run_as_they_are_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", "2026-09-16")
    monkeypatch.setattr("tongzhi.read.profile.settings_folder", lambda: tmp_path / "none")
    page = (DOCS / "first.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```text\n(.*?)```", page, flags=re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines() if not line.startswith("tongzhi serve")]
    assert len(lines) >= 9
    for line in lines:
        assert run(shlex.split(line)[1:]) == 0, line
    assert (tmp_path / "会后" / "定稿单.xlsx").is_file()
    assert (tmp_path / "整改台账.db").is_file()
