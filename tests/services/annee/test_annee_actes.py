"""What the acts of the scripted year left: the ledger, the offers, the chain, the check lists."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.evenements import (
    Annulation,
    Carence,
    Decompte,
    Presentation,
    Refus,
    Service,
)
from fluxdesk.domain.flux.journal import effectifs
from fluxdesk.domain.flux.parties import BAILLEUR, EvenementDecompte
from fluxdesk.domain.journal import premiere_rupture
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.periode import lire_periode
from fluxdesk.domain.suivi_vacance import MotifHorsFlux
from fluxdesk.services.enchainer_mutation import chaine_de, suites_a_ouvrir
from fluxdesk.services.etablir_bilan import etablir_bilan
from fluxdesk.services.imputer_autrement import PREFET
from fluxdesk.services.verifier_bilan import Ou, verifier_bilan
from tests.services.annee import chiffres_suite
from tests.services.annee.parc import AL, PRIO
from tests.services.annee.scenario import DEROGATION
from tests.services.monde import TERRITOIRES

if TYPE_CHECKING:
    from fluxdesk.domain.flux.evenements import Fait
    from fluxdesk.domain.orientation import Orientation
    from tests.services.annee.conftest import AnneeJouee


def dit(event: Fait) -> str:
    match event:
        case Service():
            return f"S {event.partie}"
        case Refus():
            return f"R {event.partie} {event.par.value}"
        case Carence():
            return f"X {event.partie}"
        case Decompte(etape=step):
            return f"{'C' if step is EvenementDecompte.ATTRIBUTION_CAL else 'L'} {event.partie}"
        case _:
            return "P"


def offres(annee: AnneeJouee, rang: int) -> list[Orientation]:
    vacance = annee.officier.vacance(rang)
    with annee.uow as uow:
        return list(uow.orientations.de_la_vacance(vacance))


def test_the_ledger_holds_these_events_and_no_other(annee: AnneeJouee) -> None:
    numeros = {annee.officier.vacance(rang): rang for rang in annee.officier.ids}
    with annee.uow as uow:
        written = list(uow.evenements.tous())
    found: dict[int, list[str]] = {}
    for event, _ in effectifs(written):
        found.setdefault(numeros[int(event.unite_cle)], []).append(dit(event))
    expected = chiffres_suite.EVENEMENTS
    assert {rang: ", ".join(told) for rang, told in found.items()} == {
        rang: f"P, {told}" for rang, told in expected.items()
    }
    assert sum(isinstance(e, Annulation) for e in written) == chiffres_suite.ANNULATIONS
    assert sum(isinstance(e, Presentation) for e in written) == len(expected) + 1  # 5 came twice


def test_the_first_dwelling_goes_to_the_most_late_and_the_override_says_why(
    annee: AnneeJouee,
) -> None:
    (first,) = offres(annee, 1)
    # 0.20 + a quarter of the dwelling carried in: ahead of the État's 0.30.
    assert (first.suggere, first.derogation) == (AL, "")
    (other,) = offres(annee, 9)
    # Landlord: due 3.60, served 1: beyond the tolerance of 1 - 1/8, before any mix (§4, step 3).
    assert (other.suggere, other.reservataire_id) == (BAILLEUR, 1)
    assert other.derogation == DEROGATION
    with annee.uow as uow:
        kept = [e.motif for e in uow.journal.toutes() if e.objet == f"orientation:{other.id}"]
    assert DEROGATION in kept


def test_a_cancelled_offer_keeps_its_number_and_its_reason(annee: AnneeJouee) -> None:
    gone = offres(annee, 5)[0]
    assert (gone.issue, gone.motif_issue) == (IssueOrientation.ANNULEE, "erreur de destinataire")
    assert gone.numero not in {f.numero for f in annee.ensemble(2026).general.detail}


def test_a_candidate_lost_leaves_the_offer_open_and_its_account_alone(annee: AnneeJouee) -> None:
    (offer,) = offres(annee, 1)
    assert offer.issue is IssueOrientation.BAIL_SIGNE
    assert offer.suivi.notification == date(2026, 2, 18)
    # Ten days at least from the day after: 28 February is a Saturday, Monday 2 March (R441-10).
    assert offer.suivi.reponse_echeance == date(2026, 3, 2)
    assert offer.suivi.sne == date(2026, 3, 4)


def test_a_dalo_household_is_charged_to_the_prefect_though_another_was_asked(
    annee: AnneeJouee,
) -> None:
    (offer,) = offres(annee, 7)
    assert (offer.reservataire_id, offer.suivi.impute) == (int(AL), PRIO)
    assert "L441-2-3" in offer.suivi.impute_source
    assert "L441-2-3" in PREFET
    told = [f.oriente for f in annee.ensemble(2026).general.detail if f.numero == offer.numero]
    assert told == ["Action Logement"]


def test_nobody_is_waited_for_where_the_landlord_designates(annee: AnneeJouee) -> None:
    (offer,) = offres(annee, 6)
    assert offer.echeance is None


def test_a_reminder_then_the_next_in_order(annee: AnneeJouee) -> None:
    late, following = offres(annee, 11)
    assert (late.mode, late.suivi.relances) == (ModeOffre.ORDRE, (date(2026, 11, 6),))
    assert late.issue is IssueOrientation.SANS_CANDIDAT
    # Landlord: due 4.68, served 2 on 10 December: the most late.
    assert (following.suggere, following.reservataire_id) == (BAILLEUR, None)


def test_of_three_offers_made_together_one_signs(annee: AnneeJouee) -> None:
    issues = [o.issue for o in offres(annee, 8)]
    assert issues == [
        IssueOrientation.REFUSEE,
        IssueOrientation.BAIL_SIGNE,
        IssueOrientation.ECARTEE,
    ]


def test_a_mutation_brings_dwellings_back_one_after_the_other(annee: AnneeJouee) -> None:
    officer = annee.officier
    chain = chaine_de(officer.vacance(22), uow=annee.uow)
    assert [v.logement_id for v in chain] == [officer.ids[n] for n in (10, 21, 22)]
    assert suites_a_ouvrir(uow=annee.uow) == ()


def test_a_dwelling_of_the_defence_is_nowhere_in_the_flux(annee: AnneeJouee) -> None:
    ident = annee.officier.vacance(20)
    with annee.uow as uow:
        kept = uow.vacances.lire(ident)
    assert kept.suivi.motif_hors_flux is MotifHorsFlux.DEFENSE


def test_the_check_list_asks_for_the_dwelling_nobody_was_offered(annee: AnneeJouee) -> None:
    first, *_ = annee.points["prefecture"]
    assert first.phrase == "1\u00a0vacance à orienter, libérée avant la fin de la période."
    assert (first.ou, first.cible, first.grave) == (Ou.VACANCES, annee.officier.vacance(24), False)


@pytest.mark.parametrize(
    ("cle", "pages"),
    [
        # The dwelling nobody was offered is in Ajaccio; two operations say no commune.
        ("prefecture", [Ou.VACANCES, Ou.PREVISIONNEL]),
        ("cil", [Ou.VACANCES, Ou.PREVISIONNEL]),
        ("epci:242010056", [Ou.VACANCES, Ou.PREVISIONNEL]),
        ("epci:242000354", [Ou.PREVISIONNEL]),
        ("reservataire:1", [Ou.VACANCES]),
        ("reservataire:2", [Ou.VACANCES, Ou.CONVENTIONS]),  # and its convention has no reference
        ("reservataire:3", [Ou.VACANCES, Ou.PREVISIONNEL]),
        ("reservataire:4", [Ou.PREVISIONNEL]),
    ],
)
def test_each_recipient_has_the_check_list_of_its_own_bilan(
    annee: AnneeJouee, cle: str, pages: list[Ou]
) -> None:
    assert [p.ou for p in annee.points[cle]] == pages


def test_the_journal_of_the_year_is_whole(annee: AnneeJouee) -> None:
    with annee.uow as uow:
        entries = list(uow.journal.toutes())
    assert premiere_rupture(entries) is None
    assert {e.auteur for e in entries} == {"m.rossi"}


def test_the_first_half_of_the_year_leaves_nothing_to_see(annee: AnneeJouee) -> None:
    half = lire_periode("2026-S1")
    made = etablir_bilan(half, reservataire_id=None, uow=annee.uow, territoires=TERRITOIRES)
    # What was freed since is none of its business.
    day = date(2027, 3, 1)
    assert verifier_bilan(made, jour=day, uow=annee.uow, territoires=TERRITOIRES) == ()
