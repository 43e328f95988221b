"""The Flask application: views, guard, errors in plain words."""

from __future__ import annotations

from flask import Flask, current_app, g, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from tongzhi.errors import TongzhiError
from tongzhi.web.guard import WAY_IN, Guard, protect
from tongzhi.web.look import install
from tongzhi.web.office import Office
from tongzhi.web.profile import OfficeUnreadableError, has_before, office_faults
from tongzhi.web.words import refusal, say_all
from tongzhi.web.workspace import Workspace

MAX_UPLOAD = 50_000_000
"""Bytes of one upload."""


def create_app(office: Office, guard: Guard | None = None, workspace: Workspace | None = None) -> Flask:
    """Make the application.

    Args:
        office: where it works.
        guard: the guard, with its token; a fresh one by default.
        workspace: the work files; a fresh one by default, which whoever asked must close.
    """
    app = Flask("tongzhi.web")
    app.config["MAX_CONTENT_LENGTH"] = MAX_UPLOAD
    app.config["MAX_FORM_MEMORY_SIZE"] = MAX_UPLOAD
    app.config["MAX_FORM_PARTS"] = 20_000
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    space = workspace or Workspace(office.folder, office.day)
    app.extensions["tongzhi.workspace"] = space
    app.extensions["tongzhi.office"] = office
    install(app)
    protect(app, guard or Guard())
    _register(app)
    app.register_error_handler(HTTPException, _refuse)
    app.register_error_handler(TongzhiError, _explain)
    app.register_error_handler(Exception, _own_fault)
    return app


def office() -> Office:
    """Give where the running page works."""
    found = current_app.extensions["tongzhi.office"]
    assert isinstance(found, Office)
    return found


def _register(app: Flask) -> None:
    from tongzhi.web.views import VIEWS

    for view in VIEWS:
        app.register_blueprint(view)


def wants_json() -> bool:
    """Tell whether the page's script asked, and not the browser itself."""
    return (
        request.headers.get("X-Form-Key") is not None or request.accept_mimetypes.best == "application/json"
    )


def _answer(lines: list[str], code: int) -> ResponseReturnValue:
    if wants_json():
        return jsonify({"errors": lines}), code
    if code == 403 and not g.get("form_key"):
        # the page itself says the way in: only what it does not say is added
        return render_template("locked.html", lines=[line for line in lines if line != WAY_IN]), code
    return render_template("error.html", lines=lines, code=code), code


def _refuse(error: HTTPException) -> ResponseReturnValue:
    code = error.code or 500
    own = (
        error.description
        if error.description and any("一" <= mark <= "鿿" for mark in error.description)
        else ""
    )
    if code == 413 and (request.content_length or 0) <= current_app.config["MAX_CONTENT_LENGTH"]:
        own = "一次提交的项目太多，请分几次填。"
    return _answer([own or refusal(code)], code)


def _explain(error: TongzhiError) -> ResponseReturnValue:
    if isinstance(error, OfficeUnreadableError):
        lines = office_faults(office())
        if wants_json():
            return jsonify({"errors": ["本单位的设置读不出来：", *lines[:2]]}), 422
        return render_template("office_bad.html", lines=lines, before=has_before(office())), 422
    return _answer(say_all(error.problems), 422)


def _own_fault(error: Exception) -> ResponseReturnValue:
    office().note(error)
    return _answer([refusal(500)], 500)
