"""An office's own document types: a description and a template in a folder, no code."""

from __future__ import annotations

import io
import json
import pickle
import struct
import zlib
from datetime import date
from pathlib import Path

import docx
import pytest

from tongzhi.cli.main import run
from tongzhi.errors import InputError
from tongzhi.papers.index import find_type
from tongzhi.papers.own import list_own
from tongzhi.read.data import read_data
from tongzhi.read.validate import validate

DAY = date(2026, 11, 23)
DESCRIPTION = """\
名称: 值守日报
键: watch_daily
用途: 每天的值守情况
别名: [日报]
明细: 事项
字段:
  - {名称: 单位, 键: unit, 必填: 是, 示例: 青川县应急管理局}
  - {名称: 开始, 键: start, 类型: 日期时间, 必填: 是, 示例: 2026-11-23 08:00}
  - {名称: 结束, 键: end, 类型: 日期时间, 必填: 是, 示例: 2026-11-24 08:00}
  - {名称: 等级, 键: level, 类型: 选一, 选项: [正常, 异常], 必填: 是}
  - {名称: 人数, 键: people, 类型: 整数, 示例: 3}
  - {名称: 手机, 键: mobile, 别名: [电话], 示例: "13800000000"}
  - {名称: 座机, 键: phone}
  - 名称: 事项
    键: items
    类型: 分项
    字段:
      - {名称: 内容, 键: text, 必填: 是, 示例: 巡查尾矿库一座}
      - {名称: 编号, 键: no, 示例: A1}
规则:
  - 先后(开始, 结束)
  - 必填其一(手机, 座机)
  - 数值范围(人数, 1, 50)
  - 电话(手机, 座机)
  - 不重复(事项.编号)
"""
GOOD = {
    "单位": "青川县应急管理局", "开始": "2026-11-23 08:00", "结束": "2026-11-24 08:00",
    "等级": "正常", "手机": "13800000000", "事项": [{"内容": "巡查", "编号": "A1"}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tongzhi.papers.own.settings_folder", lambda: tmp_path / "设置")
    place = tmp_path / "文种"
    place.mkdir()
    document = docx.Document()
    for line in (
        "{{ 单位 }}值守日报",
        "{{ 开始 }}至{{ 结束 }}，{{ 等级 }}",
        "{%p for x in 事项 %}",
        "{{ x.内容 }}",
        "{%p endfor %}",
    ):
        document.add_paragraph(line)
    made = io.BytesIO()
    document.save(made)
    (place / "值守日报.docx").write_bytes(made.getvalue())
    (place / "值守日报.yaml").write_text(DESCRIPTION, encoding="utf-8")
    return place


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


@pytest.mark.parametrize("name", ["watch_daily", "值守日报", "日报"])
def test_type_is_found_by_each_of_its_names(name: str):
    assert find_type(name).label == "值守日报"


def test_sample_of_new_fills_unchanged(capsys: pytest.CaptureFixture[str]):
    for name in ("填写.yaml", "填写.xlsx", "填写.json"):
        assert run(["new", "值守日报", "-o", name, "--today", "2026-11-23"]) == 0
        assert run(["fill", "值守日报", name, "-o", "日报.docx", "--today", "2026-11-23", "--force"]) == 0, (
            name
        )
        assert "青川县应急管理局值守日报" in text_of(Path("日报.docx"))
    capsys.readouterr()


def test_types_lists_it_and_its_fields(capsys: pytest.CaptureFixture[str]):
    assert run(["types"]) == 0
    assert "watch_daily" in capsys.readouterr().out
    assert run(["types", "值守日报"]) == 0
    assert "＊单位" in capsys.readouterr().out
    assert run(["types", "值守日报", "--schema"]) == 0
    assert '"x-key": "start"' in capsys.readouterr().out


@pytest.mark.parametrize(
    ("change", "field", "word"),
    [
        ({"结束": "2026-11-22 08:00"}, "结束", "早于"),
        ({"手机": ""}, "手机", "一项也没有填"),
        ({"人数": 60}, "人数", "超出范围"),
        ({"手机": "12"}, "手机", "不像"),
        ({"事项": [{"内容": "甲", "编号": "A1"}, {"内容": "乙", "编号": "A1"}]}, "编号", "重复"),
        ({"等级": "很好"}, "等级", "不在可选的值里"),
        ({"单位": ""}, "单位", "没有填写"),
    ],
)
def test_each_named_rule_finds_its_fault(change: dict[str, object], field: str, word: str):
    kind = find_type("值守日报")
    with pytest.raises(InputError) as caught:
        validate(kind, _source({**GOOD, **change}), DAY)
    assert any(field in str(problem) and word in str(problem) for problem in caught.value.problems)


def test_data_without_fault_passes():
    assert not validate(find_type("值守日报"), _source(GOOD), DAY).warnings


def _source(values: dict[str, object]):
    path = Path("日报.json")
    path.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    return read_data(path)


def test_a_rule_marked_提醒_only_warns(folder: Path):
    path = folder / "值守日报.yaml"
    path.write_text(DESCRIPTION.replace("- 数值范围", "- 提醒 数值范围"), encoding="utf-8")
    checked = validate(find_type("值守日报"), _source({**GOOD, "人数": 60}), DAY)
    assert any("超出范围" in str(problem) for problem in checked.warnings)


def test_official_type_has_the_common_fields(folder: Path):
    path = folder / "值守日报.yaml"
    path.write_text(DESCRIPTION.replace("明细: 事项", "公文: 是"), encoding="utf-8")
    assert {"doc_no", "recipients", "unit"} <= set(find_type("值守日报").model_fields)


def test_batch_makes_one_for_each_row_in_several_processes():
    rows = "单位,开始,结束,等级,手机\n" + "".join(
        f"{name},2026-11-23 08:00,2026-11-24 08:00,正常,13800000000\n" for name in ("甲县", "乙县", "丙县")
    )
    Path("名册.csv").write_text(rows, encoding="utf-8")
    command = ["batch", "值守日报", "名册.csv", "-o", "成品", "--name", "{单位}.docx", "--jobs", "2"]
    assert run([*command, "--today", "2026-11-23"]) == 0
    assert "乙县值守日报" in text_of(Path("成品/乙县.docx"))


def _by_entity(folder: Path, key: str) -> None:
    text = DESCRIPTION.replace("明细: 事项", f"明细: {{分项: 事项, 键: {key}}}")
    text = text.replace("  - {名称: 等级", "  - {名称: 企业, 键: entity, 示例: 某化工厂}\n  - {名称: 等级")
    (folder / "值守日报.yaml").write_text(text, encoding="utf-8")


def test_rows_of_one_key_make_one_document(folder: Path):
    _by_entity(folder, "企业")
    Path("名册.csv").write_text(
        "单位,企业,开始,结束,等级,手机,内容\n"
        "青川县,甲厂,2026-11-23 08:00,2026-11-24 08:00,正常,13800000000,查罐区\n"
        "青川县,乙厂,2026-11-23 08:00,2026-11-24 08:00,正常,13800000000,查配电室\n"
        "青川县,甲厂,2026-11-23 08:00,2026-11-24 08:00,正常,13800000000,查消防泵\n",
        encoding="utf-8",
    )
    assert run(["batch", "值守日报", "名册.csv", "-o", "出"]) == 0
    first, second = sorted(Path("出").glob("*.docx"))
    assert "甲厂" in first.name
    assert "乙厂" in second.name
    assert [word in text_of(first) for word in ("查罐区", "查消防泵", "查配电室")] == [True, True, False]


def _picture(path: Path, width: int = 30) -> None:
    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, 20, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(20)))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", size) + part(b"IDAT", rows) + part(b"IEND", b""))


