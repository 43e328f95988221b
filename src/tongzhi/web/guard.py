"""Who may talk to the page: this machine's browser, let in by a token that works once, asking from the page itself."""

from __future__ import annotations

import hmac
import secrets
from threading import Lock
from urllib.parse import urlsplit

from flask import Flask, Response, abort, g, redirect, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.web.scratch import AGAIN, AGAIN_KEY

COOKIE = "tongzhi_session"
WAY_IN = "请从启动时打开的地址进入。"
LASTS = 10 * 365 * 24 * 3600
"""Seconds the browser keeps the cookie: whoever was let in stays in as long as the page runs, closing the browser or not."""
LOCAL_NAMES = frozenset(("127.0.0.1", "localhost", "[::1]"))
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
"""No code but our own files, no address but this page's."""


class Guard:
    """The tokens that open the page once each, and the sessions they were traded for."""

    def __init__(self, token: str | None = None, again_key: str = "") -> None:
        self.token = token or secrets.token_urlsafe(24)
        self.again_key = again_key
        """What another start on this machine shows to get a token of its own; empty: none is given."""
        self._unspent = [self.token]
        self._sessions: dict[str, str] = {}
        self._lock = Lock()

    def fresh(self, key: str) -> str | None:
        """Give a further token to another start that shows the key; `None` for a wrong one."""
        if not self.again_key or not hmac.compare_digest(key.encode(), self.again_key.encode()):
            return None
        with self._lock:
            token = secrets.token_urlsafe(24)
            self._unspent = [*self._unspent[-9:], token]
        return token

    def trade(self, token: str) -> str | None:
        """Give a session for a token, once; `None` for a wrong or spent one."""
        with self._lock:
            found = next(
                (one for one in self._unspent if hmac.compare_digest(token.encode(), one.encode())), None
            )
            if found is None:
                return None
            self._unspent.remove(found)
            session = secrets.token_urlsafe(32)
            self._sessions[session] = secrets.token_urlsafe(24)
            return session

    def form_key(self, session: str | None) -> str | None:
        """Give the key that forms of a session carry; `None` for an unknown session."""
        return self._sessions.get(session or "")


def protect(app: Flask, guard: Guard) -> None:
    """Put the guard in front of every request and the headers behind every answer."""

    @app.before_request
    def check() -> BaseResponse | None:
        _check_address()
        _check_host()
        if request.endpoint == "static":
            return None
        if request.path == AGAIN and request.method == "POST":
            fresh = guard.fresh(request.headers.get(AGAIN_KEY, ""))
            return Response(fresh, mimetype="text/plain") if fresh else abort(403)
        token = request.args.get("token")
        if token is not None and request.method == "GET":
            session = guard.trade(token)
            if session is None:
                abort(403, "这个地址只能用一次，已经失效。请看启动窗口里的新地址，或重新启动。")
            answer = redirect(url_for("home.show"))
            answer.set_cookie(_cookie(), session, max_age=LASTS, httponly=True, samesite="Strict", path="/")
            return answer
        key = guard.form_key(request.cookies.get(_cookie()))
        if key is None:
            abort(403, WAY_IN)
        g.form_key = key
        if request.method not in ("GET", "HEAD", "OPTIONS"):
            _check_origin()
            given = request.headers.get("X-Form-Key") or request.form.get("form_key", "")
            if not hmac.compare_digest(given.encode(), key.encode()):
                abort(403, "页面已过期，请刷新后再试。")
        return None

    @app.after_request
    def add_headers(response: Response) -> Response:
        if response.location:
            response.set_data(b"")  # the library's English line for browsers that don't follow
        response.headers["Content-Security-Policy"] = CSP
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["X-Frame-Options"] = "DENY"
        response.headers["Referrer-Policy"] = (
            "same-origin"  # with no-referrer forms are sent with “Origin: null”
        )
        response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        if request.endpoint != "static":
            response.headers["Cache-Control"] = "no-store"
        return response

    @app.context_processor
    def form_key() -> dict[str, str]:
        return {"form_key": g.get("form_key", "")}


def _cookie() -> str:
    """Give the cookie's name; browsers do not part cookies by port, and a machine may run a page for each of two offices."""
    port = request.host.rpartition(":")[2]
    return f"{COOKIE}_{port}" if port.isdigit() else COOKIE


def _check_address() -> None:
    """Refuse addresses that no page of ours has: a null byte, or a way up."""
    if "\0" in request.path or ".." in request.path.replace("\\", "/").split("/"):
        abort(400, "没有这样的地址。")
    if any("\0" in value for values in request.args.listvalues() for value in values):
        abort(400, "没有这样的地址。")


def _check_host() -> None:
    """Refuse other names for this machine: a hostile page may have its name resolve to 127.0.0.1."""
    host = request.headers.get("Host", "")
    name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
    if name.casefold() not in LOCAL_NAMES:
        abort(400, "只能用 127.0.0.1 打开。")


def _check_origin() -> None:
    origin = request.headers.get("Origin")
    if origin is not None and urlsplit(origin).netloc != request.host:
        abort(403, "不接受来自其他网页的提交。")
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403, "不接受来自其他网页的提交。")
