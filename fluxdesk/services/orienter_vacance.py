"""Offer a freed dwelling to a réservataire."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Presentation, Service
from fluxdesk.domain.flux.explication import raison
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.suggestion import RaisonExclusion
from fluxdesk.domain.orientation import Orientation, numero_offre
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.suggerer_orientation import (
    convention_de,
    echeance_pour,
    nom_de_partie,
    preparer_proposition,
)

if TYPE_CHECKING:
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.flux.suggestion import Rang
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires
    from fluxdesk.services.suggerer_orientation import (
        Proposition,
    )

# An officer may go beyond a due; no reason makes a right exist where there is none.
_INFRANCHISSABLES = frozenset(RaisonExclusion) - {RaisonExclusion.DEJA_SERVI}


class DestinataireInconnuError(FluxDeskError):
    """The party chosen is not one that can hold a dwelling."""

    def __init__(self) -> None:
        super().__init__(
            "Choisissez un réservataire de la liste ; s’il est divisé en sous-contingents, "
            "choisissez l’un d’eux."
        )


class DestinataireExcluError(FluxDeskError):
    """The party chosen has no right on this dwelling."""

    def __init__(self, nom: str, pourquoi: str) -> None:
        super().__init__(f"Ce logement ne peut être proposé à {nom} : {pourquoi}.")


class DerogationSansMotifError(FluxDeskError):
    """Another choice than the suggestion needs a reason, kept in the journal."""

    def __init__(self) -> None:
        super().__init__(
            "Vous ne suivez pas la proposition : indiquez le motif, il sera inscrit au journal."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeOrientation:
    """What the officer decided: follow the suggestion (None), or this party, and why."""

    vacance_id: int
    destinataire: str | None = None
    derogation: str = ""


def orienter_vacance(
    demande: DemandeOrientation, *, uow: UnitOfWork, horloge: Horloge, territoires: Territoires
) -> Orientation:
    """Make the offer: number, deadline, the suggestion as shown, ledger and journal.

    Raises:
        IntrouvableError, PasAOrienterError: as ``suggerer_orientation``.
        DestinataireInconnuError, DestinataireExcluError: the choice cannot hold this dwelling.
        DerogationSansMotifError: another choice than the suggestion, without a reason.
    """
    with uow:
        proposition, registre = preparer_proposition(
            demande.vacance_id, uow=uow, horloge=horloge, territoires=territoires
        )
        key = demande.destinataire or proposition.destinataire
        followed = key == proposition.destinataire
        if not followed:
            _verifier_choix(key, demande, proposition, registre)
        made = _orientation(key, demande, proposition, uow=uow, horloge=horloge)
        made = replace(made, id=uow.orientations.enregistrer(made))
        _servir(key, made.id, proposition, registre, uow)
        where = proposition.logement.adresse.ligne() or proposition.logement.cle
        uow.journal.ecrire(
            "orientation.creer",
            f"orientation:{made.id}",
            _libelle(made, where, nom_de_partie(registre, key)),
            apres=made,
            motif=made.derogation,
        )
        uow.valider()
    return made


def _libelle(made: Orientation, where: str, nom: str) -> str:
    kept = made.reservataire_id is None
    told = "gardé par le bailleur" if kept else f"proposé à « {nom} »"
    return typographier(f"Offre {made.numero} : {where} {told}")


def _verifier_choix(
    key: str, demande: DemandeOrientation, proposition: Proposition, registre: Registre
) -> None:
    parties = {p.cle: p for p in registre.parties}
    if key not in parties or any(p.parent == key for p in registre.parties):
        raise DestinataireInconnuError
    root = key
    while (parent := parties[root].parent) is not None:
        root = parent
    barred = next((r.exclusion for r in proposition.suggestion.exclus if r.cle == root), None)
    if barred in _INFRANCHISSABLES:
        raise DestinataireExcluError(parties[key].nom, raison(barred))
    if not demande.derogation.strip():
        raise DerogationSansMotifError


def _orientation(
    key: str,
    demande: DemandeOrientation,
    proposition: Proposition,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
) -> Orientation:
    today = horloge.aujourd_hui()
    reservataire_id, sous = lire_cle(key)
    convention = convention_de(key, uow=uow)
    deadline = echeance_pour(key, today, uow=uow)
    rank = uow.orientations.nombre_de_l_annee(today.year) + 1
    return Orientation(
        numero=numero_offre(today.year, rank),
        vacance_id=demande.vacance_id,
        jour=today,
        reservataire_id=reservataire_id,
        sous_contingent=sous,
        echeance=deadline.jour if deadline else None,
        echeance_explication=deadline.explication if deadline else "",
        candidats=convention.candidats if convention else 0,
        suggere=proposition.destinataire,
        explication=proposition.texte,
        classement=classement_affiche(proposition),
        derogation="" if key == proposition.destinataire else demande.derogation.strip(),
    )


def classement_affiche(proposition: Proposition) -> str:
    """The ranking as JSON, figures as they are shown, kept with the offer for good."""
    suggestion = proposition.suggestion
    rows = [_rang(r) for r in (*suggestion.classement, *suggestion.exclus)]
    return json.dumps(rows, ensure_ascii=False)


def _rang(rang: Rang) -> dict[str, object]:
    return {
        "cle": rang.cle,
        "nom": rang.nom,
        "du": nombre(rang.du),
        "servi": rang.servi,
        "retard": nombre(rang.retard, signe=True),
        "score": nombre(rang.score, signe=True),
        "equilibre": {
            e.axe.value: {"valeur": e.valeur, "du": nombre(e.du), "recu": e.recu}
            for e in rang.ecarts
        },
        "exclusion": raison(rang.exclusion) if rang.exclusion else "",
    }


def _servir(
    key: str, orientation_id: int, proposition: Proposition, registre: Registre, uow: UnitOfWork
) -> None:
    """Write the events of the offer; the ledger refuses what does not fit."""
    unite = proposition.suggestion.unite
    number = uow.evenements.prochain_numero()
    if registre.suivi(unite.cle) is None:
        arrival = Presentation(number, unite)
        registre.appliquer(arrival)
        uow.evenements.ajouter(arrival, orientation_id)
        number += 1
    offer = Service(number, unite.cle, key)
    registre.appliquer(offer)
    uow.evenements.ajouter(offer, orientation_id)
