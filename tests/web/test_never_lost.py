"""Mishaps of a working day in Chromium: nothing that was typed or decided is lost."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time

import pytest

from .browsing import MARKS

pytestmark = MARKS
SPEECH = "在全市会议上的讲话\n同志们：\n市应急管理局要在9月底前完成复查。市教育局要在10月15日前完成校园排查。"


def begin_notice(reader, name="全市安全生产工作会议"):
    reader.open("/notice")
    reader.type("[name=meeting_name]", f"{name}\t")
    reader.until(lambda: re.search(r"/notice/\w+", reader.driver.current_url), "a work of its own")
    reader.settle()
    return reader.driver.current_url


def begin_speech(reader, tmp_path):
    (tmp_path / "讲话.txt").write_text(SPEECH, encoding="utf-8")
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    return reader.driver.current_url


def warns(reader):
    """Whether leaving now asks first; the driver itself answers that question unseen."""
    return reader.driver.execute_script(
        "return !window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"
    )


def value(reader, name):
    return reader.find(f"[name='{name}']").get_attribute("value")


def test_leaving_at_once_after_the_last_letter_keeps_it(reader):
    where = begin_notice(reader)
    reader.find("[name=main_venue]").send_keys("市政府三楼会议室")
    reader.open("/")  # within the wait for the next letter
    reader.driver.get(where)
    assert value(reader, "main_venue") == "市政府三楼会议室"


def test_going_back_and_forth_with_the_browser_shows_what_was_typed_last(reader):
    where = begin_notice(reader)
    reader.type("[name=main_venue]", "一楼会议室\t")
    reader.settle()
    reader.open("/ledger")
    reader.driver.back()
    reader.until(lambda: where in reader.driver.current_url, f"{where}, not {reader.driver.current_url}")
    assert value(reader, "main_venue") == "一楼会议室"
    reader.type("[name=main_venue]", "二楼会议室\t")
    reader.settle()
    reader.driver.forward()
    reader.driver.back()
    reader.until(lambda: value(reader, "main_venue") == "二楼会议室", "the last value")


def test_a_card_left_in_the_middle_of_typing_keeps_what_was_typed(reader, tmp_path):
    where = begin_speech(reader, tmp_path)
    cards = reader.all("#cards .task[data-list=all]")
    reader.click(cards[0])
    number = cards[0].get_attribute("data-number")
    card = f"#cards .task[data-list=all][data-number='{number}']"
    if not reader.all("#e-owner"):
        reader.keys("e")
    field = reader.find("#e-owner")
    field.clear()
    field.send_keys("市住建局")
    reader.click(reader.find(f"#cards .task[data-list=all]:not([data-number='{number}'])"))
    reader.until(lambda: "市住建局" in reader.find(card).text, "the words typed, without Enter")
    reader.driver.get(where)
    assert "市住建局" in reader.find(card).text


def test_a_card_left_open_warns_before_the_page_goes(reader, tmp_path):
    begin_speech(reader, tmp_path)
    card = reader.find("#cards .task[data-list=all]")
    reader.click(card)
    if not reader.all("#e-owner"):
        reader.keys("e")
    reader.find("#e-owner").send_keys("、市住建局")
    assert warns(reader)


def test_a_step_in_the_ledger_half_written_warns_before_it_is_left(reader, tmp_path):
    begin_speech(reader, tmp_path)
    reader.click(reader.find("form[action$='/ledger'] button"))
    reader.find(".board")
    reader.click(reader.find(".item a"))
    reader.type("#a-person", "李某")
    assert warns(reader)
    reader.driver.execute_script("for (const one of document.forms) one.reset()")
    assert not warns(reader)


def test_the_way_in_lost_in_the_middle_of_a_form_is_told_and_nothing_goes(reader):
    where = begin_notice(reader)
    reader.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    reader.find("[name=main_venue]").send_keys("市政府三楼会议室\t")
    reader.until(lambda: "没存上" in reader.text, "that it was not saved")
    assert value(reader, "main_venue") == "市政府三楼会议室", "what was typed stays on the page"
    assert reader.driver.current_url == where


def test_work_put_into_the_trash_by_mistake_is_back_with_one_press(reader):
    begin_notice(reader, "误删的会议")
    reader.open("/")
    reader.click(reader.find("form[action*='/trash/'] button"))
    reader.sees("移到废件箱了")
    reader.click(reader.link("放回来"))
    reader.until(lambda: "误删的会议" in reader.find(".list").text)


def test_files_that_are_none_begin_nothing_and_escape_puts_all_away(reader, tmp_path):
    (tmp_path / "坏.docx").write_bytes(b"PK broken")
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    reader.open("/")
    reader.give("#any", tmp_path / "坏.docx", tmp_path / "图.png")
    reader.find("#ask[open]")
    assert not reader.find("#ask .main-act").is_enabled()
    reader.open("/")
    assert not reader.all(".home-split"), "no work was begun"


def test_words_pasted_into_the_dialog_survive_its_closing_by_mistake(reader):
    from selenium.webdriver.common.keys import Keys

    reader.click(reader.link("粘贴文字"))
    reader.find("#pasted").send_keys("各县区要在10月15日前完成排查。")
    reader.keys(Keys.ESCAPE)
    reader.click(reader.link("粘贴文字"))
    assert value(reader, "text") == "各县区要在10月15日前完成排查。"


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of Unix")
def test_a_page_killed_in_the_middle_goes_on_where_it_was(reader, tmp_path):
    folder = tmp_path / "killed"
    folder.mkdir()

    def start(port: int) -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            [sys.executable, "-m", "tongzhi", "serve", "--port", str(port)], cwd=folder, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", "TONGZHI_TODAY": "2026-09-21"},
        )  # fmt: skip
        assert process.stdout is not None
        return process, process.stdout.readline().strip().split("：", 1)[1]

    first, address = start(0)
    second = None
    before = reader.address
    try:
        reader.address = address.partition("/?")[0]
        reader.driver.get(address)
        where = begin_notice(reader)
        reader.type("[name=main_venue]", "三楼会议室\t")
        reader.settle()
        os.kill(first.pid, signal.SIGKILL)
        first.wait(10)
        reader.find("[name=rsvp_due]").send_keys("9月29日12点\t")
        reader.until(lambda: "没存上" in reader.text, "that it is not saved while nobody answers")
        second, address = start(int(reader.address.rpartition(":")[2]))
        reader.driver.switch_to.new_window("tab")
        reader.driver.get(address)
        reader.sees("全市安全生产工作会议")
        reader.driver.get(where)
        assert value(reader, "main_venue") == "三楼会议室"
        reader.driver.close()
        reader.driver.switch_to.window(reader.driver.window_handles[0])
        reader.until(lambda: "没存上" not in reader.text, "saved once somebody answers again", wait=30)
        time.sleep(0.5)
        reader.driver.get(where)
        assert "9月29日" in value(reader, "rsvp_due")
    finally:
        reader.address = before
        for process in (first, second):
            if process is not None:
                if process.poll() is None:
                    process.kill()
                process.wait(10)
                process.stdout.close()
