"""Batches on a real Dask scheduler with two workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import warnings

import pytest

from tongzhi.batch.many import do_many
from tongzhi.batch.order import carry_out, plan_order
from tongzhi.errors import InputError

from .conftest import documents, rows

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("default")


class Office:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder):
        code = (
            "import sys\nfrom distributed import LocalCluster\n"
            "if __name__ == '__main__':\n"
            "    cluster = LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None)\n"
            "    print(cluster.scheduler_address, *[w.pid for w in cluster.workers.values()], flush=True)\n"
            "    sys.stdin.read()\n    cluster.close()\n"
        )
        script = folder / "office.py"
        script.write_text(code)
        self.process = subprocess.Popen(
            [sys.executable, str(script)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=folder,
        )
        self.address, *pids = self.process.stdout.readline().split()
        self.workers = [int(pid) for pid in pids]

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = Office(tmp_path_factory.mktemp("cluster"))
    yield made
    made.close()


def test_batch_on_a_cluster_gives_the_same_files_though_a_worker_is_killed_midway(office, order, tmp_path):
    here = order(*rows(150))
    carry_out(here, plan_order(here))
    there = order(*rows(150), cluster=office.address, folder=tmp_path / "there")
    killed = []

    def progress(done, _total):
        if done > 20 and not killed:
            killed.append(office.workers[0])
            os.kill(office.workers[0], signal.SIGKILL)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        outcome = carry_out(there, plan_order(there), progress)
    assert killed
    assert outcome.count("已生成") == 150
    assert documents(tmp_path / "there") == documents(tmp_path / "out")


def test_many_files_on_a_cluster_come_back_in_order_and_one_missing_fails_alone(office, tmp_path):
    files = [tmp_path / f"{number}.txt" for number in range(6)]
    for number, path in enumerate(files):
        if number != 3:
            path.write_bytes(b"x" * number)
    # what is done must be importable on the workers
    done = do_many(files, "{}:{}".format, cluster=office.address)
    assert [one.path for one in done] == files
    assert [one.failed for one in done] == [False, False, False, True, False, False]
    assert done[2].outcome == "2.txt:b'xx'"


def test_no_scheduler_is_told(order):
    made = order(*rows(1), cluster="tcp://127.0.0.1:9")
    with pytest.raises(InputError, match="连不上集群"):
        carry_out(made, plan_order(made))
    wrong = order(*rows(1), cluster="不是地址")
    with pytest.raises(InputError, match="连不上集群"):
        carry_out(wrong, plan_order(wrong))
