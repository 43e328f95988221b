"""`tongzhi ledger`: the rectification ledger."""

from __future__ import annotations

from tongzhi.cli.base import group
from tongzhi.cli.ledger_dues import due_command, overdue_command, stats_command
from tongzhi.cli.ledger_files import export_command, import_command, paper_command
from tongzhi.cli.ledger_office import accident_command, cover_command, slip_command
from tongzhi.cli.ledger_remind import brief_command, remind_command
from tongzhi.cli.ledger_steps import (
    assign_command,
    clear_command,
    delay_command,
    edit_command,
    report_command,
    return_command,
    verify_command,
)
from tongzhi.cli.ledger_views import history_command, list_command, show_command


@group("ledger")
def ledger_command() -> None:
    """整改台账：列单 → 交单 → 办单 → 验收 → 清单（销号）。

    台账是一个文件（整改台账.db，用 --db 或 TONGZHI_DB 指别处，也可以是 PostgreSQL）。记录只增不删，每一步都记下谁、何时、从哪到哪。
    """


for _command in (
    import_command,
    list_command,
    show_command,
    assign_command,
    edit_command,
    report_command,
    verify_command,
    clear_command,
    return_command,
    delay_command,
    overdue_command,
    due_command,
    slip_command,
    remind_command,
    brief_command,
    stats_command,
    paper_command,
    cover_command,
    accident_command,
    export_command,
    history_command,
):
    ledger_command.add_command(_command)
