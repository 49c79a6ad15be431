"""One dwelling offered to several réservataires at once, imputed to the one that signs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.convention import ModeOffre
from fluxdesk.domain.flux.parties import ModeRefus
from fluxdesk.domain.orientation import IssueOrientation
from fluxdesk.domain.vacance import Etape, etape
from fluxdesk.services.annuler_orientation import (
    MotifManquantError,
    NonAnnulableError,
    annuler_offres,
    annuler_orientation,
)
from fluxdesk.services.editer_lettre import editer_lettre
from fluxdesk.services.enregistrer_issue import DejaAttribueeError, enregistrer_issue
from fluxdesk.services.etablir_bilan import destinataires
from fluxdesk.services.orienter_vacance import (
    DerogationSansMotifError,
    DestinataireExcluError,
    DestinataireInconnuError,
)
from fluxdesk.services.proposer_a_tous import (
    DemandeATous,
    PasPlusieursError,
    lister_invites,
    proposer_a_tous,
)
from fluxdesk.services.tenir_registre import charger_registre, registre_au
from tests.services.monde import (
    HORLOGE,
    JOUR,
    TERRITOIRES,
    actions,
    conge,
    monde,
    orienter,
)
from tests.services.test_actes import soldes, suggestion

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.domain.orientation import Orientation
    from fluxdesk.services.ports import LettreProposition
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
    assert actions(uow)[-3:] == ["orientation.issue"] * 3
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


def test_cancelling_one_leaves_the_others_and_cancelling_all_leaves_nothing() -> None:
    uow = monde()
    before = soldes(uow)
    ident = conge(uow, 1)
    first, second, _ = a_trois(uow, ident)
    repondre(uow, first, REFUSEE)
    annuler_orientation(first.id, motif="erreur", uow=uow)
    assert genres(uow)[3:] == ["Annulation", "Annulation"]
    assert issues(uow, ident) == [ANNULEE, EN_COURS, EN_COURS]
    with pytest.raises(MotifManquantError):
        annuler_offres(ident, motif=" ", uow=uow)
    repondre(uow, second, ATTRIBUEE)
    annuler_offres(ident, motif="erreur", uow=uow)
    assert issues(uow, ident) == [ANNULEE] * 3
    assert soldes(uow) == before
    assert etape_de(uow, ident) is Etape.A_ORIENTER
    with pytest.raises(NonAnnulableError, match="en cours"):
        annuler_offres(ident, motif="encore", uow=uow)
    assert a_trois(uow, ident)[0].numero == "2026-004"
    with pytest.raises(NonAnnulableError, match="en cours"):
        annuler_offres(conge(uow, 2), motif="rien à annuler", uow=uow)


def test_cancelling_the_attribution_lets_the_refusals_meanwhile_count() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second, _ = a_trois(uow, ident)
    repondre(uow, second, ATTRIBUEE)
    repondre(uow, first, REFUSEE)
    annuler_orientation(second.id, motif="erreur de dossier", uow=uow)
    assert genres(uow)[-2:] == ["Service", "Refus"]
    with uow:
        suivi = charger_registre(uow=uow).suivi(str(ident))
    assert suivi is not None
    assert len(suivi.refusants) == 1


def test_an_offer_that_another_act_followed_is_not_cancelled() -> None:
    uow = monde()
    ident = conge(uow, 1)
    first, second = proposer(uow, ident, "2", "3", motif="essai")
    repondre(uow, first, REFUSEE)
    repondre(uow, second, REFUSEE)
    again = proposer(uow, ident, "1/prioritaires", "1/agents", motif="essai")
    with pytest.raises(NonAnnulableError, match="suivie"):
        annuler_orientation(first.id, motif="x", uow=uow)
    for offer in again:
        annuler_orientation(offer.id, motif="x", uow=uow)
    annuler_orientation(first.id, motif="x", uow=uow)
    assert issues(uow, ident) == [ANNULEE, REFUSEE, ANNULEE, ANNULEE]


def test_each_letter_shows_its_account_as_it_was_that_day(tmp_path: Path) -> None:
    uow = monde()
    ident = conge(uow, 1)
    made = proposer(uow, ident, "1/agents", "1/prioritaires", "2", motif="essai")
    orienter(uow, conge(uow, 2))
    printed: list[LettreProposition] = []
    for offer in made:
        editer_lettre(
            offer.id,
            tmp_path / "l.pdf",
            uow=uow,
            territoires=TERRITOIRES,
            ecrire=lambda lettre, _cible: printed.append(lettre),
        )
    assert [(x.sous_contingent, x.du) for x in printed] == [
        ("État (agents)", "0,05"),
        ("État (prioritaires)", "0,25"),
        ("", "0,20"),
    ]


def test_a_bilan_counts_the_offer_for_each_and_the_attribution_once() -> None:
    uow = monde()
    _, second, _ = a_trois(uow, conge(uow, 1))
    repondre(uow, second, ATTRIBUEE)
    repondre(uow, second, BAIL)
    found = {
        d.nom: (d.proposes, d.attribues, d.baux)
        for d in destinataires(2026, uow=uow, territoires=TERRITOIRES)
    }
    assert found["Préfecture"] == (3, 1, 1)
    assert found["Action Logement"] == (1, 1, 1)
    assert found["Ville d’Ajaccio"] == (1, 0, 0)
