"""Reports: kinds of remarks, and what is kept as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest

from fluxdesk.domain.rapport import (
    CorrectionCellule,
    MiseAPart,
    RapportImport,
    RefusLigne,
    rapport_lu,
    sans_lieu,
    sorte,
)


def refus(ligne: int, valeur: str, phrase: str) -> RefusLigne:
    return RefusLigne(ligne=ligne, colonne="SURFHAB", valeur=valeur, phrase=phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "Ligne 4, colonne SURFHAB\u00a0: trop petite.",
        "Ligne 4, colonne SURFHAB : trop petite.",
        "Ligne 4\u00a0: trop petite.",
        "trop petite.",
    ],
)
def test_the_place_is_told_once(phrase: str) -> None:
    assert sans_lieu(refus(4, "2", phrase)) == "trop petite."


def test_the_same_fault_on_other_lines_is_the_same_kind() -> None:
    first = refus(4, "2", "Ligne 4, colonne SURFHAB\u00a0: «\u00a02\u00a0» comme la ligne 3.")
    second = refus(9, "x", "Ligne 9, colonne SURFHAB\u00a0: «\u00a0x\u00a0» comme la ligne 81.")
    assert sorte(first) == sorte(second) == "SURFHAB\u00a0: «\u00a0…\u00a0» comme la ligne …."


def test_a_report_is_read_again_as_it_was_kept() -> None:
    report = RapportImport(
        fichier="f.xlsx", format="Classeur", encodage="", essai=False,
        lues=3, creees=1, modifiees=0, inchangees=1, refusees=1,
        refus=(refus(4, "2", "trop petite."),),
        avertissements=(refus(5, "3", "petite."),),
        lot=2,
        ecartees=(MiseAPart(ligne=7, raison="total"),),
        corrections=(CorrectionCellule(ligne=5, colonne="SURFHAB", lue="x", corrigee="3"),),
        ignores=("une sorte",),
    )  # fmt: skip
    assert rapport_lu(json.loads(json.dumps(asdict(report)))) == report


def test_a_report_of_before_knows_fewer_fields() -> None:
    told = {
        "fichier": "f.csv", "format": "RPLS", "encodage": "UTF-8", "essai": False, "lues": 0,
        "creees": 0, "modifiees": 0, "inchangees": 0, "refusees": 0, "refus": [],
        "avertissements": [], "absents": 0, "lot": 1,
    }  # fmt: skip
    assert rapport_lu(told).ecartees == ()
