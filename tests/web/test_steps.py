"""What the pages say when a step is taken twice, in the wrong place, or with nothing chosen."""

from __future__ import annotations

import io
import json
import re
import time
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from tongzhi.errors import InputError, Place, Problem
from tongzhi.papers.index import PROFILE, find_type, load
from tongzhi.web import notices
from tongzhi.web import tasks as lists
from tongzhi.web.form import make_controls, read_posted

LIST = (
    "隐患编号,所属地区,行业领域,单位名称,隐患部位,隐患描述,隐患等级,发现日期,整改措施,整改责任单位,整改责任人,整改资金,整改时限,应急预案\n"
    "DJ-1,青川县,矿山,某矿业公司,3号库,排洪涵洞淤堵约三分之一,一般,2026-09-10,清淤并加固,某矿业公司,王某,0,2026-09-18,现场处置方案\n"
)


@pytest.mark.parametrize("path", ["/check", "/batch", "/ledger/import", "/drop", "/notice/old", "/speech"])
def test_nothing_chosen_is_told_everywhere(page, path):
    assert "没有选" in page.post(path, 400).get_data(as_text=True)


def test_page_that_asks_for_data_is_answered_in_data(page):
    answer = page.client.post("/check", data={"form_key": page.key}, headers={"Accept": "application/json"})
    assert answer.get_json() == {"errors": ["没有选文件。"]}


@pytest.mark.parametrize(
    ("path", "place"), [("/speech", "/speech/{}/done"), ("/notice/keep", "/notice/{}/done")]
)
def test_what_is_not_made_yet_cannot_be_taken(page, path, place):
    job = page.drop(path, "讲话.txt", "各县区要在10月15日前完成排查。".encode()).rsplit("/", 1)[1]
    page.get(place.format(job), 404)


def test_office_needs_its_name(page):
    assert "没有写本单位全称" in page.post("/office", 422, office_name=" ").get_data(as_text=True)


def item_page(page):
    asked = page.drop("/ledger/import", "清单.csv", LIST.encode())
    page.get(asked)
    assert "这里还没有台账" in page.get("/ledger"), "nothing is entered before somebody says so"
    where = str(page.post(asked, **{"kind-0": "ledger"}).headers["Location"])
    assert "新列 1 条" in page.get(where)
    assert "新列 1 条" in page.get(where), "seen again, the list is not entered again"

    def step(action, code=302, **values):
        shown = page.get("/ledger/item?no=DJ-1")
        version = re.search(r'name="version" value="(\d+)"', shown)[1]
        given = {"no": "DJ-1", "version": version, "action": action, "by": "经办员", **values}
        return page.post("/ledger/step", code, **given).get_data(as_text=True)

    return step


def test_item_is_edited_delayed_and_sent_back_on_its_page(page):
    step = item_page(page)
    step("edit", name=["整改责任人", "备注", ""], value=["李某", " ", "x"])
    assert "李某" in page.get("/ledger/item?no=DJ-1")
    step("assign", confirm="yes")
    assert "没有写新时限" in step("delay", 422, reason="雨季")
    step("delay", new_due="2026-10-30", reason="雨季", approver="赵某", overdue_action="通报")
    step("return", reason="责任单位不对")
    assert "没有这一步" in step("jump", 422)
    assert "列单" in page.get("/ledger/item?no=DJ-1")
    assert "没有要督办的" in page.post("/ledger/slips", 422, by="经办员").get_data(as_text=True)


def test_chosen_items_get_their_slips(page):
    step = item_page(page)
    step("assign", confirm="yes")
    assert page.post("/ledger/slips", 200, no="DJ-1", by="经办员").data.startswith(b"PK")


ROSTER = "县区,问题,整改时限\n青川县,仓库通道堵塞,2026-12-20\n剑阁县,,\n旺苍县,渡口无人值守,2026-12-25\n"


def made(page, where):
    for _ in range(600):
        told = json.loads(page.get(f"{where}/state"))
        if told["state"] != "running":
            return told["state"]
        time.sleep(0.05)
    return "running"


