"""Every way from the first click to the download, by the addresses that the page itself uses."""

from __future__ import annotations

import io
import json
import re
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tongzhi.resources import corpus_path
from tongzhi.word.text import read_text

SPEECH = (
    "同志们：\n今天会议开得很好。\n各县区要在10月15日前完成尾矿库排查整治。\n市应急管理局要每周调度一次非煤矿山整治进展。\n"
    "大家辛苦了。\n要对全市危险化学品企业开展一次全面检查。\n"
)


def location(answer) -> str:
    return str(answer.headers["Location"])


def test_first_screen_names_the_six_ways_and_says_it_is_offline(page):
    shown = page.get("/")
    for name in ("发会议通知", "收回执排会务", "讲话出任务", "批量发文", "核稿排版", "督办台账"):
        assert name in shown
    assert "只在这台电脑上运行，不联网。不得处理涉密文件。" in shown


@pytest.mark.parametrize("path", ["/", "/notice", "/desk", "/speech", "/batch", "/check", "/ledger"])
def test_no_page_speaks_of_data_formats_or_terminals(page, path):
    assert not re.search(r"YAML|JSON|schema|终端|命令行|tongzhi ", re.sub(r"<[^>]*>", "", page.get(path)))


def test_the_office_is_asked_for_once_and_kept(page, office):
    assert "先认识一下" in page.get("/")
    book = openpyxl.Workbook()
    for row in (("全称", "简称"), ("青川县人民政府", "青川县"), ("临江市应急管理局", "市应急管理局")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    page.drop(
        "/office", "通讯录.xlsx", stream.getvalue(), "address_list", office_name="临江市安全生产委员会办公室"
    )
    assert "先认识一下" not in page.get("/")
    from tongzhi.web.profile import load_office

    assert [unit.short for unit in load_office(office).units] == ["青川县", "市应急管理局"]


def test_the_question_about_the_office_can_be_skipped(page):
    page.get("/office/skip", 302)
    assert "先认识一下" not in page.get("/")


def test_five_values_make_a_notice(page, notice_values):
    done = location(page.post("/notice", **notice_values))
    shown = page.get(done)
    paper = re.search(r'id="take-paper" href="([^"]+)"', shown)[1]
    text = read_text(page.take(paper))
    assert "关于召开全市安全生产工作会议的通知" in text
    assert "市政府三楼会议室" in text
    reply = openpyxl.load_workbook(
        io.BytesIO(page.take(re.search(r'id="take-reply" href="([^"]+)"', shown)[1]))
    )
    assert "姓名" in [cell.value for cell in reply.active[2]]
    assert (
        "全市安全生产工作会议"
        in re.search(r'<textarea id="group-text"[^>]*>(.*?)</textarea>', shown, re.DOTALL)[1]
    )
    assert "全市安全生产工作会议" in page.get("/")


def test_a_wrong_value_is_told_beside_its_field(page, notice_values):
    shown = page.post("/notice", 422, **notice_values | {"start": "2026-02-30T09:00"}).get_data(as_text=True)
    field = re.search(r'<div class="field wrong[^"]*" id="f-start-field">(.*?)</div>', shown, re.DOTALL)[1]
    assert 'name="start"' in field
    assert "不存在" in field
    assert "市政府三楼会议室" in shown


def test_rows_come_in_the_order_of_the_page(page, notice_values):
    rows = {"agenda.b.item": "先做这个", "agenda.a.item": "再做那个"}
    text = read_text(
        page.take(
            re.search(
                r'id="take-paper" href="([^"]+)"',
                page.get(location(page.post("/notice", **notice_values, **rows))),
            )[1]
        )
    )
    assert text.index("先做这个") < text.index("再做那个")


def test_last_years_notice_comes_back_with_stale_values_yellow(page, notice_values):
    paper = page.take(
        re.search(
            r'id="take-paper" href="([^"]+)"', page.get(location(page.post("/notice", **notice_values)))
        )[1]
    )
    page.app.extensions["tongzhi.office"] = type(page.app.extensions["tongzhi.office"])(
        page.app.extensions["tongzhi.office"].folder, None, __import__("datetime").date(2027, 9, 1)
    )
    where = page.drop("/notice/old", "会议通知.docx", paper)
    shown = page.get(where)
    assert shown.index("已过时 <") < shown.index('id="row-start"') < shown.index("可能变了，看一眼 <")
    assert "2026年9月30日上午9:00" in shown
    page.post(f"{where}/last")
    form = page.get(where)
    assert 'value="市政府三楼会议室"' in form
    assert 'id="f-start" name="start" value=""' in form, "a stale value is not carried into the new notice"


def test_a_speech_gives_tasks_that_can_be_turned_edited_and_confirmed(page):
    where = location(page.post("/speech", text=SPEECH, meeting_date="2026-09-28"))
    shown = page.get(where)
    assert 'class="sent s-task' in shown
    number = re.search(r'data-number="(\d+)" data-kind="none"[^>]*>今天会议', shown)[1]
    told = page.post(f"{where}/turn", 200, number=number).get_json()
    sentence = told["parts"][f"s-{number}"]
    assert 'data-kind="action"' in sentence
    task = re.search(r'data-task="([^"]+)"', sentence)[1]
    told = page.post(
        f"{where}/edit", 200, task=task, owner="市教育局", day="2026-10-20", field="校园"
    ).get_json()
    assert "市教育局" in told["parts"][f"t-{task}"]
    assert "10月20日（二）" in told["parts"][f"t-{task}"]
    assert "cards" not in told["parts"], "only the changed card is sent"
    told = page.post(f"{where}/turn", 200, number=number).get_json()
    assert 'data-kind="none"' in told["parts"][f"s-{number}"]


def test_suggestions_are_counted_and_confirmed(page):
    where = location(page.post("/speech", text=SPEECH))
    shown = page.get(where)
    before = int(re.search(r'id="open-count">(\d+)<', shown)[1])
    assert before >= 1
    assert shown.count('class="task ask"') == before
    assert 'id="open-count">0<' in page.post(f"{where}/confirm", 200).get_json()["parts"]["filters"]


def test_from_the_mayors_speech_to_the_zip(page):
    where = page.drop("/speech", "讲话.txt", corpus_path("samples/city.txt").read_bytes())
    page.get(f"{where}/papers")
    values = {
        "meeting_name": "全市安全生产工作会议", "start": "2026-09-28T09:00", "main_venue": "市政府三楼会议室", "chair.name": "李某",
        "chair.title": "常务副市长", "speaker.name": "张某", "speaker.title": "市长", "issuer": "临江市安全生产委员会",
        "contact.0.name": "陈某", "contact.0.phone": "0971-8230001", "counties": "青川县\n白水县",
    }  # fmt: skip
    done = location(page.post(f"{where}/papers", paper=["任务清单", "部署方案", "会议纪要"], **values))
    data = page.take(re.search(r'id="take-all" href="([^"]+)"', page.get(done))[1])
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert sorted(names) == ["任务清单.xlsx", "会议纪要.docx", "部署方案.docx"]
    assert "市长张某" in read_text(zipfile.ZipFile(io.BytesIO(data)).read("会议纪要.docx"))


def test_what_a_paper_lacks_is_told_beside_its_field(page):
    where = location(page.post("/speech", text=SPEECH))
    shown = page.post(f"{where}/papers", 422, paper="部署方案").get_data(as_text=True)
    assert (
        "没有填写"
        in re.search(
            r'<div class="field wrong[^"]*" id="f-issuer-field">.*?</div>',
            shown,
            re.DOTALL,
        )[0]
    )


ROSTER = "县区,主送机关,发文机关,会议名称,情况\n青川县,青川县人民政府,临江市安委办,全市会议,甲\n白水县,白水县人民政府,临江市安委办,全市会议,乙\n"


def test_a_roster_becomes_one_paper_a_row(page):
    where = page.drop("/batch", "名册.csv", corpus_path("samples/counties.csv").read_bytes(), type="notice")
    shown = page.get(where)
    assert "县区" in shown
    assert "主送机关" in shown
    common = {
        "c.meeting_name": "全市安全生产工作会议", "c.title": "关于召开全市安全生产工作会议的通知", "c.purpose": "为部署工作，决定召开会议。",
        "c.start": "2026-09-30T09:00", "c.main_venue": "三楼会议室", "c.issuer": "临江市安委办", "c.agenda.0.item": "部署工作",
        "c.attendees.0.group": "分管负责人", "c.contact.0.name": "陈某", "c.contact.0.phone": "0971-8230001",
    }  # fmt: skip
    page.post(where, **common)
    shown = page.get(where)
    assert "第一份" in shown, shown
    page.post(f"{where}/run")
    for _ in range(600):
        told = json.loads(page.get(f"{where}/state"))
        if told["state"] != "running":
            break
        time.sleep(0.1)
    assert told["state"] == "done", page.get(where)
    shown = page.get(where)
    data = page.take(re.search(r'data-file="全部文件.zip" href="([^"]+)"', shown)[1])
    names = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.endswith(".docx")]
    assert len(names) == told["total"]
    assert "东岭区人民政府" in read_text(zipfile.ZipFile(io.BytesIO(data)).read(names[0]))


