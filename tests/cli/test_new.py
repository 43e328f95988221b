from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from openpyxl import Workbook

from tongzhi.cli.main import run
from tongzhi.papers.index import ENTRIES

LATIN = re.compile(r"[A-Za-z]{3,}(?:\s+[A-Za-z]{2,}){2,}")
"""Three Latin words in a row: a sentence of some library, not a name of ours."""
COMMAND = re.compile(r"tongzhi(?: [a-z_-]+)+")
"""A command that a message proposes."""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", "2026-11-23")
    monkeypatch.setattr("tongzhi.read.profile.settings_folder", lambda: tmp_path / "none")


@pytest.mark.parametrize("ending", ["yaml", "json", "xlsx"])
def test_what_new_writes_fills_unchanged(ending: str, capsys: pytest.CaptureFixture[str]):
    assert run(["new", "会议通知", "-o", f"通知.{ending}"]) == 0
    assert run(["fill", "notice", f"通知.{ending}"]) == 0
    assert Path("通知.docx").is_file()
    assert "提醒" not in capsys.readouterr().err


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_new_writes_the_same_bytes_every_time(entry: object):
    for ending in ("yaml", "xlsx"):
        assert run(["new", entry.key, "-o", f"a.{ending}"]) == 0
        assert run(["new", entry.key, "-o", f"b.{ending}"]) == 0
        assert Path(f"a.{ending}").read_bytes() == Path(f"b.{ending}").read_bytes()


def test_existing_file_is_kept(capsys: pytest.CaptureFixture[str]):
    assert run(["new", "notice"]) == 0
    assert run(["new", "notice"]) == 2
    assert "已存在" in capsys.readouterr().err
    assert run(["new", "notice", "--force"]) == 0


def test_new_to_standard_output_carries_only_the_file(capfdbinary: pytest.CaptureFixture[bytes]):
    assert run(["new", "minutes", "-o", "-"]) == 0
    out, err = capfdbinary.readouterr()
    assert "纪要名称:".encode() in out
    assert err == b""


def test_old_notice_becomes_a_data_file_with_its_stale_values_marked(capsys: pytest.CaptureFixture[str]):
    Path("旧.yaml").write_text(
        "标题: 关于召开2025年第三次会议的通知\n会议时间: 2025-09-30 09:00\n主持人: {姓名: 李某, 职务: 副市长}\n",
        encoding="utf-8",
    )
    assert run(["new", "notice", "--from", "旧.yaml", "-o", "新.yaml"]) == 0
    text = Path("新.yaml").read_text("utf-8")
    assert "# ★ 旧：原来是 2025-09-30 09:00，已过，填这次的\n会议时间:  # 必填" in text
    assert "# ★ 旧：年份 2025（是往年）；届次 第三次（核对这次是第几）\n" in text
    assert "姓名 李某（核对是否还是他）；职务 副市长（核对是否变动）" in text
    assert re.search(r"^地点:  # 必填", text, re.MULTILINE)
    assert "待核：标题" in capsys.readouterr().err


def test_change_notice_from_an_old_notice_in_one_command():
    assert run(["new", "notice", "-o", "旧.yaml"]) == 0
    assert run(["fill", "notice", "旧.yaml"]) == 0
    assert (
        run(["fill", "notice_change", "旧.docx", "--set", "会议时间=2026-12-02 15:00", "-o", "改期.docx"])
        == 0
    )
    assert run(["new", "notice_change", "--from", "旧.yaml", "-o", "改.yaml"]) == 0
    assert "改为: 待定" in Path("改.yaml").read_text("utf-8")


def test_profile_is_set_up_from_an_address_list_and_used(capsys: pytest.CaptureFixture[str]):
    book = Workbook()
    book.active.append(["单位名称", "简称"])
    book.active.append(["白水县人民政府", "白水县"])
    book.active.append(["临江市应急管理局", "市应急局"])
    book.save("通讯录.xlsx")
    assert run(["new", "profile", "--units", "通讯录.xlsx"]) == 0
    assert "白水县人民政府" in Path("本单位.yaml").read_text("utf-8")
    Path("五项.yaml").write_text(
        "会议名称: 全市燃气安全工作会议\n会议时间: 2026-11-27 15:00\n地点: 三楼会议室\n参会人员: 市直有关部门分管负责人\n回执截止: 2026-11-26 12:00\n",
        encoding="utf-8",
    )
    # an address list says nothing of who issues: that is asked for, never taken from a sample
    assert run(["fill", "notice", "五项.yaml"]) == 2
    assert "“发文机关”：没有填写" in capsys.readouterr().err
    with Path("五项.yaml").open("a", encoding="utf-8") as data:
        data.write("发文机关: 临江市应急管理局\n联系人: [{姓名: 陈某, 电话: 0971-8230001}]\n")
    assert run(["fill", "notice", "五项.yaml"]) == 0


