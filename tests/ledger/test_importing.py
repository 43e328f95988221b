from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tongzhi.errors import InputError
from tongzhi.ledger import service, store
from tongzhi.ledger.importing import Imported, import_batch
from tongzhi.ledger.ledger import Ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import read_batch
from tongzhi.model.item import Item, State

ROW = {
    "所属地区": "江南区",
    "行业领域": "消防",
    "单位名称": "某宾馆",
    "隐患部位": "三层",
    "隐患描述": "防火门闭门器损坏",
    "发现日期": "2020-10-21",
}


def all_items(ledger: Ledger) -> list[Item]:
    with ledger.reading() as conn:
        return [stored.item for stored in store.each(conn, store.Filter())]


def test_row_without_number_gets_one_and_is_known_again(
    ledger: Ledger, bring: Callable[..., Imported]
) -> None:
    assert bring(ROW, {**ROW, "隐患部位": "四层"}).added == ["江南区-消防-2020-001", "江南区-消防-2020-002"]
    again = bring(ROW)
    assert (again.added, again.known) == ([], 1)
    assert bring({**ROW, "隐患部位": "五层"}).added == ["江南区-消防-2020-003"]
    assert len(all_items(ledger)) == 3


def test_list_is_recognised_after_its_items_were_edited(
    ledger: Ledger, bring: Callable[..., Imported], step: Callable[..., LedgerStep]
) -> None:
    (number,) = bring(ROW).added
    with ledger.writing() as conn:
        service.edit(conn, number, step(), values={"隐患描述": "防火门闭门器损坏，常闭改常开"})
    again = bring(ROW)
    assert again.added == []
    assert "隐患描述与台账不同" in str(again.differing[0])


def test_update_replaces_filled_cells_with_history_and_leaves_the_rest(
    ledger: Ledger, bring: Callable[..., Imported]
) -> None:
    (number,) = bring({**ROW, "整改措施": "更换闭门器"}).added
    done = bring({**ROW, "整改责任人": "刘某", "整改措施": ""}, update=True)
    assert done.updated == [number]
    (item,) = all_items(ledger)
    assert (item.resp_person, item.measures) == ("刘某", "更换闭门器")
    with ledger.reading() as conn:
        assert store.changes(conn, number)[-1].fields == {"resp_person": (None, "刘某")}


def test_list_in_a_cell_differs_by_its_parts_alone(bring: Callable[..., Imported]) -> None:
    bring({**ROW, "检查人": "李某；周某"})
    assert not bring({**ROW, "检查人": "李某\n周某"}).differing
    assert bring({**ROW, "检查人": "李某、吴某"}).differing


def test_same_row_twice_in_one_file_is_listed_once(ledger: Ledger, bring: Callable[..., Imported]) -> None:
    done = bring(ROW, ROW)
    assert (len(done.added), done.known) == (1, 1)
    assert "只列一次" in str(done.warnings[0])


def test_same_hazard_under_another_number_is_told(bring: Callable[..., Imported]) -> None:
    bring({**ROW, "隐患编号": "A-1"})
    done = bring({**ROW, "隐患编号": "B-1"})
    assert done.added == ["B-1"]
    assert "与台账 A-1 的单位、部位、描述相同" in str(done.warnings[0])


def test_bad_row_is_named_and_the_rest_comes_in(bring: Callable[..., Imported]) -> None:
    done = bring(ROW, {**ROW, "隐患部位": "四层", "整改时限": "2020-02-30"}, {"单位名称": "某商场"})
    assert len(done.added) == 1
    first, second = map(str, done.refused)
    assert first.startswith("清单.xlsx 第2行 “整改时限”：日期“2020-02-30”不存在")
    assert second.startswith("清单.xlsx 第3行 “隐患描述”：没有填")


def test_file_without_a_usable_row_is_refused_and_leaves_nothing(
    ledger: Ledger, bring: Callable[..., Imported]
) -> None:
    with pytest.raises(InputError):
        bring({"单位名称": "某商场"})
    assert all_items(ledger) == []


def test_open_cells_count_as_empty(ledger: Ledger, bring: Callable[..., Imported]) -> None:
    bring({**ROW, "整改责任人": "待定", "整改资金": "待定", "整改时限": "另行通知"})
    (item,) = all_items(ledger)
    assert (item.resp_person, item.funds, item.due) == ("", None, None)