def untidy(tmp_path: Path) -> bytes:
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
    path = tmp_path / "乱.docx"
    made.save(path)
    return path.read_bytes()


def test_findings_are_accepted_one_by_one_or_all_and_the_original_stays(page, tmp_path):
    original = untidy(tmp_path)
    where = page.drop("/check", "乱.docx", original)
    shown = page.get(where)
    keys = re.findall(r'name="key" value="([^"]+)"', shown)
    assert len(keys) > 2
    import html

    page.post(f"{where}/accept", key=html.unescape(keys[0]))
    one = page.take(re.search(r'id="take-after" href="([^"]+)"', page.get(where))[1])
    page.post(f"{where}/accept", all="yes")
    shown = page.get(where)
    every = page.take(re.search(r'id="take-after" href="([^"]+)"', shown)[1])
    assert len({original, one, every}) == 3
    assert read_text(every).replace("\n", "").replace("　", "") == read_text(original).replace("\n", "")
    page.post(f"{where}/accept", all="no")
    assert 'id="take-after"' not in page.get(where)


def replies(rows) -> bytes:
    book = openpyxl.Workbook()
    for row in (("单位", "姓名", "职务", "手机"), *rows):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_replies_are_merged_seats_exchanged_and_papers_made(page):
    people = [("青川县", "张三丰", "副县长", "13800000001"), ("白水县", "李四光", "副县长", "13800000002")]
    where = page.drop("/desk", "回执.xlsx", replies(people), "replies", title="全市会议")
    shown = page.get(where)
    assert "张三丰" in shown
    summary = openpyxl.load_workbook(
        io.BytesIO(page.take(re.search(r'id="take-summary" href="([^"]+)"', shown)[1]))
    )
    assert "李四光" in [row[2].value for row in summary["参会人员"].iter_rows()]
    hall = page.get(f"{where}/seats")
    first, second = re.findall(r'data-seat="([\d-]+)"[^>]*aria-label="[^"]*，(?:张三丰|李四光)，', hall)
    page.post(f"{where}/move", 200, **{"from": first, "to": second})
    moved = page.get(f"{where}/seats")
    assert (
        re.search(rf'data-seat="{first}"[^>]*aria-label="([^"]*)"', hall)[1]
        != re.search(rf'data-seat="{first}"[^>]*aria-label="([^"]*)"', moved)[1]
    )
    data = zipfile.ZipFile(io.BytesIO(page.take(f"{where}/papers")))
    assert data.namelist() == ["签到表.docx", "台签.docx", "座次表.docx"]
    assert "张三丰" in read_text(data.read("座次表.docx"))


