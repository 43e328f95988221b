"""Files and page pictures of a job."""

from __future__ import annotations

from flask import Blueprint, Response, abort, render_template, send_file

from tongzhi.web.downloads import send_download
from tongzhi.web.preview import page_html, page_pictures
from tongzhi.web.workspace import workspace

view = Blueprint("work", __name__, url_prefix="/work")


@view.get("/<job>/file/<path:name>")
def download(job: str, name: str) -> Response:
    """Give a result of a job; nothing else of the machine can be asked for."""
    found = workspace().job(job, "")
    path = found.file(f"out/{name}")
    if not path.is_file() or found.out.resolve() not in path.parents:
        abort(404)
    return send_download(path, path.name)


@view.get("/<job>/pages/<path:name>")
def pages(job: str, name: str) -> str:
    """Show a result of a job as pages."""
    found = workspace().job(job, "")
    path = found.file(f"out/{name}")
    if not path.is_file() or found.out.resolve() not in path.parents or path.suffix != ".docx":
        abort(404)
    pictures = page_pictures(path, found.folder / "pages")
    shown = [str(picture.relative_to(found.folder / "pages")) for picture in pictures]
    html = "" if shown else page_html(path.read_bytes())
    return render_template("pages.html", job=found.id, pictures=shown, html=html, name=path.stem)


@view.get("/<job>/picture/<path:name>")
def picture(job: str, name: str) -> Response:
    """Give the picture of one page."""
    found = workspace().job(job, "")
    path = found.file(f"pages/{name}")
    if not path.is_file() or path.suffix != ".png" or (found.folder / "pages").resolve() not in path.parents:
        abort(404)
    return send_file(path, mimetype="image/png")
