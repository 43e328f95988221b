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
from tongzhi.layout.small_form import SmallForm
from tongzhi.layout.small_forms import FORMS
from tongzhi.resources import template_path
from tongzhi.standard.gbt9704 import GBT9704, Standard

ENDINGS = {"红头文件": "", "信函": "-letter", "电报": "-telegram"}


@cache
def template_names() -> dict[str, tuple[str, str]]:
    """Give every template: file name → recipe (a module, or a row of the small forms), carrier."""
    found = {f"{name}.docx": (name, "") for name in FORMS}
    for module in iter_modules(recipes.__path__):
        recipe = _recipe(module.name)
        if not hasattr(recipe, "make"):
            continue
        for carrier in getattr(recipe, "CARRIERS", ("",)):
            found[f"{module.name}{ENDINGS.get(carrier, '')}.docx"] = (module.name, carrier)
    return found


def _recipe(name: str) -> ModuleType | SmallForm:
    return FORMS.get(name) or import_module(f"{recipes.__name__}.{name}")


def make_template(name: str, standard: Standard = GBT9704) -> bytes:
    """Give one template by its file name."""
    module, carrier = template_names()[name]
    recipe = _recipe(module)
    if isinstance(recipe, SmallForm) or not carrier:
        return pack(recipe.make(standard), standard)
    draft = recipe.make(standard, carrier)
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
