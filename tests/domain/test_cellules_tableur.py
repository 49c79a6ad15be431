"""Cells that a spreadsheet spoiled: mended and reported, or refused with the reason."""

from __future__ import annotations

from datetime import date

import pytest

from fluxdesk.domain.cellules import LigneRefuseeError, decimal
from fluxdesk.domain.cellules_tableur import CellulesTableur, accent_mort
from fluxdesk.domain.dates_lues import DateIllisibleError, lire_date, lire_date_de_fichier

COG = frozenset({"01053", "2A004", "75056"})


def cellules(valeur: str) -> CellulesTableur:
    return CellulesTableur(7, {"c": valeur})


def dits(lues: CellulesTableur) -> list[str]:
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
    assert cellules("N/A").date("c") is None
    plain = cellules("01/02/2026")
    assert (plain.date("c"), dits(plain)) == (date(2026, 2, 1), [])
    supposed = cellules("03/2019")
    assert supposed.date("c") == date(2019, 3, 1)
    assert dits(supposed) == [
        "Ligne 7, colonne c : « 03/2019 » ne dit que le mois : lu au premier jour."
    ]
    with pytest.raises(LigneRefuseeError, match=r"Ligne 7, colonne c.*31/02/2024"):
        cellules("31/02/2024").date("c")


@pytest.mark.parametrize(
    ("lue", "code", "dit"),
    [
        ("", "", ""),
        ("01053", "01053", ""),
        ("2a004", "2A004", ""),
        ("75056.0", "75056", ""),
        ("1053", "01053", "a perdu son zéro : lu 01053"),
        ("1054", "1054", "n’est pas un code du COG"),
        ("Bastia", "BASTIA", "n’est pas un code du COG"),
    ],
)
def test_a_zero_is_given_back_only_where_the_cog_confirms_it(lue: str, code: str, dit: str) -> None:
    read = cellules(lue)
    assert read.commune("c", COG.__contains__) == code
    assert [dit in told for told in dits(read)] == ([True] if dit else [])


@pytest.mark.parametrize("lue", ["6,91E+17", "6.91123456789012e+17", "7E17"])
def test_a_numero_unique_in_scientific_notation_is_lost(lue: str) -> None:
    with pytest.raises(LigneRefuseeError, match="ne peut pas être retrouvé"):
        cellules(lue).numero_unique("c")


@pytest.mark.parametrize(
    ("lue", "numero", "dit"),
    [
        ("", "", ""),
        ("075 0126 123456 12345", "075012612345612345", ""),
        ("2B0012612345612345", "2B0012612345612345", ""),
        ("075012612345612000", "075012612345612000", "trois zéros"),
        ("75012612345612345", "75012612345612345", "dix-huit signes"),
    ],
)
def test_a_numero_unique_is_kept_and_its_doubts_told(lue: str, numero: str, dit: str) -> None:
    read = cellules(lue)
    assert read.numero_unique("c") == numero
    assert [dit in told for told in dits(read)] == ([True] if dit else [])


@pytest.mark.parametrize(
    ("texte", "mort"),
    [
        ("R?sidence G?mini", True),
        ("?cole", True),
        ("rue de l’?glise", False),
        ("Qui ? Moi", False),
        ("Vraiment?", False),
        ("Résidence", False),
    ],
)
def test_a_dead_accent_is_known(texte: str, mort: bool) -> None:  # noqa: FBT001
    assert accent_mort(texte) is mort
    read = cellules(texte)
    assert read.libelle("c") == texte
    assert bool(read.avertissements) is mort


@pytest.mark.parametrize(
    "texte", ["1 234,50 €", "1\u202f234,50\u00a0€", "1\u00a0234,50€", "1234.50"]
)
def test_an_amount_is_read_whatever_spaces_it_has(texte: str) -> None:
    assert str(decimal(texte)) == "1234.50"
