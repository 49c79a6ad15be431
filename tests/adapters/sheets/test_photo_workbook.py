"""The workbook of an état des lieux: every right is there, nothing in it is run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import openpyxl
import pytest

from fluxdesk.adapters.sheets.photo_workbook import ecrire_photo_xlsx
from tests.services.photos import PHOTO, SAISIE

if TYPE_CHECKING:
    from pathlib import Path

    from fluxdesk.services.papiers_photo import PhotoImprimee

ENTETE = 6


def feuilles(photo: PhotoImprimee, tmp_path: Path) -> dict[str, list[tuple[object, ...]]]:
    path = tmp_path / "photo.xlsx"
    ecrire_photo_xlsx(photo, path)
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [tuple(row) for row in sheet.iter_rows(min_row=ENTETE, values_only=True)]
        for sheet in book
    }


def test_la_synthese_va_du_parc_au_flux(tmp_path: Path) -> None:
    found = {row[0]: row[1] for row in feuilles(PHOTO, tmp_path)["Synthèse"]}
    assert found["Logements du parc"] == 810
    assert found["Hors assiette\u00a0: logement intermédiaire (PLI)"] == 10
    assert found["Rotation retenue (τ)"] == pytest.approx(0.075)
    assert found["Flux à partager (F)"] == 48


def test_une_rotation_saisie_porte_sa_source(tmp_path: Path) -> None:
    rows = feuilles(SAISIE, tmp_path)["Synthèse"]
    assert [row[2] for row in rows if row[0] == "Rotation retenue (τ)"] == [
        "rapport d’activité 2025"
    ]


def test_la_conversion_somme_au_flux(tmp_path: Path) -> None:
    rows = feuilles(PHOTO, tmp_path)["Conversion"][1:]
    assert [row[0] for row in rows][-1] == "Bailleur (non réservé)"
    assert sum(int(str(row[6])) for row in rows) == 48
    assert rows[0][7] == pytest.approx(2.4)
    assert rows[2][7] is None


def test_la_rotation_se_dit_par_segment(tmp_path: Path) -> None:
    rows = feuilles(PHOTO, tmp_path)["Rotation"]
    assert rows[0] == ("Segment", "Valeur", "Logements", "2025", "2024", "Rotation")
    assert rows[1] == ("Parc", None, 800, 50, 70, 0.075)
    assert rows[3] == ("Financement", "PLS", 0, None, None, None)
    assert rows[4][:2] == ("Réservataire", "État (prioritaires)")


def test_chaque_droit_a_sa_ligne_et_une_formule_reste_un_texte(tmp_path: Path) -> None:
    found = feuilles(PHOTO, tmp_path)
    heads, *rows = found["Droits au logement"]
    assert len(rows) == 4
    assert len(heads) == 20
    first = dict(zip(heads, rows[0], strict=True))
    assert first["Contrepartie"] == "garantie d’emprunt"
    assert first["Date de fin de réservation"] == "31/05/2031"
    assert first["N° convention APL"] == "=1+1"
    assert sum(int(str(row[-1])) for row in found["Croisements"][1:]) == 4


def test_un_reservataire_ne_recoit_que_ses_droits(tmp_path: Path) -> None:
    rows = feuilles(replace(PHOTO, reservataire="Armée"), tmp_path)["Droits au logement"]
    assert [row[13] for row in rows[1:]] == ["Armée"]