@pytest.fixture
def with_pictures(folder: Path) -> Path:
    (folder / "照片单.yaml").write_text(
        "名称: 照片单\n键: photos\n字段:\n"
        "  - {名称: 单位, 键: unit, 必填: 是, 示例: 青川县应急管理局}\n"
        "  - {名称: 全景, 键: view, 类型: 图片}\n"
        "  - 名称: 事项\n    键: items\n    类型: 分项\n    字段:\n"
        "      - {名称: 内容, 键: text, 必填: 是, 示例: 罐区}\n"
        "      - {名称: 整改前照片, 键: before, 类型: 图片}\n",
        encoding="utf-8",
    )
    document = docx.Document()
    document.add_paragraph("{{ 单位 }}{{ 全景 }}")
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).text = "{%tr for x in 事项 %}"
    table.cell(1, 0).text, table.cell(1, 1).text = "{{ x.内容 }}", "{{ x.整改前照片 }}"
    table.cell(2, 0).text = "{%tr endfor %}"
    document.save(str(folder / "照片单.docx"))
    return folder


def test_pictures_of_the_data_stand_in_lines_cells_and_loops(with_pictures: Path):
    _picture(Path("照片/1.png"))
    _picture(Path("照片/宽.png"), 3000)
    Path("单.yaml").write_text(
        "单位: 青川县应急管理局\n全景: 照片/宽.png\n事项:\n"
        "  - {内容: 罐区, 整改前照片: {文件: 照片/1.png, 宽: 60}}\n"
        "  - {内容: 泵房}\n"
        "  - {内容: 库房, 整改前照片: {文件: 照片/1.png, 高: 20}}\n",
        encoding="utf-8",
    )
    assert run(["fill", "照片单", "单.yaml", "-o", "单.docx"]) == 0
    sizes = [
        tuple(round(int(str(box.get(side))) / 36_000) for side in ("cx", "cy"))
        for box in docx.Document("单.docx").element.body.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
        )
    ]
    assert sizes == [(156, 1), (60, 40), (30, 20)]
    table = docx.Document("单.docx").tables[0]
    assert [row.cells[0].text for row in table.rows] == ["罐区", "泵房", "库房"]
    assert run(["template", "check", str(with_pictures / "照片单.docx"), "--type", "照片单"]) == 0
    assert run(["new", "照片单", "-o", "样.yaml"]) == 0
    assert run(["fill", "照片单", "样.yaml", "-o", "样.docx"]) == 0


