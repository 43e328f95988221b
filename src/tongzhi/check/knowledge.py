"""What a check takes from the office profile: house style, address list, posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tongzhi.anatomy.paper import Knowledge
from tongzhi.check.silence import settle_rules
from tongzhi.standard.gbt9704 import GBT9704, Standard
from tongzhi.standard.house import house_standard

if TYPE_CHECKING:
    from tongzhi.papers.profile import Profile


def read_house(profile: Profile | None) -> tuple[Standard, Knowledge]:
    """Give the standard with the office's own style over it, and what it knows of bodies and persons.

    Raises:
        InputError: the house style names something unknown, or 核稿不查 no rule.
    """
    if profile is None:
        return GBT9704, Knowledge()
    knowledge = Knowledge(
        units={unit.name: unit.short for unit in profile.units if unit.name},
        people={leader.name: leader.title for leader in profile.leaders if leader.name},
        silenced=settle_rules(profile.unchecked, "本单位.yaml"),
    )
    return house_standard(profile.faces, profile.format), knowledge
