"""Messages as this page says them: without commands, switches or names of data formats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePath

from tongzhi.errors import Problem
from tongzhi.read.account import gather
from tongzhi.web.look import say_moment

_REFUSALS = {
    404: "没有这个页面，或它已被清理。",
    405: "不能这样打开这个地址。",
    413: "文件超过 50 MB，请拆小后再传。",
    500: "程序内部出错，没有保存任何改动。请连同文件一起反馈。",
}

_COMMAND = re.compile(
    r"tongzhi|(?<![\w-])--?[a-z]|\.ya?ml|\.json|YAML|JSON|schema|终端|数据文件|加 -o|（-o）", re.IGNORECASE
)


def refusal(code: int) -> str:
    """Give the words for a status of HTTP that refuses a request."""
    return _REFUSALS.get(code, "这个请求不能处理。")


def say(problem: Problem) -> str:
    """Give a problem as one sentence; advice that only fits the command line is left out."""
    place = problem.place
    words = " ".join(
        part
        for part in (
            PurePath(place.file.replace("\\", "/")).name if place.file else "",
            f"工作表“{place.sheet}”" if place.sheet else "",
            place.rows or (f"第{place.row}行" if place.row else ""),
            f"第{place.line}行" if place.line and not (place.file or "").endswith((".yaml", ".json")) else "",
            f"第{place.paragraph}段" if place.paragraph else "",
            f"“{place.field}”" if place.field else "",
        )
        if part and not _COMMAND.search(part)
    )
    return tell(problem, words)


def tell(problem: Problem, where: str = "") -> str:
    """Give what was found and what to write instead, after the words for the place."""
    found = _spoken(plain(problem.found))
    text = "；".join(part for part in (found, plain(problem.instead)) if part)
    if where:
        text = f"{where}：{text}"
    if problem.source:
        text += f"（{problem.source}）"
    return text if text.endswith(("。", "？", "！", "）")) else text + "。"


_ISO = re.compile(r"(?<![\d/])\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d(?::\d\d)?)?(?![\d/])")


def _spoken(text: str) -> str:
    """Give days and moments of a message as they are spoken."""
    return _ISO.sub(lambda found: say_moment(found[0]), text)


def say_all(problems: Iterable[Problem]) -> list[str]:
    """Give several problems, each once."""
    return list(dict.fromkeys(say(problem) for problem in gather(problems)))


def plain(text: str) -> str:
    """Leave out the parts of a sentence that name a command."""
    parts = re.split(r"(?<=[；，。])", text)
    kept = [part for part in parts if not _COMMAND.search(part)]
    return "".join(kept).rstrip("；，")
