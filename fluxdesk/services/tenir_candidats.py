"""Add, mend, rank, set aside and bring back the candidates of an offer.

One set aside is neither shown, counted nor printed; it stays in the base until the purge.

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
from fluxdesk.services.noter_etape import EtapeOffre, NoteOffre, ecrire_etape_offre

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from fluxdesk.domain.candidat import Candidat
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.deduire_quartile import RessourcesDites
    from fluxdesk.services.depots import UnitOfWork
    from fluxdesk.services.ports import Horloge

RETIRER, REMETTRE = "candidat.retirer", "candidat.remettre"
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
    recus: date | None = None,
) -> tuple[int, tuple[str, ...]]:
    """Add a candidate (id 0), last in rank, or mend one; its id, and what is doubtful, in words.

    ``ressources`` only tell the first quartile, where none is given (regles.md 68): not kept.
    ``recus`` notes the step « candidats reçus » of the offer with that day, in the same act.

    Raises:
        IntrouvableError: no such offer, or no such candidate on it.
        OffreSansCandidatError: the offer is closed.
        CandidatIncorrectError and those of ``verifier_candidat``: what was typed cannot be kept.
        Those of ``noter_etape_offre``: the day does not fit.
    """
    today = horloge.aujourd_hui()
    kept, doubts = verifier_candidat(candidat, today.year)
    with uow:
        offre = _offre(kept.orientation_id, uow)
        known = uow.candidats.de_l_orientation(offre.id)
        _exiger_nouveau(kept, offre, uow=uow)
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
        if recus is not None:
            note = NoteOffre(orientation_id=offre.id, etape=EtapeOffre.CANDIDATS, jour=recus)
            ecrire_etape_offre(note, uow=uow, horloge=horloge)
        uow.valider()
    return ident, doubts


def retirer_candidat(
    orientation_id: int, candidat_id: int, *, motif: str, uow: UnitOfWork, horloge: Horloge
) -> None:
    """Set aside a candidate entered by mistake, or at its own request; ranks close up.

    Raises:
        IntrouvableError: no such offer, or no such candidate on it.
    """
    with uow:
        offre = uow.orientations.lire(orientation_id)
        known = uow.candidats.de_l_orientation(orientation_id)
        gone = _du(known, candidat_id)
        uow.candidats.enregistrer(replace(gone, retire=horloge.aujourd_hui()))
        _numeroter([c for c in known if c.id != candidat_id], uow)
        said = f"candidat de rang {gone.rang} retiré"
        _journaliser(RETIRER, offre, said, motif, uow=uow, candidat_id=candidat_id)
        uow.valider()


def remettre_candidat(candidat_id: int, *, uow: UnitOfWork, motif: str = "") -> None:
    """Bring back a candidate that was set aside, at the rank that it had.

    Raises:
        IntrouvableError: no such candidate: it was removed for good.
        CandidatIncorrectError: it is not set aside, or was entered anew.
    """
    with uow:
        back = uow.candidats.lire(candidat_id)
        if back.retire is None:
            message = "Ce candidat n’est pas retiré : il est parmi ceux de l’offre."
            raise CandidatIncorrectError(message)
        offre = uow.orientations.lire(back.orientation_id)
        known = list(uow.candidats.de_l_orientation(offre.id))
        back = replace(back, retire=None)
        _exiger_nouveau(back, offre, uow=uow)
        uow.candidats.enregistrer(back)
        place = back.rang - 1
        _numeroter([*known[:place], back, *known[place:]], uow)
        said = f"candidat remis au rang {min(place, len(known)) + 1}"
        _journaliser(REMETTRE, offre, said, motif, uow=uow, candidat_id=candidat_id)
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


def _exiger_nouveau(candidat: Candidat, offre: Orientation, *, uow: UnitOfWork) -> None:
    """Refuse a demand that is on the offer already, be it set aside."""
    number = candidat.numero_unique
    if any(
        c.numero_unique == number and c.id != candidat.id
        for c in uow.candidats.de_l_orientation(offre.id)
    ):
        message = f"Ce numéro unique est déjà candidat à l’offre {offre.numero}."
        raise CandidatIncorrectError(message)
    if any(
        c.numero_unique == number and c.id != candidat.id for c in uow.candidats.retires(offre.id)
    ):
        message = (
            f"Ce numéro unique est parmi les candidats retirés de l’offre {offre.numero} : "
            "remettez-le plutôt."
        )
        raise CandidatIncorrectError(message)


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
    action: str,
    offre: Orientation,
    dit: str,
    motif: str = "",
    *,
    uow: UnitOfWork,
    candidat_id: int = 0,
) -> None:
    """An act that is undone names its candidate by number, the others their offer."""
    uow.journal.ecrire(
        action,
        f"candidat:{candidat_id}" if candidat_id else f"orientation:{offre.id}",
        typographier(f"Offre {offre.numero} : {dit}"),
        motif=motif,
    )
