"""A dwelling that stays empty too long to let (pratique.md A5, §4: beyond three months)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fluxdesk.domain.dates import plus_mois
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.vacance import Vacance

MOIS_USUELS: Final = 3  # usage of the trade, not a rule of law: an officer may change it
MOIS: Final = range(1, 25)


def debut_de_vacance(disponibilite: date | None, conge: date) -> date:
    """From when it could be let; from the congé while that day is not fixed."""
    return disponibilite or conge


def est_longue(debut: date, jour: date, mois: int = MOIS_USUELS) -> bool:
    """Whether it has been empty for more than these months."""
    return plus_mois(debut, mois) < jour


def conseil_vacance_longue(vacance: Vacance, jour: date, mois: int = MOIS_USUELS) -> str:
    """What to do about it, where it waits for nothing but a tenant; empty otherwise."""
    begun = debut_de_vacance(vacance.disponibilite, vacance.date_conge)
    if vacance.suivi.etat is not EtatVacance.COMMERCIALE or not est_longue(begun, jour, mois):
        return ""
    days = accorde((jour - begun).days, "jour")
    return typographier(
        f"Vacant depuis {days}, plus de {mois} mois : proposez-le à plusieurs réservataires à la "
        "fois (bouton « Autrement »), et publiez une annonce."
    )
