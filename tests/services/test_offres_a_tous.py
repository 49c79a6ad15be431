"""One dwelling offered to several réservataires at once, imputed to the one that signs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape
from fluxdesk.services.annuler_orientation import (
    NonAnnulableError,
    annuler_orientation,
)
from fluxdesk.services.enregistrer_issue import DejaAttribueeError
from fluxdesk.services.orienter_vacance import (
    DerogationSansMotifError,
    DestinataireExcluError,
    DestinataireInconnuError,
)
from fluxdesk.services.proposer_a_tous import (
    PasPlusieursError,
)
from fluxdesk.services.tenir_registre import registre_au
from tests.services.ensemble import (
    ATTRIBUEE,
    BAIL,
    EN_COURS,
    REFUSEE,
    SANS,
    TROIS,
    a_trois,
    clause,
    ecart,
    etape_de,
    genres,
    invites,
    issues,
    proposer,
    repondre,
    servis,
)
from tests.services.monde import (
    JOUR,
    actions,
    conge,
    monde,
    orienter,
)
from tests.services.test_actes import suggestion

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow


def test_those_who_can_be_offered_are_the_ranking_without_the_landlord() -> None:
    uow = monde()
    found = invites(uow, conge(uow, 1))
    assert set(found) == {"1/prioritaires", "1/agents", "2", "3"}
    late, other = found["1/prioritaires"], found["1/agents"]
    assert (late.retenu or late.deja_servi, other.retenu) == (True, False)
    assert late.score is None
    assert found["2"].echeance is not None
    assert found["2"].retard == found["2"].du - found["2"].servi
    assert "3" not in invites(uow, conge(uow, 6))  # another commune


def test_each_gets_its_own_offer_of_the_same_day_and_nobody_is_served() -> None:
    uow = monde()
    ident = conge(uow, 1)
    made = a_trois(uow, ident)
    assert [o.numero for o in made] == ["2026-001", "2026-002", "2026-003"]
    assert {(o.mode, o.jour, o.issue) for o in made} == {(ModeOffre.TOUS, JOUR, EN_COURS)}
    assert [o.echeance for o in made] == [date(2026, 4, 2)] * 3
    assert genres(uow) == ["Presentation"]
    assert servis(uow) == {}
    assert ecart(uow) == 10_000
    assert actions(uow)[-3:] == ["orientation.creer"] * 3
    assert etape_de(uow, ident) is Etape.PROPOSEE
    with uow:
        said = [e.libelle for e in uow.journal.toutes()][-1]
    assert said.endswith("proposé à «\u00a0Ville d’Ajaccio\u00a0» et à 2\u00a0autres")


def test_without_names_it_goes_to_those_the_engine_ranks() -> None:
    uow = monde()
    for dwelling in (1, 2, 3):
        orienter(uow, conge(uow, dwelling), "bailleur", "essai")
    ident = conge(uow, 4)
    ranked = [cle for cle, i in invites(uow, ident).items() if i.retenu]
    assert len(ranked) > 1
    assert [o.suggere for o in proposer(uow, ident)] == [
        suggestion_avant(uow, ident) for _ in ranked
    ]


def suggestion_avant(uow: MemoireUow, vacance_id: int) -> str:
    with uow:
        return uow.orientations.de_la_vacance(vacance_id)[0].suggere


def test_several_are_two_at_least_each_once_and_never_the_landlord() -> None:
    uow = monde()
    ident = conge(uow, 1)
    for cles in (("2",), ("2", "2"), ("2", "bailleur")):
        with pytest.raises(PasPlusieursError):
            proposer(uow, ident, *cles, motif="x")
    with pytest.raises(DestinataireInconnuError):
        proposer(uow, ident, "2", "1", motif="x")
    with pytest.raises(DestinataireExcluError, match="territoire"):
        proposer(uow, conge(uow, 6), "2", "3", motif="x")


def test_leaving_out_the_party_suggested_needs_a_reason_kept_with_each() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first = suggestion(uow, ident).destinataire
    others = [cle for cle in TROIS if cle != first]
    with pytest.raises(DerogationSansMotifError):
        proposer(uow, ident, *others)
    assert {o.derogation for o in proposer(uow, ident, *others, motif=" comité ")} == {"comité"}


def test_the_attribution_serves_the_one_chosen_and_the_lease_closes_the_others() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, third = a_trois(uow, ident)
    repondre(uow, second, ATTRIBUEE)
    assert servis(uow) == {"2": 1}
    assert ecart(uow) == 0
    assert issues(uow, ident) == [EN_COURS, ATTRIBUEE, EN_COURS]
    assert etape_de(uow, ident) is Etape.ATTRIBUEE
    with pytest.raises(DejaAttribueeError, match="2026-002"):
        repondre(uow, first, ATTRIBUEE)
    repondre(uow, second, BAIL, date(2026, 4, 1))
    assert issues(uow, ident) == [IssueOrientation.ECARTEE, BAIL, IssueOrientation.ECARTEE]
    assert etape_de(uow, ident) is Etape.BAIL_SIGNE
    assert genres(uow) == ["Presentation", "Service", "Decompte", "Decompte"]
    assert actions(uow)[-4:] == [*["orientation.issue"] * 3, "bail.poser"]
    with uow:
        closed = uow.orientations.lire(third.id)
    assert (closed.date_issue, closed.motif_issue) == (
        date(2026, 4, 1),
        "Bail signé par l’offre 2026-002",
    )
    with pytest.raises(NonAnnulableError, match="bail"):
        annuler_orientation(third.id, motif="x", uow=uow)


def test_a_no_removes_only_the_one_that_says_it() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, third = a_trois(uow, ident)
    repondre(uow, first, REFUSEE)
    assert genres(uow) == ["Presentation", "Service", "Refus"]
    assert servis(uow) == {}
    assert issues(uow, ident) == [REFUSEE, EN_COURS, EN_COURS]
    assert etape_de(uow, ident) is Etape.PROPOSEE
    repondre(uow, second, SANS)
    repondre(uow, third, REFUSEE)
    assert etape_de(uow, ident) is Etape.A_ORIENTER
    again = suggestion(uow, ident)
    assert set(again.suggestion.refusants) == set(TROIS)
    assert "Ont refusé ce logement" in again.texte
    assert ecart(uow) == 10_000
    orienter(uow, ident)
    assert ecart(uow) == 0


@pytest.mark.parametrize(
    ("mode", "compte"), [(ModeRefus.COMPTE, {"2": 1}), (ModeRefus.BAILLEUR_UN_TOUR, {"2": 1})]
)
def test_the_clause_of_the_refuser_says_what_its_no_costs(
    mode: ModeRefus, compte: dict[str, int]
) -> None:
    uow = monde()
    clause(uow, 2, mode)
    ident = conge(uow, 1)
    first, second, _ = a_trois(uow, ident)
    repondre(uow, second, REFUSEE)
    assert servis(uow) == compte
    repondre(uow, first, ATTRIBUEE)
    assert servis(uow) == {**compte, "1": 1, "1/prioritaires": 1}
    assert ecart(uow) == 0


def test_the_others_stay_in_the_running_when_the_chosen_one_fails() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, third = a_trois(uow, ident)
    repondre(uow, second, ATTRIBUEE, date(2026, 3, 10))
    repondre(uow, first, REFUSEE, date(2026, 3, 12))  # nothing was to be had any more
    assert genres(uow) == ["Presentation", "Service", "Decompte"]
    repondre(uow, second, REFUSEE, date(2026, 3, 20))
    # The dwelling came back: what the first one said now counts.
    assert genres(uow)[3:] == ["Refus", "Service", "Refus"]
    assert servis(uow) == {}
    assert etape_de(uow, ident) is Etape.PROPOSEE
    repondre(uow, third, ATTRIBUEE, date(2026, 3, 25))
    assert servis(uow) == {"3": 1}
    assert ecart(uow) == 0
    with uow:
        held = {jour: registre_au(date(2026, 3, jour), uow=uow) for jour in (9, 15, 22, 25)}
    assert [registre.servi("2") for registre in held.values()] == [0, 1, 0, 0]
    assert held[25].servi("3") == 1