def test_automatic_number_is_taken_and_registered():
    Path("本单位.yaml").write_text(
        "单位名称: 市安委办\n发文机关: {名称: 市安委办, 代字: 临安办发, 下一文号: 12}", encoding="utf-8"
    )
    assert run(["new", "notice"]) == 0
    for number, name in ((12, "a"), (13, "b")):
        assert run(["fill", "notice", "会议通知.yaml", "--set", "发文字号=自动", "-o", f"{name}.docx"]) == 0
        assert f"临安办发〔2026〕{number}号" in Path("文号登记.csv").read_text("utf-8-sig")


def test_numbers_taken_by_parallel_runs_are_distinct_and_the_register_says_whose(tmp_path: Path):
    import subprocess
    import sys

    Path("本单位.yaml").write_text(
        "单位名称: 市安委办\n发文机关: {名称: 市安委办, 代字: 临安办发}", encoding="utf-8"
    )
    assert run(["new", "notice"]) == 0
    calls = [
        [
            sys.executable,
            "-m",
            "tongzhi",
            "fill",
            "notice",
            "会议通知.yaml",
            "--set",
            "发文字号=自动",
            "-o",
            f"{name}.docx",
        ]
        for name in "abc"
    ]
    running = [subprocess.Popen(call, stderr=subprocess.DEVNULL) for call in calls]
    assert [one.wait(timeout=300) for one in running] == [0, 0, 0]
    rows = Path("文号登记.csv").read_text("utf-8-sig").splitlines()
    assert rows[0].endswith("文件,取用人")
    assert sorted(row.split(",")[0] for row in rows[1:]) == [
        f"临安办发〔2026〕{number}号" for number in (1, 2, 3)
    ]
    assert sorted(row.split(",")[4] for row in rows[1:]) == ["a.docx", "b.docx", "c.docx"]


def test_bad_profile_is_told_once_and_stops_only_what_needs_it(capsys: pytest.CaptureFixture[str]):
    assert run(["new", "notice"]) == 0
    assert run(["fill", "notice", "会议通知.yaml", "-o", "好.docx"]) == 0
    Path("讲话.txt").write_text("各县区要在月底前完成排查。", encoding="utf-8")
    Path("本单位.yaml").write_text(
        "单位名称: 市安委办\n格式: {上边距: 五}\n发文机关: {名称: 市安委办, 代字: 临安办发, 下一文号: x}\n乱写: 1",
        encoding="utf-8",
    )
    capsys.readouterr()
    for call, code in (
        (["check", "好.docx"], 0),
        (["format", "好.docx", "-o", "排.docx"], 0),
        (["tidy", "讲话.txt"], 0),
        (["fill", "notice", "会议通知.yaml", "-o", "b.docx"], 2),
    ):
        assert run(call) == code, call
        said = capsys.readouterr().err
        assert said.count("没有这个字段") == 1
        assert "上边距" in said
    Path("本单位.yaml").write_text(
        "单位名称: 市安委办\n发文机关: {名称: 市安委办, 代字: 临安办发, 下一文号: x}\n乱写: 1",
        encoding="utf-8",
    )
    assert run(["fill", "notice", "会议通知.yaml", "-o", "c.docx"]) == 0
    assert run(["fill", "notice", "会议通知.yaml", "--set", "发文字号=自动", "-o", "d.docx"]) == 2
    Path("本单位.yaml").write_text("[", encoding="utf-8")
    assert run(["check", "好.docx"]) == 0
    assert "按没有它办" in capsys.readouterr().err
    assert run(["fill", "notice", "会议通知.yaml", "-o", "e.docx"]) == 2


def test_schema_is_json_and_types_lists_every_type(capsys: pytest.CaptureFixture[str]):
    assert run(["types"]) == 0
    listed = capsys.readouterr().out
    assert all(entry.label in listed for entry in ENTRIES)
    assert run(["types", "profile", "--schema"]) == 0
    assert "单位名录" in json.loads(capsys.readouterr().out)["properties"]
    assert run(["types", "会议通知"]) == 0
    out = capsys.readouterr().out
    assert "＊会议名称" in out
    assert "meeting_name" in out


