"""Wheels for another platform: fetched with all they need there, looked into, checked for completeness."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import canonicalize_name, parse_wheel_filename

SOURCE_ONLY = ("jieba",)
"""Published without a wheel, pure Python: built here once for all platforms."""
GLIBC = range(17, 29)
"""glibc 2.17 to 2.28: what 麒麟 V10 and 统信 20 have."""


class KitError(Exception):
    """The kit cannot be made; the words are for the person who makes it."""


@dataclass(frozen=True, slots=True)
class Platform:
    """Where the wheels are to run: its words for pip, and what environment markers are true there."""

    name: str
    system: str
    machine: str
    pythons: tuple[str, ...]

    @property
    def tags(self) -> list[str]:
        """Give the platform tags that fit, as pip's `--platform` takes them."""
        if self.system == "Windows":
            return ["win_amd64"]
        return [f"manylinux_2_{minor}_{self.machine}" for minor in GLIBC] + [f"manylinux2014_{self.machine}"]

    def environment(self, python: str) -> dict[str, str]:
        """Give the values of environment markers on the platform with a version of Python."""
        windows = self.system == "Windows"
        return {
            **{key: str(value) for key, value in default_environment().items()},
            "os_name": "nt" if windows else "posix",
            "sys_platform": "win32" if windows else "linux",
            "platform_system": self.system,
            "platform_machine": "AMD64" if windows else self.machine,
            "python_version": python,
            "python_full_version": f"{python}.0",
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "extra": "",
        }

    def takes(self, tags: Iterable[Tag]) -> bool:
        """Tell whether a wheel with these tags can be installed there."""
        return any(tag.platform == "any" or tag.platform in self.tags for tag in tags)


def pip(*words: str) -> None:
    """Run pip with its index as configured.

    Raises:
        KitError: it failed; its own words are on the screen.
    """
    done = subprocess.run([sys.executable, "-m", "pip", *words, "--quiet"], check=False)
    if done.returncode:
        raise KitError(f"pip {words[0]} 没有成功（上面是 pip 的原话）。核对网络或软件源后重来。")


def build(root: Path, folder: Path) -> None:
    """Build the wheel of the project, and those of the libraries that are published without one."""
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(root), *SOURCE_ONLY)
    for path in folder.glob("*.whl"):
        if not path.name.endswith("-none-any.whl"):
            raise KitError(f"{path.name} 只能用在本机，不能放进离线包。")


def fetch(built: Path, folder: Path, platform: Platform) -> None:
    """Fetch every wheel that is needed on the platform, by each version of Python.

    pip reads environment markers as of the machine it runs on, so that what only Windows needs is not
    fetched on Linux: what the metadata asks for there is looked up and fetched until nothing is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for path in built.glob("*.whl"):
        (folder / path.name).write_bytes(path.read_bytes())
    tags = [word for tag in platform.tags for word in ("--platform", tag)]
    for python in platform.pythons:
        wanted = ["pip", "tongzhi"]
        for _ in range(8):
            pip(
                "download", "--dest", str(folder), "--find-links", str(folder), "--only-binary", ":all:",
                "--implementation", "cp", "--python-version", python, *tags, *wanted,
            )  # fmt: skip
            wanted = missing(folder, platform, python)
            if not wanted:
                break
        else:
            raise KitError(f"{platform.name} 仍缺：{'、'.join(wanted)}")


def metadata(path: Path) -> dict[str, list[str]]:
    """Give the metadata of a wheel: name of the field → its values."""
    with zipfile.ZipFile(path) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        message = Parser().parsestr(archive.read(name).decode("utf-8"))
    return {key: [str(value) for value in message.get_all(key, [])] for key in set(message.keys())}


def missing(folder: Path, platform: Platform, python: str) -> list[str]:
    """Give the requirements that hold on the platform and that no wheel of the folder meets."""
    have = {canonicalize_name(parse_wheel_filename(path.name)[0]) for path in folder.glob("*.whl")}
    found: dict[str, None] = {}
    for path in sorted(folder.glob("*.whl")):
        for text in metadata(path).get("Requires-Dist", []):
            wanted = Requirement(text)
            if wanted.marker is not None and not wanted.marker.evaluate(platform.environment(python)):
                continue
            if canonicalize_name(wanted.name) not in have:
                wanted.marker = None
                found[str(wanted)] = None
    return list(found)


def offered(folder: Path) -> set[str]:
    """Give the top-level names that the wheels of a folder let one import."""
    names: set[str] = set()
    for path in folder.glob("*.whl"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                parts = name.split("/")
                if parts[0].endswith((".dist-info", ".libs")):
                    continue
                if parts[0].endswith(".data"):
                    parts = parts[2:] if len(parts) > 2 and parts[1] in ("purelib", "platlib") else [""]
                if name.endswith((".py", ".pyd", ".so")):
                    names.add(parts[0].partition(".")[0])
    return names


def imports(source: Path) -> Iterator[tuple[str, Path]]:
    """Give every top-level name that the modules of a folder import, but for those they can do without.

    An import that stands inside `try` with an `except ImportError`, or in a `TYPE_CHECKING` block, may be missing.
    """
    for path in sorted(source.rglob("*.py")):
        waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
        while waiting:
            node = waiting.pop()
            if isinstance(node, ast.Import):
                yield from ((alias.name.partition(".")[0], path) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                if node.module and not node.level:
                    yield node.module.partition(".")[0], path
            elif isinstance(node, ast.Try) and any("ImportError" in ast.dump(h) for h in node.handlers):
                waiting += [*node.handlers, *node.orelse, *node.finalbody]
            elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
                waiting += node.orelse
            else:
                waiting += ast.iter_child_nodes(node)


def check(folder: Path, source: Path, platform: Platform, optional: frozenset[str]) -> list[str]:
    """Give what is wrong with a folder of wheels: wrong platform, a requirement or an import without a wheel."""
    faults = [
        f"{path.name} 不是 {platform.name} 用的"
        for path in sorted(folder.glob("*.whl"))
        if not platform.takes(parse_wheel_filename(path.name)[3])
    ]
    for python in platform.pythons:
        faults += [f"Python {python} 缺 {name}" for name in missing(folder, platform, python)]
        faults += [f"{path.name} 没有 Python {python} 的版本" for path in _without_python(folder, python)]
    known = offered(folder) | set(sys.stdlib_module_names) | optional
    faults += [f"{path.name} 要引入的 {name} 没有" for name, path in imports(source) if name not in known]
    return list(dict.fromkeys(faults))


def _without_python(folder: Path, python: str) -> Iterator[Path]:
    """Give the wheels of libraries of which none runs on the version of Python."""
    wanted = f"cp{python.replace('.', '')}"
    minor = int(python.partition(".")[2])
    groups: dict[str, list[Path]] = {}
    for path in sorted(folder.glob("*.whl")):
        groups.setdefault(parse_wheel_filename(path.name)[0], []).append(path)
    for paths in groups.values():
        tags = [tag for path in paths for tag in parse_wheel_filename(path.name)[3]]
        fits = any(
            tag.interpreter in (wanted, "py3", "py2.py3")
            or (tag.abi == "abi3" and int(tag.interpreter.removeprefix("cp3") or 0) <= minor)
            for tag in tags
        )
        if not fits:
            yield paths[0]
