"""A report in every form in which it is read. One file a format, one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from verify.report.folder import folder_name, rewrite, write, write_index
from verify.types import Report

__all__ = ["RENDERERS", "Renderer", "folder_name", "rewrite", "write", "write_index"]


@dataclass(frozen=True)
class Renderer:
    """A format: its name, the file it is written to, and what writes it."""

    name: str
    file: str
    render: Callable[[Report], str]


def _late(name: str, file: str) -> tuple[str, Renderer]:
    """A format whose module is imported when it is first written: templates are slow to load."""

    def render(report: Report) -> str:
        text: str = import_module(f"verify.report.{name}").render(report)
        return text

    return name, Renderer(name, file, render)


RENDERERS: dict[str, Renderer] = dict(
    (
        _late("md", "report.md"),
        _late("html", "report.html"),
        _late("json", "report.json"),
        _late("claimreview", "claimreview.jsonld"),
        _late("csv", "claims.csv"),
    )
)
