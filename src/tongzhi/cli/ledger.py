"""`tongzhi ledger`: the rectification ledger."""

from __future__ import annotations

from tongzhi.cli.base import LazyGroup, group

STEPS: dict[str, tuple[str, str]] = {
    "import": ("ledger_files", "列单：导入任务清单、整改清单、台账；重复导入不会重复。"),
    "list": ("ledger_views", "列出台账，按时限先后。"),
    "show": ("ledger_views", "看一条：全部字段、下一步、还缺什么、历史。"),
    "assign": ("ledger_steps", "交单：责任、措施、资金、时限、预案“五落实”齐了才能交。"),
    "edit": ("ledger_steps", "修改、补填字段，旧值留在历史里。"),
    "report": ("ledger_steps", "办单：报进展、交佐证、报完成（报完成要有佐证）。"),
    "verify": ("ledger_steps", "验收：由办理人以外的人复查；不合格退回整改。"),
    "clear": ("ledger_steps", "清单：对账销号，只销验收合格的。"),
    "return": ("ledger_steps", "退回：交错的重新交单；报了完成、验收、销号又反弹的重新整改。"),
    "delay": ("ledger_steps", "延期：在时限前申请，写明原因和批准人。"),
    "overdue": ("ledger_dues", "逾期：时限已过、没有销号的，逾期最久的在前。"),
    "due": ("ledger_dues", "到期：近期要到时限、还没有销号的；按工作日历算还剩几天。"),
    "slip": ("ledger_office", "督办单和催办：按责任单位各出一份，记入历史。"),
    "remind": ("ledger_remind", "每周催办：逾期的和快到期的，一个单位一份，记入历史。"),
    "brief": ("ledger_remind", "一页简报：给领导看的，数字都出自台账。"),
    "stats": ("ledger_dues", "统计：与去年同期比；-o 统计.xlsx 出全部各表和图。"),
    "circular": ("ledger_files", "通报：各县（市、区）整改进度排名、逾期和要求。"),
    "cover": ("ledger_office", "排查覆盖：已查 n/应查 N，没有查到的点名；台账里有隐患的算查过。"),
    "accident": ("ledger_office", "事故：等级、谁在何时前报给谁（倒计时）、调查机关和提级、报送单。"),
    "export": ("ledger_files", "导出：.xlsx .csv .json（可再导入）、.docx .yaml（整改清单）。"),
    "history": ("ledger_views", "历史：谁、何时、从哪到哪、改了什么。"),
}
"""Command name → its module in `tongzhi.cli` and its line of help: one list does not load what a form needs."""


@group("ledger", cls=LazyGroup, parts=STEPS)
def ledger_command() -> None:
    """整改台账：列单 → 交单 → 办单 → 验收 → 清单（销号）。

    台账是一个文件（整改台账.db，用 --db 或 TONGZHI_DB 指别处，也可以是 PostgreSQL）。记录只增不删，每一步都记下谁、何时、从哪到哪。
    """
