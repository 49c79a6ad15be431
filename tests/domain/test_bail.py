"""The start of a lease: read in every writing, kept as exactly as it is known, told so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fluxdesk.domain.bail import (
    au_jour,
    bail_retenu,
    bail_suivant,
    debut_bail,
    dire_bail,
    lire_bail,
)
from fluxdesk.domain.correction import corriger, dire_valeur, garder, lire_correction
from fluxdesk.domain.logement import Logement
from fluxdesk.domain.rapprochement import fusionner
from fluxdesk.domain.rpls import convertir

LOUE = Logement(cle="A1", id=1, bail="2021-03-17")


@pytest.mark.parametrize(
    ("texte", "lu"),
    [
        ("03/2021", "2021-03"),
        ("3/2021", "2021-03"),
        ("2021-03", "2021-03"),
        ("17/03/2021", "2021-03-17"),
        ("2021-03-17 00:00:00", "2021-03-17"),
        ("44272", "2021-03-17"),
        ("17/03/21", "2021-03-17"),
        ("01/1900", ""),
        ("01/01/1900", ""),
        ("06/1850", None),
        ("13/2021", None),
        ("31/02/2021", None),
        ("2021", None),
        ("un jour", None),
    ],
)
def test_a_lease_is_read_in_the_writings_of_files(texte: str, lu: str | None) -> None:
    assert lire_bail(texte) == lu


@pytest.mark.parametrize(
    ("bail", "debut", "dit", "exact"),
    [
        ("2021-03-17", date(2021, 3, 17), "17/03/2021", True),
        ("2021-03", date(2021, 3, 1), "03/2021", False),
        ("", None, "", False),
    ],
)
def test_a_lease_says_how_exactly_it_is_known(
    bail: str, debut: date | None, dit: str, *, exact: bool
) -> None:
    assert (debut_bail(bail), dire_bail(bail), au_jour(bail)) == (debut, dit, exact)


@pytest.mark.parametrize(
    ("champs", "lu", "doutes"),
    [
        ({"BAIL": "06/2009", "MODE": "1"}, "2009-06", 0),
        ({"BAIL": "06/2009"}, "2009-06", 0),
        ({"BAIL": "06/2009", "MODE": "3"}, "", 0),
        ({"BAIL": "17/06/2009"}, "2009-06-17", 0),
        ({"BAIL": "NA/NA"}, "", 0),
        ({"BAIL": "juin"}, "", 1),
        ({"BAIL": "", "BAIL_DATE": "01/06/2009"}, "2009-06", 0),
        ({"MOIS_BAIL": "6", "ANNEE_BAIL": "2009.0"}, "2009-06", 0),
        ({"MOIS_BAIL": "13", "ANNEE_BAIL": "2009"}, "", 1),
        ({"MOIS_BAIL": "", "ANNEE_BAIL": "2009"}, "", 0),
    ],
)
def test_each_vintage_of_rpls_tells_the_lease_its_own_way(
    champs: dict[str, str], lu: str, doutes: int
) -> None:
    made = convertir(2, {"DEPCOM": "2A004"} | champs, trouver_commune=lambda _: None, source="x")
    assert isinstance(made.resultat, Logement)
    assert made.resultat.bail == lu
    told = [one for one in made.avertissements if "BAIL" in one.colonne]
    assert len(told) == doutes
    assert all("laissée vide" in one.phrase for one in told)


@pytest.mark.parametrize(
    ("connu", "lu", "retenu"),
    [
        ("2021-03-17", "2021-03", "2021-03-17"),
        ("2021-03-17", "2023-05", "2023-05"),
        ("2021-03", "2021-03-17", "2021-03-17"),
        ("2021-03", "2019-01", "2019-01"),
        ("2021-03-17", "", ""),
        ("", "2021-03", "2021-03"),
    ],
)
def test_a_month_never_takes_a_known_day_away(connu: str, lu: str, retenu: str) -> None:
    assert bail_retenu(connu, lu) == retenu
    known = replace(LOUE, bail=connu)
    assert fusionner(known, replace(LOUE, bail=lu), frozenset({"BAIL"})).bail == retenu
    assert fusionner(known, replace(LOUE, bail=""), frozenset({"MODE"})).bail == connu


@pytest.mark.parametrize(
    ("lu", "retenu"),
    [
        ("2021-03", "2021-03-17"),
        ("2021-02-28", "2021-03-17"),
        ("", "2021-03-17"),
        ("2021-04", "2021-04"),
    ],
)
def test_only_a_later_lease_follows_one_that_was_signed_here(lu: str, retenu: str) -> None:
    assert bail_suivant("2021-03-17", lu) == retenu


@pytest.mark.parametrize(
    ("lu", "conflits"), [("2021-03", []), ("2019-05", []), ("2023-05", ["bail"]), ("", [])]
)
def test_only_a_later_lease_contradicts_the_one_of_hand(lu: str, conflits: list[str]) -> None:
    made, told = garder(replace(LOUE, bail=lu), LOUE, frozenset({"bail"}))
    assert (made, told) == (LOUE, conflits)


def test_a_lease_is_mended_by_hand_to_the_month_or_the_day() -> None:
    for text, kept, said in (("05/2022", "2022-05", "05/2022"), ("2/5/2022", "2022-05-02", "")):
        values = lire_correction("bail", text, trouver_commune=lambda _: None)
        made = corriger(LOUE, values)
        assert made == replace(LOUE, bail=kept)
        assert dire_valeur(made, "bail") == (said or "02/05/2022")
