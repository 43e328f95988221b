"""The house holds: imports go one way, and start-up stays light."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "tongzhi"
ORDER = [
    "errors", "resources", "patterns", "calls", "office", "diagnosis", "zh", "word", "standard", "model", "papers", "anatomy", "read", "extract",
    "engine", "layout", "render", "check", "compare", "write", "printer", "fill", "draft", "batch", "desk", "ledger", "backup", "library", "web", "cli",
]  # fmt: skip
ALLOWED_ANYWHERE = {"errors", "resources"}
MAIN = "cli"


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(_tree(path)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        found |= {name.split(".")[1] for name in names if name.startswith("tongzhi.")}
    return found


MODULES = sorted(path for path in SOURCE.rglob("*.py") if package_of(path) not in ("__init__", "__main__"))


def test_every_package_is_in_the_order():
    assert {package_of(path) for path in MODULES} <= set(ORDER)


def test_modules_import_only_what_stands_before_them():
    wrong = {}
    for path in MODULES:
        own = package_of(path)
        later = {name for name in imports_of(path) if name in ORDER and ORDER.index(name) > ORDER.index(own)}
        if later:
            wrong[str(path.relative_to(SOURCE))] = sorted(later)
    assert not wrong


def test_only_the_command_line_knows_click():
    users = {package_of(path) for path in MODULES if "click" in {n.split(".")[0] for n in _top(path)}}
    assert users <= {MAIN}


def test_only_the_ledger_knows_sqlalchemy_and_only_the_page_knows_flask():
    assert {package_of(path) for path in MODULES if "sqlalchemy" in _top(path)} <= {"ledger"}
    assert {package_of(path) for path in MODULES if "flask" in _top(path)} <= {"web"}
    assert {path.name for path in MODULES if "jieba" in _top(path)} <= {"segment.py"}


def _top(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def test_every_file_of_the_tour_is_there():
    tour = (SOURCE.parents[1] / "docs" / "tour.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+(?:/[a-z_0-9]+)*(?:\.py|/))`", tour))
    assert len(named) > 30
    assert [
        name
        for name in sorted(named)
        if not ((SOURCE / name).exists() or (SOURCE.parents[1] / name).exists())
    ] == []


def test_every_dependency_is_imported():
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module = {"PyYAML": "yaml", "python-docx": "docx", "python-calamine": "python_calamine", "SQLAlchemy": "sqlalchemy", "python-crfsuite": "pycrfsuite", "pillow": "PIL"}  # fmt: skip
    wanted = {re.split(r"[><=\[]", one)[0] for one in project["dependencies"]}
    text = "\n".join(path.read_text(encoding="utf-8") for path in MODULES)
    assert [name for name in sorted(wanted) if not re.search(rf"\b{module.get(name, name)}\b", text)] == []


LATE = 77
"""Imports inside functions: heavy things that few calls need, and commands that must start fast. This may only fall."""


def test_late_imports_do_not_grow():
    assert sum(_late(path) for path in MODULES) <= LATE


def _late(path: Path) -> int:
    found = 0
    for node in ast.walk(_tree(path)):
        if isinstance(node, ast.FunctionDef):
            found += sum(isinstance(inner, ast.Import | ast.ImportFrom) for inner in ast.walk(node))
    return found


WORD_HOMES = {"word", "engine", "layout"}
BESIDE = {
    "check/footers.py": "sets page numbers in the footers of a paper that stands",
    "compare/markup.py": "marks what went and came in a paper as revisions",
}
"""Modules outside that take Word's elements in hand. This may only get shorter."""
_OTHER_XML = {"read/oldsheets.py"}
"""XML that is not Word's (SpreadsheetML of 2003)."""
_WORD_XML = re.compile(
    r"from lxml|import lxml|\bqn\(|OxmlElement|\bw\(['\"]|<w:\w|[\"']w:\w|wordprocessingml/2006/main|urn:schemas-microsoft-com:vml"
)


def test_word_xml_stays_in_its_homes():
    found = {
        str(path.relative_to(SOURCE))
        for path in MODULES
        if package_of(path) not in WORD_HOMES and _WORD_XML.search(path.read_text(encoding="utf-8"))
    }
    assert found - _OTHER_XML == set(BESIDE)


TWICE = 0
"""Class names that stand for two things or more. A name in use is not taken again."""


def test_class_names_in_use_are_not_taken_again():
    names: dict[str, set[Path]] = {}
    for path in MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.ClassDef):
                names.setdefault(node.name, set()).add(path)
    doubled = sorted(name for name, where in names.items() if len(where) > 1)
    assert len(doubled) <= TWICE, doubled


def test_nothing_is_printed_after_it_was_refused():
    """`except InputError` around a check, and rendering after it, was how a list printed what `fill` refused."""
    wrong = []
    for path in MODULES:
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.ExceptHandler) and "InputError" in ast.unparse(
                node.type or ast.Constant("")
            ):
                calls = {ast.unparse(inner.func) for inner in ast.walk(node) if isinstance(inner, ast.Call)}
                if any(
                    name.split(".")[-1] in ("render", "fill", "model_validate", "model_construct")
                    for name in calls
                ):
                    wrong.append(str(path.relative_to(SOURCE)))
    assert not wrong


def test_no_function_takes_what_it_throws_away():
    """An argument that is deleted unread is none; only recipes share one signature."""
    found = [
        f"{path.relative_to(SOURCE)}:{node.lineno} {function.name}({target.id})"
        for path in MODULES
        if "recipes" not in path.parts
        for function in ast.walk(_tree(path))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Delete)
        for target in node.targets
        if isinstance(target, ast.Name)
        and target.id in {arg.arg for arg in (*function.args.args, *function.args.kwonlyargs)}
    ]
    assert not found, found