WRONG_CALLS = [
    ["new"], ["new", "x"], ["new", "notice", "-o", "a.txt"], ["new", "notice", "--frm", "x"], ["new", "notice", "--from", "没有.docx"],
    ["new", "notice", "--set", "x"], ["new", "notice", "-o"], ["new", "notice", "--units", "x.xlsx"], ["new", "profile", "--units", "没有.xlsx"],
    ["types", "x"], ["types", "--schema"], ["types", "notice", "plan"], ["types", "--scheme"], ["new", "notice", "--today", "2026-02-30"],
    ["fill"], ["fill", "notice"], ["fill", "notice", "没有.yaml"], ["fill", "notice", "坏.yaml"], ["fill", "notice", "坏.json"], ["fill", "notice", "坏.xlsx"],
    ["fill", "notice", "坏.docx"], ["fill", "notice", "好.yaml", "--head", "x"], ["fill", "notice", "好.yaml", "--set", "会义时间=1"],
    ["fill", "notice", "好.yaml", "--profile", "没有.yaml"], ["fill", "notice", "好.yaml", "-o", "a.pdf"], ["fill", "notice", "夹"],
]  # fmt: skip
WRONG_VALUES = [
    "会议时间=2026-02-30 9:00", "会议时间=明天", "会议形式=线上", "用印=也许", "参会人员=", "分会场=1", "联系人=陈某", "密级=绝密", "成文日期=x", "发文稿纸=a",
    "电报=a", "请假要求=", "会议内容=", "附件=", "紧急程度=很急", "签到时间=早点", "回执截止=以后", "标题=",
]  # fmt: skip


@pytest.fixture
def _files(tmp_path: Path):
    assert run(["new", "notice", "-o", "好.yaml"]) == 0
    Path("坏.yaml").write_text("标题: [a\n b: c", encoding="utf-8")
    Path("坏.json").write_text('{"a": }', encoding="utf-8")
    Path("坏.xlsx").write_bytes(b"hello")
    Path("坏.docx").write_bytes(b"PK\x03\x04hello")
    Path("夹").mkdir()


@pytest.mark.usefixtures("_files")
@pytest.mark.parametrize("arguments", WRONG_CALLS, ids=" ".join)
def test_wrong_call_is_answered_in_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]):
    capsys.readouterr()
    assert run(arguments) == 2
    err = capsys.readouterr().err
    assert err.startswith("错误：")
    assert not LATIN.search(COMMAND.sub("", err)), err
    assert "内部出错" not in err


@pytest.mark.usefixtures("_files")
@pytest.mark.parametrize("assignment", WRONG_VALUES)
def test_wrong_value_is_answered_in_chinese(assignment: str, capsys: pytest.CaptureFixture[str]):
    run(["fill", "notice", "好.yaml", "--set", assignment, "--force"])
    err = capsys.readouterr().err
    assert not LATIN.search(COMMAND.sub("", err)), err
    assert "内部出错" not in err


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_values_of_the_wrong_kind_in_every_field_are_answered_in_chinese(
    entry: object, capsys: pytest.CaptureFixture[str]
):
    from tongzhi.model.shape import shapes
    from tongzhi.papers.index import load

    for wrong in ({"a": {"b": [1]}}, [[1, {"x": 2}]], "？", 3.5, True, "2026-13-45"):
        Path("错.json").write_text(
            json.dumps({shape.label: wrong for shape in shapes(load(entry))}), encoding="utf-8"
        )
        assert run(["fill", entry.key, "错.json"]) == 2
        err = capsys.readouterr().err
        assert not LATIN.search(COMMAND.sub("", err)), err
        assert "内部出错" not in err


def test_old_paper_that_says_nothing_usable_is_told(capsys: pytest.CaptureFixture[str]):
    import docx

    docx.Document().save("空.docx")
    assert run(["new", "notice", "--from", "空.docx", "-o", "通知.yaml"]) == 0
    assert "空.docx：旧文件里没有认出会议通知的内容" in capsys.readouterr().err


