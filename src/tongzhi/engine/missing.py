"""What stands for a name that the data lacks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NoReturn

from tongzhi.engine.stops import MissingName


class Missing:
    """A name without a value: false in a test, an error when printed, looped over or computed with."""

    __slots__ = ("owner", "path")

    def __init__(self, path: str, owner: object = None) -> None:
        self.path = path
        self.owner = owner
        """What was looked into, for the nearest name."""

    def child(self, key: str) -> Missing:
        """Give the missing value below this one."""
        return type(self)(f"{self.path}.{key}")

    def __bool__(self) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Missing)

    def __hash__(self) -> int:
        return hash(Missing)

    def __str__(self) -> str:
        raise MissingName(self.path, self.owner)

    def __iter__(self) -> Iterator[Any]:
        raise MissingName(self.path, self.owner)

    def __len__(self) -> int:
        raise MissingName(self.path, self.owner)

    def _refuse(self, *_others: object) -> NoReturn:
        raise MissingName(self.path, self.owner)

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _refuse
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pow__ = __rpow__ = _refuse
    __lt__ = __le__ = __gt__ = __ge__ = __neg__ = __pos__ = __contains__ = _refuse
    __int__ = __float__ = __call__ = __getitem__ = _refuse


class Blank(Missing):
    """A missing name that prints nothing and loops over nothing."""

    __slots__ = ()

    def __str__(self) -> str:
        return ""

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0


class Kept(Blank):
    """A missing name that prints its tag again, for a later filling."""

    __slots__ = ()

    def __str__(self) -> str:
        return f"{{{{ {self.path} }}}}"


class Probe(Blank):
    """A stand-in for any value, for trying a template without data: true, one item long, some text."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return True

    def __str__(self) -> str:
        return "样"

    def __iter__(self) -> Iterator[Any]:
        return iter((self,))

    def __len__(self) -> int:
        return 1

    def _agree(self, _other: object) -> bool:
        return True

    __lt__ = __le__ = __gt__ = __ge__ = _agree  # type: ignore[assignment]  # a stand-in compares with anything


KINDS: dict[str, type[Missing]] = {"error": Missing, "blank": Blank, "keep": Kept}
"""`missing=` of a template → what stands for a missing name."""
