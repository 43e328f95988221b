"""Ledger: the board of the four lists, one item with its history, steps, slips for the week, charts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlsplit

from flask import Blueprint, Response, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as BaseResponse

from tongzhi.errors import InputError, TongzhiError
from tongzhi.ledger import papers, service, stats, store
from tongzhi.ledger.exporting import describe_fields, export_table
from tongzhi.ledger.lamps import LAMPS, SOON
from tongzhi.ledger.service import missing_for_next
from tongzhi.ledger.slips import make_slips
from tongzhi.ledger.workbooks import render_table
from tongzhi.model.item import Evidence, State, fields
from tongzhi.web import board, drops, retrace
from tongzhi.web.app import office
from tongzhi.web.book import has_book, open_book, step_by, user_name
from tongzhi.web.charts import MOST, bar_chart, week_chart
from tongzhi.web.downloads import send_download, zip_files
from tongzhi.web.posted import read_spoken_day
from tongzhi.web.preview import page_html
from tongzhi.web.profile import load_office
from tongzhi.web.words import say, say_all, tell
from tongzhi.web.workspace import workspace

if TYPE_CHECKING:
    from tongzhi.ledger.ledger import Connection
    from tongzhi.ledger.service import LedgerStep, StepOutcome
    from tongzhi.model.item import Item

view = Blueprint("ledger", __name__, url_prefix="/ledger")
BY = "tongzhi_by"
"""Cookie with the name of who acts."""
TABLE_ROWS = 500
LEFT = 60
"""So many items that could not be handed over are told with their reasons."""
PLACES = ("/ledger", "/ledger/urge", "/ledger/charts")
ACTS = {"assign": "交单", "edit": "修改", "report": "报进展", "verify": "验收", "clear": "销号", "return": "退回", "delay": "延期"}  # fmt: skip


@view.get("")
def show() -> str:
    """Show the board, or the same as a table."""
    if not has_book(office()):
        return render_template("ledger_empty.html")
    args = request.args
    table = args.get("as") == "table"
    with open_book(office()) as book, book.reading() as conn:
        made = board.make_board(
            conn, office().day(), text=args.get("text", "").strip(), unit=args.get("unit", ""), lamp=args.get("lamp", ""),
            region=args.get("region", ""), cards=TABLE_ROWS if table else board.CARDS,
        )  # fmt: skip
        names = _names(conn)
        refused = _why_not(conn, args.get("left", "").split())
    batch = args.get("batch", "")
    entered = workspace().job(batch, drops.PASSING).state.get("begun", {}).get("imports", []) if batch else []
    return render_template(
        "ledger_table.html" if table else "ledger.html", board=made, lamps=LAMPS, day=office().day(), text=args.get("text", ""), unit=args.get("unit", ""),
        lamp=args.get("lamp", ""), by=_by(), names=names, batch=batch, entered=entered, cards=board.CARDS, most=TABLE_ROWS,
        refused=refused,
    )  # fmt: skip


@view.post("/by")
def choose_by() -> BaseResponse:
    """Keep who acts from now on."""
    name = request.form.get("other", "").strip() or request.form.get("by", "").strip()
    back = request.form.get("back", "")
    answer = redirect(back if back.startswith("/ledger") else url_for("ledger.show"))
    if name:
        answer.set_cookie(BY, quote(name), max_age=365 * 24 * 3600, samesite="Strict", httponly=True)
    return answer


@view.post("/import")
def import_list() -> ResponseReturnValue:
    """Take a task list or rectification list; it is entered when the user says so."""
    uploads = [one for one in request.files.getlist("file") if one.filename]
    if not uploads:
        abort(400, "没有选文件。")
    job = workspace().open_job(drops.PASSING)
    for upload in uploads:
        job.keep_upload(upload)
    drops.look_at(job, office())
    rows = [
        {**row, "kind": "ledger"} if row["kind"] not in ("secret", "bad") else row
        for row in job.state["files"]
    ]
    job.save(files=rows)
    return redirect(url_for("home.ask", job=job.id))


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
            office(), request.form.get("by", "") or _by(), expected=int(expected) if expected.isdecimal() else None,
            note=request.form.get("note", ""),
        )  # fmt: skip
        words = f"{ACTS.get(request.form.get('action', ''), '办理')} {number}"
        with retrace.acting(office(), workspace().scratch, words, number) as conn:
            outcome = _act(conn, number, taken)
    except TongzhiError as error:
        return _item(number, say_all(error.problems)), 422
    return redirect(url_for("ledger.item", no=outcome.item.hazard_no, said=words, undo=1))


@view.post("/hand")
def hand_over() -> ResponseReturnValue:
    """Hand the chosen items over, each to its unit; one act in the history of each, one act to be undone."""
    numbers = list(dict.fromkeys(request.form.getlist("no")))
    if not numbers:
        raise InputError.one("没有选要交的", "在列单里勾上要交的")
    taken = step_by(office(), request.form.get("by", "") or _by())
    confirm = request.form.get("confirm") == "yes"
    left: list[str] = []
    with open_book(office()) as book, book.reading() as conn:
        ready = [number for number in numbers if not _lacking(store.find(conn, number).item, confirm=confirm)]
    if ready:
        with retrace.acting(office(), workspace().scratch, f"交单 {len(ready)} 项") as conn:
            for number in ready:
                service.assign(conn, number, taken, confirm=confirm)
    left = [number for number in numbers if number not in ready]
    words = "，".join(
        part
        for part in (f"交单 {len(ready)} 项" if ready else "", f"{len(left)} 项没交" if left else "")
        if part
    )
    kept: dict[str, Any] = {
        name: request.form[name] for name in ("unit", "lamp", "text") if request.form.get(name)
    }
    return redirect(
        url_for(
            "ledger.show", said=words, undo=1 if ready else None, left=" ".join(left[:LEFT]) or None, **kept
        )
    )


@dataclass(frozen=True, slots=True)
class NotHanded:
    """Why some items were not handed over, and which they are."""

    why: str
    numbers: tuple[str, ...]
    sure: bool


def _lacking(item: Item, *, confirm: bool = False) -> list[str]:
    """Give what an item lacks to be handed over, in words; nothing for one that can be."""
    if item.state is not State.LISTED:
        return [f"已经是“{item.stage}”"]
    return [
        tell(each)
        for each in missing_for_next(replace(item, unconfirmed="") if confirm else item, office().day())
    ]


def _why_not(conn: Connection, numbers: list[str]) -> list[NotHanded]:
    """Give why items that were chosen are not handed over, the same reason once."""
    reasons: dict[str, list[str]] = {}
    sure = set[str]()
    for number in numbers[:LEFT]:
        try:
            item = store.find(conn, number).item
        except InputError:
            continue
        if item.state is State.LISTED and item.unconfirmed and not _lacking(item, confirm=True):
            why = "责任单位是建议的，还没有人核对"
            sure.add(why)
        else:
            why = "".join(_lacking(item))
        if why and item.state is State.LISTED:
            reasons.setdefault(why, []).append(number)
    return [NotHanded(why, tuple(found), why in sure) for why, found in reasons.items()]


@view.post("/undo")
def undo() -> ResponseReturnValue:
    """Undo the last act in the ledger."""
    return _retrace(again=False)


@view.post("/redo")
def redo() -> ResponseReturnValue:
    """Do again what was undone last in the ledger."""
    return _retrace(again=True)


def _retrace(*, again: bool) -> ResponseReturnValue:
    done, number = retrace.step_back(office(), workspace().scratch, again=again)
    said = f"{'又做了' if again else '撤销了'}：{done}"
    if number:
        return redirect(url_for("ledger.item", no=number, said=said))
    place = urlsplit(request.headers.get("Referer", "")).path
    return redirect(f"{place if place in PLACES else url_for('ledger.show')}?said={quote(said)}")


@view.context_processor
def retraceable() -> dict[str, Any]:
    """Give every page of the ledger what can be undone and done again."""
    undone, again = retrace.last_acts(office(), workspace().scratch)
    return {"undo_act": undone, "redo_act": again}


@view.get("/urge")
def urge() -> str:
    """Show whom to urge this week."""
    with open_book(office()) as book, book.reading() as conn:
        made = board.make_board(conn, office().day())
        board.last_urged(conn, made.units)
    chosen = request.args.get("unit", "")
    listed = made.to_urge or made.units
    first = next((one for one in made.units if one.name == chosen), listed[0] if listed else None)
    return render_template(
        "urge.html",
        board=made,
        first=first,
        page=_slip_page(first) if first else "",
        day=office().day(),
        by=_by(),
        text=_group_text(made),
    )


@view.post("/slips")
def slips() -> Response:
    """Give the slips for some items, for some units, or for all that are late, and note that they were urged."""
    numbers = request.form.getlist("no")
    units = request.form.getlist("unit")
    taken = step_by(office(), request.form.get("by", "") or _by())
    profile = load_office(office())
    files: dict[str, bytes] = {}
    with retrace.acting(office(), workspace().scratch, "出催办单") as conn:
        if request.form.get("overdue") or units:
            made = board.make_board(conn, taken.day)
            wanted = (
                [one for one in made.units if one.name in units]
                if units
                else [one for one in made.units if one.late]
            )
            numbers = [number for one in wanted for number in ((one.due or one.rest) if units else one.late)]
        if not numbers:
            raise InputError.one("没有要督办的", "只督办已交单、未销号的")
        for slip in make_slips(conn, numbers, taken, issuer=profile.main_issuer if profile else ""):
            name = papers.file_name(slip.number, slip.unit)
            files[f"{name}.docx"] = papers.render_slip(slip, taken.day)[0]
            files[f"{name}.txt"] = slip.to_text().encode()
    return send_download(zip_files(files), f"督办单-{taken.day}.zip")


@view.get("/charts")
def charts() -> str:
    """Show the figures as charts."""
    if not has_book(office()):
        return render_template("ledger_empty.html")
    with open_book(office()) as book, book.reading() as conn:
        tables = [
            stats.count_items(conn, name, office().day()) for name in ("owner", "field", "county", "month")
        ]
        week = stats.count_days(conn, office().day())
        targets = stats.count_accidents(conn, office().day())
        made = board.make_board(conn, office().day())
    drawn = [
        (f"按{stats.DIMENSIONS[table.dimension]}", bar_chart(table), table)
        for table in tables
        if any(row.name != stats.UNSET for row in table.rows)
    ]
    return render_template(
        "ledger_charts.html",
        charts=drawn,
        week=week,
        week_chart=week_chart(week),
        full=MOST,
        targets=targets,
        board=made,
        lamps=LAMPS,
    )


@view.get("/export")
def export() -> Response:
    """Give the whole ledger as a workbook."""
    with open_book(office()) as book, book.reading() as conn:
        header, rows = export_table(each.item for each in store.each(conn, store.Filter()))
    return send_download(render_table("台账", header, rows), "督办台账.xlsx")


def _by() -> str:
    """Give who acts: chosen before, else the first contact of the office, else the user of the machine."""
    kept = unquote(request.cookies.get(BY, "")).strip()
    if kept:
        return kept[:40]
    try:
        profile = load_office(office())
    except TongzhiError:
        profile = None
    if profile is not None and profile.contact:
        return str(profile.contact[0].name)
    try:
        return user_name()
    except InputError:
        return ""


def _names(conn: Connection) -> list[str]:
    try:
        profile = load_office(office())
    except TongzhiError:
        profile = None
    known = [str(one.name) for one in profile.contact] if profile else []
    return [name for name in dict.fromkeys([_by(), *known, *board.people(conn)]) if name]


def _slip_page(unit: board.BoardUnit) -> Any:
    """Give the slip of a unit as it will look; nothing is noted."""
    profile = load_office(office())
    try:
        with open_book(office()) as book, book.reading() as conn:
            made = make_slips(
                conn,
                unit.due or unit.rest,
                step_by(office(), _by()),
                issuer=profile.main_issuer if profile else "",
                record=False,
            )
            return page_html(papers.render_slip(made[0], office().day())[0])
    except TongzhiError as error:
        return "；".join(say_all(error.problems))


def _group_text(made: board.Board) -> str:
    lines = [
        f"{one.name}：{f'逾期{len(one.late)}项' if one.late else ''}{'，' if one.late and one.soon else ''}{f'七天内到期{len(one.soon)}项' if one.soon else ''}"
        for one in made.to_urge
    ]
    return (
        "\n".join(
            [
                f"督办事项办理提醒（{office().day().month}月{office().day().day}日）",
                *lines,
                "请抓紧办理，按时报送情况。",
            ]
        )
        if lines
        else ""
    )


def _item(number: str, problems: list[str]) -> str:

    with open_book(office()) as book, book.reading() as conn:
        stored = store.find(conn, number)
        past = store.changes(conn, stored.item.hazard_no)
        names = _names(conn)
    lacking = [say(each) for each in missing_for_next(stored.item, office().day())]
    item = stored.item
    open_fields = [one.label for one in fields() if one.settable and one.label not in item.to_row()]
    days = (item.due - office().day()).days if item.due else None
    done = item.state.value == "清单"
    lamp = "done" if done else "n" if days is None else "r" if days < 0 else "y" if days <= SOON else "g"
    said = (
        "已销号"
        if done
        else "没定时限"
        if days is None
        else f"逾期{-days}天"
        if days < 0
        else "今天到期"
        if days == 0
        else f"还有{days}天"
    )
    reached = {change.after: change for change in past}
    return render_template(
        "ledger_item.html", item=item, version=stored.version, row=item.to_row(), facts=board.facts_of(item.to_row()), lacking=lacking, problems=problems, lamp=lamp, said=said,
        history=[(change, describe_fields(change)) for change in reversed(past)], by=_by(), names=names, open_fields=open_fields, reached=reached,
        today=office().day(),
    )  # fmt: skip


def _act(conn: Connection, number: str, taken: LedgerStep) -> StepOutcome:
    """Do the step that the form names."""
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
                raise InputError.one("没有写新时限", "写一个日期")
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
    for name in ("整改时限",):
        if found.get(name):
            day = read_spoken_day(found[name], office().day())
            found[name] = day.isoformat() if day else ""
    for name, value in zip(request.form.getlist("name"), request.form.getlist("value"), strict=False):
        found[name] = value.strip()
    return {name: value for name, value in found.items() if name and value}


def _day(name: str) -> date | None:
    return read_spoken_day(request.form.get(name, ""), office().day())
