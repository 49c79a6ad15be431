"""A dwelling that stays empty too long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.suivi_vacance import EtatVacance, SuiviVacance
from fluxdesk.domain.vacance import CauseLiberation, Vacance
from fluxdesk.domain.vacance_longue import conseil_vacance_longue, debut_de_vacance, est_longue

VACANCE = Vacance(
    logement_id=1,
    date_conge=date(2026, 1, 5),
    cause=CauseLiberation.CONGE,
    disponibilite=date(2026, 3, 1),
)


def test_la_vacance_compte_du_jour_ou_le_logement_peut_se_louer() -> None:
    assert debut_de_vacance(date(2026, 3, 1), date(2026, 1, 5)) == date(2026, 3, 1)
    assert debut_de_vacance(None, date(2026, 1, 5)) == date(2026, 1, 5)


@pytest.mark.parametrize(
    ("jour", "mois", "longue"),
    [
        (date(2026, 6, 1), 3, False),
        (date(2026, 6, 2), 3, True),
        (date(2026, 6, 2), 4, False),
    ],
)
def test_elle_est_longue_passe_le_nombre_de_mois(jour: date, mois: int, *, longue: bool) -> None:
    assert est_longue(date(2026, 3, 1), jour, mois) is longue


def test_le_conseil_dit_depuis_quand_et_quoi_faire() -> None:
    said = conseil_vacance_longue(VACANCE, date(2026, 6, 2))
    assert said.startswith("Vacant depuis 93\u00a0jours, plus de 3 mois")
    assert "plusieurs réservataires" in said
    assert conseil_vacance_longue(VACANCE, date(2026, 5, 2)) == ""


def test_un_logement_en_travaux_ne_cherche_pas_de_locataire() -> None:
    works = replace(VACANCE, suivi=SuiviVacance(etat=EtatVacance.TRAVAUX))
    assert conseil_vacance_longue(works, date(2026, 6, 2)) == ""
