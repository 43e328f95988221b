"""Every screen in Chromium: no serious fault of accessibility, no sideways scroll at any size, light and dark."""

from __future__ import annotations

import re
import time
from pathlib import Path

import openpyxl
import pytest

from tongzhi.resources import corpus_path

from .browsing import MARKS, Reader

pytestmark = MARKS
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
SIZES = ((1366, 768), (911, 512), (390, 844))
RUN = """
const done = arguments[arguments.length - 1];
const rules = arguments[0];
axe.run(document, { resultTypes: ["violations"], ...(rules.length ? { runOnly: { type: "rule", values: rules } } : {}) }).then((found) => done(found.violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`)));
"""
WIDER = "return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1 ? [document.documentElement.scrollWidth, document.documentElement.clientWidth] : null"


LAID_OUT = ["scrollable-region-focusable", "label-content-name-mismatch", "link-name", "button-name", "label"]
"""Rules whose outcome follows from the room there is; the others are asked once."""


def inspect(reader: Reader, name: str) -> list[str]:
    """Give what is wrong with the screen shown, at every size, dark once."""
    faults = []
    axe = AXE.read_text(encoding="utf-8")
    reader.driver.execute_script(axe)
    for width, height in SIZES:
        reader.size(width, height)
        wide = reader.driver.execute_script(WIDER)
        if wide:
            faults.append(f"{name} {width}: {wide}")
        rules = [] if width == SIZES[0][0] else LAID_OUT
        faults += [f"{name} {width}: {one}" for one in reader.driver.execute_async_script(RUN, rules)]
        reader.shot(f"{name}-{width}")
    reader.size(1366, 768)
    reader.driver.execute_script("document.documentElement.dataset.theme = 'dark'")
    time.sleep(0.4)  # colours change within 120 ms
    faults += [f"{name} dark: {one}" for one in reader.driver.execute_async_script(RUN, ["color-contrast"])]
    reader.shot(f"{name}-dark")
    reader.driver.execute_script("delete document.documentElement.dataset.theme")
    return faults


@pytest.fixture
def busy_office(reader, tmp_path):
    """An office with a speech in work, a ledger, replies and a paper being checked; gives the addresses of the screens."""
    import docx

    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/city.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    speech = reader.driver.current_url
    reader.click(reader.find("form[action$='/ledger'] button"))
    reader.find(".board")
    item = reader.find(".item a").get_attribute("href")
    book = openpyxl.Workbook()
    for row in [
        ("单位", "姓名", "职务", "手机"),
        *((f"第{n}县", f"张{c}", "副县长", f"138000000{n:02d}") for n, c in enumerate("一二三四五", 1)),
        ("第九县", "张九", "副县长", "123"),
    ]:
        book.active.append(row)
    book.save(tmp_path / "参会回执.xlsx")
    reader.drop(tmp_path / "参会回执.xlsx")
    reader.find(".tools")
    desk = reader.driver.current_url.partition("?")[0]
    paper = docx.Document()
    for line in ("关于做好安全工作的通知", "各县区人民政府：", "请认真抓好落实,按时完成。", "2026年9月28日"):
        paper.add_paragraph(line)
    paper.save(tmp_path / "乱.docx")
    reader.drop(tmp_path / "乱.docx")
    reader.find(".finding")
    check = reader.driver.current_url
    (tmp_path / "名册.csv").write_text(
        "县区,存在问题,整改时限\n青川县,台账不全,9月30日\n白水县,通道堵塞,2026-11-31\n", encoding="utf-8"
    )
    reader.drop(tmp_path / "名册.csv", kinds="")
    reader.find(".table")
    batch = reader.driver.current_url
    reader.open("/compare")
    for css, words in (
        ("#old", "市应急局48小时内报送2684家名单，必须整改。"),
        ("#new", "市商务局9月18日前报送2864家名单，应当整改。"),
    ):
        file = tmp_path / f"方案{css[1:]}.txt"
        file.write_text(f"关于做好安全工作的方案\n{words}\n", encoding="utf-8")
        reader.give(css, file)
    reader.click(reader.link("比一比"))
    reader.find(".diff ins")
    return {
        "compare": reader.driver.current_url, "start-compare": "/compare", "home": "/", "notice": "/notice", "speech": speech, "final": f"{speech}/papers", "desk-ask": f"{desk}?show=ask", "desk-sure": f"{desk}?show=sure",
        "seats": f"{desk}/seats", "check": check, "batch": batch, "batch-rows": f"{batch}/rows", "ledger": "/ledger", "table": "/ledger?as=table",
        "item": item, "charts": "/ledger/charts", "urge": "/ledger/urge", "settings": "/settings", "machine": "/settings/machine", "trash": "/trash",
        "start-speech": "/speech", "start-desk": "/desk", "start-batch": "/batch", "start-check": "/check", "lost": "/nowhere",
    }  # fmt: skip