def test_feedback_goes_out_and_comes_back(page, tmp_path):
    where = location(page.post("/speech", text=SPEECH, meeting_date="2026-09-28"))
    from tongzhi.render.tasklist import render_tasks
    from tongzhi.web.tasks import unpack

    tasks = render_tasks(unpack(page.job(where).state["tasks"]), "xlsx")
    answer = page.post("/desk/feedback/split", 200, tasks=(io.BytesIO(tasks), "任务清单.xlsx"))
    forms = zipfile.ZipFile(io.BytesIO(answer.data))
    assert forms.namelist()
    name = forms.namelist()[0]
    book = openpyxl.load_workbook(io.BytesIO(forms.read(name)))
    sheet = book.active
    columns = {cell.value: cell.column for cell in sheet[2]}
    sheet.cell(3, columns["状态"], "已完成")
    stream = io.BytesIO()
    book.save(stream)
    where = location(
        page.post(
            "/desk/feedback/merge",
            tasks=(io.BytesIO(tasks), "任务清单.xlsx"),
            returns=(io.BytesIO(stream.getvalue()), name),
            title="全市会议",
        )
    )
    shown = page.get(where)
    assert "已反馈 1/" in shown
    assert "待反馈" in page.get("/")


def test_an_item_goes_through_the_four_lists(page):
    where = location(page.post("/speech", text=SPEECH, meeting_date="2026-09-18"))
    page.post(f"{where}/ledger")
    board = page.get("/ledger")
    number = re.search(r"/ledger/item\?no=([^\"]+)", board)[1]
    shown = page.get(f"/ledger/item?no={number}")
    import urllib.parse

    no = urllib.parse.unquote(number)

    def step(action, code=302, **values):
        version = re.search(r'name="version" value="(\d+)"', page.get(f"/ledger/item?no={number}"))[1]
        return page.post("/ledger/step", code, no=no, version=version, action=action, by="经办员", **values)

    assert "列单" in shown
    step("assign", **{"v.整改责任单位": "青川县人民政府", "v.整改时限": "2026-09-20", "confirm": "yes"})
    assert "逾期" in page.get("/ledger")
    slips = zipfile.ZipFile(io.BytesIO(page.post("/ledger/slips", 200, overdue="yes", by="经办员").data))
    assert any(name.endswith(".docx") for name in slips.namelist())
    step("report", progress="完成", done_on="2026-09-21", evidence="整改后照片3张")
    refused = step("clear", 422, approver="赵某").get_data(as_text=True)
    assert 'class="note bad' in refused
    step("verify", verifier="李某", kind="部门验收", unit="市应急管理局")
    step("clear", approver="赵某")
    shown = page.get(f"/ledger/item?no={number}")
    assert "销号" in shown
    assert "经办员" in shown
    assert "<svg" in page.get("/ledger/charts")
    assert no in [
        row[0].value
        for row in openpyxl.load_workbook(io.BytesIO(page.take("/ledger/export"))).active.iter_rows()
    ] or no in str(
        [
            cell.value
            for row in openpyxl.load_workbook(io.BytesIO(page.take("/ledger/export"))).active.iter_rows()
            for cell in row
        ]
    )


