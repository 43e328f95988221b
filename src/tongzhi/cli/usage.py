"""Click's usage errors in Chinese, each with what to write instead."""

from __future__ import annotations

import difflib
import errno
import sys
from pathlib import Path

import click


def explain(error: click.ClickException, commands: list[str]) -> str:
    """Give the Chinese sentence for a wrong call."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "tongzhi"
    hint = f"看说明：{path} --help"
    match error:
        case click.NoSuchOption():
            if (named := _file_of(error.option_name)) is not None:
                return f"没有选项 {error.option_name}；是文件就写 {named}"
            near = _near(error.option_name, [*(error.possibilities or []), *_options(context)])
            return f"没有选项 {error.option_name}{near}；{hint}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 用法不对：可能缺少值；{hint}"
        case click.MissingParameter():
            name = name_of(error.param)
            return f"缺少{'选项' if isinstance(error.param, click.Option) else '参数'} {name}；{hint}"
        case click.BadParameter():
            return f"{name_of(error.param)} 的值{_value(error.message)}不能用{_choices(error.param)}；{hint}"
        case click.BadArgumentUsage():
            return f"参数用法不对；{hint}"
        case click.FileError():
            return f"打不开文件 {error.filename}"
        case click.UsageError():
            return _usage(error, context, commands, hint)
    return f"命令没有成功；{hint}"


def _file_of(option: str) -> str | None:
    """Give how a file whose name begins like an option is written, when there is one."""
    for word in sys.argv[1:]:
        # click tells -r of -rf.docx
        if word.startswith(option) and Path(word).is_file():
            return f"./{word}"
    return None


def unexpected(error: Exception) -> str:
    """Give the sentence for an error that is our own fault."""
    if isinstance(error, OSError):
        return f"读写文件失败（{error.filename or '位置不明'}）：{_system(error)}"
    if isinstance(error, MemoryError):
        return "内存不够，文件太大"
    return (
        f"程序内部出错（{type(error).__name__}），没有写入任何文件；加 --debug 可看细节，请连同文件一起反馈"
    )


def _system(error: OSError) -> str:
    words = {
        errno.ENOENT: "文件不存在",
        errno.EACCES: "没有权限",
        errno.ENOSPC: "磁盘已满",
        errno.EISDIR: "这是一个文件夹",
        errno.ENAMETOOLONG: "文件名过长",
    }
    return words.get(error.errno or 0, "系统不允许")


def _usage(error: click.UsageError, context: click.Context | None, commands: list[str], hint: str) -> str:
    group = context.command if context else None
    if isinstance(group, click.Group) and context is not None:
        known = group.list_commands(context) or commands
        wrong = next((word for word in _quoted(error.message) if word not in known), "")
        if wrong:
            return f"没有命令 {wrong}{_near(wrong, known)}；{hint}"
        return f"请写明要做什么：{'、'.join(known)}；{hint}"
    extra = " ".join(_quoted(error.message)) or _inside(error.message)
    return f"多出来的参数：{extra}；{hint}"


def _near(word: str, known: list[str]) -> str:
    close = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    return f"，是不是 {close[0]}" if close else ""


def _options(context: click.Context | None) -> list[str]:
    if context is None:
        return []
    return [
        option
        for param in context.command.get_params(context)
        for option in param.opts
        if option.startswith("-")
    ]


def name_of(param: click.Parameter | None) -> str:
    """Give a parameter as the user writes it: the option, or what help calls the argument."""
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return param.opts[-1]
    return param.make_metavar(click.get_current_context(silent=True) or click.Context(click.Command("")))


def _choices(param: click.Parameter | None) -> str:
    if param is not None and isinstance(param.type, click.Choice):
        return f"，只能是：{'、'.join(str(choice) for choice in param.type.choices)}"
    if param is not None and isinstance(param.type, click.IntRange | click.FloatRange):
        low, high = param.type.min, param.type.max
        bounds = [f"不小于 {low}" if low is not None else "", f"不大于 {high}" if high is not None else ""]
        return f"，应为数字，{'、'.join(filter(None, bounds))}"
    if param is not None and isinstance(param.type, click.types.IntParamType | click.types.FloatParamType):
        return "，应为数字"
    return ""


def _value(message: str) -> str:
    found, said, _ = message.partition(" is not ")
    return f"“{found.strip(chr(39))}”" if said else ""


def _quoted(message: str) -> list[str]:
    return message.split("'")[1::2]


def _inside(message: str) -> str:
    return message[message.find("(") + 1 : message.rfind(")")] if "(" in message else ""
