"""Tell whether a household proposed for a dwelling is of the first quartile, by its income.

The income is read and forgotten: it is written nowhere, nor quoted (surete.md §1.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.quartile import QuartileDit, dire_quartile
from fluxdesk.services.consulter_referentiels import seuil_en_vigueur

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.quartile import SeuilQuartile
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires


@dataclass(frozen=True, slots=True, kw_only=True)
class RessourcesDites:
    """The yearly income per consumption unit as it was typed, and the communes of today."""

    par_uc: str
    territoires: Territoires


def deduire_quartile(
    dites: RessourcesDites,
    donne: int | None,
    offre: Orientation,
    jour: date,
    *,
    uow: UnitOfWork,
) -> QuartileDit:
    """The quartile, inside an open transaction; ``donne``, the one given, is never overwritten."""
    if not dites.par_uc.strip():
        return QuartileDit(donne, "")
    seuil = seuil_du_logement(offre, jour, uow=uow, territoires=dites.territoires)
    return dire_quartile(dites.par_uc, donne, seuil)


def seuil_du_logement(
    offre: Orientation, jour: date, *, uow: UnitOfWork, territoires: Territoires
) -> SeuilQuartile | None:
    """The threshold of the EPCI where the dwelling offered is, inside an open transaction."""
    home = uow.logements.lire(uow.vacances.lire(offre.vacance_id).logement_id)
    commune = territoires.commune(home.commune)
    epci, departement = (
        (commune.epci, commune.departement) if commune else (home.epci, home.departement)
    )
    return seuil_en_vigueur(epci, departement, jour, uow=uow)
