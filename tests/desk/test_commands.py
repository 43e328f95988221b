"""The desk from the command line: replies in, papers out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from docx import Document
from openpyxl import load_workbook

from tongzhi.cli.main import run as start

NOTICE = """
标题: 关于召开全市安全生产工作会议的通知
发文机关: 临江市安全生产委员会办公室
主送机关: [青川县人民政府, 剑阁县人民政府, 市应急管理局]
会议名称: 全市安全生产工作会议
缘由: 为安排部署岁末年初安全防范工作，经市政府同意，决定召开全市安全生产工作会议。
会议时间: 2026-12-10 09:00
地点: 市政府三楼会议室
会议内容:
- {事项: 通报形势, 发言人: 市应急管理局局长王某}
- {事项: 领导讲话, 发言人: 市长张某}
参会人员:
- {组别: 各县, 职务级别: 分管负责人, 单位: [青川县人民政府, 剑阁县人民政府]}
- {组别: 部门, 职务级别: 主要负责人, 单位: [市应急管理局]}
会议纪律: [手机静音]
报名截止: 2026-12-08 18:00
报送方式: 陈某，0971-8230001
请假要求: {审批人: 市政府分管领导, 报备单位: 市安委会办公室}
联系人: [{姓名: 陈某, 电话: 0971-8230001}]
"""
CHAIN = "#接龙\n1. 青川县 赵某 副县长 13800000001\n2. 市应急管理局 周某 副局长 13800000002\n3. 剑阁县 孙某 副县长 13800000003 请假\n"


@dataclass(frozen=True)
class Result:
    """What a command printed on both streams, and how it ended."""

    exit_code: int
    output: str


Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", "2026-11-23")
    (tmp_path / "通知.yaml").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "收").mkdir()
    (tmp_path / "收" / "接龙.txt").write_text(CHAIN, encoding="utf-8")

    def call(*words: str) -> Result:
        code = start(list(words))
        said = capsys.readouterr()
        return Result(code, said.out + said.err)

    return call


def words_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_replies_seats_booklet_attendance_and_circular(run: Run, tmp_path: Path):
    merged = run("rsvp", "收", "--notice", "通知.yaml", "-o", "汇总.xlsx")
    assert merged.exit_code == 0, merged.output
    assert "回执 2/3" in merged.output
    assert "级别不符 1：市应急管理局 周某" in merged.output
    assert "请假 1：剑阁县人民政府 孙某" in merged.output

    seated = run(
        "seats",
        "汇总.xlsx",
        "--notice",
        "通知.yaml",
        "--title",
        "全市安全生产工作会议",
        "-o",
        "会务",
        "--stage",
        "张某",
    )
    assert seated.exit_code == 0, seated.output
    made = {path.name for path in (tmp_path / "会务").iterdir()}
    assert made == {
        "签到表.docx",
        "签到表.xlsx",
        "请假名单.xlsx",
        "台签.docx",
        "座次表.docx",
        "会议手册.docx",
        "会议手册.yaml",
    }
    booklet = words_of(tmp_path / "会务" / "会议手册.docx")
    for word in (
        "全市安全生产工作会议",
        "市政府三楼会议室",
        "赵某",
        "周某",
        "手机静音。",
        "张某（以职务为序）",
        "1排",
    ):
        assert word in booklet
    assert "13800000001" not in booklet
    book = yaml.safe_load((tmp_path / "会务" / "会议手册.yaml").read_text(encoding="utf-8"))
    assert [guest["姓名"] for guest in book["参会人员"]] == ["赵某", "周某"]
    assert run("fill", "handbook", "会务/会议手册.yaml", "-o", "手册.docx").exit_code == 0

    sign_in = load_workbook("会务/签到表.xlsx")
    sheet = sign_in.active
    assert sheet is not None
    assert [cell.value for cell in sheet["C"]][2:] == ["赵某", "周某"]
    sheet["E3"] = "到会"
    sign_in.save("会务/签到表.xlsx")
    counted = run("seats", "会务/签到表.xlsx", "--attendance", "到会.yaml", "--title", "全市安全生产工作会议")
    assert counted.exit_code == 0, counted.output
    assert "应到 3 人，实到 1 人，请假 1 人，缺席 1 人" in counted.output
    filled = run(
        "fill",
        "circular",
        "到会.yaml",
        "-o",
        "到会.docx",
        "--set",
        "发文机关=临江市安全生产委员会办公室",
        "--set",
        "主送机关=各县安全生产委员会",
    )
    assert filled.exit_code == 0, filled.output
    circular = words_of(tmp_path / "到会.docx")
    assert "周某缺席" in circular
    assert "孙某请假" in circular


def test_script_is_started_from_the_notice(run: Run, tmp_path: Path):
    made = run("new", "host_script", "--from", "通知.yaml", "-o", "主持词.yaml")
    assert made.exit_code == 0, made.output
    filled = run("fill", "host_script", "主持词.yaml", "-o", "主持词.docx")
    assert filled.exit_code == 0, filled.output
    script = words_of(tmp_path / "主持词.docx")
    assert "共有二项议程" in script
    assert "请市长张某讲话" in script


def test_replies_without_anybody_make_nothing_usable(run: Run, tmp_path: Path):
    (tmp_path / "收" / "接龙.txt").write_text("收到\n", encoding="utf-8")
    assert run("rsvp", "收", "-o", "汇总.xlsx").exit_code == 2
    assert not (tmp_path / "汇总.xlsx").exists()


def test_existing_files_are_kept(run: Run, tmp_path: Path):
    (tmp_path / "汇总.xlsx").write_bytes(b"mine")
    assert run("rsvp", "收", "-o", "汇总.xlsx").exit_code == 2
    assert (tmp_path / "汇总.xlsx").read_bytes() == b"mine"


def test_sign_in_list_as_input_of_seats_is_refused_without_people(run: Run, book: Callable[..., Path]):
    book("别的.xlsx", [["名称"], ["桌子"]])
    assert run("seats", "别的.xlsx").exit_code == 2
    assert run("seats", "别的.xlsx", "--attendance", "到会.yaml").exit_code == 2


def test_feedback_out_and_in(run: Run, tmp_path: Path):
    (tmp_path / "讲话.txt").write_text(
        "一、突出重点。各县要在10月31日前完成尾矿库隐患排查。市应急管理局要立即修订应急预案。\n",
        encoding="utf-8",
    )
    assert (
        run("extract", "讲话.txt", "-o", "清单.json", "--format", "json", "--date", "2026-10-12").exit_code
        == 0
    )
    parted = run("feedback", "split", "清单.json", "-o", "反馈表")
    assert parted.exit_code == 0, parted.output
    forms = sorted((tmp_path / "反馈表").iterdir())
    assert len(forms) >= 2
    book = load_workbook(forms[0])
    sheet = book.active
    assert sheet is not None
    sheet["D3"], sheet["E3"] = "已完成", "查完"
    book.save(forms[0])
    merged = run(
        "feedback",
        "merge",
        "反馈表",
        "--tasks",
        "清单.json",
        "--circular",
        "进展.yaml",
        "--meeting",
        "全市会议",
        "-o",
        "反馈.xlsx",
    )
    assert merged.exit_code == 0, merged.output
    assert "未反馈单位" in merged.output
    filled = run(
        "fill",
        "progress_circular",
        "进展.yaml",
        "-o",
        "进展.docx",
        "--set",
        "发文机关=临江市安全生产委员会办公室",
    )
    assert filled.exit_code == 0, filled.output
    assert "100.0%" in words_of(tmp_path / "进展.docx")


def test_feedback_without_tasks_or_without_a_usable_form_makes_nothing(run: Run, tmp_path: Path):
    (tmp_path / "清单.csv").write_text("编号,类别,任务,内容\n1,任务,查,各县区要排查隐患\n", encoding="utf-8")
    (tmp_path / "无.csv").write_text("编号,类别,任务,内容\n1,要求,查,要高度重视\n", encoding="utf-8")
    parted = run("feedback", "split", "无.csv", "-o", "反馈表")
    assert (parted.exit_code, (tmp_path / "反馈表").exists()) == (2, False), parted.output
    (tmp_path / "收回").mkdir()
    (tmp_path / "收回" / "甲.xlsx").write_bytes(b"")
    merged = run("feedback", "merge", "收回", "--tasks", "清单.csv")
    assert (merged.exit_code, (tmp_path / "反馈汇总.xlsx").exists()) == (2, False), merged.output


def test_everybody_on_the_platform_needs_no_hall(run: Run, tmp_path: Path):
    (tmp_path / "通知.yaml").write_text(NOTICE, encoding="utf-8")
    (tmp_path / "接龙.txt").write_text("1. 青川县 赵某 副县长 13800000001\n", encoding="utf-8")
    assert run("rsvp", "接龙.txt", "-o", "汇总.xlsx").exit_code == 0
    made = run("seats", "汇总.xlsx", "--stage", "赵某", "-o", "会务", "--notice", "通知.yaml")
    assert made.exit_code == 0, made.output
    names = {path.name for path in (tmp_path / "会务").iterdir()}
    assert "座次表.docx" not in names
    assert "台签.docx" in names
    assert "赵　某" in words_of(tmp_path / "会务" / "签到表.docx")


def test_feedback_on_a_plan_and_all_units_answered(run: Run, tmp_path: Path):
    assert run("new", "plan", "-o", "方案.yaml").exit_code == 0
    assert run("feedback", "split", "方案.yaml", "-o", "反馈表").exit_code == 0
    for path in (tmp_path / "反馈表").iterdir():
        book = load_workbook(path)
        sheet = book.active
        assert sheet is not None
        heads = [cell.value for cell in sheet[2]]
        row = 3
        while sheet.cell(row, heads.index("任务编号") + 1).value:
            sheet.cell(row, heads.index("状态") + 1).value = "已完成"
            row += 1
        book.save(path)
    merged = run("feedback", "merge", "反馈表", "--tasks", "方案.yaml", "-o", "汇总.xlsx")
    assert merged.exit_code == 0, merged.output
    assert "已反馈" in merged.output


def test_seats_without_a_notice_make_no_booklet(run: Run, tmp_path: Path):
    (tmp_path / "接龙.txt").write_text("1. 青川县 赵某 副县长 13800000001\n", encoding="utf-8")
    assert run("rsvp", "接龙.txt", "-o", "汇总.xlsx").exit_code == 0
    made = run("seats", "汇总.xlsx", "-o", "会务二")
    assert made.exit_code == 0, made.output
    assert sorted(path.name for path in (tmp_path / "会务二").iterdir()) == [
        "台签.docx",
        "座次表.docx",
        "签到表.docx",
        "签到表.xlsx",
    ]