def test_every_screen_is_usable_by_everybody_at_every_size(reader, busy_office):
    faults: list[str] = []
    for name, address in busy_office.items():
        reader.driver.get(address if address.startswith("http") else reader.address + address)
        reader.find("main")
        faults += inspect(reader, name)
    assert not faults, "\n".join(faults)


def test_a_stranger_is_shown_the_way_in(reader):
    reader.driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    reader.open("/")
    reader.sees("请从桌面打开")
    assert not inspect(reader, "locked")


def test_twelve_files_at_once_are_asked_about_and_the_wrong_ones_told(reader, tmp_path):
    for number in range(9):
        (tmp_path / f"讲话{number}.txt").write_text(
            f"在第{number}次会议上的讲话\n同志们：\n各县区要抓好排查。", encoding="utf-8"
        )
    (tmp_path / "坏.docx").write_bytes(b"PK broken")
    (tmp_path / "空.xlsx").write_bytes(b"")
    (tmp_path / "图.png").write_bytes(b"\x89PNG")
    reader.give("#any", *sorted(tmp_path.glob("*.*")))
    reader.find("#ask[open]")
    reader.sees("放进来 12 个文件")
    assert reader.text.count("不处理") == 3
    reader.click(reader.link("就这样，做 9 个"))
    reader.sees("开了 9 件")
    reader.click(reader.link("撤销这批"))
    reader.until(lambda: "第0次会议" not in reader.text, "the works to be taken back")
    assert not reader.errors()


def test_twelve_files_let_fall_anywhere_on_any_page_are_asked_about(reader):
    reader.open("/settings")
    reader.driver.execute_script(
        """
        const carried = new DataTransfer();
        for (let n = 0; n < 11; n += 1) carried.items.add(new File([`在第${n}次会议上的讲话\\n同志们：\\n各县区要抓好排查。`], `讲话${n}.txt`));
        carried.items.add(new File(["\\u0000坏"], "坏.exe"));
        for (const name of ["dragenter", "dragover", "drop"]) document.querySelector("main").dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: carried }));
        """
    )
    reader.find("#ask[open]")
    reader.sees("放进来 12 个文件")
    assert reader.text.count("不处理") == 1
    reader.keys("\ue00c")  # Escape: the harmless answer
    reader.open("/")
    assert not reader.all(".home-split"), "nothing was begun"


def test_items_are_handed_over_and_a_notice_is_written_by_keyboard_alone(reader, tmp_path):
    from selenium.webdriver.common.keys import Keys

    (tmp_path / "讲话.txt").write_text(
        "在全市会议上的讲话\n（2026年9月21日）\n同志们：\n市教育局要在10月15日前完成校园排查。\n市水利局要在9月底前查清险库。\n",
        encoding="utf-8",
    )
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    reader.click(reader.find("form[action$='/ledger'] button"))
    reader.find(".board")
    for _ in range(40):
        reader.keys(Keys.TAB)
        if reader.driver.execute_script("return document.activeElement.hasAttribute('data-all')"):
            break
    reader.keys(Keys.SPACE)
    reader.until(lambda: reader.find("#hand [data-ticked]").text == "2", "the number on the button to follow")
    reader.keys(Keys.TAB, Keys.ENTER)
    reader.sees("交单 2 项")
    reader.until(lambda: not reader.all("#hand"), "nothing left to hand over")
    reader.chord(Keys.CONTROL, "z")
    reader.until(lambda: len(reader.all(".pick")) == 2, "both back after one step")
    reader.open("/notice")
    reader.driver.execute_script("document.querySelector('[name=meeting_name]').focus()")
    for words in ("全市会议", "9月30日上午9点", "三楼会议室", "市直各部门 分管负责人", "9月29日12点"):
        reader.keys(words, Keys.TAB)
        if reader.driver.switch_to.active_element.get_attribute("type") == "checkbox":  # 待定
            reader.keys(Keys.TAB)
    reader.settle()
    filled = {
        name: reader.find(f"[name={name}]").get_attribute("value")
        for name in ("meeting_name", "start", "main_venue", "attendees", "rsvp_due")
    }
    assert all(filled.values()), filled


def test_typing_fast_loses_no_letter_and_the_field_is_never_replaced(reader):
    words = "全市危险化学品和矿山安全生产专项整治三年行动推进会议暨第四季度安委会全体会议"
    reader.open("/notice")
    field = reader.find("[name=meeting_name]")
    for letter in words:
        field.send_keys(letter)
    reader.find("[name=main_venue]").send_keys("市政府三楼会议室")
    reader.until(lambda: "/notice/" in reader.driver.current_url, "the work to be begun")
    reader.find("[name=main_venue]").send_keys("（东）\t")
    reader.until(lambda: "已存" in reader.find("#saved").text)
    reader.driver.refresh()
    assert reader.find("[name=meeting_name]").get_attribute("value") == words
    assert reader.find("[name=main_venue]").get_attribute("value") == "市政府三楼会议室（东）"


