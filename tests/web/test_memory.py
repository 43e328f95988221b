"""Nothing is lost: work in the office's folder, undo and redo that survive a restart, the trash, two windows, a second start."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

import pytest

from tongzhi.web.app import create_app
from tongzhi.web.guard import Guard
from tongzhi.web.scratch import Scratch, clear_orphans, is_held

from .conftest import TOKEN, Page

SPEECH = "在全市防汛工作会议上的讲话\n同志们：\n各县区要在10月15日前完成尾矿库排查整治。\n要对全市危险化学品企业开展一次全面检查。\n"


def speech(page: Page) -> str:
    return str(page.post("/speech", text=SPEECH, meeting_date="2026-09-18").headers["Location"])


def test_work_lies_in_one_folder_a_meeting_and_is_listed(page, office):
    where = speech(page)
    folder = page.job(where).folder
    assert folder.relative_to(office.folder).parts == ("公文", "2026年", "全市防汛工作会议", "讲话")
    assert (folder / "原件" / "讲话.txt").is_file()
    shown = page.get("/")
    assert "继续上次" in shown
    assert "全市防汛工作会议" in shown
    assert "核任务" in shown


def test_a_restart_finds_everything_and_undo_goes_on(page, office, app):
    where = speech(page)
    state = page.job(where).state
    task = json.loads(state["tasks"])["tasks"][0]["id"]
    page.post(f"{where}/edit", 200, task=task, owner="市水利局")
    app.extensions["tongzhi.workspace"].close()
    again = Page(create_app(office, Guard(TOKEN)))
    assert "市水利局" in again.get(where)
    job = again.job(where).id
    again.post(again.way("work.undo", job=job))
    assert "市水利局" not in again.get(where)
    again.post(again.way("work.redo", job=job))
    assert "市水利局" in again.get(where)
    again.app.extensions["tongzhi.workspace"].close()


def test_every_act_on_a_speech_is_undone_to_the_letter(page):
    where = speech(page)
    job = page.job(where)
    first = job.state
    task = json.loads(first["tasks"])["tasks"][0]["id"]
    text = first["text"]
    acts = [
        ("turn", {"number": "0"}, 200), ("out", {"task": task}, 200), ("edit", {"task": task, "owner": "市水利局", "due": "下周五前"}, 200),
        ("edit", {"task": task, "title": "另一个题"}, 200), ("confirm", {}, 200), ("split", {"task": task, "at": str(text.index("完成尾矿库"))}, 200),
        ("merge", {"task": task}, 200), ("add", {"start": str(text.index("同志们")), "end": str(text.index("同志们") + 4)}, 200),
        ("replace", {"find": "尾矿库", "instead": "水库"}, 302), ("meeting", {"day": "9月20日", "speaker": "张某，市长"}, 302),
    ]  # fmt: skip
    for name, values, code in acts:
        page.post(f"{where}/{name}", code, **values)
        steps = len(job.state.get("past", []))
        while job.state.get("past"):
            page.post(page.way("work.undo", job=job.id))
        for key in ("tasks", "text", "day"):
            assert job.state[key] == first[key], (name, key, steps)


KEPT = ("others", "stamps", "past", "future", "version", "run", "offered", "touched")
"""What an undone act may leave in a state: how far the two windows are, what can be done again, what was looked at."""


def undone(page, where, path, code=302, **values):
    """Do something and undo it, and give what differs from before."""
    job = page.job(where)
    job_state = json.loads(json.dumps(job.state))
    steps = len(job_state.get("past", []))
    page.post(path, code, **values)
    assert len(job.state.get("past", [])) == steps + 1, (path, "is no step of its own")
    assert {key: value for key, value in job.state.items() if key not in KEPT} != {
        key: value for key, value in job_state.items() if key not in KEPT
    }, (path, "changes nothing")
    page.post(page.way("work.undo", job=job.id))
    now = job.state
    return [key for key in {*job_state, *now} if key not in KEPT and now.get(key) != job_state.get(key)]


def test_every_act_on_notices_batches_replies_seats_and_checks_is_undone(page, notice_values):
    import docx

    begun = page.post("/notice", **notice_values).headers["Location"].removesuffix("/done")
    assert not undone(
        page, begun, f"{begun}/keep", **notice_values | {"main_venue": "一楼"}, kept="main_venue"
    )
    page.get(f"{begun}?form=1")  # what is suggested is offered with the form
    assert not undone(page, begun, f"{begun}/agree", agree="缘由")

    batch = page.begin(
        "名册.csv",
        "县区,存在问题,整改时限\n青川县,台账不全,2026-11-31\n白水县,通道堵塞,2026-10-30\n".encode(),
        "batch",
    )
    columns = {"header": ["县区", "存在问题", "整改时限"], "type": "circular"}
    assert not undone(page, batch, batch, **columns, field=["县区", "存在问题", "不用"], kept="field")
    assert not undone(page, batch, f"{batch}/cell", key="|2", header="整改时限", value="2026-11-30")
    assert not undone(page, batch, f"{batch}/fixes")

    rows = "单位,姓名,职务,手机\n" + "".join(
        f"第{n}县,张{name},副县长,1380000000{n}\n" for n, name in enumerate("强刚伟勇", 1)
    )
    desk = page.begin("参会回执.csv", rows.encode(), "desk").partition("?")[0]
    page.get(desk)
    one = page.job(desk).state["people"][0]["id"]
    assert not undone(
        page, desk, f"{desk}/settle", file="手填", **{f"p.{one}.name": "李四海", f"p.{one}.unit": "第1县"}
    )
    page.get(f"{desk}/seats")
    page.post(f"{desk}/seats", rows="2", columns="4", stage="", filling="居中", rule="左为上")
    seats = re.findall(r'draggable="true" data-seat="([^"]+)"', page.get(f"{desk}/seats"))
    held, other = seats[:2]
    assert not undone(page, desk, f"{desk}/move", 200, **{"from": held, "to": other})
    assert not undone(
        page, desk, f"{desk}/seats", rows="4", columns="2", stage="", filling="居中", rule="左为上"
    )

    made, stream = docx.Document(), io.BytesIO()
    for line in ("关于做好安全工作的通知", "各县区人民政府：", "请认真抓好落实,按时完成。", "2026年9月28日"):
        made.add_paragraph(line)
    made.save(stream)
    check = page.begin("乱.docx", stream.getvalue(), "check")
    key = re.search(r'name="key" value="([^"]+)"', page.get(check))[1]
    assert not undone(page, check, f"{check}/accept", key=key, what="ignore")
    assert not undone(page, check, f"{check}/accept", all="yes")


def test_typing_in_one_field_is_one_step(page):
    where = str(page.post("/notice/keep", meeting_name="全", kept="meeting_name").headers["Location"])
    for words in ("全市", "全市会", "全市会议"):
        page.post(f"{where}/keep", meeting_name=words, kept="meeting_name")
    job = page.job(where)
    assert job.state["values"]["会议名称"] == "全市会议"
    assert len(job.state["past"]) == 1


def test_removed_work_lies_in_the_trash_until_it_is_brought_back(page):
    where = speech(page)
    job = page.job(where).id
    page.post(f"/trash/{job}")
    assert "全市防汛工作会议" not in page.get("/")
    assert "全市防汛工作会议" in page.get("/trash")
    page.post(f"/trash/{job}/back")
    assert "全市防汛工作会议" in page.get("/")
    assert "尾矿库" in page.get(where)


def test_the_newer_of_two_edits_is_shown_beside_the_older(page):
    where = speech(page)
    tasks = json.loads(page.job(where).state["tasks"])["tasks"]
    task = tasks[0]["id"]
    form = page.get(f"{where}/card/{task}?mode=edit")
    seen = re.search(r'name="seen" value="(\w+)"', form)[1]
    page.post(f"{where}/edit", 200, task=task, owner="市水利局", seen=seen)
    told = page.post(f"{where}/edit", 409, task=task, owner="市应急管理局", seen=seen).get_json()
    assert "市水利局" in told["conflict"]
    assert "市应急管理局" in told["conflict"]
    assert "市水利局" in page.get(where), "nothing was written over"
    page.post(f"{where}/edit", 200, task=task, owner="市应急管理局", seen=seen, force="yes")
    assert "市应急管理局" in page.get(where)


def test_what_was_done_by_hand_survives_corrections_of_the_text_and_of_the_day(page):
    where = speech(page)
    tasks = json.loads(page.job(where).state["tasks"])["tasks"]
    task = tasks[0]["id"]
    page.post(f"{where}/edit", 200, task=task, owner="市水利局")
    page.post(f"{where}/replace", find="尾矿库", instead="中小水库")
    shown = page.get(where)
    assert "市水利局</button>" in shown
    assert "中小水库排查整治" in shown
    assert "尾矿库" not in page.job(where).state["text"]
    page.post(f"{where}/meeting", day="2026年9月20日")
    assert "市水利局</button>" in page.get(where)


def test_a_batch_entered_by_mistake_leaves_the_ledger_again(page):
    where = speech(page)
    entered = str(page.post(f"{where}/ledger").headers["Location"])
    shown = page.get(entered)
    assert "撤销这批" in shown
    batch = entered.rpartition("=")[2]
    page.post(f"/drop/{batch}/back")
    assert "这里还没有台账" in page.get("/ledger")
    entered = str(page.post(f"{where}/ledger").headers["Location"])
    number = re.search(r"/ledger/item\?no=([^\"]+)", page.get("/ledger"))[1]
    version = re.search(r'name="version" value="(\d+)"', page.get(f"/ledger/item?no={number}"))[1]
    values = {
        "no": urllib.parse.unquote(number),
        "version": version,
        "action": "edit",
        "name": "备注",
        "value": "甲",
        "by": "陈某",
    }
    page.post("/ledger/step", **values)
    told = str(page.post(f"/drop/{entered.rpartition('=')[2]}/back").headers["Location"])
    assert "后来又办过事" in page.get(told)
    assert "备注" in page.get(f"/ledger/item?no={number}")


def test_a_copied_folder_is_a_work_of_its_own(page):
    import shutil

    where = speech(page)
    folder = page.job(where).folder
    shutil.copytree(folder, folder.parent.parent / "另存的" / "讲话")
    works = page.app.extensions["tongzhi.workspace"].works()
    assert len({work.id for work in works}) == 2


@pytest.mark.parametrize(
    "path",
    ["/work/%00/file/x", "/speech/%00", "/work/../x", "/ledger/item?no=%00", "/static/..%2f..%2fapp.py"],
)
def test_null_bytes_and_ways_up_are_refused(page, path):
    assert page.client.get(path).status_code in (400, 404)
    assert page.client.get("/speech/%00").status_code == 400


def start(folder: Path, port: int, temporary: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tongzhi", "serve", "--port", str(port)], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(temporary), "XDG_CONFIG_HOME": str(temporary / "settings")},
    )  # fmt: skip


def address_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip().split("：", 1)[1]


def end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
        process.wait(10)
    for stream in (process.stdout, process.stderr):
        if stream:
            stream.close()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def places(tmp_path):
    office, temporary = tmp_path / "office", tmp_path / "tmp"
    office.mkdir()
    temporary.mkdir()
    return office, temporary


def test_a_second_start_opens_the_running_page(places):
    office, temporary = places
    port = free_port()
    first = start(office, port, temporary)
    try:
        one = address_of(first)
        second = start(office, port, temporary)
        two = address_of(second)
        assert second.wait(20) == 0
        end(second)
        assert one != two
        assert one.partition("?")[0] == two.partition("?")[0]
        for address in (one, two):
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            with opener.open(address) as answer:
                assert "发会议通知" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError) as refused, urllib.request.urlopen(two):
            pass
        assert refused.value.code == 403
        refused.value.close()
    finally:
        end(first)


def test_the_port_is_free_again_at_once_and_it_stops_within_a_second(places):
    office, temporary = places
    port = free_port()
    for _ in range(2):
        process = start(office, port, temporary)
        try:
            with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(
                address_of(process)
            ) as answer:
                answer.read()
            process.send_signal(signal.SIGINT)
            process.wait(5)
            assert process.returncode == 130
        finally:
            end(process)


def test_two_hundred_half_sent_connections_keep_no_page_from_being_shown(places):
    office, temporary = places
    process = start(office, 0, temporary)
    held = []
    try:
        address = address_of(process)
        port = int(address.rsplit(":", 1)[1].partition("/")[0])
        for number in range(200):
            one = socket.create_connection(("127.0.0.1", port), 10)
            one.sendall(b"GET / HTTP/1.1\r\nHost: 127" if number % 2 else b"")
            held.append(one)
        with urllib.request.build_opener(urllib.request.HTTPCookieProcessor()).open(
            address, timeout=30
        ) as answer:
            assert "发会议通知" in answer.read().decode()
    finally:
        for one in held:
            one.close()
        end(process)


def test_temporary_files_of_a_killed_page_go_at_the_next_start_and_those_of_a_running_one_stay(
    places, monkeypatch
):
    office, temporary = places
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    killed, running = start(office, 0, temporary), start(office, 0, temporary)
    try:
        address_of(killed)
        address_of(running)
        left = {folder for folder in temporary.glob("tongzhi-page-*") if is_held(folder)}
        assert len(left) == 2
        killed.kill()
        killed.wait(10)
        clear_orphans()
        assert len(list(temporary.glob("tongzhi-page-*"))) == 1
    finally:
        end(killed)
        end(running)
    time.sleep(0.1)
    clear_orphans()
    assert not list(temporary.glob("tongzhi-page-*"))


def test_dark_is_written_once():
    """The two dark blocks of the tokens (by the system, by choice) hold the same values."""
    css = (Path(__file__).resolve().parents[2] / "src/tongzhi/web/static/tokens.css").read_text(
        encoding="utf-8"
    )
    system, chosen = re.findall(r"color-scheme: dark;(.*?)\}", css, re.DOTALL)
    assert re.findall(r"--[\w-]+: [^;]+", system) == re.findall(r"--[\w-]+: [^;]+", chosen)


def test_office_in_settings_is_changed_and_taken_back(page, office):
    page.post("/office", office_name="临江市安委办")
    page.post("/settings/rooms", **{"rooms.0.name": "北楼九层会议室", "rooms.0.seats": "80"})
    assert "北楼九层会议室" in (office.folder / "本单位.yaml").read_text(encoding="utf-8")
    assert "北楼九层会议室" in page.get("/settings/rooms")
    page.post("/settings/back", part="rooms")
    assert "北楼九层会议室" not in (office.folder / "本单位.yaml").read_text(encoding="utf-8")
    shown = page.post("/settings/rooms", 422, **{"rooms.0.name": "", "rooms.0.seats": "很多"}).get_data(
        as_text=True
    )
    assert "error-text" in shown


def typed(page: Page, where: str, seen: int, code: int = 302, **values: str) -> None:
    """Type into one field of a form as a window does that shows the work as it was at `seen`."""
    name = next(iter(values))
    answer = page.client.post(
        where,
        data={"form_key": page.key, "kept": name, "form_kind": "form", **values},
        headers={"X-Seen": f"{page.way('work.version', job='x')} {seen}"},
    )
    assert answer.status_code == code


def test_two_windows_of_a_form_lose_neither_field_and_show_the_older_value(page):
    where = str(page.post("/notice/keep", meeting_name="全市会议", kept="meeting_name").headers["Location"])
    job = page.job(where)
    seen = job.version
    typed(page, f"{where}/keep", seen, main_venue="三楼会议室", meeting_name="全市会议")
    # the other window still shows the form without a place
    typed(page, f"{where}/keep", seen, issuer="临江市安委办", meeting_name="全市会议", main_venue="")
    assert job.state["values"]["地点"] == "三楼会议室"
    assert job.state["values"]["发文机关"] == "临江市安委办"
    typed(page, f"{where}/keep", seen, main_venue="二楼会议室")
    assert job.state["values"]["地点"] == "二楼会议室", "the newer counts"
    shown = page.get(f"{where}?form=1")
    assert "以前写的是：<b>三楼会议室</b>" in shown
    page.post(page.way("work.other", job=job.id), take="values.地点")
    assert job.state["values"]["地点"] == "三楼会议室"
    assert "以前写的是" not in page.get(f"{where}?form=1")
    page.post(page.way("work.undo", job=job.id))
    assert job.state["values"]["地点"] == "二楼会议室"
    page.post(page.way("work.other", job=job.id), leave="values.地点")
    assert job.state["values"]["地点"] == "二楼会议室"
    typed(page, f"{where}/keep", job.version, main_venue="一楼会议室")
    assert not job.state["others"], "one window alone has nothing to settle"


def test_a_form_sent_by_an_old_window_takes_nothing_of_the_other_one_back(page, notice_values):
    where = str(page.post("/notice/keep", meeting_name="全市会议", kept="meeting_name").headers["Location"])
    job = page.job(where)
    seen = job.version
    typed(page, f"{where}/keep", seen, main_venue="三楼会议室")
    page.client.post(
        where,
        data={"form_key": page.key, "form_kind": "form", **notice_values, "main_venue": ""},
        headers={"X-Seen": f"{page.way('work.version', job='x')} {seen}"},
    )
    assert job.state["values"]["地点"] == "三楼会议室"
    assert job.state["values"]["发文机关"] == notice_values["issuer"]


def test_two_windows_of_the_final_sheet_and_of_a_batch_lose_no_field(page):
    where = speech(page)
    page.get(where)
    page.get(f"{where}/papers")
    job = page.job(where)
    seen = job.version
    typed(page, f"{where}/final", seen, main_venue="三楼会议室", paper="任务清单")
    typed(page, f"{where}/final", seen, chair="李某", main_venue="", paper="任务清单")
    assert job.state["meeting"]["地点"] == "三楼会议室"
    assert job.state["meeting"]["主持人"]["姓名"] == "李某"
    typed(page, f"{where}/final", seen, **{"choice.文种": "甲"})
    typed(page, f"{where}/final", seen, **{"own.时限": "统一填一个日期：2026-12-31"})
    assert job.state["answers"] == {"文种": "甲", "时限": "统一填一个日期：2026-12-31"}
    typed(
        page,
        f"{where}/final",
        job.version,
        **{"choice.时限": "甲 空着", "own.时限": "统一填一个日期：2026-12-31"},
    )
    assert job.state["answers"]["时限"] == "甲 空着", (
        "what was chosen last counts, whatever still stands beside it"
    )
    where = page.drop("/batch", "名册.csv", "县区,存在问题\n甲县,台账不全\n".encode(), type="circular")
    page.get(where)
    job = page.job(where)
    seen = job.version
    typed(page, where, seen, **{"c.issuer": "临江市安委办", "type": "circular"})
    typed(page, where, seen, **{"c.title": "关于交办问题的通报", "c.issuer": "", "type": "circular"})
    assert job.state["common"]["发文机关"] == "临江市安委办"
    assert job.state["common"]["标题"] == "关于交办问题的通报"


def test_a_start_waits_for_another_that_looks_whether_it_runs_and_a_half_made_one_is_let_be(
    tmp_path, monkeypatch
):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    looks = threading.Event()

    def look() -> None:
        while not looks.is_set():
            for folder in tmp_path.glob("tongzhi-page-*"):
                with contextlib.suppress(OSError):
                    is_held(folder)

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        for _ in range(60):
            Scratch().close()
    finally:
        looks.set()
        watcher.join()
    half = tmp_path / "tongzhi-page-half"
    half.mkdir()
    (half / "owner.lock").touch()
    clear_orphans()
    assert half.is_dir()


def test_every_step_in_the_ledger_is_undone_and_done_again(page):
    where = speech(page)
    page.post(f"{where}/ledger")
    number = urllib.parse.unquote(re.search(r"/ledger/item\?no=([^\"]+)", page.get("/ledger"))[1])

    def item() -> str:
        return page.get(f"/ledger/item?no={urllib.parse.quote(number)}")

    def step(action: str, code: int = 302, **values: str) -> None:
        version = re.search(r'name="version" value="(\d+)"', item())[1]
        page.post("/ledger/step", code, no=number, version=version, action=action, by="陈某", **values)

    def facts() -> str:
        return (
            re.search(r'<dl class="facts">.*?</dl>', item(), re.DOTALL)[0]
            + re.search(r'<ol class="history">.*?</ol>', item(), re.DOTALL)[0]
        )

    assert 'id="undo"' in item()
    assert re.search(r'id="undo"[^>]* disabled', item()), "nothing was done yet"
    seen = [facts()]
    for action, values in (
        ("edit", {"name": "备注", "value": "先摸底"}),
        ("assign", {"v.整改责任单位": "市水利局", "v.整改时限": "10月15日", "confirm": "yes"}),
        ("report", {"progress": "查了一半"}),
        ("delay", {"new_due": "10月30日", "reason": "汛期", "approver": "李某"}),
        ("return", {"reason": "单位不对"}),
    ):
        step(action, **values)
        seen.append(facts())
    assert len(set(seen)) == len(seen)
    step("clear", 422, approver="李某")
    for before in reversed(seen[:-1]):
        told = str(page.post("/ledger/undo").headers["Location"])
        assert "撤销了" in urllib.parse.unquote(told)
        assert facts() == before
    page.post("/ledger/undo", 422)
    for after in seen[1:]:
        page.post("/ledger/redo")
        assert facts() == after
    page.post("/ledger/undo")
    step("edit", name="备注", value="另一句")
    page.post("/ledger/redo", 422)
    assert "另一句" in item()


def test_a_step_is_not_undone_over_what_somebody_else_did_since(page, office):
    from tongzhi.ledger import service
    from tongzhi.web.book import open_book, step_by

    where = speech(page)
    page.post(f"{where}/ledger")
    number = urllib.parse.unquote(re.search(r"/ledger/item\?no=([^\"]+)", page.get("/ledger"))[1])
    page.post("/ledger/step", no=number, action="edit", by="陈某", name="备注", value="甲")
    with open_book(office) as book, book.writing() as conn:
        service.edit(conn, number, step_by(office, "王某"), values={"备注": "乙"})
    told = page.post("/ledger/undo", 422).get_data(as_text=True)
    assert "后来又办过事" in told
    assert "乙" in page.get(f"/ledger/item?no={urllib.parse.quote(number)}")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ("单位名称: [1,2\n", "第"),
        ("没有这一项: 1\n", "这不像本单位配置"),
        ("\x00\x01", "不是文本文件"),
        ("", "这不像本单位配置"),
    ],
)
def test_office_that_cannot_be_read_is_named_taken_back_or_put_aside(page, office, wrong, says):
    page.post("/office", office_name="临江市安委办")
    page.post("/settings/rooms", **{"rooms.0.name": "北楼九层会议室"})
    kept = office.folder / "本单位.yaml"
    kept.write_text(wrong, encoding="utf-8")
    for path, code in (("/", 200), ("/notice", 422), ("/settings", 200)):
        shown = page.get(path, code)
        assert "本单位的设置读不出来" in shown
        assert says in shown, path
        assert "YAML" not in shown
        assert not re.search(r"<p>[；：]", shown)
    page.post("/speech", 422, text="各县区要排查。")
    page.post("/settings/back", part="office")
    assert "读不出来" not in page.get("/notice")
    kept.write_text(wrong, encoding="utf-8")
    told = urllib.parse.unquote(str(page.post("/settings/aside").headers["Location"]))
    assert "放在一边1" in told
    assert "读不出来" not in page.get("/notice")
    assert (office.folder / "本单位.放在一边1.yaml").read_text(encoding="utf-8") == wrong


def test_what_columns_were_taken_for_by_hand_is_known_next_time(page):
    roster = "县区,啥毛病\n甲县,台账不全\n乙县,通道堵塞\n".encode()
    where = page.drop("/batch", "名册.csv", roster, type="circular")
    page.get(where)
    assert "上次这样选的" not in page.get(where)
    page.post(where, type="circular", header=["县区", "啥毛病"], field=["县区", "存在问题"], kept="field")
    page.post(page.way("work.undo", job=page.job(where).id))
    assert page.job(where).state["columns"] == {}
    again = page.drop("/batch", "又一份.csv", roster, type="circular")
    shown = page.get(again)
    assert "上次这样选的" in shown
    assert page.job(again).state["columns"] == {"啥毛病": "存在问题"}
    other = page.drop("/batch", "通知名册.csv", roster, type="notice")
    assert "上次这样选的" not in page.get(other), "each kind of paper by itself"


def test_page_and_command_remember_columns_in_one_file(page, office):
    from tongzhi.read.mappings import extend_mapping, read_mapping

    roster = "甲栏,啥毛病\n甲县,台账不全\n,通道堵塞\n".encode()
    where = page.drop("/batch", "名册.csv", roster, type="circular")
    page.get(where)
    page.post(where, type="circular", header=["甲栏", "啥毛病"], field=["县区", "存在问题"], kept="field")
    assert read_mapping(None, "通报", office.folder)["啥毛病"] == "存在问题", (
        "what the page learned, the command knows"
    )
    path, data = extend_mapping(None, "通报", {"甲栏": "县区（同上）"}, office.folder)
    path.write_bytes(data)
    again = page.drop("/batch", "又一份.csv", roster, type="circular")
    shown = page.get(again)
    assert page.job(again).state["columns"]["甲栏"] == "县区（同上）", "and the other way round"
    assert "不知道给谁" not in shown, "blanks are filled from above, as the command does"


def test_columns_that_the_page_once_kept_by_itself_are_still_known(page, office):
    roster = "县区,啥毛病\n甲县,台账不全\n".encode()
    (office.folder / "公文").mkdir(exist_ok=True)
    (office.folder / "公文" / "列对照.json").write_text(
        '{"circular": {"啥毛病": "存在问题"}}', encoding="utf-8"
    )
    where = page.drop("/batch", "名册.csv", roster, type="circular")
    page.get(where)
    assert page.job(where).state["columns"] == {"啥毛病": "存在问题"}


def test_columns_of_one_field_that_were_not_touched_stay_as_they_were_read(page):
    roster = "县区,问题1,问题2,备用\n甲县,台账不全,通道堵塞,x\n".encode()
    where = page.drop("/batch", "名册.csv", roster, type="circular")
    page.get(where)
    headers = ["县区", "问题1", "问题2", "备用"]
    page.post(
        where, type="circular", header=headers, field=["县区", "存在问题", "存在问题", "备注"], kept="field"
    )
    assert page.job(where).state["columns"] == {"备用": "备注"}, "only what a person changed"


def test_work_damaged_from_outside_comes_back_as_far_as_it_is_left(page):
    where = speech(page)
    job = page.job(where)
    task = json.loads(job.state["tasks"])["tasks"][0]["id"]
    page.post(f"{where}/edit", 200, task=task, owner="市水利局")
    page.post(f"{where}/edit", 200, task=task, due="10月底前")
    kept = job.folder / "内容.json"
    whole = kept.read_bytes()
    for left in (whole[: len(whole) // 2], b"", b"[1]", None):
        kept.write_bytes(left) if left is not None else kept.unlink()
        shown = page.get(where)
        assert "市水利局</button>" in shown, "the state before the last act"
        assert "全市防汛工作会议" in page.get("/")
        page.post(f"{where}/edit", 200, task=task, due="10月底前")
    assert list(job.folder.glob("内容.读不出-*.json"))
    for broken in ("{", "[]"):
        (job.folder / "工作.json").write_text(broken, encoding="utf-8")
        assert "全市防汛工作会议" in page.get("/")
        assert "市水利局</button>" in page.get(where)


def test_work_whose_folder_is_elsewhere_is_told_and_found_again(page, office):
    where = speech(page)
    meeting = page.job(where).folder.parent
    meeting.rename(meeting.with_name("防汛会"))
    page.get(where)
    (office.folder / "公文").rename(office.folder / "公文（旧）")
    assert "不在原处了" in page.get(where, 404)
    (office.folder / "公文（旧）").rename(office.folder / "公文")
    page.get(where)


def test_what_cannot_be_read_leaves_no_work_behind(page):
    broken = (io.BytesIO(b"PK broken"), "坏.docx")
    for path, values in {
        "/check": {"file": broken},
        "/notice/old": {"file": (io.BytesIO(b"PK broken"), "旧.docx")},
        "/compare": {
            "old": (io.BytesIO(b"PK broken"), "一.docx"),
            "new": (io.BytesIO("各县区".encode()), "二.txt"),
        },
    }.items():
        told = page.post(path, 422, **values).get_data(as_text=True)
        assert ".docx" in told
        assert "没起名" not in page.get("/")
        assert "继续上次" not in page.get("/"), path
