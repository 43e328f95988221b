"""Ledger: the board of the four lists, one item with its history, steps, slips, charts."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tongzhi.errors import InputError, TongzhiError
from tongzhi.web.app import office
from tongzhi.web.book import has_book, open_book, step_by, user_name
from tongzhi.web.charts import bar_chart
from tongzhi.web.downloads import send_download, zip_files
from tongzhi.web.posted import read_day
from tongzhi.web.profile import load_office
from tongzhi.web.words import say, say_all
from tongzhi.web.workspace import workspace

if TYPE_CHECKING:
    from tongzhi.ledger.ledger import Connection
    from tongzhi.ledger.service import Outcome, Step

view = Blueprint("ledger", __name__, url_prefix="/ledger")
LISTS = (("列单", ("列单",)), ("交单", ("交单",)), ("办单", ("办单", "验收")), ("清单", ("清单",)))
"""The four lists of the board and the states that stand in each; what is accepted waits in 办单 to be cleared."""
CARDS = 60
"""So many cards a list; the search finds the others."""


@view.get("")
def show() -> str:
    """Show the board."""
    if not has_book(office()):
        return render_template("ledger_empty.html")
    return _board([])


@view.post("/import")
def import_list() -> ResponseReturnValue:
    """Enter a task list or rectification list."""
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        abort(400, "没有选文件。")
    job = workspace().open_job("ledger")
    job.save(source=job.keep_upload(upload).name)
    return redirect(url_for("ledger.open_job", job=job.id))


@view.get("/job/<job>")
def open_job(job: str) -> str:
    """Enter the dropped list and show the board with what was done."""
    from tongzhi.ledger.importing import import_batch
    from tongzhi.ledger.sources import read_batch

    found = workspace().job(job, "ledger")
    if "notes" not in found.state:
        batch = read_batch(found.source)
        with open_book(office(), create=True) as book, book.writing() as conn:
            done = import_batch(conn, batch, step_by(office(), ""))
        said = f"{found.source.name}：新列 {len(done.added)} 条，已有 {done.known} 条"
        said += f"，未导入 {done.refused_rows} 条" if done.refused_rows else ""
        found.save(notes=[said, *say_all([*batch.notes, *done.refused, *done.warnings])][:30])
    return _board(found.state["notes"])


@view.get("/item")
def item() -> str:
    """Show one item with its history and what can be done with it next."""
    return _item(request.args.get("no", ""), [])


@view.post("/step")
def step() -> ResponseReturnValue:
    """Take an item a step further."""
    number = request.form.get("no", "")
    try:
        expected = request.form.get("version", "")
        taken = step_by(
            office(), request.form.get("by", ""), expected=int(expected) if expected.isdecimal() else None,
            note=request.form.get("note", ""),
        )  # fmt: skip
        with open_book(office()) as book, book.writing() as conn:
            outcome = _act(conn, number, taken)
    except TongzhiError as error:
        return _item(number, say_all(error.problems)), 422
    return redirect(url_for("ledger.item", no=outcome.item.hazard_no))


@view.post("/slips")
def slips() -> Response:
    """Give the slips for some items, or for all that are late, and note that they were urged."""
    from tongzhi.ledger import papers
    from tongzhi.ledger.overdue import list_overdue
    from tongzhi.ledger.slips import make_slips
    from tongzhi.ledger.store import Filter

    numbers = request.form.getlist("no")
    taken = step_by(office(), request.form.get("by", ""))
    profile = load_office(office())
    files: dict[str, bytes] = {}
    with open_book(office()) as book, book.writing() as conn:
        if request.form.get("overdue"):
            late = list_overdue(conn, taken.day, Filter(states=("交单", "办单", "验收")))
            numbers = [due.line.hazard_no for due in late]
        if not numbers:
            raise InputError.one("没有要督办的", "只督办已交单、未销号而逾期的")
        for slip in make_slips(conn, numbers, taken, issuer=profile.main_issuer if profile else ""):
            name = papers.file_name(slip.number, slip.unit)
            files[f"{name}.docx"] = papers.render_slip(slip, taken.day)[0]
            files[f"{name}.txt"] = slip.to_text().encode()
    return send_download(zip_files(files), f"督办单-{taken.day}.zip")


@view.get("/charts")
def charts() -> str:
    """Show the figures as charts."""
    from tongzhi.ledger import stats

    with open_book(office()) as book, book.reading() as conn:
        tables = [
            stats.count_items(conn, name, office().day()) for name in ("county", "field", "month", "owner")
        ]
        targets = stats.count_accidents(conn, office().day())
    drawn = [(f"按{stats.DIMENSIONS[table.dimension]}", bar_chart(table), table) for table in tables]
    return render_template("ledger_charts.html", charts=drawn, targets=targets)


@view.get("/export")
def export() -> Response:
    """Give the whole ledger as a workbook."""
    from tongzhi.ledger import store
    from tongzhi.ledger.exporting import export_table, render_table

    with open_book(office()) as book, book.reading() as conn:
        header, rows = export_table(each.item for each in store.each(conn, store.Filter()))
    return send_download(render_table("台账", header, rows), "督办台账.xlsx")


def _board(notes: list[str]) -> str:
    from tongzhi.ledger import store
    from tongzhi.ledger.overdue import list_due, list_overdue

    day = office().day()
    text, region = request.args.get("text", "").strip(), request.args.get("region", "")
    wanted = store.Filter(text=text, regions=(region,) if region else ())
    lists = []
    with open_book(office()) as book, book.reading() as conn:
        for name, states in LISTS:
            narrowed = store.Filter(states=states, text=text, regions=wanted.regions)
            lines, total = store.page(conn, narrowed, size=CARDS)
            lists.append((name, lines, total))
        late = list_overdue(conn, day, wanted)
        soon = list_due(conn, day, date.fromordinal(day.toordinal() + 7), wanted)
        regions = [one for one in store.distinct(conn, "region") if one]
    return render_template(
        "ledger.html", lists=lists, late=late, soon=soon, notes=notes, day=day, text=text, region=region, regions=regions,
        by=user_name(),
    )  # fmt: skip


def _item(number: str, problems: list[str]) -> str:
    from tongzhi.ledger import store
    from tongzhi.ledger.exporting import describe_fields
    from tongzhi.ledger.item import fields
    from tongzhi.ledger.service import missing_for_next

    with open_book(office()) as book, book.reading() as conn:
        stored = store.find(conn, number)
        past = store.changes(conn, stored.item.hazard_no)
    lacking = [say(each) for each in missing_for_next(stored.item, office().day())]
    open_fields = [one.label for one in fields() if one.settable and one.label not in stored.item.to_row()]
    return render_template(
        "ledger_item.html", item=stored.item, version=stored.version, row=stored.item.to_row(), lacking=lacking, problems=problems,
        history=[(change, describe_fields(change)) for change in reversed(past)], by=user_name(), open_fields=open_fields,
        today=office().day(),
    )  # fmt: skip


def _act(conn: Connection, number: str, taken: Step) -> Outcome:
    """Do the step that the form names."""
    from tongzhi.ledger import service
    from tongzhi.ledger.item import Evidence

    form = request.form
    match form.get("action"):
        case "assign":
            return service.assign(conn, number, taken, values=_values(), confirm=form.get("confirm") == "yes")
        case "edit":
            return service.edit(conn, number, taken, values=_values(), confirm=form.get("confirm") == "yes")
        case "report":
            said = form.get("evidence", "").strip()
            proofs = (
                [Evidence(said, on=taken.day.isoformat())] if said else []
            )  # words only: a path would name a file of this machine
            return service.report(
                conn,
                number,
                taken,
                progress=form.get("progress", ""),
                done_on=_day("done_on"),
                evidence=proofs,
            )
        case "verify":
            return service.verify(
                conn, number, taken, verifier=form.get("verifier", ""), verdict=form.get("verdict", "合格"),
                unit=form.get("unit", ""), kind=form.get("kind", ""), new_due=_day("new_due"),
            )  # fmt: skip
        case "clear":
            return service.clear(
                conn, number, taken, approver=form.get("approver", ""), resume=form.get("resume", "")
            )
        case "return":
            return service.send_back(
                conn, number, taken, reason=form.get("reason", ""), new_due=_day("new_due")
            )
        case "delay":
            due = _day("new_due")
            if due is None:
                raise InputError.one("没有写新时限", "选一个日期")
            return service.delay(
                conn, number, taken, new_due=due, reason=form.get("reason", ""), approver=form.get("approver", ""),
                action=form.get("overdue_action", ""),
            )  # fmt: skip
    raise InputError.one("没有这一步", "刷新页面再试")


def _values() -> dict[str, Any]:
    """Give the fields of the form that were filled in: named ones, and the pairs of name and value."""
    found = {
        name.removeprefix("v."): value.strip()
        for name, value in request.form.items()
        if name.startswith("v.")
    }
    for name, value in zip(request.form.getlist("name"), request.form.getlist("value"), strict=False):
        found[name] = value.strip()
    return {name: value for name, value in found.items() if name and value}


def _day(name: str) -> date | None:
    return read_day(request.form.get(name, ""))
