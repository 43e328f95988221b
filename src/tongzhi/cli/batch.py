"""`tongzhi batch`: one document for every row of a roster."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from tqdm import tqdm

from tongzhi.batch.order import Order, carry_out, plan_order
from tongzhi.batch.preview import preview
from tongzhi.batch.run import collect_rarely
from tongzhi.check.knowledge import read_house
from tongzhi.cli.asked import settle_kind, tell_spare, type_of_template
from tongzhi.cli.base import FILE, FOLDER, command, settings
from tongzhi.cli.given import read_assignments
from tongzhi.cli.office import load_office
from tongzhi.cli.output import fail, say, tell, warn
from tongzhi.cli.printing import print_papers, printing_options
from tongzhi.engine.template import Template
from tongzhi.errors import PARTLY, InputError, Problem
from tongzhi.model.base import field_names
from tongzhi.papers.asked import take_asked
from tongzhi.papers.index import find_paper
from tongzhi.read.account import gather
from tongzhi.read.mappings import extend_mapping, read_mapping
from tongzhi.read.profile import find_profile
from tongzhi.read.register import AUTOMATIC, register_path, registered_files
from tongzhi.read.sources import read_source
from tongzhi.read.validate import layered
from tongzhi.standard.gbt9704 import GBT9704
from tongzhi.standard.heads import HEADS
from tongzhi.write.files import write_file
from tongzhi.write.locks import waiting_lock

if TYPE_CHECKING:
    from tongzhi.batch.order import Outcome
    from tongzhi.batch.planned import BatchPlan
    from tongzhi.model.base import Document
    from tongzhi.printer import PrintJob

SHOWN = 20
"""So many messages are printed; the result workbook has them all."""


@command(
    "batch",
    short_help="按名册批量生成，一行一份",
    examples=(
        "tongzhi batch circular 县区名册.xlsx --common 公共.yaml -o 通报",
        "tongzhi batch 通报 县区名册.xlsx -o 通报 --name '{序号:03d}-{县区}-通报.docx' --zip",
        "tongzhi batch circular 县区名册.xlsx --dry-run",
        "tongzhi batch circular 县区名册.xlsx -o 通报 --resume",
        "tongzhi batch --template 自己的模板.docx 名册.xlsx --name '{序号:03d}-{县区}.docx'",
    ),
)
@click.argument("kind", metavar="[文种]", required=False)
@click.argument("roster", metavar="名册", type=FILE, required=False)
@click.option("-o", "--output", type=FOLDER, metavar="文件夹", help="放在哪个文件夹；不写则用 名册名-文种")
@click.option("--common", type=FILE, metavar="文件", help="各份共同的内容（.yaml .json）")
@click.option("--set", "assignments", multiple=True, metavar="字段=值", help="各份都用这个值，可写多次")
@click.option(
    "--map",
    "mapped",
    multiple=True,
    metavar="列=字段",
    help="这一列是哪个字段（不要的写 列=不用），可写多次；记住下次用",
)
@click.option("--name", "pattern", metavar="样式", help="文件名，如 '{序号:03d}-{县区}-通报.docx'")
@click.option("--template", type=FILE, metavar="模板", help="用自己的 Word 模板")
@click.option("--head", type=click.Choice(HEADS), default="套红", help="红头：印、留出位置、不要")
@click.option("--sheet", metavar="工作表", help="名册在哪个工作表")
@click.option("--encoding", metavar="编码", help="名册是文本时的编码，一般不用写")
@click.option("--jobs", type=click.IntRange(0, 256), default=0, metavar="N", help="用几个进程；不写则自动")
@click.option("--cluster", metavar="地址", help="在 Dask 集群上做，如 tcp://scheduler:8786")
@click.option("--resume", is_flag=True, help="接着做：只补缺的、坏的、内容变了的")
@click.option("--include-empty", "with_empty", is_flag=True, help="没有问题的单位也生成")
@click.option("--confirm", is_flag=True, help="建议值都已核对，按确定的值印")
@click.option("--check", is_flag=True, help="每份都核稿")
@click.option("--zip", "archive", is_flag=True, help="另打一个压缩包")
@click.option("--pdf", is_flag=True, help="每份另出 PDF（要有 LibreOffice、WPS 或 Word）")
@click.option("--merge", is_flag=True, help="另合成一个文件，供一次打印")
@click.option("--dry-run", is_flag=True, help="不生成，只看各列认成了什么、第一份是什么样")
@printing_options
def batch_command(*, printing: PrintJob | None, **given: Any) -> int:
    """按名册批量生成，一行一份；同一县区的几行合成一份。

    用 --template 给出自己的 Word 模板时可以不写文种：名册的列名就是模板里的名称，一行一份。
    """
    if printing is not None and given["dry_run"]:
        raise InputError.one("--print 不能和 --dry-run 一起用", "去掉 --dry-run")
    given["kind"], given["roster"] = settle_kind(given["kind"], given["roster"], given["template"], "名册")
    dry, mapped = given.pop("dry_run"), given["mapped"]
    if given.get("template") is not None:
        Template(given["template"]).refuse_untagged()
    order = _order(**given)

    plan = plan_order(order)
    if mapped:
        path, data = extend_mapping(settings().profile_path(), order.kind.label, order.mapping)
        write_file(path, data, force=True)
        tell(f"记住了表头：{path}")
    _warn_some(gather(plan.notes))
    if dry:
        return _show_plan(order, plan)

    collect_rarely()
    with _numbering(order), _progress(len(plan.groups)) as progress:
        try:
            outcome = carry_out(order, plan, progress)
        except (KeyboardInterrupt, SystemExit):
            tell("已停下；加 --resume 可以接着做")
            raise
        finally:
            _register(order)
    code = _tell_outcome(order, plan, outcome)
    if printing is not None and code:
        tell("有没做好的，没有打印；改好后加 --resume --print")
    elif printing is not None:
        made = [record.name for record in outcome.records if record.state == "已生成"]
        print_papers(printing, [order.folder / name for name in made])
    return code


@contextmanager
def _numbering(order: Order) -> Iterator[None]:
    """Let nobody else take a document number while papers take theirs."""
    profile = _profile_of_numbers() if _asks_for_numbers(order) else None
    if profile is None:
        yield
        return
    register = register_path(profile)
    with waiting_lock(register.with_name(f".{register.stem}.lock")):
        yield


def _profile_of_numbers() -> Path | None:

    return find_profile(settings().profile_path())


def _register(order: Order) -> None:
    """Enter the document numbers that the papers in the folder took into the register."""
    profile = _profile_of_numbers() if _asks_for_numbers(order) else None
    if profile is None or not order.folder.is_dir():
        return

    register = register_path(profile)
    codes = {issuer.code for issuer in order.office.issuers} if order.office else set()
    papers = sorted(order.folder.glob("*.docx"))
    data, numbers = registered_files(register, papers, order.kind.label, codes, order.day)
    if numbers:
        write_file(register, data, force=True)
        span = numbers[0] if len(numbers) == 1 else f"{numbers[0]} 至 {numbers[-1]}，共 {len(numbers)} 个"
        tell(f"发文字号 {span}，已记入 {register}")


def _order(
    kind: str,
    roster: Path,
    output: Path | None,
    common: Path | None,
    assignments: tuple[str, ...],
    mapped: tuple[str, ...],
    **more: Any,
) -> Order:

    template = more.get("template")
    document_type = find_paper(kind) if kind or template is None else type_of_template(template)
    shared = read_source(common, document_type).values if common else {}
    above = read_assignments(assignments)
    if document_type.by_name:
        shared, spare = take_asked(document_type, shared)
        tell_spare(spare, common.name if common else "")
        above, unknown = take_asked(document_type, above)
        if unknown:
            raise InputError.one(f"模板里没有“{unknown[0]}”（--set）", "照模板里的名称写")
    office = load_office()
    defaults = office.defaults(document_type) if office else {}
    standard, knowledge = GBT9704, None
    if office:
        standard, knowledge = read_house(office)
    folder = output or Path(f"{roster.stem}-{document_type.label}")
    given = settings()
    return Order(
        document_type, roster, folder, layered(document_type, shared, defaults), above, office, standard, knowledge,
        force=given.force, lenient=given.lenient, day=given.day(), mapping=_mapping(document_type, mapped), **more,
    )  # fmt: skip


def _mapping(kind: type[Document], mapped: tuple[str, ...]) -> dict[str, str]:
    """Give what the office has confirmed of headings, with what is said now on top."""
    known = read_mapping(settings().profile_path(), kind.label)
    return {**known, **read_assignments(mapped, "--map", "列=字段")}


def _show_plan(order: Order, plan: BatchPlan) -> int:

    shown = preview(order, plan)
    say(shown.text)
    for problem in shown.problems[:SHOWN]:
        fail(str(problem))
    _tell_rest(len(shown.problems), "")
    if not shown.usable:
        return InputError.exit_code
    return PARTLY if shown.problems else 0


def _tell_outcome(order: Order, plan: BatchPlan, outcome: Outcome) -> int:
    problems = gather(outcome.problems)
    for problem in problems[:SHOWN]:
        fail(str(problem))
    _tell_rest(len(problems))
    for problem in outcome.stopped:
        fail(str(problem))
    _warn_some(gather(outcome.warnings))
    done, failed, skipped = (outcome.count(state) for state in ("已生成", "失败", "跳过"))
    several = plan.merged()
    if several:
        listed = "、".join(f"{name}（{count} 行）" for name, count in several[:SHOWN])
        tell(f"{len(several)} 份由几行合成：{listed}{' 等' if len(several) > SHOWN else ''}")
    if skipped:
        names = [record.name for record in outcome.records if record.state == "跳过"]
        listed = "、".join(names[:SHOWN]) + (" 等" if len(names) > SHOWN else "")
        tell(f"{skipped} 个单位没有问题，没有生成（{listed}）；要生成加 --include-empty")
    kept = done - outcome.fresh
    tell(
        f"生成 {done} 份" + (f"（其中 {kept} 份是上次做好的）" if kept else "")
        + (f"，失败 {failed} 份" if failed else "") + (f"，核稿有问题 {outcome.flawed} 份" if outcome.flawed else "")
        + f"，在 {order.folder}"
    )  # fmt: skip
    for path in outcome.files:
        if path.suffix != ".pdf":
            tell(f"已生成 {path}")
    tell(outcome.account.last_line())
    return PARTLY if failed or outcome.flawed or outcome.stopped or outcome.problems else 0


def _asks_for_numbers(order: Order) -> bool:
    """Tell whether the papers take the next document numbers (自动)."""
    names = field_names(order.kind)
    return any(
        names.get(key, key) == "doc_no" and value in AUTOMATIC
        for layer in (order.below, order.above)
        for key, value in layer.items()
    )


def _warn_some(problems: list[Problem]) -> None:
    warn(problems[:SHOWN])
    _tell_rest(len(problems))


def _tell_rest(count: int, where: str = "，见批量结果.xlsx") -> None:
    if count > SHOWN:
        tell(f"…… 还有 {count - SHOWN} 条{where}")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int, int], None] | None]:
    """Show progress with rate and remaining time, on a terminal only."""
    if not sys.stderr.isatty():
        yield None
        return

    tqdm.monitor_interval = 0  # its thread would keep workers from being forked
    bar = tqdm(
        total=total,
        unit="份",
        dynamic_ncols=True,
        leave=False,
        bar_format="{l_bar}{bar}| {n}/{total} {rate_fmt} 还要{remaining}",
    )

    def show(done: int, _total: int) -> None:
        bar.update(done - bar.n)

    try:
        yield show
    finally:
        bar.close()