def test_types_says_what_each_kind_of_circular_requires_and_the_parts_of_parts(
    capsys: pytest.CaptureFixture[str],
):
    assert run(["types", "通报"]) == 0
    shown = capsys.readouterr().out
    required = shown[shown.index("按种类必填") :]
    assert "事故：" in required
    assert "交办：" in required
    assert "      ＊起 " in shown


def test_old_form_with_an_error_cell_makes_no_data_file(capsys: pytest.CaptureFixture[str]):
    from openpyxl import load_workbook

    run(["new", "notice", "-o", "旧.xlsx"])
    book = load_workbook("旧.xlsx")
    sheet = book["填写"]
    row = next(line[0].row for line in sheet.iter_rows() if str(line[0].value or "").startswith("会议名称"))
    sheet.cell(row, 2).value = "#N/A"
    book.save("旧.xlsx")
    assert run(["new", "notice", "--from", "旧.xlsx", "-o", "新.yaml"]) == 2
    assert "单元格是错误值 #N/A" in capsys.readouterr().err
    assert not Path("新.yaml").exists()


def test_what_fill_cannot_put_anywhere_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    import io

    run(["new", "notice"])
    data = Path("会议通知.yaml").read_bytes()
    for arguments, words in (
        (["-"], "数据来自标准输入时要写明 -o"),
        (["会议通知.yaml", "-o", "-", "--pdf"], "--pdf 不能和 -o - 一起用"),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        assert run(["fill", "notice", *arguments]) == 2
        assert words in capsys.readouterr().err


def test_reminder_for_the_group_chat(capsys: pytest.CaptureFixture[str]):
    run(["new", "notice"])
    capsys.readouterr()
    assert run(["fill", "notice", "会议通知.yaml", "--remind"]) == 0
    assert "会议" in capsys.readouterr().out
    assert not Path("会议通知.docx").exists()


def test_number_of_a_register_is_not_entered_where_there_is_no_office(capsys: pytest.CaptureFixture[str]):
    run(["new", "notice", "-o", "通知.yaml"])
    Path("通知.yaml").write_text(
        Path("通知.yaml").read_text(encoding="utf-8")
        + "\n发文字号: {值: 临安办发〔2026〕12号, 出处: 推算, 依据: 文号登记}\n",
        encoding="utf-8",
    )
    assert run(["fill", "notice", "通知.yaml", "-o", "通知.docx"]) == 0, capsys.readouterr().err
    assert not Path("文号登记.csv").exists()


def test_a_profile_takes_the_layout_of_a_sample(capsys: pytest.CaptureFixture[str]):
    assert run(["new", "notice", "-o", "通知.yaml"]) == 0
    Path("本单位.yaml").write_text("单位名称: 临江市安委会\n格式: {上边距: 30, 行距: 29}\n", encoding="utf-8")
    assert run(["fill", "notice", "通知.yaml"]) == 0  # a paper in the office's own layout
    capsys.readouterr()
    Path("本单位.yaml").unlink()
    assert run(["new", "profile", "--style-from", "通知.docx", "-o", "学.yaml"]) == 0
    said = capsys.readouterr().err
    assert "与国标不同：上边距 30 毫米（国标 37 毫米，5.2.1）" in said
    learnt = yaml.safe_load(Path("学.yaml").read_text(encoding="utf-8"))["格式"]
    assert learnt["上边距"] == 30
    assert learnt["行距"] == 29
    assert "正文字号" not in learnt


def test_a_sample_is_for_a_profile_only(capsys: pytest.CaptureFixture[str]):
    assert run(["new", "notice", "--style-from", "样本.docx"]) == 2
    assert "只用于 new profile" in capsys.readouterr().err
    assert not Path("通知.yaml").exists()


def test_a_sample_s_layout_is_laid_over_an_older_profile():
    assert run(["new", "notice", "-o", "通知.yaml"]) == 0
    assert run(["fill", "notice", "通知.yaml"]) == 0
    Path("旧.yaml").write_text(
        "单位名称: 临江市安委会\n格式: {上边距: 30, 印章前空行: 2}\n", encoding="utf-8"
    )
    assert run(["new", "profile", "--from", "旧.yaml", "--style-from", "通知.docx", "-o", "新.yaml"]) == 0
    made = yaml.safe_load(Path("新.yaml").read_text(encoding="utf-8"))
    assert made["单位名称"] == "临江市安委会"
    # the sample has the standard's margins; it says nothing of the seal
    assert made["格式"] == {"印章前空行": "2"}
