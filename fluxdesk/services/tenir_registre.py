"""The flux ledger of the base, replayed from its recorded events."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.erreurs import PointDepasseError
from fluxdesk.domain.flux.evenements import Carence, Decompte, Presentation, Refus, Service
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import EvenementDecompte
from fluxdesk.domain.flux.point import degeler, figer
from fluxdesk.domain.flux.registre import rejouer
from fluxdesk.domain.offres import partie_imputee
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import lire_cle, parties_du_flux
from fluxdesk.domain.regles_flux import parametres_du_flux

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.evenements import Fait
    from fluxdesk.domain.flux.parties import Parametres, Partie
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork

PAS_DU_POINT = 500  # events: replayed in some ten milliseconds


def lire_parties(*, uow: UnitOfWork) -> tuple[Partie, ...]:
    """The parties of the ledger, inside an open transaction."""
    reservataires = {r.id: r for r in uow.reservataires.tous()}
    return parties_du_flux(uow.conventions.toutes(), reservataires)


def convention_de(cle: str, *, uow: UnitOfWork) -> Convention | None:
    """Convention behind a party key, inside an open transaction; None for the landlord."""
    reservataire_id, _ = lire_cle(cle)
    return None if reservataire_id is None else uow.conventions.du_reservataire(reservataire_id)


def lire_parametres(jour: date | None, *, uow: UnitOfWork) -> Parametres:
    """The knobs of the engine in this base, inside an open transaction.

    ``jour`` is a day of the year that the rules of law count; without one they are left out:
    they bear on suggestions, never on the accounts.
    """
    regles = uow.regles.lire()
    if jour is None:
        return parametres_du_flux(regles, (), {}, date.min)
    reservataires = {r.id: r for r in uow.reservataires.tous()}
    return parametres_du_flux(regles, uow.conventions.toutes(), reservataires, jour)


def charger_registre(*, uow: UnitOfWork, jour: date | None = None) -> Registre:
    """The ledger as of now, inside an open transaction (moteur.md §4, P4).

    Args:
        uow: the open transaction.
        jour: today, where a suggestion will be asked for: the rules of law then weigh on it.

    Raises:
        FluxError: the recorded events do not fit together; the base was altered.
    """
    parametres = lire_parametres(jour, uow=uow)
    return rejouer(lire_parties(uow=uow), uow.evenements.tous(), parametres)


def ouvrir_registre(*, uow: UnitOfWork, jour: date | None = None) -> Registre:
    """The same ledger, from the checkpoint of the base where it still holds: in milliseconds.

    What touches a dwelling let long ago is refused with PointDepasseError: whoever cancels
    events replays them all.
    """
    figure = uow.points.lire()
    if figure is not None:
        day = jour or date.fromisoformat(str(figure["jour"]))
        with suppress(PointDepasseError):
            return degeler(
                lire_parties(uow=uow),
                lire_parametres(day, uow=uow),
                figure,
                uow.evenements.depuis(int(str(figure["numero"]))),
            )
    return charger_registre(uow=uow, jour=jour)


def avancer_point(registre: Registre, jour: date, *, uow: UnitOfWork) -> None:
    """Make the checkpoint anew once enough has happened since; ``jour`` opened the ledger."""
    if len(registre.journal) >= PAS_DU_POINT:
        uow.points.enregistrer({"jour": jour.isoformat(), **figer(registre)})


def registre_au(fin: date, *, uow: UnitOfWork) -> Registre:
    """The ledger as it stood at the end of that day, inside an open transaction.

    An event is dated by what the officer recorded: a presentation by its dwelling, an offer
    by its day, a step or a refusal by the day it was reached. What was cancelled never was.
    """
    offers = offres_en_vigueur(uow.orientations.toutes())
    kept: list[Fait] = []
    days: dict[str, date] = {}
    for event, _ in effectifs(uow.evenements.tous()):
        # A refusal recorded once the dwelling came back is no older than its coming back.
        day = max(_jour(event, offers), days.get(event.unite_cle, date.min))
        days[event.unite_cle] = day
        if day <= fin:
            kept.append(event)
    return rejouer(lire_parties(uow=uow), kept, lire_parametres(fin, uow=uow))


def dernier_jour(*, uow: UnitOfWork) -> date | None:
    """The latest day that the ledger tells of, inside an open transaction; None if it is empty."""
    offers = offres_en_vigueur(uow.orientations.toutes())
    facts = (event for event, _ in effectifs(uow.evenements.tous()))
    return max((_jour(event, offers) for event in facts), default=None)


def registre_a_l_offre(offre: Orientation, *, uow: UnitOfWork) -> Registre:
    """The ledger just after this offer was made, inside an open transaction.

    Whatever the ledger lived since, a letter printed again shows the same position, unless
    an earlier act was cancelled meanwhile.
    """
    mine = uow.evenements.de_l_orientation(offre.id)
    numbers = [event.numero for event in mine if isinstance(event, Service)]
    if not numbers:  # out of the ledger, or one of several: it was never served
        return registre_au(offre.jour, uow=uow)
    last = max(numbers)
    facts = [event for event, _ in effectifs(uow.evenements.tous()) if event.numero <= last]
    return rejouer(lire_parties(uow=uow), facts, lire_parametres(offre.jour, uow=uow))


def offres_en_vigueur(orientations: Iterable[Orientation]) -> dict[tuple[str, str], Orientation]:
    """Offers that were not cancelled, by dwelling key and party key of the ledger.

    A party is offered a dwelling once at most, since a refuser is not asked again.
    """
    return {
        (str(o.vacance_id), partie_imputee(o)): o
        for o in orientations
        if o.issue is not IssueOrientation.ANNULEE
    }


def _jour(event: Fait, offers: Mapping[tuple[str, str], Orientation]) -> date:
    """The day of an event: that of the offer, of the CAL, of the lease or of the answer."""
    if isinstance(event, Presentation):
        return event.unite.jour
    offer = offers[event.unite_cle, event.partie]
    match event:
        case Refus() | Carence():
            day = offer.date_issue
        case Decompte(etape=EvenementDecompte.BAIL_SIGNE):
            day = offer.date_bail
        case Service() if offer.mode is not ModeOffre.TOUS:
            day = offer.jour
        case _:  # offered to all, a dwelling is held from the CAL on, or from the answer no
            day = offer.date_attribution or offer.date_issue
    return day or offer.jour
