"""Runs the page on this machine until Ctrl-C."""

from __future__ import annotations

import logging
import socket
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from threading import Thread
from typing import Any

from waitress.server import create_server

from tongzhi.draft.drafting import draft_papers
from tongzhi.draft.material import Material
from tongzhi.errors import InputError, TongzhiError
from tongzhi.extract.tasks import extract_tasks
from tongzhi.papers.index import find_type
from tongzhi.web.app import Office, create_app
from tongzhi.web.channel import Channel
from tongzhi.web.guard import Guard
from tongzhi.web.papers_of import read_meeting
from tongzhi.web.scratch import find_running
from tongzhi.web.workspace import Workspace

HOST, PORT = "127.0.0.1", 8765
CONNECTIONS, IDLE = 2000, 20
"""Connections kept at once, and the seconds after which an idle or half-sent one is let go: they must not keep a page from being shown."""


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

    logging.getLogger("waitress").addHandler(logging.NullHandler())  # its English notes on load help no user
    with _listen(port) as listener, closing(Workspace(office.folder, office.day)) as workspace:
        guard = Guard(again_key=workspace.scratch.again_key)
        real_port = listener.getsockname()[1]
        workspace.scratch.announce(office.folder, real_port)
        # the browser starts while the pages are loaded: it is heard already, and answered a moment later
        ready(f"http://{HOST}:{real_port}/?token={guard.token}")
        app = create_app(office, guard, workspace)
        server: Any = create_server(
            app,
            sockets=[listener],
            threads=16,
            ident=None,
            max_request_body_size=60_000_000,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE,
            cleanup_interval=5,
            asyncore_use_poll=True,  # select ends at 1,024 connections
        )
        server.channel_class = Channel
        Thread(target=partial(_warm_up, office), daemon=True).start()
        _run(server)


def _run(server: Any) -> None:
    """Serve until Ctrl-C or SIGTERM; `server.run` would swallow both, and the exit code with them."""
    try:
        server.asyncore.loop(timeout=0.5, map=server._map, use_poll=server.adj.asyncore_use_poll)  # noqa: SLF001  its loop is not public
    finally:
        server.task_dispatcher.shutdown(timeout=0.2)


def _warm_up(office: Office) -> None:
    """Load dictionary, model and papers while the first page is read, so that the first speech and its 定稿单 are quick too."""
    find_type("notice")
    text = "各县区要在月底前完成隐患排查整治。"
    tasks = extract_tasks(text)
    with suppress(TongzhiError):  # a profile that cannot be read is told on the page
        meeting, _ = read_meeting(office, {}, early=True)
        draft_papers(Material(text, tasks, "", {}), meeting, (), day=office.day(), failed={})


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
