"""Only this machine's browser, only from the page itself, and nothing of the machine by a URL."""

from __future__ import annotations

import io
import os
import re
import socket
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import openpyxl
import pytest

import tongzhi.web
from tongzhi.web.app import MAX_UPLOAD, create_app
from tongzhi.web.guard import Guard
from tongzhi.web.office import Office

from .conftest import TOKEN, Page

EVIL = "<script>alert(1)</script>"


def test_without_the_token_nothing_is_shown(app):
    answer = app.test_client().get("/")
    assert answer.status_code == 403
    assert "请从桌面打开" in answer.get_data(as_text=True)


def test_the_token_opens_once(app):
    first = app.test_client()
    assert first.get(f"/?token={TOKEN}").status_code == 302
    assert first.get("/").status_code == 200
    second = app.test_client()
    assert second.get(f"/?token={TOKEN}").status_code == 403
    assert second.get("/").status_code == 403
    assert first.get("/").status_code == 200


def test_a_wrong_token_does_not_spend_the_right_one(app):
    client = app.test_client()
    assert client.get("/?token=guess").status_code == 403
    assert client.get("/?token=四个字").status_code == 403
    assert client.get(f"/?token={TOKEN}").status_code == 302


def test_the_session_cookie_is_strict_and_out_of_reach_of_scripts(app):
    cookie = app.test_client().get(f"/?token={TOKEN}").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1.evil.example", "192.168.1.5:8765", "[::2]:8765", ""],
)
def test_other_names_of_the_machine_are_refused(page, host):
    assert page.client.get("/", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "LOCALHOST"])
def test_local_names_are_served(app, host):
    client = app.test_client()
    assert client.get(f"/?token={TOKEN}", base_url=f"http://{host}").status_code == 302


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_posts_from_other_pages_are_refused(page, headers):
    answer = page.client.post(
        "/speech", data={"form_key": page.key, "text": "各县区要排查隐患。"}, headers=headers
    )
    assert answer.status_code == 403


@pytest.mark.parametrize("key", ["", "guess", "四个字"])
def test_posts_without_the_key_of_the_page_are_refused(page, key):
    assert (
        page.client.post("/speech", data={"form_key": key, "text": "各县区要排查隐患。"}).status_code == 403
    )


def posting_rules(app):
    return [rule for rule in app.url_map.iter_rules() if "POST" in rule.methods]


def test_every_post_asks_for_the_key(app, page):
    for rule in posting_rules(app):
        path = re.sub(r"<[^>]+>", "0" * 32, rule.rule)
        assert page.client.post(path).status_code == 403, path


def test_nothing_is_changed_by_a_get(app):
    changing = {
        "ledger.import_list",
        "ledger.step",
        "ledger.slips",
        "speech.turn",
        "desk.move",
        "batch.run",
        "check.accept",
    }
    for rule in app.url_map.iter_rules():
        if rule.endpoint in changing:
            assert "GET" not in rule.methods


def test_a_file_above_the_limit_is_413(page, app):
    app.config["MAX_CONTENT_LENGTH"] = 100_000
    answer = page.client.post(
        "/check", data={"form_key": page.key, "file": (io.BytesIO(b"x" * 200_000), "大.docx")}
    )
    assert answer.status_code == 413
    assert "50 MB" in answer.get_data(as_text=True)


def test_the_limit_is_fifty_megabytes(app):
    assert app.config["MAX_CONTENT_LENGTH"] == MAX_UPLOAD == 50_000_000


def speech(page: Page) -> str:
    return str(page.post("/speech", text="各县区要在10月15日前完成尾矿库排查整治。").headers["Location"])


@pytest.mark.parametrize(
    "path",
    [
        "../内容.json",
        "..%2f%E5%86%85%E5%AE%B9.json",
        "%2e%2e/内容.json",
        "..\\内容.json",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "../../../../../etc/passwd",
        "原件/讲话.txt",
    ],
)
@pytest.mark.parametrize("way", ["file", "pages", "picture"])
def test_no_file_outside_the_results_is_reachable(page, path, way):
    job = speech(page).rsplit("/", 1)[1]
    answer = page.client.get(f"/work/{job}/{way}/{path}")
    assert answer.status_code in (400, 404, 308)
    assert b"root:" not in answer.data


