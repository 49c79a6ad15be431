from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui import compile_forms

if TYPE_CHECKING:
    from pathlib import Path

DRAWING = """<ui version="4.0">
 <class>Greeting</class>
 <widget class="QDialog" name="Greeting"><property name="windowTitle">
 <string>Bonjour</string></property></widget>
</ui>
"""


@pytest.fixture
def forms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compile_forms, "ROOT", tmp_path)
    monkeypatch.setattr(compile_forms, "DRAWINGS", tmp_path / "ui")
    monkeypatch.setattr(compile_forms, "FORMS", tmp_path / "forms")
    (tmp_path / "ui").mkdir()
    return tmp_path / "forms"


def test_no_drawing_is_no_fault(forms: Path) -> None:
    assert compile_forms.main(["--check"]) == 0
    assert compile_forms.main([]) == 0


def test_check_fails_until_the_form_is_compiled(forms: Path) -> None:
    (forms.parent / "ui" / "greeting.ui").write_text(DRAWING, "utf-8")
    assert compile_forms.main(["--check"]) == 1
    assert compile_forms.main([]) == 0
    assert compile_forms.main(["--check"]) == 0
    text = (forms / "ui_greeting.py").read_text("utf-8")
    assert "class Ui_Greeting" in text
    assert "##" not in text


def test_form_without_a_drawing_is_found_then_removed(forms: Path) -> None:
    forms.mkdir()
    (forms / "ui_old.py").write_text("", "utf-8")
    assert compile_forms.main(["--check"]) == 1
    assert compile_forms.main([]) == 0
    assert not (forms / "ui_old.py").exists()
