"""Offers of one dwelling to three réservataires, for the tests of what follows from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import etape
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.proposer_a_tous import (
    DemandeATous,
    lister_invites,
    proposer_a_tous,
)
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.monde import (
    HORLOGE,
    JOUR,
    TERRITOIRES,
)
from tests.services.test_actes import soldes

if TYPE_CHECKING:
    from datetime import date

    from fluxdesk.domain.flux.parties import ModeRefus
    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.domain.vacance import Etape
    from fluxdesk.services.proposer_a_tous import (
        Invite,
    )
    from tests.services.memoire import MemoireUow

REFUSEE, SANS = IssueOrientation.REFUSEE, IssueOrientation.SANS_CANDIDAT
ATTRIBUEE, BAIL = IssueOrientation.ATTRIBUEE, IssueOrientation.BAIL_SIGNE
EN_COURS, ANNULEE = IssueOrientation.EN_COURS, IssueOrientation.ANNULEE
TROIS = ("1/prioritaires", "2", "3")


def proposer(
    uow: MemoireUow, vacance_id: int, *cles: str, motif: str = ""
) -> tuple[Orientation, ...]:
    demande = DemandeATous(vacance_id=vacance_id, destinataires=cles, derogation=motif)
    return proposer_a_tous(demande, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def a_trois(uow: MemoireUow, vacance_id: int) -> tuple[Orientation, ...]:
    return proposer(uow, vacance_id, *TROIS, motif="décidé en comité")


def invites(uow: MemoireUow, vacance_id: int) -> dict[str, Invite]:
    found = lister_invites(vacance_id, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)
    return {i.cle: i for i in found}


def repondre(
    uow: MemoireUow, offre: Orientation, issue: IssueOrientation, jour: date = JOUR
) -> None:
    enregistrer_issue(offre.id, issue, jour=jour, motif="dit au téléphone", uow=uow)


def issues(uow: MemoireUow, vacance_id: int) -> list[IssueOrientation]:
    with uow:
        return [o.issue for o in uow.orientations.de_la_vacance(vacance_id)]


def etape_de(uow: MemoireUow, vacance_id: int) -> Etape:
    with uow:
        return etape(
            uow.vacances.lire(vacance_id),
            [o.issue for o in uow.orientations.de_la_vacance(vacance_id)],
        )


def genres(uow: MemoireUow) -> list[str]:
    with uow:
        return [type(e).__name__ for e in uow.evenements.tous()]


def servis(uow: MemoireUow) -> dict[str, int]:
    return {cle: servi for cle, _, servi in soldes(uow) if servi}


def ecart(uow: MemoireUow) -> int:
    """Sum of the retards, in 1/10 000."""
    with uow:
        registre = charger_registre(uow=uow)
        return sum(s.retard for s in registre.soldes() if s.parent is None)


def clause(uow: MemoireUow, reservataire_id: int, mode: ModeRefus) -> None:
    with uow:
        convention = uow.conventions.du_reservataire(reservataire_id)
        assert convention is not None
        uow.conventions.enregistrer(replace(convention, refus=mode))
        uow.valider()