@pytest.mark.parametrize("name", ["没有.png", "照片", "名单.txt", "坏.png", "../../没有/1.jpg"])
def test_picture_that_is_none_is_told(with_pictures: Path, name: str, capsys: pytest.CaptureFixture[str]):
    Path("照片").mkdir()
    Path("名单.txt").write_text("秘密", encoding="utf-8")
    Path("坏.png").write_bytes(b"\x89PNG\r\n\x1a\nxxxx")
    Path("单.yaml").write_text(f"单位: 某局\n全景: {name}\n", encoding="utf-8")
    assert run(["fill", "照片单", "单.yaml", "-o", "单.docx"]) == 2
    told = capsys.readouterr().err
    assert "“全景”" in told
    assert Path(name).name in told
    assert not Path("单.docx").exists()


def test_every_tag_that_the_type_cannot_fill_is_told_at_once(
    with_pictures: Path, capsys: pytest.CaptureFixture[str]
):
    document = docx.Document()
    for line in (
        "{{ 单位 }}{{ 没有的 }}",
        "{%p for x in 事项 %}",
        "{{ x.内容 }}{{ x.数量 }}",
        "{%p endfor %}",
        "{%p for x in 单位 %}",
        "{{ x.内容 }}",
        "{%p endfor %}",
        "{%p for x in 别的 %}{{ x.随便 }}{%p endfor %}",
    ):
        document.add_paragraph(line)
    document.save("改.docx")
    assert run(["template", "check", "改.docx", "--type", "照片单"]) == 1
    told = capsys.readouterr().err
    for word in ("没有“没有的”这个值", "没有“数量”这个分项", "没有“内容”这个分项", "没有“别的”这个值"):
        assert told.count(word) == 1, told
    assert "随便" not in told.split("原段")[0]
    assert run(["template", "check", str(with_pictures / "值守日报.docx"), "--type", "值守日报"]) == 0


def test_key_that_is_no_field_is_told(folder: Path, capsys: pytest.CaptureFixture[str]):
    _by_entity(folder, "厂子")
    assert run(["types", "值守日报"]) == 2
    assert "没有名为“厂子”的字段" in capsys.readouterr().err


def test_documents_of_an_own_type_travel_to_another_process():
    document = validate(find_type("值守日报"), _source(GOOD), DAY).document
    again = pickle.loads(pickle.dumps(document))
    assert type(again) is type(document)
    assert again.items[0].text == "巡查"  # type: ignore[attr-defined]


