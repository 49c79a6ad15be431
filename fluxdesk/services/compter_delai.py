"""From which day the delay of an offer runs: the one it was sent on, once it is known."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier
from fluxdesk.domain.echeance import comptee_de_la_notification
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.parties import unite_du_flux
from fluxdesk.services.imputer_offre import cle_de
from fluxdesk.services.suggerer_orientation import echeance_pour

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.flux.parties import Unite
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork


def envoyee_le(
    offre: Orientation, jour: date, canal: str, feries: Feries, *, uow: UnitOfWork
) -> Orientation:
    """The offer as sent that day, its delay counted from there, inside an open transaction.

    A deadline that a reminder, a prolongation or a demand for new candidates set stays as it is.
    """
    sent = replace(offre, suivi=replace(offre.suivi, envoi=jour, canal=canal))
    counted = comptee_de_la_notification(offre.echeance_explication)
    if offre.echeance is None or offre.suivi.relances or not counted:
        return sent
    return avec_echeance(sent, delai_de_l_offre(sent, jour, feries, uow=uow))


def delai_de_l_offre(
    offre: Orientation, jour: date, feries: Feries, *, uow: UnitOfWork
) -> Echeance | None:
    """The convention's delay for this offer from that day; None where nobody is waited for."""
    vacance = uow.vacances.lire(offre.vacance_id)
    dwelling = uow.logements.lire(vacance.logement_id)
    days = Calendrier(feries, dwelling.departement)
    unite = unite_de_l_offre(offre, uow=uow)
    return echeance_pour(cle_de(offre), jour, unite=unite, calendrier=days, uow=uow)


def unite_de_l_offre(offre: Orientation, *, uow: UnitOfWork) -> Unite:
    """The dwelling as it was when it entered the ledger, inside an open transaction.

    One that is counted apart never entered it: it is seen as it is.
    """
    key = str(offre.vacance_id)
    for event in uow.evenements.tous():
        if isinstance(event, Presentation) and event.unite_cle == key:
            return event.unite
    vacance = uow.vacances.lire(offre.vacance_id)
    dwelling = uow.logements.lire(vacance.logement_id)
    return unite_du_flux(vacance, dwelling, commune=None, jour=offre.jour)


def avec_echeance(offre: Orientation, echeance: Echeance | None) -> Orientation:
    """The offer with that deadline; with its own where none is given."""
    if echeance is None:
        return offre
    return replace(offre, echeance=echeance.jour, echeance_explication=echeance.explication)
