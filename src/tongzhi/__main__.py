"""`python -m tongzhi` and the `tongzhi` command."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with the exit code of the contract."""
    # pydantic looks for plugins among all installed packages, which takes longer than most commands
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from tongzhi.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