def test_closing_the_browser_and_coming_back_needs_no_new_address(reader, tmp_path):
    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/county.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    cookies = reader.driver.get_cookies()
    assert all(cookie.get("expiry") for cookie in cookies if cookie["name"].startswith("tongzhi_session"))
    reader.open("/")
    reader.sees("继续上次")
    reader.click(reader.find(".list a.name"))
    reader.find("#cards")
    reader.driver.back()
    reader.sees("继续上次")


def test_two_windows_see_each_other_and_a_conflict_is_shown(reader, tmp_path):
    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/county.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    address, first = reader.driver.current_url, reader.driver.current_window_handle
    reader.click(reader.find("#cards .task[data-list=all] [data-edit=owner]"))
    task = reader.find(".task.edit").get_attribute("data-task")
    reader.type("#e-owner", "市教育局")
    reader.driver.switch_to.new_window("tab")
    reader.driver.get(address)
    reader.click(reader.find(f"[id='t-{task}'] [data-edit=owner]"))
    reader.type("#e-owner", "市水利局\n")
    reader.until(lambda: "市水利局" in reader.find(f"[id='t-{task}'] .parts").text)
    reader.driver.close()
    reader.driver.switch_to.window(first)
    # the list may be drawn anew when the window comes back; what was typed stays
    reader.until(lambda: reader.find("#e-owner").get_attribute("value") == "市教育局")
    reader.click(reader.find("#e-owner"))
    reader.keys("\ue007")  # Enter
    reader.sees("在两个窗口里都改过")
    assert "市水利局" in reader.find("#conflict").text
    reader.click(reader.find("#conflict [data-mine]"))
    reader.until(lambda: "市教育局" in reader.find(f"[id='t-{task}'] .parts").text)


def test_a_speech_is_worked_through_by_keyboard_alone(reader, tmp_path):
    from selenium.webdriver.common.keys import Keys

    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/city.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    shown = "#cards .task[data-list=all]:not([hidden])"
    count = len(reader.all(shown))
    reader.keys("j")
    second = reader.find(".task.open").get_attribute("data-task")
    reader.keys("e")
    reader.until(lambda: reader.driver.switch_to.active_element.get_attribute("id") == "e-owner")
    reader.keys(Keys.ESCAPE)
    reader.until(lambda: not reader.all(".task.edit"))
    reader.keys("t")
    reader.until(lambda: len(reader.all(shown)) == count - 1, "the task to be out")
    assert not reader.all(f"[id='t-{second}'][data-list=all]")
    reader.chord(Keys.CONTROL, "z")
    reader.until(lambda: len(reader.all(shown)) == count, "the task to be back")
    reader.keys("?")
    reader.find("#keys[open]")
    reader.keys(Keys.ESCAPE)
    stops = reader.driver.execute_script(
        "return [...document.querySelectorAll('a[href], button, input, select, textarea, [tabindex]')].filter((e) => e.tabIndex >= 0 && !e.disabled && e.checkVisibility() && !e.closest('dialog:not([open])')).length"
    )
    assert stops < 60, stops
    reader.size(1366, 768)


def test_words_misheard_are_changed_everywhere_and_words_chosen_become_a_task(reader, tmp_path):
    (tmp_path / "讲话.txt").write_text(
        "同志们：\n城管局要在月底前查清燃气管线。\n大家都看到了，城管局的队伍很辛苦。\n", encoding="utf-8"
    )
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    reader.click(reader.find("[data-find]"))
    reader.type("#find", "城管局")
    reader.type("#instead", "市城管局")
    reader.until(lambda: reader.find("#hits").text == "1 / 2")
    reader.click(reader.find("[data-all]"))
    reader.sees("换了 2 处")
    reader.until(lambda: reader.find("#text").text.count("市城管局") == 2)
    count = len(reader.all("#cards .task[data-list=all]:not([hidden])"))
    reader.drag(reader.find("#text .sent[data-kind=none][data-number='2']"), 4, 130)
    reader.click(reader.find("#chosen:not([hidden]) [data-chosen=add]"))
    reader.until(
        lambda: len(reader.all("#cards .task[data-list=all]:not([hidden])")) == count + 1,
        "the task of chosen words",
    )
    assert not reader.errors()


