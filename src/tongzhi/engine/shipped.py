"""Compiled forms of the shipped templates: `templates/NAME.docx` has its form in `templates/compiled/NAME.json`.

The form is JSON with the source of generated functions; `NAME.py` beside it holds the same functions as a file, only
for Python to keep their bytecode (compiling takes longer than filling). A wheel gets the folder when it is built; a
checkout makes each form when its template is first used, and anew when the template has changed. Both are read only
from the folder of the shipped templates, where they are as trusted as our own modules, and only if they were made from
exactly this .docx.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.engine.program import FORMAT, function_name
from tongzhi.resources import is_checkout, template_path
from tongzhi.word.package import read_entries, read_file

if TYPE_CHECKING:
    from tongzhi.engine.assemble import Form

COMPILED = "compiled"
"""The folder of the compiled forms, beside the templates."""


def compile_shipped(path: Path, folder: Path | None = None) -> Path:
    """Compile a template and give the path of its form.

    Args:
        path: the template.
        folder: where its form and code go; by default `compiled/` beside it.

    Raises:
        TemplateError: the template has problems.
        OSError: the folder cannot be written.
    """
    from tongzhi.engine.assemble import assemble

    data = read_file(path)
    form = assemble(data, read_entries(data), path.name)
    folder = folder or path.parent / COMPILED
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{path.stem}.json"
    # the code first: a form that stands without its code is only slower, code without its form is never looked at
    _put(target.with_suffix(".py"), _module(form, path.name))
    _put(target, json.dumps(form, ensure_ascii=False, sort_keys=True, indent=0) + "\n")
    return target


def _put(path: Path, text: str) -> None:
    """Write whole or not at all: another process may be compiling the same template."""
    waiting = path.with_name(f".{path.name}.{os.getpid()}")
    waiting.write_text(text, encoding="utf-8", newline="\n")
    waiting.replace(path)


def _module(form: Form, name: str) -> str:
    head = f'# ruff: noqa\n# fmt: off\n"""Generated from {name}; never edited."""\n\n'
    codes = [part["code"] for part in form["parts"] if part["code"]]
    return head + "\n\n".join(code.replace("def fill(", f"def {function_name(code)}(", 1) for code in codes)


def find_shipped(path: Path, data: bytes) -> Form | None:
    """Give the form of a shipped template; `None` for any other file, or where a form is missing and cannot be kept."""
    if path.resolve().parent != template_path("").resolve():
        return None
    kept = path.parent / COMPILED / f"{path.stem}.json"
    form = _read(kept, data)
    if form is None and is_checkout():
        with suppress(OSError):  # a folder that nobody may write: compiled for this run alone
            form = _read(compile_shipped(path), data)
    if form is not None and kept.with_suffix(".py").is_file():
        for part in form["parts"]:
            part["module"] = str(kept.with_suffix(".py"))
    return form


def _read(path: Path, data: bytes) -> Form | None:
    try:
        form: Form = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if form.get("format") != FORMAT or form.get("sha256") != hashlib.sha256(data).hexdigest():
        return None
    return form
