"""`tongzhi serve`: the local page."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from tongzhi.cli.base import command, settings
from tongzhi.cli.output import say
from tongzhi.web.office import Office
from tongzhi.web.serve import serve


@command(
    "serve", short_help="在本机浏览器里用", examples=("tongzhi serve", "tongzhi serve --port 9000 --open")
)
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8765, metavar="端口", help="默认 8765；0 为任选"
)
@click.option("--open", "open_browser", is_flag=True, help="同时打开浏览器")
def serve_command(port: int, open_browser: bool) -> None:
    """在本机浏览器里用：只听 127.0.0.1，不联网；按 Ctrl-C 结束。"""

    def ready(address: str) -> None:
        say(f"请在浏览器打开：{address}")
        say("地址里的口令只能用一次；按 Ctrl-C 结束。")
        if open_browser:
            webbrowser.open(address)

    given = settings()
    serve(Office(Path.cwd(), given.profile_path(), given.fixed_day(), given.debug), port, ready=ready)
