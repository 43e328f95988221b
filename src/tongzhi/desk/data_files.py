"""Data files of the desk: values that `tongzhi fill` reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


def render_data(data: Mapping[str, Any], remark: str = "") -> bytes:
    """Give values as YAML under a remark for whoever completes them."""
    text = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=1000)
    return (f"# {remark}\n{text}" if remark else text).encode()
