"""Which page a dropped file belongs to: by its name, its kind, and the first of its bytes."""

from __future__ import annotations

from pathlib import PurePath

_NAMED = (
    ("desk", ("回执", "接龙", "参会人员", "报名", "反馈表")),
    ("ledger", ("整改清单", "隐患清单", "任务清单", "台账", "督办")),
    ("batch", ("名册", "县区", "通讯录", "花名册", "名单")),
    ("speech", ("讲话", "发言", "录音", "速记", "转写", "文字稿", "讲稿")),
    ("notice", ("会议通知", "会议的通知", "开会通知")),
)
_TABLES = (".xlsx", ".xlsm", ".xls", ".et", ".ods", ".csv", ".tsv", ".jsonl")
_SPEECHES = (".txt", ".md", ".srt", ".vtt")


def guess_page(filename: str, head: bytes) -> str:
    """Give the page for a file: notice, desk, speech, batch, check or ledger.

    Args:
        filename: the name it was dropped under.
        head: its first bytes.
    """
    path = PurePath(filename.replace("\\", "/"))
    ending = path.suffix.lower()
    named = next((page for page, words in _NAMED if any(word in path.stem for word in words)), "")
    if ending in _SPEECHES or (not ending and not head.startswith((b"PK", b"\xd0\xcf"))):
        return "desk" if named == "desk" else "speech"
    if ending in _TABLES:
        return named if named in ("desk", "ledger") else "batch"
    return named if named in ("desk", "speech", "notice", "ledger") else "check"
