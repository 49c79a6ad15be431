"""Congé, qualification, suggestion, offer."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.logement import EtatLogement
from fluxdesk.domain.vacance import CategorieSoustrait, CauseLiberation, Qualification, Vacance
from fluxdesk.services.enregistrer_conge import (
    DatesInverseesError,
    DejaVacantError,
    LogementSortiError,
    enregistrer_conge,
)
from fluxdesk.services.orienter_vacance import (
    DerogationSansMotifError,
    DestinataireExcluError,
    DestinataireInconnuError,
)
from fluxdesk.services.qualifier_vacance import (
    CategorieError,
    DejaOrienteeError,
    qualifier_vacance,
)
from fluxdesk.services.suggerer_orientation import (
    PasAOrienterError,
    suggerer_orientation,
)
from fluxdesk.services.tenir_registre import charger_registre
from tests.services.monde import HORLOGE, TERRITOIRES, actions, conge, monde, orienter

if TYPE_CHECKING:
    from fluxdesk.services.suggerer_orientation import (
        Proposition,
    )
    from tests.services.memoire import MemoireUow


def suggestion(uow: MemoireUow, vacance_id: int) -> Proposition:
    return suggerer_orientation(vacance_id, uow=uow, horloge=HORLOGE, territoires=TERRITOIRES)


def soldes(uow: MemoireUow) -> list[tuple[str, int, int]]:
    with uow:
        return [(s.cle, s.du, s.servi) for s in charger_registre(uow=uow).soldes()]


def test_a_notice_opens_a_vacancy_and_enters_the_journal() -> None:
    uow = monde()
    ident = conge(uow, 1)
    with uow:
        assert uow.vacances.lire(ident).logement_id == 1
    assert actions(uow)[-1] == "vacance.creer"


def test_a_dwelling_is_not_freed_twice() -> None:
    uow = monde()
    conge(uow, 1)
    with pytest.raises(DejaVacantError, match="RUE FESCH"):
        conge(uow, 1)


def test_a_dwelling_that_left_the_patrimoine_is_not_freed() -> None:
    uow = monde()
    with uow:
        gone = replace(uow.logements.lire(1), etat=EtatLogement.SORTI)
        uow.logements.modifier([gone], uow.lots.ouvrir("x", "x", "x"))
        uow.valider()
    with pytest.raises(LogementSortiError):
        conge(uow, 1)


def test_a_dwelling_is_not_free_before_the_notice() -> None:
    upside_down = Vacance(
        logement_id=1,
        date_conge=date(2026, 3, 1),
        disponibilite=date(2026, 2, 1),
        cause=CauseLiberation.CONGE,
    )
    with pytest.raises(DatesInverseesError):
        enregistrer_conge(upside_down, uow=monde())


def test_taking_out_of_the_flux_names_its_category() -> None:
    uow = monde()
    ident = conge(uow, 1, Qualification.A_QUALIFIER)
    qualifier_vacance(
        ident, Qualification.SOUSTRAIT, categorie=CategorieSoustrait.MUTATION, uow=uow
    )
    with uow:
        assert uow.vacances.lire(ident).categorie_soustrait is CategorieSoustrait.MUTATION
        assert "mutation dans le parc" in list(uow.journal.toutes())[-1].libelle


@pytest.mark.parametrize(
    ("qualification", "categorie"),
    [(Qualification.SOUSTRAIT, None), (Qualification.FLUX, CategorieSoustrait.VENTE)],
)
def test_a_category_goes_with_dwellings_taken_out_and_with_no_other(
    qualification: Qualification, categorie: CategorieSoustrait | None
) -> None:
    uow = monde()
    ident = conge(uow, 1, Qualification.A_QUALIFIER)
    with pytest.raises(CategorieError):
        qualifier_vacance(ident, qualification, categorie=categorie, uow=uow)


def test_an_offered_vacancy_is_not_qualified_otherwise() -> None:
    uow = monde()
    ident = conge(uow, 1)
    orienter(uow, ident)
    with pytest.raises(DejaOrienteeError):
        qualifier_vacance(ident, Qualification.HORS_CHAMP, uow=uow)


def test_the_suggestion_shows_everyone_and_says_why() -> None:
    uow = monde()
    shown = suggestion(uow, conge(uow, 1))
    ranked = {r.nom for r in (*shown.suggestion.classement, *shown.suggestion.exclus)}
    assert {"État", "Action Logement", "Ville d’Ajaccio"} < ranked
    assert shown.texte.startswith("Proposition")
    assert shown.destinataire_nom in shown.texte


def test_the_same_base_gives_the_same_suggestion() -> None:
    uow = monde()
    ident = conge(uow, 1)
    assert suggestion(uow, ident) == suggestion(uow, ident)


def test_a_town_has_no_right_outside_its_territory() -> None:
    uow = monde()
    ident = conge(uow, 6)
    with pytest.raises(DestinataireExcluError, match="territoire"):
        orienter(uow, ident, "3", "le maire insiste")


@pytest.mark.parametrize("qualification", [Qualification.A_QUALIFIER, Qualification.HORS_CHAMP])
def test_only_a_vacancy_in_the_flux_is_oriented(qualification: Qualification) -> None:
    uow = monde()
    ident = conge(uow, 1, qualification)
    with pytest.raises(PasAOrienterError):
        suggestion(uow, ident)


def test_an_offer_has_number_deadline_suggestion_as_shown_and_ledger() -> None:
    uow = monde()
    ident = conge(uow, 1)
    shown = suggestion(uow, ident)
    made = orienter(uow, ident)
    assert (made.numero, made.suggere, made.explication) == (
        "2026-001",
        shown.destinataire,
        shown.texte,
    )
    assert made.derogation == ""
    rows = json.loads(made.classement)
    assert len(rows) == len(shown.suggestion.classement) + len(shown.suggestion.exclus)
    accounts = soldes(uow)
    assert sum(du for cle, du, _ in accounts if "/" not in cle) == 10_000
    assert sum(servi for cle, _, servi in accounts if "/" not in cle) == 1
    assert actions(uow)[-1] == "orientation.creer"


def test_the_reservataire_gets_a_deadline_and_the_landlord_none() -> None:
    uow = monde()
    to_action_logement = orienter(uow, conge(uow, 1), "2", "accord du comité de suivi")
    kept = orienter(uow, conge(uow, 2), "bailleur", "besoin de relogement")
    assert to_action_logement.echeance == date(2026, 4, 2)
    assert "30 jours" in to_action_logement.echeance_explication
    assert (kept.reservataire_id, kept.echeance, kept.candidats) == (None, None, 0)


def test_another_choice_needs_a_reason_and_keeps_it() -> None:
    uow = monde()
    ident = conge(uow, 1)
    other = "2" if suggestion(uow, ident).destinataire != "2" else "bailleur"
    with pytest.raises(DerogationSansMotifError):
        orienter(uow, ident, other, "  ")
    assert orienter(uow, ident, other, "urgence signalée").derogation == "urgence signalée"


@pytest.mark.parametrize("key", ["1", "99"])
def test_a_whole_divided_into_parts_or_a_stranger_is_not_served(key: str) -> None:
    uow = monde()
    with pytest.raises(DestinataireInconnuError):
        orienter(uow, conge(uow, 1), key, "motif")


def test_a_part_of_the_state_may_be_chosen() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "1/agents", "mutation d’un gendarme")
    assert (made.reservataire_id, made.sous_contingent) == (1, "agents")


def test_choosing_what_was_suggested_is_no_derogation() -> None:
    uow = monde()
    ident = conge(uow, 1)
    made = orienter(uow, ident, suggestion(uow, ident).destinataire, "inutile")
    assert made.derogation == ""


def test_a_vacancy_is_offered_once_at_a_time() -> None:
    uow = monde()
    ident = conge(uow, 1)
    orienter(uow, ident)
    with pytest.raises(PasAOrienterError, match="proposée"):
        orienter(uow, ident)