def test_row_that_says_it_is_further_keeps_its_state_and_what_the_rules_lack_is_told(
    ledger: Ledger, step: Callable[..., LedgerStep], whole: Callable[..., Item], tmp_path: Path
) -> None:
    rows = [
        {**whole(hazard_no="A").to_row(), "状态": "整改中"},
        {**whole(hazard_no="B", measures="", location="五层").to_row(), "状态": "已销号"},
        {**whole(hazard_no="C", location="六层").to_row(), "状态": "已销号", "整改完成日期": "2020-10-28", "佐证材料": "照片",
         "复查人": "李某", "复查日期": "2020-10-29", "复查结论": "合格", "销号日期": "2020-10-30", "审批人": "赵某"},
    ]  # fmt: skip
    path = tmp_path / "旧台账.json"
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")
    with ledger.writing() as conn:
        done = import_batch(conn, read_batch(path), step())
    # a list in mid-life is a record of what has happened: nothing sets its states back
    assert [item.state for item in all_items(ledger)] == [State.HANDLING, State.CLEARED, State.CLEARED]
    assert "按表列为“清单”；台账还缺：整改措施" in str(done.warnings[0])


def tasks(**more: Any) -> dict[str, Any]:
    task = {
        "id": "3.5", "kind": "action", "title": "矿山安全：排查整治", "text": "对非煤矿山要加强排查整治。",
        "owners": [{"text": "", "names": ["市应急管理局"], "from": "suggested"}],
        "deadlines": [{"text": "明天", "kind": "date", "date": "2020-10-13"}],
        "quantities": [], "field": "矿山", "section": [], "keywords": [], "why": [], "source": {"start": 5, "end": 18},
    }  # fmt: skip
    rest = {**task, "id": "3.6", "kind": "requirement", "text": "提高认识。"}
    return {
        "schema": "tongzhi.tasks/1", "source": {"file": "讲话.txt", "encoding": "utf-8", "sha256": "ab" * 32, "chars": 99},
        "meeting_date": "2020-10-12", "keywords": [], "open": [], "tasks": [{**task, **more}, rest],
    }  # fmt: skip


