"""A page in a folder of its own, a client that has traded the token, and small papers to drop."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tongzhi.web.app import Office, create_app
from tongzhi.web.guard import Guard

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


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path, None, DAY)


@pytest.fixture
def app(office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Flask]:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    made = create_app(office, Guard(TOKEN))
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
