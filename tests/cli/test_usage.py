"""Wrong calls and our own faults, each in one Chinese sentence."""

from __future__ import annotations

import errno

import click
import pytest

from tongzhi.cli.main import run
from tongzhi.cli.usage import explain, unexpected


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (click.BadArgumentUsage("x"), "参数用法不对"),
        (click.FileError("名册.xlsx"), "打不开文件 名册.xlsx"),
        (click.ClickException("x"), "命令没有成功"),
        (click.BadParameter("x"), "的值不能用"),
        (click.NoSuchOption("--nope"), "没有选项 --nope"),
        (click.UsageError("Got unexpected extra argument (多)"), "多出来的参数：多"),
    ],
)
def test_error_of_a_call_is_said_in_chinese(error: click.ClickException, said: str) -> None:
    assert said in explain(error, ["fill", "batch"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "x", "a.docx"), "读写文件失败（a.docx）：磁盘已满"),
        (OSError(errno.EACCES, "x", "a.docx"), "没有权限"),
        (OSError(), "读写文件失败（位置不明）：系统不允许"),
        (MemoryError(), "内存不够"),
        (KeyError("x"), "程序内部出错（KeyError），没有写入任何文件"),
    ],
)
def test_fault_of_our_own_is_said_in_chinese(error: Exception, said: str) -> None:
    assert said in unexpected(error)


def test_group_without_a_command_says_which_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["template"]) == 2
    assert "请写明要做什么" in capsys.readouterr().err