def sheet(*rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def paper(*lines, table=()) -> bytes:
    import docx

    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if table:
        grid = made.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "在全市防汛工作会议上的讲话\n同志们：\n各县区要抓好值班值守。".encode(), "speech"),
        ("b.docx", paper("张市长在专题会上的讲话", "同志们：", "一要抓好排查。"), "speech"),
        ("c.srt", "1\n00:00:01,000 --> 00:00:03,000\n各县区要排查隐患。\n".encode(), "speech"),
        ("d.docx", paper("关于召开全市安全生产工作会议的通知", "各县区人民政府：", "定于9月30日召开会议。"), "notice"),
        ("e.docx", paper("参会回执", table=(("单位", "姓名", "职务"), ("青川县", "张某", "副县长"))), "desk"),
        ("f.txt", "#接龙\n1. 青川县 张三丰 副县长".encode(), "desk"),
        ("g.xlsx", sheet(("单位", "姓名", "职务", "手机"), ("青川县", "张某", "副县长", "13800000000")), "desk"),
        ("h.xlsx", sheet(("县区", "主送机关", "情况"), ("青川县", "青川县人民政府", "甲")), "batch"),
        ("i.xlsx", sheet(("隐患编号", "隐患描述", "整改责任单位", "整改时限"), ("1", "甲", "乙", "2026-10-01")), "ledger"),
        ("j.csv", "编号,类别,任务,内容,责任单位\n1,任务,甲,乙,丙\n".encode(), "ledger"),
        ("k.xlsx", sheet(("全称", "简称"), ("青川县人民政府", "青川县")), "office"),
        ("l.docx", paper("关于加强燃气安全管理的意见", "各县区人民政府：", "一、总体要求"), "check"),
        ("m.xlsx", sheet(("乡镇", "存在问题", "整改期限"), ("河湾镇", "台账不全", "9月30日")), ""),
        ("n.docx", paper("机密★1年", "调查情况报告"), "secret"),
        ("o.pdf", b"%PDF-1.4", "bad"),
        ("p.docx", b"", "bad"),
    ],
)  # fmt: skip
def test_a_dropped_file_is_known_by_its_contents_whatever_its_name(tmp_path, name, data, kind):
    from tongzhi.web.guess import recognise

    path = tmp_path / name
    path.write_bytes(data)
    assert recognise(path).kind == kind


