"""Where the work runs: here, in processes of this machine, or on a Dask cluster. One seam: `Workers.run`."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from tongzhi.errors import InputError, MissingToolError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Work = Callable[[Any], Any]
"""What is done with one piece of work; made once in every worker."""
Start = Callable[[], Work]
"""Makes the work; must survive pickling."""
_T = TypeVar("_T")

RETRIES = 3
"""So often a piece of work is given out again when the worker that had it died."""


class Workers(Protocol):
    """Something that does work; outcomes come in any order."""

    def run(self, start: Start, pieces: Iterable[Any]) -> Iterator[Any]:
        """Do the work that `start` makes with every piece and give each outcome."""


class Here:
    """The work is done in this process."""

    def run(self, start: Start, pieces: Iterable[Any]) -> Iterator[Any]:
        """Do the work with every piece, in order."""
        work = start()
        for piece in pieces:
            yield work(piece)


class Processes:
    """The work is done in processes of this machine.

    Args:
        count: how many.
        method: how they are started; by default the fastest that is safe here (`fork` on Linux while there is one thread).
    """

    def __init__(self, count: int, method: str | None = None) -> None:
        self.count = count
        safe = sys.platform == "linux" and threading.active_count() == 1
        self._context: BaseContext = multiprocessing.get_context(method or ("fork" if safe else "spawn"))

    def run(self, start: Start, pieces: Iterable[Any]) -> Iterator[Any]:
        """Do the work with every piece; a piece whose worker died is given out again.

        Raises:
            InputError: workers keep dying (memory), or one of them can't write.
        """
        waiting = iter(pieces)
        again: list[tuple[Any, int]] = []
        team: dict[Connection, tuple[BaseProcess, Any, int]] = {}
        packed = pickle.dumps(start)
        if self._context.get_start_method() == "fork":
            start()  # what it loads, workers then have from the beginning
        try:
            while True:
                while len(team) < self.count:
                    piece, tries = again.pop() if again else (next(waiting, None), 0)
                    if piece is None:
                        break
                    self._hire(team, packed, piece, tries)
                if not team:
                    return
                for ready in wait(list(team)):
                    assert isinstance(ready, Connection)
                    process, piece, tries = team.pop(ready)
                    try:
                        good, outcome = ready.recv()
                    except (EOFError, OSError):
                        self._bury(ready, process, tries)
                        again.append((piece, tries + 1))
                        continue
                    if not good:
                        raise outcome
                    following, tries = again.pop() if again else (next(waiting, None), 0)
                    if following is None:
                        ready.send(None)
                        process.join(5)
                        ready.close()
                    else:
                        ready.send(following)
                        team[ready] = (process, following, tries)
                    yield outcome
        finally:
            for connection, (process, _, _) in team.items():
                process.terminate()
                process.join(5)
                connection.close()

    def _hire(
        self, team: dict[Connection, tuple[BaseProcess, Any, int]], packed: bytes, piece: Any, tries: int
    ) -> None:
        mine, theirs = self._context.Pipe()
        process: BaseProcess = self._context.Process(target=_serve, args=(theirs, packed), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        mine.send(piece)
        team[mine] = (process, piece, tries)

    def _bury(self, connection: Connection, process: BaseProcess, tries: int) -> None:
        connection.close()
        process.join(5)
        if tries >= RETRIES:
            raise InputError.one("工作进程一再中断，可能内存不够", "减小 --jobs 再加 --resume 接着做")


def _serve(connection: Connection, packed: bytes) -> None:
    """Work until there is nothing left, or until the one who gives out the work is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()
    try:
        work = pickle.loads(packed)()  # noqa: S301  made by our own parent
        collect_rarely()
        while (piece := connection.recv()) is not None:
            connection.send((True, work(piece)))
    except (EOFError, BrokenPipeError):
        return
    except Exception as error:  # noqa: BLE001  carried to the process that reports errors
        error.add_note(traceback.format_exc())  # shown by --debug
        connection.send((False, error))


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


class Cluster:
    """The work is done by a Dask cluster.

    Args:
        address: of its scheduler (`tcp://scheduler:8786`).

    Raises:
        MissingToolError: Dask is not installed.
        InputError: no scheduler answers there.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            raise MissingToolError.one("没有安装集群部件", "pip install 'tongzhi[cluster]'") from error

        logging.getLogger("distributed").setLevel(
            logging.CRITICAL + 1
        )  # its English; what fails is raised here
        try:
            self._client: Any = Client(  # type: ignore[no-untyped-call]
                address, timeout="10s", set_as_default=False
            )
        except (OSError, TimeoutError, ValueError) as error:
            raise InputError.one(
                f"连不上集群 {address}",
                "核对地址，如 tcp://scheduler:8786；先在那台机器上启动 dask scheduler",
            ) from error

    def run(self, start: Start, pieces: Iterable[Any]) -> Iterator[Any]:
        """Do the work with every piece; Dask gives out again what a lost worker had.

        Raises:
            InputError: the cluster is lost, or has no workers.
        """
        from distributed import as_completed
        from distributed.client import FutureCancelledError
        from distributed.scheduler import KilledWorker

        if not self._client.scheduler_info()["workers"]:
            raise InputError.one("集群里没有工作机", "在各机器上启动 dask worker")
        recipe = self._client.scatter(pickle.dumps(start), broadcast=True, hash=True)
        waiting = iter(pieces)
        ahead = 4 * max(1, sum(self._client.nthreads().values()))
        try:
            running: Any = as_completed(loop=self._client.loop)  # type: ignore[no-untyped-call]
            for _, piece in zip(range(ahead), waiting, strict=False):
                running.add(self._submit(recipe, piece))
            for future in running:
                outcome = future.result()
                following = next(waiting, None)
                if following is not None:
                    running.add(self._submit(recipe, following))
                yield outcome
        except (OSError, TimeoutError, FutureCancelledError, KilledWorker) as error:
            raise InputError.one("集群中断了", "检查各机器，再加 --resume 接着做") from error
        finally:
            self._client.close()

    def _submit(self, recipe: Any, piece: Any) -> Any:
        return self._client.submit(_do, recipe, piece, pure=False, retries=RETRIES)


_started: dict[bytes, Work] = {}


def _do(packed: bytes, piece: Any) -> Any:
    """Do one piece on a machine of the cluster; the work is made once there."""
    if packed not in _started:
        _started.clear()
        _started[packed] = pickle.loads(packed)()  # noqa: S301  sent by our own client over the office's own cluster
    return _started[packed](piece)


ENOUGH = 400
"""With fewer documents, starting processes takes longer than they save."""


def choose_workers(jobs: int, cluster: str | None = None, amount: int = ENOUGH) -> Workers:
    """Give where the work runs.

    Args:
        jobs: processes on this machine; 0 for as many as it has cores, if there is enough to do.
        cluster: the address of a Dask scheduler.
        amount: how much there is to do.
    """
    if cluster:
        return Cluster(cluster)
    count = jobs or (_cores() if amount >= ENOUGH else 1)
    return Processes(count) if count > 1 else Here()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def collect_rarely() -> None:
    """Let the collector of cycles look seldom: what is loaded stays, and documents come and go without cycles."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def in_chunks(items: Iterable[_T], size: int) -> Iterator[list[_T]]:
    """Give the items in lists of `size`, the first ones smaller so that work is spread at once."""
    chunk: list[_T] = []
    limit = max(1, size // 8)
    for item in items:
        chunk.append(item)
        if len(chunk) >= limit:
            yield chunk
            chunk = []
            limit = min(size, limit * 2)
    if chunk:
        yield chunk
