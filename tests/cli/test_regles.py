"""The rules of the flux on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.appel import Appel

Objet = dict[str, object]


def test_the_rules_are_shown_with_their_sources(appel: Appel, base: Path) -> None:
    told = appel("--base", base, "regles")
    assert told.code == 0
    assert "règle exacte" in told.sortie
    assert "R441-5-2, II" in told.sortie
    assert "à vérifier\u00a0: Depuis 2020" in told.sortie
    document = appel("--base", base, "regles", "--json").document
    assert cast("Objet", document["regles"])["tolerance"] is None
    assert cast("Objet", document["mots"])["plafond_etat"] == "30\u00a0% (alerte)"


def test_a_trial_says_its_effect_and_writes_nothing(appel: Appel, base: Path) -> None:
    changes = ("tolerance=0,5", "poids.commune=faible")
    told = appel("--base", base, "regles", "modifier", *changes, "--essai")
    assert told.code == 0
    assert "Tolérance\u00a0: 0,5\u00a0logement" in told.sortie
    assert "à orienter" in told.sortie
    assert "→" in told.sortie
    assert "rien n’a été enregistré" in told.sortie
    after = appel("--base", base, "regles", "--json").document
    assert cast("Objet", after["regles"])["tolerance"] is None


def test_a_change_needs_a_reason_and_is_kept(appel: Appel, base: Path) -> None:
    change = ("--base", base, "regles", "modifier", "plafond_etat=28 % (contrainte)")
    bare = appel(*change)
    assert bare.code == 1
    assert "pourquoi les règles changent" in bare.paroles
    told = appel(*change, "--motif", "accord du 3 mars", "--json")
    assert told.code == 0
    assert told.document["essai"] is False
    after = appel("--base", base, "regles", "--json").document
    assert cast("Objet", after["regles"])["plafond_etat"] == {
        "dix_milliemes": 2_800,
        "effet": "contrainte",
    }
    again = appel(*change, "--motif", "encore")
    assert again.code == 1
    assert "déjà celles de la base" in again.paroles


def test_what_is_not_understood_is_said(appel: Appel, base: Path) -> None:
    nothing = appel("--base", base, "regles", "modifier", "--motif", "x")
    assert nothing.code == 2
    assert "au moins un changement" in nothing.paroles
    assert appel("--base", base, "regles", "modifier", "tolerance").code == 2
    unknown = appel("--base", base, "regles", "modifier", "couleur=bleu", "--motif", "x")
    assert unknown.code == 1
    assert "n’est pas une règle" in unknown.paroles
