"""What the house makes, as text: a change of code shows here as a diff that a reviewer reads.

After a wanted change: `python -m pytest tests/golden --update-golden`, then read `git diff tests/golden/texts`.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from tests.check import conforming, untidy
from tests.golden.conftest import TEXTS
from tests.golden.dump import dump_file

from tongzhi.cli.main import run
from tongzhi.papers.index import ENTRIES
from tongzhi.resources import corpus_path

Golden = Callable[[str, str], None]
TODAY = "2026-11-23"
LIST = (
    "隐患编号,所属地区,行业领域,单位名称,隐患部位,隐患描述,隐患等级,发现日期,整改措施,整改责任单位,整改责任人,整改资金,整改时限,应急预案\n"
    "Q-1,南屏县,矿山,砚山矿业公司,2号库,排洪涵洞淤堵约三分之一,一般,2026-10-20,清淤并加固,砚山矿业公司,韩某,0,2026-10-30,现场处置方案\n"
    "Q-2,河东区,消防,锦程商场,负一层,疏散通道堆放货物堵塞,一般,2026-10-21,清走货物,锦程商场,,0,2026-12-09,疏散预案\n"
)
CIRCULARS: dict[str, dict[str, object]] = {
    "事故": {"事故单位": "锦程化工有限公司", "发生时间": "2026-11-20 14:35", "地点": "南屏县白塔镇", "简要经过": "检修时起火。",
             "伤亡": "死亡1人、受伤2人", "初步原因": "初步分析为没有隔离，待调查。", "暴露问题": ["作业前没有检测"], "工作要求": ["立即开展检修作业专项检查"]},
    "督查": {"县区": "南屏县", "督查时间": "2026年11月18日", "督查组": "市安委会第二督查组", "方式": "现场抽查", "对象及数量": "6个乡镇、18家企业",
             "总体情况": "总体平稳。", "问题": [{"单位": "砚山矿业公司", "问题": "排洪涵洞淤堵", "整改时限": "2026-12-20"}]},
    "值班抽查": {"抽查时间": "11月22日", "方式": "电话", "抽查单位数": 20, "正常": 18, "不在岗": 2, "工作要求": ["加强值班"]},
    "到会": {"会议名称": "全市安全生产会议", "到会情况": {"应到": 60, "实到": 57, "请假": 2, "缺席": 1}},
    "交办": {"县区": "南屏县", "交办来源": "全市安全生产会议", "交办事项": [{"事项": "排查尾矿库", "办理时限": "2026-12-30"}]},
}  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder on a fixed day, with nobody's profile."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TONGZHI_TODAY", TODAY)
    monkeypatch.setenv("TONGZHI_BY", "韩某")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.delenv("TONGZHI_PROFILE", raising=False)
    monkeypatch.delenv("TONGZHI_DB", raising=False)
    return tmp_path


def say(line: str, capfd: pytest.CaptureFixture[str]) -> str:
    """Run one command line and give what it said, on both channels, with its exit code."""
    capfd.readouterr()
    code = run(shlex.split(line))
    caught = capfd.readouterr()
    return f"$ tongzhi {line}\n{caught.out}{caught.err}[{code}]"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.key)
def test_sample_of_every_type(entry, golden: Golden, desk: Path, capfd: pytest.CaptureFixture[str]):
    said = [
        say(f"new {entry.key} -o 样例.yaml", capfd),
        say(f"fill {entry.key} 样例.yaml -o 样例.docx", capfd),
    ]
    assert said[-1].endswith("[0]"), said
    golden(f"sample-{entry.key}", "\n".join([*said, dump_file(desk / "样例.docx")]))


@pytest.mark.parametrize("speech", ["city", "enterprise"])
def test_whole_set_of_a_speech(speech: str, golden: Golden, desk: Path, capfd: pytest.CaptureFixture[str]):
    text, meeting, roster = (
        corpus_path(f"samples/{name}") for name in (f"{speech}.txt", f"{speech}-meeting.yaml", "counties.csv")
    )
    for path in (text, meeting, roster):
        (desk / path.name).write_bytes(path.read_bytes())
    said = say(f"draft {text.name} --meeting {meeting.name} --roster {roster.name} -o 会后", capfd)
    files = [path for path in sorted((desk / "会后").rglob("*")) if path.suffix in (".docx", ".xlsx")]
    circulars = [path for path in files if path.parent.name == "通报"]
    shown = [path for path in files if path not in circulars[2:]]
    names = "\n".join(str(path.relative_to(desk)) for path in files)
    golden(
        f"draft-{speech}",
        "\n\n".join([said, names, *(f"#### {path.name}\n{dump_file(path)}" for path in shown)]),
    )


@pytest.mark.parametrize("kind", CIRCULARS)
def test_batch_row_of_every_circular(
    kind: str, golden: Golden, desk: Path, capfd: pytest.CaptureFixture[str]
):
    common = {
        "种类": kind,
        "发文机关": "云岭市安全生产委员会办公室",
        "成文日期": TODAY,
        "发文字号": "云安办〔2026〕12号",
    }
    row = {"县区": "南屏县", **CIRCULARS[kind]}
    (desk / "共用.yaml").write_text(yaml.safe_dump(common, allow_unicode=True), encoding="utf-8")
    (desk / "名册.yaml").write_text(yaml.safe_dump([row], allow_unicode=True), encoding="utf-8")
    said = say("batch circular 名册.yaml --common 共用.yaml -o 出", capfd)
    made = sorted((desk / "出").glob("*.docx"))
    golden(
        f"circular-{kind}", "\n\n".join([said, *(f"#### {path.name}\n{dump_file(path)}" for path in made)])
    )


UNTIDY = {
    "everything": untidy.everything,
    "headings": untidy.headings,
    "typed": lambda: untidy.plain("关于做好冬季消防安全工作的通知", "各乡镇人民政府:", "一、加强领导", "请于11月31日前上报.", "南屏县安委办", "2026-11-20"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNTIDY)
def test_check_and_format_of_untidy_papers(
    name: str, golden: Golden, desk: Path, capfd: pytest.CaptureFixture[str]
):
    (desk / "稿.docx").write_bytes(UNTIDY[name]())
    said = [say("check 稿.docx", capfd), say("format 稿.docx -o 好.docx", capfd), say("check 好.docx", capfd)]
    golden(f"untidy-{name}", "\n\n".join([*said, dump_file(desk / "好.docx")]))


def test_check_of_a_conforming_paper(golden: Golden, desk: Path, capfd: pytest.CaptureFixture[str]):
    (desk / "通知.docx").write_bytes(conforming.plain_notice().save())
    golden("conforming", say("check 通知.docx", capfd))


def test_papers_of_the_ledger(golden: Golden, desk: Path, capfd: pytest.CaptureFixture[str]):
    (desk / "清单.csv").write_text(LIST, encoding="utf-8")
    lines = ["import 清单.csv", "assign Q-1", "list", "show Q-1", "overdue", "due --within 30天", "stats", "slip --overdue -o 督办", "circular --issuer 云岭市安委办 -o 进展.docx",
             "export -o 清单.docx", "export -o 台账.xlsx", "history Q-1"]  # fmt: skip
    said = [say(f"ledger {line}", capfd) for line in lines]
    made = [path for path in sorted(desk.rglob("*")) if path.suffix in (".docx", ".xlsx")]
    golden(
        "ledger",
        "\n\n".join([*said, *(f"#### {path.relative_to(desk)}\n{dump_file(path)}" for path in made)]),
    )


def test_every_kept_text_is_asked_for(request: pytest.FixtureRequest, asked: set[str]):
    """Last in the file: a text that no test holds is a leftover."""
    if len(asked) < len(ENTRIES) + len(CIRCULARS):
        pytest.skip("only some of the golden tests ran")
    left = {path.stem for path in TEXTS.glob("*.txt")} - asked
    if request.config.getoption("--update-golden"):
        for name in left:
            (TEXTS / f"{name}.txt").unlink()
        return
    assert not left
