"""How much work the open offers make: counts, in one sentence (pratique.md B13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.offres import ouvertes, principale
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.typographie import accorde, typographier

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance

HORIZON = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """Offers that wait, files being completed, and what is planned within seven days."""

    offres: int = 0
    dossiers: int = 0
    visites: int = 0
    cal: int = 0
    courriers: int = 0

    @property
    def phrase(self) -> str:
        """All of it in words; empty where there is no work at all."""
        planned = [
            accorde(self.visites, "visite") if self.visites else "",
            f"{self.cal} CAL" if self.cal else "",
        ]
        soon = " et ".join(part for part in planned if part)
        told = [
            accorde(self.offres, "offre ouverte", "offres ouvertes") if self.offres else "",
            accorde(self.dossiers, "dossier en instruction", "dossiers en instruction")
            if self.dossiers
            else "",
            f"{soon} dans les sept jours" if soon else "",
            accorde(self.courriers, "lettre à envoyer", "lettres à envoyer")
            if self.courriers
            else "",
        ]
        said = ", ".join(part for part in told if part)
        return typographier(f"Charge : {said}.") if said else ""


def mesurer_charge(
    vacances: Iterable[Vacance],
    offres: Mapping[int, Sequence[Orientation]],
    jour: date,
    *,
    courriers: int = 0,
) -> Charge:
    """Count it.

    Args:
        vacances: all of them.
        offres: those of each vacancy, by its id.
        jour: today.
        courriers: letters that wait.
    """
    opened = [o for made in offres.values() for o in ouvertes(made)]
    days = [v.suivi.visite_conseil for v in vacances]
    held = [principale(made) for made in offres.values()]
    waiting = [o for o in held if o is not None and o in opened]
    days += [o.suivi.visite for o in waiting]
    sittings = {o.suivi.cal_prevue for o in waiting if o.suivi.cal_prevue}
    return Charge(
        offres=len(opened),
        dossiers=sum(1 for o in opened if _instruite(o)),
        visites=sum(1 for day in days if day is not None and _proche(day, jour)),
        cal=sum(1 for day in sittings if _proche(day, jour)),
        courriers=courriers,
    )


def _instruite(offre: Orientation) -> bool:
    """Candidates came, and their files are not all complete yet."""
    suivi = offre.suivi
    came = suivi.candidats_recus is not None and suivi.dossiers_complets is None
    return came and offre.issue is IssueOrientation.EN_COURS


def _proche(day: date, jour: date) -> bool:
    return jour <= day <= jour + HORIZON
