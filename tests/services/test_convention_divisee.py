"""Un avenant qui divise un taux, ou le réunit, garde le compte de ce qui fut proposé avant."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from fluxdesk.domain.convention import Avenant, SousContingent
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.controler_conventions import SaisieConvention
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.monde import ACTION_LOGEMENT, JOUR, conge, enregistrer, monde, orienter

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

VEILLE = JOUR - timedelta(days=1)
ENTIER = Avenant(numero=0, dix_milliemes=2000)
DIVISE = Avenant(
    numero=1,
    dix_milliemes=2000,
    debut=JOUR,
    sous_contingents=(
        SousContingent(code="salaries", nom="salariés", dix_milliemes=1500),
        SousContingent(code="jeunes", nom="jeunes actifs", dix_milliemes=500),
    ),
)


def signer(uow: MemoireUow, *avenants: Avenant) -> None:
    """Give Action Logement these avenants."""
    with uow:
        who = uow.reservataires.lire(ACTION_LOGEMENT)
        held = uow.conventions.lire(ACTION_LOGEMENT)
    kept = replace(held, avenants=avenants)
    enregistrer(SaisieConvention(reservataire=who, convention=kept), uow)


def servis(uow: MemoireUow) -> dict[str, int]:
    with uow:
        return {s.nom: s.servi for s in charger_registre(uow=uow).soldes() if s.servi}


def test_une_division_garde_ce_qui_fut_propose_au_reservataire_entier() -> None:
    uow = monde()
    before = orienter(uow, conge(uow, 1), "2", "essai")
    signer(uow, replace(ENTIER, fin=VEILLE), DIVISE)
    after = orienter(uow, conge(uow, 2), "2/jeunes", "essai")
    assert (before.sous_contingent, after.sous_contingent) == ("", "jeunes")
    assert servis(uow) == {
        "Action Logement": 2,
        "Action Logement (jeunes actifs)": 1,
        "Action Logement (sans sous-contingent)": 1,
    }
    enregistrer_issue(before.id, IssueOrientation.REFUSEE, jour=JOUR, motif="essai", uow=uow)
    assert servis(uow) == {"Action Logement": 1, "Action Logement (jeunes actifs)": 1}


def test_une_part_reunie_au_taux_entier_laisse_le_reservataire_servi() -> None:
    uow = monde()
    signer(uow, replace(DIVISE, numero=0, debut=None, fin=VEILLE), replace(ENTIER, debut=JOUR))
    offer = orienter(uow, conge(uow, 1), "2", "essai")
    assert (offer.reservataire_id, offer.sous_contingent) == (ACTION_LOGEMENT, "")
    assert servis(uow) == {"Action Logement": 1, "Action Logement (sans sous-contingent)": 1}
