"""The offers of one vacancy read together: which are open, which one holds the dwelling."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.orientation import ISSUES_OUVERTES, IssueOrientation
from fluxdesk.domain.parties import cle_partie

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Vacance


def partie_imputee(offre: Orientation) -> str:
    """Party key of the account that the dwelling is charged to (regles.md 63, 65).

    That of who was asked, unless it was imputed otherwise: a bilan counts this one.
    """
    return offre.suivi.impute or cle_partie(offre.reservataire_id, offre.sous_contingent)


def ouvertes(offres: Iterable[Orientation]) -> tuple[Orientation, ...]:
    """Those that wait for an answer or a lease, in the order made."""
    return tuple(offre for offre in offres if offre.issue in ISSUES_OUVERTES)


def attribuee(offres: Iterable[Orientation]) -> Orientation | None:
    """The one whose candidate was chosen by the CAL, lease to come; one at most."""
    return next((o for o in offres if o.issue is IssueOrientation.ATTRIBUEE), None)


def principale(offres: Iterable[Orientation]) -> Orientation | None:
    """The offer that speaks for the vacancy; None where none stands.

    The signed one, else the attributed one, else the open one whose deadline comes first, else
    the last that was closed.
    """
    standing = [o for o in offres if o.issue is not IssueOrientation.ANNULEE]
    return min(standing, key=_avancee) if standing else None


def au_titulaire(offre: Orientation, vacance: Vacance) -> bool:
    """Whether an identified dwelling was offered to the holder of its right (regles.md 5).

    It is out of the flux: neither the ledger nor a bilan knows the offer, while they know the new
    dwellings that are counted apart.
    """
    return offre.suivi.hors_registre and vacance.suivi.programme_id is None


def comptee_a_part(offre: Orientation) -> bool:
    """Whether no account of a réservataire is charged: see ``SuiviOffre``."""
    return offre.suivi.hors_registre or offre.suivi.a_part


@dataclass(frozen=True, slots=True, kw_only=True)
class Etapes:
    """How far the offers made to a party went, since the first day; refused ones count too."""

    mises: int = 0
    attributions: int = 0
    baux: int = 0


def etapes_de(cle: str, offres: Iterable[Orientation]) -> Etapes:
    """The three counters of a party, whatever the step that its convention counts.

    Counted on the offers, not on the ledger: those made to several at once are made available
    to each, though the ledger knows only the one that it serves. First lettings counted apart
    are left out.
    """
    mine = [
        o
        for o in offres
        if partie_imputee(o) == cle
        and o.issue is not IssueOrientation.ANNULEE
        and not comptee_a_part(o)
    ]
    return Etapes(
        mises=len(mine),
        attributions=sum(1 for o in mine if o.date_attribution),
        baux=sum(1 for o in mine if o.date_bail),
    )


def meme_acte(une: Orientation, autre: Orientation) -> bool:
    """Whether both went out together, to several réservataires at once.

    They bear the number of the first of them. Those made before that number was kept have the
    suggestion they were made from, and that of a later act names more refusers.
    """
    if une.suivi.groupe or autre.suivi.groupe:
        return une.suivi.groupe == autre.suivi.groupe
    together = une.mode is ModeOffre.TOUS and autre.mode is ModeOffre.TOUS
    return together and (une.vacance_id, une.jour, une.explication) == (
        autre.vacance_id,
        autre.jour,
        autre.explication,
    )


_ORDRE = (IssueOrientation.BAIL_SIGNE, IssueOrientation.ATTRIBUEE, IssueOrientation.EN_COURS)


def _avancee(offre: Orientation) -> tuple[int, date, int]:
    if offre.issue not in _ORDRE:
        return len(_ORDRE), date.max, -offre.id
    return _ORDRE.index(offre.issue), offre.echeance or date.max, offre.id
