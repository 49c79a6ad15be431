"""The public holidays of each departement, as the law sets them."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.adapters.calendrier.feries import jours_feries


def test_eleven_days_are_holidays_everywhere() -> None:
    found = jours_feries(2026, "2A")
    assert len(found) == 11
    assert {
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 7, 14),
    } <= found


@pytest.mark.parametrize(
    ("departement", "jour"),
    [
        ("67", date(2026, 12, 26)),
        ("57", date(2026, 4, 3)),  # Good Friday
        ("976", date(2026, 4, 27)),  # abolition of slavery in Mayotte
        ("974", date(2026, 12, 20)),  # and in La Réunion
    ],
)
def test_some_departements_have_days_of_their_own(departement: str, jour: date) -> None:
    assert jour in jours_feries(2026, departement)
    assert jour not in jours_feries(2026, "75")
