"""Write the letter of proposal of an offer."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.parties import cle_partie
from fluxdesk.domain.typographie import nom_simple
from fluxdesk.services.ports import LettreProposition
from fluxdesk.services.tenir_registre import lire_parties, registre_a_l_offre

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import RedacteurLettre, Territoires


class SansLettreError(FluxDeskError):
    """The landlord writes no letter to itself, nor for an offer taken back."""

    def __init__(self, numero: str, pourquoi: str) -> None:
        super().__init__(f"L’offre {numero} n’a pas de lettre : {pourquoi}.")


def nom_de_lettre(orientation: Orientation, destinataire: str) -> str:
    """File name such as ``Offre 2026-031 Action-Logement.pdf``, safe on every system."""
    return f"Offre {orientation.numero} {nom_simple(destinataire)}.pdf"


def editer_lettre(
    orientation_id: int,
    cible: Path,
    *,
    uow: UnitOfWork,
    territoires: Territoires,
    ecrire: RedacteurLettre,
) -> Path:
    """Write the letter; the same offer gives the same bytes, whenever it is printed.

    Raises:
        IntrouvableError: no such offer.
        SansLettreError: the landlord's own dwelling, or a cancelled offer.
    """
    with uow:
        lettre = composer_lettre(orientation_id, uow=uow, territoires=territoires)
        ecrire(lettre, cible)
        uow.journal.ecrire(
            "lettre.editer",
            f"orientation:{orientation_id}",
            f"Lettre de proposition éditée : offre {lettre.orientation.numero}",
        )
        uow.valider()
    return cible


def composer_lettre(
    orientation_id: int, *, uow: UnitOfWork, territoires: Territoires
) -> LettreProposition:
    """All that the letter prints, inside an open transaction.

    The position is the one just after the offer, itself counted.
    """
    offer = uow.orientations.lire(orientation_id)
    if offer.reservataire_id is None:
        raise SansLettreError(offer.numero, "le logement est gardé par le bailleur")
    if offer.issue is IssueOrientation.ANNULEE:
        raise SansLettreError(offer.numero, "elle a été annulée")
    convention = uow.conventions.du_reservataire(offer.reservataire_id)
    if convention is None:
        raise SansLettreError(offer.numero, "le réservataire n’a pas de convention")
    vacance = uow.vacances.lire(offer.vacance_id)
    logement = uow.logements.lire(vacance.logement_id)
    key = cle_partie(offer.reservataire_id, offer.sous_contingent)
    before = _offres_precedentes(offer, uow=uow)
    return LettreProposition(
        bailleur=uow.bailleurs.lire(),
        reservataire=uow.reservataires.lire(offer.reservataire_id),
        sous_contingent=_nom(key, uow=uow) if offer.sous_contingent else "",
        convention=convention,
        orientation=offer,
        vacance=vacance,
        logement=logement,
        commune=territoires.commune(logement.commune),
        rang_annee=len(before) + 1,
        du=_du(offer, key, uow=uow),
        proposes=len(before) + 1,
        signes=sum(1 for o in before if o.date_bail and o.date_bail <= offer.jour),
    )


def _nom(key: str, *, uow: UnitOfWork) -> str:
    return next(p.nom for p in lire_parties(uow=uow) if p.cle == key)


def _du(offer: Orientation, key: str, *, uow: UnitOfWork) -> str:
    """What the account was due just after the offer.

    Offers to several wrote no event of their own to find that moment by: they kept the ranking
    as it was shown, each with its own row.
    """
    if offer.mode is ModeOffre.TOUS:
        rows: list[dict[str, str]] = json.loads(offer.classement)
        return next(row["du"] for row in rows if row["cle"] == key)
    return nombre(Fraction(registre_a_l_offre(offer, uow=uow).du(key), UN))


def _offres_precedentes(offer: Orientation, *, uow: UnitOfWork) -> list[Orientation]:
    """Offers made to the same account in the same year, before this one."""
    first = date(offer.jour.year, 1, 1)
    return [
        o
        for o in uow.orientations.toutes()
        if o.reservataire_id == offer.reservataire_id
        and o.sous_contingent == offer.sous_contingent
        and o.issue is not IssueOrientation.ANNULEE
        and first <= o.jour
        and o.id < offer.id
    ]
