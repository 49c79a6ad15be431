"""Dates and amounts in the forms that files have: read, told, or refused with the reason."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.domain.cellules import Cellules, LigneRefuseeError, decimal
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date, lire_date_de_fichier


def cellules(valeur: str) -> Cellules:
    return Cellules(7, {"c": valeur})


def dits(lues: Cellules) -> list[str]:
    return [told.phrase.replace("\u00a0", " ") for told in lues.avertissements]


@pytest.mark.parametrize(
    ("texte", "jour", "remarque"),
    [
        ("31/12/2026", date(2026, 12, 31), ""),
        ("1.2.2026", date(2026, 2, 1), ""),
        ("2026-12-31", date(2026, 12, 31), ""),
        ("2026-12-31 14:30:00", date(2026, 12, 31), ""),
        ("31/12/2026 08:15", date(2026, 12, 31), ""),
        ("29/02/24", date(2024, 2, 29), "lu 29/02/2024 : les années 00 à 49"),
        ("1/5/87", date(1987, 5, 1), "lu 01/05/1987"),
        ("03/2019", date(2019, 3, 1), "premier jour"),
        ("46066", date(2026, 2, 13), "comptée en jours par un tableur : 13/02/2026"),
        ("46066.75", date(2026, 2, 13), "comptée en jours"),
    ],
)
def test_a_date_is_read_in_every_form_that_files_have(
    texte: str, jour: date, remarque: str
) -> None:
    read = lire_date_de_fichier(texte)
    assert read.jour == jour
    assert remarque in read.remarque
    assert bool(remarque) == bool(read.remarque)


@pytest.mark.parametrize(
    ("texte", "pourquoi"),
    [
        ("31/02/2024", "ce mois de 2024 n’a que 29 jours"),
        ("31/04/24", "ce mois de 2024 n’a que 30 jours"),
        ("01/13/2024", "il n’y a pas de mois 13"),
        ("13/2024", "il n’y a pas de mois 13"),
        ("00/01/1900", "d’une date vide"),
        ("01/00/1900", "d’une date vide"),
        ("01/01/1800", "hors de 1900-2100"),
        ("2019", "n’est pas une date"),
        ("99999", "n’est pas une date"),
        ("00:00:00", "n’est pas une date"),
        ("hier", "n’est pas une date"),
        ("", "n’est pas une date"),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_the_reason(texte: str, pourquoi: str) -> None:
    with pytest.raises(DateIllisibleError, match=pourquoi):
        lire_date_de_fichier(texte)


def test_what_an_officer_types_is_held_to_two_forms() -> None:
    assert lire_date("1/2/2026") == lire_date("2026-02-01") == date(2026, 2, 1)
    for wrong in ("46066", "2026-02-31", "2200-01-01"):
        with pytest.raises(DateIllisibleError, match="n’est pas une date"):
            lire_date(wrong)


def test_a_date_of_a_line_tells_what_was_supposed_and_names_the_cell_refused() -> None:
    assert cellules("N/A").jour("c") is None
    plain = cellules("01/02/2026")
    assert (plain.jour("c"), dits(plain)) == (date(2026, 2, 1), [])
    supposed = cellules("03/2019")
    assert supposed.jour("c") == date(2019, 3, 1)
    assert dits(supposed) == [
        "Ligne 7, colonne c : « 03/2019 » ne dit que le mois : lu au premier jour."
    ]
    with pytest.raises(LigneRefuseeError, match=r"Ligne 7, colonne c.*31/02/2024"):
        cellules("31/02/2024").jour("c")


@pytest.mark.parametrize(
    "texte", ["1 234,50 €", "1\u202f234,50\u00a0€", "1\u00a0234,50€", "1234.50"]
)
def test_an_amount_is_read_whatever_spaces_it_has(texte: str) -> None:
    assert str(decimal(texte)) == "1234.50"
