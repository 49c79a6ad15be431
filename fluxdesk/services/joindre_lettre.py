"""The covering letter of a bilan, from the officer's template (pratique.md §2.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.bilan_emis import nom_de_version
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
    bilan: Bilan, *, jour: date, uow: UnitOfWork, territoires: Territoires
) -> Lettre:
    """The letter that goes with it, inside an open transaction.

    Raises:
        ModeleFautifError: the template in force cannot serve.
    """
    sending = EnvoiBilan(
        destinataire=_destinataire(bilan, uow=uow),
        annee=bilan.annee,
        periode=bilan.periode.bornes,
        proposes=sum(x.proposes for x in bilan.lignes),
        attribues=sum(x.attribues for x in bilan.lignes),
        baux=sum(x.baux for x in bilan.lignes),
        pieces=typographier(_pieces(bilan)),
        rectificatif=typographier(_rectificatif(bilan)),
        portee=_portee(bilan),
        fondement=_fondement(bilan),
        nom=nom_de_version(bilan.periode, bilan.version),
    )
    return composer_envoi_du_bilan(sending, lecture=LectureCourriers(uow, territoires), jour=jour)


def _pieces(bilan: Bilan) -> str:
    """The files, and the forecast that the law joins to the bilan of a year (regles.md 39)."""
    year = bilan.annee + 1
    if not bilan.periode.entiere or year not in bilan.annees_prevues:
        return PIECES
    return f"{PIECES} ; prévisionnel {year} des logements soustraits, dans le classeur et le PDF"


def _rectificatif(bilan: Bilan) -> str:
    if bilan.version == 1:
        return ""
    told = " ; les pièces jointes disent ce qui change" if bilan.changements else ""
    return (
        f"Ce rectificatif n°\u00a0{bilan.version - 1} annule et remplace l'envoi précédent{told}."
    )


def _portee(bilan: Bilan) -> str:
    """Whose dwellings it tells of, after « attribués »."""
    if bilan.reservataire:
        return "sur vos réservations"
    if bilan.d_un_epci:
        return "sur votre territoire, tous réservataires"
    return "à l’ensemble des réservataires"


def _fondement(bilan: Bilan) -> str:
    """By what it is owed: a year by law, a part of it by the convention."""
    if bilan.periode.entiere:
        return "que prévoit l’article R441-5-1 du code de la construction et de l’habitation"
    return "au rythme que prévoit notre convention"


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