def test_two_windows_of_a_notice_show_each_others_values_and_the_older_one_beside(reader):
    reader.open("/notice")
    reader.type("[name=meeting_name]", "全市会议\t")
    reader.until(lambda: re.search(r"/notice/\w{32}", reader.driver.current_url), "the work to be begun")
    reader.settle()
    address, first = reader.driver.current_url, reader.driver.current_window_handle
    reader.driver.switch_to.new_window("tab")
    reader.driver.get(address)
    reader.type("[name=main_venue]", "三楼会议室\t")
    reader.settle()
    reader.driver.execute_script("window.stale = document.querySelector('[data-version]').dataset.version")
    reader.driver.switch_to.window(first)
    reader.until(
        lambda: reader.find("[name=main_venue]").get_attribute("value") == "三楼会议室",
        "the other window's value",
    )
    # both windows stand side by side, so that neither notices the other by coming into sight
    reader.driver.execute_script(
        "const mark = document.querySelector('[data-version]'); mark.dataset.version = mark.dataset.version.replace(/\\d+$/, '1')"
    )
    reader.type("[name=main_venue]", "二楼会议室\t")
    reader.sees("以前写的是：三楼会议室")
    reader.settle()
    reader.click(reader.link("用那个"))
    reader.until(lambda: reader.find("[name=main_venue]").get_attribute("value") == "三楼会议室")
    reader.driver.close() if len(reader.driver.window_handles) > 1 else None
    reader.driver.switch_to.window(reader.driver.window_handles[0])
    assert not reader.errors()


def test_typing_over_what_the_page_filled_in_while_other_fields_are_being_saved(reader, tmp_path):
    from selenium.webdriver.common.keys import Keys

    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/city.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    reader.click(reader.link("下一步：定稿单"))
    reader.find("[name=start]")
    values = {
        "meeting_name": "另一个会议",
        "start": "2026年9月28日上午9点",
        "main_venue": "三楼会议室",
        "chair": "李某，副市长",
    }
    for name, value in values.items():  # as a person types: the whole field is chosen and written over
        reader.click(reader.find(f"[name={name}]"))
        reader.chord(Keys.CONTROL, "a")
        reader.keys(value)
    box = reader.find("input[value=整改清单]")
    reader.click(box)
    reader.settle()
    assert not reader.find("input[value=整改清单]").is_selected()
    reader.driver.refresh()
    shown = {name: reader.find(f"[name={name}]").get_attribute("value") for name in values}
    assert shown == values
    assert not reader.find("input[value=整改清单]").is_selected()


def test_a_refused_step_keeps_what_was_typed_and_ctrl_z_takes_a_step_back(reader, tmp_path):
    from selenium.webdriver.common.keys import Keys

    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/county.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    reader.click(reader.find("form[action$='/ledger'] button"))
    reader.click(reader.find(".board .item a"))
    reader.type("#a-unit", "市水利局")
    reader.type("#a-person", "张某")
    reader.type("#a-due", "2月31日")
    reader.click(reader.find("#f-assign [name=confirm]"))
    assert reader.driver.execute_script("return document.querySelectorAll('form[data-unsaved]').length") == 1
    reader.click(reader.find(".bar .main-act"))
    reader.sees("2月没有31日")
    assert reader.find("#a-unit").get_attribute("value") == "市水利局"
    assert reader.find("#a-person").get_attribute("value") == "张某"
    assert reader.find("#f-assign [name=confirm]").is_selected()
    assert reader.find("#f-assign[data-unsaved]")
    reader.type("#a-due", "10月15日")
    reader.click(reader.find(".bar .main-act"))
    reader.find("#f-report")
    reader.sees("交单 任务")
    assert not reader.all("form[data-unsaved]")
    reader.driver.execute_script("document.activeElement.blur()")
    reader.chord(Keys.CONTROL, "z")
    reader.find("#f-assign")
    reader.sees("撤销了")
    reader.chord(Keys.CONTROL, "y")
    reader.find("#f-report")


def test_a_tick_that_is_only_for_this_time_stays_while_fields_are_saved(reader, tmp_path):
    (tmp_path / "讲话.txt").write_bytes(corpus_path("samples/county.txt").read_bytes())
    reader.drop(tmp_path / "讲话.txt")
    reader.find("#cards")
    reader.click(reader.link("下一步：定稿单"))
    reader.click(reader.find("[name=early]"))
    reader.type("[name=main_venue]", "三楼会议室\t")
    reader.settle()
    assert reader.find("[name=early]").is_selected()
    reader.click(reader.find(".bar .main-act"))
    reader.until(lambda: reader.driver.current_url.endswith("/done"), "the papers")
    reader.size(390, 844)
    reader.driver.back()
    reader.find("#final")
    reader.driver.get(reader.driver.current_url.removesuffix("/papers"))
    reader.click(reader.find("[data-find]"))
    reader.until(lambda: reader.find("#find").is_displayed(), "the find bar in the other pane")