def test_replies_by_paste_are_held_against_the_notice_and_late_ones_added(page, notice_values):
    shown = page.get(location(page.post("/notice", **notice_values)))
    notice = page.take(re.search(r'id="take-paper" href="([^"]+)"', shown)[1])
    chain = "#接龙\n1. 青川县 张三丰 副县长 13800000001"
    where = str(
        page.post("/desk", chain=chain, notice=(io.BytesIO(notice), "通知.docx"), title="全市会议").headers[
            "Location"
        ]
    )
    assert "张三丰" in page.get(where)
    page.post(
        f"{where}/more",
        replies=(io.BytesIO(replies([("白水县", "李四光", "副县长", "13800000002")])), "晚到.xlsx"),
    )
    shown = page.get(where)
    assert "张三丰" in shown
    assert "李四光" in shown
    page.post(f"{where}/seats", stage="某领导", rows="3", columns="4", fill="", rule="左为上")
    assert "张三丰" in page.get(f"{where}/seats")


def test_notice_that_cannot_be_read_is_told_and_replies_still_count(page):
    where = str(
        page.post(
            "/desk", chain="1. 青川县 张三丰 副县长 13800000001", notice=(io.BytesIO(b"x"), "通知.docx")
        ).headers["Location"]
    )
    shown = page.get(where)
    assert "张三丰" in shown
    assert "会议通知读不全" in shown


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/desk", "没有选回执"),
        ("/desk/feedback/split", "没有选任务清单"),
        ("/desk/feedback/merge", "没有选任务清单"),
    ],
)
def test_nothing_chosen_is_told(page, path, says):
    assert says in page.post(path, 400).get_data(as_text=True)


def test_two_versions_are_compared_exchanged_and_taken_along(page):
    old = paper("方案", "市市场监管局牵头，2684家，48小时内完成。", "必须停业。", "这一段要删。")
    new = paper("方案", "市商务局牵头，2864家，9月18日前完成。", "应当停业。")
    answer = page.post("/compare", old=(io.BytesIO(old), "旧稿.docx"), new=(io.BytesIO(new), "新稿.docx"))
    where = str(answer.headers["Location"])
    text = page.get(where)
    for words in ("<del>2684</del><ins>2864</ins>", "要求放松：必须 → 应当", "单位：市市场监管局 → 市商务局", "<del>这一段要删。</del>"):  # fmt: skip
        assert words in text
    assert "应当" not in page.get(f"{where}?show=增删").partition('id="main"')[2].partition("<aside")[0]
    marked = page.take(page.way("work.download", job=page.job(where).id, name="花脸稿.docx"))
    assert b"w:del " in zipfile.ZipFile(io.BytesIO(marked)).read("word/document.xml")
    page.post(f"{where}/swap")
    assert "<del>2864</del><ins>2684</ins>" in page.get(where)
    page.post(page.way("work.undo", job=page.job(where).id))
    assert "<del>2684</del><ins>2864</ins>" in page.get(where)
    page.post("/compare", code=400, old=(io.BytesIO(old), "旧稿.docx"))


def test_what_was_emptied_by_hand_on_the_final_sheet_stays_empty(page):
    speech = "2026年9月16日在全市安全生产会议上的讲话\n同志们：\n各县区要在月底前完成隐患排查整治。\n"
    where = page.drop("/speech", "讲话.txt", speech.encode())
    page.get(where)
    filled = re.compile(r'name="start"[^>]*value="[^"]')
    assert filled.search(page.get(f"{where}/papers"))
    page.post(f"{where}/final", kept="start", start="", meeting_name="全市安全生产会议")
    assert not filled.search(page.get(f"{where}/papers"))


LIST = (
    "编号,类别,任务,内容,责任单位,时限,到期日\n"
    "1,任务,查气瓶,对气瓶追溯系统逐家核对。,市市场监管局,10月底前,2026-10-31\n"
    "2,任务,查管网,对老旧管网加密巡线。,市住建局,9月25日前,2026-09-25\n"
    "3,任务,管充电,管住电动自行车进楼充电。,市公安局,,\n"
)


def begin_ledger(page):
    asked = page.drop("/ledger/import", "任务清单.csv", LIST.encode())
    page.post(asked, **{"kind-0": "ledger"})


