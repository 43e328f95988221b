"""Reference pages from models and commands: `python docs/make_reference.py`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tongzhi.check.registry import examples, find_rule
from tongzhi.check.report import list_rules
from tongzhi.cli.main import COMMANDS, top
from tongzhi.model.base import Document, Part, rules_of
from tongzhi.model.shape import shapes
from tongzhi.papers.index import ENTRIES, PROFILE, load

TARGET = Path(__file__).resolve().parent / "reference"
MADE = "<!-- 由 docs/make_reference.py 生成，不要手改 -->\n\n"


def commands_page() -> str:
    """Give the help of every command and of the commands in each group."""
    lines = ["# 命令", ""]
    context = click.Context(top, info_name="tongzhi")
    for name in COMMANDS:
        found = top.get_command(context, name)
        assert found is not None
        lines += list(_help(found, f"tongzhi {name}", 2))
        if isinstance(found, click.Group):
            inner = click.Context(found, info_name=f"tongzhi {name}")
            for below in found.list_commands(inner):
                command = found.get_command(inner, below)
                assert command is not None
                lines += list(_help(command, f"tongzhi {name} {below}", 3))
    return MADE + "\n".join(lines)


def _help(command: click.Command, name: str, level: int) -> Iterator[str]:
    context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
    yield from (f"{'#' * level} {name}", "", "```text", command.get_help(context).rstrip(), "```", "")


def types_page() -> str:
    """Give the list of document types."""
    lines = ["# 文种", "", "| 英文名 | 中文名 | 别名 | 用途 |", "| --- | --- | --- | --- |"]
    lines += [
        f"| [{entry.key}](type-{entry.key}.md) | {entry.label} | {'、'.join(entry.also)} | {entry.purpose} |"
        for entry in (*ENTRIES, PROFILE)
    ]
    return MADE + "\n".join(lines) + "\n"


def type_page(kind: type[Document]) -> str:
    """Give the fields and rules of a type."""
    lines = [f"# {kind.label}（{kind.key}）", "", "＊ 必填。字段名写中文、英文或别名都行。", ""]
    waiting: list[tuple[str, type[Part]]] = [("", kind)]
    seen: set[type[Part]] = set()
    while waiting:
        name, part = waiting.pop(0)
        if part in seen:
            continue
        seen.add(part)
        if name:
            lines += [f"## 分项：{name}", ""]
        lines += ["| 字段 | 英文名 | 格式 | 例子 | 说明 |", "| --- | --- | --- | --- | --- |"]
        for shape in shapes(part):
            example = shape.example if isinstance(shape.example, str) else ""
            also = f"也写作 {'、'.join(shape.also)}" if shape.also else ""
            note = "；".join(text for text in (shape.note, also) if text)
            cells = (
                f"{'＊' if shape.required else ''}{shape.label}",
                f"`{shape.name}`",
                shape.format,
                example,
                note,
            )
            lines.append(
                "| " + " | ".join(cell.replace("|", "\\|").replace("\n", "；") for cell in cells) + " |"
            )
            if shape.record is not None:
                waiting.append((shape.label, shape.record))
        lines.append("")
    sources = sorted({mark.source for part in seen for mark, _ in rules_of(part) if mark.source})
    if sources:
        lines += ["## 校验依据", "", *(f"- {source}" for source in sources), ""]
    return MADE + "\n".join(lines).rstrip() + "\n"


def rules_page() -> str:
    """Give the rules of `check`."""
    lines = ["# 核稿规则", "", "| 规则 | 强度 | 依据 | 内容 |", "| --- | --- | --- | --- |"]
    for row in list_rules():
        cells = (f"`{row['rule']}`", row["strength"], f"{row['source']} {row['clause']}".strip(), row["says"])
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return MADE + "\n".join(lines) + "\n"


def content_page() -> str:
    """Give the kinds of slips in what a paper says, each with an example."""
    lines = [
        "# 核内容：能找出哪些错",
        "",
        "每种一个例子；`tongzhi check --explain 规则` 看一条的依据。字词分三级：一定错、多半错、供参考。",
        "",
    ]
    lines += ["| 规则 | 强度 | 找什么 | 错 | 对 |", "| --- | --- | --- | --- | --- |"]
    for name, pairs in examples().items():
        rule = find_rule(name)
        for wrong, right in pairs:
            cells = (f"`{name}`", rule.strength, rule.says, wrong, right)
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return MADE + "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Give every page by file name."""
    made = {"commands.md": commands_page(), "types.md": types_page(), "rules.md": rules_page()}
    made["content.md"] = content_page()
    return made | {f"type-{entry.key}.md": type_page(load(entry)) for entry in (*ENTRIES, PROFILE)}


def main() -> None:
    """Write the pages; those of types that are gone are removed."""
    TARGET.mkdir(exist_ok=True)
    found = pages()
    for path in TARGET.glob("*.md"):
        if path.name not in found:
            path.unlink()
    for name, text in found.items():
        (TARGET / name).write_text(text, encoding="utf-8")
    print(f"{len(found)} 页")


if __name__ == "__main__":
    main()
