"""Offer a freed dwelling to several réservataires at once (pratique.md B20).

The dwelling is imputed to the one whose candidate signs; how that enters the ledger is told in
``services/imputer_offre.py``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from fluxdesk.domain.calendrier import Calendrier, sans_feries
from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.erreurs import FluxDeskError
from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.flux.parties import BAILLEUR, UN
from fluxdesk.domain.flux.suggestion import RaisonExclusion
from fluxdesk.services.imputer_offre import Plume
from fluxdesk.services.orienter_vacance import (
    enregistrer_offre,
    exiger_motif,
    rediger_offre,
    verifier_destinataire,
)
from fluxdesk.services.premiere_location import refuser_a_plusieurs
from fluxdesk.services.suggerer_orientation import echeance_pour, preparer_proposition
from fluxdesk.services.tenir_registre import convention_de

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from fluxdesk.domain.calendrier import Feries
    from fluxdesk.domain.echeance import Echeance
    from fluxdesk.domain.flux.parties import Partie, Unite
    from fluxdesk.domain.flux.registre import Registre
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge, Territoires
    from fluxdesk.services.suggerer_orientation import Proposition

PLUSIEURS = 2  # fewer réservataires are an ordinary offer


class PasPlusieursError(FluxDeskError):
    """An offer to several names two réservataires at least, each once, and never the landlord."""

    def __init__(self) -> None:
        super().__init__(
            "Une offre à plusieurs réservataires en nomme au moins deux, sans le bailleur : "
            "cochez-en d’autres, ou faites une offre à un seul."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A party that can be offered the dwelling among others, this dwelling counted as due.

    ``du`` and ``retard`` in dwellings; ``score`` is that of the ranking, None for a part of a
    divided party, which carries no mix. ``retenu`` tells that the engine ranks it: it is ticked
    unless the officer says otherwise; ``deja_servi`` that its right is already met.
    ``candidats`` are those its convention has it propose.
    """

    cle: str
    nom: str
    du: Fraction
    servi: int
    retard: Fraction
    score: Fraction | None
    echeance: Echeance | None
    candidats: int
    retenu: bool
    deja_servi: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandeATous:
    """Whom the officer ticked; nobody means those that the engine ranks."""

    vacance_id: int
    destinataires: tuple[str, ...] = ()
    derogation: str = ""


