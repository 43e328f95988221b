"""`tongzhi fill`: one document."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tongzhi.cli.asked import read_asked, settle_kind
from tongzhi.cli.base import FILE, command, settings
from tongzhi.cli.given import read_assignments
from tongzhi.cli.office import load_office
from tongzhi.cli.output import say, tell, warn
from tongzhi.cli.printing import print_papers, printing_options
from tongzhi.errors import InputError
from tongzhi.fill import fill
from tongzhi.model.official import Official
from tongzhi.papers.index import find_paper
from tongzhi.read.paper import load_paper
from tongzhi.read.profile import find_profile
from tongzhi.read.register import BASIS, asks_for_number, register_path, registered
from tongzhi.standard.heads import HEADS, HeadKind
from tongzhi.write.files import STDOUT, write_file, write_files
from tongzhi.write.locks import waiting_lock

if TYPE_CHECKING:
    from tongzhi.model.base import Document
    from tongzhi.printer import PrintJob


@command(
    "fill",
    short_help="填一份文档",
    examples=(
        "tongzhi fill notice 通知.yaml",
        "tongzhi fill 会议通知 通知.yaml --set 成文日期=2026-09-28 -o 通知.docx",
        "tongzhi fill notice 通知.yaml --text",
        "tongzhi fill --template 自己的模板.docx 数据.yaml",
    ),
)
@click.argument("kind", metavar="[文种]", required=False)
@click.argument("data", metavar="数据文件", type=FILE, required=False)
@click.option(
    "-o",
    "--output",
    type=FILE,
    metavar="文件",
    help="生成的 .docx（文字版为 .txt）；- 为标准输出；不写则放在数据文件旁",
)
@click.option("--template", type=FILE, metavar="模板", help="用自己的 Word 模板")
@click.option("--set", "assignments", multiple=True, metavar="字段=值", help="临时改一个字段，可写多次")
@click.option(
    "--head",
    type=click.Choice(HEADS),
    default="套红",
    show_default=True,
    help="红头：印、留出位置、不要",
)
@click.option("--confirm", is_flag=True, help="建议值都已核对，按确定的值印")
@click.option("--text", "as_text", is_flag=True, help="只打印发群用的文字版")
@click.option("--remind", is_flag=True, help="只打印催报、提醒用的短文字（按今天算还剩几天）")
@click.option("--pdf", is_flag=True, help="另出一份 PDF（要有 LibreOffice、WPS 或 Word）")
@printing_options
def fill_command(
    kind: str | None,
    data: Path | None,
    output: Path | None,
    template: Path | None,
    assignments: tuple[str, ...],
    head: HeadKind,
    confirm: bool,
    as_text: bool,
    remind: bool,
    pdf: bool,
    printing: PrintJob | None,
) -> int:
    """按数据文件填一份文档；字段名中文、英文都行。

    用 --template 给出自己的 Word 模板时可以不写文种：数据里的名称就是模板里的名称。
    """
    kind, data = settle_kind(kind, data, template, "数据文件")
    if printing is not None and (as_text or remind or output == STDOUT):
        raise InputError.one("--print 只印 .docx", "去掉 --text、--remind 或 -o -")
    with _numbering(data, assignments):
        document = _document(kind, data, template, assignments, is_spoken=as_text or remind)
        if as_text or remind:
            return _put_text(_message(document, remind=not as_text), output)
        target = _target(data, output, pdf=pdf)
        filled = fill(document, template=template, head=head, confirm=confirm, lenient=settings().lenient)
        files = {target: filled.data}
        if pdf:
            from tongzhi.office import pdf_bytes

            files[target.with_suffix(".pdf")] = pdf_bytes(filled.data)
        write_files(files, force=settings().force)
        _register(document, target)
    for path in files:
        if path != STDOUT:
            tell(f"已生成 {path}")
    warn([*filled.template, *filled.rare])
    if filled.unconfirmed:
        tell(f"有 {len(filled.unconfirmed)} 处建议值待确认，已在文中标出底色：")
        warn(filled.unconfirmed)
    if printing is not None:
        print_papers(printing, [target])
    return 0


@contextmanager
def _numbering(data: Path, assignments: tuple[str, ...]) -> Iterator[None]:
    """Let nobody else take a document number between this paper's reading and its entry into the register."""
    profile = find_profile(settings().profile_path())
    if profile is None or not asks_for_number(data, assignments):
        yield
        return
    register = register_path(profile)
    with waiting_lock(register.with_name(f".{register.stem}.lock")):
        yield


def _document(
    kind: str, data: Path, template: Path | None, assignments: tuple[str, ...], *, is_spoken: bool
) -> Document:
    """Read, layer and validate the data: of a type, or, without one, of what the user's own template asks for.

    Raises:
        InputError: the type is unknown, a field is wrong, or a text is asked for that only a type has.
    """
    if kind or template is None:
        checked = load_paper(
            find_paper(kind), data, load_office(), settings().day(), read_assignments(assignments)
        )
        warn(checked.warnings)
        return checked.document

    if is_spoken:
        raise InputError.one(
            "不写文种，没有文字版和催报短信", "写明文种，如 tongzhi fill notice 通知.yaml --text"
        )
    return read_asked(template, data, read_assignments(assignments))


def _message(document: Document, *, remind: bool) -> str:
    """Give the paper as a text for a chat group, or the reminder of it."""
    from tongzhi.render.plain import plain_text, reminder

    return reminder(document, settings().day()) if remind else plain_text(document)


def _target(data: Path, output: Path | None, *, pdf: bool) -> Path:
    """Give the .docx to be written: as asked, else beside the data.

    Raises:
        InputError: nothing says where, it is no .docx, or a PDF is to go where there is one stream only.
    """
    if output is None and data == STDOUT:
        raise InputError.one("数据来自标准输入时要写明 -o", "如 -o 通知.docx；-o - 为标准输出")
    target = output or data.with_suffix(".docx")
    if target != STDOUT and target.suffix.lower() != ".docx":
        raise InputError.one(f"输出文件“{target.name}”不是 .docx", "文件名以 .docx 结尾；要 PDF 另加 --pdf")
    if pdf and target == STDOUT:
        raise InputError.one("--pdf 不能和 -o - 一起用", "写明 -o 文件名.docx")
    return target


def _put_text(text: str, output: Path | None) -> int:
    """Say a text, or write it into the .txt that was asked for."""
    if output is None or output == STDOUT:
        say(text)
        return 0
    if output.suffix.lower() != ".txt":
        raise InputError.one(f"文字版不能写成“{output.name}”", "文件名以 .txt 结尾，或不写 -o")
    write_file(output, f"{text}\n".encode(), force=settings().force)
    tell(f"已生成 {output}")
    return 0


def _register(document: Document, target: Path) -> None:
    """Enter a document number that was taken from the register into it."""
    if not isinstance(document, Official) or document.origin("doc_no").basis != BASIS:
        return
    profile = find_profile(settings().profile_path())
    if profile is None:
        return
    register = register_path(profile)
    write_file(register, registered(register, document, target.name, settings().day()), force=True)
    tell(f"发文字号 {document.doc_no}，已记入 {register}")