def test_batch_run_twice_makes_its_papers_once_and_leads_back_to_the_columns(page, monkeypatch):
    where = page.drop("/batch", "名册.csv", ROSTER.encode(), type="circular")
    common = {"c.kind": "交办", "c.issuer": "临江市安委办", "c.source_kind": "全市安全生产工作会议"}
    page.post(where, **common)
    from tongzhi.web import batches

    monkeypatch.setattr(batches, "SHOWN", 2)
    assert "第一份" in page.get(where)
    begun = []
    monkeypatch.setattr(batches, "start", lambda *given: begun.append(given))
    monkeypatch.setattr("tongzhi.web.workspace.Workspace.is_busy", lambda *_: bool(begun))
    page.post(f"{where}/run")
    page.post(f"{where}/run")
    page.post(f"{where}/back")
    assert len(begun) == 1
    assert page.job(where).state["run"]["state"] == "running"
    monkeypatch.undo()
    page.job(where).save(run=None)
    page.post(f"{where}/run")
    assert made(page, where) == "done"
    page.post(f"{where}/back")
    assert "第一份" in page.get(where)


def speech(page):
    text = "各县区要在10月15日前完成尾矿库排查整治。\n大家辛苦了。\n要提高认识。\n"
    where = str(page.post("/speech", text=text, meeting_date="2026-09-28").headers["Location"])
    page.get(where)
    return lists.unpack(page.job(where).state["tasks"])


def test_task_turned_off_comes_back_as_it_was_and_a_plain_sentence_becomes_one(page):
    tasks = speech(page)
    number = next(n for n, one in enumerate(tasks.sentences) if "尾矿库" in one.text)
    off = lists.turn(tasks, tasks, number)
    assert len(off.actions) == len(tasks.actions) - 1
    assert lists.turn(off, tasks, number).actions == tasks.actions
    plain = next(n for n, one in enumerate(tasks.sentences) if "辛苦" in one.text)
    assert lists.turn(tasks, tasks, plain).actions[-1].id.startswith("补")
    for wrong in (-1, 99):
        with pytest.raises(InputError, match="没有这一句"):
            lists.turn(tasks, tasks, wrong)


def test_task_that_is_gone_and_a_field_that_is_none_are_told(page):
    tasks = speech(page)
    with pytest.raises(InputError, match="清单里没有这一项"):
        lists.edit(tasks, "99", {"title": "排查"})
    with pytest.raises(InputError, match="没有领域“天文”"):
        lists.edit(tasks, tasks.tasks[0].id, {"field": "天文"})


def test_sentence_inside_another_is_shown_once(page):
    from dataclasses import replace

    tasks = speech(page)
    twice = replace(tasks, sentences=(tasks.sentences[0], *tasks.sentences))
    text = "各县区要在10月15日前完成尾矿库排查整治。\n大家辛苦了。\n要提高认识。\n"
    lines = lists.paragraphs(text, twice)
    shown = ["".join(re.sub("<[^>]+>", "", piece.html) for piece in line.pieces) for line in lines]
    assert "\n".join(shown) == text


def test_values_of_every_kind_stand_in_the_form_as_people_write_them():
    controls, _ = make_controls(
        find_type("circular"),
        {"用印": True, "成文日期": date(2026, 9, 28), "发生时间": datetime(2026, 9, 20, 14, 35)},
    )
    shown = {control.shape.label: control.value for control in controls}
    assert (shown["用印"], shown["成文日期"], shown["发生时间"]) == ("是", "2026-09-28", "2026-09-20 14:35")
    controls, _ = make_controls(load(PROFILE), {"限额": {"会议时长": 90, "发言人数": 5}})
    assert {c.shape.label: c.value for c in controls}["限额"] == "会议时长：90\n发言人数：5"


def test_problem_of_a_part_stands_beside_it_else_beside_its_list_else_above_the_form():
    kind = find_type("circular")
    values = {"存在问题": [{"问题": "仓库通道堵塞"}]}
    problems = [
        Problem(Place(field=words), "写得不对")
        for words in ("存在问题 第1项 整改时限", "存在问题 第9项 整改时限", "天气")
    ]
    controls, rest = make_controls(kind, values, problems=problems)
    listed = next(control for control in controls if control.shape.name == "problems")
    [row] = listed.rows
    assert [control.shape.label for control in row if control.errors] == ["整改时限"]
    assert len(listed.errors) == 1
    assert rest == ["写得不对。"]


def test_undecided_value_and_rows_left_blank_are_read_from_the_form():
    kind = find_type("circular")
    posted = [
        ("occurred_at", "2026-09-20T14:35"),
        ("occurred_at.open", "yes"),
        ("problems.x.problem", ""),
        ("problems.3", "y"),
        ("county", "青川县"),
    ]
    from tongzhi.web.form import OPEN_KEY

    posted[1] = (f"occurred_at.{OPEN_KEY}", "yes")
    assert read_posted(kind, posted) == {"发生时间": "待定", "县区": "青川县"}


