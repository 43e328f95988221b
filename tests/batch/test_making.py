"""One document of a batch: what is told about it, and that it gets whole onto the disk."""

from __future__ import annotations

import json
import os
from datetime import date

import pytest

from tongzhi.batch import run
from tongzhi.batch.folder import LOCK, TEMPORARY, BatchFolder
from tongzhi.batch.order import Order, carry_out, plan_order
from tongzhi.batch.preview import preview
from tongzhi.batch.run import Here, Processes, choose_workers
from tongzhi.fill import fill
from tongzhi.papers.index import find_type
from tongzhi.render.sample import sample_values
from tongzhi.word.text import read_text

from .conftest import documents, rows


def test_document_that_a_disk_takes_in_pieces_is_whole(batch, order, tmp_path, monkeypatch):
    batch(*rows(1))
    [whole] = documents(tmp_path / "out").values()
    write = os.write
    monkeypatch.setattr(os, "write", lambda number, data: write(number, data[:5000]))
    batch(*rows(1), folder=tmp_path / "again")
    assert list(documents(tmp_path / "again").values()) == [whole]


def test_county_that_lists_nothing_is_counted_before_anything_is_made(order):
    made = order(*rows(2), ["剑阁县", None, None])
    assert "将生成 2 份，跳过 1 份（没有问题）" in preview(made, plan_order(made)).text


def test_suggested_value_is_told_until_it_is_confirmed(batch, tmp_path):
    suggested = {"发文机关": {"值": "临江市安全生产委员会办公室", "出处": "建议", "依据": "上次的通报"}}
    told = batch(*rows(1), common=suggested).warnings
    assert "有 1 处建议值待确认；核对后加 --confirm" in str(told[0])
    assert batch(*rows(1), common=suggested, confirm=True, folder=tmp_path / "settled").warnings == []


def test_character_that_word_cannot_hold_fails_its_row_alone(batch, tmp_path):
    path = tmp_path / "名册.json"
    path.write_text(
        '[{"县区": "青川县", "问题": "仓库\\u0001堵塞", "整改时限": "2026-12-20"},'
        '{"县区": "剑阁县", "问题": "渡口无人", "整改时限": "2026-12-20"}]',
        encoding="utf-8",
    )
    outcome = batch(roster=path)
    assert [record.state for record in outcome.records] == ["失败", "已生成"]
    assert "第1行 “问题”：有 Word 不能容纳的字符 U+0001" in str(outcome.problems[0])
    assert batch(roster=path, lenient=True, resume=True).count("已生成") == 2


def test_own_template_with_flaws_is_told_by_check(batch, tmp_path):
    from docx import Document

    document = Document()
    document.add_paragraph("{{ 标题 }}")
    document.add_paragraph("一、问题,隐患")
    document.save(tmp_path / "模板.docx")
    outcome = batch(*rows(1), template=tmp_path / "模板.docx", check=True)
    assert outcome.flawed == 1
    assert "核稿：" in str(outcome.problems[0])
    assert len(documents(tmp_path / "out")) == 1


@pytest.mark.parametrize("key", ["talk_notice", "handover", "notice"])
def test_record_of_a_data_file_gives_the_paper_that_fill_gives(tmp_path, key):
    kind, day = find_type(key), date(2026, 11, 23)
    values = sample_values(kind, day)
    roster = tmp_path / "名册.json"
    roster.write_text(json.dumps([values], ensure_ascii=False, default=str), encoding="utf-8")
    made = Order(kind, roster, folder=tmp_path / "out", day=day, jobs=1)
    carry_out(made, plan_order(made))
    [paper] = documents(tmp_path / "out").values()
    assert read_text(paper) == read_text(fill(kind.model_validate(values)).data)


def test_folder_that_a_killed_run_left_behind_is_cleared(order, tmp_path):
    made = order(*rows(1))
    left = made.folder / f"{TEMPORARY}pdf.tmp"
    left.mkdir(parents=True)
    (left / "半份.pdf").write_bytes(b"%PDF")
    carry_out(made, plan_order(made))
    assert not left.exists()


def test_lock_removed_by_its_holder_while_another_waits_is_taken_anew(tmp_path, monkeypatch):
    from tongzhi.batch import folder as module

    real, tries = module.take_lock, []

    def lock(stream):
        tries.append(stream)
        if len(tries) < 3:
            (tmp_path / LOCK).unlink()
        if len(tries) == 2:
            (tmp_path / LOCK).write_text("")
        return real(stream)

    monkeypatch.setattr(module, "take_lock", lock)
    with BatchFolder(tmp_path) as folder:
        assert folder.present([LOCK]) == [LOCK]
    assert len(tries) == 3


def test_many_documents_are_given_to_every_core(monkeypatch):
    monkeypatch.setattr(run, "_cores", lambda: 2)
    assert isinstance(choose_workers(0, amount=5000), Processes)
    monkeypatch.undo()
    assert isinstance(choose_workers(0, amount=5000), Processes if run._cores() > 1 else Here)


def test_text_of_the_first_document_is_shown_first(order):
    made = order(*rows(1))
    shown = preview(made, plan_order(made)).text
    assert "1号仓库通道堵塞" in shown
    assert shown.index("各列") < shown.index("第一份：001-第1县-通报.docx")
