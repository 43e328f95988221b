"""What all commands share: options of every command, Chinese help, Chinese usage errors."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from tongzhi.cli import usage
from tongzhi.cli.output import shown, tell
from tongzhi.errors import InputError, Place


@dataclass(slots=True)
class Settings:
    """The options that every command takes; one object per call, in `click.Context.meta`."""

    force: bool = False
    lenient: bool = False
    debug: bool = False
    profile: Path | None = None
    today: date | None = None

    def day(self) -> date:
        """Give the day that counts as today: `--today`, `TONGZHI_TODAY`, else the clock."""
        return self.fixed_day() or date.today()

    def fixed_day(self) -> date | None:
        """Give the day that was set by `--today` or `TONGZHI_TODAY`, `None` when the clock tells it."""
        if self.today is not None:
            return self.today
        from_environment = os.environ.get("TONGZHI_TODAY", "").strip()
        return parse_day(from_environment, "环境变量 TONGZHI_TODAY") if from_environment else None

    def profile_path(self) -> Path | None:
        """Give the office profile named by `--profile` or `TONGZHI_PROFILE`, else `None`."""
        if self.profile is not None:
            return self.profile
        from_environment = os.environ.get("TONGZHI_PROFILE", "").strip()
        return Path(from_environment) if from_environment else None


_META = "tongzhi.settings"


def refuse_ending(output: Path, *endings: str) -> None:
    """Refuse to write a file under a name that says it is of another kind.

    Raises:
        InputError: the name ends otherwise.
    """
    if str(output) != "-" and output.suffix.lower() not in endings:
        found = output.suffix or "没有扩展名的"
        raise InputError.one(
            f"不会写 {found} 文件", f"文件名以 {'、'.join(endings)} 结尾", place=Place(file=str(output))
        )


def settings() -> Settings:
    """Give the settings of the running command."""
    found = click.get_current_context().meta.setdefault(_META, Settings())
    assert isinstance(found, Settings)
    return found


def parse_day(text: str, name: str, instead: str = "", today: date | None = None) -> date:
    """Read a date as it is typed; without a year it is the next such day from `today`, which is said.

    Raises:
        InputError: it is none, or has no year and no `today` is given; `name` says whose value it was, `instead` what
            to write.
    """
    from tongzhi.zh.typed import UnreadableDateError, read_typed, this_year

    instead = instead or f"写成 {this_year()}-10-12 的样子"
    try:
        found = read_typed(text, today)
    except UnreadableDateError as error:
        raise InputError.one(f"{name} 的日期“{text}”不存在或写法不对", instead) from error
    if found.hour is not None:
        raise InputError.one(f"{name} 的日期“{text}”带了钟点", instead)
    if found.assumed:
        day = found.day
        tell(f"提醒：{name}：“{text}”没有写全，按{day.year}年{day.month}月{day.day}日算")
    return found.day


class Day(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.5
    """A date on the command line, as it is typed."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the date."""
        name = param.opts[0] if param and param.opts else "日期"
        # the day that counts as today is itself typed in full
        return parse_day(str(value), name, today=None if name == "--today" else settings().day())


class File(click.ParamType):  # type: ignore[type-arg]  # not generic before click 8.5
    """A path that the core opens itself, so that its errors are ours; `-` is standard input or output."""

    name = "文件"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the path; an empty one would mean the current folder, a device never ends or would be replaced."""
        text = str(value)
        name = usage.name_of(param)
        if not text.strip():
            raise InputError.one(f"{name} 是空的", "写明文件名")
        if "\0" in text:
            raise InputError.one(f"{name} 里有空字符", "写明文件名")
        path = Path(text)
        try:
            mode = path.stat().st_mode
        except OSError:
            return path
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise InputError.one(
                "这是设备，不是文件", "写明文件名；标准输入、标准输出写 -", place=Place(file=text)
            )
        return path

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Let the shell complete names of files."""
        return [CompletionItem(incomplete, type="file")]


