"""The entry: finds a command by name and imports its module only then."""

from __future__ import annotations

import signal
import sys
import traceback
from types import FrameType
from typing import Any

import click

from tongzhi import __version__
from tongzhi.cli import usage
from tongzhi.cli.base import LazyGroup
from tongzhi.cli.output import fail, say, use_utf8
from tongzhi.errors import INTERRUPTED, NOTHING, TERMINATED, TongzhiError
from tongzhi.read.account import gather

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "用自带的讲话、会议和县区名册走一遍全程"),
    "types": ("types", "列出文种；列出一种的全部字段"),
    "new": ("new", "生成带说明的填写文件（.yaml .json .xlsx）"),
    "fill": ("fill", "填一份文档"),
    "extract": ("extract", "从讲话里找出任务"),
    "keywords": ("keywords", "讲话的关键词"),
    "draft": ("draft", "从讲话到会后全套文件"),
    "batch": ("batch", "按名册批量生成，一行一份"),
    "check": ("check", "按 GB/T 9704-2012 核稿"),
    "format": ("format", "按 GB/T 9704-2012 排版，文字不动"),
    "compare": ("compare", "比对两稿：花脸稿和改动清单"),
    "tidy": ("tidy", "录音转写整理稿"),
    "rsvp": ("rsvp", "汇总参会回执"),
    "seats": ("seats", "签到表、台签、座次表"),
    "feedback": ("feedback", "任务反馈表：分发与回收"),
    "template": ("template", "查看、检查自己的 Word 模板"),
    "ledger": ("ledger", "整改台账：列单、交单、办单、清单"),
    "backup": ("backup", "台账、本单位、公文存成一个备份文件"),
    "restore": ("backup", "从备份文件恢复"),
    "serve": ("serve", "在本机浏览器里用"),
    "doctor": ("doctor", "看看这台机器还缺什么"),
    "completion": ("completion", "按 Tab 补全命令和选项"),
}
"""Command name → its module in `tongzhi.cli` and the line that help shows, so that help imports no module."""

WELCOME = """\
通知 tongzhi：安全生产会议公文，从讲话到印发，全程离线。
  tongzhi demo                         先看一遍全程：任务清单、方案、整改清单、纪要、各县区通报
  tongzhi new notice -o 通知.yaml      生成会议通知的填写文件（.xlsx 也行）
  tongzhi fill notice 通知.yaml        填好后生成 通知.docx
  tongzhi extract 讲话.docx            讲话里有哪些任务：谁、何时、做什么
  tongzhi draft 讲话.docx --meeting 会议.yaml   会后全套文件
  tongzhi batch circular 名册.xlsx     一县一份通报
  tongzhi check 文件.docx              按 GB/T 9704-2012 核稿；format 就地排版
  tongzhi ledger                       整改台账，一直跟到销号
  tongzhi serve                        不想敲命令，就在浏览器里用
先输入 tongzhi demo；每条命令后加 --help 看说明。"""


class _Top(LazyGroup):
    """The top group: its help lists the commands before the options."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        with formatter.section("命令"):
            formatter.write_dl(self.lines(ctx))
        with formatter.section("选项"):
            formatter.write_dl([("--version", "显示版本"), ("--help", "显示这份说明")])


def _version(context: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        say(f"tongzhi {__version__}")
        context.exit()


@click.group(
    "tongzhi",
    cls=_Top,
    parts=COMMANDS,
    invoke_without_command=True,
    help="安全生产会议公文：从讲话到印发，全程离线。",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version)
@click.pass_context
def top(context: click.Context) -> None:
    """Say what there is when no command is given."""
    if context.invoked_subcommand is None:
        say(WELCOME)


def _terminated(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)


def run(arguments: list[str]) -> int:
    """Run one command line and give its exit code; every error becomes a Chinese message."""
    use_utf8()
    signal.signal(signal.SIGTERM, _terminated)
    debug = "--debug" in arguments
    try:
        code: Any = top.main(arguments, prog_name="tongzhi", standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        fail("已中断")
        return INTERRUPTED
    except click.ClickException as error:
        fail(usage.explain(error, list(COMMANDS)))
        return NOTHING
    except TongzhiError as error:
        if debug:
            traceback.print_exc()
        fail("\n".join(map(str, gather(error.problems))))
        return error.exit_code
    except SystemExit:
        # click meets a closed pipe (… | head -1) by wrapping the stream and leaving with 1; who reads has enough
        if type(sys.stdout).__name__.endswith("PacifyFlushWrapper"):
            return 0
        raise
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:  # noqa: BLE001  the last net: whatever happens, a Chinese word and an exit code
        if debug:
            traceback.print_exc()
        fail(usage.unexpected(error))
        return NOTHING
    return code if isinstance(code, int) else 0
