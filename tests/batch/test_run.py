"""Where the work runs."""

from __future__ import annotations

import os
import signal
from functools import partial

import pytest

from tongzhi.batch.many import do_many, find_files, write_done
from tongzhi.batch.run import Here, Processes, choose_workers, in_chunks
from tongzhi.errors import InputError

# what workers do must be importable there, so library functions stand for the work


def test_chunks_grow_so_that_work_is_spread_at_once():
    assert [len(chunk) for chunk in in_chunks(range(100), 32)] == [4, 8, 16, 32, 32, 8]
    assert list(in_chunks([], 8)) == []


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_do_every_piece_once_however_they_are_started(method):
    start = partial(partial, str.upper)
    assert sorted(Processes(2, method).run(start, ["a", "b", "c", "d", "e"])) == ["A", "B", "C", "D", "E"]


def test_piece_whose_worker_died_is_given_out_again(tmp_path):
    mark = tmp_path / "mark"
    done = list(Processes(2, "fork").run(lambda_start(mark), range(6)))
    assert sorted(done) == [0, 1, 2, 3, 4, 5]
    assert mark.exists()


def lambda_start(mark):
    return Dying(mark)


class Dying:
    """Kills its process at the first piece 3; unpickled by fork only, where this module is there already."""

    def __init__(self, mark):
        self.mark = mark

    def __call__(self):
        return self.work

    def work(self, piece):
        if piece == 3 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return piece


def test_workers_that_keep_dying_are_told():
    start = partial(partial, os._exit)
    with pytest.raises(InputError, match="一再中断"):
        list(Processes(2, "fork").run(start, [1]))


def test_error_of_the_work_reaches_the_caller():
    with pytest.raises(ZeroDivisionError):
        list(Processes(2, "fork").run(partial(partial, divmod, 1), [0]))


def test_choice_of_workers():
    assert isinstance(choose_workers(1), Here)
    assert isinstance(choose_workers(0, amount=3), Here)
    assert isinstance(choose_workers(2, amount=3), Processes)


def test_many_files_come_back_in_order_and_a_bad_one_fails_alone(tmp_path):
    for name in "b.txt", "a.txt", "~$a.txt", "x.md":
        (tmp_path / name).write_bytes(name.encode())
    files = find_files([tmp_path, tmp_path / "x.md"], [".txt"])
    assert [path.name for path in files] == ["a.txt", "b.txt", "x.md"]
    files.insert(1, tmp_path / "gone.txt")
    told = []
    done = do_many(files, "{}={}".format, jobs=2, progress=lambda *count: told.append(count))
    assert [one.outcome for one in done] == ["a.txt=b'a.txt'", None, "b.txt=b'b.txt'", "x.md=b'x.md'"]
    assert "不存在" in str(done[1].problems[0])
    assert told[-1] == (4, 4)
    write_done(tmp_path / "r.xlsx", done, lambda outcome: (outcome, ""))
    from openpyxl import load_workbook

    assert [
        row[2] for row in load_workbook(tmp_path / "r.xlsx").active.iter_rows(min_row=2, values_only=True)
    ] == ["完成", "失败", "完成", "完成"]


def test_named_but_missing_files_and_empty_folders_are_told(tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError) as caught:
        find_files([tmp_path / "gone.txt", tmp_path / "empty"], [".txt"])
    assert len(caught.value.problems) == 2
