"""Compiled forms of the shipped templates: `templates/NAME.docx` has its form in `NAME.json`, its code in `NAME.py`.

The form is JSON with the source of generated functions; `NAME.py` holds the same functions as a file, only for
Python to keep their bytecode (compiling takes longer than filling). Both are read only from the folder of the shipped
templates, where it is as trusted as our own modules, and only if it was made from exactly this .docx.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tongzhi.engine.program import FORMAT, function_name
from tongzhi.resources import template_path

if TYPE_CHECKING:
    from tongzhi.engine.assemble import Form


def compile_shipped(path: Path) -> Path:
    """Compile a shipped template and give the path of its form, written beside it.

    Raises:
        TemplateError: the template has problems.
    """
    from tongzhi.engine.assemble import assemble
    from tongzhi.word.package import read_entries, read_file

    data = read_file(path)
    form = assemble(data, read_entries(data), path.name)
    target = path.with_suffix(".json")
    text = json.dumps(form, ensure_ascii=False, sort_keys=True, indent=0)
    target.write_text(text + "\n", encoding="utf-8", newline="\n")
    path.with_suffix(".py").write_text(_module(form, path.name), encoding="utf-8", newline="\n")
    return target


def _module(form: Form, name: str) -> str:
    head = f'# ruff: noqa\n# fmt: off\n"""Generated from {name}; never edited."""\n\n'
    codes = [part["code"] for part in form["parts"] if part["code"]]
    return head + "\n\n".join(code.replace("def fill(", f"def {function_name(code)}(", 1) for code in codes)


def find_shipped(path: Path, data: bytes) -> Form | None:
    """Give the form of a shipped template; `None` for any other file or an outdated form."""
    folder = template_path("")
    if path.resolve().parent != folder.resolve():
        return None
    try:
        form: Form = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if form.get("format") != FORMAT or form.get("sha256") != hashlib.sha256(data).hexdigest():
        return None
    module = path.with_suffix(".py")
    if module.is_file():
        for part in form["parts"]:
            part["module"] = str(module)
    return form
