"""Before a bilan leaves: what makes it false, what is to be seen, and where each is mended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.bilan import LigneBilan
from fluxdesk.domain.echec import CauseEchec
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.prevision import Prevision
from fluxdesk.domain.vacance import CategorieSoustrait, Qualification
from fluxdesk.services.enregistrer_issue import enregistrer_issue
from fluxdesk.services.etablir_bilan import etablir_bilan, etablir_ensemble
from fluxdesk.services.verifier_bilan import Ou, verifier_bilan
from tests.services.monde import JOUR, TERRITOIRES, conge, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.services.verifier_bilan import PointAVerifier
    from tests.services.memoire import MemoireUow

APRES = date(2027, 2, 1)
EPCIS = ("epci:242000354", "epci:242010056")


def points(uow: MemoireUow, qui: int | None = None) -> tuple[PointAVerifier, ...]:
    made = etablir_bilan(2026, reservataire_id=qui, uow=uow, territoires=TERRITOIRES)
    return verifier_bilan(made, jour=APRES, uow=uow, territoires=TERRITOIRES)


def dit(uow: MemoireUow, debut: str, qui: int | None = None) -> PointAVerifier:
    return next(p for p in points(uow, qui) if p.phrase.startswith(debut))


def test_a_vacancy_to_qualify_makes_it_false_and_leads_to_it() -> None:
    uow = monde()
    ident = conge(uow, 1, Qualification.A_QUALIFIER)
    found = dit(uow, "1\u00a0vacance à qualifier")
    assert (found.ou, found.cible, found.grave) == (Ou.VACANCES, ident, True)


def test_a_vacancy_to_offer_is_told() -> None:
    uow = monde()
    conge(uow, 1)
    conge(uow, 2)
    assert not dit(uow, "2\u00a0vacances à orienter").grave


def test_what_is_not_known_of_a_dwelling_leads_to_it() -> None:
    uow = monde()
    with uow:
        lot = uow.lots.ouvrir("x", "x", "x")
        lost = next(x for x in uow.logements.tous() if x.id == 5)
        uow.logements.modifier(
            [type(lost)(cle=lost.cle, id=5, commune="", epci="", departement="2A")], lot
        )
        uow.valider()
    orienter(uow, conge(uow, 5), "2", "essai")
    for words in (
        "sans typologie", "sans financement", "sans année", "dont on ne sait pas", "sans commune",
    ):  # fmt: skip
        found = dit(uow, f"1\u00a0logement proposé {words}")
        assert (found.ou, found.cible, found.grave) == (Ou.PATRIMOINE, 5, True)


def test_an_offer_past_its_deadline_is_told() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    assert dit(uow, "1\u00a0offre échue").cible == made.vacance_id


@pytest.mark.parametrize("cause", [None, CauseEchec.RENONCE])
def test_a_failure_without_its_cause_is_told(cause: CauseEchec | None) -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_issue(made.id, IssueOrientation.REFUSEE, jour=JOUR, uow=uow)
    with uow:
        uow.orientations.enregistrer(replace(uow.orientations.lire(made.id), cause=cause))
        uow.valider()
    told = [p.phrase for p in points(uow)]
    assert any("dont la cause n’est pas dite" in text for text in told) == (cause is None)


def test_two_leases_of_one_vacancy_are_told() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    with uow:
        let = replace(made, date_bail=date(2026, 4, 1))
        uow.orientations.enregistrer(let)
        uow.orientations.enregistrer(replace(let, id=0, numero="2026-900", reservataire_id=3))
        uow.valider()
    assert dit(uow, "1\u00a0logement avec deux baux").cible == made.vacance_id


def test_a_dwelling_taken_out_without_a_category_is_told() -> None:
    uow = monde()
    ident = conge(uow, 1)
    with uow:
        kept = uow.vacances.lire(ident)
        uow.vacances.enregistrer(replace(kept, qualification=Qualification.SOUSTRAIT))
        uow.valider()
    assert dit(uow, "1\u00a0logement soustrait sans catégorie").cible == ident


def test_the_forecast_of_the_next_year_is_asked_for_until_it_is_there() -> None:
    uow = monde()
    point = dit(uow, "Aucun prévisionnel")
    assert (point.ou, point.cible) == (Ou.PREVISIONNEL, 2027)
    with uow:
        uow.previsions.enregistrer(
            Prevision(annee=2027, categorie=CategorieSoustrait.VENTE, nombre=3)
        )
        uow.valider()
    assert not [p for p in points(uow) if p.phrase.startswith("Aucun prévisionnel")]


def test_an_operation_without_commune_is_asked_where_it_is_by_who_counts_by_territory() -> None:
    uow = monde()
    with uow:
        for count in (3, 0):  # none at all is a forecast: it has no place to say
            uow.previsions.enregistrer(
                Prevision(annee=2027, categorie=CategorieSoustrait.VENTE, nombre=count)
            )
        uow.valider()
    lost = "1\u00a0opération prévue sans commune (2027)"
    assert dit(uow, lost).cible == 2027
    made = etablir_ensemble(2026, uow=uow, territoires=TERRITOIRES)
    told = {
        d.cle
        for d in made.destinataires
        for p in verifier_bilan(made.bilan(d), jour=APRES, uow=uow, territoires=TERRITOIRES)
        if p.phrase.startswith(lost)
    }
    # Action Logement's percentage is of everything, the commune's is not.
    assert told == {"prefecture", "cil", "reservataire:3", *EPCIS}


def test_a_recipient_is_told_of_the_vacancies_of_its_territory_alone() -> None:
    uow = monde()
    conge(uow, 6, Qualification.A_QUALIFIER)  # in Bastia
    made = etablir_ensemble(2026, uow=uow, territoires=TERRITOIRES)
    told = {
        d.cle
        for d in made.destinataires
        for p in verifier_bilan(made.bilan(d), jour=APRES, uow=uow, territoires=TERRITOIRES)
        if "à qualifier" in p.phrase
    }
    everywhere = {"reservataire:1", "reservataire:2"}
    assert told == {"prefecture", "cil", "epci:242000354", *everywhere}


def test_a_running_period_a_convention_without_reference_and_no_siret_are_told() -> None:
    uow = monde()
    with uow:
        uow.bailleurs.enregistrer(replace(uow.bailleurs.lire(), siret=""))
        uow.valider()
    made = etablir_bilan(2026, reservataire_id=2, uow=uow, territoires=TERRITOIRES)
    told = {
        p.ou: p.phrase for p in verifier_bilan(made, jour=JOUR, uow=uow, territoires=TERRITOIRES)
    }
    assert "SIRET" in told[Ou.REGLAGES]
    assert "référence" in told[Ou.CONVENTIONS]
    assert any(
        "provisoire" in p.phrase
        for p in verifier_bilan(made, jour=JOUR, uow=uow, territoires=TERRITOIRES)
    )


def test_totals_that_do_not_agree_come_first() -> None:
    uow = monde()
    orienter(uow, conge(uow, 1), "2", "essai")
    made = etablir_bilan(2026, reservataire_id=None, uow=uow, territoires=TERRITOIRES)
    false = replace(made, lignes=(*made.lignes, LigneBilan(reservataire="État", proposes=1)))
    first = verifier_bilan(false, jour=APRES, uow=uow, territoires=TERRITOIRES)[0]
    assert first.grave
    assert "diffèrent du bilan croisé" in first.phrase
