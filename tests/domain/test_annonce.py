"""The ad of a dwelling hard to let says what is known, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.annonce import texte_annonce
from fluxdesk.domain.bailleur import Bailleur
from fluxdesk.domain.logement import Financement, Logement, TypeConstruction
from fluxdesk.domain.mots_logement import etage_en_mots, etage_et_ascenseur, euros

BAILLEUR = Bailleur(raison_sociale="OPH de l’Exemple", telephone="04 00 00 00 00")
LOGEMENT = Logement(
    cle="1",
    programme="Les Pins",
    typologie="T3",
    surface=64,
    etage="2",
    ascenseur=True,
    construction=TypeConstruction.COLLECTIF,
    financement=Financement.PLUS,
    annee_construction=1987,
    dpe="C",
    loyer=140215,
    charges=8050,
)


def test_everything_known_is_said_in_order() -> None:
    text = texte_annonce(
        LOGEMENT, commune="Ajaccio", disponibilite=date(2026, 12, 1), bailleur=BAILLEUR
    )
    assert text.replace("\u00a0", " ").replace("\u202f", " ").splitlines() == [
        "Appartement T3, 64 m², Ajaccio",
        "Résidence Les Pins.",
        "2e étage, ascenseur.",
        "Immeuble de 1987.",
        "Diagnostic de performance énergétique : C.",
        "Financement PLUS.",
        "Loyer : 1 402,15 € par mois hors charges, charges : 80,50 €.",
        "Disponible à partir du 1er décembre 2026.",
        (
            "Logement social, sous conditions de ressources ; une demande de logement social "
            "enregistrée (numéro unique) est nécessaire."
        ),
        "Contact : OPH de l’Exemple, 04 00 00 00 00",
    ]


def test_what_is_unknown_is_left_out() -> None:
    text = texte_annonce(
        Logement(cle="1"), commune="Sartène", disponibilite=None, bailleur=BAILLEUR
    )
    assert text.startswith("Logement, Sartène\nLogement social")
    assert "non renseigné" not in text
    assert "€" not in text


def test_a_rent_without_its_charges_promises_none() -> None:
    text = texte_annonce(
        replace(LOGEMENT, charges=None), commune="Ajaccio", disponibilite=None, bailleur=BAILLEUR
    )
    assert "hors charges." in text
    assert "charges\u00a0:" not in text


@pytest.mark.parametrize(
    ("etage", "mots"),
    [
        ("0", "rez-de-chaussée"),
        ("rdc", "rez-de-chaussée"),
        ("1", "1er étage"),
        ("12", "12e étage"),
        ("entresol", "entresol"),
        ("", ""),
    ],
)
def test_a_floor_is_said_in_words(etage: str, mots: str) -> None:
    assert etage_en_mots(etage) == mots


def test_floor_and_lift_share_a_line_and_amounts_are_grouped() -> None:
    assert etage_et_ascenseur("3", False) == "3e étage, sans ascenseur"  # noqa: FBT003
    assert etage_et_ascenseur("", None) == ""
    assert euros(5) == "0,05\u00a0€"
    assert euros(123456789) == "1\u202f234\u202f567,89\u00a0€"
