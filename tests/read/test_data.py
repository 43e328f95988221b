from __future__ import annotations

import io
from pathlib import Path

import pytest

from tongzhi.errors import TongzhiError
from tongzhi.read.data import parse_data


def test_scalars_stay_text_as_written_and_know_their_line():
    source = parse_data(
        "会议名称: 2020-10-12\n电话: 0971\n空:\n人员:\n  - 甲\n  - {姓名: 乙}\n".encode(), "x.yaml"
    )
    assert source.values == {
        "会议名称": "2020-10-12",
        "电话": "0971",
        "空": None,
        "人员": ["甲", {"姓名": "乙"}],
    }
    assert source.lines[("电话",)] == 2
    assert source.lines[("人员", 1, "姓名")] == 6


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("标题：关于\nb: c", "半角"),
        ("a: *x", "引用"),
        ("a: &x 1", "锚点"),
        ("a: !!python/object:os.system x", "标签"),
        ("- 1", "字段: 值"),
        ("a: [[[", "第2行"),
        ("a: " + "[" * 100 + "]" * 100, "40 层"),
        ("a: 1\nb: 2\na: 3", "第3行 “a”：这个字段写了两次"),
        ("a: 1\n---\nb: 2", "两份"),
        ("[a]: 1", "字段名"),
        ("a: \x07", "字符"),
    ],
)
def test_wrong_yaml_is_told_in_chinese_with_its_line(text: str, says: str):
    with pytest.raises(TongzhiError) as error:
        parse_data(text.encode(), "x.yaml")
    assert says in str(error.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [('{"a": 1, "a": 2}', "写了两次"), ('{"a": }', "第1行"), ("[1]", "字段: 值"), ("[" * 5000, "层")],
)
def test_wrong_json_is_told_in_chinese(text: str, says: str):
    with pytest.raises(TongzhiError) as error:
        parse_data(text.encode(), "x.json", is_json=True)
    assert says in str(error.value)


def test_gb18030_file_is_read():
    assert parse_data("标题: 通知".encode("gb18030")).values == {"标题": "通知"}


def test_binary_file_is_refused():
    with pytest.raises(TongzhiError, match="不是文本"):
        parse_data(b"PK\x03\x04....", "x.yaml")


def test_utf_16_file_is_read_and_a_damaged_one_is_told():
    assert parse_data("标题: 通知".encode("utf-16")).values == {"标题": "通知"}
    with pytest.raises(TongzhiError, match="编码"):
        parse_data("标题: a通知".encode("utf-16")[:-1])


def test_json_nested_too_deep_is_refused():
    text = '{"a": ' * 60 + "1" + "}" * 60
    with pytest.raises(TongzhiError, match="40 层"):
        parse_data(text.encode(), "x.json", is_json=True)


def test_file_that_is_too_large_or_no_file_is_refused(tmp_path):
    from tongzhi.read.data import read_bytes

    (tmp_path / "大.yaml").write_text("标题: 通知", encoding="utf-8")
    with pytest.raises(TongzhiError, match="超过"):
        read_bytes(tmp_path / "大.yaml", 5)
    with pytest.raises(TongzhiError, match="不是普通文件"):
        read_bytes(Path("/dev/null"), 5)


def test_data_on_standard_input_is_yaml(monkeypatch):
    from tongzhi.papers.index import find_type
    from tongzhi.read.sources import read_source

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("标题: 通知".encode())))
    assert read_source(Path("-"), find_type("notice")).values == {"标题": "通知"}
