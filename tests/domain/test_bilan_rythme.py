"""Who is owed an intermediate bilan, by the rhythm of its convention."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.domain.bilan_emis import BilanEmis, EtatBilan
from fluxdesk.domain.bilan_rythme import attendu, derniere_finie, points_dus
from fluxdesk.domain.clauses import Clauses, RythmeBilan
from fluxdesk.domain.convention import Avenant, Convention
from fluxdesk.domain.flux.parties import Zone
from fluxdesk.domain.periode import annuelle, lire_periode

JOUR = date(2026, 7, 10)


def convention(
    rythme: RythmeBilan, *, fin: date | None = None, point: int | None = None
) -> Convention:
    return Convention(
        reservataire_id=2,
        avenants=(Avenant(numero=0, dix_milliemes=2000),),
        assiette=Zone.partout(),
        territoire=Zone.partout(),
        clauses=Clauses(rythme=rythme, fin=fin, point_jours=point),
    )


def emis(etat: EtatBilan) -> BilanEmis:
    period = lire_periode("2026-T2")
    return BilanEmis(
        annee=2026,
        destinataire="reservataire:2",
        nom="Action Logement",
        debut=period.debut,
        fin=period.fin,
        etat=etat,
    )


@pytest.mark.parametrize(
    ("rythme", "code", "echeance"),
    [
        (RythmeBilan.MENSUEL, "2026-06", date(2026, 7, 31)),
        (RythmeBilan.TRIMESTRIEL, "2026-T2", date(2026, 7, 31)),
        (RythmeBilan.SEMESTRIEL, "2026-S1", date(2026, 7, 31)),
    ],
)
def test_the_last_period_ended_is_owed(rythme: RythmeBilan, code: str, echeance: date) -> None:
    (owed,) = points_dus([convention(rythme)], (), JOUR)
    assert (owed.periode, owed.echeance) == (lire_periode(code), echeance)
    assert (owed.reservataire_id, owed.rythme, owed.d_usage) == (2, rythme, True)


def test_the_delay_that_the_convention_says_counts_from_the_end_of_the_period() -> None:
    (owed,) = points_dus([convention(RythmeBilan.TRIMESTRIEL, point=15)], (), JOUR)
    assert (owed.echeance, owed.d_usage) == (date(2026, 7, 15), False)


def test_a_convention_that_asks_for_the_year_alone_is_owed_nothing_more() -> None:
    assert points_dus([convention(RythmeBilan.ANNUEL)], (), JOUR) == ()


def test_what_was_sent_is_owed_no_more_what_is_only_approved_still_is() -> None:
    asked = [convention(RythmeBilan.TRIMESTRIEL)]
    assert points_dus(asked, (emis(EtatBilan.ENVOYE),), JOUR) == ()
    assert len(points_dus(asked, (emis(EtatBilan.PRET),), JOUR)) == 1


def test_two_conventions_of_one_rhythm_owe_one_bilan() -> None:
    assert len(points_dus([convention(RythmeBilan.MENSUEL)] * 2, (), JOUR)) == 1


def test_a_convention_that_ended_before_the_last_day_asks_for_nothing() -> None:
    ended = convention(RythmeBilan.TRIMESTRIEL, fin=date(2026, 6, 15))
    assert points_dus([ended], (), JOUR) == ()
    assert not attendu(ended, lire_periode("2026-T2"))


def test_the_year_is_owed_to_all_a_part_of_it_by_its_rhythm_alone() -> None:
    asked = convention(RythmeBilan.TRIMESTRIEL)
    assert attendu(asked, annuelle(2026))
    assert attendu(asked, lire_periode("2026-T1"))
    assert not attendu(asked, lire_periode("2026-S1"))


def test_in_january_the_last_period_is_of_last_year() -> None:
    assert derniere_finie(RythmeBilan.TRIMESTRIEL, date(2027, 1, 2)).code == "2026-T4"
    assert derniere_finie(RythmeBilan.MENSUEL, date(2026, 3, 31)).code == "2026-02"
    assert derniere_finie(RythmeBilan.MENSUEL, date(2026, 4, 1)).code == "2026-03"
