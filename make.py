"""What a contributor runs, by one name each: `python make.py gate`, `fast`, `full`, `bench`, `reference`, `pictures`, `manual`.

Several names may follow each other; the first command that fails ends the run with its exit code. CI runs `gate`,
`fuzz`, `bench` and the README's own test command (`.ci/run`).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PYTHON = sys.executable

TASKS: dict[str, tuple[str, tuple[tuple[str, ...], ...]]] = {
    "gate": (
        "lint, format, types: what a commit must pass",
        (
            ("-m", "ruff", "check", "."),
            ("-m", "ruff", "format", "--check", "."),
            ("-m", "mypy"),
        ),
    ),
    "fast": (
        "the tests that start neither LibreOffice nor Chromium",
        (("-m", "pytest", "-q", "-m", "not office and not browser", "-n", "auto", "--dist", "loadfile"),),
    ),
    "full": ("all tests", (("-m", "pytest", "-n", "auto", "--dist", "loadfile"),)),
    "fuzz": (
        "spoilt files for every reader, the same ones every time",
        (("fuzz/run.py", "--count", "800", "--seed", "20261130"),),
    ),
    "bench": (
        "every benchmark that needs nothing but the project and its test parts, at a small size",
        (
            ("benchmarks/content.py", "--each", "1"),
            ("benchmarks/slips.py",),
            ("benchmarks/batch.py", "--count", "60", "--peer", "20"),
            ("benchmarks/fill.py", "--rounds", "1", "--memory", "0", "--no-fresh"),
            ("benchmarks/extract.py", "--runs", "1"),
            ("benchmarks/ledger.py", "--items", "500"),
        ),
    ),
    "reference": (
        "pages and schemas that are made from the models and commands",
        (("docs/make_reference.py",), ("schemas/make_schemas.py",)),
    ),
    "templates": ("templates/*.docx from their recipes", (("-m", "tongzhi.layout.make"),)),
    "pictures": ("the manual's pictures, printed with LibreOffice", (("docs/make_pictures.py",),)),
    "golden": (
        "the text dumps, made anew; read the diff",
        (("-m", "pytest", "-q", "tests/golden", "--update-golden"),),
    ),
    "manual": ("the manual as a site", (("-m", "mkdocs", "build", "--strict"),)),
}
"""Name of a task → what it is for, the commands of Python that it runs."""


def main(names: list[str]) -> int:
    """Run tasks in the order they are named; without one, say which there are."""
    unknown = [name for name in names if name not in TASKS]
    if unknown or not names:
        for name, (what, _) in TASKS.items():
            print(f"{name:10} {what}")
        return 2 if unknown else 0
    for name in names:
        for command in TASKS[name][1]:
            print(f"{name}: python {' '.join(command)}", flush=True)
            code = subprocess.run([PYTHON, *command], cwd=ROOT, check=False).returncode
            if code:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
