from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy

from tongzhi.errors import Place
from tongzhi.ledger.history import HistorySignature
from tongzhi.ledger.importing import Imported, import_batch
from tongzhi.ledger.ledger import Ledger, open_ledger
from tongzhi.ledger.service import LedgerStep
from tongzhi.ledger.sources import Batch
from tongzhi.model.item import HAZARD, Item
from tongzhi.read.hazard_rows import Incoming

POSTGRES = os.environ.get("TONGZHI_TEST_PG", "")


@pytest.fixture(params=["sqlite", *(["postgresql"] if POSTGRES else [])])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger: a file, and a PostgreSQL database too when TONGZHI_TEST_PG names one."""
    if request.param == "postgresql":
        engine = sqlalchemy.create_engine(POSTGRES.replace("postgresql://", "postgresql+psycopg://"))
        with engine.begin() as conn:
            conn.exec_driver_sql("DROP SCHEMA public CASCADE")
            conn.exec_driver_sql("CREATE SCHEMA public")
        engine.dispose()
    opened = open_ledger(
        POSTGRES if request.param == "postgresql" else str(tmp_path / "整改台账.db"), create=True
    )
    yield opened
    opened.close()


@pytest.fixture
def step() -> Callable[..., LedgerStep]:
    def make(day: str = "2020-11-02", by: str = "张三", **more: Any) -> LedgerStep:
        return LedgerStep(HistorySignature(by, datetime.fromisoformat(day)), **more)

    return make


@pytest.fixture
def whole() -> Callable[..., Item]:
    """A hazard with all of the 五落实."""

    def make(**more: Any) -> Item:
        values: dict[str, Any] = {
            "hazard_no": "H-1",
            "region": "青川县",
            "field": "矿山",
            "entity": "某矿业有限公司",
            "location": "3号库",
            "description": "排洪涵洞淤堵约三分之一",
            "found_on": date(2020, 10, 26),
            "measures": "清淤并加固涵洞",
            "resp_unit": "某矿业有限公司",
            "resp_person": "王某",
            "funds": Decimal("12.5"),
            "due": date(2020, 11, 9),
            "emergency_plan": "现场处置方案",
        }
        return Item(**{**values, **more})

    return make


@pytest.fixture
def bring(ledger: Ledger, step: Callable[..., LedgerStep]) -> Callable[..., Imported]:
    """Import rows given as records with Chinese or English keys."""

    def run(
        *rows: dict[str, Any] | Item, update: bool = False, day: str = "2020-11-02", kind: str = HAZARD
    ) -> Imported:
        from tongzhi.model.item import names

        incoming = []
        for at, row in enumerate(rows, 1):
            record = row.to_row() if isinstance(row, Item) else row
            cells = {names()[key].key: value for key, value in record.items() if key not in ("状态", "种类")}
            incoming.append(Incoming(Place(file="清单.xlsx", row=at), cells, kind))
        with ledger.writing() as conn:
            return import_batch(conn, Batch("清单.xlsx", "0" * 64, incoming), step(day), update=update)

    return run
