"""The covering letter of a bilan, from the officer's template (pratique.md §2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.reservataire import Categorie, Reservataire
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.composer_autres import EnvoiBilan, composer_envoi_du_bilan
from fluxdesk.services.etablir_bilan import CLE_PREFECTURE
from fluxdesk.services.lire_courriers import LectureCourriers

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.bilan import Bilan
    from fluxdesk.domain.lettre import Lettre
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Territoires

PIECES = "bilan en classeur (xlsx), en PDF et en texte (csv)"


def lettre_du_bilan(
    bilan: Bilan, *, version: int, jour: date, uow: UnitOfWork, territoires: Territoires
) -> Lettre:
    """The letter that goes with it, inside an open transaction.

    Raises:
        ModeleFautifError: the template in force cannot serve.
    """
    replaces = f"Cet envoi remplace la version {version - 1}." if version > 1 else ""
    sending = EnvoiBilan(
        destinataire=_destinataire(bilan, uow=uow),
        annee=bilan.annee,
        periode=bilan.periode.bornes,
        proposes=sum(x.proposes for x in bilan.lignes),
        attribues=sum(x.attribues for x in bilan.lignes),
        baux=sum(x.baux for x in bilan.lignes),
        pieces=PIECES,
        rectificatif=typographier(replaces),
    )
    return composer_envoi_du_bilan(sending, lecture=LectureCourriers(uow, territoires), jour=jour)


def _destinataire(bilan: Bilan, *, uow: UnitOfWork) -> Reservataire:
    """Who it is addressed to: the réservataire's own address, the État's for the Préfecture."""
    kind, _, number = bilan.cle.partition(":")
    if kind == "reservataire":
        return uow.reservataires.lire(int(number))
    if bilan.cle == CLE_PREFECTURE:
        state = next((r for r in uow.reservataires.tous() if r.categorie is Categorie.ETAT), None)
        if state is not None and state.adresse:
            return state
    category = Categorie.EPCI if bilan.d_un_epci else Categorie.AUTRE
    return Reservataire(nom=bilan.destinataire, categorie=category)
