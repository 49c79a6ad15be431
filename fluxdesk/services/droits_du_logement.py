"""The rights that stand on one dwelling: stock that stays identified, single designations."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.droit_stock import IDENTIFIES, NatureDroit
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.orientation import ISSUES_RENDUES
from fluxdesk.domain.suivi_vacance import MotifHorsFlux
from fluxdesk.domain.typographie import typographier
from fluxdesk.domain.vacance import Qualification

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from fluxdesk.domain.droit_stock import DroitStock
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance
    from fluxdesk.services.depots import UnitOfWork

CONSOMMER = "droit.consommer"
RENDRE = "droit.rendre"
_CONSOMMEE = "Consommée par le bail"


def droit_identifie(logement_id: int, jour: date, *, uow: UnitOfWork) -> DroitStock | None:
    """The right that keeps this dwelling out of the flux that day, inside an open transaction.

    Its holder is offered the dwelling straight away: défense, sécurité intérieure, établissement
    public de santé (R441-5; regles.md 5, 19). None where the dwelling is in the flux like others.
    """
    return next((d for d in uow.stock.tous() if _identifie(d, logement_id, jour)), None)


def _identifie(droit: DroitStock, logement_id: int, jour: date) -> bool:
    return droit.logement_id == logement_id and droit.nature in IDENTIFIES and droit.vaut(jour)


def titulaire_attendu(
    vacance: Vacance, offres: Iterable[Orientation], droits: Iterable[DroitStock]
) -> int | None:
    """The holder that a dwelling of the identified stock is to be offered to, from what was read.

    None where the vacancy is not held in stock, where no right holds it, or where its holder gave
    it back.
    """
    held = vacance.qualification is Qualification.STOCK
    if not held or any(offre.issue in ISSUES_RENDUES for offre in offres):
        return None
    found = (d for d in droits if _identifie(d, vacance.logement_id, vacance.date_conge))
    return next((droit.reservataire_id for droit in found), None)


def designations(logement_id: int, jour: date, *, uow: UnitOfWork) -> list[DroitStock]:
    """Single designations that wait on this dwelling, inside an open transaction."""
    mine = _droits(logement_id, jour, uow=uow)
    return [droit for droit in mine if droit.nature is NatureDroit.DESIGNATION_UNIQUE]


def qualifier_par_le_stock(vacance: Vacance, *, uow: UnitOfWork) -> Vacance:
    """A vacancy to be qualified is qualified by the identified right of its dwelling, if any."""
    return qualifier_par_les_droits(vacance, uow.stock.tous())


def qualifier_par_les_droits(vacance: Vacance, droits: Iterable[DroitStock]) -> Vacance:
    """The same, from rights that were read already."""
    if vacance.qualification is not Qualification.A_QUALIFIER:
        return vacance
    droit = next(
        (d for d in droits if _identifie(d, vacance.logement_id, vacance.date_conge)), None
    )
    if droit is None:
        return vacance
    why = MotifHorsFlux(droit.nature.value)
    return replace(
        vacance,
        qualification=Qualification.STOCK,
        suivi=replace(vacance.suivi, motif_hors_flux=why),
    )


def consommer_au_bail(
    logement_id: int, reservataire_id: int | None, jour: date, *, uow: UnitOfWork
) -> DroitStock | None:
    """Use up the single designation that this réservataire had on the dwelling let that day.

    Inside an open transaction; None where it had none. Undone by ``rendre_droit``.
    """
    waiting = designations(logement_id, jour, uow=uow)
    mine = next((d for d in waiting if d.reservataire_id == reservataire_id), None)
    if mine is None:
        return None
    said = f"{_CONSOMMEE} du {en_lettres(jour)}"
    told = f"{mine.observation} {said}." if mine.observation else f"{said}."
    used = replace(mine, fin=jour, observation=told)
    uow.stock.enregistrer(used)
    who = uow.reservataires.lire(mine.reservataire_id).nom
    uow.journal.ecrire(
        CONSOMMER,
        f"droit:{mine.id}",
        typographier(f"Désignation unique de {who} : {said[0].lower()}{said[1:]}"),
        avant=mine,
        apres=used,
    )
    return used


def rendre_droit(droit_id: int, *, uow: UnitOfWork, motif: str) -> None:
    """Give back a single designation that a lease had used up.

    Raises:
        IntrouvableError: no such right was used up.
    """
    with uow:
        used = next((d for d in uow.stock.tous() if d.id == droit_id), None)
        if used is None or used.nature is not NatureDroit.DESIGNATION_UNIQUE or used.fin is None:
            what = "La désignation consommée"
            raise IntrouvableError(what, droit_id)
        _rendre(used, motif, uow=uow)
        uow.valider()


def rendre_au_bail_defait(
    logement_id: int, reservataire_id: int | None, bail: date, *, uow: UnitOfWork, motif: str = ""
) -> None:
    """Give back what ``consommer_au_bail`` used up that day, inside an open transaction."""
    for droit in uow.stock.tous():
        mine = (droit.logement_id, droit.reservataire_id) == (logement_id, reservataire_id)
        used = droit.nature is NatureDroit.DESIGNATION_UNIQUE and droit.fin == bail
        if mine and used and _CONSOMMEE in droit.observation:
            _rendre(droit, motif, uow=uow)


def _rendre(used: DroitStock, motif: str, *, uow: UnitOfWork) -> None:
    told = used.observation.partition(_CONSOMMEE)[0].strip()
    back = replace(used, fin=None, observation=told)
    uow.stock.enregistrer(back)
    who = uow.reservataires.lire(used.reservataire_id).nom
    uow.journal.ecrire(
        RENDRE,
        f"droit:{used.id}",
        typographier(f"Désignation unique de {who} : rendue"),
        avant=used,
        apres=back,
        motif=motif,
    )


def _droits(logement_id: int, jour: date, *, uow: UnitOfWork) -> list[DroitStock]:
    return [d for d in uow.stock.tous() if d.logement_id == logement_id and d.vaut(jour)]
