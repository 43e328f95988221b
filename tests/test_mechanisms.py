"""Each of the 47 mechanisms is done by a command; the paper it makes is read for the mechanism's fields."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from docx import Document

from tongzhi.cli.main import run
from tongzhi.papers.index import find_type
from tongzhi.render.sample import sample_values

DAY = date(2026, 11, 23)
TABLE = Path(__file__).resolve().parents[1] / "docs" / "mechanisms.md"

SPEECH = """在全市安全生产工作会议上的讲话
同志们：
一、压实责任
各级要守土有责、守土尽责，不允许搞形式主义。
分管负责同志要对分管领域开展督导检查。
企业要加大安全投入，补齐人员、物资、技术、投入、设施等短板。
某市一家饭店去年发生坍塌，教训深刻。
二、突出重点
一是危险化学品。要对石油化工、煤化工、氟化工企业开展全面排查，11月30日前完成。
二是旅游安全。景区要落实承载量和预约制度，对拥堵路段开展排查。
三是道路交通。国庆期间过境车多、自驾游多。公安部门要排查临水临崖路段隐患。
四是森林防火。市林业局要修订应急预案，加强巡查。
五是矿山安全。对全市114家非煤矿山企业、202座尾矿库，要逐一排查隐患。
六是建筑施工。对在建、完工、拆迁工程要全面排查。
七是食品安全。要开展食品安全检查。
八是疫情防控。机场、车站要开展防控措施检查。
三、强化落实
抽调精干力量组成督导组，明天进驻各县区开展暗访。
要严格落实“五个必须”。
要建立台账，列单、交单、办单、清单，对账销号。
发生事故后，要第一时间启动应急预案、赶赴现场。
要严格执行24小时值班制度和信息报送制度。
"""
MEETING: dict[str, Any] = {
    "会议名称": "全市安全生产工作会议",
    "会议时间": "2026-11-20 09:00",
    "地点": "市政府三楼会议室",
    "主持人": {"姓名": "李某", "职务": "常务副市长"},
    "讲话人": {"姓名": "张某", "职务": "市长"},
    "参会人员": ["市安委会成员单位主要负责人"],
    "发文机关": "临江市安全生产委员会办公室",
    "主送机关": ["各县安全生产委员会"],
    "联系人": [{"姓名": "陈某", "电话": "0971-8230001"}],
    "目标": [
        {"指标": "事故总量", "基数": "去年同期12起", "目标": "同比下降"},
        {"指标": "较大事故", "基数": "去年同期1起", "目标": "同比下降"},
        {"指标": "死亡人数", "基数": "去年同期9人", "目标": "同比下降"},
        {"指标": "重特大事故", "基数": "去年同期0起", "目标": "不发生"},
    ],
    "时间步骤": [
        {"阶段": "自查自纠", "开始": "2026-11-23", "结束": "2026-11-30", "工作内容": "企业自查。"},
        {"阶段": "督导检查", "开始": "2026-12-01", "结束": "2026-12-20", "工作内容": "逐级检查。"},
    ],
}
HAZARDS = (
    "隐患编号,所属地区,行业领域,单位名称,隐患部位,隐患描述,隐患等级,发现日期,整改措施,整改责任单位,整改责任人,整改资金,整改时限,应急预案\n"
    "K-1,青川县,矿山,甲矿业公司,3号库,排洪涵洞淤堵约三分之一,一般,2026-11-10,清淤并加固,甲矿业公司,王某,0,2026-11-20,现场处置方案\n"
)
MAJOR = {"危险区域有人员": "是", "转移人数": 12, "转移去向": "镇中学"}
GAPS = [{"类别": kind, "短板": f"{kind}不足"} for kind in ("人员", "物资", "技术", "投入", "设施")]
ITEMS = [{"类别": "制度是否建立并落实", "内容": "全员安全生产责任制", "结果": "合格"}, {"类别": "设备是否配备并运行", "内容": "设备", "结果": "合格"},
         {"类别": "人员是否到位并尽责", "内容": "人员", "结果": "合格"}]  # fmt: skip
ROSTER = {
    "单位": "甲矿业公司", "开始日期": "2026-11-10", "结束日期": "2026-11-10",
    "值班安排": [{"日期": "2026-11-10", "带班领导": {"姓名": "王某", "职务": "矿长", "手机": "13800000000"},
                  "值班人员": [{"姓名": "周某", "手机": "13800000001"}, {"姓名": "吴某", "手机": "13800000002"}]}],
    "应急队伍待命": ["矿山救护队20人，在矿区待命"],
}  # fmt: skip
TEAMS = {
    "督导开始": "2026-11-21", "督导结束": "2026-11-27", "应督导地区": ["青川县", "剑阁县"], "最迟进驻日期": "2026-11-21",
    "分组": [{"组号": "第一组", "组长": {"姓名": "王某", "职务": "副局长", "单位": "市应急管理局"}, "负责地区": ["青川县", "剑阁县"],
              "进驻日期": "2026-11-21"}],
}  # fmt: skip
VISITS = {
    "应检查领导": ["副市长李某", "副市长王某"],
    "检查情况": [{"领导": "副市长李某", "分管领域": "矿山", "日期": "2026-11-10", "企业或现场": "甲矿业公司", "发现问题": "淤堵"}],
}  # fmt: skip
FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "贯彻报告": ("implementation_report", {}),
    "通知": ("notice", {"发言单位": [{"单位": "青川县人民政府", "形式": "书面", "时长": 5}]}),
    "事故通报": (
        "circular",
        {
            "种类": "事故", "标题": None, "事故单位": "某化工公司", "发生时间": "2026-11-10 10:20", "地点": "青川县某镇", "简要经过": "管线泄漏起火。",
            "伤亡": {"死亡": 1, "失联": 0, "受伤": 2}, "初步原因": "初步分析为残液泄漏，具体原因待调查", "暴露问题": ["动火审批不严"],
            "工作要求": [{"内容": "举一反三，立即自查同类企业"}], "主送机关": ["各县安全生产委员会"],
        },
    ),
    "值班通报": (
        "circular",
        {"种类": "值班抽查", "抽查时间": "2026年11月10日20时", "方式": "电话", "抽查单位数": 20, "正常": 18, "不在岗": 2, "工作要求": ["严格值班纪律"],
         "问题单位": [{"单位": "某镇", "情况": "无人接听"}], "主送机关": ["各县安全生产委员会"]},
    ),
    "责任书": ("responsibility_letter", {}),
    "领域分工": ("field_matrix", {"应有领域": ["矿山"]}),
    "带队检查": ("visit_log", VISITS),
    "企业自查": ("checklist", {"短板": GAPS, "检查内容": ITEMS}),
    "属地检查": ("checklist", {"种类": "属地检查"}),
    "行业检查": ("checklist", {"种类": "行业检查", "上一级检查单位": "市应急管理局"}),
    "汇总表": ("statistics_table", {"各地情况": [{"单位": "青川县", "排查隐患": 10, "已整改": 8, "打非治违": 3}]}),
    "整改通知": ("rectify_order", {}),
    "督导方案": ("supervision_plan", TEAMS),
    "现场交办": ("handover", {"立行立改": "是", "佐证": ["整改前后照片"]}),
    "活动审批": ("event_approval", {"政府直接举办": "否"}),
    "停产通知": ("stop_notice", MAJOR),
    "约谈": ("talk_notice", {}),
    "线索": ("clue_transfer", {}),
    "信息报送": ("incident_report", {}),
    "矿山值班": ("duty_roster", ROSTER),
    "抽查记录": ("spot_check", {}),
    "请假台账": ("leave_record", {}),
}  # fmt: skip
"""Name of the made paper → its type and what differs from its sample."""

LEDGER = (
    ("ledger import 清单.csv",),
    ("ledger assign K-1 --due 2026-12-11",),
    ("ledger report K-1 --done 2026-11-22 --evidence 照片两张 --by 王某",),
    ("ledger verify K-1 --verifier 李某 --unit 县应急管理局",),
    ("ledger clear K-1 --approver 赵某",),
    ("ledger history", "台账历史"),
    ("ledger cover 非煤矿山企业 --list 应查.csv --declared 3", "排查覆盖"),
    ("ledger accident --deaths 3 --at 2026-11-20T09:10 --told 2026-11-20T09:20", "事故"),
)  # fmt: skip


def text_of(path: Path) -> str:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Run every command once; give each made paper, and what the command said of it, as text."""
    import contextlib
    import io

    folder = tmp_path_factory.mktemp("机制")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("TONGZHI_TODAY", DAY.isoformat())
        patch.setenv("TONGZHI_BY", "张三")
        patch.delenv("TONGZHI_DB", raising=False)
        found: dict[str, str] = {}

        def call(line: list[str], kept: str = "") -> None:
            out, err = io.StringIO(), io.StringIO()
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = run(line)
            assert code == (line[1] == "cover"), (
                line,
                err.getvalue(),
            )  # cover tells by its code that some are missing
            if kept:
                found[kept] = found.get(kept, "") + out.getvalue() + err.getvalue()

        Path("讲话.txt").write_text(SPEECH, encoding="utf-8")
        Path("会议.yaml").write_text(yaml.safe_dump(MEETING, allow_unicode=True), encoding="utf-8")
        Path("清单.csv").write_text(HAZARDS, encoding="utf-8")
        Path("应查.csv").write_text("单位名称,县区\n甲矿业公司,青川县\n乙矿业公司,剑阁县\n", encoding="utf-8")
        call(["extract", "讲话.txt", "--date", "2026-11-20", "--all", "--format", "json", "-o", "任务.json"])
        found["任务"] = Path("任务.json").read_text(encoding="utf-8")
        call(["draft", "讲话.txt", "--meeting", "会议.yaml", "-o", "文件"], "起草")
        # the speech names no fault, so its list is one of what is there to be checked
        for name, file in (("部署方案", "部署方案"), ("整改清单", "排查任务清单")):
            paper = Path("文件") / f"{file}.docx"
            found[name] = text_of(paper) + paper.with_suffix(".yaml").read_text(encoding="utf-8")
        for name, (key, changes) in FORMS.items():
            values = {**sample_values(find_type(key), DAY), **changes}
            values = {label: value for label, value in values.items() if value is not None}
            Path(f"{name}.yaml").write_text(yaml.safe_dump(values, allow_unicode=True), encoding="utf-8")
            call(["fill", key, f"{name}.yaml", "-o", f"{name}.docx"], name)
            found[name] += text_of(Path(f"{name}.docx"))
        for line, *kept in LEDGER:
            call(
                [word.replace("T", " ") if re.match(r"\d{4}-.*T", word) else word for word in line.split()],
                *kept,
            )
        yield found