def test_pages_are_shown_as_text_where_no_office_program_paints_them(monkeypatch, tmp_path: Path):
    from tongzhi.web import preview

    document = docx.Document()
    document.add_paragraph("关于做好安全工作的通知")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "青川县", "渡口<无人>"
    document.save(str(tmp_path / "通知.docx"))
    monkeypatch.setattr("tongzhi.office.find_libreoffice", lambda: None)
    assert preview.page_pictures(tmp_path / "通知.docx", tmp_path / "pages") == []
    shown = preview.page_html((tmp_path / "通知.docx").read_bytes())
    assert "<table><tr><td>" in shown
    assert "渡口&lt;无人&gt;" in shown


def test_hall_that_cannot_be_and_a_seat_that_is_none_are_told():
    from tongzhi.web import hall

    people = [{"id": "p1", "name": "张三丰"}, {"id": "p2", "name": "李四光"}]
    for rows in ("0", "很多", "999"):
        with pytest.raises(InputError, match="不能用；写 1 到"):
            hall.arrange(people, "", rows, "", "居中", "左为上")
    made = hall.arrange(people, "", "1", "2", "居中", "左为上")
    assert hall.swap(made, "0-0", "0-1")["seats"] == [made["seats"][0][::-1]]
    for seat in ("0-9", "x", "5-0"):
        with pytest.raises(InputError, match="没有这个座位"):
            hall.swap(made, "0-0", seat)


def test_feedback_without_a_returned_form_and_plans_as_task_lists(page, tmp_path):
    from tongzhi.fill import fill
    from tongzhi.render.sample import sample_values

    kind = find_type("plan")
    plan = fill(kind.model_validate(sample_values(kind, date(2026, 9, 21)))).data
    given = {"tasks": (io.BytesIO(plan), "部署方案.docx")}
    assert page.post("/desk/feedback/split", 200, **given).data.startswith(b"PK")
    given = {"tasks": (io.BytesIO(plan), "部署方案.docx")}
    assert "没有选收回的反馈表" in page.post("/desk/feedback/merge", 400, **given).get_data(as_text=True)


def test_speech_without_a_chosen_paper_asks_for_one(page):
    where = str(
        page.post("/speech", text="各县区要在10月15日前完成排查。\n", meeting_date="2026-09-28").headers[
            "Location"
        ]
    )
    page.get(where)
    meeting = {
        "meeting_name": "全市安全生产工作会议", "start": "2026-09-28T09:00", "main_venue": "市政府三楼会议室", "chair.name": "李某",
        "chair.title": "常务副市长", "speaker.name": "张某", "speaker.title": "市长", "issuer": "临江市安全生产委员会",
        "contact.0.name": "陈某", "contact.0.phone": "0971-8230001", "counties": "青川县\n白水县",
    }  # fmt: skip
    answer = page.post(f"{where}/papers", 422, **meeting).get_data(as_text=True)
    assert "请至少选一种文件" in answer


def test_notice_with_an_error_cell_and_a_repair_that_is_none(page, tmp_path):
    from openpyxl import load_workbook

    from tongzhi.render.form import form_workbook
    from tongzhi.render.sample import sample_values

    kind = find_type("notice")
    book = load_workbook(io.BytesIO(form_workbook(kind, sample_values(kind, date(2026, 9, 21)))))
    sheet = book["填写"]
    row = next(line[0].row for line in sheet.iter_rows() if str(line[0].value or "").startswith("会议名称"))
    sheet.cell(row, 2).value = "#REF!"
    stream = io.BytesIO()
    book.save(stream)
    told = page.post("/notice/old", 422, file=(io.BytesIO(stream.getvalue()), "通知.xlsx"))
    assert "单元格是错误值 #REF!" in told.get_data(as_text=True)
    document = docx.Document()
    document.add_paragraph("关于做好安全工作的通知")
    document.save(str(tmp_path / "乱.docx"))
    where = page.drop("/check", "乱.docx", (tmp_path / "乱.docx").read_bytes())
    page.get(where)
    page.post(f"{where}/accept", key="没有这一处")
    assert 'id="take-after"' not in page.get(where)


def test_notice_seen_again_keeps_what_was_read(page):
    from tongzhi.fill import fill
    from tongzhi.render.sample import sample_values

    kind = find_type("notice")
    paper = fill(kind.model_validate(sample_values(kind, date(2026, 9, 21)))).data
    where = page.drop("/notice/old", "通知.docx", paper)
    assert page.get(where) == page.get(where)


