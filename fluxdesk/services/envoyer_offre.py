"""Send an offer, remind its réservataire, give it more time: each act moves the deadline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import sans_feries
from fluxdesk.domain.dates import en_lettres
from fluxdesk.domain.echeance import Echeance
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.ordre_etapes import verifier_offre, verifier_passe
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.annuler_orientation import MotifManquantError
from fluxdesk.services.compter_delai import avec_echeance, delai_de_l_offre, envoyee_le
from fluxdesk.services.noter_etape import OffreCloseError
from fluxdesk.services.suivre import Dit, changer_offre

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge


class SansDelaiError(FluxDeskError):
    """Nobody is waited for: the landlord designates the candidates itself."""

    def __init__(self, numero: str) -> None:
        super().__init__(
            f"L’offre {numero} n’attend personne : le bailleur désigne lui-même les candidats."
        )


class NouvelleEcheanceError(FluxDeskError):
    """The new deadline would not be later than the day of the act, or than the former one."""

    def __init__(self, jour: date) -> None:
        super().__init__(
            f"La nouvelle échéance du {en_lettres(jour)} ne laisse aucun délai : choisissez un "
            "jour plus tard."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Envoi:
    """When and how an offer, or a reminder, went out.

    ``jusqu_au`` is the deadline that a reminder gives; None is the delay of the convention,
    counted anew from the reminder.
    """

    orientation_id: int
    jour: date
    canal: str = ""
    jusqu_au: date | None = None


def envoyer_offre(
    envoi: Envoi, *, uow: UnitOfWork, horloge: Horloge, feries: Feries = sans_feries
) -> Orientation:
    """Note the sending: the delay runs from that day, unless another act set it since.

    Raises:
        IntrouvableError: no such offer.
        OffreCloseError, EtapeFutureError, EtapeDesordonneeError: the day does not fit.
    """
    with uow:
        before = _en_cours(envoi.orientation_id, uow=uow)
        verifier_passe("l’envoi de l’offre", envoi.jour, horloge.aujourd_hui())
        channel = envoi.canal.strip()
        after = envoyee_le(before, envoi.jour, channel, feries, uow=uow)
        verifier_offre(after)
        how = f" ({channel})" if channel else ""
        changer_offre(before, after, Dit(f"envoyée le {en_lettres(envoi.jour)}{how}"), uow=uow)
        uow.valider()
    return after


def relancer_offre(
    envoi: Envoi, *, uow: UnitOfWork, horloge: Horloge, feries: Feries = sans_feries
) -> Orientation:
    """Note a reminder, dated, with the new deadline that it gives.

    Raises:
        IntrouvableError: no such offer.
        SansDelaiError, NouvelleEcheanceError: nobody is waited for, or no time is given.
        OffreCloseError, EtapeFutureError, EtapeDesordonneeError: the day does not fit.
    """
    with uow:
        before = _attendue(envoi.orientation_id, uow=uow)
        verifier_passe("la relance", envoi.jour, horloge.aujourd_hui())
        reminders = (*before.suivi.relances, envoi.jour)
        after = replace(before, suivi=replace(before.suivi, relances=reminders))
        after = avec_echeance(after, _nouveau(after, envoi, feries, uow=uow))
        verifier_offre(after)
        told = f"relance du {en_lettres(envoi.jour)}, {_echeance_dite(after)}"
        changer_offre(before, after, Dit(told), uow=uow)
        uow.valider()
    return after


def prolonger_offre(
    orientation_id: int, jusqu_au: date, *, motif: str, uow: UnitOfWork, horloge: Horloge
) -> Orientation:
    """Give more time, and say why.

    Raises:
        IntrouvableError: no such offer.
        MotifManquantError: no reason.
        SansDelaiError, NouvelleEcheanceError: nobody is waited for, or no time is given.
        OffreCloseError: the offer is closed.
    """
    if not motif.strip():
        raise MotifManquantError
    with uow:
        before = _attendue(orientation_id, uow=uow)
        if jusqu_au < horloge.aujourd_hui() or jusqu_au <= (before.echeance or jusqu_au):
            raise NouvelleEcheanceError(jusqu_au)
        deadline = Echeance(jusqu_au, f"délai prolongé par le bailleur : {motif.strip()}")
        after = avec_echeance(before, deadline)
        changer_offre(before, after, Dit(f"prolongée, {_echeance_dite(after)}", motif), uow=uow)
        uow.valider()
    return after


def _en_cours(orientation_id: int, *, uow: UnitOfWork) -> Orientation:
    offre = uow.orientations.lire(orientation_id)
    if offre.issue is not IssueOrientation.EN_COURS:
        raise OffreCloseError(offre.numero, offre.issue)
    return offre


def _attendue(orientation_id: int, *, uow: UnitOfWork) -> Orientation:
    offre = _en_cours(orientation_id, uow=uow)
    if offre.echeance is None:
        raise SansDelaiError(offre.numero)
    return offre


def _nouveau(
    offre: Orientation, envoi: Envoi, feries: Feries, *, uow: UnitOfWork
) -> Echeance | None:
    if envoi.jusqu_au is None:
        return delai_de_l_offre(offre, envoi.jour, feries, uow=uow)
    if envoi.jusqu_au <= envoi.jour:
        raise NouvelleEcheanceError(envoi.jusqu_au)
    return Echeance(envoi.jusqu_au, f"délai donné par la relance du {en_lettres(envoi.jour)}")


def _echeance_dite(offre: Orientation) -> str:
    return f"réponse attendue le {en_lettres(offre.echeance)}" if offre.echeance else "sans délai"
