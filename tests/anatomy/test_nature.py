"""What kind of paper a stranger's file is, and what follows from it."""

from __future__ import annotations

import io

import docx
import pytest
from docx.shared import RGBColor

from tongzhi.anatomy.nature import Nature, judge
from tongzhi.anatomy.recognition import recognise
from tongzhi.check import registry
from tongzhi.check.registry import CheckRule, rules
from tongzhi.check.repair import format_document
from tongzhi.check.run import check
from tongzhi.word.document import WordDocument

from .strangers import CONTRACT, KINDS, NOTICE, PROSE, SPEECH, SUMMARY, typed


def kind_of(data: bytes) -> Nature:
    return judge(recognise(WordDocument(data)))


@pytest.mark.parametrize("name", KINDS)
def test_the_kind_is_told(name: str) -> None:
    data, kind = KINDS[name]
    assert kind_of(data).kind == kind


def test_signs_and_confidence_are_stated() -> None:
    nature = kind_of(CONTRACT)
    assert nature.confidence == "大"
    assert "标题是合同、协议一类" in nature.signs
    assert kind_of(typed("附注", title="通知")).confidence == "小"


def test_a_notice_of_a_meeting_is_no_minutes() -> None:
    text = (
        "各乡镇：",
        "时间：11月25日",
        "地点：二楼会议室",
        "参会人员：各乡镇主要负责人",
        "主持人：王某",
        ">2026年11月20日",
    )
    assert kind_of(typed(*text, title="关于召开安全例会的通知")).kind == "公文"


def test_a_paper_that_is_none_gets_content_checks_only() -> None:
    layout = {each.id for each in rules() if each.scope == "公文"}
    for data, kind in KINDS.values():
        if kind not in ("公文", "附件"):
            assert not {finding.rule for finding in check(data)} & layout
    slip = typed("甲方：云山县应急管理局", "请于2月30日前付款。", title="技术服务合同")
    assert "impossible-date" in {finding.rule for finding in check(slip)}


def test_clauses_of_the_standard_only_advise_for_internal_papers() -> None:
    found = check(
        typed("同志们：", PROSE, "一、认清形势", PROSE, "三、压实责任", PROSE, title="在会议上的讲话")
    )
    gap = next(finding for finding in found if finding.rule == "number-gap")
    assert gap.level == "warning"


def test_what_is_none_is_left_alone_and_laid_out_when_told() -> None:
    made = format_document(CONTRACT)
    assert made.is_left_alone
    assert made.data == CONTRACT
    told = format_document(CONTRACT, kind="公文")
    assert not told.is_left_alone
    assert {"page-margins", "text-size"} <= {finding.rule for finding in told.repaired}


def test_internal_papers_keep_face_size_and_margins() -> None:
    for data in (SPEECH, SUMMARY):
        before, after = WordDocument(data), WordDocument(format_document(data).data)
        assert [each.top for each in before.sections] == [each.top for each in after.sections]
        for old, new in zip(before.paragraphs, after.paragraphs, strict=True):
            looks = [
                [document.runs.format(run, line) for run in line.runs]
                for document, line in ((before, old), (after, new))
            ]
            assert looks[0] == looks[1]


def test_a_rule_that_fails_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> list[registry.Remark]:
        raise IndexError("x")

    broken = CheckRule("broken", "1", "规定", "某标准", "某条规则。", fail, scope="各类")
    every = rules()
    monkeypatch.setattr("tongzhi.check.run.rules", lambda: (broken, *every))
    found = check(NOTICE)
    named = next(finding for finding in found if finding.rule == "broken")
    assert (named.level, "没有核成" in named.found) == ("open", True)
    assert "page-margins" in {finding.rule for finding in found}


@pytest.mark.parametrize("heading", ["团员注册流程", "ABC", "新产品上市"])
def test_a_heading_in_red_is_no_head_of_an_organ(heading: str) -> None:
    def red(text: str) -> bytes:
        document = docx.Document()
        document.add_paragraph().add_run(text).font.color.rgb = RGBColor(255, 0, 0)
        for line in ("打开网址，输入账号。", "1.登录", "2.填写资料"):
            document.add_paragraph(line)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()

    assert kind_of(red(heading)).kind != "公文"
    assert kind_of(red("清河市应急管理局文件")).kind == kind_of(red("云山县人民政府")).kind == "公文"
