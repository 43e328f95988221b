"""The build hook: a wheel carries the compiled form of every template, so that a fresh `fill` need not compile.

Only the engine is imported (jinja2 and lxml, named in pyproject's build requirements), not the rest of the package.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledTemplates(BuildHookInterface[Any]):
    """Compiles `templates/*.docx` into `tongzhi/data/templates/compiled/`."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own; an editable install needs none, a checkout compiles when used."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        try:
            from tongzhi.engine.shipped import compile_shipped
        finally:
            sys.path.pop(0)
        self.folder = tempfile.TemporaryDirectory()
        for template in sorted((root / "templates").glob("*.docx")):
            form = compile_shipped(template, Path(self.folder.name))
            for path in (form, form.with_suffix(".py")):
                build_data["force_include"][str(path)] = f"tongzhi/data/templates/compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away again."""
        if version != "editable":
            self.folder.cleanup()
