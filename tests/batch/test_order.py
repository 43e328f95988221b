"""A batch from the roster to the files."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import load_workbook

from tongzhi.batch.order import ARCHIVE, carry_out, plan_order
from tongzhi.batch.results import NAME
from tongzhi.errors import InputError, OutputExistsError
from tongzhi.word.text import read_text

from .conftest import documents, names_in, rows, write_roster


def results(folder):
    sheet = load_workbook(folder / NAME).active
    return [
        dict(zip(("序号", "行", "文件", "结果", "行数", "说明"), row, strict=True))
        for row in sheet.iter_rows(min_row=2, values_only=True)
    ]


def test_every_row_gives_a_document_with_its_own_words(batch, tmp_path):
    outcome = batch(*rows(3))
    made = documents(tmp_path / "out")
    assert list(made) == ["001-第1县-通报.docx", "002-第2县-通报.docx", "003-第3县-通报.docx"]
    assert "1号仓库通道堵塞" in read_text(made["001-第1县-通报.docx"])
    assert "2号" not in read_text(made["001-第1县-通报.docx"])
    assert (outcome.count("已生成"), outcome.fresh) == (3, 3)


def test_row_without_county_is_reported_and_the_rest_is_made(batch, tmp_path):
    outcome = batch(
        ["青川县", "堵塞", date(2026, 12, 1)],
        [None, "无证", date(2026, 12, 1)],
        ["剑阁县", "锈蚀", date(2026, 12, 1)],
    )
    assert len(documents(tmp_path / "out")) == 2
    [problem] = outcome.problems
    assert (problem.place.sheet, problem.place.row, problem.place.field) == ("县区", 3, "县区")
    assert [(one["行"], one["结果"]) for one in results(tmp_path / "out")] == [
        ("第2行", "已生成"),
        ("第3行", "失败"),
        ("第4行", "已生成"),
    ]
    assert "县区" in results(tmp_path / "out")[1]["说明"]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("2026-02-30", "不存在"),
        ("#N/A", "#N/A"),
        ("=A1", "没有算出的结果"),
        ("尽快", "不是明确的时限"),
        (123, "123"),
    ],
)
def test_bad_cell_fails_its_row_alone_and_is_named(batch, tmp_path, cell, words):
    outcome = batch(["青川县", "堵塞", cell], ["剑阁县", "锈蚀", date(2026, 12, 1)])
    assert list(documents(tmp_path / "out")) == ["002-剑阁县-通报.docx"]
    assert (outcome.problems[0].place.row, outcome.problems[0].place.field) == (2, "整改时限")
    assert words in str(outcome.problems[0])


def test_bad_cell_in_a_column_that_is_not_used_does_no_harm(batch, tmp_path):
    outcome = batch(
        ["青川县", "堵塞", date(2026, 12, 1), "#N/A"], headers=["县区", "问题", "整改时限", "人口密度"]
    )
    assert outcome.count("已生成") == 1


@pytest.mark.parametrize(
    "cell", [46357, "46357", "2026-12-01", "2026年12月1日", "2026/12/1", 20261201, date(2026, 12, 1)]
)
def test_dates_as_serials_and_in_every_way_of_writing(batch, tmp_path, cell):
    batch(["青川县", "堵塞", cell])
    [made] = documents(tmp_path / "out").values()
    assert "12月1日" in read_text(made)


def test_no_usable_row_writes_nothing(batch, tmp_path):
    with pytest.raises(InputError) as caught:
        batch([None, "堵塞", None], [None, "无证", None])
    assert len(caught.value.problems) == 2
    assert not (tmp_path / "out").exists()


def test_rows_of_one_county_make_one_document_with_all_problems(order, tmp_path):
    made = order(
        ["青川县", "堵塞", date(2026, 12, 1)],
        ["剑阁县", "锈蚀", date(2026, 12, 1)],
        ["青川县", "无证", date(2026, 12, 5)],
    )
    plan = plan_order(made)
    carry_out(made, plan)
    assert list(documents(tmp_path / "out")) == ["001-青川县-通报.docx", "002-剑阁县-通报.docx"]
    text = read_text(documents(tmp_path / "out")["001-青川县-通报.docx"])
    assert "堵塞" in text
    assert "无证" in text
    assert "12月1日" in text
    assert "12月5日" in text
    assert plan.merged() == [("001-青川县-通报.docx", 2)]
    assert results(tmp_path / "out")[0]["行"] == "第2、4行"
    assert results(tmp_path / "out")[0]["行数"] == 2


def test_contradicting_rows_of_one_county_fail_together(batch):
    with pytest.raises(InputError, match="同一单位"):
        batch(
            ["青川县", "堵塞", "甲会议"], ["青川县", "无证", "乙会议"], headers=["县区", "问题", "会议名称"]
        )


def test_further_sheet_keyed_by_county_gives_the_problems(order, tmp_path):
    roster = write_roster(
        tmp_path / "名册.xlsx",
        ["青川县", "李某", "0839-7201234"],
        ["剑阁县", "王某", "0839-7201235"],
        headers=["县区", "联系人", "联系电话"],
    )
    workbook = load_workbook(roster)
    sheet = workbook.create_sheet("问题清单")
    for row in (
        ["县区", "问题描述", "隐患等级"],
        ["剑阁县", "锈蚀", "一般"],
        ["青川县", "堵塞", "一般"],
        ["剑阁县", "无证", "重大"],
        ["旺苍县", "别的", "一般"],
    ):
        sheet.append(row)
    workbook.save(roster)
    made = order(roster=roster)
    plan = plan_order(made)
    carry_out(made, plan)
    texts = {name: read_text(data) for name, data in documents(tmp_path / "out").items()}
    assert "堵塞" in texts["001-青川县-通报.docx"]
    assert "锈蚀" not in texts["001-青川县-通报.docx"]
    assert "锈蚀" in texts["002-剑阁县-通报.docx"]
    assert "无证" in texts["002-剑阁县-通报.docx"]
    assert any("旺苍县" in note.found and note.place.sheet == "问题清单" for note in plan.notes)


def test_numbered_columns_are_items_of_one_list(batch, tmp_path):
    batch(["青川县", "堵塞", "无证", None], headers=["县区", "问题1", "问题2", "问题3"])
    [text] = map(read_text, documents(tmp_path / "out").values())
    assert "堵塞" in text
    assert "无证" in text


def test_county_without_problems_is_skipped_and_listed_unless_asked_for(batch, tmp_path):
    given = ["青川县", "堵塞", date(2026, 12, 1)], ["剑阁县", None, None], ["苍溪县", "无", None]
    outcome = batch(*given)
    assert [record.state for record in outcome.records] == ["已生成", "跳过", "跳过"]
    assert len(documents(tmp_path / "out")) == 1
    asked = batch(*given, with_empty=True, common={"交办事项": ["开展自查"]}, folder=tmp_path / "all")
    assert asked.count("已生成") == 3


def test_row_beats_common_and_an_empty_cell_beats_nothing(batch, tmp_path):
    batch(["青川县", "堵塞", "甲会议"], ["剑阁县", "无证", None], headers=["县区", "问题", "交办来源"])
    texts = [read_text(data) for data in documents(tmp_path / "out").values()]
    assert "甲会议" in texts[0]
    assert "全市安全生产工作会议" in texts[1]


def test_set_beats_the_row(batch, tmp_path):
    batch(["青川县", "堵塞", "甲会议"], headers=["县区", "问题", "交办来源"], above={"交办来源": "乙会议"})
    assert "乙会议" in read_text(next(iter(documents(tmp_path / "out").values())))


def test_near_and_further_names_of_columns_are_taken_and_told(order):
    made = order(
        ["青川县", "堵塞", date(2026, 12, 1), 1], headers=["县（市、区）", "问题描诉", "完成时限", "人口"]
    )
    plan = plan_order(made)
    taken = {column.header: (column.label, column.how) for column in plan.columns["县区"]}
    assert taken["县(市、区)" if "县(市、区)" in taken else "县（市、区）"] == ("县区", "别名")
    assert taken["问题描诉"][1] == "相近"
    assert taken["完成时限"][0].endswith("整改时限")
    assert taken["人口"] == ("", "未用")
    told = [note.place.field for note in plan.notes]
    assert "问题描诉" in told
    assert "人口" in told
    assert "完成时限" not in told


def test_roster_without_any_known_column_is_an_error(order):
    with pytest.raises(InputError, match="没有一列"):
        plan_order(order(["x", "y"], headers=["甲甲甲", "乙乙乙"]))


def test_files_of_an_earlier_batch_are_not_overwritten(batch, tmp_path):
    batch(*rows(2))
    before = documents(tmp_path / "out")
    with pytest.raises(OutputExistsError):
        batch(*rows(2), common={"交办来源": "别的会议"})
    assert documents(tmp_path / "out") == before
    batch(*rows(2), common={"交办来源": "别的会议"}, force=True)
    assert documents(tmp_path / "out") != before


def test_the_same_input_gives_the_same_bytes_whatever_the_number_of_processes(batch, tmp_path):
    batch(*rows(30))
    batch(*rows(30), jobs=2, folder=tmp_path / "two")
    names = sorted(names_in(tmp_path / "out"))
    assert names == sorted(names_in(tmp_path / "two"))
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_archive_holds_every_document_and_depends_on_them_alone(batch, tmp_path):
    batch(*rows(3), archive=True)
    batch(*rows(3), archive=True, folder=tmp_path / "two")
    data = (tmp_path / "out" / ARCHIVE).read_bytes()
    assert data == (tmp_path / "two" / ARCHIVE).read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert {name: package.read(name) for name in package.namelist()} == documents(tmp_path / "out")


def test_names_are_safe_distinct_and_in_the_folder(batch, tmp_path):
    names = "../../etc/x", "CON", "con", "a:b*?", "好. ", "字" * 100
    batch(*([f"{number}县", name, None] for number, name in enumerate(names)), pattern="{问题}.docx")
    made = sorted(documents(tmp_path / "out"))
    assert made == sorted(
        ["_._.._etc_x.docx", "CON_.docx", "con_-2.docx", "a_b__.docx", "好.docx", "字" * 65 + ".docx"]
    )
    assert not (tmp_path / "etc").exists()


def test_pattern_takes_column_field_and_count(batch, tmp_path):
    batch(
        [7, "青川县", "一"],
        [12, "剑阁县", "二"],
        headers=["序号", "所属县区", "问题"],
        pattern="{序号:03d}_{县区}",
    )
    assert list(documents(tmp_path / "out")) == ["007_青川县.docx", "012_剑阁县.docx"]


def test_pattern_with_an_unknown_column_names_the_nearest(order):
    with pytest.raises(InputError, match="县区"):
        plan_order(order(*rows(1), pattern="{县}.docx"))


def test_formula_like_text_is_text_in_the_result_workbook(batch, tmp_path):
    roster = tmp_path / "名册.csv"
    roster.write_text('县区,问题\n青川县,堵塞\n"\'=1+1",\n', encoding="utf-8")
    batch(roster=roster, pattern="{县区}")
    workbook = load_workbook(tmp_path / "out" / NAME)
    assert all(cell.data_type != "f" for row in workbook.active.iter_rows() for cell in row)


def test_own_template_is_used_and_a_bad_one_writes_nothing(batch, tmp_path):
    from docx import Document

    document = Document()
    document.add_paragraph("致{{ 县区 }}：{{ 整改时限 }}")
    document.save(tmp_path / "own.docx")
    batch(*rows(1), template=tmp_path / "own.docx")
    assert read_text(next(iter(documents(tmp_path / "out").values()))) == "致第1县：2026年12月2日"
    (tmp_path / "bad.docx").write_bytes(b"PK nothing")
    with pytest.raises(InputError):
        batch(*rows(1), template=tmp_path / "bad.docx", folder=tmp_path / "none")
    assert not (tmp_path / "none").exists()
