from __future__ import annotations

from typing import TYPE_CHECKING

from devtools import sizes

if TYPE_CHECKING:
    from pathlib import Path


def write(root: Path, name: str, text: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def function(lines: int, indent: str = "") -> str:
    return f"{indent}def grown():\n" + f"{indent}    x = 1\n" * (lines - 1)


def test_file_and_function_at_the_limit_pass(tmp_path: Path) -> None:
    write(tmp_path, "fluxdesk/a.py", "x = 1\n" * sizes.FILE_LINES)
    write(tmp_path, "tests/b.py", function(sizes.FUNCTION_LINES))
    assert sizes.too_large(tmp_path) == []


def test_file_one_line_over_is_named(tmp_path: Path) -> None:
    write(tmp_path, "ui/a.py", "x = 1\n" * (sizes.FILE_LINES + 1))
    assert sizes.too_large(tmp_path) == ["ui/a.py: 301 lines, 300 at most"]


def test_method_one_line_over_is_named_with_its_place(tmp_path: Path) -> None:
    body = "class Page:\n" + function(sizes.FUNCTION_LINES + 1, "    ")
    write(tmp_path, "fluxdesk/ui/page.py", body)
    assert sizes.too_large(tmp_path) == ["fluxdesk/ui/page.py:2: grown: 51 lines, 50 at most"]


def test_compiled_forms_are_not_measured(tmp_path: Path) -> None:
    write(tmp_path, "fluxdesk/ui/forms/ui_page.py", "x = 1\n" * 400)
    write(tmp_path, "fluxdesk/ui/forms/by_hand.py", "x = 1\n" * 400)
    found = sizes.too_large(tmp_path)
    assert found == ["fluxdesk/ui/forms/by_hand.py: 400 lines, 300 at most"]
