"""The house holds: imports go one way, and start-up stays light."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "tongzhi"
ORDER = [
    "errors", "resources", "patterns", "office", "diagnosis", "zh", "word", "standard", "model", "papers", "anatomy", "read", "extract",
    "engine", "layout", "render", "check", "compare", "write", "fill", "draft", "batch", "desk", "ledger", "backup", "web", "cli",
]  # fmt: skip
ALLOWED_ANYWHERE = {"errors", "resources"}
MAIN = "cli"


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        found |= {name.split(".")[1] for name in names if name.startswith("tongzhi.")}
    return found


MODULES = sorted(path for path in SOURCE.rglob("*.py") if package_of(path) not in ("__init__", "__main__"))


def test_every_package_is_in_the_order():
    assert {package_of(path) for path in MODULES} <= set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_imports_only_what_stands_before_it(path: Path):
    own = package_of(path)
    later = {name for name in imports_of(path) if name in ORDER and ORDER.index(name) > ORDER.index(own)}
    assert not later, f"{own} may not import {sorted(later)}"


def test_only_the_command_line_knows_click():
    users = {package_of(path) for path in MODULES if "click" in {n.split(".")[0] for n in _top(path)}}
    assert users <= {MAIN}


def test_only_the_ledger_knows_sqlalchemy_and_only_the_page_knows_flask():
    assert {package_of(path) for path in MODULES if "sqlalchemy" in _top(path)} <= {"ledger"}
    assert {package_of(path) for path in MODULES if "flask" in _top(path)} <= {"web"}
    assert {path.name for path in MODULES if "jieba" in _top(path)} <= {"segment.py"}


def _top(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found
