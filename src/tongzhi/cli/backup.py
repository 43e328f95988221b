"""`tongzhi backup` and `tongzhi restore`: the office's ledger, profile and meetings in one file, and back."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

import click

from tongzhi.backup import make_backup, restore_backup
from tongzhi.cli.base import FILE, command, settings
from tongzhi.cli.output import say, tell
from tongzhi.errors import DONE


def _now() -> datetime:
    fixed = settings().fixed_day()
    return datetime.combine(fixed, time()) if fixed else datetime.now()


@command(
    "backup",
    short_help="台账、本单位、公文存成一个备份文件",
    examples=("tongzhi backup", "tongzhi backup -o D:\\备份\\十一月.zip"),
)
@click.option("-o", "--output", type=FILE, metavar="文件.zip", help="写到哪里，默认 备份-日期.zip")
@click.option("--db", metavar="文件", help="台账（默认当前文件夹里的台账）")
def backup_command(output: Path | None, db: str | None) -> int:
    """把台账、本单位.yaml、文号登记、表头对照、自己的文种和网页上的公文存成一个文件，写好后读一遍核对。"""
    now = _now()
    target = output or Path(f"备份-{now:%Y%m%d}.zip")
    made = make_backup(
        Path(), target, profile=settings().profile_path(), ledger=db, now=now, force=settings().force
    )
    for reason in made.left_out:
        tell(f"提醒：{reason}")
    total = sum(one.size for one in made.files)
    say(f"{target}：{len(made.files)} 个文件，{total / 1e6:.1f} MB，已核对。恢复：tongzhi restore {target}")
    return DONE


@command(
    "restore",
    short_help="从备份文件恢复",
    examples=("tongzhi restore 备份-20261130.zip", "tongzhi restore 备份-20261130.zip --force"),
)
@click.argument("source", metavar="备份.zip", type=FILE)
def restore_command(source: Path) -> int:
    """恢复到当前文件夹：先核对整个备份再动手；已有不同的文件时不动，加 --force 才换，换之前先把现有的另存一份备份。"""
    names, copy = restore_backup(source, Path(), now=_now(), force=settings().force)
    if copy is not None:
        tell(f"原有的文件先存成了 {copy}。")
    say(f"恢复了 {len(names)} 个文件。")
    return DONE
