"""What becomes of an offer: refusal, CAL, lease, cancellation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.clauses import Clauses
from fluxdesk.domain.echec import RESPONSABLES, CauseEchec, Responsable
from fluxdesk.domain.erreurs import IntrouvableError
from fluxdesk.domain.flux.parties import EvenementDecompte, ModeRefus
from fluxdesk.domain.orientation import IssueOrientation, causes_de, causes_possibles, issue_de
from fluxdesk.domain.typographie import typographier
from fluxdesk.services.annuler_orientation import (
    MotifManquantError,
    NonAnnulableError,
    annuler_orientation,
)
from fluxdesk.services.enregistrer_issue import (
    BailleurNeRefusePasError,
    CauseContraireError,
    DateAvantOffreError,
    SuiteImpossibleError,
    enregistrer_issue,
)
from fluxdesk.services.orienter_vacance import (
    DestinataireExcluError,
)
from fluxdesk.services.prevoir_effets import prevoir_effets
from tests.services.monde import JOUR, actions, conge, monde, orienter
from tests.services.test_actes import soldes, suggestion


def test_a_refusal_brings_the_next_one_and_never_the_refuser() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first = orienter(uow, ident, "2", "essai")
    enregistrer_issue(first.id, IssueOrientation.REFUSEE, jour=JOUR, motif="hors cible", uow=uow)
    again = suggestion(uow, ident)
    assert again.suggestion.refusants == ("2",)
    assert again.destinataire != "2"
    with pytest.raises(DestinataireExcluError, match="refusé"):
        orienter(uow, ident, "2", "encore")
    second = orienter(uow, ident)
    assert second.numero == "2026-002"
    assert sum(du for cle, du, _ in soldes(uow) if "/" not in cle) == 10_000


def test_a_lease_follows_a_decision_of_the_cal() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    with pytest.raises(SuiteImpossibleError):
        enregistrer_issue(made.id, IssueOrientation.BAIL_SIGNE, jour=JOUR, uow=uow)
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=date(2026, 3, 20), uow=uow)
    enregistrer_issue(made.id, IssueOrientation.BAIL_SIGNE, jour=date(2026, 4, 10), uow=uow)
    with uow:
        closed = uow.orientations.lire(made.id)
    assert (closed.date_attribution, closed.date_bail) == (date(2026, 3, 20), date(2026, 4, 10))
    with pytest.raises(SuiteImpossibleError):
        enregistrer_issue(made.id, IssueOrientation.REFUSEE, jour=date(2026, 5, 1), uow=uow)


def test_an_answer_does_not_precede_its_question() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    with pytest.raises(DateAvantOffreError):
        enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=date(2026, 1, 1), uow=uow)


def test_the_landlord_does_not_refuse_its_own_dwelling() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "bailleur", "relogement")
    with pytest.raises(BailleurNeRefusePasError):
        enregistrer_issue(made.id, IssueOrientation.REFUSEE, jour=JOUR, uow=uow)


def test_a_cancelled_offer_leaves_the_ledger_as_it_was() -> None:
    uow = monde()
    before = soldes(uow)
    ident = conge(uow, 1)
    shown = suggestion(uow, ident)
    annuler_orientation(orienter(uow, ident).id, motif="erreur de logement", uow=uow)
    assert soldes(uow) == before
    assert suggestion(uow, ident) == shown
    assert actions(uow)[-1] == "orientation.annuler"
    assert orienter(uow, ident).numero == "2026-002"


def test_cancelling_after_a_refusal_undoes_both_and_then_the_first_offer_too() -> None:
    uow = monde()
    before = soldes(uow)
    ident = conge(uow, 1)
    first = orienter(uow, ident, "2", "essai")
    enregistrer_issue(first.id, IssueOrientation.SANS_CANDIDAT, jour=JOUR, uow=uow)
    second = orienter(uow, ident)
    with pytest.raises(NonAnnulableError, match="autre offre"):
        annuler_orientation(first.id, motif="x", uow=uow)
    annuler_orientation(second.id, motif="x", uow=uow)
    annuler_orientation(first.id, motif="x", uow=uow)
    assert soldes(uow) == before
    with pytest.raises(NonAnnulableError, match="déjà"):
        annuler_orientation(first.id, motif="x", uow=uow)


def test_cancelling_needs_a_reason() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1))
    with pytest.raises(MotifManquantError):
        annuler_orientation(made.id, motif=" ", uow=uow)


def test_a_signed_lease_is_not_cancelled() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_issue(made.id, IssueOrientation.ATTRIBUEE, jour=JOUR, uow=uow)
    enregistrer_issue(made.id, IssueOrientation.BAIL_SIGNE, jour=JOUR, uow=uow)
    with pytest.raises(NonAnnulableError, match="bail"):
        annuler_orientation(made.id, motif="x", uow=uow)


def test_an_unknown_offer_is_said_to_be_unknown() -> None:
    with pytest.raises(IntrouvableError):
        enregistrer_issue(9, IssueOrientation.REFUSEE, jour=JOUR, uow=monde())


@pytest.mark.parametrize("cause", CauseEchec)
def test_each_cause_has_one_owner_whose_clause_is_charged(cause: CauseEchec) -> None:
    uow = monde()
    clauses = {
        Responsable.CANDIDAT: Clauses(refus_candidat=ModeRefus.COMPTE),
        Responsable.CAL: Clauses(refus_cal=ModeRefus.COMPTE),
        Responsable.BAILLEUR: Clauses(retrait=ModeRefus.COMPTE),
    }
    owner = RESPONSABLES[cause]
    counted = owner in clauses
    with uow:
        signed = uow.conventions.du_reservataire(2)
        assert signed is not None
        uow.conventions.enregistrer(replace(signed, clauses=clauses.get(owner, Clauses())))
        uow.valider()
    ident = conge(uow, 1)
    made = orienter(uow, ident, "2", "essai")
    with uow:
        told = prevoir_effets(uow.orientations.de_la_vacance(ident), uow=uow)[made.id]
    issue = issue_de(cause)
    assert ("consommé" in told[issue]) == counted
    enregistrer_issue(made.id, issue, jour=JOUR, cause=cause, motif="dit", uow=uow)
    with uow:
        closed = uow.orientations.lire(made.id)
        assert typographier(f"({cause.value})") in list(uow.journal.toutes())[-1].libelle
    assert (closed.issue, closed.cause, cause in causes_de(issue)) == (issue, cause, True)
    assert [servi for cle, _, servi in soldes(uow) if cle == "2"] == [int(counted)]


def test_a_cause_goes_with_its_answer_only() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    with pytest.raises(CauseContraireError, match="le candidat refuse"):
        enregistrer_issue(
            made.id,
            IssueOrientation.REFUSEE,
            jour=JOUR,
            cause=CauseEchec.REFUS_LOYER,
            uow=uow,
        )


def test_what_the_landlord_withdraws_is_not_consumed_by_the_step_it_had_reached() -> None:
    uow = monde()
    with uow:
        signed = uow.conventions.du_reservataire(2)
        assert signed is not None
        early = EvenementDecompte.MISE_A_DISPOSITION
        uow.conventions.enregistrer(replace(signed, evenement_decompte=early))
        uow.valider()
    ident = conge(uow, 1)
    made = orienter(uow, ident, "2", "essai")
    with uow:
        told = prevoir_effets(uow.orientations.de_la_vacance(ident), uow=uow)[made.id]
    assert "consommé" in told[IssueOrientation.REFUS_CANDIDAT]
    assert told[IssueOrientation.RETIREE].startswith("Rendu")
    enregistrer_issue(made.id, IssueOrientation.RETIREE, jour=JOUR, motif="vente", uow=uow)
    assert [servi for cle, _, servi in soldes(uow) if cle == "2"] == [0]


def test_the_commission_parts_the_causes_that_may_come_before_it_from_those_after() -> None:
    before = set(causes_possibles(IssueOrientation.EN_COURS))
    after = set(causes_possibles(IssueOrientation.ATTRIBUEE))
    assert before | after == set(CauseEchec)
    assert after - before == {CauseEchec.SILENCE, CauseEchec.CONDITION}
    assert CauseEchec.NON_ATTRIBUTION in before - after
    assert causes_possibles(IssueOrientation.REFUSEE) == ()
