"""The continuous report: the dwellings of a period, as a délégué tells them."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.services.annuler_orientation import annuler_orientation
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.imputer_autrement import Imputation, imputer_autrement
from fluxdesk.services.rapporter_en_continu import PeriodeInverseeError, rapport_continu
from tests.services.ensemble import ATTRIBUEE, BAIL, repondre
from tests.services.monde import JOUR, monde
from tests.services.vies import offerte

MARS = (date(2026, 3, 1), date(2026, 3, 31))


def test_the_report_holds_what_moved_in_the_period() -> None:
    uow = monde()
    let = offerte(uow)
    repondre(uow, let, ATTRIBUEE, date(2026, 3, 20))
    repondre(uow, let, BAIL, date(2026, 4, 2))
    lost = offerte(uow, 2)
    enregistrer_issue(
        lost.id,
        IssueOrientation.NON_ATTRIBUEE,
        jour=date(2026, 4, 5),
        cause=CauseEchec.NON_ATTRIBUTION,
        uow=uow,
    )
    annuler_orientation(offerte(uow, 3).id, motif="erreur", uow=uow)
    offerte(uow, 4, "3")
    march = rapport_continu(2, *MARS, uow=uow)
    assert (march.reservataire, march.proposes, march.attribues, march.baux) == (
        "Action Logement",
        2,
        1,
        0,
    )
    assert [(row.numero, row.cause) for row in march.lignes] == [
        ("2026-001", ""),
        ("2026-002", "la CAL n’attribue pas le logement"),
    ]
    assert march.lignes[0].adresse == "1 RUE FESCH"
    april = rapport_continu(2, date(2026, 4, 1), date(2026, 4, 30), uow=uow)
    assert (april.proposes, april.attribues, april.baux, len(april.lignes)) == (0, 0, 1, 2)
    assert rapport_continu(2, date(2025, 1, 1), date(2025, 12, 31), uow=uow).lignes == ()
    with pytest.raises(PeriodeInverseeError):
        rapport_continu(2, JOUR, date(2026, 1, 1), uow=uow)


def test_a_dwelling_charged_elsewhere_is_told_by_both_and_counted_by_one() -> None:
    uow = monde()
    offer = offerte(uow)
    charge = Imputation(orientation_id=offer.id, partie="1/agents", source="accord du 3 mars")
    imputer_autrement(charge, uow=uow)
    asked = rapport_continu(2, *MARS, uow=uow)
    charged = rapport_continu(1, *MARS, uow=uow)
    assert (asked.proposes, asked.lignes[0].impute_ailleurs, asked.lignes[0].impute_ici) == (
        0,
        True,
        False,
    )
    (row,) = charged.lignes
    assert (charged.proposes, row.impute_ici, row.sous_contingent, row.source) == (
        1,
        True,
        "agents",
        "accord du 3 mars",
    )