FIELDS = ("危险化学品", "旅游", "道路交通", "森林防火", "矿山", "建筑施工", "食品安全", "疫情防控")

SHOWN: dict[int, tuple[tuple[str, tuple[str, ...]], ...]] = {
    1: (("贯彻报告", ("传达学习", "研究部署", "下步打算")),),
    2: (("通知", ("青川县人民政府", "发言")),),
    3: (("事故通报", ("举一反三", "自查")),),
    4: (
        (
            "部署方案",
            ("事故总量同比下降", "较大事故同比下降", "死亡人数同比下降", "重特大事故不发生", "去年同期12起"),
        ),
    ),
    5: (("责任书", ("甲方", "乙方", "职责")),),
    7: (("领域分工", ("分管领导", "副市长李某", "矿山")), ("带队检查", ("分管领域", "矿山"))),
    8: (("带队检查", ("没有写处置情况",)), ("现场交办", ("反馈形式", "核查结论"))),
    9: (("领域分工", ("牵头单位", "市应急管理局")),),
    10: (("企业自查", ("责任制", "投入不足")),),
    11: (("企业自查", ("制度是否建立并落实", "设备是否配备并运行", "人员是否到位并尽责", "佐证")),),
    12: (("部署方案", ("自查自纠", "督导检查")), ("台账历史", ("列单", "验收"))),
    13: (("汇总表", ("打非治违",)),),
    14: (("事故", ("提级",)),),
    15: (("整改通知", ("第一百零二条", "逾期后果")),),
    16: (("督导方案", ("第一组", "组长", "不发被督导县区")),),
    17: (("督导方案", ("2026年11月21日前进驻", "青川县", "剑阁县")),),
    18: (("现场交办", ("立行立改", "整改前后照片")),),
    19: (("活动审批", ("谁批准谁负责", "批准单位", "主办单位", "预计人数")),),
    20: (("带队检查", ("还没有检查记录：副市长王某",)),),
    21: (("企业自查", ("人员不足", "物资不足", "技术不足", "投入不足", "设施不足", "补齐措施")),),
    22: (("部署方案", FIELDS),),
    23: (("部署方案", ("石油化工", "煤化工", "氟化工")),),
    24: (("部署方案", ("承载量",)),),
    27: (("部署方案", ("修订应急预案",)),),
    28: (("整改清单", ("114", "202", "非煤矿山企业", "尾矿库")), ("排查覆盖", ("乙矿业公司",))),
    29: (("矿山值班", ("甲矿业公司", "带班领导", "矿长")),),
    30: (("部署方案", ("在建、完工、拆迁",)),),
    32: (("部署方案", ("食品安全",)),),
    33: (("部署方案", ("机场、车站",)),),
    34: (("排查覆盖", ("1/", "乙矿业公司")),),
    35: (
        ("企业自查", ("企业自查表",)),
        ("属地检查", ("属地检查表",)),
        ("行业检查", ("行业检查表", "市应急管理局")),
    ),
    36: (("台账历史", ("列单", "交单", "办单", "验收", "销号")), ("现场交办", ("是否销号",))),
    37: (("停产通知", ("停产", "恢复", "第六十五条")),),
    38: (("停产通知", ("转移12人至镇中学",)),),
    39: (("企业自查", ("零问题",)), ("线索", ("回复时限", "依法保密"))),
    40: (("带队检查", ("企业或现场", "甲矿业公司")),),
    41: (("约谈", ("约谈人", "被约谈人", "要求")),),
    42: (("信息报送", ("已采取措施", "领导到位情况")), ("矿山值班", ("带班领导电话",))),
    43: (("矿山值班", ("值班人员电话", "固定电话")), ("信息报送", ("报送用时", "余90分钟"))),
    44: (("矿山值班", ("应急队伍待命", "矿山救护队20人")),),
    45: (("抽查记录", ("随机抽取", "结果")), ("值班通报", ("抽查", "某镇"))),
    46: (("请假台账", ("联系电话", "去向", "返岗所需时间", "通讯抽查")),),
    47: (("督导方案", ("工作纪律",)),),
}
"""Number of the mechanism → the papers that carry it, with the fields they must show."""

