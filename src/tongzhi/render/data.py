"""A model as a data file that `fill` reads back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tongzhi.model.base import Document


def dump_data(document: Document, head: tuple[str, ...] = ()) -> bytes:
    """Give the data of a paper as YAML with Chinese labels.

    Args:
        document: the paper.
        head: comment lines for the top of the file.
    """
    notes = [
        f"{document.label}的数据。改好后：tongzhi fill {document.key} 这个文件",
        "标“出处: 建议”的是建议值：核对后把整项改成确定的值，或 fill 时加 --confirm",
        *head,
    ]
    return ("".join(f"# {line}\n" for line in notes) + to_yaml(document.to_data())).encode()


def to_yaml(values: dict[str, Any]) -> str:
    """Give values as YAML that a person edits: block style, one record under another."""
    import yaml

    text = yaml.dump(
        values, Dumper=_dumper(), allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=False
    )
    return str(text)


def carried_values(document: Document) -> dict[str, Any]:
    """Give the data that the made paper carries along: what it prints, with origins, without words of the speech."""
    values: dict[str, Any] = _without_speech(document.to_data())
    return values


def _without_speech(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_speech(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "起" in value and "止" in value and "值" not in value:
        return {key: item for key, item in value.items() if key in ("起", "止")}
    return {key: _without_speech(item) for key, item in value.items()}


def _dumper() -> type:
    """Give a dumper that writes a value with its origin on one line and indents lists under their key."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
            super().increase_indent(flow, indentless=False)

    def represent(dumper: yaml.SafeDumper, data: dict[str, object]) -> yaml.MappingNode:
        inline = "值" in data and "出处" in data and not isinstance(data["值"], dict | list)
        return dumper.represent_mapping("tag:yaml.org,2002:map", data.items(), flow_style=inline)

    Dumper.add_representer(dict, represent)
    # the reader takes every scalar as text, so that dates need no quotes
    Dumper.yaml_implicit_resolvers = {
        mark: [pair for pair in pairs if not pair[0].endswith(":timestamp")]
        for mark, pairs in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }
    return Dumper
