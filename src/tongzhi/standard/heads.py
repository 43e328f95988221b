"""How the red head of a paper comes onto the sheet."""

from __future__ import annotations

from typing import Literal, get_args

HeadKind = Literal["套红", "留白", "无"]
"""Printed with the paper, left blank for sheets that have it already, or none."""
HEADS: tuple[HeadKind, ...] = get_args(HeadKind)