def test_chosen_items_are_handed_over_at_once_and_the_history_says_by_whom(page):
    begin_ledger(page)
    board = page.get("/ledger")
    numbers = re.findall(r'form="hand" name="no" value="([^"]+)"', board)
    assert len(numbers) == 3
    page.post("/ledger/by", other="陈某")
    answer = page.post("/ledger/hand", no=numbers)
    shown = page.get(answer.headers["Location"])
    assert "1 项没交" in shown
    assert "没有完成时限" in shown
    assert shown.count('form="hand" name="no"') == 1
    for number in numbers:
        item = page.get(f"/ledger/item?no={number}")
        assert ("陈某" in re.search(r'<ol class="history">.*?</ol>', item, re.DOTALL)[0]) == (
            "交单（列单 → 交单）" in re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", item))
        )
    page.post("/ledger/undo")
    assert page.get("/ledger").count('form="hand" name="no"') == 3, "the whole act is one step back"


def test_nothing_chosen_is_told_and_nothing_is_handed_over_twice(page):
    begin_ledger(page)
    numbers = re.findall(r'form="hand" name="no" value="([^"]+)"', page.get("/ledger"))
    assert "没有选要交的" in page.post("/ledger/hand", 422).get_data(as_text=True)
    page.post("/ledger/hand", no=numbers[:1])
    page.post("/ledger/hand", no=numbers[:1])
    text = re.sub(r"<[^>]+>", "", page.get(f"/ledger/item?no={numbers[0]}"))
    assert text.count("（列单 → 交单）") == 1


def test_numbers_of_the_lamps_agree_with_what_a_click_on_them_shows(page):
    begin_ledger(page)
    shown = page.get("/ledger?unit=市住建局")
    assert "<option selected>市住建局</option>" in shown, (
        "a unit can be chosen before anything is handed over"
    )
    figures = re.findall(r'class="figure" href="[^"]*lamp=(\w)[^"]*".*?<b>(\d+)</b>', shown, re.DOTALL)
    assert sum(int(count) for _, count in figures) == 1, figures
    for lamp, link in figures:
        board = page.get(f"/ledger?unit=市住建局&lamp={lamp}")
        assert len(re.findall(r'class="item', board)) == int(link), lamp


def test_records_are_written_one_a_line_and_kept_as_records(page, notice_values):
    values = {
        key: value for key, value in notice_values.items() if not key.startswith(("attendees", "contact"))
    }
    values |= {
        "attendees": "市安委会成员单位 分管负责同志\n各县（区）政府 主要负责人 2人\n有关企业",
        "contact": "陈某 0971-8230001",
    }
    where = page.post("/notice", **values).headers["Location"]
    state = page.job(where).state["values"]
    assert state["参会人员"] == [
        {"组别": "市安委会成员单位", "职务级别": "分管负责同志"},
        {"组别": "各县（区）政府", "职务级别": "主要负责人", "人数": "2"},
        {"组别": "有关企业"},
    ]
    assert state["联系人"] == [{"姓名": "陈某", "电话": "0971-8230001"}]
    form = page.get(where.removesuffix("/done") + "?form=1")
    assert re.search(
        r'name="attendees"[^>]*>市安委会成员单位 分管负责同志\n各县（区）政府 主要负责人 2人\n有关企业</textarea>',
        form,
    )


def test_a_record_that_no_line_holds_keeps_its_own_fields(page, notice_values):
    where = page.post("/notice", **notice_values | {"attendees.0.units": "市应急管理局\n市公安局"}).headers[
        "Location"
    ]
    form = page.get(where.removesuffix("/done") + "?form=1")
    assert 'name="attendees.0.units"' in form
    assert "市公安局" in form


