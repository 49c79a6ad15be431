"""A first letting on the orientation page: who was agreed, whose due opens, another choice."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.clauses import ModeNeuf
from fluxdesk.domain.flux.nombres import nombre
from fluxdesk.domain.programme_neuf import ProgrammeNeuf
from fluxdesk.services.livrer_programme import livrer_programme
from fluxdesk.services.premiere_location import noms_des_parties
from fluxdesk.services.tenir_programmes import enregistrer_programme
from fluxdesk.ui.dialogs.autre_reservataire import AutreReservataireDialog
from fluxdesk.ui.models.classement_choix import LigneChoix, effet_du_choix
from fluxdesk.ui.pages.vacances import VacancesPage

if TYPE_CHECKING:
    from fluxdesk.ui.contexte import Contexte
    from tests.ui.actes.conftest import Attendre, Montrer


@pytest.fixture
def page(contexte: Contexte, montrer: Montrer, attendre: Attendre) -> VacancesPage:
    """The page, on a new dwelling agreed with the État, whose convention counts it apart."""
    base, today = contexte.bureau.base, contexte.bureau.horloge.aujourd_hui()
    with base.transaction() as uow:
        names = noms_des_parties(uow=uow)
        counting = next(c for c in uow.conventions.toutes() if not c.avenants[-1].sous_contingents)
        clauses = replace(counting.clauses, neuf=ModeNeuf.DANS_LE_FLUX)
        uow.conventions.enregistrer(replace(counting, clauses=clauses))
        home = next(i for i, *_ in uow.logements.reperes() if uow.vacances.en_cours(i) is None)
        uow.valider()
    agreed = next(key for key in names if "/" in key)
    made = enregistrer_programme(
        ProgrammeNeuf(nom="Les Pins", logements=((home, agreed),)), uow=base.transaction()
    )
    (vacance,) = livrer_programme(made.id, jour=today, uow=base.transaction())
    shown = montrer(VacancesPage(contexte))
    shown.montrer_objet(vacance)
    attendre(250)
    shown.entete.suite.click()
    attendre()
    return shown


def test_the_name_is_that_of_the_concertation_and_the_button_says_it(page: VacancesPage) -> None:
    shown = page.panneau.proposition
    assert shown is not None
    assert shown.convenue
    assert page.panneau._nom.text() == shown.destinataire_nom
    assert shown.destinataire_nom in page.entete.proposer.text()
    said = page.panneau._phrases.text()
    assert "comptée à part selon sa convention" in said
    assert "portée au compte du bailleur\u00a0; le dû ne s’ouvre que pour ceux" in said
    assert not page.entete.facons.isVisibleTo(page)
    assert "neuf à part" in {
        page.panneau.model.index(row, page.panneau.model.columnCount() - 1).data()
        for row in range(page.panneau.model.rowCount())
    }


def test_another_one_may_be_chosen_whether_it_counts_the_new_or_not(
    page: VacancesPage, attendre: Attendre
) -> None:
    page.entete.autre.click()
    attendre()
    dialog = page.conduite.dialogue
    assert isinstance(dialog, AutreReservataireDialog)
    assert dialog.ui.suggestion.text().startswith("La concertation prévoit")
    marks = {line.a_part for line in dialog._model.lignes}
    assert marks == {True, False}
    for row, line in enumerate(dialog._model.lignes):  # it moves the accounts that count it
        after = dialog._model.index(row, 4).data()
        assert after == nombre(line.retard - (not line.a_part), signe=True)
    dialog.accept()


def test_the_effect_is_told_of_the_accounts_that_move() -> None:
    apart, counted = (
        LigneChoix(cle=n, nom=n, du=Fraction(1), servi=0, retard=Fraction(1), a_part=a)
        for n, a in (("Calvi", True), ("ALS", False))
    )
    assert "son compte ne bouge pas" in effet_du_choix(apart, counted, Fraction(1))
    told = effet_du_choix(counted, apart, Fraction(1)).replace("\u00a0", " ")
    assert told.startswith("ALS passerait d’un retard de +1,00 à 0,00. La règle")
