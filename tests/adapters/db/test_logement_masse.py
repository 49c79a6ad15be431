"""Dwellings by the hundred thousand: computed all at once, they are as computed one by one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fluxdesk.adapters.db import logement_masse, logement_tables
from fluxdesk.adapters.db.logement_colonnes import en_colonne, valeurs_plates, vers_colonnes
from fluxdesk.adapters.db.logement_derivees import plier_et_trier
from fluxdesk.adapters.db.texte import cle_de_tri, plier
from fluxdesk.domain.cellules import propre
from fluxdesk.domain.parts import Parts
from fluxdesk.services.depots import Arrivage, Paquet
from fluxdesk.services.ports import AnnuleError, sans_progres
from fluxdesk.services.rows import FiltreLogements
from tests.adapters.db.exemples import LOGEMENT, importer, logement
from tests.adapters.db.test_logements import _LOGEMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fluxdesk.adapters.db.base import SqlBase
    from fluxdesk.domain.logement import Logement, ValeurPlate

CHAMPS = ("id_interne", "commune", "numero", "voie", "surface", "qpv", "typologie")


def rangee(n: int) -> tuple[ValeurPlate, ...]:
    return (f"L-{n:016X}-1", f"{n}" if n % 3 else "", "2A004", f"{n % 9}", "RUE X", n, n % 2, "T3")


def arrivage(nombre: int, pas: int = 400) -> Arrivage:
    packets = (
        paquet([rangee(n) for n in range(at, min(at + pas, nombre))])
        for at in range(0, nombre, pas)
    )
    return Arrivage(lambda: [CHAMPS], {"source": "RPLS d’essai"}, packets)


def paquet(rangees: list[tuple[ValeurPlate, ...]]) -> Paquet:
    """Dwellings that share nothing: one table, a row of it for each."""
    return Paquet(
        [str(cle) for cle, *_ in rangees],
        Parts([[row[1:] for row in rangees]], [list(range(len(rangees)))]),
    )


def attendu(n: int) -> Logement:
    cle, interne, commune, numero, voie, surface, qpv, typologie = rangee(n)
    place = type(LOGEMENT.adresse)(numero=str(numero), voie=str(voie))
    return logement(
        str(cle), id=n + 1, id_interne=interne, commune=commune, adresse=place, surface=surface,
        qpv=bool(qpv), typologie=typologie, source="RPLS d’essai",
    )  # fmt: skip


@pytest.mark.parametrize("seuil", [100, 10_000])
def test_they_are_the_same_and_their_indexes_stand(
    base: SqlBase, monkeypatch: pytest.MonkeyPatch, seuil: int
) -> None:
    monkeypatch.setattr(logement_masse, "SEUIL", seuil)
    told: list[str] = []
    with base.transaction() as uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "UTF-8")
        uow.logements.inserer(
            arrivage(1_000), lambda: lot, lambda _f, _t, quoi="": told.append(quoi)
        )
        uow.valider()
    with base.transaction() as uow:
        read = list(uow.logements.tous())
        assert read == [attendu(n) for n in range(1_000)]
        assert list(uow.logements.reperes())[2] == (3, rangee(2)[0], "", "2")
        found = uow.logements.valeurs([2, 1], ("cle", "voie", "qpv"))
        assert found == {1: (rangee(0)[0], "RUE X", 0), 2: (rangee(1)[0], "RUE X", 1)}
        assert uow.lots.annuler(lot) == (1_000, 0)
    assert base.verifier() == []
    assert set(told) == {"Classement des logements"}


def test_one_stop_while_indexes_are_made_leaves_the_base_as_it_was(
    base: SqlBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logement_masse, "SEUIL", 100)
    with base.transaction() as uow:
        importer(uow, LOGEMENT)
        uow.valider()

    def stop(fait: int, total: int, quoi: str = "") -> None:
        if fait > 2:
            raise AnnuleError

    with pytest.raises(AnnuleError), base.transaction() as uow:  # noqa: PT012 - what rolls back
        lot = uow.lots.ouvrir("f.csv", "RPLS", "UTF-8")
        uow.logements.inserer(arrivage(1_000), lambda: lot, stop)
    with base.transaction() as uow:
        assert uow.logements.nombre() == 1
    assert base.verifier() == []


def test_two_dwellings_of_one_key_are_a_fault(base: SqlBase) -> None:
    twice = Arrivage(list, {}, [Paquet(["a", "a"], Parts([], []))])
    with base.transaction() as uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "UTF-8")
        with pytest.raises(Exception, match="UNIQUE"):
            uow.logements.inserer(twice, lambda: lot, sans_progres)


@pytest.mark.parametrize("paquet_de", [3, 5, 1_000])
def test_tables_that_grow_and_tables_that_begin_anew_tell_the_same(
    base: SqlBase, monkeypatch: pytest.MonkeyPatch, paquet_de: int
) -> None:
    monkeypatch.setattr(logement_masse, "_PAQUET", paquet_de)
    monkeypatch.setattr(logement_tables, "_LIEUX_MAX", 2)
    streets: list[tuple[ValeurPlate, ...]] = [("RUE A", "T1"), ("RUE B", "T2")]
    towns: list[tuple[ValeurPlate, ...]] = [("2A004", None)]

    def paquets() -> Iterator[Paquet]:
        yield Paquet(["a", "b", "c"], Parts([streets, towns], [[1, 0, 1], [0, 0, 0]]))
        streets.append(("RUE C", "T3"))
        towns.append(("2B033", 1))
        yield Paquet(["d", "e"], Parts([streets, towns], [[2, 2], [0, 1]]))
        yield Paquet(["f", "g"], Parts([[("RUE D", "T4")], towns], [[0, 0], [1, 0]]))

    shared = Arrivage(lambda: [("voie", "typologie"), ("commune", "qpv")], {}, paquets())
    with base.transaction() as uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "UTF-8")
        uow.logements.inserer(shared, lambda: lot, sans_progres)
        found = [
            (made.cle, made.adresse.voie, made.typologie, made.commune, made.qpv)
            for made in uow.logements.tous()
        ]
        uow.valider()
    assert found == [
        ("a", "RUE B", "T2", "2A004", None), ("b", "RUE A", "T1", "2A004", None),
        ("c", "RUE B", "T2", "2A004", None), ("d", "RUE C", "T3", "2A004", None),
        ("e", "RUE C", "T3", "2B033", True), ("f", "RUE D", "T4", "2B033", True),
        ("g", "RUE D", "T4", "2A004", None),
    ]  # fmt: skip
    rows = base.lectures.logements(base.lectures.ids_logements(FiltreLogements(texte="t4 2a004")))
    assert [(row.reference, row.adresse, row.commune) for row in rows] == [("g", "RUE D", "2A004")]


def test_an_arrival_of_nothing_opens_no_lot(base: SqlBase) -> None:
    with base.transaction() as uow:
        uow.logements.inserer(arrivage(0), lambda: 1 // 0, sans_progres)
        assert uow.logements.nombre() == 0


@example(["0 "])
@given(st.lists(st.text(max_size=8) | st.from_regex(r"L-[0-9A-F]{16}-[0-9]{1,13}", fullmatch=True)))
def test_texts_are_folded_and_sorted_together_as_alone(textes: list[str]) -> None:
    folded, sorts = plier_et_trier(textes) if textes else ([], [])
    assert folded == [plier(text) for text in textes]
    assert sorts == [cle_de_tri(text) for text in textes]


def _lu(made: Logement) -> Logement:
    """The dwelling with its identifiers cleaned, as every cell that is read."""
    return replace(
        made,
        cle=propre(made.cle),
        id_rpls=propre(made.id_rpls),
        id_interne=propre(made.id_interne),
    )


@given(_LOGEMENTS.map(_lu))
def test_derived_columns_are_those_of_the_parts(made: Logement) -> None:
    flat = valeurs_plates(made)
    (whole,) = vers_colonnes([made])
    found = {name: value for name, value in whole.items() if name not in {*map(en_colonne, flat)}}
    place, reference = made.adresse, made.id_interne or made.id_rpls or made.cle
    town = place.nom_commune or made.commune
    said = (
        place.ligne(), place.complement, place.lieu_dit, place.code_postal, town, made.commune,
        made.programme, reference, made.id_rpls, made.cle, made.typologie, made.financement.value,
    )  # fmt: skip
    street = f"{place.type_voie} {place.voie} {place.numero} {place.indice}".strip()
    assert found == {
        "adresse_ligne": place.ligne(),
        "commune_nom": town,
        "tri_programme": cle_de_tri(made.programme),
        "tri_adresse": cle_de_tri(street or place.ligne()),
        "tri_commune": cle_de_tri(town),
        "tri_typologie": cle_de_tri(made.typologie),
        "tri_financement": cle_de_tri(made.financement.value),
        "tri_qpv": cle_de_tri(made.modalite_qpv),
        "reference": reference,
        "tri_reference": cle_de_tri(reference),
        "recherche": " ".join(dict.fromkeys(plier(text) for text in said if text)),
    }


def test_a_quote_in_a_shared_value_stays_one(base: SqlBase, tmp_path: Path) -> None:
    shared: dict[str, ValeurPlate] = {"source": "l'essai : %s ?", "charges": 12}
    odd = Arrivage(list, shared, [Paquet(["a"], Parts([], []))])
    with base.transaction() as uow:
        lot = uow.lots.ouvrir("f.csv", "RPLS", "UTF-8")
        uow.logements.inserer(odd, lambda: lot, sans_progres)
        read = uow.logements.lire(1)
    assert (read.source, read.charges) == ("l'essai : %s ?", 12)