def test_a_part_of_a_list_that_no_column_holds_is_asked_in_no_other_column(page):
    roster = "县区,存在问题,整改时限,牵头单位\n青川县,台账不全,2026-10-30,青川县应急局\n白水县,通道堵塞,2026-11-31,白水县住建局\n"
    where = page.begin("问题.csv", roster.encode(), "batch")
    page.post(
        where,
        **{
            "header": ["县区", "存在问题", "整改时限", "牵头单位"],
            "field": ["县区", "存在问题", "整改时限", "交办事项 / 责任单位"],
            "type": "circular",
            "c.kind": "交办",
        },
    )
    rows = page.get(f"{where}/rows")
    assert 'aria-label="第3行整改时限"' in rows
    assert not re.findall(r'aria-label="第\d行牵头单位"', rows)
    assert "交办事项 / " in rows, "it is told once for all"


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("铁路站.txt", "收到，我单位谢振华同志参加，联系电话就用办公室的。", "desk"),
        ("回话.txt", "县水利局：因公出差，会议请假，由副局长何某代为出席。", "desk"),
        ("新建文本.txt", "买打印纸两箱", ""),
        ("大会.txt", "同志们：今天开会参加的人很多。各单位要抓好排查。", "speech"),
    ],
)
def test_short_texts_are_answers_or_asked_about(tmp_path, name, text, kind):
    from tongzhi.web.guess import recognise

    (tmp_path / name).write_text(text, encoding="utf-8")
    assert recognise(tmp_path / name).kind == kind


def test_papers_that_were_wanted_and_not_made_are_told(page):
    from tongzhi.web.papers_of import why_not_made

    assert not why_not_made(["部署方案"], ["部署方案.docx"])
    told = why_not_made(
        ["部署方案", "整改清单", "排查任务清单", "通报"], ["部署方案.docx", "排查任务清单.docx"]
    )
    assert "没有县区名册" in told[0]
    assert "出的是排查任务清单" in told[1]


def test_cells_that_span_others_do_so_on_the_page():
    import docx

    from tongzhi.web.preview import page_html

    made = docx.Document()
    table = made.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "宽"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "高"
    stream = io.BytesIO()
    made.save(stream)
    html = str(page_html(stream.getvalue()))
    assert '<td colspan="2">' in html
    assert '<td rowspan="2">' in html
    assert html.count("<td") == 4


def test_replies_without_a_unit_take_it_from_the_files_name_to_be_confirmed(page):
    from tongzhi.web.replies import unit_of_name

    assert [
        unit_of_name(name)
        for name in ("城投燃气公司回执.txt", "3-市残联参会回执（盖章）.docx", "回执.txt", "收到.txt")
    ] == ["城投燃气公司", "市残联", "", ""]
    where = page.begin(
        "城投燃气公司回执.txt", "参会回执：陶立新，副总经理，电话13800005566。\n".encode(), "desk"
    ).partition("?")[0]
    page.get(where)
    (person,) = page.job(where).state["people"]
    assert person["unit"] == "城投燃气公司"
    assert "按文件名填的" in person["ask"], "nobody sees a card before it is confirmed"
    assert "没有写单位；在表上方" not in page.get(f"{where}?show=sure")


def test_numbers_of_the_replies_follow_what_was_mended_by_hand(page):
    rows = "单位,姓名,职务,手机\n第1县,张强,副县长,13800000001\n第2县,李刚,副县长,13800000002\n"
    where = page.begin("参会回执.csv", rows.encode(), "desk").partition("?")[0]
    assert "回执 2 个单位" in page.get(f"{where}?show=sure")
    page.post(f"{where}/settle", file="手填", show="sure", **{"p.new1.unit": "第3县", "p.new1.name": "王海"})
    shown = page.get(f"{where}?show=sure")
    assert "回执 3 个单位" in shown
    assert "参会 3 人" in shown


def test_replies_are_called_by_the_meeting_their_form_names(page):
    rows = "全市秋冬季安全防范工作会议参会回执,,,\n单位,姓名,职务,手机\n第1县,张强,副县长,13800000001\n"
    where = page.begin("汇总.csv", rows.encode(), "desk")
    assert "全市秋冬季安全防范工作会议" in page.get(where)


def test_run_tells_how_long_it_will_take_and_what_was_made_last(tmp_path):
    from datetime import datetime, timedelta

    from tongzhi.web.batches import say_progress

    now = datetime(2026, 9, 21, 9)
    run = {"done": 10, "total": 40, "begun": (now - timedelta(seconds=5)).isoformat()}
    assert say_progress(run, now) == "10 / 40 份，大约还要 15 秒"
    assert say_progress({**run, "total": 4000}, now) == "10 / 4000 份，大约还要 33 分钟"
    assert say_progress({"done": 0, "total": 0}, now) == "正在读名册"
    assert say_progress({**run, "done": 40}, now) == "40 / 40 份"