def test_wrong_description_tells_every_fault(folder: Path):
    (folder / "坏的.yaml").write_text(
        '名称: 坏的\n颜色: 红\n字段:\n  - {名称: 甲, 类型: 数}\n  - {类型: 文字}\n  - {名称: 乙, 必填: 也许}\n规则: ["先于(甲, 乙)", "先后(甲, 丙)"]\n',
        encoding="utf-8",
    )
    with pytest.raises(InputError) as caught:
        find_type("坏的")
    text = "\n".join(map(str, caught.value.problems))
    for word in ("颜色", "没有类型“数”", "没有写名称", "也许", "没有规则“先于”", "没有字段“丙”"):
        assert word in text
    entries, faults = list_own()
    assert [entry.label for entry in entries] == ["值守日报"]
    assert faults


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("名称: [", "YAML"),
        ("- 1", "应是"),
        ("名称: &a 别的\n字段: [{名称: *a}]", "锚点"),
        ("名称: 会议通知\n键: mine\n字段: [{名称: 甲}]", "自带文种"),
        ("字段: [{名称: 甲, 键: model_fields}]", "不能作键"),
        ("字段: [{名称: 甲}, {名称: 甲}]", "用了两次"),
        ("明细: 乙\n字段: [{名称: 甲}]", "没有名为“乙”的分项"),
        ("名称: 别的", "一个字段也没有"),
        ("字段: [甲]", "应是"),
        ("字段: [{名称: 甲, 类型: 选一}]", "“甲”没有写选项"),
        ("名称: {甲: 乙}\n字段: [{名称: 甲}]", "名称应是一段文字"),
        ("字段: {名称: 甲}", "应是列表"),
        ("字段: [{名称: 甲}]\n规则: [先后]", "不是规则的写法"),
        ("字段: [{名称: 甲}]\n规则: [先后(甲)]", "字段的个数不对"),
        (
            "字段: [{名称: 甲, 类型: 分项, 字段: [{名称: 乙}]}, {名称: 丙}]\n规则: ['先后(甲.乙, 丙)']",
            "不用于分项里的字段",
        ),
        ("字段: [{名称: 甲}]\n规则: ['数值范围(甲, 少, 多)']", "要写数字"),
    ],
)
def test_broken_description_is_told_in_chinese(folder: Path, text: str, word: str):
    (folder / "别的.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=word):
        find_type("别的")


def test_missing_template_is_told(folder: Path):
    (folder / "值守日报.docx").unlink()
    with pytest.raises(InputError, match=r"没有模板 值守日报\.docx"):
        find_type("值守日报")


@pytest.mark.parametrize(
    ("content", "word"), [("名称: 日报".encode("gbk"), "不是 UTF-8"), (b"#" * 1_100_000, "文种说明太大")]
)
def test_description_that_is_no_text_of_ours_is_told(folder: Path, content: bytes, word: str):
    (folder / "别的.yaml").write_bytes(content)
    with pytest.raises(InputError, match=word):
        find_type("别的")


def test_broken_description_does_not_hide_the_others(folder: Path):
    (folder / "一个坏的.yaml").write_text("名称: [", encoding="utf-8")
    assert find_type("watch_daily").label == "值守日报"


def test_description_beside_the_work_goes_before_the_one_in_the_settings(folder: Path, tmp_path: Path):
    other = tmp_path / "设置" / "文种"
    other.mkdir(parents=True)
    (other / "值守日报.yaml").write_text(DESCRIPTION.replace("每天的值守情况", "旧的"), encoding="utf-8")
    entries, faults = list_own()
    assert [(entry.label, entry.purpose) for entry in entries] == [("值守日报", "每天的值守情况")]
    assert faults == []


def test_number_that_is_none_is_left_to_its_own_fault(folder: Path):
    path = folder / "值守日报.yaml"
    path.write_text(
        DESCRIPTION.replace("{名称: 人数, 键: people, 类型: 整数, 示例: 3}", "{名称: 人数, 键: people}"),
        encoding="utf-8",
    )
    assert not validate(find_type("值守日报"), _source({**GOOD, "人数": "三人左右"}), DAY).warnings


def test_items_without_a_number_are_no_repeats():
    rows = [{"内容": "巡查尾矿库"}, {"内容": "巡查加油站"}]
    assert not validate(find_type("值守日报"), _source({**GOOD, "事项": rows}), DAY).warnings


def test_items_inside_items_travel_to_another_process(folder: Path):
    inner = "      - {名称: 编号, 键: no, 示例: A1}\n      - {名称: 图片, 键: pictures, 类型: 分项, 字段: [{名称: 说明, 键: caption}]}\n"
    path = folder / "值守日报.yaml"
    path.write_text(DESCRIPTION.replace("      - {名称: 编号, 键: no, 示例: A1}\n", inner), encoding="utf-8")
    rows = [{"内容": "巡查", "图片": [{"说明": "涵洞淤堵"}]}]
    document = validate(find_type("值守日报"), _source({**GOOD, "事项": rows}), DAY).document
    again = pickle.loads(pickle.dumps(document))
    assert again.items[0].pictures[0].caption == "涵洞淤堵"  # type: ignore[attr-defined]


def test_sample_of_fields_without_examples_fills_unchanged(folder: Path, capsys: pytest.CaptureFixture[str]):
    kinds = ("文字", "多条文字", "日期", "日期时间", "整数", "数字", "是否", "时限")
    listed = "".join(
        f"  - {{名称: 第{at}项, 键: f{at}, 类型: {kind}, 必填: 是}}\n" for at, kind in enumerate(kinds)
    )
    inner = "  - {名称: 事项, 键: items, 类型: 分项, 必填: 是, 字段: [{名称: 内容, 键: text, 必填: 是}]}\n"
    (folder / "值守日报.yaml").write_text(
        f"名称: 值守日报\n键: watch_daily\n字段:\n{listed}{inner}", encoding="utf-8"
    )
    template = docx.Document()
    template.add_paragraph("{{ 第0项 }}，{{ 第2项 }}")
    template.save(str(folder / "值守日报.docx"))
    assert run(["new", "值守日报", "-o", "填写.yaml", "--today", "2026-11-23"]) == 0, capsys.readouterr().err
    assert run(["fill", "值守日报", "填写.yaml", "-o", "日报.docx", "--today", "2026-11-23"]) == 0, (
        capsys.readouterr().err
    )
    assert "待定，2026年11月23日" in text_of(Path("日报.docx"))
