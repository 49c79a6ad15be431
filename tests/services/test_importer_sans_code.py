"""A patrimoine whose communes are named, without their codes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fluxdesk.adapters.referentiels.cog import Cog
from fluxdesk.services.comprendre_source import comprendre
from tests.services.bureaux import bureau
from tests.services.memoire import MemoireUow
from tests.services.tables_erp import comptes, importer, source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.services.comprendre_source import Comprehension
    from fluxdesk.services.importer_tableau import ImportTableau

TITRES = ("Code UG", "Ville", "Code postal", "Type")


def lire(uow: MemoireUow, *lignes: Sequence[str], titres: Sequence[str] = TITRES) -> Comprehension:
    return comprendre(source([titres, *lignes]), bureau=replace(bureau(uow), territoires=Cog()))


def phrases(fait: ImportTableau) -> list[str]:
    told = (*fait.rapport.refus, *fait.rapport.avertissements)
    return [one.phrase.replace("\u00a0", " ") for one in told]


def test_a_name_that_one_commune_bears_is_read_and_reported() -> None:
    uow = MemoireUow()
    lu = lire(uow, ("1", "AJACCIO", "20000", "T2"), ("2", "Bastia", "20200", "T3"))
    (paired,) = (one for one in lu.appariements if one.champ == "DEPCOM")
    assert (paired.titre, paired.confiance) == ("Ville", 60)
    assert "le nom de la commune en tient lieu" in paired.pourquoi
    done = importer(lu, uow)
    assert comptes(done) == (2, 0, 0, 0)
    assert phrases(done)[0] == (
        "Ligne 2, colonne DEPCOM : « AJACCIO » est un nom de commune : lu 2A004 (Ajaccio)."
    )
    with uow:
        found = [(one.commune, one.departement) for one in uow.logements.tous()]
    assert found == [("2A004", "2A"), ("2B033", "2B")]


def test_the_postal_code_of_the_line_tells_which_of_several_it_is() -> None:
    uow = MemoireUow()
    lines = [
        ("1", "St-Denis", "93200", "T2"),
        ("2", "Saint-Pierre", "97410", "T2"),
        ("3", "Nulle-Part", "97400", "T2"),
        ("4", "St-Denis", "97400", "T2"),
        ("5", "St-Denis", "", "T2"),
    ]
    done = importer(lire(uow, *lines), uow)
    assert comptes(done) == (3, 0, 0, 2)
    several = (
        "Ligne 6, colonne DEPCOM : « St-Denis » est le nom de plusieurs communes : "
        "Saint-Denis (93066), Saint-Denis (97411). Écrivez le code Insee."
    )
    read = (
        "Ligne 3, colonne DEPCOM : « Saint-Pierre » est un nom de commune : lu 97416 "
        "(Saint-Pierre)."
    )
    told = [
        f"Ligne {line}, colonne DEPCOM : « St-Denis » est un nom de commune : lu {code}, d’après "
        "le code postal."
        for line, code in ((2, "93066"), (5, "97411"))
    ]
    assert {several, read, *told} <= {*phrases(done)}
    with uow:
        assert [one.commune for one in uow.logements.tous()] == ["93066", "97416", "97411"]


def test_without_a_departement_a_name_waits_for_the_officer() -> None:
    uow = MemoireUow()
    lu = lire(uow, ("1", "Ajaccio", "T2"), ("2", "Bastia", "T2"), titres=("Code UG", "Ville", "T"))
    assert [
        (one.lue, one.proposee, one.sure) for one in lu.correspondances if one.champ == "DEPCOM"
    ] == [
        ("Ajaccio", "2A004", False),
        ("Bastia", "2B033", False),
    ]
    assert comptes(importer(lu, uow)) == (0, 0, 0, 2)


def test_codes_are_left_as_they_are() -> None:
    uow = MemoireUow()
    lu = lire(uow, ("1", "2A004", "T2"), titres=("Code UG", "Code INSEE", "Type"))
    assert not [one for one in lu.correspondances if one.champ == "DEPCOM"]
    assert phrases(importer(lu, uow)) == []
