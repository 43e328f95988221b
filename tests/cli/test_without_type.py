"""`fill` and `batch` with somebody's own template and no document type: the names are those of the template."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pytest

from tongzhi.cli.main import run


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def template(*lines: str, name: str = "函.docx") -> None:
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(name)


def lines(path: str | Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def roster(*rows: tuple[object, ...], name: str = "名册.xlsx") -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(name)


def test_fill_takes_the_names_of_the_template(capsys: pytest.CaptureFixture[str]) -> None:
    template(
        "{{ 收件人 }}（{{ 件数 }}件）", "{%p for 项 in 清单 %}", "{{ 项.名称 }}", "{%p endfor %}", "{{ key }}"
    )
    Path("数据.yaml").write_text(
        "收件人: 张三(男), 李四\n件数: 3\nkey: k1\n清单:\n  - 名称: 灭火器\n  - 名称: 应急灯\n旁的: 1\n",
        encoding="utf-8",
    )
    assert run(["fill", "--template", "函.docx", "数据.yaml", "-o", "出.docx"]) == 0
    assert lines("出.docx") == ["张三(男), 李四（3件）", "灭火器", "应急灯", "k1"]
    assert "旁的" in capsys.readouterr().err


def test_fill_tells_each_missing_name_with_the_nearest_and_writes_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    template("{{ 联系人 }} {{ 电话 }} {% if 备注 %}{{ 备注 }}{% endif %}")
    Path("数据.yaml").write_text("联络人: 张三\n", encoding="utf-8")
    assert run(["fill", "--template", "函.docx", "数据.yaml", "-o", "出.docx"]) == 2
    said = capsys.readouterr().err
    assert "“联络人”" in said
    assert "“电话”" in said
    assert not Path("出.docx").exists()
    assert (
        run(
            [
                "fill",
                "--template",
                "函.docx",
                "数据.yaml",
                "--set",
                "联系人=甲",
                "--set",
                "电话=1",
                "-o",
                "出.docx",
            ]
        )
        == 0
    )
    assert lines("出.docx") == ["甲 1 "]


def test_batch_makes_a_paper_of_each_row_though_rows_are_of_one_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    template("致{{ 县区 }}：{{ 事由 }}{{ 数 + 1 }}")
    roster(
        ("县区", "事由", "数", "旁的"),
        ("江北区人民政府", "甲(1)", 3, "x"),
        ("江北区人民政府", "乙", 4, "y"),
        (None, "丙", 5, "z"),
    )
    assert (
        run(["batch", "--template", "函.docx", "名册.xlsx", "-o", "出", "--name", "{事由}-{县区}.docx"]) == 0
    )
    said = capsys.readouterr().err
    assert "“旁的”" in said
    assert "第4行 “县区”：没有填" in said
    assert "生成 3 份" in said
    assert lines("出/甲(1)-江北区人民政府.docx") == ["致江北区人民政府：甲(1)4"]
    assert lines("出/乙-江北区人民政府.docx") == ["致江北区人民政府：乙5"]
    assert Path("出/批量结果.xlsx").exists()


def test_batch_without_a_column_the_template_asks_for_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    template("{{ 单位 }} {{ 发放日期 }}")
    roster(("单位", "发放日"), ("江北区", "2026-11-30"))
    assert run(["batch", "--template", "函.docx", "名册.xlsx", "-o", "出"]) == 2
    assert "“发放日”" in capsys.readouterr().err
    assert not Path("出").exists()
    assert run(["batch", "--template", "函.docx", "名册.xlsx", "-o", "出", "--map", "发放日=发放日期"]) == 0
    assert [path.name for path in sorted(Path("出").glob("*.docx"))] == ["001-江北区-函.docx"]


def test_values_common_to_all_and_several_processes(capsys: pytest.CaptureFixture[str]) -> None:
    template("{{ 单位 }} {{ 印发 }}")
    roster(("单位",), ("江北区",), ("临江县",), ("石桥县",))
    Path("公共.yaml").write_text("印发: 市安委办\n无用: 1\n", encoding="utf-8")
    code = run(
        ["batch", "--template", "函.docx", "名册.xlsx", "-o", "出", "--common", "公共.yaml", "--jobs", "2"]
    )
    assert code == 0
    assert "无用" in capsys.readouterr().err
    assert [lines(path)[0] for path in sorted(Path("出").glob("*.docx"))] == [
        "江北区 市安委办",
        "临江县 市安委办",
        "石桥县 市安委办",
    ]


def test_without_type_and_template_the_command_says_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["fill", "notice"]) == 2
    assert "缺少数据文件" in capsys.readouterr().err
    assert run(["batch"]) == 2
    assert "缺少名册" in capsys.readouterr().err
