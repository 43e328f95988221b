"""Makes the shipped templates: `python -m tongzhi.layout.make` writes all of them into templates/.

The bytes depend on recipes and standard alone, so that a test can hold the committed files against them.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

from tongzhi.layout import recipes
from tongzhi.layout.parts import pack
from tongzhi.resources import template_path
from tongzhi.standard.gbt9704 import GBT9704, Standard

ENDINGS = {"红头文件": "", "信函": "-letter", "电报": "-telegram"}


@cache
def template_names() -> dict[str, tuple[str, str]]:
    """Give every template: file name → recipe module, carrier."""
    found: dict[str, tuple[str, str]] = {}
    for module in iter_modules(recipes.__path__):
        recipe = _recipe(module.name)
        if not hasattr(recipe, "make"):
            continue
        for carrier in getattr(recipe, "CARRIERS", ("",)):
            found[f"{module.name}{ENDINGS.get(carrier, '')}.docx"] = (module.name, carrier)
    return found


def _recipe(name: str) -> ModuleType:
    return import_module(f"{recipes.__name__}.{name}")


def make_template(name: str, standard: Standard = GBT9704) -> bytes:
    """Give one template by its file name."""
    module, carrier = template_names()[name]
    recipe = _recipe(module)
    draft = recipe.make(standard, carrier) if carrier else recipe.make(standard)
    return pack(draft, standard)


def make_all(folder: Path, standard: Standard = GBT9704) -> list[Path]:
    """Write every template into the folder; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in template_names():
        path = folder / name
        path.write_bytes(make_template(name, standard))
        written.append(path)
    return written


if __name__ == "__main__":
    for path in make_all(template_path("")):
        sys.stdout.write(f"{path}\n")
