"""The budget of sizes: a file, a function that outgrow it are to be cut."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_LINES = 300
FUNCTION_LINES = 50
FOLDERS = ("fluxdesk", "tests", "ui", "installer")
GENERATED = "fluxdesk/ui/forms/ui_"


def too_large(root: Path) -> list[str]:
    """Look for what outgrew the budget.

    Args:
        root: The checkout.

    Returns:
        One sentence for each file or function that is too long.
    """
    return [sentence for path in _sources(root) for sentence in _in_file(root, path)]


def _sources(root: Path) -> Iterator[Path]:
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            if not path.relative_to(root).as_posix().startswith(GENERATED):
                yield path


def _in_file(root: Path, path: Path) -> Iterator[str]:
    name = path.relative_to(root).as_posix()
    source = path.read_text("utf-8")
    lines = len(source.splitlines())
    if lines > FILE_LINES:
        yield f"{name}: {lines} lines, {FILE_LINES} at most"
    for node in ast.walk(ast.parse(source, name)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                place = f"{name}:{node.lineno}: {node.name}"
                yield f"{place}: {length} lines, {FUNCTION_LINES} at most"
