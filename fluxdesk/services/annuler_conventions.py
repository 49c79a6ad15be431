"""Undo an import of conventions: those it changed are put back, those it made are removed.

Rates count from the first dwelling that the ledger presents under them. Once one was, taking them
back would rewrite dues that letters and bilans may have told: it is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from fluxdesk.domain.flux.evenements import Presentation
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import BAILLEUR
from fluxdesk.domain.parties import lire_cle
from fluxdesk.domain.typographie import accorde
from fluxdesk.services.conventions_du_journal import lire_convention, lire_reservataire
from fluxdesk.services.convertir_stock import ACTION as CONVERSION
from fluxdesk.services.importer_conventions import ACTION
from fluxdesk.services.lots_du_journal import (
    LotToucheError,
    entree_du_lot,
    journaliser_annulation,
    lire_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fluxdesk.domain.convention import Convention
    from fluxdesk.domain.flux.evenements import Fait
    from fluxdesk.domain.journal import EntreeJournal
    from fluxdesk.domain.reservataire import Reservataire
    from fluxdesk.services.depots import UnitOfWork

_COMPTE = (
    "le registre a compté des logements avec ces taux depuis, annulez d’abord ces offres, ou "
    "corrigez chaque convention par un avenant"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Images:
    """Réservataires and conventions by id, on one side of an act."""

    reservataires: Mapping[int, Reservataire]
    conventions: Mapping[int, Convention]


def annuler_conventions(
    lot: int, *, uow: UnitOfWork, motif: str, action: str = ACTION
) -> tuple[int, int]:
    """Remove the conventions that the import made, put back those it changed; the two counts.

    ``action`` is that of a conversion where it was one: its photo is removed too.

    Raises:
        FluxDeskError: no such import of conventions, or it is already undone.
        LotToucheError: the ledger counted a dwelling since, one of its conventions was changed,
            or one it made is used.
    """
    with uow:
        entree = entree_du_lot(action, lot, uow=uow)
        uow.lots.annuler(lot)
        before, after = images(entree.avant), images(entree.apres)
        if why := obstacle(entree, before, after, uow=uow):
            raise LotToucheError(lot, why)
        made = remettre(before, after, uow=uow)
        photo = lire_json(entree.apres).get("photo")
        if photo is not None:
            uow.photos.retirer(photo)
        counts = made, len(before.conventions)
        journaliser_annulation(lot, _dit(*counts), apres=list(counts), motif=motif, uow=uow)
        uow.valider()
    return counts


def annuler_conversion(lot: int, *, uow: UnitOfWork, motif: str) -> tuple[int, int]:
    """Undo a conversion of stock: its drafts and its photo; see ``annuler_conventions``."""
    return annuler_conventions(lot, uow=uow, motif=motif, action=CONVERSION)


def images(texte: str) -> Images:
    """What the journal keeps of one side of an import, or of an act on one convention."""
    told = lire_json(texte)
    return Images(
        reservataires={i["id"]: lire_reservataire(i) for i in told["reservataires"]},
        conventions={i["id"]: lire_convention(i) for i in told["conventions"]},
    )


def obstacle(entree: EntreeJournal, before: Images, after: Images, *, uow: UnitOfWork) -> str:
    """Why the act cannot be taken back, in words, inside an open transaction; empty if it can."""
    return (
        _du_registre(entree, after, uow)
        or _des_images(after, uow)
        or _des_usages(before, after, uow)
    )


def remettre(before: Images, after: Images, *, uow: UnitOfWork) -> int:
    """Put everything back inside an open transaction; how many conventions were removed."""
    made = after.conventions.keys() - before.conventions.keys()
    for ident in sorted(made):
        uow.conventions.retirer(ident)
    for ident in sorted(after.reservataires.keys() - before.reservataires.keys()):
        uow.reservataires.retirer(ident)
    for who in before.reservataires.values():
        uow.reservataires.enregistrer(who)
    for convention in before.conventions.values():
        uow.conventions.enregistrer(convention)
    return len(made)


def _du_registre(entree: EntreeJournal, after: Images, uow: UnitOfWork) -> str:
    """The ledger went on under these rates, or charged one of these parties."""
    first = lire_json(entree.apres)["evenement"]
    later = [e for e, _ in effectifs(uow.evenements.tous()) if e.numero >= first]
    counted = any(isinstance(e, Presentation) or _partie(e) in after.reservataires for e in later)
    return _COMPTE if counted else ""


def _partie(fait: Fait) -> int | None:
    """The réservataire that the event charges; None for the landlord, or for nobody."""
    return lire_cle(BAILLEUR if isinstance(fait, Presentation) else fait.partie)[0]


def _des_images(after: Images, uow: UnitOfWork) -> str:
    """What the act wrote is not what stands now."""
    for convention in after.conventions.values():
        who = after.reservataires[convention.reservataire_id]
        now = uow.reservataires.lire(who.id), uow.conventions.lire(convention.id)
        if now != (who, convention):
            return (
                f"la convention de {who.nom} a changé depuis, annulez d’abord ce qui l’a changée "
                "ou remettez-la dans l’état de l’import"
            )
    return ""


def _des_usages(before: Images, after: Images, uow: UnitOfWork) -> str:
    """What the act made is named elsewhere: even a cancelled offer keeps its trace."""
    offered = {offre.reservataire_id for offre in uow.orientations.toutes()}
    stocked = {droit.reservataire_id for droit in uow.stock.tous()}
    loans = {garantie.reservataire_id for garantie in uow.garanties.toutes()}
    for ident, convention in after.conventions.items():
        who = after.reservataires[convention.reservataire_id]
        new = who.id not in before.reservataires
        if ident not in before.conventions and who.id in offered:
            return f"une offre a été faite à {who.nom} depuis"
        if new and who.id in stocked:
            return f"des droits en stock ont été donnés à {who.nom} depuis"
        if new and who.id in loans:
            return f"une garantie d’emprunt a été donnée à {who.nom} depuis"
    return ""


def _dit(retirees: int, remises: int) -> str:
    gone = accorde(retirees, "convention retirée", "conventions retirées")
    return f"{gone}, {accorde(remises, 'remise en état', 'remises en état')}"