def test_units_that_have_not_replied_are_named_for_the_group_chat(page):
    from tongzhi.fill import fill
    from tongzhi.render.sample import sample_values

    kind = find_type("notice")
    values = {
        **sample_values(kind, date(2026, 9, 21)),
        "主送机关": ["青川县人民政府", "白水县人民政府"],
        "参会人员": [{"组别": "各县人民政府", "职务级别": "分管负责人"}],
    }
    paper = fill(kind.model_validate(values)).data
    where = str(
        page.post(
            "/desk",
            chain="1. 青川县人民政府 张三丰 副县长 13800000001",
            notice=(io.BytesIO(paper), "通知.docx"),
            title="全市会议",
        ).headers["Location"]
    )
    said = re.search(r"参会回执尚未收到：([^。]*)。请尽快报送。", page.get(where))
    assert said
    assert "白水县" in said[1]
    assert "青川县" not in said[1]


def test_dropped_reply_is_merged_on_its_own_page(page):
    from openpyxl import Workbook

    book = Workbook()
    for row in (("单位", "姓名", "职务", "手机"), ("青川县", "张三丰", "副县长", "13800000001")):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    where = page.begin("参会回执.xlsx", stream.getvalue())
    assert where.startswith("/desk/")
    assert "张三丰" in page.get(where)


def test_task_of_a_meeting_is_shown_in_the_words_of_tasks_and_a_hazard_in_its_own(page):
    step = item_page(page)
    assert step is not None
    hazard = page.get("/ledger/item?no=DJ-1")
    assert "<dt>隐患描述</dt>" in hazard
    assert "2026年9月18日（星期五）" in hazard
    listed = "编号,类别,任务,内容,责任单位,时限,到期日\n1,任务,复查餐饮用户,市商务局本周日前复查一遍。,市商务局,本周日前,2026-09-20\n"
    asked = page.drop("/ledger/import", "任务清单.csv", listed.encode())
    page.get(str(page.post(asked, **{"kind-0": "ledger"}).headers["Location"]))
    number = next(
        one for one in re.findall(r"/ledger/item\?no=([^\"&]+)", page.get("/ledger")) if one != "DJ-1"
    )
    task = page.get(f"/ledger/item?no={number}")
    assert "<dt>到期日</dt><dd>2026年9月20日（星期日）</dd>" in task
    assert not re.search(r"<dt>(?:隐患|来源文件|停产停业)", task)


def test_what_is_due_and_not_handed_over_is_named_on_the_button_that_urges(page):
    step = item_page(page)
    assert "先交单（1 项到期没交）" in page.get("/ledger")
    assert "先交单，交了才催得了" in page.get("/ledger?lamp=due")
    step("assign", confirm="yes")
    assert "本周催办（1 个单位）" in page.get("/ledger")


def test_why_a_value_is_last_times_is_said_as_a_person_says_it():
    marks = ["日期 2024-09-12", "年份 2024", "姓名 陈某", "机构 安监局 现称 应急管理局"]
    assert notices.say_marks(marks) == [
        "写着 2024年9月12日", "人可能换了：陈某", "机构 安监局 现称 应急管理局",
    ]  # fmt: skip
    assert notices.say_marks(["年份 2023年"]) == ["写着 2023 年"]


def test_what_many_rows_of_a_roster_have_is_said_once_and_a_lost_row_without_its_file(page):
    rows = "".join(f"第{n}县,第{n}家没装切断阀,9月{n + 9}日\n" for n in range(1, 13))
    roster = f"县区,存在问题,整改时限\n{rows}第十三县,软管私接,11月31日\n"
    where = page.drop("/batch", "名册.csv", roster.encode(), type="circular")
    page.post(
        where, **{"c.kind": "交办", "c.issuer": "临江市安委办", "c.contact.0.name": "陈某", "c.contact.0.phone": "0839-8230001"}
    )  # fmt: skip
    shown = page.get(f"{where}/rows")
    assert shown.count("没有写年份") == 1
    page.post(f"{where}/run")
    for _ in range(600):
        told = json.loads(page.get(f"{where}/state"))
        if told["state"] != "running":
            break
        time.sleep(0.1)
    done = page.get(where)
    assert "做好 12 份，1 份没做成" in done
    assert "整改时限：日期“11月31日”不存在" in done
    assert "名册.csv 第14行" not in done
