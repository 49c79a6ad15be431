"""The Patrimoine list: searched as officers type, sorted as people read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from fluxdesk.adapters.db.texte import cle_de_tri
from fluxdesk.domain.logement import Adresse, Financement
from fluxdesk.domain.territoire import Commune
from fluxdesk.services.consulter_logement import trier_comme_montre
from fluxdesk.services.rows import FiltreLogements, LogementRow, TriLogements
from tests.adapters.db.exemples import LOGEMENT, importer, logement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.domain.logement import Logement


def _rue(cle: str, numero: str, voie: str, ville: str, **autres: object) -> Logement:
    place = Adresse(numero=numero, type_voie="rue", voie=voie, nom_commune=ville)
    return logement(cle, adresse=place, **autres)


PARC = (
    _rue("k1", "12", "de l’Hôpital", "Évisa", programme="L’Œillet", typologie="T10", loyer=300),
    _rue("k2", "2", "Victor Hugo", "Ajaccio", id_interne="1-20", typologie="T2", qpv=True),
    _rue("k3", "100", "100% neuve", "ajaccio", id_interne="1-3", surface=50, qpv=False),
    _rue("k4", "3", "d'\"Or_\\", "Bastia", annee_construction=1950, loyer=100, surface=9),
    _rue("k5", "1", "Victor Hugo", "", commune="2B033", financement=Financement.PLS),
)


@pytest.fixture
def parc(base: SqlBase) -> SqlBase:
    with base.transaction() as uow:
        importer(uow, *PARC)
        uow.valider()
    return base


@pytest.mark.parametrize(
    ("texte", "ids"),
    [
        ("", {1, 2, 3, 4, 5}),
        ("   ", {1, 2, 3, 4, 5}),
        ("hopital", {1}),
        ("HÔPITAL", {1}),
        ("pital", {1}),
        ("évisa", {1}),
        ("l'hopital", {1}),
        ("l’hôpital", {1}),
        ("oeillet", {1}),
        ("hugo victor", {2, 5}),
        ("hugo ajaccio", {2}),
        ("12 rue", {1}),
        ("100%", {3}),
        ("%", {3}),
        ("_", {4}),
        ("'\"", {4}),
        ("\\", {4}),
        ("1-2", {2}),
        ("k4", {4}),
        ("2b033", {5}),
        ("pls", {5}),
        ("t10", {1}),
        ("introuvable", set()),
        ("'; DROP TABLE logement; --", set()),
    ],
)
def test_a_search_finds_every_word_wherever_it_stands(
    parc: SqlBase, texte: str, ids: set[int]
) -> None:
    assert set(parc.lectures.ids_logements(FiltreLogements(texte=texte))) == ids


@pytest.mark.parametrize(
    ("tri", "ids"),
    [
        (TriLogements.REFERENCE, [3, 2, 1, 4, 5]),  # 1-3, 1-20, k1, k4, k5
        (TriLogements.PROGRAMME, [1, 2, 3, 4, 5]),
        (TriLogements.ADRESSE, [3, 4, 1, 5, 2]),  # 100% neuve, d'"Or, de l’Hôpital, Hugo 1, 2
        (TriLogements.COMMUNE, [5, 2, 3, 4, 1]),  # 2B033, Ajaccio, ajaccio, Bastia, Évisa
        (TriLogements.TYPOLOGIE, [2, 1, 3, 4, 5]),
        (TriLogements.SURFACE, [4, 3, 1, 2, 5]),
        (TriLogements.FINANCEMENT, [5, 1, 2, 3, 4]),
        (TriLogements.QPV, [3, 2, 1, 4, 5]),  # hors QPV, QPV, non renseigné
        (TriLogements.PERIODE, [4, 1, 2, 3, 5]),
        (TriLogements.LOYER, [4, 1, 2, 3, 5]),
    ],
)
def test_a_sort_puts_numbers_by_value_and_the_unknown_last(
    parc: SqlBase, tri: TriLogements, ids: list[int]
) -> None:
    assert parc.lectures.ids_logements(FiltreLogements(tri=tri)) == ids


@pytest.mark.parametrize("tri", TriLogements)
def test_a_descending_sort_reverses_what_is_known_and_keeps_ids_ascending_on_ties(
    parc: SqlBase, tri: TriLogements
) -> None:
    up = parc.lectures.ids_logements(FiltreLogements(tri=tri))
    down = parc.lectures.ids_logements(FiltreLogements(tri=tri, decroissant=True))
    assert sorted(up) == sorted(down) == [1, 2, 3, 4, 5]
    if tri is TriLogements.REFERENCE:
        assert down == [5, 4, 1, 2, 3]
    if tri is TriLogements.LOYER:
        assert down == [1, 4, 2, 3, 5]


@dataclass(frozen=True, slots=True)
class Fusions:
    """A COG where Aullène is one with Zonza since."""

    def commune(self, code: str) -> Commune | None:
        return Commune(code="2A362", nom="Zonza", departement="2A") if code == "2A999" else None

    def communes(self) -> Sequence[Commune]:
        return ()


def test_a_merged_commune_is_sorted_where_it_is_shown(base: SqlBase) -> None:
    with base.transaction() as uow:
        homes = (("k1", "Bastia", "2B033"), ("k2", "Aullène", "2A999"), ("k3", "Corte", "2B096"))
        importer(uow, *(_rue(key, "1", "Fesch", town, commune=code) for key, town, code in homes))
        uow.valider()
    assert sorted(base.lectures.communes()) == ["2A999", "2B033", "2B096"]
    told = FiltreLogements()
    shown = trier_comme_montre(told, base.lectures, Fusions())
    assert shown.communes == (("2A999", "Zonza"),)
    assert base.lectures.ids_logements(told) == [2, 1, 3]
    assert base.lectures.ids_logements(shown) == [1, 3, 2]
    assert base.lectures.ids_logements(replace(shown, decroissant=True)) == [2, 3, 1]
    by_street = FiltreLogements(tri=TriLogements.ADRESSE)
    assert trier_comme_montre(by_street, base.lectures, Fusions()) is by_street


def test_the_order_is_total(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, *(logement(f"k{n:03}", surface=n % 2) for n in range(100)))
        uow.valider()
    for descending in (False, True):
        wanted = FiltreLogements(tri=TriLogements.SURFACE, decroissant=descending)
        ids = base.lectures.ids_logements(wanted)
        rows = base.lectures.logements(ids)
        keys = [(row.surface or 0) * (-1 if descending else 1) for row in rows]
        assert all(
            (key, ident) < (next_key, next_ident)
            for (key, ident), (next_key, next_ident) in pairwise(zip(keys, ids, strict=True))
        )


def test_rows_come_in_the_order_of_the_ids_and_one_that_is_gone_is_left_out(
    parc: SqlBase,
) -> None:
    assert [row.id for row in parc.lectures.logements([4, 1, 99, 2])] == [4, 1, 2]
    assert parc.lectures.logements([]) == []


def test_more_ids_than_a_statement_takes_are_read(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, *(logement(f"k{n}") for n in range(2_100)))
        uow.valider()
    ids = base.lectures.ids_logements(FiltreLogements(tri=TriLogements.REFERENCE))
    assert [row.id for row in base.lectures.logements(ids)] == list(ids)


def test_a_row_shows_the_dwelling(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(uow, LOGEMENT)
        uow.valider()
    place = LOGEMENT.adresse
    assert base.lectures.logements([1]) == [
        LogementRow(
            id=1,
            reference="0042-007",
            programme="Résidence de l’Étang",
            adresse=place.ligne(),
            commune=place.nom_commune,
            typologie="T3",
            surface=61,
            etage="RDC",
            financement="PLAI",
            qpv="hors QPV",
            periode="1949-1974",
            dpe="D",
            loyer=41_250,
            code_commune=LOGEMENT.commune,
        )
    ]


@pytest.mark.parametrize(
    "en_ordre",
    [
        ["2 rue", "12 rue", "100 rue"],
        ["École", "ecole 2", "école 10", "Eglise"],
        ["T1", "T1 bis", "T2", "T10", "non renseigné"],
        ["zzz", ""],
    ],
)
def test_the_sort_key_sorts_as_people_read(en_ordre: list[str]) -> None:
    keys = [cle_de_tri(text) for text in en_ordre]
    assert all(first < second for first, second in pairwise(keys))


def test_programmes_are_counted_by_commune_and_narrow_the_list(base: SqlBase) -> None:
    with base.transaction() as uow:
        importer(
            uow,
            logement("k1", programme="Les Écoles", commune="2A004"),
            logement("k2", programme="LES OLIVIERS", commune="2A004"),
            logement("k3", programme="LES OLIVIERS", commune="2A004"),
            logement("k4", programme="LES OLIVIERS", commune="2B033"),
            logement("k5", programme="", commune="2B033"),
        )
        uow.valider()
    rows = base.lectures.programmes()
    assert [(r.programme.nom, r.programme.commune, r.logements) for r in rows] == [
        ("Les Écoles", "2A004", 1),
        ("LES OLIVIERS", "2A004", 2),
        ("LES OLIVIERS", "2B033", 1),
    ]
    found = base.lectures.ids_logements(FiltreLogements(programme=rows[1].programme))
    assert sorted(found) == [2, 3]