SILENT = {6: ("守土有责",), 25: ("过境车",), 31: ("饭店",), 47: ("形式主义",)}
"""Number of the mechanism → words that must not become a task."""


@pytest.mark.parametrize("number", sorted(SHOWN))
def test_paper_of_the_mechanism_shows_its_fields(made: dict[str, str], number: int):
    for name, words in SHOWN[number]:
        missing = [word for word in words if word not in made[name]]
        assert not missing, (name, missing, made[name][:1500])


@pytest.mark.parametrize("number", sorted(SILENT))
def test_slogans_and_background_are_no_tasks(made: dict[str, str], number: int):
    actions = [task["text"] for task in json.loads(made["任务"])["tasks"] if task["kind"] == "action"]
    for word in SILENT[number]:
        assert word in SPEECH
        assert not [text for text in actions if word in text]


def test_unexpanded_reference_stays_open(made: dict[str, str]):
    """Mechanism 26: what is quoted by number alone is never expanded."""
    (found,) = [item for item in json.loads(made["任务"])["open"] if item["kind"] == "unexpanded"]
    assert "五个必须" in found["text"]


def test_deadlines_of_the_speech_are_of_their_kind(made: dict[str, str]):
    """Mechanisms 17, 42 and 43: 明天 is a day, 第一时间 has none, 24小时 is no due date."""
    said = {
        deadline["text"]: (deadline["kind"], deadline["date"])
        for task in json.loads(made["任务"])["tasks"]
        for deadline in task["deadlines"]
    }
    assert said["明天"] == ("date", "2026-11-21")
    assert said["第一时间"][1] is None
    assert said["24小时"] == ("recurring", None)


