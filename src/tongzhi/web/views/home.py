"""The first screen: six buttons, one place to drop anything, the last meetings."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.web.app import office
from tongzhi.web.guess import guess_page
from tongzhi.web.pages import PAGES, Page
from tongzhi.web.workspace import workspace

view = Blueprint("home", __name__)
SKIPPED = "tongzhi_skipped"


@view.app_context_processor
def pages() -> dict[str, Any]:
    """Give every page the six names."""
    return {"pages": [Page(page.name, page.about, page.path) for page in PAGES]}


@view.get("/")
def show() -> str:
    """Show the first screen."""
    from tongzhi.web.profile import office_name

    name = office_name(office()) or request.cookies.get(SKIPPED, "")
    from tongzhi.web.meetings import recent_meetings

    return render_template("home.html", office_name=name, meetings=recent_meetings(office()))


@view.post("/office")
def set_up() -> BaseResponse:
    """Keep the office's name and address list in its profile."""
    from tongzhi.web.profile import save_office

    job = workspace().open_job("office")
    upload = request.files.get("address_list")
    listed = job.keep_upload(upload) if upload and upload.filename else None
    save_office(office(), request.form.get("office_name", ""), listed)
    return redirect(url_for("home.show"))


@view.get("/office/skip")
def skip() -> BaseResponse:
    """Don't ask again in this browser."""
    answer: Response = redirect(url_for("home.show"))  # type: ignore[assignment]
    answer.set_cookie(SKIPPED, "1", httponly=True, samesite="Strict")
    return answer


@view.post("/drop")
def take() -> BaseResponse:
    """Take any file, guess what it is, and open the page for it."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选文件。")
    kind = guess_page(upload.filename, upload.stream.read(4096))
    upload.stream.seek(0)
    job = workspace().open_job(kind)
    job.save(source=job.keep_upload(upload).name)
    return redirect(url_for(f"{kind}.open_job", job=job.id))