def lister_invites(
    vacance_id: int,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> tuple[Invite, ...]:
    """Everyone who can be offered the dwelling, in the order of the ranking; writes nothing.

    Raises:
        IntrouvableError, PasAOrienterError: as ``suggerer_orientation``.
        PremiereLocationAUnSeulError: a first letting that is agreed with one party.
    """
    with uow:
        refuser_a_plusieurs(vacance_id, (), uow=uow)
        proposition, registre = preparer_proposition(
            vacance_id, uow=uow, horloge=horloge, territoires=territoires
        )
        return tuple(_invites(proposition, registre, feries, uow=uow))


def proposer_a_tous(
    demande: DemandeATous,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    territoires: Territoires,
    feries: Feries = sans_feries,
) -> tuple[Orientation, ...]:
    """Make one offer to each, the same day, each with its number and its deadline.

    Raises:
        IntrouvableError, PasAOrienterError: as ``suggerer_orientation``.
        DestinataireInconnuError, DestinataireExcluError: one cannot hold this dwelling.
        PasPlusieursError: fewer than two, the same twice, or the landlord.
        PremiereLocationAUnSeulError: a first letting that they cannot share
            (``services/premiere_location.py``).
        DerogationSansMotifError: the party suggested is left out, without a reason.
    """
    with uow:
        proposition, registre = preparer_proposition(
            demande.vacance_id, uow=uow, horloge=horloge, territoires=territoires
        )
        invites = {i.cle: i for i in _invites(proposition, registre, feries, uow=uow)}
        keys = demande.destinataires or tuple(k for k, i in invites.items() if i.retenu)
        refuser_a_plusieurs(demande.vacance_id, keys, uow=uow)
        reason = _verifier(keys, demande, proposition, registre)
        pen = Plume(registre, uow)
        made: list[Orientation] = []
        for key in keys:
            offer = rediger_offre(key, proposition, mode=ModeOffre.TOUS, feries=feries, uow=uow)
            offer = replace(
                offer, derogation=reason, classement=_avec(offer.classement, invites[key])
            )
            group = made[0].numero if made else offer.numero
            offer = replace(offer, suivi=replace(offer.suivi, groupe=group))
            made.append(enregistrer_offre(offer, proposition, pen, uow=uow, autres=len(keys) - 1))
        uow.valider()
    return tuple(made)


def _verifier(
    keys: Sequence[str], demande: DemandeATous, proposition: Proposition, registre: Registre
) -> str:
    """The reason to keep with the offers: empty where the party suggested is among them."""
    if len(set(keys) - {BAILLEUR}) < max(PLUSIEURS, len(keys)):
        raise PasPlusieursError
    for key in keys:
        verifier_destinataire(key, proposition, registre)
    if proposition.destinataire in keys:
        return ""
    exiger_motif(demande.derogation)
    return demande.derogation.strip()


def _invites(
    proposition: Proposition, registre: Registre, feries: Feries, *, uow: UnitOfWork
) -> Iterator[Invite]:
    """The réservataires of the ranking and their parts, the most late part of each ticked."""
    unite = proposition.suggestion.unite
    days = Calendrier(feries, proposition.logement.departement)
    ledger = registre
    if registre.suivi(unite.cle) is None:
        ledger = registre.copie()
        ledger.appliquer(Presentation(uow.evenements.prochain_numero(), unite))  # in thought
    refused = frozenset(proposition.suggestion.refusants)
    for rank in (*proposition.suggestion.classement, *proposition.suggestion.exclus):
        if rank.cle == BAILLEUR or rank.exclusion not in {None, RaisonExclusion.DEJA_SERVI}:
            continue
        leaves = [p for p in _feuilles(rank.cle, ledger) if _possible(p, unite, refused)]
        leaves.sort(key=lambda p: -ledger.retard(p.cle))
        for place, leaf in enumerate(leaves):
            whole = leaf.cle == rank.cle
            convention = convention_de(leaf.cle, uow=uow)
            yield Invite(
                cle=leaf.cle,
                nom=leaf.nom,
                du=Fraction(ledger.du(leaf.cle), UN),
                servi=ledger.servi(leaf.cle),
                retard=Fraction(ledger.retard(leaf.cle), UN),
                score=rank.score if whole and rank.exclusion is None else None,
                echeance=echeance_pour(
                    leaf.cle, proposition.jour, unite=unite, calendrier=days, uow=uow
                ),
                candidats=convention.candidats if convention else 0,
                retenu=rank.exclusion is None and place == 0,
                deja_servi=rank.exclusion is not None,
            )


def _feuilles(cle: str, registre: Registre) -> Iterator[Partie]:
    """The party itself, or its parts, down to those that are not divided."""
    parts = [p for p in registre.parties if p.parent == cle]
    if not parts:
        yield next(p for p in registre.parties if p.cle == cle)
    for part in parts:
        yield from _feuilles(part.cle, registre)


def _possible(partie: Partie, unite: Unite, refusants: frozenset[str]) -> bool:
    """Whether a leaf can be offered the dwelling (moteur.md §4, step 2)."""
    return (
        partie.territoire.contient(unite)
        and partie.taux_date(unite.jour) is not None
        and not partie.suspendu
        and partie.cle not in refusants
    )


def _avec(classement: str, invite: Invite) -> str:
    """The ranking with a row for this party, which a part of a divided one has not."""
    rows: list[dict[str, object]] = json.loads(classement)
    if all(row["cle"] != invite.cle for row in rows):
        rows.append(
            {
                "cle": invite.cle,
                "nom": invite.nom,
                "du": nombre(invite.du),
                "servi": invite.servi,
                "retard": nombre(invite.retard, signe=True),
                "exclusion": "",
            }
        )
    return json.dumps(rows, ensure_ascii=False)
