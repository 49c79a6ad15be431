"""Note the works in an empty dwelling, and the day from which it can be let."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.ordre_etapes import verifier_vacance
from fluxdesk.domain.suivi_vacance import EtatVacance
from fluxdesk.services.enregistrer_conge import DatesInverseesError
from fluxdesk.services.suivre import Dit, changer_vacance

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork


class TravauxSansDebutError(FluxDeskError):
    """Works end that never began."""

    def __init__(self) -> None:
        super().__init__("Indiquez le début des travaux avant leur fin.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Travaux:
    """Works as they stand; ``fin`` None while they last, all None where there are none.

    ``disponibilite`` is the day the dwelling can be let (RPLS 62), foreseen or known.
    """

    vacance_id: int
    debut: date | None
    fin: date | None = None
    nature: str = ""
    disponibilite: date | None = None


def noter_travaux(travaux: Travaux, *, uow: UnitOfWork) -> Vacance:
    """Note them; the vacancy as it became: in works while they last, to let once they end.

    Raises:
        IntrouvableError: no such vacancy.
        TravauxSansDebutError, EtapeDesordonneeError, DatesInverseesError: the dates do not fit.
    """
    if travaux.fin is not None and travaux.debut is None:
        raise TravauxSansDebutError
    with uow:
        before = uow.vacances.lire(travaux.vacance_id)
        if travaux.disponibilite is not None and travaux.disponibilite < before.date_conge:
            raise DatesInverseesError
        suivi = replace(
            before.suivi,
            travaux_debut=travaux.debut,
            travaux_fin=travaux.fin,
            travaux_nature=travaux.nature.strip(),
            etat=_etat(before.suivi.etat, travaux),
        )
        free = travaux.disponibilite or before.disponibilite
        after = replace(before, suivi=suivi, disponibilite=free)
        verifier_vacance(after)
        changer_vacance(before, after, Dit(_libelle(travaux)), uow=uow)
        uow.valider()
    return after


def _etat(avant: EtatVacance, travaux: Travaux) -> EtatVacance:
    if travaux.debut is not None and travaux.fin is None:
        return EtatVacance.TRAVAUX
    return EtatVacance.COMMERCIALE if avant is EtatVacance.TRAVAUX else avant


def _libelle(travaux: Travaux) -> str:
    if travaux.debut is None:
        return "travaux effacés"
    end = f", finis le {en_lettres(travaux.fin)}" if travaux.fin else ""
    return f"travaux commencés le {en_lettres(travaux.debut)}{end}"
