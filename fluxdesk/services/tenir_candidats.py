"""Add, mend, rank and remove the candidates of an offer.

The journal tells which offer and which rank, never who: it can forget nothing (surete.md §1.3).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.candidat_saisi import CandidatIncorrectError, verifier_candidat
from fluxdesk.domain.erreurs import FluxDeskError, IntrouvableError
from fluxdesk.domain.orientation import ISSUES_OUVERTES, IssueOrientation
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.deduire_quartile import deduire_quartile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.deduire_quartile import RessourcesDites
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge

_MODIFIABLES = ISSUES_OUVERTES | {IssueOrientation.BAIL_SIGNE}


class OffreSansCandidatError(FluxDeskError):
    """The offer is closed: it takes no candidate any more."""

    def __init__(self, offre: Orientation) -> None:
        super().__init__(
            f"L’offre {offre.numero} est close ({offre.issue.value}) : elle ne reçoit plus de "
            "candidats."
        )


def inscrire_candidat(
    candidat: Candidat,
    *,
    uow: UnitOfWork,
    horloge: Horloge,
    ressources: RessourcesDites | None = None,
) -> tuple[int, tuple[str, ...]]:
    """Add a candidate (id 0), last in rank, or mend one; its id, and what is doubtful, in words.

    ``ressources`` only tell the first quartile, where none is given (regles.md 68): not kept.

    Raises:
        IntrouvableError: no such offer, or no such candidate on it.
        OffreSansCandidatError: the offer is closed.
        CandidatIncorrectError and those of ``verifier_candidat``: what was typed cannot be kept.
    """
    today = horloge.aujourd_hui()
    kept, doubts = verifier_candidat(candidat, today.year)
    with uow:
        offre = _offre(kept.orientation_id, uow)
        known = uow.candidats.de_l_orientation(offre.id)
        if any(c.numero_unique == kept.numero_unique and c.id != kept.id for c in known):
            message = f"Ce numéro unique est déjà candidat à l’offre {offre.numero}."
            raise CandidatIncorrectError(message)
        if kept.id:
            before = _du(known, kept.id)
            kept = replace(kept, rang=before.rang, etat=before.etat)
            said = f"candidat de rang {kept.rang} corrigé"
        else:
            rank = max((c.rang for c in known), default=0) + 1
            kept = replace(kept, rang=rank, recu=kept.recu or today)
            said = f"candidat ajouté au rang {rank}"
        if ressources is not None:
            read = deduire_quartile(ressources, kept.quartile, offre, today, uow=uow)
            kept = replace(kept, quartile=read.quartile)
            doubts = (*doubts, *filter(None, (read.phrase,)))
        ident = uow.candidats.enregistrer(kept)
        _journaliser("candidat.inscrire", offre, said, uow=uow)
        uow.valider()
    return ident, doubts


def retirer_candidat(orientation_id: int, candidat_id: int, *, motif: str, uow: UnitOfWork) -> None:
    """Remove a candidate entered by mistake, or at its own request; ranks close up.

    Raises:
        IntrouvableError: no such offer, or no such candidate on it.
    """
    with uow:
        offre = uow.orientations.lire(orientation_id)
        known = uow.candidats.de_l_orientation(orientation_id)
        gone = _du(known, candidat_id)
        uow.candidats.retirer(candidat_id)
        _numeroter([c for c in known if c.id != candidat_id], uow)
        _journaliser(
            "candidat.retirer", offre, f"candidat de rang {gone.rang} retiré", motif, uow=uow
        )
        uow.valider()


def classer_candidats(orientation_id: int, ordre: Sequence[int], *, uow: UnitOfWork) -> None:
    """Rank the candidates of an offer: ids from the first rank to the last.

    Raises:
        IntrouvableError: no such offer.
        OffreSansCandidatError: the offer is closed.
        CandidatIncorrectError: the order does not name each of them once.
    """
    with uow:
        offre = _offre(orientation_id, uow)
        known = {c.id: c for c in uow.candidats.de_l_orientation(orientation_id)}
        if sorted(ordre) != sorted(known):
            message = "Le classement ne nomme pas chaque candidat une fois : recommencez-le."
            raise CandidatIncorrectError(message)
        _numeroter([known[ident] for ident in ordre], uow)
        _journaliser("candidat.classer", offre, "candidats classés", uow=uow)
        uow.valider()


def _offre(orientation_id: int, uow: UnitOfWork) -> Orientation:
    found = uow.orientations.lire(orientation_id)
    if found.issue not in _MODIFIABLES:
        raise OffreSansCandidatError(found)
    return found


def _du(connus: Sequence[Candidat], candidat_id: int) -> Candidat:
    for candidat in connus:
        if candidat.id == candidat_id:
            return candidat
    what = "Le candidat"
    raise IntrouvableError(what, candidat_id)


def _numeroter(candidats: Sequence[Candidat], uow: UnitOfWork) -> None:
    for rank, candidat in enumerate(candidats, start=1):
        if candidat.rang != rank:
            uow.candidats.enregistrer(replace(candidat, rang=rank))


def _journaliser(
    action: str, offre: Orientation, dit: str, motif: str = "", *, uow: UnitOfWork
) -> None:
    uow.journal.ecrire(
        action,
        f"orientation:{offre.id}",
        typographier(f"Offre {offre.numero} : {dit}"),
        motif=motif,
    )
