from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.controles import ControleError
from fluxdesk.domain.convention import Avenant
from fluxdesk.domain.flux.parties import Axe, Cible
from fluxdesk.domain.reservataire import Categorie
from fluxdesk.services.enregistrer_bailleur import (
    LogoTropLourdError,
    RaisonSocialeVideError,
    enregistrer_bailleur,
)
from fluxdesk.services.enregistrer_convention import DejaConventionneError, SaisieIncompleteError
from tests.services.memoire import MemoireUow
from tests.services.monde import (
    ETAT,
    actions,
    enregistrer,
    monde,
    saisie,
)


def test_a_convention_is_recorded_with_its_holder_and_the_journal_says_so() -> None:
    uow = MemoireUow()
    ident = enregistrer(saisie("Action Logement", Categorie.ACTION_LOGEMENT, 2250), uow)
    with uow:
        held = uow.conventions.lire(ident)
        holder = uow.reservataires.lire(held.reservataire_id)
        (entry,) = list(uow.journal.toutes())
    assert holder.nom == "Action Logement"
    assert (entry.action, entry.objet) == ("convention.creer", f"convention:{ident}")
    assert "22,5" in entry.libelle


def test_changing_a_convention_keeps_its_number_and_says_why() -> None:
    uow = monde()
    with uow:
        held = uow.conventions.lire(ETAT)
        holder = uow.reservataires.lire(held.reservataire_id)
    changed = replace(held, delai_jours=21)
    entry = replace(
        saisie("", Categorie.ETAT, 0), reservataire=holder, convention=changed, motif="avenant 1"
    )
    assert enregistrer(entry, uow) == ETAT
    with uow:
        assert uow.conventions.lire(ETAT).delai_jours == 21
        assert list(uow.journal.toutes())[-1].motif == "avenant 1"
    assert actions(uow)[-1] == "convention.modifier"


def test_a_second_convention_for_one_holder_is_refused() -> None:
    with pytest.raises(DejaConventionneError, match="avenant"):
        enregistrer(saisie("ETAT", Categorie.ETAT, 100), monde())


def test_a_blocking_check_records_nothing() -> None:
    uow = MemoireUow()
    with pytest.raises(ControleError, match="31"):
        enregistrer(saisie("État", Categorie.ETAT, 3100), uow)
    assert uow.validations == 0


BASE = saisie("Action Logement", Categorie.ACTION_LOGEMENT, 2000)
CONV = BASE.convention


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(saisie(" ", Categorie.AUTRE, 100), id="no name"),
        pytest.param(replace(BASE, convention=replace(CONV, avenants=())), id="no rate"),
        pytest.param(saisie("X", Categorie.AUTRE, 10_001), id="over one hundred percent"),
        pytest.param(replace(BASE, convention=replace(CONV, delai_jours=0)), id="no delay"),
        pytest.param(replace(BASE, convention=replace(CONV, candidats=0)), id="no candidate"),
        pytest.param(replace(BASE, convention=replace(CONV, etalement=-1)), id="spread below zero"),
        pytest.param(
            replace(
                BASE,
                convention=replace(
                    CONV,
                    avenants=(
                        Avenant(
                            numero=0,
                            dix_milliemes=1,
                            debut=date(2026, 2, 1),
                            fin=date(2026, 1, 1),
                        ),
                    ),
                ),
            ),
            id="dates upside down",
        ),
        pytest.param(
            replace(
                BASE,
                convention=replace(
                    CONV,
                    avenants=(
                        Avenant(numero=0, dix_milliemes=1, fin=date(2026, 6, 30)),
                        Avenant(numero=1, dix_milliemes=1, debut=date(2026, 6, 30)),
                    ),
                ),
            ),
            id="dates overlap",
        ),
        pytest.param(
            replace(BASE, convention=replace(CONV, plafond_report=-1)), id="cap under zero"
        ),
        pytest.param(
            replace(
                BASE,
                convention=replace(
                    CONV,
                    cibles=(
                        Cible(Axe.FINANCEMENT, "PLAI", 6000),
                        Cible(Axe.FINANCEMENT, "PLUS", 5000),
                    ),
                ),
            ),
            id="targets of an axis over 100 %",
        ),
    ],
)
def test_an_incomplete_form_is_refused_with_a_sentence(wrong: object) -> None:
    uow = MemoireUow()
    with pytest.raises(SaisieIncompleteError):
        enregistrer(wrong, uow)  # type: ignore[arg-type] # parametrize loses the type
    assert uow.validations == 0


def test_identity_is_replaced_and_the_picture_stays_out_of_the_journal() -> None:
    uow = MemoireUow()
    enregistrer_bailleur(Bailleur(raison_sociale="OPH de Calvi", logo=b"png"), uow=uow)
    with uow:
        assert uow.bailleurs.lire().logo == b"png"
        (entry,) = list(uow.journal.toutes())
    assert "OPH de Calvi" in entry.apres
    assert "png" not in entry.apres


def test_a_landlord_without_name_is_refused() -> None:
    with pytest.raises(RaisonSocialeVideError):
        enregistrer_bailleur(Bailleur(raison_sociale="  "), uow=MemoireUow())


def test_a_heavy_logo_is_refused() -> None:
    with pytest.raises(LogoTropLourdError):
        enregistrer_bailleur(Bailleur(raison_sociale="X", logo=b"0" * 1_000_001), uow=MemoireUow())
