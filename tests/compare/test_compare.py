"""Two versions: accepting all is the new text, rejecting all is the old one; what changed in substance is told."""

from __future__ import annotations

import copy
import io
import json
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tongzhi.cli.main import run
from tongzhi.compare.align import align, find_moves
from tongzhi.compare.markup import MarkedPair, mark_up
from tongzhi.compare.papers import compare
from tongzhi.compare.substance import find_differences

DAY = date(2026, 11, 30)
Rows = list[list[str]]


def paper(blocks: list[str | Rows]) -> bytes:
    book = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            paragraph = book.add_paragraph()
            half = len(block) // 2
            paragraph.add_run(block[:half]).bold = True
            paragraph.add_run(block[half:])
        else:
            table = book.add_table(len(block), max(map(len, block)))
            for row, values in zip(table.rows, block, strict=True):
                for cell, value in zip(row.cells, values, strict=False):
                    cell.text = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def settle(data: bytes, *, accept: bool) -> list[str]:
    """What Word shows after accepting or rejecting all, written without the product's own code."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    body = copy.deepcopy(root).find(qn("w:body"))
    keep, lose = (
        (("ins", "moveTo"), ("del", "moveFrom")) if accept else (("del", "moveFrom"), ("ins", "moveTo"))
    )
    for row in list(body.iter(qn("w:tr"))):
        if any(row.find(f"{qn('w:trPr')}/{qn('w:' + name)}") is not None for name in lose):
            row.getparent().remove(row)
    for table in list(body.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None:
            table.getparent().remove(table)
    for name in lose:
        for element in list(body.iter(qn(f"w:{name}"))):
            if element.getparent().tag == qn("w:p"):
                element.getparent().remove(element)
    for element in list(body.iter(qn("w:delText"))):
        element.tag = qn("w:t")
    lines = []
    for paragraph in body.iter(qn("w:p")):
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        gone = any(
            paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:' + name)}") is not None for name in lose
        )
        if gone:
            assert text == ""  # the paragraph vanishes with its mark
            continue
        lines.append(text)
    assert keep
    return lines


def plain(data: bytes) -> list[str]:
    body = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml")).find(qn("w:body"))
    return ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]


WORDS = st.lists(
    st.sampled_from(
        [
            "各县区",
            "必须",
            "可以",
            "在11月30日前",
            "完成排查",
            "120家",
            "12%",
            "，",
            "。",
            "（一）",
            "A&B",
            "<br>",
            " ",
            "报市安委办",
        ]
    ),
    max_size=8,
).map("".join)
TABLES = st.integers(1, 3).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=4)
)
BLOCKS = st.lists(st.one_of(WORDS, WORDS, WORDS, TABLES), max_size=8)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS, BLOCKS)
def test_accepting_gives_the_new_text_and_rejecting_the_old(old: list, new: list):
    before, after = paper(old), paper(new)
    marked, _ = mark_up(before, after, DAY)
    assert settle(marked, accept=True) == plain(after)
    assert settle(marked, accept=False) == plain(before)
    docx.Document(io.BytesIO(marked))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS, st.data())
def test_an_edited_paper_settles_too(old: list, data: st.DataObject):
    new = list(old)
    for _ in range(data.draw(st.integers(0, 3))):
        if not new:
            break
        at = data.draw(st.integers(0, len(new) - 1))
        act = data.draw(st.sampled_from(["drop", "twice", "swap", "text"]))
        if act == "drop":
            new.pop(at)
        elif act == "twice":
            new.insert(at, new[at])
        elif act == "swap":
            new[0], new[at] = new[at], new[0]
        else:
            new[at] = data.draw(WORDS)
    before, after = paper(old), paper(new)
    marked, pairs = mark_up(before, after, DAY)
    assert settle(marked, accept=True) == plain(after)
    assert settle(marked, accept=False) == plain(before)
    if before == after:
        assert not pairs


def kinds(old: str, new: str) -> dict[str, tuple[str, str]]:
    _, pairs = mark_up(paper([old]), paper([new]), DAY)
    return {one.kind: (one.old, one.new) for one in find_differences(pairs)}


@pytest.mark.parametrize(
    ("old", "new", "kind", "pair"),
    [
        ("各单位必须在月底前完成。", "各单位可以在月底前完成。", "要求放松", ("必须", "可以")),
        ("企业应建立台账并公示。", "企业宜建立台账并公示。", "要求放松", ("应", "宜")),
        ("原则上每月检查一次并报告。", "必须每月检查一次并报告。", "要求加严", ("原则上", "必须")),
        ("共排查企业120家，情况正常。", "共排查企业102家，情况正常。", "数字", ("120家", "102家")),
        ("完成率达到92.5%，较好。", "完成率达到95.2%，较好。", "数字", ("92.5%", "95.2%")),
        ("于11月30日前报送总结材料。", "于12月10日前报送总结材料。", "时限", ("11月30日前", "12月10日前")),
        ("3个工作日内上报情况。", "5个工作日内上报情况。", "时限", ("3个工作日内", "5个工作日内")),
        ("会议定于2026年12月1日召开。", "会议定于2026年12月2日召开。", "日期", ("2026年12月1日", "2026年12月2日")),
        ("由市应急局牵头，抓好落实。", "由市住建局牵头，抓好落实。", "单位", ("市应急局", "市住建局")),
        ("根据云安办〔2026〕12号文件。", "根据云安办〔2026〕21号文件。", "文号", ("云安办〔2026〕12号", "云安办〔2026〕21号")),
        ("根据云安办(2026)12号文件。", "根据云安办〔2026〕12号文件。", "文号", ("云安办(2026)12号", "云安办〔2026〕12号")),
        ("落款为2026年9月18号。", "落款为2026年9月18日。", "日期", ("2026年9月18号", "2026年9月18日")),
        ("(1)共检查8620家餐馆。", "（一）共检查8260家餐馆。", "数字", ("8620家", "8260家")),
        ("抓好落实，报送情况。", "抓好落实；报送情况。", "标点", ("，", "；")),
    ],
)  # fmt: skip
def test_change_in_substance_is_named(old: str, new: str, kind: str, pair: tuple[str, str]):
    found = kinds(old, new)
    assert kind in found, found
    was, now = found[kind]
    assert (pair[0] in was, pair[1] in now) == (True, True), found


@pytest.mark.parametrize(
    ("old", "new"),
    [("1、总体要求", "一、总体要求"), ("(2)抓好落实", "（二）抓好落实"), ("3.强化保障", "（三）强化保障")],
)
def test_number_before_a_paragraph_is_no_figure(old: str, new: str):
    assert not {"数字", "日期", "时限"} & set(kinds(old, new))


def test_a_body_that_stands_in_both_is_not_lost():
    found = kinds("各学校要组织演练。", "各学校可组织演练。")
    assert set(found) == {"要求放松"}
    assert kinds("市应急局48小时内上报。", "市商务局48小时内上报。")["单位"] == ("市应急局", "市商务局")


def test_item_that_was_lost_is_told_with_its_limit():
    _, pairs = mark_up(
        paper(["一、排查。", "二、12月5日前必须报送台账。", "三、总结。"]),
        paper(["一、排查。", "三、总结。"]),
        DAY,
    )
    (one,) = find_differences(pairs)
    assert (one.kind, one.new) == ("删去", "")
    assert "12月5日前" in one.why


def test_paragraph_that_moved_is_no_loss():
    long = "各县（市、区）要在十二月底前完成全部排查整治工作。"
    _, pairs = mark_up(
        paper([long, "甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未"]),
        paper(["甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未", long]),
        DAY,
    )
    assert {one.kind for one in find_differences(pairs)} == {"移动"}


def test_row_of_a_table_is_told_as_one():
    old = paper([[["单位", "数"], ["甲县", "12"], ["乙县", "8"]]])
    new = paper([[["单位", "数"], ["甲县", "21"], ["乙县", "8"]]])
    _, pairs = mark_up(old, new, DAY)
    (one,) = find_differences(pairs)
    assert (one.kind, one.old, one.new, one.place) == ("数字", "12", "21", "第1段表格第2行")


@pytest.mark.parametrize("endings", [("txt", "docx"), ("md", "txt"), ("docx", "md")])
def test_other_kinds_of_files_are_compared(tmp_path: Path, endings: tuple[str, str]):
    texts = "关于检查的通知\n共检查120家企业。", "关于检查的通知\n共检查121家企业。"
    for ending, text, name in zip(endings, texts, ("旧", "新"), strict=True):
        path = tmp_path / f"{name}.{ending}"
        if ending == "docx":
            path.write_bytes(paper(list(text.split("\n"))))
        else:
            path.write_text(text, encoding="utf-8")
    made = compare(tmp_path / f"旧.{endings[0]}", tmp_path / f"新.{endings[1]}", DAY)
    assert [one.kind for one in made.differences] == ["数字"]


def test_command_writes_the_paper_and_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
):
    monkeypatch.chdir(tmp_path)
    Path("旧.yaml").write_text("标题: 关于检查的通知\n会议时间: 2026-12-01 09:00\n", encoding="utf-8")
    Path("新.yaml").write_text("标题: 关于检查的通知\n会议时间: 2026-12-02 09:00\n", encoding="utf-8")
    assert run(["compare", "旧.yaml", "新.yaml", "-o", "花脸稿.docx", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)
    assert told["changes"][0]["place"]
    assert set(told["changes"][0]) == {"kind", "place", "old", "new", "why"}
    assert run(["compare", "旧.yaml", "新.yaml", "-o", "花脸稿.docx"]) == 2  # it is there already
    assert run(["compare", "旧.yaml", "旧.yaml"]) == 0
    assert "文字相同" in capfd.readouterr().out
    assert run(["compare", "旧.yaml", "图.png"]) == 2


def _said(old: str, new: str) -> set[tuple[str, str, str]]:
    pairs = [MarkedPair(old, new, "第1段")]
    return {(one.kind, one.old, one.new) for one in find_differences(pairs)}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("联系人：周敏，电话：82106618。", "联系人：周明，电话：82106618。", ("人名", "周敏", "周明")),
        ("由局长唐若谷带队。", "由局长唐若古带队。", ("人名", "唐若谷", "唐若古")),
        ("组长：李立、王进", "组长：李力、王进", ("人名", "李立", "李力")),
        ("必须自查，整改率应达到95%。", "可以自查，整改率宜达到95%。", ("要求放松", "应", "宜")),
    ],
)
def test_names_and_every_softened_word_are_told(old: str, new: str, told: tuple[str, str, str]):
    assert told in _said(old, new)


def test_a_paragraph_parted_or_joined_has_no_change_of_substance():
    one, two = "必须于12月10日前完成自查。", "整改率应达到95%。"
    parted = find_differences([MarkedPair(one + two, one, "第1段"), MarkedPair(None, two, "第2段")])
    joined = find_differences([MarkedPair(one, one + two, "第1段"), MarkedPair(two, None, "第2段")])
    assert [each.why for each in (*parted, *joined)] == [
        "一段分成了两段，文字没有变",
        "两段合成了一段，文字没有变",
    ]


def test_a_new_column_is_no_punctuation():
    assert {kind for kind, _, _ in _said("2\t石门乡\t20", "2\t石门乡\t20\t")} == {"文字"}


def test_two_paragraphs_that_change_places_are_moves():
    old = [
        "（一）检查高层建筑86栋，由市消防救援支队牵头。",
        "（二）检查养老院32家，由市民政局牵头。",
        "（三）检查商场18家，由市商务局牵头。",
    ]
    new = [old[2], old[1], old[0]]
    matches = align(old, new)
    assert find_moves(matches, old, new) == {0: 2, 2: 0}