@pytest.mark.parametrize("name", ["..", "%2e%2e", "0" * 32, "x" * 32, "0" * 31])
def test_no_job_outside_the_workspace_is_reachable(page, name):
    for way in ("speech", "check", "batch", "desk", "notice"):
        assert page.client.get(f"/{way}/{name}").status_code in (400, 404, 308, 405)


def test_a_job_opens_only_on_its_own_page(page):
    job = speech(page).rsplit("/", 1)[1]
    page.get(f"/check/{job}", 404)


@pytest.mark.parametrize(
    "name",
    ["../../evil.txt", "..\\..\\evil.txt", "/tmp/evil.txt", "C:\\evil.txt", "CON.txt", ".txt", "a\x00b.txt"],
)
def test_upload_names_lead_nowhere(page, name):
    where = page.drop("/speech", name, "各县区要在10月15日前完成尾矿库排查整治。".encode())
    job = page.job(where)
    inside = [path for path in job.inputs.rglob("*") if path.is_file()]
    assert len(inside) == 1
    assert job.folder.resolve().is_relative_to(page.app.extensions["tongzhi.workspace"].folder.resolve())
    assert not list(job.space.folder.parent.glob("evil*"))
    page.get(where)


def test_names_and_contents_are_escaped_in_a_speech(page):
    shown = page.get(
        page.drop("/speech", f"讲话{EVIL}.txt", f"各县区要在10月15日前完成{EVIL}排查整治。".encode())
    )
    assert EVIL not in shown
    assert "&lt;script&gt;" in shown


def test_names_and_contents_are_escaped_in_a_check(page, tmp_path):
    import docx

    made = docx.Document()
    made.add_paragraph(f"关于{EVIL}的通知")
    made.add_paragraph(f"{EVIL}：")
    made.save(tmp_path / "a.docx")
    where = page.drop("/check", f"{EVIL}.docx", (tmp_path / "a.docx").read_bytes())
    assert EVIL not in page.get(where)
    from tongzhi.web.preview import page_html

    assert EVIL not in page_html((tmp_path / "a.docx").read_bytes())


