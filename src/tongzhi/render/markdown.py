"""Words as they stand in Markdown: no HTML, no link and no column comes out of them."""

from __future__ import annotations

from html import escape


def markdown_text(text: str) -> str:
    """Give words for a paragraph of Markdown; tags, entities and links in them show as they are written."""
    return escape(text, quote=False).replace("](", "]\\(")


def markdown_cell(text: str) -> str:
    """Give words for a cell of a Markdown table; `tongzhi.read.tasklist` reads them back."""
    marked = escape(text, quote=False).replace("\\", "\\\\").replace("|", "\\|")
    return marked.replace("](", "]\\(").replace("\n", "<br>")
