from __future__ import annotations

import pytest

from fluxdesk.domain.logement import (
    NON_RENSEIGNE,
    Adresse,
    Logement,
    modalite_qpv,
    periode_construction,
)


@pytest.mark.parametrize(
    ("adresse", "ligne"),
    [
        pytest.param(
            Adresse(numero="56", indice="BIS", type_voie="CHEMIN", voie="DES CHÊNES"),
            "56 BIS CHEMIN DES CHÊNES",
            id="number and street",
        ),
        pytest.param(Adresse(voie="BATIMENT A", lieu_dit="X"), "BATIMENT A", id="street alone"),
        pytest.param(Adresse(lieu_dit="LES CANNES"), "LES CANNES", id="locality"),
        pytest.param(Adresse(complement="villa 3"), "villa 3", id="complement"),
        pytest.param(Adresse(), "", id="nothing"),
    ],
)
def test_address_is_one_line_made_of_what_is_known(adresse: Adresse, ligne: str) -> None:
    assert adresse.ligne() == ligne


def test_access_names_building_staircase_and_door() -> None:
    adresse = Adresse(batiment="B", escalier="2", appartement="14")
    assert adresse.acces() == "bât. B, esc. 2, porte 14"


def test_town_is_postcode_and_name() -> None:
    assert Adresse(code_postal="20090", nom_commune="AJACCIO").ville() == "20090 AJACCIO"


@pytest.mark.parametrize(
    ("annee", "classe"),
    [
        (None, NON_RENSEIGNE),
        (1948, "avant 1949"),
        (1949, "1949-1974"),
        (1999, "1990-1999"),
        (2026, "2010 et après"),
    ],
)
def test_construction_year_falls_in_one_class(annee: int | None, classe: str) -> None:
    assert periode_construction(annee) == classe
    assert Logement(cle="x", annee_construction=annee).periode == classe


@pytest.mark.parametrize(
    ("qpv", "mots"), [(None, NON_RENSEIGNE), (True, "QPV"), (False, "hors QPV")]
)
def test_unknown_district_is_never_taken_for_outside(qpv: bool | None, mots: str) -> None:  # noqa: FBT001
    assert modalite_qpv(qpv) == mots
    assert Logement(cle="x", qpv=qpv).modalite_qpv == mots