def test_task_list_comes_in_with_its_actions_and_suggested_owners_marked(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> None:
    path = tmp_path / "任务.json"
    path.write_text(json.dumps(tasks(), ensure_ascii=False), encoding="utf-8")
    for expected in (1, 0):
        with ledger.writing() as conn:
            assert len(import_batch(conn, read_batch(path), step()).added) == expected
    (item,) = all_items(ledger)
    assert (item.kind, item.hazard_no, item.due) == ("任务", "任务-2020-001", date(2020, 10, 13))
    assert (item.resp_unit, item.field, item.unconfirmed) == (
        "市应急管理局",
        "矿山",
        "责任单位“市应急管理局”",
    )
    with ledger.writing() as conn, pytest.raises(InputError, match="还没有人确认"):
        service.assign(conn, item.hazard_no, step())
    with ledger.writing() as conn:
        assert service.assign(conn, item.hazard_no, step(), confirm=True).item.state is State.ASSIGNED


def test_edited_task_table_is_the_same_list_as_the_json(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> None:
    from tongzhi.model.task import TaskList
    from tongzhi.render.tasklist import render_tasks

    plain, edited = tmp_path / "任务.json", tmp_path / "任务清单.xlsx"
    plain.write_text(json.dumps(tasks(), ensure_ascii=False), encoding="utf-8")
    edited.write_bytes(render_tasks(TaskList.from_json(tasks()), "xlsx"))
    with ledger.writing() as conn:
        import_batch(conn, read_batch(plain), step())
        done = import_batch(conn, read_batch(edited), step())
    assert (done.added, done.known) == ([], 1)


def test_rectification_data_file_brings_common_values_and_nested_cells(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> None:
    path = tmp_path / "整改清单.yaml"
    path.write_text(
        "标题: 隐患整改清单\n检查单位: 市安委办\n隐患:\n- 隐患编号: A-1\n  隐患描述: 排洪涵洞淤堵约三分之一\n  隐患等级: {值: 重大, 出处: 建议, 依据: 原等级}\n"
        "  整改责任人: {姓名: 王某, 电话: '13800000002'}\n  停产停业: {类型: 停用, 文号: 青停〔2020〕1号}\n  来源: [{起: 1, 止: 5, 原文: 涵洞}]\n",
        encoding="utf-8",
    )
    with ledger.writing() as conn:
        import_batch(conn, read_batch(path), step())
    (item,) = all_items(ledger)
    assert (item.inspect_unit, item.resp_person, item.stop_order) == (
        "市安委办",
        "王某 13800000002",
        "停用 青停〔2020〕1号",
    )
    assert (item.level, item.unconfirmed, item.found_by) == ("重大", "隐患等级“重大”", "")


def test_filled_form_of_the_rectification_list_comes_in_like_its_data_file(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> None:
    from tongzhi.papers.rectification import Rectification
    from tongzhi.render.form import form_workbook
    from tongzhi.render.sample import sample_values

    path = tmp_path / "整改清单.xlsx"
    path.write_bytes(form_workbook(Rectification, sample_values(Rectification, date(2020, 10, 26))))
    for expected in (1, 0):
        with ledger.writing() as conn:
            assert len(import_batch(conn, read_batch(path), step()).added) == expected
    (item,) = all_items(ledger)
    assert (item.entity, item.resp_person) == ("青川县某矿业有限公司", "王某 13800000002")


def test_own_printed_list_brings_its_items_back(
    ledger: Ledger, step: Callable[..., LedgerStep], whole: Callable[..., Item], tmp_path: Path
) -> None:
    from tongzhi.ledger.papers import render_rectification

    item = whole(
        oversight_unit="县应急管理局",
        oversight_person="赵某",
        interim_control="专人盯守",
        basis="某标准第三条",
    )
    path = tmp_path / "整改清单.docx"
    path.write_bytes(render_rectification([item], date(2020, 11, 2), issuer="市安委办")[0])
    for expected in (1, 0):
        with ledger.writing() as conn:
            assert len(import_batch(conn, read_batch(path), step()).added) == expected
    (back,) = all_items(ledger)
    kept = ("hazard_no", "region", "field", "entity", "location", "description", "found_on", "measures", "resp_unit", "resp_person",
            "funds", "due", "emergency_plan", "oversight_unit", "oversight_person", "interim_control", "basis")  # fmt: skip
    assert {key: getattr(back, key) for key in kept} == {key: getattr(item, key) for key in kept}


def test_unreadable_files_are_told_in_chinese(tmp_path: Path) -> None:
    broken = tmp_path / "坏.json"
    broken.write_text("{", encoding="utf-8")
    other = tmp_path / "别的.csv"
    other.write_text("姓名,电话\n张三,1\n", encoding="utf-8")
    for path, words in (
        (broken, "JSON 写法不对"),
        (other, "没有“隐患描述”"),
        (tmp_path / "无.docx", "文件不存在"),
    ):
        with pytest.raises(InputError, match=words):
            read_batch(path)


def test_labels_agree_with_the_rectification_list() -> None:
    from tongzhi.model.item import names
    from tongzhi.papers.hazard import Hazard

    ours = {name: field.label for name, field in names().items()}
    theirs = {key: field.alias for key, field in Hazard.model_fields.items()}
    assert {key: ours[key] for key in ours.keys() & theirs.keys()} == {
        key: theirs[key] for key in ours.keys() & theirs.keys()
    }
    assert theirs.keys() - ours.keys() == {"no", "sources"}


def test_formula_without_result_and_local_level_in_a_table(
    ledger: Ledger, step: Callable[..., LedgerStep], tmp_path: Path
) -> None:
    (tmp_path / "清单.csv").write_text(
        "单位名称,隐患描述,隐患等级,发现日期,问题描述\n某宾馆,防火门损坏,一级,2020-10-21,另一种说法\n某商场,#REF!,一般,2020-10-21,\n",
        encoding="utf-8",
    )
    batch = read_batch(tmp_path / "清单.csv")
    with ledger.writing() as conn:
        done = import_batch(conn, batch, step())
    said = "\n".join(map(str, [*batch.notes, *done.refused]))
    assert len(done.added) == 1
    assert "“隐患描述”是 #REF!；改好这一行再导入" in said
    assert "“问题描述”：与前面的列同是“隐患描述”，没有导入" in said
    assert all_items(ledger)[0].local_level == "一级"


def test_limit_of_a_listed_item_follows_the_table_and_later_only_by_delay(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(whole())
    assert bring(whole(due=date(2020, 11, 13)), update=True).updated == ["H-1"]
    with ledger.writing() as conn:
        service.assign(conn, "H-1", step())
    done = bring(whole(due=date(2020, 11, 20)), update=True)
    assert "同一隐患有两个时限；改时限用 tongzhi ledger delay" in str(done.warnings[0])
    assert all_items(ledger)[0].due == date(2020, 11, 13)


def test_update_that_breaks_a_rule_is_refused_and_told(
    ledger: Ledger,
    bring: Callable[..., Imported],
    whole: Callable[..., Item],
    step: Callable[..., LedgerStep],
) -> None:
    bring(whole())
    with ledger.writing() as conn:
        service.assign(conn, "H-1", step())
    done = bring(whole(measures="进一步加强安全管理"), update=True)
    assert (done.updated, done.refused_rows) == ([], 1)
    assert all_items(ledger)[0].measures == "清淤并加固涵洞"


def test_number_that_somebody_gave_by_hand_is_passed_over(
    ledger: Ledger, bring: Callable[..., Imported]
) -> None:
    bring({**ROW, "隐患编号": "江南区-消防-2020-001", "隐患部位": "五层"})
    assert bring(ROW).added == ["江南区-消防-2020-002"]


def test_many_rows_come_in_by_portions(
    ledger: Ledger, bring: Callable[..., Imported], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tongzhi.ledger import importing

    monkeypatch.setattr(importing, "PORTION", 2)
    assert len(bring(*({**ROW, "隐患部位": f"{number}层"} for number in range(5))).added) == 5
    assert len(all_items(ledger)) == 5


def test_data_file_with_strange_fields_and_too_large_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "清单.yaml").write_text(
        "隐患:\n  - {隐患描述: 防火门损坏, 单位名称: 某宾馆, 天气: 晴}\n", encoding="utf-8"
    )
    batch = read_batch(tmp_path / "清单.yaml")
    assert [row.cells for row in batch.rows] == [{"description": "防火门损坏", "entity": "某宾馆"}]
    assert "“天气”：台账没有这一列" in str(batch.notes[0])
    from tongzhi.ledger import sources

    monkeypatch.setattr(sources, "MAX_JSON", 1)
    (tmp_path / "清单.json").write_text("[]", encoding="utf-8")
    with pytest.raises(InputError, match="超过"):
        read_batch(tmp_path / "清单.json")


def test_two_line_header_of_a_table_is_read_by_its_inner_words(tmp_path: Path) -> None:
    (tmp_path / "清单.csv").write_text(
        "单位名称,隐患,,整改,\n,隐患描述,部位,责任单位,部位\n某宾馆,防火门损坏,三层,某公司,四层\n",
        encoding="utf-8",
    )
    [row] = read_batch(tmp_path / "清单.csv").rows
    assert row.cells["location"] == "三层"


def test_form_with_an_error_cell_is_refused_with_its_place(tmp_path: Path) -> None:
    import io

    from openpyxl import load_workbook

    from tongzhi.papers.rectification import Rectification
    from tongzhi.render.form import form_workbook
    from tongzhi.render.sample import sample_values

    book = load_workbook(
        io.BytesIO(form_workbook(Rectification, sample_values(Rectification, date(2020, 10, 26))))
    )
    heads = [str(cell.value).strip("＊") for cell in book["隐患"][1]]
    book["隐患"].cell(2, heads.index("隐患描述") + 1).value = "#N/A"
    book.save(tmp_path / "整改清单.xlsx")
    with pytest.raises(
        InputError, match=r"整改清单\.xlsx 工作表“隐患” 第2行 “隐患描述”：单元格是错误值 #N/A"
    ):
        read_batch(tmp_path / "整改清单.xlsx")


def test_word_file_whose_tables_are_no_list_is_told_and_blank_rows_are_none(tmp_path: Path) -> None:
    import docx

    paper = docx.Document()

    def add(*rows: list[str]) -> None:
        table = paper.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text

    add(["姓名", "电话"], ["李某", "1"])
    add(["整改责任单位", "整改时限"], ["某公司", "2020-11-09"])
    paper.save(str(tmp_path / "清单.docx"))
    with pytest.raises(InputError, match="没有带“隐患描述”表头的表格"):
        read_batch(tmp_path / "清单.docx")
    add(
        ["单位名称及隐患部位", "隐患描述", "临时管控措施及应急预案"],
        ["某矿：2号库", "坝体裂缝", "局部停产\n转移12人\n专人盯守\n预案：现场处置方案"],
        ["", "", ""],
    )
    paper.save(str(tmp_path / "清单.docx"))
    [row] = read_batch(tmp_path / "清单.docx").rows
    assert (row.cells["stop_order"], row.cells["evacuated"]) == ("局部停产", "12人")
    assert (row.cells["interim_control"], row.cells["emergency_plan"]) == ("专人盯守", "现场处置方案")
