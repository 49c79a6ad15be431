"""Check the whole base: the file, the chain of the journal, the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fluxdesk.domain.flux.erreurs import FluxError
from fluxdesk.domain.flux.parties import UN
from fluxdesk.domain.journal import premiere_rupture
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.tenir_registre import charger_registre, ouvrir_registre

if TYPE_CHECKING:
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Base


def verifier_base(*, base: Base) -> tuple[str, ...]:
    """Sentences on what is wrong, in French; empty when the base is sound.

    The ledger must replay to what its checkpoint says, and the dues of its parties must add up
    to exactly one dwelling for each right that was opened (moteur.md §4, P1, P4).
    """
    found = list(base.verifier())
    with base.transaction() as uow:
        broken = premiere_rupture(uow.journal.toutes())
        if broken is not None:
            found.append(
                f"Le journal a été modifié hors de FluxDesk : l’entrée n° {broken} ne suit pas "
                "la précédente. Restaurez une sauvegarde ou conservez ce fichier comme preuve."
            )
        found += _registre(uow)
    return tuple(typographier(sentence) for sentence in found)


def _registre(uow: UnitOfWork) -> list[str]:
    try:
        registre = charger_registre(uow=uow)
    except FluxError as error:
        return [f"Le registre du flux ne se rejoue pas : {error}"]
    if ouvrir_registre(uow=uow).soldes() != registre.soldes():
        found = (
            "Le point de reprise du registre du flux ne correspond pas à ses événements, et les "
            "propositions peuvent être fausses : restaurez une sauvegarde et signalez-le."
        )
        return [found]
    rights = registre.comptes.droits * UN
    if sum(s.du for s in registre.soldes() if s.parent is None) != rights:
        return ["Les droits du registre du flux ne s’équilibrent pas : signalez-le."]
    return []
