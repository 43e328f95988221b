"""Where the page works."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Office:
    """Where the page works: the folder of ledger, profile and meetings; the day that counts as today; whether faults are shown in full."""

    folder: Path
    profile: Path | None = None
    today: date | None = None
    debug: bool = False

    def day(self) -> date:
        """Give today."""
        return self.today or date.today()

    def note(self, error: BaseException) -> None:
        """Say at the window where the page was started that something of our own went wrong; technical only if asked for."""
        if self.debug:
            traceback.print_exception(error)
        sys.stderr.write(
            f"错误：程序内部出错（{type(error).__name__}）；用 tongzhi serve --debug 启动可看细节\n"
        )