def test_each_field_has_its_row_with_a_lead_and_the_limit_that_was_said(made: dict[str, str]):
    """Mechanism 22: eight of eight."""
    data = yaml.safe_load(made["部署方案"][made["部署方案"].index("# 部署方案的数据") :])
    rows = {row["重点领域"]: row for row in data["重点任务"] if row.get("重点领域")}
    assert set(FIELDS) <= set(rows)
    assert all(row.get("牵头单位") for row in rows.values())
    assert [field for field, row in rows.items() if row.get("完成时限")] == [
        "危险化学品"
    ]  # the others name no day


def test_table_gives_a_command_for_each_of_the_mechanisms():
    rows = re.findall(r"^\| (\d+) \|(.*)$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [int(number) for number, _ in rows] == list(range(1, 48))
    assert all("`tongzhi " in row for _, row in rows)
    assert set(range(1, 48)) == set(SHOWN) | set(SILENT) | {26}


def test_commands_of_the_table_are_there(capsys: pytest.CaptureFixture[str]):
    from tongzhi.papers.index import find_entry

    text = TABLE.read_text(encoding="utf-8")
    for key in set(re.findall(r"`tongzhi (?:fill|new) ([a-z_]+)", text)):
        assert find_entry(key).key == key
    for name in set(re.findall(r"`tongzhi (ledger \w+|feedback \w+|\w+)", text)):
        assert run([*name.split(), "--help"]) == 0
    capsys.readouterr()
