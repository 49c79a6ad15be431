"""The wording of the letters: the officer's version, the original, and an example of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fluxdesk.domain.gabarit_lettre import ModeleFautifError
from fluxdesk.domain.modele_lettre import GenreCourrier, ModeleLettre
from fluxdesk.domain.originaux_lettre import original
from fluxdesk.services.annuler_action import annulables, annuler_action
from fluxdesk.services.composer_courrier import composer_courrier
from fluxdesk.services.composer_exemple import composer_exemple
from fluxdesk.services.tenir_fiches import FicheToucheeError
from fluxdesk.services.tenir_modeles import (
    enregistrer_modele,
    lire_modeles,
    revenir_a_l_original,
)
from tests.services.courriers import JOUR, dit, lecture
from tests.services.monde import actions, conge, monde, orienter

if TYPE_CHECKING:
    from tests.services.memoire import MemoireUow

G = GenreCourrier
COURT = ModeleLettre(genre=G.RELANCE, objet="relance {n° d’offre}", corps="Pour {réservataire}.")


def test_the_originals_are_in_force_until_one_is_changed() -> None:
    uow = monde()
    assert lire_modeles(uow=uow) == tuple(original(genre) for genre in G)
    enregistrer_modele(COURT, uow=uow)
    read = {m.genre: m for m in lire_modeles(uow=uow)}
    assert read[G.RELANCE].corps == COURT.corps
    assert read[G.BAIL] == original(G.BAIL)
    assert actions(uow)[-1] == "modele.modifier"


def test_the_letters_follow_the_officer_s_version() -> None:
    uow = monde()
    made = orienter(uow, conge(uow, 1), "2", "essai")
    enregistrer_modele(COURT, uow=uow)
    with uow:
        told = composer_courrier(G.RELANCE, made.id, lecture=lecture(uow), jour=JOUR)
    assert dit(told) == "Objet : relance 2026-001\nPour Action Logement."


def test_a_later_version_replaces_the_former() -> None:
    uow = monde()
    enregistrer_modele(COURT, uow=uow)
    later = ModeleLettre(genre=G.RELANCE, objet="relance", corps="Autre.")
    enregistrer_modele(later, uow=uow)
    with uow:
        assert [m.corps for m in uow.modeles.toutes()] == ["Autre."]


def test_going_back_to_the_original_is_an_act_of_its_own() -> None:
    uow = monde()
    revenir_a_l_original(G.RELANCE, uow=uow)
    assert "modele.original" not in actions(uow)
    enregistrer_modele(COURT, uow=uow)
    revenir_a_l_original(G.RELANCE, uow=uow)
    assert lire_modeles(uow=uow) == tuple(original(genre) for genre in G)
    assert actions(uow)[-1] == "modele.original"


def test_typing_the_original_again_goes_back_to_it() -> None:
    uow = monde()
    enregistrer_modele(COURT, uow=uow)
    enregistrer_modele(original(G.RELANCE), uow=uow)
    with uow:
        assert not uow.modeles.toutes()


def test_a_template_that_cannot_serve_is_not_kept() -> None:
    uow = monde()
    with pytest.raises(ModeleFautifError):
        enregistrer_modele(ModeleLettre(genre=G.RELANCE, objet="x", corps="{zzz}"), uow=uow)
    with uow:
        assert not uow.modeles.toutes()


@pytest.mark.parametrize("genre", list(G))
def test_every_kind_has_an_example_under_the_landlord_s_name(genre: GenreCourrier) -> None:
    uow = monde()
    made = composer_exemple(original(genre), uow=uow)
    assert made.bailleur.raison_sociale == "OPH de l’Exemple"
    assert "{" not in dit(made)
    assert (made.destinataire is None) is (genre is G.POURQUOI)


def test_an_example_shows_no_two_contrary_sentences() -> None:
    told = dit(composer_exemple(original(G.RELANCE), uow=monde()))
    assert "expire le" in told
    assert "a expiré le" not in told


def annuler_le_dernier(uow: MemoireUow) -> None:
    with uow:
        entree = [e for e in annulables(uow.journal.toutes()) if e.objet == "modele:relance"][-1]
    annuler_action(entree.numero, motif="essai", transaction=lambda: uow)


def test_back_to_the_original_is_undone_and_the_first_wording_too() -> None:
    uow = monde()
    enregistrer_modele(COURT, uow=uow)
    revenir_a_l_original(G.RELANCE, uow=uow)
    annuler_le_dernier(uow)
    with uow:
        assert [m.corps for m in uow.modeles.toutes()] == [COURT.corps]
    annuler_le_dernier(uow)
    assert lire_modeles(uow=uow) == tuple(original(genre) for genre in G)
    assert actions(uow)[-1] == "modele.retablir"


def test_a_wording_changed_since_is_not_put_back() -> None:
    uow = monde()
    enregistrer_modele(COURT, uow=uow)
    with uow:
        uow.modeles.enregistrer(ModeleLettre(genre=G.RELANCE, objet="x", corps="y", id=1))
        uow.valider()
    with pytest.raises(FicheToucheeError):
        annuler_le_dernier(uow)
