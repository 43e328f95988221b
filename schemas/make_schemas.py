"""Publish the JSON Schemas of every document type, of the task list and of what commands print: `python schemas/make_schemas.py`."""

from __future__ import annotations

import json
from pathlib import Path

from outputs import output_schemas
from tasks import task_schema

from tongzhi.model.shape import schema_of
from tongzhi.papers.index import ENTRIES, PROFILE, load

HERE = Path(__file__).resolve().parent


def published() -> dict[str, str]:
    """Give every schema as text by file name."""
    made = {f"{entry.key}.json": schema_of(load(entry)) for entry in (*ENTRIES, PROFILE)}
    made |= {"tasks-2.json": task_schema(), **output_schemas()}
    return {name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in made.items()}


def main() -> None:
    """Write the schemas; those of types that are gone are removed."""
    found = published()
    for path in HERE.glob("*.json"):
        if path.name not in found:
            path.unlink()
    for name, text in found.items():
        (HERE / name).write_text(text, encoding="utf-8")
    print(f"{len(found)} 个")


if __name__ == "__main__":
    main()
