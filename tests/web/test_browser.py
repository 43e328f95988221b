"""Every way of the page in Debian's Chromium, from the first click to the opened download."""

from __future__ import annotations

import io
import os
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tongzhi.resources import corpus_path
from tongzhi.web.app import Office, create_app
from tongzhi.web.guard import Guard
from tongzhi.word.text import read_text

from .conftest import DAY, TOKEN

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
SHOTS = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
WAIT = 20
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(CHROMIUM).is_file() and not os.environ.get("TONGZHI_REQUIRE_TOOLS"),
        reason="no Chromium here",
    ),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # sockets of the driver
]


class Reader:
    """Somebody at the browser, with a folder for what is downloaded."""

    def __init__(self, driver: Any, address: str, downloads: Path) -> None:
        self.driver = driver
        self.address = address
        self.downloads = downloads

    def open(self, path: str = "/") -> None:
        self.driver.get(self.address + path)

    def find(self, css: str) -> Any:
        return self.until(lambda: next(iter(self.driver.find_elements("css selector", css)), None), css)

    def all(self, css: str) -> list[Any]:
        return list(self.driver.find_elements("css selector", css))

    def link(self, words: str) -> Any:
        return self.until(
            lambda: next(
                iter(
                    self.driver.find_elements(
                        "xpath", f"//*[self::a or self::button][contains(normalize-space(.), '{words}')]"
                    )
                ),
                None,
            ),
            words,
        )

    def click(self, element: Any) -> None:
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def until(self, found: Callable[[], Any], what: object = "") -> Any:
        from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException

        end = time.monotonic() + WAIT
        while time.monotonic() < end:
            try:
                value = found()
            except (NoSuchElementException, StaleElementReferenceException):  # between two pages
                value = None
            if value:
                return value
            time.sleep(0.05)
        raise AssertionError(f"not there: {what}\n{self.text[:2000]}")

    @property
    def text(self) -> str:
        return str(self.driver.find_element("tag name", "body").text)

    def sees(self, words: str) -> None:
        self.until(lambda: words in self.text, words)

    def fill(self, css: str, value: str) -> None:
        """Set a field as typing does; dates are set whole, their parts depend on the language of the browser."""
        self.driver.execute_script(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
            self.find(css),
            value,
        )

    def type(self, css: str, value: str) -> None:
        field = self.find(css)
        field.clear()
        field.send_keys(value)

    def give(self, css: str, *paths: Path) -> None:
        self.find(css).send_keys("\n".join(map(str, paths)))

    def download(self, act: Callable[[], None]) -> bytes:
        before = set(self.downloads.iterdir())
        act()

        def arrived() -> list[Path]:
            fresh = [path for path in self.downloads.iterdir() if path not in before]
            return (
                []
                if any(path.suffix in (".crdownload", ".tmp") for path in fresh)
                else [path for path in fresh if not path.name.startswith(".")]
            )

        data: bytes = self.until(arrived, "a download")[0].read_bytes()
        return data

    def pages_shown(self) -> None:
        self.until(
            lambda: any(
                one.is_displayed()
                for one in self.all(".page[data-shown=yes] img, .page[data-shown=yes] .sheet")
            ),
            "pages",
        )

    def shot(self, name: str) -> None:
        if os.environ.get("TONGZHI_SCREENSHOTS"):
            SHOTS.mkdir(parents=True, exist_ok=True)
            self.driver.execute_script("window.scrollTo(0, 0)")
            time.sleep(0.3)
            self.driver.save_screenshot(str(SHOTS / f"{name}.png"))

    def errors(self) -> list[str]:
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--lang=zh-CN", "--window-size=1366,768",
        f"--user-data-dir={tmp_path_factory.mktemp('chromium')}",
    ):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    started = webdriver.Chrome(
        options=options,
        service=webdriver.ChromeService(
            DRIVER, env={**os.environ, "LANGUAGE": "zh_CN", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
        ),
    )
    yield started
    started.quit()


@pytest.fixture
def reader(driver: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    from waitress import create_server

    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    folder, downloads = tmp_path / "office", tmp_path / "downloads"
    folder.mkdir()
    downloads.mkdir()
    app = create_app(Office(folder, None, DAY), Guard(TOKEN))
    server = create_server(app, host="127.0.0.1", port=0, threads=8)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    driver.execute_cdp_cmd(
        "Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(downloads)}
    )
    driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
    reading = Reader(driver, f"http://127.0.0.1:{server.effective_port}", downloads)
    reading.open(f"/?token={TOKEN}")
    reading.errors()
    yield reading
    driver.get("about:blank")
    server.close()
    thread.join(0.5)
    app.extensions["tongzhi.workspace"].close()


def set_up_office(reader: Reader) -> None:
    reader.type("input[name=office_name]", "临江市安全生产委员会办公室")
    reader.click(reader.link("记住"))
    reader.until(lambda: not reader.all("input[name=office_name]"), "the question to be gone")


def fill_notice(reader: Reader) -> None:
    reader.type("[name=meeting_name]", "全市安全生产工作会议")
    reader.fill("[name=start]", "2026-09-30T09:00")
    reader.type("[name=main_venue]", "市政府三楼会议室")
    reader.type("[name='attendees.0.group']", "市安委会成员单位")
    reader.type("[name='attendees.0.level']", "分管负责人")
    reader.fill("[name=rsvp_due]", "2026-09-29T12:00")


def test_a_notice_in_five_values_and_three_steps(reader, tmp_path):
    reader.shot("first")
    set_up_office(reader)
    reader.click(reader.link("发会议通知"))
    fill_notice(reader)
    reader.type("[name='contact.0.name']", "陈某")
    reader.type("[name='contact.0.phone']", "0971-8230001")
    reader.shot("notice")
    reader.click(reader.link("看页面"))
    reader.sees("通知做好了")
    reader.pages_shown()
    reader.shot("notice-done")
    data = reader.download(lambda: reader.click(reader.find("#take-paper")))
    assert "关于召开全市安全生产工作会议的通知" in read_text(data)
    reply = reader.download(lambda: reader.click(reader.find("#take-reply")))
    assert openpyxl.load_workbook(io.BytesIO(reply)).active.cell(2, 3).value == "姓名"
    reader.click(reader.find("[data-copy]"))
    reader.until(lambda: "已" in reader.find("[data-copied]").text)
    old = tmp_path / "去年的会议通知.docx"
    old.write_bytes(data)
    reader.open("/")
    reader.sees("全市安全生产工作会议")
    reader.give("#any", old)
    reader.until(lambda: "/notice/" in reader.driver.current_url)
    assert reader.find("[name=main_venue]").get_attribute("value") == "市政府三楼会议室"
    assert not reader.errors()


def test_rows_are_added_and_moved_and_errors_stand_beside_their_field(reader):
    reader.open("/notice")
    fill_notice(reader)
    reader.type("[name=issuer]", "临江市安委办")
    reader.type("[name='contact.0.name']", "陈某")
    reader.type("[name='contact.0.phone']", "0971-8230001")
    reader.click(reader.find("summary"))
    agenda = "[data-rows=agenda]"
    reader.type(f"{agenda} .record-row:nth-child(1) [name$='.item']", "先前写的")
    reader.click(reader.find(f"{agenda} [data-add]"))
    reader.type(f"{agenda} .record-row:nth-child(2) [name$='.item']", "移上去的")
    reader.click(reader.find(f"{agenda} .record-row:nth-child(2) [data-up]"))
    reader.fill("[name=rsvp_due]", "2026-09-30T12:00")
    reader.click(reader.link("看页面"))
    reader.sees("还有几处要改")
    assert "回执截止" in reader.find(".field.wrong .error-text").text
    assert reader.driver.switch_to.active_element.get_attribute("name") == "rsvp_due"
    reader.shot("notice-errors")
    reader.fill("[name=rsvp_due]", "2026-09-29T12:00")
    reader.click(reader.link("看页面"))
    reader.sees("通知做好了")
    text = read_text(reader.download(lambda: reader.click(reader.find("#take-paper"))))
    assert text.index("移上去的") < text.index("先前写的")


def test_a_speech_from_the_drop_to_the_zip(reader, tmp_path):
    speech = tmp_path / "市长讲话.txt"
    speech.write_bytes(corpus_path("samples/city.txt").read_bytes())
    reader.give("#any", speech)
    reader.sees("待确认")
    count = len(reader.all("article.task"))
    sentence = reader.find(".unit.none")
    number = sentence.get_attribute("data-number")
    reader.click(sentence)
    sentence.send_keys("t")
    reader.until(lambda: len(reader.all("article.task")) == count + 1, "one task more")
    assert "action" in reader.find(f"#s-{number}").get_attribute("class")
    task = reader.find(f"article[data-number='{number}']")
    assert "shown" in task.get_attribute("class")
    owner = reader.find(f"article[data-number='{number}'] [data-field=owner]")
    owner.send_keys("市教育局\t")
    reader.until(
        lambda: (
            reader.find(f"article[data-number='{number}'] [data-field=owner]").get_attribute("value")
            == "市教育局"
            and "已由人改过" in reader.find(f"article[data-number='{number}']").text
        )
    )
    first = reader.find("article.task [data-show]")
    shown = first.get_attribute("data-show")
    reader.click(first)
    assert "shown" in reader.find(f"#s-{shown}").get_attribute("class")
    reader.shot("speech")
    reader.click(reader.find("[data-confirm-all]"))
    reader.sees("没有待确认的")
    reader.driver.refresh()
    assert len(reader.all("article.task")) == count + 1
    reader.click(reader.link("下一步：出文件"))
    for name, value in {
        "meeting_name": "全市安全生产工作会议", "main_venue": "市政府三楼会议室", "chair.name": "李某", "speaker.name": "张某",
        "speaker.title": "市长", "issuer": "临江市安全生产委员会", "contact.0.name": "陈某", "contact.0.phone": "0971-8230001", "counties": "青川县",
    }.items():  # fmt: skip
        reader.type(f"[name='{name}']", value)
    reader.fill("[name=start]", "2026-09-28T09:00")
    reader.click(reader.find("input[value=整改清单]"))
    reader.shot("papers")
    reader.click(reader.find("form.paper-form .actions button"))
    reader.sees("做好")
    package = zipfile.ZipFile(io.BytesIO(reader.download(lambda: reader.click(reader.find("#take-all")))))
    assert "部署方案.docx" in package.namelist()
    assert "整改清单.docx" not in package.namelist()
    tasks = openpyxl.load_workbook(io.BytesIO(package.read("任务清单.xlsx")))
    assert any("市教育局" in str(cell.value) for row in tasks.active.iter_rows() for cell in row)
    reader.pages_shown()
    reader.shot("papers-done")
    assert not reader.errors()


def test_a_roster_from_the_drop_to_the_zip_and_a_reload_loses_nothing(reader, tmp_path):
    roster = tmp_path / "县区名册.csv"
    names = [f"第{number}县" for number in range(1, 31)]
    roster.write_text(
        "县区,送给谁\n" + "".join(f"{name},{name}人民政府\n" for name in names), encoding="utf-8"
    )
    reader.give("#any", roster)
    reader.sees("各列认成了什么")
    reader.fill("select[name=type]", "notice")
    reader.click(reader.link("照这样再看"))
    reader.sees("批量发文：会议通知")
    reader.driver.execute_script(
        "const s = document.querySelector('select[aria-label=\"送给谁当作\"]'); s.value = '主送机关'; s.dispatchEvent(new Event('change'))"
    )
    for opened in reader.all("details:not([open]) > summary"):
        reader.click(opened)
    for name, value in {
        "c.issuer": "临江市安委办", "c.title": "关于召开会议的通知", "c.purpose": "为部署工作，决定召开会议。", "c.meeting_name": "全市会议",
        "c.main_venue": "三楼会议室", "c.agenda.0.item": "部署工作", "c.attendees.0.group": "分管负责人", "c.contact.0.name": "陈某",
        "c.contact.0.phone": "0971-8230001",
    }.items():  # fmt: skip
        reader.type(f"[name='{name}']", value)
    reader.fill("[name='c.start']", "2026-09-30T09:00")
    reader.click(reader.link("照这样再看"))
    reader.sees("第一份")
    reader.pages_shown()
    reader.shot("batch")
    reader.click(reader.link("生成 30 份"))
    reader.driver.refresh()
    reader.sees("做好 30 份")
    reader.shot("batch-done")
    package = zipfile.ZipFile(
        io.BytesIO(reader.download(lambda: reader.click(reader.find("[data-file='全部文件.zip']"))))
    )
    papers = [name for name in package.namelist() if name.endswith(".docx")]
    assert len(papers) == 30
    assert "第30县人民政府" in read_text(package.read(papers[-1]))
    merged = reader.download(lambda: reader.click(reader.find("[data-file='合并打印.docx']")))
    assert "第17县人民政府" in read_text(merged)
    result = openpyxl.load_workbook(
        io.BytesIO(reader.download(lambda: reader.click(reader.find("[data-file='批量结果.xlsx']"))))
    )
    assert result.active.max_row >= 31


def test_an_untidy_paper_is_put_right_one_by_one_and_at_once(reader, tmp_path):
    import docx

    made = docx.Document()
    for line in (
        "关于做好安全工作的通知",
        "各县区人民政府：",
        "一、总体要求",
        "请认真抓好落实。",
        "临江市人民政府",
        "2026年9月28日",
    ):
        made.add_paragraph(line)
    made.save(tmp_path / "乱的文件.docx")
    original = (tmp_path / "乱的文件.docx").read_bytes()
    reader.give("#any", tmp_path / "乱的文件.docx")
    reader.sees("能自动改的")
    reader.click(reader.find(".findings button"))
    reader.sees("已采纳 1 处")
    reader.click(reader.link("全部采纳"))
    reader.find("#take-after")
    reader.pages_shown()
    reader.shot("check")
    data = reader.download(lambda: reader.click(reader.find("#take-after")))
    assert data != original
    assert "请认真抓好落实。" in read_text(data)
    before = reader.find("#tab-before")
    reader.click(before)
    assert reader.find("#before").is_displayed()
    assert not reader.find("#after").is_displayed()


def test_replies_become_seats_that_are_dragged_and_moved_by_keyboard(reader, tmp_path):
    book = openpyxl.Workbook()
    for row in [("单位", "姓名", "职务", "手机")] + [
        (f"第{n}县", f"张{c}", "副县长", f"138000000{n:02d}") for n, c in enumerate("一二三四五六七八九", 1)
    ]:
        book.active.append(row)
    book.save(tmp_path / "参会回执.xlsx")
    reader.click(reader.link("收回执排会务"))
    reader.type("#title", "全市会议")
    reader.give("#replies", tmp_path / "参会回执.xlsx")
    reader.click(reader.link("汇总"))
    reader.sees("参会 9 人")
    reader.shot("replies")
    summary = reader.download(lambda: reader.click(reader.find("#take-summary")))
    assert "张九" in [
        row[2].value for row in openpyxl.load_workbook(io.BytesIO(summary))["参会人员"].iter_rows()
    ]
    reader.click(reader.link("排座位"))

    def seat(name: str) -> Any:
        return reader.driver.find_element("xpath", f"//button[contains(@class, 'seat')][b='{name}']")

    one, two = seat("张一").get_attribute("data-seat"), seat("张二").get_attribute("data-seat")
    from selenium.webdriver import ActionChains

    ActionChains(reader.driver).drag_and_drop(seat("张一"), seat("张二")).perform()
    reader.sees("已对调")
    assert seat("张一").get_attribute("data-seat") == two
    assert seat("张二").get_attribute("data-seat") == one
    three = seat("张三").get_attribute("data-seat")
    from selenium.webdriver.common.keys import Keys

    held = seat("张三")
    held.send_keys(Keys.ENTER)
    reader.until(lambda: held.get_attribute("aria-pressed") == "true")
    target = seat("张四")
    target.send_keys(Keys.ENTER)
    reader.until(lambda: seat("张四").get_attribute("data-seat") == three, "seats exchanged by keyboard")
    reader.shot("seats")
    package = zipfile.ZipFile(io.BytesIO(reader.download(lambda: reader.click(reader.find("#take-papers")))))
    assert package.namelist() == ["签到表.docx", "台签.docx", "座次表.docx"]
    reader.driver.refresh()
    assert seat("张四").get_attribute("data-seat") == three


def test_the_ledger_from_a_list_to_the_slips_and_the_clearing(reader, tmp_path):
    rows = "".join(
        f"{n},任务,第{n}项整治,各单位要在9月{n}日前完成第{n}类隐患整治。,市应急管理局,2026-09-{n:02d},2026-09-{n:02d}\n"
        for n in range(10, 29)
    )
    listed = tmp_path / "任务清单.csv"
    listed.write_text("编号,类别,任务,内容,责任单位,时限,到期日\n" + rows, encoding="utf-8")
    reader.click(reader.link("督办台账"))
    reader.give("#list", listed)
    reader.sees("新列 19 条")
    reader.click(reader.find(".late-list .item a"))
    reader.click(reader.link("交单"))
    reader.sees("报进展")
    reader.click(reader.link("督办台账"))
    reader.shot("ledger")
    package = zipfile.ZipFile(io.BytesIO(reader.download(lambda: reader.click(reader.link("出督办单")))))
    slip = next(name for name in package.namelist() if name.endswith(".docx"))
    assert "第10类隐患整治" in read_text(package.read(slip))
    reader.driver.refresh()
    reader.click(reader.find("section[aria-labelledby=list-2] .item a"))
    reader.type("form:has([value=report]) [name=progress]", "已完成")
    reader.fill("[name=done_on]", "2026-09-21")
    reader.type("[name=evidence]", "整改后照片3张")
    reader.click(reader.find("form:has([value=report]) button"))
    reader.type("form:has([value=verify]) [name=verifier]", "李某")
    reader.click(reader.find("form:has([value=verify]) button"))
    reader.type("form:has([value=clear]) [name=approver]", "赵某")
    reader.click(reader.find("form:has([value=clear]) button"))
    reader.until(lambda: not reader.all("[value=clear]"), "the item to be cleared")
    reader.sees("赵某")
    reader.shot("item")
    reader.open("/ledger/charts")
    assert reader.all("svg rect")
    reader.shot("charts")
    reader.open("/ledger")
    book = openpyxl.load_workbook(io.BytesIO(reader.download(lambda: reader.click(reader.link("导出")))))
    assert any("清单" in str(cell.value) for row in book.active.iter_rows() for cell in row)
    assert not reader.errors()


LABELLED = """
return [...document.querySelectorAll("input:not([type=hidden]), select, textarea, button, a")].filter((e) => {
  if (e.closest("template")) return false;
  const name = e.getAttribute("aria-label") || (e.labels && [...e.labels].map((l) => l.textContent).join("").trim()) || e.textContent.trim() || e.title;
  return !name;
}).map((e) => e.outerHTML.slice(0, 200));
"""
CONTRAST = """
const parse = (c) => (c.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
const light = ([r, g, b]) => [r, g, b].map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }).reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
return [...document.querySelectorAll("body *")].filter((e) => {
  if (!e.checkVisibility() || e.disabled || e.closest("svg, .sheet") || ![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) return false;
  const a = light(parse(getComputedStyle(e).color)), b = light(ground(e));
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
}).map((e) => e.outerHTML.slice(0, 200));
"""
STRUCTURE = """
const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
const faults = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => "twice: " + id);
if (document.documentElement.lang !== "zh-CN") faults.push("lang");
if (!document.querySelector("main") || document.querySelectorAll("h1").length !== 1) faults.push("landmarks");
for (const e of document.querySelectorAll("img:not([alt])")) faults.push("alt: " + e.src);
for (const e of document.querySelectorAll("[aria-controls], [aria-labelledby]")) for (const n of ["aria-controls", "aria-labelledby"]) { const v = e.getAttribute(n); if (v && !document.getElementById(v)) faults.push(n + ": " + v); }
if (document.documentElement.scrollWidth > document.documentElement.clientWidth) faults.push("wider than the screen");
return faults;
"""


def check_page(reader: Reader) -> None:
    for script in (LABELLED, CONTRAST, STRUCTURE):
        assert not reader.driver.execute_script(script), reader.driver.current_url


def test_every_page_is_labelled_readable_and_fits_the_screen(reader, tmp_path):
    for path in ("/", "/notice", "/desk", "/speech", "/batch", "/check", "/ledger"):
        reader.open(path)
        check_page(reader)
    speech = tmp_path / "讲话.txt"
    speech.write_bytes(corpus_path("samples/county.txt").read_bytes())
    reader.open("/")
    reader.give("#any", speech)
    reader.sees("任务")
    check_page(reader)
    reader.click(reader.link("列入督办台账"))
    reader.sees("列单")
    check_page(reader)
    reader.click(reader.find(".item a"))
    check_page(reader)


def test_the_first_screen_is_walked_by_keyboard(reader):
    from selenium.webdriver import ActionChains
    from selenium.webdriver.common.keys import Keys

    reader.open("/")
    reached = []
    for _ in range(30):
        ActionChains(reader.driver).send_keys(Keys.TAB).perform()
        reached.append(
            reader.driver.switch_to.active_element.text.split("\n")[0]
            or reader.driver.switch_to.active_element.get_attribute("id")
        )
    assert reached[0] == "跳到正文"
    for name in ("发会议通知", "督办台账", "any", "打开"):
        assert name in reached
    outline = reader.driver.execute_script(
        "document.querySelector('.tiles a').focus(); return getComputedStyle(document.querySelector('.tiles a')).outlineStyle"
    )
    assert outline == "solid"
