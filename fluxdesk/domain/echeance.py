"""The date before which a réservataire must propose its candidates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres, plus_mois

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Echeance:
    """A deadline and the sentence that says how it was computed."""

    jour: date
    explication: str


def calculer_echeance(
    notification: date, delai_jours: int, *, zone_tendue: bool, reference: str = ""
) -> Echeance:
    """Deadline of an offer notified that day (regles.md 34-35; L441-1).

    The day of notification does not count. The delay is the convention's; in zone tendue it
    is cut at one month, whatever the convention says (ordre public).
    """
    clause = f" (convention {reference})" if reference else " (clause de la convention)"
    agreed = notification + timedelta(days=delai_jours)
    month = plus_mois(notification, 1)
    start = f"à compter de la notification du {en_lettres(notification)}"
    if zone_tendue and agreed > month:
        return Echeance(
            month,
            f"un mois {start} : en zone tendue la loi plafonne le délai de {delai_jours} jours"
            f"{clause} à un mois (CCH, art. L441-1)",
        )
    unit = "jour" if delai_jours < 2 else "jours"  # noqa: PLR2004 - French plural starts at two
    return Echeance(agreed, f"{delai_jours} {unit} {start}{clause}")
