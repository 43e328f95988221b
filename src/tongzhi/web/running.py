"""The page itself on a port that was taken: all views, waitress, until Ctrl-C."""

from __future__ import annotations

import logging
from contextlib import suppress
from functools import partial
from threading import Thread
from typing import TYPE_CHECKING, Any

from waitress.server import create_server

from tongzhi.draft.drafting import draft_papers
from tongzhi.draft.material import Material
from tongzhi.errors import TongzhiError
from tongzhi.extract.tasks import extract_tasks
from tongzhi.papers.index import find_type
from tongzhi.web.app import create_app
from tongzhi.web.channel import Channel
from tongzhi.web.papers_of import read_meeting

if TYPE_CHECKING:
    import socket

    from tongzhi.web.guard import Guard
    from tongzhi.web.office import Office
    from tongzhi.web.workspace import Workspace

CONNECTIONS, IDLE = 2000, 20
"""Connections kept at once, and the seconds after which an idle or half-sent one is let go: they must not keep a page from being shown."""


def run(office: Office, guard: Guard, workspace: Workspace, listener: socket.socket) -> None:
    """Serve until Ctrl-C or SIGTERM."""
    logging.getLogger("waitress").addHandler(logging.NullHandler())  # its English notes on load help no user
    server: Any = create_server(
        create_app(office, guard, workspace),
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
