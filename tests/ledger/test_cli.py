from __future__ import annotations

import json
from pathlib import Path

import pytest
from click import Context

from tongzhi.cli.ledger import ledger_command
from tongzhi.cli.main import run

LIST = (
    "隐患编号,所属地区,行业领域,单位名称,隐患部位,隐患描述,隐患等级,发现日期,整改措施,整改责任单位,整改责任人,整改资金,整改时限,应急预案\n"
    "DJ-1,青川县,矿山,某矿业公司,3号库,排洪涵洞淤堵约三分之一,一般,2020-10-20,清淤并加固,某矿业公司,王某,0,2020-10-30,现场处置方案\n"
    "DJ-2,江南区,消防,某商场,负一层,疏散通道堆放货物堵塞,一般,2020-10-21,清走货物,某商场,,0,2020-11-09,疏散预案\n"
)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", "2020-11-02")
    monkeypatch.setenv("TONGZHI_BY", "张三")
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    (tmp_path / "清单.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def call(line: str) -> int:
    return run(["ledger", *line.split()])


@pytest.mark.usefixtures("office")
def test_whole_way_by_commands(capfd: pytest.CaptureFixture[str]) -> None:
    codes = [
        call("import 清单.csv"),
        call("import 清单.csv"),
        call("assign DJ-1 --due 2020-11-13"),
        call("report DJ-1 --done 2020-11-01 --evidence 整改后照片两张 --by 录入员"),
        call("verify DJ-1 --verifier 李某 --unit 县应急管理局"),
        call("clear DJ-1 --approver 赵某"),
    ]
    assert codes == [0] * 6
    out = capfd.readouterr().out.splitlines()
    assert out[:2] == ["清单.csv：新列 2 条，已有 0 条", "清单.csv：新列 0 条，已有 2 条"]
    assert out[-1].startswith("DJ-1：清单。")
    call("history DJ-1")
    lines = capfd.readouterr().out.splitlines()
    assert [line.split()[2] for line in lines] == ["张三", "张三", "录入员", "张三", "张三"]


@pytest.mark.usefixtures("office")
def test_one_refused_item_does_not_hold_up_the_others(capfd: pytest.CaptureFixture[str]) -> None:
    call("import 清单.csv")
    assert call("assign DJ-1 DJ-2") == 1
    assert call("assign DJ-2") == 2
    captured = capfd.readouterr()
    assert "DJ-1：交单" in captured.out
    assert "DJ-2 “整改责任人”：五落实缺“责任”" in captured.err


@pytest.mark.usefixtures("office")
def test_list_in_each_form(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    call("import 清单.csv")
    capfd.readouterr()
    assert call("list --county 青川 --format json") == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["total"], found["items"][0]["隐患编号"], found["items"][0]["逾期"]) == (1, "DJ-1", True)
    assert call("list --overdue -o 逾期.xlsx") == 0
    assert call("list --overdue -o 逾期.xlsx") == 2
    assert (office / "逾期.xlsx").read_bytes()[:2] == b"PK"
    assert call("list --state 无此状态") == 2
    assert call("list --county 无此县") == 0
    assert "有 江南区、青川县" in capfd.readouterr().err


@pytest.mark.usefixtures("office")
def test_without_a_ledger_the_next_step_is_told_and_nothing_made(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    for line in ("list", "show A", "overdue", "stats", "history", "export -o a.xlsx", "cover"):
        assert call(line) == 2
        assert "tongzhi ledger import" in capfd.readouterr().err
    assert [path.name for path in office.iterdir()] == ["清单.csv"]


@pytest.mark.usefixtures("office")
def test_slips_are_noted_only_when_their_files_are_written(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    call("import 清单.csv")
    call("assign DJ-1")
    assert call("slip --overdue --issuer 市安委办 -o 督办单") == 0
    assert sorted(path.suffix for path in (office / "督办单").iterdir()) == [".docx", ".txt"]
    (office / "占用").write_text("", encoding="utf-8")
    assert call("slip DJ-1 -o 占用") == 2
    capfd.readouterr()
    call("history DJ-1")
    assert [line.split()[3].split("（")[0] for line in capfd.readouterr().out.splitlines()] == [
        "列单",
        "交单",
        "督办",
    ]


@pytest.mark.usefixtures("office")
def test_reports_and_papers_are_written(office: Path) -> None:
    call("import 清单.csv")
    lines = (
        "stats", "stats --by accident", "stats -o 统计.xlsx", "circular", "circular -o 通报.yaml", "circular -o 通报.docx --issuer 市安委会办公室",
        "circular -o 排名.xlsx", "due --within 5个工作日 --ics 提醒.ics", "overdue", "history", "show DJ-2",
        "export -o a.xlsx", "export -o a.csv", "export -o a.json", "export -o a.docx", "export -o a.yaml",
    )  # fmt: skip
    assert [call(line) for line in lines] == [0] * len(lines)
    assert len(list(office.iterdir())) == 12


@pytest.mark.usefixtures("office")
def test_tasks_left_out_of_the_printed_list_are_told(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (office / "任务.csv").write_text("任务,责任单位\n开展拉网式排查,市安委办\n", encoding="utf-8")
    call("import 清单.csv 任务.csv")
    assert call("export -o a.docx") == 0
    assert "导出 2 条；1 条任务不进整改清单" in capfd.readouterr().err


@pytest.mark.usefixtures("office")
def test_list_writes_no_table_of_text_under_another_ending(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    call("import 清单.csv")
    assert [call(f"{command} -o a.pdf") for command in ("list", "overdue", "stats")] == [2, 2, 2]
    assert "不会写 .pdf 文件" in capfd.readouterr().err
    assert call("list -o a.txt") == 0
    assert not (office / "a.pdf").exists()


@pytest.mark.usefixtures("office")
def test_wrong_limit_names_its_option_and_the_terms(capfd: pytest.CaptureFixture[str]) -> None:
    call("import 清单.csv")
    for line in ("assign DJ-1 --due", "verify DJ-1 --verifier 李某 --due", "due --within"):
        assert call(f"{line} 十五天左右") == 2
        said = capfd.readouterr().err
        assert line.split()[-1] in said
        assert "15个工作日" in said


@pytest.mark.usefixtures("office")
def test_accident_tells_grade_chain_and_investigation(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    line = [
        "accident",
        "--deaths",
        "2",
        "--missing",
        "1",
        "--at",
        "2020-11-01 23:30",
        "--told",
        "2020-11-01 23:40",
    ]
    assert (
        run(["ledger", *line, "--form", "信息.yaml", "--set", "简要经过=储罐泄漏起火", "--record", "SG-1"])
        == 0
    )
    captured = capfd.readouterr()
    assert "等级（初步）：一般事故" in captured.out
    assert "下落不明计入死亡：较大事故" in captured.out
    assert "还剩40分钟" in captured.out
    assert "“已采取措施”：没有填" in captured.err
    assert "类型: 初报\n" in (office / "信息.yaml").read_text(encoding="utf-8")


def test_every_command_has_help_and_an_example() -> None:
    context = Context(ledger_command)
    for name in ledger_command.list_commands(context):
        found = ledger_command.get_command(context, name)
        assert found is not None
        assert found.name == name
        assert found.help, name
        assert getattr(found, "examples", ()), name


def _json(capfd: pytest.CaptureFixture[str], line: str) -> object:
    capfd.readouterr()
    assert call(line) == 0
    return json.loads(capfd.readouterr().out)


@pytest.mark.usefixtures("office")
def test_every_view_can_be_json_csv_or_a_workbook(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    call("import 清单.csv")
    call("assign DJ-1")
    shown = _json(capfd, "show DJ-1 --format json")
    assert (shown["item"]["隐患编号"], shown["version"], len(shown["history"])) == ("DJ-1", 2, 2)
    assert len(_json(capfd, "history --format json")) == 3
    assert [one["隐患编号"] for one in _json(capfd, "overdue --format json")["items"]] == ["DJ-1"]
    rows = _json(capfd, "stats --by county --format json")
    assert {"青川县", "江南区"} <= {value for row in rows for value in row.values()}
    for line, words in (
        ("overdue --format csv", "DJ-1"),
        ("list --format csv", "DJ-2"),
        ("stats --by county --format csv", "青川县"),
    ):
        assert call(line) == 0
        assert words in capfd.readouterr().out
    assert call("overdue -o 逾期.xlsx") == 0
    assert (office / "逾期.xlsx").read_bytes()[:2] == b"PK"


@pytest.mark.usefixtures("office")
def test_item_is_edited_delayed_and_sent_back_by_commands(capfd: pytest.CaptureFixture[str]) -> None:
    call("import 清单.csv")
    assert call("edit DJ-2 --set 整改责任人=李某") == 0
    assert call("assign DJ-2") == 0
    assert call("delay DJ-2 --to 2020-11-20 --reason 备件未到 --approver 赵某") == 0
    capfd.readouterr()
    call("show DJ-2")
    shown = capfd.readouterr().out
    assert "整改责任人：李某" in shown
    assert "2020-11-20" in shown
    assert "备件未到" in shown
    assert call("return DJ-2 --reason 交错单位") == 0
    history = _json(capfd, "history DJ-2 --format json")
    assert len(history) == 5


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("slip", "写明督办哪几条"),
        ("slip DJ-1 --overdue", "写明督办哪几条"),
        ("cover --list 名单.xlsx", "应查名单没有名称"),
        ("export -o a.pdf", "不会写 .pdf 文件"),
        ("circular -o a.pdf", "不会写 .pdf 文件"),
        ("circular -o a.docx", "通报没有发文机关"),
        ("import .", "这是一个文件夹"),
        ("accident --deaths 1 --set 简要经过=x", "--set 只用于报送单"),
        ("accident --deaths 1 --form a.yaml", "报送单要写发生时间"),
        ("accident --deaths 1 --loss 很多", "--loss"),
        ("accident --deaths 1 --at 昨天", "--at"),
        ("accident --deaths 1 --at 2020-11-01T09:10 --received 村级=2020-11-01T09:20", "没有“村级”这一层级"),
    ],
)
@pytest.mark.usefixtures("office")
def test_wrong_wish_is_told_with_what_to_write(
    line: str, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    call("import 清单.csv")
    capfd.readouterr()
    assert call(line) == 2
    assert says in capfd.readouterr().err


@pytest.mark.usefixtures("office")
def test_empty_ledger_says_that_there_is_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    call("import 清单.csv")
    capfd.readouterr()
    for line, says in (
        ("cover", "还没有应查名单"),
        ("export --county 无此县 -o 空.xlsx", "导出的是空表"),
        ("slip --overdue", "没有已交单而逾期的"),
    ):
        assert call(line) == 0
        assert says in capfd.readouterr().err


@pytest.mark.usefixtures("office")
def test_slips_without_a_folder_are_shown(capfd: pytest.CaptureFixture[str]) -> None:
    call("import 清单.csv")
    call("assign DJ-1")
    capfd.readouterr()
    assert call("slip DJ-1 --issuer 市安委办 --preview") == 0
    captured = capfd.readouterr()
    assert "某矿业公司" in captured.out
    assert "1 份" in captured.err
    assert len(_json(capfd, "history DJ-1 --format json")) == 2


@pytest.mark.usefixtures("office")
def test_cover_counts_inspections_and_names_who_found_nothing(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    (office / "名单.csv").write_text("单位名称,县区\n甲矿,青川县\n乙矿,青川县\n", encoding="utf-8")
    (office / "检查.csv").write_text(
        "单位名称,检查日期,检查人,隐患数\n甲矿,2020-10-20,王某,0\n", encoding="utf-8"
    )
    call("import 清单.csv")
    capfd.readouterr()
    assert call("cover 矿山 --list 名单.csv --inspected 检查.csv --declared 3") == 1
    captured = capfd.readouterr()
    assert "矿山：已查 1/3" in captured.out
    assert "未查：乙矿（青川县）" in captured.out
    assert "零隐患，建议复核：甲矿" in captured.out
    assert "检查记录：新记 1 条" in captured.err


@pytest.mark.usefixtures("office")
def test_every_slip_of_a_list_is_told_and_a_changed_list_updates_only_when_asked(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    head, first, _ = LIST.split("\n")[:3]
    bad = [first.replace("DJ-1", f"B-{number}").replace("一般", f"很大{number}") for number in range(60)]
    (office / "坏.csv").write_text("\n".join([head, *bad]), encoding="utf-8")
    assert call("import 坏.csv") != 0
    assert capfd.readouterr().err.count("”看不懂") == 60
    (office / "新.csv").write_text(LIST.replace("清淤并加固", "清淤、加固、监测"), encoding="utf-8")
    call("import 清单.csv")
    call("import 新.csv")
    assert "加 --update 再导入一次" in capfd.readouterr().err
    assert call("import 新.csv --update") == 0
    assert "更新 1 条" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("甲.json", '{"schema": "tongzhi.unknown/9"}', "不认识的格式"),
        ("甲.json", '{"schema": "tongzhi.tasks/1", "tasks": 5}', "结构不对|不认识的格式"),
        ("甲.json", '{"schema": "tongzhi.ledger/1", "items": 5}', "没有 items 列表|不认识的格式"),
    ],
)
def test_list_of_an_unknown_make_is_told(
    office: Path, name: str, data: str, says: str, capfd: pytest.CaptureFixture[str]
) -> None:
    import re

    (office / name).write_text(data, encoding="utf-8")
    assert call(f"import {name}") == 2
    assert re.search(says, capfd.readouterr().err)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [("照片.jpg", "佐证文件不存在"), (" ", "佐证材料是空的")],
)
@pytest.mark.usefixtures("office")
def test_evidence_that_is_none_is_refused(
    capfd: pytest.CaptureFixture[str], evidence: str, words: str
) -> None:
    call("import 清单.csv")
    call("assign DJ-1 --due 2020-11-13")
    assert run(["ledger", "report", "DJ-1", "--done", "2020-11-01", "--evidence", evidence]) == 2
    assert words in capfd.readouterr().err


def test_evidence_may_be_a_file_or_a_long_description(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (office / "材料").mkdir()
    (office / "材料" / "照片.jpg").write_bytes(b"\xff\xd8")
    call("import 清单.csv")
    call("assign DJ-1 --due 2020-11-13")
    long = "整改前后对比：" + "清淤" * 200
    assert (
        run(
            [
                "ledger",
                "report",
                "DJ-1",
                "--done",
                "2020-11-01",
                "--evidence",
                "材料/照片.jpg",
                "--evidence",
                long,
            ]
        )
        == 0
    )
    capfd.readouterr()
    call("show DJ-1")
    assert "照片.jpg（材料/照片.jpg）" in capfd.readouterr().out


@pytest.mark.parametrize(("db", "words"), [(".", "文件夹"), ("没有/台账.db", "所在文件夹不存在")])
@pytest.mark.usefixtures("office")
def test_ledger_that_cannot_be_there_is_told(capfd: pytest.CaptureFixture[str], db: str, words: str) -> None:
    assert call(f"import 清单.csv --db {db}") == 2
    assert words in capfd.readouterr().err


@pytest.mark.usefixtures("office")
def test_printed_list_needs_a_hazard_and_ranking_a_county(
    capfd: pytest.CaptureFixture[str], office: Path
) -> None:
    (office / "任务.csv").write_text(
        "任务,责任单位,完成时限\n加强值班,市应急管理局,2020-11-30\n", encoding="utf-8"
    )
    assert call("import 任务.csv") == 0
    assert call("export -o 清单.docx") == 2
    assert "没有隐患可列" in capfd.readouterr().err
    assert call("circular -o 通报.docx --issuer 市安委会办公室") == 2
    assert "排不出名次" in capfd.readouterr().err


def test_span_without_items_gives_a_workbook_without_charts(office: Path) -> None:
    call("import 清单.csv")
    assert call("stats --since 2020-11-02 -o 统计.xlsx") == 0
    from openpyxl import load_workbook

    assert all(not sheet._charts for sheet in load_workbook(office / "统计.xlsx").worksheets)


def test_printed_list_bears_its_title_and_the_stop_orders(office: Path) -> None:
    (office / "重大.csv").write_text(
        "隐患编号,所属地区,行业领域,单位名称,隐患部位,隐患描述,隐患等级,判定依据,发现日期,停产停业,停产停业文号,整改时限\n"
        "DJ-9,青川县,矿山,某矿业公司,3号库,坝体裂缝,重大,某标准第三条,2020-10-20,局部停产 2020-10-21,青应急停〔2020〕3号,2020-11-30\n",
        encoding="utf-8",
    )
    call("import 重大.csv")
    assert call("export -o 清单.docx --title 某县重大隐患清单 --issuer 县安委办") == 0
    from tongzhi.word.text import read_text

    text = read_text((office / "清单.docx").read_bytes())
    assert "某县重大隐患清单" in text.replace("\n", "")
    assert "局部停产" in text


@pytest.mark.parametrize(
    ("sets", "words"),
    [(["天气"], "--set “天气”写法不对"), (["备注=一", "备注=二"], "--set 里“备注”写了两次")],
)
@pytest.mark.usefixtures("office")
def test_wrong_assignment_is_told(capfd: pytest.CaptureFixture[str], sets: list[str], words: str) -> None:
    call("import 清单.csv")
    given = [part for each in sets for part in ("--set", each)]
    assert run(["ledger", "edit", "DJ-1", *given]) == 2
    assert words in capfd.readouterr().err


def test_accident_report_as_a_paper(capfd: pytest.CaptureFixture[str], office: Path) -> None:
    line = ["accident", "--deaths", "1", "--at", "2020-11-01 23:30", "--form", "信息.docx"]
    given = ["事发单位概况=某化工公司", "简要经过=储罐泄漏起火"]
    run(["ledger", *line, *(part for each in given for part in ("--set", each))])
    from tongzhi.word.text import read_text

    assert "储罐泄漏起火" in read_text((office / "信息.docx").read_bytes())


def test_part_of_a_list_comes_in_and_many_slips_are_told_in_part(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    from tongzhi.cli.ledger_files import SHOWN

    head, first, _ = LIST.split("\n")[:3]
    bad = [
        first.replace("DJ-1", f"B-{number}").replace("一般", f"很大{number}") for number in range(SHOWN + 5)
    ]
    (office / "坏.csv").write_text("\n".join([head, first, *bad]), encoding="utf-8")
    assert call("import 坏.csv") == 1
    captured = capfd.readouterr()
    assert captured.err.count("”看不懂") == SHOWN
    assert "另有 5 处问题" in captured.err
    assert f"未导入 {SHOWN + 5} 条" in captured.out
    strange = ",".join(f"天气{number}" for number in range(SHOWN + 3))
    (office / "宽.csv").write_text(f"隐患描述,{strange}\n防火门损坏\n", encoding="utf-8")
    assert call("import 宽.csv") == 0
    assert "提醒：另有 3 条类似的" in capfd.readouterr().err


@pytest.mark.usefixtures("office")
def test_version_that_is_no_number_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    call("import 清单.csv")
    assert call("edit DJ-1 --version-is 三 --set 备注=急") == 2
    assert "“三”不能用，应为数字" in capfd.readouterr().err


def test_list_of_those_to_be_inspected_that_is_whole_says_nothing_more(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (office / "应查.csv").write_text("单位名称,县区\n某矿业公司,青川县\n", encoding="utf-8")
    call("import 清单.csv")
    assert call("cover 非煤矿山 --list 应查.csv") == 0
    out = capfd.readouterr().out
    assert "非煤矿山：已查 1/1" in out
    assert "比应查数少" not in out
