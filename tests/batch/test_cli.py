"""The command `tongzhi batch`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tongzhi.cli.main import run

from .conftest import COMMON, documents, names_in, rows, write_roster


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "公共.yaml").write_text(
        "\n".join(f"{key}: {value}" for key, value in COMMON.items()), encoding="utf-8"
    )


def batch(*more: str) -> int:
    return run(["batch", "通报", "名册.xlsx", "--common", "公共.yaml", "--today", "2026-11-23", *more])


def test_whole_command_makes_a_folder_beside_and_says_so(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(2))
    assert batch() == 0
    assert len(documents(tmp_path / "名册-通报")) == 2
    said = capsys.readouterr()
    assert "生成 2 份" in said.err
    assert said.out == ""


def test_exit_code_is_one_when_a_row_failed_and_two_when_none_is_usable(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(1), [None, "无主的问题", None])
    assert batch("-o", "out") == 1
    assert "第3行" in capsys.readouterr().err
    write_roster(tmp_path / "名册.xlsx", [None, "无主的问题", None])
    assert batch("-o", "none") == 2
    assert not (tmp_path / "none").exists()
    assert run(["batch", "通报", "没有.xlsx"]) == 2


def test_existing_files_stop_the_command_unless_resume_or_force(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(2))
    assert batch("-o", "out") == 0
    assert batch("-o", "out") == 2
    assert "--resume" in capsys.readouterr().err
    assert batch("-o", "out", "--resume") == 0
    assert "其中 2 份是上次做好的" in capsys.readouterr().err
    assert batch("-o", "out", "--force") == 0


def test_dry_run_shows_columns_and_the_first_document_and_writes_nothing(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(2), headers=["县（市、区）", "问题描诉", "完成时限"])
    before = sorted(names_in(tmp_path))
    assert batch("--dry-run") == 0
    out = capsys.readouterr().out
    assert "县(市、区) → 县区" in out or "县（市、区） → 县区" in out
    assert "（相近）" in out
    assert "将生成 2 份" in out
    assert "1号仓库通道堵塞" in out
    assert sorted(names_in(tmp_path)) == before


def test_several_rows_and_skipped_counties_are_told(tmp_path, capsys):
    write_roster(
        tmp_path / "名册.xlsx", ["青川县", "一", None], ["青川县", "二", None], ["剑阁县", None, None]
    )
    assert batch("-o", "out") == 0
    said = capsys.readouterr().err
    assert "001-青川县-通报.docx（2 行）" in said
    assert "剑阁县" in said
    assert "--include-empty" in said


def test_template_that_is_none_is_named(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(2))
    assert batch("--template", "公共.yaml") == 2
    assert "公共.yaml：这不是 .docx 文件" in capsys.readouterr().err


def test_profile_lies_below_common(tmp_path):
    (tmp_path / "本单位.yaml").write_text(
        "单位名称: 江州市\n发文机关:\n  - 名称: 江州市安全生产委员会\n    代字: 江安委\n", encoding="utf-8"
    )
    common = dict(COMMON)
    del common["发文机关"]
    (tmp_path / "公共.yaml").write_text(
        "\n".join(f"{key}: {value}" for key, value in common.items()), encoding="utf-8"
    )
    write_roster(tmp_path / "名册.xlsx", *rows(1))
    assert batch("-o", "out") == 0
    from tongzhi.word.text import read_text

    [made] = documents(tmp_path / "out").values()
    assert "江州市安全生产委员会" in read_text(made)


def test_secrecy_mark_in_a_row_fails_that_row(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(1), ["青川县", "秘密★一年", None])
    assert batch("-o", "out") == 1
    assert "涉密" in capsys.readouterr().err


def test_messages_hold_no_english_sentence(tmp_path, capsys):
    import re

    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 not a workbook")
    (tmp_path / "空.yaml").write_text("", encoding="utf-8")
    write_roster(tmp_path / "名册.xlsx", *rows(1))
    for more in (
        ["batch", "通报", "坏.xlsx"], ["batch", "通报", "空.yaml"], ["batch", "通报", "名册.xlsx", "--sheet", "没有"],
        ["batch", "通报", "名册.xlsx", "--name", "{"], ["batch", "通报", "名册.xlsx", "--name", "{没有}"],
        ["batch", "通报", "名册.xlsx", "--template", "没有.docx"], ["batch", "通报", "名册.xlsx", "-o", "-"],
        ["batch", "通报", "名册.xlsx", "--jobs", "x"], ["batch", "别的", "名册.xlsx"], ["batch", "通报", "."],
        ["batch", "通报", "名册.xlsx", "--cluster", "tcp://127.0.0.1:9", "-o", "c"],
    ):  # fmt: skip
        assert run(more) == 2, more
        said = capsys.readouterr().err
        assert said.startswith("错误："), more
        assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", said), said
        assert not (tmp_path / "c").exists()


def test_progress_is_shown_on_a_terminal_only(tmp_path, capsys, monkeypatch):
    write_roster(tmp_path / "名册.xlsx", *rows(2))
    batch("-o", "quiet")
    assert "份/s" not in capsys.readouterr().err

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    monkeypatch.setattr(sys, "stderr", Terminal())
    batch("-o", "shown")
    assert "0/2 " in sys.stderr.getvalue()


def test_many_slips_are_told_in_part(tmp_path, capsys):
    write_roster(tmp_path / "名册.xlsx", *rows(1), *[[f"甲{n}县", "堵塞", f"尽快{n}"] for n in range(40)])
    assert batch("-o", "out") == 1
    said = capsys.readouterr().err
    assert 0 < said.count("”不是明确的时限") < 40
    assert "条，见批量结果.xlsx" in said
    assert batch("--dry-run") == 1
    assert "批量结果" not in capsys.readouterr().err


def test_batch_that_stops_says_why_and_keeps_what_is_made(tmp_path, capsys, monkeypatch):
    import errno

    from tongzhi.batch import maker

    real, made = maker.write_bytes, []

    def write(path, data):
        if len(made) == 2:
            raise OSError(errno.ENOSPC, "no space")
        made.append(path)
        real(path, data)

    monkeypatch.setattr(maker, "write_bytes", write)
    write_roster(tmp_path / "名册.xlsx", *rows(4))
    assert batch("-o", "out", "--jobs", "1") == 1
    assert "磁盘已满" in capsys.readouterr().err
    assert len(documents(tmp_path / "out")) == 2


def test_numbers_taken_in_one_run_differ_and_are_told(tmp_path, capsys):
    from tongzhi.word.text import read_text

    (tmp_path / "本单位.yaml").write_text(
        "单位名称: 临江市安全生产委员会办公室\n发文机关: [{名称: 临江市安全生产委员会办公室, 代字: 临安办发, 下一文号: 7}]\n",
        encoding="utf-8",
    )
    write_roster(tmp_path / "名册.xlsx", *rows(2))
    assert batch("-o", "out", "--set", "发文字号=自动") == 0
    assert "临安办发〔2026〕7号 至 临安办发〔2026〕8号，共 2 个，已记入" in capsys.readouterr().err
    texts = [read_text(path.read_bytes()) for path in sorted((tmp_path / "out").glob("*.docx"))]
    assert ["7号" in texts[0], "8号" in texts[1]] == [True, True]


def test_numbers_that_a_batch_takes_stand_in_the_register(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("本单位.yaml").write_text(
        "单位名称: 临江市安委办\n发文机关: [{名称: 临江市安委办, 代字: 临安办发, 下一文号: 12, 年份: 2026}]\n",
        encoding="utf-8",
    )
    Path("共用.yaml").write_text(
        "种类: 交办\n发文机关: 临江市安委办\n发文字号: 自动\n成文日期: 2026-11-30\n交办来源: 例会\n",
        encoding="utf-8",
    )
    Path("名册.csv").write_text(
        "县区,问题,整改期限\n甲县,漏油,2026-12-30\n乙县,漏水,2026-12-30\n", encoding="utf-8"
    )
    for folder in ("出", "再出"):
        assert (
            run(
                [
                    "batch",
                    "circular",
                    "名册.csv",
                    "-o",
                    folder,
                    "--common",
                    "共用.yaml",
                    "--today",
                    "2026-11-30",
                ]
            )
            == 0
        )
    rows = Path("文号登记.csv").read_text("utf-8-sig").splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == [
        f"临安办发〔2026〕{number}号" for number in (12, 13, 14, 15)
    ]
    assert rows[0].split(",")[1:5] == [
        "通报",
        "关于交办甲县安全生产问题的通报",
        "2026-11-30",
        "001-甲县-通报.docx",
    ]
