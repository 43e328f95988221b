"""What the server itself answers, before the page is asked: a request too long or not understood, in plain words."""

from __future__ import annotations

from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.task import ErrorTask
from waitress.utilities import RequestEntityTooLarge

from tongzhi.web.words import refusal


class Parser(HTTPRequestParser):
    """Takes a body that is too long to its end and keeps none of it: a browser cut off while it sends shows no answer."""

    _left = 0

    def received(self, data: bytes) -> int:
        """Take in bytes of the request and give how many belonged to it."""
        if self._left:
            taken = min(len(data), self._left)
            self._left -= taken
            self.completed = not self._left
            return taken
        taken = super().received(data)
        if isinstance(self.error, RequestEntityTooLarge) and not self.chunked:
            self._left = self.content_length
            self.completed = False
        return taken


class Refusal(ErrorTask):
    """Answers what the server could not read."""

    def execute(self) -> None:
        """Write the answer and end the connection."""
        request: Any = self.request
        code, reason = request.error.code, request.error.reason
        body = f"{refusal(code)}\n".encode()
        self.status = f"{code} {reason}"
        self.response_headers = [("Content-Type", "text/plain; charset=utf-8")]
        self.content_length = len(body)
        self.set_close_on_finish()
        self.write(body)


class Channel(HTTPChannel):
    """One connection of a browser."""

    parser_class = Parser
    error_task_class = Refusal
