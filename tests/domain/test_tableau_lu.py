"""The text of a cell, whatever the workbook holds there."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.tableau_lu import texte_de

if TYPE_CHECKING:
    from fluxdesk.domain.tableau_lu import Cellule


@pytest.mark.parametrize(
    ("cellule", "texte"),
    [
        (None, ""),
        ("01053", "01053"),
        (" espaces ", " espaces "),
        (True, "VRAI"),
        (False, "FAUX"),
        (1053, "1053"),
        (1053.0, "1053"),
        (-0.0, "0"),
        (412.37, "412.37"),
        (0.1 + 0.2, "0.3"),
        (691123456789012345, "6.91123456789012e+17"),
        (6.91e17, "6.91e+17"),
        (date(2026, 3, 1), "01/03/2026"),
        (datetime(2026, 3, 1), "01/03/2026"),  # noqa: DTZ001 - a workbook knows no time zone
        (datetime(2026, 3, 1, 14, 30), "01/03/2026 14:30:00"),  # noqa: DTZ001
        (time(14, 30), "14:30:00"),
    ],
)
def test_the_text_of_a_cell(cellule: Cellule, texte: str) -> None:
    assert texte_de(cellule) == texte
