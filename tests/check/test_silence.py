"""核稿不查: rules that an office or one paper leaves unchecked, everywhere a paper is checked."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import docx
import pytest

import tongzhi
from tongzhi.anatomy.paper import Knowledge
from tongzhi.check.between import FOLDER_RULES
from tongzhi.check.registry import find_rule, rules
from tongzhi.check.repair import format_document
from tongzhi.check.run import check
from tongzhi.check.silence import find_rules, rule_names
from tongzhi.cli.main import run
from tongzhi.errors import InputError
from tongzhi.read.data import parse_data

from .cases import sentence

WRONG = "要把工作布署到位。"


def found(data: bytes, **more: object) -> set[str]:
    return {one.rule for one in check(data, **more)}  # type: ignore[arg-type]


def test_every_rule_has_one_chinese_name():
    spoken = {rule.id for rule in rules() if not rule.quiet} | {rule.id for rule in FOLDER_RULES}
    assert set(rule_names()) == spoken
    assert len(set(rule_names().values())) == len(rule_names())
    assert find_rule("错别字").id == "wrong-word"


def test_every_rule_is_explained_by_either_name(capfd: pytest.CaptureFixture[str]):
    for name, chinese in rule_names().items():
        assert run(["check", "--explain", name]) == 0
        first = capfd.readouterr().out
        assert chinese in first
        assert run(["check", "--explain", chinese]) == 0
        assert capfd.readouterr().out == first


def test_names_are_told_apart_and_the_nearest_is_told():
    named, problems = find_rules(["错别字、page-margins", "没有的日期"])
    assert named == {"wrong-word", "page-margins", "impossible-date"}
    assert problems == []
    _, (problem,) = find_rules(["错别子"])
    assert "错别字" in problem.instead


def test_the_office_silences_a_rule():
    data = sentence(WRONG)
    assert "wrong-word" in found(data)
    assert "wrong-word" not in found(data, knowledge=Knowledge(silenced=frozenset({"wrong-word"})))


def test_format_leaves_what_is_silenced():
    book = docx.Document(io.BytesIO(sentence(WRONG)))
    line = next(line for line in book.paragraphs if "布署" in line.text)
    for run_ in line.runs:
        run_.font.size = docx.shared.Pt(12)
    buffer = io.BytesIO()
    book.save(buffer)
    silent = Knowledge(silenced=frozenset({"text-size"}))
    assert "text-size" in {one.rule for one in format_document(buffer.getvalue()).repaired}
    left_alone = format_document(buffer.getvalue(), knowledge=silent)
    assert "text-size" not in {one.rule for one in left_alone.repaired}


def test_a_word_comment_silences_a_rule_of_its_paper():
    book = docx.Document(io.BytesIO(sentence(WRONG)))
    line = next(line for line in book.paragraphs if "布署" in line.text)
    book.add_comment(line.runs, text="核稿不查：错别字", author="编", initials="编")
    buffer = io.BytesIO()
    book.save(buffer)
    assert "wrong-word" not in found(buffer.getvalue())


NOTICE = """标题: 关于召开全市安全生产工作会议的通知
发文机关: 临江市安全生产委员会办公室
缘由: 为布署岁末年初安全防范工作
会议名称: 全市安全生产工作会议
会议时间: 2026年12月9日9:00
地点: 市行政中心第二会议室
主送: 各县人民政府
参会人员: [各县分管领导]
会议内容: [安排部署四季度工作]
联系人: [{姓名: 顾一帆, 电话: 0573-82106618}]
成文日期: 2026年12月2日
"""


@pytest.mark.parametrize("words", ["# 核稿不查：错别字\n", "核稿不查: [错别字]\n", "核稿不查: wrong-word\n"])
def test_the_data_of_a_paper_silences_a_rule(words: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    source, target = tmp_path / "通知.yaml", tmp_path / "通知.docx"
    for text, expected in ((NOTICE, True), (NOTICE + words, False)):
        source.write_text(text, encoding="utf-8")
        assert run(["fill", "notice", str(source), "-o", str(target), "--force"]) == 0
        assert ("wrong-word" in found(target.read_bytes())) is expected
    capfd.readouterr()
    run(["check", str(target)])
    assert "没有核的规则（核稿不查）：错别字" in capfd.readouterr().out
    run(["check", str(target), "--format", "json"])
    assert json.loads(capfd.readouterr().out)["files"][0]["silenced"] == ["wrong-word"]


def test_a_name_that_is_no_rule_stops_the_filling(tmp_path: Path, capfd: pytest.CaptureFixture[str]):
    source = tmp_path / "通知.yaml"
    source.write_text(NOTICE + "# 核稿不查：错别子\n", encoding="utf-8")
    assert run(["fill", "notice", str(source), "-o", str(tmp_path / "a.docx")]) == 2
    assert "是不是 错别字" in capfd.readouterr().err
    assert not (tmp_path / "a.docx").exists()


def test_an_old_paper_keeps_what_it_silences(tmp_path: Path):
    source, target = tmp_path / "通知.yaml", tmp_path / "通知.docx"
    source.write_text(NOTICE + "# 核稿不查：错别字\n", encoding="utf-8")
    assert run(["fill", "notice", str(source), "-o", str(target)]) == 0
    assert run(["fill", "notice", str(target), "-o", str(tmp_path / "再.docx")]) == 0
    assert "wrong-word" not in found((tmp_path / "再.docx").read_bytes())


def test_the_profile_names_rules(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    paper = tmp_path / "通知.docx"
    paper.write_bytes(sentence(WRONG))
    office = tmp_path / "本单位.yaml"
    office.write_text("单位名称: 临江市人民政府办公室\n核稿不查: [错别字]\n", encoding="utf-8")
    run(["check", str(paper), "--profile", str(office)])
    out = capfd.readouterr().out
    assert "布署" not in out
    assert "没有核的规则（核稿不查）：错别字" in out
    office.write_text("单位名称: 临江市人民政府办公室\n核稿不查: [错别子]\n", encoding="utf-8")
    assert run(["check", str(paper), "--profile", str(office)]) == 2
    assert "错别字" in capfd.readouterr().err


def test_a_batch_keeps_what_its_common_file_silences(tmp_path: Path):
    rows = [{"县区": "青蒲县", "主送": "青蒲县人民政府"}, {"县区": "白石县", "主送": "白石县人民政府"}]
    common = {
        "标题": "关于布署整改的通报",
        "隐患": [{"隐患描述": "布署不力", "整改措施": "整改", "整改期限": "2026年12月20日"}],
        "发文机关": "临湖市安全生产委员会办公室",
        "成文日期": "2026年12月2日",
        "种类": "交办",
    }
    day = date(2026, 12, 2)
    loud = tongzhi.batch("circular", rows, common=common, today=day)
    silent = tongzhi.batch("circular", rows, common={**common, "核稿不查": ["错别字"]}, today=day)
    assert loud.files
    assert all("wrong-word" in found(data) for name, data in loud.files.items() if name.endswith(".docx"))
    assert not any(
        "wrong-word" in found(data) for name, data in silent.files.items() if name.endswith(".docx")
    )


def test_a_wrong_name_in_a_batch_is_told():
    with pytest.raises(InputError, match="错别字"):
        tongzhi.fill(
            "notice", {**parse_data(NOTICE.encode()).values, "核稿不查": ["错别子"]}, today=date(2026, 12, 2)
        )
