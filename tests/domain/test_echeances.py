"""Deadlines: calendar days, worked days, holidays said, the reply of a candidate, the notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.adapters.calendrier.feries import jours_feries
from fluxdesk.domain.calendrier import Calendrier, dire_sautes, sans_feries
from fluxdesk.domain.clauses import Clauses, UniteDelai
from fluxdesk.domain.convention import Avenant, Convention, ModeGestion, est_deleguee
from fluxdesk.domain.echeance import (
    ReponseTropCourteError,
    echeance_convention,
    echeance_nouveaux,
    echeance_reponse,
    echeance_signalement,
)
from fluxdesk.domain.flux.parties import Unite, Zone
from fluxdesk.domain.preavis import (
    MotifPreavis,
    calculer_preavis,
    fin_de_preavis,
    preuve_demandee,
)

AJACCIO = Calendrier(jours_feries, "2A")
CONVENTION = Convention(
    reservataire_id=1,
    avenants=(Avenant(numero=0, dix_milliemes=2000),),
    assiette=Zone.partout(),
    territoire=Zone.partout(),
    delai_jours=10,
    reference="12-2024",
    clauses=Clauses(unite_delai=UniteDelai.OUVRES, candidats_nouveaux_jours=5, signalement_jours=1),
)
CALENDAIRE = replace(CONVENTION, clauses=Clauses(signalement_jours=8))
UNITE = Unite("1", date(2026, 3, 2), "2A004", "", "2A", "non", "T3", "PLUS", "1990")


def test_worked_days_leave_out_weekends_and_say_the_holidays_skipped() -> None:
    deadline = echeance_convention(CONVENTION, date(2026, 7, 9), AJACCIO)
    assert deadline.jour == date(2026, 7, 24)
    assert deadline.explication == (
        "10 jours ouvrés à compter de la notification du 9 juillet 2026 (convention 12-2024) ; "
        "le 14 juillet 2026, férié, ne compte pas"
    )
    quiet = echeance_convention(CONVENTION, date(2026, 9, 7), AJACCIO)
    assert quiet.jour == date(2026, 9, 21)
    assert quiet.explication.endswith("(convention 12-2024)")


def test_several_holidays_are_all_said() -> None:
    deadline = echeance_convention(CONVENTION, date(2026, 4, 30), AJACCIO)
    assert deadline.explication.endswith(
        "le 1er mai 2026, le 8 mai 2026 et le 14 mai 2026, fériés, ne comptent pas"
    )
    assert dire_sautes(()) == ""


def test_alsace_rests_on_good_friday() -> None:
    strasbourg = Calendrier(jours_feries, "67")
    assert strasbourg.ferie(date(2026, 4, 3))
    assert not AJACCIO.ferie(date(2026, 4, 3))


def test_the_month_of_zone_tendue_cuts_worked_days_too() -> None:
    tight = replace(CONVENTION, delai_jours=30, zone_tendue=True)
    deadline = echeance_convention(tight, date(2026, 3, 3), AJACCIO)
    assert deadline.jour == date(2026, 4, 3)
    assert "plafonne le délai de 30 jours ouvrés" in deadline.explication


def test_new_candidates_and_the_telling_of_a_vacancy_have_their_delays() -> None:
    new = echeance_nouveaux(CONVENTION, date(2026, 7, 9), AJACCIO)
    assert new is not None
    assert new.jour == date(2026, 7, 17)
    assert new.explication.startswith("5 jours ouvrés à compter du 9 juillet 2026")
    told = echeance_signalement(CONVENTION, date(2026, 7, 9), AJACCIO)
    assert told is not None
    assert told.jour == date(2026, 7, 10)
    assert told.explication.startswith("1 jour ouvré à compter du congé du 9 juillet 2026")
    days = echeance_signalement(CALENDAIRE, date(2026, 7, 9), AJACCIO)
    assert days is not None
    assert days.jour == date(2026, 7, 17)
    assert echeance_nouveaux(CALENDAIRE, date(2026, 7, 9), AJACCIO) is None
    silent = replace(CONVENTION, clauses=Clauses())
    assert echeance_signalement(silent, date(2026, 7, 9), AJACCIO) is None


@pytest.mark.parametrize(
    ("notifiee", "dernier", "dit"),
    [
        (date(2026, 3, 2), date(2026, 3, 12), "art. R441-10)"),
        (date(2026, 3, 4), date(2026, 3, 16), "le 14 mars 2026 est un samedi"),
        (date(2026, 3, 5), date(2026, 3, 16), "le 15 mars 2026 est un dimanche"),
        (date(2026, 4, 21), date(2026, 5, 4), "le 1er mai 2026 est férié"),
    ],
)
def test_the_candidate_has_ten_days_moved_to_a_day_worked(
    notifiee: date, dernier: date, dit: str
) -> None:
    deadline = echeance_reponse(notifiee, AJACCIO)
    assert deadline.jour == dernier
    assert dit in deadline.explication


def test_fewer_than_ten_days_are_refused() -> None:
    with pytest.raises(ReponseTropCourteError, match="dix jours au moins"):
        echeance_reponse(date(2026, 3, 2), AJACCIO, 8)
    assert echeance_reponse(date(2026, 3, 2), AJACCIO, 15).jour == date(2026, 3, 17)


def test_without_a_calendar_only_weekends_count() -> None:
    assert sans_feries(2026, "2A") == frozenset()
    assert Calendrier().ouvre(date(2026, 7, 14))


def test_the_notice_is_three_months_unless_a_proven_reason_shortens_it() -> None:
    ordinary = calculer_preavis(date(2026, 1, 31), MotifPreavis.DROIT_COMMUN, justifie=False)
    assert (ordinary.mois, ordinary.fin.jour) == (3, date(2026, 4, 30))
    assert ordinary.fin.explication.startswith("3 mois à compter du congé reçu le 31 janvier 2026")
    proven = calculer_preavis(date(2026, 1, 31), MotifPreavis.RSA, justifie=True)
    assert (proven.mois, proven.fin.jour) == (1, date(2026, 2, 28))
    assert proven.fin.explication.startswith("un mois")
    unproven = calculer_preavis(date(2026, 1, 31), MotifPreavis.RSA, justifie=False)
    assert unproven.mois == 3
    assert unproven.fin.explication.endswith("bénéficiaire du RSA, sans justificatif")
    assert calculer_preavis(date(2026, 1, 5), MotifPreavis.BAIL_ANCIEN, justifie=False).mois == 2
    assert [preuve_demandee(m) for m in (MotifPreavis.ZONE_TENDUE, MotifPreavis.SANTE)] == [
        False,
        True,
    ]


def test_the_recorded_notice_tells_its_last_day() -> None:
    assert fin_de_preavis(date(2026, 1, 5), None) is None
    bare = fin_de_preavis(date(2026, 1, 5), 2)
    assert bare is not None
    assert (bare.jour, bare.explication) == (
        date(2026, 3, 5),
        "2 mois à compter du congé reçu le 5 janvier 2026",
    )
    why = fin_de_preavis(date(2026, 1, 5), 1, "état de santé")
    assert why is not None
    assert why.explication.endswith("état de santé")


def test_the_landlord_designates_by_the_convention_or_in_its_zone() -> None:
    assert not est_deleguee(CONVENTION, UNITE)
    assert est_deleguee(replace(CONVENTION, mode_gestion=ModeGestion.DELEGUEE), UNITE)
    here = Clauses(zone_deleguee=Zone(communes=frozenset({"2A004"})))
    elsewhere = Clauses(zone_deleguee=Zone(communes=frozenset({"2B033"})))
    assert est_deleguee(replace(CONVENTION, clauses=here), UNITE)
    assert not est_deleguee(replace(CONVENTION, clauses=elsewhere), UNITE)