class Folder(File):
    """A folder that takes many results."""

    name = "文件夹"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Give the path; standard output takes one result only."""
        path = super().convert(value, param, ctx)
        if str(path) == "-":
            raise InputError.one("要生成许多文件，不能写到标准输出", "用 -o 写明文件夹")
        if path.is_file():
            raise InputError.one("这是文件，不是文件夹", "用 -o 写明文件夹", place=Place(file=str(path)))
        return path


FILE = File()
FOLDER = Folder()


def _remember(context: click.Context, param: click.Parameter, value: Any) -> Any:
    found = context.meta.setdefault(_META, Settings())
    if value is not None and value is not False:
        setattr(found, str(param.name), value)
    return value


def _common() -> list[click.Parameter]:
    def option(name: str, help_text: str, **more: Any) -> click.Option:
        return click.Option([name], help=help_text, expose_value=False, callback=_remember, **more)

    return [
        option("--force", "覆盖已有文件", is_flag=True),
        option("--lenient", "去掉 Word 容不下的字符并提醒，不中止", is_flag=True),
        option("--profile", "本单位配置（本单位.yaml）", type=FILE, metavar="文件"),
        option("--today", "把这一天当作今天", type=Day(), metavar="日期"),
        option("--debug", "出错时显示技术细节", is_flag=True),
    ]


LINE = 60
"""Characters of a command's line in the help of its group."""


class ChineseHelp(click.Command):
    """A command whose help is Chinese throughout; `examples` stand at its end."""

    examples: tuple[str, ...] = ()

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give the pieces of the usage line."""
        return [piece.replace("[OPTIONS]", "[选项]") for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), "用法：")

    def get_help(self, ctx: click.Context) -> str:
        """Give the help as the terminal can show it."""
        return shown(super().get_help(ctx), sys.stdout)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Give the Chinese `--help`."""
        option = super().get_help_option(ctx)
        assert option is not None
        option.help = "显示这份说明"
        return option

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Chinese heading."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row]
        rows = [
            (name, line.replace("[default: ", "[默认 ").replace("[required]", "[必填]"))
            for name, line in rows
        ]
        with formatter.section("选项"):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        if self.examples:
            with formatter.section("例"):
                for line in self.examples:
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class Command(ChineseHelp):
    """A command with the options of every command."""

    def __init__(self, *args: Any, examples: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples
        self.params = [*self.params, *_common()]


class CommandGroup(ChineseHelp, click.Group):
    """A group of commands (`template vars`, `ledger add`) with Chinese help."""

    command_class = Command

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Give the pieces of the usage line."""
        return [piece.replace("COMMAND [ARGS]...", "命令 …") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write options, then the commands of the group."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl(self.lines(ctx))

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Give the commands as help lists them: name, what it is for."""
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        return [(name, one.get_short_help_str(limit=LINE)) for name, one in found if one is not None]


class LazyGroup(CommandGroup):
    """A group that knows its commands by name and imports the module of one only when it is called.

    `parts`: command name → its module in `tongzhi.cli`, where it stands as `<name>_command`, and the line that help
    shows, so that help imports no module.
    """

    def __init__(self, *args: Any, parts: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.parts = parts

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the work."""
        return list(self.parts)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of the command and give it."""
        if cmd_name not in self.parts:
            return None
        module = import_module(f"tongzhi.cli.{self.parts[cmd_name][0]}")
        found = getattr(module, f"{cmd_name}_command")
        assert isinstance(found, click.Command)
        return found

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:
        """Give the commands as help lists them, from the table."""
        return [(name, line) for name, (_, line) in self.parts.items()]


def command(
    name: str, *, examples: tuple[str, ...] = (), **more: Any
) -> Callable[[Callable[..., Any]], Command]:
    """Make a function a command; `examples` are whole command lines for its help."""
    return click.command(name, cls=Command, examples=examples, **more)


def group(name: str, **more: Any) -> Callable[[Callable[..., Any]], CommandGroup]:
    """Make a function a group of commands; `cls=LazyGroup` with `parts` imports a command when it is called."""
    made: Callable[[Callable[..., Any]], CommandGroup] = click.group(name, **{"cls": CommandGroup, **more})
    return made
