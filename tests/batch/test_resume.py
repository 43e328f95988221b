"""Whatever ends a batch, `--resume` brings it to the same end."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from tongzhi.batch import maker as making
from tongzhi.batch.folder import LOCK, STATE, BatchFolder
from tongzhi.batch.order import carry_out, plan_order
from tongzhi.batch.results import NAME
from tongzhi.errors import InputError
from tongzhi.word.text import read_text

from .conftest import COMMON, documents, names_in, rows, write_roster


def everything(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in folder.glob("*.docx")}


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_batch_killed_at_twenty_instants_ends_whole_and_makes_nothing_twice(tmp_path):
    count = 200
    roster = write_roster(tmp_path / "名册.xlsx", *rows(count))
    common = tmp_path / "公共.yaml"
    common.write_text("\n".join(f"{key}: {value}" for key, value in COMMON.items()), encoding="utf-8")
    out = tmp_path / "out"

    def command(folder, *more):
        return [
            sys.executable, "-m", "tongzhi", "batch", "circular", str(roster), "-o", str(folder), "--common", str(common),
            "--today", "2026-11-23", *more,
        ]  # fmt: skip

    environment = {**os.environ, "XDG_CONFIG_HOME": str(tmp_path)}
    chance = random.Random(7)
    made: dict[str, tuple[int, int]] = {}
    for number in range(20):
        process = subprocess.Popen(
            command(out, "--resume", "--jobs", str(1 + number % 2)),
            stderr=subprocess.DEVNULL,
            env=environment,
            cwd=tmp_path,
        )
        wanted, until = len(made) + chance.randrange(0, 10), time.monotonic() + 20
        while process.poll() is None and time.monotonic() < until:
            if out.is_dir() and sum(name.endswith(".docx") for name in names_in(out)) > wanted:
                break
            time.sleep(0.002)
        process.send_signal(signal.SIGKILL)
        assert process.wait() in (-signal.SIGKILL, 0), "a killed run keeps no later one out"
        now = stamps(out)
        assert {name: now.get(name) for name in made} == made, "nothing is made twice"
        made = now
    assert 20 < len(made) < count
    subprocess.run(
        command(out, "--resume"), check=True, env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL
    )
    assert {name: stamp for name, stamp in stamps(out).items() if name in made} == made
    subprocess.run(
        command(tmp_path / "whole"), check=True, env=environment, cwd=tmp_path, stderr=subprocess.DEVNULL
    )
    assert everything(out) == everything(tmp_path / "whole")
    assert not [name for name in names_in(out) if name.endswith((".tmp", ".lock"))]
    assert len(documents(out)) == count


def test_resume_makes_anew_what_is_missing_damaged_or_whose_row_changed(order, tmp_path):
    first = order(*rows(5))
    carry_out(first, plan_order(first))
    out = tmp_path / "out"
    whole, before = documents(out), stamps(out)
    names = sorted(whole)
    (out / names[0]).unlink()
    (out / names[1]).write_bytes(whole[names[1]][:100])
    changed = rows(5)
    changed[2][1] = "改过的问题"
    again = order(*changed, resume=True)
    outcome = carry_out(again, plan_order(again))
    after = documents(out)
    assert outcome.fresh == 3
    assert (after[names[0]], after[names[1]]) == (whole[names[0]], whole[names[1]])
    assert "改过的问题" in read_text(after[names[2]])
    assert {name: stamps(out)[name] for name in names[3:]} == {name: before[name] for name in names[3:]}


def test_changed_common_file_or_template_makes_everything_anew(order, tmp_path):
    for number, more in enumerate(({}, {"common": {"交办来源": "别的会议"}}, {"head": "无"})):
        made = order(*rows(3), resume=True, **more)
        assert carry_out(made, plan_order(made)).fresh == 3, number


def test_state_may_be_deleted(order, tmp_path):
    first = order(*rows(3))
    carry_out(first, plan_order(first))
    before = stamps(tmp_path / "out")
    (tmp_path / "out" / STATE).unlink()
    again = order(*rows(3), resume=True)
    assert carry_out(again, plan_order(again)).fresh == 0
    assert stamps(tmp_path / "out") == before


def test_torn_state_is_no_obstacle(order, tmp_path):
    first = order(*rows(3))
    carry_out(first, plan_order(first))
    state = tmp_path / "out" / STATE
    state.write_bytes(state.read_bytes()[:-20] + b"\xff")
    again = order(*rows(3), resume=True)
    assert carry_out(again, plan_order(again)).fresh == 0


def test_second_run_in_a_folder_is_told(order, tmp_path):
    made = order(*rows(1))
    with BatchFolder(made.folder), pytest.raises(InputError, match="另一个 tongzhi"):
        carry_out(made, plan_order(made))
    carry_out(made, plan_order(made))


def test_lock_that_a_killed_run_left_is_taken_over(order, tmp_path):
    made = order(*rows(1))
    made.folder.mkdir()
    (made.folder / LOCK).write_text("")
    (made.folder / ".tongzhi-123.tmp").write_text("half")
    carry_out(made, plan_order(made))
    assert sorted(names_in(made.folder)) == sorted([STATE, "001-第1县-通报.docx", NAME])


@pytest.mark.parametrize("after", [0, 3])
def test_full_disk_is_told_and_leaves_only_whole_documents(order, tmp_path, monkeypatch, after):
    real, written = making.write_bytes, []

    def write(path, data):
        if len(written) >= after:
            Path(path).write_bytes(data[:10])
            raise OSError(errno.ENOSPC, "no space")
        written.append(path)
        real(path, data)

    monkeypatch.setattr(making, "write_bytes", write)
    made = order(*rows(6))
    plan = plan_order(made)
    if after:
        outcome = carry_out(made, plan)
        assert "磁盘已满" in str(outcome.stopped[0])
        assert [record.state for record in outcome.records] == ["已生成"] * 3 + ["未做"] * 3
    else:
        with pytest.raises(InputError, match="磁盘已满"):
            carry_out(made, plan)
        assert not (tmp_path / "out").exists()
    monkeypatch.undo()
    again = order(*rows(6), resume=True)
    carry_out(again, plan_order(again))
    assert len(documents(tmp_path / "out")) == 6
    assert not list((tmp_path / "out").glob("*.tmp"))


def test_folder_that_cannot_be_made_is_told(order, tmp_path):
    (tmp_path / "file").write_text("")
    made = order(*rows(1), folder=tmp_path / "file" / "out")
    with pytest.raises(InputError, match=r"文件夹|位置不可用"):
        carry_out(made, plan_order(made))


def test_read_only_folder_is_told(order, tmp_path, monkeypatch):
    (tmp_path / "out").mkdir()
    real = Path.open

    def denied(self, mode="r", *more, **named):
        if self.parent == tmp_path / "out" and mode != "r":
            raise PermissionError(errno.EACCES, "denied", str(self))
        return real(self, mode, *more, **named)

    monkeypatch.setattr(Path, "open", denied)  # root, as in a container, is denied nothing
    made = order(*rows(1))
    with pytest.raises(InputError, match="没有写入权限"):
        carry_out(made, plan_order(made))
    assert names_in(tmp_path / "out") == []


def test_date_of_today_alone_makes_nothing_anew(order, tmp_path):
    first = order(*rows(2))
    carry_out(first, plan_order(first))
    before = stamps(tmp_path / "out")
    later = order(*rows(2), resume=True, day=date(2026, 11, 24))
    carry_out(later, plan_order(later))
    assert stamps(tmp_path / "out") == before


def test_batch_that_can_make_nothing_forgets_nothing_of_the_one_before(order, tmp_path, monkeypatch):
    first = order(*rows(2))
    carry_out(first, plan_order(first))
    state = (tmp_path / "out" / STATE).read_bytes()

    def write(path, data):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(making, "write_bytes", write)
    again = order(*rows(2), resume=True, common={"交办来源": "全市消防工作会议"})
    with pytest.raises(InputError, match="磁盘已满"):
        carry_out(again, plan_order(again))
    assert (tmp_path / "out" / STATE).read_bytes().startswith(state[:40])
    assert len(documents(tmp_path / "out")) == 2
