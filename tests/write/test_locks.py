"""The lock that lets one process at a time take a document number."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from tongzhi.errors import InputError
from tongzhi.write.locks import waiting_lock


def test_lock_lets_one_in_at_a_time_and_leaves_nothing(tmp_path: Path):
    inside, most = 0, 0

    def work() -> None:
        nonlocal inside, most
        with waiting_lock(tmp_path / ".x.lock"):
            inside += 1
            most = max(most, inside)
            time.sleep(0.01)
            inside -= 1

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert not list(tmp_path.iterdir())


def test_lock_that_is_held_for_long_is_told(tmp_path: Path):
    path = tmp_path / ".x.lock"
    with (
        waiting_lock(path),
        pytest.raises(InputError, match="另一个程序一直占着"),
        waiting_lock(path, patience=0),
    ):
        pass
    assert not path.exists()


def test_lock_is_gone_when_the_work_fails(tmp_path: Path):
    with pytest.raises(ValueError, match="x"), waiting_lock(tmp_path / ".x.lock"):
        raise ValueError("x")
    assert not list(tmp_path.iterdir())
