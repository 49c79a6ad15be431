"""Compile the Designer forms of this folder into fluxdesk/ui/forms; --check only compares.

The compiled forms are tracked, so that a mistyped widget name is a type error.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DRAWINGS = ROOT / "ui"
FORMS = ROOT / "fluxdesk" / "ui" / "forms"


def main(words: list[str] | None = None) -> int:
    """Compile or compare every form.

    Args:
        words: The arguments; those of the process by default.

    Returns:
        The exit code: 1 when a tracked form is not what its drawing compiles to.
    """
    parser = argparse.ArgumentParser(description="Compile ui/*.ui into fluxdesk/ui/forms.")
    parser.add_argument("--check", action="store_true", help="write nothing, only compare")
    check = parser.parse_args(words).check
    compiled = {FORMS / f"ui_{path.stem}.py": compiled_form(path) for path in drawings(DRAWINGS)}
    stale = [path for path, text in compiled.items() if not _holds(path, text)]
    orphans = sorted(set(FORMS.glob("ui_*.py")) - set(compiled))
    if check:
        for path in [*stale, *orphans]:
            print(f"{path.relative_to(ROOT)} is not what ui/ compiles to: run {Path(__file__)}")
        return 1 if stale or orphans else 0
    for path in stale:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(compiled[path], "utf-8", newline="\n")
        print(f"compiled {path.relative_to(ROOT)}")
    for path in orphans:
        path.unlink()
        print(f"removed {path.relative_to(ROOT)}, which has no drawing")
    return 0


def drawings(folder: Path) -> list[Path]:
    """List the forms that were drawn."""
    return sorted(folder.glob("*.ui"))


def compiled_form(drawing: Path) -> str:
    """Give the Python text of a drawing, made by the compiler beside the running Python.

    Args:
        drawing: A .ui file.

    Returns:
        The text, without the header that names the compiler's version.
    """
    folder = Path(sys.executable).parent
    compiler = shutil.which("pyside6-uic", path=str(folder)) or "pyside6-uic"
    done = subprocess.run(
        [compiler, str(drawing)], check=True, stdout=subprocess.PIPE, encoding="utf-8"
    )
    return without_header(done.stdout)


def without_header(text: str) -> str:
    """Drop the comment block that names the version: the file changes when the form does."""
    lines = [line for line in text.splitlines() if not line.startswith("##")]
    while lines and not lines[0].strip():
        del lines[0]
    return "\n".join(lines) + "\n"


def _holds(path: Path, text: str) -> bool:
    return path.exists() and path.read_text("utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
