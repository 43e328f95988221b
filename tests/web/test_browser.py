"""Every way of the page in Debian's Chromium, from the first click to the opened download."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl

from tongzhi.resources import corpus_path
from tongzhi.word.text import read_text

from .browsing import MARKS, Reader

pytestmark = MARKS


def set_up_office(reader: Reader) -> None:
    reader.type("input[name=office_name]", "临江市安全生产委员会办公室")
    reader.click(reader.link("记住"))
    reader.until(lambda: not reader.all("input[name=office_name]"), "the question to be gone")


def fill_notice(reader: Reader) -> None:
    reader.type("[name=meeting_name]", "全市安全生产工作会议")
    reader.type("[name=start]", "2026年9月30日上午9点")
    reader.type("[name=main_venue]", "市政府三楼会议室")
    reader.type("[name=attendees]", "市安委会成员单位 分管负责人")
    reader.type("[name=rsvp_due]", "9月29日12点")


def test_a_notice_in_five_values_and_three_steps(reader, tmp_path):
    reader.shot("first")
    set_up_office(reader)
    reader.click(reader.link("发会议通知"))
    fill_notice(reader)
    reader.type("[name=contact]", "陈某 0971-8230001\t")
    reader.until(
        lambda: "关于召开全市安全生产工作会议的通知" in reader.find(".pane.desk").text,
        "the page beside the form",
    )
    reader.shot("notice")
    reader.click(reader.link("出通知"))
    reader.find("#take-paper")
    reader.pages_shown()
    reader.shot("notice-done")
    data = reader.download(lambda: reader.click(reader.find("#take-paper")))
    assert "关于召开全市安全生产工作会议的通知" in read_text(data)
    reply = reader.download(lambda: reader.click(reader.find("#take-reply")))
    assert openpyxl.load_workbook(io.BytesIO(reply)).active.cell(2, 3).value == "姓名"
    reader.click(reader.find("[data-copy]"))
    reader.until(lambda: "已" in reader.find(".toast").text)
    old = tmp_path / "去年的会议通知.docx"
    old.write_bytes(data)
    reader.open("/")
    reader.sees("全市安全生产工作会议")
    reader.drop(old)
    reader.until(lambda: "/notice/" in reader.driver.current_url)
    reader.sees("照上次的改")
    assert "市政府三楼会议室" in reader.text
    reader.click(reader.link("照这样填进去"))
    reader.until(lambda: reader.find("[name=main_venue]").get_attribute("value") == "市政府三楼会议室")
    assert not reader.errors()


def test_rows_are_added_and_moved_and_errors_stand_beside_their_field(reader):
    reader.open("/notice")
    fill_notice(reader)
    reader.type("[name=issuer]", "临江市安委办")
    reader.type("[name=contact]", "陈某 0971-8230001\t")
    reader.until(lambda: "/notice/" in reader.driver.current_url)
    reader.settle()
    reader.driver.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    agenda = "[data-rows=agenda]"
    reader.type(f"{agenda} .record-row:nth-child(1) [name$='.item']", "先前写的")
    reader.settle()
    reader.click(reader.find(f"{agenda} [data-add]"))
    reader.type(f"{agenda} .record-row:nth-child(2) [name$='.item']", "移上去的")
    reader.settle()
    reader.click(reader.find(f"{agenda} .record-row:nth-child(2) [data-up]"))
    reader.type("[name=rsvp_due]", "9月30日12点\t")
    reader.until(
        lambda: "回执截止" in reader.find(".field.wrong .error-text").text, "the error at leaving the field"
    )
    reader.click(reader.link("出通知"))
    reader.sees("改好就能出")
    reader.until(lambda: reader.driver.switch_to.active_element.get_attribute("name") == "rsvp_due")
    reader.shot("notice-errors")
    reader.type("[name=rsvp_due]", "9月29日12点\t")
    reader.until(lambda: not reader.all(".field.wrong"), "the error to be gone")
    reader.click(reader.link("出通知"))
    text = read_text(reader.download(lambda: reader.click(reader.find("#take-paper"))))
    assert text.index("移上去的") < text.index("先前写的")
    reader.settle()


def test_a_speech_from_the_drop_to_the_zip(reader, tmp_path):
    speech = tmp_path / "市长讲话.txt"
    speech.write_bytes(corpus_path("samples/city.txt").read_bytes())
    reader.drop(speech)
    reader.find("#cards")
    shown = "#cards .task[data-list=all]:not([hidden])"
    count = len(reader.all(shown))
    sentence = reader.find("#text .sent[data-kind=none]")
    number = sentence.get_attribute("data-number")
    reader.click(sentence)
    reader.keys("t")
    reader.until(lambda: len(reader.all(shown)) == count + 1, "one task more")
    assert reader.find(f"#s-{number}").get_attribute("data-kind") == "action"
    card = f"#cards .task[data-list=all][data-number='{number}']"
    reader.until(lambda: "open" in reader.find(card).get_attribute("class"))
    reader.click(reader.find(f"{card} [data-edit=owner]"))
    reader.find("#e-owner").send_keys("市教育局\n")
    reader.until(
        lambda: "市教育局" in reader.find(f"{card} .parts").text and "改过" in reader.find(card).text
    )
    first = reader.find(shown)
    reader.click(first)
    place = first.get_attribute("data-number")
    reader.until(lambda: "now" in reader.find(f"#s-{place}").get_attribute("class"))
    reader.shot("speech")
    reader.click(reader.find("[data-confirm-all]"))
    reader.until(lambda: reader.find("#open-count").text == "0", "everything to be confirmed")
    reader.driver.refresh()
    assert len(reader.all(shown)) == count + 1
    reader.click(reader.link("下一步：定稿单"))
    for name, value in {
        "meeting_name": "全市安全生产工作会议", "main_venue": "市政府三楼会议室", "chair": "李某", "speaker": "张某，市长", "issuer": "临江市安全生产委员会", "contact": "陈某 0971-8230001", "counties": "青川县",
        "start": "2026年9月28日上午9点",
    }.items():  # fmt: skip
        reader.type(f"[name='{name}']", value)
    reader.until(
        lambda: reader.find("input[value=整改清单]").click() is None, "the list is taken out"
    )  # saved meanwhile
    reader.shot("papers")
    reader.until(lambda: reader.click(reader.link("出文件")) is None, "to the papers")
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
    reader.drop(roster)
    reader.sees("各列当作什么")
    reader.fill("select[name=type]", "notice")
    reader.sees("批量发会议通知")
    reader.fill("select[aria-label='送给谁当作']", "主送机关")
    reader.driver.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    for name, value in {
        "c.issuer": "临江市安委办", "c.title": "关于召开会议的通知", "c.purpose": "为部署工作，决定召开会议。", "c.meeting_name": "全市会议",
        "c.main_venue": "三楼会议室", "c.agenda.0.item": "部署工作", "c.attendees.0.group": "分管负责人", "c.contact.0.name": "陈某",
        "c.contact.0.phone": "0971-8230001", "c.start": "2026年9月30日上午9点\t",
    }.items():  # fmt: skip
        reader.type(f"[name='{name}']", value)
    reader.until(
        lambda: "第1县人民政府" in reader.find(".pane.desk").text, "the first paper beside the columns"
    )
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
    reader.drop(tmp_path / "乱的文件.docx")
    reader.sees("能自动改的")
    reader.pages_shown()
    reader.find(".finding .spot, .spot, .sheet")
    reader.click(reader.find("[data-accept]"))
    reader.sees("已采纳 1 处")
    reader.click(reader.link("其余都采纳"))
    reader.until(lambda: not reader.all("[data-accept]"), "everything to be accepted")
    reader.pages_shown()
    reader.shot("check")
    data = reader.download(lambda: reader.click(reader.find("#take-after")))
    assert data != original
    assert "请认真抓好落实。" in read_text(data)
    reader.click(reader.find("#undo"))
    reader.sees("已采纳 1 处")
    reader.click(reader.link("原来"))
    reader.until(lambda: "see=before" in reader.driver.current_url)
    reader.pages_shown()


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

    reader.find("#hall")
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
    reader.until(lambda: seat("张三").get_attribute("aria-pressed") == "true")
    seat("张四").send_keys(Keys.ENTER)
    reader.until(lambda: seat("张四").get_attribute("data-seat") == three, "seats exchanged by keyboard")
    reader.shot("seats")
    package = zipfile.ZipFile(io.BytesIO(reader.download(lambda: reader.click(reader.find("#take-papers")))))
    assert package.namelist() == ["签到表.docx", "台签.docx", "座次表.docx"]
    reader.driver.refresh()
    assert seat("张四").get_attribute("data-seat") == three
    reader.chord(Keys.CONTROL, "z")
    reader.until(lambda: seat("张三").get_attribute("data-seat") == three, "the exchange undone")


def test_the_ledger_from_a_list_to_the_slips_and_the_clearing(reader, tmp_path):
    rows = "".join(
        f"{n},任务,第{n}项整治,各单位要在9月{n}日前完成第{n}类隐患整治。,市应急管理局,2026-09-{n:02d},2026-09-{n:02d}\n"
        for n in range(10, 29)
    )
    listed = tmp_path / "任务清单.csv"
    listed.write_text("编号,类别,任务,内容,责任单位,时限,到期日\n" + rows, encoding="utf-8")
    reader.click(reader.link("督办台账"))
    reader.give("#list", listed)
    reader.find("#ask[open]")
    reader.click(reader.find("#ask .main-act"))
    reader.sees("新列 19 条")
    reader.click(reader.find("section[aria-labelledby=list-1] .item.late a"))
    reader.click(reader.link("交单"))
    reader.sees("报进展")
    reader.open("/ledger")
    reader.shot("ledger")
    reader.click(reader.link("本周催办（1 个单位）"))
    assert "第10类隐患整治" in reader.find(".sheet").text
    package = zipfile.ZipFile(io.BytesIO(reader.download(lambda: reader.click(reader.link("份催办单")))))
    slip = next(name for name in package.namelist() if name.endswith(".docx"))
    assert "第10类隐患整治" in read_text(package.read(slip))
    reader.open("/ledger")
    reader.click(reader.find("section[aria-labelledby=list-2] .item a"))
    reader.type("#r-progress", "已完成")
    reader.type("#r-done", "2026年9月21日")
    reader.type("#r-proof", "整改后照片3张")
    reader.click(reader.find("#f-report button"))
    reader.type("#v-who", "李某")
    reader.click(reader.find("#f-verify button"))
    reader.type("#c-who", "赵某")
    reader.click(reader.find("#f-clear button"))
    reader.until(lambda: not reader.all("#f-clear"), "the item to be cleared")
    reader.sees("赵某")
    reader.shot("item")
    reader.open("/ledger/charts")
    assert reader.all("svg rect")
    reader.shot("charts")
    reader.open("/ledger")
    book = openpyxl.load_workbook(io.BytesIO(reader.download(lambda: reader.click(reader.link("导出")))))
    assert any("清单" in str(cell.value) for row in book.active.iter_rows() for cell in row)
    assert not reader.errors()


def test_the_first_screen_is_walked_by_keyboard(reader):
    from selenium.webdriver.common.keys import Keys

    reader.open("/")
    reached = []
    for _ in range(30):
        reader.keys(Keys.TAB)
        active = reader.driver.switch_to.active_element
        reached.append(active.text.split("\n")[0] or active.get_attribute("id"))
    assert reached[0] == "跳到正文"
    for name in ("选择文件", "发会议通知", "督办台账", "粘贴文字"):
        assert name in reached
    outline = reader.driver.execute_script(
        "document.querySelector('.ways a').focus(); return getComputedStyle(document.querySelector('.ways a')).outlineStyle"
    )
    assert outline == "solid"