def test_contents_are_escaped_at_the_desk_in_a_batch_and_in_the_ledger(page):
    book = openpyxl.Workbook()
    for row in (("单位", "姓名", "职务", "手机"), (EVIL, "张三", EVIL, "1")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    where = page.drop("/desk", "回执.xlsx", stream.getvalue(), "replies", title=EVIL)
    assert EVIL not in page.get(where)
    assert EVIL not in page.get(f"{where}/seats")
    assert EVIL not in page.get("/")
    roster = f"县区,主送机关,{EVIL}\n{EVIL},甲,乙\n".encode()
    assert EVIL not in page.get(page.drop("/batch", "名册.csv", roster, type="notice"))
    tasks = f"编号,类别,任务,内容\n1,任务,{EVIL},{EVIL}\n".encode()
    answer = page.client.get(page.drop("/ledger/import", "任务清单.csv", tasks))
    assert EVIL not in answer.get_data(as_text=True)
    answer = page.client.get(f"/ledger/item?no={EVIL}")
    assert EVIL not in answer.get_data(as_text=True)


def test_the_policy_forbids_foreign_and_inline_code(page):
    for path in ("/", "/static/page.css", "/nowhere"):
        answer = page.client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        answer.close()
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy


def test_no_template_has_inline_code_or_style():
    templates = list((Path(tongzhi.web.__file__).parent / "templates").glob("*.html"))
    assert len(templates) > 10
    for path in templates:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\son\w+=|\sstyle=|<style|javascript:|https?://", text), path.name
        assert not re.search(r"<script(?![^>]*\ssrc=)", text), path.name


def test_pages_are_not_kept_by_the_browser(page):
    answer = page.client.get("/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_work_is_private_and_stays_and_temporary_files_go_on_close(tmp_path):
    app = create_app(Office(tmp_path), Guard(TOKEN))
    page = Page(app)
    where = speech(page)
    page.get(where)
    workspace, folder = app.extensions["tongzhi.workspace"], page.job(where).folder
    assert stat.S_IMODE(workspace.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(workspace.scratch.folder.stat().st_mode) == 0o700
    workspace.close()
    assert not workspace.scratch.folder.exists()
    assert (folder / "内容.json").is_file()
    again = Page(create_app(Office(tmp_path), Guard(TOKEN)))
    assert "尾矿库" in again.get(where)
    again.app.extensions["tongzhi.workspace"].close()


def test_our_own_fault_is_told_without_a_traceback(page, app, monkeypatch):
    monkeypatch.setattr("tongzhi.web.workspace.Workspace.works", lambda *_, **__: 1 / 0)
    answer = page.client.get("/")
    assert answer.status_code == 500
    assert "程序内部出错" in answer.get_data(as_text=True)
    assert "Traceback" not in answer.get_data(as_text=True)
    assert "ZeroDivision" not in answer.get_data(as_text=True)


def test_fifty_at_once_lose_nothing(page, app):
    cookie = page.client.get_cookie("tongzhi_session").value
    job = speech(page)
    text = "".join(f"第{n}，各单位要在10月{n % 28 + 1}日前完成第{n}类隐患排查整治。\n" for n in range(1, 51))

    def one(number: int) -> bool:
        client = app.test_client()
        client.set_cookie("tongzhi_session", cookie)
        key = {"form_key": page.key}
        made = client.post(
            "/speech", data={**key, "text": f"各县区要在10月15日前完成第{number}号尾矿库排查整治。"}
        )
        assert made.status_code == 302
        assert f"第{number}号尾矿库" in client.get(made.headers["Location"]).get_data(as_text=True)
        assert client.post(f"{made.headers['Location']}/ledger", data=key).status_code == 302
        edited = client.post(
            f"{shared}/edit", data={**key, "task": tasks[number - 1], "owner": f"第{number}局"}
        )
        return edited.status_code == 200

    shared = str(page.post("/speech", text=text).headers["Location"])
    tasks = re.findall(r'<article class="task[^>]* data-task="([^"]+)"[^>]*data-list="all"', page.get(shared))
    assert len(tasks) == 50
    with ThreadPoolExecutor(50) as pool:
        assert all(pool.map(one, range(1, 51)))
    shown = page.get(shared)
    assert all(f"第{number}局</button>" in shown for number in range(1, 51))
    page.get(job)
    board = page.get("/ledger")
    assert int(re.search(r'列单 <span class="soft small-text count-of">(\d+)<', board)[1]) == 50


def test_a_taken_port_ends_with_two(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        command = [sys.executable, "-m", "tongzhi", "serve", "--port", str(taken.getsockname()[1])]
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False, env={**os.environ, "TMPDIR": str(tmp_path)}
        )  # fmt: skip
    assert done.returncode == 2
    assert "端口" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.fixture
def served(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "tongzhi", "serve", "--port", "0"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "TMPDIR": str(tmp_path)},
    )  # fmt: skip
    line = process.stdout.readline()
    yield process, line.strip().split("：", 1)[1]
    if process.poll() is None:
        process.kill()
        process.wait(10)
    process.stdout.close()
    process.stderr.close()


def test_the_server_listens_on_this_machine_only_and_leaves_nothing(served, tmp_path):
    import signal
    import urllib.request

    process, address = served
    assert address.startswith("http://127.0.0.1:")
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with opener.open(address) as answer:
        assert "发会议通知" in answer.read().decode()
    port = int(address.split(":")[2].split("/")[0])
    own = [info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    for name in own:
        if not name.startswith("127."):
            with pytest.raises(OSError), socket.create_connection((name, port), 2):
                pass
    assert list(tmp_path.glob("tongzhi-page-*"))
    process.send_signal(signal.SIGINT)
    for _ in range(100):
        if process.poll() is not None:
            break
        time.sleep(0.1)
    assert process.returncode == 130
    assert not list(tmp_path.glob("tongzhi-page-*"))


def _send(address: str, request: bytes) -> str:
    """Send bytes as they are and give the whole answer; the connection must not be cut while they are sent."""
    port = int(address.rsplit(":", 1)[1].partition("/")[0])
    with socket.create_connection(("127.0.0.1", port), 60) as connection:
        connection.sendall(request)
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def test_what_the_server_itself_refuses_is_told_in_chinese(served):
    _, address = served
    large = b"POST /check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 80000000\r\n\r\n" + b"x" * 80_000_000
    answer = _send(address, large)
    assert answer.startswith("HTTP/1.1 413")
    assert answer.endswith("文件超过 50 MB，请拆小后再传。\n")
    for request in (
        b"GARBAGE\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    ):
        answer = _send(address, request)
        assert answer.startswith(("HTTP/1.1 4", "HTTP/1.0 4"))
        assert answer.partition("\r\n\r\n")[2] == "这个请求不能处理。\n"


def test_redirects_carry_no_english_sentence(app):
    assert app.test_client().get(f"/?token={TOKEN}").data == b""


JUNK = ("x", "2026-13-45", "９９", "-1", "9" * 40, "\x00", "<script>")


@pytest.mark.parametrize("junk", JUNK)
def test_odd_days_and_numbers_are_told(page, junk):
    answer = page.post("/speech", 422, text="各县区要排查隐患。", meeting_date=junk)
    assert "写成 2026-10-31 的样子" in answer.get_data(as_text=True)
    where = speech(page)
    page.get(where)
    answer = page.post(f"{where}/turn", 422, number=junk)
    assert "没有这一句" in answer.get_data(as_text=True)


def test_steps_before_the_first_page_was_shown_lead_nowhere(page):
    for kind, steps in {
        "speech": ("turn", "edit", "confirm", "papers", "ledger"),
        "desk": ("more", "seats", "move"),
        "check": ("accept",),
        "batch": ("run", "back"),
    }.items():
        job = page.app.extensions["tongzhi.workspace"].open_job(kind)
        for step in steps:
            page.post(f"/{kind}/{job.id}/{step}", 404)


def test_uploads_of_one_name_are_all_kept(page):
    def reply(unit: str, name: str) -> tuple[io.BytesIO, str]:
        text = f"单位,姓名,职务,手机\n{unit},{name},局长,13800000000\n"
        return io.BytesIO(text.encode()), "参会回执.csv"

    where = page.post(
        "/desk", replies=[reply("市住建局", "张三"), reply("市水利局", "李四")], chain="1. 市教育局 王五 局长"
    )
    where = str(where.headers["Location"])
    page.post(f"{where}/more", replies=[reply("市林业局", "赵六"), (io.BytesIO(b"x"), "接龙.txt")])
    shown = page.get(f"{where}?show=sure") + page.get(f"{where}?show=ask")
    assert all(name in shown for name in ("张三", "李四", "王五", "赵六"))


def test_our_own_fault_shows_no_traceback_where_the_page_was_started(page, capfd, monkeypatch):
    monkeypatch.setattr("tongzhi.web.workspace.Workspace.works", lambda *_, **__: {}["讲话里的话"])
    page.get("/", 500)
    said = capfd.readouterr().err
    assert "程序内部出错（KeyError）" in said
    assert "Traceback" not in said
    assert "讲话里的话" not in said


def test_a_batch_that_runs_is_stopped_when_the_page_is_closed_and_goes_on_after(tmp_path):
    app = create_app(Office(tmp_path), Guard(TOKEN))
    page = Page(app)
    rows = "".join(f"县{number},台账不全,2026-12-30\n" for number in range(3000))
    where = page.drop("/batch", "名册.csv", f"县区,存在问题,整改时限\n{rows}".encode(), type="circular")
    common = {
        "kind": "交办",
        "issuer": "市安委办",
        "title": "关于交办问题的通报",
        "doc_no": "安委办〔2026〕1号",
    }
    page.post(where, **{f"c.{name}": value for name, value in common.items()})
    page.post(f"{where}/run")
    workspace = app.extensions["tongzhi.workspace"]
    for _ in range(300):
        if re.search(r'"done":[1-9]', page.get(f"{where}/state")):
            break
        time.sleep(0.1)
    workspace.close()
    assert not workspace.scratch.folder.exists()
    for _ in range(600):
        if not [thread for thread in threading.enumerate() if thread.name == "tongzhi-work"]:
            break
        time.sleep(0.1)
    assert not [thread for thread in threading.enumerate() if thread.name == "tongzhi-work"]


def test_today_of_the_environment_counts_on_the_page(tmp_path):
    from tongzhi.cli.main import run

    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        patch.setenv("TONGZHI_TODAY", "2026-09-21")
        days = []
        patch.setattr(
            "tongzhi.cli.serve.serve", lambda office, *_, **__: days.append(office.day().isoformat())
        )
        assert run(["serve"]) == 0
        patch.setenv("TONGZHI_TODAY", "heute")
        assert run(["serve"]) == 2
    assert days == ["2026-09-21"]


def test_form_of_too_many_fields_is_told_as_what_it_is(page, app):
    app.config["MAX_FORM_PARTS"] = 50
    answer = page.post("/notice", 413, **{f"agenda.{number}.item": "x" for number in range(100)})
    assert "项目太多" in answer.get_data(as_text=True)
