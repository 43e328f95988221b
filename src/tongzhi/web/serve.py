"""Takes the port of the page and tells its address at once; the pages themselves are loaded by `running` after that."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable
from contextlib import closing

from tongzhi.errors import InputError
from tongzhi.web.guard import Guard
from tongzhi.web.office import Office
from tongzhi.web.scratch import find_running
from tongzhi.web.workspace import Workspace

HOST, PORT = "127.0.0.1", 8765


def serve(office: Office, port: int = PORT, *, ready: Callable[[str], None]) -> None:
    """Serve the page; `ready` is called with its address and one-time token once it listens.

    A page that already runs for this folder at this port is opened again instead, with a token of its own.

    Raises:
        InputError: the port is taken by something else.
    """
    running = find_running(office.folder, port)
    token = running.ask() if running else None
    if token:
        ready(f"http://{HOST}:{port}/?token={token}")
        return

    with _listen(port) as listener, closing(Workspace(office.folder, office.day)) as workspace:
        guard = Guard(again_key=workspace.scratch.again_key)
        real_port = listener.getsockname()[1]
        workspace.scratch.announce(office.folder, real_port)
        # the browser starts while the pages are loaded: it is heard already, and answered a moment later
        ready(f"http://{HOST}:{real_port}/?token={guard.token}")
        from tongzhi.web.running import (
            run,
        )  # two seconds' worth of pages: the second start of a running page needs none of them

        run(office, guard, workspace, listener)


def _listen(port: int) -> socket.socket:
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    _claim(listener)
    try:
        listener.bind((HOST, port))
    except (OSError, OverflowError) as error:
        listener.close()
        raise InputError.one(
            f"端口 {port} 已被占用或不能用", "换一个，或写 --port 0 由系统选一个空的"
        ) from error
    listener.listen(512)
    return listener


def _claim(listener: socket.socket) -> None:
    """Let a port be used again at once after a stop; on Windows that option would share it, and the other keeps it ours."""
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
