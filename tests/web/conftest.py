"""A page in a folder of its own, a client that has traded the token, and small papers to drop."""

from __future__ import annotations

import io
import os
import re
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from tongzhi.web.app import create_app
from tongzhi.web.guard import Guard
from tongzhi.web.office import Office

from .browsing import CHROMIUM, DRIVER, Reader


class _SharedTemplates(BytecodeCache):
    """Templates compiled once for all tests of a process: each test has an application of its own."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.kept:
            bucket.bytecode_from_string(self.kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.kept[bucket.key] = bucket.bytecode_to_string()


TEMPLATES = _SharedTemplates()
DAY = date(2026, 9, 21)
TOKEN = "only-once"


class Page:
    """The client of one browser: lets itself in, sends the key of the forms along."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.client: FlaskClient = app.test_client()
        self.client.get(f"/?token={TOKEN}")
        self.key = re.search(r'name="form-key" content="([^"]+)"', self.get("/"))[1]

    def get(self, path: str, code: int = 200) -> str:
        answer = self.client.get(path)
        assert answer.status_code == code, answer.get_data(as_text=True)[-3000:]
        return answer.get_data(as_text=True)

    def way(self, endpoint: str, **values: str) -> str:
        """Give the address of a view, as the application itself builds it."""
        return self.app.url_map.bind("localhost").build(endpoint, values)

    def take(self, path: str) -> bytes:
        answer = self.client.get(path)
        assert answer.status_code == 200
        assert "attachment" in answer.headers["Content-Disposition"]
        data = answer.data
        answer.close()
        return data

    def post(self, path: str, code: int = 302, **values: Any) -> Any:
        data = {"form_key": self.key, **values}
        answer = self.client.post(path, data=data, content_type="multipart/form-data")
        assert answer.status_code == code, answer.get_data(as_text=True)[-3000:]
        return answer

    def drop(self, path: str, name: str, data: bytes, field: str = "file", **values: Any) -> str:
        """Post a file and give the address the page leads to."""
        return str(self.post(path, **{field: (io.BytesIO(data), name), **values}).headers["Location"])

    def job(self, where: str) -> Any:
        """Give the piece of work behind an address."""
        return self.app.extensions["tongzhi.workspace"].job(re.search(r"[0-9a-f]{32}", where)[0], "")

    def begin(self, name: str, data: bytes, kind: str = "") -> str:
        """Drop a file on the first screen, say what it is (or that the page's guess is right), and give where that leads."""
        asked = self.drop("/drop", name, data)
        shown = self.get(asked)
        guessed = re.search(r'<option value="(\w+)" selected>', shown)
        return str(self.post(asked, **{"kind-0": kind or guessed[1]}).headers["Location"])


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, None, DAY)


@pytest.fixture
def app(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Flask]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    made = create_app(office, Guard(TOKEN))
    made.jinja_env.bytecode_cache = TEMPLATES
    yield made
    made.extensions["tongzhi.workspace"].close()


@pytest.fixture
def page(app: Flask) -> Page:
    return Page(app)


@pytest.fixture
def notice_values() -> dict[str, str]:
    """The five values, and the two that an office without a profile gives too."""
    return {
        "meeting_name": "全市安全生产工作会议",
        "start": "2026-09-30T09:00",
        "main_venue": "市政府三楼会议室",
        "attendees.0.group": "市安委会成员单位",
        "attendees.0.level": "分管负责人",
        "rsvp_due": "2026-09-29T12:00",
        "issuer": "临江市安全生产委员会办公室",
        "contact.0.name": "陈某",
        "contact.0.phone": "0971-8230001",
    }


@pytest.fixture(scope="session")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--lang=zh-CN", "--window-size=1366,768",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(
        options=options,
        service=webdriver.ChromeService(
            DRIVER, env={**os.environ, "LANGUAGE": "zh_CN", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        ),
    )
    yield started
    started.quit()


def _stop(server: Any, thread: threading.Thread) -> None:
    """Close a server where it runs: closed from another thread, its loop would wait on sockets that are gone."""

    def close() -> None:
        for channel in list(server.active_channels.values()):
            channel.handle_close()
        server.close()

    server.trigger.pull_trigger(close)
    thread.join(5)
    assert not thread.is_alive()
    server.task_dispatcher.shutdown()


@pytest.fixture
def reader(driver: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    from waitress import create_server

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    folder, downloads = tmp_path / "office", tmp_path / "downloads"
    folder.mkdir()
    downloads.mkdir()
    app = create_app(Office(folder, None, DAY), Guard(TOKEN))
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)}
    )
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    reading = Reader(driver, f"http://127.0.0.1:{server.effective_port}", downloads)
    reading.open(f"/?token={TOKEN}")
    reading.errors()
    reading.app, reading.folder = app, folder
    yield reading
    reading.size(1366, 768)
    driver.get("about:blank")
    _stop(server, thread)
    app.extensions["tongzhi.workspace"].close()
