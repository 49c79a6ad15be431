"""Offer a freed dwelling to a réservataire."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.explication import raison
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.flux.suggestion import RaisonExclusion
from fluxdesk.domain.orientation import Orientation, numero_offre
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.typographie import accorde, typographier
from fluxdesk.services.imputer_offre import Plume, cle_de
from fluxdesk.services.premiere_location import (
    exiger_convenue,
    partie_convenue,
    suivi_de_l_offre,
)
from fluxdesk.services.suggerer_orientation import (
    echeance_pour,
    mode_offre_de,
    nom_de_partie,
    preparer_proposition,
)
from fluxdesk.services.tenir_registre import avancer_point, convention_de

if TYPE_CHECKING:
    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.flux.suggestion import Rang
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires
    from fluxdesk.services.premiere_location import PremiereLocation
    from fluxdesk.services.suggerer_orientation import (
        Proposition,
    )

# An officer may go beyond a due; no reason makes a right exist where there is none.
_FRANCHISSABLES = {RaisonExclusion.DEJA_SERVI, RaisonExclusion.NEUF_A_PART}
_INFRANCHISSABLES = frozenset(RaisonExclusion) - _FRANCHISSABLES


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
    """What the officer decided: follow the suggestion (None), or this party, and why.

    ``mode`` None leaves it to the convention of the party; an offer to one party is never
    « à tous », whatever the convention says.
    """

    vacance_id: int
    destinataire: str | None = None
    derogation: str = ""
    mode: ModeOffre | None = None


def orienter_vacance(
    demande: DemandeOrientation,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Orientation:
    """Make the offer: number, deadline, the suggestion as shown, ledger and journal.

    Raises:
        IntrouvableError, PasAOrienterError: as ``suggerer_orientation``.
        DestinataireInconnuError, DestinataireExcluError: the choice cannot hold this dwelling.
        DerogationSansMotifError: another choice than the suggestion, without a reason.
    """
    with uow:
        made = orienter_ici(
            demande, uow=uow, horloge=horloge, territoires=territoires, feries=feries
        )
        uow.valider()
    return made


def orienter_ici(
    demande: DemandeOrientation,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> Orientation:
    """The same inside an open transaction, which the caller commits."""
    proposition, registre = preparer_proposition(
        demande.vacance_id, uow=uow, horloge=horloge, territoires=territoires, feries=feries
    )
    accord = partie_convenue(demande.vacance_id, uow=uow)
    if accord is not None:
        return _proposer_neuf(
            demande, accord, proposition, Plume(registre, uow), feries=feries, uow=uow
        )
    key = demande.destinataire or proposition.destinataire
    if key != proposition.destinataire:
        verifier_destinataire(key, proposition, registre)
        exiger_motif(demande.derogation)
    mode = demande.mode or mode_offre_de(key, uow=uow)
    # The landlord passes to nobody, and an offer to one is not to several.
    in_order = mode is ModeOffre.ORDRE and key != BAILLEUR
    kept = ModeOffre.ORDRE if in_order else ModeOffre.UN_SEUL
    made = rediger_offre(key, proposition, mode=kept, feries=feries, uow=uow)
    if key != proposition.destinataire:
        made = replace(made, derogation=demande.derogation.strip())
    return enregistrer_offre(made, proposition, Plume(registre, uow), uow=uow)


def _proposer_neuf(
    demande: DemandeOrientation,
    accord: PremiereLocation,
    proposition: Proposition,
    pen: Plume,
    *,
    feries: Feries,
    uow: UnitOfWork,
) -> Orientation:
    """Offer a new dwelling to the party agreed, or to another with a reason."""
    key, unite = exiger_convenue(accord, demande.destinataire), proposition.suggestion.unite
    suivi = suivi_de_l_offre(proposition.vacance, key, unite, uow=uow)
    other = key != accord.cle
    if other:
        exiger_motif(demande.derogation)
    if other or not (suivi.hors_registre or suivi.a_part):
        verifier_destinataire(key, proposition, pen.registre)
    elif suivi.a_part:  # agreed, if need be out of its territory: it only has to be a party
        _exiger_partie(key, pen.registre)
    made = replace(
        rediger_offre(key, proposition, mode=ModeOffre.UN_SEUL, feries=feries, uow=uow),
        suggere=accord.cle,
        explication=proposition.texte if accord.cle else accord.phrase(),
        classement="",
        derogation=demande.derogation.strip() if other else "",
        suivi=suivi,
    )
    return enregistrer_offre(made, proposition, pen, uow=uow)


def verifier_destinataire(key: str, proposition: Proposition, registre: Registre) -> None:
    """Refuse a party that is none, that is divided, or that has no right on this dwelling.

    Raises:
        DestinataireInconnuError, DestinataireExcluError.
    """
    _exiger_partie(key, registre)
    parties = {p.cle: p for p in registre.parties}
    root = key
    while (parent := parties[root].parent) is not None:
        root = parent
    barred = next((r.exclusion for r in proposition.suggestion.exclus if r.cle == root), None)
    if barred in _INFRANCHISSABLES:
        raise DestinataireExcluError(parties[key].nom, raison(barred))


def _exiger_partie(key: str, registre: Registre) -> None:
    known = any(p.cle == key for p in registre.parties)
    if not known or any(p.parent == key for p in registre.parties):
        raise DestinataireInconnuError


def exiger_motif(derogation: str) -> None:
    """Another choice than the suggestion says why.

    Raises:
        DerogationSansMotifError: it does not.
    """
    if not derogation.strip():
        raise DerogationSansMotifError


def rediger_offre(
    key: str, proposition: Proposition, *, mode: ModeOffre, feries: Feries, uow: UnitOfWork
) -> Orientation:
    """The offer to this party, numbered, made on the day of the proposition; not yet recorded."""
    today = proposition.jour
    reservataire_id, sous = lire_cle(key)
    convention = convention_de(key, uow=uow)
    days = Calendrier(feries, proposition.logement.departement)
    unite = proposition.suggestion.unite
    deadline = echeance_pour(key, today, unite=unite, calendrier=days, uow=uow)
    rank = uow.orientations.nombre_de_l_annee(today.year) + 1
    return Orientation(
        numero=numero_offre(today.year, rank),
        vacance_id=proposition.vacance.id,
        jour=today,
        reservataire_id=reservataire_id,
        sous_contingent=sous,
        echeance=deadline.jour if deadline else None,
        echeance_explication=deadline.explication if deadline else "",
        candidats=convention.candidats if convention else 0,
        suggere=proposition.destinataire,
        explication=proposition.texte,
        classement=classement_affiche(proposition),
        mode=mode,
    )


def enregistrer_offre(
    made: Orientation, proposition: Proposition, pen: Plume, *, uow: UnitOfWork, autres: int = 0
) -> Orientation:
    """Record the offer, its events and its journal entry; ``autres`` were offered it too."""
    made = replace(made, id=uow.orientations.enregistrer(made))
    pen.proposer(made, proposition.suggestion.unite)
    avancer_point(pen.registre, made.jour, uow=uow)
    where = proposition.logement.adresse.ligne() or proposition.logement.cle
    uow.journal.ecrire(
        "orientation.creer",
        f"orientation:{made.id}",
        _libelle(made, where, nom_de_partie(pen.registre, cle_de(made)), autres),
        apres=made,
        motif=made.derogation,
    )
    return made


def _libelle(made: Orientation, where: str, nom: str, autres: int) -> str:
    kept = made.reservataire_id is None
    told = "gardé par le bailleur" if kept else f"proposé à « {nom} »"
    among = f" et à {accorde(autres, 'autre')}" if autres else ""
    return typographier(f"Offre {made.numero} : {where} {told}{among}")


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
